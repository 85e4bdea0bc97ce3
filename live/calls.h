// The vendors and their calls, as tables.
#pragma once

#include <span>

#include "live/session.h"

namespace belljar::live {

// Nothing: the session has the error.
using CallFn = std::optional<Json> (*)(Session& session, const Json& arguments);

struct CallRow {
  std::string_view name;
  CallFn fn;
};

struct Service {
  const Vendor& vendor;
  std::span<const CallRow> calls;
};

Service okta();
Service pagerduty();
Service slack();

}  // namespace belljar::live
