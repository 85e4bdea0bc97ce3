// What RestrictedPython holds against a name, whatever it names. Pure functions of the text, which
// the parser has NFKC-normalised already.
#pragma once

#include <optional>
#include <string_view>

#include "policy/rules.h"

namespace belljar {

// The first rule that refuses the name of a variable, function, class, parameter or import.
std::optional<RuleId> refused_name(std::string_view name);

// The methods that may be defined although they begin with an underscore.
bool is_definable_method(std::string_view name);

bool has_inner_underscore(std::string_view name);  // begins with `_` and is not just `_`
bool has_roles_suffix(std::string_view name);

// Leads to frames or code objects. `async_generators` adds the names that RestrictedPython refuses
// from release 8.4 on.
bool is_inspect_attribute(std::string_view name, bool async_generators);

// What to write instead of an attribute that authors often reach for; empty: nothing in particular.
std::string_view attribute_hint(std::string_view name);

// `__x__`, but neither a method that the language calls nor plain data about a class or exception.
bool is_introspection_attribute(std::string_view name);

}  // namespace belljar
