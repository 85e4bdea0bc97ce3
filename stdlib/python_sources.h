// The library modules that are written in Python: python/NAME.py, built into the library as text.
#pragma once

#include <span>
#include <string_view>

namespace belljar {

struct PythonSource {
  std::string_view name;  // dotted
  std::string_view text;
};

std::span<const PythonSource> python_sources();
const PythonSource* find_python_source(std::string_view dotted_name);  // null: there is none

}  // namespace belljar
