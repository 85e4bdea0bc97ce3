// Puts the SDK into a realm: every part's classes, then the names that modules re-export.
#include "sdk/install.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/dict.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/model.h"
#include "sdk/sym/realm.h"

namespace belljar {

namespace sym {

void install_uuid(Build& b);
void install_srn(Build& b);

namespace {

struct Export {
  const char* to;
  const char* from;
  const char* names;
};
// Only the names that the SDK's specification lists.
constexpr Export kExports[] = {
    {"sym.sdk.strategies", "sym.sdk.strategies.access_strategy", "AccessStrategy"},
    {"sym.sdk.strategies", "sym.sdk.strategies.integration", "Integration"},
    {"sym.sdk.strategy", "sym.sdk.strategies", "Integration"},
    {"sym.sdk.templates", "sym.sdk.templates.template", "Template"},
    {"sym.sdk.templates", "sym.sdk.templates.approval", "ApprovalTemplate"},
    {"sym.sdk.templates", "sym.sdk.templates.step",
     "TemplateStep ApprovalTemplateStep get_step_output"},
    {"sym.sdk.templates.approval", "sym.sdk.templates.step", "ApprovalTemplateStep"},
    {"sym.sdk.templates.template", "sym.sdk.templates.step", "TemplateStep"},
    {"sym.sdk.utils", "sym.sdk.utils.user", "persist_user_identity"},
    {"sym.sdk.field_option", "sym.sdk.forms", "FieldOption"},
    {"sym.sdk.resource", "sym.sdk.errors",
     "InvalidSRNError InvalidSlugError MissingComponentError InvalidVersionError "
     "TrailingSeparatorError MultipleErrors"},
    {"sym.sdk.integrations.aws_iam", "sym.sdk.exceptions", "AWSIAMError"},
    {"sym.sdk.integrations.aws_lambda", "sym.sdk.exceptions", "AWSLambdaError"},
    {"sym.sdk.integrations.aws_sso", "sym.sdk.exceptions", "AWSSSOError"},
    {"sym.sdk.integrations.boundary", "sym.sdk.exceptions", "BoundaryError"},
    {"sym.sdk.integrations.github", "sym.sdk.exceptions", "GitHubError"},
    {"sym.sdk.integrations.google", "sym.sdk.exceptions", "GoogleError"},
    {"sym.sdk.integrations.jira", "sym.sdk.exceptions", "JiraError"},
    {"sym.sdk.integrations.knowbe4", "sym.sdk.exceptions", "KnowBe4Error"},
    {"sym.sdk.integrations.okta", "sym.sdk.exceptions", "OktaError"},
    {"sym.sdk.integrations.pagerduty", "sym.sdk.exceptions", "PagerDutyError"},
    {"sym.sdk.integrations.slack", "sym.sdk.exceptions", "SlackError"},
    {"sym.sdk.models", "sym.sdk.event", "Channel Event EventMeta Payload"},
    {"sym.sdk.models", "sym.sdk.flow", "Environment Flow Run"},
    {"sym.sdk.models", "sym.sdk.resource", "SRN SymResource"},
    {"sym.sdk.models", "sym.sdk.target", "AccessTarget"},
    {"sym.sdk.models", "sym.sdk.templates", "ApprovalTemplate Template"},
    {"sym.sdk.models", "sym.sdk.user", "User UserIdentity UserRole"},
    {"sym.sdk.models", "sym.sdk.request_destination",
     "RequestDestination RequestDestinationFallback SlackChannelID SlackChannelName SlackUser "
     "SlackUserGroup"},
    {"sym.sdk.models", "sym.sdk.request_permission", "PermissionLevel RequestPermission"},
    {"sym.sdk.models", "sym.sdk.forms", "FieldOption"},
    {"sym.sdk", "sym.sdk.models",
     "AccessTarget ApprovalTemplate Channel Environment Event EventMeta FieldOption Flow Payload "
     "PermissionLevel RequestDestination RequestDestinationFallback RequestPermission Run SRN "
     "SlackChannelID SlackChannelName SlackUser SlackUserGroup SymResource Template User "
     "UserIdentity UserRole"},
    {"sym.sdk", "sym.sdk.errors", "SymIntegrationError SymSDKError"},
    {"sym.sdk", "sym.sdk.annotations", "hook prefetch reducer"},
    {"sym.sdk", "sym.sdk.integrations", "aws_lambda github google okta onelogin pagerduty slack"},
};

void add_exports(RealmBuilder& r) {
  for (const Export& e : kExports) {
    Module* from = r.module(e.from);
    Module* to = r.module(e.to);
    std::string_view names = e.names;
    while (!names.empty()) {
      size_t end = names.find(' ');
      std::string_view name = names.substr(0, end);
      names.remove_prefix(end == names.npos ? names.size() : end + 1);
      Value v = dict_get_str(r, from->attributes, r.str(name));
      if (v.is_undefined()) {
        // A table of ours is wrong: every test that starts finds it.
        std::fprintf(stderr, "belljar: sdk exports: %s has no %.*s\n", e.from,
                     static_cast<int>(name.size()), name.data());
        std::abort();
      }
      r.member(to, name, v);
    }
  }
}

}  // namespace
}  // namespace sym

void install_sym_sdk(RealmBuilder& builder) {
  using namespace sym;
  Build b{builder, realm_being_built(builder)};
  install_exceptions(b);
  install_errors(b);
  install_uuid(b);
  install_srn(b);
  install_enums(b);
  install_resources(b);
  install_users(b);
  install_templates(b);
  install_models(b);
  install_annotations(b);
  install_strategies(b);
  install_integrations(b);
  install_slack(b);
  add_exports(builder);
}

}  // namespace belljar
