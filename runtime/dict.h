// dict, set and frozenset: one table scheme (CPython's compact one).
//
// `entries` holds the keys in insertion order; beyond kDictLinear entries a sparse `index` of 1, 2
// or 4 bytes a slot finds them (dict_index.h). Up to kDictLinear there is no index: a linear pass
// over the hashes. Str keys are compared by pointer, then hash, then bytes, and never call back.
// Other keys may run the program's __hash__ and __eq__: after each such call the table's version is
// looked at again and the probe starts over if it moved (threats R1, chapter 7).
#pragma once

#include "runtime/context.h"
#include "runtime/dict_index.h"

namespace belljar {

enum class BinaryOp : uint8_t;

// Object::sub of the table of a collections.OrderedDict: its views and errors say so.
inline constexpr uint16_t kDictOrdered = 1;

// --- dict ---------------------------------------------------------------------------------------
Value new_dict(Context& context);
Value new_dict_reserved(Context& context, size_t count);
// Of a display whose keys are distinct constants (str) and whose values stand in a row.
Value new_dict_of(Context& context, const Tuple* keys, const Value* values);

// Str keys: no callbacks. Undefined if absent.
Value dict_get_str_slow(const Context& context, const Dict* dict, const Str* key);
inline Value dict_get_str(const Context& context, const Dict* dict, const Str* key) {
  if (!dict->index) {
    for (uint32_t i = 0; i < dict->used; ++i) {
      const DictEntry& e = dict->entries[i];
      if (e.key.is_str() && e.key.as_object() == key) return e.value;
    }
  }
  return dict_get_str_slow(context, dict, key);
}
Value dict_set_str(Context& context, Dict* dict, Str* key, Value value);

// The same where other kinds of keys may equal a text (objects of classes that derive from str):
// may call back, and fail.
Value dict_get_text(Context& context, Dict* dict, Str* key);

// Any keys. `get`: Undefined if absent, Raised if unhashable.
Value dict_get_int(Context& context, Dict* dict, Value key);  // key: Int or Bool
Value dict_get_slow(Context& context, Dict* dict, Value key);
inline Value dict_get(Context& context, Dict* dict, Value key) {
  if (key.is_int()) return dict_get_int(context, dict, key);
  if (key.is_str()) return dict_get_text(context, dict, key.as<Str>());
  return dict_get_slow(context, dict, key);
}
Value dict_set(Context& context, Dict* dict, Value key, Value value);
// The value removed, Undefined if absent.
Value dict_remove(Context& context, Dict* dict, Value key);
// dict.setdefault: the value there, after storing `value` if there was none.
Value dict_set_default(Context& context, Dict* dict, Value key, Value value);
void dict_clear(Context& context, Dict* dict);
Value dict_copy(Context& context, const Dict* dict);
// mapping.copy() for a dict or an object of a class derived from it: one that iterates in its own
// way is asked for its keys.
Value dict_copy_of(Context& context, Value mapping);
// dict.update(other) for a dict; kwargs merge with duplicate check is the caller's.
Value dict_update(Context& context, Dict* dict, Dict* other);
// dict.update(other) for anything: a mapping (keys()) or an iterable of pairs. Calls back.
Value dict_update_from(Context& context, Dict* dict, Value other);
// Iteration by position: the entry at or after *position, or null; advances *position.
inline DictEntry* dict_next(Dict* dict, uint32_t* position) { return table_next(dict, position); }

// dict[key] where the key is absent: KeyError(key).
Value raise_key_error(Context& context, Value key);
// What dict.__getitem__ does with a dict, or with an instance of a derived class: that one's
// __missing__ is asked about absent keys.
Value dict_subscript(Context& context, Value object, Value key);

Value new_dict_view(Context& context, Dict* dict, ViewKind kind);

// --- set and frozenset ---------------------------------------------------------------------------
Value new_set(Context& context, Kind kind);  // Set or FrozenSet
Value set_add(Context& context, Set* set, Value key);
Value set_contains(Context& context, Set* set, Value key);  // Bool
Value set_remove(Context& context, Set* set, Value key);    // Bool: was there
// Removes and returns the oldest element; Undefined: the set is empty.
Value set_pop(Context& context, Set* set);
void set_clear(Context& context, Set* set);
Value set_copy(Context& context, const Set* set, Kind kind);
Value set_update(Context& context, Set* set, Value iterable);
// A new set of `kind` with the elements of any iterable.
Value set_from(Context& context, Kind kind, Value iterable);
inline SetEntry* set_next(Set* set, uint32_t* position) { return table_next(set, position); }

// The four operations with any iterable on the right, as the methods do them: a new set of
// self's kind.
Value set_union(Context& context, Set* self, Value other);
Value set_intersection(Context& context, Set* self, Value other);
Value set_difference(Context& context, Set* self, Value other);
Value set_symmetric_difference(Context& context, Set* self, Value other);
// In place.
Value set_intersection_update(Context& context, Set* self, Value other);
Value set_difference_update(Context& context, Set* self, Value other);
Value set_symmetric_difference_update(Context& context, Set* self, Value other);
Value set_is_disjoint(Context& context, Set* self, Value other);  // Bool
Value set_is_subset(Context& context, Set* a, Set* b);            // Bool
// x in s and its kin accept a set as the element: it is looked up as the frozenset it equals.
// A set or dict (no instance of a derived class) as a source of keys.
inline bool dict_takes_keys(Value v) {
  return v.is(Kind::Dict) || v.is(Kind::Set) || v.is(Kind::FrozenSet);
}
// Gives an empty dict the keys of such a source, all with `value`, without hashing them again.
Value dict_add_keys(Context& context, Dict* dict, Value source, Value value);
Value set_lookup_key(Context& context, Value key);

// a OP b for - & | ^ where one side is a set, a frozenset or a dict view (payloads taken already);
// NotImplemented where Python's method says so. `inplace`: a OP= b, changes a and returns it.
Value set_binary(Context& context, BinaryOp op, Value a, Value b);
Value set_inplace(Context& context, BinaryOp op, Value a, Value b);

}  // namespace belljar
