// Splits the code points by the sets of a pattern, and hands the bytes out.
#include "stdlib/re/alphabet.h"

#include <algorithm>
#include <map>

namespace belljar::re {

namespace {

bool is_word_byte(int b) {
  return (b >= '0' && b <= '9') || ((b | 0x20) >= 'a' && (b | 0x20) <= 'z') || b == '_';
}

void add_borders(const CharSet& set, std::vector<uint32_t>& starts) {
  for (const CodeRange& r : set.ranges()) {
    starts.push_back(r.first);
    starts.push_back(r.last + 1);
  }
}

// Gives new numbers to the intervals: equal ones stay equal only where `set` has both or neither.
void refine(const CharSet& set, const std::vector<uint32_t>& starts, std::vector<uint32_t>& atoms) {
  std::map<std::pair<uint32_t, bool>, uint32_t> numbers;
  auto range = set.ranges().begin();
  for (size_t i = 0; i < starts.size(); ++i) {
    while (range != set.ranges().end() && range->last < starts[i]) ++range;
    const bool inside = range != set.ranges().end() && range->first <= starts[i];
    auto [at, fresh] =
        numbers.emplace(std::pair(atoms[i], inside), static_cast<uint32_t>(numbers.size()));
    atoms[i] = at->second;
  }
}

}  // namespace

Anchors anchors_of(const Tree& tree, bool bytes) {
  Anchors out;
  for (const Node& node : tree.nodes) {
    if (node.op != Op::At) continue;
    switch (node.anchor) {
      case Anchor::BeginLine:
      case Anchor::EndLine:
        out.lines = true;
        break;
      case Anchor::End:
        out.last_line = true;
        break;
      case Anchor::NotWord:
        out.not_word = true;
        [[fallthrough]];
      case Anchor::Word:
        out.word = true;
        (node.ascii && !bytes ? out.ascii_word : out.unicode_word) = true;
        break;
      default:
        break;
    }
  }
  return out;
}

Alphabet Alphabet::direct(uint32_t last) {
  Alphabet a;
  a.direct_ = true;
  a.last_ = last;
  for (uint32_t c = 0; c < 128; ++c) a.low_[c] = static_cast<uint8_t>(c);
  return a;
}

bool Alphabet::build(const Tree& tree, const Anchors& anchors, bool bytes) {
  last_ = bytes ? 0xFF : kLastCode;
  std::vector<const CharSet*> sets;
  for (const CharSet& set : tree.sets) {
    bool known = false;
    // Sets of one character are many; comparing all would be quadratic in them only.
    for (size_t i = sets.size(); i > 0 && i + 64 > sets.size() && !known; --i) {
      known = *sets[i - 1] == set;
    }
    if (!known) sets.push_back(&set);
  }
  const bool newlines = anchors.lines || anchors.last_line;
  const CharSet newline('\n');
  const CharSet word = category_set(Category::Word, anchors.ascii_word || bytes);
  if (newlines) sets.push_back(&newline);
  if (anchors.word) sets.push_back(&word);

  starts_ = {0};
  for (const CharSet* set : sets) add_borders(*set, starts_);
  std::sort(starts_.begin(), starts_.end());
  starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
  while (starts_.back() > last_) starts_.pop_back();
  std::vector<uint32_t> atoms(starts_.size(), 0);
  for (const CharSet* set : sets) refine(*set, starts_, atoms);

  // A character keeps its own byte where it can: the next free one otherwise.
  std::vector<int> bytes_of_atoms(starts_.size(), -1);
  ByteSet used;
  used.set('\n');
  if (newlines) {
    size_t i = static_cast<size_t>(
        std::lower_bound(starts_.begin(), starts_.end(), uint32_t{'\n'}) - starts_.begin());
    bytes_of_atoms[atoms[i]] = '\n';
  }
  symbols_.resize(starts_.size());
  int next_word = 0, next_other = 0;
  auto take = [&used](int& next, bool want_word, bool any) {
    while (next < 256 &&
           (used[static_cast<size_t>(next)] || (!any && is_word_byte(next) != want_word))) {
      ++next;
    }
    if (next < 256) used.set(static_cast<size_t>(next));
    return next < 256 ? next : -1;
  };
  for (size_t i = 0; i < starts_.size(); ++i) {
    int& byte = bytes_of_atoms[atoms[i]];
    if (byte < 0) {
      const bool is_word = anchors.word && word.contains(starts_[i]);
      byte = take(is_word ? next_word : next_other, is_word, !anchors.word);
      if (byte < 0) return false;
    }
    symbols_[i] = static_cast<uint8_t>(byte);
  }
  if (anchors.last_line && !anchors.lines) {
    const int inner = take(next_other, false, !anchors.word);
    if (inner < 0) return false;
    inner_newline_ = static_cast<uint8_t>(inner);
  }
  for (uint32_t c = 0; c < 128; ++c) low_[c] = symbol_of_high(c);
  low_['\n'] = anchors.last_line && !anchors.lines ? inner_newline_ : low_['\n'];
  return true;
}

uint8_t Alphabet::symbol_of_high(uint32_t code) const {
  if (direct_) return static_cast<uint8_t>(code);
  size_t i =
      static_cast<size_t>(std::upper_bound(starts_.begin(), starts_.end(), code) - starts_.begin());
  return symbols_[i - 1];
}

ByteSet Alphabet::bytes_of(const CharSet& set) const {
  ByteSet out;
  if (direct_) {
    for (const CodeRange& r : set.ranges()) {
      for (uint32_t c = r.first; c <= r.last && c <= last_; ++c) out.set(c);
    }
    return out;
  }
  auto range = set.ranges().begin();
  for (size_t i = 0; i < starts_.size(); ++i) {
    while (range != set.ranges().end() && range->last < starts_[i]) ++range;
    if (range == set.ranges().end()) break;
    if (range->first <= starts_[i]) out.set(symbols_[i]);
  }
  if (set.contains('\n')) out.set(inner_newline_);
  return out;
}

}  // namespace belljar::re
