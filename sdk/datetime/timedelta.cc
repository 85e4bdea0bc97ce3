// timedelta: construction from any mix of units, exact arithmetic, text.
#include <cmath>

#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

const TimeDelta* delta(Value v) { return payload(v).as<TimeDelta>(); }
bool is_delta(const Context& c, Value v) { return is_a(c, payload(v), Extension::TimeDelta); }

Micros floor_divide(Micros n, Micros d) {
  Micros q = n / d;
  if (n % d != 0 && ((n < 0) != (d < 0))) --q;
  return q;
}

// An int of the language, whatever its size.
Value micros_to_int(Context& c, Micros n) {
  if (n <= INT64_MAX && n >= INT64_MIN) return Value::integer(static_cast<int64_t>(n));
  BELLJAR_TRY(high, int_binary(c, BinaryOp::Mul, Value::integer(static_cast<int64_t>(n / kDay)),
                               Value::integer(kDay)));
  return int_binary(c, BinaryOp::Add, high, Value::integer(static_cast<int64_t>(n % kDay)));
}

Value too_large(Context& c) {
  return c.raise(Exc::OverflowError, "Python int too large to convert to C int");
}
Value division_by_zero(Context& c) {
  return c.raise(Exc::ZeroDivisionError, "integer division or modulo by zero");
}

// False: far beyond any duration.
bool int_to_micros(Value v, Micros* out) {
  if (v.is_int_like()) {
    *out = v.as_int();
    return true;
  }
  const BigInt* big = v.as<BigInt>();
  if (big->count > 2 || (big->count == 2 && big->limbs[1] >> 46)) return false;
  unsigned __int128 magnitude = big->limbs[0];
  if (big->count == 2) magnitude |= static_cast<unsigned __int128>(big->limbs[1]) << 64;
  *out =
      big->flags & kBigNegative ? -static_cast<Micros>(magnitude) : static_cast<Micros>(magnitude);
  return true;
}
Value delta_of_int(Context& c, Value microseconds) {
  Micros us;
  return int_to_micros(microseconds, &us) ? make_delta(c, us) : too_large(c);
}

// a / b to the nearest, ties to even.
Value divide_nearest(Context& c, Value a, Value b) {
  if (int_sign(b) == 0) return division_by_zero(c);
  Value q, r;
  BELLJAR_CHECK(int_divmod(c, a, b, &q, &r));
  // r has the sign of b and is smaller.
  BELLJAR_TRY(twice, int_binary(c, BinaryOp::Mul, r, Value::integer(2)));
  int order = int_compare(twice, b) * int_sign(b);
  bool odd = false;
  if (order == 0) {
    BELLJAR_TRY(low, int_binary(c, BinaryOp::And, q, Value::integer(1)));
    odd = low.as_int() != 0;
  }
  return order > 0 || odd ? int_binary(c, BinaryOp::Add, q, Value::integer(1)) : q;
}

// A float as numerator / denominator.
Value float_ratio(Context& c, double d, Value* numerator, Value* denominator) {
  if (std::isnan(d)) return c.raise(Exc::ValueError, "cannot convert NaN to integer ratio");
  if (std::isinf(d)) return c.raise(Exc::OverflowError, "cannot convert Infinity to integer ratio");
  int e;
  int64_t m = static_cast<int64_t>(std::ldexp(std::frexp(d, &e), 53));
  e -= 53;
  for (; m != 0 && (m & 1) == 0 && e < 0; ++e) m /= 2;
  if (m == 0) e = 0;
  BELLJAR_TRY(power,
              int_binary(c, BinaryOp::LShift, Value::integer(1), Value::integer(e < 0 ? -e : e)));
  *numerator = Value::integer(m);
  *denominator = Value::integer(1);
  if (e < 0) {
    *denominator = power;
  } else {
    BELLJAR_TRY(scaled, int_binary(c, BinaryOp::Mul, *numerator, power));
    *numerator = scaled;
  }
  return Value::none();
}

