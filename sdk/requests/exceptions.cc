// requests.exceptions, whole, from one table.
#include <string>
#include <vector>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/extensions.h"
#include "sdk/requests/requests.h"
#include "sdk/sym/errors.h"

namespace belljar::requests {

namespace {

struct Row {
  const char* name;
  const char* bases[2];  // of this table, or a builtin's name
  Type type;
};
constexpr Row kRows[] = {
    {"RequestException", {"OSError"}, Type::RequestException},
    {"InvalidJSONError", {"RequestException"}, Type::HttpInvalidJson},
    {"JSONDecodeError", {"InvalidJSONError", "json.JSONDecodeError"}, Type::HttpJsonDecode},
    {"HTTPError", {"RequestException"}, Type::HttpError},
    {"ConnectionError", {"RequestException"}, Type::HttpConnectionError},
    {"ProxyError", {"ConnectionError"}, Type::None},
    {"SSLError", {"ConnectionError"}, Type::HttpSslError},
    {"Timeout", {"RequestException"}, Type::None},
    {"ConnectTimeout", {"ConnectionError", "Timeout"}, Type::HttpConnectTimeout},
    {"ReadTimeout", {"Timeout"}, Type::HttpReadTimeout},
    {"URLRequired", {"RequestException"}, Type::None},
    {"TooManyRedirects", {"RequestException"}, Type::HttpTooManyRedirects},
    {"MissingSchema", {"RequestException", "ValueError"}, Type::HttpMissingSchema},
    {"InvalidSchema", {"RequestException", "ValueError"}, Type::HttpInvalidSchema},
    {"InvalidURL", {"RequestException", "ValueError"}, Type::HttpInvalidUrl},
    {"InvalidHeader", {"RequestException", "ValueError"}, Type::HttpInvalidHeader},
    {"InvalidProxyURL", {"InvalidURL"}, Type::None},
    {"ChunkedEncodingError", {"RequestException"}, Type::HttpChunked},
    {"BaseHTTPError", {"Exception"}, Type::None},  // urllib3's
    {"ContentDecodingError", {"RequestException", "BaseHTTPError"}, Type::HttpDecoding},
    {"StreamConsumedError", {"RequestException", "TypeError"}, Type::HttpStreamConsumed},
    {"RetryError", {"RequestException"}, Type::None},
    {"UnrewindableBodyError", {"RequestException"}, Type::None},
    {"RequestsWarning", {"Warning"}, Type::None},
    {"FileModeWarning", {"RequestsWarning", "DeprecationWarning"}, Type::None},
    {"RequestsDependencyWarning", {"RequestsWarning"}, Type::None},
};
// What `import requests` itself offers.
constexpr const char* kAtRoot[] = {
    "ConnectionError", "ConnectTimeout",   "FileModeWarning", "HTTPError",        "JSONDecodeError",
    "ReadTimeout",     "RequestException", "Timeout",         "TooManyRedirects", "URLRequired"};

// JSONDecodeError(msg, doc, pos): json's own initialiser sets the attributes and the text.
Value json_init(Context& context, Call& c, const Tuple* args) {
  Class* json = extension_class(context.realm(), Extension::JsonDecodeError);
  BELLJAR_TRY(name, new_str(context, "__init__"));
  Value init = dict_get_str(context, json->attributes, name.as<Str>());
  std::vector<Value> given = {c[0]};
  given.insert(given.end(), args->items, args->items + args->count);
  return context.invoke(init, given.data(), given.size());
}

// RequestException(*args, response=None, request=None).
Value exception_init(Call& c) {
  Context& context = c.context();
  Exception* e = c.self<Exception>();
  Dict* keywords = c[2].as<Dict>();
  Value response = sym::member(context, keywords, Name::response);
  Value request = sym::member(context, keywords, Name::request);
  const uint32_t known = (response.is_undefined() ? 0 : 1) + (request.is_undefined() ? 0 : 1);
  if (keywords->live > known) {
    return context.raise(Exc::TypeError,
                         {type_name(context, c[0]), "() takes no keyword arguments"});
  }
  if (response.is_undefined()) response = Value::none();
  if (request.is_undefined()) request = Value::none();
  if (sym::is_a(context, c[0], Type::HttpJsonDecode)) {
    Roots<2> roots(context);
    roots[0] = request;
    roots[1] = response;
    BELLJAR_CHECK(json_init(context, c, c[1].as<Tuple>()));
  } else {
    e->args = c[1].as<Tuple>();
  }
  if (request.is_none() && !response.is_none()) {
    Value of_response = stored(context, response, Name::request);
    if (!of_response.is_undefined()) request = of_response;
  }
  BELLJAR_CHECK(sym::set_error_member(context, e, Name::response, response));
  return sym::set_error_member(context, e, Name::request, request);
}
constexpr NativeDef kInit = {"__init__", "self, *args, **kwargs", exception_init,
                             kNativePython | kNativeCallsBack};

// Puts `second` and its bases into the order of a class that has derived from the first base only:
// C3 for the shapes of the table, where the second base's line is simple.
void add_base(RealmBuilder& r, Class* cls, Class* second) {
  Value bases[] = {cls->bases->items[0], Value::object(second)};
  cls->bases = new_tuple(r, bases, 2).as<Tuple>();
  std::vector<Value> order(cls->mro->items, cls->mro->items + cls->mro->count);
  // Before the first common ancestor.
  for (uint32_t i = 0; i < second->mro->count; ++i) {
    Value one = second->mro->items[i];
    bool known = false;
    for (Value v : order) known = known || v.same(one);
    if (known) continue;
    size_t place = order.size();
    for (uint32_t k = i + 1; k < second->mro->count && place == order.size(); ++k) {
      for (size_t at = 0; at < order.size(); ++at) {
        if (order[at].same(second->mro->items[k])) {
          place = at;
          break;
        }
      }
    }
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(place), one);
  }
  cls->mro = new_tuple(r, order.data(), order.size()).as<Tuple>();
}

}  // namespace

