// math's functions of integers of any size. All work is done by the runtime's integer operations,
// which charge for it and check the size of each result.
#include "runtime/number.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "stdlib/math/real.h"

namespace belljar::math {
namespace {

Value multiply(Context& context, Value a, Value b) {
  return int_binary(context, BinaryOp::Mul, a, b);
}

// first · (first + 1) · … · last, by halves, so that the factors of each product are of one size.
Value range_product(Context& context, int64_t first, int64_t last) {
  if (first > last) return Value::integer(1);
  if (last - first < 8) {
    Value product = Value::integer(first);
    for (int64_t i = first + 1; i <= last; ++i) {
      if (!context.charge(1)) return Value::stopped();
      BELLJAR_TRY(next, multiply(context, product, Value::integer(i)));
      product = next;
    }
    return product;
  }
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  int64_t middle = first + (last - first) / 2;
  BELLJAR_TRY(low, range_product(context, first, middle));
  BELLJAR_TRY(high, range_product(context, middle + 1, last));
  return multiply(context, low, high);
}

Value math_factorial(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(n, as_index(context, c[0]));
  if (int_sign(n) < 0) {
    return context.raise(Exc::ValueError, "factorial() not defined for negative values");
  }
  if (!n.is_int()) {
    return context.raise(Exc::OverflowError,
                         "factorial() argument should not exceed 9223372036854775807");
  }
  return range_product(context, 2, n.as_int());
}

// Both arguments of comb and perm, checked.
Value counts(Call& c, Value* n, Value* k) {
  Context& context = c.context();
  BELLJAR_TRY(first, as_index(context, c[0]));
  *n = first;
  if (c[1].is_none()) {
    *k = first;
  } else {
    BELLJAR_TRY(second, as_index(context, c[1]));
    *k = second;
  }
  if (int_sign(*n) < 0) {
    return context.raise(Exc::ValueError, "n must be a non-negative integer");
  }
  if (int_sign(*k) < 0) {
    return context.raise(Exc::ValueError, "k must be a non-negative integer");
  }
  return Value::none();
}

// n · (n - 1) · … : k factors.
Value falling(Context& context, Value n, int64_t k) {
  if (n.is_int()) return range_product(context, n.as_int() - k + 1, n.as_int());
  Value product = Value::integer(1);
  for (int64_t i = 0; i < k; ++i) {
    if (!context.charge(1)) return Value::stopped();
    BELLJAR_TRY(factor, int_binary(context, BinaryOp::Sub, n, Value::integer(i)));
    BELLJAR_TRY(next, multiply(context, product, factor));
    product = next;
  }
  return product;
}

Value math_perm(Call& c) {
  Context& context = c.context();
  if (c[1].is_none()) return math_factorial(c);
  Value n, k;
  BELLJAR_CHECK(counts(c, &n, &k));
  if (int_compare(n, k) < 0) return Value::integer(0);
  if (!k.is_int()) {
    return context.raise(Exc::OverflowError, "k must not exceed 9223372036854775807");
  }
  if (k.as_int() == 0) return Value::integer(1);
  return falling(context, n, k.as_int());
}

Value math_comb(Call& c) {
  Context& context = c.context();
  Value n, k;
  BELLJAR_CHECK(counts(c, &n, &k));
  if (int_compare(n, k) < 0) return Value::integer(0);
  BELLJAR_TRY(rest, int_binary(context, BinaryOp::Sub, n, k));
  if (int_compare(rest, k) < 0) k = rest;
  if (!k.is_int()) {
    return context.raise(Exc::OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
  }
  if (k.as_int() == 0) return Value::integer(1);
  BELLJAR_TRY(above, falling(context, n, k.as_int()));
  BELLJAR_TRY(below, range_product(context, 2, k.as_int()));
  return int_binary(context, BinaryOp::FloorDiv, above, below);
}

Value gcd_of(Context& context, Value a, Value b) {
  while (int_sign(b) != 0) {
    if (!context.charge(1)) return Value::stopped();
    BELLJAR_TRY(rest, int_binary(context, BinaryOp::Mod, a, b));
    a = b;
    b = rest;
  }
  return absolute(context, a);
}

Value math_gcd(Call& c) {
  Context& context = c.context();
  Value result = Value::integer(0);
  Tuple* all = c[0].as<Tuple>();
  Roots<1> roots(context);
  for (uint32_t i = 0; i < all->count; ++i) {
    roots[0] = result;
    BELLJAR_TRY(v, as_index(context, all->items[i]));
    BELLJAR_TRY(next, gcd_of(context, result, v));
    result = next;
  }
  return result;
}

Value math_lcm(Call& c) {
  Context& context = c.context();
  Value result = Value::integer(1);
  Tuple* all = c[0].as<Tuple>();
  Roots<1> roots(context);
  for (uint32_t i = 0; i < all->count; ++i) {
    roots[0] = result;
    BELLJAR_TRY(v, as_index(context, all->items[i]));
    if (int_sign(v) == 0 || int_sign(result) == 0) {
      result = Value::integer(0);
      continue;
    }
    BELLJAR_TRY(divisor, gcd_of(context, result, v));
    BELLJAR_TRY(part, int_binary(context, BinaryOp::FloorDiv, result, divisor));
    BELLJAR_TRY(product, multiply(context, part, v));
    BELLJAR_TRY(positive, absolute(context, product));
    result = positive;
  }
  return result;
}

// Newton's iteration from above; the first guess is a power of two with half the bits.
Value math_isqrt(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(n, as_index(context, c[0]));
  if (int_sign(n) < 0) {
    return context.raise(Exc::ValueError, "isqrt() argument must be nonnegative");
  }
  if (int_sign(n) == 0) return Value::integer(0);
  uint64_t bits = (int_bit_length(n) + 1) / 2;
  BELLJAR_TRY(guess, int_binary(context, BinaryOp::LShift, Value::integer(1),
                                Value::integer(static_cast<int64_t>(bits))));
  for (;;) {
    if (!context.charge(1)) return Value::stopped();
    BELLJAR_TRY(quotient, int_binary(context, BinaryOp::FloorDiv, n, guess));
    BELLJAR_TRY(sum, int_binary(context, BinaryOp::Add, guess, quotient));
    BELLJAR_TRY(next, int_binary(context, BinaryOp::RShift, sum, Value::integer(1)));
    if (int_compare(next, guess) >= 0) return guess;
    guess = next;
  }
}

constexpr NativeDef kFunctions[] = {
    {"factorial", "n, /", math_factorial, kNativeCallsBack},
    {"perm", "n, k=None, /", math_perm, kNativeCallsBack},
    {"comb", "n, k, /", math_comb, kNativeCallsBack},
    {"gcd", "*integers", math_gcd, kNativeCallsBack},
    {"lcm", "*integers", math_lcm, kNativeCallsBack},
    {"isqrt", "n, /", math_isqrt, kNativeCallsBack},
};

}  // namespace

void install_integers(RealmBuilder& b, Module* module) { b.functions(module, kFunctions); }

}  // namespace belljar::math
