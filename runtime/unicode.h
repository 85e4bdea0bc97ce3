// Character properties and case mappings as CPython 3.11's str methods see them (Unicode 14).
//
// Answers for one code point; the ASCII cases are inline, for nearly all text is ASCII.
#pragma once

#include <cstdint>
#include <string_view>

namespace belljar {

// Bits of kAsciiClass.
enum AsciiClass : uint8_t {
  kAsciiLower = 1,
  kAsciiUpper = 2,
  kAsciiDigit = 4,
  kAsciiSpace = 8,
  kAsciiPrintable = 16,
  kAsciiUnderscore = 32,
  kAsciiLineBreak = 64,
};
struct AsciiTable {
  uint8_t bits[128];
};
constexpr AsciiTable make_ascii_table() {
  AsciiTable t = {};
  for (int c = 0; c < 128; ++c) {
    uint8_t bits = 0;
    if (c >= 'a' && c <= 'z') bits |= kAsciiLower;
    if (c >= 'A' && c <= 'Z') bits |= kAsciiUpper;
    if (c >= '0' && c <= '9') bits |= kAsciiDigit;
    if ((c >= 9 && c <= 13) || (c >= 28 && c <= 32)) bits |= kAsciiSpace;
    if (c >= 32 && c < 127) bits |= kAsciiPrintable;
    if (c == '_') bits |= kAsciiUnderscore;
    if ((c >= 10 && c <= 13) || (c >= 28 && c <= 30)) bits |= kAsciiLineBreak;
    t.bits[c] = bits;
  }
  return t;
}
inline constexpr AsciiTable kAsciiClass = make_ascii_table();

// For code points >= 128.
bool unicode_is_alpha(uint32_t c);
bool unicode_is_decimal(uint32_t c);
bool unicode_is_digit(uint32_t c);
bool unicode_is_numeric(uint32_t c);
bool unicode_is_space(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_upper(uint32_t c);
bool unicode_is_printable(uint32_t c);
bool unicode_is_identifier_start(uint32_t c);
bool unicode_is_identifier_part(uint32_t c);

inline bool ascii_is(uint32_t c, uint8_t bits) { return kAsciiClass.bits[c] & bits; }
inline bool is_alpha(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiLower | kAsciiUpper) : unicode_is_alpha(c);
}
inline bool is_decimal(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiDigit) : unicode_is_decimal(c);
}
inline bool is_digit(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiDigit) : unicode_is_digit(c);
}
inline bool is_numeric(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiDigit) : unicode_is_numeric(c);
}
inline bool is_alnum(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiLower | kAsciiUpper | kAsciiDigit)
                 : unicode_is_alpha(c) || unicode_is_numeric(c);
}
inline bool is_space(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiSpace) : unicode_is_space(c);
}
inline bool is_lower(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiLower) : unicode_is_lower(c);
}
inline bool is_upper(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiUpper) : unicode_is_upper(c);
}
inline bool is_printable(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiPrintable) : unicode_is_printable(c);
}
inline bool is_line_break(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiLineBreak) : c == 0x85 || c == 0x2028 || c == 0x2029;
}
bool is_title(uint32_t c);  // category Lt
bool is_cased(uint32_t c);
bool is_case_ignorable(uint32_t c);
inline bool is_identifier_start(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiLower | kAsciiUpper | kAsciiUnderscore)
                 : unicode_is_identifier_start(c);
}
// Whether the text (valid UTF-8, surrogates allowed) has the form of a name.
bool is_identifier(std::string_view text);
inline bool is_identifier_part(uint32_t c) {
  return c < 128 ? ascii_is(c, kAsciiLower | kAsciiUpper | kAsciiUnderscore | kAsciiDigit)
                 : unicode_is_identifier_part(c);
}

// 0-9, or -1.
int decimal_value(uint32_t c);

// Full mappings: write 1-3 code points and return their number. Context-free: the final sigma is
// the caller's.
int upper_of(uint32_t c, uint32_t out[3]);
int lower_of(uint32_t c, uint32_t out[3]);
int title_of(uint32_t c, uint32_t out[3]);
int fold_of(uint32_t c, uint32_t out[3]);

}  // namespace belljar
