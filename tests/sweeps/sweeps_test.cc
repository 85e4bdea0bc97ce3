// A fault at every place: memory refused at each allocation, a stop after each step.
#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>

#include "tests/isolation/programs.h"

namespace belljar {
namespace {

bool all() {
  const char* wish = std::getenv("BELLJAR_SWEEPS");
  return wish && std::strcmp(wish, "all") == 0;
}
size_t program_count() { return all() ? 50 : 6; }
// Every place, or one in this many.
uint64_t stride() { return all() ? 1 : 29; }

constexpr uint64_t kAllocations = 5000;
constexpr uint64_t kLeastBytes = 16;  // of an allocation

std::shared_ptr<const Engine> python() {
  return Engine::Builder().profile("python").build().engine;
}

Outcome limited(const SampleProgram& sample, void (*change)(Limits&, uint64_t), uint64_t n) {
  EvaluateOptions options;
  options.limits = Limits();
  change(*options.limits, n);
  return evaluate(sample.program, {}, options);
}

bool begins(const std::string& text, const std::string& start) {
  return text.compare(0, start.size(), start) == 0;
}

// Either nothing was noticed, or the limit ended it, having printed what the program prints first.
void expect_cut(const SampleProgram& sample, const Outcome& outcome, const char* limit,
                uint64_t n) {
  if (outcome.status == Status::Limit) {
    ASSERT_EQ(outcome.limit, limit) << sample.name << " at " << n;
    ASSERT_TRUE(begins(sample.alone.output, outcome.output)) << sample.name << " at " << n;
  } else {
    ASSERT_EQ(outcome.output, sample.alone.output) << sample.name << " at " << n;
    ASSERT_EQ(outcome.error.has_value(), sample.alone.error.has_value())
        << sample.name << " at " << n;
  }
}

TEST(Sweep, MemoryRefusedAtEachAllocation) {
  std::shared_ptr<const Engine> engine = python();
  const uint64_t least =
      evaluate(engine->compile("pass\n", "pass.py").program, {}).usage.memory_bytes;
  uint64_t runs = 0, stopped = 0;
  for (const SampleProgram& sample : sample_programs(engine, program_count(), 500)) {
    for (uint64_t n = 0; n < kAllocations; n += stride()) {
      const uint64_t bytes = least / 2 + n * kLeastBytes;
      Outcome outcome = limited(
          sample, [](Limits& l, uint64_t b) { l.memory_bytes = b > 0 ? b : 1; }, bytes);
      ++runs;
      stopped += outcome.status == Status::Limit;
      ASSERT_NO_FATAL_FAILURE(expect_cut(sample, outcome, "memory", n));
      if (bytes > sample.alone.usage.memory_bytes) break;
    }
    ASSERT_EQ(shown(evaluate(sample.program, {})), shown(sample.alone)) << sample.name;
  }
  std::printf("%llu evaluations, %llu stopped\n", static_cast<unsigned long long>(runs),
              static_cast<unsigned long long>(stopped));
  EXPECT_GT(stopped, 0u);
}

TEST(Sweep, StopAfterEachStep) {
  std::shared_ptr<const Engine> engine = python();
  uint64_t runs = 0;
  for (const SampleProgram& sample : sample_programs(engine, program_count(), 500)) {
    for (uint64_t n = 1; n <= sample.alone.usage.steps; n += stride()) {
      const auto steps = [](Limits& l, uint64_t s) { l.steps = s; };
      Outcome outcome = limited(sample, steps, n);
      ++runs;
      ASSERT_NO_FATAL_FAILURE(expect_cut(sample, outcome, "steps", n));
      // The report of an uncaught exception is charged, too, but no limit takes its place.
      const bool reporting = sample.alone.error && outcome.status == sample.alone.status;
      if (n < sample.alone.usage.steps && !reporting) {
        ASSERT_EQ(outcome.status, Status::Limit) << sample.name << " at " << n;
      }
      if (n % 97 == 0) {
        ASSERT_EQ(shown(limited(sample, steps, n)), shown(outcome)) << sample.name << " at " << n;
      }
    }
    ASSERT_EQ(shown(evaluate(sample.program, {})), shown(sample.alone)) << sample.name;
  }
  std::printf("%llu evaluations\n", static_cast<unsigned long long>(runs));
}

}  // namespace
}  // namespace belljar
