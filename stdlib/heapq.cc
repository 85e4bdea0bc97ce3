// _heapq: the heap operations of heapq.py on a list, for least-first heaps and (merge's)
// largest-first ones.
//
// A comparison may run the program, which may change the list: after each one the size is looked
// at, and items are read again.
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "stdlib/install.h"

namespace belljar {

namespace {

enum class First { Least, Largest };

// Whether `a` belongs above `b`, both of them items of the list.
template <First first>
Value above(Context& context, Value a, Value b) {
  if (first == First::Largest) {
    Value swapped = a;
    a = b;
    b = swapped;
  }
  if (a.is_int() && b.is_int()) return Value::boolean(a.as_int() < b.as_int());
  Roots<2> roots(context);
  roots[0] = a;
  roots[1] = b;
  BELLJAR_TRY(answer, compare(context, a, b, Comparison::Lt));
  return answer.is_bool() ? answer : truth(context, answer);
}

// The same of the items at two places of the heap.
template <First first>
Value above_at(Context& context, const List* heap, uint32_t a, uint32_t b) {
  if (!context.charge(1)) return Value::stopped();
  uint32_t size = heap->size;
  BELLJAR_TRY(answer, above<first>(context, heap->items[a], heap->items[b]));
  if (heap->size == size) return answer;
  return context.raise(Exc::RuntimeError, "list changed size during iteration");
}

void swap_items(List* heap, uint32_t a, uint32_t b) {
  Value v = heap->items[a];
  heap->items[a] = heap->items[b];
  heap->items[b] = v;
}

// Moves the item at `at` towards `top` while it belongs above its parent.
template <First first>
Value rise(Context& context, List* heap, uint32_t top, uint32_t at) {
  while (at > top) {
    uint32_t parent = (at - 1) / 2;
    BELLJAR_TRY(moves, above_at<first>(context, heap, at, parent));
    if (!moves.as_bool()) break;
    swap_items(heap, at, parent);
    at = parent;
  }
  return Value::none();
}

// Moves the item at `top` down to a leaf, along the children that belong above, and then up again:
// fewer comparisons than stopping on the way, since an item from the end usually belongs near it.
template <First first>
Value sink(Context& context, List* heap, uint32_t top) {
  uint32_t at = top;
  uint32_t inner = heap->size / 2;
  while (at < inner) {
    uint32_t child = 2 * at + 1;
    if (child + 1 < heap->size) {
      BELLJAR_TRY(left, above_at<first>(context, heap, child, child + 1));
      if (!left.as_bool()) ++child;
    }
    swap_items(heap, child, at);
    at = child;
  }
  return rise<first>(context, heap, top, at);
}

// c[0] becomes the list itself; the slot keeps it alive.
Value heap_argument(Call& c, const char* position) {
  Value part = payload(c[0]);
  if (part.is(Kind::List)) {
    c.at(0) = part;
    return Value::none();
  }
  const std::string_view type = c[0].is_none() ? "None" : type_name(c.context(), c[0]);
  return c.context().raise(Exc::TypeError, {c.native()->name->view(), "() argument ", position,
                                            "must be list, not ", type});
}

Value raise_empty(Call& c) { return c.context().raise(Exc::IndexError, "index out of range"); }

Value heappush(Call& c) {
  BELLJAR_CHECK(heap_argument(c, "1 "));
  List* heap = c[0].as<List>();
  BELLJAR_CHECK(list_append(c.context(), heap, c[1]));
  BELLJAR_CHECK(rise<First::Least>(c.context(), heap, 0, heap->size - 1));
  return Value::none();
}

template <First first>
Value heappop(Call& c) {
  BELLJAR_CHECK(heap_argument(c, ""));
  List* heap = c[0].as<List>();
  if (heap->size == 0) return raise_empty(c);
  Value last = heap->items[heap->size - 1];
  list_remove_range(c.context(), heap, heap->size - 1, 1);
  if (heap->size == 0) return last;
  Roots<1> roots(c.context());
  roots[0] = heap->items[0];
  heap->items[0] = last;
  BELLJAR_CHECK(sink<first>(c.context(), heap, 0));
  return roots[0];
}

template <First first>
Value heapreplace(Call& c) {
  BELLJAR_CHECK(heap_argument(c, "1 "));
  List* heap = c[0].as<List>();
  if (heap->size == 0) return raise_empty(c);
  Roots<1> roots(c.context());
  roots[0] = heap->items[0];
  heap->items[0] = c[1];
  BELLJAR_CHECK(sink<first>(c.context(), heap, 0));
  return roots[0];
}

Value heappushpop(Call& c) {
  BELLJAR_CHECK(heap_argument(c, "1 "));
  List* heap = c[0].as<List>();
  if (heap->size == 0) return c[1];
  BELLJAR_TRY(larger, above<First::Least>(c.context(), heap->items[0], c[1]));
  if (!larger.as_bool()) return c[1];
  return heapreplace<First::Least>(c);
}

template <First first>
Value heapify(Call& c) {
  BELLJAR_CHECK(heap_argument(c, ""));
  List* heap = c[0].as<List>();
  for (uint32_t at = heap->size / 2; at > 0; --at) {
    BELLJAR_CHECK(sink<first>(c.context(), heap, at - 1));
  }
  return Value::none();
}

constexpr NativeDef kFunctions[] = {
    {"heappush", "heap, item, /", heappush, kNativeCallsBack},
    {"heappop", "heap, /", heappop<First::Least>, kNativeCallsBack},
    {"heapreplace", "heap, item, /", heapreplace<First::Least>, kNativeCallsBack},
    {"heappushpop", "heap, item, /", heappushpop, kNativeCallsBack},
    {"heapify", "heap, /", heapify<First::Least>, kNativeCallsBack},
    {"heappop_largest", "heap, /", heappop<First::Largest>, kNativeCallsBack},
    {"heapreplace_largest", "heap, item, /", heapreplace<First::Largest>, kNativeCallsBack},
    {"heapify_largest", "heap, /", heapify<First::Largest>, kNativeCallsBack},
};

}  // namespace

void install_heapq(RealmBuilder& b) { b.functions(b.module("_heapq"), kFunctions); }

}  // namespace belljar
