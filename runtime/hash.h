// Hashing of table keys: the mixing function, and the two questions that can be answered for
// built-in kinds without running the program.
//
// The table hash is not what hash() shows. It is keyed by the realm and mixed, so that chosen keys
// (multiples of 2^61-1, i << 40) do not fall into one place; the order of a table never shows it.
#pragma once

#include "runtime/context.h"
#include "runtime/str.h"

namespace belljar {

// One 64x64 multiply, folded: every bit of x reaches the low bits.
inline uint64_t mix_hash(const Realm& realm, uint64_t x) {
  unsigned __int128 product =
      static_cast<unsigned __int128>(x ^ realm.hash_key[0]) * (realm.hash_key[1] | 1);
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

// The table hash of the commonest keys. False: ask hash_of.
inline bool quick_hash(const Context& context, Value key, uint64_t* hash) {
  if (key.is_str()) {
    *hash = str_hash(context, key.as<Str>());
    return true;
  }
  if (key.is_int_like()) {
    *hash = mix_hash(context.realm(), static_cast<uint64_t>(key.as_int()));
    return true;
  }
  return false;
}

// a == b for table keys: 1 equal, 0 different, -1 only the program can tell, or it takes so long
// that it must be charged: equals() does.
inline int quick_text_equal(const Str* a, const Str* b) {
  if (a != b && a->count == b->count && a->count > kQuickBytes) return -1;
  return str_equals(a, b) ? 1 : 0;
}
int equal_without_callback_slow(Value a, Value b);
inline int equal_without_callback(Value a, Value b) {
  if (a.same(b)) return 1;  // identity, and equal ints
  if (a.is_str() && b.is_str()) return quick_text_equal(a.as<Str>(), b.as<Str>());
  if (a.is_int() && b.is_int()) return 0;
  return equal_without_callback_slow(a, b);
}

}  // namespace belljar
