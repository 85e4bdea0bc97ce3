// object and type, the singletons' classes, and the classes of functions and modules.
#include "builtins/install.h"
#include "builtins/text_arguments.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/repr.h"
#include "runtime/str.h"

namespace belljar {

namespace {

// --- object
// ---------------------------------------------------------------------------------------

Value object_init(Call&) { return Value::none(); }

Value object_new(Call& c) {
  if (!c[0].is(Kind::Class)) {
    return c.context().raise(Exc::TypeError, {"object.__new__(X): X is not a type object (",
                                              type_name(c.context(), c[0]), ")"});
  }
  Class* cls = c[0].as<Class>();
  if (cls->instance_kind != Kind::Instance) {
    return c.context().raise(Exc::TypeError,
                             {"object.__new__(", cls->name->view(), ") is not safe, use ",
                              cls->name->view(), ".__new__()"});
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

Value object_hash(Call& c) { return Value::integer(c.context().identity_of(c[0])); }
Value object_repr(Call& c) {
  StrBuilder out(c.context());
  append_plain_object(out, c[0]);
  return out.finish();
}
Value object_str(Call& c) { return repr(c.context(), c[0]); }

Value object_format(Call& c) {
  Value spec = c[1];
  if (!spec.is_str()) {
    return not_a_str(c.context(), "__format__() argument", spec);
  }
  if (spec.as<Str>()->size() > 0) {
    return c.context().raise(Exc::TypeError, {"unsupported format string passed to ",
                                              type_name(c.context(), c[0]), ".__format__"});
  }
  return to_str(c.context(), c[0]);
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
    {"__hash__", "self", object_hash},
    {"__repr__", "self", object_repr, kNativeCallsBack},
    {"__str__", "self", object_str, kNativeCallsBack},
    {"__format__", "self, format_spec, /", object_format, kNativeCallsBack},
    {"__setattr__", "self, name, value, /", object_setattr, kNativeCallsBack},
    {"__delattr__", "self, name, /", object_delattr, kNativeCallsBack},
    {"__getattribute__", "self, name, /", object_getattribute, kNativeCallsBack},
};
constexpr NativeDef kObjectClassMethods[] = {
    {"__init_subclass__", "cls", object_init_subclass},
};

// --- type
// -----------------------------------------------------------------------------------------

Value type_new(Call& c) {
  if (!c[2].is_undefined()) {
    return c.context().raise(
        Exc::TypeError, "type() with three arguments is not supported: write a class statement");
  }
  return Value::object(class_of(c.context(), c[1]));
}
// A native class of a module may be known to messages by its dotted name ("collections.deque").
Value type_get_name(Call& c) {
  const Class* cls = c.self<Class>();
  bool dotted = cls->name->view().find('.') != std::string_view::npos;
  return Value::object(dotted ? cls->qualname : cls->name);
}
Value type_get_qualname(Call& c) { return Value::object(c.self<Class>()->qualname); }
Value type_get_module(Call& c) {
  Str* module = c.self<Class>()->module;
  return module ? Value::object(module) : Value::object(c.context().realm().atom(Atom::main));
}
Value type_get_bases(Call& c) { return Value::object(c.self<Class>()->bases); }
Value type_get_mro(Call& c) { return Value::object(c.self<Class>()->mro); }
Value type_mro(Call& c) {
  const Tuple* mro = c.self<Class>()->mro;
  return new_list(c.context(), mro->items, mro->count);
}
Value type_get_doc(Call& c) {
  Str* name = c.context().realm().atom(Atom::doc);
  Value v = dict_get_str(c.context(), c.self<Class>()->attributes, name);
  return v.is_undefined() ? Value::none() : v;
}
Value type_get_annotations(Call& c) {
  Str* name = c.context().realm().atom(Atom::annotations);
  Value v = dict_get_str(c.context(), c.self<Class>()->attributes, name);
  return v.is_undefined() ? new_dict(c.context()) : v;
}
Value type_call(Call& c) {
  // The keywords go behind the positionals, as in any call.
  Context& context = c.context();
  const Tuple* args = c[1].as<Tuple>();
  Dict* keywords = c[2].as<Dict>();
  BELLJAR_TRY(row, new_list(context, args->items, args->count));
  BELLJAR_TRY(names, new_list(context, nullptr, 0));
  Roots<2> roots(context);
  roots[0] = row;
  roots[1] = names;
  uint32_t position = 0;
  while (DictEntry* entry = dict_next(keywords, &position)) {
    BELLJAR_CHECK(list_append(context, names.as<List>(), entry->key));
    BELLJAR_CHECK(list_append(context, row.as<List>(), entry->value));
  }
  BELLJAR_TRY(tuple, new_tuple(context, names.as<List>()->items, names.as<List>()->size));
  const List* all = row.as<List>();
  return construct_plain(context, c.self<Class>(), all->items, all->size,
                         keywords->live ? tuple.as<Tuple>() : nullptr);
}
constexpr NativeDef kTypeMethods[] = {
    {"mro", "self", type_mro},
    {"__call__", "self, *args, **kwargs", type_call, kNativeCallsBack},
};

// --- functions
// ------------------------------------------------------------------------------------

Value function_name(Call& c) { return Value::object(c.self<Function>()->name); }
Value function_qualname(Call& c) { return Value::object(c.self<Function>()->qualname); }
Value function_doc(Call& c) { return c.self<Function>()->doc; }
Value function_set_name(Call& c) {
  if (!c[1].is_str())
    return c.context().raise(Exc::TypeError, "__name__ must be set to a string object");
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
Value function_module(Call& c) { return Value::object(c.context().realm().atom(Atom::main)); }
Value native_name(Call& c) { return Value::object(c.self<Native>()->name); }
Value method_function(Call& c) { return c.self<BoundMethod>()->function; }
Value method_self(Call& c) { return c.self<BoundMethod>()->self; }
Value method_name(Call& c) {
  Value f = c.self<BoundMethod>()->function;
  return get_attribute(c.context(), f, c.context().realm().atom(Atom::name));
}
Value method_doc(Call& c) {
  return get_attribute(c.context(), c.self<BoundMethod>()->function,
                       c.context().realm().atom(Atom::doc));
}
Value module_name(Call& c) { return Value::object(c.self<Module>()->name); }

}  // namespace

void install_object(RealmBuilder& b) {
  Realm& r = b.building();
  Class* object = r.object;
  b.methods(object, kObjectMethods);
  b.methods(object, kObjectClassMethods, MethodKind::ClassMethod);
  b.constructor(object, {"__new__", "cls, *args, **kwargs", object_new});
  b.property(object, "__class__", object_class);

  Class* type = b.new_class("type", nullptr, Kind::Class, kFinal);
  r.type = type;
  b.constructor(type, {"type", "cls, object, bases?, dict?, /", type_new});
  b.methods(type, kTypeMethods);
  b.property(type, "__name__", type_get_name);
  b.property(type, "__qualname__", type_get_qualname);
  b.property(type, "__module__", type_get_module);
  b.property(type, "__bases__", type_get_bases);
  b.property(type, "__mro__", type_get_mro);
  b.property(type, "__doc__", type_get_doc);
  b.property(type, "__annotations__", type_get_annotations);

  r.none_type = b.new_class("NoneType", nullptr, Kind::None, kFinal);
  b.new_class("NotImplementedType", nullptr, Kind::NotImplemented, kFinal);
  b.new_class("ellipsis", nullptr, Kind::Ellipsis, kFinal);

  Class* function = b.new_class("function", nullptr, Kind::Function, kFinal);
  b.property(function, "__name__", function_name, function_set_name);
  b.property(function, "__qualname__", function_qualname, function_set_qualname);
  b.property(function, "__doc__", function_doc, function_set_doc);
  b.property(function, "__module__", function_module);
  Class* native = b.new_class("builtin_function_or_method", nullptr, Kind::Native, kFinal);
  b.property(native, "__name__", native_name);
  b.property(native, "__qualname__", native_name);
  Class* method = b.new_class("method", nullptr, Kind::BoundMethod, kFinal);
  b.property(method, "__func__", method_function);
  b.property(method, "__self__", method_self);
  b.property(method, "__name__", method_name);
  b.property(method, "__doc__", method_doc);
  Class* module = b.new_class("module", nullptr, Kind::Module, kFinal);
  b.property(module, "__name__", module_name);
  b.new_class("cell", nullptr, Kind::Cell, kFinal);

  b.member(r.builtins, "object", Value::object(object));
  b.member(r.builtins, "type", Value::object(type));
  b.member(r.builtins, "NotImplemented", Value::not_implemented());
  b.member(r.builtins, "Ellipsis", Value::ellipsis());
}

}  // namespace belljar
