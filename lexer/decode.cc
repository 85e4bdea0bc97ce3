// The steps of decode_source(), in order: mark, cookie, NUL, encoding, newlines.
#include "lexer/decode.h"

#include <cstring>
#include <string>

#include "support/utf8.h"

namespace belljar {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class Encoding { kUtf8, kAscii, kLatin1, kUnknown };

bool is_blank_or_comment(std::string_view line) {
  const size_t start = line.find_first_not_of(" \t\f\r");
  return start == std::string_view::npos || line[start] == '#';
}

bool is_encoding_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

// PEP 263: `coding[:=]\s*([-\w.]+)` in a comment line.
std::string_view find_cookie_in_line(std::string_view line) {
  const size_t hash = line.find_first_not_of(" \t\f");
  if (hash == std::string_view::npos || line[hash] != '#') return {};
  for (size_t at = hash; (at = line.find("coding", at)) != std::string_view::npos;) {
    at += 6;
    if (at >= line.size() || (line[at] != ':' && line[at] != '=')) continue;
    ++at;
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
    const size_t start = at;
    while (at < line.size() && is_encoding_character(line[at])) ++at;
    if (at > start) return line.substr(start, at - start);
  }
  return {};
}

struct Cookie {
  std::string_view name;
  int32_t line = 0;
};

// The cookie stands in the first line, or in the second if the first holds no code.
Cookie find_cookie(std::string_view bytes) {
  size_t start = 0;
  for (int32_t number = 1; number <= 2 && start < bytes.size(); ++number) {
    size_t end = bytes.find_first_of("\r\n", start);
    if (end == std::string_view::npos) end = bytes.size();
    const std::string_view line = bytes.substr(start, end - start);
    const std::string_view name = find_cookie_in_line(line);
    if (!name.empty()) return {name, number};
    if (!is_blank_or_comment(line)) break;
    const bool crlf = end + 1 < bytes.size() && bytes[end] == '\r' && bytes[end + 1] == '\n';
    start = end + (crlf ? 2 : 1);
  }
  return {};
}

Encoding encoding_of(std::string_view cookie) {
  std::string name;
  for (const char c : cookie) {
    name += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  const auto is_or_begins = [&](std::string_view prefix) {
    return name == prefix || name.rfind(std::string(prefix) + "-", 0) == 0;
  };
  if (is_or_begins("utf-8") || name == "utf8" || name == "u8") return Encoding::kUtf8;
  if (is_or_begins("latin-1") || is_or_begins("iso-8859-1") || is_or_begins("iso-latin-1") ||
      name == "latin1" || name == "iso8859-1" || name == "l1" || name == "8859") {
    return Encoding::kLatin1;
  }
  if (name == "ascii" || name == "us-ascii") return Encoding::kAscii;
  return Encoding::kUnknown;
}

SyntaxError make_error(std::string message, int32_t line) {
  SyntaxError error;
  error.message = std::move(message);
  error.line = line;
  return error;
}

std::string hex_byte(unsigned char byte) {
  return {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
}

std::optional<SyntaxError> check_encoding(std::string_view bytes, Encoding encoding) {
  size_t bad = std::string_view::npos;
  std::string codec = "'utf-8' codec can't decode byte 0x";
  std::string reason;
  if (encoding == Encoding::kUtf8) {
    bad = find_invalid_utf8(bytes);
    if (bad != std::string_view::npos) {
      const auto lead = static_cast<unsigned char>(bytes[bad]);
      const bool may_lead = lead >= 0xC2 && lead <= 0xF4;
      const size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      reason = !may_lead                     ? "invalid start byte"
               : bad + length > bytes.size() ? "unexpected end of data"
                                             : "invalid continuation byte";
    }
  } else if (encoding == Encoding::kAscii) {
    codec = "'ascii' codec can't decode byte 0x";
    reason = "ordinal not in range(128)";
    for (size_t i = 0; i < bytes.size() && bad == std::string_view::npos; ++i) {
      if (static_cast<unsigned char>(bytes[i]) >= 0x80) bad = i;
    }
  }
  if (bad == std::string_view::npos) return std::nullopt;
  const std::string message = "(unicode error) " + codec +
                              hex_byte(static_cast<unsigned char>(bytes[bad])) + " in position " +
                              std::to_string(bad) + ": " + reason;
  int32_t line = 1;
  for (size_t i = 0; i < bad; ++i) line += bytes[i] == '\n';
  return make_error(message, line);
}

// Copies with "\r\n" and "\r" turned into "\n" and, for Latin-1, each byte into a code point.
std::string_view copy_text(std::string_view bytes, Encoding encoding, Arena& arena) {
  size_t size = bytes.size();
  if (encoding == Encoding::kLatin1) {
    for (const char c : bytes) size += static_cast<unsigned char>(c) >= 0x80;
  }
  char* const text = static_cast<char*>(arena.allocate(size + 2, 1));
  char* out = text;
  if (encoding != Encoding::kLatin1 && bytes.find('\r') == std::string_view::npos) {
    if (!bytes.empty()) std::memcpy(out, bytes.data(), bytes.size());
    out += bytes.size();
  } else {
    for (size_t i = 0; i < bytes.size(); ++i) {
      const char c = bytes[i];
      if (c == '\r') {
        if (i + 1 < bytes.size() && bytes[i + 1] == '\n') ++i;
        *out++ = '\n';
      } else if (encoding == Encoding::kLatin1) {
        out += encode_utf8(static_cast<unsigned char>(c), out);
      } else {
        *out++ = c;
      }
    }
  }
  if (out != text && out[-1] != '\n') *out++ = '\n';
  *out = '\0';
  return {text, static_cast<size_t>(out - text)};
}

}  // namespace

DecodedSource decode_source(std::string_view bytes, Arena& arena) {
  DecodedSource result;
  const bool has_mark = bytes.substr(0, 3) == kByteOrderMark;
  if (has_mark) bytes.remove_prefix(3);
  const Cookie cookie = find_cookie(bytes);
  const Encoding encoding = cookie.name.empty() ? Encoding::kUtf8 : encoding_of(cookie.name);
  if (has_mark && encoding != Encoding::kUtf8) {
    result.error = make_error("encoding problem: " + std::string(cookie.name) + " with BOM", 0);
  } else if (encoding == Encoding::kUnknown) {
    result.error = make_error("unknown encoding: " + std::string(cookie.name), 0);
  } else if (bytes.find('\0') != std::string_view::npos) {
    result.error = make_error("source code string cannot contain null bytes", 0);
  } else {
    result.error = check_encoding(bytes, encoding);
  }
  if (!result.error) result.text = copy_text(bytes, encoding, arena);
  return result;
}

}  // namespace belljar
