// What single exception classes have beyond BaseException: their constructors, and the attributes
// that exception_fields.h keeps beside args.
#include <array>
#include <string>

#include "builtins/install.h"
#include "runtime/bytes.h"
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

// --- attributes ----------------------------------------------------------------------------------

template <uint32_t index>
Value get_field(Call& c) {
  BELLJAR_TRY(value, exception_field(c.context(), c.self<Exception>(), index));
  return value.is_undefined() ? Value::none() : value;
}
template <uint32_t index>
Value set_field(Call& c) {
  return set_exception_field(c.context(), c.self<Exception>(), index, c[1]);
}
template <uint32_t index>
Value delete_field(Call& c) {
  return set_exception_field(c.context(), c.self<Exception>(), index, Value::undefined());
}
template <uint32_t index>
void field(RealmBuilder& b, Exc type, std::string_view name) {
  b.property(b.building().exception(type), name, get_field<index>, set_field<index>, 0,
             delete_field<index>);
}

// AttributeError.obj, where the program itself has given it.
Value get_object(Call& c) {
  return c.self<Exception>()->flags & kSubjectHidden ? Value::none() : get_field<1>(c);
}
Value set_object(Call& c) {
  c.self<Exception>()->flags &= static_cast<uint8_t>(~kSubjectHidden);
  return set_field<1>(c);
}

// start and end of a UnicodeError are numbers.
template <uint32_t index>
Value get_position(Call& c) {
  BELLJAR_TRY(value, exception_field(c.context(), c.self<Exception>(), index));
  return value.is_undefined() ? Value::integer(0) : value;
}
template <uint32_t index>
Value set_position(Call& c) {
  if (!c[1].is_int_like()) {
    return c.context().raise(Exc::TypeError, "an integer is required");
  }
  return set_exception_field(c.context(), c.self<Exception>(), index,
                             Value::integer(c[1].as_int()));
}
Value cannot_delete_number(Call& c) {
  return c.context().raise(Exc::TypeError, "can't delete numeric/char attribute");
}

Value no_characters_written(Call& c) {
  return c.context().raise(Exc::AttributeError, "characters_written");
}
Value characters_written(Call& c) {
  BELLJAR_TRY(value, exception_field(c.context(), c.self<Exception>(), kCharactersWritten));
  return value.is_undefined() ? no_characters_written(c) : value;
}
Value set_characters_written(Call& c) {
  BELLJAR_TRY(written, as_index(c.context(), c[1]));
  return set_exception_field(c.context(), c.self<Exception>(), kCharactersWritten, written);
}
Value delete_characters_written(Call& c) {
  BELLJAR_TRY(value, exception_field(c.context(), c.self<Exception>(), kCharactersWritten));
  if (value.is_undefined()) return no_characters_written(c);
  return delete_field<kCharactersWritten>(c);
}

// --- constructors --------------------------------------------------------------------------------

// BaseException.__init__ first: sets args, takes no keywords (c[2], where there are any).
Value begin_init(Call& c, bool keywords) {
  Exception* e = c.self<Exception>();
  if (keywords && c[2].as<Dict>()->live > 0) {
    return c.context().raise(Exc::TypeError,
                             {e->cls->name->view(), "() takes no keyword arguments"});
  }
  e->args = c[1].as<Tuple>();
  return reset_exception_fields(c.context(), e);
}

// NameError(*args, name), AttributeError(*args, name, obj).
Value subject_init(Call& c) {
  BELLJAR_CHECK(begin_init(c, false));
  const bool has_object = c.native()->signature->count > 3 && c.has(3);
  if (!c.has(2) && !has_object) return Value::none();
  Exception* e = c.self<Exception>();
  BELLJAR_CHECK(exception_subject(c.context(), e, c.has(2) ? c[2] : Value::undefined(),
                                  has_object ? c[3] : Value::undefined()));
  e->flags &= static_cast<uint8_t>(~kSubjectHidden);
  return Value::none();
}
Value import_error_init(Call& c) {
  BELLJAR_CHECK(begin_init(c, false));
  Exception* e = c.self<Exception>();
  if (e->args->count == 1) {
    BELLJAR_CHECK(set_exception_field(c.context(), e, 0, e->args->items[0]));
  }
  BELLJAR_CHECK(set_exception_field(c.context(), e, 1, c[2]));
  return set_exception_field(c.context(), e, 2, c[3]);
}
Value stop_iteration_init(Call& c) {
  BELLJAR_CHECK(begin_init(c, true));
  const Tuple* args = c[1].as<Tuple>();
  if (args->count == 0) return Value::none();
  return set_exception_field(c.context(), c.self<Exception>(), 0, args->items[0]);
}
Value system_exit_init(Call& c) {
  BELLJAR_CHECK(begin_init(c, true));
  const Tuple* args = c[1].as<Tuple>();
  if (args->count == 0) return Value::none();
  return set_exception_field(c.context(), c.self<Exception>(), 0,
                             args->count == 1 ? args->items[0] : c[1]);
}

