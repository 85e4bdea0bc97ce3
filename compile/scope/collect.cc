// Pass 1 of name resolution (see scope.h): one walk over the tree, in the order of evaluation, that
// makes the scopes and notes what each does with each name.
#include "compile/scope/scope.h"
#include "compile/star_import.h"

namespace belljar::scope {
namespace {

using namespace ast;

constexpr uint32_t kMaxSelfNames = 64;  // runtime's layouts hold no more

class Collector {
 public:
  explicit Collector(ScopeTree& tree) : tree_(tree), scope_(tree.module()) {
    tree.suite_parents.assign(1, 0);
  }

  void module(const ast::Module& module) {
    scope_->node = &module;
    future_imports(module.body);
    suite(module.body);
  }

 private:
  // --- names ------------------------------------------------------------------------------------

  NameId intern(std::string_view text) { return tree_.names().intern_in(text, scope_->class_name); }

  void read(NameId name) { tree_.mention(scope_, name)->flags |= kRead; }

  void bind(NameId name, uint16_t flags = 0) { bind_in(scope_, name, flags); }

  void bind_in(Scope* scope, NameId name, uint16_t flags) {
    Symbol* symbol = tree_.mention(scope, name);
    symbol->flags |= kBound | flags;
    if (in_loop_) symbol->flags |= kBoundInLoop;
    if (symbol->bindings < UINT16_MAX) ++symbol->bindings;
    symbol->bound_at = ++place_;
    symbol->bound_suite = suite_;
    if (symbol->has(kGlobalDeclared)) tree_.mention(tree_.module(), name)->flags |= kBound;
    // An inner function that rebinds a variable makes it a cell; which one, resolve() finds out.
  }

  // A walrus binds in the function around all comprehensions.
  void bind_walrus(NameId name) {
    scope_->unit->has_walrus = true;
    Scope* target = scope_;
    while (target->kind == ScopeKind::Comprehension || target->kind == ScopeKind::Generator) {
      target = target->parent;
    }
    const bool global =
        target->kind == ScopeKind::Module || (tree_.mention(target, name)->flags & kGlobalDeclared);
    target->unit->has_walrus = true;
    for (Scope* s = scope_; s != target; s = s->parent) {
      Symbol* symbol = tree_.mention(s, name);
      if (s->kind == ScopeKind::Comprehension) {
        symbol->flags |= kRead;
      } else {
        symbol->flags |= global ? kGlobalDeclared : kNonlocalDeclared | kBound;
      }
    }
    bind_in(target, name, kUnprovable);
  }

  // --- scopes -----------------------------------------------------------------------------------

  struct Saved {
    Scope* scope;
    uint32_t suite;
    bool in_loop;
  };

  Saved enter(ScopeKind kind, const Node* node) {
    Saved saved{scope_, suite_, in_loop_};
    Scope* scope = tree_.new_scope(kind, scope_, node);
    scope->place = ++place_;
    scope->suite = suite_;
    scope_ = scope;
    if (kind != ScopeKind::Comprehension) {
      in_loop_ = false;
      open_suite(0);
    }
    return saved;
  }

  void leave(const Saved& saved) {
    scope_ = saved.scope;
    suite_ = saved.suite;
    in_loop_ = saved.in_loop;
  }

  uint32_t open_suite(uint32_t parent) {
    tree_.suite_parents.push_back(parent);
    return suite_ = static_cast<uint32_t>(tree_.suite_parents.size() - 1);
  }

  void nested_suite(const Stmts& body) {
    if (body.empty()) return;
    uint32_t outer = suite_;
    open_suite(outer);
    suite(body);
    suite_ = outer;
  }

  void loop_suite(const Stmts& body) {
    bool outer = in_loop_;
    in_loop_ = true;
    nested_suite(body);
    in_loop_ = outer;
  }

  void parameter(const Arg* arg) {
    Symbol* symbol = tree_.mention(scope_, intern(arg->arg));
    symbol->flags |= kParameter;
  }

