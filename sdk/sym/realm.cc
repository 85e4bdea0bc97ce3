// Looking things up in the SDK's part of a realm, and making objects of its classes.
#include "sdk/sym/realm.h"

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/model.h"

namespace belljar::sym {

SymRealm::SymRealm() = default;
SymRealm::~SymRealm() = default;

Type type_of(const Context& context, Value v) {
  const Class* cls = v.is(Kind::Exception)  ? v.as<Exception>()->cls
                     : v.is(Kind::Instance) ? v.as<Instance>()->cls
                                            : nullptr;
  if (!cls) return Type::None;
  if (cls->frozen()) return static_cast<Type>(cls->sub);
  const Tuple* mro = cls->mro;
  for (uint32_t i = 0; i < mro->count; ++i) {
    const Class* c = mro->items[i].as<Class>();
    if (c->frozen() && c->sub != 0) return static_cast<Type>(c->sub);
  }
  (void)context;
  return Type::None;
}

bool is_a(const Context& context, Value v, Type t) {
  if (!v.is(Kind::Instance) && !v.is(Kind::Exception)) return false;
  return is_subclass(class_of(context, v), class_of_type(context, t));
}

std::string_view shown_type(const Context& context, Value v) {
  if (v.is(Kind::Native) && is_python_function(v)) return "function";
  return type_name(context, v);
}

Value new_object(Context& context, Type t, std::initializer_list<Member> members) {
  Instance* o = new_instance(context, class_of_type(context, t));
  const Layout& layout = o->cls->layout;
  uint32_t next = 0;  // members mostly come in the order of the layout
  for (const Member& m : members) {
    Str* name = text_of(context, m.name);
    if (next < o->capacity && layout.names[next] == name) {
      o->slots[next++] = m.value;
    } else {
      BELLJAR_CHECK(instance_set(context, o, name, m.value));
    }
  }
  return Value::object(o);
}

Value stored(const Context& context, Value object, Name name) {
  Str* key = text_of(context, name);
  if (object.is(Kind::Instance)) return instance_get(context, object.as<Instance>(), key);
  if (object.is(Kind::Exception) && object.as<Exception>()->attributes) {
    return dict_get_str(context, object.as<Exception>()->attributes, key);
  }
  return Value::undefined();
}

Value member(const Context& context, const Dict* dict, Name name) {
  return dict_get_str(context, dict, text_of(context, name));
}

std::string_view text_view(Value v) {
  v = payload(v);
  return v.is_str() ? v.as<Str>()->view() : std::string_view();
}

Class* Build::add_class(Type t, std::string_view name, Class* base, Kind kind,
                        std::string_view module) {
  Class* cls = builder.new_class(name, base, kind, 0, module);
  cls->sub = static_cast<uint16_t>(t);
  realm.classes[static_cast<int>(t)] = cls;
  builder.member(builder.module(module), name, Value::object(cls));
  return cls;
}

namespace {
Value get_stored(Call& c) {
  Value v = instance_get(c.context(), c.self<Instance>(), c.native()->name);
  return v.is_undefined() ? Value::none() : v;
}
}  // namespace

void Build::stored_property(Class* cls, std::string_view name) {
  if (layout_find(cls, builder.str(name)) < 0) layout_add(builder, cls, builder.str(name));
  builder.property(cls, name, get_stored, nullptr, kNativePython);
}

void stored_layout(Build& b, Class* cls, std::initializer_list<Name> names) {
  for (Name n : names) {
    if (layout_find(cls, b.realm.of(n)) < 0) layout_add(b.builder, cls, b.realm.of(n));
  }
}

SymRealm& realm_being_built(RealmBuilder& builder) {
  if (!builder.building().sdk) {
    auto realm = std::make_shared<SymRealm>();
    builder.keep(realm);
    builder.building().sdk = realm.get();
    static constexpr const char* kTexts[] = {
#define NAME(identifier, text) text,
#include "sdk/sym/names.def"
#undef NAME
    };
    for (size_t i = 0; i < static_cast<size_t>(Name::Count); ++i) {
      realm->names[i] = builder.str(kTexts[i]);
    }
    realm->datetime = builder.module("datetime");
  }
  return *const_cast<SymRealm*>(static_cast<const SymRealm*>(builder.building().sdk));
}

}  // namespace belljar::sym
