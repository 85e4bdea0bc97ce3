// sym.sdk.integrations.slack: the functions that make destinations. Only a user that is neither
// known nor an id is looked up by the host.
#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/host_call.h"
#include "sdk/model.h"
#include "sdk/sym/realm.h"
#include "sdk/sym/state.h"

namespace belljar::sym {

namespace {

std::string_view strip_ascii(std::string_view s) {
  while (!s.empty() && static_cast<unsigned char>(s.front()) <= ' ') s.remove_prefix(1);
  while (!s.empty() && static_cast<unsigned char>(s.back()) <= ' ') s.remove_suffix(1);
  return s;
}

// One letter of `first`, then capital letters and digits.
bool is_slack_id(std::string_view s, std::string_view first) {
  if (s.size() < 2 || first.find(s.front()) == first.npos) return false;
  for (char c : s.substr(1)) {
    if (!((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) return false;
  }
  return true;
}

struct Option {
  Name name;
  Value value;
};
Value make(Context& context, Type type, std::initializer_list<Option> options) {
  Roots<1> roots(context);
  BELLJAR_TRY(values, new_dict(context));
  roots[0] = values;
  for (const Option& o : options) {
    BELLJAR_CHECK(dict_set_str(context, values.as<Dict>(), text_of(context, o.name), o.value));
  }
  return make_model(context, type, values.as<Dict>());
}

Value channel(Call& c) {
  std::string_view text = strip_ascii(text_view(c[0]));
  const bool id = text.substr(0, 1) != "#" && is_slack_id(text, "CDG");
  return make(c.context(), id ? Type::SlackChannelID : Type::SlackChannelName,
              {{id ? Name::channel_id : Name::channel_name, c[0]},
               {Name::allow_self, c[1]},
               {Name::timeout, c[2]}});
}

// The workspace that the environment's integration `slack` names; Undefined: any.
Value workspace(Context& context) {
  Value environment = state_get(context, State::Environment);
  Value integrations = stored(context, environment, Name::integrations);
  if (!integrations.is(Kind::Dict)) return Value::undefined();
  Value slack = member(context, integrations.as<Dict>(), Name::slack);
  Value id = stored(context, slack, Name::external_id);
  return id.is_str() ? id : Value::undefined();
}

// The Slack id of a user with a stored identity; Undefined: none.
Value stored_id(Context& context, Value user) {
  Value identities = stored(context, user, Name::identities);
  if (!identities.is(Kind::Dict)) return Value::undefined();
  Value list = member(context, identities.as<Dict>(), Name::slack);
  if (!list.is(Kind::List)) return Value::undefined();
  Value wanted = workspace(context);
  for (uint32_t i = 0; i < list.as<List>()->size; ++i) {
    Value identity = list.as<List>()->items[i];
    Value service = stored(context, identity, Name::service_id);
    if (wanted.is_undefined() || text_view(service) == text_view(wanted)) {
      return stored(context, identity, Name::user_id);
    }
  }
  return Value::undefined();
}

Value resolve(Context& context, Value identifier) {
  if (is_a(context, identifier, Type::User)) {
    Value id = stored_id(context, identifier);
    if (!id.is_undefined()) return id;
  } else if (is_slack_id(strip_ascii(text_view(identifier)), "UW")) {
    return payload(identifier);
  }
  const HostArgument argument[] = {{"identifier", identifier}};
  return call_host(context, "slack.user", argument);
}

Value user_destination(Context& context, Value identifier, Value allow_self, Value timeout) {
  if (is_a(context, identifier, Type::SlackUser)) return identifier;
  BELLJAR_TRY(id, resolve(context, identifier));
  return make(context, Type::SlackUser,
              {{Name::user_id, id}, {Name::allow_self, allow_self}, {Name::timeout, timeout}});
}

Value user(Call& c) { return user_destination(c.context(), c[0], c[1], c[2]); }

Value group(Call& c) {
  Context& context = c.context();
  Roots<2> roots(context);
  BELLJAR_TRY(members, new_list(context, nullptr, 0));
  roots[0] = members;
  BELLJAR_TRY(it, iterate(context, c[0]));
  roots[1] = it;
  for (;;) {
    BELLJAR_TRY(item, next(context, it));
    if (item.is_undefined()) break;
    if (!context.charge(8)) return Value::stopped();
    BELLJAR_TRY(one, user_destination(context, item, Value::boolean(false), Value::none()));
    BELLJAR_CHECK(list_append(context, members.as<List>(), one));
  }
  return make(context, Type::SlackUserGroup,
              {{Name::users, members}, {Name::allow_self, c[1]}, {Name::timeout, c[2]}});
}

Value fallback(Call& c) {
  Context& context = c.context();
  Roots<2> roots(context);
  BELLJAR_TRY(values, new_dict(context));
  roots[0] = values;
  const Tuple* given = c[0].as<Tuple>();
  BELLJAR_TRY(list, new_list(context, given->items, given->count));
  BELLJAR_CHECK(
      dict_set_str(context, values.as<Dict>(), text_of(context, Name::destinations), list));
  for (size_t i = 1; i <= 2; ++i) {
    Str* name = c.native()->signature->parameters[i].name;
    BELLJAR_CHECK(dict_set_str(context, values.as<Dict>(), name, c[i]));
  }
  return make_model(context, Type::RequestDestinationFallback, values.as<Dict>());
}

Value mention(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(one, user_destination(context, c[0], Value::boolean(false), Value::none()));
  StrBuilder out(context);
  out.append("<@");
  out.append(text_view(model_field(context, one, Name::user_id)));
  out.append('>');
  return out.finish();
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kFunctions[] = {
    {"user", "identifier, allow_self=False, timeout=None", user, kFlags},
    {"channel", "name, allow_self=False, timeout=None", channel, kFlags},
    {"group", "users, allow_self=False, timeout=None", group, kFlags},
    {"fallback", "*destinations, continue_on_delivery_failure=True, continue_on_timeout=False",
     fallback, kFlags},
    {"mention", "identifier", mention, kFlags},
};

}  // namespace

void install_slack(Build& b) {
  b.builder.functions(b.builder.module("sym.sdk.integrations.slack"), kFunctions);
}

}  // namespace belljar::sym
