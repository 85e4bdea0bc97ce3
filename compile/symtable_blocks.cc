// The pass that builds blocks, in the order of CPython's symtable.c, which decides what error comes
// first. A stack of small steps takes the place of recursion: a visit notes the steps to do in
// order, and they go onto the stack in reverse.
#include "compile/symtable_blocks.h"

#include <algorithm>

#include "ast/visit.h"

namespace belljar::symtable {
namespace {

using namespace ast;

enum class Step : uint8_t {
  kVisit,
  kParameters,  // the node's names become parameters of the current block
  kEnter,       // opens the node's block
  kEnterAnnotation,
  kLeave,
  kTargetBegin,  // what is visited now are iteration variables of a comprehension
  kTargetEnd,
  kIterableBegin,  // ... an iterable of a comprehension: no `:=` in it
  kIterableEnd,
  kMarkAsync,
  kYield,  // after the operand
  kAwait,
  kBindHandler,  // the name of an exception handler, between its type and its body
  kBindCapture,  // the name of a pattern, after its inner patterns
};

struct Work {
  Step step;
  const Node* node;
};

class Gatherer {
 public:
  explicit Gatherer(bool future_annotations) : future_annotations_(future_annotations) {
    current_ = &result_.all.emplace_back();
  }

  Blocks run(const Module& module) {
    visit_all(module.body);
    flip(0);
    while (!stack_.empty() && !result_.error.has_value()) {
      const Work work = stack_.back();
      stack_.pop_back();
      const size_t bottom = stack_.size();
      perform(work);
      flip(bottom);
    }
    return std::move(result_);
  }

 private:
  // ---- steps ----

  void then(Step step, const Node* node = nullptr) { stack_.push_back({step, node}); }
  void visit(const Node* node) {
    if (node != nullptr) then(Step::kVisit, node);
  }
  template <typename T>
  void visit_all(const Span<T*>& nodes) {
    for (const T* node : nodes) visit(node);
  }
  void flip(size_t bottom) {
    std::reverse(stack_.begin() + static_cast<ptrdiff_t>(bottom), stack_.end());
  }

  void fail(std::string message, const Range& range) {
    if (!result_.error.has_value()) result_.error = SymtableError{std::move(message), range, true};
  }

  // ---- blocks and symbols ----

  void enter(const Node* node, BlockType type) {
    Block& block = result_.all.emplace_back();
    block.type = type;
    block.node = node;
    block.parent = current_;
    block.private_class = current_->private_class;
    block.iteration_expression_depth = current_->iteration_expression_depth;
    // What an annotation binds or declares counts for nothing.
    if (type != BlockType::kAnnotation) {
      current_->children.push_back(&block);
      result_.by_node.emplace(node, &block);
    }
    current_ = &block;
  }

  void enter(const Node& node) {
    switch (node.kind) {
      case NodeKind::kClassDef:
        enter(&node, BlockType::kClass);
        current_->private_class = to<ClassDef>(node).name;
        break;
      case NodeKind::kAsyncFunctionDef:
        enter(&node, BlockType::kFunction);
        current_->is_coroutine = true;
        break;
      case NodeKind::kListComp:
      case NodeKind::kSetComp:
      case NodeKind::kDictComp:
      case NodeKind::kGeneratorExp:
        enter(&node, BlockType::kFunction);
        current_->is_comprehension = true;
        current_->comprehension = node.kind;
        break;
      default:
        enter(&node, BlockType::kFunction);
        break;
    }
  }

  void leave() {
    const bool generator = current_->comprehension == NodeKind::kGeneratorExp;
    if (current_->is_comprehension) current_->is_generator = generator;
    const bool async = current_->is_comprehension && current_->is_coroutine && !generator;
    current_ = current_->parent;
    if (async) current_->is_coroutine = true;
  }

  MangledName mangled(std::string_view name) const { return mangle(current_->private_class, name); }

