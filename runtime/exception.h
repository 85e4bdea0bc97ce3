// Exceptions: making them, matching them, the traceback that unwinding writes.
#pragma once

#include <cstdint>

#include "runtime/context.h"
#include "runtime/object.h"

namespace belljar {

// Object::flags of an Exception whose `obj` the runtime knows: for suggestions, not for programs.
// Read there, it would hand out objects that the code which raised had kept to itself.
inline constexpr uint8_t kSubjectHidden = 32;

struct TracebackEntry {
  const Code* code;
  uint32_t pc;  // word index of the instruction that raised or called
};
struct Traceback {
  uint32_t count;
  uint32_t capacity;
  TracebackEntry entries[1];  // outermost last: in the order of unwinding
};

// Exception of a built-in class with the given arguments (a Tuple made of them).
Value new_exception(Context& context, Class* cls, const Value* args, size_t count);
// str(e): "" / str(args[0]) / repr(args), KeyError's repr.
Value exception_text(Context& context, Exception* exception);
// Remembers what a NameError or AttributeError is about (its `name` and `obj`, Undefined where
// there is none), for "Did you mean" in its report; the first to tell is believed.
Value exception_subject(Context& context, Exception* exception, Value name, Value object);
// Appends one entry; cut at a bound so that deep recursion does not fill memory.
void traceback_add(Context& context, Exception* exception, const Code* code, uint32_t pc);
// Gives `to` the entries of `from` as well: a part of a group was raised where the group was.
void traceback_copy(Context& context, Exception* to, const Exception* from);
// isinstance(exception, type or tuple of types); TypeError if it is neither.
Value exception_matches(Context& context, Value exception, Value type);
// What `raise x` makes of x: instantiates a class; TypeError if it is no exception.
Value exception_from(Context& context, Value x);

}  // namespace belljar
