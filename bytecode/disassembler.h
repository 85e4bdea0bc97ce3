// Bytecode as text, for `belljar disasm` and for golden tests.
#pragma once

#include <string>

#include "bytecode/code.h"
#include "bytecode/constant_view.h"

namespace belljar {

struct DisassembleOptions {
  bool source_lines = true;  // each source line before its first instruction
};

// One function.
std::string disassemble(const Code& code, const ConstantView& constants,
                        const DisassembleOptions& options = {});
// All code of a file, the module body first.
std::string disassemble(const CodeUnit& unit, const ConstantView& constants,
                        const DisassembleOptions& options = {});

}  // namespace belljar
