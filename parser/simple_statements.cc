// Statements of one line.
#include <string>

#include "parser/nodes.h"

namespace belljar {

using ast::Expr;
using ast::Stmt;
using K = TokenKind;

namespace {

struct AugmentedOperator {
  bool found = false;
  ast::Operator op = ast::Operator::kAdd;
};

AugmentedOperator augmented_operator(K kind) {
  using O = ast::Operator;
  switch (kind) {
    case K::kPlusEqual:
      return {true, O::kAdd};
    case K::kMinusEqual:
      return {true, O::kSub};
    case K::kStarEqual:
      return {true, O::kMult};
    case K::kAtEqual:
      return {true, O::kMatMult};
    case K::kSlashEqual:
      return {true, O::kDiv};
    case K::kPercentEqual:
      return {true, O::kMod};
    case K::kAmpersandEqual:
      return {true, O::kBitAnd};
    case K::kBarEqual:
      return {true, O::kBitOr};
    case K::kCaretEqual:
      return {true, O::kBitXor};
    case K::kLeftShiftEqual:
      return {true, O::kLShift};
    case K::kRightShiftEqual:
      return {true, O::kRShift};
    case K::kDoubleStarEqual:
      return {true, O::kPow};
    case K::kDoubleSlashEqual:
      return {true, O::kFloorDiv};
    default:
      return {};
  }
}

bool ends_statement(K kind) { return kind == K::kNewline || kind == K::kSemicolon; }

}  // namespace

// simple_statement (';' simple_statement)* [';'] NEWLINE
bool Parser::simple_statements() {
  for (;;) {
    Stmt* made = simple_statement();
    if (made == nullptr) return false;
    session_.scratch.push_back(made);
    if (accept(K::kNewline)) return true;
    if (!accept(K::kSemicolon)) return false;
    if (accept(K::kNewline)) return true;
  }
}

Stmt* Parser::simple_statement() {
  switch (kind()) {
    case K::kReturn:
      return return_statement();
    case K::kImport:
      return import_statement();
    case K::kFrom:
      return import_from_statement();
    case K::kRaise:
      return raise_statement();
    case K::kPass:
      return bare_statement<ast::Pass>();
    case K::kBreak:
      return bare_statement<ast::Break>();
    case K::kContinue:
      return bare_statement<ast::Continue>();
    case K::kDel:
      return delete_statement();
    case K::kAssert:
      return assert_statement();
    case K::kGlobal:
      return names_statement<ast::Global>();
    case K::kNonlocal:
      return names_statement<ast::Nonlocal>();
    default:
      return expression_statement();
  }
}

template <typename T>
Stmt* Parser::bare_statement() {
  return finish(node<T>(take().range));
}

// An expression, or what turns out to be an assignment.
Stmt* Parser::expression_statement() {
  const Token& start = *current_;
  Expr* first = yield_or_star_expressions();
  if (first == nullptr) return nullptr;
  if (at(K::kEqual)) return assignment(start, first);
  if (at(K::kColon)) return annotated_assignment(start, first);
  if (const AugmentedOperator augmented = augmented_operator(kind()); augmented.found) {
    return augmented_assignment(start, first, augmented.op);
  }
  auto* made = node<ast::ExprStmt>(start.range);
  made->value = first;
  return finish(made);
}

// (star_targets '=')+ (yield_expression | star_expressions)
Stmt* Parser::assignment(const Token& start, Expr* value) {
  auto* made = node<ast::Assign>(start.range);
  Sequence<Expr> targets(session_);
  while (at(K::kEqual)) {
    if (!is_star_target(value)) return nullptr;
    take();
    set_context(value, ast::ExprContext::kStore);
    targets.push(value);
    value = yield_or_star_expressions();
    if (value == nullptr) return nullptr;
  }
  made->targets = targets.take();
  made->value = value;
  return finish(made);
}

// In `(a).b: int` CPython's rule takes "(a)" for the whole target and does not come back from it.
bool begins_with_target_in_parentheses(const Token& start, const Expr* target) {
  if (start.kind != K::kLeftParen) return false;
  const Expr* base = target;
  while (base->range.column == start.range.column && base->range.line == start.range.line) {
    if (const auto* attribute = ast::as<ast::Attribute>(base)) {
      base = attribute->value;
    } else if (const auto* subscript = ast::as<ast::Subscript>(base)) {
      base = subscript->value;
    } else if (const auto* call = ast::as<ast::Call>(base)) {
      base = call->func;
    } else {
      return false;
    }
  }
  return base != target && (ast::is<ast::Name>(base) || ast::is<ast::Attribute>(base) ||
                            ast::is<ast::Subscript>(base));
}

Stmt* Parser::annotated_assignment(const Token& start, Expr* target) {
  if (!is_single_target(target) || begins_with_target_in_parentheses(start, target)) return nullptr;
  auto* made = node<ast::AnnAssign>(start.range);
  take();
  set_context(target, ast::ExprContext::kStore);
  made->target = target;
  made->simple = ast::is<ast::Name>(target) && start.kind == K::kName ? 1 : 0;
  made->annotation = expression();
  if (made->annotation == nullptr) return nullptr;
  if (accept(K::kEqual)) {
    made->value = yield_or_star_expressions();
    if (made->value == nullptr) return nullptr;
  }
  return finish(made);
}

Stmt* Parser::augmented_assignment(const Token& start, Expr* target, ast::Operator op) {
  if (!is_single_target(target)) return nullptr;
  auto* made = node<ast::AugAssign>(start.range);
  take();
  set_context(target, ast::ExprContext::kStore);
  made->target = target;
  made->op = op;
  made->value = yield_or_star_expressions();
  return made->value == nullptr ? nullptr : finish(made);
}

Stmt* Parser::return_statement() {
  auto* made = node<ast::Return>(take().range);
  if (!ends_statement(kind())) {
    made->value = star_expressions();
    if (made->value == nullptr) return nullptr;
  }
  return finish(made);
}

Stmt* Parser::raise_statement() {
  auto* made = node<ast::Raise>(take().range);
  if (!ends_statement(kind())) {
    made->exc = expression();
    if (made->exc == nullptr) return nullptr;
    if (accept(K::kFrom)) {
      made->cause = expression();
      if (made->cause == nullptr) return nullptr;
    }
  }
  return finish(made);
}

Stmt* Parser::delete_statement() {
  auto* made = node<ast::Delete>(take().range);
  Sequence<Expr> targets(session_);
  do {
    Expr* target = primary();
    if (target == nullptr || !is_delete_target(target)) return nullptr;
    set_context(target, ast::ExprContext::kDel);
    targets.push(target);
  } while (accept(K::kComma) && !ends_statement(kind()));
  if (!ends_statement(kind())) return nullptr;
  made->targets = targets.take();
  return finish(made);
}

Stmt* Parser::assert_statement() {
  auto* made = node<ast::Assert>(take().range);
  made->test = expression();
  if (made->test == nullptr) return nullptr;
  if (accept(K::kComma)) {
    made->msg = expression();
    if (made->msg == nullptr) return nullptr;
  }
  return finish(made);
}

template <typename T>
Stmt* Parser::names_statement() {
  auto* made = node<T>(take().range);
  std::vector<ast::Identifier> names;
  do {
    if (!at(K::kName)) return nullptr;
    names.push_back(identifier(take()));
  } while (accept(K::kComma));
  made->names = session_.arena.copy(names.data(), names.size());
  return finish(made);
}

// NAME ('.' NAME)*, joined
bool Parser::dotted_name(ast::Identifier* name) {
  if (!at(K::kName)) return false;
  *name = identifier(take());
  if (!at(K::kDot)) return true;
  std::string joined(*name);
  while (accept(K::kDot)) {
    if (!at(K::kName)) return false;
    joined += '.';
    joined += identifier(take());
  }
  *name = session_.arena.copy(std::string_view(joined));
  return true;
}

ast::Alias* Parser::alias(bool dotted) {
  if (!at(K::kName)) return nullptr;
  auto* made = node<ast::Alias>(current_->range);
  if (dotted) {
    if (!dotted_name(&made->name)) return nullptr;
  } else {
    made->name = identifier(take());
  }
  if (accept(K::kAs)) {
    if (!at(K::kName)) return nullptr;
    made->asname = identifier(take());
  }
  return finish(made);
}

Stmt* Parser::import_statement() {
  auto* made = node<ast::Import>(take().range);
  Sequence<ast::Alias> names(session_);
  do {
    if (!names.push(alias(/*dotted=*/true))) return nullptr;
  } while (accept(K::kComma));
  made->names = names.take();
  return finish(made);
}

Stmt* Parser::import_from_statement() {
  auto* made = node<ast::ImportFrom>(take().range);
  while (at(K::kDot) || at(K::kEllipsis)) made->level += take().kind == K::kDot ? 1 : 3;
  if (at(K::kName)) {
    if (!dotted_name(&made->module)) return nullptr;
  } else if (made->level == 0) {
    return nullptr;
  }
  if (!accept(K::kImport)) return nullptr;
  Sequence<ast::Alias> names(session_);
  if (at(K::kStar)) {
    auto* star = node<ast::Alias>(current_->range);
    star->name = take().text(text_);
    names.push(finish(star));
  } else {
    const bool parenthesized = accept(K::kLeftParen);
    do {
      if (!names.push(alias(/*dotted=*/false))) return nullptr;
    } while (accept(K::kComma) && !(parenthesized && at(K::kRightParen)));
    if (parenthesized && !accept(K::kRightParen)) return nullptr;
  }
  made->names = names.take();
  return finish(made);
}

}  // namespace belljar
