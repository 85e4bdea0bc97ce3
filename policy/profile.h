// The profiles: which builtins and modules a program may name, and which of the table's rules are
// in force. The one place that says so: the check reports by it, the compiler binds names by it and
// the engine fills the builtin namespace and the import table from it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace belljar {

enum class ProfileId : uint8_t { kRestrictedPython, kSym, kPython };

// A set of profiles: one bit each.
using ProfileSet = uint8_t;
constexpr ProfileSet profile_bit(ProfileId id) {
  return static_cast<ProfileSet>(1u << static_cast<unsigned>(id));
}

struct Profile {
  ProfileId id;
  std::string_view name;
  // False: imports are the embedder's business at run time, as in RestrictedPython.
  bool checks_imports;
  // Looks for names that nothing defines, unused imports and unknown members, and lists findings
  // line by line. False: RestrictedPython's findings only, in its order.
  bool checks_names;
  // Modules that the host grants beyond the profile's own, with their submodules.
  std::span<const std::string> granted = {};
  // Modules that the host wrote itself; what is in them is not known here.
  std::span<const std::string> host_modules = {};

  bool in(ProfileSet set) const { return (set & profile_bit(id)) != 0; }
};

std::span<const Profile> all_profiles();
const Profile& profile(ProfileId id);
const Profile* find_profile(std::string_view name);  // null: there is none of that name

// A builtin name of CPython 3.11.
struct Builtin {
  std::string_view name;
  ProfileSet profiles;       // those that offer it
  std::string_view instead;  // what to write where it is absent; may be empty
};

std::span<const Builtin> all_builtins();  // in byte order of the names
const Builtin* find_builtin(std::string_view name);

// A module that a program can import, with the names that it exports.
struct ImportableModule {
  std::string_view name;  // dotted
  ProfileSet profiles;
  std::string_view members;  // separated by single spaces; empty: not known, anything may be there

  bool has_member(std::string_view member) const;
};

// A class or enumeration of such a module, with what may be read from the class itself.
struct ImportableClass {
  std::string_view module;
  std::string_view name;
  std::string_view members;

  bool has_member(std::string_view member) const;
};

// Why a module that authors reach for is absent, and what to use.
struct ModuleHint {
  std::string_view name;
  std::string_view instead;
};

std::span<const ImportableModule> all_modules();
const ImportableModule* find_module(std::string_view name);
std::span<const ImportableClass> all_module_classes();
std::string_view module_hint(std::string_view name);  // empty: none

// Whether the profile's programs may import the module (its full dotted name).
bool may_import(const Profile& profile, std::string_view module);

}  // namespace belljar
