// Matching: tokens, rules, memory of results, left recursion by growing the seed.
#include "parser/diagnose/peg_matcher.h"

#include <algorithm>

namespace belljar::diagnose {

namespace {

// CPython gives up at 6,000, too.
constexpr int kMaxDepth = 6000;
constexpr size_t kMaxMemos = 4 << 20;
constexpr size_t kMaxValueBytes = 128 << 20;
constexpr uint32_t kNone = UINT32_MAX;

// CPython compares only as many letters as the word has, so that `m` passes for `match`.
bool passes_for_soft_keyword(std::string_view word) {
  for (const std::string_view keyword : {"_", "case", "match"}) {
    if (keyword.substr(0, word.size()) == word) return true;
  }
  return false;
}

}  // namespace

PegMatcher::PegMatcher(Parser& parser, const PegGrammar& grammar)
    : parser_(parser),
      grammar_(grammar),
      tokens_(parser.tokens()),
      arena_(kMaxValueBytes),
      empty_(arena_.make<Value>()),
      statement_rule_(grammar.rule_named("statement")) {}

bool PegMatcher::run(std::string_view rule, size_t first_token, bool error_pass) {
  memo_heads_.assign(tokens_.size(), kNone);
  memos_.clear();
  scratch_.clear();
  highest_memo_ = first_token;
  mark_ = first_token;
  if (fill_ <= first_token) fill_ = first_token + 1;
  error_pass_ = error_pass;
  return match_rule(grammar_.rule_named(rule)) != nullptr && !stopped();
}

const Token& PegMatcher::token(size_t index) {
  if (index >= fill_) {
    fill_ = index + 1;
    if (tokens_[index].kind == TokenKind::kError && !parser_.session().error) {
      parser_.session().error = parser_.lexer().error();
    }
  }
  return tokens_[index];
}

// The last token before `end` that is not layout.
size_t PegMatcher::last_solid(size_t end) const {
  size_t last = end == 0 ? 0 : end - 1;
  while (last > 0 && tokens_[last].kind >= TokenKind::kNewline &&
         tokens_[last].kind <= TokenKind::kDedent) {
    --last;
  }
  return last;
}

PegMatcher::Memo* PegMatcher::find_memo(size_t position, uint16_t key) {
  for (uint32_t i = memo_heads_[position]; i != kNone; i = memos_[i].next) {
    if (memos_[i].key == key) return &memos_[i];
  }
  return nullptr;
}

void PegMatcher::remember(size_t position, uint16_t key, const Value* value) {
  if (memos_.size() >= kMaxMemos || arena_.over_cap()) abandoned_ = true;
  Memo memo;
  memo.key = key;
  memo.end = static_cast<uint32_t>(mark_);
  memo.value = value;
  memo.next = memo_heads_[position];
  memo_heads_[position] = static_cast<uint32_t>(memos_.size());
  highest_memo_ = std::max(highest_memo_, position);
  memos_.push_back(memo);
}

// A statement that is done is not looked into again but through the block around it, so what was
// remembered within it can go. This keeps the memory to the size of one statement.
void PegMatcher::forget_statement(size_t first, size_t end, size_t memo_mark) {
  // What was looked at beyond the statement's end (a token or two) goes as well.
  const size_t last = std::max(end, highest_memo_ + 1);
  for (size_t i = first; i < last; ++i) memo_heads_[i] = kNone;
  memos_.resize(memo_mark);
  highest_memo_ = end;
}

const Value* PegMatcher::match_rule(uint16_t id) {
  const Rule& rule = grammar_.rules[id];
  if (stopped()) return nullptr;
  if (++depth_ > kMaxDepth) abandoned_ = true;
  const auto key = static_cast<uint16_t>(id * 2 + (error_pass_ && !rule.shared_memo ? 1 : 0));
  const size_t start = mark_;
  const Value* value = nullptr;
  if (const Memo* memo = rule.remembered ? find_memo(start, key) : nullptr) {
    value = memo->value;
    mark_ = memo->end;
  } else if (rule.left_recursive) {
    value = grow_left_recursion(id, key);
  } else {
    value = match_rule_body(rule);
    if (rule.remembered && !stopped()) remember(start, key, value);
  }
  --depth_;
  return stopped() ? nullptr : value;
}

const Value* PegMatcher::match_rule_body(const Rule& rule) {
  const bool saved = error_pass_;
  if (rule.without_errors) error_pass_ = false;
  const Value* value = match_alternatives(grammar_.groups[rule.alternatives]);
  error_pass_ = saved;
  return value;
}

// Assumes failure at first, then tries again with what was found, for as long as that gets further.
const Value* PegMatcher::grow_left_recursion(uint16_t id, uint16_t key) {
  const size_t start = mark_;
  remember(start, key, nullptr);
  const auto memo_index = memo_heads_[start];
  const Value* best = nullptr;
  size_t best_end = start;
  for (;;) {
    mark_ = start;
    const Value* value = match_rule_body(grammar_.rules[id]);
    if (stopped()) return nullptr;
    if (value == nullptr || mark_ <= best_end) break;
    best = value;
    best_end = mark_;
    memos_[memo_index].value = best;
    memos_[memo_index].end = static_cast<uint32_t>(best_end);
  }
  mark_ = best_end;
  return best;
}

const Value* PegMatcher::match_alternatives(const Alternatives& alternatives) {
  const size_t start = mark_;
  const size_t scratch_mark = scratch_.size();
  for (const Alternative& alternative : alternatives) {
    if (alternative.error_pass_only && !error_pass_) continue;
    bool cut = false;
    bool matched = true;
    for (const Item& item : alternative.items) {
      if (grammar_.nodes[item.node].op == NodeOp::kCut) {
        cut = true;
        scratch_.push_back(empty_);
        continue;
      }
      const Value* value = match_node(item.node);
      if (value == nullptr) {
        matched = false;
        break;
      }
      scratch_.push_back(value);
    }
    if (matched) {
      // An action that declines ends the rule: CPython does not try the alternatives behind it.
      const Value* value = act(alternative, start, scratch_mark);
      scratch_.resize(scratch_mark);
      return value;
    }
    scratch_.resize(scratch_mark);
    mark_ = start;
    if (cut || stopped()) return nullptr;
  }
  return nullptr;
}

const Value* PegMatcher::match_token(TokenKind kind) {
  const Token& found = token(mark_);
  if (found.kind != kind || stopped()) return nullptr;
  if (kind == TokenKind::kNumber && !parser_.check_number(mark_)) return nullptr;
  Value* value = arena_.make<Value>();
  value->kind = kind == TokenKind::kName ? ValueKind::kName : ValueKind::kToken;
  value->first = value->last = static_cast<uint32_t>(mark_);
  ++mark_;
  return value;
}

const Value* PegMatcher::match_node(uint16_t id) {
  const PegNode& node = grammar_.nodes[id];
  const size_t start = mark_;
  switch (node.op) {
    case NodeOp::kToken:
      return match_token(node.token);
    case NodeOp::kSoftKeyword:
    case NodeOp::kAnySoftKeyword: {
      const Token& found = token(mark_);
      if (found.kind != TokenKind::kName) return nullptr;
      const std::string_view text = found.text(parser_.text());
      const bool fits = node.op == NodeOp::kSoftKeyword ? text == node.text : passes_for_soft_keyword(text);
      return fits ? match_token(TokenKind::kName) : nullptr;
    }
    case NodeOp::kTypeComment:
      token(mark_);
      return nullptr;
    case NodeOp::kRule:
      return match_rule(node.child);
    case NodeOp::kGroup: {
      if (stopped()) return nullptr;
      if (++depth_ > kMaxDepth) abandoned_ = true;
      const Value* value = match_alternatives(grammar_.groups[node.child]);
      --depth_;
      return value;
    }
    case NodeOp::kOptional: {
      const Value* value = match_node(node.child);
      if (stopped()) return nullptr;
      return value != nullptr ? value : empty_;
    }
    case NodeOp::kAnd:
    case NodeOp::kNot: {
      const bool matched = match_node(node.child) != nullptr;
      mark_ = start;
      if (stopped()) return nullptr;
      return matched == (node.op == NodeOp::kAnd) ? empty_ : nullptr;
    }
    case NodeOp::kForced: {
      const TokenKind kind = grammar_.nodes[node.child].token;
      const Token& found = token(mark_);
      if (stopped()) return nullptr;
      if (found.kind == kind) return match_token(kind);
      Range range = found.range;
      if (!found.has_column()) range.column = range.end_column = UINT32_MAX;  // -1
      parser_.raise(std::string("expected '") + token_text(kind) + "'", range);
      return nullptr;
    }
    case NodeOp::kCut:
      return empty_;
    case NodeOp::kRepeat:
    case NodeOp::kRepeatOne:
    case NodeOp::kSeparated:
      return match_repeated(node);
  }
  return nullptr;
}

const Value* PegMatcher::match_repeated(const PegNode& node) {
  const size_t start = mark_;
  const size_t scratch_mark = scratch_.size();
  const PegNode& child = grammar_.nodes[node.child];
  const bool statements = child.op == NodeOp::kRule && child.child == statement_rule_;
  for (;;) {
    const size_t before = mark_;
    const size_t memo_mark = memos_.size();
    const bool first = scratch_.size() == scratch_mark;
    if (node.op == NodeOp::kSeparated && !first && match_node(node.separator) == nullptr) {
      mark_ = before;
      break;
    }
    const Value* value = match_node(node.child);
    if (value == nullptr) {
      mark_ = before;
      break;
    }
    scratch_.push_back(value);
    if (statements) forget_statement(before, mark_, memo_mark);
  }
  const bool some = scratch_.size() > scratch_mark;
  const Value* value = nullptr;
  if (!stopped() && (some || node.op == NodeOp::kRepeat)) value = sequence(scratch_mark, start);
  scratch_.resize(scratch_mark);
  return value;
}

const Value* PegMatcher::sequence(size_t scratch_mark, size_t start) {
  Value* value = arena_.make<Value>();
  value->first = static_cast<uint32_t>(start);
  value->last = static_cast<uint32_t>(last_solid(mark_));
  value->parts = arena_.copy(scratch_.data() + scratch_mark, scratch_.size() - scratch_mark);
  return value;
}

void PegMatcher::flatten(const Value* value, std::vector<const Value*>* parts) const {
  if (value->kind != ValueKind::kSequence) {
    parts->push_back(value);
    return;
  }
  for (const Value* part : value->parts) flatten(part, parts);
}

const Value* PegMatcher::make(ValueKind kind, size_t start,
                              const std::vector<const Value*>& parts) {
  Value* value = arena_.make<Value>();
  value->kind = kind;
  value->first = static_cast<uint32_t>(start);
  value->last = static_cast<uint32_t>(last_solid(mark_));
  value->parts = arena_.copy(parts.data(), parts.size());
  return value;
}

}  // namespace belljar::diagnose
