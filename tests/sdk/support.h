// Runs small flows: a body of statements inside a handler, with the event of a sample flow and a
// world that answers.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "belljar/engine.h"
#include "belljar/evaluation.h"
#include "belljar/world.h"

namespace belljar::testing {

inline const std::shared_ptr<const Engine>& sym_engine() {
  static const auto* engine =
      new std::shared_ptr<const Engine>(Engine::Builder().profile("sym").build().engine);
  return *engine;
}

inline std::string sample_event() {
  std::ifstream file(BELLJAR_SOURCE_DIR "/conformance/flows/srn_routing/event.json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

inline Outcome run_flow(const std::string& source, const std::string& handler,
                        const std::string& world_json = "{}", const std::string& args = "") {
  Compiled compiled = sym_engine()->compile(source, "flow.py");
  EXPECT_TRUE(compiled.program) << compiled.report.text;
  if (!compiled.program) return {};
  World::Loaded loaded = World::load(world_json);
  EXPECT_TRUE(loaded.world) << loaded.problem;
  std::string event = sample_event();
  EvaluateOptions options;
  options.host = loaded.world.get();
  return evaluate(compiled.program, {handler, event, args}, options);
}

// What the statements print, or "Class: message" of what they raise behind it.
inline std::string printed(const std::string& imports, const std::string& body,
                           const std::string& world_json = "{}") {
  std::string source = imports + "\ndef f(event):\n";
  std::istringstream lines(body);
  for (std::string line; std::getline(lines, line);) source += "    " + line + "\n";
  Outcome outcome = run_flow(source, "f", world_json);
  std::string text = outcome.output;
  if (outcome.error) text += outcome.error->class_name + ": " + outcome.error->message + "\n";
  if (outcome.status == Status::Effect) text += "effect refused: " + outcome.effect + "\n";
  if (outcome.status == Status::Limit) text += "limit: " + outcome.limit + "\n";
  return text;
}

}  // namespace belljar::testing
