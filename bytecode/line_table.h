// The positions of a Code's instructions, delta-coded. Written once by the compiler, decoded only
// when a traceback is made, so it is small rather than fast: three bytes an entry in ordinary code.
//
// There is an entry for each word index whose position differs from that of the entry before; a
// word without one has the position of the nearest entry below. Entry:
//   byte 0   bits 0-3 words since the entry before (15: a varint follows), bits 4-5 lines since
//            then (3: a zigzag varint follows), bit 6 set: the range ends on another line
//   then     column (varint); columns to the end (varint), or, with bit 6, lines to the end
//   (varint)
//            and the end column (varint)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/source.h"

namespace belljar {

class LineTableWriter {
 public:
  explicit LineTableWriter(uint32_t first_line) : line_(first_line) {}
  // `word` must not be below that of the last call.
  void add(uint32_t word, const Range& range);
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  uint32_t word_ = 0;
  uint32_t line_;
  Range last_;
};

// In place of a word: where the function begins, as a line without columns.
inline constexpr uint32_t kAtDefinition = UINT32_MAX;

// The position of `word`; all zero if the table has none for it.
Range find_position(std::string_view table, uint32_t first_line, uint32_t word);

}  // namespace belljar
