// Functions, lambdas, decorators and classes: everything that makes a function object.
#include "compile/emit/emitter.h"

namespace belljar {

using namespace ast;
using scope::Scope;

const ConstantValue* Emitter::docstring(const Stmts& body) {
  if (body.empty() || !is<ExprStmt>(body[0])) return nullptr;
  const Constant* c = as<Constant>(to<ExprStmt>(*body[0]).value);
  return c && c->value.kind == ConstantKind::kStr ? &c->value : nullptr;
}

// Decorators are evaluated into a row of temporaries; the decorated value goes behind it.
int Emitter::decorators(const Exprs& list) {
  const int first = asm_.mark();
  for (const Expr* d : list) next_temp(d);
  return first;
}

void Emitter::decorate(const Exprs& list, int first) {
  for (size_t i = list.size(); i-- > 0;) {
    const int decorator = first + static_cast<int>(i);
    asm_.emit(list[i]->range, Op::Call, decorator, 1, decorator);
  }
}

void Emitter::function(const FunctionDef& s) {
  const NameId id = name_id(s.name);
  if (s.decorator_list.empty()) {
    const scope::Symbol* symbol_ = symbol(id);
    const bool direct = symbol_->meaning == scope::Meaning::Local &&
                        !symbol_->variable->has(scope::kCell) && !is_far(symbol_->variable->reg);
    const int d = direct ? symbol_->variable->reg : asm_.temp();
    make_function(s, *s.args, d, s.range);
    if (direct) {
      assigned(d);
    } else {
      store(id, d, s.range);
    }
    return;
  }
  const int first = decorators(s.decorator_list);
  const int value = asm_.temp();
  make_function(s, *s.args, value, s.range);
  decorate(s.decorator_list, first);
  store(id, first, s.range);
}

Operand Emitter::lambda(const Lambda& e, int want) {
  const int d = dest(want);
  make_function(e, *e.args, d, e.range);
  return {Value(), d};
}

void Emitter::make_function(const Node& node, const Arguments& arguments, int d, const Range& at) {
  const int mark = asm_.mark();
  int flags = 0;
  const int row = asm_.temps(2);
  if (!arguments.defaults.empty()) {
    flags |= 1;
    Operand defaults = tuple(arguments.defaults, at, row);
    if (defaults.is_constant()) load_constant(defaults.constant, row);
  }
  std::vector<Value> keys;
  int values = asm_.mark();
  for (size_t i = 0; i < arguments.kwonlyargs.size(); ++i) {
    if (arguments.kw_defaults[i] == nullptr) continue;
    keys.push_back(Value::object(name_str(name_id(arguments.kwonlyargs[i]->arg))));
    next_temp(arguments.kw_defaults[i]);
  }
  if (!keys.empty()) {
    flags |= 2;
    asm_.emit(at, Op::NewDictK, row + 1, values, static_cast<int>(keys.size()));
    asm_.word(asm_.constant(constants_.tuple(keys.data(), keys.size())));
    asm_.release(values);
  }
  const FunctionDef* def = as<FunctionDef>(&node);
  const int notes = def != nullptr ? annotations(*def, at) : -1;
  emit_make_function(tree_.child(scope_, &node), d, flags, row, at);
  if (notes >= 0) {
    asm_.emit(at, Op::SetAttr, d, notes);
    asm_.word(attribute("__annotations__"));
  }
  asm_.release(mark);
}

// The annotations of parameters and result as a dict in a new register, or -1 if there are none.
int Emitter::annotations(const FunctionDef& def, const Range& at) {
  const Arguments& arguments = *def.args;
  std::vector<Value> names;
  int notes = -1;
  int values = -1;
  auto note = [&](std::string_view name, const Expr* e) {
    if (e == nullptr) return;
    if (notes < 0) {
      notes = asm_.temp();
      values = asm_.mark();
    }
    names.push_back(Value::object(constants_.str(name)));
    annotation_value(e, asm_.temp());
  };
  auto parameter = [&](const Arg* a) {
    if (a != nullptr) note(name_str(name_id(a->arg))->view(), a->annotation);
  };
  for (const Arg* a : arguments.args) parameter(a);
  for (const Arg* a : arguments.posonlyargs) parameter(a);  // so CPython's order
  parameter(arguments.vararg);
  for (const Arg* a : arguments.kwonlyargs) parameter(a);
  parameter(arguments.kwarg);
  note("return", def.returns);
  if (notes < 0) return -1;
  asm_.emit(at, Op::NewDictK, notes, values, static_cast<int>(names.size()));
  asm_.word(asm_.constant(constants_.tuple(names.data(), names.size())));
  asm_.release(values);
  return notes;
}

void Emitter::emit_make_function(Scope* inner, int d, int flags, int defaults, const Range& at) {
  Code* code = code_of(inner);
  asm_.emit(at, Op::MakeFunction, d, flags, flags != 0 ? defaults : 0);
  asm_.word(asm_.functions_index(code));
  for (const scope::Free* f = inner->first_free; f != nullptr; f = f->next) {
    if (f->outer != nullptr) {
      asm_.word(static_cast<uint32_t>(f->outer->index) << 1 | 1);
    } else {
      asm_.word(static_cast<uint32_t>(f->owner->reg) << 1);
    }
  }
}

void Emitter::class_(const ClassDef& s) {
  const int first = decorators(s.decorator_list);
  const int d = asm_.temp();
  const int body = asm_.temp();
  emit_make_function(tree_.child(scope_, &s), body, 0, 0, s.range);
  bool starred = s.bases.size() > 40;
  for (const Expr* b : s.bases) starred |= b->kind == NodeKind::kStarred;
  int bases = static_cast<int>(s.bases.size());
  if (starred) {
    list_of(s.bases, s.range, asm_.temp());
    bases = 255;
  } else {
    for (const Expr* b : s.bases) next_temp(b);
  }
  const int keywords = asm_.temp();
  if (s.keywords.empty()) {
    asm_.emit(Op::LoadNone, keywords);
  } else {
    asm_.emit(s.range, Op::NewDict, keywords, keywords, 0);
    bool merged = false;
    for (const Keyword* k : s.keywords) {
      const int mark = asm_.mark();
      if (k->arg.data() == nullptr) {
        asm_.emit(s.range, Op::DictMerge, keywords, any(k->value), body);
        merged = true;
      } else if (!merged) {
        int key = asm_.temp();
        load_constant(Value::object(constants_.str(k->arg)), key);
        asm_.emit(s.range, Op::DictSet, keywords, key, any(k->value));
      } else {
        int value = next_temp(k->value);
        Value name = Value::object(constants_.str(k->arg));
        asm_.emit(s.range, Op::NewDictK, value, value, 1);
        asm_.word(asm_.constant(constants_.tuple(&name, 1)));
        asm_.emit(s.range, Op::DictMerge, keywords, value, body);
      }
      asm_.release(mark);
    }
  }
  asm_.emit(s.range, Op::MakeClass, d, bases, body);
  asm_.word(asm_.constant(Value::object(constants_.str(s.name))));
  decorate(s.decorator_list, first);
  store(name_id(s.name), s.decorator_list.empty() ? d : first, s.range);
}

}  // namespace belljar
