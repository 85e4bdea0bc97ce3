// The bytecode of small functions, as text (tests/golden/bytecode). BELLJAR_UPDATE_GOLDEN=1 writes
// the files anew; read the diff before committing it.
#include <cstdlib>
#include <filesystem>

#include "bytecode/disassembler.h"
#include "tests/compile/program.h"

namespace belljar::testing {
namespace {

TEST(Golden, Bytecode) {
  size_t count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(BELLJAR_SOURCE_DIR "/tests/golden/bytecode")) {
    if (entry.path().extension() != ".py") continue;
    ++count;
    std::filesystem::path expected = entry.path();
    expected.replace_extension(".txt");
    TestProgram program(read_file(entry.path()), entry.path().filename());
    ASSERT_TRUE(program.ok()) << entry.path() << program.error();
    std::string text = disassemble(program.unit(), runtime_constants());
    if (std::getenv("BELLJAR_UPDATE_GOLDEN") != nullptr) std::ofstream(expected) << text;
    EXPECT_EQ(text, read_file(expected)) << entry.path();
  }
  EXPECT_GT(count, 10u);
}

}  // namespace
}  // namespace belljar::testing
