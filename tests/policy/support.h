// What the tests of this folder share: files of the repository, and the check of a source text as
// the engine does it (parse, then the profile's check, then what CPython's later stages refuse).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "policy/check.h"

namespace belljar {

std::filesystem::path repository();  // BELLJAR_SOURCE_DIR
std::string read_text(const std::filesystem::path& path);
std::vector<std::string> read_lines(const std::filesystem::path& path);

enum class Stage { kOk, kPolicy, kParse, kCompile };

struct Verdict {
  Stage stage = Stage::kOk;
  std::vector<Diagnostic> diagnostics;  // of the parser and of later stages, too

  bool refused() const { return stage != Stage::kOk; }
  std::vector<Diagnostic> of(Severity severity) const;
};

Verdict judge(std::string_view source, const Profile& profile);

}  // namespace belljar
