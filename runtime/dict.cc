// dict: lookup, storage, copying, merging. The table itself is dict_index.cc.
#include "runtime/dict.h"

#include <algorithm>
#include <string>

#include "runtime/class.h"
#include "runtime/for_each.h"
#include "runtime/list.h"
#include "runtime/mapping.h"
#include "runtime/protocol.h"

namespace belljar {

namespace {

// With room for so many entries behind it: an entry is then mostly in the cache when its dict is.
Dict* make_dict(Context& context, uint32_t inline_capacity = 0) {
  Dict* dict = context.heap().make<Dict>(Kind::Dict, inline_capacity * sizeof(DictEntry));
  dict->entries = inline_capacity ? dict->inline_entries : nullptr;
  dict->index = nullptr;
  dict->capacity = inline_capacity;
  dict->live = dict->used = dict->index_mask = 0;
  dict->version = dict->filled = 0;
  return dict;
}

int64_t find_str(const Dict* dict, const Str* key, uint64_t hash) {
  const uint64_t wanted = TableKey(Value::object(Kind::Str, key), hash).word();
  return probe(dict, hash, [&](uint32_t i) {
    const TableKey& k = dict->entries[i].key;
    return k.word() == wanted && str_equals(k.as<Str>(), key);
  });
}

// Stores under a key whose hash is known. `value` is held by the caller.
Value store(Context& context, Dict* dict, Value key, uint64_t hash, Value value) {
  int64_t found = table_find(context, dict, key, hash);
  if (__builtin_expect(found >= 0, 1)) {
    dict->entries[found].value = value;
    return Value::none();
  }
  if (found != kAbsent) return find_failure(found);
  DictEntry* e = table_insert(context, dict, key, hash);
  if (!e) return context.stop_memory();
  e->value = value;
  return Value::none();
}

}  // namespace

Value new_dict(Context& context) { return Value::object(Kind::Dict, make_dict(context)); }

Value new_dict_reserved(Context& context, size_t count) {
  if (count <= kDictLinear) {
    return Value::object(Kind::Dict, make_dict(context, static_cast<uint32_t>(count)));
  }
  Dict* dict = make_dict(context);
  if (!table_reserve(context, dict, count)) return context.stop_memory();
  return Value::object(Kind::Dict, dict);
}

Value new_dict_of(Context& context, const Tuple* keys, const Value* values) {
  BELLJAR_TRY(made, new_dict_reserved(context, keys->count));
  Dict* dict = made.as<Dict>();
  for (uint32_t i = 0; i < keys->count; ++i) {
    const Value key = keys->items[i];
    // The room is reserved, and no key stands twice.
    table_insert(context, dict, key, str_hash(context, key.as<Str>()))->value = values[i];
  }
  return made;
}

Value dict_get_str_slow(const Context& context, const Dict* dict, const Str* key) {
  if (dict->live == 0) return Value::undefined();
  int64_t found = find_str(dict, key, str_hash(context, key));
  return found >= 0 ? dict->entries[found].value : Value::undefined();
}

Value dict_get_text(Context& context, Dict* dict, Str* key) {
  if (dict->live == 0) return Value::undefined();
  const uint64_t hash = str_hash(context, key);
  bool other = false;
  int64_t found = probe(dict, hash, [&](uint32_t i) {
    const TableKey& k = dict->entries[i].key;
    if (!k.has_hash(hash)) return false;
    if (k.is_str()) return str_equals(k.as<Str>(), key);
    other = true;
    return false;
  });
  if (__builtin_expect(found < 0 && other, 0)) {
    found = table_find(context, dict, Value::object(Kind::Str, key), hash);
    if (found < kAbsent) return find_failure(found);
  }
  return found >= 0 ? dict->entries[found].value : Value::undefined();
}

Value dict_set_str(Context& context, Dict* dict, Str* key, Value value) {
  uint64_t hash = str_hash(context, key);
  int64_t found = find_str(dict, key, hash);
  if (found >= 0) {
    dict->entries[found].value = value;
    return Value::none();
  }
  DictEntry* e = table_insert(context, dict, Value::object(Kind::Str, key), hash);
  if (!e) return context.stop_memory();
  e->value = value;
  return Value::none();
}

Value dict_get_int(Context& context, Dict* dict, Value key) {
  if (dict->live == 0) return Value::undefined();
  int64_t wanted = key.as_int();
  uint64_t hash = mix_hash(context.realm(), static_cast<uint64_t>(wanted));
  bool other = false;
  int64_t found = probe(dict, hash, [&](uint32_t i) {
    const TableKey& k = dict->entries[i].key;
    if (!k.has_hash(hash)) return false;
    if (k.is_int()) return k.as_int() == wanted;
    other = true;
    return false;
  });
  if (__builtin_expect(found < 0 && other, 0)) {
    found = table_find(context, dict, key, hash);
    if (found < kAbsent) return find_failure(found);
  }
  return found >= 0 ? dict->entries[found].value : Value::undefined();
}

Value dict_get_slow(Context& context, Dict* dict, Value key) {
  uint64_t hash;
  BELLJAR_CHECK(table_hash(context, key, &hash));
  int64_t found = table_find(context, dict, key, hash);
  if (found >= 0) return dict->entries[found].value;
  return found == kAbsent ? Value::undefined() : find_failure(found);
}

Value dict_set(Context& context, Dict* dict, Value key, Value value) {
  uint64_t hash;
  if (__builtin_expect(quick_hash(context, key, &hash), 1)) {
    bool unsure = false;
    int64_t found = table_find_quick(dict, key, hash, &unsure);
    if (found >= 0) {
      dict->entries[found].value = value;
      return Value::none();
    }
    if (__builtin_expect(!unsure, 1)) {
      DictEntry* e = table_insert(context, dict, key, hash);
      if (!e) return context.stop_memory();
      e->value = value;
      return Value::none();
    }
  }
  Roots<3> roots(context);
  roots[0] = Value::object(Kind::Dict, dict);
  roots[1] = key;
  roots[2] = value;
  BELLJAR_CHECK(table_hash(context, key, &hash));
  return store(context, dict, key, hash, value);
}

Value dict_set_default(Context& context, Dict* dict, Value key, Value value) {
  Roots<3> roots(context);
  roots[0] = Value::object(Kind::Dict, dict);
  roots[1] = key;
  roots[2] = value;
  uint64_t hash;
  BELLJAR_CHECK(table_hash(context, key, &hash));
  int64_t found = table_find(context, dict, key, hash);
  if (found >= 0) return dict->entries[found].value;
  if (found != kAbsent) return find_failure(found);
  DictEntry* e = table_insert(context, dict, key, hash);
  if (!e) return context.stop_memory();
  e->value = value;
  return value;
}

Value dict_remove(Context& context, Dict* dict, Value key) {
  uint64_t hash;
  BELLJAR_CHECK(table_hash(context, key, &hash));
  int64_t found = table_find(context, dict, key, hash);
  if (found < 0) return found == kAbsent ? Value::undefined() : find_failure(found);
  Value value = dict->entries[found].value;
  table_remove_at(dict, found);
  return value;
}

void dict_clear(Context& context, Dict* dict) { table_clear(context, dict); }

Value dict_copy(Context& context, const Dict* dict) {
  if (!context.charge(dict->used / 4 + 1)) return Value::stopped();
  if (dict->live == dict->used && dict->used <= kDictLinear) {
    Dict* copy = make_dict(context, dict->used);
    std::copy_n(dict->entries, dict->used, copy->entries);
    copy->live = copy->used = dict->used;
    return Value::object(Kind::Dict, copy);
  }
  Dict* copy = make_dict(context);
  if (!table_copy(context, copy, dict)) return context.stop_memory();
  return Value::object(Kind::Dict, copy);
}

Value dict_update(Context& context, Dict* dict, Dict* other) {
  if (dict == other || other->live == 0) return Value::none();
  if (!context.charge(other->used / 2 + 1)) return Value::stopped();
  if (dict->live == 0 && dict->capacity == 0) {
    return table_copy(context, dict, other) ? Value::none() : context.stop_memory();
  }
  Roots<4> roots(context);
  roots[0] = Value::object(Kind::Dict, dict);
  roots[1] = Value::object(Kind::Dict, other);
  uint32_t version = other->version;
  for (uint32_t position = 0; DictEntry* e = dict_next(other, &position);) {
    roots[2] = e->key;
    roots[3] = e->value;
    BELLJAR_CHECK(store(context, dict, roots[2], e->key.hash(), roots[3]));
    if (other->version != version) {
      return context.raise(Exc::RuntimeError, "dict mutated during update");
    }
  }
  return Value::none();
}

namespace {
template <typename T>
Value add_keys(Context& context, Dict* dict, T* source, Value value) {
  if (!context.charge(source->used / 2 + 1)) return Value::stopped();
  for (uint32_t position = 0; auto* e = table_next(source, &position);) {
    DictEntry* added = table_insert(context, dict, e->key, e->key.hash());
    if (!added) return context.stop_memory();
    added->value = value;
  }
  return Value::none();
}
}  // namespace

Value dict_add_keys(Context& context, Dict* dict, Value source, Value value) {
  if (source.is(Kind::Dict)) return add_keys(context, dict, source.as<Dict>(), value);
  return add_keys(context, dict, source.as<Set>(), value);
}

Value raise_key_error(Context& context, Value key) {
  return context.raise_with(Exc::KeyError, key);
}

Value mapping_keys(Context& context, Value mapping, Value keys_method) {
  Roots<1> roots(context);
  BELLJAR_TRY(keys, context.invoke(keys_method, nullptr, 0));
  roots[0] = keys;
  if (keys.is(Kind::List)) return keys;
  Value iterator = iterate(context, keys);
  if (iterator.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
    context.take_pending();
    return context.raise(Exc::TypeError,
                         {type_name(context, mapping), ".keys() returned a non-iterable (type ",
                          type_name(context, roots[0]), ")"});
  }
  if (iterator.is_abrupt()) return iterator;
  roots[0] = iterator;
  return list_from(context, iterator);
}

namespace {

// dict.update(mapping): every key of mapping.keys(), looked up there.
Value update_from_mapping(Context& context, Dict* dict, Value mapping, Value keys_method) {
  Roots<3> roots(context);
  roots[0] = keys_method;
  BELLJAR_TRY(keys, mapping_keys(context, mapping, keys_method));
  roots[1] = keys;
  return for_each(context, keys, [&](Value key) -> Value {
    roots[2] = key;
    BELLJAR_TRY(value, get_item(context, mapping, key));
    return dict_set(context, dict, key, value);
  });
}

Value pair_length_error(Context& context, int64_t number, size_t length) {
  return context.raise(Exc::ValueError,
                       {"dictionary update sequence element #", std::to_string(number),
                        " has length ", std::to_string(length), "; 2 is required"});
}

Value update_from_pairs(Context& context, Dict* dict, Value pairs) {
  Roots<2> roots(context);
  int64_t number = 0;
  return for_each(context, pairs, [&](Value item) -> Value {
    roots[0] = item;
    if (!item.is(Kind::Tuple) && !item.is(Kind::List)) {
      Value list = list_from(context, item);
      if (list.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
        context.take_pending();
        return context.raise(Exc::TypeError, {"cannot convert dictionary update sequence element #",
                                              std::to_string(number), " to a sequence"});
      }
      if (list.is_abrupt()) return list;
      item = roots[0] = list;
    }
    size_t count = item.is(Kind::Tuple) ? item.as<Tuple>()->count : item.as<List>()->size;
    if (count != 2) return pair_length_error(context, number, count);
    const Value* items = item.is(Kind::Tuple) ? item.as<Tuple>()->items : item.as<List>()->items;
    ++number;
    Value value = items[1];
    return dict_set(context, dict, items[0], value);
  });
}

}  // namespace

Value dict_update_from(Context& context, Dict* dict, Value other) {
  Value native = payload(other);
  // A class that iterates in its own way is asked for its keys.
  const bool plain = native.same(other) || !native.is(Kind::Dict) ||
                     special_method(context, other, Atom::iter).is(Kind::Native);
  if (native.is(Kind::Dict) && plain) return dict_update(context, dict, native.as<Dict>());
  if (other.is(Kind::Instance) || other.is(Kind::NativeObject) || other.is(Kind::Exception)) {
    BELLJAR_TRY(keys, get_attribute_or_undefined(context, other, context.realm().atom(Atom::keys)));
    if (!keys.is_undefined()) return update_from_mapping(context, dict, other, keys);
  }
  return update_from_pairs(context, dict, other);
}

Value dict_copy_of(Context& context, Value mapping) {
  Dict* native = payload(mapping).as<Dict>();
  if (native->live == 0 || mapping.is(Kind::Dict)) return dict_copy(context, native);
  Roots<1> roots(context);
  BELLJAR_TRY(copy, new_dict(context));
  roots[0] = copy;
  BELLJAR_CHECK(dict_update_from(context, copy.as<Dict>(), mapping));
  return copy;
}

Value new_dict_view(Context& context, Dict* dict, ViewKind kind) {
  DictView* view = context.heap().make<DictView>(Kind::DictView);
  view->sub = static_cast<uint16_t>(kind);
  view->dict = dict;
  return Value::object(Kind::DictView, view);
}

}  // namespace belljar
