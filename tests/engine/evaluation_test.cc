// The embedding API as a host sees it: results, errors, limits, cancellation, misuse, threads.
#include "belljar/evaluation.h"

#include <gtest/gtest.h>

#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "belljar/engine.h"
#include "belljar/inspect.h"

namespace belljar {
namespace {

std::shared_ptr<const Engine> python() {
  Engine::Built built = Engine::Builder().profile("python").build();
  EXPECT_TRUE(built.engine) << built.problem;
  return built.engine;
}

std::shared_ptr<const Program> compiled(const std::shared_ptr<const Engine>& engine,
                                        std::string_view source) {
  Compiled result = engine->compile(source, "test.py");
  EXPECT_TRUE(result.program) << result.report.text;
  return result.program;
}

Outcome run(std::string_view source, const EvaluateOptions& options = {}) {
  return evaluate(compiled(python(), source), {}, options);
}

TEST(Evaluate, RunsScripts) {
  Outcome outcome = run("print('a')\nx = [i * i for i in range(5)]\nprint(x)\n");
  EXPECT_EQ(outcome.status, Status::Ok);
  EXPECT_EQ(outcome.output, "a\n[0, 1, 4, 9, 16]\n");
  EXPECT_EQ(outcome.result_json, "null");
  EXPECT_GT(outcome.usage.steps, 0u);
  EXPECT_GT(outcome.usage.memory_bytes, 0u);
}

TEST(Evaluate, ReportsExceptions) {
  Outcome outcome = run("def f(d):\n    return d['missing']\n\n\nf({})\n");
  ASSERT_EQ(outcome.status, Status::Error);
  EXPECT_EQ(outcome.error->class_name, "KeyError");
  EXPECT_EQ(outcome.error->message, "'missing'");
  EXPECT_EQ(outcome.error->line, 2u);
  ASSERT_EQ(outcome.error->traceback.size(), 2u);
  EXPECT_EQ(outcome.error->traceback[0].function, "<module>");
  EXPECT_EQ(outcome.error->traceback[1].function, "f");
  EXPECT_EQ(outcome.error->text.substr(0, 35), "Traceback (most recent call last):\n");
}

TEST(Evaluate, RefusesSources) {
  Compiled result = python()->compile("import os\nx = (", "test.py");
  EXPECT_FALSE(result.program);
  EXPECT_TRUE(result.report.refused);
  ASSERT_FALSE(result.report.findings.empty());
  EXPECT_EQ(result.report.findings[0].rule, "syntax.parse");
  Outcome outcome = refused(result.report, "on_request");
  EXPECT_EQ(outcome.status, Status::Refused);
  EXPECT_EQ(outcome.findings.size(), 1u);
}

struct LimitRow {
  const char* kind;
  const char* source;
  void (*change)(Limits&);
};

TEST(Evaluate, StopsAtEachLimit) {
  const LimitRow rows[] = {
      {"steps", "while True:\n    pass\n", [](Limits& l) { l.steps = 10'000; }},
      {"memory", "a = ['x']\nwhile True:\n    a = a + a\n",
       [](Limits& l) { l.memory_bytes = 1 << 20; }},
      {"time", "while True:\n    pass\n", [](Limits& l) { l.time_ns = 20'000'000; }},
      {"size", "while True:\n    print('x')\n", [](Limits& l) { l.output_bytes = 100; }},
  };
  for (const LimitRow& row : rows) {
    EvaluateOptions options;
    options.limits = Limits();
    row.change(*options.limits);
    std::string guarded = "try:\n    pass\nfinally:\n    pass\n" + std::string(row.source);
    Outcome outcome = run(guarded, options);
    EXPECT_EQ(outcome.status, Status::Limit) << row.kind;
    EXPECT_EQ(outcome.limit, row.kind);
    EXPECT_FALSE(outcome.error);
    EXPECT_FALSE(outcome.stopped_at.empty()) << row.kind;
  }
}

TEST(Evaluate, NothingCatchesALimit) {
  EvaluateOptions options;
  options.limits = Limits();
  options.limits->steps = 10'000;
  Outcome outcome =
      run("try:\n    while True:\n        pass\nexcept BaseException:\n    print('caught')\n"
          "finally:\n    print('finally')\n",
          options);
  EXPECT_EQ(outcome.status, Status::Limit);
  EXPECT_EQ(outcome.output, "");
}

TEST(Evaluate, GuardsFormatInFlows) {
  for (const char* profile : {"sym", "restrictedpython", "python"}) {
    auto program = compiled(Engine::Builder().profile(profile).build().engine,
                            "print(f'{1:>3}', '%d' % 2)\nprint('{}'.format(3))\n");
    Outcome outcome = evaluate(program, {});
    if (std::string_view(profile) == "python") {
      EXPECT_EQ(outcome.output, "  1 2\n3\n");
    } else {
      EXPECT_EQ(outcome.output, "  1 2\n");
      ASSERT_TRUE(outcome.error);
      EXPECT_EQ(outcome.error->class_name, "NotImplementedError");
    }
  }
}

TEST(Evaluate, CountsTheSameStepsEveryTime) {
  auto program = compiled(python(), "d = {str(i): i for i in range(200)}\nprint(sorted(d)[:2])\n");
  uint64_t steps = evaluate(program, {}).usage.steps;
  for (int i = 0; i < 5; ++i) EXPECT_EQ(evaluate(program, {}).usage.steps, steps);
}

TEST(Evaluate, MisuseIsAnError) {
  EXPECT_EQ(evaluate(nullptr, {}).error->class_name, "InvalidCall");
  auto program = compiled(python(), "x = 1\n");
  EvaluateOptions options;
  options.limits = Limits();
  options.limits->steps = 0;
  EXPECT_EQ(evaluate(program, {}, options).error->class_name, "InvalidCall");
  EXPECT_EQ(evaluate(program, {.handler = "nowhere"}).error->class_name, "InvalidCall");
  EXPECT_FALSE(Engine::Builder().profile("cobol").build().engine);
  Limits none;
  none.depth = 0;
  EXPECT_FALSE(Engine::Builder().limits(none).build().engine);
}

TEST(Evaluate, ProgramsOutliveTheirMakers) {
  std::shared_ptr<const Program> program;
  {
    std::string source = "print('still here')\n", name = "gone.py";
    program = python()->compile(source, name).program;
    source.assign(source.size(), '#');
  }
  ASSERT_TRUE(program);
  EXPECT_EQ(program->name(), "gone.py");
  EXPECT_EQ(evaluate(program, {}).output, "still here\n");
}

class Shouting final : public Host {
 public:
  void output(std::string_view text) override {
    heard += text;
    if (heard.size() > 3) throw std::runtime_error("enough");
  }
  std::string heard;
};

TEST(Host, HearsOutputAndMayFail) {
  Shouting host;
  EvaluateOptions options;
  options.host = &host;
  Outcome outcome = run("print('ab')\nprint('cd')\nprint('ef')\n", options);
  EXPECT_EQ(outcome.status, Status::Ok);
  EXPECT_EQ(outcome.output, "ab\ncd\nef\n");
  EXPECT_EQ(host.heard.substr(0, 2), "ab");
}

TEST(Cancel, FromAnotherThread) {
  auto program = compiled(python(), "while True:\n    pass\n");
  EvaluateOptions options;
  options.limits = Limits();
  options.limits->steps = 1ull << 50;
  options.limits->time_ns = 60'000'000'000;
  Canceller canceller;
  options.canceller = canceller;
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    canceller.cancel();
  });
  Outcome outcome = evaluate(program, {}, options);
  other.join();
  EXPECT_EQ(outcome.status, Status::Limit);
  EXPECT_EQ(outcome.limit, "cancelled");
}

TEST(Threads, ShareAnEngineAndAProgram) {
  auto engine = python();
  auto program = compiled(engine, R"(
class Rule:
    def __init__(self, level):
        self.level = level

    def allows(self, user):
        return user['level'] >= self.level


def decide(n):
    rules = [Rule(i % 5) for i in range(10)]
    users = [{'name': 'u' + str(i), 'level': (i * n) % 7} for i in range(10)]
    return sorted(u['name'] for u in users if all(r.allows(u) for r in rules))


print([decide(n) for n in range(5)])
)");
  Outcome expected = evaluate(program, {});
  ASSERT_EQ(expected.status, Status::Ok) << (expected.error ? expected.error->text : "");
  std::mutex mutex;
  int different = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 50; ++i) {
        // Every thread compiles now and then, too.
        auto own = i % 10 == t ? compiled(engine, "print(1)\n") : nullptr;
        Outcome outcome = evaluate(program, {});
        bool same = outcome.status == Status::Ok && outcome.output == expected.output &&
                    outcome.usage.steps == expected.usage.steps;
        if (own) same = same && evaluate(own, {}).output == "1\n";
        std::lock_guard<std::mutex> lock(mutex);
        different += !same;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(different, 0);
}

TEST(Inspect, ShowsTheStages) {
  auto engine = python();
  Inspection tokens = inspect(*engine, "x = 1\n", "t.py", Stage::Tokens, false);
  ASSERT_TRUE(tokens.ok);
  EXPECT_NE(tokens.text.find("Name"), std::string::npos);
  EXPECT_TRUE(inspect(*engine, "x = 1\n", "t.py", Stage::Ast, true).ok);
  EXPECT_TRUE(inspect(*engine, "x = 1\n", "t.py", Stage::Bytecode, false).ok);
  Inspection broken = inspect(*engine, "x = (\n", "t.py", Stage::Ast, false);
  EXPECT_FALSE(broken.ok);
  EXPECT_TRUE(broken.report.refused);
}

}  // namespace
}  // namespace belljar
