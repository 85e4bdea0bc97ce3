// UUIDs: an instance with its canonical text in a hidden slot.
#pragma once

#include <string_view>

#include "runtime/context.h"

namespace belljar::sym {

// From any form that Python's uuid.UUID takes; Undefined if it is none.
Value new_uuid(Context& context, std::string_view text);
// The canonical text; "" if `v` is no UUID.
std::string_view uuid_text(const Context& context, Value v);

}  // namespace belljar::sym
