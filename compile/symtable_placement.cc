// What CPython's code generator refuses, in the order in which it generates code: that decides
// which error comes first (a class body before its bases, a comprehension before its first iterable
// ...).
//
// Like the other passes this one keeps its steps on a stack of its own.
#include "compile/symtable_placement.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "ast/visit.h"
#include "compile/symtable_blocks.h"

namespace belljar::symtable {
namespace {

using namespace ast;

enum class UnitType : uint8_t {
  kModule,
  kClass,
  kFunction,
  kAsyncFunction,
  kLambda,
  kComprehension
};

// What `break`, `continue` and `return` may have to leave.
enum class BlockKind : uint8_t { kLoop, kExceptStar, kOther };

// CPython's CO_MAXBLOCKS.
constexpr size_t kMaxNestedBlocks = 20;

struct Unit {
  UnitType type;
  const Block* block;
  std::vector<BlockKind> nested;
};

enum class Step : uint8_t {
  kVisit,
  kEnter,  // a unit for the node
  kLeave,
  kPushLoop,
  kPushExceptStar,
  kPushOther,
  kPop,
  kStoreAttribute,  // after the object
  kStoreName,       // of the node (def, class, name)
  kElement,         // an element that may be starred
  kArguments,       // of a class statement
  kAfterReturn,     // leaves the blocks around
  kAnnotated,       // what remains of an annotated assignment
  kPattern,         // the pattern of a match_case
  kHandlerOrder,    // `except:` must be last; the node is the Try
  kHandler,
};

struct Work {
  Step step;
  const Node* node;
  size_t number = 0;
};

class Pass {
 public:
  Pass(const Blocks& blocks, uint32_t last_future_line, bool future_annotations)
      : blocks_(blocks),
        last_future_line_(last_future_line),
        future_annotations_(future_annotations) {}

  std::optional<SymtableError> run(const Module& module) {
    units_.push_back({UnitType::kModule, &blocks_.all.front(), {}});
    visit_all(module.body);
    flip(0);
    while (!stack_.empty() && !error_.has_value()) {
      const Work work = stack_.back();
      stack_.pop_back();
      const size_t bottom = stack_.size();
      perform(work);
      flip(bottom);
    }
    return std::move(error_);
  }

 private:
  void then(Step step, const Node* node = nullptr, size_t number = 0) {
    stack_.push_back({step, node, number});
  }
  void visit(const Node* node) {
    if (node != nullptr) then(Step::kVisit, node);
  }
  template <typename T>
  void visit_all(const Span<T*>& nodes) {
    for (const T* node : nodes) visit(node);
  }
  void visit_elements(const Exprs& elements) {
    for (const Expr* element : elements) then(Step::kElement, element);
  }
  void flip(size_t bottom) {
    std::reverse(stack_.begin() + static_cast<ptrdiff_t>(bottom), stack_.end());
  }

  void fail(std::string message, const Range& range) {
    if (!error_.has_value()) error_ = SymtableError{std::move(message), range, true};
  }

  Unit& unit() { return units_.back(); }
  bool in_function() { return unit().block->type == BlockType::kFunction; }

  void enter(const Node& node) {
    const auto found = blocks_.by_node.find(&node);
    UnitType type = UnitType::kFunction;
    if (is<ClassDef>(&node)) type = UnitType::kClass;
    if (is<AsyncFunctionDef>(&node)) type = UnitType::kAsyncFunction;
    if (is<Lambda>(&node)) type = UnitType::kLambda;
    const Block* block = found != blocks_.by_node.end() ? found->second : &blocks_.all.front();
    if (block->is_comprehension) type = UnitType::kComprehension;
    units_.push_back({type, block, {}});
  }

  void push_nested(BlockKind kind, const Node& node) {
    if (unit().nested.size() >= kMaxNestedBlocks) {
      return fail("too many statically nested blocks", node.range);
    }
    unit().nested.push_back(kind);
  }

  // Where a name is bound: the one that may not be.
  bool refuse_store(std::string_view name, const Range& range) {
    if (name != kDebugName) return false;
    fail("cannot assign to __debug__", range);
    return true;
  }

  // ---- steps ----

