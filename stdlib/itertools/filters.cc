// Tools that look at one iterable, item by item: accumulate, compress, dropwhile, filterfalse,
// islice, pairwise, starmap, takewhile.
#include "runtime/number.h"
#include "runtime/operators.h"
#include "stdlib/itertools/tool.h"

namespace belljar::itertools {
namespace {

// The next item of the iterator in v[0], charged. Undefined: the end.
Value pull(Call& c) {
  if (!c.context().charge(1)) return Value::stopped();
  return next(c.context(), self_of(c)->v[0]);
}

// A function and an iterable: v[0] the iterator, v[1] the function.
Value function_and_iterable(Call& c) {
  BELLJAR_TRY(iterator, iterate(c.context(), c[2]));
  Tool* tool = new_tool(c);
  tool->v[0] = iterator;
  tool->v[1] = c[1];
  return Value::object(tool);
}

Value asked(Call& c, Value item) {
  BELLJAR_TRY(answer, c.context().invoke(self_of(c)->v[1], {item}));
  return truth(c.context(), answer);
}

// n[0]: 1 once the first item has been refused (dropwhile) or the run has ended (takewhile).
Value dropwhile_next(Call& c) {
  for (;;) {
    BELLJAR_TRY(item, pull(c));
    if (item.is_undefined() || self_of(c)->n[0]) return item;
    Roots<1> roots(c.context());
    roots[0] = item;
    BELLJAR_TRY(yes, asked(c, item));
    if (yes.as_bool()) continue;
    self_of(c)->n[0] = 1;
    return roots[0];
  }
}
Value takewhile_next(Call& c) {
  if (self_of(c)->n[0]) return Value::undefined();
  BELLJAR_TRY(item, pull(c));
  if (item.is_undefined()) return item;
  Roots<1> roots(c.context());
  roots[0] = item;
  BELLJAR_TRY(yes, asked(c, item));
  if (yes.as_bool()) return roots[0];
  self_of(c)->n[0] = 1;
  return Value::undefined();
}
Value filterfalse_next(Call& c) {
  for (;;) {
    BELLJAR_TRY(item, pull(c));
    if (item.is_undefined()) return item;
    Roots<1> roots(c.context());
    roots[0] = item;
    BELLJAR_TRY(yes, self_of(c)->v[1].is_none() ? truth(c.context(), item) : asked(c, item));
    if (!yes.as_bool()) return roots[0];
  }
}
Value starmap_next(Call& c) {
  BELLJAR_TRY(item, pull(c));
  if (item.is_undefined()) return item;
  Roots<1> roots(c.context());
  roots[0] = item;
  BELLJAR_TRY(args, tuple_from(c.context(), item));
  roots[0] = args;
  return c.context().invoke(self_of(c)->v[1], args.as<Tuple>()->items, args.as<Tuple>()->count);
}

// compress: v[1] the selectors.
Value compress_new(Call& c) {
  BELLJAR_TRY(data, iterate(c.context(), c[1]));
  c.at(1) = data;
  BELLJAR_TRY(selectors, iterate(c.context(), c[2]));
  Tool* tool = new_tool(c);
  tool->v[0] = c[1];
  tool->v[1] = selectors;
  return Value::object(tool);
}
Value compress_next(Call& c) {
  for (;;) {
    BELLJAR_TRY(item, pull(c));
    if (item.is_undefined()) return item;
    Roots<1> roots(c.context());
    roots[0] = item;
    BELLJAR_TRY(selector, next(c.context(), self_of(c)->v[1]));
    if (selector.is_undefined()) return selector;
    BELLJAR_TRY(yes, truth(c.context(), selector));
    if (yes.as_bool()) return roots[0];
  }
}

// accumulate: v[1] the function or None, v[2] the total so far, v[3] the initial value until it is
// given out.
Value accumulate_new(Call& c) {
  BELLJAR_TRY(iterator, iterate(c.context(), c[1]));
  Tool* tool = new_tool(c);
  tool->v[0] = iterator;
  tool->v[1] = c[2];
  if (!c[3].is_none()) tool->v[3] = c[3];
  return Value::object(tool);
}
Value accumulate_next(Call& c) {
  Tool* tool = self_of(c);
  if (!tool->v[3].is_undefined()) {
    tool->v[2] = tool->v[3];
    tool->v[3] = Value::undefined();
    return tool->v[2];
  }
  BELLJAR_TRY(item, pull(c));
  if (item.is_undefined()) return item;
  Value total = self_of(c)->v[2];
  if (!total.is_undefined()) {
    Value f = self_of(c)->v[1];
    item = f.is_none() ? binary(c.context(), BinaryOp::Add, total, item)
                       : c.context().invoke(f, {total, item});
    if (item.is_abrupt()) return item;
  }
  self_of(c)->v[2] = item;
  return item;
}

// pairwise: v[1] the item before.
Value pairwise_new(Call& c) {
  BELLJAR_TRY(iterator, iterate(c.context(), c[1]));
  Tool* tool = new_tool(c);
  tool->v[0] = iterator;
  return Value::object(tool);
}
Value pairwise_next(Call& c) {
  if (self_of(c)->v[0].is_undefined()) return Value::undefined();
  if (self_of(c)->v[1].is_undefined()) {
    BELLJAR_TRY(first, pull(c));
    self_of(c)->v[1] = first;
  }
  Value second = Value::undefined();
  if (!self_of(c)->v[1].is_undefined()) {
    BELLJAR_TRY(item, pull(c));
    second = item;
  }
  Tool* tool = self_of(c);
  if (second.is_undefined()) {
    tool->v[0] = tool->v[1] = Value::undefined();
    return second;
  }
  Value pair[2] = {tool->v[1], second};
  tool->v[1] = second;
  return new_tuple(c.context(), pair, 2);
}

// islice: n[0] items to skip before the next one, n[1] items that it may still look at (-1: all),
// n[2] the step.
// An argument as a number: `absent` for None, -1 for what is no index, whatever the reason.
Value bound(Context& context, Value v, int64_t absent, int64_t* out) {
  *out = absent;
  if (v.is_none() || v.is_undefined()) return Value::none();
  Value n = as_index(context, v);
  if (n.is(Kind::Stopped)) return n;
  if (n.is(Kind::Raised)) context.take_pending();
  *out = n.is_int_like() ? n.as_int() : -1;
  return Value::none();
}
Value islice_new(Call& c) {
  constexpr const char* kStop =
      "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  constexpr const char* kIndices =
      "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
  constexpr const char* kStep = "Step for islice() must be a positive integer or None.";
  Context& context = c.context();
  const bool only_stop = !c.has(3);
  Value last = only_stop ? c[2] : c[3];
  int64_t start = 0, stop = -1, step = 1;
  if (!only_stop) BELLJAR_CHECK(bound(context, c[2], 0, &start));
  BELLJAR_CHECK(bound(context, last, -1, &stop));
  if (stop == -1 && !last.is_none()) return context.raise(Exc::ValueError, kStop);
  if (start < 0 || stop < -1) return context.raise(Exc::ValueError, kIndices);
  if (!only_stop) BELLJAR_CHECK(bound(context, c[4], 1, &step));
  if (step < 1) return context.raise(Exc::ValueError, kStep);
  BELLJAR_TRY(iterator, iterate(context, c[1]));
  Tool* tool = new_tool(c);
  tool->v[0] = iterator;
  tool->n[0] = start;
  tool->n[1] = stop;
  tool->n[2] = step;
  return Value::object(tool);
}
Value islice_next(Call& c) {
  for (;;) {
    Tool* tool = self_of(c);
    if (tool->v[0].is_undefined()) return Value::undefined();
    // What lies before `stop` is consumed even if nothing of it is given out.
    bool within = tool->n[1] != 0;
    bool skipping = tool->n[0] > 0;
    if (!within) {
      tool->v[0] = Value::undefined();
      return Value::undefined();
    }
    if (tool->n[1] > 0) --tool->n[1];
    BELLJAR_TRY(item, pull(c));
    tool = self_of(c);
    if (item.is_undefined()) {
      tool->v[0] = item;
      return item;
    }
    if (!skipping) {
      tool->n[0] = tool->n[2] - 1;
      return item;
    }
    --tool->n[0];
  }
}

}  // namespace

void install_filters(RealmBuilder& b, Module* m) {
  install_tool<accumulate_next>(b, m, "accumulate", "cls, iterable, func=None, *, initial=None",
                                accumulate_new);
  install_tool<compress_next>(b, m, "compress", "cls, data, selectors", compress_new);
  install_tool<dropwhile_next>(b, m, "dropwhile", "cls, predicate, iterable, /",
                               function_and_iterable);
  install_tool<takewhile_next>(b, m, "takewhile", "cls, predicate, iterable, /",
                               function_and_iterable);
  install_tool<filterfalse_next>(b, m, "filterfalse", "cls, function, iterable, /",
                                 function_and_iterable);
  install_tool<starmap_next>(b, m, "starmap", "cls, function, iterable, /", function_and_iterable);
  install_tool<pairwise_next>(b, m, "pairwise", "cls, iterable, /", pairwise_new);
  install_tool<islice_next>(b, m, "islice", "cls, iterable, start, stop=?, step=?, /", islice_new);
}

}  // namespace belljar::itertools
