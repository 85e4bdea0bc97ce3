// Where exceptions are reported: every frame's position equals CPython's co_positions
// (positions.txt, written by generate_positions.py).
#include "tests/compile/program.h"

namespace belljar::testing {
namespace {

struct Case {
  std::string source, frames;
};

std::vector<Case> cases() {
  std::vector<Case> out;
  std::string text = read_file(BELLJAR_SOURCE_DIR "/tests/compile/positions.txt");
  for (size_t at = text.find(">>>\n"); at != text.npos;) {
    size_t next = text.find(">>>\n", at + 4);
    std::string part = text.substr(at + 4, next == text.npos ? next : next - at - 4);
    size_t middle = part.find("===\n");
    out.push_back({part.substr(0, middle), part.substr(middle + 4)});
    at = next;
  }
  return out;
}

std::string frames_of(TestProgram& program) {
  Value result = program.run();
  if (!result.is(Kind::Raised)) return "did not raise";
  Value exception = program.isolate().take_pending();
  std::string out;
  for (const TracebackFrame& f : traceback_frames(exception.as<Exception>())) {
    out += std::string(f.function) + " " + std::to_string(f.range.line) + " " +
           std::to_string(f.range.column) + " " + std::to_string(f.range.end_line) + " " +
           std::to_string(f.range.end_column) + "\n";
  }
  return out;
}

TEST(Positions, EveryFrameIsWhereCPythonHasIt) {
  std::vector<Case> all = cases();
  ASSERT_GT(all.size(), 100u);
  for (const Case& c : all) {
    TestProgram program(c.source);
    ASSERT_TRUE(program.ok()) << c.source << program.error();
    EXPECT_EQ(frames_of(program), c.frames) << c.source;
  }
}

}  // namespace
}  // namespace belljar::testing
