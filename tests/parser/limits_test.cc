// Hostile sources end in a clean error, and long but flat ones are no problem.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "ast/visit.h"
#include "parser/parser.h"

namespace belljar {
namespace {

constexpr int kMany = 60000;
constexpr int kSome = 5000;

std::string repeated(const std::string& text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

std::string error_of(const std::string& source) {
  const ParseResult result = parse_module(source);
  return result.ok() ? "ok" : result.error->message;
}

TEST(Limits, NestedBrackets) {
  for (const char* bracket : {"(", "[", "{", "f(", "x[", "(lambda: ("}) {
    EXPECT_EQ(error_of(repeated(bracket, 100000)), "too many nested parentheses") << bracket;
  }
  EXPECT_EQ(error_of(repeated("(", 200) + "x" + repeated(")", 200)), "ok");
  EXPECT_EQ(error_of(repeated("(", 201) + "x" + repeated(")", 201)), "too many nested parentheses");
}

TEST(Limits, PrefixesAndRightRecursion) {
  for (const char* prefix : {"not ", "-", "~", "lambda: ", "x if y else ", "x ** ", "-(x) ** "}) {
    const ParseResult result = parse_module("a = " + repeated(prefix, kMany) + "z");
    ASSERT_FALSE(result.ok()) << prefix;
    EXPECT_EQ(result.error->message, "too complex") << prefix;
    EXPECT_TRUE(result.error->over_limit);
  }
  EXPECT_EQ(error_of("a = " + repeated("not ", 900) + "z"), "ok");
}

TEST(Limits, ChainsAreNotLimited) {
  EXPECT_EQ(error_of(repeated("x + ", kMany) + "y"), "ok");
  EXPECT_EQ(error_of("x" + repeated(".a", kMany)), "ok");
  EXPECT_EQ(error_of("x" + repeated("()", kMany)), "ok");
  EXPECT_EQ(error_of("x" + repeated("[0]", kMany)), "ok");
  EXPECT_EQ(error_of("if x: pass\n" + repeated("elif x: pass\n", kMany)), "ok");
  EXPECT_EQ(error_of(repeated("x < ", kMany) + "y"), "ok");
  EXPECT_EQ(error_of(repeated("x and ", kMany) + "y"), "ok");
  EXPECT_EQ(error_of(repeated("'a' ", kMany)), "ok");
  EXPECT_EQ(error_of(repeated("a = ", kMany) + "1"), "ok");
}

TEST(Limits, ErrorsBehindLongChains) {
  EXPECT_EQ(error_of(repeated("x + ", kSome) + "y z"), "invalid syntax");
  EXPECT_EQ(error_of("x" + repeated("()", kSome) + " y"), "invalid syntax");
  EXPECT_EQ(error_of("if x: pass\n" + repeated("elif x: pass\n", kSome) + "x y"), "invalid syntax");
  EXPECT_EQ(error_of("f(" + repeated("a, ", kSome) + "b c)"),
            "invalid syntax. Perhaps you forgot a comma?");
}

// Too much even for the error grammar: still an error, if a plain one.
TEST(Limits, DiagnosisIsBounded) {
  EXPECT_EQ(error_of("f(" + repeated("a, ", 5 * kMany) + "b c)"), "invalid syntax");
}

TEST(Limits, Indentation) {
  std::string source;
  for (int depth = 0; depth < 120; ++depth) {
    source += std::string(static_cast<size_t>(depth), ' ') + "if x:\n";
  }
  EXPECT_EQ(error_of(source), "too many levels of indentation");
}

// The tallest tree that the parser lets through can be walked recursively, spines excepted.
uint32_t measured_height(const ast::Node& node) {
  uint32_t height = 0;
  const ast::Node* at = &node;
  while (at != nullptr) {
    const ast::Node* spine = nullptr;
    if (const auto* attribute = ast::as<ast::Attribute>(at)) {
      spine = attribute->value;
    } else if (const auto* call = ast::as<ast::Call>(at)) {
      spine = call->func;
    } else if (const auto* subscript = ast::as<ast::Subscript>(at)) {
      spine = subscript->value;
    } else if (const auto* operation = ast::as<ast::BinOp>(at)) {
      spine = operation->left;
    }
    ast::for_each_child(*at, [&](ast::Node& child) {
      if (&child != spine) height = std::max(height, measured_height(child));
    });
    at = spine;
  }
  return height + 1;
}

TEST(Limits, HeightIsExactAndBounded) {
  const std::string sources[] = {"x",
                                 "a.b.c(d)(e)[f] + 1",
                                 "f(g(h(1)))",
                                 "x = " + repeated("-", 500) + "1",
                                 "def f(a=1):\n  if x:\n    return [y for y in z]\n",
                                 "f'{a:{b}}'",
                                 "match x:\n case [A(b=1)]: pass"};
  for (const std::string& source : sources) {
    const ParseResult result = parse_module(source);
    ASSERT_TRUE(result.ok()) << source;
    EXPECT_EQ(result.module->root->height, measured_height(*result.module->root)) << source;
    EXPECT_LE(result.module->root->height, ast::kMaxTreeHeight);
  }
}

TEST(Limits, SourceAndTreeSize) {
  ParseOptions options;
  options.max_source_bytes = 100;
  ParseResult result = parse_module(repeated("x\n", 51), options);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error->message, "source code is too large");
  EXPECT_TRUE(result.error->over_limit);

  options = {};
  options.max_tree_bytes = 256 * 1024;
  EXPECT_TRUE(parse_module(repeated("x\n", 100), options).ok());
  result = parse_module(repeated("x = [1, 2, 3, 4]\n", 20000), options);
  ASSERT_FALSE(result.ok());
  EXPECT_TRUE(result.error->over_limit);
}

TEST(Limits, BytesThatAreNoText) {
  EXPECT_EQ(error_of(std::string("x = 1\0", 6)), "source code string cannot contain null bytes");
  const ParseResult result = parse_module("x = 1\ny = '\xff'\n");
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error->line, 2);
  EXPECT_EQ(error_of("\xef\xbb\xbfx = 1"), "ok");
  EXPECT_EQ(error_of("# coding: latin-1\nx = '\xe9'\n"), "ok");
  EXPECT_EQ(error_of("# coding: utf-7\nx = 1\n"), "unknown encoding: utf-7");
  EXPECT_EQ(error_of("\xef\xbb\xbf# coding: latin-1\nx = 1"), "encoding problem: latin-1 with BOM");
}

}  // namespace
}  // namespace belljar
