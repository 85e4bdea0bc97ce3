// Running a small Python program in a fuzz target.
#include "fuzz/targets/programs.h"

#include "fuzz/targets/targets.h"

namespace belljar::fuzz {

std::string bytes_literal(std::string_view input) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string out = "b'";
  for (char c : input) {
    const auto byte = static_cast<unsigned char>(c);
    out += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
  }
  return out + "'";
}

void run_with_data(std::string_view source, std::string_view input) {
  static const std::shared_ptr<const Engine> kEngine =
      Engine::Builder().profile("python").build().engine;
  if (input.size() > 4096) return;
  const std::string text = "data = " + bytes_literal(input) + "\n" + std::string(source);
  const Compiled compiled = kEngine->compile(text, "fuzz.py");
  BELLJAR_MUST(compiled.program, compiled.report.text);
  EvaluateOptions options;
  options.limits = Limits();
  options.limits->steps = 2'000'000;
  options.limits->memory_bytes = 16u << 20;
  options.limits->time_ns = 20'000'000'000;
  const Outcome outcome = evaluate(compiled.program, {}, options);
  BELLJAR_MUST(outcome.limit != "time", text);
  BELLJAR_MUST(!outcome.error || outcome.error->class_name != "AssertionError",
               outcome.error->text + text);
  BELLJAR_MUST(!outcome.error || outcome.error->class_name != "SystemError",
               outcome.error->text + text);
}

}  // namespace belljar::fuzz
