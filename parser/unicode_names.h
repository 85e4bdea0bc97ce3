// Names of characters, for "\N{EULER CONSTANT}".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace belljar {

// Case-insensitive, as in CPython; aliases are known, named sequences are not.
std::optional<uint32_t> find_character_by_name(std::string_view name);

}  // namespace belljar
