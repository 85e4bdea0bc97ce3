// slice: making one, and resolving it against a length (small lengths in int64, any in ints).
#include "runtime/class.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"

namespace belljar {

Value new_slice(Context& context, Value start, Value stop, Value step) {
  Slice* slice = context.heap().make<Slice>(Kind::Slice);
  slice->start = start;
  slice->stop = stop;
  slice->step = step;
  return Value::object(Kind::Slice, slice);
}

namespace {

Value slice_index(Context& context, Value v) {
  if (v.is_int()) return v;
  if (!is_int_value(payload(v)) && special_method(context, v, Atom::index).is_undefined()) {
    return context.raise(Exc::TypeError,
                         "slice indices must be integers or None or have an __index__ method");
  }
  return as_index(context, v);
}

// An index as int64, huge ones clamped: no length reaches that far.
Value clamped_index(Context& context, Value v, int64_t* out) {
  BELLJAR_TRY(index, slice_index(context, v));
  if (index.is_int()) {
    *out = index.as_int();
  } else {
    *out = index.as_object()->flags & kBigNegative ? INT64_MIN : INT64_MAX;
  }
  return Value::none();
}

}  // namespace

Value unpack_slice(Context& context, const Slice* slice, SliceBounds* bounds) {
  bounds->step = 1;
  if (!slice->step.is_none()) {
    BELLJAR_CHECK(clamped_index(context, slice->step, &bounds->step));
    if (bounds->step == 0) return context.raise(Exc::ValueError, "slice step cannot be zero");
    if (bounds->step < -INT64_MAX) bounds->step = -INT64_MAX;
  }
  bounds->start = bounds->step < 0 ? INT64_MAX : 0;
  bounds->stop = bounds->step < 0 ? INT64_MIN : INT64_MAX;
  if (!slice->start.is_none()) {
    BELLJAR_CHECK(clamped_index(context, slice->start, &bounds->start));
  }
  if (!slice->stop.is_none()) {
    BELLJAR_CHECK(clamped_index(context, slice->stop, &bounds->stop));
  }
  return Value::none();
}

void adjust_slice(SliceBounds* bounds, int64_t length) {
  int64_t low = bounds->step < 0 ? -1 : 0;
  int64_t high = bounds->step < 0 ? length - 1 : length;
  auto clamp = [&](int64_t i) {
    if (i < 0) {
      i = i < -length ? low : i + length;
      return i < low ? low : i;
    }
    return i > high ? high : i;
  };
  bounds->start = clamp(bounds->start);
  bounds->stop = clamp(bounds->stop);
  if (bounds->step < 0) {
    bounds->length =
        bounds->stop < bounds->start ? (bounds->start - bounds->stop - 1) / -bounds->step + 1 : 0;
  } else {
    bounds->length =
        bounds->start < bounds->stop ? (bounds->stop - bounds->start - 1) / bounds->step + 1 : 0;
  }
}

Value resolve_slice(Context& context, const Slice* slice, int64_t length, SliceBounds* bounds) {
  BELLJAR_CHECK(unpack_slice(context, slice, bounds));
  adjust_slice(bounds, length);
  return Value::none();
}

Value slice_indices(Context& context, const Slice* slice, Value length, Value out[3]) {
  const Value zero = Value::integer(0);
  Value step = Value::integer(1);
  if (!slice->step.is_none()) {
    BELLJAR_TRY(given, slice_index(context, slice->step));
    if (int_equals(given, zero)) return context.raise(Exc::ValueError, "slice step cannot be zero");
    step = given;
  }
  bool negative = int_compare(step, zero) < 0;
  Value low = Value::integer(negative ? -1 : 0);
  Value high = length;
  if (negative) {
    BELLJAR_TRY(last, int_binary(context, BinaryOp::Sub, length, Value::integer(1)));
    high = last;
  }
  auto clamp = [&](Value v) -> Value {
    BELLJAR_TRY(given, slice_index(context, v));
    Value i = given;
    if (int_compare(i, zero) < 0) {
      BELLJAR_TRY(sum, int_binary(context, BinaryOp::Add, i, length));
      return int_compare(sum, low) < 0 ? low : sum;
    }
    return int_compare(i, high) > 0 ? high : i;
  };
  out[0] = negative ? high : low;
  out[1] = negative ? low : high;
  out[2] = step;
  if (!slice->start.is_none()) {
    BELLJAR_TRY(start, clamp(slice->start));
    out[0] = start;
  }
  if (!slice->stop.is_none()) {
    BELLJAR_TRY(stop, clamp(slice->stop));
    out[1] = stop;
  }
  return Value::none();
}

}  // namespace belljar
