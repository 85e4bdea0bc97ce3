// The ring of a deque: growing, both ends, rotation, removal.
#include "runtime/class.h"
#include "runtime/for_each.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "stdlib/collections/deque.h"
#include "stdlib/extensions.h"

namespace belljar::collections {

namespace {

Value grow(Context& context, Deque* deque) {
  size_t capacity = deque->capacity ? size_t{deque->capacity} * 2 : 8;
  if (capacity > kListMax) return context.stop_size();
  if (!context.charge_bytes(deque->size * sizeof(Value))) return Value::stopped();
  Value* items = static_cast<Value*>(context.heap().buffer(capacity * sizeof(Value)));
  if (!items) return context.stop_memory();
  for (uint32_t i = 0; i < deque->size; ++i) items[i] = deque->at(i);
  if (deque->items) context.heap().release(deque->items, deque->capacity * sizeof(Value));
  deque->items = items;
  deque->capacity = static_cast<uint32_t>(capacity);
  deque->head = 0;
  return Value::none();
}

Deque* new_ring(Context& context, int64_t max) {
  Deque* ring = context.heap().make<Deque>(Kind::NativeObject);
  ring->cls = library_class(context.realm(), LibraryClass::DequeRing);
  ring->items = nullptr;
  ring->capacity = ring->head = ring->size = ring->state = 0;
  ring->max = max;
  ring->in_repr = false;
  context.heap().register_release(ring);
  return ring;
}

}  // namespace

Value new_deque(Context& context, Class* cls, int64_t max) {
  Instance* made = new_instance(context, cls);
  made->slots[0] = Value::object(new_ring(context, max));
  return Value::object(made);
}

Deque* deque_of(Context& context, Value self) {
  Instance* instance = self.as<Instance>();
  if (instance->slots[0].is_undefined()) {  // made by object.__new__
    instance->slots[0] = Value::object(new_ring(context, -1));
  }
  return instance->slots[0].as<Deque>();
}

bool is_deque(const Context& context, Value v) {
  return v.is(Kind::Instance) &&
         is_subclass(v.as<Instance>()->cls, library_class(context.realm(), LibraryClass::Deque));
}

Value deque_take(Deque* deque, bool left) {
  Value v = deque->at(left ? 0 : deque->size - 1);
  if (left) deque->head = (deque->head + 1) & (deque->capacity - 1);
  --deque->size;
  ++deque->state;
  return v;
}

Value deque_push(Context& context, Deque* deque, Value v, bool left) {
  if (deque->max == 0) return Value::none();
  if (deque->size == deque->max) deque_take(deque, !left);
  if (deque->size == deque->capacity) BELLJAR_CHECK(grow(context, deque));
  if (left) deque->head = (deque->head - 1) & (deque->capacity - 1);
  ++deque->size;
  ++deque->state;
  deque->at(left ? 0 : deque->size - 1) = v;
  return Value::none();
}

Value deque_extend(Context& context, Value self, Value iterable, bool left) {
  Roots<1> roots(context);
  if (iterable.same(self)) {
    BELLJAR_TRY(copy, list_from(context, iterable));
    iterable = copy;
  }
  roots[0] = iterable;
  return for_each(context, iterable, [&](Value v) -> Value {
    return deque_push(context, deque_of(context, self), v, left);
  });
}

void deque_drop_all(Context& context, Deque* deque) {
  if (deque->items) context.heap().release(deque->items, deque->capacity * sizeof(Value));
  deque->items = nullptr;
  deque->capacity = deque->head = deque->size = 0;
  ++deque->state;
}

// Each step moves one value from one end to the other; the caller has charged for them.
void deque_rotate(Deque* deque, int64_t steps) {
  if (deque->size < 2) return;
  int64_t size = deque->size;
  steps %= size;
  if (steps > size / 2) steps -= size;
  if (steps < -(size / 2)) steps += size;
  ++deque->state;
  for (; steps > 0; --steps) {
    Value last = deque->at(deque->size - 1);
    deque->head = (deque->head - 1) & (deque->capacity - 1);
    deque->at(0) = last;
  }
  for (; steps < 0; ++steps) {
    Value first = deque->at(0);
    deque->head = (deque->head + 1) & (deque->capacity - 1);
    deque->at(deque->size - 1) = first;
  }
}

void deque_remove_at(Deque* deque, uint32_t index) {
  for (uint32_t i = index; i + 1 < deque->size; ++i) deque->at(i) = deque->at(i + 1);
  --deque->size;
  ++deque->state;
}

Value deque_mutated(Context& context) {
  return context.raise(Exc::RuntimeError, "deque mutated during iteration");
}

}  // namespace belljar::collections
