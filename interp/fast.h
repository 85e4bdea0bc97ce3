// The arithmetic and comparison of unboxed numbers, as the loop inlines it: each function answers
// only the common cases and says whether it did. Everything else is operators.h's.
#pragma once

#include <cmath>

#include "runtime/object.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

namespace belljar::fast {

#define BELLJAR_INLINE inline __attribute__((always_inline))

// Both as double if each is Int or Float and one at least is Float.
BELLJAR_INLINE bool doubles(Value a, Value b, double* x, double* y) {
  if (a.is_float()) {
    *x = a.as_float();
    if (b.is_float()) {
      *y = b.as_float();
      return true;
    }
    if (b.is_int()) {
      *y = static_cast<double>(b.as_int());
      return true;
    }
    return false;
  }
  if (a.is_int() && b.is_float()) {
    *x = static_cast<double>(a.as_int());
    *y = b.as_float();
    return true;
  }
  return false;
}

BELLJAR_INLINE bool add(Value a, Value b, Value* out) {
  if (a.is_int() && b.is_int()) {
    int64_t r;
    if (__builtin_add_overflow(a.as_int(), b.as_int(), &r)) return false;
    *out = Value::integer(r);
    return true;
  }
  double x, y;
  if (!doubles(a, b, &x, &y)) return false;
  *out = Value::real(x + y);
  return true;
}

BELLJAR_INLINE bool subtract(Value a, Value b, Value* out) {
  if (a.is_int() && b.is_int()) {
    int64_t r;
    if (__builtin_sub_overflow(a.as_int(), b.as_int(), &r)) return false;
    *out = Value::integer(r);
    return true;
  }
  double x, y;
  if (!doubles(a, b, &x, &y)) return false;
  *out = Value::real(x - y);
  return true;
}

BELLJAR_INLINE bool multiply(Value a, Value b, Value* out) {
  if (a.is_int() && b.is_int()) {
    int64_t r;
    if (__builtin_mul_overflow(a.as_int(), b.as_int(), &r)) return false;
    *out = Value::integer(r);
    return true;
  }
  double x, y;
  if (!doubles(a, b, &x, &y)) return false;
  *out = Value::real(x * y);
  return true;
}

BELLJAR_INLINE bool bit_and(Value a, Value b, Value* out) {
  if (!a.is_int() || !b.is_int()) return false;
  *out = Value::integer(a.as_int() & b.as_int());
  return true;
}

BELLJAR_INLINE bool bit_or(Value a, Value b, Value* out) {
  if (!a.is_int() || !b.is_int()) return false;
  *out = Value::integer(a.as_int() | b.as_int());
  return true;
}

BELLJAR_INLINE bool bit_xor(Value a, Value b, Value* out) {
  if (!a.is_int() || !b.is_int()) return false;
  *out = Value::integer(a.as_int() ^ b.as_int());
  return true;
}

BELLJAR_INLINE bool shift_left(Value a, Value b, Value* out) {
  if (!a.is_int() || !b.is_int() || static_cast<uint64_t>(b.as_int()) > 62) return false;
  const int64_t count = b.as_int();
  const int64_t shifted = static_cast<int64_t>(static_cast<uint64_t>(a.as_int()) << count);
  if (shifted >> count != a.as_int()) return false;
  *out = Value::integer(shifted);
  return true;
}

BELLJAR_INLINE bool shift_right(Value a, Value b, Value* out) {
  if (!a.is_int() || !b.is_int() || static_cast<uint64_t>(b.as_int()) > 63) return false;
  *out = Value::integer(a.as_int() >> b.as_int());
  return true;
}

BELLJAR_INLINE bool divide(Value a, Value b, Value* out) {
  double x, y;
  if (a.is_int() && b.is_int()) {
    // Exact while both fit a double's 53 bits.
    constexpr int64_t kExact = int64_t{1} << 53;
    int64_t i = a.as_int(), j = b.as_int();
    if (j == 0 || i > kExact || i < -kExact || j > kExact || j < -kExact) return false;
    *out = Value::real(static_cast<double>(i) / static_cast<double>(j));
    return true;
  }
  if (!doubles(a, b, &x, &y) || y == 0.0) return false;
  *out = Value::real(x / y);
  return true;
}

// Ints: floor semantics. Divisors of 0 and -1 (overflow) go the slow way.
BELLJAR_INLINE bool floor_divide(Value a, Value b, Value* out) {
  if (!a.is_int() || !b.is_int()) return false;
  int64_t i = a.as_int(), j = b.as_int();
  if (static_cast<uint64_t>(j) + 1 <= 1) return false;
  int64_t q, r;
  if ((static_cast<uint64_t>(i) | static_cast<uint64_t>(j)) >> 32 == 0) {
    // A 32-bit division is several times cheaper than a 64-bit one.
    q = static_cast<uint32_t>(i) / static_cast<uint32_t>(j);
    *out = Value::integer(q);
    return true;
  }
  q = i / j;
  r = i % j;
  if (r != 0 && (r ^ j) < 0) --q;
  *out = Value::integer(q);
  return true;
}

BELLJAR_INLINE bool modulo(Value a, Value b, Value* out) {
  if (!a.is_int() || !b.is_int()) return false;
  int64_t i = a.as_int(), j = b.as_int();
  if (static_cast<uint64_t>(j) + 1 <= 1) return false;
  if ((static_cast<uint64_t>(i) | static_cast<uint64_t>(j)) >> 32 == 0) {
    *out = Value::integer(static_cast<uint32_t>(i) % static_cast<uint32_t>(j));
    return true;
  }
  int64_t r = i % j;
  if (r != 0 && (r ^ j) < 0) r += j;
  *out = Value::integer(r);
  return true;
}

template <Comparison op, typename T>
BELLJAR_INLINE bool holds(T x, T y) {
  if constexpr (op == Comparison::Lt) return x < y;
  if constexpr (op == Comparison::Le) return x <= y;
  if constexpr (op == Comparison::Eq) return x == y;
  if constexpr (op == Comparison::Ne) return x != y;
  if constexpr (op == Comparison::Gt) return x > y;
  if constexpr (op == Comparison::Ge) return x >= y;
}

// int with int, float with float. Mixed ones need exactness and go the slow way.
template <Comparison op>
BELLJAR_INLINE bool compare(Value a, Value b, bool* out) {
  if (a.is_int() && b.is_int()) {
    *out = holds<op>(a.as_int(), b.as_int());
    return true;
  }
  if (a.is_float() && b.is_float()) {
    *out = holds<op>(a.as_float(), b.as_float());
    return true;
  }
  if constexpr (op == Comparison::Eq || op == Comparison::Ne) {
    if (a.is_str() && b.is_str()) {
      const Str* s = a.as<Str>();
      const Str* t = b.as<Str>();
      if (s != t && s->count == t->count && s->count > kQuickBytes) return false;
      bool equal =
          s == t || (s->count == t->count && std::memcmp(s->data(), t->data(), s->count) == 0);
      *out = equal == (op == Comparison::Eq);
      return true;
    }
    if (a.is_none() || b.is_none()) {
      if (a.is(Kind::Instance) || b.is(Kind::Instance) || a.is(Kind::NativeObject) ||
          b.is(Kind::NativeObject)) {
        return false;
      }
      *out = (a.is_none() && b.is_none()) == (op == Comparison::Eq);
      return true;
    }
  }
  return false;
}

// bool(v) for the kinds whose truth is at hand.
BELLJAR_INLINE bool truth(Value v, bool* out) {
  switch (v.kind()) {
    case Kind::Bool:
    case Kind::Int:
      *out = v.as_int() != 0;
      return true;
    case Kind::None:
      *out = false;
      return true;
    case Kind::Float:
      *out = v.as_float() != 0.0;
      return true;
    case Kind::Str:
    case Kind::Tuple:
      *out = v.as_object()->count != 0;
      return true;
    case Kind::List:
      *out = v.as<List>()->size != 0;
      return true;
    case Kind::Dict:
      *out = v.as<Dict>()->live != 0;
      return true;
    default:
      return false;
  }
}

}  // namespace belljar::fast
