// The safety check: everything in a module that a profile forbids or that cannot work in it.
#pragma once

#include <string_view>
#include <vector>

#include "ast/ast.h"
#include "policy/diagnostic.h"
#include "policy/profile.h"

namespace belljar {

// All findings. `source` is the text that the module was parsed from (ModuleTree::source). Profiles
// that check names list them line by line, RestrictedPython's in its own order. At most
// kMaxFindings (findings.h), and then a `check.limit`.
std::vector<Diagnostic> check(const ast::Module& module, std::string_view source,
                              const Profile& profile);

// Whether a finding refuses the module: any error does, a warning never.
bool refuses(const std::vector<Diagnostic>& diagnostics);

// A syntax error as a diagnostic, of the rule "syntax.parse" or "syntax.compile".
Diagnostic syntax_diagnostic(std::string_view rule, std::string message, const TextRange& range);

}  // namespace belljar
