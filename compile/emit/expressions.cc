// Expressions: the entry points, and those kinds that are neither spines, displays nor
// comprehensions.
#include "compile/emit/emitter.h"
#include "compile/fold/fold.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"

namespace belljar {

using namespace ast;

Operand Emitter::value(const Expr* e, int want) {
  switch (e->kind) {
    case NodeKind::kConstant:
      return {constants_.literal(to<Constant>(*e).value), -1};
    case NodeKind::kName:
      return load_name(to<Name>(*e), want);
    case NodeKind::kBinOp:
    case NodeKind::kAttribute:
    case NodeKind::kSubscript:
      return spine(e, want);
    case NodeKind::kCall:
      if (is_plain_super(to<ast::Call>(*e))) return plain_super(to<ast::Call>(*e), want);
      return spine(e, want);
    case NodeKind::kBoolOp:
      return bool_op(to<BoolOp>(*e), want);
    case NodeKind::kCompare:
      return compare(to<Compare>(*e), want);
    case NodeKind::kUnaryOp:
      return unary(to<ast::UnaryOp>(*e), want);
    case NodeKind::kIfExp:
      return conditional(to<IfExp>(*e), want);
    case NodeKind::kNamedExpr:
      return walrus(to<NamedExpr>(*e), want);
    case NodeKind::kLambda:
      return lambda(to<Lambda>(*e), want);
    case NodeKind::kTuple:
      return tuple(to<ast::Tuple>(*e).elts, e->range, want);
    case NodeKind::kList:
      return list(to<ast::List>(*e), want);
    case NodeKind::kSet:
      return set(to<ast::Set>(*e), want);
    case NodeKind::kDict:
      return dict(to<ast::Dict>(*e), want);
    case NodeKind::kJoinedStr:
      return joined_str(to<JoinedStr>(*e), want);
    case NodeKind::kFormattedValue: {
      int d = scratch(want);
      formatted(to<FormattedValue>(*e), d);
      return done(d, want);
    }
    case NodeKind::kListComp:
    case NodeKind::kSetComp:
    case NodeKind::kDictComp:
      return comprehension(*e, want);
    case NodeKind::kGeneratorExp:
      return generator_expression(to<GeneratorExp>(*e), want);
    case NodeKind::kYield:
      return yield(to<Yield>(*e), want);
    case NodeKind::kYieldFrom:
      return yield_from(to<YieldFrom>(*e), want);
    case NodeKind::kSlice: {
      const ast::Slice& s = to<ast::Slice>(*e);
      int mark = asm_.mark();
      int row = asm_.temps(3);
      const Expr* parts[] = {s.lower, s.upper, s.step};
      for (int i = 0; i < 3; ++i) {
        if (parts[i]) {
          into(parts[i], row + i);
        } else {
          asm_.emit(Op::LoadNone, row + i);
        }
      }
      asm_.release(mark);
      int d = dest(want);
      asm_.emit(Op::NewSlice, d, row);
      return {Value(), d};
    }
    default:
      fail("asynchronous code is not supported", e->range);
      return {Value::none(), -1};
  }
}

void Emitter::load_constant(Value v, int reg) {
  if (v.is_none()) {
    asm_.emit(Op::LoadNone, reg);
  } else if (v.is_bool()) {
    asm_.emit(Op::LoadBool, reg, v.as_bool());
  } else if (v.is_int() && v.as_int() >= INT16_MIN && v.as_int() <= INT16_MAX) {
    asm_.emit_d(Op::LoadInt, reg, static_cast<int32_t>(v.as_int()));
  } else {
    uint32_t index = asm_.constant(v);
    if (index <= 65535) {
      asm_.emit_d(Op::LoadK, reg, static_cast<int32_t>(index));
    } else {
      asm_.emit(Op::LoadKX, reg);
      asm_.word(index);
    }
  }
}

int Emitter::materialise(const Operand& operand, int want) {
  if (!operand.is_constant()) return operand.reg;
  int d = dest(want);
  load_constant(operand.constant, d);
  return d;
}

void Emitter::into(const Expr* e, int reg) {
  int mark = asm_.mark();
  Operand operand = value(e, reg);
  if (operand.is_constant()) {
    load_constant(operand.constant, reg);
  } else {
    move(reg, operand.reg);
  }
  asm_.release(mark);
}

int Emitter::any(const Expr* e) { return materialise(value(e)); }

int Emitter::next_temp(const Expr* e) {
  int d = asm_.temp();
  into(e, d);
  return d;
}

void Emitter::discard(const Expr* e) {
  int mark = asm_.mark();
  value(e);
  asm_.release(mark);
}

Operand Emitter::done(int reg, int want) {
  if (want < 0 || want == reg) return {Value(), reg};
  move(want, reg);
  return {Value(), want};
}

int Emitter::protect(int reg, const Expr* later) {
  if (!scope_->unit->has_walrus || !is_variable(reg)) return reg;
  if (later->kind == NodeKind::kName || later->kind == NodeKind::kConstant) return reg;
  int copy = asm_.temp();
  move(copy, reg);
  return copy;
}

Operand Emitter::bool_op(const BoolOp& e, int want) {
  const int mark = asm_.mark();
  const int d = scratch(want);
  Label end;
  for (size_t i = 0; i < e.values.size(); ++i) {
    into(e.values[i], d);
    if (i + 1 < e.values.size()) asm_.jump_if(e.op == BoolOperator::kOr, d, end, e.range);
  }
  asm_.bind(end);
  Operand result = done(d, want);
  if (result.reg != d) asm_.release(mark);
  return result;
}

Operand Emitter::conditional(const IfExp& e, int want) {
  const int d = dest(want);
  Label otherwise, end;
  Range at = e.range;
  jump_if(e.test, false, otherwise, at);
  if (asm_.reachable()) {
    into(e.body, d);
    asm_.jump(end);
  }
  asm_.bind(otherwise);
  if (asm_.reachable()) into(e.orelse, d);
  asm_.bind(end);
  return {Value(), d};
}

Operand Emitter::walrus(const NamedExpr& e, int want) {
  const int mark = asm_.mark();
  NameId id = name_id(to<Name>(*e.target).id);
  int reg = variable_register(e.target);
  if (reg >= 0) {
    into(e.value, reg);
    assigned(reg);
    return done(reg, want);
  }
  int d = scratch(want);
  into(e.value, d);
  store(id, d, e.target->range);
  Operand result = done(d, want);
  if (result.reg != d) asm_.release(mark);
  return result;
}

Operand Emitter::unary(const ast::UnaryOp& e, int want) {
  const int mark = asm_.mark();
  if (e.op == ast::UnaryOperator::kNot) {
    // `not a in b` is `a not in b`, likewise for `is`.
    if (const Compare* c = as<Compare>(e.operand); c && c->ops.size() == 1) {
      CompareOperator op = c->ops[0];
      CompareOperator inverse = op == CompareOperator::kIn      ? CompareOperator::kNotIn
                                : op == CompareOperator::kNotIn ? CompareOperator::kIn
                                : op == CompareOperator::kIs    ? CompareOperator::kIsNot
                                : op == CompareOperator::kIsNot ? CompareOperator::kIs
                                                                : op;
      if (inverse != op) {
        int left = protect(any(c->left), c->comparators[0]);
        int right = any(c->comparators[0]);
        asm_.release(mark);
        int d = dest(want);
        compare_op(inverse, d, left, right, c->range);
        return {Value(), d};
      }
    }
  }
  Operand operand = value(e.operand, want <= -2 ? want : kAny);
  if (operand.is_constant()) {
    if (auto folded = fold_unary(constants_, e.op, operand.constant)) return {*folded, -1};
  }
  int reg = materialise(operand, want <= -2 ? want : kAny);
  asm_.release(mark);
  int d = dest(want);
  switch (e.op) {
    case ast::UnaryOperator::kNot:
      asm_.emit(e.range, Op::Not, d, reg);
      break;
    case ast::UnaryOperator::kUSub:
      asm_.emit(e.range, Op::Unary, d, reg, static_cast<int>(belljar::UnaryOp::Neg));
      break;
    case ast::UnaryOperator::kUAdd:
      asm_.emit(e.range, Op::Unary, d, reg, static_cast<int>(belljar::UnaryOp::Pos));
      break;
    case ast::UnaryOperator::kInvert:
      asm_.emit(e.range, Op::Unary, d, reg, static_cast<int>(belljar::UnaryOp::Invert));
      break;
  }
  return {Value(), d};
}

void Emitter::compare_op(CompareOperator op, int d, int left, int right, const Range& at) {
  Comparison comparison;
  switch (op) {
    case CompareOperator::kIs:
      return asm_.emit(Op::Is, d, left, right);
    case CompareOperator::kIsNot:
      return asm_.emit(Op::IsNot, d, left, right);
    case CompareOperator::kIn:
      return asm_.emit(at, Op::In, d, left, right);
    case CompareOperator::kNotIn:
      return asm_.emit(at, Op::NotIn, d, left, right);
    case CompareOperator::kEq:
      comparison = Comparison::Eq;
      break;
    case CompareOperator::kNotEq:
      comparison = Comparison::Ne;
      break;
    case CompareOperator::kLt:
      comparison = Comparison::Lt;
      break;
    case CompareOperator::kLtE:
      comparison = Comparison::Le;
      break;
    case CompareOperator::kGt:
      comparison = Comparison::Gt;
      break;
    default:
      comparison = Comparison::Ge;
      break;
  }
  asm_.emit(at, Op::Compare, d, left, right);
  asm_.word(static_cast<uint32_t>(comparison));
}

// The right side of `in`: a list display of constants is a tuple to it, which needs no building.
static const Exprs* constant_container(CompareOperator op, const Expr* e) {
  if (op != CompareOperator::kIn && op != CompareOperator::kNotIn) return nullptr;
  const ast::List* list = as<ast::List>(e);
  return list ? &list->elts : nullptr;
}

Emitter::ChainOperands::ChainOperands(Emitter& emitter, size_t length) : emitter_(emitter) {
  constexpr size_t kLong = 8;
  if (length > kLong) row_ = emitter.asm_.temps(2);
}

int Emitter::ChainOperands::left(const Compare& e) {
  if (row_ < 0) return emitter_.protect(emitter_.any(e.left), e.comparators[0]);
  emitter_.into(e.left, row_ + 1);
  return row_ + 1;
}

int Emitter::ChainOperands::right(const Compare& e, size_t i) {
  if (row_ < 0) return emitter_.protect(emitter_.any(e.comparators[i]), e.comparators[i + 1]);
  const int reg = row_ + static_cast<int>(i & 1);
  emitter_.into(e.comparators[i], reg);
  return reg;
}

Operand Emitter::compare(const Compare& e, int want) {
  const int mark = asm_.mark();
  const size_t last = e.ops.size() - 1;
  auto right_of = [&](size_t i) {
    const Expr* c = e.comparators[i];
    if (const Exprs* items = i == last ? constant_container(e.ops[i], c) : nullptr) {
      Operand t = tuple(*items, c->range, kAny);
      return materialise(t);
    }
    return any(c);
  };
  if (last == 0) {
    int left = protect(any(e.left), e.comparators[0]);
    int right = right_of(0);
    asm_.release(mark);
    int d = dest(want);
    compare_op(e.ops[0], d, left, right, e.range);
    return {Value(), d};
  }
  const int d = scratch(want);
  Label end;
  ChainOperands chain(*this, last);
  int left = chain.left(e);
  for (size_t i = 0; i <= last; ++i) {
    int right = i == last ? right_of(i) : chain.right(e, i);
    compare_op(e.ops[i], d, left, right, e.range);
    if (i < last) asm_.jump_if(false, d, end, e.range);
    left = right;
  }
  asm_.bind(end);
  Operand result = done(d, want);
  asm_.release(mark);
  if (result.reg == mark) asm_.temp();
  return result;
}

Operand Emitter::yield(const Yield& e, int want) {
  const int mark = asm_.mark();
  int reg;
  if (e.value) {
    reg = any(e.value);
  } else {
    reg = asm_.temp();
    asm_.emit(Op::LoadNone, reg);
  }
  asm_.release(mark);
  int d = dest(want);
  asm_.emit(e.range, Op::Yield, reg, d);
  return {Value(), d};
}

// What is sent and the result arrive in d again and again while the iterator is still needed.
Operand Emitter::yield_from(const YieldFrom& e, int want) {
  const int mark = asm_.mark();
  const int d = scratch(want);
  const int iterator = asm_.temp();
  const int source = any(e.value);
  asm_.emit(e.range, Op::GetIter, iterator, source);
  asm_.emit(e.range, Op::YieldFrom, iterator, d);
  Operand result = done(d, want);
  asm_.release(mark);
  if (result.reg == mark) asm_.temp();
  return result;
}

}  // namespace belljar
