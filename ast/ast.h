// The syntax tree: one plain struct per node class of CPython 3.11's `ast`, with its field names.
//
// Nodes live in an Arena, own nothing and have no behaviour. What differs from CPython: operators
// and contexts are enums; the class `Expr` (a statement) is called ExprStmt, because Expr is the
// base of expressions; lower-case classes (`arg`, `match_case` ...) are UpperCamel. A missing
// optional child is a null pointer, a missing optional identifier a string_view whose data() is
// null.
//
// DEPTH. A tree is as deep as its source is long only along *spines*: BinOp.left, Attribute.value,
// Call.func, Subscript.value, and an If that is the sole statement of an If's orelse (elif). Walk
// spines with a loop. Every other edge counts into Node::height, and the parser refuses a height
// above kMaxTreeHeight, so a walker that recurses on the other edges only, with frames of 200
// bytes, fits a 256 KiB stack.
#pragma once

#include <cassert>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <type_traits>

#include "support/arena.h"
#include "support/source.h"
#include "support/span.h"

namespace belljar::ast {

inline constexpr uint32_t kMaxTreeHeight = 1000;

enum class NodeKind : uint8_t {
#define F(type, name)
#define NODE(Name, python_name, Base, fields) k##Name,
#include "ast/nodes.def"
};

// X(enumerator, CPython's class name, source text)
// clang-format off
#define BELLJAR_AST_OPERATORS(X)                                                          \
  X(kAdd, "Add", "+")                                                                     \
  X(kSub, "Sub", "-")                                                                     \
  X(kMult, "Mult", "*")                                                                   \
  X(kMatMult, "MatMult", "@")                                                             \
  X(kDiv, "Div", "/") X(kMod, "Mod", "%") X(kPow, "Pow", "**") X(kLShift, "LShift", "<<") \
      X(kRShift, "RShift", ">>") X(kBitOr, "BitOr", "|") X(kBitXor, "BitXor", "^")        \
          X(kBitAnd, "BitAnd", "&") X(kFloorDiv, "FloorDiv", "//")
#define BELLJAR_AST_COMPARE_OPERATORS(X)                                                 \
  X(kEq, "Eq", "==")                                                                     \
  X(kNotEq, "NotEq", "!=")                                                               \
  X(kLt, "Lt", "<")                                                                      \
  X(kLtE, "LtE", "<=")                                                                   \
  X(kGt, "Gt", ">") X(kGtE, "GtE", ">=") X(kIs, "Is", "is") X(kIsNot, "IsNot", "is not") \
      X(kIn, "In", "in") X(kNotIn, "NotIn", "not in")
#define BELLJAR_AST_UNARY_OPERATORS(X) \
  X(kInvert, "Invert", "~") X(kNot, "Not", "not") X(kUAdd, "UAdd", "+") X(kUSub, "USub", "-")
#define BELLJAR_AST_BOOL_OPERATORS(X) X(kAnd, "And", "and") X(kOr, "Or", "or")
#define BELLJAR_AST_CONTEXTS(X) X(kLoad, "Load", "") X(kStore, "Store", "") X(kDel, "Del", "")
// clang-format on

#define BELLJAR_AST_ENUMERATOR(name, python_name, text) name,
enum class Operator : uint8_t { BELLJAR_AST_OPERATORS(BELLJAR_AST_ENUMERATOR) };
enum class CompareOperator : uint8_t { BELLJAR_AST_COMPARE_OPERATORS(BELLJAR_AST_ENUMERATOR) };
enum class UnaryOperator : uint8_t { BELLJAR_AST_UNARY_OPERATORS(BELLJAR_AST_ENUMERATOR) };
enum class BoolOperator : uint8_t { BELLJAR_AST_BOOL_OPERATORS(BELLJAR_AST_ENUMERATOR) };
enum class ExprContext : uint8_t { BELLJAR_AST_CONTEXTS(BELLJAR_AST_ENUMERATOR) };
#undef BELLJAR_AST_ENUMERATOR

struct Node {
  NodeKind kind;
  uint16_t height = 1;  // longest path to a leaf, spine edges not counted; <= kMaxTreeHeight
  Range range;
};
struct Expr : Node {};
struct Stmt : Node {};
struct Pattern : Node {};
struct Part : Node {};   // a positioned piece that is none of the above
struct Loose : Node {};  // a piece without a position in CPython

// NFKC-normalised UTF-8; data() is null only in an OptIdentifier that is absent.
using Identifier = std::string_view;
using OptIdentifier = std::string_view;
using Identifiers = Span<std::string_view>;

enum class ConstantKind : uint8_t {
  kNone,
  kFalse,
  kTrue,
  kEllipsis,
  kInt,
  kBigInt,
  kFloat,
  kComplex,
  kStr,
  kBytes
};

// The value of a literal.
struct ConstantValue {
  ConstantKind kind = ConstantKind::kNone;
  uint8_t base = 10;  // kBigInt: 2, 8, 10 or 16
  bool has_surrogates =
      false;  // kStr: holds lone surrogates (as 3-byte sequences, "surrogatepass")
  union {
    int64_t integer = 0;  // kInt (never negative)
    double number;        // kFloat, and the imaginary part of kComplex
  };
  std::string_view text;  // kStr: UTF-8; kBytes: bytes; kBigInt: digits, no prefix, no underscores
};

#define F(type, name)
#define NODE(Name, python_name, Base, fields) struct Name;
#include "ast/nodes.def"

// Elements are never null but in Dict.keys (`**mapping`) and Arguments.kw_defaults (no default).
using Exprs = Span<Expr*>;
using Stmts = Span<Stmt*>;
using Patterns = Span<Pattern*>;
using Args = Span<Arg*>;
using Keywords = Span<Keyword*>;
using Aliases = Span<Alias*>;
using WithItems = Span<WithItem*>;
using Comprehensions = Span<Comprehension*>;
using ExceptHandlers = Span<ExceptHandler*>;
using MatchCases = Span<MatchCase*>;
using CompareOperators = Span<CompareOperator>;

#define F(type, name) type name{};
#define NODE(Name, python_name, Base, fields)            \
  struct Name : Base {                                   \
    static constexpr NodeKind kKind = NodeKind::k##Name; \
    Name() : Base() { kind = kKind; }                    \
    fields                                               \
  };
#include "ast/nodes.def"

// A parsed module with all that its tree points into.
struct ModuleTree {
  Arena arena;
  std::string_view source;  // in the arena: UTF-8, without BOM, newlines as written
  Module* root = nullptr;

