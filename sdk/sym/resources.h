// The resources of sym.sdk.resource and what derives from it: tables of stored attributes.
#pragma once

#include "runtime/context.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

// SymBaseResource.dict(): the names without a leading underscore, in order, whose value has a
// plain form. May call back (a flow's class may derive from a resource).
Value resource_dict(Context& context, Value resource);

}  // namespace belljar::sym
