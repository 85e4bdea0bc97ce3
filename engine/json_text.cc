// JSON documents for the engine: bounded parsing, comparison, Python's spelling.
#include "engine/json_text.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "belljar/json.h"

namespace belljar {
namespace {

constexpr size_t kShownBytes = 200;

// A document deeper than the bound is refused while it is read: nlohmann's parser is iterative, but
// copying, comparing and writing a document recurse.
template <typename Document>
class DepthBound {
 public:
  explicit DepthBound(int most) : most_(most) {}
  bool operator()(int depth, typename Document::parse_event_t event, Document&) {
    using Event = typename Document::parse_event_t;
    if (depth >= most_ && (event == Event::object_start || event == Event::array_start)) {
      exceeded = true;
    }
    return !exceeded;
  }
  bool exceeded = false;

 private:
  int most_;
};

bool numbers_equal(const Json& a, const Json& b) {
  if (a.is_number_float() && b.is_number_float()) return a.get<double>() == b.get<double>();
  if (a.is_number_float() || b.is_number_float()) {
    const Json& real = a.is_number_float() ? a : b;
    const Json& whole = a.is_number_float() ? b : a;
    double d = real.get<double>();
    if (std::trunc(d) != d) return false;
    if (whole.is_number_unsigned()) {
      return d >= 0 && d < 18446744073709551616.0 &&
             static_cast<uint64_t>(d) == whole.get<uint64_t>();
    }
    return d >= -9223372036854775808.0 && d < 9223372036854775808.0 &&
           static_cast<int64_t>(d) == whole.get<int64_t>();
  }
  if (a.is_number_unsigned() && b.is_number_unsigned())
    return a.get<uint64_t>() == b.get<uint64_t>();
  // One is signed: nlohmann keeps non-negative numbers unsigned when it parses, not when C++ made
  // them.
  if (a.is_number_unsigned() && b.get<int64_t>() < 0) return false;
  if (b.is_number_unsigned() && a.get<int64_t>() < 0) return false;
  return a.get<int64_t>() == b.get<int64_t>();
}

bool is_plain_name(std::string_view name) {
  if (name.empty()) return false;
  for (char c : name) {
    if (c == '.' || c == '[' || c == ']' || c == '"' || static_cast<unsigned char>(c) <= ' ')
      return false;
  }
  return true;
}

void write_string(const std::string& text, std::string& out) {
  // nlohmann escapes as Python does with ensure_ascii=False, but for DEL, which both leave alone.
  out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void write_float(double d, std::string& out) {
  if (std::isnan(d)) {
    out += "NaN";
  } else if (std::isinf(d)) {
    out += d < 0 ? "-Infinity" : "Infinity";
  } else {
    // repr(): shortest digits, exponent form outside 1e-4 … 1e16.
    char digits[40];
    double magnitude = std::fabs(d);
    bool plain = d == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
    auto [end, error] =
        std::to_chars(digits, digits + sizeof digits, d,
                      plain ? std::chars_format::fixed : std::chars_format::scientific);
    std::string_view text(digits, static_cast<size_t>(end - digits));
    out += text;
    if (plain && text.find('.') == std::string_view::npos) out += ".0";
  }
}

void write_python(const OrderedJson& value, std::string& out) {
  if (value.is_object()) {
    out += '{';
    bool first = true;
    for (const auto& [name, member] : value.items()) {
      if (!first) out += ", ";
      first = false;
      write_string(name, out);
      out += ": ";
      write_python(member, out);
    }
    out += '}';
  } else if (value.is_array()) {
    out += '[';
    bool first = true;
    for (const OrderedJson& item : value) {
      if (!first) out += ", ";
      first = false;
      write_python(item, out);
    }
    out += ']';
  } else if (value.is_number_float()) {
    write_float(value.get<double>(), out);
  } else {
    out += value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
  }
}

template <typename Document>
std::optional<Document> parse(std::string_view text, std::string* problem, int depth_max) {
  try {
    DepthBound<Document> bound(depth_max);
    Document document = Document::parse(text.begin(), text.end(), std::ref(bound), true, false);
    if (bound.exceeded) {
      *problem = "nested more than " + std::to_string(depth_max) + " levels deep";
      return std::nullopt;
    }
    return document;
  } catch (const typename Document::exception& e) {
    // "[json.exception.parse_error.101] parse error at line 1, column 2: …": from the place on.
    std::string_view what = e.what();
    size_t at = what.find("at line ");
    *problem =
        at == std::string_view::npos ? "not JSON" : "not JSON: " + std::string(what.substr(at));
  } catch (const std::bad_alloc&) {
    *problem = "too large";
  }
  return std::nullopt;
}

}  // namespace

std::optional<Json> parse_json(std::string_view text, std::string* problem) {
  return parse<Json>(text, problem, kJsonDepthMax);
}
std::optional<OrderedJson> parse_ordered_json(std::string_view text, std::string* problem,
                                              int depth_max) {
  return parse<OrderedJson>(text, problem, depth_max);
}

bool json_equal(const Json& a, const Json& b) {
  if (a.is_number() && b.is_number()) return numbers_equal(a, b);
  if (a.type() != b.type()) return false;
  if (a.is_object()) {
    if (a.size() != b.size()) return false;
    for (const auto& [name, member] : a.items()) {
      auto other = b.find(name);
      if (other == b.end() || !json_equal(member, *other)) return false;
    }
    return true;
  }
  if (a.is_array()) {
    if (a.size() != b.size()) return false;
    for (size_t i = 0; i < a.size(); ++i) {
      if (!json_equal(a[i], b[i])) return false;
    }
    return true;
  }
  return a == b;
}

std::string json_member(const std::string& path, std::string_view name) {
  if (!is_plain_name(name)) return path + "[" + shown_json(Json(std::string(name))) + "]";
  return path.empty() ? std::string(name) : path + "." + std::string(name);
}

std::string json_item(const std::string& path, size_t index) {
  return path + "[" + std::to_string(index) + "]";
}

void json_differences_into(const Json& expected, const Json& got, const std::string& path,
                           size_t most, std::vector<JsonDifference>& out) {
  if (out.size() >= most) return;
  if (expected.is_object() && got.is_object()) {
    for (const auto& [name, member] : expected.items()) {
      auto other = got.find(name);
      if (other != got.end()) {
        json_differences_into(member, *other, json_member(path, name), most, out);
      } else if (out.size() < most) {
        out.push_back({json_member(path, name), compact_json(member), {}});
      }
    }
    for (const auto& [name, member] : got.items()) {
      if (out.size() < most && !expected.contains(name)) {
        out.push_back({json_member(path, name), {}, compact_json(member)});
      }
    }
  } else if (expected.is_array() && got.is_array()) {
    size_t both = std::min(expected.size(), got.size());
    for (size_t i = 0; i < both; ++i) {
      json_differences_into(expected[i], got[i], json_item(path, i), most, out);
    }
    for (size_t i = both; i < expected.size() && out.size() < most; ++i) {
      out.push_back({json_item(path, i), compact_json(expected[i]), {}});
    }
    for (size_t i = both; i < got.size() && out.size() < most; ++i) {
      out.push_back({json_item(path, i), {}, compact_json(got[i])});
    }
  } else if (!json_equal(expected, got)) {
    out.push_back({path, compact_json(expected), compact_json(got)});
  }
}

std::vector<JsonDifference> json_differences(std::string_view expected, std::string_view got,
                                             std::string_view path, size_t most) {
  std::string problem;
  std::optional<Json> a = parse_json(expected, &problem);
  if (!a) return {{std::string(path), problem, std::string(got)}};
  std::optional<Json> b = parse_json(got, &problem);
  if (!b) return {{std::string(path), std::string(expected), problem}};
  std::vector<JsonDifference> out;
  json_differences_into(*a, *b, std::string(path), most, out);
  return out;
}

std::string python_json(const OrderedJson& value) {
  std::string out;
  write_python(value, out);
  return out;
}

std::string compact_json(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string compact_json(const OrderedJson& value) {
  return value.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

std::string shown_json(const Json& value) { return shown_text(compact_json(value)); }

std::string shown_text(const std::string& text) {
  if (text.empty()) return "absent";
  if (text.size() <= kShownBytes) return text;
  size_t cut = kShownBytes;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return text.substr(0, cut) + "…";
}

}  // namespace belljar
