// An open-addressed table from numbers to table hashes, in the evaluation's heap.
#include "runtime/shown_hash.h"

#include <algorithm>

namespace belljar {

struct ShownHash {
  int64_t shown;
  uint64_t table_hash;  // 0: the place is free; no text has this hash
};
struct ShownHashes {
  ShownHash* places;
  uint32_t mask;
  uint32_t used;
};

namespace {

constexpr uint32_t kFirstPlaces = 16;

ShownHash* place_of(const ShownHashes* hashes, int64_t shown) {
  uint32_t at = static_cast<uint32_t>(static_cast<uint64_t>(shown) * 0x9e3779b97f4a7c15u >> 32);
  for (;; ++at) {
    ShownHash* place = &hashes->places[at & hashes->mask];
    if (place->table_hash == 0 || place->shown == shown) return place;
  }
}

ShownHash* free_places(Context& context, uint32_t count) {
  auto* places = static_cast<ShownHash*>(context.heap().buffer(count * sizeof(ShownHash)));
  if (places) std::fill_n(places, count, ShownHash{0, 0});
  return places;
}

bool grow(Context& context, ShownHashes* hashes) {
  const uint32_t count = (hashes->mask + 1) * 2;
  ShownHash* places = free_places(context, count);
  if (!places) return false;
  ShownHashes larger = {places, count - 1, hashes->used};
  for (uint32_t i = 0; i <= hashes->mask; ++i) {
    const ShownHash& old = hashes->places[i];
    if (old.table_hash != 0) *place_of(&larger, old.shown) = old;
  }
  context.heap().release(hashes->places, (hashes->mask + 1) * sizeof(ShownHash));
  *hashes = larger;
  return true;
}

}  // namespace

bool note_shown_hash(Context& context, int64_t shown, uint64_t table_hash) {
  if (!context.shown_hashes) {
    auto* hashes = static_cast<ShownHashes*>(context.heap().buffer(sizeof(ShownHashes)));
    ShownHash* places = hashes ? free_places(context, kFirstPlaces) : nullptr;
    if (!places) return false;
    *hashes = {places, kFirstPlaces - 1, 0};
    context.shown_hashes = hashes;
  }
  ShownHashes* hashes = context.shown_hashes;
  ShownHash* place = place_of(hashes, shown);
  if (place->table_hash != 0) return true;
  *place = {shown, table_hash};
  if (++hashes->used * 2 <= hashes->mask) return true;
  return grow(context, hashes);
}

bool find_shown_hash(const Context& context, int64_t shown, uint64_t* table_hash) {
  if (!context.shown_hashes) return false;
  const ShownHash* place = place_of(context.shown_hashes, shown);
  *table_hash = place->table_hash;
  return place->table_hash != 0;
}

}  // namespace belljar
