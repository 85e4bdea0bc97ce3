// Generators: their registers are their object's, so resuming pushes a frame that points there and
// copies nothing.
//
// While a generator runs, `handled` in its object keeps what its caller was handling; while it is
// suspended, what it was handling itself (Undefined if nothing of its own).
//
// Entering and leaving are inline: a loop over a generator does both for each item.
#pragma once

#include <algorithm>

#include "interp/isolate.h"

namespace belljar {

// Undefined: a frame was pushed. Otherwise Raised or Stopped. The generator is not finished.
inline Value Isolate::enter_generator(Generator* g, Value sent, uint8_t flags,
                                      uint8_t destination) {
  if (__builtin_expect(g->state == GeneratorState::Running || frame_ + 1 >= frames_end_, 0)) {
    return cannot_enter(g);
  }
  if (g->state == GeneratorState::Suspended) g->registers[g->send_register] = sent;
  g->state = GeneratorState::Running;
  Value outer = handled_;
  if (__builtin_expect(!g->handled.is_undefined(), 0)) handled_ = g->handled;
  g->handled = outer;
  Frame* f = frame_ + 1;
  f->top = flags & kFrameEntry ? std::max(top_, frame_->top) : frame_->top;
  f->function = g->function;
  f->code = g->function->code;
  f->pc = g->pc;
  f->base = g->registers;
  f->companion = g;
  f->flags = static_cast<uint8_t>(flags | kFrameGenerator);
  f->destination = destination;
  f->skip = 0;
  frame_ = f;
  size_t depth = static_cast<size_t>(f - stack_.frames);
  if (depth > peak_frames_) peak_frames_ = depth;
  return Value::undefined();
}

// The handled exception goes back to the caller's; the generator keeps its own.
inline void Isolate::leave_generator(Generator* g) {
  const bool same = handled_.same(g->handled);
  if (__builtin_expect(!same, 0)) std::swap(handled_, g->handled);
  if (same) g->handled = Value::undefined();
}

}  // namespace belljar
