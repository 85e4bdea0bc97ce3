// The three stages in CPython's order, and the first of them: __future__ imports.
#include "compile/symtable_errors.h"

#include <algorithm>

#include "compile/symtable_blocks.h"
#include "compile/symtable_placement.h"

namespace belljar {
namespace {

constexpr std::string_view kFeatures[] = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};

struct Future {
  uint32_t last_line = 0;  // of the last such import at the beginning of the file
  bool annotations = false;
  std::optional<SymtableError> error;
};

bool is_docstring(const ast::Stmt& statement) {
  const ast::ExprStmt* expression = ast::as<ast::ExprStmt>(&statement);
  if (expression == nullptr) return false;
  const ast::Constant* constant = ast::as<ast::Constant>(expression->value);
  return constant != nullptr && constant->value.kind == ast::ConstantKind::kStr;
}

std::optional<SymtableError> unknown_feature(const ast::ImportFrom& import) {
  for (const ast::Alias* alias : import.names) {
    const std::string_view name = alias->name;
    if (std::ranges::find(kFeatures, name) != std::end(kFeatures)) continue;
    if (name == "braces") return SymtableError{"not a chance", import.range, false};
    return SymtableError{"future feature " + std::string(name.substr(0, 100)) + " is not defined",
                         import.range, false};
  }
  return std::nullopt;
}

bool has_annotations(const ast::ImportFrom& import) {
  return std::ranges::any_of(import.names,
                             [](const ast::Alias* alias) { return alias->name == "annotations"; });
}

// Reads past the beginning as long as it stays on one line, as CPython does; what comes later is
// found where imports are compiled.
Future read_future(const ast::Module& module) {
  Future future;
  const size_t start = !module.body.empty() && is_docstring(*module.body[0]) ? 1 : 0;
  bool done = false;
  uint32_t line = 0;
  for (size_t i = start; i < module.body.size(); ++i) {
    const ast::Stmt& statement = *module.body[i];
    if (done && statement.range.line > line) break;
    line = statement.range.line;
    const ast::ImportFrom* import = ast::as<ast::ImportFrom>(&statement);
    if (import == nullptr || import->module != "__future__") {
      done = true;
      continue;
    }
    if (done) {
      Range range = import->range;
      --range.column;  // CPython forgets to count from 1 here
      future.error = SymtableError{symtable::kLateFuture, range, false};
      return future;
    }
    future.error = unknown_feature(*import);
    if (future.error.has_value()) return future;
    future.annotations = future.annotations || has_annotations(*import);
    future.last_line = line;
  }
  return future;
}

}  // namespace

std::optional<SymtableError> find_symtable_error(const ast::Module& module) {
  Future future = read_future(module);
  if (future.error.has_value()) return std::move(future.error);
  symtable::Blocks blocks = symtable::gather_blocks(module, future.annotations);
  if (blocks.error.has_value()) return std::move(blocks.error);
  std::optional<SymtableError> error = symtable::find_scope_error(blocks);
  if (error.has_value()) return error;
  return symtable::find_placement_error(module, blocks, future.last_line, future.annotations);
}

}  // namespace belljar
