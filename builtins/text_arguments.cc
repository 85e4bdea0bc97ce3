// Conversions of arguments, with CPython's messages.
#include "builtins/text_arguments.h"

#include "runtime/protocol.h"

namespace belljar {

Value not_a_str(Context& context, std::string_view what, Value v) {
  const std::string_view type = v.is_none() ? "None" : type_name(context, v);
  return context.raise(Exc::TypeError, {what, " must be str, not ", type});
}

Value size_argument(Context& context, Value v, int64_t* size) {
  if (v.is_int_like()) {
    *size = v.as_int();
    return Value::none();
  }
  BELLJAR_TRY(index, as_index(context, v));
  if (!index.is_int_like()) {
    return context.raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
  }
  *size = index.as_int();
  return Value::none();
}

Value int_argument(Context& context, Value v, int64_t* number) {
  BELLJAR_TRY(index, as_index(context, v));
  if (!index.is_int_like() || index.as_int() > INT32_MAX || index.as_int() < INT32_MIN) {
    return context.raise(Exc::OverflowError, "Python int too large to convert to C int");
  }
  *number = index.as_int();
  return Value::none();
}

Value slice_argument(Context& context, Value v, int64_t fallback, int64_t* position) {
  if (v.is_none() || v.is_undefined()) {
    *position = fallback;
    return Value::none();
  }
  if (v.is_int_like()) {
    *position = v.as_int();
    return Value::none();
  }
  const bool has_index = v.is(Kind::BigInt) || payload(v).is_int_like() ||
                         payload(v).is(Kind::BigInt) ||
                         !special_method(context, v, Atom::index).is_undefined();
  if (!has_index) {
    return context.raise(Exc::TypeError,
                         "slice indices must be integers or None or have an __index__ method");
  }
  BELLJAR_TRY(index, as_index(context, v));
  if (index.is_int_like()) {
    *position = index.as_int();
  } else {
    *position = index.as_object()->flags & kBigNegative ? INT64_MIN / 2 : INT64_MAX / 2;
  }
  return Value::none();
}

Value repeat_argument(Context& context, Value v) {
  if (v.is_int()) return v;
  BELLJAR_TRY(index, as_index(context, v));
  if (index.is_int_like()) return Value::integer(index.as_int());
  return context.raise(Exc::OverflowError,
                       {"cannot fit '", type_name(context, v), "' into an index-sized integer"});
}

}  // namespace belljar
