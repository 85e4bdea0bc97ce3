// Conditions: truth as control flow. and, or, not and comparisons jump straight to where they lead,
// without making a bool.
#include "compile/emit/emitter.h"
#include "compile/fold/fold.h"

namespace belljar {

using namespace ast;

void Emitter::jump_if(const Expr* e, bool sense, Label& to_label, Range& at) {
  if (!asm_.reachable()) return;
  for (;;) {
    const ast::UnaryOp* unary = as<ast::UnaryOp>(e);
    if (unary == nullptr || unary->op != UnaryOperator::kNot) break;
    e = unary->operand;
    sense = !sense;
  }
  switch (e->kind) {
    case NodeKind::kBoolOp: {
      const BoolOp& b = to<BoolOp>(*e);
      const bool is_or = b.op == BoolOperator::kOr;
      const size_t last = b.values.size() - 1;
      if (is_or == sense) {
        // Any operand of that truth decides.
        for (const Expr* v : b.values) jump_if(v, sense, to_label, at);
      } else {
        Label decided;
        for (size_t i = 0; i < last; ++i) jump_if(b.values[i], !sense, decided, at);
        jump_if(b.values[last], sense, to_label, at);
        asm_.bind(decided);
      }
      return;
    }
    case NodeKind::kIfExp: {
      const IfExp& x = to<IfExp>(*e);
      Label otherwise, end;
      jump_if(x.test, false, otherwise, at);
      jump_if(x.body, sense, to_label, at);
      asm_.jump(end);
      asm_.bind(otherwise);
      jump_if(x.orelse, sense, to_label, at);
      asm_.bind(end);
      return;
    }
    case NodeKind::kCompare:
      at = e->range;
      jump_compare(to<Compare>(*e), sense, to_label, at);
      return;
    default: {
      const int mark = asm_.mark();
      Operand operand = value(e);
      if (operand.is_constant()) {
        if (constant_truth(operand.constant) == sense) asm_.jump(to_label);
      } else {
        asm_.jump_if(sense, operand.reg, to_label, at);
      }
      asm_.release(mark);
      return;
    }
  }
}

void Emitter::jump_compare(const Compare& e, bool sense, Label& to_label, Range& at) {
  const int mark = asm_.mark();
  const size_t last = e.ops.size() - 1;
  Label failed;  // of a chain: an early comparison is false
  ChainOperands chain(*this, last);
  int left = chain.left(e);
  for (size_t i = 0; i < last; ++i) {
    const int right = chain.right(e, i);
    compare_and_jump(e.ops[i], left, Operand{Value(), right}, false, sense ? failed : to_label, at);
    left = right;
  }
  const Expr* c = e.comparators[last];
  const ast::List* list = as<ast::List>(c);
  const bool in = e.ops[last] == CompareOperator::kIn || e.ops[last] == CompareOperator::kNotIn;
  Operand right = list && in ? tuple(list->elts, c->range, kAny) : value(c);
  compare_and_jump(e.ops[last], left, right, sense, to_label, at);
  asm_.bind(failed);
  asm_.release(mark);
}

void Emitter::compare_and_jump(CompareOperator op, int left, const Operand& right, bool sense,
                               Label& to_label, const Range& at) {
  auto fused = [&](Op code, int b, bool c) {
    asm_.position(at);
    uint32_t where = asm_.here();
    asm_.emit(code, left, b, (c ? 1 : 0) | (to_label.position >= 0 ? 2 : 0));
    asm_.word(0);
    asm_.refer(to_label, where, JumpField::X1);
  };
  switch (op) {
    case CompareOperator::kIs:
    case CompareOperator::kIsNot: {
      const bool is = (op == CompareOperator::kIs) == sense;
      if (right.is_constant() && right.constant.is_none() && !asm_.long_jumps &&
          to_label.position < 0) {
        uint32_t where = asm_.here();
        asm_.emit_d(is ? Op::JumpNone : Op::JumpNotNone, left, 0);
        asm_.refer(to_label, where, JumpField::D);
      } else {
        fused(Op::JumpIs, materialise(right), is);
      }
      return;
    }
    case CompareOperator::kIn:
      fused(Op::JumpIn, materialise(right), sense);
      return;
    case CompareOperator::kNotIn:
      fused(Op::JumpIn, materialise(right), !sense);
      return;
    default:
      break;
  }
  int index = 0;
  switch (op) {
    case CompareOperator::kLt:
      index = 0;
      break;
    case CompareOperator::kLtE:
      index = 1;
      break;
    case CompareOperator::kGt:
      index = 2;
      break;
    case CompareOperator::kGtE:
      index = 3;
      break;
    case CompareOperator::kEq:
      index = 4;
      break;
    default:
      index = 5;
  }
  static_assert(static_cast<int>(Op::JumpNe) - static_cast<int>(Op::JumpLt) == 5);
  static_assert(static_cast<int>(Op::JumpNeK) - static_cast<int>(Op::JumpLtK) == 5);
  if (right.is_constant() && asm_.constant(right.constant) < 256) {
    fused(static_cast<Op>(static_cast<int>(Op::JumpLtK) + index),
          static_cast<int>(asm_.constant(right.constant)), sense);
  } else {
    fused(static_cast<Op>(static_cast<int>(Op::JumpLt) + index), materialise(right), sense);
  }
}

}  // namespace belljar
