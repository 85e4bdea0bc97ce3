// One unit from beginning to end: registers of its variables, its cells, its body, its Code.
// Functions inside a unit are queued, not emitted in the middle of it, so nesting of functions
// costs no stack.
#include "compile/emit/emitter.h"

namespace belljar {

using namespace ast;
using scope::Scope;
using scope::ScopeKind;
using scope::Symbol;

namespace {
constexpr int kNearVariables = 100;
constexpr size_t kNearParameters = 80;
constexpr size_t kMostVariables = 60000;
}  // namespace

Emitter::Emitter(Constants& constants, scope::ScopeTree& tree, CodeUnit& unit,
                 const CompileOptions& options)
    : constants_(constants), tree_(tree), unit_(unit), options_(options) {}

void Emitter::fail(std::string message, const Range& at) {
  if (failed()) return;
  error_.message = std::move(message);
  error_.range = at;
}

bool Emitter::run(const ast::Module& module) {
  if (const ConstantValue* doc = docstring(module.body)) module_doc_ = constants_.literal(*doc);
  unit_.slot_names.reserve(tree_.slots.size());
  for (NameId id : tree_.slots) unit_.slot_names.push_back(name_str(id));
  code_of(tree_.module());
  for (size_t i = 0; i < queue_.size(); ++i) {
    if (!emit_unit(queue_[i])) return false;
  }
  if (constants_.failed()) fail("the program's constants need too much memory", {});
  return !failed();
}

Code* Emitter::code_of(Scope* unit) {
  if (unit->code == nullptr) {
    Code* code = new Code;
    unit_.codes.push_back(code);
    code->unit = &unit_;
    code->free_count = static_cast<uint16_t>(unit->free_count);
    unit->code = code;
    queue_.push_back(unit);
  }
  return static_cast<Code*>(unit->code);
}

bool Emitter::emit_unit(Scope* unit) {
  Code& code = *static_cast<Code*>(unit->code);
  asm_.long_jumps = false;
  for (;;) {
    begin_unit(unit);
    unit_body(*unit->node);
    const Range& at = unit->node->range;
    if (asm_.too_many_registers()) {
      fail("too many local variables, or too complex an expression, in one function", at);
    }
    if (asm_.too_long() || asm_.constant_count() > 65535) fail("function too large", at);
    if (failed()) return false;
    if (!asm_.jump_too_far() || asm_.long_jumps) break;
    asm_.long_jumps = true;
  }
  end_unit(code);
  return true;
}

void Emitter::begin_unit(Scope* unit) {
  scope_ = unit;
  asm_.start(unit->node->range.line);
  variables_.reset();
  locals_.reset();
  unbound_.reset();
  deletable_.reset();
  blocks_.clear();
  spine_.clear();
  copies_ = 0;
  doc_ = UINT32_MAX;
  if (unit->kind == ScopeKind::Class || unit->kind == ScopeKind::Generator) {
    assigned(asm_.temp());  // the namespace; the iterator
  }
  const bool far_parameters = place_far_parameters(unit);
  int near = 0;
  for (Symbol* s = unit->first_symbol; s != nullptr; s = s->next) {
    if (s->meaning != scope::Meaning::Local || s->variable != s) continue;
    const bool parameter = s->has(scope::kParameter);
    if (parameter ? far_parameters : ++near > kNearVariables) {
      s->reg = static_cast<uint16_t>(asm_.far());
      continue;
    }
    const int reg = asm_.temp();
    const size_t r = static_cast<size_t>(reg);
    s->reg = static_cast<uint16_t>(reg);
    variables_.set(r);
    if (s->has(scope::kParameter)) {
      asm_.bound().set(r);
    } else {
      locals_.set(r);
    }
    if (s->has(scope::kDeleted)) deletable_.set(r);
  }
  for (Symbol* s = unit->first_symbol; s != nullptr; s = s->next) {
    if (s->meaning != scope::Meaning::Local || s->variable != s || !s->has(scope::kCell)) continue;
    const Op make = s->has(scope::kParameter) ? Op::MakeCell : Op::NewCell;
    if (is_far(s->reg)) {
      const int cell = asm_.temp();
      load_far(cell, s->reg);
      asm_.emit(make, cell);
      store_far(s->reg, cell);
      asm_.release(cell);
      continue;
    }
    asm_.emit(make, s->reg);
    asm_.bound().set(s->reg);
    deletable_.reset(s->reg);
  }
  if (unit->needs_class_cell) {
    int reg = asm_.temp();
    unit->class_cell->reg = static_cast<uint16_t>(reg);
    unit->class_cell->variable = unit->class_cell;
    asm_.emit(Op::NewCell, reg);
    asm_.emit(Op::LoadBuildClassCell, reg);
  }
}

// Functions with more variables than instructions can name keep some of them far; those with very
// many parameters all of these, moved there on entry. True: the parameters are far.
bool Emitter::place_far_parameters(const Scope* unit) {
  size_t parameters = 0, locals = 0;
  for (const Symbol* s = unit->first_symbol; s != nullptr; s = s->next) {
    if (s->meaning != scope::Meaning::Local || s->variable != s) continue;
    ++(s->has(scope::kParameter) ? parameters : locals);
  }
  const bool far_parameters = parameters > kNearParameters;
  if (!far_parameters && locals <= static_cast<size_t>(kNearVariables)) return false;
  if (parameters + locals > kMostVariables) {
    fail("too many local variables in one function", unit->node->range);
  }
  asm_.emit(Op::EnterFar);
  asm_.word(kFirstFar);
  asm_.word(far_parameters ? static_cast<uint32_t>(parameters) : 0);
  return far_parameters;
}

// A name that every module has, where the program binds it as well.
void Emitter::preset(std::string_view name, Value value) {
  const Symbol* s = tree_.find(tree_.module(), name_id(name));
  if (s == nullptr || !s->has(scope::kBound)) return;
  const int reg = asm_.temp();
  load_constant(value, reg);
  asm_.emit_d(Op::StoreGlobal, reg, s->slot);
  asm_.release(reg);
}

void Emitter::unit_body(const Node& node) {
  switch (node.kind) {
    case NodeKind::kModule:
      preset("__doc__", module_doc_);
      preset("__name__", Value::object(constants_.str(options_.module_name)));
      if (docstring(to<ast::Module>(node).body)) {
        doc_ = asm_.constant(constants_.literal(*docstring(to<ast::Module>(node).body)));
        suite(to<ast::Module>(node).body, 1);
      } else {
        suite(to<ast::Module>(node).body);
      }
      break;
    case NodeKind::kFunctionDef: {
      const FunctionDef& def = to<FunctionDef>(node);
      if (const ConstantValue* doc = docstring(def.body)) {
        doc_ = asm_.constant(constants_.literal(*doc));
        suite(def.body, 1);
      } else {
        suite(def.body);
      }
      break;
    }
    case NodeKind::kClassDef: {
      const ClassDef& def = to<ClassDef>(node);
      size_t from = 0;
      if (const ConstantValue* doc = docstring(def.body)) {
        Value v = constants_.literal(*doc);
        doc_ = asm_.constant(v);
        int reg = asm_.temp();
        load_constant(v, reg);
        asm_.emit(def.body[0]->range, Op::NamespaceSet, reg);
        asm_.word(asm_.constant(Value::object(constants_.str("__doc__"))));
        asm_.release(reg);
        from = 1;
      }
      suite(def.body, from);
      break;
    }
    case NodeKind::kLambda: {
      int mark = asm_.mark();
      int reg = any(to<Lambda>(node).body);
      asm_.emit(Op::Return, reg);
      asm_.release(mark);
      asm_.unreachable();
      break;
    }
    case NodeKind::kGeneratorExp:
      generator_body(to<GeneratorExp>(node));
      break;
    default:
      std::abort();
  }
  if (asm_.reachable()) asm_.emit(Op::ReturnNone);
}

void Emitter::end_unit(Code& code) {
  const Scope& unit = *scope_;
  asm_.finish(code, unbound_);
  code.cache_base = unit_.cache_count;
  unit_.cache_count += code.cache_count;
  if (doc_ != UINT32_MAX) code.doc = &code.constants[doc_];
  std::string_view name;
  const Node& node = *unit.node;
  auto one_parameter = [&](std::string_view parameter) {
    Value v = Value::object(constants_.str(parameter));
    code.positional = code.parameter_count = 1;
    code.parameter_names = constants_.tuple(&v, 1).as<belljar::Tuple>();
  };
  switch (unit.kind) {
    case ScopeKind::Module:
      name = "<module>";
      code.flags |= kCodeModule;
      break;
    case ScopeKind::Function:
      name = to<FunctionDef>(node).name;
      declare_parameters(code, *to<FunctionDef>(node).args);
      break;
    case ScopeKind::Lambda:
      name = "<lambda>";
      declare_parameters(code, *to<Lambda>(node).args);
      break;
    case ScopeKind::Class:
      name = to<ClassDef>(node).name;
      code.flags |= kCodeClassBody;
      one_parameter(".namespace");
      break;
    case ScopeKind::Generator:
      name = "<genexpr>";
      one_parameter(".0");
      break;
    case ScopeKind::Comprehension:
      std::abort();
  }
  if (unit.generator) code.flags |= kCodeGenerator;
  if (unit.kind != ScopeKind::Module &&
      !(code.flags & (kCodeGenerator | kCodeVarArgs | kCodeVarKeywords)) &&
      code.keyword_only == 0) {
    code.flags |= kCodeSimpleCall;
  }
  if (unit.kind == ScopeKind::Class) {
    std::vector<Value> names;
    for (scope::NameList* n = unit.self_names; n != nullptr; n = n->next) {
      names.push_back(Value::object(name_str(n->name)));
    }
    code.layout_names = constants_.tuple(names.data(), names.size()).as<belljar::Tuple>();
  }
  if (unit.is_function()) code.local_names = local_names(unit);
  code.name = constants_.str(name);
  code.qualname = constants_.str(qualified_name(scope_));
}

void Emitter::declare_parameters(Code& code, const Arguments& arguments) {
  code.positional_only = static_cast<uint16_t>(arguments.posonlyargs.size());
  code.positional = static_cast<uint16_t>(code.positional_only + arguments.args.size());
  code.keyword_only = static_cast<uint16_t>(arguments.kwonlyargs.size());
  std::vector<Value> names;
  auto add = [&](const Arg* a) { names.push_back(Value::object(name_str(name_id(a->arg)))); };
  for (const Arg* a : arguments.posonlyargs) add(a);
  for (const Arg* a : arguments.args) add(a);
  for (const Arg* a : arguments.kwonlyargs) add(a);
  if (arguments.vararg) {
    add(arguments.vararg);
    code.flags |= kCodeVarArgs;
  }
  if (arguments.kwarg) {
    add(arguments.kwarg);
    code.flags |= kCodeVarKeywords;
  }
  code.parameter_count = static_cast<uint16_t>(names.size());
  code.parameter_names = constants_.tuple(names.data(), names.size()).as<belljar::Tuple>();
}

// What CPython has in co_varnames: parameters and the locals that no other function captures, where
// a comprehension counts as a function. Only "Did you mean" reads it.
belljar::Tuple* Emitter::local_names(const Scope& scope) {
  if (captured_.empty()) {
    captured_.insert(nullptr);
    for (const Scope* s : tree_.scopes()) {
      for (const scope::Free* f = s->first_free; f != nullptr; f = f->next)
        captured_.insert(f->owner);
      if (s->kind != ScopeKind::Comprehension) continue;
      for (const Symbol* y = s->first_symbol; y != nullptr; y = y->next) {
        if (y->variable != nullptr && y->variable != y) captured_.insert(y->variable);
      }
    }
  }
  std::vector<Value> names;
  for (const Symbol* s = scope.first_symbol; s != nullptr; s = s->next) {
    if (s->meaning != scope::Meaning::Local || (s->variable != nullptr && s->variable != s))
      continue;
    if (captured_.count(s) && !s->has(scope::kParameter)) continue;
    names.push_back(Value::object(name_str(s->name)));
  }
  return constants_.tuple(names.data(), names.size()).as<belljar::Tuple>();
}

// "f.<locals>.g", "C.method"; a name that its scope declares global stands alone.
std::string Emitter::qualified_name(Scope* unit) {
  if (qualified_names_.size() <= unit->id) qualified_names_.resize(tree_.scopes().size());
  std::string& known = qualified_names_[unit->id];
  if (!known.empty()) return known;
  std::string_view name;
  switch (unit->kind) {
    case ScopeKind::Module:
      return known = "<module>";
    case ScopeKind::Function:
      name = to<FunctionDef>(*unit->node).name;
      break;
    case ScopeKind::Class:
      name = to<ClassDef>(*unit->node).name;
      break;
    case ScopeKind::Lambda:
      name = "<lambda>";
      break;
    default:
      name = "<genexpr>";
      break;
  }
  Scope* outer = unit->parent->unit;
  std::string out;
  if (outer->kind != ScopeKind::Module) {
    const Symbol* s = nullptr;
    if (unit->kind == ScopeKind::Function || unit->kind == ScopeKind::Class) {
      s = tree_.find(unit->parent, tree_.names().intern_in(name, unit->parent->class_name));
    }
    if (s == nullptr || !s->has(scope::kGlobalDeclared)) {
      out = qualified_name(outer);
      out += outer->kind == ScopeKind::Class ? "." : ".<locals>.";
    }
  }
  out += name;
  return known = out;
}

}  // namespace belljar
