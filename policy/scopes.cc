// The pass that gathers scopes: a stack of (node, place) pairs, so neither spines nor depth matter.
//
// Pieces of one node go to different scopes: the defaults of a function to the scope around it, its
// body to its own; the first iterable of a comprehension to the scope around it, the rest inside.
#include "policy/scopes.h"

#include <algorithm>

#include "ast/visit.h"
#include "policy/rules.h"

namespace belljar {
namespace {

using namespace ast;

struct Place {
  NameScope* scope;
  bool quiet;
};

class Gatherer {
 public:
  explicit Gatherer(const Profile& profile) : profile_(profile) { facts_.scopes.emplace_back(); }

  ScopeFacts run(const Module& module) {
    push_all(module.body, {&facts_.scopes.front(), false});
    while (!stack_.empty()) {
      const Work work = stack_.back();
      stack_.pop_back();
      visit(*work.node, work.place);
    }
    return std::move(facts_);
  }

 private:
  struct Work {
    const Node* node;
    Place place;
  };

  // The first goes on top: `global` must be seen before what it governs.
  void push(const Node* node, Place place) {
    if (node != nullptr) stack_.push_back({node, place});
  }
  template <typename T>
  void push_all(const Span<T*>& nodes, Place place) {
    for (size_t i = nodes.size(); i-- > 0;) push(nodes[i], place);
  }
  void push_children(const Node& node, Place place) {
    const size_t bottom = stack_.size();
    for_each_child(node, [&](const Node& child) { push(&child, place); });
    std::reverse(stack_.begin() + static_cast<ptrdiff_t>(bottom), stack_.end());
  }

  Place open(ScopeKind kind, Place place) {
    NameScope& scope = facts_.scopes.emplace_back();
    scope.kind = kind;
    scope.parent = place.scope;
    return {&scope, place.quiet};
  }

  NameBinding& bind(std::string_view name, NameScope* scope) {
    const auto declared = scope->declared.find(name);
    if (declared == scope->declared.end()) return scope->bindings[name];
    if (declared->second) return facts_.scopes.front().bindings[name];
    for (NameScope* outer = scope->parent; outer != nullptr; outer = outer->parent) {
      if (outer->kind == ScopeKind::kFunction && outer->bindings.contains(name)) {
        return outer->bindings[name];
      }
    }
    return scope->bindings[name];
  }
  void bind_plain(std::string_view name, NameScope* scope) {
    if (name.data() != nullptr) bind(name, scope).bound = true;
  }
  void use(const Name& name, Place place) {
    facts_.uses.push_back({&name, place.scope, place.quiet});
  }

  void visit(const Node& node, Place place) {
    const NodeRule* refusal = node_rule(node.kind);
    if (refusal != nullptr && profile_.in(rule(refusal->id).profiles)) place.quiet = true;
    switch (node.kind) {
      case NodeKind::kFunctionDef: {
        const FunctionDef& def = to<FunctionDef>(node);
        visit_function(def.name, def.args, def.body, def.decorator_list, def.returns, place);
        break;
      }
      case NodeKind::kAsyncFunctionDef: {
        const AsyncFunctionDef& def = to<AsyncFunctionDef>(node);
        visit_function(def.name, def.args, def.body, def.decorator_list, def.returns, place);
        break;
      }
      case NodeKind::kLambda: {
        const Place inner = open(ScopeKind::kFunction, place);
        visit_parameters(*to<Lambda>(node).args, inner.scope, place);
        push(to<Lambda>(node).body, inner);
        break;
      }
      case NodeKind::kClassDef: {
        const ClassDef& def = to<ClassDef>(node);
        bind_plain(def.name, place.scope);
        push_all(def.body, open(ScopeKind::kClass, place));
        push_all(def.keywords, place);
        push_all(def.bases, place);
        push_all(def.decorator_list, place);
        break;
      }
      case NodeKind::kListComp:
        visit_comprehension({to<ListComp>(node).elt, nullptr}, to<ListComp>(node).generators,
                            place);
        break;
      case NodeKind::kSetComp:
        visit_comprehension({to<SetComp>(node).elt, nullptr}, to<SetComp>(node).generators, place);
        break;
      case NodeKind::kGeneratorExp:
        visit_comprehension({to<GeneratorExp>(node).elt, nullptr},
                            to<GeneratorExp>(node).generators, place);
        break;
      case NodeKind::kDictComp:
        visit_comprehension({to<DictComp>(node).key, to<DictComp>(node).value},
                            to<DictComp>(node).generators, place);
        break;
      case NodeKind::kNamedExpr:
        visit_named_expr(to<NamedExpr>(node), place);
        break;
      case NodeKind::kName:
        visit_name(to<Name>(node), place);
        break;
      case NodeKind::kAugAssign: {
        const AugAssign& assign = to<AugAssign>(node);
        if (const Name* target = as<Name>(assign.target)) use(*target, place);
        push_children(node, place);
        break;
      }
      case NodeKind::kCall:
        visit_call(to<Call>(node), place);
        break;
      case NodeKind::kAttribute:
        if (to<Attribute>(node).ctx == ExprContext::kLoad && !place.quiet) {
          facts_.reads.push_back({&to<Attribute>(node), place.scope});
        }
        push_children(node, place);
        break;
      default:
        visit_rest(node, place);
        break;
    }
  }

