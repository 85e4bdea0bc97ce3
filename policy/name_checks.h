// What needs the whole file: names that nothing defines, builtins that the profile lacks, imports
// that nothing uses, members that an imported module does not have.
//
// Separate from walk.h because RestrictedPython knows none of this: it finds such things only when
// the line runs.
#pragma once

#include "ast/ast.h"
#include "policy/findings.h"
#include "policy/tokens.h"

namespace belljar {

void check_names(const ast::Module& module, const Tokens& tokens, Findings& findings);

}  // namespace belljar
