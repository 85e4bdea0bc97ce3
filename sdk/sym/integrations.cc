// The integration modules whose functions are host calls and nothing else: one table.
#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/host_call.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

namespace {

constexpr const char* kModules[] = {"aws_iam",   "aws_lambda", "aws_sso", "boundary", "github",
                                    "google",    "jira",       "knowbe4", "okta",     "onelogin",
                                    "pagerduty", "slack",      "store",   "sym"};
enum Module_ {
  kAwsIam,
  kAwsLambda,
  kAwsSso,
  kBoundary,
  kGitHub,
  kGoogle,
  kJira,
  kKnowBe4,
  kOkta,
  kOneLogin,
  kPagerDuty,
  kSlack,
  kStore,
  kSym,
  kModuleCount
};

template <int module>
Value ask(Call& c) {
  std::string call = std::string(kModules[module]) + "." + std::string(c.native()->name->view());
  return call_host(c, call);
}
template <int... module>
constexpr auto make_table(std::integer_sequence<int, module...>) {
  struct Table {
    NativeFn fn[kModuleCount];
  };
  return Table{{ask<module>...}};
}
constexpr auto kAsk = make_table(std::make_integer_sequence<int, kModuleCount>());

struct Row {
  Module_ module;
  const char* name;
  const char* signature;
};
constexpr const char* kOnCall =
    "user, *, escalation_policy_name=None, escalation_policy_id=None, schedule_name=None, "
    "schedule_id=None";
constexpr const char* kIncidents =
    "*, assignees=None, service_ids=None, statuses=None, urgencies=None, since=None, until=None";
constexpr Row kRows[] = {
    {kAwsIam, "is_user_in_group", "user, *, group_name"},
    {kAwsLambda, "invoke", "arn, payload=None"},
    {kAwsLambda, "invoke_async", "arn, payload=None"},
    {kAwsSso, "is_user_in_group", "user, *, group_name"},
    {kAwsSso, "list_groups", ""},
    {kAwsSso, "users_in_group", "group_name"},
    {kAwsSso, "list_accounts", "organizational_unit_id=None"},
    {kBoundary, "list_groups", "scope_id='global', filter=None, recursive=False"},
    {kBoundary, "get_group", "group_id"},
    {kGitHub, "get_repo_collaborators", "*, repo_name, roles"},
    {kGoogle, "is_user_in_group", "user, *, group_email"},
    {kGoogle, "list_groups", "domain=None"},
    {kGoogle, "users_in_group", "group_email, *, include_indirect_members=True"},
    {kJira, "search_issues", "jql, fields=None, expand=None"},
    {kJira, "add_comment_to_issue", "issue_id_or_key, comment, expand=None"},
    {kJira, "create_issue",
     "title, project_key, issue_type_name, description=None, due_date=None, labels=None, "
     "parent_issue_id_or_key=None, priority_id=None, custom_fields=None"},
    {kKnowBe4, "get_training_enrollments_for_user",
     "user, store_purchase_id=None, campaign_id=None"},
    {kKnowBe4, "is_user_in_group", "user, group_id"},
    {kOkta, "is_user_in_group", "user, *, group_id"},
    {kOkta, "users_in_group", "*, group_id"},
    {kOkta, "get_user_info", "user"},
    {kOkta, "list_groups",
     "*, name_filter=None, filter=None, expand=None, only_native_groups=True"},
    {kOneLogin, "list_roles", "name_filter=None"},
    {kOneLogin, "get_user_info", "user"},
    {kOneLogin, "users_in_role", "role_id"},
    {kOneLogin, "is_user_in_role", "user, *, role_id"},
    {kPagerDuty, "is_on_call", kOnCall},
    {kPagerDuty, "users_on_call",
     "*, escalation_policy_name=None, escalation_policy_id=None, schedule_name=None, "
     "schedule_id=None"},
    {kPagerDuty, "users_for_schedule", "*, schedule_name=None, schedule_id=None"},
    {kPagerDuty, "get_incidents", kIncidents},
    {kPagerDuty, "has_incident", kIncidents},
    {kSlack, "send_message", "destination, message"},
    {kSlack, "send_thread_message", "message"},
    {kSlack, "get_user_info", "user"},
    {kSlack, "list_users", "active_only=True"},
    {kSlack, "is_user_in_group", "user, *, group_id"},
    {kSlack, "users_in_channel", "channel"},
    {kStore, "fetch", "path"},
    {kStore, "put", "path, value"},
    {kSym, "get_or_create_user_by_email", "email"},
    {kSym, "get_or_create_users_by_emails", "emails, raise_on_error=False"},
};

}  // namespace

void install_integrations(Build& b) {
  RealmBuilder& r = b.builder;
  for (const Row& row : kRows) {
    NativeDef def{row.name, row.signature, kAsk.fn[row.module],
                  static_cast<uint8_t>(kNativePython | kNativeCallsBack)};
    std::string home = std::string("sym.sdk.integrations.") + kModules[row.module];
    r.functions(r.module(home), {&def, 1});
  }
}

}  // namespace belljar::sym
