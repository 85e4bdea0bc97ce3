// Reading signatures with types.
#include "engine/host_signature.h"

#include <algorithm>
#include <cstdlib>

#include "lexer/keywords.h"
#include "runtime/class.h"
#include "runtime/signature.h"

namespace belljar {
namespace {

struct TypeRow {
  std::string_view name;
  Kind kinds[3];
};
constexpr TypeRow kTypes[] = {
    {"str", {Kind::Str, Kind::Str, Kind::Str}},
    {"int", {Kind::Int, Kind::BigInt, Kind::Int}},
    {"float", {Kind::Float, Kind::Int, Kind::Float}},
    {"bool", {Kind::Bool, Kind::Bool, Kind::Bool}},
    {"bytes", {Kind::Bytes, Kind::Bytes, Kind::Bytes}},
    {"list", {Kind::List, Kind::Tuple, Kind::List}},
    {"dict", {Kind::Dict, Kind::Dict, Kind::Dict}},
    {"None", {Kind::None, Kind::None, Kind::None}},
};

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// At commas outside of quotes.
std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  size_t start = 0;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') {
      quoted = !quoted;
    } else if (text[i] == ',' && !quoted) {
      parts.push_back(trim(text.substr(start, i - start)));
      start = i + 1;
    }
  }
  if (!trim(text).empty()) parts.push_back(trim(text.substr(start)));
  return parts;
}

bool is_default(std::string_view text) {
  if (text == "None" || text == "True" || text == "False") return true;
  if (text.size() >= 2 && text.front() == '\'' && text.back() == '\'') {
    for (size_t i = 1; i + 1 < text.size(); ++i) {
      if (text[i] == '\'') return false;
      if (text[i] != '\\') continue;
      if (++i + 1 >= text.size() || std::string_view("nt\\").find(text[i]) == text.npos)
        return false;
    }
    return true;
  }
  if (text.empty() || text.find_first_not_of("0123456789+-.eE") != text.npos) return false;
  const std::string digits(text);
  char* end = nullptr;
  std::strtod(digits.c_str(), &end);
  return *end == '\0' && end != digits.c_str();
}

bool read_types(std::string_view text, HostTypes* types) {
  *types = 0;
  bool any = false;
  while (true) {
    const size_t bar = text.find('|');
    const std::string_view name = trim(text.substr(0, bar));
    const auto* row = std::ranges::find(kTypes, name, &TypeRow::name);
    if (name == "any") {
      any = true;
    } else if (row == std::end(kTypes)) {
      return false;
    } else {
      *types |= static_cast<HostTypes>(1u << (row - kTypes));
    }
    if (bar == text.npos) break;
    text.remove_prefix(bar + 1);
  }
  if (any) *types = 0;
  return true;
}

// What must hold between the parameters, for the binder relies on it.
class Order {
 public:
  const char* problem(std::string_view stars, bool has_default) {
    if (after_keywords_) return "nothing may follow **kwargs";
    if (stars == "**") {
      after_keywords_ = true;
    } else if (stars == "*") {
      if (starred_) return "there may be one * only";
      starred_ = true;
    } else if (!has_default && defaulted_ && !starred_) {
      return "a parameter without a default follows one with a default";
    } else if (has_default && !starred_) {
      defaulted_ = true;
    }
    return nullptr;
  }
  bool starred() const { return starred_ || after_keywords_; }

 private:
  bool starred_ = false, defaulted_ = false, after_keywords_ = false;
};

}  // namespace

bool is_plain_identifier(std::string_view text) {
  auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  if (text.empty() || !letter(text.front())) return false;
  if (is_keyword(keyword_kind(text))) return false;
  return std::ranges::all_of(text, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

HostSignature read_host_signature(std::string_view text) {
  HostSignature out;
  Order order;
  bool bare_star = false, slash = false;
  auto fail = [&](std::string_view part, std::string_view why) {
    out.problem = "`" + std::string(part) + "`: " + std::string(why);
    return out;
  };
  for (std::string_view part : split(text)) {
    if (!out.plain.empty()) out.plain += ", ";
    if (part == "/" || part == "*") {
      if (part == "/" && (slash || out.names.empty() || order.starred()))
        return fail(part, "cannot stand here");
      if (part == "*") {
        if (const char* why = order.problem("*", true)) return fail(part, why);
        bare_star = true;
      }
      slash = slash || part == "/";
      out.plain += part;
      continue;
    }
    const size_t count = part.starts_with("**") ? 2 : part.starts_with("*") ? 1 : 0;
    const std::string_view stars = part.substr(0, count);
    std::string_view name = part.substr(count);
    std::string_view value;
    const size_t equals = name.find('=');
    const bool has_default = equals != name.npos;
    if (has_default) {
      value = trim(name.substr(equals + 1));
      name = trim(name.substr(0, equals));
      if (count > 0 || !is_default(value)) return fail(part, "not a default that can be used");
    }
    HostTypes types = 0;
    if (const size_t colon = name.find(':'); colon != name.npos) {
      if (!read_types(trim(name.substr(colon + 1)), &types)) return fail(part, "not a known type");
      name = trim(name.substr(0, colon));
    }
    if (!is_plain_identifier(name)) return fail(part, "not a parameter");
    if (std::ranges::find(out.names, name) != out.names.end()) return fail(part, "stands twice");
    if (const char* why = order.problem(stars, has_default)) return fail(part, why);
    if (count == 0) bare_star = false;
    out.plain.append(stars).append(name);
    if (has_default) out.plain.append("=").append(value);
    out.names.emplace_back(name);
    out.types.push_back(count > 0 ? HostTypes{0} : types);
  }
  if (bare_star) return fail("*", "must be followed by a parameter");
  if (out.names.size() > kMaxParameters) out.problem = "more than 16 parameters";
  return out;
}

bool takes(HostTypes types, Value value) {
  if (types == 0) return true;
  const Kind kind = payload(value).kind();
  for (size_t i = 0; i < std::size(kTypes); ++i) {
    if ((types >> i & 1) && std::ranges::find(kTypes[i].kinds, kind) != std::end(kTypes[i].kinds))
      return true;
  }
  return false;
}

std::string shown_types(HostTypes types) {
  std::string out;
  for (size_t i = 0; i < std::size(kTypes); ++i) {
    if (!(types >> i & 1)) continue;
    if (!out.empty()) out += " or ";
    out += kTypes[i].name;
  }
  return out;
}

}  // namespace belljar
