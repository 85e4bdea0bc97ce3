// object, and the singletons' classes.
#include "builtins/install.h"
#include "builtins/text_arguments.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/repr.h"
#include "runtime/str.h"

namespace belljar {

namespace {

// --- object
// ---------------------------------------------------------------------------------------

bool has_arguments(const Call& c) {
  return c[1].as<Tuple>()->count > 0 || (c.has(2) && c[2].as<Dict>()->live > 0);
}
// The class's own of that name is what object has.
bool is_inherited(Context& context, Class* cls, Atom name) {
  Value found = class_lookup(context, cls, context.realm().atom(name));
  return found.is_undefined() ||
         (found.is(Kind::Native) && found.as<Native>()->owner == context.realm().object);
}

// Arguments are for a class's own __new__ or __init__: the one that a class lacks may be given
// them.
Value object_init(Call& c) {
  if (!has_arguments(c)) return Value::none();
  Context& context = c.context();
  Class* cls = class_of(context, c[0]);
  if (!is_inherited(context, cls, Atom::init)) {
    return context.raise(Exc::TypeError,
                         "object.__init__() takes exactly one argument (the instance to "
                         "initialize)");
  }
  if (!is_inherited(context, cls, Atom::new_)) return Value::none();
  return context.raise(
      Exc::TypeError,
      {cls->name->view(), ".__init__() takes exactly one argument (the instance to initialize)"});
}

Value object_new(Call& c) {
  Context& context = c.context();
  Class* cls = c[0].as<Class>();
  if (cls->instance_kind != Kind::Instance || cls->payload_kind != Kind::Instance) {
    return context.raise(Exc::TypeError, {"object.__new__(", cls->name->view(),
                                          ") is not safe, use ", cls->name->view(), ".__new__()"});
  }
  if (has_arguments(c)) {
    if (!is_inherited(context, cls, Atom::new_)) {
      return context.raise(Exc::TypeError,
                           "object.__new__() takes exactly one argument (the type to "
                           "instantiate)");
    }
    if (is_inherited(context, cls, Atom::init)) {
      return context.raise(Exc::TypeError, {cls->name->view(), "() takes no arguments"});
    }
  }
  if (cls->traits & kAbstract) return raise_abstract(c.context(), cls);
  return Value::object(new_instance(c.context(), cls));
}

Value object_eq(Call& c) {
  return c[0].same(c[1]) ? Value::boolean(true) : Value::not_implemented();
}

// The default __ne__ turns the class's own __eq__ around.
Value object_ne(Call& c) {
  Value equal = call_special(c.context(), c[0], Atom::eq, {c[1]});
  if (equal.is_abrupt() || equal.is(Kind::NotImplemented) || equal.is_undefined()) {
    return equal.is_undefined() ? Value::not_implemented() : equal;
  }
  BELLJAR_TRY(t, truth(c.context(), equal));
  return Value::boolean(!t.as_bool());
}

Value object_order(Call&) { return Value::not_implemented(); }

Value object_hash(Call& c) { return Value::integer(c.context().identity_of(c[0])); }
Value object_repr(Call& c) {
  StrBuilder out(c.context());
  append_plain_object(out, c[0]);
  return out.finish();
}
Value object_str(Call& c) { return repr_object(c.context(), c[0]); }

Value object_format(Call& c) {
  Value spec = payload(c[1]);
  if (!spec.is_str()) {
    return not_a_str(c.context(), "__format__() argument", spec);
  }
  if (spec.as<Str>()->size() > 0) {
    return c.context().raise(Exc::TypeError, {"unsupported format string passed to ",
                                              type_name(c.context(), c[0]), ".__format__"});
  }
  return str_object(c.context(), c[0]);
}

Value object_setattr(Call& c) {
  if (!c[1].is_str()) return c.context().raise(Exc::TypeError, "attribute name must be string");
  return set_attribute_default(c.context(), c[0], c[1].as<Str>(), c[2]);
}
Value object_delattr(Call& c) {
  if (!c[1].is_str()) return c.context().raise(Exc::TypeError, "attribute name must be string");
  return delete_attribute_default(c.context(), c[0], c[1].as<Str>());
}
Value object_getattribute(Call& c) {
  if (!c[1].is_str()) return c.context().raise(Exc::TypeError, "attribute name must be string");
  Value v = get_attribute_default(c.context(), c[0], c[1].as<Str>());
  if (!v.is_undefined()) return v;
  return c.context().raise(Exc::AttributeError,
                           {"'", type_name(c.context(), c[0]), "' object has no attribute '",
                            c[1].as<Str>()->view(), "'"});
}

Value object_class(Call& c) { return Value::object(class_of(c.context(), c[0])); }
Value object_init_subclass(Call&) { return Value::none(); }

constexpr NativeDef kObjectMethods[] = {
    {"__init__", "self, *args, **kwargs", object_init},
    {"__eq__", "self, value, /", object_eq, kNativeCallsBack},
    {"__ne__", "self, value, /", object_ne, kNativeCallsBack},
    {"__lt__", "self, value, /", object_order},
    {"__le__", "self, value, /", object_order},
    {"__gt__", "self, value, /", object_order},
    {"__ge__", "self, value, /", object_order},
    {"__hash__", "self, /", object_hash},
    {"__repr__", "self, /", object_repr, kNativeCallsBack},
    {"__str__", "self, /", object_str, kNativeCallsBack},
    {"__format__", "self, format_spec, /", object_format, kNativeCallsBack},
    {"__setattr__", "self, name, value, /", object_setattr, kNativeCallsBack},
    {"__delattr__", "self, name, /", object_delattr, kNativeCallsBack},
    {"__getattribute__", "self, name, /", object_getattribute, kNativeCallsBack},
};
constexpr NativeDef kObjectClassMethods[] = {
    {"__init_subclass__", "cls", object_init_subclass},
};

// --- the singletons
// ---------------------------------------------------------------------------------

Value singleton_repr(Call& c) { return repr(c.context(), c[0]); }
Value singleton_truth(Call& c) { return truth(c.context(), c[0]); }

// type(None)() is None, without arguments.
template <Kind kind>
Value singleton_new(Call& c) {
  if (c[1].as<Tuple>()->count > 0 || c[2].as<Dict>()->live > 0) {
    return c.context().raise(
        Exc::TypeError, {kind == Kind::Ellipsis ? "EllipsisType" : c.native()->owner->name->view(),
                         " takes no arguments"});
  }
  return kind == Kind::None             ? Value::none()
         : kind == Kind::NotImplemented ? Value::not_implemented()
                                        : Value::ellipsis();
}

constexpr NativeDef kSingletonMethods[] = {{"__repr__", "self, /", singleton_repr}};
constexpr NativeDef kTruthMethods[] = {{"__bool__", "self, /", singleton_truth}};

}  // namespace

void install_object(RealmBuilder& b) {
  Realm& r = b.building();
  Class* object = r.object;
  b.methods(object, kObjectMethods);
  b.methods(object, kObjectClassMethods, MethodKind::ClassMethod);
  b.constructor(object, {"__new__", "cls, *args, **kwargs", object_new});
  b.property(object, "__class__", object_class);

  r.none_type = b.new_class("NoneType", nullptr, Kind::None, kFinal);
  b.methods(r.none_type, kSingletonMethods);
  b.methods(r.none_type, kTruthMethods);
  b.constructor(r.none_type, {"__new__", "cls, *args, **kwargs", singleton_new<Kind::None>});
  Class* not_implemented = b.new_class("NotImplementedType", nullptr, Kind::NotImplemented, kFinal);
  b.methods(not_implemented, kSingletonMethods);
  b.methods(not_implemented, kTruthMethods);
  b.constructor(not_implemented,
                {"__new__", "cls, *args, **kwargs", singleton_new<Kind::NotImplemented>});
  Class* ellipsis = b.new_class("ellipsis", nullptr, Kind::Ellipsis, kFinal);
  b.methods(ellipsis, kSingletonMethods);
  b.constructor(ellipsis, {"__new__", "cls, *args, **kwargs", singleton_new<Kind::Ellipsis>});

  b.member(r.builtins, "object", Value::object(object));
  b.member(r.builtins, "NotImplemented", Value::not_implemented());
  b.member(r.builtins, "Ellipsis", Value::ellipsis());
}

}  // namespace belljar
