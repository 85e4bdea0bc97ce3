// UTF-8 decoding by the table of well-formed sequences (Unicode, table 3-7).
#include "support/utf8.h"

namespace belljar {

DecodedCodePoint decode_utf8(std::string_view text, size_t offset, bool lenient) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const auto tail = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const size_t left = text.size() - offset;
  const uint32_t b0 = byte(0);
  if (b0 < 0x80) return {b0, 1};
  if (b0 < 0xC2 || b0 > 0xF4) return {};
  if (b0 < 0xE0) {
    if (left < 2 || !tail(1)) return {};
    return {(b0 & 0x1F) << 6 | (byte(1) & 0x3Fu), 2};
  }
  if (b0 < 0xF0) {
    if (left < 3 || !tail(1) || !tail(2)) return {};
    const uint32_t cp = (b0 & 0x0F) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    if (cp < 0x800 || (is_surrogate(cp) && !lenient)) return {};
    return {cp, 3};
  }
  if (left < 4 || !tail(1) || !tail(2) || !tail(3)) return {};
  const uint32_t cp =
      (b0 & 0x07) << 18 | (byte(1) & 0x3Fu) << 12 | (byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu);
  if (cp < 0x10000 || cp > kMaxCodePoint) return {};
  return {cp, 4};
}

size_t find_invalid_utf8(std::string_view text, bool lenient) {
  size_t offset = 0;
  while (offset < text.size()) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      ++offset;
      continue;
    }
    const DecodedCodePoint decoded = decode_utf8(text, offset, lenient);
    if (decoded.length == 0) return offset;
    offset += decoded.length;
  }
  return std::string_view::npos;
}

size_t encode_utf8(uint32_t code_point, char out[4]) {
  if (code_point < 0x80) {
    out[0] = static_cast<char>(code_point);
    return 1;
  }
  if (code_point < 0x800) {
    out[0] = static_cast<char>(0xC0 | code_point >> 6);
    out[1] = static_cast<char>(0x80 | (code_point & 0x3F));
    return 2;
  }
  if (code_point < 0x10000) {
    out[0] = static_cast<char>(0xE0 | code_point >> 12);
    out[1] = static_cast<char>(0x80 | (code_point >> 6 & 0x3F));
    out[2] = static_cast<char>(0x80 | (code_point & 0x3F));
    return 3;
  }
  out[0] = static_cast<char>(0xF0 | code_point >> 18);
  out[1] = static_cast<char>(0x80 | (code_point >> 12 & 0x3F));
  out[2] = static_cast<char>(0x80 | (code_point >> 6 & 0x3F));
  out[3] = static_cast<char>(0x80 | (code_point & 0x3F));
  return 4;
}

void append_utf8(std::string& out, uint32_t code_point) {
  char bytes[4];
  out.append(bytes, encode_utf8(code_point, bytes));
}

size_t code_point_count(std::string_view text) {
  size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

}  // namespace belljar
