// Text of numbers: what the parsers of int(), float() and complex() share, and the layout of
// floating-point digits that repr, format() and % share.
#pragma once

#include <string>
#include <string_view>

namespace belljar {

// Non-ASCII decimal digits become ASCII ones and non-ASCII spaces ' ', as CPython reads numbers;
// anything else non-ASCII becomes '?'. ASCII text is returned as it is, without `storage`.
std::string_view ascii_number_text(std::string_view text, std::string* storage);
std::string_view strip_ascii_space(std::string_view text);
// Copies `text` without its underscores; false unless each stands between two digits.
bool remove_underscores(std::string_view text, std::string* out);
// Reads a float at the front of `text` as strtod does (inf and nan too) and advances behind it;
// false, and `text` unchanged, if there is none.
bool scan_float(std::string_view* text, double* out);

// `type`: e f g E F G as printf, or r (repr: shortest digits). `precision` as printf, ignored for
// r.
struct FloatStyle {
  char type;
  int precision;
  bool alternate = false;  // '#': always a point; g keeps trailing zeros
  bool dot_zero = false;   // "1.0" rather than "1"
};
// Appends the text of `d`. The length is at most kFloatTextMax + precision.
inline constexpr size_t kFloatTextMax = 340;
void append_float(std::string* out, double d, FloatStyle style);

}  // namespace belljar
