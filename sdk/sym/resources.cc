// The object model: every resource class with its attributes from one table, and the behaviour that
// they share: dict(), text, equality, attributes passed on to the SRN.
#include "sdk/sym/resources.h"

#include <algorithm>
#include <string>
#include <vector>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/host_call.h"
#include "sdk/json/json.h"
#include "sdk/sym/srn.h"

namespace belljar::sym {

namespace {

struct Row {
  Type type;
  const char* name;
  Type base;
  const char* module;
  const char* attributes;
  const char* methods;  // abstract methods, for the message that refuses to instantiate
};
constexpr Row kRows[] = {
    {Type::EventMeta, "EventMeta", Type::SymResource, "sym.sdk.event", "", ""},
    {Type::Payload, "Payload", Type::SymResource, "sym.sdk.event", "timestamp fields srn user", ""},
    {Type::Channel, "Channel", Type::SymResource, "sym.sdk.event", "identifier type", ""},
    {Type::Event, "Event", Type::SymResource, "sym.sdk.event",
     "name payload meta template flow run channel user", "get_actor get_context"},
    {Type::Environment, "Environment", Type::SymResource, "sym.sdk.flow", "integrations", ""},
    {Type::Flow, "Flow", Type::SymResource, "sym.sdk.flow", "fields vars environment strategy", ""},
    {Type::Run, "Run", Type::SymResource, "sym.sdk.flow", "actors contexts source_channel", ""},
    {Type::AccessTarget, "AccessTarget", Type::SymResource, "sym.sdk.target", "label type settings",
     ""},
    {Type::Integration, "Integration", Type::SymResource, "sym.sdk.strategies.integration",
     "type external_id settings", ""},
    {Type::SecretSource, "SecretSource", Type::SymResource, "sym.sdk.secret", "type settings", ""},
    {Type::Secret, "Secret", Type::SymResource, "sym.sdk.secret", "id path source settings",
     "retrieve_value"},
};

// --- SymBaseResource
// --------------------------------------------------------------------------------

bool has_plain_form(const Context& context, Value v) {
  Value p = payload(v);
  return p.is_str() || p.is_int_like() || p.is(Kind::BigInt) || p.is(Kind::Dict) ||
         p.is(Kind::List) || is_a(context, v, Type::SymBaseResource);
}

Value base_dict(Call& c) { return resource_dict(c.context(), c[0]); }

Value base_text(Call& c) {
  Context& context = c.context();
  Roots<1> roots(context);
  BELLJAR_TRY(dict, resource_dict(context, c[0]));
  roots[0] = dict;
  json::DumpOptions options;
  options.indented = true;
  options.indent = "  ";
  options.item_separator = ",";
  return json::dump(context, dict, options);
}

Value base_eq(Call& c) {
  Context& context = c.context();
  if (!is_a(context, c[1], Type::SymBaseResource)) return Value::boolean(false);
  Roots<2> roots(context);
  BELLJAR_TRY(mine, resource_dict(context, c[0]));
  roots[0] = mine;
  BELLJAR_TRY(theirs, resource_dict(context, c[1]));
  roots[1] = theirs;
  return equals(context, mine, theirs);
}

// --- SymResource
// --------------------------------------------------------------------------------------

Value resource_init(Call& c) {
  Context& context = c.context();
  Value srn = c[1];
  if (payload(srn).is_str()) {
    srn = parse_srn(context, text_view(srn));
    if (srn.is_abrupt()) return srn;
  }
  return instance_set(context, c.self<Instance>(), text_of(context, Name::srn), srn);
}

Value resource_name(Call& c) {
  Context& context = c.context();
  Value srn = stored(context, c[0], Name::srn);
  return get_attribute(context, srn.is_undefined() ? Value::none() : srn,
                       text_of(context, Name::slug));
}

// Whatever a resource lacks is looked up on its SRN.
Value resource_getattr(Call& c) {
  Context& context = c.context();
  Value srn = stored(context, c[0], Name::srn);
  if (is_a(context, srn, Type::SRN) && c[1].is_str()) {
    Value found = get_attribute_or_undefined(context, srn, c[1].as<Str>());
    if (!found.is_undefined()) return found;
  }
  return context.raise(Exc::AttributeError, {"'", type_name(context, c[0]),
                                             "' object has no attribute '", text_view(c[1]), "'"});
}

Value resource_eq(Call& c) {
  Context& context = c.context();
  if (!is_a(context, c[1], Type::SymResource)) return Value::boolean(false);
  return Value::boolean(srn_text(context, stored(context, c[0], Name::srn)) ==
                        srn_text(context, stored(context, c[1], Name::srn)));
}

Value resource_hash(Call& c) {
  Value srn = stored(c.context(), c[0], Name::srn);
  return stored(c.context(), srn, Name::hidden_text);
}

Value resource_repr(Call& c) {
  StrBuilder out(c.context());
  out.append(type_name(c.context(), c[0]));
  out.append('(');
  out.append(srn_text(c.context(), stored(c.context(), c[0], Name::srn)));
  out.append(')');
  return out.finish();
}

// --- methods of single classes
// ------------------------------------------------------------------------

// event.run.<table>.get(event_name)
Value run_lookup(Call& c, Name table) {
  Context& context = c.context();
  Value run = stored(context, c[0], Name::run);
  Value dict = stored(context, run, table);
  if (!dict.is(Kind::Dict)) return Value::none();
  BELLJAR_TRY(found, dict_get(context, dict.as<Dict>(), c[1]));
  return found.is_undefined() ? Value::none() : found;
}
Value event_get_actor(Call& c) { return run_lookup(c, Name::actors); }
Value event_get_context(Call& c) { return run_lookup(c, Name::contexts); }

Value secret_retrieve(Call& c) {
  return ask_secret(c.context(), stored(c.context(), c[0], Name::path));
}

// The classes that only the runtime makes: as Python refuses an abstract class.
Value refuse_abstract(Call& c) {
  const Class* cls = c[0].as<Class>();
  std::vector<std::string> names;
  for (const Row& row : kRows) {
    if (!is_subclass(cls, class_of_type(c.context(), row.type))) continue;
    for (std::string_view list :
         {std::string_view(row.attributes), std::string_view(row.methods)}) {
      while (!list.empty()) {
        size_t end = list.find(' ');
        names.emplace_back(list.substr(0, end));
        list.remove_prefix(end == list.npos ? list.size() : end + 1);
      }
    }
  }
  std::sort(names.begin(), names.end());
  std::string text;
  for (const std::string& n : names) text += (text.empty() ? "" : ", ") + n;
  return c.context().raise(
      Exc::TypeError,
      {"Can't instantiate abstract class ", cls->name->view(),
       names.size() == 1 ? " with abstract method " : " with abstract methods ", text});
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kBaseMethods[] = {
    {"dict", "self", base_dict, kFlags},
    {"__str__", "self", base_text, kFlags},
    {"__repr__", "self", base_text, kFlags},
    {"__eq__", "self, other", base_eq, kFlags},
};
constexpr NativeDef kResourceMethods[] = {
    {"__init__", "self, srn", resource_init, kFlags},
    {"__getattr__", "self, name", resource_getattr, kFlags},
    {"__repr__", "self", resource_repr, kNativePython},
    {"__eq__", "self, other", resource_eq, kNativePython},
    {"__hash__", "self", resource_hash, kNativePython},
};
constexpr NativeDef kEventMethods[] = {
    {"get_actor", "self, event_name", event_get_actor, kFlags},
    {"get_context", "self, event_name", event_get_context, kFlags},
};
constexpr NativeDef kSecretMethods[] = {
    {"retrieve_value", "self", secret_retrieve, kNativePython},
};

// Collects the names of dir(self) that may be attributes: properties and the object's own.
void add_name(std::vector<Str*>& names, Value key) {
  if (!key.is_str() || key.as<Str>()->size() == 0) return;
  char first = key.as<Str>()->view().front();
  if (first == '_' || first == '.') return;
  for (Str* known : names) {
    if (str_equals(known, key.as<Str>())) return;
  }
  names.push_back(key.as<Str>());
}

}  // namespace

Value resource_dict(Context& context, Value resource) {
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  const Class* cls = class_of(context, resource);
  std::vector<Str*> names;
  for (uint32_t i = 0; i < cls->mro->count; ++i) {
    Dict* attributes = cls->mro->items[i].as<Class>()->attributes;
    if (!context.charge(attributes->live + 1)) return Value::stopped();
    uint32_t at = 0;
    while (DictEntry* e = dict_next(attributes, &at)) {
      if (!e->value.is(Kind::Native) && !e->value.is(Kind::Function)) add_name(names, e->key);
    }
  }
  if (resource.is(Kind::Instance)) {
    Instance* o = resource.as<Instance>();
    for (uint32_t i = 0; i < o->cls->layout.count; ++i) {
      if (o->cls->layout.names[i]) add_name(names, Value::object(o->cls->layout.names[i]));
    }
    uint32_t at = 0;
    while (DictEntry* e = o->extra ? dict_next(o->extra, &at) : nullptr) add_name(names, e->key);
  }
  std::sort(names.begin(), names.end(),
            [](const Str* a, const Str* b) { return a->view() < b->view(); });
  Roots<3> roots(context);
  BELLJAR_TRY(out, new_dict(context));
  roots[0] = out;
  roots[1] = resource;
  BELLJAR_TRY(kept, new_list(context, nullptr, 0));  // the names, while properties run
  roots[2] = kept;
  for (Str* name : names) BELLJAR_CHECK(list_append(context, kept.as<List>(), Value::object(name)));
  for (Str* name : names) {
    Value v = get_attribute_or_undefined(context, resource, name);
    if (v.is(Kind::Raised) && context.pending_is(Exc::AttributeError)) {
      context.take_pending();
      continue;
    }
    if (v.is_abrupt()) return v;
    if (v.is_undefined() || !has_plain_form(context, v)) continue;
    if (is_a(context, v, Type::SymBaseResource)) {
      v = resource_dict(context, v);
      if (v.is_abrupt()) return v;
    }
    BELLJAR_CHECK(dict_set_str(context, out.as<Dict>(), name, v));
  }
  return out;
}

void install_resources(Build& b) {
  RealmBuilder& r = b.builder;
  Class* base = b.add_class(Type::SymBaseResource, "SymBaseResource", nullptr, Kind::Instance,
                            "sym.sdk.resource");
  r.methods(base, kBaseMethods);
  r.attribute(base, "__hash__", Value::none());
  Class* resource =
      b.add_class(Type::SymResource, "SymResource", base, Kind::Instance, "sym.sdk.resource");
  b.stored_property(resource, "srn");
  r.property(resource, "name", resource_name, nullptr, kFlags);
  r.methods(resource, kResourceMethods);
  for (const Row& row : kRows) {
    Class* cls = b.add_class(row.type, row.name, b.realm.of(row.base), Kind::Instance, row.module);
    std::string_view names = row.attributes;
    while (!names.empty()) {
      size_t end = names.find(' ');
      b.stored_property(cls, names.substr(0, end));
      names.remove_prefix(end == names.npos ? names.size() : end + 1);
    }
    // EventMeta and the like have no abstract members of their own.
    if (*row.attributes) {
      r.constructor(cls, {"__new__", "cls, *args, **kwargs", refuse_abstract, kNativePython});
    }
  }
  r.methods(b.realm.of(Type::Event), kEventMethods);
  r.methods(b.realm.of(Type::Secret), kSecretMethods);
}

}  // namespace belljar::sym
