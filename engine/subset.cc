// The profile's tables and the realm's classes, as a list.
#include "belljar/subset.h"

#include <algorithm>

#include "engine/engine_impl.h"
#include "runtime/dict.h"

namespace belljar {
namespace {

using Entries = std::vector<SubsetEntry>;

bool is_public(std::string_view name) { return !name.empty() && name[0] != '_'; }

// Calls `visit(member)` for each word of a list.
template <typename Visit>
void each_word(std::string_view words, const Visit& visit) {
  while (!words.empty()) {
    const size_t end = words.find(' ');
    if (end != 0) visit(words.substr(0, end));
    if (end == std::string_view::npos) return;
    words.remove_prefix(end + 1);
  }
}

Entries builtins_of(const Profile& profile) {
  Entries out;
  for (const Builtin& builtin : all_builtins()) {
    const bool offered = profile.in(builtin.profiles);
    out.push_back({SubsetEntry::Builtin, std::string(builtin.name), offered,
                   offered ? std::string() : std::string(builtin.instead)});
  }
  return out;
}

// Public methods and attributes of the classes among the profile's builtins.
Entries methods_of(const Engine::Impl& engine) {
  Entries out;
  uint32_t position = 0;
  while (DictEntry* entry = dict_next(engine.builtins, &position)) {
    if (!entry->value.is(Kind::Class)) continue;
    const Class* cls = entry->value.as<Class>();
    uint32_t at = 0;
    while (DictEntry* member = dict_next(cls->attributes, &at)) {
      const std::string_view name = member->key.as<Str>()->view();
      if (!is_public(name)) continue;
      out.push_back({SubsetEntry::Method,
                     std::string(entry->key.as<Str>()->view()) + "." + std::string(name),
                     true,
                     {}});
    }
  }
  return out;
}

Entries modules_of(const Profile& profile) {
  Entries out;
  for (const ImportableModule& module : all_modules()) {
    const bool offered = may_import(profile, module.name);
    out.push_back({SubsetEntry::Module, std::string(module.name), offered,
                   offered ? std::string() : std::string(module_hint(module.name))});
    each_word(module.members, [&](std::string_view member) {
      out.push_back(
          {SubsetEntry::Member, std::string(module.name) + "." + std::string(member), offered, {}});
    });
  }
  return out;
}

Entries all_of(const Engine& engine) {
  const Engine::Impl& impl = engine.impl();
  Entries out;
  for (Entries part : {builtins_of(impl.profile), methods_of(impl), modules_of(impl.profile)}) {
    std::ranges::sort(part, [](const SubsetEntry& a, const SubsetEntry& b) {
      return a.kind != b.kind ? a.kind < b.kind : a.name < b.name;
    });
    out.insert(out.end(), std::make_move_iterator(part.begin()),
               std::make_move_iterator(part.end()));
  }
  return out;
}

}  // namespace

std::vector<SubsetEntry> subset(const Engine& engine) {
  Entries out = all_of(engine);
  std::erase_if(out, [](const SubsetEntry& entry) { return !entry.offered; });
  return out;
}

std::vector<SubsetEntry> subset(const Engine& engine, std::string_view name) {
  Entries out = all_of(engine);
  const std::string tail = "." + std::string(name);
  std::erase_if(out, [&](const SubsetEntry& entry) {
    const bool method = entry.kind == SubsetEntry::Method && entry.name.ends_with(tail);
    return entry.name != name && !method;
  });
  // A module of CPython's that no profile has.
  if (std::string_view hint = module_hint(name); out.empty() && !hint.empty()) {
    out.push_back({SubsetEntry::Module, std::string(name), false, std::string(hint)});
  }
  return out;
}

}  // namespace belljar
