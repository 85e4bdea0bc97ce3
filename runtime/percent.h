// str % arguments and bytes % arguments: printf-style formatting. Apart from format(), with which
// it shares only the layout of numbers.
#pragma once

#include "runtime/context.h"

namespace belljar {

// `format % arguments`; may call __str__, __repr__, __getitem__ of the program.
Value str_percent(Context& context, Str* format, Value arguments);
// The same for a Bytes or ByteArray, whose kind the result has.
Value bytes_percent(Context& context, Value format, Value arguments);

}  // namespace belljar
