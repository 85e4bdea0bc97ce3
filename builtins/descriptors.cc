// property, staticmethod, classmethod, super.
#include <string>

#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/realm_builder.h"

namespace belljar {

namespace {

Value make_property(Context& context, Value get, Value set, Value del, Value doc, Str* name) {
  Property* p = context.heap().make<Property>(Kind::Property);
  p->get = get;
  p->set = set;
  p->del = del;
  p->doc = doc;
  p->name = name;
  return Value::object(p);
}
// Without a documentation of its own, a property shows its getter's.
Value property_new(Call& c) {
  Value doc = c[4];
  if (doc.is_none() && !c[1].is_none()) {
    Str* name = c.context().realm().atom(Atom::doc);
    BELLJAR_TRY(theirs, get_attribute_or_undefined(c.context(), c[1], name));
    if (!theirs.is_undefined()) doc = theirs;
  }
  return make_property(c.context(), c[1], c[2], c[3], doc, nullptr);
}

// p.getter(f) and its kin: a property of the same class with one part replaced.
Value with_parts(Call& c, Value get, Value set, Value del) {
  const Property* from = payload(c[0]).as<Property>();
  Value doc = from->doc;
  if (!c[0].is(Kind::Instance)) {
    return make_property(c.context(), get, set, del, doc, from->name);
  }
  const Value parts[] = {get, set, del, doc};
  return construct(c.context(), c[0].as<Instance>()->cls, parts, 4, nullptr);
}
Value property_getter(Call& c) {
  const Property* p = payload(c[0]).as<Property>();
  return with_parts(c, c[1], p->set, p->del);
}
Value property_setter(Call& c) {
  const Property* p = payload(c[0]).as<Property>();
  return with_parts(c, p->get, c[1], p->del);
}
Value property_deleter(Call& c) {
  const Property* p = payload(c[0]).as<Property>();
  return with_parts(c, p->get, p->set, c[1]);
}

Value property_get(Call& c) {
  if (c[1].is_none()) return c[0];
  const Property* p = payload(c[0]).as<Property>();
  if (p->get.is_none()) return raise_no_accessor(c.context(), p, c[1], "getter");
  return c.context().invoke(p->get, {c[1]});
}
Value property_set(Call& c) {
  const Property* p = c.self<Property>();
  if (p->set.is_none()) return raise_no_accessor(c.context(), p, c[1], "setter");
  BELLJAR_CHECK(c.context().invoke(p->set, {c[1], c[2]}));
  return Value::none();
}
Value property_delete(Call& c) {
  const Property* p = c.self<Property>();
  if (p->del.is_none()) return raise_no_accessor(c.context(), p, c[1], "deleter");
  BELLJAR_CHECK(c.context().invoke(p->del, {c[1]}));
  return Value::none();
}
Value property_fget(Call& c) { return c.self<Property>()->get; }
Value property_fset(Call& c) { return c.self<Property>()->set; }
Value property_fdel(Call& c) { return c.self<Property>()->del; }
Value property_doc(Call& c) { return c.self<Property>()->doc; }
constexpr NativeDef kPropertyMethods[] = {
    {"getter", "self, fget, /", property_getter, kNativeCallsBack | kNativeWholeSelf},
    {"setter", "self, fset, /", property_setter, kNativeCallsBack | kNativeWholeSelf},
    {"deleter", "self, fdel, /", property_deleter, kNativeCallsBack | kNativeWholeSelf},
    {"__get__", "self, instance, owner=None, /", property_get, kNativeCallsBack | kNativeWholeSelf},
    {"__set__", "self, instance, value, /", property_set, kNativeCallsBack},
    {"__delete__", "self, instance, /", property_delete, kNativeCallsBack},
};

template <Kind kind>
Value wrapper_new(Call& c) {
  Wrapper* w = c.context().heap().make<Wrapper>(kind);
  w->function = c[1];
  return Value::object(w);
}
Value wrapper_function(Call& c) { return c.self<Wrapper>()->function; }
template <Atom atom>
Value wrapper_forward(Call& c) {
  return get_attribute(c.context(), c.self<Wrapper>()->function, c.context().realm().atom(atom));
}
Value static_get(Call& c) { return c.self<Wrapper>()->function; }
Value static_call(Call& c) {
  return invoke_expanded(c.context(), c.self<Wrapper>()->function, Value::undefined(),
                         c[1].as<Tuple>(), c[2].as<Dict>());
}
Value class_method_get(Call& c) {
  Value cls = c[2].is_none() ? Value::object(class_of(c.context(), c[1])) : c[2];
  return bind_method(c.context(), c.self<Wrapper>()->function, cls);
}
constexpr NativeDef kStaticMethods[] = {
    {"__get__", "self, instance, owner=None, /", static_get},
    {"__call__", "self, *args, **kwargs", static_call, kNativeCallsBack},
};
constexpr NativeDef kClassMethods[] = {
    {"__get__", "self, instance, owner=None, /", class_method_get},
};
// Both show what they wrap.
constexpr NativeDef kWrapperAttributes[] = {
    {"__func__", "self", wrapper_function},
    {"__wrapped__", "self", wrapper_function},
    {"__name__", "self", wrapper_forward<Atom::name>, kNativeCallsBack},
    {"__qualname__", "self", wrapper_forward<Atom::qualname>, kNativeCallsBack},
    {"__doc__", "self", wrapper_forward<Atom::doc>, kNativeCallsBack},
    {"__module__", "self", wrapper_forward<Atom::module>, kNativeCallsBack},
    {"__annotations__", "self", wrapper_forward<Atom::annotations>, kNativeCallsBack},
};

// super(T, obj); `self` Undefined: super(T).
Value make_super(Context& context, Class* start, Value self) {
  Class* self_class = nullptr;
  if (self.is(Kind::Class) && is_subclass(self.as<Class>(), start)) {
    self_class = self.as<Class>();
  } else if (!self.is_undefined() && is_subclass(class_of(context, self), start)) {
    self_class = class_of(context, self);
  } else if (!self.is_undefined()) {
    return context.raise(Exc::TypeError,
                         "super(type, obj): obj must be an instance or subtype of type");
  }
  Super* s = context.heap().make<Super>(Kind::Super);
  s->start = start;
  s->self = self;
  s->self_class = self_class;
  return Value::object(s);
}

// super(type, object_or_type). The compiler passes both for the zero-argument form.
Value super_new(Call& c) {
  Context& context = c.context();
  const Tuple* args = c[1].as<Tuple>();
  if (args->count == 0) return context.raise(Exc::RuntimeError, "super(): no arguments");
  if (args->count > 2) {
    return context.raise(Exc::TypeError, {"super() expected at most 2 arguments, got ",
                                          std::to_string(args->count)});
  }
  if (!args->items[0].is(Kind::Class)) {
    return context.raise(Exc::TypeError, {"super() argument 1 must be a type, not ",
                                          type_name(context, args->items[0])});
  }
  Class* start = args->items[0].as<Class>();
  Value self = args->count > 1 ? args->items[1] : Value::undefined();
  return make_super(context, start, self);
}

// An unbound super(T) binds itself where a class holds it.
Value super_get(Call& c) {
  const Super* s = c.self<Super>();
  if (s->self_class || c[1].is_none()) return c[0];
  return make_super(c.context(), s->start, c[1]);
}

constexpr NativeDef kSuperMethods[] = {
    {"__get__", "self, instance, owner=None, /", super_get, kNativeSlot},
};

}  // namespace

void install_descriptors(RealmBuilder& b) {
  Realm& r = b.building();
  Class* property = b.new_class("property", nullptr, Kind::Property);
  b.constructor(property, {"property", "cls, fget=None, fset=None, fdel=None, doc=None",
                           property_new, kNativeCallsBack});
  b.methods(property, kPropertyMethods);
  b.property(property, "fget", property_fget);
  b.property(property, "fset", property_fset);
  b.property(property, "fdel", property_fdel);
  b.property(property, "__doc__", property_doc);
  b.member(r.builtins, "property", Value::object(property));

  Class* static_method = b.new_class("staticmethod", nullptr, Kind::StaticMethod);
  b.constructor(static_method,
                {"staticmethod", "cls, function, /", wrapper_new<Kind::StaticMethod>});
  b.methods(static_method, kStaticMethods);
  b.methods(static_method, kWrapperAttributes, MethodKind::Property);
  b.member(r.builtins, "staticmethod", Value::object(static_method));
  Class* class_method = b.new_class("classmethod", nullptr, Kind::ClassMethod);
  b.constructor(class_method, {"classmethod", "cls, function, /", wrapper_new<Kind::ClassMethod>});
  b.methods(class_method, kClassMethods);
  b.methods(class_method, kWrapperAttributes, MethodKind::Property);
  b.member(r.builtins, "classmethod", Value::object(class_method));

  Class* super = b.new_class("super", nullptr, Kind::Super, kFinal);
  b.constructor(super, {"super", "cls, *args", super_new});
  b.methods(super, kSuperMethods);
  b.member(r.builtins, "super", Value::object(super));
}

}  // namespace belljar
