// The magnitude arithmetic behind int: sign and limbs of any int value, results as heap objects.
// Apart from number.h because only the number files may see limbs; GMP's mpn layer stays in the
// .cc files.
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/context.h"
#include "runtime/object.h"
#include "runtime/operators.h"

namespace belljar {

// Sign and magnitude of an int value. Points into the object, or at its own `small`.
class IntView {
 public:
  explicit IntView(Value v) {
    if (v.is(Kind::BigInt)) {
      const BigInt* b = v.as<BigInt>();
      limbs = b->limbs;
      count = b->count;
      negative = b->flags & kBigNegative;
    } else {
      int64_t i = v.as_int();
      negative = i < 0;
      small_ = negative ? 0 - static_cast<uint64_t>(i) : static_cast<uint64_t>(i);
      limbs = &small_;
      count = small_ != 0;
    }
  }
  IntView(const IntView&) = delete;
  IntView& operator=(const IntView&) = delete;

  const uint64_t* limbs;
  uint32_t count;  // 0: zero
  bool negative;

  uint64_t bits() const {
    return count == 0 ? 0 : uint64_t{count} * 64 - __builtin_clzll(limbs[count - 1]);
  }

 private:
  uint64_t small_;
};

// Limbs for intermediate results: on the C++ stack up to 64, else a heap buffer that counts against
// the memory limit. null data: it does not fit.
class Limbs {
 public:
  Limbs(Context& context, size_t count) : heap_(context.heap()), count_(count) {
    data_ =
        count <= kStack ? stack_ : static_cast<uint64_t*>(heap_.buffer(count * sizeof(uint64_t)));
  }
  ~Limbs() {
    if (data_ && data_ != stack_) heap_.release(data_, count_ * sizeof(uint64_t));
  }
  Limbs(const Limbs&) = delete;
  Limbs& operator=(const Limbs&) = delete;
  explicit operator bool() const { return data_ != nullptr; }
  uint64_t* data() { return data_; }
  uint64_t& operator[](size_t i) { return data_[i]; }

 private:
  static constexpr size_t kStack = 64;
  Heap& heap_;
  size_t count_;
  uint64_t* data_;
  uint64_t stack_[kStack];
};

// Room for `limbs` limbs, to be filled and given to finish_bigint; null: stop_memory().
BigInt* new_bigint(Context& context, size_t limbs);
// Drops high zero limbs; an Int if it fits.
Value finish_bigint(BigInt* b, size_t limbs, bool negative);
// Copies; high zero limbs allowed.
Value int_from_limbs(Context& context, const uint64_t* limbs, size_t count, bool negative);

// Steps that multiplying (dividing) numbers of these sizes costs: some 8 limb products each.
uint64_t multiplication_steps(uint64_t a_limbs, uint64_t b_limbs);

Value big_add(Context& context, const IntView& a, const IntView& b, bool subtract);
Value big_multiply(Context& context, const IntView& a, const IntView& b);
// Floor division, b != 0; either result may be null.
Value big_divmod(Context& context, const IntView& a, const IntView& b, Value* quotient,
                 Value* remainder);
Value big_shift_left(Context& context, const IntView& a, uint64_t bits);
Value big_shift_right(Context& context, const IntView& a, uint64_t bits);  // floor
Value big_bitwise(Context& context, BinaryOp op, const IntView& a, const IntView& b);
Value big_power(Context& context, const IntView& base, uint64_t exponent);
// base ** exponent mod modulus for exponent >= 0, modulus > 0; 0 <= result < modulus.
Value big_power_mod(Context& context, Value base, const IntView& exponent, Value modulus);
// The double nearest to the magnitude (ties to even), infinity if too large.
double magnitude_to_double(const uint64_t* limbs, size_t count, bool sticky);
// Multiplies by 2**shift before rounding: for true division and as_integer_ratio.
double limbs_to_double(const uint64_t* limbs, size_t count, bool sticky, int64_t shift);

}  // namespace belljar
