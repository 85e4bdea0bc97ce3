// property, staticmethod, classmethod, super.
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/realm_builder.h"

namespace belljar {

namespace {

Value make_property(Context& context, Value get, Value set, Value del, Value doc) {
  Property* p = context.heap().make<Property>(Kind::Property);
  p->get = get;
  p->set = set;
  p->del = del;
  p->doc = doc;
  return Value::object(p);
}
Value property_new(Call& c) { return make_property(c.context(), c[1], c[2], c[3], c[4]); }
Value property_getter(Call& c) {
  const Property* p = c.self<Property>();
  return make_property(c.context(), c[1], p->set, p->del, p->doc);
}
Value property_setter(Call& c) {
  const Property* p = c.self<Property>();
  return make_property(c.context(), p->get, c[1], p->del, p->doc);
}
Value property_deleter(Call& c) {
  const Property* p = c.self<Property>();
  return make_property(c.context(), p->get, p->set, c[1], p->doc);
}
Value property_fget(Call& c) { return c.self<Property>()->get; }
Value property_fset(Call& c) { return c.self<Property>()->set; }
Value property_fdel(Call& c) { return c.self<Property>()->del; }
Value property_doc(Call& c) { return c.self<Property>()->doc; }
constexpr NativeDef kPropertyMethods[] = {
    {"getter", "self, fget, /", property_getter},
    {"setter", "self, fset, /", property_setter},
    {"deleter", "self, fdel, /", property_deleter},
};

template <Kind kind>
Value wrapper_new(Call& c) {
  Wrapper* w = c.context().heap().make<Wrapper>(kind);
  w->function = c[1];
  return Value::object(w);
}
Value wrapper_function(Call& c) { return c.self<Wrapper>()->function; }

// super(type, object_or_type). The compiler passes both for the zero-argument form.
Value super_new(Call& c) {
  Context& context = c.context();
  if (c[1].is_undefined()) return context.raise(Exc::RuntimeError, "super(): no arguments");
  if (!c[1].is(Kind::Class)) {
    return context.raise(Exc::TypeError,
                         {"super() argument 1 must be a type, not ", type_name(context, c[1])});
  }
  Class* start = c[1].as<Class>();
  Value self = c[2];
  Class* self_class = nullptr;
  if (self.is(Kind::Class) && is_subclass(self.as<Class>(), start)) {
    self_class = self.as<Class>();
  } else if (!self.is_undefined() && is_subclass(class_of(context, self), start)) {
    self_class = class_of(context, self);
  } else {
    return context.raise(Exc::TypeError,
                         "super(type, obj): obj must be an instance or subtype of type");
  }
  Super* s = context.heap().make<Super>(Kind::Super);
  s->start = start;
  s->self = self;
  s->self_class = self_class;
  return Value::object(s);
}

}  // namespace

void install_descriptors(RealmBuilder& b) {
  Realm& r = b.building();
  Class* property = b.new_class("property", nullptr, Kind::Property, kFinal);
  b.constructor(property,
                {"property", "cls, fget=None, fset=None, fdel=None, doc=None", property_new});
  b.methods(property, kPropertyMethods);
  b.property(property, "fget", property_fget);
  b.property(property, "fset", property_fset);
  b.property(property, "fdel", property_fdel);
  b.property(property, "__doc__", property_doc);
  b.member(r.builtins, "property", Value::object(property));

  Class* static_method = b.new_class("staticmethod", nullptr, Kind::StaticMethod, kFinal);
  b.constructor(static_method,
                {"staticmethod", "cls, function, /", wrapper_new<Kind::StaticMethod>});
  b.property(static_method, "__func__", wrapper_function);
  b.member(r.builtins, "staticmethod", Value::object(static_method));
  Class* class_method = b.new_class("classmethod", nullptr, Kind::ClassMethod, kFinal);
  b.constructor(class_method, {"classmethod", "cls, function, /", wrapper_new<Kind::ClassMethod>});
  b.property(class_method, "__func__", wrapper_function);
  b.member(r.builtins, "classmethod", Value::object(class_method));

  Class* super = b.new_class("super", nullptr, Kind::Super, kFinal);
  b.constructor(super, {"super", "cls, type?, object_or_type?, /", super_new});
  b.member(r.builtins, "super", Value::object(super));
}

}  // namespace belljar
