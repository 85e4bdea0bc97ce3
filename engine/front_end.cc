// Source to judged tree, and what is wrong with it as a CheckReport.
#include <algorithm>

#include "compile/symtable_errors.h"
#include "engine/engine_impl.h"
#include "parser/parser.h"
#include "policy/check.h"
#include "policy/render.h"
#include "support/syntax_error.h"

namespace belljar {
namespace {

Finding to_finding(const Diagnostic& diagnostic) {
  Finding out;
  out.rule = diagnostic.rule;
  out.error = diagnostic.severity == Severity::kError;
  out.line = diagnostic.range.line;
  out.column = diagnostic.range.column;
  out.end_line = diagnostic.range.end_line;
  out.end_column = diagnostic.range.end_column;
  out.message = diagnostic.message;
  out.help = diagnostic.help;
  return out;
}

// CPython's numbers as a range: 0 and -1 are its ways to say "unknown".
TextRange range_of(const SyntaxError& error) {
  TextRange range;
  range.line = static_cast<uint32_t>(std::max(error.line, 1));
  range.column = static_cast<uint32_t>(std::max(error.column, 1));
  range.end_line = error.end_line > 0 ? static_cast<uint32_t>(error.end_line) : range.line;
  range.end_column =
      error.end_column > 0 ? static_cast<uint32_t>(error.end_column) : range.column + 1;
  bool backwards = range.end_line < range.line ||
                   (range.end_line == range.line && range.end_column <= range.column);
  if (backwards) {
    range.end_line = range.line;
    range.end_column = range.column + 1;
  }
  return range;
}

std::string message_of(const SyntaxError& error) {
  if (error.type == SyntaxErrorType::kSyntaxError) return error.message;
  return std::string(error.type_name()) + ": " + error.message;
}

}  // namespace

void append_diagnostics(const std::vector<Diagnostic>& diagnostics, std::string_view source,
                        CheckReport& report) {
  report.refused = report.refused || refuses(diagnostics);
  for (const Diagnostic& diagnostic : diagnostics)
    report.findings.push_back(to_finding(diagnostic));
  if (diagnostics.empty()) return;
  report.text += render_all(diagnostics, report.name, source, {.color = false});
  report.colored_text += render_all(diagnostics, report.name, source, {.color = true});
}

FrontEnd parse_and_check(const Profile& profile, std::string_view source, std::string_view name,
                         bool judge) {
  FrontEnd out;
  out.report.name = std::string(name);
  ParseResult parsed = parse_module(source);
  if (!parsed.ok()) {
    const SyntaxError& error = *parsed.error;
    std::vector<Diagnostic> one;
    one.push_back(syntax_diagnostic("syntax.parse", message_of(error), range_of(error)));
    append_diagnostics(one, source, out.report);
    return out;
  }
  if (!judge) {
    out.tree = std::move(parsed.module);
    return out;
  }
  std::string_view text = parsed.module->source;
  std::vector<Diagnostic> diagnostics;
  if (std::optional<SymtableError> error = find_symtable_error(*parsed.module->root)) {
    LineIndex lines(text);
    TextRange range = TextRanges(lines)(error->range);
    diagnostics.push_back(syntax_diagnostic("syntax.compile", error->message, range));
  } else {
    diagnostics = check(*parsed.module->root, text, profile);
  }
  append_diagnostics(diagnostics, text, out.report);
  if (!out.report.refused) out.tree = std::move(parsed.module);
  return out;
}

}  // namespace belljar
