// Calls: plain rows of arguments, keywords, stars, and super() without arguments.
#include <algorithm>

#include "compile/emit/emitter.h"

namespace belljar {

using namespace ast;

Value Emitter::keyword_names(const Keyword* const* first, size_t count) {
  std::vector<Value> names(count);
  for (size_t i = 0; i < count; ++i) {
    names[i] = Value::object(constants_.str(first[i]->arg));
  }
  return constants_.tuple(names.data(), count);
}

// Evaluating the arguments does nothing that anybody could see.
static bool only_names(const ast::Call& e) {
  auto plain = [](const Expr* a) {
    return a->kind == NodeKind::kConstant || a->kind == NodeKind::kName;
  };
  return std::all_of(e.args.begin(), e.args.end(), plain) &&
         std::all_of(e.keywords.begin(), e.keywords.end(),
                     [&](const Keyword* k) { return plain(k->value); });
}

void Emitter::call(const ast::Call& e, const Attribute* method, int window, int result) {
  const Range at = method_call_range(e, method);
  const size_t positional = e.args.size();
  const size_t count = positional + e.keywords.size();
  bool plain = count <= 40;
  for (size_t i = 0; plain && i < positional; ++i) plain = e.args[i]->kind != NodeKind::kStarred;
  for (size_t i = 0; plain && i < e.keywords.size(); ++i) {
    plain = e.keywords[i]->arg.data() != nullptr;
  }
  if (!plain) {
    call_unpacked(e.args, e.keywords, window, at);
    asm_.emit(at, Op::CallEx, window, e.keywords.empty() ? 0 : 1, result);
    return;
  }
  // CPython finds a method before it evaluates the arguments, which shows where there is none.
  const uint32_t name = method != nullptr ? attribute(method->attr) : 0;
  if (method != nullptr && !only_names(e)) {
    asm_.emit(attribute_range(*method), Op::CheckMethod, window);
    asm_.word(name);
  }
  for (const Expr* a : e.args) next_temp(a);
  for (const Keyword* k : e.keywords) next_temp(k->value);
  const int n = static_cast<int>(count);
  const bool keywords = !e.keywords.empty();
  Value names = keywords ? keyword_names(e.keywords.data, e.keywords.size()) : Value();
  if (method != nullptr) {
    asm_.emit(at, keywords ? Op::CallMethodKw : Op::CallMethod, window, n, result);
    asm_.position(attribute_range(*method));
    asm_.word(name);
  } else {
    asm_.emit(at, keywords ? Op::CallKw : Op::Call, window, n, result);
  }
  if (keywords) asm_.word(asm_.constant(names));
}

// R[window + 1] = all positional arguments, R[window + 2] = all keyword arguments, if there are
// any.
void Emitter::call_unpacked(const Exprs& args, const Keywords& keywords, int window,
                            const Range& at) {
  const int list = asm_.temp();
  if (args.size() == 1 && args[0]->kind == NodeKind::kStarred) {
    into(to<Starred>(*args[0]).value, list);
  } else {
    list_of(args, at, list);
  }
  if (keywords.empty()) return;
  const int dict = asm_.temp();
  asm_.emit(at, Op::NewDict, dict, dict, 0);
  bool merged = false;
  for (const Keyword* k : keywords) {
    const int mark = asm_.mark();
    if (k->arg.data() == nullptr) {
      int value = any(k->value);
      asm_.emit(at, Op::DictMerge, dict, value, window);
      merged = true;
    } else if (!merged) {
      int key = asm_.temp();
      load_constant(Value::object(constants_.str(k->arg)), key);
      int value = any(k->value);
      asm_.emit(at, Op::DictSet, dict, key, value);
    } else {  // may repeat a key of what was merged
      int value = next_temp(k->value);
      Value name = Value::object(constants_.str(k->arg));
      asm_.emit(at, Op::NewDictK, value, value, 1);
      asm_.word(asm_.constant(constants_.tuple(&name, 1)));
      asm_.emit(at, Op::DictMerge, dict, value, window);
    }
    asm_.release(mark);
  }
}

// super() in a method is super(__class__, first parameter): see scope/ on __class__.
bool Emitter::is_plain_super(const ast::Call& e) {
  if (!e.args.empty() || !e.keywords.empty() || e.func->kind != NodeKind::kName ||
      to<Name>(*e.func).id != "super" || !is_builtin(e.func, "super")) {
    return false;
  }
  if (!scope_->unit->is_function()) return false;
  const scope::Symbol* cls = tree_.find(scope_, tree_.class_name_cell);
  if (cls == nullptr || cls->meaning != scope::Meaning::Free) return false;
  const scope::Symbol* first = scope_->unit->first_symbol;
  const FunctionDef* def = as<FunctionDef>(scope_->unit->node);
  if (def && def->args->posonlyargs.empty() && def->args->args.empty()) return false;
  return scope_->unit->kind == scope::ScopeKind::Generator ||
         (first != nullptr && first->has(scope::kParameter));
}

Operand Emitter::plain_super(const ast::Call& e, int want) {
  const int mark = asm_.mark();
  const int window = asm_.temps(3);
  const scope::Scope& unit = *scope_->unit;
  load_constant(value(e.func).constant, window);
  const scope::Symbol* cls = symbol(tree_.class_name_cell);
  if (cls->meaning == scope::Meaning::Free && cls->free->owner->has(scope::kCell)) {
    asm_.emit(e.range, Op::LoadFreeCell, window + 1, static_cast<int>(cls->free->index), 2);
    asm_.word(name_constant(tree_.class_name_cell));
  } else {
    load(tree_.class_name_cell, e.range, window + 1);
  }
  if (unit.kind == scope::ScopeKind::Generator) {
    move(window + 2, 0);
  } else {  // its loss is super()'s own error
    const scope::Symbol& first = *unit.first_symbol;
    const bool is_cell = first.has(scope::kCell);
    if (is_far(first.reg)) {
      load_far(window + 2, first.reg);
    } else if (!is_cell) {
      move(window + 2, first.reg);
    }
    if (is_cell) {
      asm_.emit(e.range, Op::LoadCell, window + 2, is_far(first.reg) ? window + 2 : first.reg, 2);
      asm_.word(name_constant(first.name));
    } else if (is_far(first.reg) || !asm_.bound()[first.reg]) {
      asm_.emit(e.range, Op::CheckBound, window + 2, 2);
      asm_.word(name_constant(first.name));
    }
  }
  asm_.release(mark);
  const int d = dest(want);
  asm_.emit(e.range, Op::Call, window, 2, d);
  return {Value(), d};
}

}  // namespace belljar
