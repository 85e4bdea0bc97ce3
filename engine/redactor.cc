// Finding secrets in every encoding, and putting other values in their places.
#include "engine/redactor.h"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "engine/json_text.h"
#include "support/base64.h"

namespace belljar {
namespace {

// Shorter runs of base64 say nothing, and would be found everywhere.
constexpr size_t kBase64Least = 4;

// The characters of base64 that depend on `value` alone when `offset` (0, 1, 2) bytes of something
// else come before it.
std::string base64_core(std::string_view value, size_t offset, bool url_safe) {
  std::string bytes(offset, '\0');
  bytes += value;
  const size_t first = (offset * 8 + 5) / 6;
  std::string out = base64(bytes).substr(first, bytes.size() * 8 / 6 - first);
  if (url_safe) {
    std::ranges::replace(out, '+', '-');
    std::ranges::replace(out, '/', '_');
  }
  return out;
}

struct UrlForm {
  std::string_view name;
  std::string_view safe;  // left alone beside letters, digits and "_.-~"
  bool plus;              // a space as '+'
  bool upper;             // hex digits
};
constexpr UrlForm kUrlForms[] = {
    {"url", "", false, true},      {"url/", "/", false, true},
    {"url+", "", true, true},      {"url=", "/:?#[]@!$&'()*+,;=%", false, true},
    {"url-low", "", false, false}, {"url/-low", "/", false, false},
    {"url+-low", "", true, false},
};

std::string url_encoded(std::string_view value, const UrlForm& form) {
  const char* hex = form.upper ? "0123456789ABCDEF" : "0123456789abcdef";
  std::string out;
  for (char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                       (byte >= 'A' && byte <= 'Z') ||
                       std::string_view("_.-~").find(c) != std::string_view::npos ||
                       form.safe.find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else if (c == ' ' && form.plus) {
      out += '+';
    } else {
      out += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
  return out;
}

// What stands between the quotes of a JSON text.
std::string json_encoded(std::string_view value, bool ascii) {
  const std::string text =
      Json(std::string(value)).dump(-1, ' ', ascii, Json::error_handler_t::replace);
  return text.substr(1, text.size() - 2);
}

// As repr() shows it, for the characters that it escapes everywhere.
std::string python_encoded(std::string_view value) {
  std::string out;
  for (char c : value) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// Calls `change` on each text of the document.
template <typename Change>
void each_text(OrderedJson& document, const Change& change) {
  if (document.is_string()) {
    document = change(document.get_ref<const std::string&>());
  } else if (document.is_array()) {
    for (OrderedJson& item : document) each_text(item, change);
  } else if (document.is_object()) {
    OrderedJson out = OrderedJson::object();
    for (auto& [name, value] : document.items()) {
      each_text(value, change);
      out[change(name)] = std::move(value);
    }
    document = std::move(out);
  }
}

}  // namespace

void Redactor::add_needle(const std::string& name, std::string_view form, std::string text) {
  if (text.empty()) return;
  for (const Needle& needle : needles_) {
    if (needle.text == text) return;
  }
  std::string marker = "[secret:" + name;
  if (!form.empty()) marker.append("|").append(form);
  marker += ']';
  Needle made{std::move(text), std::move(marker)};
  auto longer = [](const Needle& a, const Needle& b) { return a.text.size() > b.text.size(); };
  needles_.insert(std::upper_bound(needles_.begin(), needles_.end(), made, longer), made);
}

void Redactor::add_value(const std::string& name, std::string_view value) {
  if (value.empty()) return;
  if (value.size() < kShortestSecret) {
    whole_.push_back({std::string(value), "[secret:" + name + "]"});
    return;
  }
  add_needle(name, "", std::string(value));
  add_needle(name, "json", json_encoded(value, false));
  add_needle(name, "json-ascii", json_encoded(value, true));
  add_needle(name, "repr", python_encoded(value));
  for (const UrlForm& form : kUrlForms) add_needle(name, form.name, url_encoded(value, form));
  for (size_t offset = 0; offset < 3; ++offset) {
    for (bool url_safe : {false, true}) {
      std::string core = base64_core(value, offset, url_safe);
      if (core.size() < kBase64Least) continue;
      std::string form = (url_safe ? "base64url+" : "base64+") + std::to_string(offset);
      add_needle(name, form, std::move(core));
    }
  }
}

namespace {

// The texts of a document, by their path.
void collect_texts(const Json& document, const std::string& path,
                   std::vector<std::pair<std::string, std::string>>& out) {
  if (document.is_string()) {
    out.emplace_back(path, document.get<std::string>());
  } else if (document.is_array()) {
    for (size_t i = 0; i < document.size(); ++i) {
      collect_texts(document[i], json_item(path, i), out);
    }
  } else if (document.is_object()) {
    for (const auto& [name, value] : document.items()) {
      collect_texts(value, json_member(path, name), out);
    }
  }
}

}  // namespace

void Redactor::add(std::string_view name, std::string_view value) {
  add_value(std::string(name), value);
  const size_t start = value.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos || (value[start] != '{' && value[start] != '[')) return;
  std::string problem;
  std::optional<Json> document = parse_json(value, &problem);
  if (!document) return;
  std::vector<std::pair<std::string, std::string>> texts;
  collect_texts(*document, std::string(name), texts);
  for (const auto& [path, text] : texts) add_value(path, text);
}

// One pass, the longest match at each place: what has been put in is not looked at again.
std::string Redactor::exchange(std::string_view text, std::string Needle::*from,
                               std::string Needle::*to) const {
  for (const Needle& needle : whole_) {
    if (text == needle.*from) return needle.*to;
  }
  bool begins[256] = {};
  for (const Needle& needle : needles_)
    begins[static_cast<unsigned char>((needle.*from)[0])] = true;
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const Needle* found = nullptr;
    if (begins[static_cast<unsigned char>(text[i])]) {
      for (const Needle& needle : needles_) {
        if (text.substr(i).starts_with(needle.*from)) {
          found = &needle;
          break;
        }
      }
    }
    if (found) {
      out += found->*to;
      i += (found->*from).size();
    } else {
      out += text[i++];
    }
  }
  return out;
}

std::string Redactor::redact(std::string_view text) const {
  return empty() ? std::string(text) : exchange(text, &Needle::text, &Needle::marker);
}

std::string Redactor::restore(std::string_view text) const {
  return empty() ? std::string(text) : exchange(text, &Needle::marker, &Needle::text);
}

void Redactor::redact(OrderedJson& document) const {
  if (empty()) return;
  each_text(document, [this](const std::string& text) { return redact(text); });
}

void Redactor::restore(OrderedJson& document) const {
  if (empty()) return;
  each_text(document, [this](const std::string& text) { return restore(text); });
}

std::string secret_stand_in(std::string_view name, size_t bytes, size_t code_points) {
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
  uint64_t state = 0xcbf29ce484222325u;  // FNV-1a of the name, then a generator seeded by it
  for (char c : name) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  std::string out;
  size_t beyond = bytes > code_points ? bytes - code_points : 0;
  for (size_t i = 0; i < code_points; ++i) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    switch (std::min<size_t>(beyond, 3)) {
      case 0:
        out += kLetters[(state >> 33) % kLetters.size()];
        break;
      case 1:
        out += "\u00e9";
        break;
      case 2:
        out += "\u20ac";
        break;
      default:
        out += "\U0001f511";
        break;
    }
    beyond -= std::min<size_t>(beyond, 3);
  }
  return out;
}

}  // namespace belljar
