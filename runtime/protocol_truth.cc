// bool(), len(), the index conversion, isinstance and issubclass.
#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/number.h"
#include "runtime/protocol.h"

namespace belljar {

namespace {

Value checked_length(Context& context, Value result) {
  BELLJAR_TRY(number, as_index(context, result));
  if (int_compare(number, Value::integer(0)) < 0) {
    return context.raise(Exc::ValueError, "__len__() should return >= 0");
  }
  if (!number.is_int()) {
    return context.raise(Exc::OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  return number;
}

Value object_truth(Context& context, Value v) {
  if (!(class_of(context, v)->traits & kHasBool)) {
    Value part = payload(v);  // a derived number is as true as the number
    return part.same(v) ? Value::boolean(true) : truth(context, part);
  }
  Value answer = call_special(context, v, Atom::bool_, {});
  if (answer.is_abrupt()) return answer;
  if (!answer.is_undefined()) {
    if (answer.is_bool()) return answer;
    return context.raise(Exc::TypeError,
                         {"__bool__ should return bool, returned ", type_name(context, answer)});
  }
  Str* name = context.realm().atom(Atom::bool_);
  if (class_lookup(context, class_of(context, v), name).is_none()) {
    return context.raise(Exc::TypeError, "'NoneType' object is not callable");
  }
  answer = call_special(context, v, Atom::len, {});
  if (answer.is_abrupt()) return answer;
  if (answer.is_undefined()) return Value::boolean(true);
  BELLJAR_TRY(size, checked_length(context, answer));
  return Value::boolean(size.as_int() != 0);
}

}  // namespace

Value truth(Context& context, Value v) {
  switch (v.kind()) {
    case Kind::None:
      return Value::boolean(false);
    case Kind::Bool:
    case Kind::Int:
      return Value::boolean(v.as_int() != 0);
    case Kind::Float:
      return Value::boolean(v.as_float() != 0);
    case Kind::Complex:
      return Value::boolean(v.as<Complex>()->real != 0 || v.as<Complex>()->imag != 0);
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::Tuple:
      return Value::boolean(v.as_object()->count != 0);
    case Kind::List:
      return Value::boolean(v.as<List>()->size != 0);
    case Kind::Dict:
      return Value::boolean(v.as<Dict>()->live != 0);
    case Kind::Set:
    case Kind::FrozenSet:
      return Value::boolean(v.as<Set>()->live != 0);
    case Kind::DictView:
      return Value::boolean(v.as<DictView>()->dict->live != 0);
    case Kind::Range:
      return Value::boolean(!int_equals(v.as<RangeObject>()->length, Value::integer(0)));
    case Kind::Instance:
    case Kind::NativeObject:
    case Kind::Exception:
      return object_truth(context, v);
    default:
      return Value::boolean(true);
  }
}

Value length(Context& context, Value v) {
  switch (v.kind()) {
    case Kind::Str:
      return Value::integer(v.as<Str>()->length);
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::Tuple:
      return Value::integer(v.as_object()->count);
    case Kind::List:
      return Value::integer(v.as<List>()->size);
    case Kind::Dict:
      return Value::integer(v.as<Dict>()->live);
    case Kind::Set:
    case Kind::FrozenSet:
      return Value::integer(v.as<Set>()->live);
    case Kind::DictView:
      return Value::integer(v.as<DictView>()->dict->live);
    case Kind::Range:
      if (v.as<RangeObject>()->length.is_int()) return v.as<RangeObject>()->length;
      return context.raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
    case Kind::Instance:
    case Kind::NativeObject:
    case Kind::Exception: {
      Value answer = call_special(context, v, Atom::len, {});
      if (answer.is_abrupt()) return answer;
      if (answer.is_undefined()) break;
      return checked_length(context, answer);
    }
    case Kind::Class:
      if (Tuple* members = enum_members(context, v.as<Class>())) {
        return Value::integer(members->count);
      }
      if (v.as<Class>()->meta) {
        Value answer = call_special(context, v, Atom::len, {});
        if (answer.is_abrupt()) return answer;
        if (!answer.is_undefined()) return checked_length(context, answer);
      }
      break;
    default:
      break;
  }
  return context.raise(Exc::TypeError,
                       {"object of type '", type_name(context, v), "' has no len()"});
}

Value as_index(Context& context, Value v) {
  if (v.is_int()) return v;
  if (v.is_bool()) return Value::integer(v.as_int());
  if (v.is(Kind::BigInt)) return v;
  Value native = payload(v);
  if (is_int_value(native)) return as_index(context, native);
  if (v.is(Kind::Instance) || v.is(Kind::NativeObject)) {
    Value answer = call_special(context, v, Atom::index, {});
    if (answer.is_abrupt()) return answer;
    if (!answer.is_undefined()) {
      Value number = payload(answer);
      if (is_int_value(number)) return as_index(context, number);
      return context.raise(Exc::TypeError,
                           {"__index__ returned non-int (type ", type_name(context, answer), ")"});
    }
  }
  return context.raise(
      Exc::TypeError, {"'", type_name(context, v), "' object cannot be interpreted as an integer"});
}

// --- classes
// ----------------------------------------------------------------------------------------

namespace {

// What the metaclass of `type` says of `v` (a library module's, such as an abstract base class's).
Value ask_metaclass(Context& context, Value v, Value type, Atom question) {
  Value hook = class_lookup(context, type.as<Class>()->meta, context.realm().atom(question));
  if (!hook.is(Kind::Function)) return Value::undefined();
  BELLJAR_TRY(answer, context.invoke(hook, {type, v}));
  return truth(context, answer);
}

// What is no class but has `__bases__` counts as one: its bases, or Undefined.
Value abstract_bases(Context& context, Value v) {
  if (v.is(Kind::Class)) return Value::object(v.as<Class>()->bases);
  if (!v.is(Kind::Instance)) return Value::undefined();
  BELLJAR_TRY(name, new_str(context, "__bases__"));
  Value bases = get_attribute_or_undefined(context, v, name.as<Str>());
  if (bases.is(Kind::Raised) && context.pending_is(Exc::AttributeError)) {
    context.take_pending();
    return Value::undefined();
  }
  return bases.is_abrupt() || bases.is(Kind::Tuple) ? bases : Value::undefined();
}

// Is `cls` among the bases of `derived`, at any distance?
Value abstract_subclass(Context& context, Value derived, Value cls) {
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  Roots<2> roots(context);
  for (;;) {
    if (!context.charge(1)) return Value::stopped();
    if (derived.same(cls)) return Value::boolean(true);
    BELLJAR_TRY(bases, abstract_bases(context, derived));
    if (bases.is_undefined() || bases.as<Tuple>()->count == 0) return Value::boolean(false);
    roots[0] = bases;
    const Tuple* row = bases.as<Tuple>();
    for (uint32_t i = 0; i + 1 < row->count; ++i) {
      BELLJAR_TRY(found, abstract_subclass(context, row->items[i], cls));
      if (found.as_bool()) return found;
    }
    derived = row->items[row->count - 1];
    roots[1] = derived;
  }
}

// An instance whose class says something else by `__class__`; Undefined if it does not.
Value claimed_class(Context& context, Value v) {
  if (!v.is(Kind::Instance)) return Value::undefined();
  Str* name = context.realm().atom(Atom::class_);
  const Value found = class_lookup(context, v.as<Instance>()->cls, name);
  if (!found.is_heap() || found.as_object()->frozen()) return Value::undefined();
  Value claimed = get_attribute_or_undefined(context, v, name);
  if (claimed.is(Kind::Raised) && context.pending_is(Exc::AttributeError)) {
    context.take_pending();
    return Value::undefined();
  }
  return claimed;
}

// Of a type that is neither class nor tuple and has no check of its own.
Value abstract_question(Context& context, Value v, Value type, Atom question) {
  if (question == Atom::subclasscheck) {
    BELLJAR_TRY(own, abstract_bases(context, v));
    if (own.is_undefined()) {
      return context.raise(Exc::TypeError, "issubclass() arg 1 must be a class");
    }
  }
  BELLJAR_TRY(bases, abstract_bases(context, type));
  if (bases.is_undefined()) return bases;
  if (question == Atom::subclasscheck) return abstract_subclass(context, v, type);
  BELLJAR_TRY(claimed, claimed_class(context, v));
  return abstract_subclass(
      context, claimed.is_undefined() ? Value::object(class_of(context, v)) : claimed, type);
}

// Any of a class or (nested) tuple of classes; Undefined: something else is in it. `question`:
// whether `v` is an instance of cls, or is cls.
Value any_class(Context& context, Value v, const Class* cls, Value type, Atom question) {
  if (type.is(Kind::Class)) {
    if (type.as<Class>()->meta && !(question == Atom::instancecheck && cls == type.as<Class>())) {
      Value answer = ask_metaclass(context, v, type, question);
      if (!answer.is_undefined()) return answer;
    }
    if (cls == nullptr) {
      BELLJAR_TRY(bases, abstract_bases(context, v));
      if (bases.is_undefined()) {
        return context.raise(Exc::TypeError, "issubclass() arg 1 must be a class");
      }
      return abstract_subclass(context, v, type);
    }
    if (is_subclass(cls, type.as<Class>())) return Value::boolean(true);
    if (question == Atom::subclasscheck) return Value::boolean(false);
    BELLJAR_TRY(claimed, claimed_class(context, v));
    return Value::boolean(claimed.is(Kind::Class) &&
                          is_subclass(claimed.as<Class>(), type.as<Class>()));
  }
  if (type.is(Kind::Instance) || type.is(Kind::NativeObject)) {  // typing's forms and unions
    BELLJAR_TRY(answer, call_special(context, type, question, {v}));
    return answer.is_undefined() ? abstract_question(context, v, type, question)
                                 : truth(context, answer);
  }
  if (!type.is(Kind::Tuple)) return Value::undefined();
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  const Tuple* types = type.as<Tuple>();
  if (!context.charge(types->count + 1)) return Value::stopped();
  for (uint32_t i = 0; i < types->count; ++i) {
    Value answer = any_class(context, v, cls, types->items[i], question);
    if (!answer.is_bool() || answer.as_bool()) return answer;
  }
  return Value::boolean(false);
}

}  // namespace

Value is_instance(Context& context, Value v, Value type) {
  Roots<2> roots(context);
  roots[0] = v;
  roots[1] = type;
  Value answer = any_class(context, v, class_of(context, v), type, Atom::instancecheck);
  if (!answer.is_undefined()) return answer;
  return context.raise(Exc::TypeError,
                       "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

Value is_subclass_of(Context& context, Value cls, Value type) {
  if (!cls.is(Kind::Class) && !cls.is(Kind::Instance)) {
    return context.raise(Exc::TypeError, "issubclass() arg 1 must be a class");
  }
  Roots<2> roots(context);
  roots[0] = cls;
  roots[1] = type;
  const Class* known = cls.is(Kind::Class) ? cls.as<Class>() : nullptr;
  Value answer = any_class(context, cls, known, type, Atom::subclasscheck);
  if (!answer.is_undefined()) return answer;
  return context.raise(Exc::TypeError,
                       "issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

}  // namespace belljar
