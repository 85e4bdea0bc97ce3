// Every name that the policy's import table promises is there, and nothing is missing a home.
#include <sstream>

#include "policy/profile.h"
#include "tests/sdk/support.h"

namespace belljar::testing {
namespace {

// Promised, and not there yet: modules of others, or left out on purpose.
bool left_out(std::string_view module, std::string_view name) {
  if (module == "json") return true;  // tests/sdk covers the SDK and requests
  return module == "requests" && name == "Request";
}

TEST(Imports, EveryPromisedNameIsThere) {
  std::string source;
  for (const ImportableModule& module : all_modules()) {
    if (!profile(ProfileId::kSym).in(module.profiles)) continue;
    std::istringstream names{std::string(module.members)};
    for (std::string name; names >> name;) {
      if (left_out(module.name, name)) continue;
      source += "try:\n    from " + std::string(module.name) + " import " + name +
                "\nexcept ImportError as e:\n    print(e)\n";
    }
  }
  Compiled compiled = sym_engine()->compile(source, "imports.py");
  ASSERT_TRUE(compiled.program) << compiled.report.text;
  Outcome outcome = evaluate(compiled.program, {});
  EXPECT_EQ(outcome.status, Status::Ok);
  EXPECT_EQ(outcome.output, "");
}

TEST(Imports, UnknownNamesAreNot) {
  EXPECT_EQ(
      printed("", "from sym.sdk.integrations.okta import users_in_channel"),
      "ImportError: cannot import name 'users_in_channel' from 'sym.sdk.integrations.okta'\n");
}

}  // namespace
}  // namespace belljar::testing
