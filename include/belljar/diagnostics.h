// What is wrong with a source: every finding of the profile's rules, or its syntax error.
// Plain data: copy it, keep it, read it from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace belljar {

struct Finding {
  std::string rule;   // "attr.underscore", "import.module", "syntax.parse" …
  bool error = true;  // false: a warning, which never refuses a program
  // 1-based; columns count code points; the end is exclusive.
  uint32_t line = 0, column = 0, end_line = 0, end_column = 0;
  std::string message;
  std::string help;  // what to write instead; empty: nothing
};

struct CheckReport {
  std::string name;  // of the source, as given
  bool refused = false;
  std::vector<Finding> findings;  // all, in the checker's order
  std::string text;  // the findings shown with source lines and carets; plain, ends with a newline
  std::string colored_text;  // the same with ANSI colours
};

}  // namespace belljar
