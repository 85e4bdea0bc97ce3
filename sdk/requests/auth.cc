// requests.auth: basic authentication.
#include <string>

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/requests/requests.h"
#include "sdk/requests/url.h"
#include "support/base64.h"

namespace belljar::requests {

namespace {

// Latin-1 bytes of a text, as requests encodes names and passwords.
Value latin1(Context& context, Value v, std::string* out) {
  if (v.is(Kind::Bytes)) {
    *out = v.as<Bytes>()->view();
    return Value::none();
  }
  BELLJAR_TRY(text, to_str(context, v));
  const Str* s = text.as<Str>();
  if (!context.charge_bytes(s->size())) return Value::stopped();
  for (uint32_t at = 0; at < s->size();) {
    uint32_t c = str_next_code_point(s, &at);
    if (c > 0xff) {
      return context.raise(Exc::UnicodeEncodeError,
                           "'latin-1' codec can't encode characters: ordinal not in range(256)");
    }
    *out += static_cast<char>(c);
  }
  return Value::none();
}

Value basic_init(Call& c) {
  BELLJAR_CHECK(
      instance_set(c.context(), c.self<Instance>(), text_of(c.context(), Name::username), c[1]));
  return instance_set(c.context(), c.self<Instance>(), text_of(c.context(), Name::password), c[2]);
}
Value basic_call(Call& c) {
  Context& context = c.context();
  std::string name, password;
  BELLJAR_CHECK(latin1(context, stored(context, c[0], Name::username), &name));
  BELLJAR_CHECK(latin1(context, stored(context, c[0], Name::password), &password));
  BELLJAR_TRY(key, new_str(context, "Authorization"));
  BELLJAR_TRY(value, new_str(context, "Basic " + base64(name + ":" + password)));
  BELLJAR_TRY(headers, get_attribute(context, c[1], text_of(context, Name::headers)));
  BELLJAR_CHECK(headers_set(context, headers, key, value));
  return c[1];
}
Value basic_eq(Call& c) {
  Context& context = c.context();
  if (!sym::is_a(context, c[1], Type::HTTPBasicAuth)) return Value::boolean(false);
  BELLJAR_TRY(name, equals(context, stored(context, c[0], Name::username),
                           stored(context, c[1], Name::username)));
  if (!name.as_bool()) return name;
  return equals(context, stored(context, c[0], Name::password),
                stored(context, c[1], Name::password));
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"__init__", "self, username, password", basic_init, kNativePython},
    {"__call__", "self, r", basic_call, kFlags},
    {"__eq__", "self, other", basic_eq, kFlags},
};

}  // namespace

void install_auth(Build& b) {
  RealmBuilder& r = b.builder;
  Class* base = r.new_class("AuthBase", nullptr, Kind::Instance, 0, "requests.auth");
  r.member(r.module("requests.auth"), "AuthBase", Value::object(base));
  Class* cls =
      b.add_class(Type::HTTPBasicAuth, "HTTPBasicAuth", base, Kind::Instance, "requests.auth");
  sym::stored_layout(b, cls, {Name::username, Name::password});
  r.methods(cls, kMethods);
}

}  // namespace belljar::requests
