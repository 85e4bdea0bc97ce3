// The check of results, and their JSON.
#include "sdk/result.h"

#include <string>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "sdk/flow.h"
#include "sdk/json_out.h"
#include "sdk/sym/errors.h"
#include "sdk/sym/realm.h"
#include "sdk/sym/state.h"

namespace belljar {

namespace sym {

namespace {

constexpr std::string_view kInvalid = "SymRuntime:INVALID_RESULT";
constexpr uint32_t kMostOptions = 1000;

bool begins(std::string_view s, std::string_view prefix) {
  return s.substr(0, prefix.size()) == prefix;
}

struct Rule {
  ResultRule rule;
  const char* what;
  Type type;  // of the result, or of a list's items
  bool list;
};
constexpr Rule kRules[] = {
    {ResultRule::Hook, "None or a template event", Type::TemplateEvent, false},
    {ResultRule::Permissions, "a RequestPermission", Type::RequestPermission, false},
    {ResultRule::Notifications, "a list of Notification", Type::Notification, true},
    {ResultRule::Approvers, "a RequestDestination or a RequestDestinationFallback",
     Type::RequestDestination, false},
    {ResultRule::OptionalText, "a string or None", Type::None, false},
    {ResultRule::Text, "a string", Type::None, false},
    {ResultRule::Flows, "a list of Flow", Type::Flow, true},
    {ResultRule::Options, "a list of FieldOption", Type::FieldOption, true},
    {ResultRule::Form, "a SymPromptForm", Type::SymPromptForm, false},
    {ResultRule::OptionalDict, "a dict or None", Type::None, false},
};

// False, 0, "", [] and the like.
bool is_empty(Value v) {
  switch (v.kind()) {
    case Kind::None:
      return true;
    case Kind::Bool:
    case Kind::Int:
      return v.as_int() == 0;
    case Kind::Float:
      return v.as_float() == 0;
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Tuple:
      return v.as_object()->count == 0;
    case Kind::List:
      return v.as<List>()->size == 0;
    case Kind::Dict:
      return v.as<Dict>()->live == 0;
    case Kind::Set:
    case Kind::FrozenSet:
      return v.as<Set>()->live == 0;
    default:
      return false;
  }
}

Value wrong(Context& context, std::string_view handler, const Rule& rule, Value v) {
  std::string_view code =
      rule.rule == ResultRule::Hook ? "SymRuntime:INVALID_HOOK_RETURN" : kInvalid;
  return raise_invalid_result(context, code,
                              std::string(handler) + " must return " + rule.what + ", not " +
                                  std::string(shown_type(context, v)));
}

Value check_list(Context& context, std::string_view handler, const Rule& rule, Value v) {
  if (!v.is(Kind::List)) return wrong(context, handler, rule, v);
  const List* list = v.as<List>();
  if (!context.charge(list->size + 1)) return Value::stopped();
  if (rule.rule == ResultRule::Options && list->size > kMostOptions) {
    return raise_invalid_result(context, "SymRuntime:TOO_MANY_OPTIONS",
                                std::string(handler) + " returned " + std::to_string(list->size) +
                                    " options, at most 1000 are allowed");
  }
  for (uint32_t i = 0; i < list->size; ++i) {
    if (is_a(context, list->items[i], rule.type)) continue;
    return raise_invalid_result(context, kInvalid,
                                std::string(handler) + " must return " + rule.what + "; item " +
                                    std::to_string(i) + " is " +
                                    std::string(shown_type(context, list->items[i])));
  }
  return v;
}

// The value to write, or Raised.
Value check(Context& context, std::string_view handler, ResultRule rule_kind, Value v) {
  if (rule_kind == ResultRule::Free) return v;
  const Rule& rule = kRules[static_cast<int>(rule_kind)];
  if (rule.list) return check_list(context, handler, rule, v);
  bool fits = false;
  switch (rule_kind) {
    case ResultRule::Hook:
      if (is_empty(v)) return Value::none();
      fits = is_a(context, v, rule.type);
      break;
    case ResultRule::Approvers:
      if (v.is(Kind::List)) {
        return check_list(context, handler, {rule.rule, rule.what, rule.type, true}, v);
      }
      fits = is_a(context, v, rule.type) || is_a(context, v, Type::RequestDestinationFallback);
      break;
    case ResultRule::OptionalText:
      fits = v.is_none() || payload(v).is_str();
      break;
    case ResultRule::Text:
      fits = payload(v).is_str();
      break;
    case ResultRule::OptionalDict:
      fits = v.is_none() || payload(v).is(Kind::Dict);
      break;
    default:
      fits = is_a(context, v, rule.type);
      break;
  }
  return fits ? v : wrong(context, handler, rule, v);
}

}  // namespace

ResultRule result_rule(std::string_view handler, bool is_prefetch) {
  if (is_prefetch || begins(handler, "prefetch:")) return ResultRule::Options;
  if (size_t dot = handler.find('.'); dot != handler.npos) {
    std::string_view method = handler.substr(dot + 1);
    if (method == "fetch_remote_identity") return ResultRule::OptionalText;
    if (method == "escalate" || method == "deescalate") return ResultRule::OptionalDict;
    return ResultRule::Free;
  }
  if (begins(handler, "on_change_")) return ResultRule::Form;
  if (begins(handler, "on_") || begins(handler, "after_")) return ResultRule::Hook;
  struct Row {
    std::string_view name;
    ResultRule rule;
  };
  constexpr Row kNames[] = {
      {"get_permissions", ResultRule::Permissions},
      {"get_request_notifications", ResultRule::Notifications},
      {"get_approvers", ResultRule::Approvers},
      {"get_identity", ResultRule::OptionalText},
      {"get_identity_lookup", ResultRule::Text},
      {"get_flows", ResultRule::Flows},
  };
  for (const Row& row : kNames) {
    if (row.name == handler) return row.rule;
  }
  return ResultRule::Free;
}

}  // namespace sym

Value result_to_json(Context& context, std::string_view handler, Value result, std::string* json) {
  using namespace sym;
  Value prefetch = state_get(context, State::IsPrefetch);
  ResultRule rule = result_rule(handler, prefetch.is_bool() && prefetch.as_bool());
  BELLJAR_TRY(checked, check(context, handler, rule, result));
  std::string what;
  JsonForm form = rule == ResultRule::OptionalDict ? JsonForm::Plain : JsonForm::Result;
  json->clear();
  Value done = append_json(context, checked, form, json, &what);
  if (!done.is_undefined()) return done;
  std::string message(handler);
  message += form == JsonForm::Plain ? " must return JSON-serialisable values, not "
                                     : " returned a value that cannot be passed out: ";
  return raise_invalid_result(context, "SymRuntime:INVALID_RESULT", message + what);
}

}  // namespace belljar
