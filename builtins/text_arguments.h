// Arguments that the methods of str and bytes share: sizes, slice positions, strs.
#pragma once

#include <string_view>

#include "runtime/call.h"
#include "runtime/class.h"

namespace belljar {

// A str or an instance of a subclass, else null.
inline Str* str_or_null(Value v) {
  Value plain = payload(v);
  return plain.is_str() ? plain.as<Str>() : nullptr;
}
// TypeError "<what> must be str, not int".
Value not_a_str(Context& context, std::string_view what, Value v);

// An int (or __index__) as a C ssize_t: TypeError, OverflowError. May call back.
Value size_argument(Context& context, Value v, int64_t* size);
// The same as a C int.
Value int_argument(Context& context, Value v, int64_t* number);
// A start or end as slices take them: None and absent give `fallback`, huge ints are cut. May call
// back. TypeError "slice indices must be integers or None or have an __index__ method".
Value slice_argument(Context& context, Value v, int64_t fallback, int64_t* position);
// The right operand of sequence * times as Int: TypeError, OverflowError.
Value repeat_argument(Context& context, Value v);

}  // namespace belljar
