// Modules that a host grants to a profile, and library modules written in Python across isolates.
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "belljar/engine.h"
#include "belljar/evaluation.h"

namespace belljar {
namespace {

constexpr std::string_view kUsesEnum =
    "from enum import Enum\n"
    "class Color(Enum):\n"
    "    RED = 1\n"
    "print(Color.RED, Color(1) is Color.RED)\n";

TEST(Modules, AProfileRefusesWhatItDoesNotOffer) {
  Engine::Built built = Engine::Builder().profile("sym").build();
  EXPECT_FALSE(built.engine->compile(kUsesEnum, "flow.py").program);
}

TEST(Modules, AHostGrantsAModuleToAnyProfile) {
  Engine::Built built = Engine::Builder().profile("sym").allow_module("enum").build();
  ASSERT_TRUE(built.engine) << built.problem;
  Compiled result = built.engine->compile(kUsesEnum, "flow.py");
  ASSERT_TRUE(result.program) << result.report.text;
  Outcome outcome = evaluate(result.program, {}, {});
  EXPECT_EQ(outcome.output, "Color.RED True\n");
  // Nothing else came with it.
  EXPECT_FALSE(
      built.engine->compile("import dataclasses\nprint(dataclasses)\n", "flow.py").program);
}

TEST(Modules, AnUnknownModuleCannotBeGranted) {
  Engine::Built built = Engine::Builder().allow_module("os").build();
  EXPECT_FALSE(built.engine);
  EXPECT_EQ(built.problem, "there is no module 'os'");
}

TEST(Modules, NoProgramSeesTheHiddenModules) {
  Engine::Built built = Engine::Builder().profile("restrictedpython").build();
  // This profile leaves imports to run time, where only what it offers is found.
  Compiled result = built.engine->compile("import _belljar\n", "flow.py");
  if (result.program) {
    EXPECT_EQ(evaluate(result.program, {}, {}).status, Status::Error);
  }
}

TEST(Modules, WhatOneEvaluationDoesToAModuleNoOtherSees) {
  Engine::Built built = Engine::Builder().profile("python").build();
  Compiled writer = built.engine->compile(
      "import enum\nenum.Enum.mark = 5\nprint(hasattr(enum.Enum, 'mark'))\n", "a.py");
  Compiled reader =
      built.engine->compile("import enum\nprint(hasattr(enum.Enum, 'mark'))\n", "b.py");
  ASSERT_TRUE(writer.program && reader.program);
  EXPECT_EQ(evaluate(writer.program, {}, {}).output, "True\n");
  EXPECT_EQ(evaluate(reader.program, {}, {}).output, "False\n");
}

TEST(Modules, FirstImportsMayRace) {
  Engine::Built built = Engine::Builder().profile("python").build();
  Compiled result = built.engine->compile(kUsesEnum, "flow.py");
  ASSERT_TRUE(result.program);
  std::vector<std::string> outputs(4);
  std::vector<uint64_t> steps(4);
  std::vector<std::thread> threads;
  for (size_t i = 0; i < outputs.size(); ++i) {
    threads.emplace_back([&, i] {
      Outcome outcome = evaluate(result.program, {}, {});
      outputs[i] = outcome.output;
      steps[i] = outcome.usage.steps;
    });
  }
  for (std::thread& t : threads) t.join();
  for (size_t i = 0; i < outputs.size(); ++i) {
    EXPECT_EQ(outputs[i], "Color.RED True\n");
    EXPECT_EQ(steps[i], steps[0]);  // who compiled the module does not show
  }
}

}  // namespace
}  // namespace belljar
