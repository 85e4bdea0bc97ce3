// Rows of tables for the arithmetic special methods (__add__, __radd__ …) of int, float and
// complex: the three differ only in which other operands they accept.
#pragma once

#include "builtins/text_arguments.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/number.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"

namespace belljar {

using AcceptsOperand = bool (*)(Value);

template <BinaryOp op, bool reflected, AcceptsOperand accepts>
Value arithmetic_method(Call& c) {
  Value other = payload(c[1]);
  if (!accepts(other)) return Value::not_implemented();
  return reflected ? number_binary(c.context(), op, other, c[0])
                   : number_binary(c.context(), op, c[0], other);
}

// Only ints know a modulus; floats refuse it before they look at the exponent.
template <bool reflected, AcceptsOperand accepts>
Value power_method(Call& c) {
  Value other = payload(c[1]);
  Value modulus = payload(c[2]);
  const bool real = c[0].is_float() && !modulus.is_none();
  if (real) return power_mod(c.context(), c[0], c[0], modulus);
  const bool unknown = is_int_value(c[0]) && !modulus.is_none() && !is_int_value(modulus);
  if (!accepts(other) || unknown) return Value::not_implemented();
  if (c[0].is(Kind::Complex) && !modulus.is_none()) {
    return c.context().raise(Exc::ValueError, "complex modulo");
  }
  return reflected ? power_mod(c.context(), other, c[0], modulus)
                   : power_mod(c.context(), c[0], other, modulus);
}

template <bool reflected, AcceptsOperand accepts>
Value divmod_method(Call& c) {
  Value other = payload(c[1]);
  if (!accepts(other)) return Value::not_implemented();
  return reflected ? divide_modulo(c.context(), other, c[0])
                   : divide_modulo(c.context(), c[0], other);
}

inline Value number_repr_method(Call& c) { return repr(c.context(), payload(c[0])); }

inline Value number_format_method(Call& c) {
  if (!payload(c[1]).is_str()) {
    return not_a_str(c.context(), "__format__() argument", c[1]);
  }
  return format(c.context(), payload(c[0]), payload(c[1]));
}

inline constexpr NativeDef kNumberTextMethods[] = {
    {"__repr__", "self, /", number_repr_method},
    {"__format__", "self, format_spec, /", number_format_method},
};

template <UnaryOp op>
Value unary_method(Call& c) {
  return unary(c.context(), op, c[0]);
}

template <Comparison op, AcceptsOperand accepts>
Value comparison_method(Call& c) {
  Value other = payload(c[1]);
  if (!accepts(other)) return Value::not_implemented();
  return compare_native(c.context(), c[0], other, op);
}
inline Value truth_method(Call& c) { return truth(c.context(), c[0]); }
inline Value number_hash_method(Call& c) { return visible_hash(c.context(), c[0]); }

template <Comparison op, AcceptsOperand accepts>
constexpr NativeDef comparison(const char* name) {
  return {name, "self, value, /", comparison_method<op, accepts>};
}

// Rows for a method and its reflection.
template <BinaryOp op, AcceptsOperand accepts>
constexpr NativeDef direct(const char* name) {
  return {name, "self, value, /", arithmetic_method<op, false, accepts>};
}
template <BinaryOp op, AcceptsOperand accepts>
constexpr NativeDef reflected(const char* name) {
  return {name, "self, value, /", arithmetic_method<op, true, accepts>};
}

}  // namespace belljar
