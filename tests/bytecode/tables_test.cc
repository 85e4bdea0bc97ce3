// The position table round-trips, and the verifier refuses what the loop must never see.
#include <gtest/gtest.h>

#include "bytecode/line_table.h"
#include "bytecode/verifier.h"
#include "runtime/value.h"

namespace belljar {
namespace {

TEST(LineTable, RoundTrip) {
  std::vector<std::pair<uint32_t, Range>> entries;
  uint32_t seed = 12345, word = 0, line = 500;
  auto random = [&seed](uint32_t below) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
  };
  LineTableWriter writer(400);
  for (int i = 0; i < 1000; ++i) {
    word += 1 + random(i % 50 == 0 ? 5000 : 6);
    line = line + random(9) - std::min(line - 1, 4u);
    Range range{line, random(300), line + (random(5) == 0 ? random(70000) : 0), 0};
    range.end_column = range.end_line == range.line ? range.column + random(200) : random(200);
    entries.push_back({word, range});
    writer.add(word, range);
  }
  std::string table = writer.take();
  EXPECT_LT(table.size(), entries.size() * 6);
  EXPECT_EQ(find_position(table, 400, entries[0].first - 1), Range());
  for (size_t i = 0; i < entries.size(); ++i) {
    EXPECT_EQ(find_position(table, 400, entries[i].first), entries[i].second) << i;
    if (i + 1 < entries.size()) {
      EXPECT_EQ(find_position(table, 400, entries[i + 1].first - 1), entries[i].second) << i;
    }
  }
}

TEST(LineTable, CutAnywhereIsHarmless) {
  LineTableWriter writer(1);
  for (uint32_t i = 0; i < 50; ++i) writer.add(i * 40, Range{i * 9 + 1, i, i * 9 + 3, 400});
  std::string table = writer.take();
  for (size_t cut = 0; cut < table.size(); ++cut) find_position(table.substr(0, cut), 1, 5000);
}

class Constants : public ConstantView {
 public:
  size_t count(const Code& code) const override { return code.constants.size(); }
  ConstantShape shape(const Code&, size_t) const override { return ConstantShape::Other; }
  size_t tuple_size(const Code&, size_t) const override { return 0; }
  std::string text(const Code&, size_t) const override { return "?"; }
  std::string text(const Str*) const override { return "?"; }
};

std::string verdict(std::vector<uint32_t> words, uint16_t registers = 4) {
  Code code;
  code.words = std::move(words);
  code.register_count = registers;
  code.constants.push_back(Value::none());
  return verify(code, Constants());
}

TEST(Verifier, AcceptsTheSmallest) { EXPECT_EQ(verdict({encode(Op::ReturnNone, 0, 0, 0)}), ""); }

TEST(Verifier, Refuses) {
  const uint32_t end = encode(Op::ReturnNone, 0, 0, 0);
  EXPECT_EQ(verdict({}), "no instructions at word 0");
  EXPECT_EQ(verdict({encode(Op::Move, 1, 2, 0)}), "runs off the end at word 0 (Move)");
  EXPECT_EQ(verdict({encode(Op::Move, 4, 0, 0), end}), "register out of range at word 0 (Move)");
  EXPECT_EQ(verdict({0xff, end}), "unknown opcode at word 0");
  EXPECT_EQ(verdict({encode(Op::GetAttr, 0, 0, 0)}), "truncated instruction at word 0 (GetAttr)");
  EXPECT_EQ(verdict({encode_d(Op::LoadK, 0, 1), end}), "constant out of range at word 0 (LoadK)");
  EXPECT_EQ(verdict({encode(Op::GetAttr, 0, 0, 0), 0, end}),
            "constant of a wrong kind at word 0 (GetAttr)");
  EXPECT_EQ(verdict({encode_e(Op::Jump, 5), end}), "jump out of range at word 0 (Jump)");
  EXPECT_EQ(verdict({encode_e(Op::Jump, 1), encode(Op::GetIter, 0, 0, 0), end}), "");
  EXPECT_EQ(verdict({encode_e(Op::Jump, 1), encode(Op::LoadKX, 0, 0, 0), 0, end}),
            "jump into an instruction at word 2 (Move)");
  EXPECT_EQ(verdict({end, encode_d(Op::JumpTrue, 0, -2), end}),
            "a loop that charges nothing at word 1 (JumpTrue)");
  EXPECT_EQ(verdict({encode_e(Op::Jump, -1), end}), "a loop that charges nothing at word 0 (Jump)");
  EXPECT_EQ(verdict({encode_e(Op::JumpBack, -1)}), "");
  EXPECT_EQ(verdict({encode_e(Op::JumpBack, 0), end}),
            "a back edge that goes forward at word 0 (JumpBack)");
  const uint32_t back = static_cast<uint32_t>(-2);
  EXPECT_EQ(verdict({encode(Op::JumpLt, 0, 0, 3), back, end}), "");
  EXPECT_EQ(verdict({encode(Op::JumpLt, 0, 0, 1), back, end}),
            "a loop that charges nothing at word 0 (JumpLt)");
  EXPECT_EQ(verdict({encode(Op::JumpLt, 0, 0, 3), 0, end}),
            "a back edge that goes forward at word 0 (JumpLt)");
  EXPECT_EQ(verdict({encode(Op::Call, 1, 3, 0), end}), "register out of range at word 0 (Call)");
  EXPECT_EQ(verdict({encode(Op::LoadFree, 0, 0, 0), end}),
            "closure slot out of range at word 0 (LoadFree)");
  EXPECT_EQ(verdict({encode(Op::Binary, 0, 0, 0), 13, end}), "unknown operator at word 0 (Binary)");
}

}  // namespace
}  // namespace belljar
