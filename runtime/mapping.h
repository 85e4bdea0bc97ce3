// Mappings that a program wrote: what CPython asks of them through their methods.
#pragma once

#include "runtime/value.h"

namespace belljar {

class Context;

// mapping.keys(), got by calling `keys_method`, as a List: CPython takes the keys before any value.
Value mapping_keys(Context& context, Value mapping, Value keys_method);

}  // namespace belljar
