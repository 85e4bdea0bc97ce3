// Names as variables: reading, binding and unbinding them wherever scope/ says they live.
#include "compile/emit/emitter.h"

namespace belljar {

using namespace scope;
using ast::Name;

Str* Emitter::name_str(NameId id) {
  if (id >= name_strs_.size()) name_strs_.resize(tree_.names().size() + 64, nullptr);
  Str*& s = name_strs_[id];
  if (s == nullptr) s = constants_.str(tree_.names().text(id));
  return s;
}

uint32_t Emitter::attribute(std::string_view name) {
  uint32_t index = name_constant(name_id(name));
  if (index > 65535) fail("too many constants in one function", {});
  return (index & 0xffff) | asm_.new_cache() << 16;
}

Symbol* Emitter::symbol(NameId id) {
  Symbol* s = tree_.find(scope_, id);
  if (s == nullptr) std::abort();  // collect() has seen every name that the emitter sees
  return s;
}

void Emitter::check_bound(int reg, NameId id, const Range& at, bool is_free) {
  const size_t r = static_cast<size_t>(reg);
  if (asm_.bound()[r]) return;
  asm_.emit(at, Op::CheckBound, reg, is_free ? 1 : 0);
  asm_.word(name_constant(id));
  asm_.bound().set(r);
  if (locals_[r]) unbound_.set(r);
}

Operand Emitter::load_name(const Name& e, int want) { return load(name_id(e.id), e.range, want); }

Operand Emitter::load_far_variable(const Symbol& variable, NameId id, const Range& at, int want,
                                   bool is_free) {
  const int d = scratch(want);
  load_far(d, variable.reg);
  if (variable.has(kCell)) {
    asm_.emit(at, Op::LoadCell, d, d, is_free ? 1 : 0);
  } else {
    asm_.emit(at, Op::CheckBound, d, is_free ? 1 : 0);
  }
  asm_.word(name_constant(id));
  return done(d, want);
}

// Stores `reg` (-1: nothing, it is unbound) in a far variable.
void Emitter::store_far_variable(const Symbol& variable, int reg) {
  if (reg >= 0 && !variable.has(kCell)) return store_far(variable.reg, reg);
  const int t = asm_.temp();
  if (variable.has(kCell)) {
    load_far(t, variable.reg);
    asm_.emit(Op::StoreCell, t, reg);
  } else {
    asm_.emit(Op::LoadUndefined, t);
    store_far(variable.reg, t);
  }
  asm_.release(t);
}

Operand Emitter::load(NameId id, const Range& at, int want) {
  const Symbol* s = symbol(id);
  // Every class body has its own __annotations__, though nothing there binds the name.
  const bool class_name = scope_->kind == ScopeKind::Class &&
                          tree_.names().text(id) == "__annotations__" &&
                          s->meaning == Meaning::Nothing;
  switch (class_name ? Meaning::ClassName : s->meaning) {
    case Meaning::Local: {
      const Symbol& variable = *s->variable;
      // To a comprehension, which CPython makes a function of, the variables around it are free.
      const bool is_free = variable.scope != scope_;
      if (is_far(variable.reg)) return load_far_variable(variable, id, at, want, is_free);
      if (variable.has(kCell)) {
        int d = dest(want);
        asm_.emit(at, Op::LoadCell, d, variable.reg, is_free ? 1 : 0);
        asm_.word(name_constant(id));
        return {Value(), d};
      }
      check_bound(variable.reg, id, at, is_free);
      if (want < 0) return {Value(), variable.reg};
      move(want, variable.reg);
      return {Value(), want};
    }
    case Meaning::Free: {
      int d = dest(want);
      if (s->free->owner->has(kCell)) {
        asm_.emit(at, Op::LoadFreeCell, d, s->free->index);
        asm_.word(name_constant(id));
      } else {
        asm_.emit(Op::LoadFree, d, s->free->index);
      }
      return {Value(), d};
    }
    case Meaning::ClassName: {
      int d = scratch(want);
      asm_.emit(Op::NamespaceGet, d, 0, 0);
      asm_.word(name_constant(id));
      uint32_t get = asm_.here() - 2;
      Operand outside = load_outside(id, at, d);
      if (outside.is_constant()) load_constant(outside.constant, d);
      asm_.set_reachable(asm_.bound());
      asm_.set_skip(get, asm_.here() - get - 2);
      return done(d, want);
    }
    default:
      return load_outside(id, at, want);
  }
}

const Value* Emitter::builtin(NameId id) {
  if (options_.builtin == nullptr) return nullptr;
  return options_.builtin(options_.data, tree_.names().text(id));
}

Operand Emitter::load_outside(NameId id, const Range& at, int want) {
  const Symbol* global = tree_.find(tree_.module(), id);
  if (global != nullptr && global->has(kBound)) {
    int d = dest(want);
    asm_.position(at);
    asm_.emit_d(Op::LoadGlobal, d, global->slot);
    return {Value(), d};
  }
  if (const Value* v = builtin(id)) return {*v, -1};
  const std::string_view text = tree_.names().text(id);
  if (text == "__name__" || text == "__module__") {
    return {Value::object(constants_.str(options_.module_name)), -1};
  }
  if (text == "__doc__") return {module_doc_, -1};
  if (text == "__annotations__") {
    int d = dest(want);
    asm_.emit(at, Op::LoadAnnotations, d);
    return {Value(), d};
  }
  if (text == "__debug__") return {Value::boolean(true), -1};
  if (text == "__qualname__" && scope_->kind == ScopeKind::Class) {
    return {Value::object(constants_.str(qualified_name(scope_))), -1};
  }
  int d = dest(want);
  asm_.emit(at, Op::NameError);
  asm_.word(name_constant(id));
  return {Value(), d};
}

bool Emitter::is_builtin(const ast::Expr* e, std::string_view name) {
  const Name* n = ast::as<Name>(e);
  if (n == nullptr || n->id != name) return false;
  return symbol(name_id(n->id))->meaning == Meaning::Builtin;
}

void Emitter::store(NameId id, int reg, const Range& at) {
  (void)at;
  const Symbol* s = symbol(id);
  switch (s->meaning) {
    case Meaning::Local: {
      const Symbol& variable = *s->variable;
      if (is_far(variable.reg)) {
        store_far_variable(variable, reg);
      } else if (variable.has(kCell)) {
        asm_.emit(Op::StoreCell, variable.reg, reg);
      } else {
        move(variable.reg, reg);
        assigned(variable.reg);
      }
      break;
    }
    case Meaning::Free:
      asm_.emit(Op::StoreFreeCell, reg, s->free->index);
      break;
    case Meaning::ClassName:
      asm_.emit(at, Op::NamespaceSet, reg);
      asm_.word(name_constant(id));
      break;
    default:
      asm_.emit_d(Op::StoreGlobal, reg, tree_.find(tree_.module(), id)->slot);
  }
}

void Emitter::delete_name(NameId id, const Range& at) {
  const Symbol* s = symbol(id);
  switch (s->meaning) {
    case Meaning::Local: {
      const Symbol& variable = *s->variable;
      if (is_far(variable.reg)) {
        const int t = asm_.temp();
        load_far(t, variable.reg);
        asm_.emit(at, variable.has(kCell) ? Op::DeleteCell : Op::CheckBound, t);
        asm_.word(name_constant(id));
        asm_.release(t);
        if (!variable.has(kCell)) store_far_variable(variable, -1);
      } else if (variable.has(kCell)) {
        asm_.emit(at, Op::DeleteCell, variable.reg);
        asm_.word(name_constant(id));
      } else {
        check_bound(variable.reg, id, at);
        asm_.emit(Op::LoadUndefined, variable.reg);
        asm_.bound().reset(variable.reg);
      }
      break;
    }
    case Meaning::Free:
      asm_.emit(at, Op::DeleteFreeCell, 0, s->free->index);
      asm_.word(name_constant(id));
      break;
    case Meaning::ClassName:
      asm_.emit(at, Op::NamespaceDelete);
      asm_.word(name_constant(id));
      break;
    default:
      asm_.position(at);
      asm_.emit_d(Op::DeleteGlobal, 0, tree_.find(tree_.module(), id)->slot);
  }
}

void Emitter::unbind_silently(NameId id, const Range& at) {
  const Symbol* s = symbol(id);
  if (s->meaning == Meaning::Local && !s->variable->has(kCell) && is_far(s->variable->reg)) {
    return store_far_variable(*s->variable, -1);
  }
  if (s->meaning == Meaning::Local && !s->variable->has(kCell)) {
    asm_.emit(Op::LoadUndefined, s->variable->reg);
    asm_.bound().reset(s->variable->reg);
    return;
  }
  int none = asm_.temp();
  asm_.emit(Op::LoadNone, none);
  store(id, none, at);
  asm_.release(none);
  delete_name(id, at);
}

int Emitter::variable_register(const ast::Expr* target) {
  const Name* n = ast::as<Name>(target);
  if (n == nullptr) return -1;
  const Symbol* s = symbol(name_id(n->id));
  if (s->meaning != Meaning::Local || s->variable->has(kCell) || is_far(s->variable->reg)) {
    return -1;
  }
  return s->variable->reg;
}

}  // namespace belljar
