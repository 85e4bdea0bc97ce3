// A token: its kind, where its text lies, and its position as CPython would report it.
#pragma once

#include <cstdint>
#include <string_view>

#include "support/source.h"

namespace belljar {

enum class TokenKind : uint8_t {
#define STRUCTURE(Name, text) k##Name,
#define OPERATOR(Name, text) k##Name,
#define KEYWORD(Name, text) k##Name,
#include "lexer/token_kinds.def"
};

inline constexpr bool is_keyword(TokenKind kind) { return kind >= TokenKind::kFalse; }

// Text of an operator or keyword, a description of the others.
const char* token_text(TokenKind kind);
// "LeftParen", "Name" ...
const char* token_name(TokenKind kind);

struct Token {
  TokenKind kind = TokenKind::kEndMarker;
  uint8_t level = 0;  // open brackets after this token
  bool ascii = true;  // Names only
  // Byte offsets into the lexer's text. Indent, Dedent and EndMarker have no text: both offsets are
  // where the lexer stood.
  uint32_t start = 0;
  uint32_t end = 0;
  Range range;

  std::string_view text(std::string_view source) const { return source.substr(start, end - start); }
  // CPython gives these tokens no column.
  bool has_column() const { return kind > TokenKind::kError || kind == TokenKind::kNewline; }
};

}  // namespace belljar
