// The special methods that containers share (__len__, __getitem__, __eq__ …), for classes of the
// program that derive from them and call or inherit these by name.
//
// The receiver arrives as its native part, so each of them is one call of runtime/protocol.h.
#pragma once

#include <span>

#include "runtime/realm_builder.h"

namespace belljar {

// What a class offers; the rows are installed accordingly.
enum ContainerSpecial : uint32_t {
  kSpecialLen = 1,
  kSpecialIter = 2,
  kSpecialContains = 4,
  kSpecialGetItem = 8,
  kSpecialSetItem = 16,  // and __delitem__
  kSpecialReversed = 32,
  kSpecialEquality = 64,
  kSpecialOrder = 128,
  kSpecialHash = 256,
  kSpecialUnhashable = 512,
  kSpecialNext = 1024,
  kSpecialSetOperators = 2048,  // __or__ and its kin, with reflections
  kSpecialSetInplace = 4096,    // __ior__ and its kin
  kSpecialTruth = 8192,
};
// A derived class with a __new__ or __init__ of its own: __init__ fills list, dict, set and
// bytearray, their __new__ makes an empty one.
inline bool filled_by_init(Value cls) {
  const Class* c = cls.as<Class>();
  return c->instance_kind == Kind::Instance && (c->traits & (kHasInit | kHasNew));
}
void install_container_specials(RealmBuilder& b, Class* cls, uint32_t specials);

// next(it) for a native: the item, or StopIteration raised.
Value next_or_stop(Context& context, Value iterator);

// The native's bool parameters given as int ("reverse").
Value flag_argument(Context& context, Value v, bool* out);

// An optional start or stop of list.index and tuple.index, huge ones clamped.
Value index_bound(Context& context, Value v, int64_t* out);

// A TypeError if the receiver is frozen; never so in ordinary programs.
Value check_mutable(Call& c);

}  // namespace belljar
