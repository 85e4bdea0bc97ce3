// CPython 3.11 as the oracle for the errors of its later stages: syntax_errors.jsonl, written by
// generate_syntax_errors.py. Message, line, offset and ends must be equal.
#include "compile/symtable_errors.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "parser/parser.h"
#include "tests/policy/support.h"

namespace belljar {
namespace {

using nlohmann::json;

json json_of(const std::optional<SymtableError>& error) {
  if (!error.has_value()) return nullptr;
  json row{{"message", error->message},
           {"line", error->range.line},
           {"offset", error->range.column + 1},
           {"end_line", error->range.end_line},
           {"end_offset", error->range.end_column + 1}};
  if (!error->has_end) row["end_offset"] = nullptr;
  return row;
}

TEST(SymtableErrors, AreThoseOfCPython) {
  const auto lines = read_lines(repository() / "tests/policy/syntax_errors.jsonl");
  ASSERT_GT(lines.size(), 500u);
  for (const std::string& line : lines) {
    const json row = json::parse(line);
    const std::string source = row.at("source");
    const ParseResult parsed = parse_module(source);
    if (!parsed.ok()) {
      ADD_FAILURE() << "does not parse: " << parsed.error->message << "\n" << source;
      continue;
    }
    EXPECT_EQ(json_of(find_symtable_error(*parsed.module->root)), row.at("error")) << source;
  }
}

TEST(SymtableErrors, AcceptWhatCPythonAccepts) {
  size_t files = 0;
  for (const char* folder : {"conformance/flows", "conformance/programs", "bench"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(repository() / folder)) {
      if (entry.path().extension() != ".py") continue;
      const ParseResult parsed = parse_module(read_text(entry.path()));
      if (!parsed.ok()) continue;
      ++files;
      EXPECT_EQ(json_of(find_symtable_error(*parsed.module->root)), json(nullptr)) << entry.path();
    }
  }
  EXPECT_GT(files, 80u);
}

// A long spine, a wide tree and a deep one: no pass may use up the stack or take long.
TEST(SymtableErrors, BearLargeTrees) {
  std::string spine = "x", wide = "[";
  for (int i = 0; i < 100000; ++i) spine += ".a", wide += "b,";
  for (const std::string& source : {"y = " + spine + "\n", wide + "]\n"}) {
    const ParseResult parsed = parse_module(source);
    ASSERT_TRUE(parsed.ok());
    EXPECT_FALSE(find_symtable_error(*parsed.module->root).has_value());
    EXPECT_FALSE(refuses(
        check(*parsed.module->root, parsed.module->source, profile(ProfileId::kRestrictedPython))));
  }
}

}  // namespace
}  // namespace belljar
