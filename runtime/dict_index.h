// The table core that dict, set and frozenset share: probing, growing, removing.
//
// Templates over the table (Dict, Set), which differ only in their entries. The index has at least
// twice as many slots as there is room for entries and is probed linearly; a slot holds the number
// of an entry, and in the bits above the index's size those of the hash, so that hardly any other
// entry is looked at; all ones when empty. A removed entry stays behind with an Undefined key (its
// slot keeps pointing at it), until growth or compaction rebuilds the index. `filled` counts the
// slots taken since then, so that a table used as a stack or queue cannot silt up.
#pragma once

#include "runtime/context.h"
#include "runtime/hash.h"
#include "runtime/object.h"

namespace belljar {

inline constexpr uint32_t kDictLinear = 8;       // up to so many entries no index
inline constexpr uint32_t kTableLeast = 4;       // room of a table that has grown
inline constexpr uint32_t kTableMax = 1u << 30;  // entries of one table

template <typename T>
struct TableEntry;
template <>
struct TableEntry<Dict> {
  using Type = DictEntry;
};
template <>
struct TableEntry<Set> {
  using Type = SetEntry;
};
template <typename T>
using EntryOf = typename TableEntry<T>::Type;

// Results of a search that are not positions.
inline constexpr int64_t kAbsent = -1;
inline constexpr int64_t kFindRaised = -2;
inline constexpr int64_t kFindStopped = -3;
inline Value find_failure(int64_t found) {
  return found == kFindRaised ? Value::raised() : Value::stopped();
}

// Gives the entries' memory back, unless it is part of the object.
template <typename T>
inline void release_entries(Heap& heap, T* table) {
  if constexpr (requires { table->inline_entries; }) {
    if (table->entries == table->inline_entries) return;
  }
  heap.release(table->entries, table->capacity * sizeof(EntryOf<T>));
}

// Calls `visit(position)` for the entries that the index offers for `hash`, until it returns true
// or an empty slot ends the chain (result kAbsent).
template <typename Slot, typename Visit>
inline int64_t probe_slots(const void* index, uint32_t mask, uint64_t hash, Visit&& visit) {
  const Slot* slots = static_cast<const Slot*>(index);
  const Slot wanted = static_cast<Slot>(static_cast<uint32_t>(hash) & ~mask);
  for (uint32_t at = static_cast<uint32_t>(hash) & mask;; at = (at + 1) & mask) {
    const Slot slot = slots[at];
    if (slot == static_cast<Slot>(~Slot{0})) return kAbsent;
    if (static_cast<Slot>(slot & ~mask) != wanted) continue;
    const uint32_t position = slot & mask;
    if (visit(position)) return position;
  }
}
template <typename T, typename Visit>
inline int64_t probe(const T* table, uint64_t hash, Visit&& visit) {
  if (!table->index) {
    for (uint32_t i = 0; i < table->used; ++i) {
      if (visit(i)) return i;
    }
    return kAbsent;
  }
  if (table->index_mask <= 0xff) {
    return probe_slots<uint8_t>(table->index, table->index_mask, hash, visit);
  }
  if (table->index_mask <= 0xffff) {
    return probe_slots<uint16_t>(table->index, table->index_mask, hash, visit);
  }
  return probe_slots<uint32_t>(table->index, table->index_mask, hash, visit);
}

// Where `key` stands. May call back if `key` or a stored key is not of a built-in kind; then the
// table and the key are held, and the search starts over if the table changed meanwhile.
template <typename T>
int64_t table_find(Context& context, T* table, Value key, uint64_t hash);
// The same without callbacks: kAbsent also if only the program could tell (then *unsure).
template <typename T>
int64_t table_find_quick(const T* table, Value key, uint64_t hash, bool* unsure);

// Adds a key that table_find has just not found. Null: stop_memory().
template <typename T>
EntryOf<T>* table_insert(Context& context, T* table, Value key, uint64_t hash);
template <typename T>
void table_trim(T* table);  // forgets removed entries at the end
template <typename T>
void table_remove_at(T* table, int64_t position);
// Room for `count` entries in all. False: stop_memory().
template <typename T>
bool table_reserve(Context& context, T* table, size_t count);
template <typename T>
void table_clear(Context& context, T* table);
// A table of the same live entries, tightly packed. `to` is fresh and empty.
template <typename T>
bool table_copy(Context& context, T* to, const T* from);

// The newest live entry, or null.
template <typename T>
inline int64_t table_last(T* table) {
  uint32_t i = table->used;
  while (i > 0 && table->entries[i - 1].key.is_undefined()) --i;
  return static_cast<int64_t>(i) - 1;
}
// The live entry at or after *position, or null; *position moves behind it.
template <typename T>
inline EntryOf<T>* table_next(T* table, uint32_t* position) {
  for (uint32_t i = *position; i < table->used; ++i) {
    if (!table->entries[i].key.is_undefined()) {
      *position = i + 1;
      return &table->entries[i];
    }
  }
  *position = table->used;
  return nullptr;
}

// The table hash of any key: hash_of as a plain number. None, or the failure.
Value table_hash_slow(Context& context, Value key, uint64_t* hash);
inline Value table_hash(Context& context, Value key, uint64_t* hash) {
  if (quick_hash(context, key, hash)) return Value::none();
  return table_hash_slow(context, key, hash);
}

}  // namespace belljar
