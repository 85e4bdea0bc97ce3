// libFuzzer's entry: the target is named by BELLJAR_FUZZ_TARGET (tools/fuzz sets it).
#include <cstdint>
#include <cstring>

#include "fuzz/targets/targets.h"

namespace {
const belljar::fuzz::TargetRow* g_target = nullptr;
}

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  const char* wanted = std::getenv("BELLJAR_FUZZ_TARGET");
  for (const belljar::fuzz::TargetRow& row : belljar::fuzz::kTargets) {
    if (wanted && std::strcmp(row.name, wanted) == 0) g_target = &row;
  }
  if (!g_target) {
    std::fputs("BELLJAR_FUZZ_TARGET names no target\n", stderr);
    std::exit(64);
  }
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  g_target->run(std::string_view(reinterpret_cast<const char*>(data), size));
  return 0;
}
