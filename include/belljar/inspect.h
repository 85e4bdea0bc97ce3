// Looks at the stages of a source: its tokens, its syntax tree, its bytecode. For tools and tests.
#pragma once

#include <string>
#include <string_view>

#include "belljar/engine.h"

namespace belljar {

enum class Stage : unsigned char { Tokens, Ast, Bytecode };

struct Inspection {
  bool ok = false;
  std::string text;    // the dump; JSON if asked for. Ends with a newline.
  CheckReport report;  // why not
};

// Neither Tokens nor Ast judge by the profile; Bytecode does. Any thread. Never throws.
Inspection inspect(const Engine& engine, std::string_view source, std::string_view name,
                   Stage stage, bool json);

}  // namespace belljar
