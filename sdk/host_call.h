// Calls of the host through the one door: arguments by parameter name as JSON, the reply converted
// to SDK objects, errors raised as the SDK's exceptions.
#pragma once

#include <span>
#include <string_view>

#include "runtime/context.h"

namespace belljar {
class Call;
struct Dict;
}  // namespace belljar

namespace belljar::sym {

struct HostArgument {
  std::string_view name;
  Value value;
};
Value call_host(Context& context, std::string_view call, std::span<const HostArgument> arguments);
// With the bound arguments of the native that is running; `self_name`: what the first parameter is
// called there.
Value call_host(Call& c, std::string_view call, std::string_view self_name = {});
// One request through the door: the answer as objects, or the exception that `error_of` makes of an
// error, raised.
using ErrorOfReply = Value (*)(Context&, Dict* reply);
Value ask_door(Context& context, std::string_view service, std::string_view call,
               std::string_view arguments, ErrorOfReply error_of);
// The value of a secret by its path.
Value ask_secret(Context& context, Value path);

}  // namespace belljar::sym
