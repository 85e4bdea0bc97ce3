// Runs decoder and lexer to the end.
#include "lexer/tokenize.h"

#include "lexer/decode.h"
#include "lexer/lexer.h"

namespace belljar {

namespace {

void append_quoted(std::string* out, std::string_view text) {
  *out += '"';
  for (const char c : text) {
    if (c == '\n') {
      *out += "\\n";
    } else {
      if (c == '"' || c == '\\') *out += '\\';
      *out += c;
    }
  }
  *out += '"';
}

}  // namespace

TokenList tokenize(std::string_view source) {
  TokenList list;
  DecodedSource decoded = decode_source(source, list.arena);
  if (decoded.error) {
    list.error = std::move(decoded.error);
    return list;
  }
  list.text = decoded.text;
  Lexer lexer(list.text);
  for (;;) {
    const Token token = lexer.next();
    if (token.kind == TokenKind::kError) {
      list.error = lexer.error();
      return list;
    }
    list.tokens.push_back(token);
    if (token.kind == TokenKind::kEndMarker) return list;
  }
}

std::string dump_tokens(const TokenList& list) {
  std::string out;
  for (const Token& token : list.tokens) {
    const Range& range = token.range;
    out += std::to_string(range.line) + ":" + std::to_string(range.column) + "-" +
           std::to_string(range.end_line) + ":" + std::to_string(range.end_column) + " " +
           token_name(token.kind);
    const std::string_view text = token.text(list.text);
    if (!text.empty() && token.kind != TokenKind::kNewline) {
      out += ' ';
      append_quoted(&out, text);
    }
    out += '\n';
  }
  return out;
}

}  // namespace belljar
