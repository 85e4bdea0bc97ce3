// CONFIG.toml of --live: one table of known keys; an unknown key or a wrong type is an error, as a
// cap that is misspelled would be no cap.
#include "cli/live.h"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "cli/files.h"

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

// --- services ---

struct ServiceKey {
  const char* name;
  ServiceConfig ServicesConfig::*service;
};
constexpr ServiceKey kServices[] = {
    {"okta", &ServicesConfig::okta},
    {"pagerduty", &ServicesConfig::pagerduty},
    {"slack", &ServicesConfig::slack},
};

// A token is never in the file itself, which people show each other. No message has its text.
std::string read_token(const std::string& key, const std::string& value, const std::string& name,
                       std::string* out) {
  if (key == "token_env") {
    if (!value.starts_with("BELLJAR_")) return "token_env does not begin with BELLJAR_";
    const char* token = std::getenv(value.c_str());
    if (!token) return "there is no variable '" + value + "'";
    *out = token;
  } else {
    namespace fs = std::filesystem;
    FileText file = read_file((fs::path(name).parent_path() / value).string());
    if (!file.ok) return "token_file: " + file.problem;
    *out = file.text.substr(0, file.text.find_last_not_of(" \t\r\n") + 1);
  }
  return out->empty() ? key + " is empty" : std::string();
}

std::string read_service(const toml::table& table, const std::string& name, ServiceConfig* out) {
  for (const auto& [key, node] : table) {
    const std::string spelled(key.str());
    auto text = node.value_exact<std::string>();
    if (spelled != "base_url" && spelled != "token_env" && spelled != "token_file") {
      return "there is no '" + spelled + "'";
    }
    if (!text) return spelled + " is not a text";
    if (spelled == "base_url") {
      out->base_url = *text;
      continue;
    }
    if (!out->token.empty()) return "token_env and token_file are both given";
    std::string problem = read_token(spelled, *text, name, &out->token);
    if (!problem.empty()) return problem;
  }
  return out->token.empty() ? "token_file or token_env is missing" : std::string();
}

std::string read_services(const toml::table& table, const std::string& name, ServicesConfig* out) {
  for (const auto& [key, node] : table) {
    const ServiceKey* known = nullptr;
    for (const ServiceKey& candidate : kServices) {
      if (key.str() == candidate.name) known = &candidate;
    }
    const std::string where = "services." + std::string(key.str());
    if (!known) return "there is no '" + where + "'";
    if (!node.is_table()) return where + " is not a table";
    std::string problem = read_service(*node.as_table(), name, &(out->*known->service));
    if (!problem.empty()) return where + ": " + problem;
  }
  return {};
}

}  // namespace

std::string read_live(const std::string& text, const std::string& name, LiveWorld* out) {
  const std::string where = "malformed live world '" + name + "': ";
  const toml::parse_result parsed = toml::parse(text, name);
  if (!parsed) {
    return where + "line " + std::to_string(parsed.error().source().begin.line) + ": " +
           std::string(parsed.error().description());
  }
  for (const auto& [key, node] : parsed.table()) {
    const bool services = key.str() == "services";
    if (!services && key.str() != "http") {
      return where + "there is no table '" + std::string(key.str()) + "'";
    }
    if (!node.is_table()) return where + std::string(key.str()) + " is not a table";
    std::string problem = services ? read_services(*node.as_table(), name, &out->services)
                                   : read_http(*node.as_table(), &out->http);
    if (!problem.empty()) return where + problem;
    out->has_services = out->has_services || services;
  }
  out->services.http.ca_file = out->http.ca_file;
  std::string problem = out->http.problem();
  return problem.empty() ? problem : where + problem;
}

}  // namespace belljar::cli
