// Byte columns to code point columns.
#include "policy/diagnostic.h"

#include <algorithm>

namespace belljar {
namespace {

constexpr size_t kStride = 1024;

// Code points that begin in the text; a cut in the middle of one does no harm.
uint32_t count_starts(std::string_view text) {
  return static_cast<uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

std::string_view severity_name(Severity severity) {
  return severity == Severity::kError ? "error" : "warning";
}

uint32_t TextRanges::column(Position position) {
  const std::string_view text = lines_.line(position.line);
  const size_t end = std::min<size_t>(position.column, text.size());
  if (end < kStride) return count_starts(text.substr(0, end)) + 1;
  if (line_ != position.line) {
    line_ = position.line;
    checkpoints_.assign(1, 0);
    for (size_t start = 0; start + kStride <= text.size(); start += kStride) {
      checkpoints_.push_back(checkpoints_.back() + count_starts(text.substr(start, kStride)));
    }
  }
  const size_t block = end / kStride;
  return checkpoints_[block] + count_starts(text.substr(block * kStride, end % kStride)) + 1;
}

TextRange TextRanges::operator()(const Range& range) {
  return {range.line, column(range.start()), range.end_line, column(range.end())};
}

}  // namespace belljar
