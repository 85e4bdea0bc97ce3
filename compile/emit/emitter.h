// The Emitter: syntax tree to bytecode, one unit (a Code) after the other. Its member functions are
// spread over the files of this folder by family; this header is their table of contents.
//
// REGISTERS. Parameters, then locals, then temporaries as a stack. An expression is evaluated
// *towards* a wish: a register where the result must be, or kAny, when it may be wherever it
// already is (a local is used in place), or a hint where a new temporary had best be. Three rules
// keep that sound:
//  - a wished-for register that is a variable is written by the last instruction only, so that an
//    exception, or the expression itself, still sees the old value;
//  - an expression that makes a new temporary makes it the first free one and has released all
//  others
//    when it returns;
//  - an operand used in place is copied if what is evaluated after it may rebind the variable,
//  which only
//    a walrus can (functions inside rebind cells only, and cells are read when evaluated).
//
// DEPTH. BinOp.left, Attribute.value, Subscript.value and Call.func are the spines of a tree
// (ast.h) and are walked by a loop (spine()). All other edges recurse, and the parser bounds those.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ast/ast.h"
#include "bytecode/code.h"
#include "compile/compile.h"
#include "compile/constants.h"
#include "compile/emit/assembler.h"
#include "compile/scope/scope.h"

namespace belljar {

enum class BinaryOp : uint8_t;

// Where an expression's value is: a register, or nowhere yet.
struct Operand {
  Value constant;
  int reg = -1;

  bool is_constant() const { return reg < 0; }
};

inline constexpr int kAny = -1;

class Emitter {
 public:
  Emitter(Constants& constants, scope::ScopeTree& tree, CodeUnit& unit,
          const CompileOptions& options);
  // False: error().
  bool run(const ast::Module& module);
  const CompileError& error() const { return error_; }

 private:
  // --- unit.cc: one Code from beginning to end
  // ------------------------------------------------------
  Code* code_of(scope::Scope* unit);  // queues it if it is new
  bool emit_unit(scope::Scope* unit);
  void begin_unit(scope::Scope* unit);
  bool place_far_parameters(const scope::Scope* unit);
  void preset(std::string_view name, Value value);
  void unit_body(const ast::Node& node);
  void end_unit(Code& code);
  void declare_parameters(Code& code, const ast::Arguments& arguments);
  std::string qualified_name(scope::Scope* unit);
  belljar::Tuple* local_names(const scope::Scope& scope);
  void fail(std::string message, const Range& at);
  bool failed() const { return !error_.message.empty(); }

  // --- names.cc
  // -----------------------------------------------------------------------------------
  NameId name_id(std::string_view text) {
    return tree_.names().intern_in(text, scope_->class_name);
  }
  Str* name_str(NameId id);
  uint32_t name_constant(NameId id) { return asm_.constant(Value::object(name_str(id))); }
  uint32_t attribute(std::string_view name);  // the auxiliary word of attribute instructions
  Operand load_name(const ast::Name& e, int want);
  Operand load(NameId id, const Range& at, int want);
  Operand load_outside(NameId id, const Range& at, int want);  // module slot, builtin or NameError
  const Value* builtin(NameId id);
  // The builtin that an expression surely is, by its name.
  bool is_builtin(const ast::Expr* e, std::string_view name);
  Operand load_far_variable(const scope::Symbol& variable, NameId id, const Range& at, int want,
                            bool is_free);
  void store_far_variable(const scope::Symbol& variable, int reg);
  void store(NameId id, int reg, const Range& at);
  void delete_name(NameId id, const Range& at);
  void unbind_silently(NameId id, const Range& at);  // `name = None; del name`
  // The register of a variable that can be computed into, or -1.
  int variable_register(const ast::Expr* target);
  void assigned(int reg) { asm_.bound().set(static_cast<size_t>(reg)); }
  void check_bound(int reg, NameId id, const Range& at, bool is_free = false);
  scope::Symbol* symbol(NameId id);

  // --- expressions.cc
  // -------------------------------------------------------------------------------
  Operand value(const ast::Expr* e, int want = kAny);
  void into(const ast::Expr* e, int reg);  // the value, in that register
  int any(const ast::Expr* e);             // the value, in some register
  void discard(const ast::Expr* e);        // for its effects
  int next_temp(const ast::Expr* e);       // the value, in a new temporary
  int materialise(const Operand& operand, int want = kAny);
  void load_constant(Value v, int reg);
  Operand bool_op(const ast::BoolOp& e, int want);
  Operand compare(const ast::Compare& e, int want);
  Operand unary(const ast::UnaryOp& e, int want);
  Operand conditional(const ast::IfExp& e, int want);
  Operand walrus(const ast::NamedExpr& e, int want);
  Operand yield(const ast::Yield& e, int want);
  Operand yield_from(const ast::YieldFrom& e, int want);
  // The inner operands of a < b < c …: each is the right of one comparison and the left of the
  // next. A long chain takes turns between two registers.
  class ChainOperands {
   public:
    ChainOperands(Emitter& emitter, size_t length);
    int left(const ast::Compare& e);
    int right(const ast::Compare& e, size_t i);  // not the last

