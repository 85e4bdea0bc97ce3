// Reads grammar.peg. The text is our own, so anything unexpected in it is a bug here: abort.
#include "parser/diagnose/peg_grammar.h"

#include <cstdlib>
#include <unordered_map>

#include "lexer/keywords.h"

namespace belljar::diagnose {

namespace {

constexpr std::string_view kGrammarText =
#include "parser/diagnose/grammar.peg"
    ;

struct NamedToken {
  std::string_view name;
  TokenKind kind;
};
constexpr NamedToken kNamedTokens[] = {
    {"NAME", TokenKind::kName},           {"NUMBER", TokenKind::kNumber},
    {"STRING", TokenKind::kString},       {"NEWLINE", TokenKind::kNewline},
    {"INDENT", TokenKind::kIndent},       {"DEDENT", TokenKind::kDedent},
    {"ASYNC", TokenKind::kAsync},         {"AWAIT", TokenKind::kAwait},
    {"ENDMARKER", TokenKind::kEndMarker},
};

struct NamedKind {
  std::string_view name;
  ValueKind kind;
};
constexpr NamedKind kNamedKinds[] = {
    {"Sequence", ValueKind::kSequence},
    {"Attribute", ValueKind::kAttribute},
    {"Subscript", ValueKind::kSubscript},
    {"Starred", ValueKind::kStarred},
    {"List", ValueKind::kList},
    {"Tuple", ValueKind::kTuple},
    {"Lambda", ValueKind::kLambda},
    {"Call", ValueKind::kCall},
    {"Operation", ValueKind::kOperation},
    {"GeneratorExp", ValueKind::kGeneratorExp},
    {"Yield", ValueKind::kYield},
    {"Await", ValueKind::kAwait},
    {"ListComp", ValueKind::kListComp},
    {"SetComp", ValueKind::kSetComp},
    {"DictComp", ValueKind::kDictComp},
    {"Dict", ValueKind::kDict},
    {"Set", ValueKind::kSet},
    {"Literal", ValueKind::kLiteral},
    {"None", ValueKind::kNone},
    {"True", ValueKind::kTrue},
    {"False", ValueKind::kFalse},
    {"Ellipsis", ValueKind::kEllipsis},
    {"Compare", ValueKind::kCompare},
    {"IfExp", ValueKind::kIfExp},
    {"NamedExpr", ValueKind::kNamedExpr},
    {"Pair", ValueKind::kPair},
    {"InPair", ValueKind::kInPair},
    {"Arguments", ValueKind::kArguments},
    {"Keyword", ValueKind::kKeyword},
    {"DoubleStarred", ValueKind::kDoubleStarred},
    {"Comprehension", ValueKind::kComprehension},
    {"Part", ValueKind::kPart},
};

struct NamedAction {
  std::string_view name;
  ActionKind kind;
};
constexpr NamedAction kNamedActions[] = {
    {"!here", ActionKind::kHere},
    {"!indent", ActionKind::kIndent},
    {"!at", ActionKind::kAt},
    {"!range", ActionKind::kRange},
    {"!from", ActionKind::kFrom},
    {"!key", ActionKind::kKey},
    {"!target star", ActionKind::kTargetStar},
    {"!target for", ActionKind::kTargetFor},
    {"!target del", ActionKind::kTargetDel},
    {"!real", ActionKind::kReal},
    {"!imaginary", ActionKind::kImaginary},
    {"!strings", ActionKind::kStrings},
    {"!legacy", ActionKind::kLegacy},
    {"!missing_comma", ActionKind::kMissingComma},
    {"!bare_generator", ActionKind::kBareGenerator},
    {"!argument_order", ActionKind::kArgumentOrder},
};

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

TokenKind operator_kind(std::string_view text) {
  if (is_word(text[0])) return keyword_kind(text);
  for (int kind = 0; kind < static_cast<int>(TokenKind::kFalse); ++kind) {
    if (token_text(static_cast<TokenKind>(kind)) == text) return static_cast<TokenKind>(kind);
  }
  std::abort();
}

class Reader {
 public:
  PegGrammar read() {
    read_rule_names();
    skip_space();
    while (at_ < text_.size()) read_rule();
    return std::move(grammar_);
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool accept(char c) {
    if (peek() != c) return false;
    ++at_;
    skip_space();
    return true;
  }
  void expect(char c) {
    if (!accept(c)) std::abort();
  }
  void skip_space() {
    while (at_ < text_.size()) {
      if (text_[at_] == '#') {
        at_ = text_.find('\n', at_);
      } else if (text_[at_] == ' ' || text_[at_] == '\n') {
        ++at_;
      } else {
        return;
      }
    }
  }
  std::string_view until(char end) {
    const size_t start = at_;
    at_ = text_.find(end, at_);
    const std::string_view found = text_.substr(start, at_ - start);
    ++at_;
    skip_space();
    return found;
  }
  std::string_view word() {
    const size_t start = at_;
    while (is_word(peek())) ++at_;
    const std::string_view found = text_.substr(start, at_ - start);
    skip_space();
    return found;
  }
  bool accept_word(std::string_view expected) {
    if (text_.substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    skip_space();
    return true;
  }

  // A rule begins at the start of a line with its name.
  void read_rule_names() {
    for (size_t line = 0; line < text_.size();) {
      const size_t end = text_.find('\n', line);
      if (text_[line] >= 'a' && text_[line] <= 'z') {
        const size_t name_end = text_.find_first_of(" :", line);
        Rule rule;
        rule.name = text_.substr(line, name_end - line);
        rule_ids_.emplace(rule.name, static_cast<uint16_t>(grammar_.rules.size()));
        grammar_.rules.push_back(rule);
      }
      line = end + 1;
    }
  }

  void read_rule() {
    const std::string_view name = word();
    Rule& rule = grammar_.rules[rule_ids_.at(name)];
    while (accept('@')) {
      const std::string_view mark = word();
      rule.left_recursive |= mark == "left";
      rule.shared_memo |= mark == "left" || mark == "memo";
      rule.remembered &= mark != "fresh";
    }
    expect(':');
    constexpr std::string_view kWithout = "_without_invalid";
    rule.without_errors =
        name.size() > kWithout.size() && name.substr(name.size() - kWithout.size()) == kWithout;
    accept('|');
    rule.alternatives = read_alternatives();
  }

  uint16_t read_alternatives() {
    Alternatives alternatives;
    do {
      alternatives.push_back(read_alternative());
    } while (accept('|'));
    grammar_.groups.push_back(std::move(alternatives));
    return static_cast<uint16_t>(grammar_.groups.size() - 1);
  }

  bool at_rule_start() const {
    return at_ < text_.size() && at_ > 0 && text_[at_ - 1] == '\n' && is_word(text_[at_]);
  }

  Alternative read_alternative() {
    Alternative alternative;
    while (at_ < text_.size() && peek() != '|' && peek() != ')' && peek() != '{' &&
           !at_rule_start()) {
      Item item;
      if (at_ + 1 < text_.size() && text_[at_ + 1] == '=' && is_word(peek())) {
        item.label = peek();
        at_ += 2;
      }
      item.node = read_item();
      alternative.items.push_back(item);
    }
    // As in CPython, only where the error rule stands alone.
    const PegNode& first = grammar_.nodes[alternative.items[0].node];
    alternative.error_pass_only = alternative.items.size() == 1 && first.op == NodeOp::kRule &&
                                  grammar_.rules[first.child].name.substr(0, 8) == "invalid_";
    if (accept('{')) {
      alternative.action = read_action();
      expect('}');
    }
    return alternative;
  }

  Action read_action() {
    Action action;
    if (peek() == '!') {
      bool found = false;
      for (const NamedAction& named : kNamedActions) {
        const size_t end = at_ + named.name.size();
        if (is_word(text_[end]) || !accept_word(named.name)) continue;
        action.kind = named.kind;
        found = true;
        break;
      }
      if (!found) std::abort();
    } else if (is_word(text_[at_ + 1])) {
      const std::string_view kind = word();
      bool found = false;
      for (const NamedKind& named : kNamedKinds) {
        if (named.name != kind) continue;
        action.kind = ActionKind::kBuild;
        action.build = named.kind;
        found = true;
      }
      if (!found) std::abort();
    } else {
      action.kind = ActionKind::kPass;
    }
    for (char& label : action.labels) {
      if (is_word(peek())) label = word()[0];
    }
    if (accept('`')) action.message = until('`');
    return action;
  }

  uint16_t add(const PegNode& node) {
    grammar_.nodes.push_back(node);
    return static_cast<uint16_t>(grammar_.nodes.size() - 1);
  }
  uint16_t add(NodeOp op, uint16_t child = 0, uint16_t separator = 0) {
    PegNode node;
    node.op = op;
    node.child = child;
    node.separator = separator;
    return add(node);
  }

  uint16_t read_item() {
    if (accept('~')) return add(NodeOp::kCut);
    if (accept('!')) return add(NodeOp::kNot, read_atom());
    if (peek() == '&' && text_[at_ + 1] == '&') {
      at_ += 2;
      return add(NodeOp::kForced, read_atom());
    }
    if (accept('&')) return add(NodeOp::kAnd, read_atom());
    const uint16_t atom = read_atom();
    if (accept('.')) {
      const uint16_t element = read_atom();
      expect('+');
      return add(NodeOp::kSeparated, element, atom);
    }
    if (accept('?')) return add(NodeOp::kOptional, atom);
    if (accept('*')) return add(NodeOp::kRepeat, atom);
    if (accept('+')) return add(NodeOp::kRepeatOne, atom);
    return atom;
  }

  uint16_t read_atom() {
    PegNode node;
    if (accept('(')) {
      node.op = NodeOp::kGroup;
      node.child = read_alternatives();
      expect(')');
      return add(node);
    }
    if (peek() == '\'') {
      ++at_;
      node.token = operator_kind(until('\''));
      return add(node);
    }
    if (peek() == '"') {
      ++at_;
      node.op = NodeOp::kSoftKeyword;
      node.text = until('"');
      return add(node);
    }
    const std::string_view name = word();
    if (name == "SOFT_KEYWORD") return add(NodeOp::kAnySoftKeyword);
    if (name == "TYPE_COMMENT") return add(NodeOp::kTypeComment);
    for (const NamedToken& named : kNamedTokens) {
      if (named.name != name) continue;
      node.token = named.kind;
      return add(node);
    }
    const auto rule = rule_ids_.find(name);
    if (rule == rule_ids_.end()) std::abort();
    return add(NodeOp::kRule, rule->second);
  }

  std::string_view text_ = kGrammarText;
  size_t at_ = 0;
  PegGrammar grammar_;
  std::unordered_map<std::string_view, uint16_t> rule_ids_;
};

}  // namespace

uint16_t PegGrammar::rule_named(std::string_view name) const {
  for (size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].name == name) return static_cast<uint16_t>(i);
  }
  std::abort();
}

PegGrammar read_peg_grammar() { return Reader().read(); }

}  // namespace belljar::diagnose
