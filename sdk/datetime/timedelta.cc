// timedelta: construction from any mix of units, exact arithmetic, text.
#include <cmath>

#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

const TimeDelta* delta(Value v) { return v.as<TimeDelta>(); }
bool is_delta(const Context& c, Value v) { return is_a(c, v, Extension::TimeDelta); }

// n / d to the nearest, ties to even; d > 0.
Micros divide_nearest(Micros n, Micros d) {
  Micros q = n / d, r = n % d;
  if (r < 0) {
    r += d;
    --q;
  }
  Micros twice = r * 2;
  if (twice > d || (twice == d && (q & 1))) ++q;
  return q;
}
Micros floor_divide(Micros n, Micros d) {
  Micros q = n / d;
  if (n % d != 0 && ((n < 0) != (d < 0))) --q;
  return q;
}

// A float as m * 2^e, m an integer.
Value split_double(Context& c, double d, int64_t* m, int* e) {
  if (std::isnan(d)) return c.raise(Exc::ValueError, "cannot convert NaN to integer ratio");
  if (std::isinf(d)) return c.raise(Exc::OverflowError, "cannot convert Infinity to integer ratio");
  double f = std::frexp(d, e);
  *m = static_cast<int64_t>(std::ldexp(f, 53));
  *e -= 53;
  while (*m != 0 && (*m & 1) == 0 && *e < 0) {
    *m /= 2;
    ++*e;
  }
  return Value::none();
}

Value too_large(Context& c) {
  return c.raise(Exc::OverflowError, "Python int too large to convert to C int");
}

// us * m * 2^e rounded half to even.
Value scale(Context& c, Micros us, int64_t m, int e) {
  Micros product;
  if (__builtin_mul_overflow(us, static_cast<Micros>(m), &product)) return too_large(c);
  if (e >= 0) {
    if (product != 0 && e > 90) return too_large(c);
    Micros shifted;
    if (__builtin_mul_overflow(product, static_cast<Micros>(1) << (e > 90 ? 0 : e), &shifted))
      return too_large(c);
    return make_delta(c, shifted);
  }
  if (e < -125) return make_delta(c, 0);
  return make_delta(c, divide_nearest(product, static_cast<Micros>(1) << -e));
}

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
      if (std::fabs(whole) > 1e24) return too_large(context);
      sum += static_cast<Micros>(whole) * unit.micros;
      if (fraction != 0.0) {
        double scaled_whole;
        leftover += std::modf(static_cast<double>(unit.micros) * fraction, &scaled_whole);
        sum += static_cast<Micros>(scaled_whole);
      }
      continue;
    }
    if (v.is(Kind::BigInt)) return too_large(context);
    if (!v.is_int_like()) {
      return context.raise(Exc::TypeError,
                           {"unsupported type for timedelta ",
                            c.native()->signature->parameters[unit.parameter].name->view(),
                            " component: ", type_name(context, v)});
    }
    sum += static_cast<Micros>(v.as_int()) * unit.micros;
  }
  if (leftover != 0) {
    // Half to even on the total.
    double rounded = std::round(leftover);
    if (std::fabs(rounded - leftover) == 0.5) {
      bool odd = static_cast<bool>(sum & 1);
      rounded = 2.0 * std::round((leftover + odd) * 0.5) - odd;
    }
    sum += static_cast<Micros>(rounded);
  }
  return make_delta(context, sum);
}

Value delta_days(Call& c) { return Value::integer(c.self<TimeDelta>()->days); }
Value delta_seconds(Call& c) { return Value::integer(c.self<TimeDelta>()->seconds); }
Value delta_microseconds(Call& c) { return Value::integer(c.self<TimeDelta>()->microseconds); }

Value delta_total_seconds(Call& c) {
  Micros us = delta_micros(c.self<TimeDelta>());
  constexpr Micros kExact = static_cast<Micros>(1) << 53;
  if (us < kExact && us > -kExact) {
    return Value::real(static_cast<double>(static_cast<int64_t>(us)) / 1e6);
  }
  return Value::real(static_cast<double>(static_cast<long double>(us) / 1e6L));
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
  const TimeDelta* d = c.self<TimeDelta>();
  std::string out;
  auto part = [&out](const char* name, int32_t n) {
    if (n) out += std::string(out.empty() ? "" : ", ") + name + "=" + std::to_string(n);
  };
  part("days", d->days);
  part("seconds", d->seconds);
  part("microseconds", d->microseconds);
  return new_str(c.context(), "datetime.timedelta(" + (out.empty() ? "0" : out) + ")");
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
  Value by = payload(c[1]);
  Micros us = delta_micros(c.self<TimeDelta>());
  if (by.is_float()) {
    int64_t m;
    int e;
    BELLJAR_CHECK(split_double(c.context(), by.as_float(), &m, &e));
    return scale(c.context(), us, m, e);
  }
  if (by.is(Kind::BigInt)) return us == 0 ? make_delta(c.context(), 0) : too_large(c.context());
  if (!by.is_int_like()) return Value::not_implemented();
  Micros product;
  if (__builtin_mul_overflow(us, static_cast<Micros>(by.as_int()), &product))
    return too_large(c.context());
  return make_delta(c.context(), product);
}

