// Expressions: alternatives, sequences, quantifiers. The grammar is CPython's, and so are the words
// and positions of its errors; what RE2 cannot do is parsed all the same, and refused at the end.
#include "stdlib/re/parser.h"

namespace belljar::re {

namespace {

constexpr int kMostNested = 220;
constexpr uint32_t kMaxRepeat = 0xFFFFFFFF;

bool is_verbose_space(const Token& t) {
  return t.size == 1 && (t.first == ' ' || (t.first >= 9 && t.first <= 13));
}

}  // namespace

void parse(const Source& source, uint32_t flags, Tree& tree, Fault& fault) {
  Parser(source, flags, tree, fault).run();
}

Node* Parser::leaf(CharSet set) {
  Node* node = make(Op::Set);
  node->set = &tree_.sets.emplace_back(std::move(set));
  return node;
}

Node* Parser::literal(uint32_t code, uint32_t scope) {
  CharSet set(code);
  if (scope & kIgnoreCase) add_case_variants(set, ascii(scope));
  return leaf(std::move(set));
}

Node* Parser::anchor(Anchor which, uint32_t scope) {
  Node* node = make(Op::At);
  node->anchor = which;
  node->ascii = ascii(scope);
  return node;
}

Node* Parser::refuse(std::string reason, int64_t position) {
  if (refused_.kind == Fault::None) refused_ = {Fault::Refused, std::move(reason), position};
  return make(Op::Refused);
}

void Parser::run() {
  tree_.root = alternation(tree_.flags, tree_.flags & kVerbose, 0);
  Fault& fault = tokens_.fault();
  if (tokens_.failed()) return;
  auto incompatible = [&fault](const char* message) { fault = {Fault::Incompatible, message, -1}; };
  uint32_t& flags = tree_.flags;
  if (!tokens_.bytes()) {
    if (flags & kLocale) return incompatible("cannot use LOCALE flag with a str pattern");
    if (!(flags & kAscii)) {
      flags |= kUnicode;
    } else if (flags & kUnicode) {
      return incompatible("ASCII and UNICODE flags are incompatible");
    }
  } else {
    if (flags & kUnicode) return incompatible("cannot use UNICODE flag with a bytes pattern");
    if ((flags & kLocale) && (flags & kAscii)) {
      return incompatible("ASCII and LOCALE flags are incompatible");
    }
  }
  if (!tokens_.next().at_end()) {
    tokens_.error("unbalanced parenthesis");
    return;
  }
  for (int64_t number : condition_order_) {
    if (number > tree_.groups) {
      fault = {Fault::Malformed, "invalid group reference " + std::to_string(number),
               conditions_[number]};
      return;
    }
  }
  if (refused_.kind != Fault::None) fault = refused_;
}

Node* Parser::alternation(uint32_t scope, bool verbose, int nested) {
  if (nested > kMostNested && !tokens_.failed()) tokens_.fault() = {Fault::Depth, "", -1};
  std::vector<Node*> choices;
  do {
    if (tokens_.failed()) return nullptr;
    if (nested == 0) {
      // Flags that the pattern itself sets hold from there on.
      scope = tree_.flags;
      verbose = tree_.flags & kVerbose;
    }
    choices.push_back(sequence(scope, verbose, nested, nested == 0 && choices.empty()));
    if (tokens_.failed()) return nullptr;
  } while (tokens_.match('|'));
  if (choices.size() == 1) return choices[0];
  Node* node = make(Op::Alternate);
  node->parts = std::move(choices);
  return node;
}

Node* Parser::sequence(uint32_t scope, bool verbose, int nested, bool first) {
  std::vector<Item> items;
  while (!tokens_.failed()) {
    const Token t = tokens_.next();
    if (t.at_end() || t.is('|') || t.is(')')) break;
    tokens_.get();
    if (tokens_.failed()) break;
    if (verbose && is_verbose_space(t)) continue;
    if (verbose && t.is('#')) {
      for (Token skipped = tokens_.get(); !skipped.at_end() && !skipped.is('\n');) {
        skipped = tokens_.get();
      }
      continue;
    }
    Item item;
    if (t.is_escape()) {
      if (!expression_escape(t, scope, item)) break;
    } else if (t.is('[')) {
      if (!set(scope, item)) break;
    } else if (t.is('*') || t.is('+') || t.is('?') || t.is('{')) {
      bool literal_brace = false;
      if (!quantifier(t, items, &literal_brace)) break;
      if (!literal_brace) continue;
      item.node = literal('{', scope);
    } else if (t.is('.')) {
      CharSet newline('\n');
      item.node = leaf(scope & kDotAll ? CharSet().complement(last_code())
                                       : newline.complement(last_code()));
    } else if (t.is('(')) {
      if (!group(scope, verbose, nested, first && items.empty(), item)) break;
      if (nested == 0) scope = tree_.flags;
      if (!item.node) continue;
    } else if (t.is('^')) {
      item = {anchor(scope & kMultiline ? Anchor::BeginLine : Anchor::Begin, scope), Item::Anchor};
    } else if (t.is('$')) {
      item = {anchor(scope & kMultiline ? Anchor::EndLine : Anchor::End, scope), Item::Anchor};
    } else {
      item.node = literal(t.first, scope);
    }
    items.push_back(item);
  }
  if (items.size() == 1) return items[0].node;
  Node* node = make(items.empty() ? Op::Empty : Op::Concat);
  for (const Item& item : items) node->parts.push_back(item.node);
  return node;
}

// Puts the last item under a quantifier. *literal: "{" begins none, and is a character.
bool Parser::quantifier(Token t, std::vector<Item>& items, bool* literal) {
  const int64_t here = tokens_.tell();
  uint32_t min = t.is('+') ? 1 : 0, max = t.is('?') ? 1 : kUnbounded;
  if (t.is('{')) {
    if (tokens_.next_is('}')) *literal = true;
    if (!*literal && !bounds(here, &min, &max, literal)) return false;
    if (*literal) return true;
  }
  const int64_t back = tokens_.tell() - here + 1;
  if (items.empty() || items.back().kind == Item::Anchor) {
    return tokens_.error("nothing to repeat", back);
  }
  if (items.back().kind == Item::Repeat) return tokens_.error("multiple repeat", back);
  Node* node = make(Op::Repeat);
  node->min = min;
  node->max = max;
  node->parts = {items.back().node};
  if (tokens_.match('?')) {
    node->lazy = true;
  } else if (tokens_.next_is('+')) {
    refuse("possessive quantifiers are not supported: RE2 never backtracks", tokens_.tell());
    tokens_.get();
  }
  items.back() = {node, Item::Repeat};
  return !tokens_.failed();
}

// What follows "{". *literal: it is no quantifier, and the brace is a character.
bool Parser::bounds(int64_t here, uint32_t* min, uint32_t* max, bool* literal) {
  auto number = [this](bool* any) {
    uint64_t n = 0;
    for (; tokens_.next_digit(); tokens_.get()) {
      *any = true;
      n = n * 10 + (tokens_.next().first - '0');
      if (n > kMaxRepeat) n = kMaxRepeat;
    }
    return n;
  };
  bool has_low = false, has_high = false;
  uint64_t low = number(&has_low), high = 0;
  if (tokens_.match(',')) {
    high = number(&has_high);
  } else {
    high = low;
    has_high = has_low;
  }
  if (!tokens_.match('}')) {
    if (tokens_.failed()) return false;
    *literal = true;
    tokens_.seek(here);
    return !tokens_.failed();
  }
  if ((has_low && low >= kMaxRepeat) || (has_high && high >= kMaxRepeat)) {
    if (!tokens_.failed()) {
      tokens_.fault() = {Fault::Overflow, "the repetition number is too large", -1};
    }
    return false;
  }
  if (has_low) *min = static_cast<uint32_t>(low);
  if (has_high) {
    *max = static_cast<uint32_t>(high);
    if (*max < *min) {
      return tokens_.error("min repeat greater than max repeat", tokens_.tell() - here);
    }
  }
  return true;
}

}  // namespace belljar::re