  void perform(const Work& work) {
    switch (work.step) {
      case Step::kVisit:
        return visit_node(*work.node);
      case Step::kEnter:
        return enter(*work.node);
      case Step::kLeave:
        return units_.pop_back();
      case Step::kPushLoop:
        return push_nested(BlockKind::kLoop, *work.node);
      case Step::kPushExceptStar:
        return push_nested(BlockKind::kExceptStar, *work.node);
      case Step::kPushOther:
        return push_nested(BlockKind::kOther, *work.node);
      case Step::kPop:
        return unit().nested.pop_back();
      case Step::kStoreAttribute:
        return store_attribute(to<Attribute>(*work.node));
      case Step::kStoreName:
        return store_name(*work.node);
      case Step::kElement: {
        const Starred* starred = as<Starred>(work.node);
        return visit(starred != nullptr ? starred->value : work.node);
      }
      case Step::kArguments: {
        const ClassDef& def = to<ClassDef>(*work.node);
        if (!check_keywords(def.keywords, def.range)) return;
        visit_elements(def.bases);
        return visit_all(def.keywords);
      }
      case Step::kAfterReturn:
        return after_return(*work.node);
      case Step::kAnnotated:
        return after_annotated(to<AnnAssign>(*work.node));
      case Step::kPattern: {
        const MatchCase& match_case = to<MatchCase>(*work.node);
        error_ = find_pattern_error(*match_case.pattern, work.number != 0);
        return;
      }
      case Step::kHandlerOrder:
        return fail("default 'except:' must be last", work.node->range);
      case Step::kHandler:
        return visit_handler(to<ExceptHandler>(*work.node));
    }
  }

  // The attribute's own line and columns, as CPython moves to them in a chain over several lines.
  static Range attribute_range(const Attribute& node) {
    Range range = node.range;
    if (range.line == range.end_line) return range;
    const size_t length = static_cast<size_t>(
        std::ranges::count_if(node.attr, [](char c) { return (c & 0xC0) != 0x80; }));
    range.line = range.end_line;
    range.column =
        range.end_column - static_cast<uint32_t>(std::min<size_t>(length, range.end_column));
    return range;
  }

  void store_attribute(const Attribute& node) { refuse_store(node.attr, attribute_range(node)); }

  void store_name(const Node& node) {
    if (const FunctionDef* def = as<FunctionDef>(&node)) refuse_store(def->name, node.range);
    if (const AsyncFunctionDef* def = as<AsyncFunctionDef>(&node)) {
      refuse_store(def->name, node.range);
    }
    if (const ClassDef* def = as<ClassDef>(&node)) refuse_store(def->name, node.range);
    if (const Name* name = as<Name>(&node)) refuse_store(name->id, node.range);
    if (const ExceptHandler* handler = as<ExceptHandler>(&node)) {
      refuse_store(handler->name, node.range);
    }
  }

  // ---- nodes ----

  void visit_node(const Node& node);
  void visit_statement(const Node& node);
  void visit_expression(const Node& node);
  void visit_function(const Node& node, const Arguments& args, const Stmts& body,
                      const Exprs& decorators, const Expr* returns);
  void visit_class(const ClassDef& node);
  void visit_lambda(const Lambda& node);
  void visit_return(const Return& node);
  void after_return(const Node& node);
  void visit_jump(const Node& node, const char* message);
  void visit_loop(const Node& node, const Expr* target, const Expr* iter, const Stmts& body,
                  const Stmts& orelse);
  void visit_with(const Node& node, const WithItems& items, const Stmts& body);
  void visit_try(const Node& node, const Stmts& body, const ExceptHandlers& handlers,
                 const Stmts& orelse, const Stmts& finalbody, bool star);
  void visit_handler(const ExceptHandler& node);
  void visit_match(const Match& node);
  void visit_import_from(const ImportFrom& node);
  void visit_augmented(const AugAssign& node);
  void visit_annotated(const AnnAssign& node);
  void after_annotated(const AnnAssign& node);
  void visit_dict(const Dict& node);
  void visit_call(const Call& node);
  void visit_comprehension(const Node& node, const Comprehensions& generators, const Expr* element,
                           const Expr* value);
  void visit_sequence(const Node& node, const Exprs& elements, ExprContext ctx);
  void visit_await(const Await& node);
  void visit_name(const Name& node);
  bool check_parameters(const Arguments& args, const Range& range);
  bool check_keywords(const Keywords& keywords, const Range& range);

