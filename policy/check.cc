// The check: the walk that agrees with RestrictedPython, then what needs the whole file.
#include "policy/check.h"

#include <algorithm>

#include "policy/findings.h"
#include "policy/name_checks.h"
#include "policy/tokens.h"
#include "policy/walk.h"

namespace belljar {

std::vector<Diagnostic> check(const ast::Module& module, std::string_view source,
                              const Profile& profile) {
  const LineIndex lines(source);
  const Tokens tokens(lines);
  Findings findings(lines, profile);
  walk(module, tokens, findings);
  if (profile.checks_names) check_names(module, tokens, findings);
  return findings.take();
}

bool refuses(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::any_of(diagnostics, [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::kError;
  });
}

Diagnostic syntax_diagnostic(std::string_view rule, std::string message, const TextRange& range) {
  const Rule* row = find_rule(rule);
  return {row != nullptr ? row->name : "syntax.parse",
          Severity::kError,
          std::move(message),
          "",
          range,
          range};
}

}  // namespace belljar
