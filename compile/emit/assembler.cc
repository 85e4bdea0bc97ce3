// See assembler.h.
#include "compile/emit/assembler.h"

#include <algorithm>
#include <cstring>

#include "bytecode/line_table.h"

namespace belljar {

void Assembler::start(uint32_t first_line) {
  words_.clear();
  positions_.clear();
  jumps_.clear();
  constants_.clear();
  constant_table_.assign(64, 0);
  functions_.clear();
  rows_.clear();
  inlined_.clear();
  first_line_ = first_line;
  cache_count_ = 0;
  next_ = most_ = far_count_ = 0;
  reachable_ = true;
  jump_too_far_ = too_many_registers_ = false;
  bound_.reset();
}

void Assembler::merge(Label& to) {
  if (to.reached) {
    to.bound &= bound_;
  } else {
    to.bound = bound_;
    to.reached = true;
  }
}

void Assembler::refer(Label& to, uint32_t at, JumpField field) {
  merge(to);
  Jump jump{at, to.jumps, field};
  if (to.position >= 0) {
    patch(jump, static_cast<uint32_t>(to.position));
    return;
  }
  jumps_.push_back(jump);
  to.jumps = static_cast<int32_t>(jumps_.size() - 1);
}

void Assembler::jump(Label& to) {
  if (!reachable_) return;
  if (to.position >= 0) return jump_back(static_cast<uint32_t>(to.position));
  uint32_t at = here();
  words_.push_back(encode_e(Op::Jump, 0));
  refer(to, at, JumpField::E);
  reachable_ = false;
}

void Assembler::jump_back(uint32_t to) {
  if (!reachable_) return;
  words_.push_back(
      encode_e(Op::JumpBack, static_cast<int32_t>(to) - static_cast<int32_t>(here() + 1)));
  reachable_ = false;
}

void Assembler::jump_if(bool sense, int reg, Label& to, const Range& at) {
  position(at);
  if (to.position >= 0) {  // only the unconditional jump back charges
    emit_d(sense ? Op::JumpFalse : Op::JumpTrue, reg, 1);
    jump_back(static_cast<uint32_t>(to.position));
    reachable_ = true;
    return;
  }
  if (long_jumps) {
    emit_d(sense ? Op::JumpFalse : Op::JumpTrue, reg, 1);
    uint32_t jump_at = here();
    words_.push_back(encode_e(Op::Jump, 0));
    refer(to, jump_at, JumpField::E);
    return;
  }
  uint32_t jump_at = here();
  emit_d(sense ? Op::JumpTrue : Op::JumpFalse, reg, 0);
  refer(to, jump_at, JumpField::D);
}

void Assembler::bind(Label& label) {
  label.position = here();
  for (int32_t i = label.jumps; i >= 0;) {
    const Jump jump = jumps_[static_cast<size_t>(i)];
    patch(jump, here());
    i = jump.next;
  }
  label.jumps = -1;
  if (!label.reached) return;  // reachable only if it was
  if (reachable_) {
    bound_ &= label.bound;
  } else {
    bound_ = label.bound;
    reachable_ = true;
  }
}

void Assembler::patch(const Jump& jump, uint32_t target) {
  uint32_t& word = words_[jump.at];
  const Op op = op_of(word);
  const uint32_t next = jump.at + kOpInfo[static_cast<int>(op)].words;
  const int32_t distance = static_cast<int32_t>(target) - static_cast<int32_t>(next);
  switch (jump.field) {
    case JumpField::E:
      word = encode_e(op, distance);
      break;
    case JumpField::D:
      if (distance < INT16_MIN || distance > INT16_MAX) {
        jump_too_far_ = true;
      } else {
        word = encode_d(op, static_cast<int>(field_a(word)), distance);
      }
      break;
    case JumpField::X1:
      words_[jump.at + 1] = static_cast<uint32_t>(distance);
      break;
  }
}

uint32_t Assembler::constant(Value v) {
  uint64_t bits = 0;
  if (v.is_heap()) {
    bits = reinterpret_cast<uintptr_t>(v.as_object());
  } else if (v.is_float()) {
    double d = v.as_float();
    std::memcpy(&bits, &d, sizeof bits);
  } else {
    bits = static_cast<uint64_t>(v.as_int());
  }
  const size_t mask = constant_table_.size() - 1;
  size_t i =
      static_cast<size_t>((bits + static_cast<uint64_t>(v.kind())) * 0x9e3779b97f4a7c15u >> 32) &
      mask;
  for (; constant_table_[i] != 0; i = (i + 1) & mask) {
    if (constants_[constant_table_[i] - 1].same(v)) return constant_table_[i] - 1;
  }
  constants_.push_back(v);
  constant_table_[i] = static_cast<uint32_t>(constants_.size());
  const uint32_t index = static_cast<uint32_t>(constants_.size() - 1);
  if (constants_.size() * 2 > constant_table_.size()) {
    std::vector<Value> values = std::move(constants_);
    constants_.clear();
    constants_.reserve(values.size() * 2);
    constant_table_.assign(constant_table_.size() * 2, 0);
    for (Value value : values) constant(value);
  }
  return index;
}

uint32_t Assembler::functions_index(Code* code) {
  for (size_t i = functions_.size(); i-- > 0;) {
    if (functions_[i] == code) return static_cast<uint32_t>(i);
    if (functions_.size() - i > 8) break;  // only what finally repeats is worth finding
  }
  functions_.push_back(code);
  return static_cast<uint32_t>(functions_.size() - 1);
}

void Assembler::finish(Code& code, const RegisterSet& unbound) {
  const uint32_t shift = static_cast<uint32_t>(unbound.count());
  code.words.reserve(words_.size() + shift);
  // EnterFar must still find the parameters in their places.
  const size_t entry = far_count_ > 0 ? kOpInfo[static_cast<int>(Op::EnterFar)].words : 0;
  code.words.assign(words_.begin(), words_.begin() + static_cast<ptrdiff_t>(entry));
  for (size_t r = 0; shift > 0 && r < unbound.size(); ++r) {
    if (unbound[r]) code.words.push_back(encode(Op::LoadUndefined, static_cast<uint32_t>(r), 0, 0));
  }
  code.words.insert(code.words.end(), words_.begin() + static_cast<ptrdiff_t>(entry), words_.end());
  code.constants.assign(constants_.begin(), constants_.end());
  code.functions.assign(functions_.begin(), functions_.end());
  for (ExceptionRow& row : rows_) {
    row.start += shift;
    row.end += shift;
    row.handler += shift;
  }
  code.handlers.assign(rows_.begin(), rows_.end());
  for (InlinedFrame& row : inlined_) {
    row.start += shift;
    row.end += shift;
    row.call_pc += shift;
  }
  code.inlined.assign(inlined_.begin(), inlined_.end());
  LineTableWriter lines(first_line_);
  for (size_t i = 0; i < positions_.size(); ++i) {
    // Of two positions for one word the later counts.
    if (i + 1 < positions_.size() && positions_[i + 1].word == positions_[i].word) continue;
    lines.add(positions_[i].word + shift, positions_[i].range);
  }
  code.positions = lines.take();
  code.positions.shrink_to_fit();
  code.first_line = first_line_;
  const int registers = far_count_ > 0 ? kFirstFar + far_count_ : std::max(most_, 1);
  code.register_count = static_cast<uint16_t>(registers);
  code.cache_count = cache_count_;
  code.entry_cost = static_cast<uint32_t>(code.words.size());
}

}  // namespace belljar
