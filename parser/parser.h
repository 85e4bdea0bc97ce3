// Source text to syntax tree: the whole grammar of Python 3.11, with CPython's syntax errors.
//
//   ParseResult result = parse_module(text, {});
//   if (!result.ok()) report(*result.error); else use(*result.module->root);
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ast/ast.h"

namespace belljar {

struct ParseOptions {
  size_t max_source_bytes = 16 << 20;  // larger sources are refused before any work
  size_t max_tree_bytes = 512 << 20;   // cap of the tree's arena
};

enum class SyntaxErrorType : uint8_t { kSyntaxError, kIndentationError, kTabError };

// One error, as CPython 3.11's exception object has it. Line and columns are 1-based; columns count
// code points. 0 means that CPython gives None (line, text) or 0 (columns).
struct SyntaxError {
  SyntaxErrorType type = SyntaxErrorType::kSyntaxError;
  std::string message;
  uint32_t line = 0;
  uint32_t column = 0;
  uint32_t end_line = 0;
  uint32_t end_column = 0;
  std::string text;         // the source line, with its newline if it has one
  bool over_limit = false;  // one of our own limits: source size, tree size, nesting

  const char* type_name() const;  // "SyntaxError" ...
};

struct ParseResult {
  std::unique_ptr<ast::ModuleTree> module;  // null if there is an error
  std::optional<SyntaxError> error;

  bool ok() const { return module != nullptr; }
};

// Never throws; `source` need not outlive the call.
[[nodiscard]] ParseResult parse_module(std::string_view source, const ParseOptions& options = {});

}  // namespace belljar
