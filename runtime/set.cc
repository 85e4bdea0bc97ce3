// set and frozenset: elements in, out and found. The operations between sets are in
// set_operations.cc.
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/for_each.h"
#include "runtime/protocol.h"

namespace belljar {

Value new_set(Context& context, Kind kind) {
  Set* set = context.heap().make<Set>(kind);
  set->entries = nullptr;
  set->index = nullptr;
  set->live = set->used = set->capacity = set->index_mask = 0;
  set->version = set->filled = 0;
  set->hash = 0;
  return Value::object(kind, set);
}

Value set_add(Context& context, Set* set, Value key) {
  uint64_t hash;
  if (__builtin_expect(quick_hash(context, key, &hash), 1)) {
    bool unsure = false;
    int64_t found = table_find_quick(set, key, hash, &unsure);
    if (found >= 0) return Value::none();
    if (__builtin_expect(!unsure, 1)) {
      return table_insert(context, set, key, hash) ? Value::none() : context.stop_memory();
    }
  }
  Roots<2> roots(context);
  roots[0] = Value::object(set);
  roots[1] = key;
  BELLJAR_CHECK(table_hash(context, key, &hash));
  int64_t found = table_find(context, set, key, hash);
  if (found >= 0) return Value::none();
  if (found != kAbsent) return find_failure(found);
  return table_insert(context, set, key, hash) ? Value::none() : context.stop_memory();
}

Value set_contains(Context& context, Set* set, Value key) {
  uint64_t hash;
  BELLJAR_CHECK(table_hash(context, key, &hash));
  int64_t found = table_find(context, set, key, hash);
  if (found < kAbsent) return find_failure(found);
  return Value::boolean(found >= 0);
}

Value set_remove(Context& context, Set* set, Value key) {
  uint64_t hash;
  BELLJAR_CHECK(table_hash(context, key, &hash));
  int64_t found = table_find(context, set, key, hash);
  if (found < kAbsent) return find_failure(found);
  if (found >= 0) table_remove_at(set, found);
  return Value::boolean(found >= 0);
}

Value set_pop(Context& context, Set* set) {
  uint32_t first = set->count;
  uint32_t at = first;
  while (at < set->used && set->entries[at].key.is_undefined()) ++at;
  if (!context.charge((at - first) / 8 + 1)) return Value::stopped();
  set->count = at;
  if (at >= set->used) return Value::undefined();
  Value key = set->entries[at].key;
  table_remove_at(set, at);
  return key;
}

void set_clear(Context& context, Set* set) { table_clear(context, set); }

Value set_copy(Context& context, const Set* set, Kind kind) {
  if (!context.charge(set->used / 4 + 1)) return Value::stopped();
  BELLJAR_TRY(copy, new_set(context, kind));
  if (!table_copy(context, copy.as<Set>(), set)) return context.stop_memory();
  return copy;
}

namespace {

// Adds the keys of another table, whose hashes are known.
template <typename T>
Value add_keys(Context& context, Set* set, T* other) {
  if (!context.charge(other->used / 2 + 1)) return Value::stopped();
  Roots<3> roots(context);
  roots[0] = Value::object(set);
  roots[1] = Value::object(other);
  for (uint32_t position = 0; auto* e = table_next(other, &position);) {
    uint64_t hash = e->key.hash();
    roots[2] = e->key;
    int64_t found = table_find(context, set, roots[2], hash);
    if (found >= 0) continue;
    if (found != kAbsent) return find_failure(found);
    if (!table_insert(context, set, roots[2], hash)) return context.stop_memory();
  }
  return Value::none();
}

}  // namespace

Value set_update(Context& context, Set* set, Value iterable) {
  Value native = payload(iterable);
  if (native.is(Kind::Set) || native.is(Kind::FrozenSet)) {
    Set* other = native.as<Set>();
    if (other == set) return Value::none();
    if (set->capacity == 0) {
      if (!context.charge(other->used / 4 + 1)) return Value::stopped();
      return table_copy(context, set, other) ? Value::none() : context.stop_memory();
    }
    return add_keys(context, set, other);
  }
  // A class derived from dict may iterate in its own way; of a set CPython does not ask.
  if (iterable.is(Kind::Dict)) return add_keys(context, set, iterable.as<Dict>());
  Roots<1> roots(context);
  return for_each(context, iterable, [&](Value v) -> Value {
    roots[0] = v;
    return set_add(context, set, v);
  });
}

Value set_from(Context& context, Kind kind, Value iterable) {
  Roots<1> roots(context);
  BELLJAR_TRY(set, new_set(context, kind));
  roots[0] = set;
  BELLJAR_CHECK(set_update(context, set.as<Set>(), iterable));
  return set;
}

Value set_lookup_key(Context& context, Value key) {
  Value native = payload(key);
  if (!native.is(Kind::Set)) return key;
  // A derived class may have given its objects a hash.
  if (key.is(Kind::Instance) && !(key.as<Instance>()->cls->traits & kUnhashable)) return key;
  return set_copy(context, native.as<Set>(), Kind::FrozenSet);
}

}  // namespace belljar
