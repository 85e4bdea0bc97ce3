// Recording and replaying through the public API.
#include "belljar/replay.h"

#include <gtest/gtest.h>

#include <string>

#include "belljar/engine.h"

namespace belljar {
namespace {

constexpr const char* kFlow = R"(
import datetime
import requests


def decide():
    now = datetime.datetime.now()
    answer = requests.get("https://api.example/" + str(now.year)).json()
    print("asked", answer["n"])
    return answer["n"] + 1
)";

class Answering final : public Host {
 public:
  HostReply now() override { return HostReply::answer("1700000000000000"); }
  HostReply http(std::string_view request) override {
    if (request.find("/2023") == std::string_view::npos) return HostReply::refused("not that");
    return HostReply::answer(
        R"({"status": 200, "reason": "OK", "headers": {}, "body": "{\"n\": 41}"})");
  }
};

std::shared_ptr<const Program> compiled(const std::string& source) {
  Engine::Built built = Engine::Builder().profile("python").allow_module("requests").build();
  if (!built.engine) built = Engine::Builder().profile("sym").build();
  Compiled made = built.engine->compile(source, "flow.py");
  EXPECT_TRUE(made.program) << made.report.text;
  return made.program;
}

Outcome recorded() {
  Answering host;
  EvaluateOptions options;
  options.host = &host;
  options.transcript = true;
  return evaluate(compiled(kFlow), {.handler = "decide"}, options);
}

std::vector<Departure> replayed(const std::string& transcript, const std::string& source) {
  Replay::Loaded loaded = Replay::load(transcript);
  EXPECT_TRUE(loaded.replay) << loaded.problem;
  EvaluateOptions options;
  options.host = loaded.replay.get();
  options.limits = loaded.replay->limits();
  Outcome outcome = evaluate(compiled(source), loaded.replay->invocation(), options);
  return loaded.replay->departures(outcome);
}

std::string changed(std::string source, const std::string& from, const std::string& to) {
  source.replace(source.find(from), from.size(), to);
  return source;
}

TEST(ReplayTest, TheSameProgramIsTheSame) {
  Outcome outcome = recorded();
  ASSERT_EQ(outcome.result_json, "42");
  EXPECT_TRUE(replayed(outcome.transcript, kFlow).empty());
}

TEST(ReplayTest, NoTranscriptUnlessAskedFor) {
  Answering host;
  EXPECT_EQ(evaluate(compiled(kFlow), {.handler = "decide"}, {.host = &host}).transcript, "");
}

TEST(ReplayTest, AnotherRequestDepartsThere) {
  auto departures = replayed(recorded().transcript, changed(kFlow, "api.example", "api.other"));
  ASSERT_EQ(departures.size(), 1u);
  EXPECT_EQ(departures[0].path, "effects[1].arguments.url");
  EXPECT_EQ(departures[0].expected, "\"https://api.example/2023\"");
  EXPECT_EQ(departures[0].got, "\"https://api.other/2023\"");
}

TEST(ReplayTest, AnotherResultDepartsInTheOutcome) {
  auto departures = replayed(recorded().transcript, changed(kFlow, "+ 1", "+ 2"));
  ASSERT_EQ(departures.size(), 1u);
  EXPECT_EQ(departures[0].path, "outcome.result");
}

TEST(ReplayTest, AnEffectMoreOrLessDeparts) {
  auto more = replayed(recorded().transcript,
                       changed(kFlow, "    return", "    datetime.date.today()\n    return"));
  ASSERT_EQ(more.size(), 1u);
  EXPECT_EQ(more[0].path, "effects[2]");
  EXPECT_EQ(more[0].got, "clock.now");
  auto less = replayed(recorded().transcript,
                       changed(kFlow, "    now = ", "    if True:\n        return 42\n    now = "));
  ASSERT_EQ(less.size(), 1u);
  EXPECT_EQ(less[0].path, "effects[0]");
  EXPECT_EQ(less[0].got, "");
}

// What is nested more deeply than a transcript may be is kept as its text.
TEST(ReplayTest, DeepDocumentsCanBeReadBack) {
  auto program = compiled(
      "def decide(event, deep):\n    for i in range(300):\n        deep = [deep]\n    return "
      "deep\n");
  for (int depth : {1, 240, 247, 248, 249, 255, 256, 400}) {
    const std::string args = "[" + std::string(depth, '[') + std::string(depth, ']') + "]";
    EvaluateOptions options;
    options.transcript = true;
    Outcome outcome = evaluate(program, {.handler = "decide", .args_json = args}, options);
    Replay::Loaded loaded = Replay::load(outcome.transcript, {});
    ASSERT_TRUE(loaded.replay) << depth << ": " << loaded.problem;
    EvaluateOptions again;
    again.host = loaded.replay.get();
    EXPECT_TRUE(
        loaded.replay->departures(evaluate(program, loaded.replay->invocation(), again)).empty())
        << depth;
  }
}

TEST(ReplayTest, MalformedTranscriptsAreRefused) {
  for (
      const char* text :
      {"", "[]", "{}", R"({"schema": "belljar/transcript/2"})",
       R"({"schema": "belljar/transcript/1", "source": {}, "effects": [1], "limits": {}, "outcome": {}})",
       R"({"schema": "belljar/transcript/1", "source": {}, "effects": [], "limits": {"steps": 0}, "outcome": {}})"}) {
    Replay::Loaded loaded = Replay::load(text);
    EXPECT_FALSE(loaded.replay) << text;
    EXPECT_NE(loaded.problem, "") << text;
  }
}

}  // namespace
}  // namespace belljar
