// Outcomes as the envelope of `run --json`.
#include "belljar/outcome.h"

#include <nlohmann/json.hpp>

#include "engine/json_text.h"

namespace belljar {
namespace {

OrderedJson text_or_null(const std::optional<std::string>& text) {
  return text ? OrderedJson(*text) : OrderedJson();
}

OrderedJson frames_json(const std::vector<FrameReport>& frames) {
  OrderedJson out = OrderedJson::array();
  for (const FrameReport& frame : frames) {
    out.push_back({{"line", frame.line}, {"function", frame.function}});
  }
  return out;
}

OrderedJson error_json(const ErrorReport& error) {
  OrderedJson out;
  out["class"] = error.class_name;
  out["code"] = text_or_null(error.code);
  out["message"] = error.message;
  out["hint"] = text_or_null(error.hint);
  out["line"] = error.line ? OrderedJson(*error.line) : OrderedJson();
  out["traceback"] = frames_json(error.traceback);
  return out;
}

OrderedJson finding_json(const Finding& finding) {
  return {{"rule", finding.rule},
          {"severity", finding.error ? "error" : "warning"},
          {"line", finding.line},
          {"column", finding.column},
          {"end_line", finding.end_line},
          {"end_column", finding.end_column},
          {"message", finding.message},
          {"help", finding.help.empty() ? OrderedJson() : OrderedJson(finding.help)}};
}

}  // namespace

const char* status_name(Status status) noexcept {
  switch (status) {
    case Status::Ok:
      return "ok";
    case Status::Error:
      return "error";
    case Status::Refused:
      return "refused";
    case Status::Limit:
      return "limit";
    case Status::Effect:
      return "effect";
  }
  return "error";
}

std::vector<std::string> Outcome::logs() const {
  std::vector<std::string> lines;
  std::string_view rest = output;
  while (!rest.empty()) {
    size_t end = rest.find('\n');
    lines.emplace_back(rest.substr(0, end));
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return lines;
}

std::string Outcome::json() const {
  OrderedJson head;
  head["schema"] = "belljar/decision/1";
  if (!handler.empty()) {
    head["handler"] = handler;
    head["kind"] = kind;
  }
  head["status"] = status_name(status);
  OrderedJson tail;
  if (error) tail["error"] = error_json(*error);
  if (status == Status::Refused) {
    OrderedJson& list = tail["diagnostics"] = OrderedJson::array();
    for (const Finding& finding : findings) list.push_back(finding_json(finding));
  }
  if (!limit.empty()) tail["limit"] = limit;
  if (status == Status::Effect) {
    tail["call"] = effect;
    tail["reason"] = effect_reason.empty() ? OrderedJson() : OrderedJson(effect_reason);
  }
  if (status == Status::Limit || status == Status::Effect)
    tail["traceback"] = frames_json(stopped_at);
  tail["logs"] = logs();
  tail["usage"] = {{"steps", usage.steps},
                   {"memory_bytes", usage.memory_bytes},
                   {"depth", usage.depth},
                   {"effects", usage.effects}};
  // The result is JSON text already, of any depth: it is put between, not parsed again.
  std::string text = compact_json(head);
  text.back() = ',';
  if (status == Status::Ok) {
    text += "\"result\":";
    text += result_json.empty() ? "null" : result_json;
    text += ',';
  }
  text.append(compact_json(tail), 1);
  return text;
}

}  // namespace belljar
