// The table of sdk_defaults.h.
#include "engine/sdk_defaults.h"

namespace belljar {
namespace {

struct Row {
  std::string_view call;
  std::string_view defaults;
};

constexpr std::string_view kOnCall =
    R"({"escalation_policy_name":null,"escalation_policy_id":null,"schedule_name":null,"schedule_id":null})";
constexpr std::string_view kIncidents =
    R"({"assignees":null,"service_ids":null,"statuses":null,"urgencies":null,"since":null,"until":null})";

constexpr Row kRows[] = {
    {"aws_lambda.invoke", R"({"payload":null})"},
    {"aws_lambda.invoke_async", R"({"payload":null})"},
    {"aws_sso.list_accounts", R"({"organizational_unit_id":null})"},
    {"boundary.list_groups", R"({"scope_id":"global","filter":null,"recursive":false})"},
    {"google.list_groups", R"({"domain":null})"},
    {"google.users_in_group", R"({"include_indirect_members":true})"},
    {"jira.add_comment_to_issue", R"({"expand":null})"},
    {"jira.create_issue",
     R"({"description":null,"due_date":null,"labels":null,"parent_issue_id_or_key":null,)"
     R"("priority_id":null,"custom_fields":null})"},
    {"jira.search_issues", R"({"fields":null,"expand":null})"},
    {"knowbe4.get_training_enrollments_for_user",
     R"({"store_purchase_id":null,"campaign_id":null})"},
    {"okta.list_groups",
     R"({"name_filter":null,"filter":null,"expand":null,"only_native_groups":true})"},
    {"onelogin.list_roles", R"({"name_filter":null})"},
    {"pagerduty.get_incidents", kIncidents},
    {"pagerduty.has_incident", kIncidents},
    {"pagerduty.is_on_call", kOnCall},
    {"pagerduty.users_for_schedule", R"({"schedule_name":null,"schedule_id":null})"},
    {"pagerduty.users_on_call", kOnCall},
    {"slack.list_users", R"({"active_only":true})"},
    {"sym.get_or_create_users_by_emails", R"({"raise_on_error":false})"},
    {"user.get_event_count",
     R"({"since":null,"until":null,"filter_on":"flow","include_errored":false})"},
};

}  // namespace

std::string_view sdk_default_arguments(std::string_view call) {
  for (const Row& row : kRows) {
    if (row.call == call) return row.defaults;
  }
  return "{}";
}

}  // namespace belljar