  explicit ModuleTree(size_t cap_bytes = Arena::kNoCap) : arena(cap_bytes) {}
};

const char* python_name(NodeKind kind);  // "FunctionDef", "arg" ...
const char* python_name(Operator op);    // "Add" ...
const char* python_name(CompareOperator op);
const char* python_name(UnaryOperator op);
const char* python_name(BoolOperator op);
const char* python_name(ExprContext context);
const char* source_text(Operator op);  // "+" ...
const char* source_text(CompareOperator op);
const char* source_text(UnaryOperator op);
const char* source_text(BoolOperator op);

template <typename T>
bool is(const Node* node) {
  return node != nullptr && node->kind == T::kKind;
}

// The node as a T, or null if it is null or of another class.
template <typename T>
T* as(Node* node) {
  return is<T>(node) ? static_cast<T*>(node) : nullptr;
}
template <typename T>
const T* as(const Node* node) {
  return is<T>(node) ? static_cast<const T*>(node) : nullptr;
}

// The node as a T; it must be one (checked in release builds, too: the tree comes from outside).
template <typename T>
T& to(Node& node) {
  if (node.kind != T::kKind) std::abort();
  return static_cast<T&>(node);
}
template <typename T>
const T& to(const Node& node) {
  if (node.kind != T::kKind) std::abort();
  return static_cast<const T&>(node);
}

}  // namespace belljar::ast
