// How many items are still to come: __length_hint__ of the built-in iterators, and
// operator.length_hint's question to anything.
#include <algorithm>

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/iterator.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "support/utf8.h"

namespace belljar {

namespace {

Value left(int64_t count) { return Value::integer(std::max<int64_t>(count, 0)); }

// The elements of a set behind the iterator's position; none once the set has changed.
Value set_items_left(Context& context, const Iterator* it) {
  const Set* set = it->source.as<Set>();
  if (set->live != it->stop) return left(0);
  if (!context.charge(static_cast<uint64_t>(set->used - it->index) / 8 + 1)) {
    return Value::stopped();
  }
  int64_t count = 0;
  for (int64_t i = it->index; i < set->used; ++i) count += !set->entries[i].key.is_undefined();
  return left(count);
}

// length - position, where the length is the program's to tell.
Value sequence_items_left(Context& context, const Iterator* it, bool backwards) {
  Roots<1> roots(context);
  roots[0] = it->source;
  const int64_t index = it->index;
  if (!backwards && special_method(context, it->source, Atom::len).is_undefined()) {
    return Value::not_implemented();
  }
  BELLJAR_TRY(size, length(context, it->source));
  if (!backwards) return left(size.as_int() - index);
  return left(size.as_int() < index + 1 ? 0 : index + 1);
}

}  // namespace

Value items_left(Context& context, const Iterator* it) {
  const IterKind kind = iter_kind(it);
  if (kind == IterKind::Range) return left(it->stop);
  if (it->source.is_undefined()) return left(0);
  switch (kind) {
    case IterKind::List:
      return left(static_cast<int64_t>(it->source.as<List>()->size) - it->index);
    case IterKind::Tuple:
      return left(static_cast<int64_t>(it->source.as<Tuple>()->count) - it->index);
    case IterKind::Str:
    case IterKind::WideStr: {
      const std::string_view rest =
          it->source.as<Str>()->view().substr(static_cast<size_t>(it->index));
      if (!context.charge_bytes(rest.size())) return Value::stopped();
      return left(static_cast<int64_t>(code_point_count(rest)));
    }
    case IterKind::Bytes:
    case IterKind::ByteArray:
      return left(static_cast<int64_t>(bytes_view(it->source).size()) - it->index);
    case IterKind::BigRange:
      return it->function;
    case IterKind::DictKeys:
    case IterKind::DictValues:
    case IterKind::DictItems:
    case IterKind::ReversedDictKeys:
    case IterKind::ReversedDictValues:
    case IterKind::ReversedDictItems:
      return left(it->source.as<Dict>()->live == it->stop ? it->step : 0);
    case IterKind::Set:
      return set_items_left(context, it);
    case IterKind::ReversedList: {
      const int64_t size = it->source.as<List>()->size;
      return left(size < it->index + 1 ? 0 : it->index + 1);
    }
    case IterKind::ReversedSequence:
      return sequence_items_left(context, it, true);
    case IterKind::Sequence:
      return sequence_items_left(context, it, false);
    default:
      return Value::not_implemented();
  }
}

Value length_hint(Context& context, Value v, Value fallback) {
  Value known;
  switch (v.kind()) {
    case Kind::Str:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::List:
    case Kind::Tuple:
    case Kind::Dict:
    case Kind::DictView:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::Range:
      return length(context, v);
    case Kind::Iterator:
      known = items_left(context, v.as<Iterator>());
      break;
    default:
      known = ask_length_hint(context, v);
      break;
  }
  return known.is_undefined() || known.is(Kind::NotImplemented) ? fallback : known;
}

}  // namespace belljar
