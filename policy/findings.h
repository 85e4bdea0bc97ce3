// Collects the findings of one check: fills in the table's texts, leaves out rules that the profile
// does not have, and keeps a bounded number, as a hostile file can hold a finding every few bytes.
// Errors and warnings have a bound each: no number of warnings may hide an error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/diagnostic.h"
#include "policy/profile.h"
#include "policy/rules.h"
#include "support/source.h"

namespace belljar {

inline constexpr size_t kMaxFindings = 10'000;  // of each severity

class Findings {
 public:
  Findings(const LineIndex& lines, const Profile& profile) : profile_(profile), ranges_(lines) {}

  const Profile& profile() const { return profile_; }
  // No further error would be kept: the verdict is clear.
  bool full() const { return errors_ >= kMaxFindings; }
  bool enabled(RuleId id) const { return profile_.in(rule(id).profiles); }
  // Whether a finding of the rule would be kept: worth the search for advice.
  bool takes(RuleId id) const { return enabled(id) && !is_full(rule(id).severity); }

  // `reported` and `focus` as in Diagnostic. A help of its own replaces the table's.
  void add(RuleId id, std::string_view name, const Range& reported, const Range& focus,
           std::string help = {});
  // The same with a whole message.
  void add_text(RuleId id, std::string message, const Range& reported, const Range& focus,
                std::string help);

  // All of them; by line if the profile lists them so.
  std::vector<Diagnostic> take();

 private:
  bool is_full(Severity severity) const {
    return (severity == Severity::kError ? errors_ : warnings_) >= kMaxFindings;
  }

  const Profile& profile_;
  TextRanges ranges_;
  std::vector<Diagnostic> found_;
  size_t errors_ = 0;
  size_t warnings_ = 0;
};

// From the beginning of a node to the end of the token at fault.
inline Range range_to(const Range& node, const Range& focus) {
  return {node.line, node.column, focus.end_line, focus.end_column};
}

// A name fit for a message: cut if it is very long.
std::string shortened(std::string_view name);

}  // namespace belljar
