// Session: defaults merged into each request; keyword arguments, and which of them are refused.
#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/requests/requests.h"

namespace belljar::requests {

namespace {

constexpr int64_t kMaxRedirects = 30;

struct DefaultHeader {
  const char* name;
  const char* value;
};
constexpr DefaultHeader kDefaultHeaders[] = {{"User-Agent", "python-requests/2.28.1"},
                                             {"Accept-Encoding", "gzip, deflate"},
                                             {"Accept", "*/*"},
                                             {"Connection", "keep-alive"}};

Value fill_session(Context& context, Instance* session) {
  auto set = [&](Name n, Value v) {
    return instance_set(context, session, text_of(context, n), v);
  };
  BELLJAR_TRY(headers, new_headers(context));
  BELLJAR_CHECK(set(Name::headers, headers));
  for (const DefaultHeader& h : kDefaultHeaders) {
    BELLJAR_TRY(name, new_str(context, h.name));
    BELLJAR_TRY(value, new_str(context, h.value));
    BELLJAR_CHECK(headers_set(context, headers, name, value));
  }
  BELLJAR_TRY(params, new_dict(context));
  BELLJAR_CHECK(set(Name::params, params));
  BELLJAR_TRY(cookies, new_jar(context));
  BELLJAR_CHECK(set(Name::cookies, cookies));
  BELLJAR_TRY(proxies, new_dict(context));
  BELLJAR_CHECK(set(Name::proxies, proxies));
  BELLJAR_TRY(hooks, new_dict(context));
  BELLJAR_CHECK(set(Name::hooks, hooks));
  BELLJAR_CHECK(set(Name::auth, Value::none()));
  BELLJAR_CHECK(set(Name::verify, Value::boolean(true)));
  BELLJAR_CHECK(set(Name::cert, Value::none()));
  BELLJAR_CHECK(set(Name::stream, Value::boolean(false)));
  BELLJAR_CHECK(set(Name::trust_env, Value::boolean(true)));
  return set(Name::max_redirects, Value::integer(kMaxRedirects));
}

Value session_init(Call& c) { return fill_session(c.context(), c.self<Instance>()); }
Value itself(Call& c) { return c[0]; }
Value nothing(Call&) { return Value::none(); }
Value refuse_mount(Call& c) {
  return c.context().raise(Exc::NotImplementedError,
                           "requests: adapters cannot be mounted, the transport is the host's");
}

Value refuse_adapter(Call& c) {
  return c.context().raise(Exc::NotImplementedError,
                           "requests: there are no adapters, the transport is the host's");
}

Value session_prepare_request(Call& c) {
  Context& context = c.context();
  if (!sym::is_a(context, c[1], Type::Request)) {
    return context.raise(Exc::TypeError, "prepare_request() takes a Request");
  }
  BELLJAR_TRY(made, new_prepared(context));
  return prepare(context, c[0], arguments_of(context, c[1]), made);
}
Value session_send(Call& c) {
  Context& context = c.context();
  if (!sym::is_a(context, c[1], Type::PreparedRequest)) {
    return context.raise(Exc::ValueError, "You can only send PreparedRequests.");
  }
  Arguments a;
  BELLJAR_CHECK(read_keywords(context, c[2].as<Dict>(), "Session.send", &a));
  c.at(2) = a.timeout;
  BELLJAR_TRY(follow, truth(context, a.allow_redirects));
  return send_request(context, c[0], c[1], c[2], follow.as_bool());
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"__init__", "self", session_init, kNativePython},
    {"__enter__", "self", itself, kNativePython},
    {"__exit__", "self, *args", nothing, kNativePython},
    {"close", "self", nothing, kNativePython},
    {"mount", "self, prefix, adapter", refuse_mount, kNativePython},
    {"get_adapter", "self, url", refuse_adapter, kNativePython},
    {"prepare_request", "self, request", session_prepare_request, kFlags},
    {"send", "self, request, **kwargs", session_send, kFlags},
};

Value refuse(Context& context, std::string_view what, std::string_view why) {
  return context.raise(Exc::ValueError, {"requests: ", what, " is refused: ", why});
}

}  // namespace

Value new_session(Context& context) {
  Instance* session = new_instance(context, sym::class_of_type(context, Type::Session));
  BELLJAR_CHECK(fill_session(context, session));
  return Value::object(session);
}

Value perform(Context& context, Value session, const Arguments& arguments) {
  Roots<4> roots(context);
  roots[0] = session;
  roots[1] = arguments.timeout;
  roots[2] = arguments.allow_redirects;
  BELLJAR_TRY(made, new_prepared(context));
  BELLJAR_TRY(request, prepare(context, session, arguments, made));
  roots[3] = request;
  BELLJAR_TRY(follow, truth(context, roots[2]));
  return send_request(context, session, request, roots[1], follow.as_bool());
}

Value read_keywords(Context& context, Dict* keywords, std::string_view function, Arguments* out) {
  struct Row {
    std::string_view name;
    Value Arguments::*place;
  };
  const Row rows[] = {{"params", &Arguments::params},
                      {"data", &Arguments::data},
                      {"headers", &Arguments::headers},
                      {"cookies", &Arguments::cookies},
                      {"files", &Arguments::files},
                      {"auth", &Arguments::auth},
                      {"timeout", &Arguments::timeout},
                      {"json", &Arguments::json},
                      {"allow_redirects", &Arguments::allow_redirects}};
  for (const Row& row : rows) {
    if ((out->*row.place).is_undefined()) out->*row.place = Value::none();
  }
  uint32_t at = 0;
  while (DictEntry* e = dict_next(keywords, &at)) {
    std::string_view name = text_view(e->key);
    Value value = e->value;
    const Row* known = nullptr;
    for (const Row& row : rows) {
      if (row.name == name) known = &row;
    }
    if (known) {
      out->*known->place = value;
      continue;
    }
    if (name == "verify") {
      if (!value.is_none() && !(value.is_bool() && value.as_bool())) {
        return refuse(context, "verify=", "certificates are always checked, by the host's list");
      }
    } else if (name == "cert") {
      if (!value.is_none()) return refuse(context, "cert=", "the program has no files");
    } else if (name == "proxies") {
      BELLJAR_TRY(any, truth(context, value));
      if (any.as_bool()) return refuse(context, "proxies=", "the host decides on the way out");
    } else if (name == "hooks") {
      BELLJAR_TRY(any, truth(context, value));
      if (any.as_bool()) return refuse(context, "hooks=", "call the function on the response");
    } else if (name != "stream") {  // an answer comes whole: streaming it changes nothing
      return context.raise(Exc::TypeError,
                           {function, "() got an unexpected keyword argument '", name, "'"});
    }
  }
  return Value::none();
}

void install_session(Build& b) {
  Class* cls = b.add_class(Type::Session, "Session", nullptr, Kind::Instance, "requests.sessions");
  sym::stored_layout(
      b, cls,
      {Name::headers, Name::params, Name::cookies, Name::proxies, Name::hooks, Name::auth,
       Name::verify, Name::cert, Name::stream, Name::trust_env, Name::max_redirects});
  b.builder.methods(cls, kMethods);
}

}  // namespace belljar::requests
