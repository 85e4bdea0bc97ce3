// Name resolution: what each name of a file means, decided before any code is emitted.
//
// Python decides by *scope*, and a scope by looking at all of its text: a name bound anywhere in a
// function is local to all of it, so nothing can be resolved while the text is still being read.
// Hence two passes.
//
// 1. collect.cc walks the tree once and makes a Scope for the module and for every function,
// lambda, class,
//    generator expression and comprehension, with a Symbol for every name that it mentions: bound?
//    read? declared global or nonlocal? a parameter?
// 2. resolve.cc then asks, scope by scope, where each name lives:
//
//      bound here      function: a register of the function (Local)
//                      module:   a slot of the module's slot array (Global); there is no globals
//                      dict class:    an entry of the namespace (ClassName), seen by the body
//                      alone:
//                                functions inside skip it
//      bound outside   in an enclosing function: captured (Free)
//      else            bound in the module: Global. Nowhere in the file: a builtin, whose value is
//                      a constant of the code; or nothing at all, which is a NameError when that
//                      line runs, not before.
//
// UNITS. What compiles to a Code of its own is a *unit*: the module, functions, lambdas, classes,
// generator expressions. List, set and dict comprehensions are scopes but not units: they are
// compiled into the unit around them (PEP 709), with their own registers, so entering one costs
// nothing.
//
// CAPTURE. A captured variable is normally a Cell, shared by both functions. But most captured
// variables never change once they are captured, and then the inner function may simply hold the
// value. That is provable for a parameter that is never rebound, and for a local that is bound
// exactly once, by a statement that has run to its end whenever the capture is reached: it comes
// earlier, stands in a suite that encloses the capture, and is in no loop (a second round would
// rebind it). Bindings by walrus, match and except count as unprovable, as do del and nonlocal. One
// capture that cannot be proved makes the variable a cell for all.
#pragma once

#include <cstdint>
#include <vector>

#include "ast/ast.h"
#include "compile/names.h"
#include "support/arena.h"

namespace belljar::scope {

enum class ScopeKind : uint8_t { Module, Class, Function, Lambda, Generator, Comprehension };

enum class Meaning : uint8_t { Unresolved, Local, Free, Global, ClassName, Builtin, Nothing };

enum SymbolFlag : uint16_t {
  kBound = 1,
  kRead = 2,
  kParameter = 4,
  kGlobalDeclared = 8,
  kNonlocalDeclared = 16,
  kDeleted = 32,     // by del, or at the end of an except clause
  kUnprovable = 64,  // some binding of it cannot be reasoned about
  kBoundInLoop = 128,
  kCell = 256,  // a Local that lives in a Cell
};

struct Scope;
struct Free;

struct Symbol {
  NameId name = kNoName;
  uint16_t flags = 0;
  Meaning meaning = Meaning::Unresolved;
  uint16_t reg = 0;       // Local: register, set by the emitter
  uint16_t bindings = 0;  // beside the parameter's own
  uint16_t slot = 0;      // module symbol: its slot
  uint32_t bound_at = 0;  // place and suite of the only binding
  uint32_t bound_suite = 0;
  Scope* scope = nullptr;
  Symbol* variable = nullptr;  // Local: the symbol with the register (of a scope of the same unit)
  Free* free = nullptr;        // Free
  Symbol* next = nullptr;      // in the scope, in order of first mention

  bool has(uint16_t mask) const { return flags & mask; }
};

// A closure slot of a unit.
struct Free {
  NameId name;
  uint16_t index;
  Symbol* owner;  // the variable: a Local further out
  Free* outer;    // the enclosing unit's closure slot, or null: owner's register there
  Free* next;
};

struct NameList {
  NameId name;
  NameList* next;
};

struct Scope {
  ScopeKind kind = ScopeKind::Module;
  bool generator = false;
  bool has_walrus = false;        // unit: a walrus may rebind one of its registers
  bool needs_class_cell = false;  // class: a function inside uses __class__ or super()
  uint32_t id = 0;
  uint32_t place = 0;  // where it is made, in the enclosing unit
  uint32_t suite = 0;
  uint32_t free_count = 0;
  Scope* parent = nullptr;  // the scope around it
  Scope* unit = nullptr;    // the unit whose code it is part of
  const ast::Node* node = nullptr;
  std::string_view class_name;  // of the nearest class around: for mangling
  Symbol* first_symbol = nullptr;
  Symbol* last_symbol = nullptr;
  Symbol* class_cell = nullptr;  // class: its __class__, when needed
  Free* first_free = nullptr;
  Free* last_free = nullptr;
  NameList* self_names = nullptr;  // class: attributes that its methods set on self, in order
  NameList* last_self_name = nullptr;
  uint32_t self_name_count = 0;
  Scope* first_child = nullptr;
  Scope* last_child = nullptr;
  Scope* next_sibling = nullptr;
  Scope* cursor = nullptr;  // where the emitter found its last child
  void* code = nullptr;     // unit: what the emitter makes of it

  bool is_function() const {
    return kind == ScopeKind::Function || kind == ScopeKind::Lambda || kind == ScopeKind::Generator;
  }
};

class ScopeTree {
 public:
  explicit ScopeTree(NameTable& names);

  NameTable& names() { return names_; }
  Scope* module() { return module_; }
  // The child of `parent` that `node` makes.
  Scope* child(Scope* parent, const ast::Node* node);
  Symbol* find(const Scope* scope, NameId name) const;
  Symbol* mention(Scope* scope, NameId name);  // finds or makes
  Scope* new_scope(ScopeKind kind, Scope* parent, const ast::Node* node);
  Arena& arena() { return arena_; }
  bool has_future_annotations = false;
  bool too_many_captured = false;
  const std::vector<Scope*>& scopes() const { return scopes_; }  // outer before inner

  // Well-known names.
  const NameId class_name_cell;  // __class__
  const NameId super_name;

  std::vector<uint32_t> suite_parents;  // by suite; 0 is none

  // The module's slots, by number.
  std::vector<NameId> slots;

 private:
  void grow();

  NameTable& names_;
  Arena arena_;
  Scope* module_;
  std::vector<Scope*> scopes_;
  std::vector<Symbol*> table_;
  size_t symbol_count_ = 0;
};

// Pass 1 and pass 2. `is_builtin` says whether a name that the file does not bind is a builtin.
void collect(ScopeTree& tree, const ast::Module& module);
// False: more module names than there are slots, or more captured variables than a function can
// have.
bool resolve(ScopeTree& tree, bool (*is_builtin)(void* data, std::string_view name), void* data);

}  // namespace belljar::scope
