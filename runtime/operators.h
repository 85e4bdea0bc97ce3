// The binary and unary operators over any two values: numbers and sequences directly, everything
// else by the special methods and their reflections.
#pragma once

#include "runtime/context.h"

namespace belljar {

enum class BinaryOp : uint8_t {
  Add,
  Sub,
  Mul,
  TrueDiv,
  FloorDiv,
  Mod,
  Pow,
  LShift,
  RShift,
  And,
  Or,
  Xor,
  MatMul,
};
enum class UnaryOp : uint8_t { Neg, Pos, Invert, Not };

// "+", "-", … for messages; with '=' for in-place.
const char* operator_symbol(BinaryOp op);

Value binary(Context& context, BinaryOp op, Value a, Value b);
// a OP= b: in place where the type does that (list +=, set |= …), else as binary; the message of a
// TypeError names the in-place operator.
Value inplace(Context& context, BinaryOp op, Value a, Value b);
Value unary(Context& context, UnaryOp op, Value v);
// abs(v)
Value absolute(Context& context, Value v);
// pow(a, b, m)
Value power_mod(Context& context, Value a, Value b, Value m);
// divmod(a, b)
Value divide_modulo(Context& context, Value a, Value b);

}  // namespace belljar
