// The exception hierarchy of exceptions.def, with the attributes that flows can reach.
//
// Attributes are views of `args` where CPython's are, so that an exception is one small object.
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
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
Value exception_new(Call& c) {
  if (!c[0].is(Kind::Class) || c[0].as<Class>()->instance_kind != Kind::Exception) {
    return c.context().raise(Exc::TypeError,
                             "BaseException.__new__(X): X is not a subtype of BaseException");
  }
  const Tuple* args = c[1].as<Tuple>();
  return new_exception(c.context(), c[0].as<Class>(), args->items, args->count);
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

template <int index>
Value nth_argument(Call& c) {
  const Tuple* args = c.self<Exception>()->args;
  return args->count > index ? args->items[index] : Value::none();
}
template <int index>
Value os_argument(Call& c) {  // OSError's attributes exist from two arguments on
  const Tuple* args = c.self<Exception>()->args;
  return args->count >= 2 && args->count > index ? args->items[index] : Value::none();
}

// SystemExit.code: no argument None, one the argument, more the tuple.
Value system_exit_code(Call& c) {
  const Tuple* args = c.self<Exception>()->args;
  return args->count == 1 ? args->items[0] : args->count == 0 ? Value::none() : Value::object(args);
}

// Exceptions that take keywords: they become attributes.
Value keyword_init(Call& c) {
  Exception* e = c.self<Exception>();
  e->args = c[1].as<Tuple>();
  for (size_t i = 2; i < 4; ++i) {
    Str* name = c.native()->signature->parameters[i].name;
    BELLJAR_CHECK(set_attribute(c.context(), c[0], name, c.has(i) ? c[i] : Value::none()));
  }
  return Value::none();
}
constexpr NativeDef kImportErrorInit = {"__init__", "self, *args, name?, path?", keyword_init};

// AttributeError's `name` and `obj`, NameError's `name`: kept beside args (exception_subject).
template <size_t index>
Value subject_part(Call& c) {
  const Exception* e = c.self<Exception>();
  if (e->subject.is_undefined()) return Value::none();
  Value v = e->subject.as<Tuple>()->items[index];
  return v.is_undefined() ? Value::none() : v;
}
template <size_t index>
Value set_subject_part(Call& c) {
  Exception* e = c.self<Exception>();
  Value parts[] = {Value::undefined(), Value::undefined()};
  if (!e->subject.is_undefined()) {
    for (size_t i = 0; i < 2; ++i) parts[i] = e->subject.as<Tuple>()->items[i];
  }
  parts[index] = c[1];
  BELLJAR_TRY(pair, new_tuple(c.context(), parts, 2));
  e->subject = pair;
  return Value::none();
}
Value subject_init(Call& c) {
  Exception* e = c.self<Exception>();
  e->args = c[1].as<Tuple>();
  e->subject = Value::undefined();
  const bool has_object = c.native()->signature->count > 3 && c.has(3);
  if (!c.has(2) && !has_object) return Value::none();
  return exception_subject(c.context(), e, c.has(2) ? c[2] : Value::undefined(),
                           has_object ? c[3] : Value::undefined());
}
constexpr NativeDef kAttributeErrorInit = {"__init__", "self, *args, name?, obj?", subject_init};
constexpr NativeDef kNameErrorInit = {"__init__", "self, *args, name?", subject_init};

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
  b.property(top, "args", exception_args, exception_set_args);
  b.property(top, "__cause__", exception_cause, exception_set_cause);
  b.property(top, "__context__", exception_context, exception_set_context);
  b.property(top, "__suppress_context__", exception_suppress);
  b.property(top, "__traceback__", exception_traceback);

  b.property(r.exception(Exc::StopIteration), "value", nth_argument<0>);
  b.property(r.exception(Exc::SystemExit), "code", system_exit_code);
  b.property(r.exception(Exc::OSError), "errno", os_argument<0>);
  b.property(r.exception(Exc::OSError), "strerror", os_argument<1>);
  b.property(r.exception(Exc::OSError), "filename", os_argument<2>);
  b.property(r.exception(Exc::ImportError), "msg", nth_argument<0>);
  b.property(r.exception(Exc::SyntaxError), "msg", nth_argument<0>);
  for (Exc e : {Exc::UnicodeDecodeError, Exc::UnicodeEncodeError}) {
    b.property(r.exception(e), "encoding", nth_argument<0>);
    b.property(r.exception(e), "object", nth_argument<1>);
    b.property(r.exception(e), "start", nth_argument<2>);
    b.property(r.exception(e), "end", nth_argument<3>);
    b.property(r.exception(e), "reason", nth_argument<4>);
  }
  b.property(r.exception(Exc::NameError), "name", subject_part<0>, set_subject_part<0>);
  b.property(r.exception(Exc::AttributeError), "name", subject_part<0>, set_subject_part<0>);
  b.property(r.exception(Exc::AttributeError), "obj", subject_part<1>, set_subject_part<1>);
  b.methods(r.exception(Exc::ImportError), {&kImportErrorInit, 1});
  b.methods(r.exception(Exc::AttributeError), {&kAttributeErrorInit, 1});
  b.methods(r.exception(Exc::NameError), {&kNameErrorInit, 1});
}

}  // namespace belljar