  // Registers of parameters follow this order: see Code.
  void parameters(const Arguments& arguments) {
    for (const Arg* a : arguments.posonlyargs) parameter(a);
    for (const Arg* a : arguments.args) parameter(a);
    for (const Arg* a : arguments.kwonlyargs) parameter(a);
    if (arguments.vararg) parameter(arguments.vararg);
    if (arguments.kwarg) parameter(arguments.kwarg);
  }

  void defaults_of(const Arguments& arguments) {
    exprs(arguments.defaults);
    exprs(arguments.kw_defaults);
  }

  void annotations_of(const Arguments& arguments, const Expr* returns) {
    if (tree_.has_future_annotations) return;
    auto annotation = [this](const Arg* a) {
      if (a && a->annotation) expr(a->annotation);
    };
    for (const Arg* a : arguments.posonlyargs) annotation(a);
    for (const Arg* a : arguments.args) annotation(a);
    annotation(arguments.vararg);
    for (const Arg* a : arguments.kwonlyargs) annotation(a);
    annotation(arguments.kwarg);
    if (returns) expr(returns);
  }

  void function(const FunctionDef& def) {
    exprs(def.decorator_list);
    defaults_of(*def.args);
    annotations_of(*def.args, def.returns);
    const bool method = scope_->kind == ScopeKind::Class && !is_static(def);
    Scope* cls = scope_;
    Saved saved = enter(ScopeKind::Function, &def);
    parameters(*def.args);
    Scope* outer_class = self_class_;
    NameId outer_self = self_name_;
    if (method) {
      self_class_ = cls;
      const Arguments& a = *def.args;
      self_name_ = !a.posonlyargs.empty() ? intern(a.posonlyargs[0]->arg)
                   : !a.args.empty()      ? intern(a.args[0]->arg)
                                          : kNoName;
    } else {
      self_class_ = nullptr;
    }
    suite(def.body);
    self_class_ = outer_class;
    self_name_ = outer_self;
    leave(saved);
    bind(intern(def.name));
  }

  static bool is_static(const FunctionDef& def) {
    for (const Expr* d : def.decorator_list) {
      const Name* name = as<Name>(d);
      if (name && (name->id == "staticmethod" || name->id == "classmethod")) return true;
    }
    return false;
  }

  void class_(const ClassDef& def) {
    exprs(def.decorator_list);
    Saved saved = enter(ScopeKind::Class, &def);
    scope_->class_name = def.name;
    suite(def.body);
    leave(saved);
    exprs(def.bases);
    for (const Keyword* k : def.keywords) expr(k->value);
    bind(intern(def.name));
  }

  void lambda(const Lambda& e) {
    defaults_of(*e.args);
    Saved saved = enter(ScopeKind::Lambda, &e);
    parameters(*e.args);
    expr(e.body);
    leave(saved);
  }

  void comprehension(const Expr& e, const Comprehensions& generators, const Expr* first,
                     const Expr* second, ScopeKind kind) {
    expr(generators[0]->iter);
    Saved saved = enter(kind, &e);
    const bool outer_loop = in_loop_;
    in_loop_ = true;
    if (kind == ScopeKind::Generator) scope_->generator = true;
    for (size_t i = 0; i < generators.size(); ++i) {
      if (i > 0) expr(generators[i]->iter);
      expr(generators[i]->target);
      exprs(generators[i]->ifs);
    }
    expr(first);
    if (second) expr(second);
    in_loop_ = outer_loop;
    leave(saved);
  }

  // --- expressions ------------------------------------------------------------------------------

  void exprs(const Exprs& list) {
    for (const Expr* e : list) {
      if (e) expr(e);
    }
  }

