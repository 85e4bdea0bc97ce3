// Runs the error grammar over tokens: a packrat matcher with CPython's peculiarities.
//
// Memory and recursion are bounded; a run that hits a bound is abandoned(), and the caller falls
// back on a plain "invalid syntax".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parser/diagnose/peg_grammar.h"
#include "parser/recursive_descent.h"
#include "support/arena.h"

namespace belljar::diagnose {

// What an item of the grammar matched: a kind, the tokens, and parts where actions need them.
struct Value {
  ValueKind kind = ValueKind::kSequence;
  uint32_t first = 0;
  uint32_t last = 0;  // inclusive, layout tokens left out
  Span<const Value*> parts;
};

class PegMatcher {
 public:
  PegMatcher(Parser& parser, const PegGrammar& grammar);

  // Tries the rule at a token; true if it matched. Errors go into the parser's session.
  bool run(std::string_view rule, size_t first_token, bool error_pass);

  // The token that was read last, over all runs.
  size_t last_token() const { return fill_ - 1; }
  bool abandoned() const { return abandoned_; }

 private:
  struct Memo {
    uint16_t key = 0;  // rule, and whether error rules were on
    uint32_t end = 0;
    const Value* value = nullptr;
    uint32_t next = 0;
  };

  const Token& token(size_t index);
  const Value* match_rule(uint16_t rule);
  const Value* match_rule_body(const Rule& rule);
  const Value* grow_left_recursion(uint16_t rule, uint16_t key);
  const Value* match_alternatives(const Alternatives& alternatives);
  const Value* match_node(uint16_t node);
  const Value* match_token(TokenKind kind);
  const Value* match_repeated(const PegNode& node);
  const Value* sequence(size_t scratch_mark, size_t start);
  const Value* make(ValueKind kind, size_t start, const std::vector<const Value*>& parts);
  void flatten(const Value* value, std::vector<const Value*>* parts) const;

  Memo* find_memo(size_t position, uint16_t key);
  void remember(size_t position, uint16_t key, const Value* value);
  void forget_statement(size_t first, size_t end, size_t memo_mark);
  bool stopped() const { return abandoned_ || parser_.session().error.has_value(); }
  size_t last_solid(size_t end) const;

  // actions.cc. `values` are the items' values, parallel to alternative.items.
  const Value* act(const Alternative& alternative, size_t start, size_t scratch_mark);
  const Value* labelled(const Alternative& alternative, size_t scratch_mark, char label) const;
  size_t start_of(const Value* value) const;
  size_t end_of(const Value* value) const;
  std::string expand(std::string_view message, const Value* value) const;
  const Value* raise_range(const Value* a, const Value* b, std::string_view message);
  const Value* raise_target(const Value* value, ActionKind kind);
  const Value* invalid_target(const Value* value, ActionKind kind) const;
  bool is_legacy_name(const Value* value) const;
  std::string_view text_of(const Value* value) const;

  Parser& parser_;
  const PegGrammar& grammar_;
  const std::vector<Token>& tokens_;
  Arena arena_;
  std::vector<uint32_t> memo_heads_;  // a list for each token
  std::vector<Memo> memos_;
  std::vector<const Value*> scratch_;
  const Value* empty_;
  uint16_t statement_rule_;
  size_t mark_ = 0;
  size_t fill_ = 0;
  size_t highest_memo_ = 0;  // the last position that anything is remembered for
  int depth_ = 0;
  bool error_pass_ = false;
  bool abandoned_ = false;
};

}  // namespace belljar::diagnose
