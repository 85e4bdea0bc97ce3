// Enumerations: classes that derive from str, with frozen members shared by all evaluations.
#pragma once

#include <string_view>

#include "runtime/context.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

// The member with that value; Undefined if there is none.
Value enum_member(const Context& context, Type t, std::string_view value);
bool is_enum_member(const Context& context, Value v);

}  // namespace belljar::sym
