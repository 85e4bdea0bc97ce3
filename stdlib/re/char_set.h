// Sets of code points as sorted ranges, the categories of Python's patterns, and case variants.
#pragma once

#include <cstdint>
#include <vector>

namespace belljar::re {

inline constexpr uint32_t kLastCode = 0x10FFFF;

struct CodeRange {
  uint32_t first, last;
  bool operator==(const CodeRange&) const = default;
};

// Sorted, disjoint, not adjacent once normalized.
class CharSet {
 public:
  CharSet() = default;
  explicit CharSet(uint32_t c) : ranges_{{c, c}} {}
  void add(uint32_t first, uint32_t last) { ranges_.push_back({first, last}); }
  void add(const CharSet& other) {
    ranges_.insert(ranges_.end(), other.ranges_.begin(), other.ranges_.end());
  }
  void normalize();
  CharSet complement(uint32_t last = kLastCode) const;
  bool contains(uint32_t c) const;
  const std::vector<CodeRange>& ranges() const { return ranges_; }
  bool empty() const { return ranges_.empty(); }
  bool operator==(const CharSet&) const = default;

 private:
  std::vector<CodeRange> ranges_;
};

enum class Category : uint8_t { Digit, Space, Word };

// \d, \s, \w; `ascii`: as for bytes and under the ASCII flag.
const CharSet category_set(Category category, bool ascii);
// Adds what IGNORECASE takes for the same as a member of the set.
void add_case_variants(CharSet& set, bool ascii);

}  // namespace belljar::re
