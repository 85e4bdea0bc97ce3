// Programs about scopes and control flow print what they print under CPython 3.11 (programs/*.txt,
// made by running programs/*.py with it).
#include "tests/compile/program.h"

namespace belljar::testing {
namespace {

class Programs : public ::testing::TestWithParam<const char*> {};

TEST_P(Programs, PrintsWhatCPythonPrints) {
  const std::string path = std::string(BELLJAR_SOURCE_DIR "/tests/compile/programs/") + GetParam();
  TestProgram program(read_file(path + ".py"));
  ASSERT_TRUE(program.ok()) << program.error();
  Value result = program.run();
  if (result.is(Kind::Raised)) {
    ADD_FAILURE() << exception_summary(program.isolate(), program.isolate().take_pending());
  }
  EXPECT_EQ(program.output(), read_file(path + ".txt"));
}

INSTANTIATE_TEST_SUITE_P(All, Programs, ::testing::Values("scopes", "flow", "order"));

}  // namespace
}  // namespace belljar::testing
