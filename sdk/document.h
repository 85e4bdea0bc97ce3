// Documents in: the event document and the tagged values inside it, `args` and host replies, as
// SDK objects. Depth and size are bounded; everything is charged.
#pragma once

#include <string>
#include <string_view>

#include "runtime/context.h"

namespace belljar::sym {

// JSON text as plain values; ValueError if it is none.
Value parse_json(Context& context, std::string_view text);
// Replaces tagged objects ({"$type": …}) by what they stand for, in place where it can. ValueError
// when one cannot be made.
Value from_document(Context& context, Value data);
// Reads the event document into the evaluation's state (sdk/sym/state.h). None; ValueError says
// what is wrong with it.
Value load_event(Context& context, std::string_view json);

}  // namespace belljar::sym
