// Finds the exact tokens for which the tree has no position (the name after `def`, the attribute
// after a dot ...) by looking at the source beside a node. Only findings pay for it.
#pragma once

#include "ast/ast.h"
#include "support/source.h"

namespace belljar {

class Tokens {
 public:
  explicit Tokens(const LineIndex& lines) : lines_(lines) {}

  Range def_name(const ast::Stmt& node) const;        // of def, async def and class
  Range parameter(const ast::Arg& node) const;        // without its annotation
  Range attribute(const ast::Attribute& node) const;  // what stands after the dot
  Range handler_name(const ast::ExceptHandler& node) const;
  Range imported_name(const ast::Alias& node) const;  // `a.b` of `a.b as c`
  Range import_alias(const ast::Alias& node) const;   // `c` of `a.b as c`
  Range from_module(const ast::ImportFrom& node) const;
  // Its first words, with the star of `except*`.
  Range keyword(const ast::Node& node, uint32_t words = 1) const;

  // The text of a range on one line; empty if it spans several.
  std::string_view text(const Range& range) const;

 private:
  Range word_after(Position position, std::string_view skip = {}) const;
  Range word_before(Position end) const;

  const LineIndex& lines_;
};

}  // namespace belljar
