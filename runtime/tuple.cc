// tuple: making, joining, slicing. No callbacks but for tuple_from.
#include <cstring>

#include "runtime/list.h"
#include "runtime/protocol.h"

namespace belljar {

Tuple* new_tuple_uninitialised(Context& context, size_t count) {
  if (count > kListMax) return nullptr;
  size_t extra = count > 0 ? (count - 1) * sizeof(Value) : 0;
  Tuple* tuple = context.heap().make<Tuple>(Kind::Tuple, extra);
  if (tuple) tuple->count = static_cast<uint32_t>(count);
  return tuple;
}

Value new_tuple(Context& context, const Value* items, size_t count) {
  if (count == 0 && context.realm().empty_tuple) {
    return Value::object(Kind::Tuple, context.realm().empty_tuple);
  }
  Tuple* tuple = new_tuple_uninitialised(context, count);
  if (!tuple) return context.stop_memory();
  for (size_t i = 0; i < count; ++i) tuple->items[i] = items[i];
  return Value::object(Kind::Tuple, tuple);
}

Value tuple_concat(Context& context, Tuple* a, Tuple* b) {
  if (b->count == 0) return Value::object(Kind::Tuple, a);
  if (a->count == 0) return Value::object(Kind::Tuple, b);
  size_t count = size_t{a->count} + b->count;
  if (!context.charge_bytes(count)) return Value::stopped();
  Tuple* tuple = new_tuple_uninitialised(context, count);
  if (!tuple) return context.stop_memory();
  std::memcpy(static_cast<void*>(tuple->items), a->items, a->count * sizeof(Value));
  std::memcpy(static_cast<void*>(tuple->items + a->count), b->items, b->count * sizeof(Value));
  return Value::object(Kind::Tuple, tuple);
}

Value tuple_repeat(Context& context, Tuple* a, int64_t times) {
  if (times == 1) return Value::object(Kind::Tuple, a);
  if (times <= 0 || a->count == 0) return new_tuple(context, nullptr, 0);
  size_t total;
  if (__builtin_mul_overflow(static_cast<size_t>(times), size_t{a->count}, &total)) {
    return context.stop_memory();
  }
  Tuple* tuple = new_tuple_uninitialised(context, total);
  if (!tuple) return context.stop_memory();
  if (!context.charge_bytes(total)) return Value::stopped();
  for (size_t i = 0; i < total; i += a->count) {
    std::memcpy(static_cast<void*>(tuple->items + i), a->items, a->count * sizeof(Value));
  }
  return Value::object(Kind::Tuple, tuple);
}

Value tuple_slice(Context& context, Tuple* a, int64_t start, int64_t step, int64_t length) {
  if (length <= 0) return new_tuple(context, nullptr, 0);
  if (step == 1 && length == a->count) return Value::object(Kind::Tuple, a);
  if (!context.charge_bytes(static_cast<uint64_t>(length))) return Value::stopped();
  Tuple* tuple = new_tuple_uninitialised(context, static_cast<size_t>(length));
  if (!tuple) return context.stop_memory();
  for (int64_t i = 0; i < length; ++i) tuple->items[i] = a->items[start + i * step];
  return Value::object(Kind::Tuple, tuple);
}

Value tuple_from(Context& context, Value iterable) {
  if (iterable.is(Kind::Tuple)) return iterable;
  if (iterable.is(Kind::List)) {
    return new_tuple(context, iterable.as<List>()->items, iterable.as<List>()->size);
  }
  BELLJAR_TRY(list, list_from(context, iterable));
  return new_tuple(context, list.as<List>()->items, list.as<List>()->size);
}

}  // namespace belljar
