// Conformance programs as a sample of what evaluations do, for tests that run many of them often.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "belljar/engine.h"
#include "belljar/evaluation.h"

namespace belljar {

struct SampleProgram {
  std::string name;
  std::shared_ptr<const Program> program;
  Outcome alone;
};

// What a program must not make depend on what ran before it.
inline std::string shown(const Outcome& outcome) {
  std::string out = outcome.output + "\n--\n" + outcome.limit + "\n";
  if (outcome.error) out += outcome.error->text;
  return out + std::to_string(outcome.usage.steps) + " steps, " +
         std::to_string(outcome.usage.memory_bytes) + " bytes, depth " +
         std::to_string(outcome.usage.depth);
}

// The `count` programs that take the fewest steps but at least `least`, from all folders.
inline std::vector<SampleProgram> sample_programs(const std::shared_ptr<const Engine>& engine,
                                                  size_t count, uint64_t least) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::string(BELLJAR_SOURCE_DIR) + "/conformance/programs")) {
    if (entry.path().extension() == ".py") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<SampleProgram> out;
  Limits limits;
  limits.steps = 200'000;
  for (const std::string& path : paths) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    Compiled compiled = engine->compile(text.str(), path);
    if (!compiled.program) continue;
    EvaluateOptions options;
    options.limits = limits;
    Outcome alone = evaluate(compiled.program, {}, options);
    if (alone.status == Status::Limit || alone.usage.steps < least) continue;
    out.push_back({path, compiled.program, std::move(alone)});
  }
  std::stable_sort(out.begin(), out.end(), [](const SampleProgram& a, const SampleProgram& b) {
    return a.alone.usage.steps < b.alone.usage.steps;
  });
  if (out.size() > count) out.erase(out.begin() + static_cast<std::ptrdiff_t>(count), out.end());
  return out;
}

}  // namespace belljar
