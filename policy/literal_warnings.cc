// Apart from walk.cc because these warnings are CPython's, not RestrictedPython's.
#include "policy/literal_warnings.h"

#include <algorithm>
#include <string>

namespace belljar {
namespace {

using namespace ast;

const char* constant_type(ConstantKind kind) {
  switch (kind) {
    case ConstantKind::kNone:
      return "NoneType";
    case ConstantKind::kFalse:
    case ConstantKind::kTrue:
      return "bool";
    case ConstantKind::kEllipsis:
      return "ellipsis";
    case ConstantKind::kInt:
    case ConstantKind::kBigInt:
      return "int";
    case ConstantKind::kFloat:
      return "float";
    case ConstantKind::kComplex:
      return "complex";
    case ConstantKind::kStr:
      return "str";
    case ConstantKind::kBytes:
      return "bytes";
  }
  return "";
}

// How far an operation looks into its operands: no warning is lost that anybody would write.
constexpr int kDeepest = 20;

// The type of an operation on numbers alone, which CPython folds; null for any other.
const char* number_type(const Expr& e, int depth = 0) {
  if (depth > kDeepest) return nullptr;
  if (const Constant* constant = as<Constant>(&e)) {
    const ConstantKind kind = constant->value.kind;
    if (kind == ConstantKind::kTrue || kind == ConstantKind::kFalse) return "int";
    const bool number = kind == ConstantKind::kInt || kind == ConstantKind::kBigInt ||
                        kind == ConstantKind::kFloat || kind == ConstantKind::kComplex;
    return number ? constant_type(kind) : nullptr;
  }
  if (const UnaryOp* unary = as<UnaryOp>(&e)) {
    return unary->op == UnaryOperator::kNot ? nullptr : number_type(*unary->operand, depth + 1);
  }
  const BinOp* binary = as<BinOp>(&e);
  if (binary == nullptr) return nullptr;
  const char* left = number_type(*binary->left, depth + 1);
  const char* right = number_type(*binary->right, depth + 1);
  if (left == nullptr || right == nullptr) return nullptr;
  for (std::string_view wider : {"complex", "float"}) {
    if (left == wider || right == wider) return wider.data();
  }
  return binary->op == Operator::kDiv ? "float" : "int";
}

// The type that the expression has for certain; null for one that only a run can tell.
const char* type_of(const Expr& e) {
  switch (e.kind) {
    case NodeKind::kUnaryOp:
    case NodeKind::kBinOp:
      return number_type(e);
    case NodeKind::kConstant:
      return constant_type(to<Constant>(e).value.kind);
    case NodeKind::kTuple:
      return "tuple";
    case NodeKind::kList:
    case NodeKind::kListComp:
      return "list";
    case NodeKind::kDict:
    case NodeKind::kDictComp:
      return "dict";
    case NodeKind::kSet:
    case NodeKind::kSetComp:
      return "set";
    case NodeKind::kGeneratorExp:
      return "generator";
    case NodeKind::kLambda:
      return "function";
    case NodeKind::kJoinedStr:
    case NodeKind::kFormattedValue:
      return "str";
    default:
      return nullptr;
  }
}

// Constants that are one object each: comparing their identity is right.
bool is_singleton(const Expr& e) {
  const Constant* constant = as<Constant>(&e);
  if (constant == nullptr) return false;
  const ConstantKind kind = constant->value.kind;
  return kind == ConstantKind::kNone || kind == ConstantKind::kTrue ||
         kind == ConstantKind::kFalse || kind == ConstantKind::kEllipsis;
}

// A constant once CPython has folded it.
bool folds(const Expr& e, int depth = 0) {
  if (depth > kDeepest) return false;
  if (e.kind == NodeKind::kConstant) return true;
  if (const Tuple* tuple = as<Tuple>(&e)) {
    return std::all_of(tuple->elts.begin(), tuple->elts.end(),
                       [&](const Expr* item) { return folds(*item, depth + 1); });
  }
  if (const UnaryOp* unary = as<UnaryOp>(&e)) {
    return unary->op != UnaryOperator::kNot && folds(*unary->operand, depth + 1);
  }
  if (const BinOp* binary = as<BinOp>(&e)) {
    return folds(*binary->left, depth + 1) && folds(*binary->right, depth + 1);
  }
  return false;
}

void warn(Findings& findings, const Node& node, std::string message) {
  findings.add_text(RuleId::kSyntaxWarning, std::move(message), node.range, node.range, {});
}

constexpr const char* kComma = "; perhaps you missed a comma?";

void check_identity(const Compare& compare, Findings& findings) {
  auto literal = [](const Expr& e) { return folds(e) && !is_singleton(e); };
  const Expr* left = compare.left;
  for (size_t i = 0; i < compare.ops.size(); ++i) {
    const Expr* right = compare.comparators[i];
    const CompareOperator op = compare.ops[i];
    const bool identity = op == CompareOperator::kIs || op == CompareOperator::kIsNot;
    if (identity && (literal(*left) || literal(*right))) {
      warn(findings, compare,
           op == CompareOperator::kIs ? "\"is\" with a literal. Did you mean \"==\"?"
                                      : "\"is not\" with a literal. Did you mean \"!=\"?");
      return;
    }
    left = right;
  }
}

void check_call(const Call& call, Findings& findings) {
  const char* type = type_of(*call.func);
  if (type == nullptr || call.func->kind == NodeKind::kLambda) return;
  warn(findings, call, std::string("'") + type + "' object is not callable" + kComma);
}

bool is_subscriptable(const Expr& e) {
  switch (e.kind) {
    case NodeKind::kConstant: {
      const ConstantKind kind = to<Constant>(e).value.kind;
      return kind == ConstantKind::kStr || kind == ConstantKind::kBytes;
    }
    case NodeKind::kSet:
    case NodeKind::kSetComp:
    case NodeKind::kGeneratorExp:
    case NodeKind::kLambda:
      return false;
    case NodeKind::kUnaryOp:
    case NodeKind::kBinOp:
      return number_type(e) == nullptr;
    default:
      return true;
  }
}

// What takes only ints and slices between the brackets.
bool is_sequence(const Expr& e) {
  switch (e.kind) {
    case NodeKind::kConstant:
    case NodeKind::kTuple:
    case NodeKind::kList:
    case NodeKind::kListComp:
    case NodeKind::kJoinedStr:
    case NodeKind::kFormattedValue:
      return true;
    default:
      return false;
  }
}

void check_subscript(const Subscript& subscript, Findings& findings) {
  if (subscript.ctx != ExprContext::kLoad) return;
  const Expr& value = *subscript.value;
  if (!is_subscriptable(value)) {
    warn(findings, subscript,
         std::string("'") + type_of(value) + "' object is not subscriptable" + kComma);
    return;
  }
  const char* index = type_of(*subscript.slice);
  if (!is_sequence(value) || index == nullptr) return;
  const std::string_view name = index;
  if (name == "int" || name == "bool") return;
  warn(findings, subscript,
       std::string(type_of(value)) + " indices must be integers or slices, not " + index + kComma);
}

}  // namespace

void warn_of_literals(const Node& node, Findings& findings) {
  if (!findings.enabled(RuleId::kSyntaxWarning)) return;
  switch (node.kind) {
    case NodeKind::kCompare:
      return check_identity(to<Compare>(node), findings);
    case NodeKind::kCall:
      return check_call(to<Call>(node), findings);
    case NodeKind::kSubscript:
      return check_subscript(to<Subscript>(node), findings);
    case NodeKind::kAssert: {
      const Tuple* tuple = as<Tuple>(static_cast<const Expr*>(to<Assert>(node).test));
      if (tuple == nullptr || tuple->elts.empty()) return;
      return warn(findings, node, "assertion is always true, perhaps remove parentheses?");
    }
    default:
      return;
  }
}

}  // namespace belljar