// us * by / over.
Value scale(Context& c, Micros us, Value by, Value over) {
  BELLJAR_TRY(whole, micros_to_int(c, us));
  BELLJAR_TRY(product, int_binary(c, BinaryOp::Mul, whole, by));
  BELLJAR_TRY(result, divide_nearest(c, product, over));
  return delta_of_int(c, result);
}

constexpr Micros kMostMicros = static_cast<Micros>(kMaxDeltaDays) * kDay;

struct Unit {
  int parameter;
  int64_t micros;
};
// CPython adds the parts up in this order; it matters for the rounding of floats.
constexpr Unit kUnits[] = {
    {3, 1},    {4, 1000},    {2, kSecond}, {5, 60 * kSecond}, {6, 3600 * kSecond},
    {1, kDay}, {7, 7 * kDay}};

Value delta_new(Call& c) {
  Context& context = c.context();
  Micros sum = 0;
  double leftover = 0;
  bool huge = false;  // told once all parts have been looked at
  for (const Unit& unit : kUnits) {
    Value v = c[static_cast<size_t>(unit.parameter)];
    if (v.is_undefined()) continue;
    v = payload(v);
    if (v.is_float()) {
      double whole;
      double fraction = std::modf(v.as_float(), &whole);
      if (!std::isfinite(v.as_float())) {
        BELLJAR_TRY(bad, int_from_double(context, v.as_float()));
      }
      if (std::fabs(whole) > 1e24) {
        huge = true;
        continue;
      }
      sum += static_cast<Micros>(whole) * unit.micros;
      if (fraction != 0.0) {
        double scaled_whole;
        leftover += std::modf(static_cast<double>(unit.micros) * fraction, &scaled_whole);
        sum += static_cast<Micros>(scaled_whole);
      }
      continue;
    }
    if (!is_int_value(v)) {
      return context.raise(Exc::TypeError,
                           {"unsupported type for timedelta ",
                            c.native()->signature->parameters[unit.parameter].name->view(),
                            " component: ", type_name(context, v)});
    }
    Micros n, product;
    if (!int_to_micros(v, &n) ||
        __builtin_mul_overflow(n, static_cast<Micros>(unit.micros), &product) ||
        __builtin_add_overflow(sum, product, &sum)) {
      huge = true;
    }
  }
  if (huge) return too_large(context);
  if (leftover != 0) {
    // Half to even on the total.
    double rounded = std::round(leftover);
    if (std::fabs(rounded - leftover) == 0.5) {
      bool odd = static_cast<bool>(sum & 1);
      rounded = 2.0 * std::round((leftover + odd) * 0.5) - odd;
    }
    sum += static_cast<Micros>(rounded);
  }
  return adopt(context, c[0], make_delta(context, sum));
}

Value delta_days(Call& c) { return Value::integer(c.self<TimeDelta>()->days); }
Value delta_seconds(Call& c) { return Value::integer(c.self<TimeDelta>()->seconds); }
Value delta_microseconds(Call& c) { return Value::integer(c.self<TimeDelta>()->microseconds); }

Value delta_total_seconds(Call& c) {
  BELLJAR_TRY(us, micros_to_int(c.context(), delta_micros(c.self<TimeDelta>())));
  return int_true_divide(c.context(), us, Value::integer(kSecond));
}

Value delta_str(Call& c) {
  const TimeDelta* d = c.self<TimeDelta>();
  std::string out;
  if (d->days) {
    out = std::to_string(d->days) + (d->days == 1 || d->days == -1 ? " day, " : " days, ");
  }
  out += std::to_string(d->seconds / 3600) + ":";
  std::string rest;
  BELLJAR_CHECK(clock_text(c.context(), 0, d->seconds / 60 % 60, d->seconds % 60, d->microseconds,
                           "auto", &rest));
  out += rest.substr(3);
  return new_str(c.context(), out);
}

