// iter(), next(), `in`.
#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/hash.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

namespace belljar {

namespace {

bool is_iterator(Context& context, Value v) {
  if (v.is(Kind::Iterator) || v.is(Kind::Generator)) return true;
  if (!v.is(Kind::Instance) && !v.is(Kind::NativeObject)) return false;
  Value method = special_method(context, v, Atom::next);
  return !method.is_undefined() && !method.is_none();
}

Value raise_not_iterable(Context& context, Value v) {
  return context.raise(Exc::TypeError, {"'", type_name(context, v), "' object is not iterable"});
}

}  // namespace

Value iterate(Context& context, Value v) {
  Value iterator = builtin_iterator(context, v);
  if (__builtin_expect(!iterator.is_undefined(), 1)) return iterator;
  if (v.is(Kind::Class)) {
    if (Tuple* members = enum_members(context, v.as<Class>())) {
      return builtin_iterator(context, Value::object(members));
    }
  }
  if (!v.is(Kind::Instance) && !v.is(Kind::NativeObject) && !v.is(Kind::Exception) &&
      !(v.is(Kind::Class) && v.as<Class>()->meta)) {
    return raise_not_iterable(context, v);
  }
  Value method = special_method(context, v, Atom::iter);
  if (method.is_none()) return raise_not_iterable(context, v);
  if (!method.is_undefined()) {
    BELLJAR_TRY(result, call_special(context, v, Atom::iter, {}));
    if (is_iterator(context, result)) return result;
    return context.raise(Exc::TypeError, {"iter() returned non-iterator of type '",
                                          type_name(context, result), "'"});
  }
  if (special_method(context, v, Atom::getitem).is_undefined())
    return raise_not_iterable(context, v);
  return Value::object(Kind::Iterator, new_iterator(context, IterKind::Sequence, v));
}

Value next(Context& context, Value iterator) { return next_fast(context, iterator); }

// True: the call failed with a TypeError, which means "no answer" here.
static bool declined(Context& context, Value v) {
  if (!v.is(Kind::Raised) || !context.pending_is(Exc::TypeError)) return false;
  context.take_pending();
  return true;
}

Value ask_length_hint(Context& context, Value v) {
  if (!v.is(Kind::Instance) && !v.is(Kind::NativeObject)) return Value::undefined();
  if (!special_method(context, v, Atom::len).is_undefined()) {
    Value size = length(context, v);
    if (!declined(context, size)) return size;
  }
  Value hint = call_special(context, v, Atom::length_hint, {});
  if (declined(context, hint) || hint.is(Kind::NotImplemented)) return Value::undefined();
  if (hint.is_abrupt() || hint.is_undefined()) return hint;
  if (!is_int_value(payload(hint))) {
    return context.raise(Exc::TypeError,
                         {"__length_hint__ must be an integer, not ", type_name(context, hint)});
  }
  if (int_sign(payload(hint)) < 0) {
    return context.raise(Exc::ValueError, "__length_hint__() should return >= 0");
  }
  BELLJAR_TRY(number, as_index(context, hint));
  if (number.is_int_like()) return number;
  return context.raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
}

bool offers_iteration(Context& context, Value v) {
  if (!v.is(Kind::Instance) && !v.is(Kind::NativeObject) && !v.is(Kind::Exception)) return false;
  return !special_method(context, v, Atom::iter).is_undefined() ||
         !special_method(context, v, Atom::getitem).is_undefined();
}

// --- in
// ---------------------------------------------------------------------------------------------

namespace {

Value sequence_contains(Context& context, Value container, Value item) {
  Roots<1> roots(context);
  for (size_t i = 0;; ++i) {
    if ((i & 63) == 0 && !context.charge(8)) return Value::stopped();
    bool list = container.is(Kind::List);
    size_t count = list ? container.as<List>()->size : container.as<Tuple>()->count;
    if (i >= count) return Value::boolean(false);
    Value v = list ? container.as<List>()->items[i] : container.as<Tuple>()->items[i];
    int same = equal_without_callback(v, item);
    if (same == 0) continue;
    if (same > 0) return Value::boolean(true);
    roots[0] = v;
    BELLJAR_TRY(equal, equals(context, v, item));
    if (equal.as_bool()) return equal;
  }
}

Value raise_no_container(Context& context, Value container) {
  return context.raise(Exc::TypeError,
                       {"argument of type '", type_name(context, container), "' is not iterable"});
}

Value iteration_contains(Context& context, Value container, Value item) {
  Roots<2> roots(context);
  Value iterator = iterate(context, container);
  if (iterator.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
    context.take_pending();
    return raise_no_container(context, container);
  }
  if (iterator.is_abrupt()) return iterator;
  roots[0] = iterator;
  for (;;) {
    BELLJAR_TRY(v, next_fast(context, iterator));
    if (v.is_undefined()) return Value::boolean(false);
    if (!context.charge(1)) return Value::stopped();
    roots[1] = v;
    BELLJAR_TRY(equal, equals(context, v, item));
    if (equal.as_bool()) return equal;
  }
}

Value view_contains(Context& context, const DictView* view, Value item) {
  switch (static_cast<ViewKind>(view->sub)) {
    case ViewKind::Keys: {
      BELLJAR_TRY(found, dict_get(context, view->dict, item));
      return Value::boolean(!found.is_undefined());
    }
    case ViewKind::Items: {
      Value pair = payload(item);
      if (!pair.is(Kind::Tuple) || pair.as<Tuple>()->count != 2) return Value::boolean(false);
      Roots<1> roots(context);
      BELLJAR_TRY(found, dict_get(context, view->dict, pair.as<Tuple>()->items[0]));
      if (found.is_undefined()) return Value::boolean(false);
      roots[0] = found;
      return equals(context, found, pair.as<Tuple>()->items[1]);
    }
    case ViewKind::Values:
      break;
  }
  return iteration_contains(context, Value::object(Kind::DictView, view), item);
}

Value object_contains(Context& context, Value container, Value item) {
  Value method = special_method(context, container, Atom::contains);
  if (method.is_none()) {
    return context.raise(Exc::TypeError,
                         {"'", type_name(context, container), "' object is not a container"});
  }
  if (!method.is_undefined()) {
    BELLJAR_TRY(answer, call_special(context, container, Atom::contains, {item}));
    return truth(context, answer);
  }
  if (special_method(context, container, Atom::iter).is_undefined() &&
      special_method(context, container, Atom::getitem).is_undefined()) {
    return raise_no_container(context, container);
  }
  return iteration_contains(context, container, item);
}

}  // namespace

Value contains(Context& context, Value container, Value item) {
  switch (container.kind()) {
    case Kind::List:
    case Kind::Tuple:
      return sequence_contains(context, container, item);
    case Kind::Dict: {
      BELLJAR_TRY(found, dict_get(context, container.as<Dict>(), item));
      return Value::boolean(!found.is_undefined());
    }
    case Kind::Set:
    case Kind::FrozenSet: {
      if (item.is_str() || item.is_int()) return set_contains(context, container.as<Set>(), item);
      Roots<1> roots(context);
      BELLJAR_TRY(key, set_lookup_key(context, item));
      roots[0] = key;
      return set_contains(context, container.as<Set>(), key);
    }
    case Kind::Str:
      return str_contains(context, container.as<Str>(), payload(item));
    case Kind::Bytes:
    case Kind::ByteArray:
      return bytes_contains(context, container, payload(item));
    case Kind::Range:
      return range_contains(context, container.as<RangeObject>(), item);
    case Kind::DictView:
      return view_contains(context, container.as<DictView>(), item);
    case Kind::Iterator:
    case Kind::Generator:
      return iteration_contains(context, container, item);
    case Kind::Instance:
    case Kind::NativeObject:
    case Kind::Exception:
      return object_contains(context, container, item);
    case Kind::Class:
      if (container.as<Class>()->meta) return object_contains(context, container, item);
      if (Tuple* members = enum_members(context, container.as<Class>())) {
        return sequence_contains(context, Value::object(members), item);
      }
      return raise_no_container(context, container);
    default:
      return raise_no_container(context, container);
  }
}

}  // namespace belljar
