// _belljar: what the library modules that are written in Python need of the runtime. No profile may
// import it: ModuleFinder gives it to library code alone. Here classes, code and copies; what is
// asked of objects is in objects.cc.
#include "interp/isolate.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "stdlib/install.h"

namespace belljar {
namespace {

// type.__new__(meta, name, bases, namespace, **keywords).
Value make_class_native(Call& c) {
  Context& context = c.context();
  Class* meta = c[0].as<Class>();
  Dict* given = payload(c[3]).as<Dict>();
  BELLJAR_TRY(copy, dict_copy(context, given));
  Dict* attributes = copy.as<Dict>();
  Roots<1> roots(context);
  roots[0] = copy;
  const Realm& realm = context.realm();
  Value qualname = dict_get_str(context, attributes, realm.atom(Atom::qualname));
  BELLJAR_CHECK(dict_remove(context, attributes, Value::object(realm.atom(Atom::qualname))));
  Value module = dict_get_str(context, attributes, realm.atom(Atom::module));
  Value keywords = payload(c[4]);
  BELLJAR_TRY(made, make_class(context, c[1].as<Str>(), c[2].as<Tuple>(), attributes,
                               keywords.is(Kind::Dict) ? keywords.as<Dict>() : nullptr, nullptr,
                               nullptr, meta));
  Class* cls = made.as<Class>();
  if (qualname.is_str()) cls->qualname = qualname.as<Str>();
  cls->module = module.is_str() ? module.as<Str>() : nullptr;
  return made;
}

Value execute(Call& c) {
  // Only an Isolate runs code, and library modules only run in one.
  return static_cast<Isolate&>(c.context())
      .execute_source(c[0].as<Str>()->view(), c[1].as<Dict>(), c[2].as<Str>());
}

Value class_namespace(Call& c) { return dict_copy(c.context(), c[0].as<Class>()->attributes); }

Value set_class_attribute(Call& c) {
  return set_attribute_default(c.context(), c[0], c[1].as<Str>(), c[2]);
}

Value delete_class_attribute(Call& c) {
  return delete_attribute_default(c.context(), c[0], c[1].as<Str>());
}

// A shallow copy of an instance: its attributes, and its native part copied one level, or the given
// one. No __init__.
Value clone(Call& c) {
  Context& context = c.context();
  if (!c[0].is(Kind::Instance)) return c[0];
  const Instance* from = c[0].as<Instance>();
  Instance* to = new_instance(context, from->cls);
  Value made = Value::object(to);
  for (uint32_t i = 0; i < from->capacity && i < to->capacity; ++i) to->slots[i] = from->slots[i];
  for (uint32_t i = to->capacity; i < from->capacity; ++i) {
    if (from->slots[i].is_undefined()) continue;
    BELLJAR_CHECK(instance_set(context, to, from->cls->layout.names[i], from->slots[i]));
  }
  if (from->extra) {
    BELLJAR_TRY(extra, dict_copy(context, from->extra));
    to->extra = extra.as<Dict>();
  }
  Value part = c.has(1) ? c[1] : payload(c[0]);
  if (part.is(Kind::Instance)) return made;
  if (part.is(Kind::List)) {
    part = new_list(context, part.as<List>()->items, part.as<List>()->size);
  } else if (part.is(Kind::Dict)) {
    part = dict_copy(context, part.as<Dict>());
  } else if (part.is(Kind::Set)) {
    part = set_copy(context, part.as<Set>(), Kind::Set);
  }
  if (part.is_abrupt()) return part;
  if (to->capacity > 0) to->slots[0] = part;
  return made;
}

// abc: the names of the methods that a class leaves open; empty: instances may be made.
Value set_abstract(Call& c) {
  Context& context = c.context();
  Class* cls = c[0].as<Class>();
  BELLJAR_CHECK(
      dict_set_str(context, cls->attributes, context.realm().atom(Atom::abstractmethods), c[1]));
  bool open = c[1].is(Kind::FrozenSet) && c[1].as<Set>()->live > 0;
  cls->traits = open ? cls->traits | kAbstract : cls->traits & ~kAbstract;
  ++context.class_epoch;
  return Value::none();
}

Value set_qualname(Call& c) {
  Value v = c[0];
  if (v.is(Kind::Function)) {
    v.as<Function>()->name = c[1].as<Str>();
    v.as<Function>()->qualname = c[2].as<Str>();
  } else if (v.is(Kind::Class)) {
    v.as<Class>()->name = c[1].as<Str>();
    v.as<Class>()->qualname = c[2].as<Str>();
  }
  return Value::none();
}

constexpr NativeDef kFunctions[] = {
    {"make_class", "meta, name, bases, namespace, keywords=None, /", make_class_native,
     kNativeCallsBack},
    {"execute", "source, names, module_name, /", execute, kNativeCallsBack},
    {"class_namespace", "cls, /", class_namespace},
    {"set_class_attribute", "cls, name, value, /", set_class_attribute, kNativeCallsBack},
    {"delete_class_attribute", "cls, name, /", delete_class_attribute, kNativeCallsBack},
    {"clone", "object, part?, /", clone},
    {"set_abstract", "cls, names, /", set_abstract},
    {"set_qualname", "object, name, qualname, /", set_qualname},
};

}  // namespace

void install_hidden(RealmBuilder& b) { b.functions(b.module("_belljar"), kFunctions); }

}  // namespace belljar
