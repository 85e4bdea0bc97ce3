// All tokens of a source at once, and their text form: what `disasm --stage tokens` shows.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexer/token.h"
#include "support/arena.h"
#include "support/syntax_error.h"

namespace belljar {

struct TokenList {
  Arena arena;
  std::string_view text;      // decoded, in the arena; tokens point into it
  std::vector<Token> tokens;  // up to the end marker, or up to the error
  std::optional<SyntaxError> error;
};

TokenList tokenize(std::string_view source);

// A line for each token: `1:0-1:3 Name "def"`; columns are 0-based bytes, as in the tree.
std::string dump_tokens(const TokenList& list);

}  // namespace belljar
