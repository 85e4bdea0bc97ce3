// sym.sdk.errors: SymSDKError, the errors of SRNs, and this module's SymIntegrationError.
#include "sdk/sym/errors.h"

#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "runtime/str_format.h"

namespace belljar::sym {

namespace {

constexpr const char* kModule = "sym.sdk.errors";
constexpr std::string_view kSrnDocs = "https://docs.symops.com/docs/srn";
constexpr std::string_view kStructureHint =
    "SRNs must match the following structure: "
    "<ORG>:<MODEL>[:<TYPE>]:<SLUG>:<VERSION>[:<IDENTIFIER>], "
    "where org, model, slug, and version are required.";

std::string srn_hint(const SrnProblem& p) {
  switch (p.type) {
    case Type::InvalidSlugError:
      return "The " + p.component +
             " must be a valid slug (alphanumeric characters and dashes only). Got: " + p.detail;
    case Type::MissingComponentError:
      return "The " + p.component + " component is required.";
    case Type::InvalidVersionError:
      return "The " + p.component + " must be semver with no tags (e.g. 1.0.0). Got: " + p.detail;
    case Type::TrailingSeparatorError:
      return "SRNs cannot have a trailing separator.";
    default:
      return p.detail.empty() ? std::string(kStructureHint) : p.detail;
  }
}

Value set_text(Context& context, Exception* e, Name name, std::string_view text) {
  BELLJAR_TRY(s, new_str(context, text));
  return set_error_member(context, e, name, s);
}

Value fill_srn_error(Context& context, Exception* e, Value srn, std::string_view hint) {
  BELLJAR_TRY(text, to_str(context, srn));
  BELLJAR_CHECK(set_error_member(context, e, Name::srn, srn));
  BELLJAR_CHECK(
      set_text(context, e, Name::message, "Invalid SRN '" + std::string(text_view(text)) + "'."));
  BELLJAR_CHECK(set_text(context, e, Name::hint, hint));
  return set_text(context, e, Name::doc_url, kSrnDocs);
}

// --- constructors that a flow can call
// --------------------------------------------------------------

Value sdk_error_init(Call& c) {
  Context& context = c.context();
  Exception* e = c.self<Exception>();
  BELLJAR_CHECK(set_error_member(context, e, Name::message, c[1]));
  BELLJAR_CHECK(set_error_member(context, e, Name::hint, c[2]));
  BELLJAR_CHECK(set_error_member(context, e, Name::doc_url, c[3]));
  return Value::none();
}

std::string text_argument(Context& context, Value v) {
  Value text = v.is_undefined() || v.is_none() ? Value::undefined() : to_str(context, v);
  return text.is_str() ? std::string(text.as<Str>()->view()) : std::string();
}

Value invalid_srn_init(Call& c) {
  std::string hint =
      c[2].is_none() ? std::string(kStructureHint) : text_argument(c.context(), c[2]);
  if (c.context().has_pending()) return Value::raised();
  return fill_srn_error(c.context(), c.self<Exception>(), c[1], hint);
}
template <Type type>
Value component_init(Call& c) {
  SrnProblem problem{type,
                     text_argument(c.context(), c.native()->signature->count > 2 ? c[2] : Value()),
                     text_argument(c.context(), c.native()->signature->count > 3 ? c[3] : Value())};
  if (c.context().has_pending()) return Value::raised();
  return fill_srn_error(c.context(), c.self<Exception>(), c[1], srn_hint(problem));
}
Value multiple_init(Call& c) {
  return fill_srn_error(c.context(), c.self<Exception>(), c[1],
                        "There were multiple validation errors.");
}

// --- text
// ---------------------------------------------------------------------------------------------

Value part(Context& context, Value self, Name name, std::string* out) {
  BELLJAR_TRY(v, get_attribute(context, self, text_of(context, name)));
  BELLJAR_TRY(text, to_str(context, v));
  *out = text_view(text);
  return Value::none();
}

// The three parts, with Slack's bold marks or without.
Value sdk_error_text(Context& context, Value self, bool slack) {
  std::string message, hint, url;
  BELLJAR_CHECK(part(context, self, Name::message, &message));
  BELLJAR_CHECK(part(context, self, Name::hint, &hint));
  BELLJAR_CHECK(part(context, self, Name::doc_url, &url));
  StrBuilder out(context);
  std::string_view mark = slack ? "*" : "";
  for (std::string_view s :
       {mark, std::string_view(message), mark, std::string_view("\n\n"), mark,
        std::string_view("Hint:"), mark, std::string_view(" "), std::string_view(hint),
        std::string_view("\n\nFor more details, see: "), std::string_view(url),
        std::string_view(".")}) {
    out.append(s);
  }
  return out.finish();
}
Value sdk_error_str(Call& c) { return sdk_error_text(c.context(), c[0], false); }
Value sdk_error_slack(Call& c) { return sdk_error_text(c.context(), c[0], true); }

// --- SymIntegrationError
// ------------------------------------------------------------------------------

Value integration_init(Call& c) {
  Context& context = c.context();
  Exception* e = c.self<Exception>();
  struct Row {
    Name name;
    size_t argument;
    std::string_view fallback;
  };
  constexpr Row kRows[] = {{Name::message, 1, "An error occurred."},
                           {Name::hint, 2, "Please contact support."},
                           {Name::doc_url, 3, "https://docs.symops.com/docs/support"}};
  for (const Row& row : kRows) {
    Value v = c[row.argument];
    BELLJAR_TRY(given, truth(context, v));
    if (!given.as_bool()) {
      BELLJAR_CHECK(set_text(context, e, row.name, row.fallback));
    } else {
      BELLJAR_CHECK(set_error_member(context, e, row.name, v));
    }
  }
  BELLJAR_CHECK(set_error_member(context, e, Name::error_code, c[4]));
  return set_error_member(context, e, Name::params, c[5]);
}

// text.format_map(params or {}), or the text itself if a name is missing.
Value filled(Context& context, Value self, Value text) {
  if (!text.is_str()) return text;
  Roots<2> roots(context);
  roots[0] = text;
  BELLJAR_TRY(params, get_attribute(context, self, text_of(context, Name::params)));
  if (!params.is(Kind::Dict)) {
    BELLJAR_TRY(empty, new_dict(context));
    params = empty;
  }
  roots[1] = params;
  Value result = str_format(context, text.as<Str>(), Value::undefined(), params);
  if (result.is(Kind::Raised) &&
      (context.pending_is(Exc::KeyError) || context.pending_is(Exc::AttributeError))) {
    context.take_pending();
    return roots[0];
  }
  return result;
}
Value integration_str(Call& c) {
  BELLJAR_TRY(text, sdk_error_text(c.context(), c[0], false));
  return filled(c.context(), c[0], text);
}
Value integration_slack(Call& c) {
  BELLJAR_TRY(text, sdk_error_text(c.context(), c[0], true));
  return filled(c.context(), c[0], text);
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kSdkErrorMethods[] = {
    {"__init__", "self, message, hint, doc_url, **kwargs", sdk_error_init, kFlags},
    {"__str__", "self", sdk_error_str, kFlags},
    {"format_slack", "self", sdk_error_slack, kFlags},
};
constexpr NativeDef kIntegrationMethods[] = {
    {"__init__", "self, message='', hint=None, doc_url=None, *, error_code=None, params=None",
     integration_init, kFlags},
    {"__str__", "self", integration_str, kFlags},
    {"__repr__", "self", integration_str, kFlags},
    {"format_slack", "self", integration_slack, kFlags},
};

struct SrnErrorRow {
  Type type;
  const char* name;
  const char* signature;
  NativeFn init;
};
constexpr SrnErrorRow kSrnErrors[] = {
    {Type::InvalidSRNError, "InvalidSRNError", "self, srn, hint=None", invalid_srn_init},
    {Type::InvalidSlugError, "InvalidSlugError", "self, srn, component, value",
     component_init<Type::InvalidSlugError>},
    {Type::MissingComponentError, "MissingComponentError", "self, srn, component",
     component_init<Type::MissingComponentError>},
    {Type::InvalidVersionError, "InvalidVersionError", "self, srn, component, value",
     component_init<Type::InvalidVersionError>},
    {Type::TrailingSeparatorError, "TrailingSeparatorError", "self, srn",
     component_init<Type::TrailingSeparatorError>},
    {Type::MultipleErrors, "MultipleErrors", "self, srn, errors=()", multiple_init},
};

}  // namespace

Value set_error_member(Context& context, Exception* e, Name name, Value value) {
  if (!e->attributes) {
    BELLJAR_TRY(dict, new_dict(context));
    e->attributes = dict.as<Dict>();
  }
  return dict_set_str(context, e->attributes, text_of(context, name), value);
}

Value raise_srn_problems(Context& context, std::string_view srn,
                         const std::vector<SrnProblem>& problems) {
  Type type = problems.size() == 1 ? problems[0].type : Type::MultipleErrors;
  std::string hint;
  if (problems.size() == 1) {
    hint = srn_hint(problems[0]);
  } else {
    hint = "There were multiple validation errors.";
    for (const SrnProblem& p : problems) hint += "\n- " + srn_hint(p);
  }
  BELLJAR_TRY(text, new_str(context, srn));
  BELLJAR_TRY(made, new_exception(context, class_of_type(context, type), &text, 1));
  BELLJAR_CHECK(fill_srn_error(context, made.as<Exception>(), text, hint));
  return context.raise_value(made);
}

void install_errors(Build& b) {
  RealmBuilder& r = b.builder;
  Class* base = b.add_class(Type::SymSDKError, "SymSDKError", r.realm().exception(Exc::Exception),
                            Kind::Exception, kModule);
  r.methods(base, kSdkErrorMethods);
  Class* invalid = base;
  for (const SrnErrorRow& row : kSrnErrors) {
    Class* cls = b.add_class(row.type, row.name, invalid, Kind::Exception, kModule);
    NativeDef init{"__init__", row.signature, row.init, kFlags};
    r.methods(cls, {&init, 1});
    if (row.type == Type::InvalidSRNError) invalid = cls;
  }
  Class* integration = r.new_exception_class("SymIntegrationError", base, kModule);
  r.methods(integration, kIntegrationMethods);
  r.member(r.module(kModule), "SymIntegrationError", Value::object(integration));
}

}  // namespace belljar::sym
