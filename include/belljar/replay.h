// Replay: decides again from a transcript (Outcome::transcript), without the world that it was
// recorded in. A Replay is a Host that gives the recorded answers as long as the program asks for
// the same things in the same order, and says where it first does not.
//
//   auto loaded = belljar::Replay::load(transcript);
//   belljar::Replay& replay = *loaded.replay;
//   auto built = belljar::Engine::Builder().profile(replay.profile()).build();
//   auto compiled = built.engine->compile(replay.source(), replay.name());
//   auto outcome = belljar::evaluate(compiled.program, replay.invocation(),
//                                    {.limits = replay.limits(), .host = &replay});
//   bool same = replay.departures(outcome).empty();
//
// Secrets are not in a transcript. Unless their values are given, the program sees stand-ins of the
// same size, which costs the same steps; only a program that looks inside a secret departs.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "belljar/evaluation.h"
#include "belljar/host.h"

namespace belljar {

// The first place where a replay is not what was recorded, and what differs there.
struct Departure {
  std::string path;      // "effects[3].arguments.url", "outcome.result.channel_name"
  std::string expected;  // JSON text as recorded; empty: nothing was
  std::string got;       // empty: nothing came
};

// For one evaluation, on the thread that runs it; load another for the next.
class Replay final : public Host {
 public:
  struct Loaded;
  struct Secret {
    std::string path;
    std::string value;
  };
  // `transcript`: as Outcome::transcript has it; need not outlive the call. `secrets`: values for
  // the secrets' paths, where the caller has them. Never throws; any thread.
  static Loaded load(std::string_view transcript, const std::vector<Secret>& secrets = {});
  ~Replay() override;

  // What was evaluated. The texts live as long as the Replay.
  std::string_view profile() const noexcept;
  const std::vector<std::string>& modules() const noexcept;  // granted beyond the profile
  std::string_view name() const noexcept;
  std::string_view source() const noexcept;
  std::string_view version() const noexcept;  // of the belljar that recorded it
  Invocation invocation() const noexcept;
  const Limits& limits() const noexcept;
  size_t effects() const noexcept;

  HostReply now() override;
  HostReply http(std::string_view request_json) override;
  HostReply call(std::string_view name, std::string_view arguments_json) override;
  HostReply secret(std::string_view path) override;
  HostReply function(std::string_view name, std::string_view arguments_json,
                     const EffectFunction& registered) override;

  // Whether the program has asked for something else than was recorded.
  bool departed() const noexcept;
  // Empty: bit for bit the same, step count included. Else the first departing effect alone, as
  // everything after it follows from it; or the differences of the outcomes. After the evaluation.
  std::vector<Departure> departures(const Outcome& outcome) const;

  struct Impl;

 private:
  explicit Replay(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct Replay::Loaded {
  std::unique_ptr<Replay> replay;  // null: malformed
  std::string problem;
};

}  // namespace belljar
