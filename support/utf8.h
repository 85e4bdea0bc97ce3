// UTF-8: the only text encoding inside the interpreter, so its rules are written once.
//
// "Lenient" forms also accept surrogates (ED A0..BF xx): Python strings may hold lone surrogates
// and we store them in that form (CPython's "surrogatepass").
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace belljar {

struct DecodedCodePoint {
  uint32_t code_point = 0;
  uint32_t length = 0;  // bytes; 0: malformed
};

inline constexpr uint32_t kMaxCodePoint = 0x10FFFF;

constexpr bool is_surrogate(uint32_t code_point) {
  return code_point >= 0xD800 && code_point <= 0xDFFF;
}

// Decodes the code point at `offset` (which must be < text.size()).
DecodedCodePoint decode_utf8(std::string_view text, size_t offset, bool lenient = false);

// Offset of the first byte that starts no well-formed sequence, or npos if the text is valid.
size_t find_invalid_utf8(std::string_view text, bool lenient = false);

// Writes 1-4 bytes (surrogates too) and returns their number. The code point must be <= 10FFFF.
size_t encode_utf8(uint32_t code_point, char out[4]);
void append_utf8(std::string& out, uint32_t code_point);

// The number of code points of a valid text.
size_t code_point_count(std::string_view text);

}  // namespace belljar
