// Diagnostics as text for people, in the manner of rustc and ruff: the finding, the source line
// with the place underlined, and what to write instead. JSON is the command line's business.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/diagnostic.h"
#include "support/source.h"

namespace belljar {

struct RenderOptions {
  bool color = false;
};

// One diagnostic, with a final newline. Whatever the source holds, control characters are shown,
// not sent to the terminal.
std::string render(const Diagnostic& diagnostic, std::string_view file, const LineIndex& lines,
                   const RenderOptions& options = {});

// All of them, with a blank line after each.
std::string render_all(const std::vector<Diagnostic>& diagnostics, std::string_view file,
                       std::string_view source, const RenderOptions& options = {});

// The number of terminal columns that a code point takes: 0, 1 or 2.
unsigned display_width(uint32_t code_point);

}  // namespace belljar
