// product, permutations, combinations, combinations_with_replacement: v[0] the pool (product: a
// tuple of pools), v[1] a list of indices into it, v[2] permutations' cycles, n[0] the length of a
// result, n[1] where it stands: 0 not begun, 1 under way, 2 over.
#include "runtime/number.h"
#include "stdlib/itertools/tool.h"

namespace belljar::itertools {
namespace {

enum State : int64_t { kNew, kRunning, kOver };
constexpr int64_t kLongest = 1 << 20;

int64_t get(Tool* tool, int64_t i) { return tool->v[1].as<List>()->items[i].as_int(); }
void set(Tool* tool, int64_t i, int64_t value) {
  tool->v[1].as<List>()->items[i] = Value::integer(value);
}

// The list first, first + step, … of `count` numbers.
Value numbers(Context& context, int64_t count, int64_t first, int64_t step) {
  if (count > kLongest) return context.stop_size();
  if (!context.charge(static_cast<uint64_t>(count) + 1)) return Value::stopped();
  BELLJAR_TRY(list, new_list_reserved(context, static_cast<size_t>(count)));
  for (int64_t i = 0; i < count; ++i) {
    BELLJAR_CHECK(list_append(context, list.as<List>(), Value::integer(first + i * step)));
  }
  return list;
}

// The pool's items at the indices.
Value chosen(Context& context, Tool* tool) {
  const int64_t r = tool->n[0];
  const Tuple* pool = tool->v[0].as<Tuple>();
  BELLJAR_TRY(row, new_list_reserved(context, static_cast<size_t>(r)));
  for (int64_t i = 0; i < r; ++i) {
    BELLJAR_CHECK(list_append(context, row.as<List>(), pool->items[get(tool, i)]));
  }
  return new_tuple(context, row.as<List>()->items, row.as<List>()->size);
}

// (iterable, r): the pool, and r as a count; absent: all of the pool.
Value pool_and_length(Call& c, Tool** out, bool repeats) {
  Context& context = c.context();
  BELLJAR_TRY(pool, tuple_from(context, c[1]));
  c.at(1) = pool;
  const int64_t n = pool.as<Tuple>()->count;
  int64_t r = n;
  if (!c[2].is_none()) {
    if (!c[2].is_int() && !c[2].is_bool() && !c[2].is(Kind::Instance)) {
      return context.raise(Exc::TypeError, {"'", type_name(context, c[2]),
                                            "' object cannot be interpreted as an integer"});
    }
    BELLJAR_TRY(length, as_index(context, c[2]));
    if (!length.is_int()) {
      return context.raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
    }
    r = length.as_int();
    if (r < 0) return context.raise(Exc::ValueError, "r must be non-negative");
  }
  Tool* tool = new_tool(c);
  tool->v[0] = pool;
  tool->n[0] = r;
  bool none = repeats ? n == 0 && r > 0 : r > n;
  tool->n[1] = none ? kOver : kNew;
  *out = tool;
  return Value::object(tool);
}

// Combinations without repetition count their indices up, those with it may hold one twice.
template <bool repeats>
Value combinations_new(Call& c) {
  Tool* tool;
  BELLJAR_TRY(made, pool_and_length(c, &tool, repeats));
  if (tool->n[1] != kOver) {
    BELLJAR_TRY(indices, numbers(c.context(), tool->n[0], 0, repeats ? 0 : 1));
    tool->v[1] = indices;
  }
  return made;
}
template <bool repeats>
Value combinations_next(Call& c) {
  Context& context = c.context();
  Tool* tool = self_of(c);
  const int64_t r = tool->n[0];
  if (tool->n[1] == kOver) return Value::undefined();
  if (!context.charge(static_cast<uint64_t>(r) + 1)) return Value::stopped();
  if (tool->n[1] == kNew) {
    tool->n[1] = kRunning;
    return chosen(context, tool);
  }
  const int64_t n = tool->v[0].as<Tuple>()->count;
  int64_t i = r - 1;
  while (i >= 0 && get(tool, i) == (repeats ? n - 1 : i + n - r)) --i;
  if (i < 0) {
    tool->n[1] = kOver;
    return Value::undefined();
  }
  set(tool, i, get(tool, i) + 1);
  for (int64_t j = i + 1; j < r; ++j) set(tool, j, get(tool, j - 1) + (repeats ? 0 : 1));
  return chosen(context, tool);
}

Value permutations_new(Call& c) {
  Tool* tool;
  if (!c[2].is_none() && !is_int_value(payload(c[2]))) {
    BELLJAR_CHECK(tuple_from(c.context(), c[1]));
    return c.context().raise(Exc::TypeError, "Expected int as r");
  }
  BELLJAR_TRY(made, pool_and_length(c, &tool, false));
  if (tool->n[1] == kOver) return made;
  const int64_t n = tool->v[0].as<Tuple>()->count;
  BELLJAR_TRY(indices, numbers(c.context(), n, 0, 1));
  tool->v[1] = indices;
  BELLJAR_TRY(cycles, numbers(c.context(), tool->n[0], n, -1));
  tool->v[2] = cycles;
  return made;
}
Value permutations_next(Call& c) {
  Context& context = c.context();
  Tool* tool = self_of(c);
  const int64_t r = tool->n[0];
  if (tool->n[1] == kOver) return Value::undefined();
  const int64_t n = tool->v[0].as<Tuple>()->count;
  if (!context.charge(static_cast<uint64_t>(r) + 1)) return Value::stopped();
  if (tool->n[1] == kNew) {
    tool->n[1] = kRunning;
    return chosen(context, tool);
  }
  Value* cycles = tool->v[2].as<List>()->items;
  for (int64_t i = r - 1; i >= 0; --i) {
    const int64_t left = cycles[i].as_int() - 1;
    cycles[i] = Value::integer(left);
    if (left > 0) {
      const int64_t j = n - left;
      const int64_t swapped = get(tool, i);
      set(tool, i, get(tool, j));
      set(tool, j, swapped);
      return chosen(context, tool);
    }
    // This place has seen all: its item goes behind the others.
    if (!context.charge(static_cast<uint64_t>(n - i))) return Value::stopped();
    const int64_t first = get(tool, i);
    for (int64_t j = i; j + 1 < n; ++j) set(tool, j, get(tool, j + 1));
    set(tool, n - 1, first);
    cycles[i] = Value::integer(n - i);
  }
  tool->n[1] = kOver;
  return Value::undefined();
}

Value product_new(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(times, as_index(context, c[2]));
  if (!times.is_int()) {
    return context.raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
  }
  if (times.as_int() < 0) {
    return context.raise(Exc::ValueError, "repeat argument cannot be negative");
  }
  const Tuple* given = c[1].as<Tuple>();
  const int64_t width = given->count;
  if (width > 0 && times.as_int() > kLongest / width) return context.stop_size();
  BELLJAR_TRY(pools, new_list_reserved(context, static_cast<size_t>(width * times.as_int())));
  Roots<1> roots(context);
  roots[0] = pools;
  bool empty = false;
  for (int64_t i = 0; i < width && times.as_int() > 0; ++i) {
    BELLJAR_TRY(pool, tuple_from(context, given->items[i]));
    empty |= pool.as<Tuple>()->count == 0;
    BELLJAR_CHECK(list_append(context, pools.as<List>(), pool));
  }
  for (int64_t i = width; i < width * times.as_int(); ++i) {
    if (!context.charge(1)) return Value::stopped();
    BELLJAR_CHECK(list_append(context, pools.as<List>(), pools.as<List>()->items[i - width]));
  }
  BELLJAR_TRY(all, new_tuple(context, pools.as<List>()->items, pools.as<List>()->size));
  roots[0] = all;
  BELLJAR_TRY(indices, numbers(context, all.as<Tuple>()->count, 0, 0));
  Tool* tool = new_tool(c);
  tool->v[0] = all;
  tool->v[1] = indices;
  tool->n[0] = all.as<Tuple>()->count;
  tool->n[1] = empty ? kOver : kNew;
  return Value::object(tool);
}
Value product_next(Call& c) {
  Context& context = c.context();
  Tool* tool = self_of(c);
  const int64_t r = tool->n[0];
  if (tool->n[1] == kOver) return Value::undefined();
  if (!context.charge(static_cast<uint64_t>(r) + 1)) return Value::stopped();
  const Tuple* pools = tool->v[0].as<Tuple>();
  if (tool->n[1] == kNew) {
    tool->n[1] = kRunning;
  } else {
    int64_t i = r - 1;
    for (; i >= 0; --i) {
      const int64_t up = get(tool, i) + 1;
      if (up < pools->items[i].as<Tuple>()->count) {
        set(tool, i, up);
        break;
      }
      set(tool, i, 0);
    }
    if (i < 0) {
      tool->n[1] = kOver;
      return Value::undefined();
    }
  }
  BELLJAR_TRY(row, new_list_reserved(context, static_cast<size_t>(r)));
  for (int64_t i = 0; i < r; ++i) {
    BELLJAR_CHECK(
        list_append(context, row.as<List>(), pools->items[i].as<Tuple>()->items[get(tool, i)]));
  }
  return new_tuple(context, row.as<List>()->items, row.as<List>()->size);
}

}  // namespace

void install_combinatorics(RealmBuilder& b, Module* m) {
  install_tool<product_next>(b, m, "product", "cls, *iterables, repeat=1", product_new);
  install_tool<permutations_next>(b, m, "permutations", "cls, iterable, r=None", permutations_new);
  install_tool<combinations_next<false>>(b, m, "combinations", "cls, iterable, r",
                                         combinations_new<false>);
  install_tool<combinations_next<true>>(b, m, "combinations_with_replacement", "cls, iterable, r",
                                        combinations_new<true>);
}

}  // namespace belljar::itertools
