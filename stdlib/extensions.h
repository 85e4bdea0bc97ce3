// Numbers of the classes that the library's natives define, by which they find them in the realm.
// sdk/ numbers its own from 0, the library from 32.
#pragma once

#include "runtime/realm.h"

namespace belljar {

enum class LibraryClass : uint8_t {
  First = 32,
  Deque = First,
  DequeRing,
  DequeIterator,
  DequeReverseIterator,
  KeyWrapper,
  LruMiss,
  Partial,
  PartialBinding,
  Count,
};
static_assert(static_cast<int>(LibraryClass::Count) <= kExtensionMax);

inline Class* library_class(const Realm& realm, LibraryClass which) {
  return realm.extensions[static_cast<int>(which)];
}

}  // namespace belljar
