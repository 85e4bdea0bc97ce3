// The model layer as flows see it: coercion, error texts, equality, dict, json, copy, assignment.
#include "tests/sdk/support.h"

namespace belljar::testing {
namespace {

constexpr const char* kImports =
    "from sym.sdk import SlackUser, SlackUserGroup, SlackChannelName, FieldOption, "
    "RequestPermission\n"
    "from sym.sdk.forms import PromptField, SymPromptForm, SlackUserSelection, FieldType\n"
    "from sym.sdk.notifications import Notification\n"
    "from sym.sdk.request_destination import RequestDestination, RequestDestinationFallback\n"
    "from sym.sdk.integrations import slack\n";

struct Row {
  const char* body;
  const char* output;
};
class Models : public ::testing::TestWithParam<Row> {};

TEST_P(Models, Prints) { EXPECT_EQ(printed(kImports, GetParam().body), GetParam().output); }

constexpr Row kText[] = {
    {"print(SlackUser(user_id=' U1 ', timeout='5'))", "SlackUser 'U1'\n"},
    {"print(repr(SlackUser(user_id='U1')))",
     "SlackUser(allow_self=False, timeout=None, user_id='U1')\n"},
    {"print(FieldOption(value={'a': 1}, label='x'))", "value={'a': 1} label='x'\n"},
    {"print(dict(SlackUser(user_id='U1')))",
     "{'allow_self': False, 'timeout': None, 'user_id': 'U1'}\n"},
    {"u = SlackUser(user_id='U1')\nprint(u.dict(exclude={'timeout'}), u.dict(include={'user_id'}))",
     "{'allow_self': False, 'user_id': 'U1'} {'user_id': 'U1'}\n"},
    {"u = SlackUser(user_id='U1', timeout=5)\nprint(u.dict(exclude_unset=True), "
     "u.dict(exclude_defaults=True))",
     "{'timeout': 5, 'user_id': 'U1'} {'timeout': 5, 'user_id': 'U1'}\n"},
    {"print(SlackUser(user_id='U1').json(indent=1))",
     "{\n \"allow_self\": false,\n \"timeout\": null,\n \"user_id\": \"U1\"\n}\n"},
    {"u = SlackUser(user_id='U1')\nprint(u == u.copy(), u.copy(update={'x': 1}).x, "
     "u.copy(update={'timeout': 'any'}).timeout)",
     "True 1 any\n"},
    {"print(SlackUser(user_id='U1') == SlackChannelName(channel_name='U1'), "
     "SlackUser(user_id='U1') != 5)",
     "False True\n"},
    {"print(SlackUserSelection(user_id='U1') == {'user_id': 'U1', 'username': None})", "True\n"},
    {"print({SlackUser(user_id='U1'): 1})", "TypeError: unhashable type: 'SlackUser'\n"},
    {"u = SlackUser(user_id='U1')\ng = SlackUserGroup(users=[u])\n"
     "print(g.users[0] is u, g.users[0] == u, g)",
     "True True SlackUserGroup '['U1']'\n"},
};
INSTANTIATE_TEST_SUITE_P(Text, Models, ::testing::ValuesIn(kText));

constexpr Row kCoercion[] = {
    {"u = SlackUser(user_id='U1', allow_self=1.0, timeout=True)\nprint(u.allow_self, u.timeout)",
     "True 1\n"},
    {"u = SlackUser(user_id='U1', allow_self='OFF', timeout=' 12 ')\n"
     "print(u.allow_self, u.timeout)",
     "False 12\n"},
    {"print(SlackUser(user_id='U1', timeout=-1.9).timeout)", "-1\n"},
    {"print(SlackChannelName(channel_name=1.5).channel_name)", "1.5\n"},
    {"print(SlackUserGroup(users=({'user_id': 'U1'}, SlackUser(user_id='U2'))))",
     "SlackUserGroup '['U1', 'U2']'\n"},
    {"print(SymPromptForm(fields={'b': {'name': 'b', 'type': 'bool'}}, flow_vars={6: "
     "5}).flow_vars)",
     "{'6': '5'}\n"},
    {"print(RequestDestination.parse_obj({'lookup_type': 'a', 'allow_self': True, "
     "'timeout': 5}))",
     "allow_self=True timeout=5\n"},
    {"print(SlackUser.parse_raw('{\"user_id\": \"U7\", \"allow_self\": \"on\"}').allow_self)",
     "True\n"},
};
INSTANTIATE_TEST_SUITE_P(Coercion, Models, ::testing::ValuesIn(kCoercion));

constexpr Row kErrors[] = {
    {"SlackUser(user_id=[1])",
     "ValidationError: 1 validation error for SlackUser\nuser_id\n  str type expected "
     "(type=type_error.str)\n"},
    {"SlackUser(user_id='U1', allow_self=2, timeout=[])",
     "ValidationError: 2 validation errors for SlackUser\nallow_self\n  value could not be parsed "
     "to a boolean (type=type_error.bool)\ntimeout\n  value is not a valid integer "
     "(type=type_error.integer)\n"},
    {"SlackUserGroup(users=[{'user_id': 'X1'}, None, 5])",
     "ValidationError: 3 validation errors for SlackUserGroup\nusers -> 0\n  Failed to parse "
     "RequestDestination data: 1 validation error for SlackUser\nuser_id\n  X1 is not "
     "a valid Slack User ID. Slack User IDs must start with 'U' or 'W'. (type=value_error) "
     "(type=value_error)\n"
     "users -> 1\n  none is not an allowed value (type=type_error.none.not_allowed)\nusers -> 2\n  "
     "Failed to parse RequestDestination data: argument of type 'int' is not iterable "
     "(type=value_error)\n"},
    {"SlackUser.parse_obj(5)",
     "ValueError: Failed to parse RequestDestination data: argument of type 'int' is not "
     "iterable\n"},
    {"RequestDestination.parse_obj({'channel_id': 'X'})",
     "ValueError: Failed to parse RequestDestination data: 1 validation error for SlackChannelID\n"
     "channel_id\n  X is not a valid Slack Channel ID. Channel IDs must start with one of 'C', "
     "'D', or 'G'. (type=value_error)\n"},
    {"SymPromptForm(fields={'a': {'name': 1}}, flow_vars=[])",
     "ValidationError: 1 validation error for SymPromptForm\nfields -> a -> type\n  field required "
     "(type=value_error.missing)\n"},
    {"try:\n    SlackUserGroup(users=[])\nexcept ValueError as e:\n    print(e.errors())",
     "[{'loc': ('users',), 'msg': 'ensure this value has at least 1 items', 'type': "
     "'value_error.list.min_items', 'ctx': {'limit_value': 1}}]\n"},
    {"PromptField(name='n', type='int').name = 'm'",
     "TypeError: \"name\" has allow_mutation set to False and cannot be assigned\n"},
    {"f = PromptField(name='n', type='int')\nf.current_allowed_values = ({'value': 2, 'label': "
     "'Two'},)\nf.visible = 'no'\nprint(f.current_allowed_values, f.visible)\nf.visible = 'maybe'",
     "[FieldOption(value=2, label='Two')] False\nValidationError: 1 validation error for "
     "PromptField\nvisible\n  value could not be parsed to a boolean (type=type_error.bool)\n"},
    {"slack.fallback(slack.channel('a'), 'x')",
     "ValidationError: 1 validation error for RequestDestinationFallback\ndestinations -> 1\n  "
     "Failed to parse RequestDestination data: 'str' object has no attribute 'keys' "
     "(type=value_error)\n"},
};
INSTANTIATE_TEST_SUITE_P(Errors, Models, ::testing::ValuesIn(kErrors));

// A million bad items must not be kept as a million problems outside the heap.
TEST(ModelLimits, ProblemsCountAgainstTheHeap) {
  std::string out = printed(kImports, "SlackUserGroup.parse_obj({'users': ['x'] * 7})\n");
  EXPECT_NE(out.find("7 validation errors"), std::string::npos);
  out = printed(kImports, "RequestDestinationFallback(destinations=['x'] * 3000000)\n");
  EXPECT_EQ(out, "limit: memory\n");
}

}  // namespace
}  // namespace belljar::testing
