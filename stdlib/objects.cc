// The other half of _belljar: what the library's Python modules ask of classes and objects that
// programs may not: a class's own attributes, attributes past __setattr__, a method bound to an
// object.
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/realm_builder.h"
#include "stdlib/install.h"

namespace belljar {

namespace {

Value class_argument(Context& context, Value v) {
  if (v.is(Kind::Class)) return v;
  return context.raise(Exc::TypeError, {"expected a class, got ", type_name(context, v)});
}

// What the class itself says of the name, or the default.
Value own(Call& c) {
  BELLJAR_CHECK(class_argument(c.context(), c[0]));
  Value found = dict_get_str(c.context(), c[0].as<Class>()->attributes, c[1].as<Str>());
  return found.is_undefined() ? c[2] : found;
}

// As the class statement would have stored it: past properties of the metaclass.
Value set_own(Call& c) {
  Context& context = c.context();
  BELLJAR_CHECK(class_argument(context, c[0]));
  Class* cls = c[0].as<Class>();
  if (cls->frozen()) return Value::none();  // the engine's own classes stay as they are
  BELLJAR_CHECK(dict_set_str(context, cls->attributes, c[1].as<Str>(), c[2]));
  ++context.class_epoch;
  update_traits(context, cls);
  return Value::none();
}

Value own_names(Call& c) {
  Context& context = c.context();
  BELLJAR_CHECK(class_argument(context, c[0]));
  Dict* attributes = c[0].as<Class>()->attributes;
  BELLJAR_TRY(names, new_list_reserved(context, attributes->live));
  for (uint32_t at = 0; DictEntry* entry = dict_next(attributes, &at);) {
    BELLJAR_CHECK(list_append(context, names.as<List>(), entry->key));
  }
  return names;
}

// What the first class of the MRO that has the name says, as it stands there, or the default.
Value lookup(Call& c) {
  BELLJAR_CHECK(class_argument(c.context(), c[0]));
  Value found = class_lookup(c.context(), c[0].as<Class>(), c[1].as<Str>());
  return found.is_undefined() ? c[2] : found;
}

// The object's own attributes: a new dict.
Value own_attributes(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(all, new_dict(context));
  Dict* out = all.as<Dict>();
  Dict* more = nullptr;
  if (c[0].is(Kind::Instance)) {
    const Instance* instance = c[0].as<Instance>();
    const Layout& layout = instance->cls->layout;
    for (uint32_t i = 0; i < layout.count && i < instance->capacity; ++i) {
      if (!layout.names[i] || instance->slots[i].is_undefined()) continue;
      BELLJAR_CHECK(dict_set_str(context, out, layout.names[i], instance->slots[i]));
    }
    more = instance->extra;
  } else if (c[0].is(Kind::Function)) {
    more = c[0].as<Function>()->attributes;
  } else if (c[0].is(Kind::Exception)) {
    more = c[0].as<Exception>()->attributes;
  }
  if (more) BELLJAR_CHECK(dict_update(context, out, more));
  return all;
}

Value set_instance_attribute(Call& c) {
  return set_attribute_default(c.context(), c[0], c[1].as<Str>(), c[2]);
}
Value delete_instance_attribute(Call& c) {
  return delete_attribute_default(c.context(), c[0], c[1].as<Str>());
}

Value bind(Call& c) { return bind_method(c.context(), c[0], c[1]); }

constexpr NativeDef kFunctions[] = {
    {"own", "cls, name, default=None, /", own},
    {"set_own", "cls, name, value, /", set_own},
    {"own_names", "cls, /", own_names},
    {"lookup", "cls, name, default=None, /", lookup},
    {"own_attributes", "object, /", own_attributes},
    {"set_instance_attribute", "object, name, value, /", set_instance_attribute, kNativeCallsBack},
    {"delete_instance_attribute", "object, name, /", delete_instance_attribute, kNativeCallsBack},
    {"bind_method", "function, self, /", bind},
};

}  // namespace

void install_objects(RealmBuilder& b) { b.functions(b.module("_belljar"), kFunctions); }

}  // namespace belljar
