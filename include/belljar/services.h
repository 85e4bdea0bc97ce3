// Okta, PagerDuty and Slack for hosts: answers the SDK's calls ("okta.users_in_group" …) from the
// vendors' public REST APIs. A Host forwards what it wants answered that way:
//
//   belljar::ServicesConfig config;
//   config.okta = {.base_url = "https://example.okta.com", .token = my_secret};
//   auto made = belljar::LiveServices::make(config);         // one a process and configuration
//   HostReply call(std::string_view name, std::string_view arguments) override {
//     return services->call(name, arguments, event_json, use);  // `use`: one an evaluation
//   }
//
// A program never sees a token: the requests are made below the door, which knows only the call
// and its answer, and a token that a service sends back is replaced. Link belljar_live.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "belljar/host.h"
#include "belljar/http.h"

namespace belljar {

struct ServiceConfig {
  // Where the API is, without a slash at the end: https, or http on this machine itself. Empty: the
  // vendor's own ("https://api.pagerduty.com", "https://slack.com/api"); Okta has none.
  std::string base_url = {};
  std::string token = {};  // empty: the service is not offered. Printable ASCII.
};

struct ServicesConfig {
  ServiceConfig okta = {};       // an API token (SSWS)
  ServiceConfig pagerduty = {};  // a REST API key
  ServiceConfig slack = {};      // a bot token
  // Of one call of the SDK:
  uint32_t max_pages = 100;        // of one list; more is an error, never a part of the list
  uint32_t max_retries = 3;        // of one request, after answers 429
  uint32_t max_wait_seconds = 30;  // that a 429 may ask for; more is an error at once
  // Caps of the requests; nothing but the base URLs is allowed, whatever `allow` says.
  HttpPolicy http = generous();

  static HttpPolicy generous();  // 500 requests, 64 MiB, 8 MiB a body
};

// Any number of evaluations on any threads may share one.
class LiveServices {
 public:
  struct Made;
  // As HttpClient::make: before other threads run.
  static Made make(const ServicesConfig& config);
  ~LiveServices();
  LiveServices(const LiveServices&) = delete;
  LiveServices& operator=(const LiveServices&) = delete;

  // The answer to Host::call. Refused: no such call, or its service has no token. `event_json`: the
  // event document of the evaluation, or empty; its users keep their ids and are found by their
  // stored identities. `now`: the evaluation's clock, in microseconds since 1970; absent: the
  // machine's. Never throws; blocks, waits for rate limits included, until `use` ends.
  HostReply call(std::string_view name, std::string_view arguments_json,
                 std::string_view event_json, HttpUse& use,
                 std::optional<int64_t> now = std::nullopt) const;

  struct Impl;
  explicit LiveServices(std::unique_ptr<Impl> impl);

 private:
  std::unique_ptr<Impl> impl_;
};

struct LiveServices::Made {
  std::shared_ptr<const LiveServices> services;  // null: see `problem`
  std::string problem;
};

}  // namespace belljar
