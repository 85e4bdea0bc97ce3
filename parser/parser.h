// Source text to syntax tree: the whole grammar of Python 3.11, with CPython's syntax errors.
//
//   ParseResult result = parse_module(text, {});
//   if (!result.ok()) report(*result.error); else use(*result.module->root);
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "ast/ast.h"
#include "support/syntax_error.h"

namespace belljar {

struct ParseOptions {
  size_t max_source_bytes = 4 << 20;  // larger sources are refused before any work
  size_t max_tree_bytes = 512 << 20;  // cap of the tree's arena
};

struct ParseResult {
  std::unique_ptr<ast::ModuleTree> module;  // null if there is an error
  std::optional<SyntaxError> error;

  bool ok() const { return module != nullptr; }
};

// Never throws; `source` (bytes: UTF-8 unless a BOM or a coding cookie says otherwise) need not
// outlive the call.
[[nodiscard]] ParseResult parse_module(std::string_view source, const ParseOptions& options = {});

}  // namespace belljar
