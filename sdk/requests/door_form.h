// The JSON of one exchange, as belljar/host.h says it: a PreparedRequest written, an answer read as
// a Response, an error raised.
#pragma once

#include <string>

#include "sdk/requests/requests.h"

namespace belljar::requests {

// `from`: the Response that redirected here, Undefined if none did; `hop`: how many have.
Value write_request(Context& context, Value request, Value timeout, Value from, uint32_t hop,
                    std::string* out);
// Cookies go into the response's own jar and into the session's.
Value read_response(Context& context, Value request, Dict* reply, Value session_jar);
Value raise_door_error(Context& context, Value request, Value timeout, Dict* reply);

}  // namespace belljar::requests
