// The two sides of a host's values: views of a program's, and results made into a program's.
#pragma once

#include "belljar/host_module.h"
#include "runtime/context.h"

namespace belljar {

struct ValueAccess {
  static ValueView view(Value value);
  static HostCall call(Context& context, const Value* arguments, size_t size) {
    return HostCall(&context, arguments, size);
  }
  // A new value; Raised if the result is an error; Undefined if it is malformed.
  static Value make(Context& context, const HostResult& result);
};

// The class of a builtin exception that a program may see; null: there is none of that name.
Class* builtin_exception(Context& context, std::string_view name);

}  // namespace belljar
