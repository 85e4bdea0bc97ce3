// Syntax tree to verified bytecode: the whole of compile/ behind one function.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ast/ast.h"
#include "bytecode/code.h"
#include "bytecode/constant_view.h"
#include "runtime/context.h"
#include "runtime/value.h"

namespace belljar {

struct CompileOptions {
  // The value of a builtin, or null if the profile has none of that name. Values must be frozen and
  // outlive the program.
  const Value* (*builtin)(void* data, std::string_view name) = nullptr;
  void* data = nullptr;
  // What the module sees as __name__.
  std::string_view module_name = "__main__";
};

struct CompileError {  // what CPython would call a SyntaxError
  std::string message;
  Range range;
};

struct CompileResult {
  std::unique_ptr<CodeUnit> unit;  // null: see error
  CompileError error;

  bool ok() const { return unit != nullptr; }
};

// `frozen` is a context whose heap is the program's frozen heap: constants are made there and live
// as long as it does. The tree must have passed the checks of symtable_errors.h.
[[nodiscard]] CompileResult compile_module(Context& frozen, const ast::Module& module,
                                           std::string_view file, std::string_view source,
                                           const CompileOptions& options);

// For the verifier and the disassembler.
const ConstantView& runtime_constants();

}  // namespace belljar
