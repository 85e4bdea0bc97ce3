// What one evaluation may use. Every limit is finite and none may be 0: there is no "unlimited".
// A limit that is hit ends the evaluation with Status::Limit; the program cannot catch it.
#pragma once

#include <cstdint>
#include <string>

namespace belljar {

struct Limits {
  uint64_t steps = 1'000'000'000;        // deterministic work units: calls, loop turns, native work
  uint64_t memory_bytes = 256ull << 20;  // of the evaluation's own heap, exactly accounted
  uint32_t depth = 1000;                 // nested calls of Python functions
  uint64_t time_ns = 10'000'000'000;     // nanoseconds of the monotonic clock
  uint32_t effects = 1000;               // calls that leave through the host
  uint64_t output_bytes = 1ull << 20;    // everything printed, UTF-8

  // The largest that can be used: far beyond any need, and safe to calculate with. Any thread.
  static Limits largest();

  // Empty if the limits can be used, else a sentence that says which one cannot and why.
  // Engine::Builder::build and Evaluation refuse limits that cannot be used. Any thread.
  std::string problem() const;
};

}  // namespace belljar
