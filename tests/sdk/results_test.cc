// Results out and documents in: their JSON, and what is refused.
#include "tests/sdk/support.h"

namespace belljar::testing {
namespace {

struct Row {
  const char* body;
  const char* json;  // or "Class: message"
};
class Results : public ::testing::TestWithParam<Row> {};

TEST_P(Results, AreWritten) {
  std::string source = std::string(
                           "from datetime import date, datetime, timedelta\n"
                           "from sym.sdk import PermissionLevel, SRN\n"
                           "from sym.sdk.integrations import slack\n"
                           "def f(event):\n    ") +
                       GetParam().body + "\n";
  Outcome outcome = run_flow(source, "f");
  std::string got = outcome.status == Status::Ok ? outcome.result_json
                    : outcome.error ? outcome.error->class_name + ": " + outcome.error->message
                                    : status_name(outcome.status);
  EXPECT_EQ(got, GetParam().json);
}

constexpr Row kRows[] = {
    {"return [None, True, 1, 1.5, 'x', (1,), {'a': PermissionLevel.ADMIN}]",
     R"([null, true, 1, 1.5, "x", [1], {"a": "admin"}])"},
    {"return 10 ** 30", "1000000000000000000000000000000"},
    {"return '\\ud800\\n\"\\\\\\x01é'", R"("\ud800\n\"\\\u0001é")"},
    {"return event.user.id",
     R"({"$type": "UUID", "value": "b11a134d-d7fb-57d3-a092-84414fd08016"})"},
    {"return [date(2024, 2, 29), timedelta(hours=1)]",
     R"([{"$type": "date", "value": "2024-02-29"}, {"$type": "timedelta", "seconds": 3600.0}])"},
    {"return [SRN.parse('o:flow:x:latest'), event.run.source_channel]",
     R"([{"$type": "SRN", "value": "o:flow:x:latest"}, {"$type": "Channel", )"
     R"("srn": "harborlight:channel:slack:latest"}])"},
    {"return slack.channel('#x', True)",
     R"({"$type": "SlackChannelName", "allow_self": true, "timeout": null, "channel_name": "#x"})"},
    {"return float('nan')", "InvalidResult: f returned a value that cannot be passed out: float"},
    {"return [slack.channel]",
     "InvalidResult: f returned a value that cannot be passed out: function"},
    {"return {(1,): 2}",
     "InvalidResult: f returned a value that cannot be passed out: dict with a key of type tuple"},
    {"return b'x'", "InvalidResult: f returned a value that cannot be passed out: bytes"},
};
INSTANTIATE_TEST_SUITE_P(Values, Results, ::testing::ValuesIn(kRows));

TEST(ResultLimits, CyclesEnd) {
  Outcome outcome = run_flow("def f(event):\n    a = []\n    a.append(a)\n    return a\n", "f");
  EXPECT_NE(outcome.status, Status::Ok);
}

TEST(Documents, MalformedOnesAreProblems) {
  auto program = sym_engine()->compile("def f(event):\n    return 1\n", "flow.py").program;
  for (const char* event :
       {"[", "[]", R"({"event": {}})", R"({"event": {"srn": "x"}})", R"({"users": {"u": 5}})",
        R"({"users": {"u": {"id": "no"}}})", R"({"step_outputs": {"a": {"$type": "Nonsense"}}})"}) {
    Outcome outcome = evaluate(program, {"f", event, ""});
    ASSERT_TRUE(outcome.error) << event;
    EXPECT_EQ(outcome.error->class_name, "InvalidCall") << event;
  }
  std::string deep(100000, '[');
  EXPECT_NE(evaluate(program, {"f", deep, ""}).status, Status::Ok);
}

TEST(Handlers, MissingOnesAreProblems) {
  for (const char* handler : {"nothing", "No.method", "prefetch:none"}) {
    Outcome outcome = run_flow("def f(event):\n    return 1\n", handler);
    ASSERT_TRUE(outcome.error) << handler;
    EXPECT_EQ(outcome.error->class_name, "InvalidCall") << handler;
  }
}

TEST(Handlers, Kinds) {
  const std::string source =
      "from sym.sdk.annotations import prefetch\n"
      "@prefetch(field_name='a')\ndef options(event):\n    return []\n"
      "def on_request(event):\n    return None\n"
      "def get_timeout(event):\n    return 5\n"
      "def helper(event):\n    return 1\n";
  EXPECT_EQ(run_flow(source, "options").kind, "prefetch");
  EXPECT_EQ(run_flow(source, "prefetch:a").kind, "prefetch");
  EXPECT_EQ(run_flow(source, "on_request").kind, "hook");
  EXPECT_EQ(run_flow(source, "get_timeout").kind, "reducer");
  EXPECT_EQ(run_flow(source, "helper").kind, "other");
}

}  // namespace
}  // namespace belljar::testing