Value division_by_zero(Context& c) {
  return c.raise(Exc::ZeroDivisionError, "integer division or modulo by zero");
}

Value delta_truediv(Call& c) {
  Value by = payload(c[1]);
  Micros us = delta_micros(c.self<TimeDelta>());
  if (is_delta(c.context(), by)) {
    Micros d = delta_micros(delta(by));
    if (d == 0) return c.context().raise(Exc::ZeroDivisionError, "division by zero");
    return Value::real(
        static_cast<double>(static_cast<long double>(us) / static_cast<long double>(d)));
  }
  if (by.is_float()) {
    int64_t m;
    int e;
    BELLJAR_CHECK(split_double(c.context(), by.as_float(), &m, &e));
    if (m == 0) return c.context().raise(Exc::ZeroDivisionError, "division by zero");
    if (m < 0) {
      m = -m;
      us = -us;
    }
    Micros n = us, d = m;
    if (e < 0) {
      if (e < -90 || __builtin_mul_overflow(us, static_cast<Micros>(1) << -e, &n)) {
        // Beyond 128 bits: the quotient's own precision is enough.
        long double q = std::ldexp(static_cast<long double>(us) / static_cast<long double>(m), -e);
        if (!(std::fabs(q) < 1e27L)) return too_large(c.context());
        return make_delta(c.context(), static_cast<Micros>(std::nearbyint(q)));
      }
    } else if (e > 60) {
      return make_delta(c.context(), 0);
    } else {
      d = static_cast<Micros>(m) << e;
    }
    return make_delta(c.context(), divide_nearest(n, d));
  }
  if (!by.is_int_like()) return Value::not_implemented();
  Micros d = by.as_int();
  if (d == 0) return division_by_zero(c.context());
  return make_delta(c.context(), d < 0 ? divide_nearest(-us, -d) : divide_nearest(us, d));
}

Value micros_to_int(Context& c, Micros n) {
  if (n <= INT64_MAX && n >= INT64_MIN) return Value::integer(static_cast<int64_t>(n));
  BELLJAR_TRY(high, int_binary(c, BinaryOp::Mul, Value::integer(static_cast<int64_t>(n / kDay)),
                               Value::integer(kDay)));
  return int_binary(c, BinaryOp::Add, high, Value::integer(static_cast<int64_t>(n % kDay)));
}

Value delta_floordiv(Call& c) {
  Value by = payload(c[1]);
  Micros us = delta_micros(c.self<TimeDelta>());
  if (is_delta(c.context(), by)) {
    Micros d = delta_micros(delta(by));
    if (d == 0) return division_by_zero(c.context());
    return micros_to_int(c.context(), floor_divide(us, d));
  }
  if (!by.is_int_like()) return Value::not_implemented();
  if (by.as_int() == 0) return division_by_zero(c.context());
  return make_delta(c.context(), floor_divide(us, by.as_int()));
}
Value delta_mod(Call& c) {
  if (!is_delta(c.context(), c[1])) return Value::not_implemented();
  Micros us = delta_micros(delta(c[0])), d = delta_micros(delta(c[1]));
  if (d == 0) return division_by_zero(c.context());
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
    {"__repr__", "self", delta_repr},
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
  Class* cls = b.new_class("timedelta", nullptr, Kind::NativeObject, kFinal, "datetime");
  static constexpr NativeType kType = {"timedelta", nullptr, nullptr};
  cls->native = &kType;
  b.building().extensions[static_cast<int>(Extension::TimeDelta)] = cls;
  b.constructor(
      cls,
      {"timedelta", "cls, days?, seconds?, microseconds?, milliseconds?, minutes?, hours?, weeks?",
       delta_new});
  b.methods(cls, kMethods);
  b.property(cls, "days", delta_days);
  b.property(cls, "seconds", delta_seconds);
  b.property(cls, "microseconds", delta_microseconds);
  constexpr Micros kMost = static_cast<Micros>(kMaxDeltaDays) * kDay;
  b.attribute(cls, "min", make_delta(b, -kMost));
  b.attribute(cls, "max", make_delta(b, kMost + kDay - 1));
  b.attribute(cls, "resolution", make_delta(b, 1));
  b.member(m, "timedelta", Value::object(cls));
}

}  // namespace belljar::datetime
