// ModuleState: the module of a Program inside one isolate. Its slots are the module's variables,
// its caches what attribute sites have learnt. Never a Python object.
#pragma once

#include <cstdint>

#include "bytecode/code.h"
#include "runtime/object.h"

namespace belljar {

// What one attribute site saw last. Valid while the object's class is `cls` and the context's
// class_epoch is `epoch`; collections and changes of classes move the epoch on.
struct AttributeCache {
  enum Kind : uint16_t { Empty, Slot, Method, Getter, Member };
  const Object* cls;  // the class; of a Member the frozen module
  uint32_t epoch;
  uint16_t kind;
  uint16_t slot;
  // Method: the Function or Native found in the class. Getter: the Native of a property.
  // Member: what the module has by the name.
  Object* target;
};

struct ModuleState {
  const CodeUnit* unit;
  Str* name;               // __name__
  Value* slots;            // unit->slot_names.size()
  AttributeCache* caches;  // unit->cache_count
  Dict* annotations;       // __annotations__, made on first use
};

}  // namespace belljar
