// No evaluation notices which one ran before it in the same process, nor how small the stack is.
#include <pthread.h>

#include <functional>

#include "tests/isolation/programs.h"

namespace belljar {
namespace {

std::shared_ptr<const Engine> python() {
  return Engine::Builder().profile("python").build().engine;
}

// All ordered pairs are neighbours in this walk: a path along each edge of the complete graph.
std::vector<size_t> walk_over_pairs(size_t count) {
  std::vector<size_t> next(count, 0), stack = {0}, walk;
  while (!stack.empty()) {
    size_t at = stack.back();
    if (next[at] < count) {
      stack.push_back(next[at]++);
    } else {
      walk.push_back(at);
      stack.pop_back();
    }
  }
  std::reverse(walk.begin(), walk.end());
  return walk;
}

TEST(Neighbours, AThenBIsBAlone) {
  std::shared_ptr<const Engine> engine = python();
  std::vector<SampleProgram> programs = sample_programs(engine, 50, 500);
  ASSERT_EQ(programs.size(), 50u);
  std::vector<size_t> walk = walk_over_pairs(programs.size());
  ASSERT_EQ(walk.size(), 50u * 50u + 1);
  for (size_t i = 0; i < walk.size(); ++i) {
    const SampleProgram& b = programs[walk[i]];
    Outcome outcome = evaluate(b.program, {});
    ASSERT_EQ(shown(outcome), shown(b.alone))
        << b.name << " after " << (i > 0 ? programs[walk[i - 1]].name : "nothing");
  }
}

TEST(Neighbours, AFreshEngineAgrees) {
  std::vector<SampleProgram> used = sample_programs(python(), 10, 500);
  std::vector<SampleProgram> fresh = sample_programs(python(), 10, 500);
  ASSERT_EQ(used.size(), fresh.size());
  for (size_t i = 0; i < used.size(); ++i) EXPECT_EQ(shown(used[i].alone), shown(fresh[i].alone));
}

void on_stack_of(size_t bytes, const std::function<void()>& work) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  ASSERT_EQ(pthread_attr_setstacksize(&attributes, bytes), 0);
  pthread_t thread;
  auto run = [](void* p) -> void* {
    (*static_cast<const std::function<void()>*>(p))();
    return nullptr;
  };
  ASSERT_EQ(pthread_create(&thread, &attributes, run, const_cast<std::function<void()>*>(&work)),
            0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr size_t kSmallStack = 4u << 20;  // frames are many times as large, and so is the budget
#else
constexpr size_t kSmallStack = 256u << 10;
#endif

// Natives that recurse over data or call back, deeper than a small stack can bear.
constexpr const char* kDeep[] = {
    "x = []\nfor i in range(100000): x = [x]\ntry: print(repr(x))\nexcept RecursionError: "
    "print('ok')\n",
    "x = []\ny = []\nfor i in range(100000): x, y = [x], [y]\n"
    "try: print(x == y)\nexcept RecursionError: print('ok')\n",
    "x = ()\nfor i in range(100000): x = (x,)\ntry: print(hash(x))\nexcept RecursionError: "
    "print('ok')\n",
    "class A:\n    def __repr__(self): return repr(self)\n"
    "try: print(A())\nexcept RecursionError: print('ok')\n",
    "class A:\n    def __lt__(self, o): return sorted([self, o])\n"
    "try: sorted([A(), A()])\nexcept RecursionError: print('ok')\n",
    "def f(n): return max([n], key=f)\ntry: f(1)\nexcept RecursionError: print('ok')\n",
    "import re\ndef f(m): return re.sub('a', f, 'a')\n"
    "try: re.sub('a', f, 'a')\nexcept RecursionError: print('ok')\n",
    "import json\ntry: json.loads('[' * 100000)\nexcept RecursionError: print('ok')\n",
    "import json\nclass A: pass\ntry: json.dumps(A(), default=lambda o: [o])\n"
    "except (RecursionError, ValueError): print('ok')\n",
    "import copy\nx = []\nfor i in range(100000): x = [x]\n"
    "try: copy.deepcopy(x)\nexcept RecursionError: print('ok')\n",
    "def g(x): yield from x\nx = iter([1])\nfor i in range(100000): x = g(x)\n"
    "try: next(x)\nexcept RecursionError: print('ok')\n",
    "x = iter([1])\nfor i in range(100000): x = map(abs, x)\n"
    "try: next(x)\nexcept RecursionError: print('ok')\n",
    "class A:\n    def __getattr__(self, n): return getattr(self, n + 'x')\n"
    "try: A().x\nexcept RecursionError: print('ok')\n",
    "class A:\n    def __format__(self, s): return f'{self:x}'\n"
    "try: f'{A()}'\nexcept RecursionError: print('ok')\n",
    "import re\ntry: re.compile('(' * 20000 + ')' * 20000)\n"
    "except (RecursionError, re.error): print('ok')\n",
};

TEST(Neighbours, SmallStacksAreEnough) {
  std::shared_ptr<const Engine> engine = python();
  std::vector<SampleProgram> programs = sample_programs(engine, 50, 500);
  for (const SampleProgram& sample : programs) {
    Outcome outcome;
    on_stack_of(kSmallStack, [&] { outcome = evaluate(sample.program, {}); });
    EXPECT_EQ(shown(outcome), shown(sample.alone)) << sample.name;
  }
}

TEST(Neighbours, SmallStacksAreGuarded) {
  std::shared_ptr<const Engine> engine = python();
  for (const char* source : kDeep) {
    for (uint32_t depth : {1000u, 1'000'000u}) {
      Outcome outcome;
      on_stack_of(kSmallStack, [&] {
        EvaluateOptions options;
        options.limits = Limits();
        options.limits->depth = depth;
        Compiled compiled = engine->compile(source, "deep.py");
        ASSERT_TRUE(compiled.program) << compiled.report.text;
        outcome = evaluate(compiled.program, {}, options);
      });
      // What is no recursion here succeeds, and prints nothing.
      EXPECT_TRUE(outcome.output == "ok\n" || outcome.status == Status::Ok ||
                  outcome.status == Status::Limit)
          << source << outcome.output << (outcome.error ? outcome.error->text : "");
    }
  }
}

// The front end, too: nesting in a source is bounded by the parser's budget.
TEST(Neighbours, SmallStacksCompileDeepSources) {
  std::shared_ptr<const Engine> engine = python();
  const std::string nested[] = {
      "x = " + std::string(5000, '(') + "1" + std::string(5000, ')') + "\n",
      "x = " + std::string(5000, '[') + std::string(5000, ']') + "\n",
      "x = " + std::string(20000, '-') + "1\n",
      "x = 1" +
          [] {
            std::string out;
            for (int i = 0; i < 20000; ++i) out += " + 1";
            return out;
          }() +
          "\n",
      [] {
        std::string out;
        for (int i = 0; i < 90; ++i) out += std::string(static_cast<size_t>(i), ' ') + "if x:\n";
        return out + std::string(90, ' ') + "pass\n";
      }(),
  };
  for (const std::string& source : nested) {
    on_stack_of(kSmallStack, [&] { (void)engine->compile(source, "nested.py"); });
  }
}

}  // namespace
}  // namespace belljar
