// The pull form: wishes as values, answers later, snapshots in between.
#include "belljar/session.h"

#include <gtest/gtest.h>

#include <string>

#include "belljar/engine.h"

namespace belljar {
namespace {

constexpr const char* kFlow = R"(
import bank
import datetime

total = 0

def decide(limit):
    global total
    print("at", datetime.datetime.now().year)
    for account in ["A", "B"]:
        try:
            total += bank.balance(account)
        except LookupError as e:
            print("skipped", e)
    return total > limit
)";

HostModule bank() {
  HostModule module("bank");
  module.effect("balance", "account: str", [](std::string_view) { return HostReply::answer("1"); });
  return module;
}

std::shared_ptr<const Program> compiled(const std::string& source = kFlow,
                                        const char* profile = "python") {
  Engine::Built built =
      Engine::Builder().profile(profile).allow_module("sym.sdk").add_module(bank()).build();
  Compiled made = built.engine->compile(source, "flow.py");
  EXPECT_TRUE(made.program) << made.report.text;
  return made.program;
}

const Invocation kCall = {.handler = "decide", .args_json = "[10]"};
const HostReply kNow = HostReply::answer("1700000000000000");

TEST(Session, YieldsEachWishAndEnds) {
  auto started = Session::start(compiled(), kCall);
  ASSERT_TRUE(started.session);
  Session& session = *started.session;
  ASSERT_TRUE(session.wish());
  EXPECT_EQ(session.wish()->service, "clock");
  EXPECT_EQ(session.wish()->call, "now");
  EXPECT_EQ(session.outcome().status, Status::Effect);
  EXPECT_TRUE(session.answer(kNow));
  ASSERT_TRUE(session.wish());
  EXPECT_EQ(session.wish()->service, "host");
  EXPECT_EQ(session.wish()->call, "bank.balance");
  EXPECT_EQ(session.wish()->arguments_json, R"({"account": "A"})");
  EXPECT_EQ(session.wish()->index, 1u);
  EXPECT_FALSE(session.answer(HostReply::pending()));
  EXPECT_TRUE(session.answer(HostReply::error(R"({"class": "LookupError", "message": "A"})")));
  ASSERT_TRUE(session.wish());
  EXPECT_EQ(session.wish()->arguments_json, R"({"account": "B"})");
  EXPECT_TRUE(session.answer(HostReply::answer("11")));
  EXPECT_FALSE(session.wish());
  EXPECT_EQ(session.outcome().status, Status::Ok);
  EXPECT_EQ(session.outcome().result_json, "true");
  EXPECT_EQ(session.outcome().output, "at 2023\nskipped A\n");
  EXPECT_EQ(session.outcome().usage.effects, 2u);
  EXPECT_FALSE(session.answer(kNow));
}

// The same as an evaluation whose host knows all at once: steps, memory, transcript.
TEST(Session, CostsAsOneRun) {
  struct Now final : Host {
    HostReply now() override { return kNow; }
  } host;
  Outcome direct = evaluate(compiled(), kCall, {.host = &host, .transcript = true});
  auto session = Session::start(compiled(), kCall).session;
  session->answer(kNow);
  session->answer(HostReply::answer("1"));
  session->answer(HostReply::answer("1"));
  EXPECT_EQ(session->outcome().json(), direct.json());
  EXPECT_EQ(session->snapshot(), direct.transcript);
}

TEST(Session, AHostAnswersWhatItKnows) {
  struct Some final : Host {
    HostReply now() override { return ++asked, kNow; }
    HostReply function(std::string_view, std::string_view arguments,
                       const EffectFunction& registered) override {
      ++asked;
      return arguments.find("\"A\"") != arguments.npos ? registered(arguments)
                                                       : HostReply::pending();
    }
    int asked = 0;
  } host;
  auto session = Session::start(compiled(), kCall, {.host = &host}).session;
  ASSERT_TRUE(session->wish());
  EXPECT_EQ(session->wish()->index, 2u);
  EXPECT_EQ(host.asked, 3);
  session->answer(HostReply::answer("20"));
  EXPECT_EQ(host.asked, 3);
  EXPECT_EQ(session->outcome().result_json, "true");
}

TEST(Session, ResumesFromASnapshotElsewhere) {
  std::string snapshot;
  {
    auto session = Session::start(compiled(), kCall).session;
    session->answer(kNow);
    snapshot = session->snapshot();
  }
  auto resumed = Session::resume(compiled(), snapshot);
  ASSERT_TRUE(resumed.session) << resumed.problem;
  ASSERT_TRUE(resumed.session->wish());
  EXPECT_EQ(resumed.session->wish()->call, "bank.balance");
  resumed.session->answer(HostReply::answer("4"));
  auto again = Session::resume(compiled(), resumed.session->snapshot());
  ASSERT_TRUE(again.session) << again.problem;
  again.session->answer(HostReply::answer("5"));
  EXPECT_EQ(again.session->outcome().result_json, "false");
  // What has ended resumes to its end.
  auto ended = Session::resume(compiled(), again.session->snapshot());
  ASSERT_TRUE(ended.session) << ended.problem;
  EXPECT_FALSE(ended.session->wish());
  EXPECT_EQ(ended.session->outcome().result_json, "false");
}

TEST(Session, ForeignSnapshotsAreRefused) {
  auto session = Session::start(compiled(), kCall).session;
  session->answer(kNow);
  const std::string snapshot = session->snapshot();
  EXPECT_FALSE(Session::resume(nullptr, snapshot).session);
  EXPECT_FALSE(Session::resume(compiled(), "").session);
  EXPECT_FALSE(Session::resume(compiled(), "{}").session);
  EXPECT_FALSE(Session::resume(compiled(), "[1]").session);
  EXPECT_FALSE(Session::resume(compiled("x = 1\n"), snapshot).session);
  EXPECT_FALSE(Session::resume(compiled(kFlow, "sym"), snapshot).session);
  std::string other = snapshot;
  other.replace(other.find("\"clock\""), 7, "\"sleep\"");
  auto departed = Session::resume(compiled(), other);
  EXPECT_FALSE(departed.session);
  EXPECT_NE(departed.problem.find("departs"), std::string::npos);
}

TEST(Session, ARefusalEnds) {
  auto session = Session::start(compiled(), kCall).session;
  EXPECT_TRUE(session->answer(HostReply::refused("no clock")));
  EXPECT_FALSE(session->wish());
  EXPECT_EQ(session->outcome().status, Status::Effect);
  EXPECT_EQ(session->outcome().effect_reason, "no clock");
}

TEST(Session, MisuseIsAnOutcome) {
  auto session = Session::start(nullptr, kCall).session;
  ASSERT_TRUE(session);
  EXPECT_FALSE(session->wish());
  EXPECT_EQ(session->outcome().status, Status::Error);
  Limits none;
  none.steps = 0;
  session = Session::start(compiled(), kCall, {.limits = none}).session;
  EXPECT_FALSE(session->wish());
  EXPECT_EQ(session->outcome().error->class_name, "InvalidCall");
}

TEST(Session, CanBeCancelled) {
  Canceller canceller;
  auto session = Session::start(compiled(), kCall, {.canceller = canceller}).session;
  ASSERT_TRUE(session->wish());
  canceller.cancel();
  session->answer(kNow);
  EXPECT_FALSE(session->wish());
  EXPECT_EQ(session->outcome().limit, "cancelled");
}

TEST(Session, OutsideOfOnePendingIsARefusal) {
  struct Later final : Host {
    HostReply now() override { return HostReply::pending(); }
  } host;
  Outcome out = evaluate(compiled(), kCall, {.host = &host});
  EXPECT_EQ(out.status, Status::Effect);
  EXPECT_EQ(out.effect, "clock.now");
}

}  // namespace
}  // namespace belljar
