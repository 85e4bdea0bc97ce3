// A compiled pattern: its tree, and the programs of RE2 that matching has needed so far.
//
// Two alphabets (alphabet.h) times three purposes (translate.h): six programs, made when first
// needed; the first when the pattern is compiled. RE2's memory is bounded by its own budget, and
// that is what is charged to the heap of the isolate.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "stdlib/re/alphabet.h"
#include "stdlib/re/translate.h"
#include "stdlib/re/tree.h"

namespace re2 {
class RE2;
}

namespace belljar::re {

enum class Spelling : uint8_t { Direct, Symbols };
enum class Where : uint8_t { Anywhere, AtStart, Whole };

// Begin and end of each group, in code points; -1: it took no part.
struct Spans {
  std::vector<int64_t> at;
  int64_t begin(size_t group = 0) const { return at[group * 2]; }
  int64_t end(size_t group = 0) const { return at[group * 2 + 1]; }
};

class Program {
 public:
  // Null and a fault if the pattern is not taken.
  static std::unique_ptr<Program> make(const Source& source, uint32_t flags, Fault& fault);
  ~Program();

  uint32_t flags() const { return tree_.flags; }
  uint32_t groups() const { return tree_.groups; }
  const std::vector<std::pair<std::string, uint32_t>>& names() const { return tree_.names; }
  const Anchors& anchors() const { return anchors_; }
  // Of Spelling::Symbols; null if the pattern has too many symbols.
  const Alphabet* symbols();

  // Makes the program ready; false: it cannot be made, which `fault` tells.
  bool prepare(Spelling spelling, Purpose purpose, Fault& fault);
  // Matches in text, from `start` on.
  bool match(Spelling spelling, Purpose purpose, std::string_view text, size_t start, Where where,
             Spans& spans);
  // Steps that each 16 characters cost.
  uint64_t weight(Spelling spelling, Purpose purpose) const;
  // The group that was closed last; 0: none took part.
  uint32_t last_group(const Spans& spans) const;
  // Bytes that the programs made so far may take.
  size_t foreign_bytes() const { return foreign_; }

 private:
  Program() = default;
  struct Compiled {
    std::unique_ptr<re2::RE2> re;
    std::vector<uint32_t> groups;
    bool never = false;
    uint64_t weight = 1;
  };
  Compiled& slot(Spelling s, Purpose p) {
    return compiled_[static_cast<int>(s)][static_cast<int>(p)];
  }
  const Compiled& slot(Spelling s, Purpose p) const {
    return compiled_[static_cast<int>(s)][static_cast<int>(p)];
  }

  Tree tree_;
  bool bytes_ = false;
  Anchors anchors_;
  std::unique_ptr<Alphabet> symbols_;
  bool symbols_known_ = false;
  Compiled compiled_[2][3];
  size_t foreign_ = 0;
};

}  // namespace belljar::re