  // The order within one expression does not matter: only walrus binds there, and it proves
  // nothing.
  void expr(const Expr* e) {
    for (;;) {
      switch (e->kind) {
        case NodeKind::kConstant:
          return;
        case NodeKind::kName:
          name(to<Name>(*e));
          return;
        case NodeKind::kBinOp:
          expr(to<BinOp>(*e).right);
          e = to<BinOp>(*e).left;
          continue;
        case NodeKind::kAttribute:
          attribute(to<Attribute>(*e));
          e = to<Attribute>(*e).value;
          continue;
        case NodeKind::kSubscript:
          expr(to<Subscript>(*e).slice);
          e = to<Subscript>(*e).value;
          continue;
        case NodeKind::kCall: {
          const ast::Call& call = to<ast::Call>(*e);
          exprs(call.args);
          for (const Keyword* k : call.keywords) expr(k->value);
          super_call(call);
          e = call.func;
          continue;
        }
        case NodeKind::kBoolOp:
          exprs(to<BoolOp>(*e).values);
          return;
        case NodeKind::kNamedExpr: {
          const NamedExpr& walrus = to<NamedExpr>(*e);
          bind_walrus(intern(to<Name>(*walrus.target).id));
          e = walrus.value;
          continue;
        }
        case NodeKind::kUnaryOp:
          e = to<ast::UnaryOp>(*e).operand;
          continue;
        case NodeKind::kLambda:
          lambda(to<Lambda>(*e));
          return;
        case NodeKind::kIfExp: {
          const IfExp& x = to<IfExp>(*e);
          expr(x.test);
          expr(x.body);
          e = x.orelse;
          continue;
        }
        case NodeKind::kDict:
          exprs(to<ast::Dict>(*e).keys);
          exprs(to<ast::Dict>(*e).values);
          return;
        case NodeKind::kSet:
          exprs(to<ast::Set>(*e).elts);
          return;
        case NodeKind::kList:
          exprs(to<ast::List>(*e).elts);
          return;
        case NodeKind::kTuple:
          exprs(to<ast::Tuple>(*e).elts);
          return;
        case NodeKind::kListComp:
          comprehension(*e, to<ListComp>(*e).generators, to<ListComp>(*e).elt, nullptr,
                        ScopeKind::Comprehension);
          return;
        case NodeKind::kSetComp:
          comprehension(*e, to<SetComp>(*e).generators, to<SetComp>(*e).elt, nullptr,
                        ScopeKind::Comprehension);
          return;
        case NodeKind::kDictComp:
          comprehension(*e, to<DictComp>(*e).generators, to<DictComp>(*e).key,
                        to<DictComp>(*e).value, ScopeKind::Comprehension);
          return;
        case NodeKind::kGeneratorExp:
          comprehension(*e, to<GeneratorExp>(*e).generators, to<GeneratorExp>(*e).elt, nullptr,
                        ScopeKind::Generator);
          return;
        case NodeKind::kYield:
          scope_->unit->generator = true;
          if (to<Yield>(*e).value == nullptr) return;
          e = to<Yield>(*e).value;
          continue;
        case NodeKind::kYieldFrom:
          scope_->unit->generator = true;
          e = to<YieldFrom>(*e).value;
          continue;
        case NodeKind::kAwait:
          e = to<Await>(*e).value;
          continue;
        case NodeKind::kCompare:
          exprs(to<Compare>(*e).comparators);
          e = to<Compare>(*e).left;
          continue;
        case NodeKind::kFormattedValue: {
          const FormattedValue& x = to<FormattedValue>(*e);
          if (x.format_spec) expr(x.format_spec);
          e = x.value;
          continue;
        }
        case NodeKind::kJoinedStr:
          exprs(to<JoinedStr>(*e).values);
          return;
        case NodeKind::kStarred:
          e = to<Starred>(*e).value;
          continue;
        case NodeKind::kSlice: {
          const ast::Slice& x = to<ast::Slice>(*e);
          if (x.lower) expr(x.lower);
          if (x.upper) expr(x.upper);
          if (x.step == nullptr) return;
          e = x.step;
          continue;
        }
        default:
          return;
      }
    }
  }

  void name(const Name& e) {
    NameId id = intern(e.id);
    switch (e.ctx) {
      case ExprContext::kLoad:
        read(id);
        break;
      case ExprContext::kStore:
        bind(id);
        break;
      case ExprContext::kDel:
        bind(id, kDeleted);
        break;
    }
  }

