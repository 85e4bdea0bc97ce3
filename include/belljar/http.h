// HTTP for hosts: answers a program's requests from the network, by a policy that is data. Default:
// nothing can be reached. The forms of requests and replies are those of Host::http (host.h).
//
//   belljar::HttpPolicy policy;
//   policy.allow.push_back({.host = "api.example.com"});
//   auto made = belljar::HttpClient::make(policy);        // one a process and policy
//   struct MyHost : belljar::Host {
//     HostReply http(std::string_view request) override { return client->request(request, use); }
//     std::shared_ptr<const belljar::HttpClient> client;
//     belljar::HttpUse use;                               // one an evaluation
//   };
//
// Link belljar_transport as well: the interpreter itself needs no network library.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "belljar/evaluation.h"
#include "belljar/host.h"

namespace belljar {

// One place that programs may reach.
struct HttpRule {
  // A name ("api.example.com"), all names below one ("*.example.com"), an address ("192.0.2.7",
  // "::1"), or a range ("10.0.0.0/8"). Names never match addresses. An address or a range opens
  // itself, private or not; a range also opens itself to the names of the other rules.
  std::string host = {};
  std::vector<uint16_t> ports = {};       // empty: 443, and 80 where plain http is allowed
  bool plain_http = false;                // false: https only
  std::vector<std::string> methods = {};  // empty: GET HEAD POST PUT PATCH DELETE OPTIONS
  // Private ranges ("10.1.0.0/16") that the name may resolve to; public addresses always may.
  std::vector<std::string> private_ranges = {};

  // "HOST[:PORT]", or "http://HOST[:PORT]" to allow plain http. Plain http is also allowed to this
  // machine itself (localhost, 127.0.0.0/8, ::1), whose traffic nobody else sees. Nothing if the
  // text is none of these. Any thread.
  static std::optional<HttpRule> parse(std::string_view text);
};

// Every cap is finite and none may be 0.
struct HttpPolicy {
  std::vector<HttpRule> allow = {};
  // Of one evaluation:
  uint32_t max_requests = 20;
  uint64_t max_total_bytes = 8ull << 20;  // bodies and headers, up and down
  // Of one request:
  uint64_t max_body_bytes = 1ull << 20;  // received, decoded
  uint64_t max_upload_bytes = 1ull << 20;
  uint32_t max_header_bytes = 64u << 10;  // received, of all blocks together
  uint32_t max_header_lines = 200;
  uint32_t max_redirects = 5;
  uint32_t connect_timeout_ms = 10'000;
  uint32_t read_timeout_ms = 10'000;   // between two bytes
  uint32_t total_timeout_ms = 30'000;  // of one exchange
  // PEM file of the authorities that may vouch for a server. Neither a program nor the environment
  // can name another.
  std::string ca_file = "/etc/ssl/certs/ca-certificates.crt";

  // Empty if the policy can be used, else a sentence that says why not. Any thread.
  std::string problem() const;
};

// What one evaluation has used. One thread at a time; must outlive the evaluation.
class HttpUse {
 public:
  // `time_ns`: when requests must have ended at the latest, from now: the evaluation's time limit.
  // A request that is under way when `canceller` is cancelled ends within 50 milliseconds.
  explicit HttpUse(uint64_t time_ns = 10'000'000'000, std::optional<Canceller> canceller = {});

  uint32_t requests() const noexcept { return requests_; }
  uint64_t bytes() const noexcept { return bytes_; }
  // Cancelled, or out of time: whoever waits for something on behalf of the evaluation stops.
  bool must_stop() const;

 private:
  friend class HttpClient;
  uint32_t requests_ = 0;
  uint64_t bytes_ = 0;
  uint64_t deadline_ns_;
  std::optional<Canceller> canceller_;
};

// Any number of evaluations on any threads may share one.
class HttpClient {
 public:
  struct Made;
  // Call it before other threads run: it initialises the TLS library, and takes from the process's
  // environment the variables by which that library would write down session keys or trust other
  // authorities (SSLKEYLOGFILE, SSL_CERT_FILE, SSL_CERT_DIR), and those that redirect the look-up
  // of names (HOSTALIASES, LOCALDOMAIN, RES_OPTIONS).
  static Made make(const HttpPolicy& policy);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // The answer to Host::http. Never throws; blocks until the exchange is done, or until the policy,
  // `use` or the request's own timeout ends it. Nothing is kept between two calls: no connection,
  // no cookie, no name.
  HostReply request(std::string_view request_json, HttpUse& use) const;

  struct Impl;
  explicit HttpClient(std::unique_ptr<Impl> impl);

 private:
  std::unique_ptr<Impl> impl_;
};

struct HttpClient::Made {
  std::shared_ptr<const HttpClient> client;  // null: see `problem`
  std::string problem;
};

}  // namespace belljar
