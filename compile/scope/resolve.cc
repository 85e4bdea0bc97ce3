// Pass 2 of name resolution (see scope.h): where each name of each scope lives.
#include "compile/scope/scope.h"

namespace belljar::scope {
namespace {

constexpr size_t kMaxSlots = 65535;
constexpr uint32_t kMaxCaptured = 255;  // an 8-bit field of the instruction

class Resolver {
 public:
  Resolver(ScopeTree& tree, bool (*is_builtin)(void*, std::string_view), void* data)
      : tree_(tree), is_builtin_(is_builtin), data_(data) {}

  bool run() {
    for (Symbol* s = tree_.module()->first_symbol; s != nullptr; s = s->next) {
      if (!s->has(kBound)) continue;
      if (tree_.slots.size() >= kMaxSlots) return false;
      s->slot = static_cast<uint16_t>(tree_.slots.size());
      tree_.slots.push_back(s->name);
    }
    for (Scope* scope : tree_.scopes()) {
      for (Symbol* s = scope->first_symbol; s != nullptr; s = s->next) {
        Found found = look_up(scope, s->name, false);
        s->meaning = found.meaning;
        s->variable = found.symbol;
        s->free = found.free;
        if (s->has(kNonlocalDeclared) && found.free != nullptr) found.free->owner->flags |= kCell;
      }
    }
    return !tree_.too_many_captured;
  }

 private:
  struct Found {
    Meaning meaning;
    Symbol* symbol = nullptr;  // Local
    Free* free = nullptr;      // Free
  };

  // What `name` means in `scope`, as code of scope->unit sees it. `inner`: asked on behalf of a
  // scope inside, which sees nothing of a class's namespace.
  Found look_up(Scope* scope, NameId name, bool inner) {
    Symbol* symbol = tree_.find(scope, name);
    if (scope->kind == ScopeKind::Module) return global(name);
    if (scope->kind == ScopeKind::Class && inner) {
      if (name == tree_.class_name_cell) return {Meaning::Local, class_cell(scope)};
      symbol = nullptr;
    }
    if (symbol != nullptr) {
      if (symbol->has(kGlobalDeclared)) return global(name);
      if (symbol->has(kBound | kParameter) && !symbol->has(kNonlocalDeclared)) {
        if (scope->kind == ScopeKind::Class) return {Meaning::ClassName};
        return {Meaning::Local, symbol};
      }
    }
    if (scope->kind == ScopeKind::Comprehension) return look_up(scope->parent, name, true);
    for (Free* free = scope->first_free; free != nullptr; free = free->next) {
      if (free->name == name) return {Meaning::Free, nullptr, free};
    }
    Found outer = look_up(scope->parent, name, true);
    if (scope->free_count >= kMaxCaptured) {
      tree_.too_many_captured = true;
      return {Meaning::Nothing};
    }
    if (outer.meaning != Meaning::Local && outer.meaning != Meaning::Free) return outer;
    Free* free = tree_.arena().make<Free>();
    *free = {name, static_cast<uint16_t>(scope->free_count++), nullptr, outer.free, nullptr};
    if (outer.meaning == Meaning::Local) {
      free->owner = outer.symbol;
      if (!value_is_settled(*outer.symbol, *scope)) outer.symbol->flags |= kCell;
    } else {
      free->owner = outer.free->owner;
    }
    (scope->last_free ? scope->last_free->next : scope->first_free) = free;
    scope->last_free = free;
    return {Meaning::Free, nullptr, free};
  }

  Found global(NameId name) {
    Symbol* symbol = tree_.find(tree_.module(), name);
    if (symbol != nullptr && symbol->has(kBound)) return {Meaning::Global};
    return {is_builtin_(data_, tree_.names().text(name)) ? Meaning::Builtin : Meaning::Nothing};
  }

  Symbol* class_cell(Scope* scope) {
    if (scope->class_cell == nullptr) {
      Symbol* cell = tree_.arena().make<Symbol>();
      cell->name = tree_.class_name_cell;
      cell->scope = scope;
      cell->flags = kBound | kCell | kUnprovable;
      cell->meaning = Meaning::Local;
      scope->class_cell = cell;
      scope->needs_class_cell = true;
    }
    return scope->class_cell;
  }

  // True if `variable` certainly has its last value where `inner` captures it: see CAPTURE.
  bool value_is_settled(const Symbol& variable, const Scope& inner) const {
    if (variable.has(kDeleted | kUnprovable | kBoundInLoop | kCell)) return false;
    if (variable.has(kParameter)) return variable.bindings == 0;
    if (variable.bindings != 1 || variable.bound_at >= inner.place) return false;
    for (uint32_t suite = inner.suite; suite != 0; suite = tree_.suite_parents[suite]) {
      if (suite == variable.bound_suite) return true;
    }
    return false;
  }

  ScopeTree& tree_;
  bool (*is_builtin_)(void*, std::string_view);
  void* data_;
};

}  // namespace

bool resolve(ScopeTree& tree, bool (*is_builtin)(void*, std::string_view), void* data) {
  return Resolver(tree, is_builtin, data).run();
}

}  // namespace belljar::scope
