// Constant folding: what CPython's compiler computes ahead, within the same caps. Each function
// gives nothing where the operation could raise, run a limit, or make a constant larger than its
// source deserves.
#pragma once

#include <optional>

#include "ast/ast.h"
#include "compile/constants.h"
#include "runtime/value.h"

namespace belljar {

std::optional<Value> fold_unary(Constants& constants, ast::UnaryOperator op, Value v);
std::optional<Value> fold_binary(Constants& constants, ast::Operator op, Value a, Value b);

// bool(v) of a constant.
bool constant_truth(Value v);

}  // namespace belljar