  const Blocks& blocks_;
  const uint32_t last_future_line_;
  const bool future_annotations_;
  std::optional<SymtableError> error_;
  std::vector<Unit> units_;
  std::vector<Work> stack_;
};

void Pass::visit_node(const Node& node) {
  switch (node.kind) {
    case NodeKind::kFunctionDef: {
      const FunctionDef& def = to<FunctionDef>(node);
      return visit_function(node, *def.args, def.body, def.decorator_list, def.returns);
    }
    case NodeKind::kAsyncFunctionDef: {
      const AsyncFunctionDef& def = to<AsyncFunctionDef>(node);
      return visit_function(node, *def.args, def.body, def.decorator_list, def.returns);
    }
    case NodeKind::kClassDef:
      return visit_class(to<ClassDef>(node));
    case NodeKind::kReturn:
      return visit_return(to<Return>(node));
    case NodeKind::kBreak:
      return visit_jump(node, "'break' outside loop");
    case NodeKind::kContinue:
      return visit_jump(node, "'continue' not properly in loop");
    case NodeKind::kFor: {
      const For& loop = to<For>(node);
      return visit_loop(node, loop.target, loop.iter, loop.body, loop.orelse);
    }
    case NodeKind::kAsyncFor: {
      const AsyncFor& loop = to<AsyncFor>(node);
      if (unit().type != UnitType::kAsyncFunction) {
        return fail("'async for' outside async function", node.range);
      }
      return visit_loop(node, loop.target, loop.iter, loop.body, loop.orelse);
    }
    case NodeKind::kWhile: {
      const While& loop = to<While>(node);
      return visit_loop(node, nullptr, loop.test, loop.body, loop.orelse);
    }
    case NodeKind::kWith:
      return visit_with(node, to<With>(node).items, to<With>(node).body);
    case NodeKind::kAsyncWith:
      if (unit().type != UnitType::kAsyncFunction) {
        return fail("'async with' outside async function", node.range);
      }
      return visit_with(node, to<AsyncWith>(node).items, to<AsyncWith>(node).body);
    case NodeKind::kTry: {
      const Try& statement = to<Try>(node);
      return visit_try(node, statement.body, statement.handlers, statement.orelse,
                       statement.finalbody, false);
    }
    case NodeKind::kTryStar: {
      const TryStar& statement = to<TryStar>(node);
      return visit_try(node, statement.body, statement.handlers, statement.orelse,
                       statement.finalbody, true);
    }
    default:
      return visit_statement(node);
  }
}

void Pass::visit_statement(const Node& node) {
  switch (node.kind) {
    case NodeKind::kMatch:
      return visit_match(to<Match>(node));
    case NodeKind::kImport:
      for (const Alias* alias : to<Import>(node).names) {
        const bool renamed = alias->asname.data() != nullptr;
        const std::string_view name =
            renamed ? alias->asname : alias->name.substr(0, alias->name.find('.'));
        if (refuse_store(name, node.range)) return;
      }
      return;
    case NodeKind::kImportFrom:
      return visit_import_from(to<ImportFrom>(node));
    case NodeKind::kAssign:
      visit(to<Assign>(node).value);
      return visit_all(to<Assign>(node).targets);
    case NodeKind::kAugAssign:
      return visit_augmented(to<AugAssign>(node));
    case NodeKind::kAnnAssign:
      return visit_annotated(to<AnnAssign>(node));
    default:
      return visit_expression(node);
  }
}

// ---- functions and classes ----

bool Pass::check_parameters(const Arguments& args, const Range& range) {
  const auto refused = [&](const Arg* arg) {
    return arg != nullptr && refuse_store(arg->arg, range);
  };
  for (const Arg* arg : args.posonlyargs) {
    if (refused(arg)) return false;
  }
  for (const Arg* arg : args.args) {
    if (refused(arg)) return false;
  }
  if (refused(args.vararg)) return false;
  for (const Arg* arg : args.kwonlyargs) {
    if (refused(arg)) return false;
  }
  return !refused(args.kwarg);
}

void Pass::visit_function(const Node& node, const Arguments& args, const Stmts& body,
                          const Exprs& decorators, const Expr* returns) {
  if (!check_parameters(args, node.range)) return;
  visit_all(decorators);
  visit_all(args.defaults);
  visit_all(args.kw_defaults);
  if (!future_annotations_) {
    for (const Arg* arg : args.args) visit(arg->annotation);
    for (const Arg* arg : args.posonlyargs) visit(arg->annotation);
    // `*args: *Ts` is the one annotation that may be starred.
    if (args.vararg != nullptr && args.vararg->annotation != nullptr) {
      then(Step::kElement, args.vararg->annotation);
    }
    for (const Arg* arg : args.kwonlyargs) visit(arg->annotation);
    if (args.kwarg != nullptr) visit(args.kwarg->annotation);
    visit(returns);
  }
  then(Step::kEnter, &node);
  visit_all(body);
  then(Step::kLeave);
  then(Step::kStoreName, &node);
}

void Pass::visit_class(const ClassDef& node) {
  visit_all(node.decorator_list);
  then(Step::kEnter, &node);
  visit_all(node.body);
  then(Step::kLeave);
  then(Step::kArguments, &node);
  then(Step::kStoreName, &node);
}

void Pass::visit_lambda(const Lambda& node) {
  if (!check_parameters(*node.args, node.range)) return;
  visit_all(node.args->defaults);
  visit_all(node.args->kw_defaults);
  then(Step::kEnter, &node);
  visit(node.body);
  then(Step::kLeave);
}

// ---- statements ----

void Pass::visit_return(const Return& node) {
  if (!in_function()) return fail("'return' outside function", node.range);
  const bool async_generator = unit().block->is_coroutine && unit().block->is_generator;
  if (node.value != nullptr && async_generator) {
    return fail("'return' with value in async generator", node.range);
  }
  visit(node.value);
  then(Step::kAfterReturn, &node);
}

constexpr const char* kLeavesExceptStar =
    "'break', 'continue' and 'return' cannot appear in an except* block";

void Pass::after_return(const Node& node) {
  if (std::ranges::find(unit().nested, BlockKind::kExceptStar) == unit().nested.end()) return;
  const Expr* value = to<Return>(node).value;
  fail(kLeavesExceptStar, is<Constant>(value) ? value->range : node.range);
}

void Pass::visit_jump(const Node& node, const char* message) {
  const std::vector<BlockKind>& nested = unit().nested;
  for (size_t i = nested.size(); i-- > 0;) {
    if (nested[i] == BlockKind::kLoop) return;
    if (nested[i] == BlockKind::kExceptStar) return fail(kLeavesExceptStar, node.range);
  }
  fail(message, node.range);
}

void Pass::visit_loop(const Node& node, const Expr* target, const Expr* iter, const Stmts& body,
                      const Stmts& orelse) {
  then(Step::kPushLoop, &node);
  visit(iter);
  visit(target);
  visit_all(body);
  then(Step::kPop);
  visit_all(orelse);
}

void Pass::visit_with(const Node& node, const WithItems& items, const Stmts& body) {
  for (const WithItem* item : items) {
    visit(item->context_expr);
    then(Step::kPushOther, &node);
    visit(item->optional_vars);
  }
  visit_all(body);
  for (size_t i = 0; i < items.size(); ++i) then(Step::kPop);
}

void Pass::visit_try(const Node& node, const Stmts& body, const ExceptHandlers& handlers,
                     const Stmts& orelse, const Stmts& finalbody, bool star) {
  if (!finalbody.empty()) then(Step::kPushOther, &node);
  if (handlers.empty()) {
    visit_all(body);
  } else {
    then(Step::kPushOther, &node);
    visit_all(body);
    then(Step::kPop);
    visit_all(orelse);
    then(star ? Step::kPushExceptStar : Step::kPushOther, &node);
    for (const ExceptHandler* handler : handlers) {
      const bool catches_all = handler->type == nullptr && handler != handlers.back();
      then(catches_all ? Step::kHandlerOrder : Step::kHandler, handler);
    }
    then(Step::kPop);
  }
  if (finalbody.empty()) return;
  then(Step::kPop);
  then(Step::kPushOther, &node);
  visit_all(finalbody);
  then(Step::kPop);
}

void Pass::visit_handler(const ExceptHandler& node) {
  visit(node.type);
  if (node.name.data() != nullptr) then(Step::kStoreName, &node);
  then(Step::kPushOther, &node);
  visit_all(node.body);
  then(Step::kPop);
}

void Pass::visit_match(const Match& node) {
  visit(node.subject);
  for (size_t i = 0; i < node.cases.size(); ++i) {
    const MatchCase& match_case = *node.cases[i];
    const bool allow_irrefutable = match_case.guard != nullptr || i + 1 == node.cases.size();
    then(Step::kPattern, &match_case, allow_irrefutable ? 1 : 0);
    visit(match_case.guard);
    visit_all(match_case.body);
  }
}

void Pass::visit_import_from(const ImportFrom& node) {
  if (node.module == "__future__" && node.range.line > last_future_line_) {
    return fail(kLateFuture, node.range);
  }
  for (const Alias* alias : node.names) {
    const std::string_view name = alias->asname.data() != nullptr ? alias->asname : alias->name;
    if (refuse_store(name, node.range)) return;
  }
}

void Pass::visit_augmented(const AugAssign& node) {
  switch (node.target->kind) {
    case NodeKind::kAttribute:
      visit(to<Attribute>(*node.target).value);
      return visit(node.value);
    case NodeKind::kSubscript:
      visit(to<Subscript>(*node.target).value);
      visit(to<Subscript>(*node.target).slice);
      return visit(node.value);
    default:
      visit(node.value);
      return then(Step::kStoreName, node.target);
  }
}

void Pass::visit_annotated(const AnnAssign& node) {
  if (node.value != nullptr) {
    visit(node.value);
    visit(node.target);
  }
  then(Step::kAnnotated, &node);
}

void Pass::after_annotated(const AnnAssign& node) {
  // Annotations of variables are evaluated in modules and classes only.
  const bool evaluated =
      !future_annotations_ && (unit().type == UnitType::kModule || unit().type == UnitType::kClass);
  switch (node.target->kind) {
    case NodeKind::kName:
      if (refuse_store(to<Name>(*node.target).id, node.range)) return;
      break;
    case NodeKind::kAttribute:
      if (refuse_store(to<Attribute>(*node.target).attr, node.range)) return;
      if (node.value == nullptr) visit(to<Attribute>(*node.target).value);
      break;
    case NodeKind::kSubscript:
      if (node.value == nullptr) visit(to<Subscript>(*node.target).value);
      if (node.value == nullptr) visit(to<Subscript>(*node.target).slice);
      break;
    default:
      break;
  }
  if (evaluated) visit(node.annotation);
}

// ---- expressions ----

void Pass::visit_expression(const Node& node) {
  switch (node.kind) {
    case NodeKind::kName:
      return visit_name(to<Name>(node));
    case NodeKind::kLambda:
      return visit_lambda(to<Lambda>(node));
    case NodeKind::kNamedExpr:
      visit(to<NamedExpr>(node).value);
      return visit(to<NamedExpr>(node).target);
    case NodeKind::kAttribute:
      visit(to<Attribute>(node).value);
      if (to<Attribute>(node).ctx == ExprContext::kStore) then(Step::kStoreAttribute, &node);
      return;
    case NodeKind::kStarred: {
      const bool target = to<Starred>(node).ctx == ExprContext::kStore;
      return fail(target ? "starred assignment target must be in a list or tuple"
                         : "can't use starred expression here",
                  node.range);
    }
    case NodeKind::kList:
      return visit_sequence(node, to<List>(node).elts, to<List>(node).ctx);
    case NodeKind::kTuple:
      return visit_sequence(node, to<Tuple>(node).elts, to<Tuple>(node).ctx);
    case NodeKind::kSet:
      return visit_elements(to<Set>(node).elts);
    case NodeKind::kDict:
      return visit_dict(to<Dict>(node));
    case NodeKind::kCall:
      return visit_call(to<Call>(node));
    case NodeKind::kListComp:
      return visit_comprehension(node, to<ListComp>(node).generators, to<ListComp>(node).elt,
                                 nullptr);
    case NodeKind::kSetComp:
      return visit_comprehension(node, to<SetComp>(node).generators, to<SetComp>(node).elt,
                                 nullptr);
    case NodeKind::kGeneratorExp:
      return visit_comprehension(node, to<GeneratorExp>(node).generators,
                                 to<GeneratorExp>(node).elt, nullptr);
    case NodeKind::kDictComp:
      return visit_comprehension(node, to<DictComp>(node).generators, to<DictComp>(node).key,
                                 to<DictComp>(node).value);
    case NodeKind::kYield:
      if (!in_function()) return fail("'yield' outside function", node.range);
      return visit(to<Yield>(node).value);
    case NodeKind::kYieldFrom:
      if (!in_function()) return fail("'yield' outside function", node.range);
      if (unit().type == UnitType::kAsyncFunction) {
        return fail("'yield from' inside async function", node.range);
      }
      return visit(to<YieldFrom>(node).value);
    case NodeKind::kAwait:
      return visit_await(to<Await>(node));
    default:
      for_each_child(node, [&](const Node& child) { visit(&child); });
  }
}

void Pass::visit_name(const Name& node) {
  if (node.ctx == ExprContext::kStore) refuse_store(node.id, node.range);
  if (node.ctx == ExprContext::kDel && node.id == kDebugName) {
    fail("cannot delete __debug__", node.range);
  }
}

void Pass::visit_await(const Await& node) {
  if (!in_function()) return fail("'await' outside function", node.range);
  if (unit().type != UnitType::kAsyncFunction && unit().type != UnitType::kComprehension) {
    return fail("'await' outside async function", node.range);
  }
  visit(node.value);
}

void Pass::visit_sequence(const Node& node, const Exprs& elements, ExprContext ctx) {
  if (ctx != ExprContext::kStore) return visit_elements(elements);
  bool starred = false;
  for (size_t i = 0; i < elements.size(); ++i) {
    if (!is<Starred>(elements[i])) continue;
    if (starred) return fail("multiple starred expressions in assignment", node.range);
    constexpr size_t kMostBefore = 256, kMostAfter = 1 << 23;
    if (i >= kMostBefore || elements.size() - i - 1 >= kMostAfter) {
      return fail("too many expressions in star-unpacking assignment", node.range);
    }
    starred = true;
  }
  visit_elements(elements);
}

void Pass::visit_dict(const Dict& node) {
  for (size_t i = 0; i < node.values.size(); ++i) {
    visit(node.keys[i]);
    visit(node.values[i]);
  }
}

void Pass::visit_call(const Call& node) {
  if (!check_keywords(node.keywords, node.range)) return;
  visit(node.func);
  visit_elements(node.args);
  visit_all(node.keywords);
}

bool Pass::check_keywords(const Keywords& keywords, const Range& range) {
  NameConflicts conflicts;
  for (size_t i = 0; i < keywords.size(); ++i) {
    if (keywords[i]->arg.data() != nullptr) conflicts.add(keywords[i]->arg, i);
  }
  if (!conflicts.found().has_value()) return true;
  const auto [first, second] = *conflicts.found();
  if (first == second) return !refuse_store(kDebugName, range);
  fail("keyword argument repeated: " + std::string(keywords[first]->arg), keywords[second]->range);
  return false;
}

void Pass::visit_comprehension(const Node& node, const Comprehensions& generators,
                               const Expr* element, const Expr* value) {
  const auto block = blocks_.by_node.find(&node);
  const bool async = block != blocks_.by_node.end() && block->second->is_coroutine;
  const bool allowed =
      unit().type == UnitType::kAsyncFunction || unit().type == UnitType::kComprehension;
  if (async && !is<GeneratorExp>(&node) && !allowed) {
    return fail("asynchronous comprehension outside of an asynchronous function", node.range);
  }
  then(Step::kEnter, &node);
  for (size_t i = 0; i < generators.size(); ++i) {
    if (i > 0) visit(generators[i]->iter);
    visit(generators[i]->target);
    visit_all(generators[i]->ifs);
  }
  visit(element);
  visit(value);
  then(Step::kLeave);
  visit(generators[0]->iter);
}

}  // namespace

void NameConflicts::add(std::string_view name, size_t place) {
  const auto [seen, inserted] = seen_.emplace(name, place);
  if (name == kDebugName) {
    offer({place, place});
  } else if (!inserted) {
    offer({seen->second, place});
  }
}

void NameConflicts::offer(NameConflict conflict) {
  if (!found_.has_value() || conflict.first < found_->first) found_ = conflict;
}

std::optional<SymtableError> find_placement_error(const ast::Module& module, const Blocks& blocks,
                                                  uint32_t last_future_line,
                                                  bool future_annotations) {
  return Pass(blocks, last_future_line, future_annotations).run(module);
}

}  // namespace belljar::symtable
