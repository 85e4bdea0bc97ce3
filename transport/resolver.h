// Names to addresses, apart from the transfer: all addresses of a name are judged together before
// anything connects, and the transfer is given exactly those. A test answers in its place.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "transport/address.h"

namespace belljar::transport {

struct Resolution {
  enum class Status { Found, NotFound, Stopped, Busy } status = Status::NotFound;
  std::vector<Address> addresses;
  std::string problem;  // "[Errno -2] Name or service not known"
};

class Resolver {
 public:
  virtual ~Resolver() = default;
  // Any thread. `stop` is asked every few milliseconds; true ends the look-up with Stopped.
  virtual Resolution resolve(const std::string& host, const std::function<bool()>& stop) = 0;
};

// getaddrinfo, each look-up in a thread of its own, since the call cannot be interrupted: a stuck
// one is left behind. At most kPendingMost are under way; the next one gets Busy.
inline constexpr int kPendingMost = 16;
std::shared_ptr<Resolver> system_resolver();

}  // namespace belljar::transport
