// Realm: the built-in objects of an Engine, frozen: classes, exceptions, atoms, small strings.
// Built once by builtins/ through RealmBuilder, then shared by every isolate of every thread.
#pragma once

#include <cstdint>

#include "runtime/object.h"

namespace belljar {

enum class Atom : uint16_t {
#define ATOM(identifier, text) identifier,
#include "runtime/atoms.def"
#undef ATOM
};
inline constexpr int kAtomCount = 0
#define ATOM(identifier, text) +1
#include "runtime/atoms.def"
#undef ATOM
    ;

enum class Exc : uint16_t {
#define EXCEPTION(name, base) name,
#include "runtime/exceptions.def"
#undef EXCEPTION
};
inline constexpr int kExcCount = 0
#define EXCEPTION(name, base) +1
#include "runtime/exceptions.def"
#undef EXCEPTION
    ;

inline constexpr int kExtensionMax = 64;

struct Realm {
  Class* classes[kKindCount] = {};   // by kind; Int and BigInt share `int`
  Class* iterator_classes[32] = {};  // by IterKind
  Class* view_classes[3] = {};       // by ViewKind
  Class* exceptions[kExcCount] = {};
  Class* object = nullptr;
  Class* type = nullptr;  // class of classes
  Class* none_type = nullptr;
  Class* generic_alias = nullptr;       // list[int]: type_forms.h
  Class* union_type = nullptr;          // int | str
  Class* member_descriptor = nullptr;   // an attribute named in __slots__: slots.h
  Class* getset_descriptor = nullptr;   // a property written in C++
  Class* method_descriptor = nullptr;   // a method written in C++: list.append …
  Class* wrapper_descriptor = nullptr;  // … and a special one: int.__add__
  Class* method_wrapper = nullptr;      // (1).__add__
  Str* atoms[kAtomCount] = {};
  Str* ascii[128] = {};  // the one-character strings
  Str* empty_str = nullptr;
  Bytes* empty_bytes = nullptr;
  Tuple* empty_tuple = nullptr;
  Class* extensions[kExtensionMax] = {};  // classes of C++ modules, numbered by their owners
  Module* builtins = nullptr;             // every builtin, whatever the profile
  const void* sdk = nullptr;              // sdk/'s own table of classes (sdk/sym/realm.h)
  uint64_t hash_key[2] = {0x9e3779b97f4a7c15u, 0xbf58476d1ce4e5b9u};

  Str* atom(Atom a) const { return atoms[static_cast<int>(a)]; }
  Class* exception(Exc e) const { return exceptions[static_cast<int>(e)]; }
  Class* of_kind(Kind k) const { return classes[static_cast<int>(k)]; }
};

}  // namespace belljar
