// Union, intersection, difference, symmetric difference and their relations, for the methods (any
// iterable on the right) and the operators (sets and dict views only).
//
// Between sets the stored hashes are used again. A comparison may run the program, which may change
// either set: every step re-reads the table, the element in hand is held in Roots.
#include <utility>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/for_each.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"

namespace belljar {

namespace {

bool is_set(Value v) { return v.is(Kind::Set) || v.is(Kind::FrozenSet); }
bool is_set_view(Value v) {
  return v.is(Kind::DictView) && static_cast<ViewKind>(v.as<DictView>()->sub) != ViewKind::Values;
}

// The set that `other` is, or a temporary one of its elements.
Value as_set(Context& context, Value other) {
  Value native = payload(other);
  return is_set(native) ? native : set_from(context, Kind::Set, other);
}

// Runs `f(element, hash)` for each element of `set`; f returns None or a failure, Undefined:
// enough.
template <typename F>
Value each_element(Context& context, Set* set, F&& f) {
  if (!context.charge(set->used / 2 + 1)) return Value::stopped();
  Roots<2> roots(context);
  roots[0] = Value::object(set);
  for (uint32_t position = 0; SetEntry* e = set_next(set, &position);) {
    roots[1] = e->key;
    BELLJAR_TRY(status, f(roots[1], e->key.hash()));
    if (status.is_undefined()) break;
  }
  return Value::none();
}

// Bool, for a hash that is known.
Value has(Context& context, Set* set, Value key, uint64_t hash) {
  int64_t found = table_find(context, set, key, hash);
  if (found < kAbsent) return find_failure(found);
  return Value::boolean(found >= 0);
}

Value add_new(Context& context, Set* set, Value key, uint64_t hash) {
  return table_insert(context, set, key, hash) ? Value::none() : context.stop_memory();
}

// The elements of `from` that are (wanted = true) or are not in `other`, added to `result`, which
// has none of them yet: so they need no search there, unless the program moved things meanwhile.
Value select(Context& context, Set* result, Set* from, Set* other, bool wanted) {
  uint32_t from_version = from->version;
  uint32_t other_version = other->version;
  return each_element(context, from, [&](Value key, uint64_t hash) -> Value {
    BELLJAR_TRY(present, has(context, other, key, hash));
    if (present.as_bool() != wanted) return Value::none();
    if (__builtin_expect(from->version != from_version || other->version != other_version, 0)) {
      BELLJAR_TRY(there, has(context, result, key, hash));
      if (there.as_bool()) return Value::none();
    }
    return add_new(context, result, key, hash);
  });
}

void take_contents(Context& context, Set* to, Set* from) {
  table_clear(context, to);
  to->entries = from->entries;
  to->index = from->index;
  to->live = from->live;
  to->used = from->used;
  to->capacity = from->capacity;
  to->index_mask = from->index_mask;
  to->filled = from->filled;
  to->count = from->count;
  from->entries = nullptr;
  from->index = nullptr;
  from->live = from->used = from->capacity = from->index_mask = from->filled = 0;
}

}  // namespace

Value set_union(Context& context, Set* self, Value other) {
  Roots<1> roots(context);
  BELLJAR_TRY(result, set_copy(context, self, self->kind));
  roots[0] = result;
  BELLJAR_CHECK(set_update(context, result.as<Set>(), other));
  return result;
}

Value set_intersection(Context& context, Set* self, Value other) {
  Roots<2> roots(context);
  BELLJAR_TRY(result, new_set(context, self->kind));
  roots[0] = result;
  Value native = payload(other);
  if (is_set(native)) {
    // The smaller one's elements are taken, of two equally large ones the other's.
    Set* a = native.as<Set>();
    Set* b = self;
    if (a->live > b->live) std::swap(a, b);
    BELLJAR_CHECK(select(context, result.as<Set>(), a, b, true));
    return result;
  }
  BELLJAR_CHECK(for_each(context, other, [&](Value v) -> Value {
    roots[1] = v;
    uint64_t hash;
    BELLJAR_CHECK(table_hash(context, v, &hash));
    BELLJAR_TRY(present, has(context, self, v, hash));
    return present.as_bool() ? set_add(context, result.as<Set>(), v) : Value::none();
  }));
  return result;
}

Value set_difference(Context& context, Set* self, Value other) {
  Roots<2> roots(context);
  Value native = payload(other);
  if (!is_set(native) && !native.is(Kind::Dict)) {
    BELLJAR_TRY(copy, set_copy(context, self, self->kind));
    roots[0] = copy;
    BELLJAR_CHECK(set_difference_update(context, copy.as<Set>(), other));
    return copy;
  }
  BELLJAR_TRY(result, new_set(context, self->kind));
  roots[0] = result;
  if (is_set(native)) {
    BELLJAR_CHECK(select(context, result.as<Set>(), self, native.as<Set>(), false));
    return result;
  }
  Dict* dict = native.as<Dict>();
  BELLJAR_CHECK(each_element(context, self, [&](Value key, uint64_t hash) -> Value {
    int64_t found = table_find(context, dict, key, hash);
    if (found >= 0) return Value::none();
    if (found != kAbsent) return find_failure(found);
    return add_new(context, result.as<Set>(), key, hash);
  }));
  return result;
}

Value set_symmetric_difference(Context& context, Set* self, Value other) {
  Roots<2> roots(context);
  BELLJAR_TRY(right, as_set(context, other));
  roots[0] = right;
  BELLJAR_TRY(result, new_set(context, self->kind));
  roots[1] = result;
  BELLJAR_CHECK(select(context, result.as<Set>(), self, right.as<Set>(), false));
  BELLJAR_CHECK(select(context, result.as<Set>(), right.as<Set>(), self, false));
  return result;
}

Value set_intersection_update(Context& context, Set* self, Value other) {
  Roots<1> roots(context);
  BELLJAR_TRY(result, set_intersection(context, self, other));
  roots[0] = result;
  take_contents(context, self, result.as<Set>());
  return Value::none();
}

Value set_difference_update(Context& context, Set* self, Value other) {
  Value native = payload(other);
  if (is_set(native)) {
    if (native.as<Set>() == self) {
      set_clear(context, self);
      return Value::none();
    }
    return each_element(context, native.as<Set>(), [&](Value key, uint64_t hash) -> Value {
      int64_t found = table_find(context, self, key, hash);
      if (found < kAbsent) return find_failure(found);
      if (found >= 0) table_remove_at(self, found);
      return Value::none();
    });
  }
  Roots<1> roots(context);
  return for_each(context, other, [&](Value v) -> Value {
    roots[0] = v;
    BELLJAR_CHECK(set_remove(context, self, v));
    return Value::none();
  });
}

Value set_symmetric_difference_update(Context& context, Set* self, Value other) {
  Roots<1> roots(context);
  Value native = payload(other);
  if (is_set(native) && native.as<Set>() == self) {
    set_clear(context, self);
    return Value::none();
  }
  BELLJAR_TRY(right, as_set(context, other));
  roots[0] = right;
  return each_element(context, right.as<Set>(), [&](Value key, uint64_t hash) -> Value {
    int64_t found = table_find(context, self, key, hash);
    if (found < kAbsent) return find_failure(found);
    if (found >= 0) {
      table_remove_at(self, found);
      return Value::none();
    }
    return add_new(context, self, key, hash);
  });
}

Value set_is_disjoint(Context& context, Set* self, Value other) {
  Value native = payload(other);
  bool disjoint = true;
  if (is_set(native)) {
    Set* a = self;
    Set* b = native.as<Set>();
    if (a->live > b->live) std::swap(a, b);
    BELLJAR_CHECK(each_element(context, a, [&](Value key, uint64_t hash) -> Value {
      BELLJAR_TRY(present, has(context, b, key, hash));
      disjoint = !present.as_bool();
      return disjoint ? Value::none() : Value::undefined();
    }));
    return Value::boolean(disjoint);
  }
  Roots<1> roots(context);
  BELLJAR_CHECK(for_each(context, other, [&](Value v) -> Value {
    roots[0] = v;
    BELLJAR_TRY(present, set_contains(context, self, v));
    disjoint = !present.as_bool();
    return disjoint ? Value::none() : Value::undefined();
  }));
  return Value::boolean(disjoint);
}

Value set_is_subset(Context& context, Set* a, Set* b) {
  if (a->live > b->live) return Value::boolean(false);
  bool inside = true;
  BELLJAR_CHECK(each_element(context, a, [&](Value key, uint64_t hash) -> Value {
    BELLJAR_TRY(present, has(context, b, key, hash));
    inside = present.as_bool();
    return inside ? Value::none() : Value::undefined();
  }));
  return Value::boolean(inside);
}

namespace {

Value set_operation(Context& context, BinaryOp op, Set* self, Value other) {
  switch (op) {
    case BinaryOp::Or:
      return set_union(context, self, other);
    case BinaryOp::And:
      return set_intersection(context, self, other);
    case BinaryOp::Sub:
      return set_difference(context, self, other);
    case BinaryOp::Xor:
      return set_symmetric_difference(context, self, other);
    default:
      return Value::not_implemented();
  }
}

}  // namespace

Value set_binary(Context& context, BinaryOp op, Value a, Value b) {
  if (op != BinaryOp::Or && op != BinaryOp::And && op != BinaryOp::Sub && op != BinaryOp::Xor) {
    return Value::not_implemented();
  }
  Value right = payload(b);
  Value left = payload(a);
  if (is_set(left) && is_set(right)) return set_operation(context, op, left.as<Set>(), right);
  // A dict view takes any iterable on the other side and gives a set.
  if (!is_set_view(left) && !is_set_view(right)) return Value::not_implemented();
  Roots<1> roots(context);
  BELLJAR_TRY(self, set_from(context, Kind::Set, left));
  roots[0] = self;
  return set_operation(context, op, self.as<Set>(), right);
}

Value set_inplace(Context& context, BinaryOp op, Value a, Value b) {
  Value left = payload(a);
  Value right = payload(b);
  if (!left.is(Kind::Set) || !is_set(right)) return set_binary(context, op, a, b);
  Set* self = left.as<Set>();
  switch (op) {
    case BinaryOp::Or:
      BELLJAR_CHECK(set_update(context, self, right));
      return a;
    case BinaryOp::And:
      BELLJAR_CHECK(set_intersection_update(context, self, right));
      return a;
    case BinaryOp::Sub:
      BELLJAR_CHECK(set_difference_update(context, self, right));
      return a;
    case BinaryOp::Xor:
      BELLJAR_CHECK(set_symmetric_difference_update(context, self, right));
      return a;
    default:
      return Value::not_implemented();
  }
}

}  // namespace belljar
