// See python_sources.h. python_sources() itself is written by embed.cmake from python/*.py.
#include "stdlib/python_sources.h"

namespace belljar {

const PythonSource* find_python_source(std::string_view dotted_name) {
  for (const PythonSource& source : python_sources()) {
    if (source.name == dotted_name) return &source;
  }
  return nullptr;
}

}  // namespace belljar
