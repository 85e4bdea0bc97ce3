// The tables behind profile.h, compiled from builtins.def and modules.def, and their lookups.
#include "policy/profile.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace belljar {
namespace {

constexpr ProfileSet R = profile_bit(ProfileId::kRestrictedPython);
constexpr ProfileSet S = profile_bit(ProfileId::kSym);
constexpr ProfileSet P = profile_bit(ProfileId::kPython);

constexpr Profile kProfiles[] = {
    {ProfileId::kRestrictedPython, "restrictedpython", false, false},
    {ProfileId::kSym, "sym", true, true},
    {ProfileId::kPython, "python", true, true},
};

constexpr Builtin kBuiltins[] = {
#define BUILTIN(name, profiles, instead) {name, profiles, instead},
#include "policy/builtins.def"
#undef BUILTIN
};

#define MODULE(name, profiles, members)
#define CLASS(module, name, members)
#define HINT(name, instead)
constexpr ImportableModule kModules[] = {
#undef MODULE
#define MODULE(name, profiles, members) {name, profiles, members},
#include "policy/modules.def"
#undef MODULE
#define MODULE(name, profiles, members)
};
constexpr ImportableClass kClasses[] = {
#undef CLASS
#define CLASS(module, name, members) {module, name, members},
#include "policy/modules.def"
#undef CLASS
#define CLASS(module, name, members)
};
constexpr ModuleHint kHints[] = {
#undef HINT
#define HINT(name, instead) {name, instead},
#include "policy/modules.def"
#undef HINT
#undef CLASS
#undef MODULE
};

static_assert(std::ranges::is_sorted(kBuiltins, {}, &Builtin::name));
static_assert(std::ranges::is_sorted(kModules, {}, &ImportableModule::name));

template <typename Row, size_t kSize>
const Row* find_sorted(const Row (&rows)[kSize], std::string_view name) {
  const Row* row = std::ranges::lower_bound(rows, name, {}, &Row::name);
  return row != std::end(rows) && row->name == name ? row : nullptr;
}

bool has_word(std::string_view words, std::string_view word) {
  if (word.empty() || word.find(' ') != std::string_view::npos) return false;
  for (size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::span<const Profile> all_profiles() { return kProfiles; }

const Profile& profile(ProfileId id) { return kProfiles[static_cast<size_t>(id)]; }

const Profile* find_profile(std::string_view name) {
  const Profile* row = std::ranges::find(kProfiles, name, &Profile::name);
  return row != std::end(kProfiles) ? row : nullptr;
}

std::span<const Builtin> all_builtins() { return kBuiltins; }

const Builtin* find_builtin(std::string_view name) { return find_sorted(kBuiltins, name); }

bool ImportableModule::has_member(std::string_view member) const {
  return has_word(members, member);
}

bool ImportableClass::has_member(std::string_view member) const {
  return has_word(members, member);
}

std::span<const ImportableModule> all_modules() { return kModules; }

const ImportableModule* find_module(std::string_view name) { return find_sorted(kModules, name); }

std::span<const ImportableClass> all_module_classes() { return kClasses; }

std::string_view module_hint(std::string_view name) {
  const ModuleHint* row = std::ranges::find(kHints, name, &ModuleHint::name);
  return row != std::end(kHints) ? row->instead : std::string_view();
}

bool may_import(const Profile& profile, std::string_view module) {
  if (std::ranges::find(profile.host_modules, module) != profile.host_modules.end()) return true;
  const ImportableModule* row = find_module(module);
  if (row == nullptr) return false;
  return profile.in(row->profiles) ||
         std::ranges::any_of(profile.granted, [&](const std::string& g) {
           return module == g || (module.starts_with(g) && module[g.size()] == '.');
         });
}

}  // namespace belljar
