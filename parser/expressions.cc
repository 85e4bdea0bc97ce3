// Expressions from the loosest level down to the power operator.
#include "parser/nodes.h"

namespace belljar {

using ast::Expr;
using K = TokenKind;

namespace {

struct BinaryOperator {
  int precedence = 0;  // 0: not a binary operator
  ast::Operator op = ast::Operator::kAdd;
};

constexpr int kBitOrPrecedence = 1;

BinaryOperator binary_operator(K kind) {
  using O = ast::Operator;
  switch (kind) {
    case K::kBar:
      return {kBitOrPrecedence, O::kBitOr};
    case K::kCaret:
      return {2, O::kBitXor};
    case K::kAmpersand:
      return {3, O::kBitAnd};
    case K::kLeftShift:
      return {4, O::kLShift};
    case K::kRightShift:
      return {4, O::kRShift};
    case K::kPlus:
      return {5, O::kAdd};
    case K::kMinus:
      return {5, O::kSub};
    case K::kStar:
      return {6, O::kMult};
    case K::kSlash:
      return {6, O::kDiv};
    case K::kDoubleSlash:
      return {6, O::kFloorDiv};
    case K::kPercent:
      return {6, O::kMod};
    case K::kAt:
      return {6, O::kMatMult};
    default:
      return {};
  }
}

}  // namespace

// lambda | disjunction ['if' disjunction 'else' expression]
Expr* Parser::expression() {
  NestingGuard depth(*this);
  if (!depth.ok()) return nullptr;
  if (at(K::kLambda)) return lambda();
  const Range& start = current_->range;
  Expr* body = disjunction();
  if (body == nullptr || !at(K::kIf)) return body;
  auto* conditional = node<ast::IfExp>(start);
  take();
  conditional->body = body;
  conditional->test = disjunction();
  if (conditional->test == nullptr || !accept(K::kElse)) return nullptr;
  conditional->orelse = expression();
  if (conditional->orelse == nullptr) return nullptr;
  return finish(conditional);
}

Expr* Parser::lambda() {
  auto* made = node<ast::Lambda>(take().range);
  made->args = parameters(K::kColon, /*annotated=*/false);
  if (made->args == nullptr || !accept(K::kColon)) return nullptr;
  made->body = expression();
  if (made->body == nullptr) return nullptr;
  return finish(made);
}

// [NAME ':='] expression
Expr* Parser::named_expression() {
  if (at(K::kName) && peek() == K::kColonEqual) {
    auto* named = node<ast::NamedExpr>(current_->range);
    named->target = name();
    take();
    static_cast<ast::Name*>(named->target)->ctx = ast::ExprContext::kStore;
    named->value = expression();
    if (named->value == nullptr) return nullptr;
    return finish(named);
  }
  Expr* value = expression();
  return at(K::kColonEqual) ? nullptr : value;
}

// '*' and what may follow it: any expression in calls and subscripts, a bitwise_or elsewhere.
Expr* Parser::starred(bool any_expression) {
  auto* made = node<ast::Starred>(take().range);
  made->value = any_expression ? expression() : bitwise_or();
  if (made->value == nullptr) return nullptr;
  return finish(made);
}

Expr* Parser::star_expression() { return at(K::kStar) ? starred(false) : expression(); }

Expr* Parser::star_named_expression() { return at(K::kStar) ? starred(false) : named_expression(); }

namespace {

// Can an expression begin here? Decides whether a comma was a trailing one.
bool begins_expression(K kind) {
  switch (kind) {
    case K::kName:
    case K::kNumber:
    case K::kString:
    case K::kLeftParen:
    case K::kLeftBracket:
    case K::kLeftBrace:
    case K::kEllipsis:
    case K::kPlus:
    case K::kMinus:
    case K::kTilde:
    case K::kStar:
    case K::kFalse:
    case K::kNone:
    case K::kTrue:
    case K::kNot:
    case K::kLambda:
    case K::kAwait:
      return true;
    default:
      return false;
  }
}

}  // namespace

// star_expression (',' star_expression)* [',']: a tuple if there is a comma
Expr* Parser::star_expressions() {
  const Range& start = current_->range;
  Expr* first = star_expression();
  if (first == nullptr || !at(K::kComma)) return first;
  auto* tuple = node<ast::Tuple>(start);
  Sequence<Expr> elements(session_);
  elements.push(first);
  while (accept(K::kComma) && begins_expression(kind())) {
    if (!elements.push(star_expression())) return nullptr;
  }
  tuple->elts = elements.take();
  return finish(tuple);
}

Expr* Parser::yield_expression() {
  const Range& start = take().range;
  if (accept(K::kFrom)) {
    auto* made = node<ast::YieldFrom>(start);
    made->value = expression();
    return made->value == nullptr ? nullptr : finish(made);
  }
  auto* made = node<ast::Yield>(start);
  if (begins_expression(kind())) {
    made->value = star_expressions();
    if (made->value == nullptr) return nullptr;
  }
  return finish(made);
}

Expr* Parser::yield_or_star_expressions() {
  return at(K::kYield) ? yield_expression() : star_expressions();
}

Expr* Parser::disjunction() {
  const Range& start = current_->range;
  Expr* first = conjunction();
  if (first == nullptr || !at(K::kOr)) return first;
  auto* made = node<ast::BoolOp>(start);
  made->op = ast::BoolOperator::kOr;
  Sequence<Expr> values(session_);
  values.push(first);
  while (accept(K::kOr)) {
    if (!values.push(conjunction())) return nullptr;
  }
  made->values = values.take();
  return finish(made);
}

Expr* Parser::conjunction() {
  const Range& start = current_->range;
  Expr* first = inversion();
  if (first == nullptr || !at(K::kAnd)) return first;
  auto* made = node<ast::BoolOp>(start);
  made->op = ast::BoolOperator::kAnd;
  Sequence<Expr> values(session_);
  values.push(first);
  while (accept(K::kAnd)) {
    if (!values.push(inversion())) return nullptr;
  }
  made->values = values.take();
  return finish(made);
}

Expr* Parser::inversion() {
  if (!at(K::kNot)) return comparison();
  NestingGuard depth(*this);
  if (!depth.ok()) return nullptr;
  auto* made = node<ast::UnaryOp>(take().range);
  made->op = ast::UnaryOperator::kNot;
  made->operand = inversion();
  return made->operand == nullptr ? nullptr : finish(made);
}

Expr* Parser::comparison() {
  using O = ast::CompareOperator;
  // Consumes a comparison operator if one is here.
  const auto accept_operator = [&](O* op) {
    switch (kind()) {
      case K::kEqualEqual:
        *op = O::kEq;
        break;
      case K::kNotEqual:
        *op = O::kNotEq;
        break;
      case K::kLess:
        *op = O::kLt;
        break;
      case K::kLessEqual:
        *op = O::kLtE;
        break;
      case K::kGreater:
        *op = O::kGt;
        break;
      case K::kGreaterEqual:
        *op = O::kGtE;
        break;
      case K::kIn:
        *op = O::kIn;
        break;
      case K::kIs:
        *op = peek() == K::kNot ? O::kIsNot : O::kIs;
        if (*op == O::kIsNot) take();
        break;
      case K::kNot:
        if (peek() != K::kIn) return false;
        *op = O::kNotIn;
        take();
        break;
      default:
        return false;
    }
    take();
    return true;
  };

  const Range& start = current_->range;
  Expr* left = bitwise_or();
  O op;
  if (left == nullptr || !accept_operator(&op)) return left;
  auto* made = node<ast::Compare>(start);
  made->left = left;
  Sequence<Expr> comparators(session_);
  std::string& operators = session_.operator_scratch;
  const size_t mark = operators.size();
  bool ok = true;
  do {
    operators.push_back(static_cast<char>(op));
    ok = comparators.push(bitwise_or());
  } while (ok && accept_operator(&op));
  if (ok) {
    static_assert(sizeof(O) == 1);
    made->ops = session_.arena.copy(reinterpret_cast<const O*>(operators.data() + mark),
                                    operators.size() - mark);
    made->comparators = comparators.take();
  }
  operators.resize(mark);
  return ok ? finish(made) : nullptr;
}

Expr* Parser::bitwise_or() { return binary(kBitOrPrecedence); }

Expr* Parser::binary(int min_precedence) {
  const Range& start = current_->range;
  Expr* left = factor();
  if (left == nullptr) return nullptr;
  for (;;) {
    const BinaryOperator op = binary_operator(kind());
    if (op.precedence < min_precedence || op.precedence == 0) return left;
    auto* made = node<ast::BinOp>(start);
    take();
    made->left = left;
    made->op = op.op;
    made->right = binary(op.precedence + 1);
    if (made->right == nullptr) return nullptr;
    left = finish(made);
    if (left == nullptr) return nullptr;
  }
}

Expr* Parser::factor() {
  ast::UnaryOperator op;
  switch (kind()) {
    case K::kPlus:
      op = ast::UnaryOperator::kUAdd;
      break;
    case K::kMinus:
      op = ast::UnaryOperator::kUSub;
      break;
    case K::kTilde:
      op = ast::UnaryOperator::kInvert;
      break;
    default:
      return power();
  }
  NestingGuard depth(*this);
  if (!depth.ok()) return nullptr;
  auto* made = node<ast::UnaryOp>(take().range);
  made->op = op;
  made->operand = factor();
  return made->operand == nullptr ? nullptr : finish(made);
}

// ['await'] primary ['**' factor]
Expr* Parser::power() {
  const Range& start = current_->range;
  Expr* base = nullptr;
  if (at(K::kAwait)) {
    auto* made = node<ast::Await>(take().range);
    made->value = primary();
    if (made->value == nullptr) return nullptr;
    base = finish(made);
  } else {
    base = primary();
  }
  if (base == nullptr || !at(K::kDoubleStar)) return base;
  NestingGuard depth(*this);
  if (!depth.ok()) return nullptr;
  auto* made = node<ast::BinOp>(start);
  take();
  made->left = base;
  made->op = ast::Operator::kPow;
  made->right = factor();
  return made->right == nullptr ? nullptr : finish(made);
}

}  // namespace belljar
