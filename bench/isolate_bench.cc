// What one evaluation costs inside a process: an isolate, a flow's first decision, compiling it.
//
//   cmake --preset release -DBELLJAR_BENCH=ON && ninja -C build/release belljar_bench
//   build/release/bench/belljar_bench
//
// The flow is the first example of the seed page (conformance/seed/allow_self). Every decision is
// hermetic: a fresh isolate, the module body, the event's JSON text in, the result's JSON text out.
#include <benchmark/benchmark.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "belljar/engine.h"
#include "belljar/evaluation.h"
#include "builtins/install.h"
#include "interp/isolate.h"
#include "runtime/realm_builder.h"

namespace {

std::string read(const std::string& path) {
  std::ifstream in(std::string(BELLJAR_SOURCE_DIR "/") + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

struct Flow {
  std::string source = read("conformance/seed/allow_self/impl.py");
  std::string event = read("conformance/seed/allow_self/event.json");
  std::shared_ptr<const belljar::Engine> engine = belljar::Engine::Builder().build().engine;
  std::shared_ptr<const belljar::Program> program = engine->compile(source, "impl.py").program;
};
const Flow& flow() {
  static const Flow* flow = new Flow;
  return *flow;
}

class NoModules final : public belljar::ModuleFinder {
 public:
  belljar::Module* find(std::string_view, bool) const override { return nullptr; }
};

// An isolate over a shared realm, nothing run in it.
void isolate_create_destroy(benchmark::State& state) {
  belljar::ChunkPool chunks;
  belljar::StackPool stacks;
  belljar::RealmBuilder realm(chunks);
  belljar::install_builtins(realm);
  realm.finish();
  NoModules modules;
  size_t bytes = 0;
  for (auto _ : state) {
    belljar::Isolate isolate(chunks, stacks, realm.realm(), modules, belljar::RuntimeLimits());
    bytes = isolate.heap().bytes();
    benchmark::DoNotOptimize(bytes);
  }
  state.counters["heap_bytes"] = static_cast<double>(bytes);
}
BENCHMARK(isolate_create_destroy);

// Create, run the module body, run get_approvers, destroy: JSON text to JSON text.
void seed_flow_decision(benchmark::State& state) {
  const Flow& f = flow();
  uint64_t bytes = 0, steps = 0;
  for (auto _ : state) {
    belljar::Outcome out =
        belljar::evaluate(f.program, {.handler = "get_approvers", .event_json = f.event});
    if (out.status != belljar::Status::Ok) state.SkipWithError("the flow failed");
    bytes = out.usage.memory_bytes;
    steps = out.usage.steps;
  }
  state.counters["heap_bytes"] = static_cast<double>(bytes);
  state.counters["steps"] = static_cast<double>(steps);
}
BENCHMARK(seed_flow_decision);
BENCHMARK(seed_flow_decision)->Threads(2)->UseRealTime();

// The module body alone.
void seed_flow_module(benchmark::State& state) {
  const Flow& f = flow();
  for (auto _ : state) {
    belljar::Outcome out = belljar::evaluate(f.program, {});
    if (out.status != belljar::Status::Ok) state.SkipWithError("the module failed");
  }
}
BENCHMARK(seed_flow_module);

// Parse, check and compile.
void seed_flow_compile(benchmark::State& state) {
  const Flow& f = flow();
  for (auto _ : state) benchmark::DoNotOptimize(f.engine->compile(f.source, "impl.py").program);
}
BENCHMARK(seed_flow_compile);

}  // namespace
