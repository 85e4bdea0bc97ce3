// One exchange over the network, as an interface: what the policy has decided goes in, what came
// back goes out. Its one implementation (curl_transfer.cc, curl_options.cc) is all that knows
// libcurl.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "transport/address.h"

namespace belljar::transport {

// Where a URL leads, in the words of the parser that will also make the request.
struct Target {
  std::string scheme;  // "http" or "https", else nothing is decided
  std::string host;    // lower case, no brackets, no final dot
  uint16_t port = 0;
  std::string path;                // without the query: it may hold secrets
  std::optional<Address> literal;  // the host is an address
};

enum class Failure : uint8_t {
  None,
  Connect,  // refused, reset, unreachable
  ConnectTimeout,
  ReadTimeout,
  Tls,
  Denied,    // the policy: an address that was not checked, a cap
  Protocol,  // not HTTP, or headers that cannot be trusted
  Cut,       // the body ended early
  Encoding,  // the body does not decode
  Stopped,   // cancelled, or the evaluation's time is up
};

struct Exchange {
  std::string method;
  std::vector<std::pair<std::string, std::string>> headers;  // checked
  std::optional<std::string> body;
  std::vector<Address> addresses;  // checked; the only ones that may be connected to
  uint32_t connect_timeout_ms = 0, read_timeout_ms = 0, total_timeout_ms = 0;
  uint64_t max_body_bytes = 0;  // decoded
  uint64_t max_bytes_down = 0;  // of all that arrives
  uint32_t max_header_bytes = 0, max_header_lines = 0;
  std::function<bool()> stop;  // asked every 20 milliseconds
};

struct Received {
  Failure failure = Failure::None;
  std::string problem;  // names neither addresses nor credentials
  int status = 0;
  std::string reason;
  std::vector<std::pair<std::string, std::string>> headers;  // as received, in order
  std::string body;
  uint64_t bytes_down = 0;
  uint64_t elapsed_us = 0;  // until the head of the answer was there
};

class Transfer {
 public:
  virtual ~Transfer() = default;
  virtual const Target& target() const = 0;
  // Once. Blocks.
  virtual Received run(const Exchange& exchange) = 0;
};

class Transport {
 public:
  virtual ~Transport() = default;
  // Reads a URL once, for the decision and for the request. Null if it is none that can be decided
  // on: see `problem`. Any thread.
  virtual std::unique_ptr<Transfer> parse(const std::string& url, std::string* problem) const = 0;
};

// By libcurl, trusting the authorities of `ca_file`. Null: see `problem`.
std::shared_ptr<const Transport> curl_transport(const std::string& ca_file, std::string* problem);

}  // namespace belljar::transport
