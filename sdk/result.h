// What a handler may return, as a table (section 11.5 of the SDK's specification).
#pragma once

#include <string_view>

namespace belljar::sym {

enum class ResultRule : uint8_t {
  Hook,  // None, a template event, or an empty value of a built-in type
  Permissions,
  Notifications,
  Approvers,
  OptionalText,
  Text,
  Flows,
  Options,       // prefetch
  Form,          // on_change_*
  OptionalDict,  // a strategy's escalate and deescalate
  Free,
};
// `is_prefetch`: the function was registered by @prefetch.
ResultRule result_rule(std::string_view handler, bool is_prefetch);

}  // namespace belljar::sym
