// What a check reports: one finding with its rule, its place in the source and what to write
// instead. Separate from rules and rendering because the engine, the command line and syntax errors
// all speak it without knowing either.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/source.h"

namespace belljar {

enum class Severity : uint8_t { kError, kWarning };

std::string_view severity_name(Severity severity);  // "error", "warning"

// Where something stands, as users count: lines and columns are 1-based, columns count code points,
// the end is exclusive.
struct TextRange {
  uint32_t line = 0;
  uint32_t column = 0;
  uint32_t end_line = 0;
  uint32_t end_column = 0;

  friend bool operator==(const TextRange&, const TextRange&) = default;
};

struct Diagnostic {
  std::string_view rule;  // static storage: a name of policy/rules.def
  Severity severity = Severity::kError;
  std::string message;
  std::string help;  // empty: there is nothing to write instead
  // `range` begins where the statement or expression at fault begins, on the line that
  // RestrictedPython reports, and ends with the token at fault. `focus` is that token alone: what a
  // caret should point to.
  TextRange range;
  TextRange focus;
};

// Turns byte columns into code point columns. Remembers where it is in a long line, so that
// thousands of findings on one line stay cheap.
class TextRanges {
 public:
  explicit TextRanges(const LineIndex& lines) : lines_(lines) {}
  TextRange operator()(const Range& range);

 private:
  uint32_t column(Position position);

  const LineIndex& lines_;
  uint32_t line_ = 0;                  // the line that `checkpoints_` is about
  std::vector<uint32_t> checkpoints_;  // code points before each kStride-th byte of it
};

}  // namespace belljar