  void visit_rest(const Node& node, Place place) {
    switch (node.kind) {
      case NodeKind::kGlobal:
        for (std::string_view name : to<Global>(node).names) place.scope->declared[name] = true;
        break;
      case NodeKind::kNonlocal:
        for (std::string_view name : to<Nonlocal>(node).names) place.scope->declared[name] = false;
        break;
      case NodeKind::kImport:
        visit_import(to<Import>(node), place);
        break;
      case NodeKind::kImportFrom:
        visit_import_from(to<ImportFrom>(node), place);
        break;
      case NodeKind::kExceptHandler:
        bind_plain(to<ExceptHandler>(node).name, place.scope);
        break;
      case NodeKind::kMatchStar:
        bind_plain(to<MatchStar>(node).name, place.scope);
        break;
      case NodeKind::kMatchAs:
        bind_plain(to<MatchAs>(node).name, place.scope);
        break;
      case NodeKind::kMatchMapping:
        bind_plain(to<MatchMapping>(node).rest, place.scope);
        break;
      default:
        break;
    }
    push_children(node, place);
  }

  void visit_function(std::string_view name, const Arguments* args, const Stmts& body,
                      const Exprs& decorators, const Expr* returns, Place place) {
    bind_plain(name, place.scope);
    const Place inner = open(ScopeKind::kFunction, place);
    push_all(body, inner);
    push(returns, place);
    visit_parameters(*args, inner.scope, place);
    push_all(decorators, place);
  }

  void visit_parameters(const Arguments& args, NameScope* inner, Place place) {
    const auto parameter = [&](const Arg* arg) {
      if (arg == nullptr) return;
      bind_plain(arg->arg, inner);
      push(arg->annotation, place);
    };
    for (const Arg* arg : args.posonlyargs) parameter(arg);
    for (const Arg* arg : args.args) parameter(arg);
    for (const Arg* arg : args.kwonlyargs) parameter(arg);
    parameter(args.vararg);
    parameter(args.kwarg);
    push_all(args.defaults, place);
    push_all(args.kw_defaults, place);
  }

  struct Elements {
    const Expr* first;
    const Expr* second;
  };
  void visit_comprehension(Elements elements, const Comprehensions& generators, Place place) {
    const Place inner = open(ScopeKind::kComprehension, place);
    for (size_t i = generators.size(); i-- > 0;) {
      const Comprehension& generator = *generators[i];
      push_all(generator.ifs, inner);
      push(generator.iter, i == 0 ? place : inner);
      push(generator.target, inner);
    }
    push(elements.second, inner);
    push(elements.first, inner);
  }

  // Binds in the nearest scope that is no comprehension's.
  void visit_named_expr(const NamedExpr& node, Place place) {
    NameScope* scope = place.scope;
    while (scope->kind == ScopeKind::kComprehension) scope = scope->parent;
    if (const Name* target = as<Name>(node.target)) bind_plain(target->id, scope);
    push(node.value, place);
  }

  // A call of `eval` or `exec` has a rule of its own, so the name itself gets no finding.
  void visit_call(const Call& call, Place place) {
    const Name* function = as<Name>(call.func);
    const bool refused = function != nullptr && (function->id == "eval" || function->id == "exec");
    push_all(call.keywords, place);
    push_all(call.args, place);
    push(call.func, {place.scope, place.quiet || refused});
  }

  void visit_name(const Name& name, Place place) {
    if (name.ctx == ExprContext::kStore) {
      bind_plain(name.id, place.scope);
    } else {
      use(name, place);
    }
  }

  void visit_import(const Import& node, Place place) {
    for (const Alias* alias : node.names) {
      const bool renamed = alias->asname.data() != nullptr;
      const std::string_view name =
          renamed ? alias->asname : alias->name.substr(0, alias->name.find('.'));
      bind(name, place.scope)
          .imports.push_back({std::string(alias->name), {}, alias, &node, place.quiet});
    }
  }

  void visit_import_from(const ImportFrom& node, Place place) {
    std::string module(static_cast<size_t>(std::clamp(node.level, 0, 100)), '.');
    module += node.module;
    for (const Alias* alias : node.names) {
      if (alias->name == "*") {
        facts_.has_star_import = true;
        continue;
      }
      const std::string_view name = alias->asname.data() != nullptr ? alias->asname : alias->name;
      bind(name, place.scope).imports.push_back({module, alias->name, alias, &node, place.quiet});
    }
  }

  const Profile& profile_;
  ScopeFacts facts_;
  std::vector<Work> stack_;
};

}  // namespace

ScopeFacts gather_scopes(const ast::Module& module, const Profile& profile) {
  return Gatherer(profile).run(module);
}

NameBinding* find_binding(NameScope* scope, std::string_view name, uint64_t* lookups) {
  // A class's names are seen from its own body only, not from the functions in it.
  for (NameScope* at = scope; at != nullptr; at = at->parent) {
    ++*lookups;
    if (at->kind == ScopeKind::kClass && at != scope) continue;
    const auto declared = at->declared.find(name);
    if (declared != at->declared.end() && declared->second) {
      while (at->parent != nullptr) at = at->parent;
    }
    const auto binding = at->bindings.find(name);
    if (binding != at->bindings.end()) return &binding->second;
  }
  return nullptr;
}

}  // namespace belljar
