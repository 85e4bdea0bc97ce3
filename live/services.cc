// LiveServices: from the name of a call to its row; tokens stay below.
#include "belljar/services.h"

#include "live/calls.h"

namespace belljar {

using namespace live;

struct LiveServices::Impl {
  ServicesConfig config;
  std::shared_ptr<const HttpClient> client;
};

namespace {

struct Row {
  Service (*service)();
  ServiceConfig ServicesConfig::*config;
};
constexpr Row kServices[] = {
    {okta, &ServicesConfig::okta},
    {pagerduty, &ServicesConfig::pagerduty},
    {slack, &ServicesConfig::slack},
};

// Characters that are the same in JSON, so that a token is found wherever it stands.
bool is_plain(std::string_view token) {
  for (char c : token) {
    if (c <= ' ' || c > '~' || c == '"' || c == '\\') return false;
  }
  return true;
}

void remove_token(std::string* text, const std::string& token) {
  for (size_t at = text->find(token); at != std::string::npos; at = text->find(token, at)) {
    text->replace(at, token.size(), "[token]");
    at += 7;
  }
}

// "https://HOST[:PORT]/path" as the rule that opens exactly that host and port.
std::string open_url(const std::string& service, const std::string& url, HttpPolicy* policy) {
  const bool plain = url.starts_with("http://");
  if (!plain && !url.starts_with("https://")) return service + ": base_url is no URL";
  if (url.find_first_of("?#@ ") != std::string::npos || url.ends_with('/')) {
    return service + ": base_url has a query, credentials or a slash at its end";
  }
  std::string place = url.substr(plain ? 7 : 8);
  place = place.substr(0, place.find('/'));
  auto rule = HttpRule::parse(place);
  if (!rule) return service + ": base_url has no host";
  if (rule->host.find_first_of("*/") != std::string::npos) return service + ": base_url is no URL";
  rule->plain_http = false;  // but on this machine itself
  if (plain && rule->ports.empty()) rule->ports = {80};
  rule->methods = {"GET", "POST"};
  policy->allow.push_back(std::move(*rule));
  return {};
}

}  // namespace

HttpPolicy ServicesConfig::generous() {
  HttpPolicy policy;
  policy.max_requests = 500;
  policy.max_total_bytes = 64ull << 20;
  policy.max_body_bytes = 8ull << 20;
  return policy;
}

LiveServices::LiveServices(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LiveServices::~LiveServices() = default;

LiveServices::Made LiveServices::make(const ServicesConfig& config) {
  auto impl = std::make_unique<Impl>();
  impl->config = config;
  impl->config.http.allow.clear();
  for (const Row& row : kServices) {
    const Vendor& vendor = row.service().vendor;
    ServiceConfig& service = impl->config.*row.config;
    if (service.token.empty()) continue;
    if (!is_plain(service.token) || service.token.size() < 8) {
      return {nullptr, std::string(vendor.service) + ": the token is no token"};
    }
    if (service.base_url.empty()) service.base_url = vendor.default_url;
    std::string problem = open_url(vendor.service, service.base_url, &impl->config.http);
    if (!problem.empty()) return {nullptr, problem};
  }
  if (config.max_pages == 0) return {nullptr, "max_pages is 0"};
  HttpClient::Made made = HttpClient::make(impl->config.http);
  if (!made.client) return {nullptr, made.problem};
  impl->client = std::move(made.client);
  return {std::make_shared<const LiveServices>(std::move(impl)), {}};
}

HostReply LiveServices::call(std::string_view name, std::string_view arguments_json,
                             std::string_view event_json, HttpUse& use,
                             std::optional<int64_t> now) const {
  for (const Row& row : kServices) {
    const Service service = row.service();
    if (name.substr(0, name.find('.')) != service.vendor.service) continue;
    const ServiceConfig& config = impl_->config.*row.config;
    if (config.token.empty()) break;
    for (const CallRow& call : service.calls) {
      if (name != call.name) continue;
      const Json event = parsed(event_json), arguments = parsed(arguments_json);
      Session session(service.vendor, config, impl_->config, *impl_->client, event, use, now);
      std::optional<Json> answer = call.fn(session, arguments);
      HostReply reply = answer            ? HostReply::answer(dumped(*answer))
                        : session.error() ? *session.error()
                                          : HostReply::refused();
      remove_token(&reply.json, config.token);
      return reply;
    }
  }
  return HostReply::refused("no live service offers it");
}

}  // namespace belljar
