// Decoding of escapes. CPython reports positions in a text where each non-ASCII character has
// become
// "\UXXXXXXXX", so the position is counted apart from the offset.
#include "parser/escapes.h"

#include <cstdint>

#include "parser/unicode_names.h"
#include "support/utf8.h"

namespace belljar {

namespace {

constexpr size_t kWidthOfNonAscii = 10;  // \\U000000E9
constexpr size_t kWidthOfBackslash = 6;  // \\u005c

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }

// \a, \b ...: the character meant, or 0.
char simple_escape(char c) {
  switch (c) {
    case '\\':
    case '\'':
    case '"':
      return c;
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    default:
      return '\0';
  }
}

// Up to three octal digits at *at.
uint32_t read_octal(std::string_view text, size_t* at) {
  uint32_t value = 0;
  for (int digits = 0; digits < 3 && *at < text.size() && is_octal(text[*at]); ++digits) {
    value = value * 8 + static_cast<uint32_t>(text[(*at)++] - '0');
  }
  return value;
}

// How long `text` is after CPython's preparation: each non-ASCII character has become an escape,
// and so has a backslash before one (or at the end).
size_t position_width(std::string_view text) {
  const auto is_ascii = [&](size_t i) { return static_cast<unsigned char>(text[i]) < 0x80; };
  size_t width = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      const bool pair = i + 1 < text.size() && is_ascii(i + 1);
      width += pair ? 2 : kWidthOfBackslash;
      i += pair;
    } else if (is_ascii(i)) {
      ++width;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
      width += kWidthOfNonAscii;
    }
  }
  return width;
}

std::string unicode_error(size_t first, size_t end, const char* reason) {
  std::string message = "(unicode error) 'unicodeescape' codec can't decode ";
  if (end - first == 1) {
    message += "byte 0x5c in position " + std::to_string(first);
  } else {
    message += "bytes in position " + std::to_string(first) + "-" + std::to_string(end - 1);
  }
  return message + ": " + reason;
}

}  // namespace

std::string decode_string_escapes(std::string_view text, std::string* out, bool* has_surrogates) {
  size_t at = 0;
  while (at < text.size()) {
    const size_t backslash = text.find('\\', at);
    if (backslash == std::string_view::npos) {
      out->append(text.substr(at));
      break;
    }
    out->append(text.substr(at, backslash - at));
    const auto fail = [&](size_t end, const char* reason) {
      const size_t first = position_width(text.substr(0, backslash));
      return unicode_error(first, first + position_width(text.substr(backslash, end - backslash)),
                           reason);
    };
    at = backslash + 1;
    if (at == text.size()) {  // an f-string's text before "\{"
      *out += '\\';
      break;
    }
    const char c = text[at];
    if (c == '\n') {
      ++at;
    } else if (const char simple = simple_escape(c); simple != '\0') {
      *out += simple;
      ++at;
    } else if (is_octal(c)) {
      append_utf8(*out, read_octal(text, &at));
    } else if (c == 'x' || c == 'u' || c == 'U') {
      const size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : 8;
      ++at;
      uint32_t value = 0;
      for (size_t i = 0; i < digits; ++i, ++at) {
        const int digit = at < text.size() ? hex_value(text[at]) : -1;
        if (digit < 0) {
          return fail(at, c == 'x'   ? "truncated \\xXX escape"
                          : c == 'u' ? "truncated \\uXXXX escape"
                                     : "truncated \\UXXXXXXXX escape");
        }
        value = value * 16 + static_cast<uint32_t>(digit);
      }
      if (value > kMaxCodePoint) return fail(at, "illegal Unicode character");
      *has_surrogates |= is_surrogate(value);
      append_utf8(*out, value);
    } else if (c == 'N') {
      ++at;
      constexpr const char* kMalformed = "malformed \\N character escape";
      if (at == text.size() || text[at] != '{') return fail(at, kMalformed);
      const size_t close = text.find('}', ++at);
      if (close == std::string_view::npos) return fail(text.size(), kMalformed);
      if (close == at) return fail(at, kMalformed);
      const auto named = find_character_by_name(text.substr(at, close - at));
      at = close + 1;
      if (!named) return fail(at, "unknown Unicode character name");
      append_utf8(*out, *named);
    } else {
      *out += '\\';  // not an escape: both characters stay
    }
  }
  return {};
}

std::string decode_bytes_escapes(std::string_view text, std::string* out) {
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c != '\\') {
      *out += c;
      ++at;
      continue;
    }
    const size_t backslash = at++;
    const char escaped = text[at];
    if (escaped == '\n') {
      ++at;
    } else if (const char simple = simple_escape(escaped); simple != '\0') {
      *out += simple;
      ++at;
    } else if (is_octal(escaped)) {
      *out += static_cast<char>(read_octal(text, &at) & 0xFF);
    } else if (escaped == 'x') {
      const int high = at + 1 < text.size() ? hex_value(text[at + 1]) : -1;
      const int low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
      if (high < 0 || low < 0) {
        return "(value error) invalid \\x escape at position " + std::to_string(backslash);
      }
      *out += static_cast<char>(high * 16 + low);
      at += 3;
    } else {
      *out += '\\';
    }
  }
  return {};
}

}  // namespace belljar
