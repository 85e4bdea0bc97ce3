// RestrictedPython as the oracle: every case of conformance/policy, compared as its README says.
// The verdict exactly; for refusals by policy the (rule, line) pairs as a sorted multiset; for
// `parse`, `compile` and `crash` the verdict. Where a parser of 3.11 differs from the oracle's, its
// verdict
// (`other_pythons`) counts.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "tests/policy/support.h"

namespace belljar {
namespace {

using nlohmann::json;
using Pairs = std::vector<std::pair<std::string, uint32_t>>;

struct Expected {
  bool refused = false;
  std::string stage;
  Pairs errors;
  std::vector<std::string> warnings;
};

Expected expected_of(const json& row) {
  Expected expected;
  expected.refused = row.at("restrictedpython") == "refuse";
  expected.stage = row.at("stage");
  if (expected.stage == "policy") {
    for (size_t i = 0; i < row.at("errors").size(); ++i) {
      expected.errors.emplace_back(row["errors"][i], row["lines"][i]);
    }
  }
  for (const json& warning : row.at("warnings")) expected.warnings.push_back(warning);
  if (row.contains("other_pythons") && row["other_pythons"].contains("3.11")) {
    expected = {row["other_pythons"]["3.11"].at("restrictedpython") == "refuse",
                row["other_pythons"]["3.11"].at("stage"),
                {},
                {}};
  }
  std::ranges::sort(expected.errors);
  std::ranges::sort(expected.warnings);
  return expected;
}

Pairs pairs_of(const std::vector<Diagnostic>& diagnostics) {
  Pairs pairs;
  for (const Diagnostic& diagnostic : diagnostics) {
    pairs.emplace_back(diagnostic.rule, diagnostic.range.line);
  }
  std::ranges::sort(pairs);
  return pairs;
}

std::vector<std::string> rules_of(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> rules;
  for (const Diagnostic& diagnostic : diagnostics) rules.emplace_back(diagnostic.rule);
  std::ranges::sort(rules);
  return rules;
}

bool agrees(const Expected& expected, const Verdict& verdict) {
  if (verdict.refused() != expected.refused) return false;
  if (expected.stage == "parse") return verdict.stage == Stage::kParse;
  if (expected.stage == "compile") return verdict.stage == Stage::kCompile;
  if (expected.stage == "crash") return verdict.refused();
  if (rules_of(verdict.of(Severity::kWarning)) != expected.warnings) return false;
  if (expected.stage == "ok") return verdict.stage == Stage::kOk;
  return verdict.stage == Stage::kPolicy &&
         pairs_of(verdict.of(Severity::kError)) == expected.errors;
}

TEST(PolicyCases, AgreeWithRestrictedPython) {
  const auto lines = read_lines(repository() / "conformance/policy/policy-cases.jsonl");
  ASSERT_EQ(lines.size(), 736u);
  size_t agreed = 0;
  for (const std::string& line : lines) {
    const json row = json::parse(line);
    const std::string source = row.at("source");
    const Verdict verdict = judge(source, profile(ProfileId::kRestrictedPython));
    if (agrees(expected_of(row), verdict)) {
      ++agreed;
      continue;
    }
    std::string got;
    for (const Diagnostic& diagnostic : verdict.diagnostics) {
      got += "  " + std::string(diagnostic.rule) + " line " +
             std::to_string(diagnostic.range.line) + ": " + diagnostic.message + "\n";
    }
    ADD_FAILURE() << row.at("id") << ": " << line << "\n" << source << "got:\n" << got;
  }
  std::cout << agreed << " of " << lines.size() << " policy cases agree\n";
  RecordProperty("agreed", static_cast<int>(agreed));
}

// The order of errors is the oracle's, too.
TEST(PolicyCases, ErrorsComeInTheOraclesOrder) {
  for (const std::string& line :
       read_lines(repository() / "conformance/policy/policy-cases.jsonl")) {
    const json row = json::parse(line);
    if (row.at("stage") != "policy" || row.contains("other_pythons")) continue;
    const Verdict verdict =
        judge(row.at("source").get<std::string>(), profile(ProfileId::kRestrictedPython));
    std::vector<std::string> rules;
    for (const Diagnostic& diagnostic : verdict.of(Severity::kError)) {
      rules.emplace_back(diagnostic.rule);
    }
    EXPECT_EQ(rules, row.at("errors").get<std::vector<std::string>>()) << line;
  }
}

}  // namespace
}  // namespace belljar
