// Signatures of host functions: Python's form with types, split into what the runtime's binder
// knows and what it does not. Apart from the modules because it reads text that a host wrote, which
// may be anything.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/value.h"

namespace belljar {

// A set of types that a parameter takes; 0: any.
using HostTypes = uint16_t;

struct HostSignature {
  std::string plain;               // without types, as signature.h reads it
  std::vector<std::string> names;  // of the parameters, in order
  std::vector<HostTypes> types;
  std::string problem;  // empty: usable
};
HostSignature read_host_signature(std::string_view text);

bool takes(HostTypes types, Value value);
std::string shown_types(HostTypes types);  // "str or None"

// [A-Za-z_][A-Za-z0-9_]*, and no keyword.
bool is_plain_identifier(std::string_view text);

}  // namespace belljar