  // self.x = … in a method: x is worth a slot in the class's layout.
  void attribute(const Attribute& e) {
    if (e.ctx != ExprContext::kStore || self_class_ == nullptr) return;
    const Name* self = as<Name>(e.value);
    if (self == nullptr || intern(self->id) != self_name_) return;
    Scope* cls = self_class_;
    if (cls->self_name_count >= kMaxSelfNames) return;
    NameId id = intern(e.attr);
    for (NameList* n = cls->self_names; n != nullptr; n = n->next) {
      if (n->name == id) return;
    }
    NameList* n = tree_.arena().make<NameList>();
    *n = {id, nullptr};
    (cls->last_self_name ? cls->last_self_name->next : cls->self_names) = n;
    cls->last_self_name = n;
    ++cls->self_name_count;
  }

  // super() without arguments reads __class__ and the first parameter.
  void super_call(const ast::Call& call) {
    const Name* f = as<Name>(call.func);
    if (f && f->id == "super" && call.args.empty() && call.keywords.empty() &&
        scope_->unit->is_function()) {
      read(tree_.class_name_cell);
    }
  }

  // --- statements -------------------------------------------------------------------------------

  void suite(const Stmts& body) {
    for (const Stmt* s : body) statement(s);
  }

  void statement(const Stmt* s) {
    switch (s->kind) {
      case NodeKind::kFunctionDef:
        function(to<FunctionDef>(*s));
        break;
      case NodeKind::kClassDef:
        class_(to<ClassDef>(*s));
        break;
      case NodeKind::kReturn:
        if (to<Return>(*s).value) expr(to<Return>(*s).value);
        break;
      case NodeKind::kDelete:
        exprs(to<Delete>(*s).targets);
        break;
      case NodeKind::kAssign:
        expr(to<Assign>(*s).value);
        exprs(to<Assign>(*s).targets);
        break;
      case NodeKind::kAugAssign:
        expr(to<AugAssign>(*s).value);
        expr(to<AugAssign>(*s).target);
        if (const Name* n = as<Name>(to<AugAssign>(*s).target)) read(intern(n->id));
        break;
      case NodeKind::kAnnAssign:
        annotated(to<AnnAssign>(*s));
        break;
      case NodeKind::kFor: {
        const For& x = to<For>(*s);
        expr(x.iter);
        bool outer = in_loop_;
        in_loop_ = true;
        expr(x.target);
        in_loop_ = outer;
        loop_suite(x.body);
        nested_suite(x.orelse);
        break;
      }
      case NodeKind::kWhile: {
        const While& x = to<While>(*s);
        bool outer = in_loop_;
        in_loop_ = true;
        expr(x.test);
        in_loop_ = outer;
        loop_suite(x.body);
        nested_suite(x.orelse);
        break;
      }
      case NodeKind::kIf:
        if_(to<If>(*s));
        break;
      case NodeKind::kWith: {
        const With& x = to<With>(*s);
        for (const WithItem* item : x.items) {
          expr(item->context_expr);
          if (item->optional_vars) expr(item->optional_vars);
        }
        nested_suite(x.body);
        break;
      }
      case NodeKind::kMatch: {
        const Match& x = to<Match>(*s);
        expr(x.subject);
        for (const MatchCase* c : x.cases) {
          pattern(c->pattern);
          if (c->guard) expr(c->guard);
          nested_suite(c->body);
        }
        break;
      }
      case NodeKind::kRaise:
        if (to<Raise>(*s).exc) expr(to<Raise>(*s).exc);
        if (to<Raise>(*s).cause) expr(to<Raise>(*s).cause);
        break;
      case NodeKind::kTry: {
        const Try& x = to<Try>(*s);
        nested_suite(x.body);
        for (const ExceptHandler* h : x.handlers) {
          if (h->type) expr(h->type);
          if (h->name.data()) bind(intern(h->name), kDeleted | kUnprovable);
          nested_suite(h->body);
        }
        nested_suite(x.orelse);
        nested_suite(x.finalbody);
        break;
      }
      case NodeKind::kAssert:
        expr(to<Assert>(*s).test);
        if (to<Assert>(*s).msg) expr(to<Assert>(*s).msg);
        break;
      case NodeKind::kImport:
        for (const Alias* a : to<Import>(*s).names) {
          bind(intern(a->asname.data() ? a->asname : a->name.substr(0, a->name.find('.'))));
        }
        break;
      case NodeKind::kImportFrom:
        for (const Alias* a : to<ImportFrom>(*s).names) {
          if (a->name != "*") {
            bind(intern(a->asname.data() ? a->asname : a->name));
            continue;
          }
          for (std::string_view name : star_names(to<ImportFrom>(*s).module)) bind(intern(name));
        }
        break;
      case NodeKind::kGlobal:
        for (std::string_view n : to<Global>(*s).names) {
          NameId id = intern(n);
          if (scope_->kind != ScopeKind::Module)
            tree_.mention(scope_, id)->flags |= kGlobalDeclared;
        }
        break;
      case NodeKind::kNonlocal:
        for (std::string_view n : to<Nonlocal>(*s).names) {
          tree_.mention(scope_, intern(n))->flags |= kNonlocalDeclared;
        }
        break;
      case NodeKind::kExprStmt:
        expr(to<ExprStmt>(*s).value);
        break;
      default:
        break;
    }
  }

