// What a class has by a name, along its MRO. No descriptors are bound.
//
// Natives ask for special methods all the time (iter, len, ==, +), and attribute sites that see
// many classes cannot keep what they found. So an isolate remembers its latest answers in a small
// table, each for as long as no class changes: Context::class_epoch is counted up whenever an
// attribute of a class is set or deleted, when instances get a new slot, and after a collection (a
// class may be gone, and another one stand in its place). Names are compared by address: an equal
// text elsewhere merely misses.
#pragma once

#include "runtime/context.h"
#include "runtime/object.h"

namespace belljar {

struct ClassLookup {
  const Class* cls;
  const Str* name;
  uint32_t epoch;
  int32_t slot;  // of the layout of instances, or -1
  Value found;   // in the class and its bases, or Undefined
};
inline constexpr size_t kClassLookups = 128;  // a power of two

const ClassLookup& class_look_up_slow(const Context& context, const Class* cls, Str* name,
                                      ClassLookup& place);
Value class_lookup_slow(const Context& context, const Class* cls, Str* name);

inline ClassLookup& class_lookup_place(const Context& context, const Class* cls, const Str* name) {
  const uintptr_t mix =
      reinterpret_cast<uintptr_t>(cls) / 16 * 31 + reinterpret_cast<uintptr_t>(name) / 16;
  return context.lookups[(mix ^ mix >> 7) % kClassLookups];
}

inline bool is_lookup_of(const ClassLookup& known, const Context& context, const Class* cls,
                         const Str* name) {
  return known.cls == cls && known.name == name && known.epoch == context.class_epoch;
}

// With the slot of instances; in an isolate only. The answer is valid until the next lookup.
inline const ClassLookup& class_look_up(const Context& context, const Class* cls, Str* name) {
  ClassLookup& known = class_lookup_place(context, cls, name);
  if (__builtin_expect(is_lookup_of(known, context, cls, name), 1)) return known;
  return class_look_up_slow(context, cls, name, known);
}

// The attribute `name` of the class or a base, or Undefined.
inline Value class_lookup(const Context& context, const Class* cls, Str* name) {
  if (__builtin_expect(context.lookups != nullptr, 1)) {
    const ClassLookup& known = class_lookup_place(context, cls, name);
    if (__builtin_expect(is_lookup_of(known, context, cls, name), 1)) return known.found;
  }
  return class_lookup_slow(context, cls, name);
}

}  // namespace belljar
