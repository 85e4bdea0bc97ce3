// The dispatch loop.
//
// One function, because its state must live in machine registers: pc, R (the frame's registers), K
// (its constants) and f (the frame). The handlers are in ops_*.inc by family; each answers the
// common case inline and hands the rest to a function elsewhere that returns a Value. Rules:
//
//  - `f->pc = pc` before anything that may raise, call or collect. In a handler pc stands behind
//    the instruction's first word; auxiliary words are pc[0], pc[1]; VM_NEXT(n) passes n of them.
//  - A call of a Python function pushes a frame and goes on here (`enter`); a return pops one. C++
//    recursion happens only when a native calls back (Isolate::invoke).
//  - Collections happen at safepoints alone: back edges and calls whose charge finds no fuel left.
//  - Raised and Stopped results go to `abrupt`, which asks unwind() for a handler.
#include <algorithm>

#include "interp/fast.h"
#include "interp/generator.h"
#include "interp/isolate.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/signature.h"
#include "runtime/str.h"

namespace belljar {

#define VM_LIKELY(x) __builtin_expect(!!(x), 1)
#define VM_UNLIKELY(x) __builtin_expect(!!(x), 0)
#define VM_CASE(name) op_##name:
// Passes `n` auxiliary words and goes to the next instruction's handler.
#define VM_NEXT(n)                \
  do {                            \
    pc += (n);                    \
    word = *pc++;                 \
    goto* kHandlers[word & 0xff]; \
  } while (0)

Value Isolate::execute() {
  static const void* const kHandlers[] = {
#define OPCODE(name, operands, words, flags, doc) &&op_##name,
#include "bytecode/opcodes.def"
#undef OPCODE
  };
  Frame* f;
  const uint32_t* pc;
  Value* R;
  const Value* K;
  uint32_t word;
  Value result;        // of a slow path, on its way to `abrupt`
  uint32_t aux_count;  // auxiliary words of the calling instruction, for `called`

  // Loads the machine registers from the frame on top and runs on.
#define VM_ENTER()                 \
  do {                             \
    f = frame_;                    \
    pc = f->pc;                    \
    R = f->base;                   \
    K = f->code->constants.data(); \
  } while (0)
#define A field_a(word)
#define B field_b(word)
#define C field_c(word)
#define D field_d(word)

  VM_ENTER();
  if (VM_UNLIKELY(slice < 0) && !safepoint()) {
    result = Value::stopped();
    goto abrupt;
  }
  VM_NEXT(0);

#include "interp/ops_arith.inc"
#include "interp/ops_attr.inc"
#include "interp/ops_build.inc"
#include "interp/ops_call.inc"
#include "interp/ops_except.inc"
#include "interp/ops_jump.inc"
#include "interp/ops_move.inc"

  // The result of call_value and its kin: Undefined means that a frame was pushed.
called:
  if (result.is_undefined()) {
    frame_->skip = static_cast<uint8_t>(aux_count);
    VM_ENTER();
    if (VM_UNLIKELY(slice < 0) && !safepoint()) {
      result = Value::stopped();
      goto abrupt;
    }
    VM_NEXT(0);
  }
  if (VM_UNLIKELY(result.is_abrupt())) goto abrupt;
  R[C] = result;
  VM_NEXT(aux_count);

out_of_fuel_ahead:  // f->pc stands at an instruction that has not begun: a stop is reported there
  if (safepoint()) VM_NEXT(0);
  ++f->pc;
  result = Value::stopped();
  goto abrupt;

out_of_fuel:  // f->pc stands behind an instruction that has had its effect
  if (safepoint()) VM_NEXT(0);
  result = Value::stopped();

abrupt:
  if (!unwind(&result, false)) return result;
  VM_ENTER();
  VM_NEXT(0);

reraise:
  if (!unwind(&result, true)) return result;
  VM_ENTER();
  VM_NEXT(0);
}

}  // namespace belljar
