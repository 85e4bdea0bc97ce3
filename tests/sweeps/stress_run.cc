// `stress_run run --profile NAME FILE`: a program with a collection at every safepoint and freed
// cells overwritten, printed as the command line prints it. Takes the engine apart, as no host may.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>

#include "belljar/engine.h"
#include "belljar/evaluation.h"
#include "engine/engine_impl.h"
#include "engine/error_report.h"
#include "interp/isolate.h"
#include "runtime/door.h"

namespace belljar {
namespace {

// The clock, as for any program; nothing else is offered.
class ClockDoor final : public Door {
 public:
  DoorReply request(std::string_view service, std::string_view, std::string_view) override {
    if (service == "clock") return {DoorReply::Status::Answer, "1700000000000000"};
    return {DoorReply::Status::Refused, std::string(service)};
  }
};

class Printer final : public OutputSink {
 public:
  void write(std::string_view text) override { std::fwrite(text.data(), 1, text.size(), stdout); }
};

int run(const char* profile, const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  Engine::Built built = Engine::Builder().profile(profile).build();
  if (!built.engine) return 64;
  Compiled compiled = built.engine->compile(text.str(), path);
  if (!compiled.program) {
    std::fputs(compiled.report.text.c_str(), stderr);
    return 2;
  }
  Engine::Impl& engine = built.engine->impl();
  RuntimeLimits limits;
  limits.steps = UINT64_MAX / 4;
  limits.time_ns = uint64_t{3600} * 1'000'000'000;
  limits.memory_bytes = size_t{1} << 30;
  Printer printer;
  ClockDoor door;
  Isolate isolate(engine.chunks, engine.stacks, engine.realm.realm(), engine.modules, limits);
  isolate.set_output(&printer);
  isolate.set_builtins(engine.builtins);
  isolate.door = &door;
  isolate.heap().set_stress(true);
  const CodeUnit& unit = *compiled.program->impl().unit;
  Value status = isolate.run_module(unit, "__main__");
  if (isolate.stopped_by() != Limit::None) {
    std::fprintf(stderr, "limit: %s\n", std::string(limit_name(isolate.stopped_by())).c_str());
    return 3;
  }
  if (!status.is(Kind::Raised)) return 0;
  std::fputs(error_report(isolate, unit).text.c_str(), stderr);
  return 1;
}

}  // namespace
}  // namespace belljar

int main(int argc, char** argv) {
  const char* profile = "python";
  const char* path = nullptr;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--profile") == 0 && i + 1 < argc) {
      profile = argv[++i];
    } else if (std::strcmp(argv[i], "run") != 0) {
      path = argv[i];
    }
  }
  if (!path) {
    std::fputs("usage: stress_run run [--profile NAME] FILE\n", stderr);
    return 64;
  }
  return belljar::run(profile, path);
}
