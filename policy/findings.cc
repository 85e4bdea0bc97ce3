// The collector of findings.
#include "policy/findings.h"

#include <algorithm>
#include <iterator>

namespace belljar {

std::string shortened(std::string_view name) {
  constexpr size_t kLongest = 80;
  if (name.size() <= kLongest) return std::string(name);
  size_t end = kLongest;
  while (end > 0 && (name[end] & 0xC0) == 0x80) --end;
  return std::string(name.substr(0, end)) + "...";
}

void Findings::add(RuleId id, std::string_view name, const Range& reported, const Range& focus,
                   std::string help) {
  if (!takes(id)) return;
  const std::string shown = shortened(name);
  if (help.empty()) help = fill_text(rule(id).help, shown);
  add_text(id, fill_text(rule(id).message, shown), reported, focus, std::move(help));
}

void Findings::add_text(RuleId id, std::string message, const Range& reported, const Range& focus,
                        std::string help) {
  if (!takes(id)) return;
  const Rule& row = rule(id);
  ++(row.severity == Severity::kError ? errors_ : warnings_);
  found_.push_back({row.name, row.severity, std::move(message), std::move(help), ranges_(reported),
                    ranges_(focus)});
}

std::vector<Diagnostic> Findings::take() {
  if (profile_.checks_names) {
    std::ranges::stable_sort(found_, {},
                             [](const Diagnostic& diagnostic) { return diagnostic.range.line; });
  }
  if (full() || warnings_ >= kMaxFindings) {
    const Rule& row = rule(RuleId::kCheckLimit);
    found_.push_back({row.name, row.severity, std::string(row.message), "", found_.back().range,
                      found_.back().focus});
  }
  return std::move(found_);
}

}  // namespace belljar
