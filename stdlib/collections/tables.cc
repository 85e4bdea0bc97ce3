// Helpers of collections.py that work on dicts directly: counting, and moving and taking entries at
// either end.
#include "stdlib/collections/tables.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/dict_index.h"
#include "runtime/for_each.h"
#include "runtime/list.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"

namespace belljar::collections {

namespace {

Value dict_argument(Context& context, Value v, Dict** dict) {
  Value part = payload(v);
  if (!part.is(Kind::Dict)) {
    return context.raise(Exc::TypeError, {"expected a dict, got ", type_name(context, v)});
  }
  *dict = part.as<Dict>();
  return Value::none();
}

// mapping[x] = mapping.get(x, 0) + 1 for each item, on the dict itself.
Value count_elements(Call& c) {
  Context& context = c.context();
  Dict* dict;
  BELLJAR_CHECK(dict_argument(context, c[0], &dict));
  Roots<1> roots(context);
  return for_each(context, c[1], [&](Value key) -> Value {
    roots[0] = key;
    uint64_t hash;
    BELLJAR_CHECK(table_hash(context, key, &hash));
    int64_t found = table_find(context, dict, key, hash);
    if (found < kAbsent) return find_failure(found);
    if (found == kAbsent) {
      DictEntry* entry = table_insert(context, dict, key, hash);
      if (!entry) return context.stop_memory();
      entry->value = Value::integer(1);
      return Value::none();
    }
    Value old = dict->entries[found].value;
    if (old.is_int() && old.as_int() < INT64_MAX) {
      dict->entries[found].value = Value::integer(old.as_int() + 1);
      return Value::none();
    }
    BELLJAR_TRY(sum, binary(context, BinaryOp::Add, old, Value::integer(1)));
    return dict_set(context, dict, roots[0], sum);
  });
}

// The key's entry as the last or the first one.
Value move_to_end(Call& c) {
  Context& context = c.context();
  Dict* dict;
  BELLJAR_CHECK(dict_argument(context, c[0], &dict));
  BELLJAR_TRY(last, truth(context, c[2]));
  uint64_t hash;
  BELLJAR_CHECK(table_hash(context, c[1], &hash));
  int64_t found = table_find(context, dict, c[1], hash);
  if (found < kAbsent) return find_failure(found);
  if (found == kAbsent) return raise_key_error(context, c[1]);
  Value key = dict->entries[found].key;
  Value value = dict->entries[found].value;
  if (last.as_bool()) {
    if (found == table_last(dict)) return Value::none();
    table_remove_at(dict, found);
    DictEntry* entry = table_insert(context, dict, key, hash);
    if (!entry) return context.stop_memory();
    entry->value = value;
    return Value::none();
  }
  // To the front: the entries before it move up by one, each into the place of the next.
  if (!context.charge(dict->used / 4 + 1)) return Value::stopped();
  BELLJAR_TRY(copied, new_dict_reserved(context, dict->live));
  Dict* copy = copied.as<Dict>();
  DictEntry* first = table_insert(context, copy, key, hash);
  if (!first) return context.stop_memory();
  first->value = value;
  table_remove_at(dict, found);
  for (uint32_t at = 0; DictEntry* entry = dict_next(dict, &at);) {
    DictEntry* made = table_insert(context, copy, entry->key, entry->key.hash());
    if (!made) return context.stop_memory();
    made->value = entry->value;
  }
  table_clear(context, dict);
  return table_copy(context, dict, copy) ? Value::none() : context.stop_memory();
}

// Removes and returns the first or last (key, value); None: the dict is empty.
Value pop_end(Call& c) {
  Context& context = c.context();
  Dict* dict;
  BELLJAR_CHECK(dict_argument(context, c[0], &dict));
  BELLJAR_TRY(last, truth(context, c[1]));
  if (dict->live == 0) return Value::none();
  int64_t found;
  if (last.as_bool()) {
    found = table_last(dict);
  } else {
    // `count` entries before it are known to be removed, as in a set.
    uint32_t first = dict->count;
    uint32_t at = first;
    found = dict_next(dict, &at) - dict->entries;
    if (!context.charge((at - first) / 8 + 1)) return Value::stopped();
    dict->count = static_cast<uint32_t>(found);
  }
  Value pair[2] = {dict->entries[found].key, dict->entries[found].value};
  table_remove_at(dict, found);
  return new_tuple(context, pair, 2);
}

// An OrderedDict's table: its views and errors say so.
Value mark_ordered(Call& c) {
  Dict* dict;
  BELLJAR_CHECK(dict_argument(c.context(), c[0], &dict));
  dict->sub = kDictOrdered;
  return Value::none();
}

constexpr NativeDef kFunctions[] = {
    {"_count_elements", "mapping, iterable, /", count_elements, kNativeCallsBack},
    {"_mark_ordered", "mapping, /", mark_ordered},
    {"_move_to_end", "mapping, key, last, /", move_to_end, kNativeCallsBack},
    {"_pop_end", "mapping, last, /", pop_end, kNativeCallsBack},
};

}  // namespace

void install_tables(RealmBuilder& b, Module* m) { b.functions(m, kFunctions); }

}  // namespace belljar::collections
