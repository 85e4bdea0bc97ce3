// SRNs: the names of the service's resources, ORG:MODEL[:TYPE]:SLUG:VERSION[:IDENTIFIER].
#pragma once

#include <string>
#include <string_view>

#include "runtime/context.h"

namespace belljar::sym {

// SRN.parse: the object, or Raised with the error of sym.sdk.errors.
Value parse_srn(Context& context, std::string_view text);
// The canonical text; "" if `v` is no SRN.
std::string_view srn_text(const Context& context, Value v);

}  // namespace belljar::sym
