// Reads documents. Objects are made from tables: which members a resource has, what is in them.
#include "sdk/document.h"

#include <string>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "sdk/json/json.h"
#include "sdk/model.h"
#include "sdk/sym/dates.h"
#include "sdk/sym/enums.h"
#include "sdk/sym/realm.h"
#include "sdk/sym/srn.h"
#include "sdk/sym/state.h"
#include "sdk/sym/uuid.h"
#include "sdk/vendor_event.h"
#include "support/utf8.h"

namespace belljar::sym {

namespace {

Value problem(Context& context, std::initializer_list<std::string_view> parts) {
  return context.raise(Exc::ValueError, parts);
}

Value get(Context& context, Dict* dict, Name name) {
  Value v = member(context, dict, name);
  return v.is_undefined() ? Value::none() : v;
}
Value or_empty_dict(Context& context, Value v) { return v.is(Kind::Dict) ? v : new_dict(context); }

// The member as an SRN; its place in the document names it in problems.
Value srn_of(Context& context, Dict* dict, std::string_view where, Name name = Name::srn) {
  Value text = get(context, dict, name);
  if (!text.is_str()) return problem(context, {where, ": an SRN is missing"});
  Value srn = parse_srn(context, text_view(text));
  if (srn.is(Kind::Raised)) {
    context.take_pending();
    return problem(context, {where, ": '", text_view(text), "' is not an SRN"});
  }
  return srn;
}

// --- users
// ------------------------------------------------------------------------------------------

Value make_identity(Context& context, Dict* d, Value service) {
  Value given = get(context, d, Name::service);
  return new_object(context, Type::UserIdentity,
                    {{Name::service, given.is_none() ? service : given},
                     {Name::service_id, get(context, d, Name::service_id)},
                     {Name::user_id, get(context, d, Name::user_id)}});
}

Value make_identities(Context& context, Value data) {
  BELLJAR_TRY(out, new_dict(context));
  if (!data.is(Kind::Dict)) return out;
  uint32_t at = 0;
  while (DictEntry* e = dict_next(data.as<Dict>(), &at)) {
    Value service = e->key;
    BELLJAR_TRY(list, new_list(context, nullptr, 0));
    for (uint32_t i = 0; e->value.is(Kind::List) && i < e->value.as<List>()->size; ++i) {
      Value one = e->value.as<List>()->items[i];
      if (!one.is(Kind::Dict)) return problem(context, {"users: an identity is no object"});
      BELLJAR_TRY(identity, make_identity(context, one.as<Dict>(), service));
      BELLJAR_CHECK(list_append(context, list.as<List>(), identity));
    }
    BELLJAR_CHECK(dict_set(context, out.as<Dict>(), service, list));
  }
  return out;
}

Value make_user(Context& context, Dict* d) {
  Value id_text = get(context, d, Name::id);
  BELLJAR_TRY(id, new_uuid(context, text_view(id_text)));
  if (id.is_undefined()) {
    return problem(context, {"users: '", text_view(id_text), "' is not a UUID"});
  }
  Value type = get(context, d, Name::type);
  if (type.is_none()) {
    BELLJAR_TRY(normal, new_str(context, "normal"));
    type = normal;
  }
  Value role_text = get(context, d, Name::role);
  Value role =
      enum_member(context, Type::UserRole, role_text.is_none() ? "member" : text_view(role_text));
  if (role.is_undefined()) {
    return problem(context, {"users: '", text_view(role_text), "' is not a role"});
  }
  Value email = get(context, d, Name::email);
  Value username = get(context, d, Name::username);
  if (username.is_none()) username = email;
  BELLJAR_TRY(identities, make_identities(context, get(context, d, Name::identities)));
  return new_object(context, Type::User,
                    {{Name::id, id},
                     {Name::email, email},
                     {Name::username, username},
                     {Name::type, type},
                     {Name::first_name, get(context, d, Name::first_name)},
                     {Name::last_name, get(context, d, Name::last_name)},
                     {Name::identities, identities},
                     {Name::role, role}});
}

// The user of that id: one object for each id. Undefined: unknown.
Value known_user(Context& context, Value id) {
  Value users = state_get(context, State::Users);
  if (!users.is(Kind::Dict) || !id.is_str()) return Value::undefined();
  Value found = dict_get_str(context, users.as<Dict>(), id.as<Str>());
  if (!found.is_undefined()) return found;
  // Ids are UUIDs: other spellings name the same user.
  BELLJAR_TRY(uuid, new_uuid(context, text_view(id)));
  if (uuid.is_undefined()) return uuid;
  return dict_get_str(context, users.as<Dict>(),
                      stored(context, uuid, Name::hidden_text).as<Str>());
}

Value user_by_id(Context& context, Value id, std::string_view where) {
  BELLJAR_TRY(user, known_user(context, id));
  if (user.is_undefined()) {
    return problem(context, {where, ": there is no user '", text_view(id), "'"});
  }
  return user;
}

Value remember_user(Context& context, Value user) {
  Value users = state_get(context, State::Users);
  if (!users.is(Kind::Dict)) {
    BELLJAR_TRY(made, new_dict(context));
    BELLJAR_CHECK(state_set(context, State::Users, made));
    users = made;
  }
  Value id = stored(context, stored(context, user, Name::id), Name::hidden_text);
  return dict_set_str(context, users.as<Dict>(), id.as<Str>(), user);
}

// {"$type": "User", …}: one of the document's users, or a new one with what is known of it.
Value referred_user(Context& context, Dict* d) {
  BELLJAR_TRY(known, known_user(context, get(context, d, Name::id)));
  if (!known.is_undefined()) return known;
  if (get(context, d, Name::email).is_none()) {
    Value username = get(context, d, Name::username);
    if (text_view(username).find('@') != std::string_view::npos) {
      BELLJAR_CHECK(dict_set_str(context, d, text_of(context, Name::email), username));
    }
  }
  BELLJAR_TRY(user, make_user(context, d));
  BELLJAR_CHECK(remember_user(context, user));
  return user;
}

// --- resources
// --------------------------------------------------------------------------------------

Value make_target(Context& context, Dict* d) {
  BELLJAR_TRY(srn, srn_of(context, d, "AccessTarget"));
  BELLJAR_TRY(settings, or_empty_dict(context, get(context, d, Name::settings)));
  Value type = get(context, d, Name::type);
  if (type.is_none()) type = stored(context, srn, Name::type);
  return new_object(context, Type::AccessTarget,
                    {{Name::srn, srn},
                     {Name::label, get(context, d, Name::label)},
                     {Name::type, type},
                     {Name::settings, settings}});
}

Value make_source(Context& context, Value data) {
  if (!data.is(Kind::Dict)) return Value::none();
  Dict* d = data.as<Dict>();
  BELLJAR_TRY(srn, srn_of(context, d, "Secret.source"));
  BELLJAR_TRY(settings, or_empty_dict(context, get(context, d, Name::settings)));
  return new_object(
      context, Type::SecretSource,
      {{Name::srn, srn}, {Name::type, get(context, d, Name::type)}, {Name::settings, settings}});
}

Value make_secret(Context& context, Dict* d) {
  BELLJAR_TRY(srn, srn_of(context, d, "Secret"));
  BELLJAR_TRY(settings, or_empty_dict(context, get(context, d, Name::settings)));
  BELLJAR_TRY(source, make_source(context, get(context, d, Name::source)));
  return new_object(context, Type::Secret,
                    {{Name::srn, srn},
                     {Name::id, get(context, d, Name::id)},
                     {Name::path, get(context, d, Name::path)},
                     {Name::source, source},
                     {Name::settings, settings}});
}

Value make_integration(Context& context, Value data, std::string_view where) {
  if (!data.is(Kind::Dict)) return problem(context, {where, ": an integration is no object"});
  Dict* d = data.as<Dict>();
  BELLJAR_TRY(srn, srn_of(context, d, where));
  BELLJAR_TRY(settings, or_empty_dict(context, get(context, d, Name::settings)));
  BELLJAR_TRY(converted, from_document(context, settings));
  return new_object(context, Type::Integration,
                    {{Name::srn, srn},
                     {Name::type, get(context, d, Name::type)},
                     {Name::external_id, get(context, d, Name::external_id)},
                     {Name::settings, converted}});
}

Value make_environment(Context& context, Value data) {
  if (!data.is(Kind::Dict)) return Value::none();
  Dict* d = data.as<Dict>();
  BELLJAR_TRY(srn, srn_of(context, d, "flow.environment"));
  BELLJAR_TRY(integrations, new_dict(context));
  Value given = get(context, d, Name::integrations);
  uint32_t at = 0;
  while (DictEntry* e = given.is(Kind::Dict) ? dict_next(given.as<Dict>(), &at) : nullptr) {
    Value key = e->key;
    BELLJAR_TRY(one, make_integration(context, e->value, "flow.environment.integrations"));
    BELLJAR_CHECK(dict_set(context, integrations.as<Dict>(), key, one));
  }
  return new_object(context, Type::Environment,
                    {{Name::srn, srn}, {Name::integrations, integrations}});
}

Value make_strategy(Context& context, Value data) {
  if (!data.is(Kind::Dict)) return Value::none();
  Dict* d = data.as<Dict>();
  BELLJAR_TRY(values, dict_copy(context, d));
  Dict* v = values.as<Dict>();
  auto set = [&](Name n, Value x) { return dict_set_str(context, v, text_of(context, n), x); };
  BELLJAR_TRY(integration,
              make_integration(context, get(context, d, Name::integration), "flow.strategy"));
  BELLJAR_CHECK(set(Name::integration, integration));
  BELLJAR_TRY(srn, srn_of(context, d, "flow.strategy"));
  BELLJAR_CHECK(set(Name::srn, srn));
  BELLJAR_TRY(targets, new_list(context, nullptr, 0));
  Value given = get(context, d, Name::targets);
  for (uint32_t i = 0; given.is(Kind::List) && i < given.as<List>()->size; ++i) {
    Value one = given.as<List>()->items[i];
    if (one.is(Kind::Dict)) {
      one = make_target(context, one.as<Dict>());
      if (one.is_abrupt()) return one;
    }
    BELLJAR_CHECK(list_append(context, targets.as<List>(), one));
  }
  BELLJAR_CHECK(set(Name::targets, targets));
  BELLJAR_TRY(settings, or_empty_dict(context, get(context, d, Name::settings)));
  BELLJAR_CHECK(set(Name::settings, settings));
  return make_model(context, Type::Strategy, v);
}

Value make_prompt_fields(Context& context, Value data) {
  BELLJAR_TRY(out, new_dict(context));
  uint32_t at = 0;
  while (DictEntry* e = data.is(Kind::Dict) ? dict_next(data.as<Dict>(), &at) : nullptr) {
    Value key = e->key;
    if (!e->value.is(Kind::Dict)) return problem(context, {"flow.fields: a field is no object"});
    Dict* d = e->value.as<Dict>();
    if (get(context, d, Name::name).is_none()) {
      BELLJAR_CHECK(dict_set_str(context, d, text_of(context, Name::name), key));
    }
    BELLJAR_TRY(field, make_model(context, Type::PromptField, d));
    BELLJAR_CHECK(dict_set(context, out.as<Dict>(), key, field));
  }
  return out;
}

Value make_flow(Context& context, Value data) {
  if (!data.is(Kind::Dict)) return problem(context, {"event.flow: an object is missing"});
  Dict* d = data.as<Dict>();
  BELLJAR_TRY(srn, srn_of(context, d, "event.flow"));
  BELLJAR_TRY(vars, or_empty_dict(context, get(context, d, Name::vars)));
  BELLJAR_TRY(fields, make_prompt_fields(context, get(context, d, Name::fields)));
  BELLJAR_TRY(environment, make_environment(context, get(context, d, Name::environment)));
  BELLJAR_TRY(strategy, make_strategy(context, get(context, d, Name::strategy)));
  return new_object(context, Type::Flow,
                    {{Name::srn, srn},
                     {Name::fields, fields},
                     {Name::vars, vars},
                     {Name::environment, environment},
                     {Name::strategy, strategy}});
}

Value make_channel(Context& context, Value data, std::string_view where) {
  if (!data.is(Kind::Dict)) return Value::none();
  Dict* d = data.as<Dict>();
  BELLJAR_TRY(srn, srn_of(context, d, where));
  return new_object(context, Type::Channel,
                    {{Name::srn, srn},
                     {Name::identifier, get(context, d, Name::identifier)},
                     {Name::type, get(context, d, Name::type)}});
}

Value make_run(Context& context, Value data) {
  if (!data.is(Kind::Dict)) return problem(context, {"event.run: an object is missing"});
  Dict* d = data.as<Dict>();
  BELLJAR_TRY(srn, srn_of(context, d, "event.run"));
  BELLJAR_TRY(actors, new_dict(context));
  Value given = get(context, d, Name::actors);
  uint32_t at = 0;
  while (DictEntry* e = given.is(Kind::Dict) ? dict_next(given.as<Dict>(), &at) : nullptr) {
    Value key = e->key;
    BELLJAR_TRY(user, user_by_id(context, e->value, "event.run.actors"));
    BELLJAR_CHECK(dict_set(context, actors.as<Dict>(), key, user));
  }
  BELLJAR_TRY(raw_contexts, or_empty_dict(context, get(context, d, Name::contexts)));
  BELLJAR_TRY(contexts, from_document(context, raw_contexts));
  BELLJAR_TRY(channel, make_channel(context, get(context, d, Name::source_channel),
                                    "event.run.source_channel"));
  return new_object(context, Type::Run,
                    {{Name::srn, srn},
                     {Name::actors, actors},
                     {Name::contexts, contexts},
                     {Name::source_channel, channel}});
}

Value make_payload(Context& context, Value data) {
  if (!data.is(Kind::Dict)) return problem(context, {"event.payload: an object is missing"});
  Dict* d = data.as<Dict>();
  BELLJAR_TRY(srn, srn_of(context, d, "event.payload"));
  BELLJAR_TRY(user, user_by_id(context, get(context, d, Name::user), "event.payload.user"));
  BELLJAR_TRY(raw_fields, or_empty_dict(context, get(context, d, Name::fields)));
  BELLJAR_TRY(fields, from_document(context, raw_fields));
  Value timestamp = get(context, d, Name::timestamp);
  if (timestamp.is_str()) {
    timestamp = date_from_iso(context, "datetime", text_view(timestamp));
    if (timestamp.is_abrupt()) return timestamp;
  }
  return new_object(
      context, Type::Payload,
      {{Name::srn, srn}, {Name::timestamp, timestamp}, {Name::fields, fields}, {Name::user, user}});
}

Value make_event(Context& context, Value data) {
  Dict* d = data.as<Dict>();
  BELLJAR_TRY(srn, srn_of(context, d, "event"));
  Value name = get(context, d, Name::name);
  if (!name.is_str()) return problem(context, {"event.name: a text is missing"});
  BELLJAR_TRY(payload_object, make_payload(context, get(context, d, Name::payload)));
  Value meta = Value::none();
  if (Value m = get(context, d, Name::meta); m.is(Kind::Dict)) {
    BELLJAR_TRY(meta_srn, srn_of(context, m.as<Dict>(), "event.meta"));
    meta = new_object(context, Type::EventMeta, {{Name::srn, meta_srn}});
  }
  Value tmpl = Value::none();
  if (get(context, d, Name::template_).is_str()) {
    BELLJAR_TRY(template_srn, srn_of(context, d, "event.template", Name::template_));
    tmpl = new_object(context, Type::ApprovalTemplate, {{Name::srn, template_srn}});
  }
  BELLJAR_TRY(flow, make_flow(context, get(context, d, Name::flow)));
  BELLJAR_TRY(run, make_run(context, get(context, d, Name::run)));
  BELLJAR_TRY(channel, make_channel(context, get(context, d, Name::channel), "event.channel"));
  return new_object(context, Type::Event,
                    {{Name::srn, srn},
                     {Name::name, name},
                     {Name::payload, payload_object},
                     {Name::meta, meta},
                     {Name::template_, tmpl},
                     {Name::flow, flow},
                     {Name::run, run},
                     {Name::channel, channel},
                     {Name::user, stored(context, payload_object, Name::user)}});
}

// --- tagged values
// ------------------------------------------------------------------------------------

// A model from its members; those of a form or destination may be tagged themselves.
Value make_tagged_model(Context& context, Dict* d, const ModelClass& model) {
  uint32_t at = 0;
  while (DictEntry* e = dict_next(d, &at)) {
    BELLJAR_TRY(item, from_document(context, e->value));
    e->value = item;
  }
  return make_model(context, model.spec->type, d);
}

const ModelClass* model_by_name(const Context& context, std::string_view name) {
  for (const auto& model : realm_of(context).models) {
    if (model && model->cls->name->view() == name) return model.get();
  }
  return nullptr;
}

Value make_plain_flow(Context& context, Dict* d) {
  BELLJAR_TRY(srn, srn_of(context, d, "Flow"));
  BELLJAR_TRY(vars, or_empty_dict(context, get(context, d, Name::vars)));
  BELLJAR_TRY(fields, new_dict(context));
  return new_object(context, Type::Flow,
                    {{Name::srn, srn},
                     {Name::fields, fields},
                     {Name::vars, vars},
                     {Name::environment, Value::none()},
                     {Name::strategy, Value::none()}});
}

Value make_tagged(Context& context, Dict* d, std::string_view type) {
  Value value = get(context, d, Name::value);
  if (type == "User") return referred_user(context, d);
  if (type == "UserIdentity") return make_identity(context, d, Value::none());
  if (type == "AccessTarget") {
    BELLJAR_TRY(settings, from_document(context, get(context, d, Name::settings)));
    return make_target(context, d);
  }
  if (type == "Secret") return make_secret(context, d);
  if (type == "Event") {
    Value event = state_get(context, State::Event);
    return event.is_undefined() ? problem(context, {"there is no event"}) : event;
  }
  if (type == "Flow") return make_plain_flow(context, d);
  if (type == "datetime") return date_from_iso(context, "datetime", text_view(value));
  if (type == "date") return date_from_iso(context, "date", text_view(value));
  if (type == "UUID") {
    BELLJAR_TRY(uuid, new_uuid(context, text_view(value)));
    return uuid.is_undefined() ? problem(context, {"'", text_view(value), "' is not a UUID"})
                               : uuid;
  }
  if (type == "SRN") return srn_of(context, d, "SRN", Name::value);
  if (const ModelClass* model = model_by_name(context, type)) {
    return make_tagged_model(context, d, *model);
  }
  return problem(context, {"'", type, "' is not a type of the host interface"});
}

Value copy_state(Context& context, Dict* document, Name name, State slot) {
  Value v = get(context, document, name);
  if (v.is_none()) return v;
  BELLJAR_TRY(converted, from_document(context, v));
  return state_set(context, slot, converted);
}

}  // namespace

Value parse_json(Context& context, std::string_view text) {
  // Bytes of a host's: a str is well-formed, and everything behind here relies on it.
  const size_t wrong = find_invalid_utf8(text, true);
  if (wrong != std::string_view::npos) {
    return context.raise(Exc::ValueError, {"not UTF-8 at byte ", std::to_string(wrong)});
  }
  BELLJAR_TRY(source, new_str(context, text));
  json::LoadOptions options;
  options.decode_error = context.realm().exception(Exc::ValueError);
  return json::load(context, source.as<Str>(), options);
}

Value from_document(Context& context, Value data) {
  if (!data.is(Kind::List) && !data.is(Kind::Dict)) return data;
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  if (data.is(Kind::List)) {
    List* list = data.as<List>();
    if (!context.charge(list->size + 1)) return Value::stopped();
    for (uint32_t i = 0; i < list->size; ++i) {
      BELLJAR_TRY(item, from_document(context, list->items[i]));
      list->items[i] = item;
    }
    return data;
  }
  Dict* dict = data.as<Dict>();
  if (!context.charge(dict->live + 1)) return Value::stopped();
  Value tag = member(context, dict, Name::type_tag);
  if (tag.is_str()) return make_tagged(context, dict, text_view(tag));
  uint32_t at = 0;
  while (DictEntry* e = dict_next(dict, &at)) {
    BELLJAR_TRY(item, from_document(context, e->value));
    e->value = item;
  }
  return data;
}

Value load_event(Context& context, std::string_view json) {
  BELLJAR_TRY(data, parse_json(context, json));
  if (!data.is(Kind::Dict)) return problem(context, {"the event document is no object"});
  if (is_vendor_event(context, data.as<Dict>())) {
    std::string text, why;
    if (!vendor_event_document(json, &text, &why)) return problem(context, {why});
    BELLJAR_TRY(made, parse_json(context, text));
    data = made;
  }
  Dict* document = data.as<Dict>();
  BELLJAR_TRY(users, new_dict(context));
  BELLJAR_CHECK(state_set(context, State::Users, users));
  Value given = get(context, document, Name::users);
  uint32_t at = 0;
  while (DictEntry* e = given.is(Kind::Dict) ? dict_next(given.as<Dict>(), &at) : nullptr) {
    if (!context.charge(16)) return Value::stopped();
    if (!e->value.is(Kind::Dict)) return problem(context, {"users: a user is no object"});
    Dict* d = e->value.as<Dict>();
    if (get(context, d, Name::id).is_none()) {
      BELLJAR_CHECK(dict_set_str(context, d, text_of(context, Name::id), e->key));
    }
    Value key = e->key;
    BELLJAR_TRY(user, make_user(context, d));
    BELLJAR_CHECK(remember_user(context, user));
    BELLJAR_CHECK(dict_set(context, users.as<Dict>(), key, user));
  }
  Value event_data = get(context, document, Name::event);
  if (event_data.is(Kind::Dict)) {
    BELLJAR_TRY(event, make_event(context, event_data));
    BELLJAR_CHECK(state_set(context, State::Event, event));
    Value environment = stored(context, stored(context, event, Name::flow), Name::environment);
    BELLJAR_CHECK(state_set(context, State::Environment, environment));
    BELLJAR_CHECK(state_set(context, State::CurrentStep, stored(context, event, Name::name)));
  }
  BELLJAR_CHECK(copy_state(context, document, Name::step_outputs, State::StepOutputs));
  BELLJAR_CHECK(copy_state(context, document, Name::current_step, State::CurrentStep));
  Value forward = get(context, document, Name::forward_context);
  if (forward.is(Kind::Dict)) {
    BELLJAR_TRY(converted, from_document(context, forward));
    BELLJAR_TRY(made, make_model(context, Type::RequestForwardContext, converted.as<Dict>()));
    BELLJAR_CHECK(state_set(context, State::Forward, made));
  }
  return Value::none();
}

}  // namespace belljar::sym
