// The vendor's event form: what is wrong with one is said with its place.
#include <nlohmann/json.hpp>

#include "belljar/event.h"
#include "tests/sdk/support.h"

namespace belljar::testing {
namespace {

using Json = nlohmann::ordered_json;

Json sample() {
  std::ifstream file(BELLJAR_SOURCE_DIR "/conformance/flows/vendor_event_form/escalate.json");
  return Json::parse(file);
}

std::string problem_of(const Json& event) {
  Compiled compiled = sym_engine()->compile("def f(event):\n    return event.name\n", "flow.py");
  const std::string text = event.dump();
  Outcome outcome = evaluate(compiled.program, {"f", text, ""});
  return outcome.error ? outcome.error->class_name + ": " + outcome.error->message
                       : outcome.result_json;
}

struct Row {
  const char* pointer;  // what is replaced
  const char* value;
  const char* message;
};
class VendorEvents : public ::testing::TestWithParam<Row> {};

TEST_P(VendorEvents, SayWhatIsWrong) {
  Json event = sample();
  event[Json::json_pointer(GetParam().pointer)] = Json::parse(GetParam().value);
  EXPECT_EQ(problem_of(event), GetParam().message);
}

constexpr Row kRows[] = {
    {"/id", "5", "\"escalate\""},
    {"/event/type", "null", "InvalidCall: event: the vendor's form: event.type: a text is missing"},
    {"/event/channel", "3", "InvalidCall: event: the vendor's form: event.channel: not a text"},
    {"/event/srn", "\"x\"", "InvalidCall: event: event: 'x' is not an SRN"},
    {"/run", "[]", "InvalidCall: event: the vendor's form: run: an object is missing"},
    {"/run/srn", "1", "InvalidCall: event: the vendor's form: run.srn: a text is missing"},
    {"/run/flow", "null", "InvalidCall: event: the vendor's form: run.flow: a text is missing"},
    {"/run/actors", "[]", "InvalidCall: event: the vendor's form: run.actors: not an object"},
    {"/run/actors/request", "null",
     "InvalidCall: event: the vendor's form: run.actors.request: an object is missing"},
    {"/actor/user", "\"o:user:normal:me:latest\"",
     "InvalidCall: event: the vendor's form: actor.user: 'o:user:normal:me:latest' is not the SRN "
     "of a user"},
    {"/actor/username", "null",
     "InvalidCall: event: the vendor's form: actor.username: a text is missing"},
    {"/fields", "[]", "InvalidCall: event: the vendor's form: fields: not an object"},
    {"/flow", "\"x\"", "InvalidCall: event: the vendor's form: flow: not an object"},
};
INSTANTIATE_TEST_SUITE_P(Sdk, VendorEvents, ::testing::ValuesIn(kRows));

TEST(EventDocument, LeavesOtherTextsAlone) {
  for (const char* text : {"", "{", "[]", R"({"format": 1, "type": "event", "run": {}})", "null"}) {
    EXPECT_EQ(event_document(text).json, text);
    EXPECT_EQ(event_document(text).problem, "");
  }
  EventDocument made = event_document(sample().dump());
  EXPECT_EQ(made.problem, "");
  EXPECT_EQ(Json::parse(made.json)["users"].size(), 2u);
  EXPECT_FALSE(event_document(R"({"type": "event", "run": {}})").problem.empty());
}

}  // namespace
}  // namespace belljar::testing
