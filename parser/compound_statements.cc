// Statements with blocks.
#include "parser/nodes.h"

namespace belljar {

using ast::Expr;
using ast::Stmt;
using K = TokenKind;

bool Parser::statement() {
  switch (kind()) {
    case K::kIf:
    case K::kWhile:
    case K::kFor:
    case K::kTry:
    case K::kWith:
    case K::kDef:
    case K::kClass:
    case K::kAt:
    case K::kAsync:
      break;
    default:
      if (at_match_statement()) break;
      return simple_statements();
  }
  Stmt* made = compound_statement();
  if (made == nullptr) return false;
  session_.scratch.push_back(made);
  return true;
}

Stmt* Parser::compound_statement() {
  switch (kind()) {
    case K::kIf:
      return if_statement();
    case K::kWhile:
      return while_statement();
    case K::kFor:
      return for_statement<ast::For>(*current_);
    case K::kTry:
      return try_statement();
    case K::kWith:
      return with_statement<ast::With>(*current_);
    case K::kDef:
      return function_definition<ast::FunctionDef>(*current_, {});
    case K::kClass:
      return class_definition({});
    case K::kAt:
      return decorated();
    case K::kAsync:
      return async_statement({});
    default:
      return match_statement();
  }
}

// ':' (NEWLINE INDENT statement+ DEDENT | simple_statements)
bool Parser::block(ast::Stmts* body) {
  NestingGuard depth(*this);
  if (!depth.ok() || !accept(K::kColon)) return false;
  Sequence<Stmt> statements(session_);
  if (!accept(K::kNewline)) {
    if (!simple_statements()) return false;
  } else {
    if (!accept(K::kIndent)) return false;
    do {
      if (!statement()) return false;
    } while (!at(K::kDedent));
    take();
  }
  *body = statements.take();
  return true;
}

bool Parser::else_block(ast::Stmts* body) { return !accept(K::kElse) || block(body); }

// A chain of elifs is a list while it is read, and becomes nested Ifs from the last one backwards.
Stmt* Parser::if_statement() {
  Sequence<ast::If> chain(session_);
  do {
    auto* made = node<ast::If>(take().range);
    made->test = named_expression();
    if (made->test == nullptr || !block(&made->body)) return nullptr;
    chain.push(made);
  } while (at(K::kElif));
  ast::If* last = chain[chain.size() - 1];
  if (!else_block(&last->orelse)) return nullptr;
  last = finish(last);
  for (size_t i = chain.size() - 1; last != nullptr && i-- > 0;) {
    ast::If* outer = chain[i];
    Stmt* inner = last;
    outer->orelse = session_.arena.copy(&inner, 1);
    last = finish(outer);
  }
  return last;
}

Stmt* Parser::while_statement() {
  auto* made = node<ast::While>(take().range);
  made->test = named_expression();
  if (made->test == nullptr || !block(&made->body) || !else_block(&made->orelse)) return nullptr;
  return finish(made);
}

template <typename T>
Stmt* Parser::for_statement(const Token& start) {
  auto* made = node<T>(start.range);
  take();
  made->target = star_targets();
  if (made->target == nullptr || !accept(K::kIn)) return nullptr;
  made->iter = star_expressions();
  if (made->iter == nullptr || !block(&made->body) || !else_block(&made->orelse)) return nullptr;
  return finish(made);
}

ast::WithItem* Parser::with_item() {
  auto* made = node<ast::WithItem>(current_->range);
  made->context_expr = expression();
  if (made->context_expr == nullptr) return nullptr;
  if (accept(K::kAs)) {
    made->optional_vars = star_target();
    if (made->optional_vars == nullptr) return nullptr;
  }
  if (!at(K::kComma) && !at(K::kRightParen) && !at(K::kColon)) return nullptr;
  return finish(made);
}

// with_item (',' with_item)*, or the same in parentheses, which `with (a, b):` means first of all
bool Parser::with_items(ast::WithItems* items_out) {
  Sequence<ast::WithItem> items(session_);
  if (at(K::kLeftParen)) {
    const Token* const begin = current_;
    take();
    bool ok = true;
    do {
      if (at(K::kRightParen) && items.size() > 0) break;
      ok = items.push(with_item());
    } while (ok && accept(K::kComma));
    if (ok && accept(K::kRightParen) && at(K::kColon)) {
      *items_out = items.take();
      return true;
    }
    if (session_.error) return false;
    current_ = begin;
    items.clear();
  }
  do {
    if (!items.push(with_item())) return false;
  } while (accept(K::kComma));
  *items_out = items.take();
  return true;
}

template <typename T>
Stmt* Parser::with_statement(const Token& start) {
  auto* made = node<T>(start.range);
  take();
  if (!with_items(&made->items) || !block(&made->body)) return nullptr;
  return finish(made);
}

// A Try; its handlers decide whether it is a TryStar.
Stmt* Parser::try_statement() {
  auto* made = node<ast::Try>(take().range);
  if (!block(&made->body)) return nullptr;
  const bool star = at(K::kExcept) && peek() == K::kStar;
  Sequence<ast::ExceptHandler> handlers(session_);
  while (at(K::kExcept)) {
    if ((peek() == K::kStar) != star || !handlers.push(except_handler(star))) return nullptr;
  }
  made->handlers = handlers.take();
  if (!made->handlers.empty() && !else_block(&made->orelse)) return nullptr;
  if (accept(K::kFinally)) {
    if (!block(&made->finalbody)) return nullptr;
  } else if (made->handlers.empty()) {
    return nullptr;
  }
  if (!star) return finish(made);
  auto* try_star = node<ast::TryStar>(made->range);
  try_star->body = made->body;
  try_star->handlers = made->handlers;
  try_star->orelse = made->orelse;
  try_star->finalbody = made->finalbody;
  return finish(try_star);
}

ast::ExceptHandler* Parser::except_handler(bool star) {
  auto* made = node<ast::ExceptHandler>(take().range);
  if (star) take();
  if (star || !at(K::kColon)) {
    made->type = expression();
    if (made->type == nullptr) return nullptr;
    if (accept(K::kAs)) {
      if (!at(K::kName)) return nullptr;
      made->name = identifier(take());
    }
  }
  return block(&made->body) ? finish(made) : nullptr;
}

template <typename T>
Stmt* Parser::function_definition(const Token& start, ast::Exprs decorators) {
  auto* made = node<T>(start.range);
  made->decorator_list = decorators;
  take();
  if (!at(K::kName)) return nullptr;
  made->name = identifier(take());
  if (!accept(K::kLeftParen)) return nullptr;
  made->args = parameters(K::kRightParen, /*annotated=*/true);
  if (made->args == nullptr || !accept(K::kRightParen)) return nullptr;
  if (accept(K::kArrow)) {
    made->returns = expression();
    if (made->returns == nullptr) return nullptr;
  }
  return block(&made->body) ? finish(made) : nullptr;
}

Stmt* Parser::class_definition(ast::Exprs decorators) {
  auto* made = node<ast::ClassDef>(take().range);
  made->decorator_list = decorators;
  if (!at(K::kName)) return nullptr;
  made->name = identifier(take());
  if (accept(K::kLeftParen)) {
    if (!arguments(nullptr, &made->bases, &made->keywords)) return nullptr;
    if (!accept(K::kRightParen)) return nullptr;
  }
  return block(&made->body) ? finish(made) : nullptr;
}

Stmt* Parser::decorated() {
  Sequence<Expr> sequence(session_);
  while (accept(K::kAt)) {
    if (!sequence.push(named_expression()) || !accept(K::kNewline)) return nullptr;
  }
  const ast::Exprs decorators = sequence.take();
  switch (kind()) {
    case K::kDef:
      return function_definition<ast::FunctionDef>(*current_, decorators);
    case K::kClass:
      return class_definition(decorators);
    case K::kAsync:
      return peek() == K::kDef ? async_statement(decorators) : nullptr;
    default:
      return nullptr;
  }
}

Stmt* Parser::async_statement(ast::Exprs decorators) {
  const Token& start = take();
  switch (kind()) {
    case K::kDef:
      return function_definition<ast::AsyncFunctionDef>(start, decorators);
    case K::kFor:
      return for_statement<ast::AsyncFor>(start);
    case K::kWith:
      return with_statement<ast::AsyncWith>(start);
    default:
      return nullptr;
  }
}

// `match` is a name unless its line ends with ":" and an indented block follows, which no statement
// that begins with a name can have.
bool Parser::at_match_statement() const {
  if (!at_soft_keyword("match")) return false;
  switch (peek()) {
    case K::kNewline:
    case K::kEqual:
    case K::kDot:
    case K::kComma:
    case K::kColon:
      return false;
    default:
      break;
  }
  const Token* token = current_ + 1;
  while (token->kind != K::kNewline) {
    if (token->kind == K::kEndMarker || token->kind == K::kError) return false;
    ++token;
  }
  return token[-1].kind == K::kColon && token[1].kind == K::kIndent;
}

// "match" subject ':' NEWLINE INDENT match_case+ DEDENT
Stmt* Parser::match_statement() {
  NestingGuard depth(*this);
  if (!depth.ok()) return nullptr;
  auto* made = node<ast::Match>(take().range);
  const bool star = at(K::kStar);
  const Range& start = current_->range;
  Expr* subject = star_named_expression();
  if (subject == nullptr) return nullptr;
  if (at(K::kComma)) {
    auto* tuple = node<ast::Tuple>(start);
    Sequence<Expr> elements(session_);
    elements.push(subject);
    while (accept(K::kComma) && !at(K::kColon)) {
      if (!elements.push(star_named_expression())) return nullptr;
    }
    tuple->elts = elements.take();
    subject = finish(tuple);
    if (subject == nullptr) return nullptr;
  } else if (star) {
    return nullptr;
  }
  made->subject = subject;
  if (!accept(K::kColon) || !accept(K::kNewline) || !accept(K::kIndent)) return nullptr;
  Sequence<ast::MatchCase> cases(session_);
  do {
    if (!cases.push(match_case())) return nullptr;
  } while (!accept(K::kDedent));
  made->cases = cases.take();
  return finish(made);
}

ast::MatchCase* Parser::match_case() {
  if (!at_soft_keyword("case")) return nullptr;
  auto* made = node<ast::MatchCase>(take().range);
  made->pattern = patterns();
  if (made->pattern == nullptr) return nullptr;
  if (accept(K::kIf)) {
    made->guard = named_expression();
    if (made->guard == nullptr) return nullptr;
  }
  return block(&made->body) ? finish(made) : nullptr;
}

}  // namespace belljar
