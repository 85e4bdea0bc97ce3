// The built-in iterators: made here, advanced by next_slow.
//
// An iterator that calls back keeps everything it needs in itself, and itself in Roots: the program
// may drop the last other reference to it, or advance it, while it runs.
#include "runtime/iterator.h"

#include <string>

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

namespace belljar {

// --- making
// -----------------------------------------------------------------------------------------

Iterator* new_iterator(Context& context, IterKind kind, Value source) {
  Iterator* it = context.heap().make<Iterator>(Kind::Iterator);
  it->sub = static_cast<uint16_t>(kind);
  it->source = source;
  it->function = Value::undefined();
  it->extra = Value::undefined();
  it->index = it->stop = it->step = 0;
  it->version = 0;
  return it;
}

namespace {

Value made(Context& context, IterKind kind, Value source) {
  return Value::object(Kind::Iterator, new_iterator(context, kind, source));
}

// stop: the size at the start; step: items left; index: position in the entries.
Value dict_iterator(Context& context, IterKind kind, const Dict* dict) {
  Iterator* it = new_iterator(context, kind, Value::object(Kind::Dict, dict));
  it->stop = it->step = dict->live;
  return Value::object(Kind::Iterator, it);
}

Value reversed_dict_iterator(Context& context, IterKind kind, const Dict* dict) {
  Value v = dict_iterator(context, kind, dict);
  v.as<Iterator>()->index = static_cast<int64_t>(dict->used) - 1;
  return v;
}

Value range_iterator(Context& context, const RangeObject* range) {
  Value source = Value::object(Kind::Range, range);
  if (range_is_small(range)) {
    Iterator* it = new_iterator(context, IterKind::Range, Value::undefined());
    it->index = range->start.as_int();
    it->stop = range->length.as_int();
    it->step = range->step.as_int();
    return Value::object(Kind::Iterator, it);
  }
  Iterator* it = new_iterator(context, IterKind::BigRange, source);
  it->extra = range->start;
  it->function = range->length;
  return Value::object(Kind::Iterator, it);
}

// The same numbers from the last to the first.
Value reversed_range_iterator(Context& context, const RangeObject* range) {
  if (int_equals(range->length, Value::integer(0))) return range_iterator(context, range);
  BELLJAR_TRY(last_index, int_binary(context, BinaryOp::Sub, range->length, Value::integer(1)));
  BELLJAR_TRY(last, range_item(context, range, last_index));
  BELLJAR_TRY(step, int_negate(context, range->step));
  BELLJAR_TRY(stop, int_binary(context, BinaryOp::Sub, range->start, range->step));
  BELLJAR_TRY(backwards, new_range(context, last, stop, step));
  return range_iterator(context, backwards.as<RangeObject>());
}

}  // namespace

Value builtin_iterator(Context& context, Value v) {
  switch (v.kind()) {
    case Kind::List:
      return made(context, IterKind::List, v);
    case Kind::Tuple:
      return made(context, IterKind::Tuple, v);
    case Kind::Str:
      return made(context, v.as<Str>()->ascii() ? IterKind::Str : IterKind::WideStr, v);
    case Kind::Bytes:
      return made(context, IterKind::Bytes, v);
    case Kind::ByteArray:
      return made(context, IterKind::ByteArray, v);
    case Kind::Range:
      return range_iterator(context, v.as<RangeObject>());
    case Kind::Dict:
      return dict_iterator(context, IterKind::DictKeys, v.as<Dict>());
    case Kind::DictView: {
      const DictView* view = v.as<DictView>();
      IterKind kind = static_cast<ViewKind>(view->sub) == ViewKind::Keys     ? IterKind::DictKeys
                      : static_cast<ViewKind>(view->sub) == ViewKind::Values ? IterKind::DictValues
                                                                             : IterKind::DictItems;
      return dict_iterator(context, kind, view->dict);
    }
    case Kind::Set:
    case Kind::FrozenSet: {
      Iterator* it = new_iterator(context, IterKind::Set, v);
      it->stop = v.as<Set>()->live;
      return Value::object(Kind::Iterator, it);
    }
    case Kind::Iterator:
    case Kind::Generator:
      return v;
    default:
      return Value::undefined();
  }
}

Value builtin_reversed(Context& context, Value v) {
  switch (v.kind()) {
    case Kind::List: {
      Iterator* it = new_iterator(context, IterKind::ReversedList, v);
      it->index = static_cast<int64_t>(v.as<List>()->size) - 1;
      return Value::object(Kind::Iterator, it);
    }
    case Kind::Tuple:
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray: {
      BELLJAR_TRY(size, length(context, v));
      Iterator* it = new_iterator(context, IterKind::ReversedSequence, v);
      it->index = size.as_int() - 1;
      return Value::object(Kind::Iterator, it);
    }
    case Kind::Range:
      return reversed_range_iterator(context, v.as<RangeObject>());
    case Kind::Dict:
      return reversed_dict_iterator(context, IterKind::ReversedDictKeys, v.as<Dict>());
    case Kind::DictView: {
      const DictView* view = v.as<DictView>();
      IterKind kind =
          static_cast<ViewKind>(view->sub) == ViewKind::Keys     ? IterKind::ReversedDictKeys
          : static_cast<ViewKind>(view->sub) == ViewKind::Values ? IterKind::ReversedDictValues
                                                                 : IterKind::ReversedDictItems;
      return reversed_dict_iterator(context, kind, view->dict);
    }
    default:
      return Value::undefined();
  }
}

// --- advancing
// --------------------------------------------------------------------------------------

namespace {

Value exhausted(Iterator* it) {
  it->source = Value::undefined();
  return Value::undefined();
}

Value next_str(Context& context, Iterator* it) {
  const Str* s = it->source.as<Str>();
  if (it->index >= s->count) return exhausted(it);
  unsigned char c = static_cast<unsigned char>(s->data()[it->index]);
  if (c < 0x80) {
    ++it->index;
    return Value::object(Kind::Str, context.realm().ascii[c]);
  }
  size_t width = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
  std::string_view character = s->view().substr(static_cast<size_t>(it->index), width);
  it->index += static_cast<int64_t>(character.size());
  return new_str(context, character);
}

Value next_bytes(Iterator* it) {
  std::string_view bytes = bytes_view(it->source);
  if (static_cast<size_t>(it->index) >= bytes.size()) return exhausted(it);
  return Value::integer(static_cast<unsigned char>(bytes[static_cast<size_t>(it->index++)]));
}

Value next_big_range(Context& context, Iterator* it) {
  if (int_compare(it->function, Value::integer(0)) <= 0) return exhausted(it);
  Value v = it->extra;
  BELLJAR_TRY(left, int_binary(context, BinaryOp::Sub, it->function, Value::integer(1)));
  BELLJAR_TRY(after, int_binary(context, BinaryOp::Add, v, it->source.as<RangeObject>()->step));
  it->function = left;
  it->extra = after;
  return v;
}

Value entry_value(Context& context, IterKind kind, const DictEntry& e) {
  switch (kind) {
    case IterKind::DictKeys:
    case IterKind::ReversedDictKeys:
      return e.key;
    case IterKind::DictValues:
    case IterKind::ReversedDictValues:
      return e.value;
    default: {
      Value pair[2] = {e.key, e.value};
      return new_tuple(context, pair, 2);
    }
  }
}

// Steps over removed entries cost as much as over live ones.
Value charge_skipped(Context& context, int64_t skipped) {
  if (skipped > 8 && !context.charge(static_cast<uint64_t>(skipped) / 8)) return Value::stopped();
  return Value::none();
}

Value next_dict(Context& context, Iterator* it, bool backwards) {
  const Dict* dict = it->source.as<Dict>();
  if (dict->live != it->stop) {
    it->stop = -1;  // for ever
    return context.raise(Exc::RuntimeError, dict->sub == kDictOrdered
                                                ? "OrderedDict mutated during iteration"
                                                : "dictionary changed size during iteration");
  }
  int64_t at = it->index;
  if (backwards && at >= dict->used) at = static_cast<int64_t>(dict->used) - 1;
  while (at >= 0 && at < dict->used && dict->entries[at].key.is_undefined()) {
    at += backwards ? -1 : 1;
  }
  BELLJAR_CHECK(charge_skipped(context, backwards ? it->index - at : at - it->index));
  if (at < 0 || at >= dict->used) return exhausted(it);
  if (it->step <= 0) {
    return context.raise(Exc::RuntimeError, "dictionary keys changed during iteration");
  }
  --it->step;
  it->index = backwards ? at - 1 : at + 1;
  return entry_value(context, iter_kind(it), dict->entries[at]);
}

Value next_set(Context& context, Iterator* it) {
  const Set* set = it->source.as<Set>();
  if (set->live != it->stop) {
    it->stop = -1;
    return context.raise(Exc::RuntimeError, "Set changed size during iteration");
  }
  int64_t at = it->index;
  while (at < set->used && set->entries[at].key.is_undefined()) ++at;
  BELLJAR_CHECK(charge_skipped(context, at - it->index));
  if (at >= set->used) return exhausted(it);
  it->index = at + 1;
  return set->entries[at].key;
}

Value next_reversed_list(Iterator* it) {
  const List* list = it->source.as<List>();
  if (it->index < 0 || it->index >= list->size) return exhausted(it);
  return list->items[it->index--];
}

// obj[index], by __getitem__, until IndexError or StopIteration.
Value next_sequence(Context& context, Iterator* it, bool backwards) {
  if (it->index < 0) return exhausted(it);
  Value v = get_item(context, it->source, Value::integer(it->index));
  if (v.is(Kind::Raised) &&
      (context.pending_is(Exc::IndexError) || context.pending_is(Exc::StopIteration))) {
    context.take_pending();
    return exhausted(it);
  }
  if (v.is_abrupt()) return v;
  it->index += backwards ? -1 : 1;
  return v;
}

Value next_enumerate(Context& context, Iterator* it) {
  BELLJAR_TRY(v, next_fast(context, it->source));
  if (v.is_undefined()) return v;
  Value number = Value::integer(it->index);
  if (__builtin_expect(!it->extra.is_undefined(), 0)) {
    number = it->extra;
    BELLJAR_TRY(after, int_binary(context, BinaryOp::Add, number, Value::integer(1)));
    it->extra = after;
  } else if (__builtin_expect(it->index == INT64_MAX, 0)) {
    BELLJAR_TRY(after, int_binary(context, BinaryOp::Add, number, Value::integer(1)));
    it->extra = after;
  } else {
    ++it->index;
  }
  Value pair[2] = {number, v};
  return new_tuple(context, pair, 2);
}

Value raise_zip_length(Context& context, uint32_t which, const char* relation) {
  std::string others = which == 1 ? " 1" : "s 1-" + std::to_string(which);
  return context.raise(Exc::ValueError, {"zip() argument ", std::to_string(which + 1), " is ",
                                         relation, " than argument", others});
}

// Iterator `which` of a strict zip has ended: right only if it is the first and all others end too.
Value end_strict_zip(Context& context, const Tuple* iterators, uint32_t which) {
  if (which > 0) return raise_zip_length(context, which, "shorter");
  for (uint32_t i = 1; i < iterators->count; ++i) {
    BELLJAR_TRY(v, next_fast(context, iterators->items[i]));
    if (!v.is_undefined()) return raise_zip_length(context, i, "longer");
  }
  return Value::undefined();
}

Value next_zip(Context& context, Iterator* it) {
  const Tuple* iterators = it->source.as<Tuple>();
  uint32_t count = iterators->count;
  if (count == 0) return Value::undefined();
  Tuple* items = new_tuple_uninitialised(context, count);
  if (!items) return context.stop_memory();
  for (uint32_t i = 0; i < count; ++i) items->items[i] = Value::undefined();
  Roots<1> roots(context);
  roots[0] = Value::object(Kind::Tuple, items);
  for (uint32_t i = 0; i < count; ++i) {
    BELLJAR_TRY(v, next_fast(context, iterators->items[i]));
    if (v.is_undefined()) {
      return it->extra.is_bool() && it->extra.as_bool() ? end_strict_zip(context, iterators, i) : v;
    }
    items->items[i] = v;
  }
  return roots[0];
}

Value next_map(Context& context, Iterator* it) {
  const Tuple* iterators = it->source.as<Tuple>();
  if (iterators->count == 1) {
    BELLJAR_TRY(v, next_fast(context, iterators->items[0]));
    if (v.is_undefined()) return v;
    return context.invoke(it->function, &v, 1);
  }
  Value function = it->function;
  Value arguments = next_zip(context, it);
  if (arguments.is_abrupt() || arguments.is_undefined()) return arguments;
  return context.invoke(function, arguments.as<Tuple>()->items, arguments.as<Tuple>()->count);
}

Value next_filter(Context& context, Iterator* it) {
  Roots<1> roots(context);
  for (;;) {
    BELLJAR_TRY(v, next_fast(context, it->source));
    if (v.is_undefined()) return v;
    if (!context.charge(1)) return Value::stopped();
    roots[0] = v;
    Value verdict = v;
    if (!it->function.is_none()) {
      BELLJAR_TRY(answer, context.invoke(it->function, &v, 1));
      verdict = answer;
    }
    BELLJAR_TRY(keep, truth(context, verdict));
    if (keep.as_bool()) return roots[0];
  }
}

Value next_call_until(Context& context, Iterator* it) {
  Value v = context.invoke(it->function, nullptr, 0);
  if (v.is(Kind::Raised) && context.pending_is(Exc::StopIteration)) {
    context.take_pending();
    it->function = it->extra = Value::undefined();
    return exhausted(it);
  }
  if (v.is_abrupt()) return v;
  if (it->source.is_undefined()) return Value::undefined();  // ended by its own callee
  Roots<1> roots(context);
  roots[0] = v;
  BELLJAR_TRY(done, equals(context, it->extra, v));
  if (done.as_bool()) {
    it->function = it->extra = Value::undefined();
    return exhausted(it);
  }
  return roots[0];
}

Value advance(Context& context, Iterator* it) {
  switch (iter_kind(it)) {
    // What next_fast has left: the end.
    case IterKind::List:
    case IterKind::Tuple:
      return exhausted(it);
    case IterKind::Range:
      return Value::undefined();
    case IterKind::Str:
    case IterKind::WideStr:
      return next_str(context, it);
    case IterKind::Bytes:
    case IterKind::ByteArray:
      return next_bytes(it);
    case IterKind::BigRange:
      return next_big_range(context, it);
    case IterKind::DictKeys:
    case IterKind::DictValues:
    case IterKind::DictItems:
      return next_dict(context, it, false);
    case IterKind::ReversedDictKeys:
    case IterKind::ReversedDictValues:
    case IterKind::ReversedDictItems:
      return next_dict(context, it, true);
    case IterKind::Set:
      return next_set(context, it);
    case IterKind::ReversedList:
      return next_reversed_list(it);
    default:
      break;
  }
  // The rest may call back, and nest: an iterator over an iterator over …
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  Roots<1> roots(context);
  roots[0] = Value::object(Kind::Iterator, it);
  switch (iter_kind(it)) {
    case IterKind::Sequence:
      return next_sequence(context, it, false);
    case IterKind::ReversedSequence:
      return next_sequence(context, it, true);
    case IterKind::Enumerate:
      return next_enumerate(context, it);
    case IterKind::Zip:
      return next_zip(context, it);
    case IterKind::Map:
      return next_map(context, it);
    case IterKind::Filter:
      return next_filter(context, it);
    case IterKind::CallUntil:
      return next_call_until(context, it);
    default:
      return Value::undefined();
  }
}

}  // namespace

static bool dict_entry_at_hand(const Iterator* it) {
  const Dict* dict = it->source.as<Dict>();
  return dict->live == it->stop && it->index < dict->used && it->step > 0 &&
         !dict->entries[it->index].key.is_undefined();
}
// Whether next_fast has an item of this iterator without a call, an error or an end.
static bool at_hand(Value iterator) {
  if (!iterator.is(Kind::Iterator)) return false;
  const Iterator* it = iterator.as<Iterator>();
  if (iter_kind(it) == IterKind::Range) return it->stop > 0;
  if (it->source.is_undefined()) return false;  // exhausted
  const uint64_t at = static_cast<uint64_t>(it->index);
  switch (iter_kind(it)) {
    case IterKind::List:
      return at < it->source.as<List>()->size;
    case IterKind::Tuple:
      return at < it->source.as<Tuple>()->count;
    case IterKind::DictKeys:
    case IterKind::DictValues:
      return dict_entry_at_hand(it);
    default:
      return false;
  }
}

bool next_pair(Context& context, Iterator* it, Value* first, Value* second) {
  if (it->source.is_undefined()) return false;
  switch (iter_kind(it)) {
    case IterKind::Enumerate:
      if (!at_hand(it->source) || !it->extra.is_undefined() || it->index == INT64_MAX) return false;
      *first = Value::integer(it->index++);
      *second = next_fast(context, it->source);
      return true;
    case IterKind::Zip: {
      const Tuple* both = it->source.as<Tuple>();
      if (both->count != 2 || both->items[0].same(both->items[1])) return false;
      if (!at_hand(both->items[0]) || !at_hand(both->items[1])) return false;
      *first = next_fast(context, both->items[0]);
      *second = next_fast(context, both->items[1]);
      return true;
    }
    case IterKind::DictItems: {
      if (!dict_entry_at_hand(it)) return false;
      const DictEntry& e = it->source.as<Dict>()->entries[it->index];
      ++it->index;
      --it->step;
      *first = e.key;
      *second = e.value;
      return true;
    }
    default:
      return false;
  }
}

Value next_slow(Context& context, Value iterator) {
  switch (iterator.kind()) {
    case Kind::Iterator: {
      Iterator* it = iterator.as<Iterator>();
      if (it->source.is_undefined()) return Value::undefined();
      Value v = advance(context, it);
      // A StopIteration of the function that map or filter calls ends the iteration.
      if (v.is(Kind::Raised) && context.pending_is(Exc::StopIteration)) {
        context.take_pending();
        return Value::undefined();
      }
      return v;
    }
    case Kind::Generator: {
      Value result;
      return context.resume(iterator.as<Generator>(), Value::none(), &result);
    }
    default:
      break;
  }
  const NativeType* type =
      iterator.is(Kind::NativeObject) ? iterator.as<NativeObject>()->cls->native : nullptr;
  Value v;
  if (type && type->next) {
    DepthGuard guard(context);
    if (!guard) return context.depth_exceeded();
    Roots<1> self(context);
    self[0] = iterator;
    Call call(context, nullptr, self.value);
    v = type->next(call);
  } else {
    v = call_special(context, iterator, Atom::next, {});
    if (v.is_undefined()) {
      return context.raise(Exc::TypeError,
                           {"'", type_name(context, iterator), "' object is not an iterator"});
    }
  }
  if (v.is(Kind::Raised) && context.pending_is(Exc::StopIteration)) {
    context.take_pending();
    return Value::undefined();
  }
  return v;
}

}  // namespace belljar
