// The classes of what can be called: functions, methods, and the descriptors of C++ types.
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/realm_builder.h"
#include "runtime/slots.h"
#include "runtime/str.h"

namespace belljar {

namespace {

// What descriptors say to __get__(None) without an owner.
Value nothing_to_bind(Context& context) {
  return context.raise(Exc::TypeError, "__get__(None, None) is invalid");
}

// --- functions -----------------------------------------------------------------------------------

Value function_name(Call& c) { return Value::object(c.self<Function>()->name); }
Value function_qualname(Call& c) { return Value::object(c.self<Function>()->qualname); }
Value function_doc(Call& c) { return c.self<Function>()->doc; }
Value function_module(Call& c) {
  const Function* f = c.self<Function>();
  Str* name = c.context().realm().atom(Atom::module);
  Value set = f->attributes ? dict_get_str(c.context(), f->attributes, name) : Value::undefined();
  return set.is_undefined() ? Value::object(c.context().realm().atom(Atom::main)) : set;
}

Value keep(Call& c, Atom atom) {
  Function* f = c.self<Function>();
  if (!f->attributes) {
    BELLJAR_TRY(dict, new_dict(c.context()));
    f->attributes = dict.as<Dict>();
  }
  return dict_set_str(c.context(), f->attributes, c.context().realm().atom(atom), c[1]);
}
Value function_set_module(Call& c) { return keep(c, Atom::module); }
Value function_set_name(Call& c) {
  if (!c[1].is_str()) {
    return c.context().raise(Exc::TypeError, "__name__ must be set to a string object");
  }
  c.self<Function>()->name = c[1].as<Str>();
  return Value::none();
}
Value function_set_qualname(Call& c) {
  if (!c[1].is_str()) {
    return c.context().raise(Exc::TypeError, "__qualname__ must be set to a string object");
  }
  c.self<Function>()->qualname = c[1].as<Str>();
  return Value::none();
}
Value function_set_doc(Call& c) {
  c.self<Function>()->doc = c[1];
  return Value::none();
}
Value function_annotations(Call& c) {
  Function* f = c.self<Function>();
  Str* name = c.context().realm().atom(Atom::annotations);
  Value set = f->attributes ? dict_get_str(c.context(), f->attributes, name) : Value::undefined();
  if (!set.is_undefined()) return set;
  BELLJAR_TRY(made, new_dict(c.context()));
  if (f->frozen()) return made;
  if (!f->attributes) {
    BELLJAR_TRY(dict, new_dict(c.context()));
    f->attributes = dict.as<Dict>();
  }
  BELLJAR_CHECK(dict_set_str(c.context(), f->attributes, name, made));
  return made;
}
Value function_set_annotations(Call& c) {
  if (!payload(c[1]).is(Kind::Dict)) {
    return c.context().raise(Exc::TypeError, "__annotations__ must be set to a dict object");
  }
  return keep(c, Atom::annotations);
}
Value function_get(Call& c) {
  if (!c[1].is_none()) return bind_method(c.context(), c[0], c[1]);
  return c[2].is_none() ? nothing_to_bind(c.context()) : c[0];
}
constexpr NativeDef kFunctionMethods[] = {
    {"__get__", "self, instance, owner=None, /", function_get},
};

// --- natives: alone, in a class, or bound to an object -------------------------------------------

const Native* native_of(Value v) {
  if (v.is(Kind::BoundMethod)) v = v.as<BoundMethod>()->function;
  return v.is(Kind::Native) ? v.as<Native>() : nullptr;
}
Value native_name(Call& c) {
  const Native* native = native_of(c[0]);
  return native ? Value::object(native->name) : Value::none();
}
Value native_qualname(Call& c) {
  const Native* native = native_of(c[0]);
  if (!native) return Value::none();
  if (!native->owner) return Value::object(native->name);
  StrBuilder out(c.context());
  out.append(native->owner->qualname->view());
  out.append('.');
  out.append(native->name->view());
  return out.finish();
}
Value native_doc(Call&) { return Value::none(); }

Value descriptor_get(Call& c) {
  if (c[1].is_none()) return c[2].is_none() ? nothing_to_bind(c.context()) : c[0];
  const Native* native = c.self<Native>();
  if (native->owner && !is_subclass(class_of(c.context(), c[1]), native->owner)) {
    return c.context().raise(
        Exc::TypeError,
        {"descriptor '", native->name->view(), "' for '", native->owner->name->view(),
         "' objects doesn't apply to a '", type_name(c.context(), c[1]), "' object"});
  }
  return bind_method(c.context(), c[0], c[1]);
}
constexpr NativeDef kDescriptorMethods[] = {
    {"__get__", "self, instance, owner=None, /", descriptor_get},
};

// --- methods -------------------------------------------------------------------------------------

Value method_function(Call& c) { return c.self<BoundMethod>()->function; }
Value method_self(Call& c) { return c.self<BoundMethod>()->self; }
template <Atom atom>
Value method_forward(Call& c) {
  return get_attribute(c.context(), c.self<BoundMethod>()->function,
                       c.context().realm().atom(atom));
}
Value method_get(Call& c) { return c[0]; }
constexpr NativeDef kMethodMethods[] = {
    {"__get__", "self, instance, owner=None, /", method_get},
};

// --- attributes of C++ types ---------------------------------------------------------------------

const Native* getter_of(Value property) {
  Value get = property.as<Property>()->get;
  return get.is(Kind::Native) ? get.as<Native>() : nullptr;
}
Value getset_name(Call& c) {
  const Native* getter = getter_of(c[0]);
  return getter ? Value::object(getter->name) : Value::none();
}
Value getset_get(Call& c) {
  if (c[1].is_none()) return c[2].is_none() ? nothing_to_bind(c.context()) : c[0];
  return c.context().invoke(c.self<Property>()->get, {c[1]});
}
constexpr NativeDef kGetsetMethods[] = {
    {"__get__", "self, instance, owner=None, /", getset_get, kNativeCallsBack},
};

MemberDescriptor* member_of(Call& c) { return c.self<MemberDescriptor>(); }
Value member_name(Call& c) { return Value::object(member_of(c)->name); }
Value member_descriptor_get(Call& c) {
  if (c[1].is_none()) return c[2].is_none() ? nothing_to_bind(c.context()) : c[0];
  BELLJAR_TRY(value, member_get(c.context(), member_of(c), c[1]));
  if (!value.is_undefined()) return value;
  return c.context().raise(Exc::AttributeError,
                           {"'", type_name(c.context(), c[1]), "' object has no attribute '",
                            member_of(c)->name->view(), "'"});
}
Value member_descriptor_set(Call& c) {
  BELLJAR_CHECK(member_set(c.context(), member_of(c), c[1], c[2]));
  return Value::none();
}
Value member_descriptor_delete(Call& c) {
  BELLJAR_CHECK(member_delete(c.context(), member_of(c), c[1]));
  return Value::none();
}
Value member_repr(Call& c) {
  StrBuilder out(c.context());
  out.append("<member '");
  out.append(member_of(c)->name->view());
  out.append("' of '");
  out.append(member_of(c)->owner->name->view());
  out.append("' objects>");
  return out.finish();
}
constexpr NativeDef kMemberMethods[] = {
    {"__repr__", "self", member_repr},
    {"__get__", "self, instance, owner=None, /", member_descriptor_get},
    {"__set__", "self, instance, value, /", member_descriptor_set},
    {"__delete__", "self, instance, /", member_descriptor_delete},
};

Value module_name(Call& c) { return Value::object(c.self<Module>()->name); }

// The attributes that natives have in every form; what holds one is a Native or a BoundMethod.
void native_attributes(RealmBuilder& b, Class* cls) {
  constexpr NativeDef kAttributes[] = {
      {"__name__", "self", native_name},
      {"__qualname__", "self", native_qualname},
      {"__doc__", "self", native_doc},
  };
  for (const NativeDef& def : kAttributes) {
    b.property(cls, def.name, def.fn);
    Value made = dict_get_str(b, cls->attributes, b.str(def.name));
    made.as<Property>()->get.as<Native>()->receiver = Kind::Undefined;
  }
}

}  // namespace

void install_functions(RealmBuilder& b) {
  Realm& r = b.building();
  Class* function = b.new_class("function", nullptr, Kind::Function, kFinal);
  b.methods(function, kFunctionMethods);
  b.property(function, "__name__", function_name, function_set_name);
  b.property(function, "__qualname__", function_qualname, function_set_qualname);
  b.property(function, "__doc__", function_doc, function_set_doc);
  b.property(function, "__module__", function_module, function_set_module);
  b.property(function, "__annotations__", function_annotations, function_set_annotations);

  native_attributes(b, b.new_class("builtin_function_or_method", nullptr, Kind::Native, kFinal));
  r.method_descriptor = b.new_class("method_descriptor", nullptr, Kind::Native, kFinal);
  r.wrapper_descriptor = b.new_class("wrapper_descriptor", nullptr, Kind::Native, kFinal);
  for (Class* cls : {r.method_descriptor, r.wrapper_descriptor}) {
    native_attributes(b, cls);
    b.methods(cls, kDescriptorMethods);
  }

  Class* method = b.new_class("method", nullptr, Kind::BoundMethod, kFinal);
  b.methods(method, kMethodMethods);
  b.property(method, "__func__", method_function);
  b.property(method, "__self__", method_self);
  b.property(method, "__name__", method_forward<Atom::name>, nullptr, kNativeCallsBack);
  b.property(method, "__qualname__", method_forward<Atom::qualname>, nullptr, kNativeCallsBack);
  b.property(method, "__doc__", method_forward<Atom::doc>, nullptr, kNativeCallsBack);
  b.property(method, "__module__", method_forward<Atom::module>, nullptr, kNativeCallsBack);
  b.property(method, "__annotations__", method_forward<Atom::annotations>, nullptr,
             kNativeCallsBack);
  r.method_wrapper = b.new_class("method-wrapper", nullptr, Kind::BoundMethod, kFinal);
  native_attributes(b, r.method_wrapper);

  r.getset_descriptor = b.new_class("getset_descriptor", nullptr, Kind::Property, kFinal);
  b.methods(r.getset_descriptor, kGetsetMethods);
  b.property(r.getset_descriptor, "__name__", getset_name);
  b.property(r.getset_descriptor, "__doc__", native_doc);
  r.member_descriptor = b.new_class("member_descriptor", nullptr, Kind::NativeObject, kFinal);
  r.member_descriptor->native = &kMemberDescriptorType;
  b.methods(r.member_descriptor, kMemberMethods);
  b.property(r.member_descriptor, "__name__", member_name);
  b.property(r.member_descriptor, "__doc__", native_doc);

  Class* module = b.new_class("module", nullptr, Kind::Module, kFinal);
  b.property(module, "__name__", module_name);
  b.new_class("cell", nullptr, Kind::Cell, kFinal);
}

}  // namespace belljar
