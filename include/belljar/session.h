// Session: an evaluation whose effects are answered later: by an event loop, another process, a
// person. It yields each wish as a value; nothing waits, no thread is held, nothing is called back.
//
//   auto started = Session::start(program, {.handler = "on_request", .event_json = event});
//   Session& session = *started.session;
//   while (const Wish* wish = session.wish()) {
//     session.answer(HostReply::answer(ask_somebody(*wish)));  // whenever it is known
//   }
//   use(session.outcome());
//
// How: by running again. Each answer starts the program anew with all answers so far, up to the
// next wish; as evaluations are deterministic, it comes to the same point. A program with n effects
// costs about n/2 times its own work, and no memory between two answers but the answers. Its limits
// are those of one run: nothing is counted twice, and time that passes between answers not at all.
//
// A snapshot is the transcript of what has been answered: JSON ("belljar/transcript/1", its outcome
// "effect"). It can be kept, sent, and resumed in another process. Secrets' values are not in it
// and must be given again.
//
// Threads: one thread at a time uses a Session; any thread may. Sessions of one Program may run at
// the same time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "belljar/evaluation.h"
#include "belljar/host.h"
#include "belljar/replay.h"

namespace belljar {

// An effect that a program waits for. The texts live until the next answer.
struct Wish {
  // "clock" ("now"), "http" ("request"), "secret" ("retrieve_value"), "sdk" ("okta.list_groups" …)
  // or "host" ("bank.balance" …); the forms of arguments and answers are those of host.h.
  std::string service;
  std::string call;
  std::string arguments_json;
  uint32_t index = 0;  // how many effects were answered before it
};

struct SessionOptions {
  std::optional<Limits> limits = {};  // absent: the engine's
  // Answers what it can at once (the clock, a cache); what it answers with HostReply::pending()
  // becomes a wish. Null: everything is a wish, host modules' effects included. Must outlive the
  // Session. Each effect is asked for once, however often the program runs.
  Host* host = nullptr;
  std::optional<Canceller> canceller = {};
};

class Session {
 public:
  struct Started;

  // Runs until the first wish, or to the end. Never throws. The texts of `invocation` are copied.
  // Misuse (no program, unusable limits) is an Outcome as evaluate() gives it.
  static Started start(const std::shared_ptr<const Program>& program, const Invocation& invocation,
                       const SessionOptions& options = {});
  // Goes on from a snapshot. `program` must be compiled from the same source by an engine with the
  // same profile and modules. `secrets`: the values of the secrets that were answered before.
  // Refused (see Started::problem): no snapshot, one of another program, a secret missing, or a run
  // that does not come to the same wish. The snapshot's limits hold, unless `options` has others.
  static Started resume(const std::shared_ptr<const Program>& program, std::string_view snapshot,
                        const std::vector<Replay::Secret>& secrets = {},
                        const SessionOptions& options = {});
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // What the program waits for; null: the session has ended. Valid until the next answer().
  const Wish* wish() const noexcept;
  // Answers the wish and runs on: to the next one, or to the end. False, and nothing happens: there
  // is no wish, or the reply is itself pending. A refusal ends the evaluation with Status::Effect.
  bool answer(const HostReply& reply);
  // Of the ended session; while there is a wish, what the program has come to so far, with
  // Status::Effect. Its `transcript` is always written.
  const Outcome& outcome() const noexcept;
  // For resume(). After the end: the transcript of the whole, for Replay.
  std::string snapshot() const;

  struct Impl;

 private:
  explicit Session(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct Session::Started {
  std::unique_ptr<Session> session;  // null: see `problem`
  std::string problem;
};

}  // namespace belljar