  void if_(const If& first) {
    expr(first.test);
    nested_suite(first.body);
    const uint32_t outer = suite_;
    const Stmts* orelse = &first.orelse;
    while (orelse->count == 1 && is<If>((*orelse)[0])) {
      const If& next = to<If>(*(*orelse)[0]);
      open_suite(outer);
      expr(next.test);
      nested_suite(next.body);
      orelse = &next.orelse;
    }
    nested_suite(*orelse);
    suite_ = outer;
  }

  void annotated(const AnnAssign& s) {
    if (s.value) {
      expr(s.value);
      expr(s.target);
    } else if (const Name* n = as<Name>(s.target)) {
      // No value: makes the name local, binds nothing.
      NameId id = intern(n->id);
      Symbol* symbol = tree_.mention(scope_, id);
      symbol->flags |= kBound | kUnprovable;
      if (symbol->has(kGlobalDeclared)) tree_.mention(tree_.module(), id)->flags |= kBound;
    } else {
      expr(s.target);
    }
    const bool evaluated = !scope_->unit->is_function();
    if (evaluated && !tree_.has_future_annotations) expr(s.annotation);
  }

  void pattern(const Pattern* p) {
    switch (p->kind) {
      case NodeKind::kMatchValue:
        expr(to<MatchValue>(*p).value);
        break;
      case NodeKind::kMatchSequence:
        for (const Pattern* x : to<MatchSequence>(*p).patterns) pattern(x);
        break;
      case NodeKind::kMatchMapping:
        exprs(to<MatchMapping>(*p).keys);
        for (const Pattern* x : to<MatchMapping>(*p).patterns) pattern(x);
        capture(to<MatchMapping>(*p).rest);
        break;
      case NodeKind::kMatchClass:
        expr(to<MatchClass>(*p).cls);
        for (const Pattern* x : to<MatchClass>(*p).patterns) pattern(x);
        for (const Pattern* x : to<MatchClass>(*p).kwd_patterns) pattern(x);
        break;
      case NodeKind::kMatchStar:
        capture(to<MatchStar>(*p).name);
        break;
      case NodeKind::kMatchAs:
        if (to<MatchAs>(*p).pattern) pattern(to<MatchAs>(*p).pattern);
        capture(to<MatchAs>(*p).name);
        break;
      case NodeKind::kMatchOr:
        for (const Pattern* x : to<MatchOr>(*p).patterns) pattern(x);
        break;
      default:
        break;
    }
  }

  void capture(OptIdentifier name) {
    if (name.data()) bind(intern(name), kUnprovable);
  }

  void future_imports(const Stmts& body) {
    for (const Stmt* s : body) {
      const ImportFrom* import = as<ImportFrom>(s);
      if (import == nullptr || import->module != "__future__") continue;
      for (const Alias* a : import->names) {
        if (a->name == "annotations") tree_.has_future_annotations = true;
      }
    }
  }

  ScopeTree& tree_;
  Scope* scope_;
  Scope* self_class_ = nullptr;  // class whose method is being walked
  NameId self_name_ = kNoName;
  uint32_t place_ = 0;
  uint32_t suite_ = 0;
  bool in_loop_ = false;
};

}  // namespace

void collect(ScopeTree& tree, const ast::Module& module) { Collector(tree).module(module); }

}  // namespace belljar::scope
