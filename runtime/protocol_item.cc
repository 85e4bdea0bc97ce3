// obj[key], obj[key] = value, del obj[key].
//
// An index is converted (which may run __index__) before any bound is read.
#include <string>

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/type_forms.h"

namespace belljar {

namespace {

// How each sequence names itself in its messages.
struct SequenceName {
  const char* indices;  // "list indices must be integers or slices, not str"
  const char* range;    // "list index out of range"
};
SequenceName sequence_name(Kind kind) {
  switch (kind) {
    case Kind::List:
      return {"list", "list index out of range"};
    case Kind::Tuple:
      return {"tuple", "tuple index out of range"};
    case Kind::Bytes:
      return {"byte", "index out of range"};
    case Kind::ByteArray:
      return {"bytearray", "bytearray index out of range"};
    case Kind::Range:
      return {"range", "range object index out of range"};
    default:
      return {"string", "string index out of range"};
  }
}

bool is_index(Context& context, Value key) {
  return is_int_value(payload(key)) || ((key.is(Kind::Instance) || key.is(Kind::NativeObject)) &&
                                        !special_method(context, key, Atom::index).is_undefined());
}

Value raise_bad_index(Context& context, Kind kind, Value key) {
  if (kind == Kind::Str) {
    return context.raise(Exc::TypeError,
                         {"string indices must be integers, not '", type_name(context, key), "'"});
  }
  return context.raise(Exc::TypeError,
                       {sequence_name(kind).indices, " indices must be integers or slices, not ",
                        type_name(context, key)});
}

// The key as an int64, not yet compared with any length.
Value position_of(Context& context, Kind kind, Value key) {
  if (!is_index(context, key)) return raise_bad_index(context, kind, key);
  BELLJAR_TRY(index, as_index(context, key));
  if (!index.is_int()) {
    return context.raise(Exc::IndexError, {"cannot fit '", type_name(context, key),
                                           "' into an index-sized integer"});
  }
  return index;
}

// Counts from the end, checks. False: out of range.
bool fit(int64_t* index, int64_t size) {
  if (*index < 0) *index += size;
  return *index >= 0 && *index < size;
}

Value raise_frozen(Context& context, Value v) {
  return context.raise(Exc::TypeError, {"cannot modify frozen '", type_name(context, v), "'"});
}

// --- reading
// ----------------------------------------------------------------------------------------

Value get_slice(Context& context, Value object, const Slice* slice) {
  SliceBounds bounds;
  BELLJAR_CHECK(unpack_slice(context, slice, &bounds));
  switch (object.kind()) {
    case Kind::List: {
      List* list = object.as<List>();
      adjust_slice(&bounds, list->size);
      return list_slice(context, list, bounds.start, bounds.step, bounds.length);
    }
    case Kind::Tuple:
      adjust_slice(&bounds, object.as<Tuple>()->count);
      return tuple_slice(context, object.as<Tuple>(), bounds.start, bounds.step, bounds.length);
    case Kind::Str: {
      Str* s = object.as<Str>();
      adjust_slice(&bounds, s->length);
      return str_slice(context, s, bounds.start, bounds.stop, bounds.step, bounds.length);
    }
    default:
      adjust_slice(&bounds, static_cast<int64_t>(bytes_view(object).size()));
      return bytes_slice(context, object, bounds.start, bounds.step, bounds.length);
  }
}

Value get_sequence_item(Context& context, Value object, Value key) {
  Kind kind = object.kind();
  if (key.is(Kind::Slice)) {
    if (kind == Kind::Range) return range_slice(context, object.as<RangeObject>(), key.as<Slice>());
    return get_slice(context, object, key.as<Slice>());
  }
  if (kind == Kind::Range) {
    const RangeObject* range = object.as<RangeObject>();
    if (!is_index(context, key)) return raise_bad_index(context, kind, key);
    BELLJAR_TRY(given, as_index(context, key));
    Value index = given;
    if (int_compare(index, Value::integer(0)) < 0) {
      BELLJAR_TRY(from_end, int_binary(context, BinaryOp::Add, index, range->length));
      index = from_end;
    }
    if (int_compare(index, Value::integer(0)) < 0 || int_compare(index, range->length) >= 0) {
      return context.raise(Exc::IndexError, sequence_name(kind).range);
    }
    return range_item(context, range, index);
  }
  BELLJAR_TRY(index, position_of(context, kind, key));
  int64_t i = index.as_int();
  switch (kind) {
    case Kind::List:
      if (fit(&i, object.as<List>()->size)) return object.as<List>()->items[i];
      break;
    case Kind::Tuple:
      if (fit(&i, object.as<Tuple>()->count)) return object.as<Tuple>()->items[i];
      break;
    case Kind::Str:
      if (fit(&i, object.as<Str>()->length)) return str_at(context, object.as<Str>(), i);
      break;
    default: {
      std::string_view bytes = bytes_view(object);
      if (fit(&i, static_cast<int64_t>(bytes.size()))) {
        return Value::integer(static_cast<unsigned char>(bytes[static_cast<size_t>(i)]));
      }
      break;
    }
  }
  return context.raise(Exc::IndexError, sequence_name(kind).range);
}

// C[key]: the metaclass's __getitem__, else the class's own __class_getitem__.
Value subscript_class(Context& context, Value object, Value key) {
  const Class* cls = object.as<Class>();
  if (cls->meta) {
    Value result = call_special(context, object, Atom::getitem, {key});
    if (!result.is_undefined()) return result;
  }
  Value hook = class_lookup(context, cls, context.realm().atom(Atom::class_getitem));
  if (!hook.is_undefined()) {
    if (hook.is(Kind::ClassMethod)) hook = hook.as<Wrapper>()->function;
    return context.invoke(hook, {object, key});
  }
  if (cls == context.realm().type) return new_generic_alias(context, object, key);
  return context.raise(Exc::TypeError, {"type '", cls->name->view(), "' is not subscriptable"});
}

Value raise_not_subscriptable(Context& context, Value object) {
  return context.raise(Exc::TypeError,
                       {"'", type_name(context, object), "' object is not subscriptable"});
}

}  // namespace

Value dict_subscript(Context& context, Value object, Value key) {
  Roots<2> roots(context);
  roots[0] = object;
  roots[1] = key;
  BELLJAR_TRY(found, dict_get(context, payload(object).as<Dict>(), key));
  if (!found.is_undefined()) return found;
  Value missing = object.is(Kind::Dict) ? Value::undefined()
                                        : call_special(context, roots[0], Atom::missing, {key});
  return missing.is_undefined() ? raise_key_error(context, roots[1]) : missing;
}

Value get_item(Context& context, Value object, Value key) {
  switch (object.kind()) {
    case Kind::List:
    case Kind::Tuple:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::Range:
      return get_sequence_item(context, object, key);
    case Kind::Dict: {
      BELLJAR_TRY(found, dict_get(context, object.as<Dict>(), key));
      if (__builtin_expect(found.is_undefined(), 0)) return raise_key_error(context, key);
      return found;
    }
    case Kind::Class:
      return subscript_class(context, object, key);
    case Kind::Instance:
    case Kind::NativeObject:
    case Kind::Exception: {
      Value native = payload(object);
      // A dict of a class of the program's asks it about missing keys.
      if (native.is(Kind::Dict)) {
        Value method = special_method(context, object, Atom::getitem);
        if (method.is(Kind::Native)) return dict_subscript(context, object, key);
      }
      Value result = call_special(context, object, Atom::getitem, {key});
      return result.is_undefined() ? raise_not_subscriptable(context, object) : result;
    }
    default:
      return raise_not_subscriptable(context, object);
  }
}

// --- writing
// ----------------------------------------------------------------------------------------

namespace {

Value byte_of(Context& context, Value v) {
  BELLJAR_TRY(number, as_index(context, v));
  if (!number.is_int() || number.as_int() < 0 || number.as_int() > 255) {
    return context.raise(Exc::ValueError, "byte must be in range(0, 256)");
  }
  return number;
}

Value set_list_slice(Context& context, List* list, const Slice* slice, Value value) {
  Roots<1> roots(context);
  SliceBounds bounds;
  BELLJAR_CHECK(unpack_slice(context, slice, &bounds));
  // The source first, in full: a copy, for it may be the list itself.
  if (!value.is(Kind::Tuple) && !(value.is(Kind::List) && value.as<List>() != list)) {
    Value iterator = iterate(context, value);
    if (iterator.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
      context.take_pending();
      return context.raise(Exc::TypeError, bounds.step == 1
                                               ? "can only assign an iterable"
                                               : "must assign iterable to extended slice");
    }
    if (iterator.is_abrupt()) return iterator;
    roots[0] = iterator;
    BELLJAR_TRY(source, list_from(context, value.is(Kind::List) ? value : iterator));
    value = roots[0] = source;
  }
  adjust_slice(&bounds, list->size);
  if (bounds.step == 1) {
    // list[5:2] = … inserts at 5.
    if (bounds.stop < bounds.start) bounds.stop = bounds.start;
    bounds.length = bounds.stop - bounds.start;
  }
  if (value.is(Kind::Tuple)) {
    return list_assign_slice(context, list, bounds, value.as<Tuple>()->items,
                             value.as<Tuple>()->count);
  }
  return list_assign_slice(context, list, bounds, value.as<List>()->items, value.as<List>()->size);
}

// Numbers and text are refused, though bytearray() would take them.
bool is_number_or_text(Context& context, Value v) {
  Value plain = payload(v);
  if (plain.is_str() || plain.is(Kind::Float) || plain.is(Kind::Complex) || is_int_value(plain)) {
    return true;
  }
  if (!v.is(Kind::Instance)) return false;
  for (Atom name : {Atom::index, Atom::int_, Atom::float_}) {
    if (!special_method(context, v, name).is_undefined()) return true;
  }
  return false;
}

Value delete_bytearray_slice(Context& context, ByteArray* array, SliceBounds bounds) {
  if (bounds.length <= 0) return Value::none();
  if (bounds.step < 0) {
    bounds.start += (bounds.length - 1) * bounds.step;
    bounds.step = -bounds.step;
  }
  const size_t first = static_cast<size_t>(bounds.start);
  const size_t count = static_cast<size_t>(bounds.length);
  if (bounds.step == 1) return bytearray_splice(context, array, first, first + count, {});
  if (!context.charge_bytes(array->count)) return Value::stopped();
  size_t kept = first;
  for (size_t at = first; at < array->count; ++at) {
    const size_t offset = at - first;
    const size_t step = static_cast<size_t>(bounds.step);
    if (offset % step == 0 && offset / step < count) continue;
    array->bytes[kept++] = array->bytes[at];
  }
  array->count = static_cast<uint32_t>(kept);
  return Value::none();
}

Value set_bytearray_item(Context& context, ByteArray* array, Value key, Value value) {
  Roots<2> roots(context);
  roots[0] = Value::object(Kind::ByteArray, array);
  if (key.is(Kind::Slice)) {
    SliceBounds bounds;
    BELLJAR_CHECK(unpack_slice(context, key.as<Slice>(), &bounds));
    if (is_number_or_text(context, value)) {
      return context.raise(Exc::TypeError,
                           "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    }
    StrBuilder source(context);
    BELLJAR_CHECK(bytes_from(context, value, source, "bytearray"));
    adjust_slice(&bounds, array->count);
    if (bounds.step != 1) {
      if (source.size() == 0) return delete_bytearray_slice(context, array, bounds);
      if (static_cast<int64_t>(source.size()) != bounds.length) {
        return context.raise(Exc::ValueError,
                             {"attempt to assign bytes of size ", std::to_string(source.size()),
                              " to extended slice of size ", std::to_string(bounds.length)});
      }
      for (int64_t i = 0; i < bounds.length; ++i) {
        array->bytes[bounds.start + i * bounds.step] = source.view()[static_cast<size_t>(i)];
      }
      return Value::none();
    }
    if (bounds.stop < bounds.start) bounds.stop = bounds.start;
    return bytearray_splice(context, array, static_cast<size_t>(bounds.start),
                            static_cast<size_t>(bounds.stop), source.view());
  }
  BELLJAR_TRY(index, position_of(context, Kind::ByteArray, key));
  BELLJAR_TRY(byte, byte_of(context, value));
  int64_t i = index.as_int();
  if (!fit(&i, array->count)) {
    return context.raise(Exc::IndexError, "bytearray index out of range");
  }
  array->bytes[i] = static_cast<char>(byte.as_int());
  return Value::none();
}

// What has CPython's sequence protocol takes an index before it refuses it.
bool takes_index(Context& context, Value object, Value key) {
  switch (object.kind()) {
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Tuple:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::Range:
    case Kind::DictView:
    case Kind::Instance:
      return is_index(context, key);
    default:
      return false;
  }
}
Value convert_index(Context& context, Value key) {
  BELLJAR_TRY(index, as_index(context, key));
  if (index.is_int_like()) return index;
  return context.raise(Exc::IndexError,
                       {"cannot fit '", type_name(context, key), "' into an index-sized integer"});
}

Value raise_no_assignment(Context& context, Value object, Value key) {
  if (takes_index(context, object, key)) BELLJAR_CHECK(convert_index(context, key));
  return context.raise(Exc::TypeError, {"'", type_name(context, object),
                                        "' object does not support item assignment"});
}

// CPython says it in two ways: for an index into what has the sequence protocol, and else.
Value raise_no_deletion(Context& context, Value object, Value key) {
  const bool sequence = takes_index(context, object, key);
  if (sequence) BELLJAR_CHECK(convert_index(context, key));
  return context.raise(Exc::TypeError,
                       {"'", type_name(context, object), "' object ",
                        sequence ? "doesn't" : "does not", " support item deletion"});
}

}  // namespace

Value set_item(Context& context, Value object, Value key, Value value) {
  switch (object.kind()) {
    case Kind::List: {
      List* list = object.as<List>();
      if (list->frozen()) return raise_frozen(context, object);
      if (key.is(Kind::Slice)) return set_list_slice(context, list, key.as<Slice>(), value);
      BELLJAR_TRY(index, position_of(context, Kind::List, key));
      int64_t i = index.as_int();
      if (!fit(&i, list->size)) {
        return context.raise(Exc::IndexError, "list assignment index out of range");
      }
      list->items[i] = value;
      return Value::none();
    }
    case Kind::Dict:
      if (object.as_object()->frozen()) return raise_frozen(context, object);
      return dict_set(context, object.as<Dict>(), key, value);
    case Kind::ByteArray:
      return set_bytearray_item(context, object.as<ByteArray>(), key, value);
    case Kind::Instance:
    case Kind::NativeObject:
    case Kind::Exception: {
      Value done = call_special(context, object, Atom::setitem, {key, value});
      // One slot of CPython's serves both.
      if (done.is_undefined() && !special_method(context, object, Atom::delitem).is_undefined()) {
        return context.raise(Exc::AttributeError, "__setitem__");
      }
      if (done.is_undefined()) return raise_no_assignment(context, object, key);
      return done.is_abrupt() ? done : Value::none();
    }
    default:
      return raise_no_assignment(context, object, key);
  }
}

Value delete_item(Context& context, Value object, Value key) {
  switch (object.kind()) {
    case Kind::List: {
      List* list = object.as<List>();
      if (list->frozen()) return raise_frozen(context, object);
      if (key.is(Kind::Slice)) {
        SliceBounds bounds;
        BELLJAR_CHECK(unpack_slice(context, key.as<Slice>(), &bounds));
        adjust_slice(&bounds, list->size);
        if (!context.charge_bytes(list->size)) return Value::stopped();
        list_delete_slice(context, list, bounds);
        return Value::none();
      }
      BELLJAR_TRY(index, position_of(context, Kind::List, key));
      int64_t i = index.as_int();
      if (!fit(&i, list->size)) {
        return context.raise(Exc::IndexError, "list assignment index out of range");
      }
      if (!context.charge_bytes(static_cast<uint64_t>(list->size - i))) return Value::stopped();
      list_remove_range(context, list, static_cast<size_t>(i), 1);
      return Value::none();
    }
    case Kind::Dict: {
      if (object.as_object()->frozen()) return raise_frozen(context, object);
      BELLJAR_TRY(removed, dict_remove(context, object.as<Dict>(), key));
      return removed.is_undefined() ? raise_key_error(context, key) : Value::none();
    }
    case Kind::ByteArray: {
      ByteArray* array = object.as<ByteArray>();
      if (key.is(Kind::Slice)) {
        SliceBounds bounds;
        BELLJAR_CHECK(unpack_slice(context, key.as<Slice>(), &bounds));
        adjust_slice(&bounds, array->count);
        return delete_bytearray_slice(context, array, bounds);
      }
      BELLJAR_TRY(index, position_of(context, Kind::ByteArray, key));
      int64_t i = index.as_int();
      if (!fit(&i, array->count)) {
        return context.raise(Exc::IndexError, "bytearray index out of range");
      }
      return bytearray_splice(context, array, static_cast<size_t>(i), static_cast<size_t>(i) + 1,
                              {});
    }
    case Kind::Instance:
    case Kind::NativeObject:
    case Kind::Exception: {
      Value done = call_special(context, object, Atom::delitem, {key});
      if (done.is_undefined() && !special_method(context, object, Atom::setitem).is_undefined()) {
        return context.raise(Exc::AttributeError, "__delitem__");
      }
      if (done.is_undefined()) return raise_no_deletion(context, object, key);
      return done.is_abrupt() ? done : Value::none();
    }
    default:
      return raise_no_deletion(context, object, key);
  }
}

}  // namespace belljar
