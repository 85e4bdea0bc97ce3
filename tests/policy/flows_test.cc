// The `sym` profile on real files: the diagnostics that conformance/flows expects of flows that are
// refused, and no error in any other flow or seed example.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/policy/support.h"

namespace belljar {
namespace {

using nlohmann::json;

json errors_of(const Verdict& verdict) {
  json rows = json::array();
  for (const Diagnostic& diagnostic : verdict.of(Severity::kError)) {
    rows.push_back({{"rule", diagnostic.rule}, {"line", diagnostic.range.line}});
  }
  return rows;
}

TEST(Flows, DiagnosticsAreTheExpectedOnes) {
  size_t refused = 0, accepted = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(repository() / "conformance/flows")) {
    if (!entry.is_directory()) continue;
    const json document = json::parse(read_text(entry.path() / "cases.json"));
    const std::string flow = document.value("flow", "impl.py");
    const Profile* used = find_profile(document.value("profile", "sym"));
    ASSERT_NE(used, nullptr) << entry.path();
    const Verdict verdict = judge(read_text(entry.path() / flow), *used);
    json expected = json::array();
    for (const json& row : document.at("cases")) {
      if (row.contains("expect") && row["expect"].value("status", "") == "refused") {
        expected = row["expect"].at("diagnostics");
      }
    }
    EXPECT_EQ(errors_of(verdict), expected) << entry.path();
    ++(expected.empty() ? accepted : refused);
  }
  EXPECT_GE(refused, 5u);
  EXPECT_GE(accepted, 50u);
}

TEST(Flows, SeedExamplesPass) {
  size_t files = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(repository() / "conformance/seed")) {
    if (entry.path().extension() != ".py") continue;
    ++files;
    const Verdict verdict = judge(read_text(entry.path()), profile(ProfileId::kSym));
    EXPECT_EQ(errors_of(verdict), json::array()) << entry.path();
  }
  EXPECT_GT(files, 0u);
}

}  // namespace
}  // namespace belljar
