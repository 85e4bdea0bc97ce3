// Values as JSON text in the forms of the host interface: results of handlers, arguments of host
// calls, the dicts of strategies.
#pragma once

#include <string>

#include "runtime/context.h"

namespace belljar::sym {

enum class JsonForm : uint8_t {
  Result,    // models, resources and dates tagged with "$type"; keys are str
  Argument,  // the same, and sets as sorted arrays
  Plain,     // what json.dumps takes
};

// Appends `v`. None; Undefined when `v` has no such form (`*what` names the type that is to blame);
// Raised or Stopped.
Value append_json(Context& context, Value v, JsonForm form, std::string* out, std::string* what);
void append_json_text(std::string* out, std::string_view text);  // quoted

}  // namespace belljar::sym
