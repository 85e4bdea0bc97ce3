// Where the carets of a traceback line stand: the operator of a binary operation or the brackets of
// a subscript, found by parsing the marked segment again, as CPython's traceback module does.
#include "engine/anchors.h"

#include "ast/ast.h"
#include "parser/parser.h"

namespace belljar {

namespace {
bool blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }
}  // namespace

bool find_anchors(std::string_view segment, uint32_t* left, uint32_t* right) {
  ParseResult parsed = parse_module(segment, {});
  if (!parsed.ok()) return false;
  const ast::Module* module = parsed.module->root;
  if (module->body.size() != 1 || module->body[0]->kind != ast::NodeKind::kExprStmt) return false;
  const ast::Expr* e = ast::as<ast::ExprStmt>(module->body[0])->value;
  if (e->kind == ast::NodeKind::kBinOp) {
    const auto* op = ast::as<ast::BinOp>(e);
    // Columns are the text's own only on its first line; CPython reads them the same way.
    for (uint32_t i = op->left->range.end_column; i < op->right->range.column && i < segment.size();
         ++i) {
      if (blank(segment[i])) continue;
      *left = i;
      *right = i + 1;
      if (i + 1 < op->right->range.column && !blank(segment[i + 1])) ++*right;
      return true;
    }
    return false;
  }
  if (e->kind == ast::NodeKind::kSubscript) {
    const auto* s = ast::as<ast::Subscript>(e);
    *left = s->value->range.end_column;
    *right = s->slice->range.end_column + 1;
    return true;
  }
  return false;
}

}  // namespace belljar
