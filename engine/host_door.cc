// Door requests as calls of a Host.
#include "engine/host_door.h"

#include <exception>
#include <nlohmann/json.hpp>

#include "engine/json_text.h"

namespace belljar {
namespace {

constexpr uint64_t kClockSteps = 100;
// An exchange takes the host's time whether it is refused or not, and a program may go on after a
// refusal: a scan of ports by way of handled errors ends by steps before it ends by effects.
constexpr uint64_t kHttpSteps = 10'000;

std::string secret_path(std::string_view arguments_json) {
  std::string problem;
  std::optional<Json> arguments = parse_json(arguments_json, &problem);
  return arguments && arguments->is_object() ? arguments->value("path", std::string())
                                             : std::string();
}

std::string secret_value(const std::string& reply_json) {
  std::string problem;
  std::optional<Json> value = parse_json(reply_json, &problem);
  return value && value->is_string() ? value->get<std::string>() : reply_json;
}

}  // namespace

// A replay, or a host that answers later, stands before the function itself.
HostReply HostDoor::ask_function(std::string_view call, std::string_view arguments_json) {
  const EffectFunction& function = functions_.effect(call);
  if (host_) return host_->function(call, arguments_json, function);
  return function ? function(arguments_json) : HostReply::refused("no such function");
}

HostReply HostDoor::ask(std::string_view service, std::string_view call,
                        std::string_view arguments_json) {
  try {
    if (service == "host") return ask_function(call, arguments_json);
    if (!host_) return HostReply::refused("this evaluation has no host");
    if (service == "clock") return host_->now();
    if (service == "http") return host_->http(arguments_json);
    if (service == "secret") return host_->secret(secret_path(arguments_json));
    return host_->call(call, arguments_json);
  } catch (const std::exception& e) {
    return HostReply::refused(std::string("the host failed: ") + e.what());
  } catch (...) {
    return HostReply::refused("the host failed");
  }
}

void HostDoor::watch(const std::atomic<bool>* cancelled, uint64_t time_ns) {
  cancelled_ = cancelled;
  deadline_ = std::chrono::steady_clock::now() + std::chrono::nanoseconds(time_ns);
}

bool HostDoor::stopped_meanwhile() {
  if (cancelled_ && cancelled_->load(std::memory_order_relaxed)) {
    isolate_.stop(Limit::Cancelled);
  } else if (deadline_ && std::chrono::steady_clock::now() >= *deadline_) {
    isolate_.stop(Limit::Time);
  } else {
    return false;
  }
  return true;
}

DoorReply HostDoor::request(std::string_view service, std::string_view call,
                            std::string_view arguments_json) {
  std::string name = service == "sdk" || service == "host"
                         ? std::string(call)
                         : std::string(service) + "." + std::string(call);
  // Looking at the clock changes nothing outside: it costs steps, not an effect. Over the limit the
  // isolate has stopped already; the caller's own stop() changes nothing.
  bool allowed = service == "clock" ? isolate_.charge(kClockSteps) : isolate_.charge_effect();
  if (service == "http") allowed = allowed && isolate_.charge(kHttpSteps);
  if (!allowed) return {DoorReply::Status::Refused, name};
  HostReply reply = ask(service, call, arguments_json);
  if (stopped_meanwhile()) return {DoorReply::Status::Refused, name};
  if (transcript_) transcript_->effect(service, call, arguments_json, reply, redactor_);
  if (service == "secret" && reply.status == HostReply::Status::Answer) {
    redactor_.add(secret_path(arguments_json), secret_value(reply.json));
  }
  switch (reply.status) {
    case HostReply::Status::Answer:
      return {DoorReply::Status::Answer, std::move(reply.json)};
    case HostReply::Status::Error:
      return {DoorReply::Status::Error, std::move(reply.json)};
    case HostReply::Status::Refused:
    case HostReply::Status::Pending:
      break;
  }
  refused_call_ = name;
  reason_ = std::move(reply.json);
  return {DoorReply::Status::Refused, name};
}

}  // namespace belljar
