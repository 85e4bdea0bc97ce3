// Decisions per second of five sample flows whose world is mocked, on one thread and on two.
//
//   cmake --preset release -DBELLJAR_BENCH=ON && ninja -C build/release belljar_flows_bench
//   build/release/bench/belljar_flows_bench
//
// One decision: a world from its JSON text, a fresh isolate, the module body, the event from its
// JSON text, the handler with every call that it makes, the result as JSON text. Threads share the
// program and nothing else.
#include <benchmark/benchmark.h>

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "belljar/engine.h"
#include "belljar/evaluation.h"
#include "belljar/world.h"

namespace {

using Json = nlohmann::ordered_json;

struct Sample {
  const char* flow;
  const char* test_case;
};
constexpr Sample kSamples[] = {
    {"approval_tiers", "three_tiers"},        // destinations and a Slack look-up
    {"okta_group_picker", "sorted_options"},  // options from a list of groups
    {"oncall_auto_approve", "on_call"},       // a hook that approves by PagerDuty's word
    {"http_release_check", "open_release"},   // a request and its JSON
    {"dynamic_form", "europe"},               // a form changed as the user types
};

struct Decision {
  std::shared_ptr<const belljar::Program> program;
  std::string handler, event, args, world;
};

std::string read(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::shared_ptr<const belljar::Engine> engine() {
  static const auto* engine =
      new std::shared_ptr<const belljar::Engine>(belljar::Engine::Builder().build().engine);
  return *engine;
}

Decision load(const Sample& sample) {
  const std::string folder =
      std::string(BELLJAR_SOURCE_DIR "/conformance/flows/") + sample.flow + "/";
  const Json document = Json::parse(read(folder + "cases.json"));
  Decision out;
  out.program = engine()->compile(read(folder + "impl.py"), "impl.py").program;
  for (const Json& one : document["cases"]) {
    if (one["name"] != sample.test_case) continue;
    out.handler = one["handler"];
    if (one.contains("event")) out.event = read(folder + one["event"].get<std::string>());
    if (one.contains("args")) out.args = one["args"].dump();
    out.world = one.dump();
  }
  return out;
}

void decisions(benchmark::State& state) {
  const Decision decision = load(kSamples[state.range(0)]);
  for (auto _ : state) {
    belljar::World::Loaded world = belljar::World::load(decision.world);
    belljar::EvaluateOptions options;
    options.host = world.world.get();
    belljar::Outcome outcome = belljar::evaluate(
        decision.program, {decision.handler, decision.event, decision.args}, options);
    if (outcome.status != belljar::Status::Ok) state.SkipWithError("no decision");
  }
  state.SetItemsProcessed(state.iterations());
  state.SetLabel(kSamples[state.range(0)].flow);
}
BENCHMARK(decisions)->DenseRange(0, 4)->Threads(1)->Threads(2)->UseRealTime();

}  // namespace