  void define(std::string_view name, uint16_t flag, const Range& range) {
    define_in(*current_, name, flag, range);
  }

  void define_in(Block& block, std::string_view name, uint16_t flag, const Range& range) {
    const MangledName key = mangled(name);
    Symbol& symbol = block.symbol(key);
    if ((flag & kDefParam) != 0 && (symbol.flags & kDefParam) != 0) {
      return fail("duplicate argument '" + std::string(name) + "' in function definition", range);
    }
    symbol.flags |= flag;
    if (block.in_iteration_target) {
      if ((symbol.flags & (kDefGlobal | kDefNonlocal)) != 0) {
        return fail("comprehension inner loop cannot rebind assignment expression target '" +
                        std::string(name) + "'",
                    range);
      }
      symbol.flags |= kDefIterationVariable;
    }
    if ((flag & kDefGlobal) != 0) result_.all.front().symbol(key).flags |= flag;
  }

  void record_directive(std::string_view name, const Range& range) {
    Symbol& symbol = current_->symbol(mangled(name));
    if (symbol.has_directive) return;
    symbol.has_directive = true;
    symbol.directive = range;
  }

  // ---- visits ----

  void perform(const Work& work) {
    switch (work.step) {
      case Step::kVisit:
        visit_node(*work.node);
        break;
      case Step::kParameters:
        define_parameters(to<Arguments>(*work.node));
        break;
      case Step::kEnter:
        enter(*work.node);
        break;
      case Step::kEnterAnnotation:
        enter(work.node, BlockType::kAnnotation);
        break;
      case Step::kLeave:
        leave();
        break;
      case Step::kTargetBegin:
      case Step::kTargetEnd:
        current_->in_iteration_target = work.step == Step::kTargetBegin;
        break;
      case Step::kIterableBegin:
        ++current_->iteration_expression_depth;
        break;
      case Step::kIterableEnd:
        --current_->iteration_expression_depth;
        break;
      case Step::kMarkAsync:
      case Step::kAwait:
        current_->is_coroutine = true;
        break;
      case Step::kYield:
        after_yield(*work.node);
        break;
      case Step::kBindHandler:
        define(to<ExceptHandler>(*work.node).name, kDefLocal, work.node->range);
        break;
      case Step::kBindCapture:
        bind_capture(*work.node);
        break;
    }
  }

  void visit_node(const Node& node);
  void visit_expression(const Node& node);
  void visit_pattern(const Node& node);
  void visit_function(const Node& node, std::string_view name, const Arguments& args,
                      const Stmts& body, const Exprs& decorators, const Expr* returns);
  void visit_class(const ClassDef& node);
  void visit_annotation(const Expr* annotation);
  void visit_annotated(const AnnAssign& node);
  void visit_global(const Global& node);
  void visit_nonlocal(const Nonlocal& node);
  void visit_alias(const Alias& node);
  void visit_lambda(const Lambda& node);
  void visit_comprehension(const Node& node, const Comprehensions& generators, const Expr* element,
                           const Expr* value);
  void visit_named_expression(const NamedExpr& node);
  void extend_scope(const Name& target);
  void define_parameters(const Arguments& args);
  void after_yield(const Node& node);
  void bind_capture(const Node& node);
  bool refuse_in_annotation(const char* what, const Node& node);

