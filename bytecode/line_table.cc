// Encoding and decoding of the position table that line_table.h describes.
#include "bytecode/line_table.h"

namespace belljar {
namespace {

constexpr uint32_t kWordEscape = 15;
constexpr uint32_t kLineEscape = 3;
constexpr uint8_t kMultiLine = 64;

void put_varint(std::string& out, uint32_t n) {
  while (n >= 128) {
    out.push_back(static_cast<char>(n | 128));
    n >>= 7;
  }
  out.push_back(static_cast<char>(n));
}

uint32_t take_varint(std::string_view bytes, size_t& at) {
  uint32_t n = 0;
  for (int shift = 0; at < bytes.size(); shift += 7) {
    uint8_t byte = static_cast<uint8_t>(bytes[at++]);
    n |= static_cast<uint32_t>(byte & 127) << shift;
    if (byte < 128 || shift >= 28) break;
  }
  return n;
}

uint32_t zigzag(int32_t n) {
  return static_cast<uint32_t>(n) << 1 ^ static_cast<uint32_t>(n >> 31);
}
int32_t unzigzag(uint32_t n) { return static_cast<int32_t>(n >> 1) ^ -static_cast<int32_t>(n & 1); }

}  // namespace

void LineTableWriter::add(uint32_t word, const Range& range) {
  if (range == last_) return;
  uint32_t words = word - word_;
  uint32_t lines = range.line - line_;  // wraps when negative: then it is the escape
  bool multi_line = range.end_line != range.line || range.end_column < range.column;
  uint32_t word_field = words < kWordEscape ? words : kWordEscape;
  uint32_t line_field = lines < kLineEscape ? lines : kLineEscape;
  bytes_.push_back(static_cast<char>(word_field | line_field << 4 | (multi_line ? kMultiLine : 0)));
  if (word_field == kWordEscape) put_varint(bytes_, words);
  if (line_field == kLineEscape) put_varint(bytes_, zigzag(static_cast<int32_t>(lines)));
  put_varint(bytes_, range.column);
  if (multi_line) {
    put_varint(bytes_, range.end_line - range.line);
    put_varint(bytes_, range.end_column);
  } else {
    put_varint(bytes_, range.end_column - range.column);
  }
  word_ = word;
  line_ = range.line;
  last_ = range;
}

Range find_position(std::string_view table, uint32_t first_line, uint32_t word) {
  if (word == kAtDefinition) return {first_line, 0, 0, 0};
  Range range;
  uint32_t at_word = 0;
  uint32_t line = first_line;
  for (size_t at = 0; at < table.size();) {
    uint8_t head = static_cast<uint8_t>(table[at++]);
    uint32_t words = head & 15;
    if (words == kWordEscape) words = take_varint(table, at);
    at_word += words;
    if (at_word > word) break;
    uint32_t lines = head >> 4 & 3;
    if (lines == kLineEscape) lines = static_cast<uint32_t>(unzigzag(take_varint(table, at)));
    line += lines;
    range.line = line;
    range.column = take_varint(table, at);
    if (head & kMultiLine) {
      range.end_line = line + take_varint(table, at);
      range.end_column = take_varint(table, at);
    } else {
      range.end_line = line;
      range.end_column = range.column + take_varint(table, at);
    }
  }
  return range;
}

}  // namespace belljar