Value raise_http(Context& context, Type type, std::string_view message, Value request,
                 Value response) {
  BELLJAR_TRY(text, new_str(context, message));
  return raise_http_with(context, type, text, request, response);
}

Value raise_http_with(Context& context, Type type, Value argument, Value request, Value response) {
  BELLJAR_TRY(made, new_exception(context, sym::class_of_type(context, type), &argument, 1));
  BELLJAR_CHECK(sym::set_error_member(context, made.as<Exception>(), Name::request, request));
  BELLJAR_CHECK(sym::set_error_member(context, made.as<Exception>(), Name::response, response));
  return context.raise_value(made);
}

void install_exceptions(Build& b) {
  RealmBuilder& r = b.builder;
  Module* home = r.module("requests.exceptions");
  auto find = [&](std::string_view name) -> Class* {
    Value own = dict_get_str(r, home->attributes, r.str(name));
    if (own.is(Kind::Class)) return own.as<Class>();
    bool json = name.substr(0, 5) == "json.";
    Module* from = json ? r.module("json") : r.realm().builtins;
    Value v = dict_get_str(r, from->attributes, r.str(json ? name.substr(5) : name));
    return v.is(Kind::Class) ? v.as<Class>() : r.realm().exception(Exc::ValueError);
  };
  for (const Row& row : kRows) {
    // BaseHTTPError is urllib3's HTTPError by another name.
    const bool urllib3 = std::string_view(row.name) == "BaseHTTPError";
    Class* cls = urllib3
                     ? r.new_exception_class("HTTPError", find(row.bases[0]), "urllib3.exceptions")
                     : r.new_exception_class(row.name, find(row.bases[0]), "requests.exceptions");
    if (row.bases[1]) add_base(r, cls, find(row.bases[1]));
    if (row.type != Type::None) {
      cls->sub = static_cast<uint16_t>(row.type);
      b.realm.classes[static_cast<int>(row.type)] = cls;
    }
    r.member(home, row.name, Value::object(cls));
  }
  r.methods(b.realm.of(Type::RequestException), {&kInit, 1});
  r.member(home, "CompatJSONDecodeError", Value::object(find("json.JSONDecodeError")));
  for (const char* name : kAtRoot) {
    r.member(r.module("requests"), name, Value::object(find(name)));
  }
}

}  // namespace belljar::requests
