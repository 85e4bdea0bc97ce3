// The library, engines, programs.
#include <nlohmann/json.hpp>

#include "belljar/version.h"
#include "capi/handles.h"

namespace {

using belljar::capi::free_handle;
using belljar::capi::guarded;
using belljar::capi::held;
using belljar::capi::Invalid;
using belljar::capi::new_handle;
using belljar::capi::require;
using belljar::capi::text_or_empty;

std::string report_json(const belljar::CheckReport& report) {
  nlohmann::ordered_json findings = nlohmann::ordered_json::array();
  for (const belljar::Finding& finding : report.findings) {
    findings.push_back({{"rule", finding.rule},
                        {"severity", finding.error ? "error" : "warning"},
                        {"line", finding.line},
                        {"column", finding.column},
                        {"end_line", finding.end_line},
                        {"end_column", finding.end_column},
                        {"message", finding.message},
                        {"help", finding.help}});
  }
  const nlohmann::ordered_json out = {{"name", report.name},
                                      {"refused", report.refused},
                                      {"findings", std::move(findings)},
                                      {"text", report.text}};
  return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

uint32_t belljar_abi_version(void) { return BELLJAR_ABI_VERSION; }
const char* belljar_version(void) { return belljar::version(); }

const char* belljar_status_text(belljar_status status) {
  switch (status) {
    case BELLJAR_OK:
      return "ok";
    case BELLJAR_INVALID:
      return "invalid";
    case BELLJAR_REFUSED:
      return "refused";
    case BELLJAR_MEMORY:
      return "memory";
    case BELLJAR_ENDED:
      return "ended";
  }
  return "unknown";
}

const char* belljar_text_data(const belljar_text* text) { return text ? held(text).c_str() : ""; }
size_t belljar_text_size(const belljar_text* text) { return text ? held(text).size() : 0; }
void belljar_text_free(belljar_text* text) { free_handle(text); }

belljar_status belljar_engine_new(const belljar_engine_options* given, belljar_engine** engine,
                                  belljar_text** problem) {
  if (engine) *engine = nullptr;
  return guarded(problem, [&] {
    require(engine, "engine");
    const belljar_engine_options options = belljar::capi::known_part(given);
    belljar::Engine::Builder builder;
    if (options.profile) builder.profile(options.profile);
    if (options.keep_warm) builder.keep_warm(options.keep_warm);
    builder.limits(belljar::capi::read_limits(text_or_empty(options.limits_json), {}));
    belljar::capi::read_modules(text_or_empty(options.modules_json), builder);
    belljar::capi::read_host_modules(text_or_empty(options.host_modules_json), builder);
    belljar::Engine::Built built = builder.build();
    if (!built.engine) throw Invalid{built.problem};
    *engine = new_handle<belljar_engine>(std::move(built.engine));
    return BELLJAR_OK;
  });
}

void belljar_engine_free(belljar_engine* engine) { free_handle(engine); }

belljar_status belljar_compile(const belljar_engine* engine, const char* source, size_t size,
                               const char* name, belljar_program** program, belljar_text** report) {
  if (program) *program = nullptr;
  if (report) *report = nullptr;
  return guarded(nullptr, [&] {
    require(engine, "engine");
    require(source || size == 0, "source");
    require(program, "program");
    belljar::Compiled compiled =
        held(engine)->compile({source ? source : "", size}, name ? name : "<source>");
    belljar::capi::set_text(report, report_json(compiled.report));
    if (!compiled.program) return BELLJAR_REFUSED;
    *program = new_handle<belljar_program>(std::move(compiled.program));
    return BELLJAR_OK;
  });
}

void belljar_program_free(belljar_program* program) { free_handle(program); }
