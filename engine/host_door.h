// The runtime's Door onto a public Host: counts effects, lets no exception through, and remembers
// what was refused, for the Outcome.
#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "belljar/host.h"
#include "engine/host_functions.h"
#include "engine/redactor.h"
#include "engine/transcript.h"
#include "interp/isolate.h"
#include "runtime/door.h"

namespace belljar {

class HostDoor final : public Door {
 public:
  // `host` null: everything is refused. `redactor` learns the secrets that are handed out.
  // `transcript` may be null. `functions`: those of the engine's host modules.
  HostDoor(Host* host, Isolate& isolate, Redactor& redactor, TranscriptWriter* transcript,
           const HostFunctions& functions)
      : host_(host),
        isolate_(isolate),
        redactor_(redactor),
        transcript_(transcript),
        functions_(functions) {}

  // Services: "clock" ("now"), "http" ("request"), "secret" ("retrieve_value", {"path": …}), "sdk"
  // (the call's own name) and "host" ("module.function").
  DoorReply request(std::string_view service, std::string_view call,
                    std::string_view arguments_json) override;

  // A call of the host may take long. What stops the evaluation meanwhile (the flag, or its time)
  // is noticed as soon as the call ends, and not by what the program makes of the answer.
  const HostFunctions& functions() const { return functions_; }
  void watch(const std::atomic<bool>* cancelled, uint64_t time_ns);

  const std::string& refused_call() const { return refused_call_; }
  const std::string& reason() const { return reason_; }

 private:
  bool stopped_meanwhile();
  HostReply ask_function(std::string_view call, std::string_view arguments_json);
  HostReply ask(std::string_view service, std::string_view call, std::string_view arguments_json);

  Host* host_;
  Isolate& isolate_;
  const std::atomic<bool>* cancelled_ = nullptr;
  std::optional<std::chrono::steady_clock::time_point> deadline_;
  Redactor& redactor_;
  TranscriptWriter* transcript_;
  const HostFunctions& functions_;
  std::string refused_call_;
  std::string reason_;
};

}  // namespace belljar
