// Names of token kinds.
#include "lexer/token.h"

namespace belljar {

namespace {

constexpr const char* kTexts[] = {
#define STRUCTURE(Name, text) text,
#define OPERATOR(Name, text) text,
#define KEYWORD(Name, text) text,
#include "lexer/token_kinds.def"
};

constexpr const char* kNames[] = {
#define STRUCTURE(Name, text) #Name,
#define OPERATOR(Name, text) #Name,
#define KEYWORD(Name, text) #Name,
#include "lexer/token_kinds.def"
};

}  // namespace

const char* token_text(TokenKind kind) { return kTexts[static_cast<size_t>(kind)]; }
const char* token_name(TokenKind kind) { return kNames[static_cast<size_t>(kind)]; }

}  // namespace belljar
