// The frames of tracebacks and their text. The layout rules are those of CPython 3.11's
// Python/traceback.c, restated: when carets are left out, how repeats are folded.
#include "interp/traceback.h"

#include <algorithm>

#include "bytecode/line_table.h"
#include "runtime/exception.h"
#include "runtime/str.h"

namespace belljar {

namespace {

constexpr size_t kFramesShown = 1000;
constexpr int kRepeatsShown = 3;

// Appends the frames of one activation, innermost first: a comprehension's, then its function's.
void add_frames(std::vector<TracebackFrame>& out, const Code* code, uint32_t word) {
  for (const InlinedFrame& row : code->inlined) {
    if (row.start <= word && word < row.end) {
      out.push_back({code->unit, row.name, find_position(code->positions, code->first_line, word),
                     row.locals});
      word = row.call_pc;
    }
  }
  out.push_back({code->unit, code->name->view(),
                 find_position(code->positions, code->first_line, word), code->local_names});
}

std::string_view source_line(const CodeUnit* unit, uint32_t line) {
  if (line == 0 || line > unit->line_starts.size()) return {};
  size_t begin = unit->line_starts[line - 1];
  std::string_view rest = std::string_view(unit->source).substr(begin);
  size_t end = rest.find_first_of("\r\n");
  return rest.substr(0, end);
}

bool blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

size_t code_points(std::string_view s) {
  size_t n = 0;
  for (char c : s) n += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return n;
}

// The line of carets, or nothing where they would say nothing.
void append_carets(std::string& out, std::string_view line, const Range& range, size_t leading,
                   AnchorFinder anchors, std::string_view margin) {
  if (range.line == 0 || range.end_line == 0) return;
  size_t start_byte = std::min<size_t>(range.column, line.size());
  size_t end_byte;
  bool special = false;
  size_t left = 0, right = 0;
  if (range.line == range.end_line) {
    end_byte = std::min<size_t>(range.end_column, line.size());
    if (end_byte < start_byte) return;
    std::string_view segment = line.substr(start_byte, end_byte - start_byte);
    uint32_t from = 0, to = 0;
    if (anchors && anchors(segment, &from, &to)) {
      special = true;
      left = code_points(line.substr(0, start_byte + from));
      right = code_points(line.substr(0, start_byte + to));
    }
  } else {
    end_byte = line.size();
    while (end_byte > 0 && blank(line[end_byte - 1])) --end_byte;
  }
  size_t start = code_points(line.substr(0, start_byte));
  size_t end = code_points(line.substr(0, end_byte));
  size_t stripped = code_points(line) - leading;
  if (end - start == stripped && !special) return;
  out += margin;
  out += "    ";
  for (size_t column = leading; column < end; ++column) {
    char c = '^';
    if (column < start) {
      c = ' ';
    } else if (special) {
      c = left <= column && column < right ? '^' : '~';
    }
    out += c;
  }
  out += '\n';
}

void append_frame(std::string& out, const TracebackFrame& frame, AnchorFinder anchors,
                  std::string_view margin) {
  out += margin;
  out += "  File \"" + frame.unit->file + "\", line " + std::to_string(frame.range.line) + ", in ";
  out += frame.function;
  out += '\n';
  std::string_view line = source_line(frame.unit, frame.range.line);
  size_t leading = 0;
  while (leading < line.size() && blank(line[leading])) ++leading;
  if (leading == line.size()) return;
  out += margin;
  out += "    ";
  out += line.substr(leading);
  out += '\n';
  append_carets(out, line, frame.range, leading, anchors, margin);
}

// Without the margin, where there is one: so CPython.
void append_repeats(std::string& out, int count) {
  count -= kRepeatsShown;
  out += "  [Previous line repeated " + std::to_string(count) + " more time" +
         (count > 1 ? "s" : "") + "]\n";
}

}  // namespace

std::string clipped(std::string_view text) {
  if (text.size() <= kReportTextMost) return std::string(text);
  size_t end = kReportTextMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "...";
}

void append_frames(std::string& out, const std::vector<TracebackFrame>& frames,
                   AnchorFinder anchors, std::string_view margin) {
  size_t first = frames.size() > kFramesShown ? frames.size() - kFramesShown : 0;
  int repeats = 0;
  for (size_t i = first; i < frames.size(); ++i) {
    const TracebackFrame& f = frames[i];
    bool same = i > first && f.unit == frames[i - 1].unit &&
                f.range.line == frames[i - 1].range.line && f.function == frames[i - 1].function;
    if (!same) {
      if (repeats > kRepeatsShown) append_repeats(out, repeats);
      repeats = 0;
    }
    if (out.size() > kReportMost) {
      out.append(margin).append("  [more frames]\n");
      return;
    }
    if (++repeats <= kRepeatsShown) append_frame(out, f, anchors, margin);
  }
  if (repeats > kRepeatsShown) append_repeats(out, repeats);
}

std::vector<TracebackFrame> traceback_frames(const Exception* exception) {
  std::vector<TracebackFrame> frames;
  if (const Traceback* t = exception->traceback) {
    for (uint32_t i = 0; i < t->count; ++i)
      add_frames(frames, t->entries[i].code, t->entries[i].pc);
  }
  std::reverse(frames.begin(), frames.end());
  return frames;
}

std::vector<TracebackFrame> stop_frames(const Isolate& isolate) {
  std::vector<TracebackFrame> frames;
  for (const auto& [code, word] : isolate.stop_trace()) {
    add_frames(frames, code, word);
    // A stop can find an instruction that cannot raise and so has no position: the entry of a call.
    if (frames.back().range.line == 0) frames.back().range.line = code->first_line;
  }
  std::reverse(frames.begin(), frames.end());
  return frames;
}

}  // namespace belljar
