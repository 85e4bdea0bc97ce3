// The assembler of one function: words, labels, positions, constants, registers, exception rows. It
// knows instructions, not Python; the Emitter drives it.
//
// It also follows control flow just closely enough to answer "may this register be unbound here?":
// each label collects what is bound on every path to it, so an unconditional jump ends one state
// and binding a label begins another. Code after an unconditional jump is unreachable until a label
// is bound; the Emitter leaves it out.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <vector>

#include "bytecode/code.h"
#include "runtime/value.h"
#include "support/source.h"

namespace belljar {

inline constexpr int kMaxRegisters = 250;
// Registers from here on are only moved to and from: the variables of functions with very many.
inline constexpr int kFirstFar = 256;
inline constexpr size_t kMaxWords = 1u << 22;

using RegisterSet = std::bitset<256>;

struct Label {
  int64_t position = -1;
  int32_t jumps = -1;  // newest of the jumps that wait for it
  bool reached = false;
  RegisterSet bound;  // on every path so far
};

// Where a jump's distance is written.
enum class JumpField : uint8_t { E, D, X1 };

class Assembler {
 public:
  void start(uint32_t first_line);

  // --- instructions
  // -------------------------------------------------------------------------------
  void emit(Op op, int a = 0, int b = 0, int c = 0) {
    words_.push_back(
        encode(op, static_cast<uint32_t>(a), static_cast<uint32_t>(b), static_cast<uint32_t>(c)));
  }
  void emit(const Range& at, Op op, int a = 0, int b = 0, int c = 0) {
    position(at);
    emit(op, a, b, c);
  }
  void emit_d(Op op, int a, int32_t d) {
    words_.push_back(encode_d(op, static_cast<uint32_t>(a), d));
  }
  void word(uint32_t w) { words_.push_back(w); }
  // Writes field C of the instruction at `at`.
  void set_skip(uint32_t at, uint32_t words) { words_[at] = (words_[at] & 0xffffff) | words << 24; }
  // The next word has this position.
  void position(const Range& at) { positions_.push_back({here(), at}); }
  uint32_t here() const { return static_cast<uint32_t>(words_.size()); }

  // --- jumps
  // --------------------------------------------------------------------------------------
  void jump(Label& to);  // unconditional: what follows is unreachable
  void jump_back(uint32_t to);
  // After a conditional jump was emitted with a distance of 0 in `field`.
  void refer(Label& to, uint32_t at, JumpField field);
  void jump_if(bool sense, int reg, Label& to, const Range& at);
  void bind(Label& label);
  // Ends the current path.
  void unreachable() { reachable_ = false; }
  bool reachable() const { return reachable_; }
  void set_reachable(const RegisterSet& bound) {
    reachable_ = true;
    bound_ = bound;
  }
  // A jump did not fit in 16 bits: emit the function again with long_jumps.
  bool jump_too_far() const { return jump_too_far_; }
  bool long_jumps = false;

  RegisterSet& bound() { return bound_; }

  // --- registers
  // ----------------------------------------------------------------------------------
  int temp() { return temps(1); }
  int temps(int count) {
    int first = next_;
    next_ += count;
    if (next_ > kMaxRegisters) {
      too_many_registers_ = true;
      next_ = first = 1;  // the code is thrown away
    }
    if (next_ > most_) most_ = next_;
    return first;
  }
  bool room_for(int count) const { return next_ + count <= kMaxRegisters - 24; }
  int mark() const { return next_; }
  void release(int mark) { next_ = mark; }
  bool too_many_registers() const { return too_many_registers_; }

  // --- constants
  // ----------------------------------------------------------------------------------
  uint32_t constant(Value v);
  uint32_t functions_index(Code* code);
  uint32_t new_cache() { return cache_count_ < 65535 ? cache_count_++ : cache_count_ - 1; }

  // --- tables
  // -------------------------------------------------------------------------------------
  void handler_row(uint32_t start, uint32_t end, uint32_t handler, int reg) {
    if (start < end) rows_.push_back({start, end, handler, static_cast<uint8_t>(reg)});
  }
  void inlined_row(uint32_t start, const char* name, uint32_t call, const Tuple* locals) {
    if (start < here()) inlined_.push_back({start, here(), name, call, locals});
  }

  // A register for a variable, beyond those that instructions can name.
  int far() { return kFirstFar + far_count_++; }

  // Writes everything into `code`, behind instructions that unbind the registers `unbound`.
  void finish(Code& code, const RegisterSet& unbound);
  bool too_long() const { return words_.size() > kMaxWords; }
  size_t constant_count() const { return constants_.size(); }

 private:
  struct Jump {
    uint32_t at;
    int32_t next;
    JumpField field;
  };
  struct Entry {
    uint32_t word;
    Range range;
  };
  void patch(const Jump& jump, uint32_t target);
  void merge(Label& to);

  std::vector<uint32_t> words_;
  std::vector<Entry> positions_;
  std::vector<Jump> jumps_;
  std::vector<Value> constants_;
  std::vector<uint32_t> constant_table_;  // index + 1 by hash
  std::vector<Code*> functions_;
  std::vector<ExceptionRow> rows_;
  std::vector<InlinedFrame> inlined_;
  uint32_t first_line_ = 0;
  uint32_t cache_count_ = 0;
  int next_ = 0;
  int most_ = 0;
  int far_count_ = 0;
  bool reachable_ = true;
  bool jump_too_far_ = false;
  bool too_many_registers_ = false;
  RegisterSet bound_;
};

}  // namespace belljar
