// Tokens of patterns and templates, and the small readings that both share.
#include "stdlib/re/tokens.h"

#include "runtime/str.h"
#include "runtime/unicode.h"

namespace belljar::re {

void Tokens::advance() {
  next_ = {};
  if (index_ >= source_.codes.size()) return;
  next_.first = source_.codes[index_++];
  next_.size = 1;
  if (next_.first != '\\') return;
  if (index_ >= source_.codes.size()) {
    if (!failed()) {
      fault_ = {Fault::Malformed, "bad escape (end of pattern)",
                static_cast<int64_t>(source_.codes.size()) - 1};
    }
    next_ = {};
    return;
  }
  next_.second = source_.codes[index_++];
  next_.size = 2;
}

bool Tokens::error(std::string message, int64_t back) {
  if (failed()) return false;
  if (bytes()) {
    // Bytes beyond ASCII are shown as escapes.
    std::string plain;
    for (size_t i = 0; i < message.size(); ++i) {
      unsigned char c = static_cast<unsigned char>(message[i]);
      if (c < 0x80) {
        plain += message[i];
        continue;
      }
      const unsigned code = (c & 0x1Fu) << 6 | (static_cast<unsigned char>(message[++i]) & 0x3Fu);
      constexpr char kHex[] = "0123456789abcdef";
      plain += {'\\', 'x', kHex[code >> 4 & 15], kHex[code & 15]};
    }
    message = std::move(plain);
  }
  fault_ = {Fault::Malformed, std::move(message), tell() - back};
  return false;
}

bool Tokens::get_until(char terminator, std::string_view what, std::vector<uint32_t>& name) {
  for (;;) {
    Token t = get();
    if (failed()) return false;
    if (t.at_end()) {
      if (name.empty()) return error("missing " + std::string(what));
      return error(std::string("missing ") + terminator + ", unterminated name",
                   static_cast<int64_t>(name.size()));
    }
    if (t.is(terminator)) {
      if (name.empty()) return error("missing " + std::string(what), 1);
      return true;
    }
    name.push_back(t.first);
    if (t.is_escape()) name.push_back(t.second);
  }
}

std::string utf8_of(uint32_t c) {
  std::string out;
  auto put = [&out](uint32_t b) { out += static_cast<char>(b); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return out;
}

std::string utf8_of(const std::vector<uint32_t>& codes) {
  std::string out;
  for (uint32_t c : codes) out += utf8_of(c);
  return out;
}

std::string token_text(const Token& token) {
  std::string out;
  if (token.size > 0) out += utf8_of(token.first);
  if (token.size > 1) out += utf8_of(token.second);
  return out;
}

bool is_identifier(const std::vector<uint32_t>& codes) {
  if (codes.empty() || !is_identifier_start(codes[0])) return false;
  for (uint32_t c : codes) {
    if (!is_identifier_part(c)) return false;
  }
  return true;
}

int64_t group_number(const std::vector<uint32_t>& codes) {
  size_t begin = 0, end = codes.size();
  while (begin < end && is_space(codes[begin])) ++begin;
  while (end > begin && is_space(codes[end - 1])) --end;
  bool negative = false;
  if (begin < end && (codes[begin] == '+' || codes[begin] == '-')) {
    negative = codes[begin++] == '-';
  }
  int64_t n = 0;
  bool digit = false;
  for (size_t i = begin; i < end; ++i) {
    if (codes[i] == '_' && digit && i + 1 < end) {
      digit = false;
      continue;
    }
    int value = is_decimal(codes[i]) ? decimal_value(codes[i]) : -1;
    if (value < 0) return -1;
    digit = true;
    n = n * 10 + value;
    if (n > INT64_MAX / 20) n = INT64_MAX / 20;
  }
  return digit && !(negative && n > 0) ? n : -1;
}

int simple_escape(uint32_t c) {
  switch (c) {
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
    case '\\':
      return '\\';
    default:
      return -1;
  }
}

}  // namespace belljar::re
