// `belljar test`: every case of every cases.json, each in an evaluation of its own, on all
// processors.
#include <atomic>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "belljar/world.h"
#include "cli/cases.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/expect.h"
#include "cli/junit.h"

namespace belljar::cli {
namespace {

using Json = nlohmann::ordered_json;

enum class Verdict { NotRun, Passed, Failed, Error };

struct Result {
  Verdict verdict = Verdict::NotRun;
  std::vector<JsonDifference> differences;
  std::string problem;  // Error: why it could not be run
  std::string got;      // the envelope
  double seconds = 0;   // by the clock
};

struct Flow {
  CaseFile file;
  Compiled compiled;
  std::vector<Result> results;
};

std::string json_of(const std::string& text) {
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

// A side of a difference, for people: JSON, cut.
std::string shown(const std::string& json) {
  constexpr size_t kMost = 300;
  if (json.empty()) return "absent";
  if (json.size() <= kMost) return json;
  size_t cut = kMost;
  while (cut > 0 && (static_cast<unsigned char>(json[cut]) & 0xC0) == 0x80) --cut;
  return json.substr(0, cut) + "…";
}

// For programs: the value itself; absent where there is nothing.
Json difference_json(const JsonDifference& difference) {
  Json out = {{"path", difference.path}};
  auto add = [&out](const char* name, const std::string& text) {
    if (text.empty()) return;
    Json value = Json::parse(text, nullptr, false);
    out[name] = value.is_discarded() ? Json(text) : value;
  };
  add("expected", difference.expected);
  add("got", difference.got);
  return out;
}

Result run_case(const TestCase& test, const Compiled& compiled) {
  Result result;
  result.verdict = Verdict::Error;
  result.problem = test.problem;
  if (!result.problem.empty()) return result;
  World::Loaded loaded = World::load(test.world);
  if (!loaded.world) {
    result.problem = loaded.problem;
    return result;
  }
  Outcome outcome;
  if (!compiled.program) {
    outcome = refused(compiled.report, test.handler);
  } else {
    EvaluateOptions how;
    how.host = loaded.world.get();
    how.canceller = interruption();
    outcome = evaluate(compiled.program, {test.handler, test.event, test.args}, how);
  }
  result.got = outcome.json();
  if (outcome.status == Status::Error && outcome.error->class_name == "InvalidCall") {
    result.problem = outcome.error->message;
    return result;
  }
  result.differences = expectation_differences(test.expect, outcome, &result.problem);
  if (!result.problem.empty()) return result;
  // Shown, but no reason to fail.
  size_t contested = test.contested ? result.differences.size() : 0;
  // A call that nothing answers fails the case, whatever it expects; so does an answer that nothing
  // used.
  if (outcome.status == Status::Effect) {
    result.differences.push_back(
        {"call " + outcome.effect, "\"an answer\"", json_of(outcome.effect_reason)});
  }
  for (const World::Unused& unused : loaded.world->unused()) {
    result.differences.push_back({unused.path, "\"used\"", json_of(unused.what)});
  }
  result.verdict = result.differences.size() == contested ? Verdict::Passed : Verdict::Failed;
  return result;
}

// Hands out cases to threads by a running number.
void run_all(std::vector<Flow>& flows, unsigned jobs) {
  std::vector<std::pair<Flow*, size_t>> work;
  for (Flow& flow : flows) {
    flow.results.resize(flow.file.cases.size());
    for (size_t i = 0; i < flow.results.size(); ++i) work.emplace_back(&flow, i);
  }
  if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
  jobs = static_cast<unsigned>(std::min<size_t>({jobs, work.size(), 256}));
  std::atomic<size_t> next{0};
  auto worker = [&] {
    for (size_t i = next++; i < work.size() && !interruption().cancelled(); i = next++) {
      auto [flow, index] = work[i];
      const auto began = std::chrono::steady_clock::now();
      Result& result = flow->results[index];
      result = run_case(flow->file.cases[index], flow->compiled);
      result.seconds =
          std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < jobs; ++i) threads.emplace_back(worker);
  worker();
  for (std::thread& thread : threads) thread.join();
}

const char* verdict_name(Verdict verdict) {
  return verdict == Verdict::Passed ? "passed" : verdict == Verdict::Failed ? "failed" : "error";
}

void write_json(const std::vector<Flow>& flows, size_t passed, size_t failed, Output& out) {
  Json head = {{"schema", "belljar/test/1"}, {"passed", passed}, {"failed", failed}};
  std::string text = head.dump();
  text.pop_back();
  out.write(text + ",\"cases\":[");
  bool first = true;
  for (const Flow& flow : flows) {
    for (size_t i = 0; i < flow.results.size(); ++i) {
      const Result& result = flow.results[i];
      Json one = {{"file", flow.file.path},
                  {"name", flow.file.cases[i].name},
                  {"outcome", verdict_name(result.verdict)}};
      Json differences = Json::array();
      for (const JsonDifference& d : result.differences) {
        differences.push_back(difference_json(d));
      }
      if (!result.problem.empty()) one["problem"] = result.problem;
      one["diff"] = differences;
      std::string line = one.dump(-1, ' ', false, Json::error_handler_t::replace);
      line.pop_back();
      // The envelope is JSON text already.
      out.write((first ? "\n" : ",\n") + line +
                ",\"got\":" + (result.got.empty() ? "null" : result.got) + "}");
      first = false;
    }
  }
  out.write("\n]}\n");
}

// What was wrong, a line each.
std::vector<std::string> detail_lines(const Result& result) {
  std::vector<std::string> lines;
  if (!result.problem.empty()) lines.push_back(result.problem);
  for (const JsonDifference& d : result.differences) {
    lines.push_back(d.path + ": expected " + shown(d.expected) + ", got " + shown(d.got));
  }
  return lines;
}

std::string junit_report(const std::vector<Flow>& flows) {
  constexpr JunitCase::Verdict kVerdicts[] = {JunitCase::Skipped, JunitCase::Passed,
                                              JunitCase::Failed, JunitCase::Error};
  std::vector<JunitCase> cases;
  for (const Flow& flow : flows) {
    for (size_t i = 0; i < flow.results.size(); ++i) {
      const Result& result = flow.results[i];
      JunitCase& made = cases.emplace_back();
      made.suite = flow.file.path;
      made.name = flow.file.cases[i].name;
      made.verdict = kVerdicts[static_cast<int>(result.verdict)];
      made.seconds = result.seconds;
      if (result.verdict == Verdict::Passed) continue;
      for (const std::string& line : detail_lines(result)) {
        made.detail += (made.detail.empty() ? "" : "\n") + line;
      }
    }
  }
  return junit_xml(cases);
}

void write_text(const std::vector<Flow>& flows, size_t passed, size_t failed,
                const Options& options, Output& out) {
  const char* red = options.color_out ? "\x1b[31m" : "";
  const char* plain = options.color_out ? "\x1b[0m" : "";
  for (const Flow& flow : flows) {
    for (size_t i = 0; i < flow.results.size(); ++i) {
      const Result& result = flow.results[i];
      if (result.verdict == Verdict::Passed || result.verdict == Verdict::NotRun) continue;
      const char* word = result.verdict == Verdict::Failed ? "FAILED" : "ERROR";
      out.write(std::string(red) + word + plain + " " + flow.file.path + ": " +
                flow.file.cases[i].name + "\n");
      for (const std::string& line : detail_lines(result)) out.write("  " + line + "\n");
    }
  }
  out.write(std::to_string(passed) + " passed, " + std::to_string(failed) + " failed\n");
}

}  // namespace

int test_command(const Options& options, Output& out) {
  FoundCases found = find_cases(options.paths);
  if (!found.problem.empty()) return input_error(found.problem);
  std::vector<Flow> flows(found.files.size());
  std::map<std::string, std::shared_ptr<const Engine>> engines;
  for (size_t i = 0; i < flows.size(); ++i) {
    Flow& flow = flows[i];
    flow.file = read_cases(found.files[i]);
    if (!flow.file.problem.empty()) return input_error(flow.file.problem);
    FileText source = read_file(flow.file.flow);
    if (!source.ok) return input_error(flow.file.path + ": " + source.problem);
    std::string profile = flow.file.profile.empty() ? options.profile : flow.file.profile;
    std::shared_ptr<const Engine>& engine = engines[profile];
    if (!engine) engine = make_engine(profile, options);
    if (!engine) return kUsage;
    flow.compiled = engine->compile(source.text, flow.file.flow);
  }
  run_all(flows, options.jobs);

  size_t passed = 0, failed = 0, errors = 0;
  for (const Flow& flow : flows) {
    for (const Result& result : flow.results) {
      passed += result.verdict == Verdict::Passed;
      failed += result.verdict == Verdict::Failed || result.verdict == Verdict::Error;
      errors += result.verdict == Verdict::Error;
    }
  }
  if (!options.junit.empty()) {
    std::string problem = write_whole_file(options.junit, junit_report(flows));
    if (!problem.empty()) return input_error("cannot write '" + options.junit + "': " + problem);
  }
  if (options.json) {
    write_json(flows, passed, failed, out);
  } else {
    write_text(flows, passed, failed, options, out);
  }
  if (interruption().cancelled()) {
    out.flush();
    complain("belljar: cancelled\n");
    return kLimit;
  }
  return errors ? kUsage : failed ? kBad : kGood;
}

}  // namespace belljar::cli
