// The math module: functions of real numbers, by libm, with CPython's two errors. Functions of
// integers stand in integers.cc, long sums in sums.cc, gamma in gamma.cc.
#include <cmath>
#include <limits>

#include "runtime/class.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "stdlib/install.h"
#include "stdlib/math/real.h"

namespace belljar {
namespace math {

Value to_real(Context& context, Value v, double* out) {
  const std::string_view type = type_name(context, v);
  v = payload(v);
  if (v.is_float()) {
    *out = v.as_float();
    return Value::none();
  }
  if (is_int_value(v)) return int_to_double(context, v, out);
  if (v.is(Kind::Instance) || v.is(Kind::NativeObject)) {
    Value made = call_special(context, v, Atom::float_, {});
    if (made.is_abrupt()) return made;
    if (!made.is_undefined()) {
      Value number = payload(made);
      if (number.is_float()) {
        *out = number.as_float();
        return Value::none();
      }
      return context.raise(Exc::TypeError,
                           {type_name(context, v), ".__float__ returned non-float (type ",
                            type_name(context, made), ")"});
    }
    if (!special_method(context, v, Atom::index).is_undefined()) {
      BELLJAR_TRY(index, as_index(context, v));
      return int_to_double(context, index, out);
    }
  }
  return context.raise(Exc::TypeError, {"must be real number, not ", type});
}

Value domain_error(Context& context) { return context.raise(Exc::ValueError, "math domain error"); }
Value range_error(Context& context) {
  return context.raise(Exc::OverflowError, "math range error");
}

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();
constexpr double kPi = 3.141592653589793238462643383279502884197;

// --- functions of one number -------------------------------------------------------------------

using Unary = double (*)(double);

// A NaN made of a number is outside the domain; an infinity made of a finite number is so, too, or
// out of range where the function grows without bound.
template <Unary f, bool grows>
Value function(Call& c) {
  double x;
  BELLJAR_CHECK(to_real(c.context(), c[0], &x));
  double r = f(x);
  if (std::isnan(r) && !std::isnan(x)) return domain_error(c.context());
  if (std::isinf(r) && std::isfinite(x)) {
    return grows ? range_error(c.context()) : domain_error(c.context());
  }
  return Value::real(r);
}

template <double (*f)(double, char*)>
Value gamma_function(Call& c) {
  double x;
  BELLJAR_CHECK(to_real(c.context(), c[0], &x));
  char error;
  double r = f(x, &error);
  if (error == 'd') return domain_error(c.context());
  if (error == 'r') return range_error(c.context());
  return Value::real(r);
}

double degrees(double x) { return x * (180.0 / kPi); }
double radians(double x) { return x * (kPi / 180.0); }
double ulp(double x) {
  if (std::isnan(x)) return x;
  x = std::fabs(x);
  if (std::isinf(x)) return x;
  double next = std::nextafter(x, kInf);
  if (std::isinf(next)) return x - std::nextafter(x, -kInf);
  return next - x;
}
template <Unary f>
Value plain(Call& c) {
  double x;
  BELLJAR_CHECK(to_real(c.context(), c[0], &x));
  return Value::real(f(x));
}
template <bool (*test)(double)>
Value test_function(Call& c) {
  double x;
  BELLJAR_CHECK(to_real(c.context(), c[0], &x));
  return Value::boolean(test(x));
}
bool is_nan(double x) { return std::isnan(x); }
bool is_inf(double x) { return std::isinf(x); }
bool is_finite(double x) { return std::isfinite(x); }

// --- to integers
// -----------------------------------------------------------------------------------

// floor and ceil: a float by libm, anything else by its own method, else as a float.
template <Unary f, Atom atom>
Value rounded(Call& c) {
  Context& context = c.context();
  if (is_int_value(c[0])) return c[0].is_bool() ? Value::integer(c[0].as_int()) : c[0];
  if (!c[0].is_float()) {
    Value made = call_special(context, c[0], atom, {});
    if (!made.is_undefined()) return made;
  }
  double x;
  BELLJAR_CHECK(to_real(context, c[0], &x));
  return int_from_double(context, f(x));
}

Value math_trunc(Call& c) {
  Context& context = c.context();
  if (is_int_value(c[0])) return c[0].is_bool() ? Value::integer(c[0].as_int()) : c[0];
  if (c[0].is_float()) return int_from_double(context, c[0].as_float());
  Value made = call_special(context, c[0], Atom::trunc, {});
  if (!made.is_undefined()) return made;
  return context.raise(Exc::TypeError,
                       {"type ", type_name(context, c[0]), " doesn't define __trunc__ method"});
}

// --- logarithms --------------------------------------------------------------------------------

// A positive int as mantissa · 2^exponent, the mantissa rounded as int_to_double rounds: its top
// bits, with a last one for all that is below them.
Value split(Context& context, Value n, double* mantissa, int64_t* exponent) {
  constexpr int64_t kKept = 66;
  int64_t bits = static_cast<int64_t>(int_bit_length(n));
  BELLJAR_TRY(top, int_binary(context, BinaryOp::RShift, n, Value::integer(bits - kKept)));
  BELLJAR_TRY(back, int_binary(context, BinaryOp::LShift, top, Value::integer(bits - kKept)));
  if (int_compare(back, n) != 0) {
    BELLJAR_TRY(sticky, int_binary(context, BinaryOp::Or, top, Value::integer(1)));
    top = sticky;
  }
  double d;
  BELLJAR_CHECK(int_to_double(context, top, &d));
  int extra;  // 1 where rounding reached the next power of two
  *mantissa = std::frexp(d, &extra);
  *exponent = bits + extra - kKept;
  return Value::none();
}

Value logarithm_of(Context& context, Value v, Unary f) {
  Value n = payload(v);
  if (is_int_value(n)) {
    if (int_sign(n) <= 0) return domain_error(context);
    double direct;
    Value fits = int_to_double(context, n, &direct);
    if (fits.is(Kind::Stopped)) return fits;
    if (fits.is(Kind::Raised)) {
      context.take_pending();
      double mantissa;
      int64_t exponent;
      BELLJAR_CHECK(split(context, n, &mantissa, &exponent));
      return Value::real(f(mantissa) + f(2.0) * static_cast<double>(exponent));
    }
  }
  double x;
  BELLJAR_CHECK(to_real(context, v, &x));
  if (x <= 0) return domain_error(context);
  return Value::real(f(x));
}

Value math_log(Call& c) {
  BELLJAR_TRY(numerator, logarithm_of(c.context(), c[0], std::log));
  if (!c.has(1)) return numerator;
  BELLJAR_TRY(denominator, logarithm_of(c.context(), c[1], std::log));
  return binary(c.context(), BinaryOp::TrueDiv, numerator, denominator);
}
template <Unary f>
Value logarithm(Call& c) {
  return logarithm_of(c.context(), c[0], f);
}

// --- functions of two numbers --------------------------------------------------------------------

template <double (*f)(double, double)>
Value of_two(Call& c) {
  double x, y;
  BELLJAR_CHECK(to_real(c.context(), c[0], &x));
  BELLJAR_CHECK(to_real(c.context(), c[1], &y));
  double r = f(x, y);
  if (std::isnan(r) && !std::isnan(x) && !std::isnan(y)) return domain_error(c.context());
  if (std::isinf(r) && std::isfinite(x) && std::isfinite(y)) return range_error(c.context());
  return Value::real(r);
}
template <double (*f)(double, double)>
Value of_two_plain(Call& c) {
  double x, y;
  BELLJAR_CHECK(to_real(c.context(), c[0], &x));
  BELLJAR_CHECK(to_real(c.context(), c[1], &y));
  return Value::real(f(x, y));
}
// The remainder of a division by infinity is the number itself.
double fmod_checked(double x, double y) {
  return std::isinf(y) && std::isfinite(x) ? x : std::fmod(x, y);
}

Value math_pow(Call& c) {
  double x, y;
  BELLJAR_CHECK(to_real(c.context(), c[0], &x));
  BELLJAR_CHECK(to_real(c.context(), c[1], &y));
  double r = std::pow(x, y);
  if (std::isfinite(x) && std::isfinite(y)) {
    if (std::isnan(r)) return domain_error(c.context());
    if (std::isinf(r)) return x == 0.0 ? domain_error(c.context()) : range_error(c.context());
  }
  return Value::real(r);
}

Value math_ldexp(Call& c) {
  Context& context = c.context();
  double x;
  BELLJAR_CHECK(to_real(context, c[0], &x));
  Value exponent = payload(c[1]);
  if (!is_int_value(exponent)) {
    return context.raise(Exc::TypeError, "Expected an int as second argument to ldexp.");
  }
  if (x == 0.0 || !std::isfinite(x)) return Value::real(x);
  int64_t e = exponent.is(Kind::BigInt) ? (int_sign(exponent) < 0 ? INT64_MIN : INT64_MAX)
                                        : exponent.as_int();
  if (e > INT32_MAX) return range_error(context);
  if (e < INT32_MIN) return Value::real(std::copysign(0.0, x));
  double r = std::ldexp(x, static_cast<int>(e));
  if (std::isinf(r)) return range_error(context);
  return Value::real(r);
}

Value pair_of(Context& context, Value a, Value b) {
  Value both[2] = {a, b};
  return new_tuple(context, both, 2);
}
Value math_frexp(Call& c) {
  double x;
  BELLJAR_CHECK(to_real(c.context(), c[0], &x));
  int exponent = 0;
  double m = std::isfinite(x) && x != 0.0 ? std::frexp(x, &exponent) : x;
  return pair_of(c.context(), Value::real(m), Value::integer(exponent));
}
Value math_modf(Call& c) {
  double x;
  BELLJAR_CHECK(to_real(c.context(), c[0], &x));
  double whole;
  double fraction = std::modf(x, &whole);
  return pair_of(c.context(), Value::real(fraction), Value::real(whole));
}

Value math_isclose(Call& c) {
  Context& context = c.context();
  double a, b, relative = 1e-9, absolute = 0.0;
  BELLJAR_CHECK(to_real(context, c[0], &a));
  BELLJAR_CHECK(to_real(context, c[1], &b));
  if (c.has(2)) BELLJAR_CHECK(to_real(context, c[2], &relative));
  if (c.has(3)) BELLJAR_CHECK(to_real(context, c[3], &absolute));
  if (relative < 0.0 || absolute < 0.0) {
    return context.raise(Exc::ValueError, "tolerances must be non-negative");
  }
  if (a == b) return Value::boolean(true);
  if (std::isinf(a) || std::isinf(b)) return Value::boolean(false);
  double difference = std::fabs(b - a);
  return Value::boolean(difference <= std::fabs(relative * b) ||
                        difference <= std::fabs(relative * a) || difference <= absolute);
}

constexpr NativeDef kFunctions[] = {
    {"acos", "x, /", function<std::acos, false>, kNativeCallsBack},
    {"acosh", "x, /", function<std::acosh, false>, kNativeCallsBack},
    {"asin", "x, /", function<std::asin, false>, kNativeCallsBack},
    {"asinh", "x, /", function<std::asinh, false>, kNativeCallsBack},
    {"atan", "x, /", function<std::atan, false>, kNativeCallsBack},
    {"atanh", "x, /", function<std::atanh, false>, kNativeCallsBack},
    {"cbrt", "x, /", function<std::cbrt, false>, kNativeCallsBack},
    {"cos", "x, /", function<std::cos, false>, kNativeCallsBack},
    {"cosh", "x, /", function<std::cosh, true>, kNativeCallsBack},
    {"exp", "x, /", function<std::exp, true>, kNativeCallsBack},
    {"exp2", "x, /", function<std::exp2, true>, kNativeCallsBack},
    {"expm1", "x, /", function<std::expm1, true>, kNativeCallsBack},
    {"erf", "x, /", plain<std::erf>, kNativeCallsBack},
    {"erfc", "x, /", plain<std::erfc>, kNativeCallsBack},
    {"fabs", "x, /", function<std::fabs, false>, kNativeCallsBack},
    {"log1p", "x, /", function<std::log1p, false>, kNativeCallsBack},
    {"sin", "x, /", function<std::sin, false>, kNativeCallsBack},
    {"sinh", "x, /", function<std::sinh, true>, kNativeCallsBack},
    {"sqrt", "x, /", function<std::sqrt, false>, kNativeCallsBack},
    {"tan", "x, /", function<std::tan, false>, kNativeCallsBack},
    {"tanh", "x, /", function<std::tanh, false>, kNativeCallsBack},
    {"gamma", "x, /", gamma_function<gamma>, kNativeCallsBack},
    {"lgamma", "x, /", gamma_function<log_gamma>, kNativeCallsBack},
    {"degrees", "x, /", plain<degrees>, kNativeCallsBack},
    {"radians", "x, /", plain<radians>, kNativeCallsBack},
    {"ulp", "x, /", plain<ulp>, kNativeCallsBack},
    {"isnan", "x, /", test_function<is_nan>, kNativeCallsBack},
    {"isinf", "x, /", test_function<is_inf>, kNativeCallsBack},
    {"isfinite", "x, /", test_function<is_finite>, kNativeCallsBack},
    {"floor", "x, /", rounded<std::floor, Atom::floor>, kNativeCallsBack},
    {"ceil", "x, /", rounded<std::ceil, Atom::ceil>, kNativeCallsBack},
    {"trunc", "x, /", math_trunc, kNativeCallsBack},
    {"log", "x, base=?, /", math_log, kNativeCallsBack},
    {"log2", "x, /", logarithm<std::log2>, kNativeCallsBack},
    {"log10", "x, /", logarithm<std::log10>, kNativeCallsBack},
    {"atan2", "y, x, /", of_two<std::atan2>, kNativeCallsBack},
    {"copysign", "x, y, /", of_two_plain<std::copysign>, kNativeCallsBack},
    {"nextafter", "x, y, /", of_two_plain<std::nextafter>, kNativeCallsBack},
    {"fmod", "x, y, /", of_two<fmod_checked>, kNativeCallsBack},
    {"remainder", "x, y, /", of_two<std::remainder>, kNativeCallsBack},
    {"pow", "x, y, /", math_pow, kNativeCallsBack},
    {"ldexp", "x, i, /", math_ldexp, kNativeCallsBack},
    {"frexp", "x, /", math_frexp, kNativeCallsBack},
    {"modf", "x, /", math_modf, kNativeCallsBack},
    {"isclose", "a, b, *, rel_tol=?, abs_tol=?", math_isclose, kNativeCallsBack},
};

}  // namespace
}  // namespace math

void install_math(RealmBuilder& b) {
  Module* module = b.module("math");
  b.functions(module, math::kFunctions);
  math::install_integers(b, module);
  math::install_sums(b, module);
  b.member(module, "pi", Value::real(math::kPi));
  b.member(module, "e", Value::real(2.718281828459045235360287471352662497757));
  b.member(module, "tau", Value::real(6.283185307179586476925286766559005768394));
  b.member(module, "inf", Value::real(math::kInf));
  b.member(module, "nan", Value::real(std::numeric_limits<double>::quiet_NaN()));
}

}  // namespace belljar
