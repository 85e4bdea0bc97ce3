// Tokens and their positions; errors are covered by tests/parser/syntax_errors.txt.
#include <gtest/gtest.h>

#include <string>

#include "lexer/identifier.h"
#include "lexer/tokenize.h"

namespace belljar {
namespace {

std::string dump(const std::string& source) {
  const TokenList list = tokenize(source);
  return dump_tokens(list) + (list.error ? "error: " + list.error->message + "\n" : "");
}

std::string kinds(const std::string& source) {
  const TokenList list = tokenize(source);
  std::string result;
  for (const Token& token : list.tokens) {
    result += std::string(result.empty() ? "" : " ") + token_name(token.kind);
  }
  return result;
}

TEST(Lexer, Positions) {
  EXPECT_EQ(dump("def f(é):\n    return 1.5 # x\n"),
            "1:0-1:3 Def \"def\"\n"
            "1:4-1:5 Name \"f\"\n"
            "1:5-1:6 LeftParen \"(\"\n"
            "1:6-1:8 Name \"é\"\n"
            "1:8-1:9 RightParen \")\"\n"
            "1:9-1:10 Colon \":\"\n"
            "1:10-1:10 Newline\n"
            "2:4-2:4 Indent\n"
            "2:4-2:10 Return \"return\"\n"
            "2:11-2:14 Number \"1.5\"\n"
            "2:15-2:18 Newline\n"
            "2:19-2:19 Dedent\n"
            "2:19-2:19 EndMarker\n");
}

TEST(Lexer, StringsSpanLines) {
  EXPECT_EQ(dump("x = '''a\nb''' + 'c\\\nd'\n"),
            "1:0-1:1 Name \"x\"\n"
            "1:2-1:3 Equal \"=\"\n"
            "1:4-2:4 String \"'''a\\nb'''\"\n"
            "2:5-2:6 Plus \"+\"\n"
            "2:7-3:2 String \"'c\\\\\\nd'\"\n"
            "3:2-3:2 Newline\n"
            "3:3-3:3 EndMarker\n");
}

TEST(Lexer, LongestOperatorWins) {
  EXPECT_EQ(kinds("a **= b // c -> d := e ... != <> <<= >>= @"),
            "Name DoubleStarEqual Name DoubleSlash Name Arrow Name ColonEqual Name Ellipsis "
            "NotEqual LessGreater LeftShiftEqual RightShiftEqual At Newline EndMarker");
  EXPECT_EQ(kinds("..x.1"), "Dot Dot Name Number Newline EndMarker");
}

TEST(Lexer, LinesAreJoinedInBracketsAndByBackslash) {
  EXPECT_EQ(kinds("(a,\n  b)\n"), "LeftParen Name Comma Name RightParen Newline EndMarker");
  EXPECT_EQ(kinds("a + \\\n  b\n"), "Name Plus Name Newline EndMarker");
}

TEST(Lexer, BlankLinesAndCommentsDoNotIndent) {
  EXPECT_EQ(kinds("if a:\n  b\n# c\n\n    # d\n  e\n"),
            "If Name Colon Newline Indent Name Newline Name Newline Dedent EndMarker");
}

TEST(Lexer, TabsAdvanceToMultiplesOfEight) {
  EXPECT_EQ(kinds("if a:\n\tb\n\tc\n"),
            "If Name Colon Newline Indent Name Newline Name Newline Dedent EndMarker");
  EXPECT_EQ(dump("if a:\n\tb\n        c\n").substr(0, 8), "1:0-1:2 ");
  EXPECT_NE(dump("if a:\n\tb\n        c\n").find("error: inconsistent use of tabs"),
            std::string::npos);
}

TEST(Lexer, FormFeedResetsTheIndentation) {
  EXPECT_EQ(kinds("if a:\n  b\n  \fc\n"),
            "If Name Colon Newline Indent Name Newline Dedent Name Newline EndMarker");
}

TEST(Lexer, PrefixesOfStrings) {
  EXPECT_EQ(kinds("rb'' Br\"\" f'' fR'' u'' ur ''"),
            "String String String String String Name String Newline EndMarker");
}

TEST(Lexer, EmptySourceHasOnlyAnEnd) {
  EXPECT_EQ(kinds(""), "EndMarker");
  EXPECT_EQ(kinds("\n\n"), "EndMarker");
  EXPECT_EQ(kinds("x"), "Name Newline EndMarker");
}

TEST(Identifier, RangesAndNormalForm) {
  EXPECT_TRUE(can_start_identifier(0x3B1));
  EXPECT_FALSE(can_start_identifier(0x0301));
  EXPECT_TRUE(can_continue_identifier(0x0301));
  EXPECT_FALSE(can_continue_identifier(0x2014));
  EXPECT_FALSE(is_printable(0x200B));
  EXPECT_EQ(normalize_nfkc("\uff3f\uff58"), "_x");
}

}  // namespace
}  // namespace belljar
