// for_each: a native's loop over any iterable, with the charging and rooting that such loops need.
#pragma once

#include "runtime/context.h"
#include "runtime/iterator.h"
#include "runtime/protocol.h"

namespace belljar {

// for_each over what iterate() gave.
template <typename F>
Value for_each_left(Context& context, Value iterator, F&& f) {
  Roots<1> roots(context);
  roots[0] = iterator;
  if (iterator.is(Kind::Generator)) {
    Generator* generator = iterator.as<Generator>();
    for (;;) {
      Value result;
      BELLJAR_TRY(v, context.resume(generator, Value::none(), &result));
      if (v.is_undefined()) return Value::none();
      BELLJAR_TRY(status, f(v));
      if (status.is_undefined()) return Value::none();
    }
  }
  for (;;) {
    BELLJAR_TRY(v, next_fast(context, iterator));
    if (v.is_undefined()) return Value::none();
    if (!context.charge(1)) return Value::stopped();
    BELLJAR_TRY(status, f(v));
    if (status.is_undefined()) return Value::none();
  }
}

// Calls `f(item)` for each item; f returns None to go on, Undefined to end the loop, or a failure.
// The result is None, or the failure. The program may run between two items.
template <typename F>
Value for_each(Context& context, Value iterable, F&& f) {
  BELLJAR_TRY(iterator, iterate(context, iterable));
  return for_each_left(context, iterator, f);
}

}  // namespace belljar