   private:
    Emitter& emitter_;
    int row_ = -1;
  };
  void compare_op(ast::CompareOperator op, int d, int left, int right, const Range& at);

  static int hint(int reg) { return -2 - reg; }
  int dest(int want) { return want >= 0 ? want : want == kAny ? asm_.temp() : -2 - want; }
  // A register that may be written more than once on the way to `want`.
  int scratch(int want) { return want >= 0 && is_variable(want) ? asm_.temp() : dest(want); }
  Operand done(int reg, int want);
  static bool is_far(int reg) { return reg >= kFirstFar; }
  void load_far(int reg, int far) {
    asm_.emit(Op::LoadFar, reg);
    asm_.word(static_cast<uint32_t>(far));
  }
  void store_far(int far, int reg) {
    asm_.emit(Op::StoreFar, reg);
    asm_.word(static_cast<uint32_t>(far));
  }
  bool is_variable(int reg) const { return variables_[static_cast<size_t>(reg)]; }
  void move(int to, int from) {
    if (to != from) asm_.emit(Op::Move, to, from);
  }
  // `reg`, or a copy if evaluating `later` may rebind it.
  int protect(int reg, const ast::Expr* later);

  // --- spine.cc: operators, attributes, subscripts, calls
  // ---------------------------------------------
  Operand spine(const ast::Expr* e, int want);
  Operand binary(const ast::BinOp& e, Operand left, int want, int mark);
  Operand attribute_of(const ast::Attribute& e, Operand object, int want, int mark);
  Operand subscript_of(const ast::Subscript& e, Operand object, int want, int mark);
  void binary_op(BinaryOp op, int d, int left, const Operand& right, const Range& at);
  static const ast::Attribute* method_of(const ast::Call& e);
  static Range attribute_range(const ast::Attribute& e);
  static Range method_call_range(const ast::Call& e, const ast::Attribute* method);

  // --- calls.cc
  // ------------------------------------------------------------------------------------- The
  // callee (or the receiver of `method`) is in the topmost temporary `window`.
  void call(const ast::Call& e, const ast::Attribute* method, int window, int result);
  void call_unpacked(const ast::Exprs& args, const ast::Keywords& keywords, int window,
                     const Range& at);
  Value keyword_names(const ast::Keyword* const* first, size_t count);
  bool is_plain_super(const ast::Call& e);
  Operand plain_super(const ast::Call& e, int want);

  // --- displays.cc
  // ----------------------------------------------------------------------------------
  bool constant_value(const ast::Expr* e, Value* out);  // literals, builtins, tuples of them
  Operand tuple(const ast::Exprs& items, const Range& at, int want);
  Operand list(const ast::List& e, int want);
  Operand set(const ast::Set& e, int want);
  Operand dict(const ast::Dict& e, int want);
  void list_of(const ast::Exprs& items, const Range& at, int d);  // a new list in the temporary d
  Operand joined_str(const ast::JoinedStr& e, int want);
  void formatted(const ast::FormattedValue& e, int d);

  // --- comprehensions.cc
  // ----------------------------------------------------------------------------
  enum class Collects : uint8_t { List, Set, Dict, Generator };
  Operand comprehension(const ast::Expr& e, int want);
  Operand generator_expression(const ast::GeneratorExp& e, int want);
  void generator_body(const ast::GeneratorExp& e);
  void comprehension_loops(const ast::Expr& e, const ast::Comprehensions& generators, size_t index,
                           int iterator, bool is_range, Collects collects, int result);
  void enter_comprehension(scope::Scope* inner, const ast::Comprehensions& generators);

  // --- conditions.cc
  // -------------------------------------------------------------------------------- Jumps to `to`
  // if the truth of `e` is `sense`, else falls through. `at`: where a failing truth test is
  // reported; comparisons move it, as CPython's do.
  void jump_if(const ast::Expr* e, bool sense, Label& to, Range& at);
  void jump_compare(const ast::Compare& e, bool sense, Label& to, Range& at);
  void compare_and_jump(ast::CompareOperator op, int left, const Operand& right, bool sense,
                        Label& to, const Range& at);

  // --- statements.cc
  // --------------------------------------------------------------------------------
  void suite(const ast::Stmts& body, size_t from = 0);
  void statement(const ast::Stmt* s);
  void import(const ast::Import& s);
  void import_from(const ast::ImportFrom& s);
  void raise(const ast::Raise& s);
  void assert_(const ast::Assert& s);
  void return_(const ast::Return& s);

  // --- assignments.cc
  // -------------------------------------------------------------------------------
  void assign(const ast::Assign& s);
  void augmented(const ast::AugAssign& s);
  void annotated(const ast::AnnAssign& s);
  void annotation(const ast::Expr* e);  // evaluated and dropped
  void annotation_value(const ast::Expr* e, int reg);
  int annotations(const ast::FunctionDef& def, const Range& at);
  void store_target(const ast::Expr* target, int reg);
  void unpack(const ast::Exprs& targets, int reg, const Range& at);
  void delete_target(const ast::Expr* target);
  static BinaryOp operator_of(ast::Operator op);
  void inplace_op(BinaryOp op, int d, int left, const Operand& right, const Range& at);

