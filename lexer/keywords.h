// The reserved words: is this identifier one of them?
#pragma once

#include <string_view>

#include "lexer/token.h"

namespace belljar {

// The keyword's kind, or kName.
TokenKind keyword_kind(std::string_view word);

}  // namespace belljar
