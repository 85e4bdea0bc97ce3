// float and text: repr, printf-like styles, parsing. The digits come from std::to_chars and
// std::from_chars (shortest, exact, correctly rounded, no locale); only the layout is Python's.
#include <charconv>
#include <cmath>
#include <cstring>

#include "runtime/messages.h"
#include "runtime/number.h"
#include "runtime/number_text.h"
#include "runtime/str.h"
#include "runtime/unicode.h"
#include "support/utf8.h"

namespace belljar {

namespace {

// Digits beyond this are zeros in every double.
constexpr int kMaxPrecision = 1100;

// Decimal digits of |d| without point, and the exponent of the first.
struct Digits {
  char text[kMaxPrecision + 8];
  int count;
  int exponent;
};

// `precision` digits behind the first, or the shortest that read back as d (precision < 0).
void decimal_digits(double d, int precision, Digits* out) {
  char buffer[kMaxPrecision + 32];
  char* limit = buffer + sizeof buffer;
  char* end =
      (precision < 0 ? std::to_chars(buffer, limit, d, std::chars_format::scientific)
                     : std::to_chars(buffer, limit, d, std::chars_format::scientific, precision))
          .ptr;
  char* e = end;
  while (*--e != 'e') {
  }
  out->exponent = 0;
  std::from_chars(e[1] == '+' ? e + 2 : e + 1, end, out->exponent);
  out->text[0] = buffer[0];
  int fraction = e - buffer > 2 ? static_cast<int>(e - buffer) - 2 : 0;
  std::memcpy(out->text + 1, buffer + 2, static_cast<size_t>(fraction));
  out->count = 1 + fraction;
}

void append_exponent(std::string* out, int exponent, char letter) {
  *out += letter;
  *out += exponent < 0 ? '-' : '+';
  unsigned magnitude = static_cast<unsigned>(exponent < 0 ? -exponent : exponent);
  if (magnitude < 10) *out += '0';
  char text[8];
  out->append(text, std::to_chars(text, text + 8, magnitude).ptr);
}

// g and r: fixed notation for moderate exponents, else scientific.
void append_general(std::string* out, double d, FloatStyle style) {
  bool shortest = style.type == 'r';
  int precision = shortest ? 17 : style.precision == 0 ? 1 : style.precision;
  Digits digits;
  int asked = precision - 1 < kMaxPrecision ? precision - 1 : kMaxPrecision;
  decimal_digits(d, shortest ? -1 : asked, &digits);
  while (digits.count > 1 && digits.text[digits.count - 1] == '0') --digits.count;
  int shown = style.alternate && !shortest ? precision : digits.count;
  auto digit_at = [&](int i) { return i < digits.count ? digits.text[i] : '0'; };

  int point = digits.exponent + 1;  // position of the decimal point among the digits
  bool scientific = point <= -4 || point > (shortest ? 16 : precision - (style.dot_zero ? 1 : 0));
  if (scientific) {
    *out += digits.text[0];
    if (shown > 1 || style.alternate) *out += '.';
    for (int i = 1; i < shown; ++i) *out += digit_at(i);
    append_exponent(out, digits.exponent, style.type == 'G' ? 'E' : 'e');
    return;
  }
  if (point <= 0) {
    *out += '0';
  } else {
    for (int i = 0; i < point; ++i) *out += digit_at(i);
  }
  if (shown > point) {
    *out += '.';
    for (int i = point; i < 0; ++i) *out += '0';
    for (int i = point > 0 ? point : 0; i < shown; ++i) *out += digit_at(i);
  } else if (style.dot_zero) {
    *out += ".0";
  } else if (style.alternate) {
    *out += '.';
  }
}

// d >= 0 with `precision` digits behind the point, exactly and rounded half to even, where the
// digits fit 64 bits: what most programs print. False: it is beyond that.
bool append_fixed_small(std::string* out, double d, int precision) {
  constexpr int kMost = 9;
  constexpr uint64_t kTens[kMost + 1] = {1,      10,      100,      1000,      10000,
                                         100000, 1000000, 10000000, 100000000, 1000000000};
  if (precision > kMost || !(d < 1e9)) return false;
  // d = mantissa * 2^-shift, so the digits are mantissa * 10^precision >> shift.
  int exponent;
  const uint64_t mantissa = static_cast<uint64_t>(std::ldexp(std::frexp(d, &exponent), 53));
  const int shift = 53 - exponent;
  if (shift < 1 || shift > 120) return false;
  const unsigned __int128 scaled = static_cast<unsigned __int128>(mantissa) * kTens[precision];
  uint64_t digits = static_cast<uint64_t>(scaled >> shift);
  const unsigned __int128 half = static_cast<unsigned __int128>(1) << (shift - 1);
  const unsigned __int128 rest = scaled & ((half << 1) - 1);
  if (rest > half || (rest == half && (digits & 1))) ++digits;
  char text[40];
  char* end = std::to_chars(text, text + sizeof text, digits / kTens[precision]).ptr;
  if (precision > 0) {
    *end++ = '.';
    uint64_t fraction = digits % kTens[precision];
    for (int i = precision - 1; i >= 0; --i, fraction /= 10) {
      end[i] = static_cast<char>('0' + fraction % 10);
    }
    end += precision;
  }
  out->append(text, end);
  return true;
}

}  // namespace

void append_float(std::string* out, double d, FloatStyle style) {
  bool upper = style.type >= 'A' && style.type <= 'Z';
  if (!std::isfinite(d)) {
    if (std::isinf(d) && d < 0) *out += '-';
    *out += std::isnan(d) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf");
    return;
  }
  if (std::signbit(d)) *out += '-';
  d = std::fabs(d);
  int precision = style.precision;
  int asked = precision < kMaxPrecision ? precision : kMaxPrecision;
  switch (style.type) {
    case 'f':
    case 'F': {
      if (!style.alternate && append_fixed_small(out, d, precision)) break;
      char buffer[kMaxPrecision + 350];
      auto end = std::to_chars(buffer, buffer + sizeof buffer, d, std::chars_format::fixed, asked);
      out->append(buffer, end.ptr);
      if (precision == 0 && style.alternate) *out += '.';
      out->append(static_cast<size_t>(precision - asked), '0');
      break;
    }
    case 'e':
    case 'E': {
      Digits digits;
      decimal_digits(d, asked, &digits);
      *out += digits.text[0];
      if (precision > 0 || style.alternate) *out += '.';
      out->append(digits.text + 1, static_cast<size_t>(digits.count - 1));
      out->append(static_cast<size_t>(precision - asked), '0');
      append_exponent(out, digits.exponent, style.type);
      break;
    }
    default:
      append_general(out, d, style);
  }
}

size_t float_repr_to(double d, char* out) {
  if (std::isnan(d)) return std::memcpy(out, "nan", 3), 3;
  if (std::isinf(d))
    return d < 0 ? (std::memcpy(out, "-inf", 4), 4) : (std::memcpy(out, "inf", 3), 3);
  char* p = out;
  // Integers of moderate size, the commonest case, need no search for the shortest digits.
  if (d > -1e15 && d < 1e15 && d == std::trunc(d)) {
    if (std::signbit(d)) {
      *p++ = '-';
      d = -d;
    }
    p = std::to_chars(p, out + kFloatReprMax, static_cast<int64_t>(d)).ptr;
    *p++ = '.';
    *p++ = '0';
    return static_cast<size_t>(p - out);
  }
  double magnitude = std::fabs(d);
  if (magnitude >= 1e-4 && magnitude < 1e16) {
    p = std::to_chars(out, out + kFloatReprMax, d, std::chars_format::fixed).ptr;
    if (magnitude >= 1e15 && !std::memchr(out, '.', static_cast<size_t>(p - out))) {
      *p++ = '.';
      *p++ = '0';
    }
    return static_cast<size_t>(p - out);
  }
  p = std::to_chars(out, out + kFloatReprMax, d, std::chars_format::scientific).ptr;
  return static_cast<size_t>(p - out);
}

std::string float_repr(double d) {
  char text[kFloatReprMax];
  return std::string(text, float_repr_to(d, text));
}

Value float_to_str(Context& context, double d) {
  char text[kFloatReprMax];
  return new_str(context, std::string_view(text, float_repr_to(d, text)));
}

// --- parsing -------------------------------------------------------------------------------------

std::string_view ascii_number_text(std::string_view text, std::string* storage) {
  bool ascii = true;
  for (char c : text) ascii &= static_cast<unsigned char>(c) < 128;
  if (ascii) return text;
  storage->reserve(text.size());
  size_t at = 0;
  while (at < text.size()) {
    DecodedCodePoint decoded = decode_utf8(text, at, true);
    uint32_t c = decoded.code_point;
    at += decoded.length ? decoded.length : 1;
    if (c < 128) {
      *storage += static_cast<char>(c);
    } else if (int digit = decimal_value(c); digit >= 0) {
      *storage += static_cast<char>('0' + digit);
    } else {
      *storage += is_space(c) ? ' ' : '?';
    }
  }
  return *storage;
}

namespace {

bool is_c_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// from_chars gives no value when it is out of range: the decimal exponent of the first digit that
// is not zero tells overflow from underflow. The exponent's own text may be of any length.
double out_of_range_value(std::string_view text) {
  int64_t leading = 0;
  bool point = false, found = false;
  size_t i = 0;
  for (; i < text.size() && (text[i] | 32) != 'e'; ++i) {
    if (text[i] == '.') {
      point = true;
    } else if (found) {
      leading += !point;
    } else if (text[i] != '0') {
      found = true;
    } else if (point) {
      --leading;
    }
  }
  int64_t exponent = 0;
  bool negative = false;
  for (++i; i < text.size(); ++i) {
    if (text[i] == '-') negative = true;
    if (is_ascii_digit(text[i]) && exponent < (int64_t{1} << 40)) {
      exponent = exponent * 10 + (text[i] - '0');
    }
  }
  return leading + (negative ? -exponent : exponent) > 0 ? HUGE_VAL : 0.0;
}

bool starts_with_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    if ((text[i] | 32) != word[i]) return false;
  }
  return true;
}

}  // namespace

