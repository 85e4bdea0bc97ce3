// What does not fit is refused with a message, and what is long is not refused: widths of operands,
// jumps, displays, chains.
#include "tests/compile/program.h"

namespace belljar::testing {
namespace {

std::string lines(int count, const std::string& prefix, const std::string& suffix) {
  std::string out;
  for (int i = 0; i < count; ++i) out += prefix + std::to_string(i) + suffix;
  return out;
}

void expect_output(const std::string& source, const std::string& output) {
  TestProgram program(source);
  ASSERT_TRUE(program.ok()) << program.error();
  EXPECT_TRUE(program.run().is_none());
  EXPECT_EQ(program.output(), output);
}

TEST(CompileLimits, TooManyLocals) {
  TestProgram program("def f():\n" + lines(61000, "    v", " = 1\n"));
  EXPECT_EQ(program.error(), "too many local variables in one function");
}

TEST(CompileLimits, MoreLocalsThanInstructionsCanName) {
  expect_output(
      "def f():\n" + lines(3000, "    v", " = 1\n") + "    return v0 + v2999\nprint(f())\n", "2\n");
}

TEST(CompileLimits, ManyLocalsWithinTheLimit) {
  expect_output("def f():\n" + lines(200, "    v", " = 1\n") + "    return v0 + v199\nprint(f())\n",
                "2\n");
}

TEST(CompileLimits, ManyModuleNames) {
  expect_output(lines(3000, "v", " = 1\n") + "print(v0 + v2999)\n", "2\n");
}

TEST(CompileLimits, TooManyCaptured) {
  std::string source = "def f(" + lines(300, "p", ", ") + "):\n    def g():\n        return (" +
                       lines(300, "p", ", ") + ")\n";
  EXPECT_FALSE(TestProgram(source).ok());
}

TEST(CompileLimits, FinallyInFinallyIsBounded) {
  std::string source = "def f():\n";
  for (int i = 0; i < 18; ++i) {
    std::string indent(static_cast<size_t>(i + 1) * 1, ' ');
    source += indent + "try: f()\n" + indent + "finally:\n";
  }
  source += std::string(19, ' ') + "pass\n";
  EXPECT_EQ(TestProgram(source).error(), "too many exits through 'finally' in one function");
}

TEST(CompileLimits, LongJumps) {
  // A body of more than 32767 words behind conditional jumps, taken and not taken.
  std::string body = lines(12000, "        x = x + ", "\n");
  expect_output("def f(c, x):\n    if c and x is not None:\n" + body +
                    "    else:\n        return 'no'\n    return x\n"
                    "print(f(1, 0), f(0, 0), f(1, None))\n",
                "71994000 no no\n");
}

TEST(CompileLimits, LongLoop) {
  std::string body = lines(12000, "        x = x + ", "\n");
  expect_output("def f(n, x):\n    while n:\n        n -= 1\n        if n == 1: continue\n" + body +
                    "    return x\nprint(f(3, 0))\n",
                "143988000\n");
}

TEST(CompileLimits, ManyConstants) {
  std::string source = "def f():\n    x = 0\n";
  for (int i = 0; i < 2000; ++i) source += "    x = x + " + std::to_string(100000 + i) + "\n";
  expect_output(source + "    return x\nprint(f())\n", "201999000\n");
}

TEST(CompileLimits, LongDisplays) {
  expect_output("def f(x):\n    return [" + lines(1000, "x + ", ", ") + "]\nprint(sum(f(1)))\n",
                "500500\n");
  expect_output("def f(x):\n    return {" + lines(1000, "'k", "': x, ") + "}\nprint(len(f(1)))\n",
                "1000\n");
  expect_output("def f(x):\n    return {" + lines(1000, "x + ", ", ") + "}\nprint(len(f(1)))\n",
                "1000\n");
  expect_output("def f(*a, **k):\n    return len(a), len(k)\nprint(f(" + lines(300, "", ", ") +
                    lines(300, "k", "=1, ") + "))\n",
                "(300, 300)\n");
  expect_output("x = 1\nprint(len(f'" + lines(300, "{x}a", "") + "'))\n", "1390\n");
}

TEST(CompileLimits, LongChains) {
  std::string sum = "x", calls = "s";
  for (int i = 0; i < 20000; ++i) sum += " + x";
  for (int i = 0; i < 20000; ++i) calls += ".strip()";
  expect_output("x = 1\ns = ' a '\nprint(" + sum + ", " + calls + ")\n", "20001 a\n");
  std::string compared = "0";
  for (int i = 1; i < 2000; ++i) compared += " < " + std::to_string(i);
  expect_output(
      "x = 5\nprint(" + compared + ", " + compared + " < x, 1 if " + compared + " > 1999 else 2)\n",
      "True False 2\n");
  std::string chain = "if x == 0:\n    y = 0\n";
  for (int i = 1; i < 5000; ++i) chain += "elif x == " + std::to_string(i) + ":\n    y = 1\n";
  expect_output("x = 4999\n" + chain + "print(y)\n", "1\n");
}

TEST(CompileLimits, DeepNesting) {
  std::string functions;
  for (int i = 0; i < 60; ++i) {
    functions += std::string(static_cast<size_t>(i), ' ') + "def f" + std::to_string(i) + "(a" +
                 std::to_string(i) + "):\n";
  }
  functions += std::string(60, ' ') + "return a0 + a59\n";
  for (int i = 59; i-- > 0;) {
    functions +=
        std::string(static_cast<size_t>(i + 1), ' ') + "return f" + std::to_string(i + 1) + "(1)\n";
  }
  expect_output(functions + "print(f0(1))\n", "2\n");
}

}  // namespace
}  // namespace belljar::testing
