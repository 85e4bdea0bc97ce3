// What CPython's compiler warns about in literals: compared by identity, called, subscripted,
// asserted as a tuple. The messages are its SyntaxWarnings'.
#pragma once

#include "ast/ast.h"
#include "policy/findings.h"

namespace belljar {

// What the node itself gives rise to; its children are the caller's.
void warn_of_literals(const ast::Node& node, Findings& findings);

}  // namespace belljar