  // --- loops.cc
  // -------------------------------------------------------------------------------------
  void if_(const ast::If& s);
  void while_(const ast::While& s);
  void for_(const ast::For& s);
  // Leaves an iterator of `iter` in the new temporaries from `reg` on. True: for ForRange.
  bool prepare_iteration(const ast::Expr* iter, int reg, const Range& at);
  bool is_range_call(const ast::Expr* e);
  void next_item(int target, int iterator, bool is_range, uint32_t body, const Range& at);
  Label* direct_exit(const ast::Stmts& body);  // where a suite that only leaves the loop leads
  void break_(const Range& at);
  void continue_(const Range& at);

  // --- exceptions.cc
  // --------------------------------------------------------------------------------
  enum class BlockKind : uint8_t { Loop, Except, Finally, Handler, With };
  struct Block {
    BlockKind kind;
    Label* break_to = nullptr;         // Loop
    Label* continue_to = nullptr;      // Loop
    const ast::Stmts* body = nullptr;  // Finally: what every exit runs
    NameId name = kNoName;             // Handler: `as` name
    int reg = 0;                       // Handler: its registers; With: the bound __exit__
    Range at;                          // With: the statement
    uint32_t start = 0;                // of the open part of its protected range
    std::vector<std::pair<uint32_t, uint32_t>> parts;  // the closed parts
  };
  struct Unwound {
    std::vector<Block> blocks;  // outermost first
  };
  void push_block(Block block);
  Block pop_block();
  void rows(const Block& block, uint32_t handler, int reg);
  // Emits what leaving all blocks above `depth` runs. Then comes the jump or the return, then
  // rewind().
  Unwound unwind(size_t depth, const Range& at);
  void rewind(Unwound unwound);
  void leave_block(const Block& block);
  bool protected_outside() const;
  void try_(const ast::Try& s);
  void try_except(const ast::Try& s);
  void handler(const ast::ExceptHandler& h, int reg, Label& end, std::vector<Block>& named);
  void handler_cleanup(const Block& block);
  void finally_handler(const Block& block, const ast::Stmts& body, const RegisterSet& bound);
  void with(const ast::With& s, size_t index);
  void call_exit(int exit, const Range& at);
  RegisterSet bound_in_handler() { return asm_.bound() & ~deletable_; }

  // --- functions.cc, classes.cc
  // -----------------------------------------------------------------------
  void function(const ast::FunctionDef& s);
  Operand lambda(const ast::Lambda& e, int want);
  // Defaults and function in a new row of temporaries; the function ends up in `d`.
  void make_function(const ast::Node& node, const ast::Arguments& arguments, int d,
                     const Range& at);
  void emit_make_function(scope::Scope* inner, int d, int flags, int defaults, const Range& at);
  int decorators(const ast::Exprs& list);
  void decorate(const ast::Exprs& list, int first);
  void class_(const ast::ClassDef& s);
  const ast::ConstantValue* docstring(const ast::Stmts& body);

  // --- patterns.cc
  // ----------------------------------------------------------------------------------
  struct Capture {
    NameId name;
    int reg;
    Range at;
  };
  void match(const ast::Match& s);
  void pattern(const ast::Pattern* p, int subject, Label& fail, std::vector<Capture>& captures);
  void sequence_pattern(const ast::MatchSequence& p, int subject, Label& fail,
                        std::vector<Capture>& captures);
  void sequence_items(const ast::MatchSequence& p, int subject, size_t star, int row,
                      Label& fail_to, std::vector<Capture>& captures);
  void mapping_pattern(const ast::MatchMapping& p, int subject, Label& fail,
                       std::vector<Capture>& captures);
  void class_pattern(const ast::MatchClass& p, int subject, Label& fail,
                     std::vector<Capture>& captures);
  static uint32_t count_captures(const ast::Pattern* p);
  void or_pattern(const ast::MatchOr& p, int subject, Label& fail, std::vector<Capture>& captures);

  Constants& constants_;
  scope::ScopeTree& tree_;
  std::unordered_set<const scope::Symbol*> captured_;  // see local_names; with null once filled
  CodeUnit& unit_;
  const CompileOptions& options_;
  CompileError error_;

  Assembler asm_;
  scope::Scope* scope_ = nullptr;     // whose text is being emitted
  std::vector<scope::Scope*> queue_;  // units to be emitted
  std::vector<Str*> name_strs_;       // by NameId
  std::vector<std::string> qualified_names_;

  // Of the running unit.
  RegisterSet variables_;  // registers that hold variables now
  RegisterSet locals_;     // those of them that are the unit's own, not a comprehension's
  RegisterSet unbound_;    // locals that must be unbound on entry, as some read is not proved
  RegisterSet deletable_;  // locals that some del or except clause unbinds
  std::vector<Block> blocks_;
  std::vector<const ast::Expr*> spine_;
  uint32_t copies_ = 0;  // of finally bodies
  uint32_t doc_ = UINT32_MAX;

  // Of the module.
  Value module_doc_ = Value::none();
};

}  // namespace belljar
