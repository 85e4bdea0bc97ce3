// The envelope, the lines of a log, the limits that can be used.
#include <gtest/gtest.h>

#include "belljar/limits.h"
#include "belljar/outcome.h"

namespace belljar {
namespace {

TEST(Outcome, SplitsLogs) {
  Outcome outcome;
  auto logs = [&](const char* text) {
    outcome.output = text;
    return outcome.logs();
  };
  using Lines = std::vector<std::string>;
  EXPECT_EQ(logs(""), Lines{});
  EXPECT_EQ(logs("a\nb\n"), (Lines{"a", "b"}));
  EXPECT_EQ(logs("a\nb"), (Lines{"a", "b"}));
  EXPECT_EQ(logs("\n"), Lines{""});
  EXPECT_EQ(logs("a\n\n"), (Lines{"a", ""}));
}

TEST(Outcome, WritesTheEnvelope) {
  Outcome outcome;
  outcome.status = Status::Ok;
  outcome.handler = "on_request";
  outcome.kind = "hook";
  outcome.result_json = R"({"a":1})";
  outcome.output = "hi\n";
  outcome.usage = {7, 8, 2, 1};
  EXPECT_EQ(outcome.json(),
            R"({"schema":"belljar/decision/1","handler":"on_request","kind":"hook","status":"ok",)"
            R"("result":{"a":1},"logs":["hi"],)"
            R"("usage":{"steps":7,"memory_bytes":8,"depth":2,"effects":1}})");
  outcome.status = Status::Error;
  outcome.handler.clear();
  outcome.error = ErrorReport{"KeyError", std::nullopt, "'x'", std::nullopt, 3, {{3, "f"}}, "…"};
  EXPECT_EQ(
      outcome.json(),
      R"({"schema":"belljar/decision/1","status":"error","error":{"class":"KeyError","code":null,)"
      R"("message":"'x'","hint":null,"line":3,"traceback":[{"line":3,"function":"f"}]},)"
      R"("logs":["hi"],"usage":{"steps":7,"memory_bytes":8,"depth":2,"effects":1}})");
}

TEST(Limits, MayNotBeZero) {
  EXPECT_EQ(Limits().problem(), "");
  auto broken = [](auto change) {
    Limits limits;
    change(limits);
    return limits.problem();
  };
  EXPECT_NE(broken([](Limits& l) { l.steps = 0; }), "");
  EXPECT_NE(broken([](Limits& l) { l.memory_bytes = 0; }), "");
  EXPECT_NE(broken([](Limits& l) { l.depth = 0; }), "");
  EXPECT_NE(broken([](Limits& l) { l.time_ns = 0; }), "");
  EXPECT_NE(broken([](Limits& l) { l.effects = 0; }), "");
  EXPECT_NE(broken([](Limits& l) { l.output_bytes = 0; }), "");
  EXPECT_NE(broken([](Limits& l) { l.memory_bytes = UINT64_MAX; }), "");
  EXPECT_EQ(Limits::largest().problem(), "");
}

}  // namespace
}  // namespace belljar
