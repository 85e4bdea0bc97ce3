// Range arithmetic, and the tables of categories and case variants that CPython's re was asked for.
#include "stdlib/re/char_set.h"

#include <algorithm>
#include <iterator>

namespace belljar::re {

namespace {

struct CodePair {
  uint32_t code, variant;
};

#include "stdlib/re/tables.inc"

constexpr CodeRange kAsciiWord[] = {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
constexpr CodeRange kAsciiDigit[] = {{'0', '9'}};
constexpr CodeRange kAsciiSpace[] = {{9, 13}, {' ', ' '}};

template <size_t N>
CharSet from_table(const CodeRange (&table)[N]) {
  CharSet set;
  for (const CodeRange& r : table) set.add(r.first, r.last);
  return set;
}

}  // namespace

void CharSet::normalize() {
  std::sort(ranges_.begin(), ranges_.end(),
            [](const CodeRange& a, const CodeRange& b) { return a.first < b.first; });
  size_t kept = 0;
  for (const CodeRange& r : ranges_) {
    if (kept > 0 && r.first <= ranges_[kept - 1].last + 1) {
      ranges_[kept - 1].last = std::max(ranges_[kept - 1].last, r.last);
    } else {
      ranges_[kept++] = r;
    }
  }
  ranges_.resize(kept);
}

CharSet CharSet::complement(uint32_t last) const {
  CharSet out;
  uint32_t next = 0;
  for (const CodeRange& r : ranges_) {
    if (r.first > next) out.add(next, r.first - 1);
    next = r.last + 1;
  }
  if (next <= last) out.add(next, last);
  return out;
}

bool CharSet::contains(uint32_t c) const {
  auto after = std::upper_bound(ranges_.begin(), ranges_.end(), c,
                                [](uint32_t code, const CodeRange& r) { return code < r.first; });
  return after != ranges_.begin() && c <= std::prev(after)->last;
}

const CharSet category_set(Category category, bool ascii) {
  switch (category) {
    case Category::Digit:
      return ascii ? from_table(kAsciiDigit) : from_table(kDigit);
    case Category::Space:
      return ascii ? from_table(kAsciiSpace) : from_table(kSpace);
    default:
      return ascii ? from_table(kAsciiWord) : from_table(kWord);
  }
}

void add_case_variants(CharSet& set, bool ascii) {
  set.normalize();
  const std::vector<CodeRange> given = set.ranges();
  for (const CodeRange& r : given) {
    if (ascii) {
      for (uint32_t c = std::max<uint32_t>(r.first, 'A'); c <= std::min<uint32_t>(r.last, 'z');
           ++c) {
        const uint32_t low = c | 0x20;
        if (low >= 'a' && low <= 'z') set.add(c ^ 0x20, c ^ 0x20);
      }
      continue;
    }
    const CodePair* at =
        std::lower_bound(std::begin(kVariants), std::end(kVariants), r.first,
                         [](const CodePair& pair, uint32_t code) { return pair.code < code; });
    for (; at != std::end(kVariants) && at->code <= r.last; ++at) set.add(at->variant, at->variant);
  }
  set.normalize();
}

}  // namespace belljar::re
