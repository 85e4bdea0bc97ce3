// What a profile offers: builtins, the methods of its types, modules. For tools and help.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "belljar/engine.h"

namespace belljar {

struct SubsetEntry {
  enum Kind : unsigned char { Builtin, Method, Module, Member } kind = Builtin;
  std::string name;  // "len", "str.join", "math", "math.sqrt"
  bool offered = false;
  std::string instead;  // if not: what to write; may be empty
};

// Everything that the engine's profile offers, by kind and name. Any thread.
std::vector<SubsetEntry> subset(const Engine& engine);
// What is known of one name, offered or not: a builtin, TYPE.METHOD, a module, MODULE.MEMBER, or a
// bare method name, which several types may have. Empty: nothing in Python is called so.
std::vector<SubsetEntry> subset(const Engine& engine, std::string_view name);

}  // namespace belljar
