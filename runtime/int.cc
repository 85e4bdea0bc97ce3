// int: the operators on small and big ints alike. Two int64 operands are answered here with
// overflow checks; everything else goes to bigint.cc.
#include <cmath>

#include "runtime/bigint.h"
#include "runtime/number.h"

namespace belljar {

Value int_from_u64(Context& context, uint64_t magnitude, bool negative) {
  return int_from_limbs(context, &magnitude, 1, negative);
}

uint64_t int_bit_length(Value v) { return IntView(v).bits(); }

int int_sign(Value v) {
  if (v.is(Kind::BigInt)) return v.as_object()->flags & kBigNegative ? -1 : 1;
  return v.as_int() < 0 ? -1 : v.as_int() > 0;
}

namespace {

Value divide_by_zero(Context& context, BinaryOp op) {
  return context.raise(Exc::ZeroDivisionError, op == BinaryOp::TrueDiv ? "division by zero"
                                               : op == BinaryOp::Mod
                                                   ? "integer modulo by zero"
                                                   : "integer division or modulo by zero");
}

Value small_floor_divide(Context& context, int64_t a, int64_t b) {
  if (b == -1) {  // the one quotient that may overflow
    if (a == INT64_MIN) return int_from_u64(context, uint64_t{1} << 63, false);
    return Value::integer(-a);
  }
  int64_t q = a / b;
  if (a % b != 0 && (a < 0) != (b < 0)) --q;
  return Value::integer(q);
}

int64_t small_modulo(int64_t a, int64_t b) {
  if (b == -1) return 0;
  int64_t r = a % b;
  if (r != 0 && (r < 0) != (b < 0)) r += b;
  return r;
}

Value int_shift(Context& context, BinaryOp op, Value a, Value b) {
  if (int_sign(b) < 0) return context.raise(Exc::ValueError, "negative shift count");
  bool zero = a.is_int_like() && a.as_int() == 0;
  if (zero) return Value::integer(0);
  if (op == BinaryOp::RShift) {
    uint64_t count = b.is_int_like() ? static_cast<uint64_t>(b.as_int()) : UINT64_MAX;
    if (a.is_int_like()) {
      return Value::integer(a.as_int() >> (count > 63 ? 63 : count));
    }
    return big_shift_right(context, IntView(a), count);
  }
  if (!b.is_int_like()) return context.stop_size();
  int64_t count = b.as_int();
  if (a.is_int_like() && count < 63) {
    int64_t value = a.as_int();
    int64_t shifted = static_cast<int64_t>(static_cast<uint64_t>(value) << count);
    if (shifted >> count == value) return Value::integer(shifted);
  }
  return big_shift_left(context, IntView(a), static_cast<uint64_t>(count));
}

Value int_power(Context& context, Value a, Value b) {
  if (int_sign(b) < 0) {
    double x, y;
    BELLJAR_CHECK(int_to_double(context, a, &x));
    BELLJAR_CHECK(int_to_double(context, b, &y));
    return float_binary(context, BinaryOp::Pow, x, y);
  }
  if (b.is_int_like()) {
    uint64_t exponent = static_cast<uint64_t>(b.as_int());
    if (a.is_int_like() && exponent < 64) {
      int64_t base = a.as_int(), result = 1;
      bool overflow = false;
      for (uint64_t e = exponent; e; e >>= 1) {
        if (e & 1) overflow |= __builtin_mul_overflow(result, base, &result);
        if (e > 1) overflow |= __builtin_mul_overflow(base, base, &base);
      }
      if (!overflow) return Value::integer(result);
    }
    return big_power(context, IntView(a), exponent);
  }
  // An exponent beyond 64 bits: only 0, 1 and -1 have such powers.
  if (a.is_int_like() && (a.as_int() == 0 || a.as_int() == 1)) return Value::integer(a.as_int());
  if (a.is_int_like() && a.as_int() == -1) {
    return Value::integer(b.as<BigInt>()->limbs[0] & 1 ? -1 : 1);
  }
  return context.stop_size();
}

Value big_binary(Context& context, BinaryOp op, Value a, Value b) {
  IntView x(a), y(b);
  switch (op) {
    case BinaryOp::Add:
      return big_add(context, x, y, false);
    case BinaryOp::Sub:
      return big_add(context, x, y, true);
    case BinaryOp::Mul:
      return big_multiply(context, x, y);
    case BinaryOp::FloorDiv: {
      if (y.count == 0) return divide_by_zero(context, op);
      Value quotient;
      BELLJAR_CHECK(big_divmod(context, x, y, &quotient, nullptr));
      return quotient;
    }
    case BinaryOp::Mod: {
      if (y.count == 0) return divide_by_zero(context, op);
      Value remainder;
      BELLJAR_CHECK(big_divmod(context, x, y, nullptr, &remainder));
      return remainder;
    }
    default:
      return big_bitwise(context, op, x, y);
  }
}

}  // namespace

Value int_binary(Context& context, BinaryOp op, Value a, Value b) {
  bool small = a.is_int_like() && b.is_int_like();
  int64_t x = a.as_int(), y = b.as_int(), result;
  switch (op) {
    case BinaryOp::Add:
      if (small && !__builtin_add_overflow(x, y, &result)) return Value::integer(result);
      break;
    case BinaryOp::Sub:
      if (small && !__builtin_sub_overflow(x, y, &result)) return Value::integer(result);
      break;
    case BinaryOp::Mul:
      if (small && !__builtin_mul_overflow(x, y, &result)) return Value::integer(result);
      break;
    case BinaryOp::TrueDiv:
      return int_true_divide(context, a, b);
    case BinaryOp::FloorDiv:
      if (!small) break;
      return y == 0 ? divide_by_zero(context, op) : small_floor_divide(context, x, y);
    case BinaryOp::Mod:
      if (!small) break;
      return y == 0 ? divide_by_zero(context, op) : Value::integer(small_modulo(x, y));
    case BinaryOp::Pow:
      return int_power(context, a, b);
    case BinaryOp::LShift:
    case BinaryOp::RShift:
      return int_shift(context, op, a, b);
    case BinaryOp::And:
    case BinaryOp::Or:
    case BinaryOp::Xor: {
      if (!small) break;
      result = op == BinaryOp::And ? x & y : op == BinaryOp::Or ? x | y : x ^ y;
      return a.is_bool() && b.is_bool() ? Value::boolean(result) : Value::integer(result);
    }
    case BinaryOp::MatMul:
      return Value::not_implemented();
  }
  return big_binary(context, op, a, b);
}

Value int_divmod(Context& context, Value a, Value b, Value* quotient, Value* remainder) {
  if (b.is_int_like() && b.as_int() == 0) return divide_by_zero(context, BinaryOp::FloorDiv);
  if (a.is_int_like() && b.is_int_like()) {
    *quotient = small_floor_divide(context, a.as_int(), b.as_int());
    *remainder = Value::integer(small_modulo(a.as_int(), b.as_int()));
    return Value::none();
  }
  return big_divmod(context, IntView(a), IntView(b), quotient, remainder);
}

Value int_negate(Context& context, Value a) {
  if (a.is_int_like() && a.as_int() != INT64_MIN) return Value::integer(-a.as_int());
  IntView v(a);
  if (!context.charge(v.count / 16 + 1)) return Value::stopped();
  return int_from_limbs(context, v.limbs, v.count, !v.negative);
}

Value int_invert(Context& context, Value a) {
  if (a.is_int_like()) return Value::integer(~a.as_int());
  BELLJAR_TRY(negated, int_negate(context, a));
  return int_binary(context, BinaryOp::Sub, negated, Value::integer(1));
}

int int_compare(Value a, Value b) {
  if (a.is_int_like() && b.is_int_like()) {
    return a.as_int() < b.as_int() ? -1 : a.as_int() > b.as_int();
  }
  // A BigInt is beyond every Int, on its sign's side.
  if (!b.is(Kind::BigInt)) return int_sign(a);
  if (!a.is(Kind::BigInt)) return -int_sign(b);
  IntView x(a), y(b);
  if (x.negative != y.negative) return x.negative ? -1 : 1;
  int order = 0;
  if (x.count != y.count) {
    order = x.count < y.count ? -1 : 1;
  } else {
    for (uint32_t i = x.count; i-- > 0 && order == 0;) {
      if (x.limbs[i] != y.limbs[i]) order = x.limbs[i] < y.limbs[i] ? -1 : 1;
    }
  }
  return x.negative ? -order : order;
}

bool int_equals(Value a, Value b) {
  if (a.is(Kind::BigInt) != b.is(Kind::BigInt)) return false;
  return int_compare(a, b) == 0;
}

Value int_true_divide(Context& context, Value a, Value b) {
  if (b.is_int_like() && b.as_int() == 0) return divide_by_zero(context, BinaryOp::TrueDiv);
  constexpr int64_t kExact = int64_t{1} << 53;
  if (a.is_int_like() && b.is_int_like()) {
    int64_t x = a.as_int(), y = b.as_int();
    if (x >= -kExact && x <= kExact && y >= -kExact && y <= kExact) {
      return Value::real(static_cast<double>(x) / static_cast<double>(y));
    }
  }
  IntView x(a), y(b);
  bool negative = x.negative != y.negative;
  if (x.count == 0) return Value::real(negative ? -0.0 : 0.0);
  // A quotient of at least 66 bits (shifting the dividend) and a sticky bit for the remainder are
  // enough to round once.
  int64_t difference = static_cast<int64_t>(x.bits()) - static_cast<int64_t>(y.bits());
  if (difference > 1025) {
    return context.raise(Exc::OverflowError, "integer division result too large for a float");
  }
  if (difference < -1200) return Value::real(negative ? -0.0 : 0.0);
  int64_t shift = 66 - difference;
  Value dividend = int_sign(a) < 0 ? int_negate(context, a) : a;
  Value divisor = int_sign(b) < 0 ? int_negate(context, b) : b;
  BELLJAR_CHECK(dividend);
  BELLJAR_CHECK(divisor);
  if (shift > 0) {
    dividend = big_shift_left(context, IntView(dividend), static_cast<uint64_t>(shift));
    BELLJAR_CHECK(dividend);
  } else {
    shift = 0;
  }
  Value quotient, remainder;
  BELLJAR_CHECK(big_divmod(context, IntView(dividend), IntView(divisor), &quotient, &remainder));
  IntView q(quotient);
  double result = limbs_to_double(q.limbs, q.count, int_sign(remainder) != 0, -shift);
  if (std::isinf(result)) {
    return context.raise(Exc::OverflowError, "integer division result too large for a float");
  }
  return Value::real(negative ? -result : result);
}

namespace {

// The inverse of a modulo m (m > 0, 0 <= a < m) by the extended Euclidean algorithm; ValueError.
Value inverse_mod(Context& context, Value a, Value m) {
  Value r0 = m, r1 = a, t0 = Value::integer(0), t1 = Value::integer(1);
  while (int_sign(r1) != 0) {
    Value quotient, remainder;
    BELLJAR_CHECK(int_divmod(context, r0, r1, &quotient, &remainder));
    BELLJAR_TRY(product, int_binary(context, BinaryOp::Mul, quotient, t1));
    BELLJAR_TRY(next, int_binary(context, BinaryOp::Sub, t0, product));
    t0 = t1, t1 = next;
    r0 = r1, r1 = remainder;
    if (!context.charge(1)) return Value::stopped();
  }
  if (!r0.is_int_like() || r0.as_int() != 1) {
    return context.raise(Exc::ValueError, "base is not invertible for the given modulus");
  }
  return int_binary(context, BinaryOp::Mod, t0, m);
}

}  // namespace

Value int_power_mod(Context& context, Value a, Value b, Value m) {
  if (int_sign(m) == 0) return context.raise(Exc::ValueError, "pow() 3rd argument cannot be 0");
  bool negative = int_sign(m) < 0;
  Value modulus = negative ? int_negate(context, m) : m;
  BELLJAR_CHECK(modulus);
  if (modulus.is_int_like() && modulus.as_int() == 1) return Value::integer(0);
  if (int_sign(b) < 0) {
    BELLJAR_TRY(reduced, int_binary(context, BinaryOp::Mod, a, modulus));
    a = inverse_mod(context, reduced, modulus);
    BELLJAR_CHECK(a);
    b = int_negate(context, b);
    BELLJAR_CHECK(b);
  }
  BELLJAR_TRY(result, big_power_mod(context, a, IntView(b), modulus));
  if (negative && int_sign(result) != 0) {
    return int_binary(context, BinaryOp::Sub, result, modulus);
  }
  return result;
}

Value int_round(Context& context, Value v, Value ndigits) {
  if (int_sign(ndigits) >= 0) return int_binary(context, BinaryOp::Add, v, Value::integer(0));
  // 10**n beyond twice the magnitude: 0, without computing the power.
  uint64_t bits = int_bit_length(v);
  if (!ndigits.is_int_like() || static_cast<uint64_t>(-ndigits.as_int()) > bits / 3 + 2) {
    return Value::integer(0);
  }
  BELLJAR_TRY(unit, int_binary(context, BinaryOp::Pow, Value::integer(10),
                               Value::integer(-ndigits.as_int())));
  Value quotient, remainder;
  BELLJAR_CHECK(int_divmod(context, v, unit, &quotient, &remainder));
  // Half to even; the remainder is not negative.
  BELLJAR_TRY(twice, int_binary(context, BinaryOp::Mul, remainder, Value::integer(2)));
  int order = int_compare(twice, unit);
  bool odd = IntView(quotient).count != 0 && (IntView(quotient).limbs[0] & 1);
  if (order > 0 || (order == 0 && odd)) {
    BELLJAR_TRY(up, int_binary(context, BinaryOp::Add, quotient, Value::integer(1)));
    quotient = up;
  }
  return int_binary(context, BinaryOp::Mul, quotient, unit);
}

}  // namespace belljar
