// Operators, attributes, subscripts and calls: the expressions that lean to the left, walked by a
// loop so that a + b + c + … and a.b().c()… of any length need no stack.
//
// The value so far is either a variable used in place or in `mark`, the first temporary free when
// the walk began (or in the wished-for register, if that is the topmost temporary). A call needs
// its callee or receiver as the topmost temporary: the arguments follow it.
#include "compile/emit/emitter.h"
#include "compile/fold/fold.h"
#include "runtime/operators.h"

namespace belljar {

using namespace ast;

namespace {

BinaryOp binary_op_of(Operator op) {
  switch (op) {
    case Operator::kAdd:
      return BinaryOp::Add;
    case Operator::kSub:
      return BinaryOp::Sub;
    case Operator::kMult:
      return BinaryOp::Mul;
    case Operator::kMatMult:
      return BinaryOp::MatMul;
    case Operator::kDiv:
      return BinaryOp::TrueDiv;
    case Operator::kMod:
      return BinaryOp::Mod;
    case Operator::kPow:
      return BinaryOp::Pow;
    case Operator::kLShift:
      return BinaryOp::LShift;
    case Operator::kRShift:
      return BinaryOp::RShift;
    case Operator::kBitOr:
      return BinaryOp::Or;
    case Operator::kBitXor:
      return BinaryOp::Xor;
    case Operator::kBitAnd:
      return BinaryOp::And;
    case Operator::kFloorDiv:
      return BinaryOp::FloorDiv;
  }
  return BinaryOp::Add;
}

// How far an operator's opcode stands behind Add, and its K form behind AddK; -1: it has none.
int opcode_distance(BinaryOp op) {
  static_assert(static_cast<int>(Op::BitXor) - static_cast<int>(Op::Add) == 10);
  static_assert(static_cast<int>(Op::BitXorK) - static_cast<int>(Op::AddK) == 10);
  static_assert(static_cast<int>(BinaryOp::Mod) == 5 && static_cast<int>(BinaryOp::Xor) == 11);
  if (op <= BinaryOp::Mod) return static_cast<int>(op);
  if (op >= BinaryOp::LShift && op <= BinaryOp::Xor) return static_cast<int>(op) - 1;
  return -1;
}

// The child at the left.
const Expr* left_child(const Expr* e, const Attribute* method) {
  switch (e->kind) {
    case NodeKind::kBinOp:
      return to<BinOp>(*e).left;
    case NodeKind::kAttribute:
      return to<Attribute>(*e).value;
    case NodeKind::kSubscript:
      return to<Subscript>(*e).value;
    case NodeKind::kCall:
      return method ? method->value : to<ast::Call>(*e).func;
    default:
      return nullptr;
  }
}

}  // namespace

// The attribute that is called as a method in place. A call with stars goes through the attribute's
// value.
const Attribute* Emitter::method_of(const ast::Call& e) {
  const Attribute* method = as<Attribute>(e.func);
  if (method == nullptr) return nullptr;
  for (const Expr* a : e.args) {
    if (a->kind == NodeKind::kStarred) return nullptr;
  }
  for (const Keyword* k : e.keywords) {
    if (k->arg.data() == nullptr) return nullptr;
  }
  return e.args.size() + e.keywords.size() <= 40 ? method : nullptr;
}

// An attribute on another line than where its object begins is reported where its name stands.
Range Emitter::attribute_range(const Attribute& e) {
  Range at = e.range;
  if (at.line != at.end_line) {
    at.line = at.end_line;
    uint32_t length = static_cast<uint32_t>(e.attr.size());
    at.column = length <= at.end_column ? at.end_column - length : 0;
  }
  return at;
}

Range Emitter::method_call_range(const ast::Call& e, const Attribute* method) {
  Range at = e.range;
  if (method != nullptr && at.line != method->range.end_line) {
    at.line = method->range.end_line;
    uint32_t length = static_cast<uint32_t>(method->attr.size());
    uint32_t end = method->range.end_column;
    at.column = length <= end ? end - length : 0;
  }
  return at;
}

Operand Emitter::spine(const Expr* e, int want) {
  const size_t base = spine_.size();
  const int mark = asm_.mark();
  const bool reuse = want <= -2 || (want >= 0 && want == mark - 1 && !is_variable(want));
  const int home = reuse ? (want >= 0 ? want : -2 - want) : mark;
  const int home_want = reuse ? hint(home) : kAny;
  const Expr* leaf = e;
  do {
    spine_.push_back(leaf);
    const Attribute* method =
        leaf->kind == NodeKind::kCall ? method_of(to<ast::Call>(*leaf)) : nullptr;
    leaf = left_child(leaf, method);
  } while ((leaf->kind == NodeKind::kCall && !is_plain_super(to<ast::Call>(*leaf))) ||
           leaf->kind == NodeKind::kBinOp || leaf->kind == NodeKind::kAttribute ||
           leaf->kind == NodeKind::kSubscript);

  Operand so_far;
  if (spine_.back()->kind == NodeKind::kCall && home == asm_.mark() - (reuse ? 1 : 0)) {
    int window = dest(home_want);
    into(leaf, window);
    so_far.reg = window;
  } else {
    so_far = value(leaf, home_want);
  }
  while (spine_.size() > base) {
    const Expr* node = spine_.back();
    spine_.pop_back();
    const bool last = spine_.size() == base;
    const int wish = last ? want : home_want;
    switch (node->kind) {
      case NodeKind::kBinOp:
        so_far = binary(to<BinOp>(*node), so_far, wish, mark);
        break;
      case NodeKind::kAttribute:
        so_far = attribute_of(to<Attribute>(*node), so_far, wish, mark);
        break;
      case NodeKind::kSubscript:
        so_far = subscript_of(to<Subscript>(*node), so_far, wish, mark);
        break;
      default: {
        const ast::Call& e_call = to<ast::Call>(*node);
        int window = so_far.reg;
        if (window < 0 || window != asm_.mark() - 1 || is_variable(window)) {
          window = asm_.temp();
          if (so_far.is_constant()) {
            load_constant(so_far.constant, window);
          } else {
            move(window, so_far.reg);
          }
        }
        const int result = wish >= 0 ? wish : home;
        call(e_call, method_of(e_call), window, result);
        asm_.release(mark);
        if (result == mark) asm_.temp();
        so_far = {Value(), result};
        break;
      }
    }
  }
  return so_far;
}

Operand Emitter::binary(const BinOp& e, Operand left, int want, int mark) {
  if (!left.is_constant()) left.reg = protect(left.reg, e.right);
  Operand right = value(e.right);
  if (left.is_constant()) {
    if (right.is_constant()) {
      if (auto folded = fold_binary(constants_, e.op, left.constant, right.constant)) {
        return {*folded, -1};
      }
    }
    left.reg = materialise(left);
  }
  const BinaryOp op = binary_op_of(e.op);
  if (right.is_constant()) {
    // Folding may have made a new constant only if it has a K form or must be loaded: binary_op
    // decides.
    const bool has_k_form = opcode_distance(op) >= 0 && asm_.constant(right.constant) < 256;
    if (!has_k_form) right.reg = materialise(right);
  }
  asm_.release(mark);
  const int d = dest(want);
  binary_op(op, d, left.reg, right, e.range);
  return {Value(), d};
}

void Emitter::binary_op(BinaryOp op, int d, int left, const Operand& right, const Range& at) {
  const int distance = opcode_distance(op);
  if (right.is_constant()) {
    asm_.emit(at, static_cast<Op>(static_cast<int>(Op::AddK) + distance), d, left,
              static_cast<int>(asm_.constant(right.constant)));
  } else if (distance >= 0) {
    asm_.emit(at, static_cast<Op>(static_cast<int>(Op::Add) + distance), d, left, right.reg);
  } else {
    asm_.emit(at, Op::Binary, d, left, right.reg);
    asm_.word(static_cast<uint32_t>(op));
  }
}

// The K forms of in-place operators exist for +=, -= and *= only; the caller passes a constant to
// no other.
void Emitter::inplace_op(BinaryOp op, int d, int left, const Operand& right, const Range& at) {
  const int index = static_cast<int>(op);
  if (right.is_constant()) {
    asm_.emit(at, static_cast<Op>(static_cast<int>(Op::InplaceAddK) + index), d, left,
              static_cast<int>(asm_.constant(right.constant)));
  } else if (index <= 2) {
    asm_.emit(at, static_cast<Op>(static_cast<int>(Op::InplaceAdd) + index), d, left, right.reg);
  } else {
    asm_.emit(at, Op::Inplace, d, left, right.reg);
    asm_.word(static_cast<uint32_t>(op));
  }
}

BinaryOp Emitter::operator_of(Operator op) { return binary_op_of(op); }

Operand Emitter::attribute_of(const Attribute& e, Operand object, int want, int mark) {
  int reg = materialise(object);
  asm_.release(mark);
  const int d = dest(want);
  asm_.emit(attribute_range(e), Op::GetAttr, d, reg);
  asm_.word(attribute(e.attr));
  return {Value(), d};
}

Operand Emitter::subscript_of(const Subscript& e, Operand object, int want, int mark) {
  int reg = materialise(object);
  reg = protect(reg, e.slice);
  const ast::Slice* slice = as<ast::Slice>(e.slice);
  if (slice && slice->step == nullptr) {
    int row = asm_.temps(2);
    const Expr* parts[] = {slice->lower, slice->upper};
    for (int i = 0; i < 2; ++i) {
      if (parts[i]) {
        into(parts[i], row + i);
      } else {
        asm_.emit(Op::LoadNone, row + i);
      }
    }
    asm_.release(mark);
    const int d = dest(want);
    asm_.emit(e.range, Op::GetSlice, d, reg, row);
    return {Value(), d};
  }
  Operand key = value(e.slice);
  if (key.is_constant() && asm_.constant(key.constant) < 256) {
    asm_.release(mark);
    const int d = dest(want);
    asm_.emit(e.range, Op::GetItemK, d, reg, static_cast<int>(asm_.constant(key.constant)));
    return {Value(), d};
  }
  int key_reg = materialise(key);
  asm_.release(mark);
  const int d = dest(want);
  asm_.emit(e.range, Op::GetItem, d, reg, key_reg);
  return {Value(), d};
}

}  // namespace belljar
