// The requests module over the door: requests 2.28's interface; the transport is the host's.
#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/install.h"
#include "sdk/requests/requests.h"

namespace belljar {

namespace requests {

namespace {

// What the keywords of each method are beside **kwargs.
Value perform_keywords(Call& c, Value session, std::string_view method, Arguments* arguments,
                       Dict* keywords) {
  Context& context = c.context();
  if (!method.empty()) {
    BELLJAR_TRY(text, new_str(context, method));
    arguments->method = text;
  }
  BELLJAR_CHECK(read_keywords(context, keywords, "Session.request", arguments));
  Roots<1> roots(context);
  if (session.is_undefined()) {
    session = new_session(context);
    if (session.is_abrupt()) return session;
  }
  roots[0] = session;
  return perform(context, session, *arguments);
}

// Functions of the module: no session. Methods of Session: self is the first argument.
template <bool method>
Value session_of(Call& c) {
  return method ? c[0] : Value::undefined();
}

// (url, **kwargs) or (url, params=None, **kwargs) for functions; sessions take params by keyword.
template <bool method>
Value get(Call& c) {
  Arguments a;
  a.url = c[method ? 1 : 0];
  if (!method) a.params = c[1];
  return perform_keywords(c, session_of<method>(c), "GET", &a, c[2].as<Dict>());
}
template <bool method>
Value options(Call& c) {
  constexpr size_t at = method ? 1 : 0;
  Arguments a;
  a.url = c[at];
  return perform_keywords(c, session_of<method>(c), "OPTIONS", &a, c[at + 1].as<Dict>());
}
template <bool method>
Value head(Call& c) {
  constexpr size_t at = method ? 1 : 0;
  Arguments a;
  a.url = c[at];
  a.allow_redirects = Value::boolean(false);
  return perform_keywords(c, session_of<method>(c), "HEAD", &a, c[at + 1].as<Dict>());
}
template <bool method>
Value remove(Call& c) {
  constexpr size_t at = method ? 1 : 0;
  Arguments a;
  a.url = c[at];
  return perform_keywords(c, session_of<method>(c), "DELETE", &a, c[at + 1].as<Dict>());
}
template <bool method>
Value post(Call& c) {
  constexpr size_t at = method ? 1 : 0;
  Arguments a;
  a.url = c[at];
  a.data = c[at + 1];
  a.json = c[at + 2];
  return perform_keywords(c, session_of<method>(c), "POST", &a, c[at + 3].as<Dict>());
}
template <bool method>
Value put(Call& c) {
  constexpr size_t at = method ? 1 : 0;
  Arguments a;
  a.url = c[at];
  a.data = c[at + 1];
  return perform_keywords(c, session_of<method>(c), "PUT", &a, c[at + 2].as<Dict>());
}
template <bool method>
Value patch(Call& c) {
  constexpr size_t at = method ? 1 : 0;
  Arguments a;
  a.url = c[at];
  a.data = c[at + 1];
  return perform_keywords(c, session_of<method>(c), "PATCH", &a, c[at + 2].as<Dict>());
}
Value request_function(Call& c) {
  Arguments a;
  a.method = c[0];
  a.url = c[1];
  return perform_keywords(c, Value::undefined(), {}, &a, c[2].as<Dict>());
}
// Session.request(method, url, params, data, headers, cookies, files, auth, timeout, …).
Value request_method(Call& c) {
  Arguments a;
  a.method = c[1];
  a.url = c[2];
  a.params = c[3];
  a.data = c[4];
  a.headers = c[5];
  a.cookies = c[6];
  a.files = c[7];
  a.auth = c[8];
  a.timeout = c[9];
  a.allow_redirects = c[10];
  return perform_keywords(c, c[0], {}, &a, c[11].as<Dict>());
}

Value make_session(Call& c) { return new_session(c.context()); }

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kFunctions[] = {
    {"request", "method, url, **kwargs", request_function, kFlags},
    {"get", "url, params=None, **kwargs", get<false>, kFlags},
    {"options", "url, **kwargs", options<false>, kFlags},
    {"head", "url, **kwargs", head<false>, kFlags},
    {"post", "url, data=None, json=None, **kwargs", post<false>, kFlags},
    {"put", "url, data=None, **kwargs", put<false>, kFlags},
    {"patch", "url, data=None, **kwargs", patch<false>, kFlags},
    {"delete", "url, **kwargs", remove<false>, kFlags},
    {"session", "", make_session, kNativePython},
};
constexpr NativeDef kSessionMethods[] = {
    {"request",
     "self, method, url, params=None, data=None, headers=None, cookies=None, files=None, "
     "auth=None, timeout=None, allow_redirects=True, **kwargs",
     request_method, kFlags},
    {"get", "self, url, **kwargs", get<true>, kFlags},
    {"options", "self, url, **kwargs", options<true>, kFlags},
    {"head", "self, url, **kwargs", head<true>, kFlags},
    {"post", "self, url, data=None, json=None, **kwargs", post<true>, kFlags},
    {"put", "self, url, data=None, **kwargs", put<true>, kFlags},
    {"patch", "self, url, data=None, **kwargs", patch<true>, kFlags},
    {"delete", "self, url, **kwargs", remove<true>, kFlags},
};

struct Export {
  const char* from;
  const char* name;
};
constexpr Export kExports[] = {{"requests.sessions", "Session"},
                               {"requests.models", "Response"},
                               {"requests.models", "Request"},
                               {"requests.models", "PreparedRequest"}};

}  // namespace
}  // namespace requests

void install_requests(RealmBuilder& builder) {
  using namespace requests;
  Build b{builder, sym::realm_being_built(builder)};
  Module* root = builder.module("requests");
  requests::install_exceptions(b);
  install_headers(b);
  install_cookies(b);
  install_response(b);
  install_auth(b);
  install_codes(b);
  install_session(b);
  install_request(b);
  builder.methods(b.realm.of(Type::Session), kSessionMethods);
  builder.functions(root, kFunctions);
  for (const Export& e : kExports) {
    Module* from = builder.module(e.from);
    builder.member(root, e.name, dict_get_str(builder, from->attributes, builder.str(e.name)));
  }
  builder.member(root, "__version__", Value::object(builder.str("2.28.1")));
}

}  // namespace belljar
