// The system's resolver, made stoppable.
#include "transport/resolver.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <system_error>
#include <thread>

namespace belljar::transport {

namespace {

constexpr auto kGlance = std::chrono::milliseconds(20);
constexpr size_t kAddressesMost = 32;

// Shared with the thread, which may outlive the look-up.
struct Lookup {
  std::string host;
  std::mutex mutex;
  std::condition_variable done_changed;
  bool done = false;
  Resolution result;
};

bool address_of(const sockaddr* from, Address* out) {
  if (from->sa_family == AF_INET) {
    sockaddr_in in;
    std::memcpy(&in, from, sizeof in);
    std::memcpy(out->bytes.data(), &in.sin_addr, 4);
    return true;
  }
  if (from->sa_family != AF_INET6) return false;
  sockaddr_in6 in6;
  std::memcpy(&in6, from, sizeof in6);
  out->v6 = true;
  std::memcpy(out->bytes.data(), &in6.sin6_addr, 16);
  return true;
}

Resolution look_up(const std::string& host) {
  Resolution out;
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  const int error = getaddrinfo(host.c_str(), nullptr, &hints, &found);
  if (error != 0) {
    out.problem = "[Errno " + std::to_string(error) + "] " + gai_strerror(error);
    return out;
  }
  for (const addrinfo* at = found; at; at = at->ai_next) {
    Address address;
    if (!address_of(at->ai_addr, &address)) continue;
    // More than can be tried: the rest is neither judged nor used.
    if (out.addresses.size() < kAddressesMost) out.addresses.push_back(address);
  }
  freeaddrinfo(found);
  if (!out.addresses.empty()) out.status = Resolution::Status::Found;
  return out;
}

class SystemResolver final : public Resolver {
 public:
  Resolution resolve(const std::string& host, const std::function<bool()>& stop) override {
    if (pending_->fetch_add(1) >= kPendingMost) {
      pending_->fetch_sub(1);
      return {Resolution::Status::Busy, {}, "too many names are being looked up"};
    }
    auto lookup = std::make_shared<Lookup>();
    lookup->host = host;
    try {
      std::thread([lookup, pending = pending_] {
        Resolution result = look_up(lookup->host);
        {
          std::lock_guard<std::mutex> lock(lookup->mutex);
          lookup->result = std::move(result);
          lookup->done = true;
        }
        lookup->done_changed.notify_one();
        pending->fetch_sub(1);
      }).detach();
    } catch (const std::system_error&) {
      pending_->fetch_sub(1);
      return {Resolution::Status::Busy, {}, "no thread to look a name up"};
    }
    std::unique_lock<std::mutex> lock(lookup->mutex);
    while (!lookup->done) {
      if (stop()) return {Resolution::Status::Stopped, {}, {}};
      lookup->done_changed.wait_for(lock, kGlance);
    }
    return lookup->result;
  }

 private:
  std::shared_ptr<std::atomic<int>> pending_ = std::make_shared<std::atomic<int>>(0);
};

}  // namespace

std::shared_ptr<Resolver> system_resolver() { return std::make_shared<SystemResolver>(); }

}  // namespace belljar::transport
