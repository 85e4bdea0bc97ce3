// Construction, tokens, positions, errors set at once, and the start rules.
#include "parser/recursive_descent.h"

#include "lexer/identifier.h"
#include "parser/nodes.h"
#include "support/utf8.h"

namespace belljar {

Parser::Parser(ParseSession& session, std::string_view text, const Options& options)
    : session_(session), text_(text), options_(options), lexer_(text, options.lexer) {
  auto& spare = session.spare_token_buffers;
  if (spare.empty()) {
    tokens_ = std::make_unique<std::vector<Token>>();
  } else {
    tokens_ = std::move(spare.back());
    spare.pop_back();
    tokens_->clear();
  }
  if (!options.is_fstring) tokens_->reserve(text.size() / 4 + 8);
  for (;;) {
    tokens_->push_back(lexer_.next());
    const TokenKind last = tokens_->back().kind;
    if (last == TokenKind::kEndMarker || last == TokenKind::kError) break;
  }
  tokens_->push_back(tokens_->back());  // so that peek() needs no check
  current_ = tokens_->data();
}

Parser::~Parser() { session_.spare_token_buffers.push_back(std::move(tokens_)); }

ast::Identifier Parser::identifier(const Token& token) {
  const std::string_view text = token.text(text_);
  if (token.ascii) return text;
  return session_.arena.copy(std::string_view(normalize_nfkc(text)));
}

const Range& Parser::last_range() const {
  const Token* token = current_ - 1;
  while (token->kind >= TokenKind::kNewline && token->kind <= TokenKind::kDedent &&
         token > tokens_->data()) {
    --token;
  }
  return token->range;
}

bool Parser::fail_too_complex() {
  if (!session_.error) {
    raise_here("too complex");
    session_.error->over_limit = true;
  }
  return false;
}

std::nullptr_t Parser::raise(std::string message, const Range& range) {
  return raise_known(SyntaxErrorType::kSyntaxError, std::move(message),
                     static_cast<int32_t>(range.line), static_cast<int32_t>(range.column) + 1,
                     static_cast<int32_t>(range.end_line),
                     static_cast<int32_t>(range.end_column) + 1);
}

std::nullptr_t Parser::raise_here(std::string message) {
  return raise_at_token(*current_, SyntaxErrorType::kSyntaxError, std::move(message));
}

std::nullptr_t Parser::raise_at_token(const Token& token, SyntaxErrorType type,
                                      std::string message) {
  // A token that cannot be read is the first thing that CPython would stumble over.
  if (token.kind == TokenKind::kError) {
    if (!session_.error) session_.error = lexer_.error();
    return nullptr;
  }
  const auto line = static_cast<int32_t>(token.range.line);
  const auto column = static_cast<int32_t>(token.range.column);
  const auto end_line = static_cast<int32_t>(token.range.end_line);
  if (!token.has_column()) {
    return raise_known(type, std::move(message), line, column, end_line, -1);
  }
  return raise_known(type, std::move(message), line, column + 1, end_line,
                     static_cast<int32_t>(token.range.end_column) + 1);
}

std::nullptr_t Parser::raise_known(SyntaxErrorType type, std::string message, int32_t line,
                                   int32_t column, int32_t end_line, int32_t end_column) {
  if (session_.error) return nullptr;
  SyntaxError error;
  error.type = type;
  error.message = std::move(message);
  error.line = line;
  error.end_line = end_line;
  const uint32_t text_line = static_cast<uint32_t>(line) - options_.lexer.first_line + 1;
  const std::string_view shown = LineIndex(text_).line(text_line);
  error.text = shown;
  if (options_.is_fstring) {
    // CPython counts within the text that it made up for the expression, in bytes.
    error.message = "f-string: " + error.message;
    const auto shift = static_cast<int32_t>(options_.lexer.first_column);
    error.column = column - shift;
    error.end_column = end_column - shift;
  } else {
    const auto to_code_points = [&](int32_t byte_column) {
      if (byte_column <= 0) return byte_column;
      const auto size = static_cast<size_t>(byte_column);
      const size_t beyond = size > shown.size() ? std::min(size - shown.size(), size_t{1}) : 0;
      return static_cast<int32_t>(code_point_count(shown.substr(0, size)) + beyond);
    };
    error.column = to_code_points(column);
    error.end_column = to_code_points(end_column);
  }
  session_.error = std::move(error);
  return nullptr;
}

ast::Module* Parser::module() {
  auto* root = node<ast::Module>({1, 0, 1, 0});
  Sequence<ast::Stmt> body(session_);
  while (!at(TokenKind::kEndMarker)) {
    statement_start_ = failed_at();
    if (!statement()) return nullptr;
  }
  root->body = body.take();
  return finish_at(root, current_->range);
}

ast::Expr* Parser::fstring_expression() {
  ast::Expr* value = star_expressions();
  return session_.error ? nullptr : value;
}

}  // namespace belljar