// OSError makes itself in __new__, as its errno decides the class; a subclass with an __init__ of
// its own and no __new__ leaves it to that.
bool initialised_later(Context& context, const Class* cls) {
  const Realm& realm = context.realm();
  const auto native_of_os_error = [&](Atom atom) {
    const Value found = class_lookup(context, cls, realm.atom(atom));
    return found.is(Kind::Native) && found.as<Native>()->owner == realm.exception(Exc::OSError);
  };
  return !native_of_os_error(Atom::init) && native_of_os_error(Atom::new_);
}
Value os_error_new(Call& c) {
  Context& context = c.context();
  if (!c[0].is(Kind::Class) || c[0].as<Class>()->instance_kind != Kind::Exception) {
    return context.raise(Exc::TypeError, "OSError.__new__(X): X is not a subtype of OSError");
  }
  Class* cls = c[0].as<Class>();
  const Tuple* args = c[1].as<Tuple>();
  const bool later = initialised_later(context, cls);
  if (!later && c[2].as<Dict>()->live > 0) {
    return context.raise(Exc::TypeError, {cls->name->view(), "() takes no keyword arguments"});
  }
  if (cls == context.realm().exception(Exc::OSError) && args->count >= 2 && args->count <= 5) {
    if (Class* special = os_error_class(context, args->items[0])) cls = special;
  }
  BELLJAR_TRY(made, new_exception(context, cls, nullptr, 0));
  if (later) {
    BELLJAR_CHECK(reset_exception_fields(context, made.as<Exception>()));
  } else {
    BELLJAR_CHECK(fill_os_error(context, made.as<Exception>(), args));
  }
  return made;
}
Value os_error_init(Call& c) {
  Exception* e = c.self<Exception>();
  if (!initialised_later(c.context(), e->cls)) return Value::none();
  BELLJAR_CHECK(begin_init(c, true));
  return fill_os_error(c.context(), e, c[1].as<Tuple>());
}

// "function takes exactly 5 arguments (3 given)": how C functions name themselves where they are
// not told.
Value wrong_tuple_size(Context& context, const char* bound, size_t limit, size_t given) {
  return context.raise(Exc::TypeError,
                       {"function takes ", bound, " ", std::to_string(limit), " argument",
                        limit == 1 ? "" : "s", " (", std::to_string(given), " given)"});
}

// SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset])).
Value syntax_error_init(Call& c) {
  Context& context = c.context();
  BELLJAR_CHECK(begin_init(c, true));
  Exception* e = c.self<Exception>();
  const Tuple* args = c[1].as<Tuple>();
  if (args->count > 0) {
    BELLJAR_CHECK(set_exception_field(context, e, kSyntaxMsg, args->items[0]));
  }
  if (args->count != 2) return Value::none();
  BELLJAR_TRY(details, tuple_from(context, args->items[1]));
  const Tuple* info = details.as<Tuple>();
  if (info->count < 4) return wrong_tuple_size(context, "at least", 4, info->count);
  if (info->count > 6) return wrong_tuple_size(context, "at most", 6, info->count);
  for (uint32_t i = 0; i < info->count; ++i) {
    BELLJAR_CHECK(set_exception_field(context, e, kSyntaxFilename + i, info->items[i]));
  }
  if (info->count == 5) {
    return context.raise(Exc::TypeError, "end_offset must be provided when end_lineno is provided");
  }
  return Value::none();
}

// UnicodeEncodeError(encoding, object, start, end, reason); a UnicodeTranslateError has no
// encoding.
Value unicode_error_init(Call& c) {
  Context& context = c.context();
  BELLJAR_CHECK(begin_init(c, true));
  Exception* e = c.self<Exception>();
  const Realm& realm = context.realm();
  const bool translate = is_subclass(e->cls, realm.exception(Exc::UnicodeTranslateError));
  const bool decode = is_subclass(e->cls, realm.exception(Exc::UnicodeDecodeError));
  const Tuple* args = c[1].as<Tuple>();
  const uint32_t first = translate ? kObject : kEncoding;
  const uint32_t count = kReason + 1 - first;
  if (args->count != count) return wrong_tuple_size(context, "exactly", count, args->count);
  std::array<Value, kReason + 1> fields;
  for (uint32_t field = first; field <= kReason; ++field) {
    Value& given = fields[field] = args->items[field - first];
    const std::string_view type = type_name(context, given);
    if (field == kStart || field == kEnd) {
      if (!given.is_int_like()) {
        return context.raise(Exc::TypeError,
                             {"'", type, "' object cannot be interpreted as an integer"});
      }
      given = Value::integer(given.as_int());
    } else if (field != kObject || !decode) {
      if (payload(given).is_str()) continue;
      return context.raise(Exc::TypeError, {"argument ", std::to_string(field - first + 1),
                                            " must be str, not ", given.is_none() ? "None" : type});
    }
  }
  if (decode) {
    Value& object = fields[kObject];
    if (object.is(Kind::ByteArray)) {
      BELLJAR_TRY(copy, new_bytes(context, object.as<ByteArray>()->view()));
      object = copy;
    } else if (!payload(object).is(Kind::Bytes)) {
      return context.raise(Exc::TypeError, {"a bytes-like object is required, not '",
                                            type_name(context, object), "'"});
    }
  }
  for (uint32_t field = first; field <= kReason; ++field) {
    BELLJAR_CHECK(set_exception_field(context, e, field, fields[field]));
  }
  return Value::none();
}

