// tuple: constructor and methods.
#include "builtins/container_specials.h"
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/hash.h"
#include "runtime/list.h"
#include "runtime/protocol.h"

namespace belljar {

namespace {

Value tuple_new(Call& c) {
  if (!c.has(1)) return new_tuple(c.context(), nullptr, 0);
  return tuple_from(c.context(), c[1]);
}

Value find(Call& c, int64_t from, int64_t end) {
  Context& context = c.context();
  const Tuple* tuple = c.self<Tuple>();
  if (end > tuple->count) end = tuple->count;
  for (int64_t i = from; i < end; ++i) {
    if ((i & 63) == 0 && !context.charge(8)) return Value::stopped();
    BELLJAR_TRY(equal, equals(context, tuple->items[i], c[1]));
    if (equal.as_bool()) return Value::integer(i);
  }
  return Value::integer(-1);
}

Value tuple_index(Call& c) {
  int64_t start = 0, end = INT64_MAX;
  BELLJAR_CHECK(index_bound(c.context(), c[2], &start));
  BELLJAR_CHECK(index_bound(c.context(), c[3], &end));
  int64_t size = c.self<Tuple>()->count;
  if (start < 0) start = start + size < 0 ? 0 : start + size;
  if (end < 0) end = end + size < 0 ? 0 : end + size;
  BELLJAR_TRY(at, find(c, start, end));
  if (at.as_int() >= 0) return at;
  return c.context().raise(Exc::ValueError, "tuple.index(x): x not in tuple");
}

Value tuple_count(Call& c) {
  int64_t count = 0;
  for (int64_t i = 0;; ++i) {
    BELLJAR_TRY(at, find(c, i, INT64_MAX));
    i = at.as_int();
    if (i < 0) return Value::integer(count);
    ++count;
  }
}

Value tuple_add(Call& c) {
  Value other = payload(c[1]);
  if (!other.is(Kind::Tuple)) {
    return c.context().raise(Exc::TypeError, {"can only concatenate tuple (not \"",
                                              type_name(c.context(), c[1]), "\") to tuple"});
  }
  return tuple_concat(c.context(), c.self<Tuple>(), other.as<Tuple>());
}

Value tuple_mul(Call& c) {
  BELLJAR_TRY(number, as_index(c.context(), c[1]));
  if (!number.is_int()) {
    return c.context().raise(Exc::OverflowError, {"cannot fit '", type_name(c.context(), c[1]),
                                                  "' into an index-sized integer"});
  }
  return tuple_repeat(c.context(), c.self<Tuple>(), number.as_int());
}

constexpr NativeDef kTupleMethods[] = {
    {"index", "self, value, start?, stop?, /", tuple_index, kNativeCallsBack},
    {"count", "self, value, /", tuple_count, kNativeCallsBack},
    {"__add__", "self, value, /", tuple_add},
    {"__mul__", "self, value, /", tuple_mul, kNativeCallsBack},
    {"__rmul__", "self, value, /", tuple_mul, kNativeCallsBack},
};

}  // namespace

void install_tuple(RealmBuilder& b) {
  Class* tuple = b.new_class("tuple", nullptr, Kind::Tuple);
  b.constructor(tuple, {"__new__", "cls, iterable?, /", tuple_new, kNativeCallsBack});
  install_container_specials(b, tuple,
                             kSpecialLen | kSpecialIter | kSpecialContains | kSpecialGetItem |
                                 kSpecialEquality | kSpecialOrder | kSpecialHash);
  b.methods(tuple, kTupleMethods);
  b.member(b.building().builtins, "tuple", Value::object(tuple));
}

}  // namespace belljar
