// The scopes of a module as CPython's symtable sees them, gathered with its errors. Internal to the
// search for syntax errors: the compiler resolves names by itself.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ast/ast.h"
#include "compile/symtable_errors.h"

namespace belljar::symtable {

// A name with the class whose private names it is mangled for: `__x` in class C is `_C__x`. Ordered
// as the mangled text, which is built for messages only.
struct MangledName {
  std::string_view class_name;  // without leading underscores; empty: not mangled
  std::string_view name;

  std::string text() const;
  friend bool operator<(const MangledName& a, const MangledName& b);
};

MangledName mangle(std::string_view private_class, std::string_view name);

enum SymbolFlag : uint16_t {
  kDefGlobal = 1,
  kDefLocal = 2,
  kDefParam = 4,
  kDefNonlocal = 8,
  kUse = 16,
  kDefImport = 128,
  kDefAnnotation = 256,
  kDefIterationVariable = 512,
  kDefBound = kDefLocal | kDefParam | kDefImport,
};

struct Symbol {
  MangledName name;
  uint16_t flags = 0;
  bool has_directive = false;
  Range directive;  // of the first `global` or `nonlocal` that names it
};

enum class BlockType : uint8_t { kModule, kFunction, kClass, kAnnotation };

struct Block {
  BlockType type = BlockType::kModule;
  const ast::Node* node = nullptr;
  Block* parent = nullptr;
  std::string_view private_class;
  ast::NodeKind comprehension = ast::NodeKind::kModule;  // of a comprehension its kind
  bool is_comprehension = false;
  bool is_generator = false;
  bool is_coroutine = false;
  bool in_iteration_target = false;
  uint32_t iteration_expression_depth = 0;
  std::vector<Symbol> symbols;  // in the order of their first occurrence
  std::map<MangledName, size_t> index;
  std::vector<Block*> children;

  uint16_t flags(const MangledName& name) const;
  Symbol& symbol(const MangledName& name);
};

struct Blocks {
  std::deque<Block> all;  // the first is the module's; blocks point to blocks
  std::unordered_map<const ast::Node*, Block*> by_node;
  std::optional<SymtableError> error;
};

// Gathers until the first error. `future_annotations`: annotations are not evaluated.
Blocks gather_blocks(const ast::Module& module, bool future_annotations);

// Conflicts between `global`, `nonlocal` and what is bound around them.
std::optional<SymtableError> find_scope_error(const Blocks& blocks);

// What only CPython's code generator refuses.
std::optional<SymtableError> find_placement_error(const ast::Module& module, const Blocks& blocks,
                                                  uint32_t last_future_line,
                                                  bool future_annotations);

}  // namespace belljar::symtable
