// try, with, and leaving them.
//
// Nothing is executed to enter a try: its range of words stands in the Code's handler table. What
// must run when control leaves such a range on its own feet (a finally body, __exit__, the end of a
// handler) is emitted at each exit: return, break, continue and falling off the end. blocks_ is the
// stack of what is to be left. The words of an exit are not in the ranges of the blocks it has left
// already, so a range has parts.
//
// A handler runs between HandlerEnter and HandlerLeave, which keep "the exception being handled". A
// row around it, the cleanup, sees to HandlerLeave when the handler itself raises.
#include "compile/emit/emitter.h"
#include "runtime/realm.h"

namespace belljar {

using namespace ast;

namespace {

constexpr uint32_t kMaxCopies = 1000;  // of finally bodies in one function: they nest exponentially

}  // namespace

void Emitter::push_block(Block block) {
  block.start = asm_.here();
  blocks_.push_back(std::move(block));
}

Emitter::Block Emitter::pop_block() {
  Block block = std::move(blocks_.back());
  blocks_.pop_back();
  if (block.kind != BlockKind::Loop && block.start < asm_.here()) {
    block.parts.emplace_back(block.start, asm_.here());
  }
  return block;
}

void Emitter::rows(const Block& block, uint32_t handler, int reg) {
  for (auto [start, end] : block.parts) asm_.handler_row(start, end, handler, reg);
}

Emitter::Unwound Emitter::unwind(size_t depth, const Range& at) {
  (void)at;
  Unwound unwound;
  while (blocks_.size() > depth) {
    unwound.blocks.push_back(pop_block());
    if (asm_.reachable()) {
      const Block left = unwound.blocks.back();
      leave_block(left);
    }
  }
  return unwound;
}

void Emitter::rewind(Unwound unwound) {
  for (size_t i = unwound.blocks.size(); i-- > 0;) push_block(std::move(unwound.blocks[i]));
}

void Emitter::leave_block(const Block& block) {
  switch (block.kind) {
    case BlockKind::Loop:
    case BlockKind::Except:
      break;
    case BlockKind::Finally:
      if (++copies_ > kMaxCopies) {
        fail("too many exits through 'finally' in one function", {});
        return;
      }
      suite(*block.body);
      break;
    case BlockKind::Handler:
      if (block.name != kNoName) unbind_silently(block.name, block.at);
      asm_.emit(Op::HandlerLeave, block.reg);
      break;
    case BlockKind::With:
      call_exit(block.reg, block.at);
      break;
  }
}

// True if an exception that leaves the innermost block may be caught in this very function.
bool Emitter::protected_outside() const {
  for (const Block& b : blocks_) {
    if (b.kind == BlockKind::Except || b.kind == BlockKind::Finally || b.kind == BlockKind::With) {
      return true;
    }
  }
  return false;
}

void Emitter::try_(const Try& s) {
  if (s.finalbody.empty()) return try_except(s);
  const RegisterSet before = bound_in_handler();
  Block block;
  block.kind = BlockKind::Finally;
  block.body = &s.finalbody;
  push_block(std::move(block));
  if (s.handlers.empty()) {
    suite(s.body);
  } else {
    try_except(s);
  }
  Block closed = pop_block();
  Label end;
  if (asm_.reachable()) {
    if (++copies_ > kMaxCopies)
      return fail("too many exits through 'finally' in one function", s.range);
    suite(s.finalbody);
    asm_.jump(end);
  }
  finally_handler(closed, s.finalbody, before);
  asm_.bind(end);
}

void Emitter::finally_handler(const Block& block, const Stmts& body, const RegisterSet& bound) {
  if (block.parts.empty()) return;
  if (++copies_ > kMaxCopies) return fail("too many exits through 'finally' in one function", {});
  asm_.set_reachable(bound);
  const int mark = asm_.mark();
  const int reg = asm_.temps(2);
  rows(block, asm_.here(), reg);
  asm_.emit(Op::HandlerEnter, reg);
  Block handler;
  handler.kind = BlockKind::Handler;
  handler.reg = reg;
  push_block(std::move(handler));
  suite(body);
  Block closed = pop_block();
  if (asm_.reachable()) {
    asm_.emit(Op::HandlerLeave, reg);
    asm_.emit(Op::Reraise, reg);
    asm_.unreachable();
  }
  handler_cleanup(closed);
  asm_.release(mark);
}

// Where exceptions go that a handler's own code raises.
void Emitter::handler_cleanup(const Block& block) {
  if (block.parts.empty()) return;
  asm_.set_reachable(RegisterSet());
  const int reg = asm_.temps(2);
  rows(block, asm_.here(), reg);
  if (block.name != kNoName) unbind_silently(block.name, block.at);
  asm_.emit(Op::HandlerLeave, block.reg);
  asm_.emit(Op::Reraise, reg);
  asm_.unreachable();
  asm_.release(reg);
}

void Emitter::try_except(const Try& s) {
  const RegisterSet before = bound_in_handler();
  Block block;
  block.kind = BlockKind::Except;
  push_block(std::move(block));
  suite(s.body);
  Block closed = pop_block();
  Label end;
  if (asm_.reachable()) {
    suite(s.orelse);
    asm_.jump(end);
  }
  if (!closed.parts.empty()) {
    asm_.set_reachable(before);
    const int mark = asm_.mark();
    const int reg = asm_.temps(2);
    rows(closed, asm_.here(), reg);
    asm_.emit(Op::HandlerEnter, reg);
    Block running;
    running.kind = BlockKind::Handler;
    running.reg = reg;
    push_block(std::move(running));
    std::vector<Block> named;
    for (const ExceptHandler* h : s.handlers) handler(*h, reg, end, named);
    if (asm_.reachable()) {
      asm_.emit(Op::Reraise, reg);
      asm_.unreachable();
    }
    Block done = pop_block();
    for (const Block& b : named) handler_cleanup(b);
    handler_cleanup(done);
    asm_.release(mark);
  }
  asm_.bind(end);
}

void Emitter::handler(const ExceptHandler& h, int reg, Label& end, std::vector<Block>& named) {
  if (!asm_.reachable()) return;
  Label next;
  if (h.type != nullptr) {
    const int mark = asm_.mark();
    const int type = any(h.type);
    const uint32_t at = asm_.here();
    asm_.emit(h.range, Op::JumpNotMatch, reg, type);
    asm_.word(0);
    asm_.refer(next, at, JumpField::X1);
    asm_.release(mark);
  }
  if (h.name.data() == nullptr) {
    suite(h.body);
  } else {
    const NameId id = name_id(h.name);
    const scope::Symbol* s = symbol(id);
    const bool in_register = s->meaning == scope::Meaning::Local && !s->variable->has(scope::kCell);
    store(id, reg, h.range);
    if (in_register && !protected_outside()) {
      // Nothing in this function can see the name after an exception.
      blocks_.back().name = id;
      suite(h.body);
      blocks_.back().name = kNoName;
    } else {
      Block running = pop_block();
      Block own;
      own.kind = BlockKind::Handler;
      own.reg = reg;
      own.name = id;
      own.at = h.range;
      push_block(std::move(own));
      suite(h.body);
      named.push_back(pop_block());
      push_block(std::move(running));
    }
    if (asm_.reachable()) unbind_silently(id, h.range);
  }
  if (asm_.reachable()) {
    asm_.emit(Op::HandlerLeave, reg);
    asm_.jump(end);
  }
  asm_.bind(next);
}

void Emitter::call_exit(int exit, const Range& at) {
  const int row = asm_.temps(4);
  move(row, exit);
  for (int i = 1; i <= 3; ++i) asm_.emit(Op::LoadNone, row + i);
  asm_.emit(at, Op::Call, row, 3, row);
  asm_.release(row);
}

void Emitter::with(const With& s, size_t index) {
  const WithItem& item = *s.items[index];
  const int mark = asm_.mark();
  const int exit = asm_.temp();
  const int manager = next_temp(item.context_expr);
  const int enter = asm_.temp();
  asm_.emit(s.range, Op::LoadSpecial, enter, manager);
  asm_.word(static_cast<uint32_t>(Atom::enter));
  asm_.emit(s.range, Op::LoadSpecial, exit, manager);
  asm_.word(static_cast<uint32_t>(Atom::exit));
  int target = item.optional_vars ? variable_register(item.optional_vars) : -1;
  const bool direct = target >= 0;
  if (!direct) target = manager;
  asm_.emit(s.range, Op::Call, enter, 0, target);
  const RegisterSet before = bound_in_handler();
  Block block;
  block.kind = BlockKind::With;
  block.reg = exit;
  block.at = s.range;
  push_block(std::move(block));
  if (direct) {
    assigned(target);
  } else if (item.optional_vars) {
    store_target(item.optional_vars, target);
  }
  asm_.release(manager);
  if (index + 1 < s.items.size()) {
    with(s, index + 1);
  } else {
    suite(s.body);
  }
  Block closed = pop_block();
  Label end;
  if (asm_.reachable()) {
    call_exit(exit, s.range);
    asm_.jump(end);
  }
  if (!closed.parts.empty()) {
    asm_.set_reachable(before);
    const int reg = asm_.temps(2);
    rows(closed, asm_.here(), reg);
    asm_.emit(Op::HandlerEnter, reg);
    Block running;
    running.kind = BlockKind::Handler;
    running.reg = reg;
    push_block(std::move(running));
    const int row = asm_.temps(4);
    move(row, exit);
    asm_.emit(Op::TypeOf, row + 1, reg);
    move(row + 2, reg);
    asm_.emit(Op::LoadNone, row + 3);
    asm_.emit(s.range, Op::Call, row, 3, row);
    Label suppressed;
    asm_.jump_if(true, row, suppressed, s.range);
    asm_.release(row);
    asm_.emit(Op::Reraise, reg);
    asm_.unreachable();
    asm_.bind(suppressed);
    Block done = pop_block();
    asm_.emit(Op::HandlerLeave, reg);
    asm_.jump(end);
    handler_cleanup(done);
  }
  asm_.release(mark);
  asm_.bind(end);
}

}  // namespace belljar
