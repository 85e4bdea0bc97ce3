// Shared by the two files that stand for CPython's code generator: the pass over statements and
// expressions, and the rules of match patterns.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ast/ast.h"
#include "compile/symtable_errors.h"

namespace belljar::symtable {

// Errors inside one `case`. Pattern by pattern, in the order of CPython's compile.c.
// `allow_irrefutable`: the case is guarded or the last.
std::optional<SymtableError> find_pattern_error(const ast::Pattern& pattern,
                                                bool allow_irrefutable);

inline constexpr std::string_view kDebugName = "__debug__";
inline constexpr const char* kLateFuture =
    "from __future__ imports must occur at the beginning of the file";

// The first of the names that may not be bound or comes once more, and where it does so first (the
// same place for one that may not be bound). CPython compares each with all that follow it.
struct NameConflict {
  size_t first = 0;
  size_t second = 0;
};
class NameConflicts {
 public:
  void add(std::string_view name, size_t place);
  const std::optional<NameConflict>& found() const { return found_; }

 private:
  void offer(NameConflict conflict);

  std::map<std::string_view, size_t> seen_;
  std::optional<NameConflict> found_;
};

}  // namespace belljar::symtable
