// int, float, complex: arithmetic, conversion to and from text. No callbacks.
#pragma once

#include <string>
#include <string_view>

#include "runtime/context.h"
#include "runtime/operators.h"

namespace belljar {

inline bool is_int_value(Value v) { return v.is_int_like() || v.is(Kind::BigInt); }
inline bool is_number(Value v) { return is_int_value(v) || v.is_float() || v.is(Kind::Complex); }

// Both operands int (Int, Bool, BigInt) — exact, result normalised to Int when it fits.
Value int_binary(Context& context, BinaryOp op, Value a, Value b);
Value int_negate(Context& context, Value a);
Value int_invert(Context& context, Value a);
int int_compare(Value a, Value b);  // -1, 0, 1
bool int_equals(Value a, Value b);
// Operands any numbers, at least one float (or complex): Python's rules.
Value float_binary(Context& context, BinaryOp op, double a, double b);
Value number_binary(Context& context, BinaryOp op, Value a, Value b);
// Exact comparison of int and float.
int number_compare(Value a, Value b, bool* unordered);

Value int_from_double(Context& context, double d);  // truncates; Overflow/ValueError
Value int_to_double(Context& context, Value v,
                    double* out);  // OverflowError "int too large to convert to float"
// CPython's numeric hash (hash(1) == hash(1.0) == hash(True)).
int64_t number_hash(Value v);

// int(text, base) in Python's grammar; ValueError texts as CPython's. Charges; 4300-digit rule.
Value int_from_text(Context& context, std::string_view text, int base);
// Decimal/hex/octal/binary text of an int; base 10 applies the 4300-digit rule.
Value int_to_text(Context& context, Value v, int base, std::string* out);
Value float_from_text(Context& context, std::string_view text);
std::string float_repr(double d);
// A big-int literal (digits, already without underscores) as a value.
Value int_from_digits(Context& context, std::string_view digits, int base);

// format(number, spec) for int, bool, float, complex: a Str.
Value format_number(Context& context, Value v, std::string_view spec);

}  // namespace belljar
