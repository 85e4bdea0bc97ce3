// Matching: tokens, rules, memory of results, left recursion by growing the seed. The stack is our
// own, so that no input can exhaust the thread's.
#include "parser/diagnose/peg_matcher.h"

#include <algorithm>

namespace belljar::diagnose {

namespace {

// CPython gives up at 6,000 nested rules; a rule is two or three frames here.
constexpr size_t kMaxFrames = 18000;
// About a second of work.
constexpr size_t kMaxSteps = 10 << 20;
constexpr size_t kMaxMemos = 2 << 20;
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
  return execute(grammar_.rule_named(rule)) != nullptr && !stopped();
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

// --- The machine. A frame is a rule, a group of alternatives or an operator that waits for a part
// of it; the part's value (null: no match) arrives in result_.

// Starts matching a node. True if that is done already, with its value in result_; otherwise a
// frame has been pushed.
bool PegMatcher::enter(uint16_t id) {
  const PegNode& node = grammar_.nodes[id];
  switch (node.op) {
    case NodeOp::kToken:
      result_ = match_token(node.token);
      return true;
    case NodeOp::kSoftKeyword:
    case NodeOp::kAnySoftKeyword:
      result_ = match_soft_keyword(node);
      return true;
    case NodeOp::kTypeComment:
      token(mark_);
      result_ = nullptr;
      return true;
    case NodeOp::kForced:
      result_ = match_forced(grammar_.nodes[node.child].token);
      return true;
    case NodeOp::kCut:
      result_ = empty_;
      return true;
    case NodeOp::kRule:
      return enter_rule(node.child);
    case NodeOp::kGroup:
      push(Frame::kAlternatives, node.child);
      return false;
    default:
      push(Frame::kOperator, id);
      return false;
  }
}

bool PegMatcher::enter_rule(uint16_t id) {
  const Rule& rule = grammar_.rules[id];
  const auto key = static_cast<uint16_t>(id * 2 + (error_pass_ && !rule.shared_memo ? 1 : 0));
  if (rule.remembered) {
    if (const Memo* memo = find_memo(mark_, key)) {
      result_ = memo->value;
      mark_ = memo->end;
      return true;
    }
  }
  push(Frame::kRule, id);
  Frame& frame = frames_.back();
  frame.key = key;
  frame.saved_error_pass = error_pass_;
  if (rule.left_recursive) {
    // Assume failure at first, then try again with what was found, for as long as that gets
    // further.
    remember(mark_, key, nullptr);
    frame.memo = memo_heads_[mark_];
    frame.best_end = mark_;
  }
  return false;
}

void PegMatcher::push(Frame::Kind kind, uint16_t id) {
  if (frames_.size() >= kMaxFrames || ++steps_ > kMaxSteps) abandoned_ = true;
  Frame frame;
  frame.kind = kind;
  frame.id = id;
  frame.start = mark_;
  frame.scratch_mark = scratch_.size();
  frame.memo_mark = memos_.size();
  frames_.push_back(frame);
}

const Value* PegMatcher::execute(uint16_t rule) {
  frames_.clear();
  if (enter_rule(rule)) return result_;
  while (!frames_.empty()) {
    if (stopped()) return nullptr;
    bool done = false;
    switch (frames_.back().kind) {
      case Frame::kRule:
        done = step_rule();
        break;
      case Frame::kAlternatives:
        done = step_alternatives();
        break;
      case Frame::kOperator:
        done = step_operator();
        break;
    }
    if (done) frames_.pop_back();
  }
  return result_;
}

// Each step runs the frame on top until it is done (true, its value in result_) or has pushed
// another.

bool PegMatcher::step_rule() {
  Frame& frame = frames_.back();
  const Rule& rule = grammar_.rules[frame.id];
  if (frame.waiting) {
    error_pass_ = frame.saved_error_pass;
    if (!rule.left_recursive) {
      if (rule.remembered && !stopped()) remember(frame.start, frame.key, result_);
      return true;
    }
    if (result_ == nullptr || mark_ <= frame.best_end) {
      mark_ = frame.best_end;
      result_ = frame.best;
      return true;
    }
    frame.best = result_;
    frame.best_end = mark_;
    memos_[frame.memo].value = result_;
    memos_[frame.memo].end = static_cast<uint32_t>(mark_);
    mark_ = frame.start;
  }
  frame.waiting = true;
  if (rule.without_errors) error_pass_ = false;
  push(Frame::kAlternatives, rule.alternatives);
  return false;
}

bool PegMatcher::step_alternatives() {
  const size_t self = frames_.size() - 1;
  const Alternatives& alternatives = grammar_.groups[frames_[self].id];
  for (;;) {
    Frame& frame = frames_[self];
    if (frame.waiting) {
      frame.waiting = false;
      if (result_ == nullptr) {
        scratch_.resize(frame.scratch_mark);
        mark_ = frame.start;
        if (frame.cut || stopped()) return true;
        ++frame.alternative;
        frame.item = 0;
        continue;
      }
      scratch_.push_back(result_);
      ++frame.item;
    }
    if (frame.alternative == alternatives.size()) {
      result_ = nullptr;
      return true;
    }
    const Alternative& alternative = alternatives[frame.alternative];
    if (alternative.error_pass_only && !error_pass_) {
      ++frame.alternative;
      continue;
    }
    if (frame.item == alternative.items.size()) {
      // An action that declines ends the rule: CPython does not try the alternatives behind it.
      result_ = act(alternative, frame.start, frame.scratch_mark);
      scratch_.resize(frame.scratch_mark);
      return true;
    }
    const uint16_t node = alternative.items[frame.item].node;
    frame.cut |= grammar_.nodes[node].op == NodeOp::kCut;
    frame.waiting = true;
    if (!enter(node)) return false;
  }
}

bool PegMatcher::step_operator() {
  const size_t self = frames_.size() - 1;
  const PegNode& node = grammar_.nodes[frames_[self].id];
  for (;;) {
    Frame& frame = frames_[self];
    if (!frame.waiting) {
      frame.waiting = true;
      frame.before = mark_;
      frame.memo_mark = memos_.size();
      // Between elements the separator comes first.
      frame.in_separator = node.op == NodeOp::kSeparated && scratch_.size() > frame.scratch_mark;
      if (!enter(frame.in_separator ? node.separator : node.child)) return false;
      continue;
    }
    switch (node.op) {
      case NodeOp::kOptional:
        if (result_ == nullptr) result_ = empty_;
        return true;
      case NodeOp::kAnd:
      case NodeOp::kNot:
        mark_ = frame.start;
        result_ = (result_ != nullptr) == (node.op == NodeOp::kAnd) ? empty_ : nullptr;
        return true;
      default:
        break;
    }
    if (result_ == nullptr) {
      mark_ = frame.before;
      const bool some = scratch_.size() > frame.scratch_mark;
      if (some || node.op == NodeOp::kRepeat) result_ = sequence(frame.scratch_mark, frame.start);
      scratch_.resize(frame.scratch_mark);
      return true;
    }
    if (frame.in_separator) {
      frame.in_separator = false;
      if (!enter(node.child)) return false;
      continue;
    }
    scratch_.push_back(result_);
    const PegNode& child = grammar_.nodes[node.child];
    if (child.op == NodeOp::kRule && child.child == statement_rule_) {
      forget_statement(frame.before, mark_, frame.memo_mark);
    }
    frame.waiting = false;
  }
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

const Value* PegMatcher::match_soft_keyword(const PegNode& node) {
  const Token& found = token(mark_);
  if (found.kind != TokenKind::kName) return nullptr;
  const std::string_view text = found.text(parser_.text());
  const bool fits =
      node.op == NodeOp::kSoftKeyword ? text == node.text : passes_for_soft_keyword(text);
  return fits ? match_token(TokenKind::kName) : nullptr;
}

const Value* PegMatcher::match_forced(TokenKind kind) {
  const Token& found = token(mark_);
  if (stopped()) return nullptr;
  if (found.kind == kind) return match_token(kind);
  Range range = found.range;
  if (!found.has_column()) range.column = range.end_column = UINT32_MAX;  // -1
  parser_.raise(std::string("expected '") + token_text(kind) + "'", range);
  return nullptr;
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
