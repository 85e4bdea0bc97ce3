// The exception hierarchy of exceptions.def, and what every exception has. What single classes have
// besides is in exception_types.cc and exception_group.cc.
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/exception_fields.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"

namespace belljar {

namespace {

Value exception_init(Call& c) {
  Exception* e = c.self<Exception>();
  e->args = c[1].as<Tuple>();
  return Value::none();
}
// __new__ of a class that is none of the owner's.
Value no_exception_class(Call& c, std::string_view owner) {
  if (!c[0].is(Kind::Class)) {
    return c.context().raise(Exc::TypeError, {owner, ".__new__(X): X is not a type object (",
                                              type_name(c.context(), c[0]), ")"});
  }
  const std::string_view given = c[0].as<Class>()->name->view();
  return c.context().raise(
      Exc::TypeError, {owner, ".__new__(", given, "): ", given, " is not a subtype of ", owner});
}
Value exception_new(Call& c) {
  if (!c[0].is(Kind::Class) || c[0].as<Class>()->instance_kind != Kind::Exception) {
    return no_exception_class(c, "BaseException");
  }
  const Tuple* args = c[1].as<Tuple>();
  BELLJAR_TRY(made, new_exception(c.context(), c[0].as<Class>(), args->items, args->count));
  BELLJAR_CHECK(reset_exception_fields(c.context(), made.as<Exception>()));
  return made;
}
Value exception_str(Call& c) { return exception_text(c.context(), c.self<Exception>()); }
Value exception_repr(Call& c) {
  Exception* e = c.self<Exception>();
  Roots<1> roots(c.context());
  StrBuilder out(c.context());
  out.append(e->cls->name->view());
  if (e->args->count == 1) {
    BELLJAR_TRY(text, repr(c.context(), e->args->items[0]));
    out.append('(');
    out.append(text.as<Str>()->view());
    out.append(')');
  } else {
    BELLJAR_TRY(text, repr(c.context(), Value::object(e->args)));
    out.append(text.as<Str>()->view());
  }
  return out.finish();
}
Value exception_args(Call& c) { return Value::object(c.self<Exception>()->args); }
Value exception_set_args(Call& c) {
  BELLJAR_TRY(args, tuple_from(c.context(), c[1]));
  c.self<Exception>()->args = args.as<Tuple>();
  return Value::none();
}
Value exception_cause(Call& c) { return c.self<Exception>()->cause; }
Value exception_set_cause(Call& c) {
  if (!c[1].is_none() && !c[1].is(Kind::Exception)) {
    return c.context().raise(Exc::TypeError,
                             "exception cause must be None or derive from BaseException");
  }
  c.self<Exception>()->cause = c[1];
  c.self<Exception>()->suppress_context = true;
  return Value::none();
}
Value exception_context(Call& c) { return c.self<Exception>()->context; }
Value exception_set_context(Call& c) {
  if (!c[1].is_none() && !c[1].is(Kind::Exception)) {
    return c.context().raise(Exc::TypeError,
                             "exception context must be None or derive from BaseException");
  }
  c.self<Exception>()->context = c[1];
  return Value::none();
}
Value exception_suppress(Call& c) { return Value::boolean(c.self<Exception>()->suppress_context); }
Value exception_set_suppress(Call& c) {
  if (!c[1].is_bool()) {
    return c.context().raise(Exc::TypeError, "attribute value type must be bool");
  }
  c.self<Exception>()->suppress_context = c[1].as_bool();
  return Value::none();
}
// What can be set but not taken away.
Value cannot_delete(Call& c) {
  const std::string_view name = c.native()->name->view();
  if (name == "__suppress_context__") {
    return c.context().raise(Exc::TypeError, "can't delete numeric/char attribute");
  }
  return c.context().raise(Exc::TypeError, {name, " may not be deleted"});
}
Value exception_traceback(Call&) { return Value::none(); }  // frames have no guest handle

Value notes_name(Context& context) { return new_str(context, "__notes__"); }
Value exception_add_note(Call& c) {
  if (!c[1].is_str()) {
    return c.context().raise(Exc::TypeError,
                             {"note must be a str, not '", type_name(c.context(), c[1]), "'"});
  }
  Exception* e = c.self<Exception>();
  BELLJAR_TRY(name, notes_name(c.context()));
  if (!e->attributes) {
    BELLJAR_TRY(dict, new_dict(c.context()));
    e->attributes = dict.as<Dict>();
  }
  Value notes = dict_get_str(c.context(), e->attributes, name.as<Str>());
  if (!notes.is(Kind::List)) {
    BELLJAR_TRY(list, new_list(c.context(), nullptr, 0));
    notes = list;
    BELLJAR_CHECK(dict_set_str(c.context(), e->attributes, name.as<Str>(), notes));
  }
  return list_append(c.context(), notes.as<List>(), c[1]);
}
Value exception_with_traceback(Call& c) {
  if (c[1].is_none()) {  // tracebacks are no objects here: there is nothing else to give
    if (Traceback* traceback = c.self<Exception>()->traceback) traceback->count = 0;
    return c[0];
  }
  return c.context().raise(Exc::TypeError, "__traceback__ must be a traceback or None");
}

constexpr NativeDef kMethods[] = {
    {"__init__", "self, *args", exception_init},
    {"__str__", "self", exception_str, kNativeCallsBack},
    {"__repr__", "self", exception_repr, kNativeCallsBack},
    {"add_note", "self, note, /", exception_add_note},
    {"with_traceback", "self, tb, /", exception_with_traceback},
};

struct Row {
  const char* name;
  int base;
};
constexpr Row kRows[] = {
#define EXCEPTION(name, base) {#name, static_cast<int>(Exc::base)},
#include "runtime/exceptions.def"
#undef EXCEPTION
};

}  // namespace

void install_exceptions(RealmBuilder& b) {
  Realm& r = b.building();
  for (int i = 0; i < kExcCount; ++i) {
    Class* base = i == 0 ? nullptr : r.exceptions[kRows[i].base];
    r.exceptions[i] = b.new_exception_class(kRows[i].name, base, "builtins");
    b.member(r.builtins, kRows[i].name, Value::object(r.exceptions[i]));
  }
  for (const char* alias : {"EnvironmentError", "IOError"}) {
    b.member(r.builtins, alias, Value::object(r.exception(Exc::OSError)));
  }
  Class* top = r.exception(Exc::BaseException);
  b.methods(top, kMethods);
  b.attribute(top, "__new__",
              Value::object(b.native({"__new__", "cls, *args, **kwargs", exception_new}, r.object,
                                     Kind::Undefined)));
  b.property(top, "args", exception_args, exception_set_args, kNativeCallsBack, cannot_delete);
  b.property(top, "__cause__", exception_cause, exception_set_cause, 0, cannot_delete);
  b.property(top, "__context__", exception_context, exception_set_context, 0, cannot_delete);
  b.property(top, "__suppress_context__", exception_suppress, exception_set_suppress, 0,
             cannot_delete);
  b.property(top, "__traceback__", exception_traceback);

  install_exception_types(b);
  install_exception_groups(b);
}

}  // namespace belljar
