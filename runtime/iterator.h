// The built-in iterators, and next() on them.
//
// next_fast answers for the iterators that loops meet (list, tuple, small range, dict, set) without
// a call; everything else goes to next_slow. An exhausted iterator has lost its source and stays
// exhausted.
#pragma once

#include "runtime/context.h"
#include "runtime/object.h"

namespace belljar {

Iterator* new_iterator(Context& context, IterKind kind, Value source);
inline IterKind iter_kind(const Iterator* it) { return static_cast<IterKind>(it->sub); }

// iter(list), iter(range) … for the built-in kinds; Undefined if v is none of them.
Value builtin_iterator(Context& context, Value v);
// reversed(v) for the built-in kinds; Undefined if v is none of them.
Value builtin_reversed(Context& context, Value v);

// Items left, as __length_hint__ tells: NotImplemented where the kind does not know.
Value items_left(Context& context, const Iterator* it);

// next(it) of any iterator: Undefined when it is exhausted.
Value next_slow(Context& context, Value iterator);

// The next item of an enumerate, a zip of two or dict.items() as two values, for a loop that
// unpacks it: the tuple that nobody sees is not made. False: nothing has happened, and next() must
// do it (the iterator is of another kind, is at its end, or has to call back).
bool next_pair(Context& context, Iterator* iterator, Value* first, Value* second);

// Items of a list or tuple cost an index, nothing else.
inline Value next_fast(Context& context, Value iterator) {
  if (__builtin_expect(iterator.is(Kind::Iterator), 1)) {
    Iterator* it = iterator.as<Iterator>();
    switch (static_cast<IterKind>(it->sub)) {
      case IterKind::List: {
        if (it->source.is_undefined()) break;
        const List* list = it->source.as<List>();
        if (static_cast<uint64_t>(it->index) >= list->size) break;
        return list->items[it->index++];
      }
      case IterKind::Tuple: {
        if (it->source.is_undefined()) break;
        const Tuple* tuple = it->source.as<Tuple>();
        if (static_cast<uint64_t>(it->index) >= tuple->count) break;
        return tuple->items[it->index++];
      }
      case IterKind::Range: {
        if (it->stop <= 0) return Value::undefined();
        int64_t v = it->index;
        --it->stop;
        it->index =
            static_cast<int64_t>(static_cast<uint64_t>(v) + static_cast<uint64_t>(it->step));
        return Value::integer(v);
      }
      case IterKind::DictKeys:
      case IterKind::DictValues: {
        if (it->source.is_undefined()) break;
        const Dict* dict = it->source.as<Dict>();
        if (dict->live != it->stop || it->index >= dict->used || it->step == 0) break;
        const DictEntry& e = dict->entries[it->index];
        if (e.key.is_undefined()) break;
        ++it->index;
        --it->step;
        return static_cast<IterKind>(it->sub) == IterKind::DictKeys ? e.key : e.value;
      }
      case IterKind::Set: {
        if (it->source.is_undefined()) break;
        const Set* set = it->source.as<Set>();
        if (set->live != it->stop || it->index >= set->used) break;
        const SetEntry& e = set->entries[it->index];
        if (e.key.is_undefined()) break;
        ++it->index;
        return e.key;
      }
      default:
        break;
    }
  }
  return next_slow(context, iterator);
}

}  // namespace belljar
