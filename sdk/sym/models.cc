// Every model of the SDK as tables: request destinations, notifications, permissions, forms,
// Strategy, with their own validators.
#include "sdk/model.h"

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"

namespace belljar::sym {

namespace {

// --- validators
// -------------------------------------------------------------------------------------

// str.strip() through the method, as the text may hold any kind of space.
bool strip(Context& context, Value* value) {
  Value name = new_str(context, "strip");
  if (!name.is_str()) return false;
  Value method = get_attribute(context, payload(*value), name.as<Str>());
  if (method.is_abrupt()) return false;
  *value = context.invoke(method, {});
  return !value->is_abrupt();
}

bool check_non_empty(Context& context, Value* value, std::string* problem, const char* field) {
  if (!strip(context, value)) return false;
  if (!text_view(*value).empty()) return true;
  *problem = std::string(field) + " must be non-empty";
  return false;
}

bool check_channel_name(Context& context, Value* value, std::string* problem) {
  return check_non_empty(context, value, problem, "channel_name");
}
bool check_channel_id(Context& context, Value* value, std::string* problem) {
  if (!check_non_empty(context, value, problem, "channel_id")) return false;
  char first = text_view(*value).front();
  if (first == 'C' || first == 'D' || first == 'G') return true;
  *problem =
      std::string(text_view(*value)) +
      " is not a valid Slack Channel ID. Channel IDs must start with one of 'C', 'D', or 'G'.";
  return false;
}
bool check_user_id(Context& context, Value* value, std::string* problem) {
  if (!check_non_empty(context, value, problem, "user_id")) return false;
  char first = text_view(*value).front();
  if (first == 'U' || first == 'W') return true;
  *problem = std::string(text_view(*value)) +
             " is not a valid Slack User ID. Slack User IDs must start with 'U' or 'W'.";
  return false;
}

bool check_one_slack(Context& context, Value* value, std::string* problem) {
  int slack = 0;
  for (uint32_t i = 0; i < value->as<List>()->size; ++i) {
    slack += is_a(context, value->as<List>()->items[i], Type::SlackRequestDestination) ? 1 : 0;
  }
  if (slack <= 1) return true;
  *problem = "Only one SlackRequestDestination is allowed per Notification.";
  return false;
}

constexpr uint32_t kOptionLength = 55;
bool check_option_value(Context& context, Value* value, std::string* problem) {
  if (value->is_none()) {
    *problem = "value must be non-empty";
    return false;
  }
  Value text = to_str(context, *value);
  if (text.is_abrupt()) return false;
  if (text.as<Str>()->length <= kOptionLength) return true;
  *problem = std::string(text_view(text)) + " exceeds the max length of 55 characters.";
  return false;
}

// --- fields
// -----------------------------------------------------------------------------------------

constexpr FieldSpec kDestinationFields[] = {
    {.name = "allow_self", .kind = FieldKind::Bool, .fallback = "False"},
    {.name = "timeout", .kind = FieldKind::Int, .flags = kOptional},
};
constexpr FieldSpec kChannelIdFields[] = {
    {.name = "channel_id", .kind = FieldKind::Str, .flags = kRequired, .check = check_channel_id},
};
constexpr FieldSpec kChannelNameFields[] = {
    {.name = "channel_name",
     .kind = FieldKind::Str,
     .flags = kRequired,
     .check = check_channel_name},
};
constexpr FieldSpec kSlackUserFields[] = {
    {.name = "user_id", .kind = FieldKind::Str, .flags = kRequired, .check = check_user_id},
};
constexpr FieldSpec kUserGroupFields[] = {
    {.name = "users",
     .kind = FieldKind::List,
     .flags = kRequired,
     .type = Type::SlackUser,
     .item = FieldKind::Destination,
     .min_items = 1,
     .max_items = 7},
};
constexpr FieldSpec kFallbackFields[] = {
    {.name = "destinations",
     .kind = FieldKind::List,
     .flags = kRequired,
     .type = Type::RequestDestination,
     .item = FieldKind::Destination},
    {.name = "continue_on_delivery_failure", .kind = FieldKind::Bool, .fallback = "True"},
    {.name = "continue_on_timeout", .kind = FieldKind::Bool, .fallback = "False"},
};
constexpr FieldSpec kForwardFields[] = {
    {.name = "all_request_destinations",
     .kind = FieldKind::List,
     .flags = kRequired,
     .type = Type::RequestDestination,
     .item = FieldKind::Destination},
    {.name = "current_destination_index", .kind = FieldKind::Int, .flags = kRequired},
    {.name = "next_destination_index", .kind = FieldKind::Int, .flags = kOptional},
};
constexpr FieldSpec kNotificationFields[] = {
    {.name = "destinations",
     .kind = FieldKind::List,
     .flags = kRequired,
     .type = Type::RequestDestination,
     .item = FieldKind::DestinationOrUser,
     .min_items = 1,
     .check = check_one_slack},
    {.name = "timeout", .kind = FieldKind::Int, .flags = kOptional},
};
constexpr FieldSpec kPermissionFields[] = {
    {.name = "webapp_view", .kind = FieldKind::Level, .flags = kRequired},
    {.name = "approve_deny", .kind = FieldKind::Level, .flags = kRequired},
    {.name = "allow_self_approval", .kind = FieldKind::Bool, .fallback = "False"},
};
constexpr FieldSpec kOptionFields[] = {
    {.name = "value", .kind = FieldKind::Any, .check = check_option_value},
    {.name = "label", .kind = FieldKind::Str, .flags = kRequired, .max_length = kOptionLength},
};
constexpr FieldSpec kSelectionFields[] = {
    {.name = "user_id", .kind = FieldKind::Str, .flags = kRequired | kReadOnly},
    {.name = "username", .kind = FieldKind::Str, .flags = kOptional | kReadOnly},
};
constexpr FieldSpec kPromptFields[] = {
    {.name = "name", .kind = FieldKind::Str, .flags = kRequired | kReadOnly},
    {.name = "type",
     .kind = FieldKind::Enum,
     .flags = kRequired | kReadOnly,
     .type = Type::FieldType},
    {.name = "value", .kind = FieldKind::Any},
    {.name = "label", .kind = FieldKind::Str, .flags = kOptional},
    {.name = "required", .kind = FieldKind::Bool, .fallback = "True"},
    {.name = "current_allowed_values",
     .kind = FieldKind::List,
     .fallback = "[]",
     .type = Type::FieldOption,
     .item = FieldKind::Model},
    {.name = "original_allowed_values",
     .kind = FieldKind::List,
     .flags = kReadOnly,
     .fallback = "[]",
     .type = Type::FieldOption,
     .item = FieldKind::Model},
    {.name = "visible", .kind = FieldKind::Bool, .fallback = "True"},
};
constexpr FieldSpec kFormFields[] = {
    {.name = "fields",
     .kind = FieldKind::Dict,
     .flags = kRequired,
     .type = Type::PromptField,
     .item = FieldKind::Model},
    {.name = "flow_vars", .kind = FieldKind::Dict, .fallback = "{}", .item = FieldKind::Str},
};
constexpr FieldSpec kStrategyFields[] = {
    {.name = "id", .kind = FieldKind::Uuid, .flags = kRequired},
    {.name = "type", .kind = FieldKind::Str, .flags = kRequired},
    {.name = "name", .kind = FieldKind::Str, .flags = kRequired},
    {.name = "label", .kind = FieldKind::Str, .flags = kOptional},
    {.name = "integration",
     .kind = FieldKind::Instance,
     .flags = kRequired,
     .type = Type::Integration},
    {.name = "targets",
     .kind = FieldKind::List,
     .fallback = "[]",
     .type = Type::AccessTarget,
     .item = FieldKind::Instance},
    {.name = "settings", .kind = FieldKind::Dict, .flags = kRequired, .item = FieldKind::Str},
    {.name = "srn", .kind = FieldKind::Instance, .flags = kRequired, .type = Type::SRN},
};

constexpr const char* kDestinationModule = "sym.sdk.request_destination";
constexpr const char* kFormsModule = "sym.sdk.forms";
constexpr ModelSpec kModels[] = {
    {Type::RequestDestination, Type::BaseModel, "RequestDestination", kDestinationModule,
     kDestinationFields},
    {Type::SlackRequestDestination,
     Type::RequestDestination,
     "SlackRequestDestination",
     kDestinationModule,
     {}},
    {Type::SlackChannelID, Type::SlackRequestDestination, "SlackChannelID", kDestinationModule,
     kChannelIdFields},
    {Type::SlackChannelName, Type::SlackRequestDestination, "SlackChannelName", kDestinationModule,
     kChannelNameFields},
    {Type::SlackUser, Type::SlackRequestDestination, "SlackUser", kDestinationModule,
     kSlackUserFields},
    {Type::SlackUserGroup, Type::SlackRequestDestination, "SlackUserGroup", kDestinationModule,
     kUserGroupFields},
    {Type::RequestDestinationFallback, Type::BaseModel, "RequestDestinationFallback",
     kDestinationModule, kFallbackFields},
    {Type::RequestForwardContext, Type::BaseModel, "RequestForwardContext", kDestinationModule,
     kForwardFields},
    {Type::Notification, Type::BaseModel, "Notification", "sym.sdk.notifications",
     kNotificationFields},
    {Type::RequestPermission, Type::BaseModel, "RequestPermission", "sym.sdk.request_permission",
     kPermissionFields},
    {Type::FieldOption, Type::BaseModel, "FieldOption", kFormsModule, kOptionFields},
    {Type::SlackUserSelection, Type::BaseModel, "SlackUserSelection", kFormsModule,
     kSelectionFields, true},
    {Type::PromptField, Type::BaseModel, "PromptField", kFormsModule, kPromptFields, true},
    {Type::SymPromptForm, Type::BaseModel, "SymPromptForm", kFormsModule, kFormFields},
    {Type::Strategy, Type::BaseModel, "Strategy", "sym.sdk.strategy", kStrategyFields},
};

// --- text of the destinations
// -------------------------------------------------------------------------

Value named(Call& c, Name field, std::string_view before, std::string_view after) {
  Context& context = c.context();
  BELLJAR_TRY(value, get_attribute(context, c[0], text_of(context, field)));
  BELLJAR_TRY(text, to_str(context, value));
  StrBuilder out(context);
  out.append(before);
  out.append(text_view(text));
  out.append(after);
  return out.finish();
}
Value channel_id_str(Call& c) { return named(c, Name::channel_id, "SlackChannelID '", "'"); }
Value channel_name_str(Call& c) { return named(c, Name::channel_name, "SlackChannelName '", "'"); }
Value slack_user_str(Call& c) { return named(c, Name::user_id, "SlackUser '", "'"); }
Value slack_user_mention(Call& c) { return named(c, Name::user_id, "<@", ">"); }
Value user_group_str(Call& c) {
  Context& context = c.context();
  Roots<2> roots(context);
  BELLJAR_TRY(ids, new_list(context, nullptr, 0));
  roots[0] = ids;
  BELLJAR_TRY(users, get_attribute(context, c[0], text_of(context, Name::users)));
  BELLJAR_TRY(members, list_from(context, users));
  roots[1] = members;
  for (uint32_t i = 0; i < members.as<List>()->size; ++i) {
    if (!context.charge(2)) return Value::stopped();
    Value member = members.as<List>()->items[i];
    BELLJAR_TRY(id, get_attribute(context, member, text_of(context, Name::user_id)));
    BELLJAR_CHECK(list_append(context, ids.as<List>(), id));
  }
  BELLJAR_TRY(text, repr(context, ids));
  StrBuilder out(context);
  out.append("SlackUserGroup '");
  out.append(text_view(text));
  out.append('\'');
  return out.finish();
}

struct TextRow {
  Type type;
  NativeDef method;
};
constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr TextRow kTexts[] = {
    {Type::SlackChannelID, {"__str__", "self", channel_id_str, kFlags}},
    {Type::SlackChannelName, {"__str__", "self", channel_name_str, kFlags}},
    {Type::SlackUser, {"__str__", "self", slack_user_str, kFlags}},
    {Type::SlackUser, {"mention", "self", slack_user_mention, kFlags}},
    {Type::SlackUserGroup, {"__str__", "self", user_group_str, kFlags}},
};

}  // namespace

void install_models(Build& b) {
  install_base_model(b);
  for (const ModelSpec& spec : kModels) declare_model(b, spec);
  for (const TextRow& row : kTexts) b.builder.methods(b.realm.of(row.type), {&row.method, 1});
}

}  // namespace belljar::sym
