// CPython's way to an error message: a first pass finds how far the tokens make sense, a second one
// with the error rules looks for a better explanation, and the tokens beyond may hold a worse
// error.
#include "parser/diagnose/diagnose.h"

#include "parser/diagnose/peg_matcher.h"

namespace belljar::diagnose {

namespace {

constexpr size_t kMaxTokensBefore = 30000;

void raise_generic(Parser& parser, size_t last_token) {
  const Token& token = parser.tokens()[last_token];
  if (token.kind == TokenKind::kError) {
    parser.session().error = parser.lexer().error();
    return;
  }
  Range range = token.range;
  if (!token.has_column()) range.column = range.end_column = UINT32_MAX;  // -1
  parser.raise("invalid syntax", range);
}

// An error of the lexer further down, or a bracket never closed, is reported instead.
void prefer_lexer_error(Parser& parser, size_t last_token) {
  const Lexer& lexer = parser.lexer();
  const Token& reached = parser.tokens()[last_token];
  if (reached.kind == TokenKind::kError || parser.tokens().back().kind != TokenKind::kError) return;
  if (parser.session().error->over_limit) return;
  const Bracket* open = lexer.open_bracket();
  if (lexer.error_is_eager()) {
    parser.session().error = lexer.error();
  } else if (open != nullptr && reached.range.line > open->line) {
    parser.session().error = lexer.never_closed_error();
  }
}

}  // namespace

void diagnose(Parser& parser) {
  auto& error = parser.session().error;
  if (error) {
    prefer_lexer_error(parser, parser.failed_at());
    return;
  }
  const PegGrammar grammar = read_peg_grammar();
  const char* const rule = parser.options().is_fstring ? "fstring" : "file";
  PegMatcher matcher(parser, grammar);
  // CPython starts at the beginning, and its error rules may even fire in what is valid. For large
  // sources we look at the statement that failed only.
  const size_t start = parser.failed_at() <= kMaxTokensBefore ? 0 : parser.statement_start();
  const bool matched = matcher.run(rule, start, /*error_pass=*/false);
  size_t last = matcher.last_token();
  if (!error && !matched) {
    matcher.run(rule, start, /*error_pass=*/true);
  }
  if (matcher.abandoned() || matched) last = parser.failed_at();
  if (!error) {
    const TokenKind kind = parser.tokens()[last].kind;
    if (kind == TokenKind::kIndent || kind == TokenKind::kDedent) {
      parser.raise_at_token(
          parser.tokens()[matcher.last_token()], SyntaxErrorType::kIndentationError,
          kind == TokenKind::kIndent ? "unexpected indent" : "unexpected unindent");
      return;
    }
    raise_generic(parser, last);
  }
  prefer_lexer_error(parser, matcher.last_token());
}

}  // namespace belljar::diagnose
