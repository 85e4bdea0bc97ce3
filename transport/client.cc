// One request from the door to the network and back: the decision, in its order, then the transfer.
// A redirect's next hop is a request like any other and takes the same way.
#include "transport/client.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "transport/egress_rules.h"
#include "transport/exchange_form.h"
#include "transport/received_head.h"

namespace belljar {

using namespace transport;

struct HttpClient::Impl {
  HttpPolicy policy;
  EgressRules rules;
  std::shared_ptr<Resolver> resolver;
  std::shared_ptr<const Transport> transport;
};

namespace {

uint64_t now_ns() {
  return static_cast<uint64_t>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                                   std::chrono::steady_clock::now().time_since_epoch())
                                   .count());
}

HostReply denied(std::string_view message) { return error_reply("connection", message); }

// The smaller of the program's wish and the policy, never 0.
uint32_t milliseconds(std::optional<double> wish, uint32_t most) {
  if (!wish || !(*wish * 1000 < most)) return most;
  return std::max(1u, static_cast<uint32_t>(std::max(0.0, *wish) * 1000));
}

bool same_origin(const Target& a, const Target& b) {
  return a.scheme == b.scheme && a.host == b.host && a.port == b.port;
}

// Checked headers in Latin-1; what may not go on to another origin is left out. Empty: good.
std::string take_headers(const RequestForm& request, bool crosses, Exchange* out) {
  if (request.headers.size() > kHeadersMost) return "More than 64 headers";
  for (const auto& [name, value] : request.headers) {
    if (crosses && !crosses_origins(name)) continue;
    std::string bytes;
    if (!to_latin1(value, &bytes)) return "The header " + lower(name) + " is not Latin-1";
    std::string problem = header_problem(name, bytes);
    if (!problem.empty()) return problem;
    out->headers.emplace_back(name, std::move(bytes));
  }
  return {};
}

}  // namespace

HttpUse::HttpUse(uint64_t time_ns, std::optional<Canceller> canceller)
    : deadline_ns_(now_ns() + time_ns), canceller_(std::move(canceller)) {}

bool HttpUse::must_stop() const {
  return (canceller_ && canceller_->cancelled()) || now_ns() >= deadline_ns_;
}

HttpClient::HttpClient(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpClient::~HttpClient() = default;

HttpClient::Made HttpClient::make(const HttpPolicy& policy) {
  return make_client(policy, system_resolver());
}

HostReply HttpClient::request(std::string_view request_json, HttpUse& use) const {
  const HttpPolicy& policy = impl_->policy;
  RequestForm request;
  if (!read_request(request_json, &request)) return HostReply::refused("malformed request");
  // 1, 2: the text, then one parser, whose result is decided on and sent.
  std::string problem = url_problem(request.url);
  std::unique_ptr<Transfer> transfer;
  if (problem.empty()) transfer = impl_->transport->parse(request.url, &problem);
  if (!transfer) return error_reply("invalid_url", "egress denied (url): " + problem);
  const Target& target = transfer->target();
  // Redirects: not too many, and never from a guarded connection to an open one.
  bool crosses = false;
  if (request.hop > 0) {
    if (request.hop > policy.max_redirects) {
      return error_reply("too_many_redirects",
                         "Exceeded " + std::to_string(policy.max_redirects) + " redirects.");
    }
    std::unique_ptr<Transfer> from = impl_->transport->parse(request.redirected_from, &problem);
    if (from && from->target().scheme == "https" && target.scheme != "https") {
      return denied("egress denied (redirect): from https to http");
    }
    crosses = !from || !same_origin(from->target(), target);
  }
  // 3, 4: scheme, port, host, method.
  const Rule* rule = impl_->rules.find(target, request.method, &problem);
  if (!rule) return denied(problem);
  Exchange exchange;
  problem = take_headers(request, crosses, &exchange);
  if (!problem.empty()) return error_reply("invalid_header", problem);
  // 6: what this evaluation may still use.
  if (use.requests_ >= policy.max_requests) {
    return denied("egress denied (requests): more than " + std::to_string(policy.max_requests));
  }
  const uint64_t up = request.url.size() + (request.body ? request.body->size() : 0);
  if (request.body && request.body->size() > policy.max_upload_bytes) {
    return denied("egress denied (size): the request's body is larger than " +
                  std::to_string(policy.max_upload_bytes) + " bytes");
  }
  if (request.body && request.method == "HEAD") {
    return denied("egress denied (method): HEAD takes no body");
  }
  if (use.bytes_ + up >= policy.max_total_bytes) {
    return denied("egress denied (bytes): this program has sent or received too much");
  }
  exchange.stop = [&use] { return use.must_stop(); };
  Received received;
  received.failure = Failure::Stopped;
  if (exchange.stop()) return failure_reply(received, target, request);
  ++use.requests_;
  use.bytes_ += up;
  exchange.connect_timeout_ms = milliseconds(request.connect_timeout, policy.connect_timeout_ms);
  exchange.read_timeout_ms = milliseconds(request.read_timeout, policy.read_timeout_ms);
  exchange.total_timeout_ms = policy.total_timeout_ms;
  // 5: all addresses of the name, judged together.
  if (target.literal) {
    exchange.addresses = {*target.literal};
  } else {
    const uint64_t patience = now_ns() + uint64_t{exchange.connect_timeout_ms} * 1'000'000;
    Resolution found = impl_->resolver->resolve(
        target.host, [&] { return exchange.stop() || now_ns() >= patience; });
    if (found.status != Resolution::Status::Found) {
      const bool stopped = found.status == Resolution::Status::Stopped;
      received.failure = !stopped          ? Failure::Connect
                         : exchange.stop() ? Failure::Stopped
                                           : Failure::ConnectTimeout;
      received.problem = "Failed to establish a new connection: " + found.problem;
      return failure_reply(received, target, request);
    }
    exchange.addresses = std::move(found.addresses);
  }
  if (!impl_->rules.allows(*rule, exchange.addresses)) {
    return denied("egress denied (address): '" + target.host + "' is not a public host");
  }
  exchange.method = request.method;
  exchange.body = std::move(request.body);
  exchange.max_body_bytes = policy.max_body_bytes;
  exchange.max_bytes_down = policy.max_total_bytes - use.bytes_;
  exchange.max_header_bytes = policy.max_header_bytes;
  exchange.max_header_lines = policy.max_header_lines;
  received = transfer->run(exchange);
  use.bytes_ += received.bytes_down;
  if (received.failure != Failure::None) return failure_reply(received, target, request);
  return write_reply(received);
}

namespace transport {

HttpClient::Made make_client(const HttpPolicy& policy, std::shared_ptr<Resolver> resolver) {
  if (std::string problem = policy.problem(); !problem.empty()) return {nullptr, problem};
  for (const char* name : {"SSLKEYLOGFILE", "SSL_CERT_FILE", "SSL_CERT_DIR", "HOSTALIASES",
                           "LOCALDOMAIN", "RES_OPTIONS"}) {
    unsetenv(name);
  }
  auto impl = std::make_unique<HttpClient::Impl>();
  std::string problem;
  impl->transport = curl_transport(policy.ca_file, &problem);
  if (!impl->transport) return {nullptr, problem};
  impl->policy = policy;
  impl->resolver = std::move(resolver);
  problem = impl->rules.read(policy.allow);
  if (!problem.empty()) return {nullptr, problem};
  return {std::make_shared<const HttpClient>(std::move(impl)), {}};
}

}  // namespace transport
}  // namespace belljar