std::string_view strip_ascii_space(std::string_view text) {
  while (!text.empty() && is_c_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_c_space(text.back())) text.remove_suffix(1);
  return text;
}

bool remove_underscores(std::string_view text, std::string* out) {
  char previous = '\0';
  for (char c : text) {
    if (c == '_') {
      if (!is_ascii_digit(previous)) return false;
    } else {
      if (previous == '_' && !is_ascii_digit(c)) return false;
      *out += c;
    }
    previous = c;
  }
  return previous != '_';
}

bool scan_float(std::string_view* text, double* out) {
  std::string_view body = *text;
  bool negative = false;
  if (!body.empty() && (body.front() == '+' || body.front() == '-')) {
    negative = body.front() == '-';
    body.remove_prefix(1);
  }
  double value = 0;
  if (starts_with_word(body, "infinity")) {
    value = HUGE_VAL;
    body.remove_prefix(8);
  } else if (starts_with_word(body, "inf")) {
    value = HUGE_VAL;
    body.remove_prefix(3);
  } else if (starts_with_word(body, "nan")) {
    value = NAN;
    body.remove_prefix(3);
  } else {
    if (body.empty() || !(is_ascii_digit(body.front()) || body.front() == '.')) return false;
    auto read = std::from_chars(body.data(), body.data() + body.size(), value);
    if (read.ptr == body.data()) return false;
    size_t used = static_cast<size_t>(read.ptr - body.data());
    if (read.ec == std::errc::result_out_of_range) value = out_of_range_value(body.substr(0, used));
    body.remove_prefix(used);
  }
  *out = negative ? -value : value;
  *text = body;
  return true;
}

Value float_from_text(Context& context, std::string_view text, bool is_bytes) {
  if (!context.charge_bytes(text.size())) return Value::stopped();
  if (!context.heap().fits(2 * text.size())) return context.stop_memory();  // the copies
  std::string storage, without;
  std::string_view s = is_bytes ? text : ascii_number_text(text, &storage);
  s = strip_ascii_space(s);
  bool valid = true;
  if (s.find('_') != std::string_view::npos) {
    valid = remove_underscores(s, &without);
    s = without;
  }
  double value;
  if (valid && scan_float(&s, &value) && s.empty()) {
    return Value::real(std::isnan(value) ? std::copysign(context.fresh_nan(), value) : value);
  }
  constexpr std::string_view kMessage = "could not convert string to float: ";
  return is_bytes ? raise_quoting_bytes(context, Exc::ValueError, kMessage, text)
                  : raise_quoting(context, Exc::ValueError, kMessage, text);
}

}  // namespace belljar