Value delta_repr(Call& c) {
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::TimeDelta, &cls));
  const TimeDelta* d = c.self<TimeDelta>();
  std::string out;
  auto part = [&out](const char* name, int32_t n) {
    if (n) out += std::string(out.empty() ? "" : ", ") + name + "=" + std::to_string(n);
  };
  part("days", d->days);
  part("seconds", d->seconds);
  part("microseconds", d->microseconds);
  return new_str(c.context(),
                 std::string(cls->name->view()) + "(" + (out.empty() ? "0" : out) + ")");
}

Value delta_hash(Call& c) {
  Micros us = delta_micros(c.self<TimeDelta>());
  return Value::integer(static_cast<int64_t>(us % 2305843009213693951LL));
}
Value delta_bool(Call& c) {
  const TimeDelta* d = c.self<TimeDelta>();
  return Value::boolean(d->days || d->seconds || d->microseconds);
}

template <typename Test>
Value compare_with(Call& c, Test test) {
  if (!is_delta(c.context(), c[1])) return Value::not_implemented();
  Micros a = delta_micros(delta(c[0])), b = delta_micros(delta(c[1]));
  return Value::boolean(test(a, b));
}
Value delta_eq(Call& c) {
  return compare_with(c, [](Micros a, Micros b) { return a == b; });
}
Value delta_ne(Call& c) {
  return compare_with(c, [](Micros a, Micros b) { return a != b; });
}
Value delta_lt(Call& c) {
  return compare_with(c, [](Micros a, Micros b) { return a < b; });
}
Value delta_le(Call& c) {
  return compare_with(c, [](Micros a, Micros b) { return a <= b; });
}
Value delta_gt(Call& c) {
  return compare_with(c, [](Micros a, Micros b) { return a > b; });
}
Value delta_ge(Call& c) {
  return compare_with(c, [](Micros a, Micros b) { return a >= b; });
}

Value delta_add(Call& c) {
  if (!is_delta(c.context(), c[1])) return Value::not_implemented();
  return make_delta(c.context(), delta_micros(delta(c[0])) + delta_micros(delta(c[1])));
}
Value delta_sub(Call& c) {
  if (!is_delta(c.context(), c[1])) return Value::not_implemented();
  return make_delta(c.context(), delta_micros(delta(c[0])) - delta_micros(delta(c[1])));
}
Value delta_rsub(Call& c) {
  if (!is_delta(c.context(), c[1])) return Value::not_implemented();
  return make_delta(c.context(), delta_micros(delta(c[1])) - delta_micros(delta(c[0])));
}
Value delta_neg(Call& c) { return make_delta(c.context(), -delta_micros(c.self<TimeDelta>())); }
Value delta_pos(Call& c) { return make_delta(c.context(), delta_micros(c.self<TimeDelta>())); }
Value delta_abs(Call& c) {
  Micros us = delta_micros(c.self<TimeDelta>());
  return make_delta(c.context(), us < 0 ? -us : us);
}

Value delta_mul(Call& c) {
  Context& context = c.context();
  Value by = payload(c[1]);
  Micros us = delta_micros(c.self<TimeDelta>());
  if (is_int_value(by)) return scale(context, us, by, Value::integer(1));
  if (!by.is_float()) return Value::not_implemented();
  Value numerator, denominator;
  BELLJAR_CHECK(float_ratio(context, by.as_float(), &numerator, &denominator));
  return scale(context, us, numerator, denominator);
}

Value delta_truediv(Call& c) {
  Context& context = c.context();
  Value by = payload(c[1]);
  Micros us = delta_micros(c.self<TimeDelta>());
  if (is_delta(context, by)) {
    BELLJAR_TRY(a, micros_to_int(context, us));
    BELLJAR_TRY(b, micros_to_int(context, delta_micros(delta(by))));
    return int_true_divide(context, a, b);
  }
  if (is_int_value(by)) return scale(context, us, Value::integer(1), by);
  if (!by.is_float()) return Value::not_implemented();
  Value numerator, denominator;
  BELLJAR_CHECK(float_ratio(context, by.as_float(), &numerator, &denominator));
  return scale(context, us, denominator, numerator);
}

