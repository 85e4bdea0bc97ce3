// The text form of diagnostics. The underline has to agree with what a terminal shows, so tabs
// become four spaces, control characters a visible mark, and wide characters two columns of
// underline. Very long lines are cut to a window around the place.
#include "policy/render.h"

#include <algorithm>
#include <iterator>

#include "support/utf8.h"

namespace belljar {
namespace {

constexpr size_t kTabWidth = 4;
constexpr size_t kLongestLine = 120;  // columns of source shown
constexpr size_t kContextBefore = 40;
constexpr size_t kLongestText = 2000;  // bytes of a message or help

struct Style {
  std::string_view error, warning, accent, strong, reset;
};
constexpr Style kPlain{"", "", "", "", ""};
constexpr Style kColored{"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[1m", "\x1b[0m"};

struct WidthRange {
  uint32_t first, last;
};
// East Asian Wide and Fullwidth, and emoji, by blocks: enough for an underline.
constexpr WidthRange kWide[] = {
    {0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18AFF}, {0x1B000, 0x1B2FF},
    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
// Combining marks, joiners and variation selectors.
constexpr WidthRange kNarrow[] = {{0x0300, 0x036F}, {0x0483, 0x0489},  {0x0591, 0x05BD},
                                  {0x064B, 0x065F}, {0x200B, 0x200F},  {0x1AB0, 0x1AFF},
                                  {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},  {0xFE00, 0xFE0F},
                                  {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}};

template <size_t kSize>
bool in_ranges(const WidthRange (&ranges)[kSize], uint32_t code_point) {
  return std::ranges::any_of(ranges, [&](const WidthRange& range) {
    return code_point >= range.first && code_point <= range.last;
  });
}

// C0, DEL, C1, and the marks that reorder text: none of them may reach a terminal.
bool is_control(uint32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
         (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069) || code_point == 0x2028 ||
         code_point == 0x2029 || code_point == 0xFEFF;
}

// One source character as shown.
struct Cell {
  std::string text;
  unsigned width;
};

Cell cell_of(std::string_view text, size_t offset, size_t* length) {
  const DecodedCodePoint decoded = decode_utf8(text, offset);
  *length = std::max<size_t>(decoded.length, 1);
  if (decoded.length == 0) return {"\xEF\xBF\xBD", 1};
  if (decoded.code_point == '\t') return {std::string(kTabWidth, ' '), kTabWidth};
  if (is_control(decoded.code_point)) return {"\xEF\xBF\xBD", 1};
  return {std::string(text.substr(offset, decoded.length)), display_width(decoded.code_point)};
}

// One line of text for a message: control characters are marked, and it is cut.
std::string printable(std::string_view text) {
  std::string out;
  for (size_t at = 0, length = 0; at < text.size(); at += length) {
    if (out.size() > kLongestText) return out + "...";
    out += cell_of(text, at, &length).text;
  }
  return out;
}

// The source line and the underline below it.
struct Excerpt {
  std::string line;
  std::string underline;
};

// Where a code point of a line begins. Diagnostics come in order: each goes on from the one before,
// so that many on one long line are not counted from its beginning.
struct Place {
  uint32_t line = 0;
  uint32_t number = 1;
  size_t at = 0;
};

Excerpt excerpt(std::string_view text, const TextRange& focus, Place& known) {
  const uint32_t first = std::max<uint32_t>(focus.column, 1);
  const bool one_line = focus.end_line == focus.line;
  Excerpt out;
  size_t shown = 0, marked_from = 0, marked_to = 0;
  // A window that begins a little before the place, if the place is far to the right.
  const uint32_t window = first > kLongestLine - kContextBefore ? first - kContextBefore : 1;
  if (known.line != focus.line || known.number > window) known = {focus.line, 1, 0};
  for (; known.at < text.size() && known.number < window; ++known.number) {
    known.at += std::max<size_t>(decode_utf8(text, known.at).length, 1);
  }
  const bool cut_before = known.number > 1;
  uint32_t number = known.number;
  for (size_t at = known.at, length = 0; at < text.size(); at += length, ++number) {
    const Cell cell = cell_of(text, at, &length);
    if (shown + cell.width > kLongestLine) {
      out.line += "...";
      break;
    }
    if (number == first) marked_from = shown;
    shown += cell.width;
    out.line += cell.text;
    const bool marked = number >= first && (!one_line || number < focus.end_column);
    if (marked) marked_to = shown;
  }
  if (number <= first) marked_from = shown;  // at or behind the end of the line
  if (!one_line) {
    while (out.line.ends_with(' ')) out.line.pop_back(), --marked_to;
  }
  const size_t marks = std::max<size_t>(marked_to > marked_from ? marked_to - marked_from : 0, 1);
  if (cut_before) out.line.insert(0, "...");
  out.underline = std::string(marked_from + (cut_before ? 3 : 0), ' ') + std::string(marks, '^');
  return out;
}

}  // namespace

unsigned display_width(uint32_t code_point) {
  if (code_point < 0x300) return 1;
  if (in_ranges(kNarrow, code_point)) return 0;
  return in_ranges(kWide, code_point) ? 2 : 1;
}

namespace {

std::string render_at(const Diagnostic& diagnostic, std::string_view file, const LineIndex& lines,
                      const RenderOptions& options, Place& known) {
  const Style& style = options.color ? kColored : kPlain;
  const bool error = diagnostic.severity == Severity::kError;
  const std::string_view tint = error ? style.error : style.warning;
  const TextRange& focus = diagnostic.focus;
  const std::string number = std::to_string(focus.line);
  const std::string margin(number.size(), ' ');

  std::string out;
  const auto add = [&](auto&&... pieces) { (out.append(pieces), ...); };
  add(tint, severity_name(diagnostic.severity), "[", diagnostic.rule, "]", style.reset,
      style.strong, ": ", printable(diagnostic.message), style.reset, "\n");
  add(margin, style.accent, "--> ", style.reset, printable(file));
  if (focus.line == 0) {
    add("\n");
  } else {
    add(":", number, ":", std::to_string(focus.column), "\n");
    const Excerpt shown = excerpt(lines.line(focus.line), focus, known);
    add(style.accent, margin, " |", style.reset, "\n");
    add(style.accent, number, " |", style.reset, shown.line.empty() ? "" : " ", shown.line, "\n");
    add(style.accent, margin, " |", style.reset, " ", tint, shown.underline, style.reset, "\n");
  }
  if (!diagnostic.help.empty()) {
    add(style.accent, margin, " = ", style.reset, style.strong, "help", style.reset, ": ",
        printable(diagnostic.help), "\n");
  }
  return out;
}

}  // namespace

std::string render(const Diagnostic& diagnostic, std::string_view file, const LineIndex& lines,
                   const RenderOptions& options) {
  Place known;
  return render_at(diagnostic, file, lines, options, known);
}

std::string render_all(const std::vector<Diagnostic>& diagnostics, std::string_view file,
                       std::string_view source, const RenderOptions& options) {
  const LineIndex lines(source);
  std::string out;
  Place known;
  for (const Diagnostic& diagnostic : diagnostics) {
    out += render_at(diagnostic, file, lines, options, known);
    out += "\n";
  }
  return out;
}

}  // namespace belljar
