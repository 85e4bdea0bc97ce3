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

// Six bits of base64, in either alphabet; -1 for other characters.
int sextet_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}
char sextet_char(int sextet, bool url_safe) {
  if (sextet < 26) return static_cast<char>('A' + sextet);
  if (sextet < 52) return static_cast<char>('a' + sextet - 26);
  if (sextet < 62) return static_cast<char>('0' + sextet - 52);
  return sextet == 62 ? (url_safe ? '-' : '+') : (url_safe ? '_' : '/');
}

// Latin-1 is what HTTP's Basic authentication encodes. Nothing if it is the same, or cannot be.
std::string latin1_encoded(std::string_view value) {
  std::string out;
  for (size_t i = 0; i < value.size(); ++i) {
    const auto lead = static_cast<unsigned char>(value[i]);
    if (lead < 0x80) {
      out += value[i];
    } else if ((lead == 0xc2 || lead == 0xc3) && i + 1 < value.size()) {
      out += static_cast<char>((lead & 3) << 6 | (value[++i] & 0x3f));
    } else {
      return {};
    }
  }
  return out.size() == value.size() ? std::string() : out;
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
  add_needle(Needle{.text = std::move(text), .marker = {}}, name, form);
}

void Redactor::add_needle(Needle made, const std::string& name, std::string_view form) {
  if (made.text.empty()) return;
  for (const Needle& needle : needles_) {
    if (needle.text == made.text) return;
  }
  std::string marker = "[secret:" + name;
  if (!form.empty()) marker.append("|").append(form);
  marker += ']';
  made.marker = std::move(marker);
  auto longer = [](const Needle& a, const Needle& b) { return a.text.size() > b.text.size(); };
  needles_.insert(std::upper_bound(needles_.begin(), needles_.end(), made, longer), made);
}

void Redactor::add_value(const std::string& name, std::string_view value) {
  if (value.empty()) return;
  if (value.size() < kShortestSecret) {
    whole_.push_back({.text = std::string(value), .marker = "[secret:" + name + "]"});
    return;
  }
  add_needle(name, "", std::string(value));
  add_needle(name, "json", json_encoded(value, false));
  add_needle(name, "json-ascii", json_encoded(value, true));
  add_needle(name, "repr", python_encoded(value));
  for (const UrlForm& form : kUrlForms) add_needle(name, form.name, url_encoded(value, form));
  add_base64(name, value, "base64");
  add_base64(name, latin1_encoded(value), "base64-latin1");
}

// The characters that depend on `value` alone when 0, 1 or 2 bytes of something else come before.
void Redactor::add_base64(const std::string& name, std::string_view value, std::string_view form) {
  for (size_t offset = 0; offset < 3 && !value.empty(); ++offset) {
    std::string bytes(offset, '\0');
    bytes += value;
    const std::string all = base64(bytes);
    const size_t first = (offset * 8 + 5) / 6, end = bytes.size() * 8 / 6;
    if (end < first + kBase64Least) continue;
    Needle needle;
    if (offset > 0) {
      needle.before.mask = static_cast<uint8_t>((1 << (first * 6 - offset * 8)) - 1);
      needle.before.bits = static_cast<uint8_t>(sextet_of(all[first - 1]));
    }
    if (const size_t rest = bytes.size() * 8 % 6; rest > 0) {
      needle.after.mask = static_cast<uint8_t>(0x3f & ~((1 << (6 - rest)) - 1));
      needle.after.bits = static_cast<uint8_t>(sextet_of(all[end]));
    }
    const std::string at = '+' + std::to_string(offset);
    needle.text = all.substr(first, end - first);
    add_needle(needle, name, std::string(form) + at);
    needle.url_safe = true;
    std::ranges::replace(needle.text, '+', '-');
    std::ranges::replace(needle.text, '/', '_');
    add_needle(needle, name, std::string(form) + "url" + at);
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
                               std::string Needle::*to, bool restoring) const {
  // `c`, with the secret's bits put in or taken out.
  auto at_seam = [restoring](char c, const Needle& needle, Seam seam) {
    const int sextet = seam.mask == 0 ? -1 : sextet_of(c);
    if (sextet < 0) return c;
    const int others = sextet & ~seam.mask;
    return sextet_char(restoring ? others | (seam.bits & seam.mask) : others, needle.url_safe);
  };
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
      if (!out.empty()) out.back() = at_seam(out.back(), *found, found->before);
      out += found->*to;
      i += (found->*from).size();
      if (found->after.mask != 0 && i < text.size())
        out += at_seam(text[i++], *found, found->after);
    } else {
      out += text[i++];
    }
  }
  return out;
}

std::string Redactor::redact(std::string_view text) const {
  return empty() ? std::string(text) : exchange(text, &Needle::text, &Needle::marker, false);
}

std::string Redactor::restore(std::string_view text) const {
  return empty() ? std::string(text) : exchange(text, &Needle::marker, &Needle::text, true);
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
