// Which limits can be used.
#include "belljar/limits.h"

namespace belljar {
namespace {

// Far beyond any use, far below any overflow.
constexpr uint64_t kMostSteps = 1ull << 60;
constexpr uint64_t kMostBytes = 1ull << 40;
constexpr uint64_t kLeastMemory = 64 * 1024;
constexpr uint32_t kMostDepth = 1'000'000;
constexpr uint64_t kMostTime = 1'000'000ull * 1'000'000'000;

std::string range_problem(const char* name, uint64_t value, uint64_t least, uint64_t most) {
  if (value == 0) return std::string(name) + " may not be 0: a limit is never \"unlimited\"";
  if (value < least) return std::string(name) + " must be at least " + std::to_string(least);
  if (value > most) return std::string(name) + " must be at most " + std::to_string(most);
  return {};
}

}  // namespace

std::string Limits::problem() const {
  struct Row {
    const char* name;
    uint64_t value, least, most;
  };
  const Row rows[] = {
      {"steps", steps, 1, kMostSteps},     {"memory_bytes", memory_bytes, kLeastMemory, kMostBytes},
      {"depth", depth, 1, kMostDepth},     {"time_ns", time_ns, 1, kMostTime},
      {"effects", effects, 1, UINT32_MAX}, {"output_bytes", output_bytes, 1, kMostBytes},
  };
  for (const Row& row : rows) {
    std::string problem = range_problem(row.name, row.value, row.least, row.most);
    if (!problem.empty()) return problem;
  }
  return {};
}

}  // namespace belljar
