// The parser's state, shared by the files that parse expressions, groups, sets and escapes.
#pragma once

#include <map>

#include "stdlib/re/tokens.h"
#include "stdlib/re/tree.h"

namespace belljar::re {

// One element of a sequence, with what a quantifier behind it must know.
struct Item {
  Node* node = nullptr;
  enum Kind : uint8_t { Plain, Anchor, Repeat } kind = Plain;
};

class Parser {
 public:
  Parser(const Source& source, uint32_t flags, Tree& tree, Fault& fault)
      : tokens_(source, fault), tree_(tree) {
    tree_.flags = flags;
  }
  void run();

 private:
  // Flags of a scope: those that are in force for what is read next.
  Node* alternation(uint32_t scope, bool verbose, int nested);
  Node* sequence(uint32_t scope, bool verbose, int nested, bool first);
  // "(" has been taken. False: failed. No node: a comment or global flags.
  bool group(uint32_t scope, bool& verbose, int nested, bool may_set_flags, Item& item);
  bool extension(uint32_t& scope, bool& verbose, int nested, bool may_set_flags, Item& item,
                 int64_t start, bool& capture, std::vector<uint32_t>& name, bool& done);
  bool lookaround(uint32_t scope, bool verbose, int nested, Token t, int64_t start, Item& item);
  bool conditional(uint32_t scope, bool verbose, int nested, int64_t start, Item& item);
  bool named_reference(Item& item);
  // False: failed. *global: they were for the whole pattern.
  bool inline_flags(Token first, uint32_t* add, uint32_t* del, bool* global);
  bool quantifier(Token t, std::vector<Item>& items, bool* literal);
  bool bounds(int64_t here, uint32_t* min, uint32_t* max, bool* literal);
  bool set(uint32_t scope, Item& item);
  struct Escaped {
    bool is_set = false;
    uint32_t code = 0;
    CharSet set;
  };
  bool set_member(Token t, uint32_t scope, Escaped& out);
  // Escapes that both sets and expressions know. *known false: neither error nor result.
  bool character_escape(Token t, Escaped& out, bool* known);
  bool expression_escape(Token t, uint32_t scope, Item& item);
  bool numeric_escape(Token t, uint32_t scope, Item& item);
  bool bad_escape(const std::string& text, int64_t length);
  bool check_open(int64_t number, int64_t back);
  bool open_group(const std::vector<uint32_t>& name, uint32_t* number);

  Node* make(Op op) {
    Node& node = tree_.nodes.emplace_back();
    node.op = op;
    return &node;
  }
  Node* leaf(CharSet set);
  Node* literal(uint32_t code, uint32_t scope);
  Node* anchor(Anchor which, uint32_t scope);
  Node* refuse(std::string reason, int64_t position);
  bool ascii(uint32_t scope) const { return tokens_.bytes() || (scope & kAscii); }
  uint32_t last_code() const { return tokens_.bytes() ? 0xFF : kLastCode; }

  Tokens tokens_;
  Tree& tree_;
  std::vector<bool> closed_{false};  // by group number
  std::map<std::vector<uint32_t>, uint32_t> numbers_;
  std::map<int64_t, int64_t> conditions_;  // group number -> position
  std::vector<int64_t> condition_order_;
  uint32_t open_ = 0;  // the innermost group that is being read
  int64_t lookbehind_groups_ = -1;
  Fault refused_;
};

}  // namespace belljar::re
