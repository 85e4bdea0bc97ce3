// range: numbers in int64 where they fit, else any ints; never its elements.
#include "runtime/class.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"

namespace belljar {

namespace {

// How many numbers there are from start to stop by step; step != 0.
Value range_length(Context& context, Value start, Value stop, Value step) {
  if (start.is_int() && stop.is_int() && step.is_int()) {
    __int128 first = start.as_int(), last = stop.as_int(), by = step.as_int();
    __int128 count = 0;
    if (by > 0 && first < last) count = (last - first - 1) / by + 1;
    if (by < 0 && first > last) count = (first - last - 1) / -by + 1;
    if (count <= INT64_MAX) return Value::integer(static_cast<int64_t>(count));
  }
  bool up = int_compare(step, Value::integer(0)) > 0;
  Value low = up ? start : stop, high = up ? stop : start;
  if (int_compare(low, high) >= 0) return Value::integer(0);
  Value by = step;
  if (!up) {
    BELLJAR_TRY(positive, int_negate(context, step));
    by = positive;
  }
  BELLJAR_TRY(distance, int_binary(context, BinaryOp::Sub, high, low));
  BELLJAR_TRY(less, int_binary(context, BinaryOp::Sub, distance, Value::integer(1)));
  BELLJAR_TRY(steps, int_binary(context, BinaryOp::FloorDiv, less, by));
  return int_binary(context, BinaryOp::Add, steps, Value::integer(1));
}

Value plain_int(Value v) { return v.is_bool() ? Value::integer(v.as_int()) : v; }

}  // namespace

Value new_range(Context& context, Value start, Value stop, Value step) {
  start = plain_int(start);
  stop = plain_int(stop);
  step = plain_int(step);
  if (int_equals(step, Value::integer(0))) {
    return context.raise(Exc::ValueError, "range() arg 3 must not be zero");
  }
  BELLJAR_TRY(length, range_length(context, start, stop, step));
  RangeObject* range = context.heap().make<RangeObject>(Kind::Range);
  range->start = start;
  range->stop = stop;
  range->step = step;
  range->length = length;
  return Value::object(Kind::Range, range);
}

Value range_item(Context& context, const RangeObject* range, Value index) {
  if (range_is_small(range)) {
    return Value::integer(range->start.as_int() + index.as_int() * range->step.as_int());
  }
  BELLJAR_TRY(distance, int_binary(context, BinaryOp::Mul, index, range->step));
  return int_binary(context, BinaryOp::Add, range->start, distance);
}

Value range_find(Context& context, const RangeObject* range, Value item) {
  const Value absent = Value::integer(-1);
  if (range_is_small(range) && item.is_int_like()) {
    __int128 first = range->start.as_int(), step = range->step.as_int();
    __int128 distance = item.as_int() - first;
    if (distance % step != 0) return absent;
    __int128 index = distance / step;
    if (index < 0 || index >= range->length.as_int()) return absent;
    return Value::integer(static_cast<int64_t>(index));
  }
  BELLJAR_TRY(distance, int_binary(context, BinaryOp::Sub, item, range->start));
  BELLJAR_TRY(rest, int_binary(context, BinaryOp::Mod, distance, range->step));
  if (!int_equals(rest, Value::integer(0))) return absent;
  BELLJAR_TRY(index, int_binary(context, BinaryOp::FloorDiv, distance, range->step));
  if (int_compare(index, Value::integer(0)) < 0 || int_compare(index, range->length) >= 0) {
    return absent;
  }
  return index;
}

Value range_contains(Context& context, const RangeObject* range, Value item) {
  if (is_int_value(item)) {
    BELLJAR_TRY(index, range_find(context, range, item));
    return Value::boolean(!index.is_int() || index.as_int() >= 0);
  }
  if (item.is_float() && range_is_small(range)) {
    double d = item.as_float();
    if (!(d >= -9223372036854775808.0 && d < 9223372036854775808.0)) return Value::boolean(false);
    int64_t i = static_cast<int64_t>(d);
    if (static_cast<double>(i) != d) return Value::boolean(false);
    BELLJAR_TRY(index, range_find(context, range, Value::integer(i)));
    return Value::boolean(index.as_int() >= 0);
  }
  // Anything else may equal a number: the program decides, one by one.
  Roots<1> roots(context);
  BELLJAR_TRY(iterator, iterate(context, Value::object(Kind::Range, range)));
  roots[0] = iterator;
  for (;;) {
    BELLJAR_TRY(v, next(context, iterator));
    if (v.is_undefined()) return Value::boolean(false);
    if (!context.charge(1)) return Value::stopped();
    BELLJAR_TRY(same, equals(context, v, item));
    if (same.as_bool()) return same;
  }
}

Value range_slice(Context& context, const RangeObject* range, const Slice* slice) {
  Value bounds[3];
  BELLJAR_CHECK(slice_indices(context, slice, range->length, bounds));
  auto at = [&](Value index) -> Value {
    BELLJAR_TRY(distance, int_binary(context, BinaryOp::Mul, index, range->step));
    return int_binary(context, BinaryOp::Add, range->start, distance);
  };
  BELLJAR_TRY(step, int_binary(context, BinaryOp::Mul, range->step, bounds[2]));
  BELLJAR_TRY(start, at(bounds[0]));
  BELLJAR_TRY(stop, at(bounds[1]));
  return new_range(context, start, stop, step);
}

bool range_equals(const RangeObject* a, const RangeObject* b) {
  if (!int_equals(a->length, b->length)) return false;
  if (int_equals(a->length, Value::integer(0))) return true;
  if (!int_equals(a->start, b->start)) return false;
  return int_equals(a->length, Value::integer(1)) || int_equals(a->step, b->step);
}

}  // namespace belljar
