// Bytes of a source file to the text that the lexer reads.
//
// Byte-order mark, PEP 263 coding cookie, UTF-8 validation, NUL bytes and line endings are dealt
// with here once, so that the lexer sees clean UTF-8 with "\n" only.
#pragma once

#include <optional>
#include <string_view>

#include "support/arena.h"
#include "support/syntax_error.h"

namespace belljar {

struct DecodedSource {
  std::string_view text;  // in the arena; ends with "\n" unless empty, and a NUL follows
  std::optional<SyntaxError> error;
};

DecodedSource decode_source(std::string_view bytes, Arena& arena);

}  // namespace belljar
