// collections.deque: constructor and methods. The ring is in deque_ring.cc.
#include "stdlib/collections/deque.h"

#include <string>

#include "builtins/container_specials.h"
#include "builtins/text_arguments.h"
#include "builtins/type_forms.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/repr.h"
#include "runtime/str.h"
#include "stdlib/extensions.h"

namespace belljar::collections {

namespace {

// --- making --------------------------------------------------------------------------------------

Value max_argument(Context& context, Value v, int64_t* max) {
  *max = -1;
  if (v.is_none() || v.is_undefined()) return Value::none();
  Value number = payload(v);
  if (!is_int_value(number)) return context.raise(Exc::TypeError, "an integer is required");
  if (int_compare(number, Value::integer(0)) < 0) {
    return context.raise(Exc::ValueError, "maxlen must be non-negative");
  }
  if (!number.is_int_like()) {
    return context.raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
  }
  *max = number.as_int();
  return Value::none();
}

// deque.__init__: what it held before is gone.
Value deque_init(Call& c) {
  Context& context = c.context();
  Deque* deque = deque_of(context, c[0]);
  int64_t max;
  BELLJAR_CHECK(max_argument(context, c[2], &max));
  deque->max = max;
  if (deque->size > 0) deque_drop_all(context, deque);
  if (c.has(1)) BELLJAR_CHECK(deque_extend(context, c[0], c[1], false));
  return Value::none();
}

// A class with an __init__ of its own leaves the arguments to that.
Value deque_new(Call& c) {
  Context& context = c.context();
  Class* cls = c[0].as<Class>();
  BELLJAR_TRY(made, new_deque(context, cls, -1));
  if (cls->traits & kHasInit) return made;
  Roots<1> roots(context);
  roots[0] = made;
  Value init = class_lookup(context, library_class(context.realm(), LibraryClass::Deque),
                            context.realm().atom(Atom::init));
  BELLJAR_CHECK(invoke_expanded(context, init, roots[0], c[1].as<Tuple>(), c[2].as<Dict>()));
  return roots[0];
}

Value copy_of(Context& context, Value self) {
  Instance* instance = self.as<Instance>();
  Roots<1> roots(context);
  Value copy;
  if (instance->cls == library_class(context.realm(), LibraryClass::Deque)) {
    BELLJAR_TRY(made, new_deque(context, instance->cls, deque_of(context, self)->max));
    copy = made;
  } else {
    // A derived class makes its own copies.
    int64_t max = deque_of(context, self)->max;
    Value args[2] = {self, Value::integer(max)};
    return construct(context, instance->cls, args, max < 0 ? 1 : 2, nullptr);
  }
  roots[0] = copy;
  BELLJAR_CHECK(deque_extend(context, copy, self, false));
  return copy;
}

Value deque_copy(Call& c) { return copy_of(c.context(), c[0]); }

// --- both ends -----------------------------------------------------------------------------------

Value deque_append(Call& c) {
  return deque_push(c.context(), deque_of(c.context(), c[0]), c[1], false);
}
Value deque_append_left(Call& c) {
  return deque_push(c.context(), deque_of(c.context(), c[0]), c[1], true);
}
Value deque_extend_right(Call& c) { return deque_extend(c.context(), c[0], c[1], false); }
Value deque_extend_left(Call& c) { return deque_extend(c.context(), c[0], c[1], true); }

Value take(Call& c, bool left) {
  Deque* deque = deque_of(c.context(), c[0]);
  if (deque->size == 0) return c.context().raise(Exc::IndexError, "pop from an empty deque");
  return deque_take(deque, left);
}
Value deque_pop(Call& c) { return take(c, false); }
Value deque_pop_left(Call& c) { return take(c, true); }

Value deque_clear(Call& c) {
  deque_drop_all(c.context(), deque_of(c.context(), c[0]));
  return Value::none();
}

// --- order ---------------------------------------------------------------------------------------

Value deque_reverse(Call& c) {
  Deque* deque = deque_of(c.context(), c[0]);
  if (!c.context().charge_bytes(deque->size * sizeof(Value))) return Value::stopped();
  for (uint32_t i = 0, j = deque->size; i + 1 < j; ++i) {
    --j;
    std::swap(deque->at(i), deque->at(j));
  }
  ++deque->state;
  return Value::none();
}

Value deque_rotate_method(Call& c) {
  Context& context = c.context();
  int64_t steps;
  BELLJAR_CHECK(size_argument(context, c[1], &steps));
  Deque* deque = deque_of(context, c[0]);
  if (!context.charge_bytes(deque->size * sizeof(Value))) return Value::stopped();
  deque_rotate(deque, steps);
  return Value::none();
}

Value deque_insert(Call& c) {
  Context& context = c.context();
  int64_t index;
  BELLJAR_CHECK(size_argument(context, c[1], &index));
  Deque* deque = deque_of(context, c[0]);
  if (deque->size == deque->max) {
    return context.raise(Exc::IndexError, "deque already at its maximum size");
  }
  int64_t size = deque->size;
  if (index < 0) index = index + size < 0 ? 0 : index + size;
  if (index > size) index = size;
  if (!context.charge_bytes(static_cast<uint64_t>(size) * sizeof(Value))) return Value::stopped();
  BELLJAR_CHECK(deque_push(context, deque, c[2], false));
  for (int64_t i = size; i > index; --i) {
    deque->at(static_cast<uint32_t>(i)) = deque->at(static_cast<uint32_t>(i - 1));
  }
  deque->at(static_cast<uint32_t>(index)) = c[2];
  return Value::none();
}

// --- searching -----------------------------------------------------------------------------------

// Calls `visit(index)` for the items from `start` to `stop` that equal `item`; it returns true to
// end. RuntimeError if comparing changes the deque.
template <typename Visit>
Value search(Call& c, uint32_t start, int64_t stop, Visit&& visit) {
  Context& context = c.context();
  Deque* deque = deque_of(context, c[0]);
  uint32_t state = deque->state;
  Roots<1> roots(context);
  for (uint32_t i = start; i < deque->size && i < stop; ++i) {
    if (!context.charge(1)) return Value::stopped();
    roots[0] = deque->at(i);
    BELLJAR_TRY(same, equals(context, roots[0], c[1]));
    if (deque->state != state) return deque_mutated(context);
    if (same.as_bool() && visit(i)) break;
  }
  return Value::none();
}

Value deque_count(Call& c) {
  int64_t count = 0;
  BELLJAR_CHECK(search(c, 0, INT64_MAX, [&](uint32_t) {
    ++count;
    return false;
  }));
  return Value::integer(count);
}

Value deque_contains(Call& c) {
  bool found = false;
  BELLJAR_CHECK(search(c, 0, INT64_MAX, [&](uint32_t) { return found = true; }));
  return Value::boolean(found);
}

Value deque_index(Call& c) {
  Context& context = c.context();
  int64_t start = 0, stop = INT64_MAX / 2;
  BELLJAR_CHECK(index_bound(context, c[2], &start));
  BELLJAR_CHECK(index_bound(context, c[3], &stop));
  int64_t size = deque_of(context, c[0])->size;
  if (start < 0) start = start + size < 0 ? 0 : start + size;
  if (stop < 0) stop = stop + size < 0 ? 0 : stop + size;
  if (start > size) start = size;
  int64_t found = -1;
  BELLJAR_CHECK(search(c, static_cast<uint32_t>(start), stop, [&](uint32_t i) {
    found = i;
    return true;
  }));
  if (found >= 0) return Value::integer(found);
  BELLJAR_TRY(shown, repr(context, c[1]));
  return context.raise(Exc::ValueError, {shown.as<Str>()->view(), " is not in deque"});
}

Value deque_remove(Call& c) {
  Context& context = c.context();
  Deque* deque = deque_of(context, c[0]);
  uint32_t state = deque->state;
  Roots<1> roots(context);
  for (uint32_t i = 0; i < deque->size; ++i) {
    if (!context.charge(1)) return Value::stopped();
    roots[0] = deque->at(i);
    BELLJAR_TRY(same, equals(context, roots[0], c[1]));
    if (deque->state != state) {
      return context.raise(Exc::IndexError, "deque mutated during iteration");
    }
    if (!same.as_bool()) continue;
    if (!context.charge_bytes((deque->size - i) * sizeof(Value))) return Value::stopped();
    deque_remove_at(deque, i);
    return Value::none();
  }
  BELLJAR_TRY(shown, repr(context, c[1]));
  return context.raise(Exc::ValueError, {shown.as<Str>()->view(), " is not in deque"});
}

// --- items ---------------------------------------------------------------------------------------

Value item_position(Call& c, Deque** deque, uint32_t* position) {
  Context& context = c.context();
  Value key = c[1];
  bool indexable =
      is_int_value(payload(key)) || ((key.is(Kind::Instance) || key.is(Kind::NativeObject)) &&
                                     !special_method(context, key, Atom::index).is_undefined());
  if (!indexable) {
    return context.raise(Exc::TypeError,
                         {"sequence index must be integer, not '", type_name(context, key), "'"});
  }
  BELLJAR_TRY(index, as_index(context, key));
  if (!index.is_int()) {
    return context.raise(Exc::IndexError, {"cannot fit '", type_name(context, key),
                                           "' into an index-sized integer"});
  }
  *deque = deque_of(context, c[0]);
  int64_t i = index.as_int();
  if (i < 0) i += (*deque)->size;
  if (i < 0 || i >= (*deque)->size) {
    return context.raise(Exc::IndexError, "deque index out of range");
  }
  *position = static_cast<uint32_t>(i);
  return Value::none();
}

Value deque_get_item(Call& c) {
  Deque* deque;
  uint32_t i;
  BELLJAR_CHECK(item_position(c, &deque, &i));
  return deque->at(i);
}
Value deque_set_item(Call& c) {
  Deque* deque;
  uint32_t i;
  BELLJAR_CHECK(item_position(c, &deque, &i));
  deque->at(i) = c[2];
  return Value::none();
}
Value deque_delete_item(Call& c) {
  Deque* deque;
  uint32_t i;
  BELLJAR_CHECK(item_position(c, &deque, &i));
  if (!c.context().charge_bytes((deque->size - i) * sizeof(Value))) return Value::stopped();
  deque_remove_at(deque, i);
  return Value::none();
}

// --- operators -----------------------------------------------------------------------------------

Value deque_add(Call& c) {
  Context& context = c.context();
  if (!is_deque(context, c[1])) {
    return context.raise(Exc::TypeError, {"can only concatenate deque (not \"",
                                          type_name(context, c[1]), "\") to deque"});
  }
  Roots<1> roots(context);
  BELLJAR_TRY(sum, copy_of(context, c[0]));
  roots[0] = sum;
  BELLJAR_CHECK(deque_extend(context, sum, c[1], false));
  return sum;
}

Value deque_inplace_add(Call& c) {
  BELLJAR_CHECK(deque_extend(c.context(), c[0], c[1], false));
  return c[0];
}

// self *= times; with a maxlen only the last repetitions matter.
Value repeat(Context& context, Value self, int64_t times) {
  Deque* deque = deque_of(context, self);
  if (times <= 0 || deque->size == 0) {
    deque_drop_all(context, deque);
    return Value::none();
  }
  uint32_t size = deque->size;
  if (deque->max >= 0 && times > deque->max / size + 1) times = deque->max / size + 1;
  if (times > static_cast<int64_t>(UINT32_MAX / 4) / size) return context.stop_size();
  BELLJAR_TRY(copy, list_from(context, self));
  const List* items = copy.as<List>();
  for (int64_t i = 1; i < times; ++i) {
    if (!context.charge(size / 2 + 1)) return Value::stopped();
    for (uint32_t j = 0; j < size; ++j) {
      BELLJAR_CHECK(deque_push(context, deque, items->items[j], false));
    }
  }
  return Value::none();
}

Value repeat_count(Call& c, int64_t* times) {
  Context& context = c.context();
  Value v = c[1];
  bool indexable =
      is_int_value(payload(v)) || ((v.is(Kind::Instance) || v.is(Kind::NativeObject)) &&
                                   !special_method(context, v, Atom::index).is_undefined());
  if (!indexable) {
    return context.raise(Exc::TypeError, {"can't multiply sequence by non-int of type '",
                                          type_name(context, v), "'"});
  }
  return size_argument(context, v, times);
}

Value deque_multiply(Call& c) {
  Context& context = c.context();
  int64_t times;
  BELLJAR_CHECK(repeat_count(c, &times));
  Roots<1> roots(context);
  BELLJAR_TRY(copy, copy_of(context, c[0]));
  roots[0] = copy;
  BELLJAR_CHECK(repeat(context, copy, times));
  return copy;
}

Value deque_inplace_multiply(Call& c) {
  int64_t times;
  BELLJAR_CHECK(repeat_count(c, &times));
  BELLJAR_CHECK(repeat(c.context(), c[0], times));
  return c[0];
}

template <Comparison op>
Value deque_compare(Call& c) {
  Context& context = c.context();
  if (!is_deque(context, c[1])) return Value::not_implemented();
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  Deque *a = deque_of(context, c[0]), *b = deque_of(context, c[1]);
  constexpr bool equality = op == Comparison::Eq || op == Comparison::Ne;
  if (equality && a == b) return Value::boolean(op == Comparison::Eq);
  if (equality && a->size != b->size) return Value::boolean(op == Comparison::Ne);
  uint32_t states[2] = {a->state, b->state};
  Roots<2> pair(context);
  for (uint32_t i = 0;; ++i) {
    if (!context.charge(1)) return Value::stopped();
    if (a->state != states[0] || b->state != states[1]) return deque_mutated(context);
    if (i >= a->size || i >= b->size) break;
    pair[0] = a->at(i);
    pair[1] = b->at(i);
    BELLJAR_TRY(same, equals(context, pair[0], pair[1]));
    if (same.as_bool()) continue;
    if (op == Comparison::Eq) return Value::boolean(false);
    if (op == Comparison::Ne) return Value::boolean(true);
    return compare(context, pair[0], pair[1], op);
  }
  return compare(context, Value::integer(a->size), Value::integer(b->size), op);
}

// --- text and the rest ---------------------------------------------------------------------------

Value deque_repr(Call& c) {
  Context& context = c.context();
  Deque* deque = deque_of(context, c[0]);
  if (deque->in_repr) return new_str(context, "[...]");
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  BELLJAR_TRY(items, list_from(context, c[0]));
  Roots<1> roots(context);
  roots[0] = items;
  StrBuilder out(context);
  std::string_view name = type_name(context, c[0]);
  out.append(name.substr(name.rfind('.') + 1));
  out.append('(');
  deque->in_repr = true;
  Value done = append_repr(out, items);
  deque->in_repr = false;
  BELLJAR_CHECK(done);
  if (deque->max >= 0) {
    out.append(", maxlen=");
    out.append(std::to_string(deque->max));
  }
  out.append(')');
  return out.finish();
}

Value deque_length(Call& c) { return Value::integer(deque_of(c.context(), c[0])->size); }
Value deque_iter(Call& c) { return new_deque_iterator(c.context(), c[0], false); }
Value deque_reversed(Call& c) { return new_deque_iterator(c.context(), c[0], true); }
Value deque_max(Call& c) {
  int64_t max = deque_of(c.context(), c[0])->max;
  return max < 0 ? Value::none() : Value::integer(max);
}

constexpr NativeDef kMethods[] = {
    {"append", "self, item, /", deque_append},
    {"appendleft", "self, item, /", deque_append_left},
    {"extend", "self, iterable, /", deque_extend_right, kNativeCallsBack},
    {"extendleft", "self, iterable, /", deque_extend_left, kNativeCallsBack},
    {"pop", "self, /", deque_pop},
    {"popleft", "self, /", deque_pop_left},
    {"clear", "self, /", deque_clear},
    {"copy", "self, /", deque_copy, kNativeCallsBack},
    {"__copy__", "self, /", deque_copy, kNativeCallsBack},
    {"reverse", "self, /", deque_reverse},
    {"rotate", "self, n=1, /", deque_rotate_method, kNativeCallsBack},
    {"insert", "self, index, value, /", deque_insert, kNativeCallsBack},
    {"count", "self, value, /", deque_count, kNativeCallsBack},
    {"index", "self, value, start?, stop?, /", deque_index, kNativeCallsBack},
    {"remove", "self, value, /", deque_remove, kNativeCallsBack},
    {"__contains__", "self, key, /", deque_contains, kNativeCallsBack},
    {"__getitem__", "self, key, /", deque_get_item, kNativeCallsBack},
    {"__setitem__", "self, key, value, /", deque_set_item, kNativeCallsBack},
    {"__delitem__", "self, key, /", deque_delete_item, kNativeCallsBack},
    {"__add__", "self, value, /", deque_add, kNativeCallsBack},
    {"__iadd__", "self, value, /", deque_inplace_add, kNativeCallsBack},
    {"__mul__", "self, value, /", deque_multiply, kNativeCallsBack},
    {"__rmul__", "self, value, /", deque_multiply, kNativeCallsBack},
    {"__imul__", "self, value, /", deque_inplace_multiply, kNativeCallsBack},
    {"__lt__", "self, value, /", deque_compare<Comparison::Lt>, kNativeCallsBack},
    {"__le__", "self, value, /", deque_compare<Comparison::Le>, kNativeCallsBack},
    {"__eq__", "self, value, /", deque_compare<Comparison::Eq>, kNativeCallsBack},
    {"__ne__", "self, value, /", deque_compare<Comparison::Ne>, kNativeCallsBack},
    {"__gt__", "self, value, /", deque_compare<Comparison::Gt>, kNativeCallsBack},
    {"__ge__", "self, value, /", deque_compare<Comparison::Ge>, kNativeCallsBack},
    {"__len__", "self, /", deque_length},
    {"__iter__", "self, /", deque_iter},
    {"__reversed__", "self, /", deque_reversed},
    {"__repr__", "self, /", deque_repr, kNativeCallsBack},
};

void trace_ring(Object* o, Tracer& t) {
  Deque* deque = static_cast<Deque*>(o);
  for (uint32_t i = 0; i < deque->size; ++i) t.visit(deque->at(i));
}
void release_ring(Object* o, Heap& heap) {
  Deque* deque = static_cast<Deque*>(o);
  if (deque->items) heap.release(deque->items, deque->capacity * sizeof(Value));
}
constexpr NativeType kRing = {"deque", trace_ring, release_ring};

}  // namespace

void install_deque(RealmBuilder& b, Module* m) {
  Class* ring = b.new_class("deque", nullptr, Kind::NativeObject, kFinal, "collections");
  ring->native = &kRing;
  b.building().extensions[static_cast<int>(LibraryClass::DequeRing)] = ring;

  Class* cls = b.new_class("deque", nullptr, Kind::Instance, 0, "collections");
  cls->name = b.str("collections.deque");
  cls->payload_kind = Kind::NativeObject;
  layout_add(b, cls, nullptr);
  b.building().extensions[static_cast<int>(LibraryClass::Deque)] = cls;
  b.constructor(cls, {"__new__", "cls, *args, **kwargs", deque_new, kNativeCallsBack});
  b.methods(cls, kMethods);
  make_subscriptable(b, cls);
  // Messages about its arguments speak of deque().
  b.attribute(cls, "__init__",
              Value::object(
                  b.native({"deque", "self, iterable?, maxlen=None", deque_init, kNativeCallsBack},
                           cls, Kind::Instance)));
  b.property(cls, "maxlen", deque_max);
  b.attribute(cls, "__hash__", Value::none());
  b.attribute(cls, "__abc_tpflags__", Value::integer(32));  // a sequence to match patterns
  b.member(m, "deque", Value::object(cls));
}

}  // namespace belljar::collections
