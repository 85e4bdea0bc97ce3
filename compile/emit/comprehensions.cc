// Comprehensions, compiled into the function around them, and generator expressions, which are
// functions.
//
// A comprehension's variables get registers of their own among the temporaries, for as long as it
// runs. Its first iterable is evaluated outside of its scope. Rows of Code::inlined let a traceback
// show it as the separate frame that it is in CPython 3.11.
#include "compile/emit/emitter.h"

namespace belljar {

using namespace ast;
using scope::Scope;
using scope::Symbol;

void Emitter::enter_comprehension(Scope* inner, const Comprehensions& generators) {
  scope_ = inner;
  for (Symbol* s = inner->first_symbol; s != nullptr; s = s->next) {
    if (s->meaning != scope::Meaning::Local || s->variable != s) continue;
    const int reg = asm_.temp();
    s->reg = static_cast<uint16_t>(reg);
    variables_.set(s->reg);
    locals_.reset(s->reg);
    asm_.bound().reset(s->reg);
    if (s->has(scope::kCell)) {
      asm_.emit(Op::NewCell, reg);
      asm_.bound().set(s->reg);
      continue;
    }
    // Only an inner iterable can read a variable that its own or a later loop binds.
    const Name* first = as<Name>(generators[0]->target);
    if (generators.size() > 1 && !(first && name_id(first->id) == s->name)) {
      asm_.emit(Op::LoadUndefined, reg);
    }
  }
}

Operand Emitter::comprehension(const Expr& e, int want) {
  const Comprehensions* generators;
  Collects collects;
  const char* name;
  Op empty;
  switch (e.kind) {
    case NodeKind::kListComp:
      generators = &to<ListComp>(e).generators;
      collects = Collects::List;
      name = "<listcomp>";
      empty = Op::NewList;
      break;
    case NodeKind::kSetComp:
      generators = &to<SetComp>(e).generators;
      collects = Collects::Set;
      name = "<setcomp>";
      empty = Op::NewSet;
      break;
    default:
      generators = &to<DictComp>(e).generators;
      collects = Collects::Dict;
      name = "<dictcomp>";
      empty = Op::NewDict;
      break;
  }
  for (const Comprehension* g : *generators) {
    if (g->is_async) fail("asynchronous code is not supported", e.range);
  }
  const int outer = asm_.mark();
  const int d = scratch(want);
  const int mark = asm_.mark();
  const int iterator = asm_.temp();
  const bool is_range = prepare_iteration((*generators)[0]->iter, iterator, e.range);
  const uint32_t call = asm_.here();
  asm_.emit(e.range, empty, d, d, 0);
  const uint32_t start = asm_.here();
  Scope* const outside = scope_;
  const RegisterSet variables = variables_, locals = locals_;
  enter_comprehension(tree_.child(scope_, &e), *generators);
  comprehension_loops(e, *generators, 0, iterator, is_range, collects, d);
  belljar::Tuple* const names = local_names(*scope_);
  scope_ = outside;
  variables_ = variables;
  locals_ = locals;
  asm_.inlined_row(start, name, call, names);
  asm_.release(mark);
  Operand result = done(d, want);
  if (result.reg != d) asm_.release(outer);
  return result;
}

void Emitter::comprehension_loops(const Expr& e, const Comprehensions& generators, size_t index,
                                  int iterator, bool is_range, Collects collects, int result) {
  const Comprehension& g = *generators[index];
  const int mark = asm_.mark();
  int target = variable_register(g.target);
  const bool direct = target >= 0;
  if (!direct) target = asm_.temp();
  Label test;
  asm_.jump(test);
  const uint32_t body = asm_.here();
  asm_.set_reachable(test.bound);
  if (direct) {
    assigned(target);
  } else {
    store_target(g.target, target);
  }
  for (const Expr* condition : g.ifs) {
    Range at = e.range;
    jump_if(condition, false, test, at);
  }
  if (asm_.reachable()) {
    const int inner = asm_.mark();
    if (index + 1 < generators.size()) {
      const int next = asm_.temp();
      const bool range = prepare_iteration(generators[index + 1]->iter, next, e.range);
      comprehension_loops(e, generators, index + 1, next, range, collects, result);
    } else {
      switch (collects) {
        case Collects::List:
          asm_.emit(e.range, Op::ListAppend, result, any(to<ListComp>(e).elt));
          break;
        case Collects::Set:
          asm_.emit(e.range, Op::SetAdd, result, any(to<SetComp>(e).elt));
          break;
        case Collects::Dict: {
          const DictComp& d = to<DictComp>(e);
          int key = protect(any(d.key), d.value);
          int value = any(d.value);
          asm_.emit(e.range, Op::DictSet, result, key, value);
          break;
        }
        case Collects::Generator: {
          int value = any(to<GeneratorExp>(e).elt);
          asm_.emit(e.range, Op::Yield, value, asm_.temp());
          break;
        }
      }
    }
    asm_.release(inner);
  }
  asm_.bind(test);
  next_item(target, iterator, is_range, body, e.range);
  asm_.release(mark);
}

Operand Emitter::generator_expression(const GeneratorExp& e, int want) {
  for (const Comprehension* g : e.generators) {
    if (g->is_async) fail("asynchronous code is not supported", e.range);
  }
  const int mark = asm_.mark();
  const int function = asm_.temps(2);
  emit_make_function(tree_.child(scope_, &e), function, 0, 0, e.range);
  const int iterable = any(e.generators[0]->iter);
  asm_.emit(e.range, Op::GetIter, function + 1, iterable);
  asm_.release(mark);
  const int d = dest(want);
  asm_.emit(e.range, Op::Call, function, 1, d);
  return {Value(), d};
}

void Emitter::generator_body(const GeneratorExp& e) {
  comprehension_loops(e, e.generators, 0, 0, false, Collects::Generator, 0);
}

}  // namespace belljar
