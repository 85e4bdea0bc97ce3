// How functions, methods and descriptors that are written in C++ show themselves: repr.cc's.
#pragma once

#include "runtime/str.h"

namespace belljar {

void append_native(StrBuilder& out, const Native* native);
Value append_bound_method(StrBuilder& out, const BoundMethod* method);
void append_property(StrBuilder& out, Value property);

}  // namespace belljar
