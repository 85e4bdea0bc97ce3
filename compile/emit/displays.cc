// Tuples, lists, sets, dicts and f-strings. Small ones are built from one row of temporaries; long
// ones in pieces, so that no display runs out of registers.
#include "compile/emit/emitter.h"

namespace belljar {

using namespace ast;

namespace {

constexpr size_t kRow = 32;  // temporaries that one display takes at most

bool has_star(const Exprs& items) {
  for (const Expr* e : items) {
    if (e->kind == NodeKind::kStarred) return true;
  }
  return false;
}

}  // namespace

bool Emitter::constant_value(const Expr* e, Value* out) {
  if (const Constant* c = as<Constant>(e)) {
    *out = constants_.literal(c->value);
    return true;
  }
  if (const Name* n = as<Name>(e)) {
    if (symbol(name_id(n->id))->meaning != scope::Meaning::Builtin) return false;
    *out = *builtin(name_id(n->id));
    return true;
  }
  if (const ast::UnaryOp* u = as<ast::UnaryOp>(e); u && u->op == UnaryOperator::kUSub) {
    const Constant* c = as<Constant>(u->operand);
    if (c == nullptr) return false;
    if (c->value.kind == ConstantKind::kInt) {
      *out = Value::integer(-c->value.integer);
      return true;
    }
    if (c->value.kind == ConstantKind::kFloat) {
      *out = Value::real(-c->value.number);
      return true;
    }
    return false;
  }
  if (const ast::Tuple* t = as<ast::Tuple>(e)) {
    for (const Expr* x : t->elts) {  // look before anything is made
      if (x->kind != NodeKind::kConstant && x->kind != NodeKind::kTuple &&
          x->kind != NodeKind::kUnaryOp && x->kind != NodeKind::kName) {
        return false;
      }
    }
    std::vector<Value> items(t->elts.size());
    for (size_t i = 0; i < items.size(); ++i) {
      if (!constant_value(t->elts[i], &items[i])) return false;
    }
    *out = constants_.tuple(items.data(), items.size());
    return true;
  }
  return false;
}

Operand Emitter::tuple(const Exprs& items, const Range& at, int want) {
  std::vector<Value> values(items.size());
  size_t constant = 0;
  while (constant < items.size() && constant_value(items[constant], &values[constant])) ++constant;
  if (constant == items.size()) return {constants_.tuple(values.data(), values.size()), -1};
  const int mark = asm_.mark();
  if (has_star(items) || items.size() > kRow || !asm_.room_for(static_cast<int>(items.size()))) {
    const int list = asm_.temp();
    list_of(items, at, list);
    asm_.release(mark);
    const int d = dest(want);
    asm_.emit(at, Op::ListToTuple, d, list);
    return {Value(), d};
  }
  for (const Expr* e : items) next_temp(e);
  asm_.release(mark);
  const int d = dest(want);
  asm_.emit(at, Op::NewTuple, d, mark, static_cast<int>(items.size()));
  return {Value(), d};
}

void Emitter::list_of(const Exprs& items, const Range& at, int d) {
  const int mark = asm_.mark();
  size_t i = 0;
  while (i < items.size() && i < kRow && items[i]->kind != NodeKind::kStarred && asm_.room_for(1)) {
    next_temp(items[i++]);
  }
  asm_.release(mark);
  asm_.emit(at, Op::NewList, d, i > 0 ? mark : d, static_cast<int>(i));
  for (; i < items.size(); ++i) {
    const bool star = items[i]->kind == NodeKind::kStarred;
    int item = any(star ? to<Starred>(*items[i]).value : items[i]);
    asm_.emit(at, star ? Op::ListExtend : Op::ListAppend, d, item);
    asm_.release(mark);
  }
}

Operand Emitter::list(const ast::List& e, int want) {
  const size_t n = e.elts.size();
  if (n > 0) {
    std::vector<Value> values(n);
    size_t constant = 0;
    while (constant < n && constant_value(e.elts[constant], &values[constant])) ++constant;
    if (constant == n) {
      uint32_t index = asm_.constant(constants_.tuple(values.data(), n));
      if (index <= 65535) {
        const int d = dest(want);
        asm_.position(e.range);
        asm_.emit_d(Op::NewListK, d, static_cast<int32_t>(index));
        return {Value(), d};
      }
    }
  }
  const int mark = asm_.mark();
  if (n <= kRow && !has_star(e.elts) && asm_.room_for(static_cast<int>(n))) {
    for (const Expr* x : e.elts) next_temp(x);
    asm_.release(mark);
    const int d = dest(want);
    asm_.emit(e.range, Op::NewList, d, n > 0 ? mark : d, static_cast<int>(n));
    return {Value(), d};
  }
  const int d = scratch(want);
  list_of(e.elts, e.range, d);
  Operand result = done(d, want);
  if (result.reg != d) asm_.release(mark);
  return result;
}

Operand Emitter::set(const ast::Set& e, int want) {
  const int outer = asm_.mark();
  const int d = scratch(want);
  const int mark = asm_.mark();
  size_t i = 0;
  while (i < e.elts.size() && i < kRow && e.elts[i]->kind != NodeKind::kStarred &&
         asm_.room_for(1)) {
    next_temp(e.elts[i++]);
  }
  asm_.release(mark);
  asm_.emit(e.range, Op::NewSet, d, i > 0 ? mark : d, static_cast<int>(i));
  for (; i < e.elts.size(); ++i) {
    const bool star = e.elts[i]->kind == NodeKind::kStarred;
    int item = any(star ? to<Starred>(*e.elts[i]).value : e.elts[i]);
    asm_.emit(e.range, star ? Op::SetUpdate : Op::SetAdd, d, item);
    asm_.release(mark);
  }
  Operand result = done(d, want);
  if (result.reg != d) asm_.release(outer);
  return result;
}

Operand Emitter::dict(const ast::Dict& e, int want) {
  const int outer = asm_.mark();
  const size_t n = e.keys.size();
  // Distinct literal str keys: only the values are evaluated.
  bool literal = n > 0 && n <= kRow && asm_.room_for(static_cast<int>(n));
  std::vector<Value> keys;
  for (size_t i = 0; literal && i < n; ++i) {
    const Constant* key = e.keys[i] ? as<Constant>(e.keys[i]) : nullptr;
    literal = key && key->value.kind == ConstantKind::kStr;
    if (!literal) break;
    Value v = constants_.literal(key->value);
    for (Value other : keys) literal = literal && !other.same(v);
    keys.push_back(v);
  }
  if (literal) {
    for (const Expr* v : e.values) next_temp(v);
    asm_.release(outer);
    const int d = dest(want);
    asm_.emit(e.range, Op::NewDictK, d, outer, static_cast<int>(n));
    asm_.word(asm_.constant(constants_.tuple(keys.data(), keys.size())));
    return {Value(), d};
  }
  const int d = scratch(want);
  const int mark = asm_.mark();
  size_t i = 0;
  while (i < n && i < kRow / 2 && e.keys[i] != nullptr && asm_.room_for(2)) {
    next_temp(e.keys[i]);
    next_temp(e.values[i++]);
  }
  asm_.release(mark);
  asm_.emit(e.range, Op::NewDict, d, i > 0 ? mark : d, static_cast<int>(i));
  for (; i < n; ++i) {
    if (e.keys[i] == nullptr) {
      int mapping = any(e.values[i]);
      asm_.emit(e.range, Op::DictUpdate, d, mapping);
    } else {
      int key = protect(any(e.keys[i]), e.values[i]);
      int value = any(e.values[i]);
      asm_.emit(e.range, Op::DictSet, d, key, value);
    }
    asm_.release(mark);
  }
  Operand result = done(d, want);
  if (result.reg != d) asm_.release(outer);
  return result;
}

// One replacement field, formatted, in d.
void Emitter::formatted(const FormattedValue& e, int d) {
  const int mark = asm_.mark();
  int conversion = e.conversion == 's' ? 1 : e.conversion == 'r' ? 2 : e.conversion == 'a' ? 3 : 0;
  if (e.format_spec == nullptr) {
    int reg = any(e.value);
    asm_.emit(e.range, Op::FormatValue, d, reg, conversion);
  } else {
    int reg = next_temp(e.value);
    next_temp(e.format_spec);
    asm_.emit(e.range, Op::FormatValue, d, reg, conversion | 4);
  }
  asm_.release(mark);
}

Operand Emitter::joined_str(const JoinedStr& e, int want) {
  // Neighbouring constant pieces become one.
  struct Piece {
    const FormattedValue* field;
    std::string text;
  };
  std::vector<Piece> pieces;
  for (const Expr* x : e.values) {
    const Constant* c = as<Constant>(x);
    if (c == nullptr) {
      pieces.push_back({&to<FormattedValue>(*x), {}});
    } else if (!pieces.empty() && pieces.back().field == nullptr) {
      pieces.back().text += c->value.text;
    } else if (!c->value.text.empty()) {
      pieces.push_back({nullptr, std::string(c->value.text)});
    }
  }
  if (pieces.empty()) return {Value::object(constants_.str("")), -1};
  if (pieces.size() == 1 && pieces[0].field == nullptr) {
    return {Value::object(constants_.str(pieces[0].text)), -1};
  }
  const int mark = asm_.mark();
  if (pieces.size() == 1) {
    const int d = dest(want);
    formatted(*pieces[0].field, d);
    return {Value(), d};
  }
  int in_row = 0;
  for (const Piece& piece : pieces) {
    if (in_row == static_cast<int>(kRow) || (in_row > 1 && !asm_.room_for(1))) {
      asm_.release(mark);
      int first = asm_.temp();
      asm_.emit(e.range, Op::Concat, first, first, in_row);
      in_row = 1;
    }
    int reg = asm_.temp();
    if (piece.field != nullptr) {
      formatted(*piece.field, reg);
    } else {
      load_constant(Value::object(constants_.str(piece.text)), reg);
    }
    ++in_row;
  }
  asm_.release(mark);
  const int d = dest(want);
  asm_.emit(e.range, Op::Concat, d, mark, in_row);
  return {Value(), d};
}

}  // namespace belljar
