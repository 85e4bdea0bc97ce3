// Checked integer arithmetic: the one place where a size computed from untrusted numbers may
// overflow.
//
// Each function returns false (and leaves `*result` unspecified) instead of wrapping.
#pragma once

#include <type_traits>

namespace belljar {

template <typename T>
[[nodiscard]] constexpr bool checked_add(T a, T b, T* result) {
  static_assert(std::is_integral_v<T>);
  return !__builtin_add_overflow(a, b, result);
}

template <typename T>
[[nodiscard]] constexpr bool checked_sub(T a, T b, T* result) {
  static_assert(std::is_integral_v<T>);
  return !__builtin_sub_overflow(a, b, result);
}

template <typename T>
[[nodiscard]] constexpr bool checked_mul(T a, T b, T* result) {
  static_assert(std::is_integral_v<T>);
  return !__builtin_mul_overflow(a, b, result);
}

}  // namespace belljar
