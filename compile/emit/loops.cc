// if, while, for, break and continue.
//
// A for loop is tested at its bottom, where one instruction both advances and goes back. A while
// loop is tested at its top and ends in a JumpBack, which charges for the round.
#include "compile/emit/emitter.h"
#include "compile/fold/fold.h"

namespace belljar {

using namespace ast;

void Emitter::if_(const If& first) {
  const If* s = &first;
  Label end;
  for (;;) {
    Label otherwise;
    Range at = s->range;
    const Stmts& orelse = s->orelse;
    if (Label* exit = direct_exit(s->body)) {
      jump_if(s->test, true, *exit, at);
    } else {
      jump_if(s->test, false, otherwise, at);
      suite(s->body);
      if (!orelse.empty()) asm_.jump(end);
    }
    asm_.bind(otherwise);
    if (orelse.count == 1 && is<If>(orelse[0]) && asm_.reachable()) {
      s = &to<If>(*orelse[0]);
      continue;
    }
    suite(orelse);
    break;
  }
  asm_.bind(end);
}

// `if c: break` and `if c: continue` jump to where they lead, when nothing has to be left on the
// way.
Label* Emitter::direct_exit(const Stmts& body) {
  if (body.size() != 1 || blocks_.empty() || blocks_.back().kind != BlockKind::Loop) return nullptr;
  if (is<Break>(body[0])) return blocks_.back().break_to;
  if (is<Continue>(body[0])) return blocks_.back().continue_to;
  return nullptr;
}

void Emitter::while_(const While& s) {
  const Constant* constant = as<Constant>(s.test);
  const bool forever = constant != nullptr && constant_truth(constants_.literal(constant->value));
  if (constant != nullptr && !forever) return suite(s.orelse);
  asm_.bound() &= ~deletable_;
  Label test, end;
  if (!forever) asm_.jump(test);
  // What the test binds (a walrus) the body must check: its state is that of the loop's entry.
  Label body;
  body.position = asm_.here();
  if (!forever) asm_.set_reachable(test.bound);
  Block loop;
  loop.kind = BlockKind::Loop;
  loop.break_to = &end;
  loop.continue_to = &test;
  push_block(std::move(loop));
  suite(s.body);
  pop_block();
  asm_.bind(test);
  if (forever) {
    asm_.jump(body);
  } else {
    Range at = s.range;
    jump_if(s.test, true, body, at);
  }
  suite(s.orelse);
  asm_.bind(end);
}

bool Emitter::is_range_call(const Expr* e) {
  const ast::Call* call = as<ast::Call>(e);
  if (call == nullptr || !call->keywords.empty() || call->args.empty() || call->args.size() > 3 ||
      !is_builtin(call->func, "range")) {
    return false;
  }
  for (const Expr* a : call->args) {
    if (a->kind == NodeKind::kStarred) return false;
  }
  return true;
}

bool Emitter::prepare_iteration(const Expr* iter, int reg, const Range& at) {
  if (is_range_call(iter)) {
    const ast::Call& call = to<ast::Call>(*iter);
    int row = reg;
    for (size_t i = 0; i < 3; ++i, ++row) {
      if (i > 0) asm_.temp();
      if (i < call.args.size()) into(call.args[i], row);
    }
    asm_.emit(iter->range, Op::RangePrep, reg, static_cast<int>(call.args.size()));
    return true;
  }
  const int mark = asm_.mark();
  int source = any(iter);
  asm_.release(mark);
  asm_.emit(at, Op::GetIter, reg, source);
  return false;
}

void Emitter::next_item(int target, int iterator, bool is_range, uint32_t body, const Range& at) {
  asm_.emit(at, is_range ? Op::ForRange : Op::ForIter, target, iterator);
  const int64_t next = asm_.here() + 1;
  asm_.word(static_cast<uint32_t>(static_cast<int32_t>(body - next)));
}

void Emitter::for_(const For& s) {
  const int mark = asm_.mark();
  const int iterator = asm_.temp();
  const bool is_range = prepare_iteration(s.iter, iterator, s.range);
  int target = variable_register(s.target);
  const bool direct = target >= 0;
  if (!direct) target = asm_.temp();
  asm_.bound() &= ~deletable_;
  Label test, end;
  asm_.jump(test);
  const uint32_t body = asm_.here();
  asm_.set_reachable(test.bound);
  if (direct) {
    assigned(target);
  } else {
    store_target(s.target, target);
  }
  Block loop;
  loop.kind = BlockKind::Loop;
  loop.break_to = &end;
  loop.continue_to = &test;
  push_block(std::move(loop));
  suite(s.body);
  pop_block();
  asm_.bind(test);
  next_item(target, iterator, is_range, body, s.range);
  asm_.release(mark);
  suite(s.orelse);
  asm_.bind(end);
}

void Emitter::break_(const Range& at) {
  size_t depth = blocks_.size();
  while (depth > 0 && blocks_[depth - 1].kind != BlockKind::Loop) --depth;
  if (depth == 0) return fail("'break' outside loop", at);
  Label* to_label = blocks_[depth - 1].break_to;
  Unwound unwound = unwind(depth, at);
  asm_.jump(*to_label);
  rewind(std::move(unwound));
}

void Emitter::continue_(const Range& at) {
  size_t depth = blocks_.size();
  while (depth > 0 && blocks_[depth - 1].kind != BlockKind::Loop) --depth;
  if (depth == 0) return fail("'continue' not properly in loop", at);
  Label* to_label = blocks_[depth - 1].continue_to;
  Unwound unwound = unwind(depth, at);
  asm_.jump(*to_label);
  rewind(std::move(unwound));
}

}  // namespace belljar
