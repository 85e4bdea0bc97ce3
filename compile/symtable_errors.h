// The syntax errors that CPython's parser lets through and its later stages find: `return` outside
// a function, a name that is parameter and global, two starred targets ... A module that passes can
// be compiled.
//
// Separate from scope resolution and code emission so that those may take a well-formed tree for
// granted, and so that a check can report these errors without compiling.
#pragma once

#include <optional>
#include <string>

#include "ast/ast.h"
#include "support/source.h"

namespace belljar {

// As CPython 3.11's SyntaxError has it: `line`, `offset` (1-based, in UTF-8 bytes as CPython counts
// at this stage) and their ends are `range` plus one in the columns. `has_end` is false where
// CPython gives no end offset.
struct SymtableError {
  std::string message;
  Range range;
  bool has_end = true;
};

// The first error, in CPython's order: __future__ imports, then scopes, then placement.
std::optional<SymtableError> find_symtable_error(const ast::Module& module);

}  // namespace belljar
