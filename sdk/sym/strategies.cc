// sym.sdk.strategies: AccessStrategy, the class that a custom strategy derives from.
#include <string>
#include <vector>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/host_call.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

namespace {

constexpr const char* kAbstract[] = {"deescalate", "escalate", "fetch_remote_identity"};

Value find(Context& context, const Class* cls, const char* name) {
  Value key = new_str(context, name);
  return key.is_str() ? class_lookup(context, cls, key.as<Str>()) : key;
}

Value strategy_new(Call& c) {
  Context& context = c.context();
  Class* cls = c[0].as<Class>();
  const Class* base = class_of_type(context, Type::AccessStrategy);
  std::vector<std::string> missing;
  for (const char* name : kAbstract) {
    if (find(context, cls, name).same(find(context, base, name))) missing.emplace_back(name);
  }
  if (missing.empty()) return Value::object(new_instance(context, cls));
  std::string names;
  for (const std::string& n : missing) names += (names.empty() ? "" : ", ") + n;
  return context.raise(
      Exc::TypeError,
      {"Can't instantiate abstract class ", cls->name->view(),
       missing.size() == 1 ? " with abstract method " : " with abstract methods ", names});
}

Value strategy_init(Call& c) {
  return set_attribute(c.context(), c[0], text_of(c.context(), Name::integration), c[1]);
}

// A stored identity, or one that the strategy fetches and the host keeps.
Value requester_identity(Call& c) {
  Context& context = c.context();
  enum { kIntegration, kUser, kType, kExternal, kCount };
  Roots<kCount> roots(context);
  BELLJAR_TRY(integration, get_attribute(context, c[0], text_of(context, Name::integration)));
  roots[kIntegration] = integration;
  BELLJAR_TRY(actor_name, new_str(context, "get_actor"));
  BELLJAR_TRY(get_actor, get_attribute(context, c[1], actor_name.as<Str>()));
  BELLJAR_TRY(user, context.invoke(get_actor, {Value::object(text_of(context, Name::request))}));
  roots[kUser] = user;
  BELLJAR_TRY(type, get_attribute(context, roots[kIntegration], text_of(context, Name::type)));
  roots[kType] = type;
  BELLJAR_TRY(external,
              get_attribute(context, roots[kIntegration], text_of(context, Name::external_id)));
  roots[kExternal] = external;
  BELLJAR_TRY(identity_name, new_str(context, "identity"));
  BELLJAR_TRY(find_identity, get_attribute(context, roots[kUser], identity_name.as<Str>()));
  BELLJAR_TRY(known, context.invoke(find_identity, {roots[kType], roots[kExternal]}));
  BELLJAR_TRY(is_known, truth(context, known));
  if (is_known.as_bool()) return get_attribute(context, known, text_of(context, Name::user_id));

  BELLJAR_TRY(fetch, get_attribute(context, c[0], text_of(context, Name::fetch_remote_identity)));
  BELLJAR_TRY(fetched, context.invoke(fetch, {roots[kUser]}));
  c.at(0) = fetched;  // self is not needed any more: its place roots the result
  BELLJAR_TRY(found, truth(context, fetched));
  BELLJAR_TRY(email, get_attribute(context, roots[kUser], text_of(context, Name::email)));
  if (!found.as_bool()) {
    Value args[] = {email, roots[kExternal]};
    BELLJAR_TRY(error, construct(context, class_of_type(context, Type::IdentityNotFound), args, 2,
                                 nullptr));
    return context.raise_value(error);
  }
  const HostArgument arguments[] = {{"email", email},
                                    {"service", roots[kType]},
                                    {"service_id", roots[kExternal]},
                                    {"user_id", c[0]}};
  BELLJAR_CHECK(call_host(context, "persist_user_identity", arguments));
  return c[0];
}

Value abstract(Call&) { return Value::none(); }

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"__init__", "self, integration", strategy_init, kFlags},
    {"get_requester_identity", "self, event", requester_identity, kFlags},
    {"fetch_remote_identity", "self, user", abstract, kNativePython},
    {"escalate", "self, target_id, event", abstract, kNativePython},
    {"deescalate", "self, target_id, event", abstract, kNativePython},
};
// Classes with a native part are made by construct(), which asks __new__ first.
constexpr NativeType kStrategyType = {"AccessStrategy", nullptr, nullptr};

}  // namespace

void install_strategies(Build& b) {
  RealmBuilder& r = b.builder;
  Class* cls = b.add_class(Type::AccessStrategy, "AccessStrategy", nullptr, Kind::Instance,
                           "sym.sdk.strategies.access_strategy");
  cls->native = &kStrategyType;
  layout_add(r, cls, b.realm.of(Name::integration));
  r.constructor(cls, {"__new__", "cls, *args, **kwargs", strategy_new, kNativePython});
  r.methods(cls, kMethods);
}

}  // namespace belljar::sym
