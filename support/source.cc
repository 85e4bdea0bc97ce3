// LineIndex: where each line of a text starts.
#include "support/source.h"

namespace belljar {

LineIndex::LineIndex(std::string_view text) : text_(text) {
  size_t start = 0;
  while (start < text.size()) {
    starts_.push_back(static_cast<uint32_t>(start));
    const size_t end = text.find_first_of("\r\n", start);
    if (end == std::string_view::npos) break;
    const bool crlf = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    start = end + (crlf ? 2 : 1);
  }
}

std::string_view LineIndex::line(uint32_t number) const {
  if (number == 0 || number > starts_.size()) return {};
  const size_t start = starts_[number - 1];
  const size_t end = number < starts_.size() ? starts_[number] : text_.size();
  std::string_view line = text_.substr(start, end - start);
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace belljar
