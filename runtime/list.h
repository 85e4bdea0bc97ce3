// list and tuple: making, growing, slicing. No callbacks (sorting, which has, is in sort.h).
#pragma once

#include "runtime/context.h"

namespace belljar {

struct SliceBounds;

inline constexpr size_t kListMax = (size_t{1} << 31) - 1;  // items of a list or tuple

Value new_list(Context& context, const Value* items, size_t count);
// Room for `capacity` items, size 0. Stopped if that does not fit.
Value new_list_reserved(Context& context, size_t capacity);
Value list_append_slow(Context& context, List* list, Value v);
inline Value list_append(Context& context, List* list, Value v) {
  if (__builtin_expect(list->size < list->capacity, 1)) {
    list->items[list->size++] = v;
    return Value::none();
  }
  return list_append_slow(context, list, v);
}
Value list_reserve(Context& context, List* list, size_t capacity);
Value list_insert(Context& context, List* list, int64_t index, Value v);
void list_remove_range(Context& context, List* list, size_t first, size_t count);
// list.extend(iterable), also of the list itself. Calls back for foreign iterables.
Value list_extend(Context& context, List* list, Value iterable);
Value list_concat(Context& context, List* a, List* b);
Value list_repeat(Context& context, List* a, int64_t times);
Value list_slice(Context& context, List* a, int64_t start, int64_t step, int64_t length);
// a[bounds] = items (copied before: they may be a's own). ValueError for an extended slice of
// another length.
Value list_assign_slice(Context& context, List* a, const SliceBounds& bounds, const Value* items,
                        size_t count);
void list_delete_slice(Context& context, List* a, SliceBounds bounds);
void list_clear(Context& context, List* a);
void reverse_values(Value* items, size_t count);

Value new_tuple(Context& context, const Value* items, size_t count);
Tuple* new_tuple_uninitialised(Context& context, size_t count);  // null: stop_memory()
Value tuple_concat(Context& context, Tuple* a, Tuple* b);
Value tuple_repeat(Context& context, Tuple* a, int64_t times);
Value tuple_slice(Context& context, Tuple* a, int64_t start, int64_t step, int64_t length);

Value new_slice(Context& context, Value start, Value stop, Value step);
Value new_range(Context& context, Value start, Value stop,
                Value step);  // ints; ValueError if step 0
// Item `index` of a range, 0 <= index < length.
Value range_item(Context& context, const RangeObject* range, Value index);
// True if all numbers of the range fit in int64 (start, stop, step, length).
inline bool range_is_small(const RangeObject* range) {
  return range->start.is_int() && range->stop.is_int() && range->step.is_int() &&
         range->length.is_int();
}
Value range_contains(Context& context, const RangeObject* range, Value item);
// slice.indices(length) for any length: start, stop, step.
Value slice_indices(Context& context, const Slice* slice, Value length, Value out[3]);
Value range_slice(Context& context, const RangeObject* range, const Slice* slice);
// The position of an int in the range, or -1 as Int when it is not in it.
Value range_find(Context& context, const RangeObject* range, Value item);
bool range_equals(const RangeObject* a, const RangeObject* b);

}  // namespace belljar
