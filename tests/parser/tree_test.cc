// Details of trees that the comparison with CPython (tests/ast) cannot see or that deserve a name.
#include <gtest/gtest.h>

#include <string>

#include "ast/dump_json.h"
#include "parser/parser.h"

namespace belljar {
namespace {

const ast::Stmt& only_statement(const ParseResult& result) { return *result.module->root->body[0]; }

TEST(Tree, SourceLivesAsLongAsTheTree) {
  ParseResult result;
  {
    const std::string source = "name = 'text'";
    result = parse_module(source);
  }
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.module->source, "name = 'text'\n");
  const auto& assign = ast::to<ast::Assign>(only_statement(result));
  EXPECT_EQ(ast::to<ast::Name>(*assign.targets[0]).id, "name");
}

TEST(Tree, MissingPartsAreNull) {
  const ParseResult result = parse_module("from . import a\n");
  const auto& from = ast::to<ast::ImportFrom>(only_statement(result));
  EXPECT_EQ(from.module.data(), nullptr);
  EXPECT_EQ(from.level, 1);
  EXPECT_EQ(from.names[0]->asname.data(), nullptr);
}

TEST(Tree, DowncastsAreChecked) {
  const ParseResult result = parse_module("x");
  const ast::Stmt& statement = only_statement(result);
  EXPECT_NE(ast::as<ast::ExprStmt>(&statement), nullptr);
  EXPECT_EQ(ast::as<ast::Assign>(&statement), nullptr);
  EXPECT_DEATH(ast::to<ast::Assign>(statement), "");
}

TEST(Tree, DumpHasCPythonsFields) {
  const ParseResult result = parse_module("f'{a}'\n");
  EXPECT_EQ(
      ast::dump_json(*result.module->root),
      "{\"_type\":\"Module\",\"body\":[{\"_type\":\"Expr\",\"value\":{\"_type\":\"JoinedStr\","
      "\"values\":[{\"_type\":\"FormattedValue\",\"value\":{\"_type\":\"Name\",\"id\":\"a\","
      "\"ctx\":{\"_type\":\"Load\"},\"lineno\":1,\"col_offset\":3,\"end_lineno\":1,"
      "\"end_col_offset\":4},\"conversion\":-1,\"format_spec\":null,\"lineno\":1,"
      "\"col_offset\":0,\"end_lineno\":1,\"end_col_offset\":6}],\"lineno\":1,"
      "\"col_offset\":0,\"end_lineno\":1,\"end_col_offset\":6},\"lineno\":1,"
      "\"col_offset\":0,\"end_lineno\":1,\"end_col_offset\":6}],\"type_ignores\":[]}");
}

TEST(Tree, SoftKeywordsAreNames) {
  for (const char* source : {"match = 1", "match(x)", "match[x]: int", "match.case", "case = _",
                             "match * x", "match -x", "print(match, case)", "match: int"}) {
    EXPECT_TRUE(parse_module(source).ok()) << source;
  }
}

}  // namespace
}  // namespace belljar
