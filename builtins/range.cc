// range and slice: constructors, attributes, methods.
#include "builtins/container_specials.h"
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/for_each.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

namespace belljar {

namespace {

// --- range
// ------------------------------------------------------------------------------------------

Value range_new(Call& c) {
  Context& context = c.context();
  Roots<3> bounds(context);
  if (!c.has(2)) {
    BELLJAR_TRY(stop, as_index(context, c[1]));
    return new_range(context, Value::integer(0), stop, Value::integer(1));
  }
  BELLJAR_TRY(start, as_index(context, c[1]));
  bounds[0] = start;
  BELLJAR_TRY(stop, as_index(context, c[2]));
  bounds[1] = stop;
  bounds[2] = Value::integer(1);
  if (c.has(3)) {
    BELLJAR_TRY(step, as_index(context, c[3]));
    bounds[2] = step;
  }
  return new_range(context, bounds[0], bounds[1], bounds[2]);
}

Value range_start(Call& c) { return c.self<RangeObject>()->start; }
Value range_stop(Call& c) { return c.self<RangeObject>()->stop; }
Value range_step(Call& c) { return c.self<RangeObject>()->step; }

// How often c[1] occurs, found by equality: only for what is no int.
Value count_equal(Call& c, bool first_only, int64_t* position) {
  Context& context = c.context();
  Roots<1> roots(context);
  int64_t count = 0, at = 0;
  *position = -1;
  BELLJAR_CHECK(for_each(context, c[0], [&](Value v) -> Value {
    roots[0] = v;
    BELLJAR_TRY(equal, equals(context, v, c[1]));
    if (equal.as_bool()) {
      ++count;
      if (*position < 0) *position = at;
      if (first_only) return Value::undefined();
    }
    ++at;
    return Value::none();
  }));
  return Value::integer(count);
}

Value range_count(Call& c) {
  if (is_int_value(c[1])) {
    BELLJAR_TRY(there, range_contains(c.context(), c.self<RangeObject>(), c[1]));
    return Value::integer(there.as_bool() ? 1 : 0);
  }
  int64_t position;
  return count_equal(c, false, &position);
}

Value range_index(Call& c) {
  Context& context = c.context();
  if (is_int_value(c[1])) {
    BELLJAR_TRY(at, range_find(context, c.self<RangeObject>(), c[1]));
    if (int_compare(at, Value::integer(0)) >= 0) return at;
    BELLJAR_TRY(text, repr(context, c[1]));
    return context.raise(Exc::ValueError, {text.as<Str>()->view(), " is not in range"});
  }
  int64_t position;
  BELLJAR_CHECK(count_equal(c, true, &position));
  if (position >= 0) return Value::integer(position);
  return context.raise(Exc::ValueError, "sequence.index(x): x not in sequence");
}

constexpr NativeDef kRangeMethods[] = {
    {"count", "self, value, /", range_count, kNativeCallsBack},
    {"index", "self, value, /", range_index, kNativeCallsBack},
};

// --- slice
// ------------------------------------------------------------------------------------------

Value slice_new(Call& c) {
  if (!c.has(2)) return new_slice(c.context(), Value::none(), c[1], Value::none());
  return new_slice(c.context(), c[1], c[2], c[3]);
}

Value slice_start(Call& c) { return c.self<Slice>()->start; }
Value slice_stop(Call& c) { return c.self<Slice>()->stop; }
Value slice_step(Call& c) { return c.self<Slice>()->step; }

Value slice_method_indices(Call& c) {
  BELLJAR_TRY(length, as_index(c.context(), c[1]));
  if (int_compare(length, Value::integer(0)) < 0) {
    return c.context().raise(Exc::ValueError, "length should not be negative");
  }
  Roots<3> out(c.context());
  BELLJAR_CHECK(slice_indices(c.context(), c.self<Slice>(), length, out.value));
  return new_tuple(c.context(), out.value, 3);
}

constexpr NativeDef kSliceMethods[] = {
    {"indices", "self, length, /", slice_method_indices, kNativeCallsBack},
};

}  // namespace

void install_range(RealmBuilder& b) {
  Class* range = b.new_class("range", nullptr, Kind::Range, kFinal);
  b.constructor(range, {"__new__", "cls, start, stop?, step?, /", range_new, kNativeCallsBack});
  install_container_specials(b, range,
                             kSpecialLen | kSpecialIter | kSpecialContains | kSpecialGetItem |
                                 kSpecialReversed | kSpecialEquality | kSpecialHash |
                                 kSpecialTruth);
  b.methods(range, kRangeMethods);
  b.property(range, "start", range_start);
  b.property(range, "stop", range_stop);
  b.property(range, "step", range_step);
  b.member(b.building().builtins, "range", Value::object(range));

  Class* slice = b.new_class("slice", nullptr, Kind::Slice, kFinal);
  b.constructor(slice, {"__new__", "cls, start, stop?, step=None, /", slice_new});
  install_container_specials(b, slice, kSpecialEquality | kSpecialOrder | kSpecialUnhashable);
  b.methods(slice, kSliceMethods);
  b.property(slice, "start", slice_start);
  b.property(slice, "stop", slice_stop);
  b.property(slice, "step", slice_step);
  b.member(b.building().builtins, "slice", Value::object(slice));
}

}  // namespace belljar
