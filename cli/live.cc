// CONFIG.toml of --live: one table of known keys; an unknown key or a wrong type is an error, as a
// cap that is misspelled would be no cap.
#include "cli/live.h"

#include <cmath>
#include <limits>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace belljar::cli {
namespace {

struct NumberRow {
  const char* key;
  uint32_t HttpPolicy::*narrow;
  uint64_t HttpPolicy::*wide;
  bool seconds;  // in the file; milliseconds in the policy
};
constexpr NumberRow kNumbers[] = {
    {"max_requests", &HttpPolicy::max_requests, nullptr, false},
    {"max_total_bytes", nullptr, &HttpPolicy::max_total_bytes, false},
    {"max_body_bytes", nullptr, &HttpPolicy::max_body_bytes, false},
    {"max_upload_bytes", nullptr, &HttpPolicy::max_upload_bytes, false},
    {"max_header_bytes", &HttpPolicy::max_header_bytes, nullptr, false},
    {"max_header_lines", &HttpPolicy::max_header_lines, nullptr, false},
    {"max_redirects", &HttpPolicy::max_redirects, nullptr, false},
    {"connect_timeout", &HttpPolicy::connect_timeout_ms, nullptr, true},
    {"read_timeout", &HttpPolicy::read_timeout_ms, nullptr, true},
    {"total_timeout", &HttpPolicy::total_timeout_ms, nullptr, true},
};

bool is_whole(double value, double most) {
  return value >= 0 && value <= most && value == std::floor(value);
}

std::string read_number(const NumberRow& row, const toml::node& node, HttpPolicy* out) {
  if (!node.is_number()) return std::string(row.key) + " is not a number";
  double value = *node.value<double>();
  if (row.seconds) value = std::round(value * 1000);
  if (value > 0 && std::isfinite(value) && value < 1) value = 1;
  if (row.narrow) {
    if (!is_whole(value, std::numeric_limits<uint32_t>::max())) {
      return std::string(row.key) + " is out of range";
    }
    out->*row.narrow = static_cast<uint32_t>(value);
  } else {
    if (!is_whole(value, 1e15)) return std::string(row.key) + " is out of range";
    out->*row.wide = static_cast<uint64_t>(value);
  }
  return {};
}

bool read_texts(const toml::node& node, std::vector<std::string>* out) {
  const toml::array* array = node.as_array();
  if (!array) return false;
  for (const toml::node& item : *array) {
    auto text = item.value_exact<std::string>();
    if (!text) return false;
    out->push_back(*text);
  }
  return true;
}

std::string read_rule(const toml::table& table, HttpRule* out) {
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    bool good = true;
    if (name == "host") {
      auto host = node.value_exact<std::string>();
      good = host.has_value();
      if (good) out->host = *host;
    } else if (name == "plain_http") {
      good = node.is_boolean();
      if (good) out->plain_http = *node.value_exact<bool>();
    } else if (name == "methods") {
      good = read_texts(node, &out->methods);
    } else if (name == "private_ranges") {
      good = read_texts(node, &out->private_ranges);
    } else if (name == "ports") {
      const toml::array* ports = node.as_array();
      good = ports != nullptr;
      for (size_t i = 0; good && i < ports->size(); ++i) {
        auto port = (*ports)[i].value_exact<int64_t>();
        good = port && *port > 0 && *port < 65536;
        if (good) out->ports.push_back(static_cast<uint16_t>(*port));
      }
    } else {
      return "http.allow: there is no '" + std::string(name) + "'";
    }
    if (!good) return "http.allow." + std::string(name) + " has a value that it cannot have";
  }
  return out->host.empty() ? "http.allow: host is missing" : std::string();
}

std::string read_http(const toml::table& table, HttpPolicy* out) {
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    if (name == "ca_file") {
      auto file = node.value_exact<std::string>();
      if (!file) return "http.ca_file is not a text";
      out->ca_file = *file;
      continue;
    }
    if (name == "allow") {
      const toml::array* rules = node.as_array();
      if (!rules) return "http.allow is not an array of tables";
      for (const toml::node& rule : *rules) {
        if (!rule.is_table()) return "http.allow is not an array of tables";
        std::string problem = read_rule(*rule.as_table(), &out->allow.emplace_back());
        if (!problem.empty()) return problem;
      }
      continue;
    }
    const NumberRow* row = nullptr;
    for (const NumberRow& candidate : kNumbers) {
      if (name == candidate.key) row = &candidate;
    }
    if (!row) return "http: there is no '" + name + "'";
    std::string problem = read_number(*row, node, out);
    if (!problem.empty()) return "http." + problem;
  }
  return {};
}

}  // namespace

std::string read_live(const std::string& text, const std::string& name, HttpPolicy* out) {
  const std::string where = "malformed live world '" + name + "': ";
  const toml::parse_result parsed = toml::parse(text, name);
  if (!parsed) {
    return where + "line " + std::to_string(parsed.error().source().begin.line) + ": " +
           std::string(parsed.error().description());
  }
  for (const auto& [key, node] : parsed.table()) {
    if (key.str() != "http") return where + "there is no table '" + std::string(key.str()) + "'";
    if (!node.is_table()) return where + "http is not a table";
    std::string problem = read_http(*node.as_table(), out);
    if (!problem.empty()) return where + problem;
  }
  std::string problem = out->problem();
  return problem.empty() ? problem : where + problem;
}

}  // namespace belljar::cli
