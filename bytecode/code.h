// Code: what one function, class body or module body compiles to. Immutable once verified, owned by
// a Program, shared by all threads. Positions and handlers are tables looked at only when something
// is raised.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bytecode/opcode.h"
#include "support/source.h"

namespace belljar {

class Value;
struct Str;
struct Tuple;

struct ExceptionRow {   // sorted so that the innermost range comes first
  uint32_t start, end;  // words [start, end)
  uint32_t handler;     // word
  uint8_t reg;          // gets the exception
};

// A comprehension compiled into its function: tracebacks show it as the frame it is in CPython.
// Innermost first. The frame's own position is the raising instruction's; the enclosing frame's is
// that of `call_pc`, which may itself lie in a row further down.
struct InlinedFrame {
  uint32_t start, end;  // words [start, end)
  const char* name;     // "<listcomp>" …
  uint32_t call_pc;     // an instruction whose position is the call's
  const Tuple* locals;  // as Code::local_names
};

enum CodeFlag : uint32_t {
  kCodeGenerator = 1,
  kCodeVarArgs = 2,      // parameter after the positional ones: *args
  kCodeVarKeywords = 4,  // last parameter: **kwargs
  kCodeClassBody = 8,    // R[0] is the namespace
  kCodeModule = 16,
  kCodeSimpleCall =
      32,  // only positional-or-keyword parameters, no generator: exact-arity fast path
};

struct Code {
  Str* name = nullptr;  // frozen, of the program's heap
  Str* qualname = nullptr;
  std::vector<uint32_t> words;
  std::vector<Value> constants;
  std::vector<Code*> functions;  // nested code, by MakeFunction's index
  std::vector<ExceptionRow> handlers;
  std::vector<InlinedFrame> inlined;
  std::string positions;  // line_table.h: a Range (support/source.h) by word index
  // Parameters occupy R[0 …]: positional-only, positional-or-keyword, keyword-only, *args,
  // **kwargs.
  uint16_t positional_only = 0;
  uint16_t positional = 0;  // positional-only and positional-or-keyword
  uint16_t keyword_only = 0;
  uint16_t parameter_count = 0;  // all, with *args and **kwargs
  uint16_t register_count = 0;
  uint16_t free_count = 0;  // closure slots
  uint32_t flags = 0;
  uint32_t first_line = 0;
  uint32_t entry_cost = 1;  // steps that a call charges
  uint32_t cache_base = 0;  // first attribute cache of this code in its module's array
  uint32_t cache_count = 0;
  Tuple* parameter_names = nullptr;       // str, in register order
  Tuple* local_names = nullptr;           // str: co_varnames, for "Did you mean"
  Tuple* layout_names = nullptr;          // class body: attributes that its methods set on self
  const Value* doc = nullptr;             // docstring, one of `constants`, or null
  const struct CodeUnit* unit = nullptr;  // file name, source lines, module slot names
};

// What all code of one source file shares. Owns its codes.
struct CodeUnit {
  CodeUnit() = default;
  ~CodeUnit();  // compile/code_unit.cc: the one place that knows both Code and Value
  CodeUnit(const CodeUnit&) = delete;
  CodeUnit& operator=(const CodeUnit&) = delete;

  std::string file;
  std::string source;                 // for tracebacks
  std::vector<uint32_t> line_starts;  // byte offsets
  std::vector<Str*> slot_names;       // of the module's slots
  uint32_t cache_count = 0;           // attribute caches of all its code
  std::vector<Code*> codes;           // all; codes[0] is the module body
  bool library = false;               // a library module's: sees every builtin and module
};

}  // namespace belljar
