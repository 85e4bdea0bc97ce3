// Properties as formulas over utf8proc's general categories, corrected by the generated exceptions.
#include "runtime/unicode.h"

#include <utf8proc.h>

#include <cstddef>

#include "support/utf8.h"

namespace belljar {
namespace {

struct CodePointRange {
  uint32_t first, last;
};
struct FullMapping {
  uint32_t from;
  uint32_t to[3];
};
#include "runtime/unicode_tables.inc"

template <size_t N>
bool in_ranges(const CodePointRange (&ranges)[N], uint32_t c) {
  size_t low = 0, high = N;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (c > ranges[middle].last) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < N && c >= ranges[low].first;
}

utf8proc_category_t category_of(uint32_t c) {
  utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  if (category != UTF8PROC_CATEGORY_CN && in_ranges(kUnassigned, c)) return UTF8PROC_CATEGORY_CN;
  return category;
}

constexpr uint32_t bit(int category) { return 1u << category; }
bool has_category(uint32_t c, uint32_t mask) { return bit(category_of(c)) & mask; }

constexpr uint32_t kLetters = bit(UTF8PROC_CATEGORY_LU) | bit(UTF8PROC_CATEGORY_LL) |
                              bit(UTF8PROC_CATEGORY_LT) | bit(UTF8PROC_CATEGORY_LM) |
                              bit(UTF8PROC_CATEGORY_LO);
constexpr uint32_t kNumbers =
    bit(UTF8PROC_CATEGORY_ND) | bit(UTF8PROC_CATEGORY_NL) | bit(UTF8PROC_CATEGORY_NO);
constexpr uint32_t kNotPrintable = bit(UTF8PROC_CATEGORY_CN) | bit(UTF8PROC_CATEGORY_CC) |
                                   bit(UTF8PROC_CATEGORY_CF) | bit(UTF8PROC_CATEGORY_CS) |
                                   bit(UTF8PROC_CATEGORY_CO) | bit(UTF8PROC_CATEGORY_ZS) |
                                   bit(UTF8PROC_CATEGORY_ZL) | bit(UTF8PROC_CATEGORY_ZP);
constexpr uint32_t kStart = kLetters | bit(UTF8PROC_CATEGORY_NL);
constexpr uint32_t kPart = kStart | bit(UTF8PROC_CATEGORY_ND) | bit(UTF8PROC_CATEGORY_MN) |
                           bit(UTF8PROC_CATEGORY_MC) | bit(UTF8PROC_CATEGORY_PC);
constexpr uint32_t kIgnorable = bit(UTF8PROC_CATEGORY_MN) | bit(UTF8PROC_CATEGORY_ME) |
                                bit(UTF8PROC_CATEGORY_CF) | bit(UTF8PROC_CATEGORY_LM) |
                                bit(UTF8PROC_CATEGORY_SK);

template <size_t N>
int map_full(const FullMapping (&table)[N], uint32_t c, uint32_t simple, uint32_t out[3]) {
  size_t low = 0, high = N;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (c > table[middle].from) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == N || table[low].from != c) {
    out[0] = simple;
    return 1;
  }
  int count = 0;
  while (count < 3 && table[low].to[count] != 0) {
    out[count] = table[low].to[count];
    ++count;
  }
  return count;
}

uint32_t simple_case(utf8proc_int32_t (*map)(utf8proc_int32_t), uint32_t c) {
  if (in_ranges(kUnassigned, c)) return c;
  return static_cast<uint32_t>(map(static_cast<utf8proc_int32_t>(c)));
}

}  // namespace

bool unicode_is_alpha(uint32_t c) { return has_category(c, kLetters); }
bool unicode_is_decimal(uint32_t c) { return category_of(c) == UTF8PROC_CATEGORY_ND; }
bool unicode_is_digit(uint32_t c) {
  return (category_of(c) == UTF8PROC_CATEGORY_ND) != in_ranges(kDigit, c);
}
bool unicode_is_numeric(uint32_t c) { return has_category(c, kNumbers) != in_ranges(kNumeric, c); }
bool unicode_is_space(uint32_t c) {
  return (category_of(c) == UTF8PROC_CATEGORY_ZS) != in_ranges(kSpace, c);
}
bool unicode_is_lower(uint32_t c) {
  return (category_of(c) == UTF8PROC_CATEGORY_LL) != in_ranges(kLower, c);
}
bool unicode_is_upper(uint32_t c) {
  return (category_of(c) == UTF8PROC_CATEGORY_LU) != in_ranges(kUpper, c);
}
bool unicode_is_printable(uint32_t c) { return !has_category(c, kNotPrintable); }
bool unicode_is_identifier_start(uint32_t c) {
  return has_category(c, kStart) != in_ranges(kIdentifierStart, c);
}
bool unicode_is_identifier_part(uint32_t c) {
  return has_category(c, kPart) != in_ranges(kIdentifierPart, c);
}
bool is_title(uint32_t c) { return c >= 128 && category_of(c) == UTF8PROC_CATEGORY_LT; }
bool is_cased(uint32_t c) { return is_lower(c) || is_upper(c) || is_title(c); }
bool is_case_ignorable(uint32_t c) {
  return has_category(c, kIgnorable) != in_ranges(kCaseIgnorable, c);
}

int decimal_value(uint32_t c) {
  if (c < 128) return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : -1;
  for (uint32_t zero : kDecimalZeros) {
    if (c >= zero && c < zero + 10) return static_cast<int>(c - zero);
  }
  return -1;
}

int upper_of(uint32_t c, uint32_t out[3]) {
  return map_full(kUpperFull, c, simple_case(utf8proc_toupper, c), out);
}
int lower_of(uint32_t c, uint32_t out[3]) {
  return map_full(kLowerFull, c, simple_case(utf8proc_tolower, c), out);
}
int title_of(uint32_t c, uint32_t out[3]) {
  return map_full(kTitleFull, c, simple_case(utf8proc_totitle, c), out);
}
int fold_of(uint32_t c, uint32_t out[3]) {
  return map_full(kFoldFull, c, simple_case(utf8proc_tolower, c), out);
}

bool is_identifier(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const DecodedCodePoint c = decode_utf8(text, at, true);
    if (!(at == 0 ? is_identifier_start(c.code_point) : is_identifier_part(c.code_point))) {
      return false;
    }
    at += c.length;
  }
  return !text.empty();
}

}  // namespace belljar