Value delta_floordiv(Call& c) {
  Value by = payload(c[1]);
  Micros us = delta_micros(c.self<TimeDelta>());
  if (is_delta(c.context(), by)) {
    Micros d = delta_micros(delta(by));
    if (d == 0) return division_by_zero(c.context());
    return micros_to_int(c.context(), floor_divide(us, d));
  }
  if (!is_int_value(by)) return Value::not_implemented();
  Micros d;
  if (!int_to_micros(by, &d)) d = int_sign(by) < 0 ? -2 * kMostMicros : 2 * kMostMicros;
  if (d == 0) return division_by_zero(c.context());
  return make_delta(c.context(), floor_divide(us, d));
}
Value delta_mod(Call& c) {
  if (!is_delta(c.context(), c[1])) return Value::not_implemented();
  Micros us = delta_micros(delta(c[0])), d = delta_micros(delta(c[1]));
  if (d == 0) {
    return c.context().raise(Exc::ZeroDivisionError, "integer modulo by zero");
  }
  return make_delta(c.context(), us - floor_divide(us, d) * d);
}
Value delta_divmod(Call& c) {
  if (!is_delta(c.context(), c[1])) return Value::not_implemented();
  Micros us = delta_micros(delta(c[0])), d = delta_micros(delta(c[1]));
  if (d == 0) return division_by_zero(c.context());
  Micros q = floor_divide(us, d);
  BELLJAR_TRY(quotient, micros_to_int(c.context(), q));
  BELLJAR_TRY(rest, make_delta(c.context(), us - q * d));
  Value pair[] = {quotient, rest};
  return new_tuple(c.context(), pair, 2);
}

constexpr NativeDef kMethods[] = {
    {"total_seconds", "self", delta_total_seconds},
    {"__str__", "self", delta_str},
    {"__hash__", "self", delta_hash},
    {"__bool__", "self", delta_bool},
    {"__eq__", "self, other, /", delta_eq},
    {"__ne__", "self, other, /", delta_ne},
    {"__lt__", "self, other, /", delta_lt},
    {"__le__", "self, other, /", delta_le},
    {"__gt__", "self, other, /", delta_gt},
    {"__ge__", "self, other, /", delta_ge},
    {"__add__", "self, other, /", delta_add},
    {"__radd__", "self, other, /", delta_add},
    {"__sub__", "self, other, /", delta_sub},
    {"__rsub__", "self, other, /", delta_rsub},
    {"__neg__", "self", delta_neg},
    {"__pos__", "self", delta_pos},
    {"__abs__", "self", delta_abs},
    {"__mul__", "self, other, /", delta_mul},
    {"__rmul__", "self, other, /", delta_mul},
    {"__truediv__", "self, other, /", delta_truediv},
    {"__floordiv__", "self, other, /", delta_floordiv},
    {"__mod__", "self, other, /", delta_mod},
    {"__divmod__", "self, other, /", delta_divmod},
};

}  // namespace

void install_timedelta(RealmBuilder& b, Module* m) {
  static constexpr NativeType kType = {"timedelta", nullptr, nullptr};
  Class* cls = new_type(b, "timedelta", nullptr, Extension::TimeDelta, &kType);
  b.constructor(
      cls,
      {"timedelta", "cls, days?, seconds?, microseconds?, milliseconds?, minutes?, hours?, weeks?",
       delta_new});
  b.methods(cls, kMethods);
  static constexpr NativeDef kDeriving[] = {{"__repr__", "self", delta_repr}};
  deriving_methods(b, cls, kDeriving);
  b.property(cls, "days", delta_days);
  b.property(cls, "seconds", delta_seconds);
  b.property(cls, "microseconds", delta_microseconds);
  b.attribute(cls, "min", make_delta(b, -kMostMicros));
  b.attribute(cls, "max", make_delta(b, kMostMicros + kDay - 1));
  b.attribute(cls, "resolution", make_delta(b, 1));
  b.member(m, "timedelta", Value::object(cls));
}

}  // namespace belljar::datetime
