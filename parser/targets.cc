// Assignment targets: which expressions may stand on the left, and turning their context around.
#include "parser/nodes.h"

namespace belljar {

using ast::Expr;
using K = TokenKind;

// star_target (',' star_target)* [',']: the targets of `for` and of comprehensions
Expr* Parser::star_targets() {
  const Range& start = current_->range;
  Expr* first = star_target();
  if (first == nullptr || !at(K::kComma)) return first;
  auto* tuple = node<ast::Tuple>(start);
  Sequence<Expr> elements(session_);
  elements.push(first);
  while (accept(K::kComma) && !at(K::kIn) && !at(K::kEqual)) {
    if (!elements.push(star_target())) return nullptr;
  }
  tuple->elts = elements.take();
  tuple->ctx = ast::ExprContext::kStore;
  return finish(tuple);
}

Expr* Parser::star_target() {
  Expr* target = nullptr;
  if (at(K::kStar)) {
    auto* made = node<ast::Starred>(take().range);
    made->value = primary();
    if (made->value == nullptr) return nullptr;
    target = finish(made);
  } else {
    target = primary();
  }
  if (target == nullptr || !is_star_target(target)) return nullptr;
  set_context(target, ast::ExprContext::kStore);
  return target;
}

namespace {

bool is_plain_target(const Expr* target) {
  return ast::is<ast::Name>(target) || ast::is<ast::Attribute>(target) ||
         ast::is<ast::Subscript>(target);
}

const ast::Exprs* elements_of(const Expr* sequence) {
  if (const auto* tuple = ast::as<ast::Tuple>(sequence)) return &tuple->elts;
  if (const auto* list = ast::as<ast::List>(sequence)) return &list->elts;
  return nullptr;
}

}  // namespace

// Recursion here and below is bounded by the height of the tree.
bool Parser::is_star_target(const Expr* target) const {
  if (const auto* starred = ast::as<ast::Starred>(target)) {
    return !ast::is<ast::Starred>(starred->value) && is_star_target(starred->value);
  }
  if (const ast::Exprs* elements = elements_of(target)) {
    for (const Expr* element : *elements) {
      if (!is_star_target(element)) return false;
    }
    return true;
  }
  return is_plain_target(target);
}

bool Parser::is_single_target(const Expr* target) const { return is_plain_target(target); }

bool Parser::is_delete_target(const Expr* target) const {
  if (const ast::Exprs* elements = elements_of(target)) {
    for (const Expr* element : *elements) {
      if (!is_delete_target(element)) return false;
    }
    return true;
  }
  return is_plain_target(target);
}

void Parser::set_context(Expr* target, ast::ExprContext context) {
  if (auto* name = ast::as<ast::Name>(target)) {
    name->ctx = context;
  } else if (auto* attribute = ast::as<ast::Attribute>(target)) {
    attribute->ctx = context;
  } else if (auto* subscript = ast::as<ast::Subscript>(target)) {
    subscript->ctx = context;
  } else if (auto* starred = ast::as<ast::Starred>(target)) {
    starred->ctx = context;
    set_context(starred->value, context);
  } else if (auto* tuple = ast::as<ast::Tuple>(target)) {
    tuple->ctx = context;
    for (Expr* element : tuple->elts) set_context(element, context);
  } else if (auto* list = ast::as<ast::List>(target)) {
    list->ctx = context;
    for (Expr* element : list->elts) set_context(element, context);
  }
}

}  // namespace belljar
