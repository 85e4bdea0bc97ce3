// float: the operators, their mixture with int, exact comparison, and the numeric hash.
#include <cfenv>
#include <charconv>
#include <cmath>
#include <cstring>

#include <gmp.h>

#include "runtime/bigint.h"
#include "runtime/exception.h"
#include "runtime/number.h"
#include "runtime/str.h"

namespace belljar {

namespace {

Value zero_division(Context& context, const char* message) {
  return context.raise(Exc::ZeroDivisionError, message);
}

// What the C library's ERANGE becomes in CPython.
Value range_error(Context& context) {
  BELLJAR_TRY(text, new_str(context, "Numerical result out of range"));
  Value args[2] = {Value::integer(34), text};
  BELLJAR_TRY(exception,
              new_exception(context, context.realm().exception(Exc::OverflowError), args, 2));
  return context.raise_value(exception);
}

Value float_power(Context& context, double x, double y) {
  if (y == 0 || x == 1) return Value::real(1);
  if (std::isnan(x) || std::isnan(y)) return Value::real(x + y);
  if (std::isfinite(x) && std::isfinite(y)) {
    if (x == 0 && y < 0) {
      return zero_division(context, "0.0 cannot be raised to a negative power");
    }
    if (x < 0 && y != std::floor(y)) {
      BELLJAR_TRY(base, new_complex(context, x, 0));
      BELLJAR_TRY(exponent, new_complex(context, y, 0));
      return complex_binary(context, BinaryOp::Pow, base, exponent);
    }
    double result = std::pow(x, y);
    if (std::isinf(result)) return range_error(context);
    return Value::real(result);
  }
  return Value::real(std::pow(x, y));  // C99's rules for infinities are Python's
}

}  // namespace

Value float_divmod(Context& context, double a, double b, double* quotient, double* remainder) {
  if (b == 0) return zero_division(context, "float divmod()");
  double mod = std::fmod(a, b);
  double div = (a - mod) / b;
  if (mod != 0) {
    if ((b < 0) != (mod < 0)) {
      mod += b;
      div -= 1;
    }
  } else {
    mod = std::copysign(0.0, b);
  }
  if (div != 0) {
    double whole = std::floor(div);
    if (div - whole > 0.5) whole += 1;
    *quotient = whole;
  } else {
    *quotient = std::copysign(0.0, a / b);
  }
  *remainder = mod;
  return Value::none();
}

Value float_binary(Context& context, BinaryOp op, double a, double b) {
  double quotient, remainder;
  switch (op) {
    case BinaryOp::Add:
      return Value::real(a + b);
    case BinaryOp::Sub:
      return Value::real(a - b);
    case BinaryOp::Mul:
      return Value::real(a * b);
    case BinaryOp::TrueDiv:
      if (b == 0) return zero_division(context, "float division by zero");
      return Value::real(a / b);
    case BinaryOp::FloorDiv:
      if (b == 0) return zero_division(context, "float floor division by zero");
      BELLJAR_CHECK(float_divmod(context, a, b, &quotient, &remainder));
      return Value::real(quotient);
    case BinaryOp::Mod:
      if (b == 0) return zero_division(context, "float modulo");
      BELLJAR_CHECK(float_divmod(context, a, b, &quotient, &remainder));
      return Value::real(remainder);
    case BinaryOp::Pow:
      return float_power(context, a, b);
    default:
      return Value::not_implemented();
  }
}

Value int_to_double(Context& context, Value v, double* out) {
  if (v.is_int_like()) {
    *out = static_cast<double>(v.as_int());
    return Value::none();
  }
  IntView view(v);
  double magnitude = magnitude_to_double(view.limbs, view.count, false);
  if (std::isinf(magnitude)) {
    return context.raise(Exc::OverflowError, "int too large to convert to float");
  }
  *out = view.negative ? -magnitude : magnitude;
  return Value::none();
}

namespace {

Value to_double(Context& context, Value v, double* out) {
  if (v.is_float()) {
    *out = v.as_float();
    return Value::none();
  }
  return int_to_double(context, v, out);
}

// The integral double `d` (beyond int64) as limbs; returns their number (at most 16).
size_t double_to_limbs(double d, uint64_t limbs[17]) {
  int exponent;
  double fraction = std::frexp(std::fabs(d), &exponent);
  uint64_t mantissa = static_cast<uint64_t>(std::ldexp(fraction, 53));
  unsigned shift = static_cast<unsigned>(exponent - 53);  // |d| >= 2^63, so not negative
  std::memset(limbs, 0, 17 * sizeof(uint64_t));
  size_t whole = shift / 64;
  limbs[whole] = mantissa << (shift % 64);
  if (shift % 64) limbs[whole + 1] = mantissa >> (64 - shift % 64);
  return limbs[whole + 1] ? whole + 2 : whole + 1;
}

constexpr double kTwo63 = 9223372036854775808.0;

int compare_int_float(Value i, double d) {
  if (i.is_int_like()) {
    if (d >= kTwo63) return -1;
    if (d < -kTwo63) return 1;
    double whole = std::trunc(d);
    int64_t other = static_cast<int64_t>(whole);
    if (i.as_int() != other) return i.as_int() < other ? -1 : 1;
    return d > whole ? -1 : d < whole;
  }
  int sign = int_sign(i);
  if (std::fabs(d) < kTwo63) return sign;
  if (std::isinf(d)) return d > 0 ? -1 : 1;
  if ((d < 0) != (sign < 0)) return sign;
  uint64_t limbs[17];
  size_t count = double_to_limbs(d, limbs);
  IntView view(i);
  int order =
      view.count != count ? (view.count < count ? -1 : 1) : mpn_cmp(view.limbs, limbs, count);
  return sign < 0 ? -order : order;
}

}  // namespace

Value int_from_double(Context& context, double d) {
  if (d >= -kTwo63 && d < kTwo63) return Value::integer(static_cast<int64_t>(d));
  if (std::isnan(d)) {
    return context.raise(Exc::ValueError, "cannot convert float NaN to integer");
  }
  if (std::isinf(d)) {
    return context.raise(Exc::OverflowError, "cannot convert float infinity to integer");
  }
  uint64_t limbs[17];
  size_t count = double_to_limbs(d, limbs);
  return int_from_limbs(context, limbs, count, d < 0);
}

Value number_binary(Context& context, BinaryOp op, Value a, Value b) {
  if (a.is_float() && b.is_float()) return float_binary(context, op, a.as_float(), b.as_float());
  if (a.is(Kind::Complex) || b.is(Kind::Complex)) return complex_binary(context, op, a, b);
  if (!a.is_float() && !b.is_float()) return int_binary(context, op, a, b);
  if (op >= BinaryOp::LShift) return Value::not_implemented();
  double x, y;
  BELLJAR_CHECK(to_double(context, a, &x));
  BELLJAR_CHECK(to_double(context, b, &y));
  return float_binary(context, op, x, y);
}

int number_compare(Value a, Value b, bool* unordered) {
  *unordered = false;
  if (a.is_float() && b.is_float()) {
    double x = a.as_float(), y = b.as_float();
    *unordered = std::isunordered(x, y);
    return x < y ? -1 : x > y;
  }
  if (a.is_float()) {
    *unordered = std::isnan(a.as_float());
    return *unordered ? 0 : -compare_int_float(b, a.as_float());
  }
  if (b.is_float()) {
    *unordered = std::isnan(b.as_float());
    return *unordered ? 0 : compare_int_float(a, b.as_float());
  }
  return int_compare(a, b);
}

bool number_equals(Value a, Value b) {
  bool unordered = false;
  if (a.is(Kind::Complex) || b.is(Kind::Complex)) {
    if (!a.is(Kind::Complex)) std::swap(a, b);
    const Complex* x = a.as<Complex>();
    if (b.is(Kind::Complex)) {
      return x->real == b.as<Complex>()->real && x->imag == b.as<Complex>()->imag;
    }
    return x->imag == 0 && number_compare(Value::real(x->real), b, &unordered) == 0 && !unordered;
  }
  return number_compare(a, b, &unordered) == 0 && !unordered;
}

// --- hash: the value modulo the prime 2^61 - 1, as CPython defines it for all numbers --------

namespace {

constexpr int kHashBits = 61;
constexpr uint64_t kHashModulus = (uint64_t{1} << kHashBits) - 1;

int64_t signed_hash(uint64_t h, bool negative) {
  int64_t result = negative ? -static_cast<int64_t>(h) : static_cast<int64_t>(h);
  return result == -1 ? -2 : result;
}

int64_t double_hash(double d) {
  if (!std::isfinite(d)) return std::isnan(d) ? 0 : d > 0 ? 314159 : -314159;
  int exponent;
  double m = std::frexp(std::fabs(d), &exponent);
  uint64_t x = 0;
  while (m != 0) {  // 28 bits at a time
    x = ((x << 28) & kHashModulus) | x >> (kHashBits - 28);
    m *= 268435456.0;
    exponent -= 28;
    uint64_t y = static_cast<uint64_t>(m);
    m -= static_cast<double>(y);
    x += y;
    if (x >= kHashModulus) x -= kHashModulus;
  }
  exponent = exponent >= 0 ? exponent % kHashBits : kHashBits - 1 - ((-1 - exponent) % kHashBits);
  x = ((x << exponent) & kHashModulus) | x >> (kHashBits - exponent);
  return signed_hash(x, d < 0);
}

}  // namespace

int64_t number_hash(Value v) {
  if (v.is_float()) return double_hash(v.as_float());
  if (v.is(Kind::Complex)) {
    const Complex* c = v.as<Complex>();
    uint64_t h = static_cast<uint64_t>(double_hash(c->real)) +
                 1000003 * static_cast<uint64_t>(double_hash(c->imag));
    int64_t result = static_cast<int64_t>(h);
    return result == -1 ? -2 : result;
  }
  IntView view(v);
  if (view.count == 0) return 0;
  uint64_t h = view.count == 1 ? view.limbs[0] % kHashModulus
                               : mpn_mod_1(view.limbs, view.count, kHashModulus);
  return signed_hash(h, view.negative);
}

// --- round ---------------------------------------------------------------------------------------

namespace {

// Rounds a finite double to a multiple of 10**places (places > 0) through its exact decimal digits.
double round_to_power_of_ten(double d, int64_t places) {
  if (places > 309) return std::copysign(0.0, d);
  double whole = std::trunc(d);
  char digits[400];
  // One leading zero, into which a carry may go.
  digits[0] = '0';
  char* end =
      std::to_chars(digits + 1, digits + 350, std::fabs(whole), std::chars_format::fixed, 0).ptr;
  int64_t count = end - digits;
  int64_t keep = count - places;  // digits kept; the leading zero is one of them
  if (keep < 1) return std::copysign(0.0, d);
  bool rest = whole != d;
  for (int64_t i = keep + 1; i < count; ++i) rest |= digits[i] != '0';
  bool up = digits[keep] > '5' || (digits[keep] == '5' && (rest || ((digits[keep - 1] - '0') & 1)));
  for (int64_t i = keep; i < count; ++i) digits[i] = '0';
  for (int64_t i = keep - 1; up && i >= 0; --i) {
    up = digits[i] == '9';
    digits[i] = up ? '0' : static_cast<char>(digits[i] + 1);
  }
  double result = 0;
  auto parsed = std::from_chars(digits, digits + count, result, std::chars_format::fixed);
  if (parsed.ec != std::errc()) result = HUGE_VAL;
  return std::copysign(result, d);
}

}  // namespace

Value float_round(Context& context, double d, int64_t ndigits) {
  if (!std::isfinite(d) || d == 0 || ndigits > 323) return Value::real(d);
  double result;
  if (ndigits >= 0) {
    char digits[800];
    auto printed = std::to_chars(digits, digits + sizeof digits, d, std::chars_format::fixed,
                                 static_cast<int>(ndigits));
    std::from_chars(digits, printed.ptr, result, std::chars_format::fixed);
  } else {
    result = round_to_power_of_ten(d, ndigits < -400 ? 400 : -ndigits);
  }
  if (std::isinf(result)) {
    return context.raise(Exc::OverflowError, "rounded value too large to represent");
  }
  return Value::real(result);
}

}  // namespace belljar
