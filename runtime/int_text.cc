// int and text: parsing in any base, printing in bases 2, 8, 10, 16, and CPython's limit on the
// digits of decimal conversions (their cost is quadratic there; here it keeps programs portable).
#include <gmp.h>

#include <charconv>
#include <cstring>

#include "runtime/bigint.h"
#include "runtime/bytes.h"
#include "runtime/messages.h"
#include "runtime/number.h"
#include "runtime/number_text.h"
#include "runtime/str.h"

namespace belljar {

namespace {

constexpr size_t kMaxDigits = 4300;
constexpr uint64_t kMaxDigitsBits =
    14285;  // bits of 10**4300: more bits are always too many digits

Value too_many_digits(Context& context, size_t digits) {
  constexpr std::string_view kStart =
      "Exceeds the limit (4300 digits) for integer string conversion";
  constexpr std::string_view kEnd = "; use sys.set_int_max_str_digits() to increase the limit";
  if (digits == 0) return context.raise(Exc::ValueError, {kStart, kEnd});
  return context.raise(Exc::ValueError,
                       {kStart, ": value has ", std::to_string(digits), " digits", kEnd});
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char lower = static_cast<char>(c | 32);
  return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
}

int log2_of(int base) { return 31 - __builtin_clz(static_cast<unsigned>(base)); }
bool power_of_two(int base) { return (base & (base - 1)) == 0; }

// `digits` are values below `base`, most significant first.
Value from_digit_values(Context& context, const unsigned char* digits, size_t count, int base,
                        bool negative) {
  while (count > 0 && *digits == 0) {
    ++digits;
    --count;
  }
  if (count == 0) return Value::integer(0);
  // An upper bound of the length: bits a digit, rounded up in 1/16ths.
  uint64_t bits = power_of_two(base) ? count * static_cast<uint64_t>(log2_of(base))
                                     : count * static_cast<uint64_t>(log2_of(base) + 1);
  if (power_of_two(base) &&
      bits - static_cast<uint64_t>(log2_of(base)) >= context.limits().int_bits) {
    return context.stop_size();
  }
  size_t n = bits / 64 + 2;
  Limbs limbs(context, n);
  if (!limbs) return context.stop_memory();
  size_t used = mpn_set_str(limbs.data(), digits, count, base);
  return int_from_limbs(context, limbs.data(), used, negative);
}

// What is in the text between sign and end: digit values and their number.
enum class Parsed { Ok, Malformed };

struct Scan {
  std::string_view text;
  size_t at = 0;
  bool more() const { return at < text.size(); }
  char peek(size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
};

bool prefix_matches(char letter, int base) {
  char lower = static_cast<char>(letter | 32);
  return (base == 16 && lower == 'x') || (base == 8 && lower == 'o') || (base == 2 && lower == 'b');
}

Value invalid_literal(Context& context, std::string_view text, int base, bool is_bytes) {
  StrBuilder whole(context);
  is_bytes ? append_bytes_repr(whole, text) : append_str_repr(whole, text);
  if (whole.failed()) return context.stop_memory();
  const std::string_view quoted = whole.view();
  // %.200R: at most 200 characters of the repr.
  size_t at = 0, characters = 0;
  while (at < quoted.size() && characters < 200) {
    ++at;
    while (at < quoted.size() && (quoted[at] & 0xC0) == 0x80) ++at;
    ++characters;
  }
  return context.raise(Exc::ValueError, {"invalid literal for int() with base ",
                                         std::to_string(base), ": ", quoted.substr(0, at)});
}

}  // namespace

Value int_from_text(Context& context, std::string_view text, int base, bool is_bytes) {
  if (!context.charge_bytes(text.size())) return Value::stopped();
  // The common case: a short run of decimal digits.
  if (base == 10 && !text.empty() && text.size() <= 18) {
    size_t i = text[0] == '-' ? 1 : 0;
    int64_t value = 0;
    bool digits = i < text.size();
    for (; i < text.size(); ++i) {
      unsigned digit = static_cast<unsigned char>(text[i]) - unsigned{'0'};
      if (digit > 9) {
        digits = false;
        break;
      }
      value = value * 10 + static_cast<int64_t>(digit);
    }
    if (digits) return Value::integer(text[0] == '-' ? -value : value);
  }

  if (!context.heap().fits(2 * text.size())) return context.stop_memory();  // the copies
  std::string storage;
  Scan scan{strip_ascii_space(is_bytes ? text : ascii_number_text(text, &storage))};
  const int given_base = base;
  auto invalid = [&] { return invalid_literal(context, text, given_base, is_bytes); };
  bool negative = scan.peek() == '-';
  if (negative || scan.peek() == '+') ++scan.at;
  bool only_zero = false;  // base 0: "010" is no number, "00" is
  if (base == 0) {
    char letter = static_cast<char>(scan.peek(1) | 32);
    if (scan.peek() != '0') {
      base = 10;
    } else if (letter == 'x' || letter == 'o' || letter == 'b') {
      base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
    } else {
      base = 10;
      only_zero = true;
    }
  }
  if (scan.peek() == '0' && prefix_matches(scan.peek(1), base)) {
    scan.at += 2;
    if (scan.peek() == '_') ++scan.at;
  }

  std::string_view body = scan.text.substr(scan.at);
  std::string digits;
  digits.reserve(body.size());
  char previous = '_';  // an underscore may stand neither first, nor last, nor twice
  bool well_formed = true;
  for (char c : body) {
    if (c == '_') {
      if (previous == '_') well_formed = false;
    } else {
      int value = digit_value(c);
      if (value >= base) {
        well_formed = false;
        break;
      }
      digits += static_cast<char>(value);
    }
    previous = c;
    if (!well_formed) break;
  }
  if (!well_formed || previous == '_') {
    // The digits before the fault count first, as in CPython.
    if (!power_of_two(base) && digits.size() > kMaxDigits)
      return too_many_digits(context, digits.size());
    return invalid();
  }
  if (!power_of_two(base)) {
    if (digits.size() > kMaxDigits) return too_many_digits(context, digits.size());
    if (!context.charge(digits.size() / 4 + 1)) return Value::stopped();
  }
  BELLJAR_TRY(result, from_digit_values(context, reinterpret_cast<unsigned char*>(digits.data()),
                                        digits.size(), base, negative));
  if (only_zero && int_sign(result) != 0) return invalid();
  return result;
}

Value int_from_digits(Context& context, std::string_view text, int base) {
  if (!power_of_two(base) && text.size() > kMaxDigits) return too_many_digits(context, text.size());
  if (!context.charge_bytes(text.size())) return Value::stopped();
  std::string digits(text);
  for (char& c : digits) c = static_cast<char>(digit_value(c));
  return from_digit_values(context, reinterpret_cast<unsigned char*>(digits.data()), digits.size(),
                           base, false);
}

namespace {

// Writes the digits of a BigInt's magnitude into `out`, which has room for bound_digits() of them.
size_t bound_digits(const IntView& v, int base) {
  uint64_t bits = v.bits();
  return base == 10 ? bits * 1234 / 4096 + 3 : bits / static_cast<unsigned>(log2_of(base)) + 2;
}

Value write_digits(Context& context, const IntView& v, int base, char* out, size_t* count) {
  if (!context.charge(base == 10 ? multiplication_steps(v.count, v.count) + 1 : v.count / 2 + 1)) {
    return Value::stopped();
  }
  Limbs copy(context, v.count + size_t{1});  // mpn_get_str destroys its operand
  if (!copy) return context.stop_memory();
  std::memcpy(copy.data(), v.limbs, v.count * sizeof(uint64_t));
  size_t n = mpn_get_str(reinterpret_cast<unsigned char*>(out), base, copy.data(), v.count);
  size_t zeros = 0;
  while (zeros + 1 < n && out[zeros] == 0) ++zeros;
  for (size_t i = zeros; i < n; ++i) {
    out[i - zeros] = "0123456789abcdef"[static_cast<unsigned char>(out[i])];
  }
  *count = n - zeros;
  if (base == 10 && *count > kMaxDigits) return too_many_digits(context, 0);
  return Value::none();
}

}  // namespace

Value int_to_text(Context& context, Value v, int base, std::string* out) {
  if (v.is_int_like()) {
    char text[72];
    out->assign(text, std::to_chars(text, text + sizeof text, v.as_int(), base).ptr);
    return Value::none();
  }
  IntView view(v);
  if (base == 10 && view.bits() > kMaxDigitsBits) return too_many_digits(context, 0);
  size_t room = bound_digits(view, base);
  // Callers group, pad and copy it before it is a str.
  if (!context.heap().fits(6 * room)) return context.stop_memory();
  size_t sign = view.negative ? 1 : 0, count = 0;
  out->resize(sign + room);
  if (sign) (*out)[0] = '-';
  BELLJAR_CHECK(write_digits(context, view, base, out->data() + sign, &count));
  out->resize(sign + count);
  return Value::none();
}

Value int_to_str(Context& context, Value v) {
  if (v.is_int_like()) {
    char text[24];
    char* end = std::to_chars(text, text + sizeof text, v.as_int()).ptr;
    return new_ascii_str(context, std::string_view(text, static_cast<size_t>(end - text)));
  }
  std::string text;
  BELLJAR_CHECK(int_to_text(context, v, 10, &text));
  return new_ascii_str(context, text);
}

}  // namespace belljar
