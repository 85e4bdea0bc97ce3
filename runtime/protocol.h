// Python's protocols over any value: equality, order, hash, truth, length, iteration, indexing,
// containment, text. Built-in kinds are answered here directly, instances through their special
// methods. Everything here may call back into the program unless it says otherwise.
#pragma once

#include "runtime/context.h"

namespace belljar {

enum class Comparison : uint8_t { Lt, Le, Eq, Ne, Gt, Ge };

// a OP b as a value (rich comparison may give anything).
Value compare(Context& context, Value a, Value b, Comparison op);
// What a built-in type itself says to a OP b: NotImplemented where it does not know b.
Value compare_native(Context& context, Value a, Value b, Comparison op);
// a == b as Bool (identity first, as containers do).
Value equals(Context& context, Value a, Value b);
// bool(v) as Bool.
Value truth(Context& context, Value v);
// hash as Int: the table hash (mixed, keyed). Raised: unhashable.
Value hash_of(Context& context, Value v);
// What hash(v) shows: CPython's numbers for numbers, a fixed function for text.
Value visible_hash(Context& context, Value v);
// len(v) as Int.
Value length(Context& context, Value v);
// iter(v).
Value iterate(Context& context, Value v);
// next(it): Undefined when exhausted (no StopIteration is made).
Value next(Context& context, Value iterator);
// What a program's object says through __len__ or __length_hint__; Undefined if nothing. May call
// back.
Value ask_length_hint(Context& context, Value v);
// The object's class has __iter__ or __getitem__: an error in iterate() is then told as it is.
bool offers_iteration(Context& context, Value v);
// How many elements v has or has left, else `fallback`; of a program's object what
// ask_length_hint() gives.
Value length_hint(Context& context, Value v, Value fallback);
Value contains(Context& context, Value container, Value item);  // Bool
Value get_item(Context& context, Value object, Value key);
Value set_item(Context& context, Value object, Value key, Value value);
Value delete_item(Context& context, Value object, Value key);
// repr(v), str(v), ascii(v), format(v, spec): a Str.
Value repr(Context& context, Value v);
Value to_str(Context& context, Value v);
Value to_ascii(Context& context, Value v);
Value format(Context& context, Value v, Value spec);
// An index (via __index__) as Int; IndexError/OverflowError texts are the caller's. `what`
// completes "TypeError: {what} must be integers…" style messages at the caller.
Value as_index(Context& context, Value v);  // Int or BigInt
// isinstance / issubclass with tuples.
Value is_instance(Context& context, Value v, Value type);
Value is_subclass_of(Context& context, Value cls, Value type);

// Resolves a slice against a length as slice.indices does; step != 0.
struct SliceBounds {
  int64_t start, stop, step, length;
};
// In two steps, for objects that the program could change while __index__ runs: first the numbers
// (huge ones clamped), then, with the length as it is now, the bounds. The second cannot fail.
Value unpack_slice(Context& context, const Slice* slice, SliceBounds* bounds);
void adjust_slice(SliceBounds* bounds, int64_t length);
Value resolve_slice(Context& context, const Slice* slice, int64_t length, SliceBounds* bounds);

// All elements of any iterable as a new List.
Value list_from(Context& context, Value iterable);
Value tuple_from(Context& context, Value iterable);

}  // namespace belljar
