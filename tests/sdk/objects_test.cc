// SRNs, resources, users, enumerations, exceptions, secrets and host calls.
#include "tests/sdk/support.h"

namespace belljar::testing {
namespace {

constexpr const char* kImports =
    "from sym.sdk import SRN, SymResource, PermissionLevel, UserRole, SymIntegrationError\n"
    "from sym.sdk import SymSDKError\n"
    "from sym.sdk.exceptions import OktaError, MissingArgument, SymException, ExceptionWithHint\n"
    "from sym.sdk.exceptions.identity import IdentityNotFound\n"
    "from sym.sdk.integrations import okta, slack, store\n"
    "from sym.sdk.utils import persist_user_identity\n"
    "class Hinted(ExceptionWithHint):\n    hint = 'do it'\n"
    "class Mine(OktaError):\n    def shout(self):\n        return self.message + '!'\n";

struct Row {
  const char* body;
  const char* output;
};
class Objects : public ::testing::TestWithParam<Row> {};

TEST_P(Objects, Prints) { EXPECT_EQ(printed(kImports, GetParam().body), GetParam().output); }

constexpr Row kSrns[] = {
    {"print(SRN.parse('A:b:c:1.0.0:x:y:z'))", "a:b:c:1.0.0:x\n"},
    {"print(repr(SRN('Org', 'flow', None, 'S', '1.0.0')))",
     "SRN(org=org, model=flow, slug=s, version=1.0.0)\n"},
    {"s = SRN.parse('o:user:normal:x:latest:id')\n"
     "print(s == 'O:USER:normal:x:LATEST:id', s == 'junk', s == 5, hash(s) == hash(str(s)))\n"
     "print({str(s): 1}[s], s in {str(s)}, s.copy(slug='y', version='1.2.3'), s.type)",
     "True False False True\n1 True o:user:normal:y:1.2.3:id normal\n"},
    {"SRN.parse('o:user:normal:x:latest').copy(model='flow')",
     "InvalidSRNError: Invalid SRN 'o:flow:normal:x:latest'.\n"},
    {"SRN('o', 'user', None, 's', '1.0.0')",
     "MissingComponentError: Invalid SRN 'o:user:s:1.0.0'.\n"},
    {"SRN()",
     "TypeError: SRN.__init__() missing 5 required positional arguments: 'org', 'model', 'type', "
     "'slug', and 'version'\n"},
    {"SRN.parse('o:flow:x:1.0.0000')", "InvalidVersionError: Invalid SRN 'o:flow:x:1.0.0000'.\n"},
    {"print(SRN.parse('o:flow:x:latest:d\\n').identifier == 'd\\n')", "True\n"},
    {"r = SymResource('o:flow:x:latest')\nprint(r.name, r.slug, repr(r), r.dict(), r)",
     "x x SymResource(o:flow:x:latest) {'name': 'x'} {\n  \"name\": \"x\"\n}\n"},
    {"print(event.flow == event.run, event.flow.vars is event.flow.vars, event.flow in "
     "[event.flow])",
     "False True True\n"},
    {"event.extra = 1\nprint(event.extra)\nevent.name = 'x'",
     "1\nAttributeError: property 'name' of 'Event' object has no setter\n"},
};
INSTANTIATE_TEST_SUITE_P(Srns, Objects, ::testing::ValuesIn(kSrns));

constexpr Row kEnums[] = {
    {"print([str(r) for r in UserRole], len(UserRole), UserRole.ADMIN in UserRole, "
     "UserRole['ADMIN'])",
     "['UserRole.ADMIN', 'UserRole.MEMBER', 'UserRole.GUEST'] 3 True UserRole.ADMIN\n"},
    {"print(UserRole('guest').name, sorted(UserRole.ADMIN.permission_levels()))",
     "GUEST [<PermissionLevel.ADMIN: 'admin'>, <PermissionLevel.ALL_USERS: 'all_users'>, "
     "<PermissionLevel.MEMBER: 'member'>]\n"},
    {"print(f'{PermissionLevel.ADMIN:>22}|', PermissionLevel.ADMIN + '!', "
     "PermissionLevel.ADMIN.upper(), {'admin': 1}[PermissionLevel.ADMIN])",
     " PermissionLevel.ADMIN| admin! ADMIN 1\n"},
    {"UserRole(5)", "ValueError: 5 is not a valid UserRole\n"},
    {"UserRole['X']", "KeyError: 'X'\n"},
};
INSTANTIATE_TEST_SUITE_P(Enums, Objects, ::testing::ValuesIn(kEnums));

constexpr Row kErrors[] = {
    {"e = OktaError('X', 'msg', error_type='Y')\nprint(e, repr(e), e.args, e.error_code, "
     "e.to_dict())",
     "msg OktaError('msg') ('msg',) Y:X {'error': True, 'message': 'msg', 'code': 'Y:X'}\n"},
    {"m = Mine('N', message='four')\nprint(repr(m), m.shout(), m.error_code, "
     "isinstance(m, SymException))",
     "Mine('four') four! Okta:N True\n"},
    {"print(MissingArgument('a', 'm').error_code)", "SymSDK:MISSING_ARGUMENT\n"},
    {"print(Hinted('T', 'N', 'M'))", "M\n\n*Hint:* do it\n"},
    {"print(SymIntegrationError('hi {who}', hint='H', params={'who': 'W'}))",
     "hi W\n\nHint: H\n\nFor more details, see: https://docs.symops.com/docs/support.\n"},
    {"print(SymIntegrationError('{nobody}').message, SymSDKError('m', 'h', 'u').format_slack())",
     "{nobody} *m*\n\n*Hint:* h\n\nFor more details, see: u.\n"},
    {"raise SymSDKError('m', 'h', 'u')", "SymSDKError: m\n"},
};
INSTANTIATE_TEST_SUITE_P(Errors, Objects, ::testing::ValuesIn(kErrors));

TEST(HostCalls, ArgumentsAndReplies) {
  EXPECT_EQ(printed(kImports,
                    "print(store.fetch('a.b'))\n"
                    "store.put('s', {'t': (1, PermissionLevel.ADMIN), 'u': {2, 1}})\n"
                    "print(persist_user_identity(email='e', service='custom', service_id='x', "
                    "user_id='y'))\n"
                    "okta.users_in_group(group_id=len)",
                    R"({"sdk": [
    {"call": "store.fetch", "args": {"path": "a.b"}, "returns": {"$type": "datetime",
     "value": "2024-02-29T10:00:00"}},
    {"call": "store.put", "args": {"path": "s", "value": {"t": [1, "admin"], "u": [1, 2]}},
     "returns": null},
    {"call": "persist_user_identity", "returns": {"$type": "UserIdentity", "service": "custom",
     "service_id": "x", "user_id": "y"}}]})"),
            "2024-02-29 10:00:00\nIdentity(custom: y)\nTypeError: okta.users_in_group: "
            "builtin_function_or_method cannot be passed to the host\n");
}

