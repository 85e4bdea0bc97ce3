// Atoms and what may follow them: calls, subscripts, attributes, displays, comprehensions.
#include "parser/nodes.h"

namespace belljar {

using ast::Expr;
using K = TokenKind;

Expr* Parser::primary() {
  const Range& start = current_->range;
  Expr* value = atom();
  while (value != nullptr) {
    if (at(K::kDot)) {
      auto* made = node<ast::Attribute>(start);
      take();
      if (!at(K::kName)) return nullptr;
      made->value = value;
      made->attr = identifier(take());
      value = finish(made);
    } else if (at(K::kLeftParen)) {
      value = call(start, value);
    } else if (at(K::kLeftBracket)) {
      value = subscript(start, value);
    } else {
      break;
    }
  }
  return value;
}

Expr* Parser::call(const Range& start, Expr* function) {
  auto* made = node<ast::Call>(start);
  made->func = function;
  const Token& open = take();
  const bool keyword_first = at(K::kName) && peek() == K::kEqual;
  if (!at(K::kRightParen) && !at(K::kStar) && !at(K::kDoubleStar) && !keyword_first) {
    Expr* first = named_expression();
    if (first == nullptr) return nullptr;
    if (at_comprehension()) {
      // A lone generator expression shares the call's parentheses.
      auto* generator = node<ast::GeneratorExp>(open.range);
      generator->elt = first;
      if (!comprehensions(&generator->generators) || !accept(K::kRightParen)) return nullptr;
      first = finish(generator);
      if (first == nullptr) return nullptr;
      made->args = session_.arena.copy(&first, 1);
      return finish(made);
    }
    if (!accept(K::kComma) && !at(K::kRightParen)) return nullptr;
    if (!arguments(first, &made->args, &made->keywords)) return nullptr;
  } else if (!arguments(nullptr, &made->args, &made->keywords)) {
    return nullptr;
  }
  return accept(K::kRightParen) ? finish(made) : nullptr;
}

// Arguments up to the closing parenthesis, `first` (with its comma) being read already. The order:
// positional and *starred; then NAME= and *starred; from the first ** on only NAME= and **.
bool Parser::arguments(Expr* first, ast::Exprs* args_out, ast::Keywords* keywords_out) {
  Sequence<Expr> args(session_);
  args.push(first);
  const auto at_keyword = [&] {
    return at(K::kDoubleStar) || (at(K::kName) && peek() == K::kEqual);
  };
  while (!at(K::kRightParen) && !at_keyword()) {
    if (!args.push(at(K::kStar) ? starred(true) : named_expression())) return false;
    if (!accept(K::kComma)) {
      *args_out = args.take();
      return at(K::kRightParen);
    }
  }
  *args_out = args.take();
  if (!at_keyword()) return at(K::kRightParen);

  // Starred arguments may follow keywords; they still belong to args.
  Sequence<ast::Keyword> keywords(session_);
  std::vector<Expr*> late_args;
  bool saw_double_star = false;
  while (!at(K::kRightParen)) {
    if (at(K::kStar)) {
      if (saw_double_star) return false;
      Expr* argument = starred(true);
      if (argument == nullptr) return false;
      late_args.push_back(argument);
    } else if (at_keyword()) {
      auto* keyword = node<ast::Keyword>(current_->range);
      if (at(K::kDoubleStar)) {
        saw_double_star = true;
      } else {
        keyword->arg = identifier(take());
      }
      take();
      keyword->value = expression();
      if (keyword->value == nullptr || !keywords.push(finish(keyword))) return false;
    } else {
      return false;
    }
    if (!accept(K::kComma)) break;
  }
  *keywords_out = keywords.take();
  if (!late_args.empty()) {
    late_args.insert(late_args.begin(), args_out->begin(), args_out->end());
    *args_out = session_.arena.copy(late_args.data(), late_args.size());
  }
  return at(K::kRightParen);
}

// value '[' slices ']': a tuple if there is a comma or a star
Expr* Parser::subscript(const Range& start, Expr* value) {
  auto* made = node<ast::Subscript>(start);
  made->value = value;
  take();
  const Range& slices_start = current_->range;
  const auto element = [&] { return at(K::kStar) ? starred(true) : slice(); };
  const bool starts_with_star = at(K::kStar);
  Expr* first = element();
  if (first == nullptr) return nullptr;
  if (at(K::kComma) || starts_with_star) {
    auto* tuple = node<ast::Tuple>(slices_start);
    Sequence<Expr> elements(session_);
    elements.push(first);
    while (accept(K::kComma) && !at(K::kRightBracket)) {
      if (!elements.push(element())) return nullptr;
    }
    tuple->elts = elements.take();
    first = finish(tuple);
    if (first == nullptr) return nullptr;
  }
  made->slice = first;
  return accept(K::kRightBracket) ? finish(made) : nullptr;
}

// [expression] ':' [expression] [':' [expression]] | named_expression
Expr* Parser::slice() {
  const Range& start = current_->range;
  Expr* lower = nullptr;
  if (!at(K::kColon)) {
    lower = named_expression();
    if (lower == nullptr || !at(K::kColon)) return lower;
    // `a := b : c` is not a slice (a parenthesised walrus does not start at its own first token).
    if (ast::is<ast::NamedExpr>(lower) && lower->range.start() == start.start()) return nullptr;
  }
  auto* made = node<ast::Slice>(start);
  made->lower = lower;
  const auto part = [&](Expr** out) {
    if (at(K::kColon) || at(K::kComma) || at(K::kRightBracket)) return true;
    *out = expression();
    return *out != nullptr;
  };
  take();
  if (!part(&made->upper)) return nullptr;
  if (accept(K::kColon) && !part(&made->step)) return nullptr;
  return finish(made);
}

Expr* Parser::name() {
  auto* made = node<ast::Name>(current_->range);
  made->id = identifier(take());
  return made;
}

Expr* Parser::constant(ast::ConstantKind kind) {
  auto* made = node<ast::Constant>(take().range);
  made->value.kind = kind;
  return made;
}

Expr* Parser::atom() {
  switch (kind()) {
    case K::kName:
      return name();
    case K::kNumber:
      return number();
    case K::kString:
      return strings();
    case K::kLeftParen:
      return parenthesized();
    case K::kLeftBracket:
      return bracketed();
    case K::kLeftBrace:
      return braced();
    case K::kNone:
      return constant(ast::ConstantKind::kNone);
    case K::kTrue:
      return constant(ast::ConstantKind::kTrue);
    case K::kFalse:
      return constant(ast::ConstantKind::kFalse);
    case K::kEllipsis:
      return constant(ast::ConstantKind::kEllipsis);
    default:
      return nullptr;
  }
}

// '(': an empty tuple, a tuple, a generator expression, or a group (which leaves no trace)
Expr* Parser::parenthesized() {
  const Token& open = take();
  if (at(K::kYield)) {
    Expr* value = yield_expression();
    return value != nullptr && accept(K::kRightParen) ? value : nullptr;
  }
  Sequence<Expr> elements(session_);
  if (!at(K::kRightParen)) {
    const bool star = at(K::kStar);
    Expr* first = star_named_expression();
    if (first == nullptr) return nullptr;
    if (at(K::kRightParen)) {
      if (star) return nullptr;
      take();
      return first;
    }
    if (at_comprehension()) {
      if (star) return nullptr;
      auto* generator = node<ast::GeneratorExp>(open.range);
      generator->elt = first;
      if (!comprehensions(&generator->generators) || !accept(K::kRightParen)) return nullptr;
      return finish(generator);
    }
    elements.push(first);
    if (!at(K::kComma)) return nullptr;
    while (accept(K::kComma) && !at(K::kRightParen)) {
      if (!elements.push(star_named_expression())) return nullptr;
    }
  }
  if (!accept(K::kRightParen)) return nullptr;
  auto* tuple = node<ast::Tuple>(open.range);
  tuple->elts = elements.take();
  return finish(tuple);
}

// '[': a list or a list comprehension
Expr* Parser::bracketed() {
  const Token& open = take();
  Sequence<Expr> elements(session_);
  if (!at(K::kRightBracket)) {
    const bool star = at(K::kStar);
    Expr* first = star_named_expression();
    if (first == nullptr) return nullptr;
    if (at_comprehension()) {
      if (star) return nullptr;
      auto* made = node<ast::ListComp>(open.range);
      made->elt = first;
      if (!comprehensions(&made->generators) || !accept(K::kRightBracket)) return nullptr;
      return finish(made);
    }
    elements.push(first);
    while (accept(K::kComma) && !at(K::kRightBracket)) {
      if (!elements.push(star_named_expression())) return nullptr;
    }
  }
  if (!accept(K::kRightBracket)) return nullptr;
  auto* list = node<ast::List>(open.range);
  list->elts = elements.take();
  return finish(list);
}

// '{': a dict, a set, or a comprehension of one
Expr* Parser::braced() {
  const Token& open = take();
  if (at(K::kRightBrace) || at(K::kDoubleStar)) return dict_rest(open, nullptr);
  const bool star = at(K::kStar);
  Expr* first = star_named_expression();
  if (first == nullptr) return nullptr;
  if (!at(K::kColon)) return set_rest(open, first);
  const bool walrus =
      ast::is<ast::NamedExpr>(first) && (&open)[1].range.start() == first->range.start();
  return star || walrus ? nullptr : dict_rest(open, first);
}

Expr* Parser::set_rest(const Token& open, Expr* first) {
  if (at_comprehension()) {
    if (ast::is<ast::Starred>(first)) return nullptr;
    auto* made = node<ast::SetComp>(open.range);
    made->elt = first;
    if (!comprehensions(&made->generators) || !accept(K::kRightBrace)) return nullptr;
    return finish(made);
  }
  Sequence<Expr> elements(session_);
  elements.push(first);
  while (accept(K::kComma) && !at(K::kRightBrace)) {
    if (!elements.push(star_named_expression())) return nullptr;
  }
  if (!accept(K::kRightBrace)) return nullptr;
  auto* set = node<ast::Set>(open.range);
  set->elts = elements.take();
  return finish(set);
}

// The rest of a dict whose first key (if any) is read already.
Expr* Parser::dict_rest(const Token& open, Expr* key) {
  // Keys and values alternate in one sequence; `**mapping` has a null key.
  Sequence<Expr> items(session_);
  while (key != nullptr || !at(K::kRightBrace)) {
    if (key == nullptr && accept(K::kDoubleStar)) {
      items.push_null();
      if (!items.push(bitwise_or())) return nullptr;
    } else {
      if (key == nullptr) key = expression();
      if (!items.push(key) || !accept(K::kColon)) return nullptr;
      Expr* value = expression();
      if (!items.push(value)) return nullptr;
      if (items.size() == 2 && at_comprehension()) {
        auto* made = node<ast::DictComp>(open.range);
        made->key = key;
        made->value = value;
        if (!comprehensions(&made->generators) || !accept(K::kRightBrace)) return nullptr;
        return finish(made);
      }
      key = nullptr;
    }
    if (!accept(K::kComma)) break;
  }
  if (!accept(K::kRightBrace)) return nullptr;
  auto* dict = node<ast::Dict>(open.range);
  const size_t count = items.size() / 2;
  if (count > 0) {
    void* memory = session_.arena.allocate(2 * count * sizeof(Expr*), alignof(Expr*));
    dict->keys = {static_cast<Expr**>(memory), static_cast<uint32_t>(count)};
    dict->values = {dict->keys.data + count, static_cast<uint32_t>(count)};
    for (size_t i = 0; i < count; ++i) {
      dict->keys[i] = items[2 * i];
      dict->values[i] = items[2 * i + 1];
    }
  }
  return finish(dict);
}

// (['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*)+
bool Parser::comprehensions(ast::Comprehensions* clauses_out) {
  Sequence<ast::Comprehension> clauses(session_);
  while (at_comprehension()) {
    auto* clause = node<ast::Comprehension>(current_->range);
    clause->is_async = accept(K::kAsync) ? 1 : 0;
    take();
    clause->target = star_targets();
    if (clause->target == nullptr || !accept(K::kIn)) return false;
    clause->iter = disjunction();
    if (clause->iter == nullptr) return false;
    {
      Sequence<Expr> conditions(session_);  // ends before the clause is pushed below it
      while (accept(K::kIf)) {
        if (!conditions.push(disjunction())) return false;
      }
      clause->ifs = conditions.take();
    }
    if (!clauses.push(finish(clause))) return false;
  }
  *clauses_out = clauses.take();
  return true;
}

}  // namespace belljar
