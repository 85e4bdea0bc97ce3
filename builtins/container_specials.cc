// Special methods common to the container classes, each a call of the protocol it stands for.
#include "builtins/container_specials.h"

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/iterator.h"
#include "runtime/number.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/repr.h"

namespace belljar {

namespace {

Value special_len(Call& c) { return length(c.context(), c[0]); }
Value special_iter(Call& c) { return iterate(c.context(), c[0]); }
Value special_next(Call& c) { return next_or_stop(c.context(), c[0]); }
Value special_contains(Call& c) { return contains(c.context(), c[0], c[1]); }
Value special_getitem(Call& c) {
  Value self = payload(c[0]);
  return self.is(Kind::Dict) ? dict_subscript(c.context(), c[0], c[1])
                             : get_item(c.context(), self, c[1]);
}
Value special_setitem(Call& c) { return set_item(c.context(), c[0], c[1], c[2]); }
Value special_delitem(Call& c) { return delete_item(c.context(), c[0], c[1]); }
Value special_reversed(Call& c) { return builtin_reversed(c.context(), c[0]); }
Value special_hash(Call& c) { return visible_hash(c.context(), c[0]); }
Value special_truth(Call& c) { return truth(c.context(), c[0]); }
Value special_repr(Call& c) {
  StrBuilder out(c.context());
  BELLJAR_CHECK(append_native_repr(out, c[0]));
  return out.finish();
}

// A set's own methods know sets only; views know every kind of set.
bool is_foreign_to_set(Value self, Value other) {
  const bool set = self.is(Kind::Set) || self.is(Kind::FrozenSet);
  Value plain = payload(other);
  return set && !plain.is(Kind::Set) && !plain.is(Kind::FrozenSet);
}

template <Comparison op>
Value special_compare(Call& c) {
  if (is_foreign_to_set(c[0], c[1])) return Value::not_implemented();
  return compare_native(c.context(), c[0], c[1], op);
}

template <BinaryOp op>
Value special_set_binary(Call& c) {
  if (is_foreign_to_set(c[0], c[1])) return Value::not_implemented();
  return set_binary(c.context(), op, c[0], c[1]);
}
template <BinaryOp op>
Value special_set_reflected(Call& c) {
  if (is_foreign_to_set(c[0], c[1])) return Value::not_implemented();
  return set_binary(c.context(), op, c[1], c[0]);
}
template <BinaryOp op>
Value special_set_inplace(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  if (is_foreign_to_set(c[0], c[1])) return Value::not_implemented();
  Value other = payload(c[1]);
  return set_inplace(c.context(), op, c[0], other);
}

constexpr NativeDef kLen[] = {{"__len__", "self, /", special_len}};
constexpr NativeDef kIter[] = {{"__iter__", "self, /", special_iter}};
constexpr NativeDef kNext[] = {{"__next__", "self, /", special_next, kNativeCallsBack}};
constexpr NativeDef kContains[] = {
    {"__contains__", "self, key, /", special_contains, kNativeCallsBack}};
constexpr NativeDef kGetItem[] = {
    {"__getitem__", "self, index, /", special_getitem, kNativeCallsBack | kNativeWholeSelf}};
constexpr NativeDef kSetItem[] = {
    {"__setitem__", "self, key, value, /", special_setitem, kNativeCallsBack},
    {"__delitem__", "self, key, /", special_delitem, kNativeCallsBack},
};
constexpr NativeDef kReversed[] = {{"__reversed__", "self, /", special_reversed}};
constexpr NativeDef kEquality[] = {
    {"__eq__", "self, value, /", special_compare<Comparison::Eq>, kNativeCallsBack},
    {"__ne__", "self, value, /", special_compare<Comparison::Ne>, kNativeCallsBack},
};
constexpr NativeDef kOrder[] = {
    {"__lt__", "self, value, /", special_compare<Comparison::Lt>, kNativeCallsBack},
    {"__le__", "self, value, /", special_compare<Comparison::Le>, kNativeCallsBack},
    {"__gt__", "self, value, /", special_compare<Comparison::Gt>, kNativeCallsBack},
    {"__ge__", "self, value, /", special_compare<Comparison::Ge>, kNativeCallsBack},
};
constexpr NativeDef kHash[] = {{"__hash__", "self, /", special_hash, kNativeCallsBack}};
constexpr NativeDef kTruth[] = {{"__bool__", "self, /", special_truth}};
constexpr NativeDef kRepr[] = {
    {"__repr__", "self, /", special_repr, kNativeCallsBack | kNativeWholeSelf}};
constexpr NativeDef kSetOperators[] = {
    {"__or__", "self, value, /", special_set_binary<BinaryOp::Or>, kNativeCallsBack},
    {"__and__", "self, value, /", special_set_binary<BinaryOp::And>, kNativeCallsBack},
    {"__sub__", "self, value, /", special_set_binary<BinaryOp::Sub>, kNativeCallsBack},
    {"__xor__", "self, value, /", special_set_binary<BinaryOp::Xor>, kNativeCallsBack},
    {"__ror__", "self, value, /", special_set_reflected<BinaryOp::Or>, kNativeCallsBack},
    {"__rand__", "self, value, /", special_set_reflected<BinaryOp::And>, kNativeCallsBack},
    {"__rsub__", "self, value, /", special_set_reflected<BinaryOp::Sub>, kNativeCallsBack},
    {"__rxor__", "self, value, /", special_set_reflected<BinaryOp::Xor>, kNativeCallsBack},
};
constexpr NativeDef kSetInplace[] = {
    {"__ior__", "self, value, /", special_set_inplace<BinaryOp::Or>, kNativeCallsBack},
    {"__iand__", "self, value, /", special_set_inplace<BinaryOp::And>, kNativeCallsBack},
    {"__isub__", "self, value, /", special_set_inplace<BinaryOp::Sub>, kNativeCallsBack},
    {"__ixor__", "self, value, /", special_set_inplace<BinaryOp::Xor>, kNativeCallsBack},
};

struct SpecialRow {
  uint32_t special;
  std::span<const NativeDef> table;
};
constexpr SpecialRow kRows[] = {
    {kSpecialLen, kLen},
    {kSpecialIter, kIter},
    {kSpecialNext, kNext},
    {kSpecialContains, kContains},
    {kSpecialGetItem, kGetItem},
    {kSpecialSetItem, kSetItem},
    {kSpecialReversed, kReversed},
    {kSpecialEquality, kEquality},
    {kSpecialOrder, kOrder},
    {kSpecialHash, kHash},
    {kSpecialTruth, kTruth},
    {kSpecialSetOperators, kSetOperators},
    {kSpecialSetInplace, kSetInplace},
};

}  // namespace

void install_container_specials(RealmBuilder& b, Class* cls, uint32_t specials) {
  for (const SpecialRow& row : kRows) {
    if (specials & row.special) b.methods(cls, row.table);
  }
  if (!(specials & kSpecialNext)) b.methods(cls, kRepr);
  if (specials & kSpecialUnhashable) b.attribute(cls, "__hash__", Value::none());
}

Value next_or_stop(Context& context, Value iterator) {
  if (iterator.is(Kind::Generator)) {
    Value result;
    BELLJAR_TRY(v, context.resume(iterator.as<Generator>(), Value::none(), &result));
    if (!v.is_undefined()) return v;
    BELLJAR_TRY(stop, new_exception(context, context.realm().exception(Exc::StopIteration), &result,
                                    result.is_none() || result.is_undefined() ? 0 : 1));
    return context.raise_value(stop);
  }
  if (!iterator.is(Kind::Iterator)) {
    // A class of the program: its StopIteration goes on as it is.
    Value v = call_special(context, iterator, Atom::next, {});
    if (!v.is_undefined()) return v;
    return context.raise(Exc::TypeError,
                         {"'", type_name(context, iterator), "' object is not an iterator"});
  }
  BELLJAR_TRY(v, next_fast(context, iterator));
  if (!v.is_undefined()) return v;
  BELLJAR_TRY(stop,
              new_exception(context, context.realm().exception(Exc::StopIteration), nullptr, 0));
  return context.raise_value(stop);
}

Value flag_argument(Context& context, Value v, bool* out) {
  BELLJAR_TRY(number, as_index(context, v));
  *out = !int_equals(number, Value::integer(0));
  return Value::none();
}

Value index_bound(Context& context, Value v, int64_t* out) {
  if (v.is_undefined()) return Value::none();
  bool indexable =
      is_int_value(payload(v)) || ((v.is(Kind::Instance) || v.is(Kind::NativeObject)) &&
                                   !special_method(context, v, Atom::index).is_undefined());
  if (!indexable) {
    return context.raise(Exc::TypeError,
                         "slice indices must be integers or have an __index__ method");
  }
  BELLJAR_TRY(number, as_index(context, v));
  bool negative = int_compare(number, Value::integer(0)) < 0;
  *out = number.is_int() ? number.as_int() : negative ? INT64_MIN / 2 : INT64_MAX;
  if (*out < INT64_MIN / 2) *out = INT64_MIN / 2;
  return Value::none();
}

Value check_mutable(Call& c) {
  if (__builtin_expect(!c[0].as_object()->frozen(), 1)) return Value::none();
  return c.context().raise(Exc::TypeError,
                           {"cannot modify frozen '", type_name(c.context(), c[0]), "'"});
}

}  // namespace belljar
