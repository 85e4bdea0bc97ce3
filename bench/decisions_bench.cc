// What a host pays: latency of cold and warm decisions, decisions per second by threads, memory of
// one more flow, and what ten thousand loaded flows do to a decision. Prints a Markdown table.
//
//   cmake --preset release -DBELLJAR_BENCH=ON && ninja -C build/release belljar_decisions_bench
//   build/release/bench/belljar_decisions_bench
//
// The flow is conformance/flows/role_gate (49 lines), its handler on_prompt: it asks the world
// nothing. A decision is an isolate of its own, the module body, the event from its JSON text, the
// handler, the result as JSON text. A cold one compiles the flow first.
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "belljar/engine.h"
#include "belljar/evaluation.h"

namespace {

using Clock = std::chrono::steady_clock;
using ProgramPointer = std::shared_ptr<const belljar::Program>;

constexpr size_t kSamples = 20'000;
constexpr size_t kManyFlows = 10'000;
constexpr std::chrono::seconds kThroughputTime{2};

std::string read(const std::string& path) {
  std::ifstream in(std::string(BELLJAR_SOURCE_DIR "/conformance/flows/role_gate/") + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

void require(bool ok, const char* what) {
  if (ok) return;
  std::fprintf(stderr, "decisions_bench: %s\n", what);
  std::exit(1);
}

struct Bench {
  std::string source = read("impl.py");
  std::string event = read("event.json");
  std::shared_ptr<const belljar::Engine> engine = belljar::Engine::Builder().build().engine;

  ProgramPointer compile(const std::string& text) const {
    ProgramPointer program = engine->compile(text, "impl.py").program;
    require(program != nullptr, "the flow is refused");
    return program;
  }
  // The flow with a number in its text, as if each had another author.
  ProgramPointer compile_variant(size_t number) const {
    return compile(source + "\nVARIANT = \"flow " + std::to_string(number) + "\"\n");
  }
  void decide(const ProgramPointer& program) const {
    belljar::Outcome outcome =
        belljar::evaluate(program, {.handler = "on_prompt", .event_json = event});
    require(outcome.status == belljar::Status::Ok, "no decision");
  }
};

double microseconds(Clock::duration d) {
  return std::chrono::duration<double, std::micro>(d).count();
}

void row(const char* what, double value, const char* unit) {
  std::printf("| %s | %.*f %s |\n", what, value < 100 ? 2 : 0, value, unit);
}

void latency(const char* what, const std::function<void()>& run) {
  std::vector<double> times(kSamples);
  for (double& time : times) {
    const auto start = Clock::now();
    run();
    time = microseconds(Clock::now() - start);
  }
  std::ranges::sort(times);
  std::printf("| %s, p50 and p99 | %.1f and %.1f µs |\n", what, times[kSamples / 2],
              times[kSamples * 99 / 100]);
}

void throughput(const Bench& bench, const ProgramPointer& program, unsigned threads) {
  std::vector<size_t> counts(threads);
  std::vector<std::thread> workers;
  const auto end = Clock::now() + kThroughputTime;
  for (size_t& count : counts) {
    workers.emplace_back([&] {
      while (Clock::now() < end) {
        bench.decide(program);
        ++count;
      }
    });
  }
  size_t all = 0;
  for (unsigned i = 0; i < threads; ++i) {
    workers[i].join();
    all += counts[i];
  }
  const std::string what = "decisions a second, threads: " + std::to_string(threads);
  row(what.c_str(),
      static_cast<double>(all) / std::chrono::duration<double>(kThroughputTime).count(), "");
}

size_t allocated() {
  const struct mallinfo2 info = mallinfo2();
  return info.uordblks + info.hblkhd;
}

double mean_decision(const Bench& bench, const std::vector<ProgramPointer>& programs) {
  const auto start = Clock::now();
  size_t at = 0;
  for (size_t i = 0; i < kSamples; ++i) {
    at = (at * 1'103'515'245 + 12'345) & 0x7fffffff;  // no order that a cache could follow
    bench.decide(programs[at % programs.size()]);
  }
  return microseconds(Clock::now() - start) / kSamples;
}

}  // namespace

int main() {
  const Bench bench;
  const ProgramPointer program = bench.compile(bench.source);
  bench.decide(program);

  std::printf("| what | measured |\n| --- | ---: |\n");
  latency("cold decision", [&] { bench.decide(bench.compile(bench.source)); });
  latency("compiling alone", [&] { bench.compile(bench.source); });
  latency("warm decision", [&] { bench.decide(program); });
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  for (unsigned threads = 1; threads <= cores; threads *= 2) throughput(bench, program, threads);

  std::string long_source;
  for (int i = 0; i < 200; ++i) long_source += bench.source;
  const auto lines = static_cast<double>(std::ranges::count(long_source, '\n'));
  const auto start = Clock::now();
  bench.compile(long_source);
  row("lines compiled a second", lines * 1e6 / microseconds(Clock::now() - start), "");

  const double alone = mean_decision(bench, {program});
  std::vector<ProgramPointer> many;
  many.reserve(kManyFlows);
  const size_t before = allocated();
  for (size_t i = 0; i < kManyFlows; ++i) many.push_back(bench.compile_variant(i));
  row("memory of one more flow", static_cast<double>(allocated() - before) / kManyFlows / 1024,
      "KiB");
  const double among = mean_decision(bench, many);
  row("slowdown of a decision with 10,000 flows loaded", (among / alone - 1) * 100, "%");
}
