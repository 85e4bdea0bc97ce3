// See fold.h. Ints are folded while they fit in 64 bits, floats always, text up to CPython's 4096
// characters.
#include "compile/fold/fold.h"

#include <cmath>
#include <string>

#include "runtime/object.h"

namespace belljar {
namespace {

constexpr size_t kMaxText = 4096;

std::optional<Value> fold_ints(ast::Operator op, int64_t a, int64_t b) {
  int64_t r = 0;
  switch (op) {
    case ast::Operator::kAdd:
      if (__builtin_add_overflow(a, b, &r)) return {};
      return Value::integer(r);
    case ast::Operator::kSub:
      if (__builtin_sub_overflow(a, b, &r)) return {};
      return Value::integer(r);
    case ast::Operator::kMult:
      if (__builtin_mul_overflow(a, b, &r)) return {};
      return Value::integer(r);
    case ast::Operator::kFloorDiv:
    case ast::Operator::kMod: {
      if (b == 0 || (a == INT64_MIN && b == -1)) return {};
      int64_t quotient = a / b, rest = a % b;
      if (rest != 0 && (rest < 0) != (b < 0)) {
        --quotient;
        rest += b;
      }
      return Value::integer(op == ast::Operator::kMod ? rest : quotient);
    }
    case ast::Operator::kDiv: {
      constexpr int64_t kExact = int64_t{1} << 53;
      if (b == 0 || a > kExact || a < -kExact || b > kExact || b < -kExact) return {};
      return Value::real(static_cast<double>(a) / static_cast<double>(b));
    }
    case ast::Operator::kLShift:
      if (b < 0 || b > 62 || a < 0 || a > (INT64_MAX >> b)) return {};
      return Value::integer(a << b);
    case ast::Operator::kRShift:
      if (b < 0) return {};
      return Value::integer(a >> (b > 63 ? 63 : b));
    case ast::Operator::kBitAnd:
      return Value::integer(a & b);
    case ast::Operator::kBitOr:
      return Value::integer(a | b);
    case ast::Operator::kBitXor:
      return Value::integer(a ^ b);
    case ast::Operator::kPow:
      if (b < 0 || b > 63) return {};
      r = 1;
      for (int64_t i = 0; i < b; ++i) {
        if (__builtin_mul_overflow(r, a, &r)) return {};
      }
      return Value::integer(r);
    default:
      return {};
  }
}

std::optional<Value> fold_floats(ast::Operator op, double a, double b) {
  switch (op) {
    case ast::Operator::kAdd:
      return Value::real(a + b);
    case ast::Operator::kSub:
      return Value::real(a - b);
    case ast::Operator::kMult:
      return Value::real(a * b);
    case ast::Operator::kDiv:
      if (b == 0) return {};
      return Value::real(a / b);
    default:
      return {};
  }
}

bool plain_int(Value v) { return v.is_int(); }
bool plain_number(Value v) { return v.is_int() || v.is_float(); }
double as_double(Value v) { return v.is_int() ? static_cast<double>(v.as_int()) : v.as_float(); }
bool exact_double(Value v) {
  constexpr int64_t kExact = int64_t{1} << 53;
  return v.is_float() || (v.as_int() <= kExact && v.as_int() >= -kExact);
}

}  // namespace

std::optional<Value> fold_unary(Constants&, ast::UnaryOperator op, Value v) {
  switch (op) {
    case ast::UnaryOperator::kNot:
      if (v.is_heap() && !v.is_str() && !v.is(Kind::Tuple)) return {};
      return Value::boolean(!constant_truth(v));
    case ast::UnaryOperator::kUSub:
      if (v.is_int() && v.as_int() != INT64_MIN) return Value::integer(-v.as_int());
      if (v.is_float()) return Value::real(-v.as_float());
      return {};
    case ast::UnaryOperator::kUAdd:
      if (plain_number(v)) return v;
      return {};
    case ast::UnaryOperator::kInvert:
      if (plain_int(v)) return Value::integer(~v.as_int());
      return {};
  }
  return {};
}

std::optional<Value> fold_binary(Constants& constants, ast::Operator op, Value a, Value b) {
  if (plain_int(a) && plain_int(b)) return fold_ints(op, a.as_int(), b.as_int());
  if (plain_number(a) && plain_number(b) && exact_double(a) && exact_double(b)) {
    return fold_floats(op, as_double(a), as_double(b));
  }
  if (a.is_str() && b.is_str() && op == ast::Operator::kAdd) {
    std::string_view x = a.as<Str>()->view(), y = b.as<Str>()->view();
    if (x.size() + y.size() > kMaxText) return {};
    std::string joined(x);
    joined += y;
    return Value::object(constants.str(joined));
  }
  if (a.is_str() && b.is_int() && op == ast::Operator::kMult) {
    std::string_view x = a.as<Str>()->view();
    int64_t times = b.as_int();
    if (times < 0 || times > static_cast<int64_t>(kMaxText) ||
        x.size() * static_cast<size_t>(times) > kMaxText) {
      return {};
    }
    std::string repeated;
    for (int64_t i = 0; i < times; ++i) repeated += x;
    return Value::object(constants.str(repeated));
  }
  return {};
}

bool constant_truth(Value v) {
  switch (v.kind()) {
    case Kind::None:
      return false;
    case Kind::Bool:
      return v.as_bool();
    case Kind::Int:
      return v.as_int() != 0;
    case Kind::Float:
      return v.as_float() != 0;
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Tuple:
      return v.as_object()->count != 0;
    case Kind::Complex:
      return v.as<Complex>()->real != 0 || v.as<Complex>()->imag != 0;
    default:
      return true;
  }
}

}  // namespace belljar
