// The operators over any two values, in three steps: numbers; the built-in sequences, sets and
// dicts; the special methods of classes with Python's rules of reflection. The step that knows the
// operands answers; if none does, a TypeError in CPython's words.
#include "runtime/operators.h"

#include <cmath>

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/percent.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/type_forms.h"

namespace belljar {

namespace {

struct OperatorNames {
  const char* symbol;
  const char* inplace_symbol;
};
constexpr OperatorNames kNames[] = {
    {"+", "+="}, {"-", "-="},   {"*", "*="},   {"/", "/="},   {"//", "//="},
    {"%", "%="}, {"**", "**="}, {"<<", "<<="}, {">>", ">>="}, {"&", "&="},
    {"|", "|="}, {"^", "^="},   {"@", "@="},
};

// atoms.def lists the names in the order of BinaryOp, three times.
static_assert(static_cast<int>(Atom::matmul) - static_cast<int>(Atom::add) ==
              static_cast<int>(BinaryOp::MatMul));
Atom method_of(BinaryOp op) { return Atom(static_cast<int>(Atom::add) + static_cast<int>(op)); }
Atom reflected_of(BinaryOp op) { return Atom(static_cast<int>(Atom::radd) + static_cast<int>(op)); }
Atom inplace_of(BinaryOp op) { return Atom(static_cast<int>(Atom::iadd) + static_cast<int>(op)); }

bool is_sequence(Value v) {
  return v.is_str() || v.is(Kind::List) || v.is(Kind::Tuple) || is_bytes_like(v);
}
bool is_set_like(Value v) {
  return v.is(Kind::Set) || v.is(Kind::FrozenSet) || v.is(Kind::DictView);
}
// Classes of these kinds may hold special methods that the built-in steps do not know.
bool has_own_class(Value v) {
  return v.is(Kind::Instance) || v.is(Kind::NativeObject) || v.is(Kind::Exception);
}

// --- errors --------------------------------------------------------------------------------------

Value unsupported(Context& context, BinaryOp op, Value a, Value b, bool inplace) {
  Value x = payload(a), y = payload(b);
  if (op == BinaryOp::Add && is_sequence(x)) {
    if (is_bytes_like(x)) {
      return context.raise(Exc::TypeError,
                           {"can't concat ", type_name(context, b), " to ", type_name(context, a)});
    }
    std::string_view own = x.is_str() ? "str" : x.is(Kind::List) ? "list" : "tuple";
    return context.raise(Exc::TypeError, {"can only concatenate ", own, " (not \"",
                                          type_name(context, b), "\") to ", own});
  }
  // In place, only operands that are no containers of any kind let the right one's type speak.
  bool right_speaks = is_sequence(y) && (!inplace || is_number(x) || x.is_none());
  if (op == BinaryOp::Mul && (is_sequence(x) || right_speaks)) {
    return context.raise(Exc::TypeError, {"can't multiply sequence by non-int of type '",
                                          type_name(context, is_sequence(x) ? b : a), "'"});
  }
  std::string_view symbol = inplace               ? kNames[static_cast<int>(op)].inplace_symbol
                            : op == BinaryOp::Pow ? "** or pow()"
                                                  : kNames[static_cast<int>(op)].symbol;
  std::string_view hint = "";
  if (op == BinaryOp::RShift && !inplace && a.is(Kind::Native) &&
      a.as<Native>()->name->view() == "print") {
    hint = ". Did you mean \"print(<message>, file=<output_stream>)\"?";
  }
  return context.raise(Exc::TypeError,
                       {"unsupported operand type(s) for ", symbol, ": '", type_name(context, a),
                        "' and '", type_name(context, b), "'", hint});
}

// --- built-in kinds ------------------------------------------------------------------------------

Value repeat(Context& context, Value sequence, Value times) {
  if (times.is(Kind::BigInt)) {
    return context.raise(Exc::OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  int64_t n = times.as_int();
  switch (sequence.kind()) {
    case Kind::Str:
      return str_repeat(context, sequence.as<Str>(), n);
    case Kind::List:
      return list_repeat(context, sequence.as<List>(), n);
    case Kind::Tuple:
      return tuple_repeat(context, sequence.as<Tuple>(), n);
    default:
      return bytes_repeat(context, sequence, n);
  }
}

bool can_index(Context& context, Value v) {
  return is_int_value(v) ||
         (has_own_class(v) && !special_method(context, v, Atom::index).is_undefined());
}

// sequence * times, where `times` may be anything with __index__. NotImplemented: it has none.
Value multiply_sequence(Context& context, Value sequence, Value times) {
  if (is_int_value(times)) return repeat(context, sequence, times);
  if (!can_index(context, times)) return Value::not_implemented();
  Roots<1> roots(context);
  roots[0] = sequence;
  BELLJAR_TRY(n, as_index(context, times));
  return repeat(context, roots[0], n);
}

// Operands with payloads taken; the originals for what may look at more than the payload.
Value builtin_binary(Context& context, BinaryOp op, Value a, Value b, Value original_a,
                     Value original_b) {
  if (is_number(a) && is_number(b)) return number_binary(context, op, a, b);
  switch (op) {
    case BinaryOp::Add:
      if (a.is_str() && b.is_str()) return str_concat(context, a.as<Str>(), b.as<Str>());
      if (a.is(Kind::List) && b.is(Kind::List)) {
        return list_concat(context, a.as<List>(), b.as<List>());
      }
      if (a.is(Kind::Tuple) && b.is(Kind::Tuple)) {
        return tuple_concat(context, a.as<Tuple>(), b.as<Tuple>());
      }
      if (is_bytes_like(a) && is_bytes_like(b)) return bytes_concat(context, a, b);
      break;
    case BinaryOp::Mul:
      if (is_sequence(a)) return multiply_sequence(context, a, b);
      if (is_sequence(b)) return multiply_sequence(context, b, a);
      break;
    case BinaryOp::Mod:
      if (a.is_str()) return str_percent(context, a.as<Str>(), original_b);
      if (is_bytes_like(a)) return bytes_percent(context, a, original_b);
      break;
    case BinaryOp::Or:
      if (a.is(Kind::Dict) && b.is(Kind::Dict)) {
        Roots<2> roots(context);  // comparing keys may call back
        roots[0] = original_a;
        roots[1] = original_b;
        BELLJAR_TRY(copy, dict_copy_of(context, original_a));
        roots[0] = copy;
        BELLJAR_CHECK(dict_update_from(context, copy.as<Dict>(), original_b));
        return roots[0];
      }
      if (a.is(Kind::Class) || b.is(Kind::Class)) return union_of(context, a, b);
      [[fallthrough]];
    case BinaryOp::Sub:
    case BinaryOp::And:
    case BinaryOp::Xor:
      if (is_set_like(a) || is_set_like(b)) {
        return set_binary(context, op, a, is_set_like(b) ? b : original_b);
      }
      break;
    default:
      break;
  }
  return Value::not_implemented();
}

// --- special methods -----------------------------------------------------------------------------

// The special method that v's own class brings; Undefined for what it has from a built-in type:
// that is the built-in step's.
Value own_method(Context& context, Value v, Atom atom) {
  if (!has_own_class(v)) return Value::undefined();
  Value method = special_method(context, v, atom);
  if (method.is(Kind::Native) && !is_python_function(method) && !has_own_class(payload(v))) {
    return Value::undefined();
  }
  return method;
}

// Calls it; NotImplemented where v's class has none.
Value call_own(Context& context, Value v, Atom atom, Value other) {
  Value result = call_special(context, v, atom, {other});
  return result.is_undefined() ? Value::not_implemented() : result;
}

// True for a number of a kind that the operators of `other`'s kind do not take: 1 + 1.5 is float's.
bool is_wider(Value v, Value other) {
  auto rank = [](Value x) { return is_int_value(x) ? 1 : x.is_float() ? 2 : 3; };
  return is_number(v) && is_number(other) && rank(v) > rank(other);
}

// a.method(b), then b.reflected(a); the reflected one first where b's class derives from a's and
// overrides it. `builtin(a, b)` is what a's built-in type answers in a.method's place; it comes
// last for + and * of sequences (`builtin_last`), which Python does not count as numeric methods.
template <typename Builtin>
Value dispatch(Context& context, Atom method, Atom reflected, Value a, Value b, bool builtin_last,
               Builtin builtin) {
  Roots<2> roots(context);
  roots[0] = a;
  roots[1] = b;
  Class* left = class_of(context, a);
  Class* right = class_of(context, b);
  Value theirs = left == right ? Value::undefined() : own_method(context, b, reflected);
  if (!theirs.is_undefined() && is_subclass(right, left) &&
      !theirs.same(own_method(context, a, reflected))) {
    BELLJAR_TRY(result, call_own(context, b, reflected, a));
    if (!result.is(Kind::NotImplemented)) return result;
    theirs = Value::undefined();
  }
  bool builtin_done = false;
  if (!own_method(context, roots[0], method).is_undefined()) {
    BELLJAR_TRY(result, call_own(context, roots[0], method, roots[1]));
    if (!result.is(Kind::NotImplemented)) return result;
    // An override hides what the type itself would answer, but not the sequence operations.
    builtin_done = !builtin_last;
  } else if (!builtin_last && !has_own_class(payload(roots[0])) &&
             (theirs.is_undefined() || !is_wider(payload(roots[1]), payload(roots[0])))) {
    BELLJAR_TRY(result, builtin(payload(roots[0]), payload(roots[1])));
    if (!result.is(Kind::NotImplemented)) return result;
    builtin_done = true;
  }
  if (!theirs.is_undefined()) {
    BELLJAR_TRY(result, call_own(context, roots[1], reflected, roots[0]));
    if (!result.is(Kind::NotImplemented)) return result;
  }
  if (builtin_done) return Value::not_implemented();
  return builtin(payload(roots[0]), payload(roots[1]));
}

// Everything but two exact numbers. NotImplemented: unsupported.
Value binary_any(Context& context, BinaryOp op, Value a, Value b) {
  if (!has_own_class(a) && !has_own_class(b)) return builtin_binary(context, op, a, b, a, b);
  Roots<2> roots(context);
  roots[0] = a;
  roots[1] = b;
  // A native type's own operator (datetime + timedelta), unless the right side's class overrides
  // it.
  if (a.is(Kind::NativeObject)) {
    const Native* native = direct_native(special_method(context, a, method_of(op)), a, 2);
    const Class* left = a.as<NativeObject>()->cls;
    const Class* right = native ? class_of(context, b) : nullptr;
    if (native && (left == right || !is_subclass(right, left))) {
      BELLJAR_TRY(result, call_directly(context, native, a, {b}));
      if (!result.is(Kind::NotImplemented)) return result;
    }
  }
  bool sequences = (op == BinaryOp::Add && is_sequence(payload(a))) ||
                   (op == BinaryOp::Mul && (is_sequence(payload(a)) || is_sequence(payload(b))));
  return dispatch(context, method_of(op), reflected_of(op), a, b, sequences, [&](Value x, Value y) {
    return builtin_binary(context, op, x, y, roots[0], roots[1]);
  });
}

Value cannot_modify(Context& context, Value v) {
  return context.raise(Exc::TypeError, {"cannot modify frozen '", type_name(context, v), "'"});
}

// list *= n
Value repeat_list_in_place(Context& context, Value target, Value times) {
  if (!can_index(context, times)) return Value::not_implemented();
  Roots<1> roots(context);
  roots[0] = target;
  BELLJAR_TRY(n, as_index(context, times));
  List* list = roots[0].as<List>();
  BELLJAR_TRY(longer, repeat(context, roots[0], n));
  list_remove_range(context, list, 0, list->size);
  BELLJAR_CHECK(list_extend(context, list, longer));
  return roots[0];
}

Value bytearray_in_place(Context& context, BinaryOp op, Value a, Value b) {
  if (op == BinaryOp::Add) {
    if (!is_bytes_like(payload(b))) return Value::not_implemented();
    return bytearray_extend_in_place(context, a, b);
  }
  if (!can_index(context, b)) return Value::not_implemented();
  Roots<1> roots(context);
  roots[0] = a;
  BELLJAR_TRY(n, as_index(context, b));
  BELLJAR_TRY(whole, repeat(context, a, n));
  BELLJAR_CHECK(
      bytearray_splice(context, a.as<ByteArray>(), 0, bytes_view(a).size(), bytes_view(whole)));
  return a;
}

// What changes `a` itself. NotImplemented: a's kind has no such operator, do a = a OP b.
Value builtin_inplace(Context& context, BinaryOp op, Value a, Value b) {
  switch (a.kind()) {
    case Kind::List:
      if (op != BinaryOp::Add && op != BinaryOp::Mul) break;
      if (a.as_object()->frozen()) return cannot_modify(context, a);
      if (op == BinaryOp::Mul) return repeat_list_in_place(context, a, b);
      BELLJAR_CHECK(list_extend(context, a.as<List>(), b));
      return a;
    case Kind::ByteArray:
      if (op != BinaryOp::Add && op != BinaryOp::Mul) break;
      if (a.as_object()->frozen()) return cannot_modify(context, a);
      return bytearray_in_place(context, op, a, b);
    case Kind::Dict:
      if (op != BinaryOp::Or) break;
      if (a.as_object()->frozen()) return cannot_modify(context, a);
      BELLJAR_CHECK(dict_update_from(context, a.as<Dict>(), b));
      return a;
    case Kind::Set:
      if (op != BinaryOp::Sub && op != BinaryOp::And && op != BinaryOp::Or && op != BinaryOp::Xor) {
        break;
      }
      if (a.as_object()->frozen()) return cannot_modify(context, a);
      return set_inplace(context, op, a, is_set_like(payload(b)) ? payload(b) : b);
    default:
      break;
  }
  return Value::not_implemented();
}

}  // namespace

const char* operator_symbol(BinaryOp op) { return kNames[static_cast<int>(op)].symbol; }

Value binary(Context& context, BinaryOp op, Value a, Value b) {
  if (is_number(a) && is_number(b)) {
    Value result = number_binary(context, op, a, b);
    if (!result.is(Kind::NotImplemented)) return result;
    return unsupported(context, op, a, b, false);
  }
  Roots<2> roots(context);
  roots[0] = a;
  roots[1] = b;
  Value result = binary_any(context, op, a, b);
  if (!result.is(Kind::NotImplemented)) return result;
  return unsupported(context, op, roots[0], roots[1], false);
}

Value inplace(Context& context, BinaryOp op, Value a, Value b) {
  if (is_number(a) && is_number(b)) {
    Value result = number_binary(context, op, a, b);
    if (!result.is(Kind::NotImplemented)) return result;
    return unsupported(context, op, a, b, true);
  }
  Roots<2> roots(context);
  roots[0] = a;
  roots[1] = b;
  if (!own_method(context, a, inplace_of(op)).is_undefined()) {
    BELLJAR_TRY(result, call_own(context, a, inplace_of(op), b));
    if (!result.is(Kind::NotImplemented)) return result;
  }
  // list += x: what x.__radd__ says comes before the list's own in-place operation; in a subclass
  // of list that operation is a numeric method and comes first.
  bool sequence = (op == BinaryOp::Add && is_sequence(roots[0])) ||
                  (op == BinaryOp::Mul && is_sequence(payload(roots[0])));
  if (sequence && (has_own_class(roots[0]) || has_own_class(roots[1]))) {
    BELLJAR_TRY(result, dispatch(context, method_of(op), reflected_of(op), roots[0], roots[1], true,
                                 [](Value, Value) { return Value::not_implemented(); }));
    if (!result.is(Kind::NotImplemented)) return result;
  }
  Value target = payload(roots[0]);
  BELLJAR_TRY(changed, builtin_inplace(context, op, target, roots[1]));
  if (!changed.is(Kind::NotImplemented)) return changed.same(target) ? roots[0] : changed;
  BELLJAR_TRY(result, binary_any(context, op, roots[0], roots[1]));
  if (!result.is(Kind::NotImplemented)) return result;
  return unsupported(context, op, roots[0], roots[1], true);
}

namespace {

// NotImplemented: v is no number, or has no such operator.
Value number_unary(Context& context, UnaryOp op, Value v) {
  if (is_int_value(v)) {
    if (op == UnaryOp::Neg) return int_negate(context, v);
    if (op == UnaryOp::Invert) return int_invert(context, v);
    return v.is_bool() ? Value::integer(v.as_int()) : v;
  }
  if (op == UnaryOp::Invert || !is_number(v)) return Value::not_implemented();
  if (op == UnaryOp::Pos) return v;
  if (v.is_float()) return Value::real(-v.as_float());
  return new_complex(context, -v.as<Complex>()->real, -v.as<Complex>()->imag);
}

}  // namespace

Value unary(Context& context, UnaryOp op, Value v) {
  if (op == UnaryOp::Not) {
    BELLJAR_TRY(is_true, truth(context, v));
    return Value::boolean(!is_true.as_bool());
  }
  Value result = number_unary(context, op, v);
  if (!result.is(Kind::NotImplemented)) return result;
  constexpr Atom kMethods[] = {Atom::neg, Atom::pos, Atom::invert};
  Roots<1> roots(context);
  roots[0] = v;
  if (has_own_class(v)) {
    Value special = call_special(context, v, kMethods[static_cast<int>(op)], {});
    if (!special.is_undefined()) return special;
    result = number_unary(context, op, payload(roots[0]));
    if (!result.is(Kind::NotImplemented)) return result;
  }
  constexpr std::string_view kSymbols[] = {"-", "+", "~"};
  return context.raise(Exc::TypeError,
                       {"bad operand type for unary ", kSymbols[static_cast<int>(op)], ": '",
                        type_name(context, roots[0]), "'"});
}

Value absolute(Context& context, Value v) {
  if (is_int_value(v)) {
    if (int_sign(v) < 0) return int_negate(context, v);
    return v.is_bool() ? Value::integer(v.as_int()) : v;
  }
  if (v.is_float()) return Value::real(std::fabs(v.as_float()));
  Roots<1> roots(context);
  roots[0] = v;
  BELLJAR_TRY(result, call_special(context, v, Atom::abs, {}));
  if (!result.is_undefined()) return result;
  return context.raise(Exc::TypeError,
                       {"bad operand type for abs(): '", type_name(context, roots[0]), "'"});
}

Value power_mod(Context& context, Value a, Value b, Value m) {
  if (m.is_none()) return binary(context, BinaryOp::Pow, a, b);
  Roots<3> roots(context);
  roots[0] = a;
  roots[1] = b;
  roots[2] = m;
  if (!own_method(context, a, Atom::pow).is_undefined()) {
    BELLJAR_TRY(result, call_special(context, a, Atom::pow, {b, m}));
    if (!result.is(Kind::NotImplemented)) return result;
  }
  Value x = payload(roots[0]), y = payload(roots[1]), z = payload(roots[2]);
  if (is_int_value(x) && is_int_value(y) && is_int_value(z)) {
    return int_power_mod(context, x, y, z);
  }
  for (Value v : {x, y, z}) {
    if (v.is_float()) {
      return context.raise(Exc::TypeError,
                           "pow() 3rd argument not allowed unless all arguments are integers");
    }
    if (v.is(Kind::Complex) && is_number(x) && is_number(y)) {
      return context.raise(Exc::ValueError, "complex modulo");
    }
  }
  return context.raise(
      Exc::TypeError,
      {"unsupported operand type(s) for ** or pow(): '", type_name(context, roots[0]), "', '",
       type_name(context, roots[1]), "', '", type_name(context, roots[2]), "'"});
}

namespace {

// divmod of two numbers. NotImplemented: they are none, or complex.
Value number_divmod(Context& context, Value x, Value y) {
  Value pair[2];
  if (is_int_value(x) && is_int_value(y)) {
    BELLJAR_CHECK(int_divmod(context, x, y, &pair[0], &pair[1]));
    return new_tuple(context, pair, 2);
  }
  auto is_real = [](Value v) { return is_int_value(v) || v.is_float(); };
  if (!is_real(x) || !is_real(y)) return Value::not_implemented();
  double values[2], quotient, remainder;
  const Value operands[2] = {x, y};
  for (int i = 0; i < 2; ++i) {
    if (operands[i].is_float()) {
      values[i] = operands[i].as_float();
    } else {
      BELLJAR_CHECK(int_to_double(context, operands[i], &values[i]));
    }
  }
  BELLJAR_CHECK(float_divmod(context, values[0], values[1], &quotient, &remainder));
  pair[0] = Value::real(quotient);
  pair[1] = Value::real(remainder);
  return new_tuple(context, pair, 2);
}

}  // namespace

Value divide_modulo(Context& context, Value a, Value b) {
  Roots<2> roots(context);
  roots[0] = a;
  roots[1] = b;
  Value result = dispatch(context, Atom::divmod, Atom::rdivmod, a, b, false,
                          [&](Value x, Value y) { return number_divmod(context, x, y); });
  if (!result.is(Kind::NotImplemented)) return result;
  return context.raise(Exc::TypeError,
                       {"unsupported operand type(s) for divmod(): '", type_name(context, roots[0]),
                        "' and '", type_name(context, roots[1]), "'"});
}

}  // namespace belljar
