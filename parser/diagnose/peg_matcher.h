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

  struct Frame {
    enum Kind : uint8_t { kRule, kAlternatives, kOperator } kind = kRule;
    bool waiting = false;  // for the value of a part
    bool cut = false;
    bool in_separator = false;
    bool saved_error_pass = false;
    uint16_t id = 0;  // of the rule, the group, the operator's node
    uint16_t key = 0;
    uint16_t alternative = 0;
    uint16_t item = 0;
    uint32_t memo = 0;  // left recursion: where the best result so far is remembered
    size_t start = 0;
    size_t before = 0;  // repetition: where the current element starts
    size_t best_end = 0;
    size_t scratch_mark = 0;
    size_t memo_mark = 0;
    const Value* best = nullptr;
  };

  const Token& token(size_t index);
  const Value* execute(uint16_t rule);
  bool enter(uint16_t node);
  bool enter_rule(uint16_t rule);
  void push(Frame::Kind kind, uint16_t id);
  bool step_rule();
  bool step_alternatives();
  bool step_operator();
  const Value* match_token(TokenKind kind);
  const Value* match_soft_keyword(const PegNode& node);
  const Value* match_forced(TokenKind kind);
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
  std::vector<Frame> frames_;
  std::vector<const Value*> scratch_;
  const Value* result_ = nullptr;
  const Value* empty_;
  uint16_t statement_rule_;
  size_t mark_ = 0;
  size_t fill_ = 0;
  size_t steps_ = 0;
  size_t highest_memo_ = 0;  // the last position that anything is remembered for
  bool error_pass_ = false;
  bool abandoned_ = false;
};

}  // namespace belljar::diagnose
