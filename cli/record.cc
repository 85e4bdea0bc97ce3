// Transcripts to files and to cases.
#include "cli/record.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "belljar/replay.h"
#include "belljar/world.h"
#include "cli/files.h"

namespace belljar::cli {
namespace {

using Json = nlohmann::ordered_json;

// Enough for any event; a larger one is reduced as far as these go.
constexpr int kTrials = 4000;

// --- the event ---
//
// Nobody notes which members a flow reads. They are found out by trying: without a member that
// mattered the replay departs, or decides otherwise.
class EventReducer {
 public:
  EventReducer(const std::shared_ptr<const Program>& program, Json& transcript)
      : program_(program), transcript_(transcript), event_(transcript["event"]) {}

  void reduce() { reduce(event_); }

 private:
  bool same_decision() {
    --trials_;
    Replay::Loaded loaded = Replay::load(transcript_.dump());
    if (!loaded.replay) return false;
    EvaluateOptions options;
    options.limits = loaded.replay->limits();
    options.host = loaded.replay.get();
    Outcome outcome = evaluate(program_, loaded.replay->invocation(), options);
    std::vector<Departure> departures = loaded.replay->departures(outcome);
    // A smaller event takes fewer steps.
    return std::all_of(departures.begin(), departures.end(), [](const Departure& departure) {
      return departure.path.starts_with("outcome.usage");
    });
  }

  void reduce(Json& node) {
    if (node.is_object()) {
      std::vector<std::string> names;
      for (const auto& [name, value] : node.items()) names.push_back(name);
      for (const std::string& name : names) {
        if (trials_ <= 0) return;
        Json whole = node;
        node.erase(name);
        if (same_decision()) continue;
        node = std::move(whole);
        reduce(node[name]);
      }
    } else if (node.is_array()) {
      while (!node.empty() && trials_ > 0) {
        Json last = node.back();
        node.erase(node.size() - 1);
        if (same_decision()) continue;
        node.push_back(std::move(last));
        break;
      }
      for (Json& item : node) reduce(item);
    }
  }

  const std::shared_ptr<const Program>& program_;
  Json& transcript_;
  Json& event_;
  int trials_ = kTrials;
};

// --- the effects ---

// Equal answers one after the other are one that may be used several times.
void add_answer(Json& list, Json entry) {
  for (Json& known : list) {
    Json once = known;
    once.erase("times");
    if (once != entry) continue;
    known["times"] = known.value("times", 1) + 1;
    return;
  }
  list.push_back(std::move(entry));
}

Json http_entry(const Json& effect) {
  const Json& asked = effect["arguments"];
  Json request = {{"method", asked["method"]}, {"url", asked["url"]}};
  if (auto body = asked.find("body"); body != asked.end() && body->is_string() && *body != "") {
    request["body"] = *body;
  }
  if (effect["status"] != "answer") return {{"request", request}, {"reply", effect["reply"]}};
  const Json& answer = effect["reply"];
  Json reply;
  for (const char* name : {"status", "reason", "headers"}) {
    if (answer.contains(name)) reply[name] = answer[name];
  }
  if (auto body = answer.find("body"); body != answer.end()) reply["text"] = *body;
  return {{"request", request}, {"reply", reply}};
}

Json reply_of(const Json& effect) {
  if (effect.contains("reply")) return effect["reply"];
  return Json::parse(effect.value("reply_text", "null"), nullptr, false);
}

void add_effect(Json& made, Json effect) {
  const std::string service = effect["service"];
  effect["reply"] = reply_of(effect);
  if (effect["status"] == "refused") return;  // nobody answered, nobody shall
  if (service == "clock") {
    if (!made.contains("now")) made["now"] = instant_text(effect["reply"].get<int64_t>());
  } else if (service == "http") {
    add_answer(made["http"], http_entry(effect));
  } else if (service == "secret" && effect["status"] == "answer") {
    const std::string path = effect["arguments"]["path"];
    // Never the value: the case's author puts one in that a test may know. That there was none is
    // none of it.
    const bool empty = effect.contains("secret") && effect["secret"].value("bytes", 1) == 0;
    made["secrets"][path] = empty ? "" : "[secret:" + path + "]";
  } else {
    const char* how = effect["status"] == "error" ? "raises" : "returns";
    std::string call = effect["call"];
    if (service != "sdk") call = service + "." + call;
    add_answer(made["sdk"],
               {{"call", call}, {"args", effect["arguments"]}, {how, effect["reply"]}});
  }
}

Json expectation(const Json& outcome) {
  Json expect = {{"status", outcome["status"]}};
  if (outcome.contains("result")) expect["result"] = outcome["result"];
  if (outcome.contains("error") && outcome["error"].is_object()) {
    for (const char* name : {"class", "code", "message", "line"}) {
      expect["error"][name] = outcome["error"][name];
    }
  }
  expect["logs"] = outcome["logs"];
  return expect;
}

std::string write_file(const std::string& path, const std::string& text) {
  std::string problem = write_whole_file(path, text);
  return problem.empty() ? std::string() : "cannot write '" + path + "': " + problem;
}

}  // namespace

std::string minimal_case(const std::shared_ptr<const Program>& program,
                         const std::string& transcript, const std::string& flow) {
  Json document = Json::parse(transcript);
  document.erase("event_text");
  if (document["event"].is_object()) EventReducer(program, document).reduce();
  Json made = {{"name", "recorded"}, {"handler", document["handler"]}};
  for (const char* name : {"event", "args"}) {
    if (!document[name].is_null()) made[name] = document[name];
  }
  for (const Json& effect : document["effects"]) add_effect(made, effect);
  made["expect"] = expectation(document["outcome"]);
  Json file = {{"flow", flow}, {"profile", document["profile"]}, {"cases", Json::array({made})}};
  return file.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string write_records(const Options& options, const std::shared_ptr<const Program>& program,
                          const std::string& transcript) {
  std::string problem = write_file(options.transcript, transcript);
  if (!problem.empty() || options.case_file.empty()) return problem;
  // The flow is found from the folder of the case, as in every cases.json.
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path folder = fs::absolute(options.case_file, error).parent_path();
  fs::path flow = fs::absolute(options.paths[0], error).lexically_relative(folder);
  if (flow.empty()) flow = options.paths[0];
  return write_file(options.case_file, minimal_case(program, transcript, flow.string()));
}

}  // namespace belljar::cli
