// Source texts: lexer and parser alone, and check with compilation in each profile.
#include <string>

#include "belljar/engine.h"
#include "belljar/inspect.h"
#include "fuzz/targets/targets.h"
#include "parser/parser.h"

namespace belljar::fuzz {

void fuzz_parse(std::string_view input) {
  const ParseResult result = parse_module(input, {});
  if (!result.error) return;
  BELLJAR_MUST(!result.error->message.empty(), input);
  BELLJAR_MUST(result.error->message.size() < 4096, result.error->message);
}

// What is refused is refused by check and compile alike, with a finding; and twice alike.
void fuzz_check(std::string_view input) {
  static const std::shared_ptr<const Engine> kEngines[] = {
      Engine::Builder().profile("sym").build().engine,
      Engine::Builder().profile("restrictedpython").build().engine,
      Engine::Builder().profile("python").build().engine};
  for (const std::shared_ptr<const Engine>& engine : kEngines) {
    const CheckReport report = engine->check(input, "fuzz.py");
    const Compiled compiled = engine->compile(input, "fuzz.py");
    BELLJAR_MUST(report.refused == compiled.report.refused, report.text);
    BELLJAR_MUST(report.text == compiled.report.text, report.text);
    BELLJAR_MUST(compiled.report.refused == !compiled.program, report.text);
    BELLJAR_MUST(!report.refused || !report.findings.empty(), report.text);
  }
}

}  // namespace belljar::fuzz
