// The shared part of the policy tests.
#include "tests/policy/support.h"

#include <fstream>
#include <sstream>

#include "compile/symtable_errors.h"
#include "parser/parser.h"

namespace belljar {

std::filesystem::path repository() { return BELLJAR_SOURCE_DIR; }

std::string read_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> read_lines(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

std::vector<Diagnostic> Verdict::of(Severity severity) const {
  std::vector<Diagnostic> found;
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == severity) found.push_back(diagnostic);
  }
  return found;
}

Verdict judge(std::string_view source, const Profile& profile) {
  const ParseResult parsed = parse_module(source);
  if (!parsed.ok()) {
    const SyntaxError& error = *parsed.error;
    const TextRange range{static_cast<uint32_t>(error.line), static_cast<uint32_t>(error.column),
                          static_cast<uint32_t>(error.end_line),
                          static_cast<uint32_t>(error.end_column)};
    return {Stage::kParse, {syntax_diagnostic("syntax.parse", error.message, range)}};
  }
  Verdict verdict;
  verdict.diagnostics = check(*parsed.module->root, parsed.module->source, profile);
  if (refuses(verdict.diagnostics)) {
    verdict.stage = Stage::kPolicy;
    return verdict;
  }
  if (const auto error = find_symtable_error(*parsed.module->root)) {
    const LineIndex lines(parsed.module->source);
    verdict.stage = Stage::kCompile;
    verdict.diagnostics.push_back(
        syntax_diagnostic("syntax.compile", error->message, TextRanges(lines)(error->range)));
  }
  return verdict;
}

}  // namespace belljar
