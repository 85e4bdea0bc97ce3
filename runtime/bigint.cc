// Magnitudes: making, adding, multiplying, dividing, shifting, bit operations, on GMP's mpn layer.
//
// The size of each result is known before the call: it is held against the int_bits limit, charged
// for and allocated first, so GMP's own temporaries stay in proportion and a huge result costs
// nothing.
#include "runtime/bigint.h"

#include <gmp.h>

#include <cmath>
#include <cstring>

namespace belljar {

static_assert(sizeof(mp_limb_t) == sizeof(uint64_t) && GMP_NAIL_BITS == 0);

BigInt* new_bigint(Context& context, size_t limbs) {
  size_t extra = limbs > 1 ? (limbs - 1) * sizeof(uint64_t) : 0;
  return context.heap().make<BigInt>(Kind::BigInt, extra);
}

Value finish_bigint(BigInt* b, size_t limbs, bool negative) {
  while (limbs > 0 && b->limbs[limbs - 1] == 0) --limbs;
  if (limbs <= 1) {
    uint64_t low = limbs ? b->limbs[0] : 0;
    if (low <= static_cast<uint64_t>(INT64_MAX) + (negative ? 1 : 0)) {
      return Value::integer(static_cast<int64_t>(negative ? 0 - low : low));
    }
  }
  b->count = static_cast<uint32_t>(limbs);
  if (negative) b->flags |= kBigNegative;
  return Value::object(Kind::BigInt, b);
}

Value int_from_limbs(Context& context, const uint64_t* limbs, size_t count, bool negative) {
  while (count > 0 && limbs[count - 1] == 0) --count;
  if (count <= 1) {
    uint64_t low = count ? limbs[0] : 0;
    if (low <= static_cast<uint64_t>(INT64_MAX) + (negative ? 1 : 0)) {
      return Value::integer(static_cast<int64_t>(negative ? 0 - low : low));
    }
  }
  BigInt* b = new_bigint(context, count);
  if (!b) return context.stop_memory();
  std::memcpy(b->limbs, limbs, count * sizeof(uint64_t));
  b->count = static_cast<uint32_t>(count);
  if (negative) b->flags |= kBigNegative;
  return Value::object(Kind::BigInt, b);
}

uint64_t multiplication_steps(uint64_t a, uint64_t b) {
  uint64_t large = a > b ? a : b, small = a > b ? b : a;
  // Schoolbook to 32 limbs, then each doubling costs 3/2 of a limb's work (Karatsuba), beyond a
  // thousand 5/4 (Toom-Cook, FFT).
  uint64_t each = small < 32 ? small : 32;
  uint64_t size = 32;
  for (; size < small && size < 1024; size *= 2) each += each / 2;
  for (; size < small; size *= 2) each += each / 4;
  return large * each / 8 + 1;
}

namespace {

// Results longer than the limit are refused; `limbs` may be one more than the true length.
bool too_long(Context& context, uint64_t bits) { return bits > context.limits().int_bits; }

int compare_magnitudes(const IntView& a, const IntView& b) {
  if (a.count != b.count) return a.count < b.count ? -1 : 1;
  return a.count == 0 ? 0 : mpn_cmp(a.limbs, b.limbs, a.count);
}

}  // namespace

Value big_add(Context& context, const IntView& a, const IntView& b, bool subtract) {
  bool b_negative = b.negative != subtract;
  const IntView& large = a.count >= b.count ? a : b;
  const IntView& small = a.count >= b.count ? b : a;
  size_t n = large.count;
  if (!context.charge(n / 16 + 1)) return Value::stopped();
  if (small.count == 0) {
    return int_from_limbs(context, large.limbs, n, &large == &a ? a.negative : b_negative);
  }
  if (a.negative == b_negative) {
    if (too_long(context, n * 64)) {
      uint64_t bits = large.bits();
      if (too_long(context, bits)) return context.stop_size();
    }
    BigInt* sum = new_bigint(context, n + 1);
    if (!sum) return context.stop_memory();
    sum->limbs[n] = mpn_add(sum->limbs, large.limbs, n, small.limbs, small.count);
    return finish_bigint(sum, n + 1, a.negative);
  }
  int order = compare_magnitudes(a, b);
  if (order == 0) return Value::integer(0);
  const IntView& more = order > 0 ? a : b;
  const IntView& less = order > 0 ? b : a;
  bool negative = order > 0 ? a.negative : b_negative;
  if (n <= 2) {
    uint64_t difference[2];
    mpn_sub(difference, more.limbs, more.count, less.limbs, less.count);
    return int_from_limbs(context, difference, more.count, negative);
  }
  BigInt* difference = new_bigint(context, n);
  if (!difference) return context.stop_memory();
  mpn_sub(difference->limbs, more.limbs, more.count, less.limbs, less.count);
  return finish_bigint(difference, n, negative);
}

Value big_multiply(Context& context, const IntView& a, const IntView& b) {
  if (a.count == 0 || b.count == 0) return Value::integer(0);
  const IntView& large = a.count >= b.count ? a : b;
  const IntView& small = a.count >= b.count ? b : a;
  if (too_long(context, a.bits() + b.bits() - 1)) return context.stop_size();
  size_t n = size_t{a.count} + b.count;
  if (!context.charge(multiplication_steps(a.count, b.count))) return Value::stopped();
  bool negative = a.negative != b.negative;
  if (n == 2) {
    uint64_t product[2];
    product[1] = mpn_mul_1(product, large.limbs, 1, small.limbs[0]);
    return int_from_limbs(context, product, 2, negative);
  }
  BigInt* product = new_bigint(context, n);
  if (!product) return context.stop_memory();
  if (small.count == 1) {
    product->limbs[n - 1] = mpn_mul_1(product->limbs, large.limbs, large.count, small.limbs[0]);
  } else if (a.limbs == b.limbs && a.count == b.count) {
    mpn_sqr(product->limbs, a.limbs, a.count);
  } else {
    mpn_mul(product->limbs, large.limbs, large.count, small.limbs, small.count);
  }
  return finish_bigint(product, n, negative);
}

namespace {

Value divmod_by_limb(Context& context, const IntView& a, const IntView& b, Value* quotient,
                     Value* remainder) {
  uint64_t divisor = b.limbs[0];
  bool opposite = a.negative != b.negative;
  uint64_t rest;
  if (quotient) {
    BigInt* q = new_bigint(context, a.count + size_t{1});
    if (!q) return context.stop_memory();
    rest = mpn_divrem_1(q->limbs, 0, a.limbs, a.count, divisor);
    q->limbs[a.count] = 0;
    if (opposite && rest != 0) mpn_add_1(q->limbs, q->limbs, a.count + 1, 1);
    *quotient = finish_bigint(q, a.count + size_t{1}, opposite);
  } else if ((divisor & (divisor - 1)) == 0) {
    rest = a.limbs[0] & (divisor - 1);
  } else {
    rest = mpn_mod_1(a.limbs, a.count, divisor);
  }
  if (remainder) {
    if (opposite && rest != 0) rest = divisor - rest;
    *remainder = int_from_limbs(context, &rest, 1, b.negative);
  }
  return Value::none();
}

}  // namespace

Value big_divmod(Context& context, const IntView& a, const IntView& b, Value* quotient,
                 Value* remainder) {
  bool opposite = a.negative != b.negative;
  if (a.count < b.count || (a.count == b.count && compare_magnitudes(a, b) < 0)) {
    bool adjust = opposite && a.count != 0;
    if (quotient) *quotient = Value::integer(adjust ? -1 : 0);
    if (!remainder) return Value::none();
    *remainder = adjust ? big_add(context, a, b, false)
                        : int_from_limbs(context, a.limbs, a.count, a.negative);
    return remainder->is_abrupt() ? *remainder : Value::none();
  }
  size_t qn = size_t{a.count} - b.count + 1;
  if (!context.charge(2 * multiplication_steps(qn, b.count))) return Value::stopped();
  if (b.count == 1) return divmod_by_limb(context, a, b, quotient, remainder);

  size_t rn = b.count;
  Limbs q_scratch(context, quotient ? 0 : qn), r_scratch(context, rn);
  if (!q_scratch || !r_scratch) return context.stop_memory();
  BigInt* q_object = quotient ? new_bigint(context, qn + 1) : nullptr;
  if (quotient && !q_object) return context.stop_memory();
  uint64_t* q = quotient ? q_object->limbs : q_scratch.data();
  uint64_t* r = r_scratch.data();
  mpn_tdiv_qr(q, r, 0, a.limbs, a.count, b.limbs, rn);
  bool adjust = opposite && !mpn_zero_p(r, rn);
  if (quotient) {
    q[qn] = adjust ? mpn_add_1(q, q, qn, 1) : 0;
    *quotient = finish_bigint(q_object, qn + 1, opposite);
  }
  if (remainder) {
    if (adjust) mpn_sub_n(r, b.limbs, r, rn);
    *remainder = int_from_limbs(context, r, rn, b.negative);
    if (remainder->is_abrupt()) return *remainder;
  }
  return Value::none();
}

Value big_shift_left(Context& context, const IntView& a, uint64_t bits) {
  if (a.count == 0) return Value::integer(0);
  if (bits > context.limits().int_bits || too_long(context, a.bits() + bits)) {
    return context.stop_size();
  }
  size_t whole = bits / 64, n = a.count + whole + 1;
  if (!context.charge(n / 16 + 1)) return Value::stopped();
  BigInt* out = new_bigint(context, n);
  if (!out) return context.stop_memory();
  std::memset(out->limbs, 0, whole * sizeof(uint64_t));
  if (unsigned rest = bits % 64) {
    out->limbs[n - 1] = mpn_lshift(out->limbs + whole, a.limbs, a.count, rest);
  } else {
    std::memcpy(out->limbs + whole, a.limbs, a.count * sizeof(uint64_t));
    out->limbs[n - 1] = 0;
  }
  return finish_bigint(out, n, a.negative);
}

Value big_shift_right(Context& context, const IntView& a, uint64_t bits) {
  size_t whole = bits / 64;
  if (whole >= a.count) return Value::integer(a.negative ? -1 : 0);
  size_t n = a.count - whole;
  if (!context.charge(n / 16 + 1)) return Value::stopped();
  // Floor: a negative number that loses a one bit is rounded away from zero.
  bool lost = false;
  if (a.negative) {
    for (size_t i = 0; i < whole && !lost; ++i) lost = a.limbs[i] != 0;
  }
  BigInt* out = new_bigint(context, n + 1);
  if (!out) return context.stop_memory();
  if (unsigned rest = bits % 64) {
    lost |= mpn_rshift(out->limbs, a.limbs + whole, n, rest) != 0;
  } else {
    std::memcpy(out->limbs, a.limbs + whole, n * sizeof(uint64_t));
  }
  out->limbs[n] = 0;
  if (a.negative && lost) mpn_add_1(out->limbs, out->limbs, n + 1, 1);
  return finish_bigint(out, n + 1, a.negative);
}

namespace {

// The two's complement of `v` in `n` limbs.
void to_complement(const IntView& v, uint64_t* out, size_t n) {
  std::memset(out, 0, n * sizeof(uint64_t));
  if (v.count) std::memcpy(out, v.limbs, v.count * sizeof(uint64_t));
  if (v.negative) mpn_neg(out, out, n);
}

}  // namespace

Value big_bitwise(Context& context, BinaryOp op, const IntView& a, const IntView& b) {
  size_t n = (a.count > b.count ? a.count : b.count) + size_t{1};
  if (!context.charge(n / 8 + 1)) return Value::stopped();
  Limbs x(context, n), y(context, n);
  if (!x || !y) return context.stop_memory();
  to_complement(a, x.data(), n);
  to_complement(b, y.data(), n);
  bool negative = false;
  switch (op) {
    case BinaryOp::And:
      for (size_t i = 0; i < n; ++i) x[i] &= y[i];
      negative = a.negative && b.negative;
      break;
    case BinaryOp::Or:
      for (size_t i = 0; i < n; ++i) x[i] |= y[i];
      negative = a.negative || b.negative;
      break;
    default:
      for (size_t i = 0; i < n; ++i) x[i] ^= y[i];
      negative = a.negative != b.negative;
  }
  if (negative) mpn_neg(x.data(), x.data(), n);
  return int_from_limbs(context, x.data(), n, negative);
}

double limbs_to_double(const uint64_t* limbs, size_t count, bool sticky, int64_t shift) {
  while (count > 0 && limbs[count - 1] == 0) --count;
  if (count == 0) return 0;
  // The highest 64 bits, everything below in `sticky`.
  unsigned lead = static_cast<unsigned>(__builtin_clzll(limbs[count - 1]));
  uint64_t top = limbs[count - 1] << lead;
  if (lead && count > 1) top |= limbs[count - 2] >> (64 - lead);
  if (count > 1) {
    sticky |= lead ? (limbs[count - 2] << lead) != 0 : limbs[count - 2] != 0;
    for (size_t i = count - 2; i > 0 && !sticky; --i) sticky = limbs[i - 1] != 0;
  }
  int64_t exponent =
      static_cast<int64_t>(count - 1) * 64 - lead + shift;  // value = top * 2^exponent
  if (exponent > 2000) return HUGE_VAL;
  // Bits that a double keeps here: 53, fewer among the subnormals.
  int64_t drop = 11;
  if (exponent + drop < -1074) drop = -1074 - exponent;
  if (drop > 65) return 0;
  uint64_t kept, half;
  bool below;
  if (drop == 65) {
    kept = 0, half = 0, below = true;
  } else if (drop == 64) {
    kept = 0;
    half = top >> 63;
    below = sticky || (top << 1) != 0;
  } else {
    kept = top >> drop;
    half = (top >> (drop - 1)) & 1;
    below = sticky || (top & ((uint64_t{1} << (drop - 1)) - 1)) != 0;
  }
  if (half && (below || (kept & 1))) ++kept;
  return std::ldexp(static_cast<double>(kept), static_cast<int>(exponent + drop));
}

double magnitude_to_double(const uint64_t* limbs, size_t count, bool sticky) {
  return limbs_to_double(limbs, count, sticky, 0);
}

}  // namespace belljar
