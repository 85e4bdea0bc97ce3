// The fuzz targets, one function each: takes any bytes, must return. What must hold besides "no
// crash, no sanitizer's report, no hang" is a BELLJAR_MUST in the target.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace belljar::fuzz {

void fuzz_parse(std::string_view input);
void fuzz_check(std::string_view input);
void fuzz_run(std::string_view input);
void fuzz_json(std::string_view input);
void fuzz_datetime(std::string_view input);
void fuzz_format(std::string_view input);
void fuzz_url(std::string_view input);
void fuzz_event(std::string_view input);
void fuzz_transcript(std::string_view input);

struct TargetRow {
  const char* name;
  void (*run)(std::string_view input);
};
inline constexpr TargetRow kTargets[] = {
    {"parse", fuzz_parse}, {"check", fuzz_check},       {"run", fuzz_run},
    {"json", fuzz_json},   {"datetime", fuzz_datetime}, {"format", fuzz_format},
    {"url", fuzz_url},     {"event", fuzz_event},       {"transcript", fuzz_transcript},
};

// Ends the process: a finding.
[[noreturn]] inline void broken(const char* what, std::string_view detail) {
  std::fprintf(stderr, "broken promise: %s\n%.*s\n", what, static_cast<int>(detail.size()),
               detail.data());
  std::abort();
}
#define BELLJAR_MUST(condition, detail) \
  if (!(condition)) ::belljar::fuzz::broken(#condition, detail)

}  // namespace belljar::fuzz
