// Powers of ints, with and without a modulus. Apart from bigint.cc because here the cost is in the
// number of multiplications: each is charged before it is made, which also polls.
#include <gmp.h>

#include <cstring>
#include <utility>

#include "runtime/bigint.h"
#include "runtime/number.h"

namespace belljar {

Value big_power(Context& context, const IntView& base, uint64_t exponent) {
  if (exponent == 0) return Value::integer(1);
  if (base.count == 0) return Value::integer(0);
  bool negative = base.negative && (exponent & 1);
  if (base.count == 1 && base.limbs[0] == 1) return Value::integer(negative ? -1 : 1);

  // base = odd * 2^twos: the power of two is a shift.
  uint64_t bits = base.bits();
  uint64_t least;  // bits of the result, at least
  if (__builtin_mul_overflow(bits - 1, exponent, &least) || least >= context.limits().int_bits) {
    return context.stop_size();
  }
  uint64_t twos = mpn_scan1(base.limbs, 0);
  size_t n = base.count - twos / 64;
  Limbs odd(context, n);
  if (!odd) return context.stop_memory();
  if (twos % 64) {
    mpn_rshift(odd.data(), base.limbs + twos / 64, n, twos % 64);
  } else {
    std::memcpy(odd.data(), base.limbs + twos / 64, n * sizeof(uint64_t));
  }
  while (odd[n - 1] == 0) --n;

  uint64_t shift = twos * exponent;
  size_t shift_limbs = shift / 64;
  uint64_t odd_bits = (n - 1) * 64 + 64 - static_cast<unsigned>(__builtin_clzll(odd[n - 1]));
  bool one = n == 1 && odd[0] == 1;
  // bits * exponent bounds the odd part's length; squaring and multiplying need a limb more each.
  size_t room = one ? 1 : (odd_bits * exponent) / 64 + 2 + n;
  size_t total = shift_limbs + room + 1;
  Limbs first(context, room), second(context, room);
  if (!first || !second) return context.stop_memory();
  uint64_t* result = first.data();
  uint64_t* spare = second.data();
  std::memcpy(result, odd.data(), n * sizeof(uint64_t));
  size_t rn = n;
  if (!one) {
    for (int bit = 62 - __builtin_clzll(exponent); bit >= 0; --bit) {
      if (!context.charge(multiplication_steps(rn, rn))) return Value::stopped();
      mpn_sqr(spare, result, rn);
      rn *= 2;
      if (spare[rn - 1] == 0) --rn;
      std::swap(result, spare);
      if ((exponent >> bit) & 1) {
        if (!context.charge(multiplication_steps(rn, n))) return Value::stopped();
        if (n == 1) {
          uint64_t carry = mpn_mul_1(result, result, rn, odd[0]);
          if (carry) result[rn++] = carry;
        } else {
          mpn_mul(spare, result, rn, odd.data(), n);
          rn += n;
          if (spare[rn - 1] == 0) --rn;
          std::swap(result, spare);
        }
      }
    }
  }
  uint64_t result_bits = rn * 64 - static_cast<unsigned>(__builtin_clzll(result[rn - 1]));
  if (result_bits + shift > context.limits().int_bits) return context.stop_size();
  if (!context.charge(total / 16 + 1)) return Value::stopped();
  size_t out_limbs = shift_limbs + rn + 1;
  BigInt* out = new_bigint(context, out_limbs);
  if (!out) return context.stop_memory();
  std::memset(out->limbs, 0, shift_limbs * sizeof(uint64_t));
  if (unsigned rest = shift % 64) {
    out->limbs[out_limbs - 1] = mpn_lshift(out->limbs + shift_limbs, result, rn, rest);
  } else {
    std::memcpy(out->limbs + shift_limbs, result, rn * sizeof(uint64_t));
    out->limbs[out_limbs - 1] = 0;
  }
  return finish_bigint(out, out_limbs, negative);
}

namespace {

uint64_t power_mod_limb(uint64_t base, const IntView& exponent, uint64_t modulus) {
  unsigned __int128 result = 1 % modulus;
  for (size_t i = exponent.count; i-- > 0;) {
    for (int bit = 63; bit >= 0; --bit) {
      result = result * result % modulus;
      if ((exponent.limbs[i] >> bit) & 1) result = result * base % modulus;
    }
  }
  return static_cast<uint64_t>(result);
}

}  // namespace

Value big_power_mod(Context& context, Value base_value, const IntView& exponent,
                    Value modulus_value) {
  BELLJAR_TRY(reduced, int_binary(context, BinaryOp::Mod, base_value, modulus_value));
  IntView base(reduced), modulus(modulus_value);
  size_t n = modulus.count;
  if (n == 1) {
    if (!context.charge(uint64_t{exponent.count} * 64 * 4 + 1)) return Value::stopped();
    uint64_t result = power_mod_limb(base.count ? base.limbs[0] : 0, exponent, modulus.limbs[0]);
    return int_from_limbs(context, &result, 1, false);
  }
  if (exponent.count == 0) return Value::integer(1);

  // Four bits of the exponent at a time, table[k] = base^k; one bit where the table would be large.
  const unsigned window_bits = n <= 1024 ? 4 : 1;
  const size_t window_count = size_t{1} << window_bits, digits_a_limb = 64 / window_bits;
  Limbs table(context, n * window_count), product(context, 2 * n), quotient(context, n + 1);
  Limbs result(context, n);
  if (!table || !product || !quotient || !result) return context.stop_memory();
  uint64_t step = 3 * multiplication_steps(n, n);
  auto multiply = [&](uint64_t* out, const uint64_t* x, const uint64_t* y) {
    if (x == y) {
      mpn_sqr(product.data(), x, n);
    } else {
      mpn_mul_n(product.data(), x, y, n);
    }
    mpn_tdiv_qr(quotient.data(), out, 0, product.data(), 2 * n, modulus.limbs, n);
  };
  if (!context.charge(step * window_count)) return Value::stopped();
  std::memset(table.data(), 0, n * window_count * sizeof(uint64_t));
  table[0] = 1;
  if (base.count) std::memcpy(&table[n], base.limbs, base.count * sizeof(uint64_t));
  for (size_t k = 2; k < window_count; ++k) {
    multiply(&table[k * n], &table[(k - 1) * n], &table[n]);
  }
  std::memcpy(result.data(), table.data(), n * sizeof(uint64_t));
  bool started = false;
  for (size_t digit = size_t{exponent.count} * digits_a_limb; digit-- > 0;) {
    if (started) {
      if (!context.charge(step * (window_bits + 1))) return Value::stopped();
      for (unsigned i = 0; i < window_bits; ++i)
        multiply(result.data(), result.data(), result.data());
    }
    unsigned position = static_cast<unsigned>(digit % digits_a_limb) * window_bits;
    size_t window = (exponent.limbs[digit / digits_a_limb] >> position) & (window_count - 1);
    if (window == 0) continue;
    if (started) {
      multiply(result.data(), result.data(), &table[window * n]);
    } else {
      std::memcpy(result.data(), &table[window * n], n * sizeof(uint64_t));
      started = true;
    }
  }
  return int_from_limbs(context, result.data(), n, false);
}

}  // namespace belljar
