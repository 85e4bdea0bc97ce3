// The verifier: one linear pass that proves the facts which the dispatch loop takes for granted, so
// that it needs no checks of its own. Run on every compile; it costs less than the emitter.
#pragma once

#include <string>

#include "bytecode/code.h"
#include "bytecode/constant_view.h"

namespace belljar {

// Proves, for `code`: every opcode and operand is in range, every jump lands on an instruction,
// only what charges steps jumps backward, nothing runs off the end, rows of handlers are
// well-formed, constants have the shape that their instruction needs, captures match the inner
// function. Returns "" or what is wrong.
std::string verify(const Code& code, const ConstantView& constants);

}  // namespace belljar
