// The walk that agrees with RestrictedPython: each node judged by itself, in CPython's field order,
// refused nodes not entered. What needs the whole file (names that nothing defines ...) is in
// scopes.h.
#pragma once

#include "ast/ast.h"
#include "policy/findings.h"
#include "policy/tokens.h"

namespace belljar {

void walk(const ast::Module& module, const Tokens& tokens, Findings& findings);

}  // namespace belljar
