// sym.sdk.user and sym.sdk.utils: User, UserIdentity, user_ids, persist_user_identity.
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/host_call.h"
#include "sdk/sym/realm.h"
#include "sdk/sym/uuid.h"

namespace belljar::sym {

namespace {

Value identity_text(Call& c) {
  Context& context = c.context();
  StrBuilder out(context);
  out.append("Identity(");
  BELLJAR_TRY(service, to_str(context, stored(context, c[0], Name::service)));
  out.append(text_view(service));
  out.append(": ");
  BELLJAR_TRY(id, to_str(context, stored(context, c[0], Name::user_id)));
  out.append(text_view(id));
  out.append(')');
  return out.finish();
}

// --- User
// -------------------------------------------------------------------------------------------

Value user_repr(Call& c) {
  Context& context = c.context();
  StrBuilder out(context);
  out.append("User(");
  BELLJAR_TRY(name, to_str(context, stored(context, c[0], Name::username)));
  out.append(text_view(name));
  out.append(')');
  return out.finish();
}

Value user_str(Call& c) {
  Context& context = c.context();
  StrBuilder out(context);
  out.append("User(email=");
  BELLJAR_TRY(email, to_str(context, stored(context, c[0], Name::email)));
  out.append(text_view(email));
  out.append(", username=");
  BELLJAR_TRY(name, to_str(context, stored(context, c[0], Name::username)));
  out.append(text_view(name));
  out.append(", identities=");
  Roots<1> roots(context);
  BELLJAR_TRY(all, new_list(context, nullptr, 0));
  roots[0] = all;
  Value identities = stored(context, c[0], Name::identities);
  if (identities.is(Kind::Dict)) {
    uint32_t at = 0;
    while (DictEntry* e = dict_next(identities.as<Dict>(), &at)) {
      if (!e->value.is(Kind::List)) continue;
      const List* list = e->value.as<List>();
      if (!context.charge(list->size + 1)) return Value::stopped();
      for (uint32_t i = 0; i < list->size; ++i) {
        BELLJAR_CHECK(list_append(context, all.as<List>(), list->items[i]));
      }
    }
  }
  BELLJAR_TRY(text, repr(context, all));
  out.append(text_view(text));
  out.append(')');
  return out.finish();
}

Value user_eq(Call& c) {
  Context& context = c.context();
  if (!is_a(context, c[1], Type::User)) return Value::boolean(false);
  return equals(context, stored(context, c[0], Name::username),
                stored(context, c[1], Name::username));
}
Value user_hash(Call& c) {
  Value name = stored(c.context(), c[0], Name::username);
  return name.is_str() ? name : visible_hash(c.context(), name);
}

Value user_identity(Call& c) {
  Context& context = c.context();
  Value identities = stored(context, c[0], Name::identities);
  if (!identities.is(Kind::Dict)) return Value::none();
  BELLJAR_TRY(list, dict_get(context, identities.as<Dict>(), c[1]));
  if (!list.is(Kind::List)) return Value::none();
  for (uint32_t i = 0; i < list.as<List>()->size; ++i) {
    Value identity = list.as<List>()->items[i];
    if (c[2].is_none()) return identity;
    BELLJAR_TRY(same, equals(context, stored(context, identity, Name::service_id), c[2]));
    if (same.as_bool()) return identity;
  }
  return Value::none();
}

Value user_event_count(Call& c) {
  // The first parameter is self; the host knows it as the user.
  return call_host(c, "user.get_event_count", "user");
}

Value user_to_dict(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(dict, new_dict(context));
  BELLJAR_TRY(id, new_str(context, uuid_text(context, stored(context, c[0], Name::id))));
  BELLJAR_CHECK(dict_set_str(context, dict.as<Dict>(), text_of(context, Name::id), id));
  BELLJAR_CHECK(dict_set_str(context, dict.as<Dict>(), text_of(context, Name::username),
                             stored(context, c[0], Name::username)));
  return dict;
}

Value refuse_user(Call& c) {
  return c.context().raise(
      Exc::TypeError,
      {"Can't instantiate abstract class ", c[0].as<Class>()->name->view(),
       " with abstract methods ",
       c[0].as<Class>()->name->view() == "UserIdentity"
           ? "service, service_id, user_id"
           : "email, first_name, get_event_count, id, identities, identity, last_name, role, type, "
             "username"});
}

// --- functions
// --------------------------------------------------------------------------------------

Value user_ids(Call& c) {
  Context& context = c.context();
  Roots<2> roots(context);
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  roots[0] = out;
  BELLJAR_TRY(it, iterate(context, c[0]));
  roots[1] = it;
  for (;;) {
    BELLJAR_TRY(user, next(context, it));
    if (user.is_undefined()) return out;
    if (!context.charge(4)) return Value::stopped();
    BELLJAR_TRY(id, get_attribute(context, user, text_of(context, Name::id)));
    BELLJAR_CHECK(list_append(context, out.as<List>(), id));
  }
}

Value persist_user_identity(Call& c) { return call_host(c, "persist_user_identity"); }

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kIdentityMethods[] = {
    {"__str__", "self", identity_text, kNativePython},
    {"__repr__", "self", identity_text, kNativePython},
};
constexpr NativeDef kUserMethods[] = {
    {"__str__", "self", user_str, kFlags},
    {"__repr__", "self", user_repr, kFlags},
    {"__eq__", "self, other", user_eq, kFlags},
    {"__hash__", "self", user_hash, kNativePython},
    {"identity", "self, service_type, service_id=None", user_identity, kFlags},
    {"get_event_count",
     "self, event_name, since=None, until=None, filter_on='flow', include_errored=False",
     user_event_count, kFlags},
    {"to_dict", "self", user_to_dict, kNativePython},
};
constexpr NativeDef kUserFunctions[] = {{"user_ids", "user_list", user_ids, kFlags}};
constexpr NativeDef kUtils[] = {{"persist_user_identity", "*, email, service, service_id, user_id",
                                 persist_user_identity, kFlags}};

}  // namespace

void install_users(Build& b) {
  RealmBuilder& r = b.builder;
  Class* base = b.realm.of(Type::SymBaseResource);
  Class* identity =
      b.add_class(Type::UserIdentity, "UserIdentity", base, Kind::Instance, "sym.sdk.user");
  for (const char* name : {"service", "service_id", "user_id"}) b.stored_property(identity, name);
  r.methods(identity, kIdentityMethods);
  Class* user = b.add_class(Type::User, "User", base, Kind::Instance, "sym.sdk.user");
  for (const char* name :
       {"id", "email", "username", "type", "first_name", "last_name", "identities", "role"}) {
    b.stored_property(user, name);
  }
  r.methods(user, kUserMethods);
  for (Class* cls : {identity, user}) {
    r.constructor(cls, {"__new__", "cls, *args, **kwargs", refuse_user, kNativePython});
  }
  r.functions(r.module("sym.sdk.user"), kUserFunctions);
  r.functions(r.module("sym.sdk.utils.user"), kUtils);
}

}  // namespace belljar::sym
