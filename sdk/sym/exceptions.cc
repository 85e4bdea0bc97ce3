// sym.sdk.exceptions: what the integrations raise. One table of classes; their constructors differ
// only in which of error_type, name and message they ask for.
#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/sym/errors.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

namespace {

enum class Init : uint8_t {
  Inherited,
  Full,         // error_type, name, message
  WithDefault,  // name, message, error_type="…"
  Fixed,        // name, message
  CouldNotSave,
  NotFound,
  MissingArgument,
};

struct Row {
  const char* name;
  const char* base;
  const char* module;  // below sym.sdk.exceptions
  Init init;
  const char* error_type;
};
constexpr Row kRows[] = {
    {"SymException", "", "sym_exception", Init::Full, ""},
    {"ExceptionWithHint", "SymException", "sym_exception", Init::Inherited, ""},
    {"AccessStrategyError", "SymException", "access_strategy", Init::WithDefault, "AccessStrategy"},
    {"AptibleError", "SymException", "aptible", Init::WithDefault, "Aptible"},
    {"BoundaryError", "SymException", "boundary", Init::WithDefault, "Boundary"},
    {"GitHubError", "SymException", "github", Init::WithDefault, "GitHub"},
    {"GoogleError", "SymException", "google", Init::WithDefault, "Google"},
    {"HTTPError", "SymException", "http", Init::WithDefault, "HTTP"},
    {"OktaError", "SymException", "okta", Init::WithDefault, "Okta"},
    {"OneLoginError", "SymException", "onelogin", Init::WithDefault, "OneLogin"},
    {"PagerDutyError", "SymException", "pagerduty", Init::WithDefault, "PagerDuty"},
    {"SlackError", "SymException", "slack", Init::WithDefault, "Slack"},
    {"SymIntegrationError", "SymException", "sym_integration", Init::WithDefault, "SymIntegration"},
    {"JiraError", "SymException", "jira", Init::Fixed, "Jira"},
    {"KnowBe4Error", "SymException", "knowbe4", Init::Fixed, "KnowBe4"},
    {"AWSError", "SymException", "aws", Init::WithDefault, "AWS"},
    {"AWSLambdaError", "AWSError", "aws", Init::Fixed, "AWSLambda"},
    {"AWSIAMError", "AWSError", "aws", Init::Fixed, "AWSIAM"},
    {"AWSSSOError", "AWSError", "aws", Init::Fixed, "AWSSSO"},
    {"IdentityError", "SymException", "identity", Init::WithDefault, "Identity"},
    {"CouldNotSaveError", "IdentityError", "identity", Init::CouldNotSave, "Identity"},
    {"IdentityNotFound", "IdentityError", "identity", Init::NotFound, "Identity"},
    {"SDKError", "SymException", "sdk", Init::WithDefault, "SymSDK"},
    {"MissingArgument", "SDKError", "sdk", Init::MissingArgument, "SymSDK"},
};
constexpr std::string_view kNotFoundHint =
    "An Implementer can use the symflow CLI to manually add the user's identity";

const Row* find_row(std::string_view name) {
  for (const Row& row : kRows) {
    if (name == row.name) return &row;
  }
  return nullptr;
}

std::string shown(Context& context, Value v) {
  Value text = to_str(context, v);
  return text.is_str() ? std::string(text.as<Str>()->view()) : std::string();
}

// SymException.__init__(error_type, name, message).
Value fill(Context& context, Exception* e, Value error_type, Value name, Value message) {
  std::string code = shown(context, error_type) + ":";
  if (context.has_pending()) return Value::raised();
  code += shown(context, name);
  if (context.has_pending()) return Value::raised();
  BELLJAR_TRY(args, new_tuple(context, &message, 1));
  e->args = args.as<Tuple>();
  BELLJAR_TRY(code_text, new_str(context, code));
  BELLJAR_CHECK(set_error_member(context, e, Name::message, message));
  return set_error_member(context, e, Name::error_code, code_text);
}
Value fill_texts(Context& context, Exception* e, std::string_view error_type, std::string_view name,
                 std::string_view message) {
  BELLJAR_TRY(type_text, new_str(context, error_type));
  BELLJAR_TRY(name_text, new_str(context, name));
  BELLJAR_TRY(message_text, new_str(context, message));
  return fill(context, e, type_text, name_text, message_text);
}

std::string missing_argument_text(std::string_view arg, std::string_view method) {
  return "Required argument '" + std::string(arg) + "' for method '" + std::string(method) +
         "' not provided. Please check your implementation file to ensure that all required "
         "arguments are passed.";
}

Value init_full(Call& c) { return fill(c.context(), c.self<Exception>(), c[1], c[2], c[3]); }
Value init_with_default(Call& c) {
  return fill(c.context(), c.self<Exception>(), c[3], c[1], c[2]);
}
Value init_fixed(Call& c) {
  const Row* row = find_row(c.native()->owner->name->view());
  BELLJAR_TRY(type, new_str(c.context(), row->error_type));
  return fill(c.context(), c.self<Exception>(), type, c[1], c[2]);
}
Value init_could_not_save(Call& c) {
  BELLJAR_TRY(type, new_str(c.context(), "Identity"));
  BELLJAR_TRY(name, new_str(c.context(), "COULD_NOT_SAVE"));
  return fill(c.context(), c.self<Exception>(), type, name, c[1]);
}
Value init_not_found(Call& c) {
  std::string email = shown(c.context(), c[1]);
  if (c.context().has_pending()) return Value::raised();
  std::string service = shown(c.context(), c[2]);
  if (c.context().has_pending()) return Value::raised();
  return fill_texts(
      c.context(), c.self<Exception>(), "Identity", "NOT_FOUND",
      "Could not find or determine external identity for " + email + " in service " + service);
}
Value init_missing_argument(Call& c) {
  std::string arg = shown(c.context(), c[1]);
  if (c.context().has_pending()) return Value::raised();
  std::string method = shown(c.context(), c[2]);
  if (c.context().has_pending()) return Value::raised();
  return fill_texts(c.context(), c.self<Exception>(), "SymSDK", "MISSING_ARGUMENT",
                    missing_argument_text(arg, method));
}

Value to_dict(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(dict, new_dict(context));
  Roots<1> roots(context);
  roots[0] = dict;
  BELLJAR_TRY(error_key, new_str(context, "error"));
  BELLJAR_CHECK(dict_set_str(context, dict.as<Dict>(), error_key.as<Str>(), Value::boolean(true)));
  BELLJAR_TRY(message, get_attribute(context, c[0], text_of(context, Name::message)));
  BELLJAR_CHECK(dict_set_str(context, dict.as<Dict>(), text_of(context, Name::message), message));
  BELLJAR_TRY(code, get_attribute(context, c[0], text_of(context, Name::error_code)));
  BELLJAR_TRY(code_key, new_str(context, "code"));
  BELLJAR_CHECK(dict_set_str(context, dict.as<Dict>(), code_key.as<Str>(), code));
  return dict;
}

Value hint_str(Call& c) {
  Context& context = c.context();
  Roots<2> roots(context);
  BELLJAR_TRY(message, get_attribute(context, c[0], text_of(context, Name::message)));
  roots[0] = message;
  BELLJAR_TRY(hint, get_attribute(context, c[0], text_of(context, Name::hint)));
  roots[1] = hint;
  std::string text = shown(context, message) + "\n\n*Hint:* ";
  if (context.has_pending()) return Value::raised();
  text += shown(context, hint);
  if (context.has_pending()) return Value::raised();
  return new_str(context, text);
}
Value no_hint(Call&) { return Value::none(); }
Value not_found_hint(Call& c) { return new_str(c.context(), kNotFoundHint); }

NativeFn init_of(Init init) {
  switch (init) {
    case Init::Full:
      return init_full;
    case Init::WithDefault:
      return init_with_default;
    case Init::Fixed:
      return init_fixed;
    case Init::CouldNotSave:
      return init_could_not_save;
    case Init::NotFound:
      return init_not_found;
    case Init::MissingArgument:
      return init_missing_argument;
    case Init::Inherited:
      break;
  }
  return nullptr;
}
std::string signature_of(const Row& row) {
  switch (row.init) {
    case Init::Full:
      return "self, error_type, name, message";
    case Init::WithDefault:
      return "self, name, message, error_type='" + std::string(row.error_type) + "'";
    case Init::Fixed:
      return "self, name, message";
    case Init::CouldNotSave:
      return "self, message";
    case Init::NotFound:
      return "self, email, service_id";
    case Init::MissingArgument:
      return "self, arg, method";
    case Init::Inherited:
      break;
  }
  return "self";
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kSymExceptionMethods[] = {{"to_dict", "self", to_dict, kFlags}};
constexpr NativeDef kHintMethods[] = {{"__str__", "self", hint_str, kFlags}};

std::string_view text_in(Context& context, const Dict* dict, Name name) {
  return text_view(member(context, dict, name));
}

}  // namespace

Value exception_from_reply(Context& context, Dict* reply) {
  std::string_view name = text_in(context, reply, Name::class_);
  Value message = member(context, reply, Name::message);
  if (message.is_undefined()) message = Value::object(context.realm().empty_str);
  const SymRealm& realm = realm_of(context);
  const Row* row = find_row(name);
  auto known = realm.exceptions.find(name);
  if (!row || known == realm.exceptions.end()) {
    Exc builtin = name == "KeyError"     ? Exc::KeyError
                  : name == "ValueError" ? Exc::ValueError
                  : name == "TypeError"  ? Exc::TypeError
                                         : Exc::RuntimeError;
    return new_exception(context, context.realm().exception(builtin), &message, 1);
  }
  BELLJAR_TRY(made, new_exception(context, known->second, &message, 1));
  Exception* e = made.as<Exception>();
  std::string_view code = text_in(context, reply, Name::name);
  std::string_view type = text_in(context, reply, Name::error_type);
  if (type.empty()) type = row->error_type;
  if (row->init == Init::MissingArgument) {
    BELLJAR_CHECK(fill_texts(context, e, "SymSDK", "MISSING_ARGUMENT",
                             missing_argument_text(text_in(context, reply, Name::arg),
                                                   text_in(context, reply, Name::method))));
    return made;
  }
  if (row->init == Init::CouldNotSave) code = "COULD_NOT_SAVE";
  if (row->init == Init::NotFound) code = "NOT_FOUND";
  BELLJAR_TRY(type_text, new_str(context, type));
  BELLJAR_TRY(code_text, new_str(context, code));
  BELLJAR_CHECK(fill(context, e, type_text, code_text, message));
  return made;
}

Value raise_invalid_result(Context& context, std::string_view code, std::string_view message) {
  BELLJAR_TRY(text, new_str(context, message));
  BELLJAR_TRY(made, new_exception(context, class_of_type(context, Type::InvalidResult), &text, 1));
  BELLJAR_TRY(code_text, new_str(context, code));
  BELLJAR_CHECK(set_error_member(context, made.as<Exception>(), Name::error_code, code_text));
  return context.raise_value(made);
}

void install_exceptions(Build& b) {
  RealmBuilder& r = b.builder;
  Class* top = r.realm().exception(Exc::Exception);
  Module* package = r.module("sym.sdk.exceptions");
  for (const Row& row : kRows) {
    std::string home = std::string("sym.sdk.exceptions.") + row.module;
    Class* base = *row.base ? b.realm.exceptions.at(row.base) : top;
    Class* cls = r.new_exception_class(row.name, base, home);
    b.realm.exceptions.emplace(row.name, cls);
    r.member(r.module(home), row.name, Value::object(cls));
    r.member(r.module(home), "SymException", Value::object(b.realm.exceptions.at("SymException")));
    if (row.init != Init::NotFound) r.member(package, row.name, Value::object(cls));
    if (row.init != Init::Inherited) {
      std::string signature = signature_of(row);
      NativeDef init{"__init__", signature.c_str(), init_of(row.init), kFlags};
      r.methods(cls, {&init, 1});
    }
  }
  auto number = [&](const char* name, Type t) {
    Class* cls = b.realm.exceptions.at(name);
    cls->sub = static_cast<uint16_t>(t);
    b.realm.classes[static_cast<int>(t)] = cls;
    return cls;
  };
  r.methods(number("SymException", Type::SymException), kSymExceptionMethods);
  Class* with_hint = number("ExceptionWithHint", Type::ExceptionWithHint);
  r.methods(with_hint, kHintMethods);
  r.property(with_hint, "hint", no_hint, nullptr, kFlags);
  // IdentityNotFound(IdentityError, ExceptionWithHint)
  Class* not_found = number("IdentityNotFound", Type::IdentityNotFound);
  Class* identity = b.realm.exceptions.at("IdentityError");
  Value bases[] = {Value::object(identity), Value::object(with_hint)};
  not_found->bases = new_tuple(r, bases, 2).as<Tuple>();
  std::vector<Value> mro{Value::object(not_found), Value::object(identity)};
  for (uint32_t i = 0; i < with_hint->mro->count; ++i) mro.push_back(with_hint->mro->items[i]);
  not_found->mro = new_tuple(r, mro.data(), mro.size()).as<Tuple>();
  r.property(not_found, "hint", not_found_hint, nullptr, kFlags);
  // Raised by the host about a handler's result; no module has it.
  Class* invalid = r.new_exception_class("InvalidResult", top, "sym");
  invalid->sub = static_cast<uint16_t>(Type::InvalidResult);
  b.realm.classes[static_cast<int>(Type::InvalidResult)] = invalid;
}

}  // namespace belljar::sym
