// The rules of comparing: what a case does not mention is not compared, nor is an expected null
// line.
#include "cli/expect.h"

#include <nlohmann/json.hpp>

namespace belljar::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

class Comparison {
 public:
  explicit Comparison(const Outcome& outcome) : outcome_(outcome) {}

  std::string compare(const Json& expect) {
    for (const auto& [name, value] : expect.items()) {
      if (name == "status") {
        same("status", dump(value), dump(status_name(outcome_.status)));
      } else if (name == "result") {
        same("result", dump(value), outcome_.status == Status::Ok ? outcome_.result_json : "null");
      } else if (name == "logs") {
        same("logs", dump(value), dump(outcome_.logs()));
      } else if (name == "error") {
        if (!value.is_object()) return "expect.error is not an object";
        error(value);
      } else if (name == "diagnostics") {
        if (!value.is_array()) return "expect.diagnostics is not an array";
        diagnostics(value);
      } else if (name == "limit") {
        same("limit", dump(value), dump(outcome_.limit));
      } else if (name == "call") {
        same("call", dump(value), dump(outcome_.effect));
      } else {
        return "unknown member 'expect." + name + "'";
      }
    }
    return {};
  }

  // What happened instead, where the status alone says little.
  void explain() {
    if (outcome_.status == Status::Error && outcome_.error) {
      const ErrorReport& error = *outcome_.error;
      std::string line = error.line ? " (line " + std::to_string(*error.line) + ")" : std::string();
      found.push_back({"error", {}, dump(error.class_name + ": " + error.message + line)});
    } else if (outcome_.status == Status::Limit) {
      found.push_back({"limit", {}, dump(outcome_.limit)});
    } else if (outcome_.status == Status::Refused && !outcome_.findings.empty()) {
      const Finding& first = outcome_.findings.front();
      found.push_back(
          {"diagnostics[0]",
           {},
           dump(first.rule + " (line " + std::to_string(first.line) + "): " + first.message)});
    }
  }

  std::vector<JsonDifference> found;

 private:
  void same(const std::string& path, const std::string& expected, const std::string& got) {
    for (JsonDifference& difference : json_differences(expected, got, path)) {
      found.push_back(std::move(difference));
    }
  }

  Json member(const std::string& name) {
    const ErrorReport& error = *outcome_.error;
    auto text = [](const std::optional<std::string>& value) {
      return value ? Json(*value) : Json();
    };
    if (name == "class") return error.class_name;
    if (name == "message") return error.message;
    if (name == "code") return text(error.code);
    if (name == "hint") return text(error.hint);
    if (name == "line") return error.line ? Json(*error.line) : Json();
    return Json();
  }

  void error(const Json& expected) {
    if (!outcome_.error) {
      found.push_back({"error", dump(expected), {}});
      return;
    }
    for (const auto& [name, value] : expected.items()) {
      if (name == "traceback" || (name == "line" && value.is_null())) continue;
      same("error." + name, dump(value), dump(member(name)));
    }
  }

  // Only the members that the case gives, of the errors: rule and line, usually.
  void diagnostics(const Json& expected) {
    Json got = Json::array();
    for (const Finding& finding : outcome_.findings) {
      Json one = Json::object();
      const Json& wanted = got.size() < expected.size() ? expected[got.size()] : expected;
      auto add = [&](const char* name, Json value) {
        if (!wanted.is_object() || wanted.contains(name)) one[name] = std::move(value);
      };
      add("rule", finding.rule);
      add("severity", finding.error ? "error" : "warning");
      add("line", finding.line);
      add("column", finding.column);
      add("message", finding.message);
      got.push_back(std::move(one));
    }
    same("diagnostics", dump(expected), dump(got));
  }

  const Outcome& outcome_;
};

}  // namespace

std::vector<JsonDifference> expectation_differences(const std::string& expect,
                                                    const Outcome& outcome, std::string* problem) {
  Comparison comparison(outcome);
  if (expect.empty()) {
    if (outcome.status != Status::Ok) {
      comparison.found.push_back({"status", "\"ok\"", dump(status_name(outcome.status))});
      comparison.explain();
    }
    return comparison.found;
  }
  Json document = Json::parse(expect, nullptr, false);
  *problem = comparison.compare(document);
  auto status = document.find("status");
  if (status != document.end() && *status != status_name(outcome.status)) comparison.explain();
  return comparison.found;
}

}  // namespace belljar::cli
