// Positions in source text, counted as CPython's ast counts them, and the text with its line index.
//
// Lines are 1-based, columns are 0-based UTF-8 byte offsets; ends are exclusive. What users see
// (1-based code points) is derived at the border by utf8.h's code_point_count().
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace belljar {

struct Position {
  uint32_t line = 0;
  uint32_t column = 0;

  friend bool operator==(const Position&, const Position&) = default;
};

struct Range {
  uint32_t line = 0;
  uint32_t column = 0;
  uint32_t end_line = 0;
  uint32_t end_column = 0;

  Position start() const { return {line, column}; }
  Position end() const { return {end_line, end_column}; }
  friend bool operator==(const Range&, const Range&) = default;
};

// Finds lines in a text that somebody else owns. Lines end at "\n", "\r\n" or "\r".
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  // The number of lines; a text without a final newline has its last line counted, too.
  uint32_t line_count() const { return static_cast<uint32_t>(starts_.size()); }
  // The text of a 1-based line without its line ending; empty if there is no such line.
  std::string_view line(uint32_t number) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> starts_;
};

}  // namespace belljar
