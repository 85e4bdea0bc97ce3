// str.format and format_map, and format() of str.
//
// A format string is a small language with attribute and item access, run on whatever values the
// program passes: its names go through the one attribute lookup, and no name of the interpreter's
// own (leading underscores on anything but the program's objects) is found through it.
#pragma once

#include <string_view>

#include "runtime/context.h"
#include "runtime/str.h"

namespace belljar {

// `mapping`: what names are looked up in, Undefined if there are none; `args`: a Tuple, Undefined
// for format_map. Both are rooted by the caller. Calls back.
Value str_format(Context& context, Str* format, Value args, Value mapping);

// format(s, spec) for a str; ValueError for what a str cannot have (signs, precision of numbers …).
Value append_formatted_str(StrBuilder& out, const Str* s, std::string_view spec);

}  // namespace belljar
