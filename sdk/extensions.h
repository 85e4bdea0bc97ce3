// Numbers of the classes that C++ modules define, by which their natives find them in the realm.
#pragma once

#include "runtime/realm.h"

namespace belljar {

enum class Extension : uint8_t {
  TimeDelta,
  Date,
  DateTime,
  Time,
  TzInfo,
  TimeZone,
  TimeTuple,
  IsoCalendar,
  JsonDecodeError,
  JsonDecoder,
  JsonScanner,
  JsonEncoder,
  JsonChunks,
  Count,
};
static_assert(static_cast<int>(Extension::Count) <= kExtensionMax);

inline Class* extension_class(const Realm& realm, Extension e) {
  return realm.extensions[static_cast<int>(e)];
}

}  // namespace belljar
