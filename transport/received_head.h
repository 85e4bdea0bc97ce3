// The head of an answer, line by line: caps over all blocks together, and strictness where a
// lenient reader could be told two lengths. Separate from the transfer, as it is plain text work.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "transport/transfer.h"

namespace belljar::transport {

class ReceivedHead {
 public:
  ReceivedHead(uint32_t max_bytes, uint32_t max_lines)
      : max_bytes_(max_bytes), max_lines_(max_lines) {}

  // A line with its line end, of any block: 1xx, final, trailers. False: abort; see problem().
  bool line(std::string_view text, Received* out);
  // The head of the final answer is complete.
  bool complete() const { return complete_; }
  bool too_large() const { return too_large_; }
  const std::string& problem() const { return problem_; }

 private:
  bool fail(std::string_view problem);

  uint32_t max_bytes_, max_lines_;
  uint64_t bytes_ = 0;
  uint32_t lines_ = 0;
  bool complete_ = false, too_large_ = false;
  std::string length_, problem_;
};

std::string_view trim(std::string_view text);
std::string lower(std::string_view text);

}  // namespace belljar::transport
