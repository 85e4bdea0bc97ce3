// A syntax error as a value, as CPython 3.11's exception object has it.
//
// In support/ because the lexer, the parser and everything that shows diagnostics speak of it.
#pragma once

#include <cstdint>
#include <string>

namespace belljar {

enum class SyntaxErrorType : uint8_t { kSyntaxError, kIndentationError, kTabError };

// Line and columns are 1-based and columns count code points, as in CPython. A line of 0 stands for
// CPython's None; end columns of 0 and -1 are CPython's own ways to say "unknown".
struct SyntaxError {
  SyntaxErrorType type = SyntaxErrorType::kSyntaxError;
  std::string message;
  int32_t line = 0;
  int32_t column = 0;
  int32_t end_line = 0;
  int32_t end_column = 0;
  std::string text;         // the source line(s) shown, with newline
  bool over_limit = false;  // one of our own limits: source size, tree size, nesting

  const char* type_name() const {
    switch (type) {
      case SyntaxErrorType::kSyntaxError:
        return "SyntaxError";
      case SyntaxErrorType::kIndentationError:
        return "IndentationError";
      case SyntaxErrorType::kTabError:
        return "TabError";
    }
    return "?";
  }
};

}  // namespace belljar
