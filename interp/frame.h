// Frame: one activation, as data. Frames live in an array beside the value stack; a call of one
// Python function by another pushes a frame and goes on in the same dispatch loop.
#pragma once

#include <cstdint>

#include "bytecode/code.h"
#include "runtime/object.h"

namespace belljar {

// What happens when the frame returns, beside popping it.
enum FrameFlag : uint8_t {
  kFrameEntry = 1,       // leave the dispatch loop: called from C++
  kFrameInit = 2,        // __init__: the result is `companion`, the instance
  kFrameClassBody = 4,   // `companion` (a list) tells the class to be made
  kFrameGenerator = 8,   // registers are the generator's (`companion`), not the stack's
  kFrameForIter = 16,    // generator resumed by ForIter: yield goes back to the loop body
  kFrameYieldFrom = 32,  // generator resumed by YieldFrom: yield yields from the caller as well
};

struct Frame {
  Function* function;
  const Code* code;
  // Behind the first word of the running instruction, saved whenever something may look at it.
  const uint32_t* pc;
  Value* base;  // R
  Value* top;   // first value above what this frame uses of the stack
  Object* companion;
  uint8_t flags;
  uint8_t destination;  // the caller's register for the result
  uint8_t skip;         // auxiliary words of the caller's instruction, passed over on return
};

}  // namespace belljar
