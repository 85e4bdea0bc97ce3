// repr, str and format of any value, appended to a text under construction: nested containers and
// long reports need no string for each part. protocol.h's repr, to_str, to_ascii and format are
// these with a builder of their own.
//
// Each may call back into the program, and returns None or the abrupt value.
#pragma once

#include <string_view>

#include "runtime/context.h"
#include "runtime/str.h"

namespace belljar {

Value append_repr(StrBuilder& out, Value v);
Value append_str(StrBuilder& out, Value v);
// What a built-in class's own __repr__ gives, though v is of a derived class.
Value append_native_repr(StrBuilder& out, Value v);
// set, frozenset and bytearray show a derived class's name.
inline bool shows_class(Value part) {
  return part.is(Kind::Set) || part.is(Kind::FrozenSet) || part.is(Kind::ByteArray);
}
// The spec must lie in memory that no callback frees.
Value append_format(StrBuilder& out, Value v, std::string_view spec);
// A class as messages and type forms name it: "int", "module.Class".
void append_class_name(StrBuilder& out, const Class* cls);
// "<module.Class object>", what object.__repr__ gives: no address ever.
void append_plain_object(StrBuilder& out, Value v);

// text_results.cc: what str(x), repr(x) and format(x, spec) give a program, which may be an object
// of a class derived from str.
Value str_object(Context& context, Value v);
Value repr_object(Context& context, Value v);
Value format_object(Context& context, Value v, Value spec);

}  // namespace belljar
