// deque's own part: a ring buffer of values, held in slot 0 of the instances of the class.
//
// deque is a class like those of programs (its instances are Instances, so that a program can
// derive from it); what its methods work on is this object.
#pragma once

#include "runtime/call.h"
#include "runtime/object.h"

namespace belljar {

class RealmBuilder;

namespace collections {

struct Deque : NativeObject {
  Value* items;  // a heap buffer of `capacity` values, a power of two; or null
  uint32_t capacity;
  uint32_t head;  // where item 0 stands
  uint32_t size;
  uint32_t state;  // changes with every change of length or order
  int64_t max;     // maxlen, or -1
  bool in_repr;

  Value& at(uint32_t i) { return items[(head + i) & (capacity - 1)]; }
};

// The ring of an instance of deque; never null.
Deque* deque_of(Context& context, Value self);
// A new instance of `cls` (deque or derived from it) without items.
Value new_deque(Context& context, Class* cls, int64_t max);
bool is_deque(const Context& context, Value v);

// Appends at either end and drops an item at the other one where maxlen asks for that.
Value deque_push(Context& context, Deque* deque, Value v, bool left);
Value deque_extend(Context& context, Value self, Value iterable, bool left);
// The item taken; the deque is not empty.
Value deque_take(Deque* deque, bool left);
void deque_drop_all(Context& context, Deque* deque);
void deque_rotate(Deque* deque, int64_t steps);
void deque_remove_at(Deque* deque, uint32_t index);
Value deque_mutated(Context& context);

void install_deque(RealmBuilder& b, Module* m);
void install_deque_iterators(RealmBuilder& b, Module* m);
// iter(deque) and reversed(deque).
Value new_deque_iterator(Context& context, Value self, bool reversed);

}  // namespace collections
}  // namespace belljar
