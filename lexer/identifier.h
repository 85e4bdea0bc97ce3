// Identifiers beyond ASCII: which characters they may hold, and their NFKC form.
//
// The ranges are CPython 3.11's (Unicode 14), generated; normalisation is utf8proc's, which only
// this file's implementation includes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace belljar {

bool can_start_identifier(uint32_t code_point);
bool can_continue_identifier(uint32_t code_point);
bool is_printable(uint32_t code_point);

// Offset just behind the first character that does not belong in an identifier, and that character.
struct InvalidCharacter {
  size_t end;
  uint32_t code_point;
};
std::optional<InvalidCharacter> find_invalid_identifier_character(std::string_view text);

// The NFKC form of valid UTF-8 text.
std::string normalize_nfkc(std::string_view text);

}  // namespace belljar