TEST(HostCalls, RefusalsCannotBeCaught) {
  EXPECT_EQ(printed(kImports,
                    "try:\n    okta.list_groups()\nexcept:\n    print('caught')\nfinally:\n    "
                    "print('finally')"),
            "effect refused: okta.list_groups\n");
}

TEST(HostCalls, Raises) {
  constexpr const char* kWorld = R"({"sdk": [{"call": "store.fetch", "times": "*", "raises":
    {"class": "SymException", "error_type": "T", "name": "N", "message": "m"}}]})";
  EXPECT_EQ(printed(kImports,
                    "try:\n    store.fetch('x')\nexcept SymException as e:\n"
                    "    print(e.error_code, repr(e))",
                    kWorld),
            "T:N SymException('m')\n");
}

TEST(Slack, UsersAreResolved) {
  constexpr const char* kWorld =
      R"({"sdk": [{"call": "slack.user", "args": {"identifier": "a@b.example"},
                   "returns": "U0FOUND"}]})";
  EXPECT_EQ(printed(kImports,
                    "print(slack.user(event.user), slack.user(' U12AB ', timeout=5).timeout)\n"
                    "print(slack.group(['a@b.example', event.user]), slack.mention('W9'))\n"
                    "print(slack.channel(' C123 '), slack.channel('c123'), slack.channel(5))\n"
                    "slack.group([])",
                    kWorld),
            "SlackUser 'U07ANA0001' 5\nSlackUserGroup '['U0FOUND', 'U07ANA0001']' <@W9>\n"
            "SlackChannelID 'C123' SlackChannelName 'c123' SlackChannelName '5'\n"
            "ValidationError: 1 validation error for SlackUserGroup\nusers\n  ensure this value "
            "has at least 1 items (type=value_error.list.min_items; limit_value=1)\n");
}

}  // namespace
}  // namespace belljar::testing
