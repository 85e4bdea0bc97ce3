// Each case of syntax_errors.txt gives CPython 3.11's error: class, position, message. The expected
// file is written by generate_syntax_errors.py.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "parser/parser.h"

namespace belljar {
namespace {

std::vector<std::string> read_parts(const std::string& name, const std::string& separator) {
  std::ifstream file(std::string(BELLJAR_SOURCE_DIR "/tests/parser/") + name, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::vector<std::string> parts;
  size_t start = 0;
  for (size_t end; (end = text.find(separator, start)) != std::string::npos;) {
    parts.push_back(text.substr(start, end - start));
    start = end + separator.size();
  }
  if (start < text.size()) parts.push_back(text.substr(start));
  return parts;
}

std::string judge(const std::string& source) {
  const ParseResult result = parse_module(source);
  if (result.ok()) return "ok";
  const SyntaxError& error = *result.error;
  return std::string(error.type_name()) + " " + std::to_string(error.line) + ":" +
         std::to_string(error.column) + "-" + std::to_string(error.end_line) + ":" +
         std::to_string(error.end_column) + " " + error.message;
}

TEST(SyntaxErrors, AreThoseOfCPython) {
  const auto cases = read_parts("syntax_errors.txt", "----\n");
  const auto expected = read_parts("syntax_errors_expected.txt", "\n");
  ASSERT_EQ(cases.size(), expected.size());
  ASSERT_GE(cases.size(), 400u);
  for (size_t i = 0; i < cases.size(); ++i) {
    EXPECT_EQ(judge(cases[i]), expected[i]) << "case " << i << ":\n" << cases[i];
  }
}

}  // namespace
}  // namespace belljar
