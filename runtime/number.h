// int, float, complex: arithmetic, conversion to and from text. No callbacks.
#pragma once

#include <string>
#include <string_view>

#include "runtime/context.h"
#include "runtime/operators.h"

namespace belljar {

class StrBuilder;

inline bool is_int_value(Value v) { return v.is_int_like() || v.is(Kind::BigInt); }
// Bool, Int, Float, BigInt and Complex are neighbours in Kind.
inline bool is_number(Value v) { return v.kind() >= Kind::Bool && v.kind() <= Kind::Complex; }
static_assert(static_cast<int>(Kind::Complex) - static_cast<int>(Kind::Bool) == 4);

// Both operands int (Int, Bool, BigInt) — exact, result normalised to Int when it fits.
Value int_binary(Context& context, BinaryOp op, Value a, Value b);
Value int_negate(Context& context, Value a);
Value int_invert(Context& context, Value a);
int int_compare(Value a, Value b);  // -1, 0, 1
bool int_equals(Value a, Value b);
// Floor division and remainder of two ints at once; ZeroDivisionError.
Value int_divmod(Context& context, Value a, Value b, Value* quotient, Value* remainder);
Value int_from_u64(Context& context, uint64_t magnitude, bool negative);
inline Value int_from_size(Context& context, uint64_t n) { return int_from_u64(context, n, false); }
uint64_t int_bit_length(Value v);  // of the magnitude
int int_sign(Value v);
// round(v, ndigits): ndigits an int.
Value int_round(Context& context, Value v, Value ndigits);
// pow(a, b, m), all ints.
Value int_power_mod(Context& context, Value a, Value b, Value m);
// a / b, correctly rounded.
Value int_true_divide(Context& context, Value a, Value b);
// Operands any numbers, at least one float (or complex): Python's rules.
Value float_binary(Context& context, BinaryOp op, double a, double b);
Value float_divmod(Context& context, double a, double b, double* quotient, double* remainder);
Value float_round(Context& context, double d, int64_t ndigits);
Value complex_binary(Context& context, BinaryOp op, Value a, Value b);
Value new_complex(Context& context, double real, double imag);
// NotImplemented where the kinds do not support the operator.
Value number_binary(Context& context, BinaryOp op, Value a, Value b);
// Exact comparison of ints and floats. *unordered: a NaN is among them.
int number_compare(Value a, Value b, bool* unordered);
// == of any two numbers, complex included.
bool number_equals(Value a, Value b);

Value int_from_double(Context& context, double d);  // truncates; Overflow/ValueError
Value int_to_double(Context& context, Value v,
                    double* out);  // OverflowError "int too large to convert to float"
// CPython's numeric hash (hash(1) == hash(1.0) == hash(True)).
int64_t number_hash(Value v);

// int(text, base) in Python's grammar; ValueError texts as CPython's. Charges; 4300-digit rule.
// `is_bytes`: the text came from a bytes object, so errors show b'…'.
Value int_from_text(Context& context, std::string_view text, int base, bool is_bytes = false);
// Decimal/hex/octal/binary text of an int; base 10 applies the 4300-digit rule.
Value int_to_text(Context& context, Value v, int base, std::string* out);
// str(v) as a Str.
Value int_to_str(Context& context, Value v);
Value float_from_text(Context& context, std::string_view text, bool is_bytes = false);
Value complex_from_text(Context& context, std::string_view text);
std::string float_repr(double d);
// Writes the repr, returns its length (at most kFloatReprMax).
inline constexpr size_t kFloatReprMax = 32;
size_t float_repr_to(double d, char* out);
Value float_to_str(Context& context, double d);
std::string complex_repr(double real, double imag);
// A big-int literal (digits, already without underscores) as a value.
Value int_from_digits(Context& context, std::string_view digits, int base);

// format(number, spec) for int, bool, float, complex: a Str, or appended to a text.
Value format_number(Context& context, Value v, std::string_view spec);
Value append_formatted_number(StrBuilder& out, Value v, std::string_view spec);

}  // namespace belljar
