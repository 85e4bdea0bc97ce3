// BaseExceptionGroup and ExceptionGroup: exceptions that hold exceptions, and their taking apart.
//
// split() and subgroup() go down the tree of groups; what they keep they put into new groups of the
// same shape, which `derive` makes, so that a subclass can give its own.
#include <string>

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

// --- making one ----------------------------------------------------------------------------------

bool is_sequence(Context& context, Value v) {
  const Value part = payload(v);
  switch (part.kind()) {
    case Kind::List:
    case Kind::Tuple:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::Range:
      return true;
    case Kind::Instance:
    case Kind::NativeObject:
      return !special_method(context, v, Atom::getitem).is_undefined();
    default:
      return false;
  }
}

// The class that a call of `cls` makes with these members; Raised where they do not go together.
Value class_for_members(Context& context, Class* cls, const Tuple* members) {
  const Realm& realm = context.realm();
  const Class* exception = realm.exception(Exc::Exception);
  bool base_only = false;
  for (uint32_t i = 0; i < members->count; ++i) {
    if (!members->items[i].is(Kind::Exception)) {
      return context.raise(
          Exc::ValueError,
          {"Item ", std::to_string(i), " of second argument (exceptions) is not an exception"});
    }
    base_only = base_only || !is_subclass(members->items[i].as<Exception>()->cls, exception);
  }
  if (cls == realm.exception(Exc::BaseExceptionGroup)) {
    return Value::object(base_only ? cls : realm.exception(Exc::ExceptionGroup));
  }
  if (base_only && cls == realm.exception(Exc::ExceptionGroup)) {
    return context.raise(Exc::TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
  }
  if (base_only && is_subclass(cls, exception)) {
    return context.raise(Exc::TypeError,
                         {"Cannot nest BaseExceptions in '", cls->name->view(), "'"});
  }
  return Value::object(cls);
}

Value group_new(Call& c) {
  Context& context = c.context();
  const Realm& realm = context.realm();
  if (!c[0].is(Kind::Class) ||
      !is_subclass(c[0].as<Class>(), realm.exception(Exc::BaseExceptionGroup))) {
    return context.raise(Exc::TypeError,
                         "BaseExceptionGroup.__new__(X): X is not a subtype of BaseExceptionGroup");
  }
  const Tuple* args = c[1].as<Tuple>();
  if (args->count != 2) {
    return context.raise(Exc::TypeError,
                         {"BaseExceptionGroup.__new__() takes exactly 2 arguments (",
                          std::to_string(args->count), " given)"});
  }
  const Value message = args->items[0];
  const Value given = args->items[1];
  if (!payload(message).is_str()) {
    return context.raise(Exc::TypeError,
                         {"BaseExceptionGroup.__new__() argument 1 must be str, not ",
                          message.is_none() ? "None" : type_name(context, message)});
  }
  if (!is_sequence(context, given)) {
    return context.raise(Exc::TypeError, "second argument (exceptions) must be a sequence");
  }
  Roots<2> roots(context);
  roots[0] = c[1];
  BELLJAR_TRY(members, tuple_from(context, given));
  roots[1] = members;
  if (members.as<Tuple>()->count == 0) {
    return context.raise(Exc::ValueError,
                         "second argument (exceptions) must be a non-empty sequence");
  }
  BELLJAR_TRY(cls, class_for_members(context, c[0].as<Class>(), members.as<Tuple>()));
  BELLJAR_TRY(made, new_exception(context, cls.as<Class>(), args->items, args->count));
  Exception* e = made.as<Exception>();
  BELLJAR_CHECK(reset_exception_fields(context, e));
  BELLJAR_CHECK(set_exception_field(context, e, kGroupMessage, message));
  BELLJAR_CHECK(set_exception_field(context, e, kGroupExceptions, members));
  return made;
}

Value group_init(Call& c) {
  if (c[2].as<Dict>()->live > 0) {
    return c.context().raise(
        Exc::TypeError, {c.self<Exception>()->cls->name->view(), "() takes no keyword arguments"});
  }
  c.self<Exception>()->args = c[1].as<Tuple>();
  return Value::none();
}

template <uint32_t index>
Value group_field(Call& c) {
  BELLJAR_TRY(value, exception_field(c.context(), c.self<Exception>(), index));
  return value.is_undefined() ? Value::none() : value;
}
Value read_only(Call& c) { return c.context().raise(Exc::AttributeError, "readonly attribute"); }

// The one argument, counted as each of the three methods counts.
Value one_argument(Call& c, const char* message) {
  const Tuple* args = c[1].as<Tuple>();
  if (args->count == 1) return args->items[0];
  return c.context().raise(
      Exc::TypeError, {message, std::to_string(args->count), message[0] == 'f' ? " given)" : ""});
}

Value group_derive(Call& c) {
  BELLJAR_TRY(members, one_argument(c, "function takes exactly 1 argument ("));
  BELLJAR_TRY(message, exception_field(c.context(), c.self<Exception>(), kGroupMessage));
  const Value type = Value::object(c.context().realm().exception(Exc::BaseExceptionGroup));
  return c.context().invoke(type, {message, members});
}

// --- taking one apart ----------------------------------------------------------------------------

Value check_matcher(Context& context, Value matcher) {
  if (matcher.is(Kind::Function) || is_exception_class(matcher)) return Value::none();
  if (matcher.is(Kind::Tuple)) {
    const Tuple* types = matcher.as<Tuple>();
    uint32_t i = 0;
    while (i < types->count && is_exception_class(types->items[i])) ++i;
    if (i == types->count) return Value::none();
  }
  return context.raise(Exc::TypeError,
                       "expected a function, exception type or tuple of exception types");
}

Value matches(Context& context, Value matcher, Value exception) {
  if (!matcher.is(Kind::Function)) return exception_matches(context, exception, matcher);
  BELLJAR_TRY(answer, context.invoke(matcher, {exception}));
  return truth(context, answer);
}

// A group like `original` of some of its members; None if there are none.
Value subset(Context& context, Value original, Value members) {
  if (members.as<List>()->size == 0) return Value::none();
  Roots<3> roots(context);
  roots[0] = original;
  roots[1] = members;
  BELLJAR_TRY(name, new_str(context, "derive"));
  BELLJAR_TRY(derive, get_attribute(context, original, name.as<Str>()));
  BELLJAR_TRY(made, context.invoke(derive, {members}));
  roots[2] = made;
  if (!is_exception_group(context, made)) {
    return context.raise(Exc::TypeError, "derive must return an instance of BaseExceptionGroup");
  }
  Exception* part = made.as<Exception>();
  const Exception* whole = original.as<Exception>();
  if (part->frozen()) return made;
  traceback_copy(context, part, whole);
  part->context = whole->context;
  part->cause = whole->cause;
  part->suppress_context = true;  // as setting a cause does
  if (!whole->attributes) return made;
  BELLJAR_TRY(notes_name, new_str(context, "__notes__"));
  const Value notes = dict_get_str(context, whole->attributes, notes_name.as<Str>());
  if (notes.is_undefined() || !is_sequence(context, notes)) return made;
  BELLJAR_TRY(copy, list_from(context, notes));
  BELLJAR_CHECK(set_attribute(context, made, notes_name.as<Str>(), copy));
  return made;
}

// (what matches, the rest), None where nothing is left; without `with_rest` the rest is None.
Value split(Context& context, Value exception, Value matcher, bool with_rest) {
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  if (!context.charge(1)) return Value::stopped();
  Roots<4> roots(context);
  roots[0] = exception;
  BELLJAR_TRY(match, matches(context, matcher, exception));
  Value both[] = {Value::none(), Value::none()};
  if (match.as_bool()) {
    both[0] = exception;
    return new_tuple(context, both, 2);
  }
  if (!is_exception_group(context, exception)) {
    if (with_rest) both[1] = exception;
    return new_tuple(context, both, 2);
  }
  BELLJAR_TRY(members, exception_field(context, exception.as<Exception>(), kGroupExceptions));
  roots[1] = members;
  BELLJAR_TRY(matched, new_list(context, nullptr, 0));
  roots[2] = matched;
  BELLJAR_TRY(rest, new_list(context, nullptr, 0));
  roots[3] = rest;
  const uint32_t count = members.is(Kind::Tuple) ? members.as<Tuple>()->count : 0;
  for (uint32_t i = 0; i < count; ++i) {
    BELLJAR_TRY(parts, split(context, members.as<Tuple>()->items[i], matcher, with_rest));
    const Value* items = parts.as<Tuple>()->items;
    if (!items[0].is_none()) BELLJAR_CHECK(list_append(context, matched.as<List>(), items[0]));
    if (!items[1].is_none()) BELLJAR_CHECK(list_append(context, rest.as<List>(), items[1]));
  }
  BELLJAR_TRY(matched_group, subset(context, exception, matched));
  roots[2] = both[0] = matched_group;
  if (with_rest) {
    BELLJAR_TRY(rest_group, subset(context, exception, rest));
    both[1] = rest_group;
  }
  return new_tuple(context, both, 2);
}

Value group_split(Call& c) {
  BELLJAR_TRY(matcher, one_argument(c, "split expected 1 argument, got "));
  BELLJAR_CHECK(check_matcher(c.context(), matcher));
  return split(c.context(), c[0], matcher, true);
}
Value group_subgroup(Call& c) {
  BELLJAR_TRY(matcher, one_argument(c, "subgroup expected 1 argument, got "));
  BELLJAR_CHECK(check_matcher(c.context(), matcher));
  BELLJAR_TRY(parts, split(c.context(), c[0], matcher, false));
  return parts.as<Tuple>()->items[0];
}

constexpr NativeDef kMethods[] = {
    {"__init__", "self, *args, **kwargs", group_init},
    {"derive", "self, *args", group_derive, kNativeCallsBack},
    {"split", "self, *args", group_split, kNativeCallsBack},
    {"subgroup", "self, *args", group_subgroup, kNativeCallsBack},
};

}  // namespace

void install_exception_groups(RealmBuilder& b) {
  Realm& r = b.building();
  Class* base = r.exception(Exc::BaseExceptionGroup);
  b.methods(base, kMethods);
  b.constructor(base, {"__new__", "cls, *args, **kwargs", group_new, kNativeCallsBack});
  b.property(base, "message", group_field<kGroupMessage>, read_only, 0, read_only);
  b.property(base, "exceptions", group_field<kGroupExceptions>, read_only, 0, read_only);
  // An ExceptionGroup is an Exception as well: the one built-in class with two bases.
  Class* group = r.exception(Exc::ExceptionGroup);
  const Value bases[] = {Value::object(base), Value::object(r.exception(Exc::Exception))};
  const Value order[] = {Value::object(group), bases[0], bases[1],
                         Value::object(r.exception(Exc::BaseException)), Value::object(r.object)};
  group->bases = new_tuple(b, bases, 2).as<Tuple>();
  group->mro = new_tuple(b, order, 5).as<Tuple>();
}

}  // namespace belljar
