// dict, set and frozenset: one table scheme (CPython's compact one).
//
// `entries` holds the keys in insertion order; beyond kDictLinear entries a sparse `index` of 1, 2
// or 4 bytes a slot finds them. Up to kDictLinear there is no index: a linear pass over the hashes.
// Str keys are compared by pointer, then hash, then bytes, and never call back. Other keys may run
// the program's __hash__ and __eq__: after each such call the table's version is looked at again
// and the probe starts over if it moved (threats R1, chapter 7).
#pragma once

#include "runtime/context.h"

namespace belljar {

enum class BinaryOp : uint8_t;

inline constexpr uint32_t kDictLinear = 8;

Value new_dict(Context& context);
Value new_dict_reserved(Context& context, size_t count);

// Str keys: no callbacks. Undefined if absent.
Value dict_get_str(const Context& context, const Dict* dict, const Str* key);
Value dict_set_str(Context& context, Dict* dict, Str* key, Value value);

// Any keys. `get`: Undefined if absent, Raised if unhashable.
Value dict_get(Context& context, Dict* dict, Value key);
Value dict_set(Context& context, Dict* dict, Value key, Value value);
// The value removed, Undefined if absent.
Value dict_remove(Context& context, Dict* dict, Value key);
void dict_clear(Context& context, Dict* dict);
Value dict_copy(Context& context, Dict* dict);
// dict.update(other) for a dict; kwargs merge with duplicate check is the caller's.
Value dict_update(Context& context, Dict* dict, Dict* other);
// dict.update(other) for anything: a mapping (keys()) or an iterable of pairs. Calls back.
Value dict_update_from(Context& context, Dict* dict, Value other);
// Iteration by position: the entry at or after *position, or null; advances *position.
DictEntry* dict_next(Dict* dict, uint32_t* position);

Value new_set(Context& context, Kind kind);  // Set or FrozenSet
Value set_add(Context& context, Set* set, Value key);
Value set_contains(Context& context, Set* set, Value key);  // Bool
Value set_remove(Context& context, Set* set, Value key);    // Bool: was there
void set_clear(Context& context, Set* set);
Value set_update(Context& context, Set* set, Value iterable);
// a OP b for - & | ^ where one side is a set, a frozenset or a dict view (payloads taken already);
// NotImplemented where Python's method says so. `inplace`: a OP= b, changes a and returns it.
Value set_binary(Context& context, BinaryOp op, Value a, Value b);
Value set_inplace(Context& context, BinaryOp op, Value a, Value b);
SetEntry* set_next(Set* set, uint32_t* position);

}  // namespace belljar
