// `belljar replay`: a decision again, from its transcript.
#include <nlohmann/json.hpp>

#include "belljar/replay.h"
#include "belljar/version.h"
#include "cli/commands.h"
#include "cli/exit_code.h"

namespace belljar::cli {
namespace {

using Json = nlohmann::ordered_json;

// {PATH: TEXT}, as the member `secrets` of a case.
std::string read_secrets(const std::string& path, std::vector<Replay::Secret>* out) {
  FileText file = read_file(path);
  if (!file.ok) return file.problem;
  Json document = Json::parse(file.text, nullptr, false);
  if (!document.is_object()) return "malformed secrets '" + path + "': not a JSON object";
  for (const auto& [name, value] : document.items()) {
    if (!value.is_string()) return "malformed secrets '" + path + "': " + name + " is not a text";
    out->push_back({name, value.get<std::string>()});
  }
  return {};
}

std::string shown(const std::string& json) { return json.empty() ? "nothing" : json; }

std::string text_report(const Replay& replay, const Outcome& outcome,
                        const std::vector<Departure>& departures) {
  if (departures.empty()) {
    return "same: " + std::string(status_name(outcome.status)) + ", " +
           std::to_string(replay.effects()) + " effects, " + std::to_string(outcome.usage.steps) +
           " steps\n";
  }
  std::string out;
  for (const Departure& departure : departures) {
    out += "departs at " + departure.path + "\n  recorded " + shown(departure.expected) +
           "\n  now      " + shown(departure.got) + "\n";
  }
  return out;
}

std::string json_report(const Replay& replay, const Outcome& outcome,
                        const std::vector<Departure>& departures) {
  Json out = {{"schema", "belljar/replay/1"},
              {"outcome", departures.empty() ? "same" : "differs"},
              {"recorded_by", replay.version()},
              {"departures", Json::array()}};
  for (const Departure& departure : departures) {
    out["departures"].push_back(
        {{"path", departure.path}, {"recorded", departure.expected}, {"now", departure.got}});
  }
  out["decision"] = Json::parse(outcome.json(), nullptr, false);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int replay_command(const Options& options, Output& out) {
  FileText file = read_file(options.paths[0]);
  if (!file.ok) return input_error(file.problem);
  std::vector<Replay::Secret> secrets;
  if (!options.secrets.empty()) {
    std::string problem = read_secrets(options.secrets, &secrets);
    if (!problem.empty()) return input_error(problem);
  }
  Replay::Loaded loaded = Replay::load(file.text, secrets);
  if (!loaded.replay) return input_error("'" + options.paths[0] + "': " + loaded.problem);
  Replay& replay = *loaded.replay;

  FileText source;
  source.text = replay.source();
  if (!options.source.empty()) {
    source = read_file(options.source);
    if (!source.ok) return input_error(source.problem);
  }
  Engine::Builder builder;
  builder.profile(replay.profile()).limits(replay.limits());
  for (const std::string& module : replay.modules()) builder.allow_module(module);
  Engine::Built built = builder.build();
  if (!built.engine) return input_error("'" + options.paths[0] + "': " + built.problem);
  // Under its recorded name, which tracebacks show.
  Compiled compiled = built.engine->compile(source.text, replay.name());
  if (!compiled.program) {
    complain(options.color_err ? compiled.report.colored_text : compiled.report.text);
    return kRefused;
  }
  EvaluateOptions how;
  how.host = &replay;
  how.canceller = interruption();
  Outcome outcome = evaluate(compiled.program, replay.invocation(), how);
  if (outcome.limit == "cancelled") {
    complain("limit: cancelled\n");
    return kLimit;
  }
  std::vector<Departure> departures = replay.departures(outcome);
  if (options.json) {
    out.write(json_report(replay, outcome, departures));
  } else if (!options.quiet || !departures.empty()) {
    out.write(text_report(replay, outcome, departures));
  }
  if (replay.version() != version() && !options.quiet) {
    complain("recorded by belljar " + std::string(replay.version()) + ", this is " + version() +
             ": step counts may differ\n");
  }
  return departures.empty() ? kGood : kBad;
}

}  // namespace belljar::cli
