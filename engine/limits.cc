// Which limits can be used.
#include "belljar/limits.h"

namespace belljar {
namespace {

std::string range_problem(const char* name, uint64_t value, uint64_t most) {
  if (value == 0) return std::string(name) + " may not be 0: a limit is never \"unlimited\"";
  if (value > most) return std::string(name) + " must be at most " + std::to_string(most);
  return {};
}

}  // namespace

Limits Limits::largest() {
  Limits most;
  most.steps = 1ull << 60;
  most.memory_bytes = 1ull << 40;
  most.depth = 1'000'000;
  most.time_ns = 1'000'000'000ull * 1'000'000'000;
  most.effects = UINT32_MAX;
  most.output_bytes = 1ull << 40;
  return most;
}

std::string Limits::problem() const {
  struct Row {
    const char* name;
    uint64_t value, most;
  };
  const Limits most = largest();
  const Row rows[] = {
      {"steps", steps, most.steps},       {"memory_bytes", memory_bytes, most.memory_bytes},
      {"depth", depth, most.depth},       {"time_ns", time_ns, most.time_ns},
      {"effects", effects, most.effects}, {"output_bytes", output_bytes, most.output_bytes},
  };
  for (const Row& row : rows) {
    std::string problem = range_problem(row.name, row.value, row.most);
    if (!problem.empty()) return problem;
  }
  return {};
}

}  // namespace belljar
