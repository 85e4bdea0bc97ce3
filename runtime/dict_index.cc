// The shared table core: growth, search with and without the program's __eq__, removal.
#include "runtime/dict_index.h"

#include <type_traits>

#include <cstring>

#include "runtime/protocol.h"

namespace belljar {

namespace {

size_t slot_bytes(uint32_t mask) { return mask <= 0xff ? 1 : mask <= 0xffff ? 2 : 4; }
size_t index_bytes(uint32_t mask) { return (size_t{mask} + 1) * slot_bytes(mask); }

template <typename Slot>
void put_slot(void* index, uint32_t mask, uint64_t hash, uint32_t position) {
  Slot* slots = static_cast<Slot*>(index);
  uint32_t at = static_cast<uint32_t>(hash) & mask;
  while (slots[at] != static_cast<Slot>(~Slot{0})) at = (at + 1) & mask;
  slots[at] = static_cast<Slot>((static_cast<uint32_t>(hash) & ~mask) | position);
}

template <typename T>
inline void put(T* table, uint64_t hash, uint32_t position) {
  uint32_t mask = table->index_mask;
  if (mask <= 0xff) {
    put_slot<uint8_t>(table->index, mask, hash, position);
  } else if (mask <= 0xffff) {
    put_slot<uint16_t>(table->index, mask, hash, position);
  } else {
    put_slot<uint32_t>(table->index, mask, hash, position);
  }
}

template <typename T>
void index_entries(T* table) {
  if (!table->index) return;
  std::memset(table->index, 0xff, index_bytes(table->index_mask));
  for (uint32_t i = 0; i < table->used; ++i) put(table, table->entries[i].key.hash(), i);
  table->filled = table->used;
}

// What is made with its final size in view (a display, a copy) gets just that; with an index it is
// a power of two, as the index is.
size_t rounded_capacity(size_t count) {
  if (count <= kDictLinear) return count;
  size_t capacity = 2 * kDictLinear;
  while (capacity < count) capacity *= 2;
  return capacity;
}

// Moves the live entries of `from` into fresh buffers of `table` (which may be `from` itself);
// `keep_removed`: the removed ones, too, and so every entry's position.
template <typename T>
bool rebuild(Context& context, T* table, const T* from, size_t capacity,
             bool keep_removed = false) {
  if (capacity > kTableMax) return false;
  Heap& heap = context.heap();
  using Entry = EntryOf<T>;
  Entry* entries = static_cast<Entry*>(heap.buffer(capacity * sizeof(Entry)));
  if (!entries) return false;
  void* index = nullptr;
  uint32_t mask = 0;
  if (capacity > kDictLinear) {
    mask = static_cast<uint32_t>(capacity * 2 - 1);
    index = heap.buffer(index_bytes(mask));
    if (!index) {
      heap.release(entries, capacity * sizeof(Entry));
      return false;
    }
  }
  uint32_t used = 0;
  const uint32_t live = from->live;
  if (keep_removed || live == from->used) {
    if (from->used) {
      std::memcpy(static_cast<void*>(entries), from->entries, from->used * sizeof(Entry));
    }
    used = from->used;
  } else {
    for (uint32_t i = 0; i < from->used; ++i) {
      if (!from->entries[i].key.is_undefined()) entries[used++] = from->entries[i];
    }
  }
  if (table == from) {
    release_entries(heap, table);
    if (table->index) heap.release(table->index, index_bytes(table->index_mask));
  }
  table->entries = entries;
  table->index = index;
  table->index_mask = mask;
  table->live = live;
  table->used = used;
  table->count = 0;
  table->capacity = static_cast<uint32_t>(capacity);
  table->version++;
  index_entries(table);
  return true;
}

template <typename T>
__attribute__((noinline)) bool make_room(Context& context, T* table) {
  size_t capacity = table->capacity;
  // Iterators see whether a table has been compacted: no smaller one than CPython's is.
  if (capacity < kTableLeast) return rebuild(context, table, table, kTableLeast, true);
  if (size_t{table->live} * 2 > capacity) {
    capacity = rounded_capacity(capacity * 2);  // else only compaction
  }
  return rebuild(context, table, table, capacity);
}

// Wrong keys of the right hash that a search may meet for nothing.
constexpr uint32_t kFreeCollisions = 4;

template <typename T>
__attribute__((noinline)) int64_t find_slow(Context& context, T* table, Value key, uint64_t hash) {
  Roots<3> roots(context);
  roots[0] = Value::object(table);
  roots[1] = key;
  for (;;) {
    uint32_t version = table->version;
    bool moved = false;
    Value failure = Value::none();
    int64_t found = probe(table, hash, [&](uint32_t i) {
      if (!table->entries[i].key.has_hash(hash) || table->entries[i].key.is_undefined())
        return false;
      roots[2] = table->entries[i].key;
      if (!context.charge(1)) {
        failure = Value::stopped();
        return true;
      }
      Value same = equals(context, roots[2], key);
      if (same.is_abrupt()) {
        failure = same;
        return true;
      }
      moved = table->version != version;
      return moved || same.as_bool();
    });
    if (failure.is_abrupt()) return failure.is(Kind::Raised) ? kFindRaised : kFindStopped;
    if (!moved) return found;
  }
}

}  // namespace

template <typename T>
int64_t table_find_quick(const T* table, Value key, uint64_t hash, bool* unsure) {
  return probe(table, hash, [&](uint32_t i) {
    const auto& e = table->entries[i];
    if (!e.key.has_hash(hash)) return false;
    int same = equal_without_callback(e.key, key);
    if (same < 0) *unsure = true;
    return same > 0;
  });
}

template <typename T>
int64_t table_find(Context& context, T* table, Value key, uint64_t hash) {
  bool unsure = false;
  uint32_t collisions = 0;
  int64_t found = probe(table, hash, [&](uint32_t i) {
    const auto& e = table->entries[i];
    if (__builtin_expect(!e.key.has_hash(hash), 1)) return false;
    int same = equal_without_callback(e.key, key);
    if (__builtin_expect(same > 0, 1)) return true;
    if (same < 0) unsure = true;
    ++collisions;
    return false;
  });
  if (__builtin_expect(collisions > kFreeCollisions, 0) && !context.charge(collisions)) {
    return kFindStopped;
  }
  if (found >= 0 || __builtin_expect(!unsure, 1)) return found;
  return find_slow(context, table, key, hash);
}

template <typename T>
EntryOf<T>* table_insert(Context& context, T* table, Value key, uint64_t hash) {
  if (__builtin_expect(
          table->used == table->capacity || (table->index && table->filled >= table->capacity),
          0)) {
    if (!make_room(context, table)) return nullptr;
  }
  uint32_t position = table->used++;
  table->live++;
  table->version++;
  EntryOf<T>* e = &table->entries[position];
  e->key = TableKey(key, hash);
  if (table->index) {
    put(table, hash, position);
    table->filled++;
  }
  return e;
}

template <typename T>
void table_trim(T* table) {
  // Slots that point behind `used` are harmless: `filled` counts them until the next rebuild.
  while (table->used > 0 && table->entries[table->used - 1].key.is_undefined()) table->used--;
  if (table->count > table->used) table->count = table->used;
}

template <typename T>
void table_remove_at(T* table, int64_t position) {
  EntryOf<T>& e = table->entries[position];
  e.key = TableKey(Value::undefined(), e.key.hash());
  if constexpr (requires { e.value; }) e.value = Value::undefined();
  table->live--;
  table->version++;
  // A dict keeps its removed entries at the end: an iterator must see that a key put in again is
  // another one.
  if constexpr (std::is_same_v<T, Set>) table_trim(table);
}

template <typename T>
bool table_reserve(Context& context, T* table, size_t count) {
  if (count <= table->capacity) return true;
  if (count > kTableMax) return false;
  return rebuild(context, table, table, rounded_capacity(count));
}

template <typename T>
void table_clear(Context& context, T* table) {
  Heap& heap = context.heap();
  release_entries(heap, table);
  if (table->index) heap.release(table->index, index_bytes(table->index_mask));
  table->entries = nullptr;
  table->index = nullptr;
  table->live = table->used = table->capacity = table->index_mask = table->filled = 0;
  table->count = 0;
  table->version++;
}

template <typename T>
bool table_copy(Context& context, T* to, const T* from) {
  if (from->live == 0) return true;
  if (!rebuild(context, to, from, rounded_capacity(from->live))) return false;
  return true;
}

template int64_t table_find_quick(const Dict*, Value, uint64_t, bool*);
template int64_t table_find_quick(const Set*, Value, uint64_t, bool*);
template int64_t table_find(Context&, Dict*, Value, uint64_t);
template int64_t table_find(Context&, Set*, Value, uint64_t);
template DictEntry* table_insert(Context&, Dict*, Value, uint64_t);
template SetEntry* table_insert(Context&, Set*, Value, uint64_t);
template void table_remove_at(Dict*, int64_t);
template void table_remove_at(Set*, int64_t);
template void table_trim(Dict*);
template void table_trim(Set*);
template bool table_reserve(Context&, Dict*, size_t);
template bool table_reserve(Context&, Set*, size_t);
template void table_clear(Context&, Dict*);
template void table_clear(Context&, Set*);
template bool table_copy(Context&, Dict*, const Dict*);
template bool table_copy(Context&, Set*, const Set*);

}  // namespace belljar
