// `fuzz_replay TARGET FILE-OR-FOLDER...`: feeds files to a target, without libFuzzer: the kept
// corpus in every build, and findings under a debugger.
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "fuzz/targets/targets.h"

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  const belljar::fuzz::TargetRow* target = nullptr;
  for (const belljar::fuzz::TargetRow& row : belljar::fuzz::kTargets) {
    if (argc > 2 && std::strcmp(row.name, argv[1]) == 0) target = &row;
  }
  if (!target) {
    std::fputs("usage: fuzz_replay TARGET FILE-OR-FOLDER...\n", stderr);
    return 64;
  }
  size_t files = 0;
  const auto feed = [&](const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    target->run(text.str());
    ++files;
  };
  for (int i = 2; i < argc; ++i) {
    if (fs::is_directory(argv[i])) {
      for (const auto& entry : fs::directory_iterator(argv[i])) feed(entry.path());
    } else {
      feed(argv[i]);
    }
  }
  std::printf("%s: %zu files\n", target->name, files);
  return files > 0 ? 0 : 1;
}