  const bool future_annotations_;
  Blocks result_;
  Block* current_;
  std::vector<Work> stack_;
};

// ---- statements ----

void Gatherer::visit_node(const Node& node) {
  switch (node.kind) {
    case NodeKind::kFunctionDef: {
      const FunctionDef& def = to<FunctionDef>(node);
      return visit_function(def, def.name, *def.args, def.body, def.decorator_list, def.returns);
    }
    case NodeKind::kAsyncFunctionDef: {
      const AsyncFunctionDef& def = to<AsyncFunctionDef>(node);
      return visit_function(def, def.name, *def.args, def.body, def.decorator_list, def.returns);
    }
    case NodeKind::kClassDef:
      return visit_class(to<ClassDef>(node));
    case NodeKind::kAnnAssign:
      return visit_annotated(to<AnnAssign>(node));
    case NodeKind::kGlobal:
      return visit_global(to<Global>(node));
    case NodeKind::kNonlocal:
      return visit_nonlocal(to<Nonlocal>(node));
    case NodeKind::kAlias:
      return visit_alias(to<Alias>(node));
    case NodeKind::kTry: {
      const Try& statement = to<Try>(node);
      visit_all(statement.body);
      visit_all(statement.orelse);
      visit_all(statement.handlers);
      return visit_all(statement.finalbody);
    }
    case NodeKind::kTryStar: {
      const TryStar& statement = to<TryStar>(node);
      visit_all(statement.body);
      visit_all(statement.orelse);
      visit_all(statement.handlers);
      return visit_all(statement.finalbody);
    }
    case NodeKind::kExceptHandler: {
      const ExceptHandler& handler = to<ExceptHandler>(node);
      visit(handler.type);
      if (handler.name.data() != nullptr) then(Step::kBindHandler, &node);
      return visit_all(handler.body);
    }
    default:
      return visit_expression(node);
  }
}

void Gatherer::visit_function(const Node& node, std::string_view name, const Arguments& args,
                              const Stmts& body, const Exprs& decorators, const Expr* returns) {
  define(name, kDefLocal, node.range);
  visit_all(args.defaults);
  visit_all(args.kw_defaults);
  if (future_annotations_) then(Step::kEnterAnnotation, &args);
  for (const Arg* arg : args.posonlyargs) visit(arg->annotation);
  for (const Arg* arg : args.args) visit(arg->annotation);
  if (args.vararg != nullptr) visit(args.vararg->annotation);
  if (args.kwarg != nullptr) visit(args.kwarg->annotation);
  for (const Arg* arg : args.kwonlyargs) visit(arg->annotation);
  if (future_annotations_) then(Step::kLeave);
  if (returns != nullptr) visit_annotation(returns);
  visit_all(decorators);
  then(Step::kEnter, &node);
  then(Step::kParameters, &args);
  visit_all(body);
  then(Step::kLeave);
}

void Gatherer::visit_class(const ClassDef& node) {
  define(node.name, kDefLocal, node.range);
  visit_all(node.bases);
  visit_all(node.keywords);
  visit_all(node.decorator_list);
  then(Step::kEnter, &node);
  visit_all(node.body);
  then(Step::kLeave);
}

void Gatherer::visit_annotation(const Expr* annotation) {
  if (future_annotations_) then(Step::kEnterAnnotation, annotation);
  visit(annotation);
  if (future_annotations_) then(Step::kLeave);
}

void Gatherer::visit_annotated(const AnnAssign& node) {
  const Name* target = as<Name>(node.target);
  if (target != nullptr) {
    const uint16_t flags = current_->flags(mangled(target->id));
    const bool declared = (flags & (kDefGlobal | kDefNonlocal)) != 0;
    if (declared && current_->type != BlockType::kModule && node.simple != 0) {
      const char* kind = (flags & kDefGlobal) != 0 ? "global" : "nonlocal";
      return fail("annotated name '" + std::string(target->id) + "' can't be " + kind, node.range);
    }
    if (node.simple != 0) {
      define(target->id, kDefAnnotation | kDefLocal, target->range);
    } else if (node.value != nullptr) {
      define(target->id, kDefLocal, target->range);
    }
  } else {
    visit(node.target);
  }
  visit_annotation(node.annotation);
  visit(node.value);
}

void Gatherer::visit_global(const Global& node) {
  for (std::string_view name : node.names) {
    const uint16_t flags = current_->flags(mangled(name));
    const std::string quoted = "'" + std::string(name) + "'";
    if ((flags & kDefParam) != 0) {
      return fail("name " + quoted + " is parameter and global", node.range);
    }
    if ((flags & kUse) != 0) {
      return fail("name " + quoted + " is used prior to global declaration", node.range);
    }
    if ((flags & kDefAnnotation) != 0) {
      return fail("annotated name " + quoted + " can't be global", node.range);
    }
    if ((flags & kDefLocal) != 0) {
      return fail("name " + quoted + " is assigned to before global declaration", node.range);
    }
    define(name, kDefGlobal, node.range);
    record_directive(name, node.range);
  }
}

void Gatherer::visit_nonlocal(const Nonlocal& node) {
  for (std::string_view name : node.names) {
    const uint16_t flags = current_->flags(mangled(name));
    const std::string quoted = "'" + std::string(name) + "'";
    if ((flags & kDefParam) != 0) {
      return fail("name " + quoted + " is parameter and nonlocal", node.range);
    }
    if ((flags & kUse) != 0) {
      return fail("name " + quoted + " is used prior to nonlocal declaration", node.range);
    }
    if ((flags & kDefAnnotation) != 0) {
      return fail("annotated name " + quoted + " can't be nonlocal", node.range);
    }
    if ((flags & kDefLocal) != 0) {
      return fail("name " + quoted + " is assigned to before nonlocal declaration", node.range);
    }
    define(name, kDefNonlocal, node.range);
    record_directive(name, node.range);
  }
}

void Gatherer::visit_alias(const Alias& node) {
  const std::string_view name = node.asname.data() != nullptr ? node.asname : node.name;
  if (name == "*") {
    if (current_->type != BlockType::kModule) {
      fail("import * only allowed at module level", node.range);
    }
    return;
  }
  define(name.substr(0, name.find('.')), kDefImport, node.range);
}

void Gatherer::define_parameters(const Arguments& args) {
  const auto parameter = [&](const Arg* arg) {
    if (arg != nullptr) define(arg->arg, kDefParam, arg->range);
  };
  for (const Arg* arg : args.posonlyargs) parameter(arg);
  for (const Arg* arg : args.args) parameter(arg);
  for (const Arg* arg : args.kwonlyargs) parameter(arg);
  parameter(args.vararg);
  parameter(args.kwarg);
}

// ---- expressions ----

void Gatherer::visit_expression(const Node& node) {
  switch (node.kind) {
    case NodeKind::kName: {
      const Name& name = to<Name>(node);
      const bool load = name.ctx == ExprContext::kLoad;
      define(name.id, load ? kUse : kDefLocal, name.range);
      if (load && current_->type == BlockType::kFunction && name.id == "super") {
        define("__class__", kUse, name.range);
      }
      return;
    }
    case NodeKind::kLambda:
      return visit_lambda(to<Lambda>(node));
    case NodeKind::kNamedExpr:
      return visit_named_expression(to<NamedExpr>(node));
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
      if (refuse_in_annotation("yield expression", node)) return;
      visit(to<Yield>(node).value);
      return then(Step::kYield, &node);
    case NodeKind::kYieldFrom:
      if (refuse_in_annotation("yield expression", node)) return;
      visit(to<YieldFrom>(node).value);
      return then(Step::kYield, &node);
    case NodeKind::kAwait:
      if (refuse_in_annotation("await expression", node)) return;
      visit(to<Await>(node).value);
      return then(Step::kAwait);
    default:
      return visit_pattern(node);
  }
}

bool Gatherer::refuse_in_annotation(const char* what, const Node& node) {
  if (current_->type != BlockType::kAnnotation) return false;
  fail(std::string("'") + what + "' can not be used within an annotation", node.range);
  return true;
}

void Gatherer::visit_lambda(const Lambda& node) {
  visit_all(node.args->defaults);
  visit_all(node.args->kw_defaults);
  then(Step::kEnter, &node);
  then(Step::kParameters, node.args);
  visit(node.body);
  then(Step::kLeave);
}

void Gatherer::visit_comprehension(const Node& node, const Comprehensions& generators,
                                   const Expr* element, const Expr* value) {
  for (size_t i = 0; i < generators.size(); ++i) {
    const Comprehension& generator = *generators[i];
    const auto visit_iterable = [&] {
      then(Step::kIterableBegin);
      visit(generator.iter);
      then(Step::kIterableEnd);
    };
    if (i == 0) {
      visit_iterable();  // belongs to the block around
      then(Step::kEnter, &node);
      if (generator.is_async != 0) then(Step::kMarkAsync);
    }
    then(Step::kTargetBegin);
    visit(generator.target);
    then(Step::kTargetEnd);
    if (i > 0) visit_iterable();
    visit_all(generator.ifs);
    if (i > 0 && generator.is_async != 0) then(Step::kMarkAsync);
  }
  visit(value);
  visit(element);
  then(Step::kLeave);
}

void Gatherer::visit_named_expression(const NamedExpr& node) {
  if (refuse_in_annotation("named expression", node)) return;
  if (current_->iteration_expression_depth > 0) {
    return fail("assignment expression cannot be used in a comprehension iterable expression",
                node.range);
  }
  if (current_->is_comprehension) extend_scope(to<Name>(*node.target));
  visit(node.value);
  visit(node.target);
}

// `:=` in a comprehension binds in the nearest block around that is none.
void Gatherer::extend_scope(const Name& target) {
  const MangledName raw{{}, target.id};
  Block* block = current_;
  for (; block->is_comprehension; block = block->parent) {
    if ((block->flags(raw) & kDefIterationVariable) != 0) {
      return fail("assignment expression cannot rebind comprehension iteration variable '" +
                      std::string(target.id) + "'",
                  target.range);
    }
  }
  switch (block->type) {
    case BlockType::kFunction: {
      const bool global = (block->flags(raw) & kDefGlobal) != 0;
      define(target.id, global ? kDefGlobal : kDefNonlocal, target.range);
      record_directive(target.id, target.range);
      return define_in(*block, target.id, kDefLocal, target.range);
    }
    case BlockType::kModule:
      define(target.id, kDefGlobal, target.range);
      record_directive(target.id, target.range);
      return define_in(*block, target.id, kDefGlobal, target.range);
    case BlockType::kClass:
      return fail("assignment expression within a comprehension cannot be used in a class body",
                  target.range);
    case BlockType::kAnnotation:
      return;
  }
}

void Gatherer::after_yield(const Node& node) {
  current_->is_generator = true;
  if (!current_->is_comprehension) return;
  const char* where = "generator expression";
  if (current_->comprehension == NodeKind::kListComp) where = "list comprehension";
  if (current_->comprehension == NodeKind::kSetComp) where = "set comprehension";
  if (current_->comprehension == NodeKind::kDictComp) where = "dict comprehension";
  fail(std::string("'yield' inside ") + where, node.range);
}

// ---- patterns and the rest ----

void Gatherer::bind_capture(const Node& node) {
  std::string_view name;
  if (const MatchAs* as_pattern = as<MatchAs>(&node)) name = as_pattern->name;
  if (const MatchMapping* mapping = as<MatchMapping>(&node)) name = mapping->rest;
  if (const MatchStar* star = as<MatchStar>(&node)) name = star->name;
  if (name.data() != nullptr) define(name, kDefLocal, node.range);
}

void Gatherer::visit_pattern(const Node& node) {
  for_each_child(node, [&](const Node& child) { visit(&child); });
  const bool captures = is<MatchAs>(&node) || is<MatchMapping>(&node) || is<MatchStar>(&node);
  if (captures) then(Step::kBindCapture, &node);
}

}  // namespace

Blocks gather_blocks(const ast::Module& module, bool future_annotations) {
  return Gatherer(future_annotations).run(module);
}

}  // namespace belljar::symtable
