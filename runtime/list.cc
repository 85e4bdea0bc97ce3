// list: storage, growth, slices. Everything here works on a list as it is now and never calls back,
// but for list_extend over a foreign iterable.
#include "runtime/list.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "runtime/for_each.h"
#include "runtime/heap.h"
#include "runtime/iterator.h"
#include "runtime/protocol.h"

namespace belljar {

namespace {

constexpr size_t kFirstCapacity = 4;

List* make_list(Context& context) {
  List* list = context.heap().make<List>(Kind::List);
  list->items = nullptr;
  list->size = 0;
  list->capacity = 0;
  return list;
}

bool set_capacity(Context& context, List* list, size_t capacity) {
  if (capacity > kListMax) return false;
  void* p = context.heap().resize(list->items, list->capacity * sizeof(Value),
                                  capacity * sizeof(Value), list->size * sizeof(Value));
  if (!p) return false;
  list->items = static_cast<Value*>(p);
  list->capacity = static_cast<uint32_t>(capacity);
  return true;
}

// Room for `count` items, growing in proportion: appending n items costs O(n) copies.
bool make_room(Context& context, List* list, size_t count) {
  if (count <= list->capacity) return true;
  size_t grown = list->capacity == 0 && count > 1
                     ? count
                     : list->capacity + list->capacity / 2 + kFirstCapacity;
  if (grown > kListMax) grown = kListMax;
  if (set_capacity(context, list, grown > count ? grown : count)) return true;
  // Near the memory limit, less; but still in proportion, or each append would copy everything.
  size_t least = list->capacity + list->capacity / 8;
  return set_capacity(context, list, least > count ? least : count);
}

// Gives a much too large buffer back, as CPython does below half.
void shrink(Context& context, List* list) {
  if (list->capacity < 64 || list->size >= list->capacity / 2) return;
  set_capacity(context, list, list->size + list->size / 8 + kFirstCapacity);
}

}  // namespace

Value new_list_reserved(Context& context, size_t capacity) {
  List* list = make_list(context);
  if (capacity > 0 && !set_capacity(context, list, capacity)) return context.stop_memory();
  return Value::object(Kind::List, list);
}

Value new_list(Context& context, const Value* items, size_t count) {
  List* list = make_list(context);
  if (count > 0) {
    if (!set_capacity(context, list, count)) return context.stop_memory();
    std::memcpy(static_cast<void*>(list->items), items, count * sizeof(Value));
    list->size = static_cast<uint32_t>(count);
  }
  return Value::object(Kind::List, list);
}

Value list_append_slow(Context& context, List* list, Value v) {
  if (!make_room(context, list, size_t{list->size} + 1)) return context.stop_memory();
  list->items[list->size++] = v;
  return Value::none();
}

Value list_reserve(Context& context, List* list, size_t capacity) {
  if (!make_room(context, list, capacity)) return context.stop_memory();
  return Value::none();
}

Value list_insert(Context& context, List* list, int64_t index, Value v) {
  int64_t size = list->size;
  if (index < 0) index = index + size < 0 ? 0 : index + size;
  if (index > size) index = size;
  if (!make_room(context, list, static_cast<size_t>(size) + 1)) return context.stop_memory();
  if (!context.charge_bytes(static_cast<uint64_t>(size - index))) return Value::stopped();
  Value* at = list->items + index;
  std::memmove(static_cast<void*>(at + 1), at, static_cast<size_t>(size - index) * sizeof(Value));
  *at = v;
  list->size++;
  return Value::none();
}

void list_remove_range(Context& context, List* list, size_t first, size_t count) {
  if (first >= list->size || count == 0) return;
  if (count > list->size - first) count = list->size - first;
  Value* at = list->items + first;
  size_t tail = list->size - first - count;
  std::memmove(static_cast<void*>(at), at + count, tail * sizeof(Value));
  list->size -= static_cast<uint32_t>(count);
  shrink(context, list);
}

void list_clear(Context& context, List* list) {
  context.heap().release(list->items, list->capacity * sizeof(Value));
  list->items = nullptr;
  list->size = 0;
  list->capacity = 0;
}

void reverse_values(Value* items, size_t count) {
  for (size_t i = 0, j = count; i + 1 < j; ++i) {
    --j;
    Value v = items[i];
    items[i] = items[j];
    items[j] = v;
  }
}

Value list_concat(Context& context, List* a, List* b) {
  size_t count = size_t{a->size} + b->size;
  if (!context.charge_bytes(count)) return Value::stopped();
  BELLJAR_TRY(result, new_list_reserved(context, count));
  List* list = result.as<List>();
  if (a->size > 0) {
    std::memcpy(static_cast<void*>(list->items), a->items, a->size * sizeof(Value));
  }
  if (b->size > 0) {
    std::memcpy(static_cast<void*>(list->items + a->size), b->items, b->size * sizeof(Value));
  }
  list->size = static_cast<uint32_t>(count);
  return result;
}

namespace {
// How much is filled between two looks at the clock, and how much of it makes a step: storing a
// value known beforehand is the cheapest work there is.
constexpr size_t kFillAtOnce = 64 * 1024;
constexpr size_t kFilledPerStep = 64;

// Fills `to` with copies of `items`, doubling what is there.
[[nodiscard]] bool repeat_values(Context& context, Value* to, const Value* items, size_t count,
                                 size_t total) {
  for (size_t done = 0, step; done < total; done += step) {
    step = std::min(total - done, kFillAtOnce);
    const Value* from = items;
    if (count > 1) {
      size_t phase = done % count;  // where in a copy the next value stands
      from = done < count ? items + phase : to + phase;
      step = std::min(step, done < count ? count - phase : done - phase);
    }
    if (!context.charge(step / kFilledPerStep + 1)) return false;
    if (count == 1) {
      std::fill_n(to + done, step, *items);
    } else {
      std::memcpy(static_cast<void*>(to + done), from, step * sizeof(Value));
    }
  }
  return true;
}
}  // namespace

Value list_repeat(Context& context, List* a, int64_t times) {
  if (times <= 0 || a->size == 0) return new_list_reserved(context, 0);
  size_t total;
  if (__builtin_mul_overflow(static_cast<size_t>(times), size_t{a->size}, &total) ||
      total > kListMax) {
    return context.stop_memory();
  }
  BELLJAR_TRY(result, new_list_reserved(context, total));
  List* list = result.as<List>();
  if (!repeat_values(context, list->items, a->items, a->size, total)) return Value::stopped();
  list->size = static_cast<uint32_t>(total);
  return result;
}

Value list_slice(Context& context, List* a, int64_t start, int64_t step, int64_t length) {
  if (length <= 0) return new_list_reserved(context, 0);
  if (!context.charge_bytes(static_cast<uint64_t>(length))) return Value::stopped();
  if (step == 1) return new_list(context, a->items + start, static_cast<size_t>(length));
  BELLJAR_TRY(result, new_list_reserved(context, static_cast<size_t>(length)));
  List* list = result.as<List>();
  for (int64_t i = 0; i < length; ++i) list->items[i] = a->items[start + i * step];
  list->size = static_cast<uint32_t>(length);
  return result;
}

Value list_assign_slice(Context& context, List* a, const SliceBounds& bounds, const Value* items,
                        size_t count) {
  if (!context.charge_bytes(count + a->size)) return Value::stopped();
  if (bounds.step != 1) {
    if (static_cast<int64_t>(count) != bounds.length) {
      return context.raise(Exc::ValueError,
                           {"attempt to assign sequence of size ", std::to_string(count),
                            " to extended slice of size ", std::to_string(bounds.length)});
    }
    for (size_t i = 0; i < count; ++i) {
      a->items[bounds.start + static_cast<int64_t>(i) * bounds.step] = items[i];
    }
    return Value::none();
  }
  size_t first = static_cast<size_t>(bounds.start);
  size_t old_count = static_cast<size_t>(bounds.length);
  size_t tail = a->size - first - old_count;
  size_t size = first + count + tail;
  if (size > a->capacity && !make_room(context, a, size)) return context.stop_memory();
  if (size > 0) {
    Value* at = a->items + first;
    std::memmove(static_cast<void*>(at + count), at + old_count, tail * sizeof(Value));
    if (count > 0) std::memcpy(static_cast<void*>(at), items, count * sizeof(Value));
  }
  a->size = static_cast<uint32_t>(size);
  shrink(context, a);
  return Value::none();
}

void list_delete_slice(Context& context, List* a, SliceBounds bounds) {
  if (bounds.length <= 0) return;
  if (bounds.step < 0) {
    bounds.start += (bounds.length - 1) * bounds.step;
    bounds.step = -bounds.step;
  }
  if (bounds.step == 1 || bounds.length == 1) {
    list_remove_range(context, a, static_cast<size_t>(bounds.start),
                      static_cast<size_t>(bounds.length));
    return;
  }
  int64_t to = bounds.start;
  int64_t next_gone = bounds.start;
  int64_t gone = 0;
  for (int64_t i = bounds.start; i < a->size; ++i) {
    if (gone < bounds.length && i == next_gone) {
      ++gone;
      next_gone += bounds.step;
    } else {
      a->items[to++] = a->items[i];
    }
  }
  a->size = static_cast<uint32_t>(to);
  shrink(context, a);
}

// --- extend, from anything
// --------------------------------------------------------------------------

namespace {

Value extend_with(Context& context, List* list, const Value* items, size_t count) {
  if (count == 0) return Value::none();
  if (!context.charge_bytes(count)) return Value::stopped();
  size_t size = list->size;
  bool itself = items == list->items;
  if (!make_room(context, list, size + count)) return context.stop_memory();
  if (itself) items = list->items;
  std::memcpy(static_cast<void*>(list->items + size), items, count * sizeof(Value));
  list->size = static_cast<uint32_t>(size + count);
  return Value::none();
}

template <typename T>
Value extend_with_keys(Context& context, List* list, const T* table) {
  if (!context.charge(table->used / 8 + 1)) return Value::stopped();
  if (!make_room(context, list, size_t{list->size} + table->live)) return context.stop_memory();
  Value* to = list->items + list->size;
  for (uint32_t i = 0; i < table->used; ++i) {
    Value key = table->entries[i].key;
    if (!key.is_undefined()) *to++ = key;
  }
  list->size += table->live;
  return Value::none();
}

Value extend_with_view(Context& context, List* list, const DictView* view) {
  const Dict* dict = view->dict;
  ViewKind kind = static_cast<ViewKind>(view->sub);
  if (kind == ViewKind::Keys) return extend_with_keys(context, list, dict);
  if (!context.charge(dict->used / 4 + 1)) return Value::stopped();
  if (!make_room(context, list, size_t{list->size} + dict->live)) return context.stop_memory();
  for (uint32_t i = 0; i < dict->used; ++i) {
    const DictEntry& e = dict->entries[i];
    if (e.key.is_undefined()) continue;
    if (kind == ViewKind::Values) {
      list->items[list->size++] = e.value;
      continue;
    }
    if ((i & 255) == 0 && !context.charge(64)) return Value::stopped();
    Value pair[2] = {e.key, e.value};
    BELLJAR_TRY(item, new_tuple(context, pair, 2));
    list->items[list->size++] = item;
  }
  return Value::none();
}

Value extend_with_range(Context& context, List* list, const RangeObject* range) {
  uint64_t count = static_cast<uint64_t>(range->length.as_int());
  if (count > kListMax) return context.stop_memory();
  if (!make_room(context, list, list->size + count)) return context.stop_memory();
  if (!context.charge(count / 4 + 1)) return Value::stopped();
  uint64_t v = static_cast<uint64_t>(range->start.as_int());
  uint64_t step = static_cast<uint64_t>(range->step.as_int());
  Value* to = list->items + list->size;
  for (uint64_t i = 0; i < count; ++i, v += step) {
    to[i] = Value::integer(static_cast<int64_t>(v));
  }
  list->size += static_cast<uint32_t>(count);
  return Value::none();
}

}  // namespace

Value list_extend(Context& context, List* list, Value iterable) {
  switch (iterable.kind()) {
    case Kind::List: {
      const List* other = iterable.as<List>();
      return extend_with(context, list, other->items, other->size);
    }
    case Kind::Tuple:
      return extend_with(context, list, iterable.as<Tuple>()->items, iterable.as<Tuple>()->count);
    case Kind::Dict:
      return extend_with_keys(context, list, iterable.as<Dict>());
    case Kind::Set:
    case Kind::FrozenSet:
      return extend_with_keys(context, list, iterable.as<Set>());
    case Kind::DictView:
      return extend_with_view(context, list, iterable.as<DictView>());
    case Kind::Range:
      if (range_is_small(iterable.as<RangeObject>())) {
        return extend_with_range(context, list, iterable.as<RangeObject>());
      }
      break;
    default:
      break;
  }
  Roots<2> roots(context);
  roots[0] = Value::object(Kind::List, list);
  roots[1] = iterate(context, iterable);
  BELLJAR_CHECK(roots[1]);
  BELLJAR_CHECK(ask_length_hint(context, iterable));
  return for_each_left(context, roots[1], [&](Value v) { return list_append(context, list, v); });
}

Value list_from(Context& context, Value iterable) {
  Roots<1> roots(context);
  BELLJAR_TRY(list, new_list_reserved(context, 0));
  roots[0] = list;
  BELLJAR_CHECK(list_extend(context, list.as<List>(), iterable));
  return list;
}

}  // namespace belljar
