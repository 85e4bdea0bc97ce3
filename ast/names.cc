// The texts of the enums: class names as CPython spells them, operators as sources do.
#include "ast/ast.h"

namespace belljar::ast {

const char* python_name(NodeKind kind) {
  switch (kind) {
#define F(type, name)
#define NODE(Name, python_name, Base, fields) \
  case NodeKind::k##Name:                     \
    return #python_name;
#include "ast/nodes.def"
  }
  return "?";
}

#define BELLJAR_AST_PYTHON_NAME(name, python_name, text) \
  case Enum::name:                                       \
    return python_name;
#define BELLJAR_AST_TEXT(name, python_name, text) \
  case Enum::name:                                \
    return text;
#define BELLJAR_AST_TEXTS(Type, LIST, function, ROW) \
  const char* function(Type value) {                 \
    using Enum = Type;                               \
    switch (value) { LIST(ROW) }                     \
    return "?";                                      \
  }

BELLJAR_AST_TEXTS(Operator, BELLJAR_AST_OPERATORS, python_name, BELLJAR_AST_PYTHON_NAME)
BELLJAR_AST_TEXTS(CompareOperator, BELLJAR_AST_COMPARE_OPERATORS, python_name,
                  BELLJAR_AST_PYTHON_NAME)
BELLJAR_AST_TEXTS(UnaryOperator, BELLJAR_AST_UNARY_OPERATORS, python_name, BELLJAR_AST_PYTHON_NAME)
BELLJAR_AST_TEXTS(BoolOperator, BELLJAR_AST_BOOL_OPERATORS, python_name, BELLJAR_AST_PYTHON_NAME)
BELLJAR_AST_TEXTS(ExprContext, BELLJAR_AST_CONTEXTS, python_name, BELLJAR_AST_PYTHON_NAME)
BELLJAR_AST_TEXTS(Operator, BELLJAR_AST_OPERATORS, source_text, BELLJAR_AST_TEXT)
BELLJAR_AST_TEXTS(CompareOperator, BELLJAR_AST_COMPARE_OPERATORS, source_text, BELLJAR_AST_TEXT)
BELLJAR_AST_TEXTS(UnaryOperator, BELLJAR_AST_UNARY_OPERATORS, source_text, BELLJAR_AST_TEXT)
BELLJAR_AST_TEXTS(BoolOperator, BELLJAR_AST_BOOL_OPERATORS, source_text, BELLJAR_AST_TEXT)

}  // namespace belljar::ast
