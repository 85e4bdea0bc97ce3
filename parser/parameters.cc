// Parameter lists of functions and lambdas.
#include "parser/nodes.h"

namespace belljar {

using ast::Expr;
using K = TokenKind;

ast::Arg* Parser::parameter(bool annotated, bool star) {
  if (!at(K::kName)) return nullptr;
  auto* made = node<ast::Arg>(current_->range);
  made->arg = identifier(take());
  if (annotated && accept(K::kColon)) {
    made->annotation = star && at(K::kStar) ? starred(false) : expression();
    if (made->annotation == nullptr) return nullptr;
  }
  return finish(made);
}

// Parameters up to `close`, which stays. Plain ones gather in `args` until a "/" declares those so
// far to be positional-only.
ast::Arguments* Parser::parameters(TokenKind close, bool annotated) {
  auto* made = node<ast::Arguments>(current_->range);
  std::vector<ast::Arg*> args;
  std::vector<Expr*> defaults;
  std::vector<ast::Arg*> keyword_only;
  std::vector<Expr*> keyword_defaults;  // null: no default
  bool saw_slash = false;
  enum { kPlain, kAfterStar, kAfterDoubleStar } state = kPlain;
  bool bare_star = false;  // "*" that still needs a named parameter

  while (!at(close)) {
    if (state == kAfterDoubleStar) return nullptr;
    if (at(K::kSlash)) {
      if (state != kPlain || saw_slash || args.empty()) return nullptr;
      saw_slash = true;
      take();
      made->posonlyargs = session_.arena.copy(args.data(), args.size());
      args.clear();
    } else if (at(K::kStar)) {
      if (state != kPlain) return nullptr;
      state = kAfterStar;
      take();
      if (at(K::kComma)) {
        bare_star = true;
      } else {
        made->vararg = parameter(annotated, /*star=*/true);
        if (made->vararg == nullptr) return nullptr;
      }
    } else if (accept(K::kDoubleStar)) {
      if (bare_star) return nullptr;
      state = kAfterDoubleStar;
      made->kwarg = parameter(annotated, /*star=*/false);
      if (made->kwarg == nullptr) return nullptr;
    } else {
      ast::Arg* arg = parameter(annotated, /*star=*/false);
      if (arg == nullptr) return nullptr;
      Expr* value = nullptr;
      if (accept(K::kEqual)) {
        value = expression();
        if (value == nullptr) return nullptr;
      }
      if (state == kAfterStar) {
        bare_star = false;
        keyword_only.push_back(arg);
        keyword_defaults.push_back(value);
      } else {
        if (value == nullptr && !defaults.empty()) return nullptr;
        if (value != nullptr) defaults.push_back(value);
        args.push_back(arg);
      }
    }
    if (!accept(K::kComma)) break;
  }
  if (!at(close) || bare_star) return nullptr;
  made->args = session_.arena.copy(args.data(), args.size());
  made->kwonlyargs = session_.arena.copy(keyword_only.data(), keyword_only.size());
  made->kw_defaults = session_.arena.copy(keyword_defaults.data(), keyword_defaults.size());
  made->defaults = session_.arena.copy(defaults.data(), defaults.size());
  return finish(made);
}

}  // namespace belljar
