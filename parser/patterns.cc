// The patterns of match statements.
#include "parser/nodes.h"

namespace belljar {

using ast::Expr;
using ast::Pattern;
using K = TokenKind;

// maybe_star_pattern ',' [...] | pattern
Pattern* Parser::patterns() {
  const Range& start = current_->range;
  const bool star = at(K::kStar);
  Pattern* first = maybe_star_pattern();
  if (first == nullptr) return nullptr;
  if (!at(K::kComma)) return star ? nullptr : first;
  auto* made = node<ast::MatchSequence>(start);
  Sequence<Pattern> items(session_);
  items.push(first);
  while (accept(K::kComma) && !at(K::kColon) && !at(K::kIf)) {
    if (!items.push(maybe_star_pattern())) return nullptr;
  }
  made->patterns = items.take();
  return finish(made);
}

// or_pattern ['as' NAME]
Pattern* Parser::pattern() {
  NestingGuard depth(*this);
  if (!depth.ok()) return nullptr;
  const Range& start = current_->range;
  Pattern* inner = or_pattern();
  if (inner == nullptr || !at(K::kAs)) return inner;
  auto* made = node<ast::MatchAs>(start);
  take();
  made->pattern = inner;
  return capture_target(&made->name) ? finish(made) : nullptr;
}

Pattern* Parser::or_pattern() {
  const Range& start = current_->range;
  Pattern* first = closed_pattern();
  if (first == nullptr || !at(K::kBar)) return first;
  auto* made = node<ast::MatchOr>(start);
  Sequence<Pattern> alternatives(session_);
  alternatives.push(first);
  while (accept(K::kBar)) {
    if (!alternatives.push(closed_pattern())) return nullptr;
  }
  made->patterns = alternatives.take();
  return finish(made);
}

Pattern* Parser::closed_pattern() {
  switch (kind()) {
    case K::kName:
      return name_pattern();
    case K::kLeftParen:
    case K::kLeftBracket:
      return sequence_pattern();
    case K::kLeftBrace:
      return mapping_pattern();
    default:
      return literal_pattern();
  }
}

// A name that binds: not "_", and not the beginning of something longer.
bool Parser::capture_target(ast::Identifier* name) {
  if (!at(K::kName) || at_soft_keyword("_")) return false;
  if (peek() == K::kDot || peek() == K::kLeftParen || peek() == K::kEqual) return false;
  *name = identifier(take());
  return true;
}

Pattern* Parser::maybe_star_pattern() {
  if (!at(K::kStar)) return pattern();
  auto* made = node<ast::MatchStar>(take().range);
  if (at_soft_keyword("_")) {
    take();
  } else if (!capture_target(&made->name)) {
    return nullptr;
  }
  return finish(made);
}

// A capture, the wildcard, a dotted value, or a class pattern
Pattern* Parser::name_pattern() {
  const Range& start = current_->range;
  if (at_soft_keyword("_")) {
    take();
    return finish(node<ast::MatchAs>(start));
  }
  ast::Identifier captured;
  if (capture_target(&captured)) {
    auto* made = node<ast::MatchAs>(start);
    made->name = captured;
    return finish(made);
  }
  Expr* value = pattern_attribute();
  if (value == nullptr) return nullptr;
  if (at(K::kLeftParen)) return class_pattern(value);
  if (at(K::kEqual) || !ast::is<ast::Attribute>(value)) return nullptr;
  auto* made = node<ast::MatchValue>(start);
  made->value = value;
  return finish(made);
}

// NAME ('.' NAME)*
Expr* Parser::pattern_attribute() {
  const Range& start = current_->range;
  if (!at(K::kName)) return nullptr;
  Expr* value = name();
  while (at(K::kDot)) {
    take();
    if (!at(K::kName)) return nullptr;
    auto* made = node<ast::Attribute>(start);
    made->value = value;
    made->attr = identifier(take());
    value = finish(made);
    if (value == nullptr) return nullptr;
  }
  return value;
}

Pattern* Parser::literal_pattern() {
  const Range& start = current_->range;
  ast::ConstantKind singleton;
  switch (kind()) {
    case K::kNone:
      singleton = ast::ConstantKind::kNone;
      break;
    case K::kTrue:
      singleton = ast::ConstantKind::kTrue;
      break;
    case K::kFalse:
      singleton = ast::ConstantKind::kFalse;
      break;
    default: {
      Expr* value = literal_expression();
      if (value == nullptr) return nullptr;
      auto* made = node<ast::MatchValue>(start);
      made->value = value;
      return finish(made);
    }
  }
  auto* made = node<ast::MatchSingleton>(take().range);
  made->value.kind = singleton;
  return finish(made);
}

// A number, possibly negative or complex, strings, or a singleton
Expr* Parser::literal_expression() {
  switch (kind()) {
    case K::kString:
      return strings();
    case K::kNone:
      return constant(ast::ConstantKind::kNone);
    case K::kTrue:
      return constant(ast::ConstantKind::kTrue);
    case K::kFalse:
      return constant(ast::ConstantKind::kFalse);
    case K::kNumber:
    case K::kMinus:
      break;
    default:
      return nullptr;
  }
  const Range& start = current_->range;
  const Token& real_token = *(at(K::kMinus) ? current_ + 1 : current_);
  Expr* real = signed_number();
  if (real == nullptr || (!at(K::kPlus) && !at(K::kMinus))) return real;
  if (is_imaginary(real_token)) {
    return raise("real number required in complex literal", real_token.range);
  }
  auto* made = node<ast::BinOp>(start);
  made->left = real;
  made->op = take().kind == K::kPlus ? ast::Operator::kAdd : ast::Operator::kSub;
  if (!at(K::kNumber)) return nullptr;
  if (!is_imaginary(*current_)) {
    return raise("imaginary number required in complex literal", current_->range);
  }
  made->right = number();
  return made->right == nullptr ? nullptr : finish(made);
}

Expr* Parser::signed_number() {
  if (at(K::kNumber)) return number();
  auto* made = node<ast::UnaryOp>(take().range);
  made->op = ast::UnaryOperator::kUSub;
  if (!at(K::kNumber)) return nullptr;
  made->operand = number();
  return made->operand == nullptr ? nullptr : finish(made);
}

// '[' ... ']' or '(' ... ')'; parentheses around one pattern without a comma are a group
Pattern* Parser::sequence_pattern() {
  const Token& open = take();
  const bool parenthesized = open.kind == K::kLeftParen;
  const K close = parenthesized ? K::kRightParen : K::kRightBracket;
  Sequence<Pattern> items(session_);
  while (!at(close)) {
    const bool star = at(K::kStar);
    if (!items.push(maybe_star_pattern())) return nullptr;
    if (parenthesized && items.size() == 1 && at(close)) {
      if (star) return nullptr;
      take();
      return items[0];
    }
    if (!accept(K::kComma)) break;
  }
  if (!accept(close)) return nullptr;
  auto* made = node<ast::MatchSequence>(open.range);
  made->patterns = items.take();
  return finish(made);
}

// '{' (key ':' pattern ',')* ['**' NAME] '}'
Pattern* Parser::mapping_pattern() {
  auto* made = node<ast::MatchMapping>(take().range);
  Sequence<ast::Node> items(session_);  // keys and patterns alternate
  while (!at(K::kRightBrace)) {
    if (accept(K::kDoubleStar)) {
      if (!capture_target(&made->rest)) return nullptr;
      accept(K::kComma);
      break;
    }
    if (!items.push(at(K::kName) ? pattern_attribute() : literal_expression())) return nullptr;
    if (ast::is<ast::Name>(items[items.size() - 1]) || !accept(K::kColon)) return nullptr;
    if (!items.push(pattern())) return nullptr;
    if (!accept(K::kComma)) break;
  }
  if (!accept(K::kRightBrace)) return nullptr;
  std::vector<Expr*> keys;
  std::vector<Pattern*> values;
  for (size_t i = 0; i < items.size(); i += 2) {
    keys.push_back(static_cast<Expr*>(items[i]));
    values.push_back(static_cast<Pattern*>(items[i + 1]));
  }
  made->keys = session_.arena.copy(keys.data(), keys.size());
  made->patterns = session_.arena.copy(values.data(), values.size());
  return finish(made);
}

// cls '(' positional patterns, then NAME '=' pattern ')'
Pattern* Parser::class_pattern(Expr* cls) {
  auto* made = node<ast::MatchClass>(cls->range);
  made->cls = cls;
  take();
  Sequence<Pattern> positional(session_);
  std::vector<ast::Identifier> names;
  std::vector<Pattern*> values;
  while (!at(K::kRightParen)) {
    if (at(K::kName) && peek() == K::kEqual) {
      names.push_back(identifier(take()));
      take();
      values.push_back(pattern());
      if (values.back() == nullptr) return nullptr;
    } else if (!names.empty() || !positional.push(pattern())) {
      return nullptr;
    }
    if (!accept(K::kComma)) break;
  }
  if (!accept(K::kRightParen)) return nullptr;
  made->patterns = positional.take();
  made->kwd_attrs = session_.arena.copy(names.data(), names.size());
  made->kwd_patterns = session_.arena.copy(values.data(), values.size());
  return finish(made);
}

}  // namespace belljar
