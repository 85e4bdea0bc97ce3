// enumerate, zip, map, filter, reversed, iter, next, and the classes of all built-in iterators.
#include "builtins/container_specials.h"
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"

namespace belljar {

namespace {

Value enumerate_new(Call& c) {
  Context& context = c.context();
  if (!c.has(1)) {
    return context.raise(Exc::TypeError, "enumerate() missing required argument 'iterable'");
  }
  BELLJAR_TRY(start, as_index(context, c[2]));
  Roots<1> roots(context);
  roots[0] = start;
  BELLJAR_TRY(source, iterate(context, c[1]));
  Iterator* it = new_iterator(context, IterKind::Enumerate, source);
  if (start.is_int()) {
    it->index = start.as_int();
  } else {
    it->extra = roots[0];
  }
  return Value::object(Kind::Iterator, it);
}

// iter(x) of each item of a tuple, as a tuple.
Value iterators_of(Context& context, const Tuple* iterables) {
  Tuple* iterators = new_tuple_uninitialised(context, iterables->count);
  if (!iterators) return context.stop_memory();
  for (uint32_t i = 0; i < iterables->count; ++i) iterators->items[i] = Value::undefined();
  Roots<1> roots(context);
  roots[0] = Value::object(Kind::Tuple, iterators);
  for (uint32_t i = 0; i < iterables->count; ++i) {
    BELLJAR_TRY(iterator, iterate(context, iterables->items[i]));
    iterators->items[i] = iterator;
  }
  return roots[0];
}

Value zip_new(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(strict, truth(context, c[2]));
  BELLJAR_TRY(iterators, iterators_of(context, c[1].as<Tuple>()));
  Iterator* it = new_iterator(context, IterKind::Zip, iterators);
  it->extra = strict;
  return Value::object(Kind::Iterator, it);
}

Value map_new(Call& c) {
  Context& context = c.context();
  if (!c.has(1) || c[2].as<Tuple>()->count == 0) {
    return context.raise(Exc::TypeError, "map() must have at least two arguments.");
  }
  BELLJAR_TRY(iterators, iterators_of(context, c[2].as<Tuple>()));
  Iterator* it = new_iterator(context, IterKind::Map, iterators);
  it->function = c[1];
  return Value::object(Kind::Iterator, it);
}

Value filter_new(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(source, iterate(context, c[2]));
  Iterator* it = new_iterator(context, IterKind::Filter, source);
  it->function = c[1];
  return Value::object(Kind::Iterator, it);
}

Value reversed_new(Call& c) {
  Context& context = c.context();
  Value v = c[1];
  Value iterator = builtin_reversed(context, v);
  if (!iterator.is_undefined()) return iterator;
  bool of_metaclass = v.is(Kind::Class) && v.as<Class>()->meta;
  if (v.is(Kind::Instance) || v.is(Kind::NativeObject) || v.is(Kind::Exception) || of_metaclass) {
    Value method = special_method(context, v, Atom::reversed);
    if (!method.is_undefined() && !method.is_none()) {
      return call_special(context, v, Atom::reversed, {});
    }
    if (method.is_undefined() && !special_method(context, v, Atom::getitem).is_undefined() &&
        !payload(v).is(Kind::Dict)) {
      BELLJAR_TRY(size, length(context, v));
      Iterator* it = new_iterator(context, IterKind::ReversedSequence, v);
      it->index = size.as_int() - 1;
      return Value::object(Kind::Iterator, it);
    }
  }
  return context.raise(Exc::TypeError, {"'", type_name(context, v), "' object is not reversible"});
}

Value builtin_iter(Call& c) {
  Context& context = c.context();
  if (!c.has(1)) return iterate(context, c[0]);
  if (!is_callable(context, c[0])) {
    return context.raise(Exc::TypeError, "iter(v, w): v must be callable");
  }
  Iterator* it = new_iterator(context, IterKind::CallUntil, c[0]);
  it->function = c[0];
  it->extra = c[1];
  return Value::object(Kind::Iterator, it);
}

Value builtin_next(Call& c) {
  Context& context = c.context();
  if (!c.has(1)) return next_or_stop(context, c[0]);
  BELLJAR_TRY(v, next_fast(context, c[0]));
  return v.is_undefined() ? c[1] : v;
}

constexpr NativeDef kFunctions[] = {
    {"iter", "object, sentinel?, /", builtin_iter, kNativeCallsBack},
    {"next", "iterator, default?, /", builtin_next, kNativeCallsBack},
};

Value iterator_hint(Call& c) { return items_left(c.context(), c.self<Iterator>()); }
constexpr NativeDef kHint[] = {{"__length_hint__", "self, /", iterator_hint, kNativeCallsBack}};

// --- classes
// ----------------------------------------------------------------------------------------

struct IteratorClass {
  const char* name;
  IterKind kind;
};
constexpr IteratorClass kClasses[] = {
    {"list_iterator", IterKind::List},
    {"tuple_iterator", IterKind::Tuple},
    {"str_ascii_iterator", IterKind::Str},
    {"str_iterator", IterKind::WideStr},
    {"bytes_iterator", IterKind::Bytes},
    {"bytearray_iterator", IterKind::ByteArray},
    {"range_iterator", IterKind::Range},
    {"longrange_iterator", IterKind::BigRange},
    {"dict_keyiterator", IterKind::DictKeys},
    {"dict_valueiterator", IterKind::DictValues},
    {"dict_itemiterator", IterKind::DictItems},
    {"dict_reversekeyiterator", IterKind::ReversedDictKeys},
    {"dict_reversevalueiterator", IterKind::ReversedDictValues},
    {"dict_reverseitemiterator", IterKind::ReversedDictItems},
    {"set_iterator", IterKind::Set},
    {"list_reverseiterator", IterKind::ReversedList},
    {"callable_iterator", IterKind::CallUntil},
    {"iterator", IterKind::Sequence},
};

struct IteratorType {
  IterKind kind;
  const char* name;
  NativeDef constructor;
};
constexpr IteratorType kTypes[] = {
    {IterKind::Enumerate,
     "enumerate",
     {"__new__", "cls, iterable?, start=0", enumerate_new, kNativeCallsBack}},
    {IterKind::Zip, "zip", {"__new__", "cls, *iterables, strict=False", zip_new, kNativeCallsBack}},
    {IterKind::Map, "map", {"__new__", "cls, func?, /, *iterables", map_new, kNativeCallsBack}},
    {IterKind::Filter,
     "filter",
     {"__new__", "cls, function, iterable, /", filter_new, kNativeCallsBack}},
    {IterKind::ReversedSequence,
     "reversed",
     {"__new__", "cls, sequence, /", reversed_new, kNativeCallsBack}},
};

Class* iterator_class(RealmBuilder& b, const char* name, IterKind kind) {
  Class* cls = b.new_class(name, nullptr, Kind::Iterator, kFinal);
  b.building().iterator_classes[static_cast<int>(kind)] = cls;
  install_container_specials(b, cls, kSpecialIter | kSpecialNext);
  return cls;
}

}  // namespace

void install_iterators(RealmBuilder& b) {
  for (const IteratorClass& row : kClasses) {
    Class* cls = iterator_class(b, row.name, row.kind);
    if (row.kind != IterKind::CallUntil) b.methods(cls, kHint);
  }
  for (const IteratorType& row : kTypes) {
    Class* cls = iterator_class(b, row.name, row.kind);
    b.constructor(cls, row.constructor);
    if (row.kind == IterKind::ReversedSequence) b.methods(cls, kHint);
    b.member(b.building().builtins, row.name, Value::object(cls));
  }
  b.functions(b.building().builtins, kFunctions);
}

}  // namespace belljar
