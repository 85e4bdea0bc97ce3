// type: the class of classes.
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "runtime/type_forms.h"

namespace belljar {

namespace {

Value type_new(Call& c) {
  if (!c[2].is_undefined()) {
    return c.context().raise(
        Exc::TypeError, "type() with three arguments is not supported: write a class statement");
  }
  return Value::object(class_of(c.context(), c[1]));
}

Value type_call(Call& c) {
  Context& context = c.context();
  Tuple* names;
  BELLJAR_TRY(row, expand_arguments(context, Value::undefined(), c[1].as<Tuple>(), c[2].as<Dict>(),
                                    &names));
  Roots<2> roots(context);
  roots[0] = row;
  if (names) roots[1] = Value::object(names);
  return construct_plain(context, c.self<Class>(), row.as<List>()->items, row.as<List>()->size,
                         names);
}

Value type_mro(Call& c) {
  const Tuple* mro = c.self<Class>()->mro;
  return new_list(c.context(), mro->items, mro->count);
}
Value type_or(Call& c) { return union_of(c.context(), c[0], c[1]); }
Value type_ror(Call& c) { return union_of(c.context(), c[1], c[0]); }

constexpr NativeDef kTypeMethods[] = {
    {"mro", "self", type_mro},
    {"__call__", "self, *args, **kwargs", type_call, kNativeCallsBack},
    {"__or__", "self, value, /", type_or, kNativeCallsBack},
    {"__ror__", "self, value, /", type_ror, kNativeCallsBack},
};

// --- attributes ----------------------------------------------------------------------------------

// A native class of a module may be known to messages by its dotted name ("collections.deque").
Value type_get_name(Call& c) {
  const Class* cls = c.self<Class>();
  bool dotted = cls->name->view().find('.') != std::string_view::npos;
  return Value::object(dotted ? cls->qualname : cls->name);
}
Value type_get_qualname(Call& c) { return Value::object(c.self<Class>()->qualname); }
Value type_get_module(Call& c) {
  Str* name = c.context().realm().atom(Atom::module);
  Value given = dict_get_str(c.context(), c.self<Class>()->attributes, name);
  if (!given.is_undefined() && !given.is(Kind::Property)) return given;
  Str* module = c.self<Class>()->module;
  return module ? Value::object(module) : Value::object(c.context().realm().atom(Atom::main));
}
Value type_get_bases(Call& c) { return Value::object(c.self<Class>()->bases); }
Value type_get_mro(Call& c) { return Value::object(c.self<Class>()->mro); }
Value type_get_doc(Call& c) {
  Str* name = c.context().realm().atom(Atom::doc);
  Value v = dict_get_str(c.context(), c.self<Class>()->attributes, name);
  return v.is_undefined() || v.is(Kind::Property) ? Value::none() : v;
}
// Into the class's own attributes, past what properties of `type` would do.
Value store_attribute(Call& c, Str* name, Value value) {
  ++c.context().class_epoch;
  return dict_set_str(c.context(), c.self<Class>()->attributes, name, value);
}
Value type_get_annotations(Call& c) {
  Str* name = c.context().realm().atom(Atom::annotations);
  Class* cls = c.self<Class>();
  Value v = dict_get_str(c.context(), cls->attributes, name);
  if (!v.is_undefined() || cls->frozen()) return v.is_undefined() ? new_dict(c.context()) : v;
  BELLJAR_TRY(made, new_dict(c.context()));
  BELLJAR_CHECK(store_attribute(c, name, made));
  return made;
}

// None: the class may be written to.
Value check_writable(Call& c, std::string_view attribute) {
  if (!c.self<Class>()->frozen()) return Value::none();
  return c.context().raise(Exc::TypeError,
                           {"cannot set '", attribute, "' attribute of immutable type '",
                            c.self<Class>()->name->view(), "'"});
}

Value check_text(Call& c, std::string_view attribute) {
  BELLJAR_CHECK(check_writable(c, attribute));
  if (c[1].is_str()) return Value::none();
  return c.context().raise(
      Exc::TypeError, {"can only assign string to ", c.self<Class>()->name->view(), ".", attribute,
                       ", not '", type_name(c.context(), c[1]), "'"});
}

Value type_set_name(Call& c) {
  BELLJAR_CHECK(check_text(c, "__name__"));
  c.self<Class>()->name = c[1].as<Str>();
  return Value::none();
}
Value type_set_qualname(Call& c) {
  BELLJAR_CHECK(check_text(c, "__qualname__"));
  c.self<Class>()->qualname = c[1].as<Str>();
  return Value::none();
}
Value type_set_module(Call& c) {
  BELLJAR_CHECK(check_writable(c, "__module__"));
  if (c[1].is_str()) c.self<Class>()->module = c[1].as<Str>();
  Str* name = c.context().realm().atom(Atom::module);
  return store_attribute(c, name, c[1]);
}
Value type_set_doc(Call& c) {
  BELLJAR_CHECK(check_writable(c, "__doc__"));
  Str* name = c.context().realm().atom(Atom::doc);
  return store_attribute(c, name, c[1]);
}
Value type_set_annotations(Call& c) {
  BELLJAR_CHECK(check_writable(c, "__annotations__"));
  Str* name = c.context().realm().atom(Atom::annotations);
  return store_attribute(c, name, c[1]);
}

}  // namespace

void install_type(RealmBuilder& b) {
  Realm& r = b.building();
  Class* type = b.new_class("type", nullptr, Kind::Class, kFinal);
  r.type = type;
  b.constructor(type, {"type", "cls, object, bases?, dict?, /", type_new});
  b.methods(type, kTypeMethods);
  b.property(type, "__name__", type_get_name, type_set_name);
  b.property(type, "__qualname__", type_get_qualname, type_set_qualname);
  b.property(type, "__module__", type_get_module, type_set_module);
  b.property(type, "__bases__", type_get_bases);
  b.property(type, "__mro__", type_get_mro);
  b.property(type, "__doc__", type_get_doc, type_set_doc);
  b.property(type, "__annotations__", type_get_annotations, type_set_annotations);
  b.member(r.builtins, "type", Value::object(type));
}

}  // namespace belljar
