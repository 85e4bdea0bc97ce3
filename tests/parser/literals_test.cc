// Values of literals.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "parser/parser.h"

namespace belljar {
namespace {

class Literals : public ::testing::Test {
 protected:
  // The value of a source that is one literal.
  const ast::ConstantValue& value(const std::string& source) {
    result_ = parse_module(source);
    static const ast::ConstantValue kNone;
    if (!result_.ok()) {
      ADD_FAILURE() << source << ": " << result_.error->message;
      return kNone;
    }
    const auto& statement = ast::to<ast::ExprStmt>(*result_.module->root->body[0]);
    return ast::to<ast::Constant>(*statement.value).value;
  }
  std::string text(const std::string& source) { return std::string(value(source).text); }

  ParseResult result_;
};

TEST_F(Literals, Integers) {
  EXPECT_EQ(value("0").integer, 0);
  EXPECT_EQ(value("00_0").integer, 0);
  EXPECT_EQ(value("1_000").integer, 1000);
  EXPECT_EQ(value("0xFf_f").integer, 0xFFF);
  EXPECT_EQ(value("0o17").integer, 15);
  EXPECT_EQ(value("0B101").integer, 5);
  EXPECT_EQ(value("9223372036854775807").integer, INT64_MAX);
  EXPECT_EQ(value("9223372036854775808").kind, ast::ConstantKind::kBigInt);
  EXPECT_EQ(text("9223372036854775808"), "9223372036854775808");
  EXPECT_EQ(text("0x1_0000_0000_0000_0000"), "10000000000000000");
  EXPECT_EQ(value("0x10000000000000000").base, 16);
  EXPECT_EQ(value("0b" + std::string(70, '1')).base, 2);
}

TEST_F(Literals, Floats) {
  EXPECT_EQ(value("1.5").number, 1.5);
  EXPECT_EQ(value(".5").number, 0.5);
  EXPECT_EQ(value("1.").number, 1.0);
  EXPECT_EQ(value("1e3").number, 1000.0);
  EXPECT_EQ(value("1_0.0_1e-0_1").number, 1.001);
  EXPECT_EQ(value("00.5").number, 0.5);
  EXPECT_EQ(value("1e400").number, HUGE_VAL);
  EXPECT_EQ(value("1e-400").number, 0.0);
  EXPECT_EQ(value("0." + std::string(400, '0') + "1").number, 0.0);
  EXPECT_EQ(value(std::string(400, '1') + ".0").number, HUGE_VAL);
  EXPECT_EQ(value("1e99999999999999999999").number, HUGE_VAL);
  EXPECT_EQ(value("1e-99999999999999999999").number, 0.0);
  EXPECT_EQ(value("0e99999999999999999999").number, 0.0);
  EXPECT_EQ(value("4.9e-324").number, 4.9e-324);
  EXPECT_EQ(value("2j").kind, ast::ConstantKind::kComplex);
  EXPECT_EQ(value("1.5e1J").number, 15.0);
  EXPECT_EQ(value("08j").number, 8.0);
}

TEST_F(Literals, Strings) {
  EXPECT_EQ(text("'a' \"b\" '''c'''"), "abc");
  EXPECT_EQ(text("'\\n\\t\\\\\\'\\x41\\101\\u00e9\\U0001F600'"), "\n\t\\'AA\u00e9\U0001F600");
  EXPECT_EQ(text("r'\\n'"), "\\n");
  EXPECT_EQ(text("'\\q'"), "\\q");
  EXPECT_EQ(text("'a\\\nb'"), "ab");
  EXPECT_EQ(text("'''a\r\nb\rc'''"), "a\nb\nc");
  EXPECT_EQ(text("'\\N{BULLET}\\N{latin small letter a}\\N{LINE FEED}'"), "\u2022a\n");
  EXPECT_EQ(text("'\\N{CJK UNIFIED IDEOGRAPH-4E00}\\N{HANGUL SYLLABLE GAG}'"), "\u4e00\uac01");
  EXPECT_FALSE(value("'a'").has_surrogates);
  EXPECT_TRUE(value("'\\ud800'").has_surrogates);
  EXPECT_EQ(text("'\\ud83d\\ude00'"), "\xed\xa0\xbd\xed\xb8\x80");
  EXPECT_EQ(text("b'\\x00\\xff\\777a'"), std::string("\0\xff\xff"
                                                     "a",
                                                     4));
  EXPECT_EQ(value("b'a'").kind, ast::ConstantKind::kBytes);
}

TEST_F(Literals, IdentifiersAreNormalised) {
  const ParseResult result = parse_module("\ufb01 = 1");  // the fi ligature
  const auto& assign = ast::to<ast::Assign>(*result.module->root->body[0]);
  EXPECT_EQ(ast::to<ast::Name>(*assign.targets[0]).id, "fi");
}

}  // namespace
}  // namespace belljar
