// set and frozenset: constructors and methods.
#include "builtins/container_specials.h"
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/for_each.h"
#include "runtime/list.h"
#include "runtime/protocol.h"

namespace belljar {

namespace {

Value set_new(Call& c) {
  if (!c.has(1) || filled_by_init(c[0])) return new_set(c.context(), Kind::Set);
  return set_from(c.context(), Kind::Set, c[1]);
}

Value frozenset_new(Call& c) {
  if (!c.has(1)) return new_set(c.context(), Kind::FrozenSet);
  if (c[1].is(Kind::FrozenSet)) return c[1];
  return set_from(c.context(), Kind::FrozenSet, c[1]);
}

Value set_init(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  Roots<1> roots(c.context());
  if (c.has(1)) {
    BELLJAR_TRY(fresh, set_from(c.context(), Kind::Set, c[1]));
    roots[0] = fresh;
  }
  set_clear(c.context(), c.self<Set>());
  if (c.has(1)) BELLJAR_CHECK(set_update(c.context(), c.self<Set>(), roots[0]));
  return Value::none();
}

// --- elements
// ---------------------------------------------------------------------------------------

Value set_method_add(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  return set_add(c.context(), c.self<Set>(), c[1]);
}

Value set_method_discard(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  Roots<1> roots(c.context());
  BELLJAR_TRY(key, set_lookup_key(c.context(), c[1]));
  roots[0] = key;
  BELLJAR_CHECK(set_remove(c.context(), c.self<Set>(), key));
  return Value::none();
}

Value set_method_remove(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  Roots<1> roots(c.context());
  BELLJAR_TRY(key, set_lookup_key(c.context(), c[1]));
  roots[0] = key;
  BELLJAR_TRY(removed, set_remove(c.context(), c.self<Set>(), key));
  return removed.as_bool() ? Value::none() : raise_key_error(c.context(), c[1]);
}

Value set_method_pop(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  BELLJAR_TRY(v, set_pop(c.context(), c.self<Set>()));
  return v.is_undefined() ? c.context().raise(Exc::KeyError, "pop from an empty set") : v;
}

Value set_method_clear(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  set_clear(c.context(), c.self<Set>());
  return Value::none();
}

Value set_method_copy(Call& c) {
  if (c[0].is(Kind::FrozenSet)) return c[0];
  return set_copy(c.context(), c.self<Set>(), Kind::Set);
}

// --- with other iterables
// -----------------------------------------------------------------------------

using Operation = Value (*)(Context&, Set*, Value);

// self OP a OP b … as a new set.
Value fold(Call& c, Operation operation) {
  Context& context = c.context();
  const Tuple* others = c[1].as<Tuple>();
  Roots<1> result(context);
  result[0] = c[0];
  for (uint32_t i = 0; i < others->count; ++i) {
    BELLJAR_TRY(next, operation(context, result[0].as<Set>(), others->items[i]));
    result[0] = next;
  }
  if (others->count > 0) return result[0];
  return set_copy(context, c.self<Set>(), c[0].kind());
}

// The same in place.
Value fold_update(Call& c, Operation operation) {
  BELLJAR_CHECK(check_mutable(c));
  const Tuple* others = c[1].as<Tuple>();
  for (uint32_t i = 0; i < others->count; ++i) {
    BELLJAR_CHECK(operation(c.context(), c.self<Set>(), others->items[i]));
  }
  return Value::none();
}

Value set_method_union(Call& c) { return fold(c, set_union); }
Value set_method_intersection(Call& c) { return fold(c, set_intersection); }
Value set_method_difference(Call& c) { return fold(c, set_difference); }
Value set_method_symmetric_difference(Call& c) {
  return set_symmetric_difference(c.context(), c.self<Set>(), c[1]);
}
Value set_method_update(Call& c) { return fold_update(c, set_update); }
Value set_method_difference_update(Call& c) { return fold_update(c, set_difference_update); }
Value set_method_symmetric_difference_update(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  return set_symmetric_difference_update(c.context(), c.self<Set>(), c[1]);
}

// As CPython: the intersection with all of them is found first, then taken over.
Value set_method_intersection_update(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  Roots<1> roots(c.context());
  BELLJAR_TRY(result, fold(c, set_intersection));
  roots[0] = result;
  return set_intersection_update(c.context(), c.self<Set>(), result);
}

Value set_method_isdisjoint(Call& c) { return set_is_disjoint(c.context(), c.self<Set>(), c[1]); }

Value set_method_issubset(Call& c) {
  Roots<1> roots(c.context());
  Value other = payload(c[1]);
  if (!other.is(Kind::Set) && !other.is(Kind::FrozenSet)) {
    BELLJAR_TRY(made, set_from(c.context(), Kind::Set, c[1]));
    other = roots[0] = made;
  }
  return set_is_subset(c.context(), c.self<Set>(), other.as<Set>());
}

Value set_method_issuperset(Call& c) {
  Context& context = c.context();
  Value other = payload(c[1]);
  if (other.is(Kind::Set) || other.is(Kind::FrozenSet)) {
    return set_is_subset(context, other.as<Set>(), c.self<Set>());
  }
  Roots<1> roots(context);
  bool all = true;
  BELLJAR_CHECK(for_each(context, c[1], [&](Value v) -> Value {
    roots[0] = v;
    BELLJAR_TRY(there, set_contains(context, c.self<Set>(), v));
    all = there.as_bool();
    return all ? Value::none() : Value::undefined();
  }));
  return Value::boolean(all);
}

constexpr NativeDef kCommonMethods[] = {
    {"copy", "self, /", set_method_copy},
    {"union", "self, /, *others", set_method_union, kNativeCallsBack},
    {"intersection", "self, /, *others", set_method_intersection, kNativeCallsBack},
    {"difference", "self, /, *others", set_method_difference, kNativeCallsBack},
    {"symmetric_difference", "self, other, /", set_method_symmetric_difference, kNativeCallsBack},
    {"isdisjoint", "self, other, /", set_method_isdisjoint, kNativeCallsBack},
    {"issubset", "self, other, /", set_method_issubset, kNativeCallsBack},
    {"issuperset", "self, other, /", set_method_issuperset, kNativeCallsBack},
};
constexpr NativeDef kSetMethods[] = {
    {"__init__", "self, iterable?, /", set_init, kNativeCallsBack},
    {"add", "self, element, /", set_method_add, kNativeCallsBack},
    {"discard", "self, element, /", set_method_discard, kNativeCallsBack},
    {"remove", "self, element, /", set_method_remove, kNativeCallsBack},
    {"pop", "self, /", set_method_pop},
    {"clear", "self, /", set_method_clear},
    {"update", "self, /, *others", set_method_update, kNativeCallsBack},
    {"intersection_update", "self, /, *others", set_method_intersection_update, kNativeCallsBack},
    {"difference_update", "self, /, *others", set_method_difference_update, kNativeCallsBack},
    {"symmetric_difference_update", "self, other, /", set_method_symmetric_difference_update,
     kNativeCallsBack},
};

constexpr uint32_t kSetSpecials = kSpecialLen | kSpecialIter | kSpecialContains | kSpecialEquality |
                                  kSpecialOrder | kSpecialSetOperators;

}  // namespace

void install_set(RealmBuilder& b) {
  Class* set = b.new_class("set", nullptr, Kind::Set);
  b.constructor(set, {"__new__", "cls, iterable?, /", set_new, kNativeCallsBack});
  install_container_specials(b, set, kSetSpecials | kSpecialSetInplace | kSpecialUnhashable);
  b.plain_method(set, "__contains__");
  b.methods(set, kCommonMethods);
  b.methods(set, kSetMethods);
  b.member(b.building().builtins, "set", Value::object(set));

  Class* frozenset = b.new_class("frozenset", nullptr, Kind::FrozenSet);
  b.constructor(frozenset, {"__new__", "cls, iterable?, /", frozenset_new, kNativeCallsBack});
  install_container_specials(b, frozenset, kSetSpecials | kSpecialHash);
  b.plain_method(frozenset, "__contains__");
  b.methods(frozenset, kCommonMethods);
  b.member(b.building().builtins, "frozenset", Value::object(frozenset));
}

}  // namespace belljar
