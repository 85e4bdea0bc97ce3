// `from m import *`: the names that it binds, taken from the import table, so that they are slots
// of the module like any other.
#pragma once

#include <string_view>
#include <vector>

#include "policy/profile.h"

namespace belljar {

// Empty if nobody offers the module: the import itself then fails when it runs.
inline std::vector<std::string_view> star_names(std::string_view module) {
  std::vector<std::string_view> names;
  const ImportableModule* row = find_module(module);
  std::string_view rest = row ? row->members : std::string_view();
  while (!rest.empty()) {
    const size_t end = rest.find(' ');
    if (rest.front() != '_') names.push_back(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return names;
}

}  // namespace belljar
