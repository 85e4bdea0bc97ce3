#include "parser/unicode_names.h"
namespace belljar {
std::optional<uint32_t> find_character_by_name(std::string_view) { return std::nullopt; }
}  // namespace belljar
