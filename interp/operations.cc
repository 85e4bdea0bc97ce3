// What single instructions need beyond the runtime's protocols: displays, slices, f-strings,
// `with`, range loops, patterns, annotations.
#include <algorithm>
#include <string>

#include "interp/isolate.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/mapping.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/repr.h"
#include "runtime/str.h"

namespace belljar {

Value* Isolate::copy_row(const Value* window, size_t count) {
  Value* row = std::max(top_, frame_->top);
  if (!reserve_stack(row, count + kCallHeadroom)) {
    // No room: the pushing of a frame will say so, with the arguments still where they are.
    return row;
  }
  std::copy_n(window, count, row);
  return row;
}

// --- names
// ------------------------------------------------------------------------------------------

Value Isolate::load_global_slow(Frame* frame, uint32_t slot) {
  Str* name = frame->function->module->unit->slot_names[slot];
  // A module variable that is not set yet lets a builtin of its name shine through, if the profile
  // has it: the compiler has put those into the realm's view of builtins.
  const Dict* builtins =
      frame->function->module->unit->library ? realm_.builtins->attributes : builtins_;
  if (builtins != nullptr) {
    Value v = dict_get_str(*this, builtins, name);
    if (!v.is_undefined()) return v;
  }
  return raise_name_error(name);
}

// --- comparison, slices, ranges
// -----------------------------------------------------------------------

Value Isolate::compare_truth(Value a, Value b, Comparison op) {
  BELLJAR_TRY(result, compare(*this, a, b, op));
  if (result.is_bool()) return result;
  Roots<1> roots(*this);
  roots[0] = result;
  return truth(*this, result);
}

Value Isolate::get_slice(Value object, Value start, Value stop) {
  bool plain = (start.is_int() || start.is_none()) && (stop.is_int() || stop.is_none());
  if (plain && (object.is_str() || object.is(Kind::List) || object.is(Kind::Tuple))) {
    int64_t n = object.is_str()         ? object.as<Str>()->length
                : object.is(Kind::List) ? object.as<List>()->size
                                        : object.as_object()->count;
    auto bound = [n](Value v, int64_t absent) {
      if (v.is_none()) return absent;
      int64_t i = v.as_int();
      if (i < 0) i = i < -n ? 0 : i + n;
      return i > n ? n : i;
    };
    int64_t first = bound(start, 0);
    int64_t last = bound(stop, n);
    int64_t count = last > first ? last - first : 0;
    if (object.is_str()) return str_slice(*this, object.as<Str>(), first, last, 1, count);
    if (object.is(Kind::List)) return list_slice(*this, object.as<List>(), first, 1, count);
    return tuple_slice(*this, object.as<Tuple>(), first, 1, count);
  }
  BELLJAR_TRY(slice_value, new_slice(*this, start, stop, Value::none()));
  Roots<1> roots(*this);
  roots[0] = slice_value;
  return get_item(*this, object, slice_value);
}

Value Isolate::prepare_range(Value* window, size_t argc) {
  Value start = Value::integer(0), stop, step = Value::integer(1);
  if (argc == 1) {
    stop = window[0];
  } else {
    start = window[0];
    stop = window[1];
    if (argc == 3) step = window[2];
  }
  for (Value* v : {&start, &stop, &step}) {
    if (v->is_bool()) *v = Value::integer(v->as_int());
    if (v->is_int()) continue;
    BELLJAR_TRY(index, as_index(*this, *v));
    *v = index;
  }
  int64_t low = start.as_int(), high = stop.as_int(), by = step.as_int();
  bool small = start.is_int() && stop.is_int() && step.is_int();
  uint64_t distance = 0;
  if (small) {
    if (by == 0) return raise(Exc::ValueError, "range() arg 3 must not be zero");
    if (by > 0 && low < high) {
      distance = (static_cast<uint64_t>(high) - static_cast<uint64_t>(low) - 1) /
                     static_cast<uint64_t>(by) +
                 1;
    } else if (by < 0 && low > high) {
      uint64_t down = ~static_cast<uint64_t>(by) + 1;
      distance = (static_cast<uint64_t>(low) - static_cast<uint64_t>(high) - 1) / down + 1;
    }
    small = distance <= static_cast<uint64_t>(INT64_MAX);
  }
  if (small) {
    window[0] = Value::integer(low);
    window[1] = Value::integer(static_cast<int64_t>(distance));
    window[2] = Value::integer(by);
    return Value::none();
  }
  BELLJAR_TRY(range, new_range(*this, start, stop, step));
  BELLJAR_TRY(it, iterate(*this, range));
  window[0] = it;
  window[1] = window[2] = Value::none();
  return Value::none();
}

// --- displays
// -----------------------------------------------------------------------------------------

Value Isolate::build_set(const Value* items, size_t count) {
  Roots<1> roots(*this);
  BELLJAR_TRY(made, new_set(*this, Kind::Set));
  roots[0] = made;
  for (size_t i = 0; i < count; ++i) BELLJAR_CHECK(set_add(*this, made.as<Set>(), items[i]));
  return made;
}

Value Isolate::build_dict(const Value* pairs, size_t count) {
  Roots<1> roots(*this);
  BELLJAR_TRY(made, new_dict_reserved(*this, count));
  roots[0] = made;
  for (size_t i = 0; i < count; ++i) {
    BELLJAR_CHECK(dict_set(*this, made.as<Dict>(), pairs[2 * i], pairs[2 * i + 1]));
  }
  return made;
}

Value Isolate::extend_display(List* list, Value iterable) {
  Value it = iterate(*this, iterable);
  if (it.is(Kind::Raised) && pending_is(Exc::TypeError) && !offers_iteration(*this, iterable)) {
    take_pending();
    return raise(Exc::TypeError,
                 {"Value after * must be an iterable, not ", type_name(*this, iterable)});
  }
  if (it.is_abrupt()) return it;
  Roots<2> roots(*this);
  roots[0] = it;
  BELLJAR_CHECK(ask_length_hint(*this, iterable));
  for (;;) {
    BELLJAR_TRY(item, next(*this, it));
    if (item.is_undefined()) return Value::none();
    BELLJAR_CHECK(list_append(*this, list, item));
    if (!charge(1)) return Value::stopped();
  }
}

// `callee` Undefined: a display, where later keys win. Otherwise a call: duplicates are errors.
Value Isolate::merge_display(Dict* dict, Value mapping, Value callee) {
  bool call = !callee.is_undefined();
  Value source = payload(mapping);
  auto multiple = [&](Value key) {
    BELLJAR_TRY(shown, to_str(*this, key));
    return raise(Exc::TypeError,
                 {callable_text(callee), " got multiple values for keyword argument '",
                  shown.as<Str>()->view(), "'"});
  };
  auto check = [&](Value key) -> Value {
    if (!call || !key.is_str()) return Value::none();
    return dict_get_str(*this, dict, key.as<Str>()).is_undefined() ? Value::none() : multiple(key);
  };
  auto add = [&](Value key, Value value) -> Value {
    if (call && !key.is_str()) return raise(Exc::TypeError, "keywords must be strings");
    return dict_set(*this, dict, key, value);
  };
  auto no_mapping = [&] {
    if (call) {
      return raise(Exc::TypeError,
                   {callable_text(callee), " argument after ** must be a mapping, not ",
                    type_name(*this, mapping)});
    }
    return raise(Exc::TypeError, {"'", type_name(*this, mapping), "' object is not a mapping"});
  };
  // A class that iterates in its own way is asked for its keys.
  const bool plain =
      source.same(mapping) || special_method(*this, mapping, Atom::iter).is(Kind::Native);
  if (source.is(Kind::Dict) && plain) {
    uint32_t at = 0;
    while (DictEntry* entry = dict_next(source.as<Dict>(), &at)) {
      BELLJAR_CHECK(check(entry->key));
      BELLJAR_CHECK(add(entry->key, entry->value));
    }
    return Value::none();
  }
  Value keys_method = get_attribute_or_undefined(*this, mapping, realm_.atom(Atom::keys));
  if (keys_method.is_abrupt()) return keys_method;
  if (keys_method.is_undefined()) return no_mapping();
  // CPython takes an AttributeError out of keys() for a missing keys, and in a call a KeyError of
  // its own out of the mapping for a duplicate.
  Value keys = mapping_keys(*this, mapping, keys_method);
  if (keys.is(Kind::Raised) && pending_is(Exc::AttributeError)) {
    take_pending();
    return no_mapping();
  }
  if (keys.is_abrupt()) return keys;
  const bool own_lookup =
      call && source.is(Kind::Dict) &&
      special_method(*this, mapping, Atom::getitem).is(Kind::Native) &&
      class_lookup(*this, class_of(*this, mapping), realm_.atom(Atom::missing)).is_undefined();
  Roots<3> roots(*this);
  roots[0] = keys;
  BELLJAR_TRY(it, iterate(*this, keys));
  roots[1] = it;
  for (;;) {
    BELLJAR_TRY(key, next(*this, it));
    if (key.is_undefined()) return Value::none();
    roots[2] = key;
    BELLJAR_CHECK(check(key));
    Value value = get_item(*this, mapping, key);
    if (own_lookup && value.is(Kind::Raised) && pending_is(Exc::KeyError)) {
      take_pending();
      return multiple(roots[2]);
    }
    if (value.is_abrupt()) return value;
    BELLJAR_CHECK(add(roots[2], value));
  }
}

// --- f-strings
// ----------------------------------------------------------------------------------------

Value Isolate::format_value(Value v, uint32_t conversion, Value spec) {
  switch (conversion & 3) {
    case 1:
      v = str_object(*this, v);
      break;
    case 2:
      v = repr_object(*this, v);
      break;
    case 3:
      v = to_ascii(*this, v);
      break;
    default:
      break;
  }
  if (v.is_abrupt()) return v;
  if (spec.is_undefined()) {
    if (v.is_str()) return v;
    spec = Value::object(realm_.empty_str);
  }
  return format_object(*this, v, spec);
}

Value Isolate::concat_strings(Value* parts, size_t count) {
  for (size_t i = 0; i < count; ++i) {
    if (__builtin_expect(!parts[i].is_str(), 0)) parts[i] = payload(parts[i]);
  }
  return str_concat_all(*this, parts, count);
}

// --- with, yield from
// -----------------------------------------------------------------------------------

Value Isolate::load_special(Value object, Atom atom) {
  Str* name = realm_.atom(atom);
  Value method = class_lookup(*this, class_of(*this, object), name);
  if (method.is_undefined()) {
    bool exit = atom == Atom::exit;
    return raise(Exc::TypeError, {"'", type_name(*this, object),
                                  "' object does not support the context manager protocol",
                                  exit ? " (missed __exit__ method)" : ""});
  }
  if (method.is(Kind::Function) || method.is(Kind::Native)) {
    return bind_method(*this, method, object);
  }
  return get_attribute(*this, object, name);
}

// One step of a delegation to an iterator that is no generator: the item, or Undefined when it has
// ended with `returned`.
Value Isolate::send_to(Value iterator, Value sent, Value* returned) {
  Value item;
  if (iterator.is(Kind::Instance)) {
    item = sent.is_none() ? call_special(*this, iterator, Atom::next, {}) : Value::undefined();
    if (!sent.is_none()) {
      BELLJAR_TRY(method, get_attribute(*this, iterator, realm_.atom(Atom::send)));
      item = invoke(method, {sent});
    }
    if (item.is(Kind::Raised) && pending_is(Exc::StopIteration)) {
      const Exception* e = take_pending().as<Exception>();
      *returned = e->args->count > 0 ? e->args->items[0] : Value::none();
      return Value::undefined();
    }
    return item;
  }
  if (!sent.is_none()) {
    BELLJAR_TRY(method, get_attribute(*this, iterator, realm_.atom(Atom::send)));
    return invoke(method, {sent});
  }
  return next(*this, iterator);
}

// --- match
// ------------------------------------------------------------------------------------------------

// What a pattern takes the instances of a class for: its class says so (Sequence and Mapping of
// collections.abc, what derives from them or is registered with them).
bool Isolate::matches_as(Value v, PatternKind kind) {
  Value part = payload(v);
  if (kind == PatternKind::Mapping
          ? part.is(Kind::Dict)
          : part.is(Kind::List) || part.is(Kind::Tuple) || part.is(Kind::Range)) {
    return true;
  }
  if (!v.is(Kind::Instance)) return false;
  Value name = new_str(*this, "__abc_tpflags__");
  Value flags = name.is_str() ? class_lookup(*this, class_of(*this, v), name.as<Str>()) : name;
  return flags.is_int() && flags.as_int() == static_cast<int64_t>(kind);
}

// mapping.get(key) of a mapping that is no dict; `absent` where it has none.
Value Isolate::match_get(Value mapping, Value key, Value absent) {
  Roots<1> roots(*this);
  BELLJAR_TRY(name, new_str(*this, "get"));
  BELLJAR_TRY(get, get_attribute(*this, mapping, name.as<Str>()));
  roots[0] = get;
  return invoke(get, {key, absent});
}

Value Isolate::match_keys(Value subject, const Tuple* keys) {
  Tuple* values = new_tuple_uninitialised(*this, keys->count);
  if (!values) return stop_memory();
  for (uint32_t i = 0; i < keys->count; ++i) values->items[i] = Value::none();
  Roots<1> roots(*this);
  roots[0] = Value::object(values);
  for (uint32_t i = 0; i < keys->count; ++i) {
    for (uint32_t j = 0; j < i; ++j) {  // two names of one value
      BELLJAR_TRY(same, equals(*this, keys->items[j], keys->items[i]));
      if (!same.as_bool()) continue;
      BELLJAR_TRY(quoted, repr(*this, keys->items[i]));
      return raise(Exc::ValueError,
                   {"mapping pattern checks duplicate key (", quoted.as<Str>()->view(), ")"});
    }
    Value v = subject.is(Kind::Dict) ? dict_get(*this, subject.as<Dict>(), keys->items[i])
                                     : match_get(subject, keys->items[i], roots[0]);
    if (v.is_abrupt()) return v;
    if (v.is_undefined() || v.same(roots[0])) return Value::none();
    values->items[i] = v;
  }
  return roots[0];
}

namespace {

// bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple, and what derives from
// them: one positional pattern is the value itself.
bool matches_itself(const Class* cls) {
  switch (cls->instance_kind == Kind::Instance ? cls->payload_kind : cls->instance_kind) {
    case Kind::Bool:
    case Kind::ByteArray:
    case Kind::Bytes:
    case Kind::Dict:
    case Kind::Float:
    case Kind::FrozenSet:
    case Kind::Int:
    case Kind::BigInt:
    case Kind::List:
    case Kind::Set:
    case Kind::Str:
    case Kind::Tuple:
      return true;
    default:
      return false;
  }
}

// subject.name for a class pattern; Undefined where it has none. Each name counts once.
Value pattern_attribute(Isolate& isolate, Value subject, const Class* cls, Str* name, List* seen) {
  for (size_t i = 0; i < seen->size; ++i) {
    if (!str_equals(seen->items[i].as<Str>(), name)) continue;
    BELLJAR_TRY(quoted, repr(isolate, Value::object(name)));
    return isolate.raise(Exc::TypeError,
                         {cls->name->view(), "() got multiple sub-patterns for attribute ",
                          quoted.as<Str>()->view()});
  }
  BELLJAR_CHECK(list_append(isolate, seen, Value::object(name)));
  Value v = get_attribute_or_undefined(isolate, subject, name);
  if (!v.is(Kind::Raised) || !isolate.pending_is(Exc::AttributeError)) return v;
  isolate.take_pending();
  return Value::undefined();
}

}  // namespace

Value Isolate::match_class(Value subject, Value cls, const Tuple* shape) {
  if (!cls.is(Kind::Class)) {
    return raise(Exc::TypeError, "called match pattern must be a type");
  }
  BELLJAR_TRY(is, is_instance(*this, subject, cls));
  if (!is.as_bool()) return Value::none();
  size_t positional = static_cast<size_t>(shape->items[0].as_int());
  size_t keywords = shape->count - 1;
  Class* c = cls.as<Class>();
  Roots<2> roots(*this);
  BELLJAR_TRY(out, new_list_reserved(*this, positional + keywords));
  roots[0] = out;
  BELLJAR_TRY(names_seen, new_list_reserved(*this, positional + keywords));
  roots[1] = names_seen;
  List* seen = names_seen.as<List>();
  List* list = out.as<List>();
  if (positional > 0) {
    Value names = class_lookup(*this, c, realm_.atom(Atom::match_args));
    size_t allowed = 0;
    bool self_pattern = false;
    if (names.is(Kind::Tuple)) {
      allowed = names.as<Tuple>()->count;
    } else if (names.is_undefined()) {
      self_pattern = matches_itself(c);
      allowed = self_pattern ? 1 : 0;
    } else {
      return raise(Exc::TypeError, {c->name->view(), ".__match_args__ must be a tuple (got ",
                                    type_name(*this, names), ")"});
    }
    if (positional > allowed) {
      return raise(Exc::TypeError, {c->name->view(), "() accepts ", std::to_string(allowed),
                                    " positional sub-pattern", allowed == 1 ? "" : "s", " (",
                                    std::to_string(positional), " given)"});
    }
    for (size_t i = 0; i < positional; ++i) {
      if (self_pattern) {
        BELLJAR_CHECK(list_append(*this, list, subject));
        continue;
      }
      Value name = names.as<Tuple>()->items[i];
      if (!name.is_str()) {
        return raise(Exc::TypeError, {"__match_args__ elements must be strings (got ",
                                      type_name(*this, name), ")"});
      }
      Value v = pattern_attribute(*this, subject, c, name.as<Str>(), seen);
      if (v.is_abrupt()) return v;
      if (v.is_undefined()) return Value::none();
      BELLJAR_CHECK(list_append(*this, list, v));
    }
  }
  for (size_t i = 0; i < keywords; ++i) {
    Value v = pattern_attribute(*this, subject, c, shape->items[1 + i].as<Str>(), seen);
    if (v.is_abrupt()) return v;
    if (v.is_undefined()) return Value::none();
    BELLJAR_CHECK(list_append(*this, list, v));
  }
  return new_tuple(*this, list->items, list->size);
}

Value Isolate::dict_without(Value mapping, const Tuple* keys) {
  Roots<1> roots(*this);
  BELLJAR_TRY(copy, new_dict(*this));
  roots[0] = copy;
  BELLJAR_CHECK(dict_update_from(*this, copy.as<Dict>(), mapping));
  for (uint32_t i = 0; i < keys->count; ++i) {
    Value removed = dict_remove(*this, copy.as<Dict>(), keys->items[i]);
    if (removed.is_abrupt()) return removed;
  }
  return roots[0];
}

// --- annotations
// ------------------------------------------------------------------------------------------

Value Isolate::set_annotation(Frame* frame, Str* name, Value annotation, bool class_body) {
  Dict* dict;
  if (class_body) {
    Dict* space = frame->base[0].as<Dict>();
    Str* key = realm_.atom(Atom::annotations);
    Value found = dict_get_str(*this, space, key);
    if (!found.is(Kind::Dict)) {
      found = new_dict(*this);
      BELLJAR_CHECK(dict_set_str(*this, space, key, found));
    }
    dict = found.as<Dict>();
  } else {
    ModuleState* module = frame->function->module;
    if (!module->annotations) module->annotations = new_dict(*this).as<Dict>();
    dict = module->annotations;
  }
  return dict_set_str(*this, dict, name, annotation);
}

}  // namespace belljar
