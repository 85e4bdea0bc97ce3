// Assignment in all its forms, unpacking and del.
#include "compile/emit/emitter.h"
#include "runtime/operators.h"

namespace belljar {

using namespace ast;

void Emitter::assign(const Assign& s) {
  if (s.targets.size() == 1) {
    const Expr* target = s.targets[0];
    if (int reg = variable_register(target); reg >= 0) {
      into(s.value, reg);
      assigned(reg);
      return;
    }
    // a, b = x, y: no tuple is made.
    const ast::Tuple* left = as<ast::Tuple>(target);
    const ast::Tuple* right = as<ast::Tuple>(s.value);
    if (left && right && left->elts.size() == right->elts.size() && left->elts.size() <= 16) {
      bool starred = false;
      for (const Expr* e : left->elts) starred |= e->kind == NodeKind::kStarred;
      for (const Expr* e : right->elts) starred |= e->kind == NodeKind::kStarred;
      if (!starred) {
        int first = asm_.mark();
        for (const Expr* e : right->elts) next_temp(e);
        for (size_t i = 0; i < left->elts.size(); ++i) {
          store_target(left->elts[i], first + static_cast<int>(i));
        }
        return;
      }
    }
  }
  int reg = any(s.value);
  if (s.targets.size() > 1 && is_variable(reg)) {  // an earlier target may rebind it
    int copy = asm_.temp();
    move(copy, reg);
    reg = copy;
  }
  for (const Expr* target : s.targets) store_target(target, reg);
}

void Emitter::store_target(const Expr* target, int reg) {
  const int mark = asm_.mark();
  switch (target->kind) {
    case NodeKind::kName:
      store(name_id(to<Name>(*target).id), reg, target->range);
      break;
    case NodeKind::kAttribute: {
      const Attribute& a = to<Attribute>(*target);
      int object = any(a.value);
      asm_.emit(attribute_range(a), Op::SetAttr, object, reg);
      asm_.word(attribute(a.attr));
      break;
    }
    case NodeKind::kSubscript: {
      const Subscript& x = to<Subscript>(*target);
      int object = protect(any(x.value), x.slice);
      Operand key = value(x.slice);
      if (key.is_constant() && asm_.constant(key.constant) < 256) {
        asm_.emit(x.range, Op::SetItemK, object, static_cast<int>(asm_.constant(key.constant)),
                  reg);
      } else {
        asm_.emit(x.range, Op::SetItem, object, materialise(key), reg);
      }
      break;
    }
    case NodeKind::kTuple:
      unpack(to<ast::Tuple>(*target).elts, reg, target->range);
      break;
    case NodeKind::kList:
      unpack(to<ast::List>(*target).elts, reg, target->range);
      break;
    case NodeKind::kStarred:
      store_target(to<Starred>(*target).value, reg);
      break;
    default:
      fail("cannot assign to this", target->range);
  }
  asm_.release(mark);
}

void Emitter::unpack(const Exprs& targets, int reg, const Range& at) {
  const size_t n = targets.size();
  size_t star = n;
  for (size_t i = 0; i < n; ++i) {
    if (targets[i]->kind == NodeKind::kStarred) star = i;
  }
  if (n > 100 && star == n) {  // one by one, from a list of them
    const int mark = asm_.mark();
    const int list = asm_.temp();
    asm_.emit(at, Op::UnpackList, list, reg);
    asm_.word(static_cast<uint32_t>(n));
    const int index = asm_.temp();
    const int item = asm_.temp();
    for (size_t i = 0; i < n; ++i) {
      load_constant(Value::integer(static_cast<int64_t>(i)), index);
      asm_.emit(Op::GetItem, item, list, index);
      store_target(targets[i], item);
    }
    asm_.release(mark);
    return;
  }
  if (n > 200) return fail("too many targets of one unpacking", at);
  const int count = static_cast<int>(n);
  // Variables in a row of registers, as `for key, value in …` usually has, are unpacked into
  // directly.
  int first = n > 0 ? variable_register(targets[0]) : -1;
  bool in_row = first >= 0 && star == n;
  for (size_t i = 1; in_row && i < n; ++i) {
    in_row = variable_register(targets[i]) == first + static_cast<int>(i);
  }
  if (in_row) {
    asm_.emit(at, Op::Unpack, first, count, reg);
    for (int i = 0; i < count; ++i) assigned(first + i);
    return;
  }
  const int row = asm_.temps(count > 0 ? count : 1);
  if (star == n) {
    asm_.emit(at, Op::Unpack, row, count, reg);
  } else {
    asm_.emit(at, Op::UnpackStar, row, static_cast<int>(star), reg);
    asm_.word(static_cast<uint32_t>(n - star - 1));
  }
  for (int i = 0; i < count; ++i) store_target(targets[static_cast<size_t>(i)], row + i);
  asm_.release(row);
}

void Emitter::augmented(const AugAssign& s) {
  const BinaryOp op = operator_of(s.op);
  const int mark = asm_.mark();
  // The right operand as the in-place instructions want it.
  auto operand = [&]() {
    Operand right = value(s.value);
    const bool has_k_form = op <= BinaryOp::Mul;
    if (right.is_constant() && !(has_k_form && asm_.constant(right.constant) < 256)) {
      right.reg = materialise(right);
    }
    return right;
  };
  switch (s.target->kind) {
    case NodeKind::kName: {
      const Name& n = to<Name>(*s.target);
      if (int reg = variable_register(&n); reg >= 0) {
        check_bound(reg, name_id(n.id), n.range);
        int left = protect(reg, s.value);
        Operand right = operand();
        inplace_op(op, reg, left, right, s.range);
        assigned(reg);
        break;
      }
      int reg = asm_.temp();
      Operand left = load(name_id(n.id), n.range, reg);
      if (left.is_constant()) load_constant(left.constant, reg);
      Operand right = operand();
      inplace_op(op, reg, reg, right, s.range);
      store(name_id(n.id), reg, n.range);
      break;
    }
    case NodeKind::kAttribute: {
      const Attribute& a = to<Attribute>(*s.target);
      int object = protect(any(a.value), s.value);
      int reg = asm_.temp();
      const uint32_t name = attribute(a.attr);
      asm_.emit(attribute_range(a), Op::GetAttr, reg, object);
      asm_.word(name);
      Operand right = operand();
      inplace_op(op, reg, reg, right, s.range);
      asm_.emit(attribute_range(a), Op::SetAttr, object, reg);
      asm_.word(attribute(a.attr));
      break;
    }
    case NodeKind::kSubscript: {
      const Subscript& x = to<Subscript>(*s.target);
      int object = protect(any(x.value), x.slice);
      object = protect(object, s.value);
      Operand key = value(x.slice);
      const bool constant = key.is_constant() && asm_.constant(key.constant) < 256;
      const int key_reg = constant ? static_cast<int>(asm_.constant(key.constant))
                                   : protect(materialise(key), s.value);
      int reg = asm_.temp();
      asm_.emit(x.range, constant ? Op::GetItemK : Op::GetItem, reg, object, key_reg);
      Operand right = operand();
      inplace_op(op, reg, reg, right, s.range);
      asm_.emit(x.range, constant ? Op::SetItemK : Op::SetItem, object, key_reg, reg);
      break;
    }
    default:
      fail("illegal expression for augmented assignment", s.target->range);
  }
  asm_.release(mark);
}

void Emitter::annotation(const Expr* e) {
  if (tree_.has_future_annotations || e->kind == NodeKind::kConstant) return;
  discard(e);
}

// The annotation itself, or its text where annotations are postponed.
void Emitter::annotation_value(const Expr* e, int reg) {
  if (!tree_.has_future_annotations) {
    const Starred* star = as<Starred>(e);  // *args: *Ts
    into(star ? star->value : e, reg);
    if (star) asm_.emit(e->range, Op::Unpack, reg, 1, reg);
    return;
  }
  const Range& r = e->range;
  std::string_view source = unit_.source;
  size_t from = 0, to_offset = 0;
  if (r.line >= 1 && r.end_line <= unit_.line_starts.size()) {
    from = unit_.line_starts[r.line - 1] + r.column;
    to_offset = unit_.line_starts[r.end_line - 1] + r.end_column;
  }
  if (to_offset > source.size() || from > to_offset) from = to_offset = 0;
  load_constant(Value::object(constants_.str(source.substr(from, to_offset - from))), reg);
}

void Emitter::annotated(const AnnAssign& s) {
  const int mark = asm_.mark();
  if (s.value != nullptr) {
    if (int reg = variable_register(s.target); reg >= 0) {
      into(s.value, reg);
      assigned(reg);
    } else {
      store_target(s.target, any(s.value));
    }
    asm_.release(mark);
  }
  const Name* name = as<Name>(s.target);
  if (name == nullptr && s.value == nullptr) {
    // The target is evaluated as far as it would be for a store.
    if (const Attribute* a = as<Attribute>(s.target)) discard(a->value);
    if (const Subscript* x = as<Subscript>(s.target)) {
      discard(x->value);
      discard(x->slice);
    }
  }
  const scope::Scope& unit = *scope_->unit;
  if (name != nullptr && s.simple) {
    if (unit.is_function()) return;  // annotations of locals are not evaluated
    int reg = asm_.temp();
    annotation_value(s.annotation, reg);
    asm_.emit(s.range, Op::AnnotationSet, reg, unit.kind == scope::ScopeKind::Class);
    asm_.word(name_constant(name_id(name->id)));
  } else if (!unit.is_function()) {
    annotation(s.annotation);
  }
  asm_.release(mark);
}

void Emitter::delete_target(const Expr* target) {
  const int mark = asm_.mark();
  switch (target->kind) {
    case NodeKind::kName:
      delete_name(name_id(to<Name>(*target).id), target->range);
      break;
    case NodeKind::kAttribute: {
      const Attribute& a = to<Attribute>(*target);
      int object = any(a.value);
      asm_.emit(attribute_range(a), Op::DelAttr, object);
      asm_.word(attribute(a.attr));
      break;
    }
    case NodeKind::kSubscript: {
      const Subscript& x = to<Subscript>(*target);
      int object = protect(any(x.value), x.slice);
      int key = any(x.slice);
      asm_.emit(x.range, Op::DelItem, object, key);
      break;
    }
    case NodeKind::kTuple:
      for (const Expr* e : to<ast::Tuple>(*target).elts) delete_target(e);
      break;
    case NodeKind::kList:
      for (const Expr* e : to<ast::List>(*target).elts) delete_target(e);
      break;
    default:
      fail("cannot delete this", target->range);
  }
  asm_.release(mark);
}

}  // namespace belljar