constexpr NativeDef kImportErrorInit = {"__init__", "self, *args, name?, path?", import_error_init};
constexpr NativeDef kAttributeErrorInit = {"__init__", "self, *args, name?, obj?", subject_init};
constexpr NativeDef kNameErrorInit = {"__init__", "self, *args, name?", subject_init};
constexpr NativeDef kStopIterationInit = {"__init__", "self, *args, **kwargs", stop_iteration_init};
constexpr NativeDef kSystemExitInit = {"__init__", "self, *args, **kwargs", system_exit_init};
constexpr NativeDef kOSErrorInit = {"__init__", "self, *args, **kwargs", os_error_init,
                                    kNativeCallsBack};
constexpr NativeDef kSyntaxErrorInit = {"__init__", "self, *args, **kwargs", syntax_error_init,
                                        kNativeCallsBack};
constexpr NativeDef kUnicodeErrorInit = {"__init__", "self, *args, **kwargs", unicode_error_init};

void init(RealmBuilder& b, Exc type, const NativeDef& def) {
  b.methods(b.building().exception(type), {&def, 1});
}

}  // namespace

void install_exception_types(RealmBuilder& b) {
  init(b, Exc::StopIteration, kStopIterationInit);
  field<0>(b, Exc::StopIteration, "value");
  init(b, Exc::SystemExit, kSystemExitInit);
  field<0>(b, Exc::SystemExit, "code");

  init(b, Exc::NameError, kNameErrorInit);
  field<0>(b, Exc::NameError, "name");
  init(b, Exc::AttributeError, kAttributeErrorInit);
  field<0>(b, Exc::AttributeError, "name");
  b.property(b.building().exception(Exc::AttributeError), "obj", get_object, set_object, 0,
             delete_field<1>);
  init(b, Exc::ImportError, kImportErrorInit);
  field<0>(b, Exc::ImportError, "msg");
  field<1>(b, Exc::ImportError, "name");
  field<2>(b, Exc::ImportError, "path");

  Class* os_error = b.building().exception(Exc::OSError);
  b.constructor(os_error, {"__new__", "cls, *args, **kwargs", os_error_new, kNativeCallsBack});
  init(b, Exc::OSError, kOSErrorInit);
  field<kErrno>(b, Exc::OSError, "errno");
  field<kStrerror>(b, Exc::OSError, "strerror");
  field<kFilename>(b, Exc::OSError, "filename");
  field<kFilename2>(b, Exc::OSError, "filename2");
  b.property(os_error, "characters_written", characters_written, set_characters_written,
             kNativeCallsBack, delete_characters_written);

  init(b, Exc::SyntaxError, kSyntaxErrorInit);
  field<kSyntaxMsg>(b, Exc::SyntaxError, "msg");
  field<kSyntaxFilename>(b, Exc::SyntaxError, "filename");
  field<kSyntaxLineno>(b, Exc::SyntaxError, "lineno");
  field<kSyntaxOffset>(b, Exc::SyntaxError, "offset");
  field<kSyntaxText>(b, Exc::SyntaxError, "text");
  field<kSyntaxEndLineno>(b, Exc::SyntaxError, "end_lineno");
  field<kSyntaxEndOffset>(b, Exc::SyntaxError, "end_offset");
  field<kSyntaxPrintFileAndLine>(b, Exc::SyntaxError, "print_file_and_line");

  for (Exc e : {Exc::UnicodeEncodeError, Exc::UnicodeDecodeError, Exc::UnicodeTranslateError}) {
    Class* cls = b.building().exception(e);
    init(b, e, kUnicodeErrorInit);
    field<kEncoding>(b, e, "encoding");
    field<kObject>(b, e, "object");
    b.property(cls, "start", get_position<kStart>, set_position<kStart>, 0, cannot_delete_number);
    b.property(cls, "end", get_position<kEnd>, set_position<kEnd>, 0, cannot_delete_number);
    field<kReason>(b, e, "reason");
  }
}

}  // namespace belljar
