// Request: what a program wants to send; PreparedRequest: what will be sent.
#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/requests/prepare.h"
#include "sdk/requests/url.h"

namespace belljar::requests {

namespace {

constexpr Name kRequestParts[] = {Name::method, Name::url,  Name::headers, Name::files, Name::data,
                                  Name::params, Name::auth, Name::cookies, Name::hooks, Name::json};

Value set(Context& context, Value object, Name name, Value v) {
  return instance_set(context, object.as<Instance>(), text_of(context, name), v);
}

// Request(method, url, headers, files, data, params, auth, cookies, hooks, json).
Value request_init(Call& c) {
  Context& context = c.context();
  for (size_t i = 0; i < sizeof(kRequestParts) / sizeof(kRequestParts[0]); ++i) {
    const Name name = kRequestParts[i];
    Value v = c[i + 1];
    if (v.is_none()) {
      const bool list = name == Name::data || name == Name::files;
      const bool dict = name == Name::headers || name == Name::params || name == Name::hooks;
      if (list) v = new_list(context, nullptr, 0);
      if (dict) v = new_dict(context);
      if (v.is_abrupt()) return v;
    } else if (name == Name::hooks) {
      BELLJAR_TRY(any, truth(context, v));
      if (any.as_bool()) {
        return context.raise(Exc::ValueError,
                             "requests: hooks= is refused: call the function on the response");
      }
    }
    BELLJAR_CHECK(set(context, c[0], name, v));
  }
  return Value::none();
}

Value show(Call& c, std::string_view class_name) {
  BELLJAR_TRY(method, to_str(c.context(), stored(c.context(), c[0], Name::method)));
  return new_str(c.context(),
                 "<" + std::string(class_name) + " [" + std::string(text_view(method)) + "]>");
}
Value request_repr(Call& c) { return show(c, "Request"); }
Value request_prepare(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(made, new_prepared(context));
  return prepare(context, Value::undefined(), arguments_of(context, c[0]), made);
}

// PreparedRequest.prepare(method, url, headers, files, data, params, auth, cookies, hooks, json).
Value prepared_prepare(Call& c) {
  Arguments a;
  Value* const places[] = {&a.method, &a.url,  &a.headers, &a.files, &a.data,
                           &a.params, &a.auth, &a.cookies, nullptr,  &a.json};
  for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); ++i) {
    if (places[i]) *places[i] = c[i + 1];
  }
  BELLJAR_CHECK(prepare(c.context(), Value::undefined(), a, c[0]));
  return Value::none();
}
Value prepared_init(Call& c) {
  for (Name name : {Name::method, Name::url, Name::headers, Name::body}) {
    BELLJAR_CHECK(set(c.context(), c[0], name, Value::none()));
  }
  return Value::none();
}
Value prepared_repr(Call& c) { return show(c, "PreparedRequest"); }
Value prepared_copy(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(made, new_prepared(context));
  for (Name name : {Name::method, Name::url, Name::body, Name::hidden_cookies}) {
    Value v = stored(context, c[0], name);
    if (!v.is_undefined()) BELLJAR_CHECK(set(context, made, name, v));
  }
  Value old = stored(context, c[0], Name::headers);
  if (!sym::is_a(context, old, Type::CaseInsensitiveDict)) return made;
  BELLJAR_TRY(headers, new_headers(context));
  BELLJAR_TRY(pairs, pairs_of(context, old));
  for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
    const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
    BELLJAR_CHECK(headers_set(context, headers, pair->items[0], pair->items[1]));
  }
  BELLJAR_CHECK(set(context, made, Name::headers, headers));
  return made;
}
Value prepared_path_url(Call& c) {
  Url url;
  parse_url(text_view(stored(c.context(), c[0], Name::url)), &url);
  std::string out = url.path.empty() ? "/" : url.path;
  if (!url.query.empty()) out += "?" + url.query;
  return new_str(c.context(), out);
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kRequestMethods[] = {
    {"__init__",
     "self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, "
     "cookies=None, hooks=None, json=None",
     request_init, kFlags},
    {"__repr__", "self", request_repr, kFlags},
    {"prepare", "self", request_prepare, kFlags},
};
constexpr NativeDef kPreparedMethods[] = {
    {"__init__", "self", prepared_init, kNativePython},
    {"__repr__", "self", prepared_repr, kFlags},
    {"prepare",
     "self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, "
     "cookies=None, hooks=None, json=None",
     prepared_prepare, kFlags},
    {"copy", "self", prepared_copy, kNativePython},
};

}  // namespace

Arguments arguments_of(const Context& context, Value request) {
  Arguments a;
  a.method = stored(context, request, Name::method);
  a.url = stored(context, request, Name::url);
  a.headers = stored(context, request, Name::headers);
  a.files = stored(context, request, Name::files);
  a.data = stored(context, request, Name::data);
  a.params = stored(context, request, Name::params);
  a.auth = stored(context, request, Name::auth);
  a.cookies = stored(context, request, Name::cookies);
  a.json = stored(context, request, Name::json);
  return a;
}

void install_request(Build& b) {
  Class* request =
      b.add_class(Type::Request, "Request", nullptr, Kind::Instance, "requests.models");
  sym::stored_layout(b, request,
                     {Name::method, Name::url, Name::headers, Name::files, Name::data, Name::params,
                      Name::auth, Name::cookies, Name::hooks, Name::json});
  b.builder.methods(request, kRequestMethods);
  Class* prepared = b.add_class(Type::PreparedRequest, "PreparedRequest", nullptr, Kind::Instance,
                                "requests.models");
  sym::stored_layout(b, prepared,
                     {Name::method, Name::url, Name::headers, Name::body, Name::hidden_cookies});
  b.builder.methods(prepared, kPreparedMethods);
  b.builder.property(prepared, "path_url", prepared_path_url, nullptr, kNativePython);
}

}  // namespace belljar::requests
