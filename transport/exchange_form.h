// The JSON forms of an exchange (belljar/host.h), read and written; and the texts of its errors.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "belljar/host.h"
#include "transport/transfer.h"

namespace belljar::transport {

struct RequestForm {
  std::string method, url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::optional<std::string> body;
  std::optional<double> connect_timeout, read_timeout;  // seconds
  std::string redirected_from;                          // empty: no redirect
  uint32_t hop = 0;                                     // 1: the first redirect
};

// False: not of the form.
bool read_request(std::string_view json, RequestForm* out);
// The answer to the program.
HostReply write_reply(const Received& received);
// `kind` is one of host.h's; an empty message lets the module write requests' own.
HostReply error_reply(std::string_view kind, std::string_view message);
// The error for a transfer that failed.
HostReply failure_reply(const Received& received, const Target& target, const RequestForm& request);

}  // namespace belljar::transport
