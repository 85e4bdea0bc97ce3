// `belljar check`: all findings of all files.
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/exit_code.h"

namespace belljar::cli {
namespace {

using Json = nlohmann::ordered_json;

Json finding_json(const Finding& finding) {
  return {
      {"rule", finding.rule},         {"severity", finding.error ? "error" : "warning"},
      {"line", finding.line},         {"column", finding.column},
      {"end_line", finding.end_line}, {"end_column", finding.end_column},
      {"message", finding.message},   {"help", finding.help.empty() ? Json() : Json(finding.help)}};
}

Json report_json(const CheckReport& report) {
  Json out;
  out["file"] = report.name;
  out["verdict"] = report.refused ? "refuse" : "accept";
  Json& list = out["diagnostics"] = Json::array();
  for (const Finding& finding : report.findings) list.push_back(finding_json(finding));
  return out;
}

std::string counted(size_t n, const char* what) {
  return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
}

std::string verdict_line(const CheckReport& report) {
  size_t errors = 0;
  for (const Finding& finding : report.findings) errors += finding.error;
  size_t warnings = report.findings.size() - errors;
  std::string line = report.name + ": " + (report.refused ? "refuse" : "accept");
  std::string counts = errors ? counted(errors, "error") : std::string();
  if (warnings) counts += (counts.empty() ? "" : ", ") + counted(warnings, "warning");
  return line + (counts.empty() ? "" : " (" + counts + ")") + "\n";
}

}  // namespace

int check_command(const Options& options, Output& out) {
  std::shared_ptr<const Engine> engine = make_engine(options.profile, options);
  if (!engine) return kUsage;
  // All files are read before any is judged, so that a missing one is not found after the report.
  std::vector<FileText> files;
  for (const std::string& path : options.paths) {
    files.push_back(read_file(path));
    if (!files.back().ok) return input_error(files.back().problem);
  }
  int code = kGood;
  Json list = Json::array();
  for (size_t i = 0; i < files.size(); ++i) {
    std::string name = options.paths[i] == "-" ? "<stdin>" : options.paths[i];
    CheckReport report = engine->check(files[i].text, name);
    if (report.refused || (options.fail_on_warning && !report.findings.empty())) code = kRefused;
    if (options.json) {
      list.push_back(report_json(report));
    } else if (!options.quiet || report.refused) {
      out.write(options.color_out ? report.colored_text : report.text);
      out.write(verdict_line(report));
    }
  }
  if (options.json) {
    Json document = {{"schema", "belljar/check/1"}, {"files", list}};
    out.write(document.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  }
  return code;
}

}  // namespace belljar::cli
