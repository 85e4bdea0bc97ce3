// operator: Python's operators as functions. Each is one call of what its instruction calls.
#include <algorithm>
#include <cmath>
#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/for_each.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "stdlib/install.h"
#include "stdlib/operator/functions.h"

namespace belljar {

namespace {

template <BinaryOp op>
Value operate(Call& c) {
  return binary(c.context(), op, c[0], c[1]);
}
template <BinaryOp op>
Value operate_inplace(Call& c) {
  return inplace(c.context(), op, c[0], c[1]);
}
template <Comparison op>
Value compare_as(Call& c) {
  return compare(c.context(), c[0], c[1], op);
}
template <UnaryOp op>
Value operate_unary(Call& c) {
  return unary(c.context(), op, c[0]);
}

Value op_truth(Call& c) { return truth(c.context(), c[0]); }
Value op_is(Call& c) { return Value::boolean(c[0].same(c[1])); }
Value op_is_not(Call& c) { return Value::boolean(!c[0].same(c[1])); }
Value op_index(Call& c) { return as_index(c.context(), c[0]); }
Value op_contains(Call& c) { return contains(c.context(), c[0], c[1]); }
Value op_getitem(Call& c) { return get_item(c.context(), c[0], c[1]); }
Value op_setitem(Call& c) {
  BELLJAR_CHECK(set_item(c.context(), c[0], c[1], c[2]));
  return Value::none();
}
Value op_delitem(Call& c) {
  BELLJAR_CHECK(delete_item(c.context(), c[0], c[1]));
  return Value::none();
}

Value op_abs(Call& c) { return absolute(c.context(), c[0]); }

// --- sequences
// --------------------------------------------------------------------------------------

bool is_sequence(Context& context, Value v) {
  switch (payload(v).kind()) {
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::Tuple:
    case Kind::List:
    case Kind::Range:
      return true;
    case Kind::Dict:
      return false;
    default:
      return (v.is(Kind::Instance) || v.is(Kind::NativeObject)) &&
             !special_method(context, v, Atom::getitem).is_undefined();
  }
}

// a + b for sequences only.
Value op_concat(Call& c) {
  if (payload(c[0]).is(Kind::Range) || !is_sequence(c.context(), c[0])) {
    return c.context().raise(Exc::TypeError,
                             {"'", type_name(c.context(), c[0]), "' object can't be concatenated"});
  }
  return binary(c.context(), BinaryOp::Add, c[0], c[1]);
}
Value op_iconcat(Call& c) {
  if (payload(c[0]).is(Kind::Range) || !is_sequence(c.context(), c[0])) {
    return c.context().raise(Exc::TypeError,
                             {"'", type_name(c.context(), c[0]), "' object can't be concatenated"});
  }
  return inplace(c.context(), BinaryOp::Add, c[0], c[1]);
}

// iter(v) with the message of searches.
Value searched(Context& context, Value v) {
  Value iterator = iterate(context, v);
  if (iterator.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
    context.take_pending();
    return context.raise(Exc::TypeError,
                         {"argument of type '", type_name(context, v), "' is not iterable"});
  }
  return iterator;
}

// Calls `found(position)` for each item that equals c[1]; false ends the search.
template <typename F>
Value search(Call& c, F&& found) {
  Context& context = c.context();
  Roots<2> roots(context);
  BELLJAR_TRY(iterator, searched(context, c[0]));
  roots[0] = iterator;
  int64_t position = -1;
  return for_each(context, iterator, [&](Value v) -> Value {
    ++position;
    roots[1] = v;
    BELLJAR_TRY(equal, equals(context, v, c[1]));
    return !equal.as_bool() || found(position) ? Value::none() : Value::undefined();
  });
}

Value op_count_of(Call& c) {
  int64_t count = 0;
  BELLJAR_CHECK(search(c, [&](int64_t) {
    ++count;
    return true;
  }));
  return Value::integer(count);
}

Value op_index_of(Call& c) {
  int64_t at = -1;
  BELLJAR_CHECK(search(c, [&](int64_t position) {
    at = position;
    return false;
  }));
  if (at >= 0) return Value::integer(at);
  return c.context().raise(Exc::ValueError, "sequence.index(x): x not in sequence");
}

// --- length_hint
// -----------------------------------------------------------------------------------

Value op_length_hint(Call& c) {
  Context& context = c.context();
  if (!is_int_value(payload(c[1]))) {
    return context.raise(Exc::TypeError, {"'", type_name(context, c[1]),
                                          "' object cannot be interpreted as an integer"});
  }
  BELLJAR_TRY(fallback, as_index(context, c[1]));
  return length_hint(context, c[0], fallback);
}

// --- call
// ------------------------------------------------------------------------------------------

Value op_call(Call& c) {
  Context& context = c.context();
  return invoke_with(context, c[0], c[1].as<Tuple>(), c[2].as<Dict>());
}

constexpr NativeDef kFunctions[] = {
    {"truth", "a, /", op_truth, kNativeCallsBack},
    {"not_", "a, /", operate_unary<UnaryOp::Not>, kNativeCallsBack},
    {"is_", "a, b, /", op_is},
    {"is_not", "a, b, /", op_is_not},
    {"lt", "a, b, /", compare_as<Comparison::Lt>, kNativeCallsBack},
    {"le", "a, b, /", compare_as<Comparison::Le>, kNativeCallsBack},
    {"eq", "a, b, /", compare_as<Comparison::Eq>, kNativeCallsBack},
    {"ne", "a, b, /", compare_as<Comparison::Ne>, kNativeCallsBack},
    {"ge", "a, b, /", compare_as<Comparison::Ge>, kNativeCallsBack},
    {"gt", "a, b, /", compare_as<Comparison::Gt>, kNativeCallsBack},
    {"abs", "a, /", op_abs, kNativeCallsBack},
    {"index", "a, /", op_index, kNativeCallsBack},
    {"neg", "a, /", operate_unary<UnaryOp::Neg>, kNativeCallsBack},
    {"pos", "a, /", operate_unary<UnaryOp::Pos>, kNativeCallsBack},
    {"inv", "a, /", operate_unary<UnaryOp::Invert>, kNativeCallsBack},
    {"invert", "a, /", operate_unary<UnaryOp::Invert>, kNativeCallsBack},
    {"add", "a, b, /", operate<BinaryOp::Add>, kNativeCallsBack},
    {"sub", "a, b, /", operate<BinaryOp::Sub>, kNativeCallsBack},
    {"mul", "a, b, /", operate<BinaryOp::Mul>, kNativeCallsBack},
    {"matmul", "a, b, /", operate<BinaryOp::MatMul>, kNativeCallsBack},
    {"truediv", "a, b, /", operate<BinaryOp::TrueDiv>, kNativeCallsBack},
    {"floordiv", "a, b, /", operate<BinaryOp::FloorDiv>, kNativeCallsBack},
    {"mod", "a, b, /", operate<BinaryOp::Mod>, kNativeCallsBack},
    {"pow", "a, b, /", operate<BinaryOp::Pow>, kNativeCallsBack},
    {"lshift", "a, b, /", operate<BinaryOp::LShift>, kNativeCallsBack},
    {"rshift", "a, b, /", operate<BinaryOp::RShift>, kNativeCallsBack},
    {"and_", "a, b, /", operate<BinaryOp::And>, kNativeCallsBack},
    {"or_", "a, b, /", operate<BinaryOp::Or>, kNativeCallsBack},
    {"xor", "a, b, /", operate<BinaryOp::Xor>, kNativeCallsBack},
    {"iadd", "a, b, /", operate_inplace<BinaryOp::Add>, kNativeCallsBack},
    {"isub", "a, b, /", operate_inplace<BinaryOp::Sub>, kNativeCallsBack},
    {"imul", "a, b, /", operate_inplace<BinaryOp::Mul>, kNativeCallsBack},
    {"imatmul", "a, b, /", operate_inplace<BinaryOp::MatMul>, kNativeCallsBack},
    {"itruediv", "a, b, /", operate_inplace<BinaryOp::TrueDiv>, kNativeCallsBack},
    {"ifloordiv", "a, b, /", operate_inplace<BinaryOp::FloorDiv>, kNativeCallsBack},
    {"imod", "a, b, /", operate_inplace<BinaryOp::Mod>, kNativeCallsBack},
    {"ipow", "a, b, /", operate_inplace<BinaryOp::Pow>, kNativeCallsBack},
    {"ilshift", "a, b, /", operate_inplace<BinaryOp::LShift>, kNativeCallsBack},
    {"irshift", "a, b, /", operate_inplace<BinaryOp::RShift>, kNativeCallsBack},
    {"iand", "a, b, /", operate_inplace<BinaryOp::And>, kNativeCallsBack},
    {"ior", "a, b, /", operate_inplace<BinaryOp::Or>, kNativeCallsBack},
    {"ixor", "a, b, /", operate_inplace<BinaryOp::Xor>, kNativeCallsBack},
    {"concat", "a, b, /", op_concat, kNativeCallsBack},
    {"iconcat", "a, b, /", op_iconcat, kNativeCallsBack},
    {"contains", "a, b, /", op_contains, kNativeCallsBack},
    {"countOf", "a, b, /", op_count_of, kNativeCallsBack},
    {"indexOf", "a, b, /", op_index_of, kNativeCallsBack},
    {"getitem", "a, b, /", op_getitem, kNativeCallsBack},
    {"setitem", "a, b, c, /", op_setitem, kNativeCallsBack},
    {"delitem", "a, b, /", op_delitem, kNativeCallsBack},
    {"length_hint", "obj, default=0, /", op_length_hint, kNativeCallsBack},
    {"call", "obj, /, *args, **kwargs", op_call, kNativeCallsBack},
};

}  // namespace

void install_operator_functions(RealmBuilder& b, Module* m) {
  b.functions(m, kFunctions);
  // What is an operator is there under its method's name, too: __lt__, __not__.
  constexpr std::string_view kNoOperators[] = {"truth",   "is_",     "is_not",
                                               "countOf", "indexOf", "length_hint"};
  for (const NativeDef& def : kFunctions) {
    std::string_view name = def.name;
    if (std::ranges::find(kNoOperators, name) != std::end(kNoOperators)) continue;
    const Value function = dict_get_str(b, m->attributes, b.str(name));
    if (name.ends_with('_')) name.remove_suffix(1);
    b.member(m, "__" + std::string(name) + "__", function);
  }
}

void install_operator(RealmBuilder& b) {
  Module* m = b.module("operator");
  install_operator_functions(b, m);
  install_operator_getters(b, m);
}

}  // namespace belljar
