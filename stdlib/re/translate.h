// From the tree to the text of a pattern for RE2.
#pragma once

#include <string>
#include <vector>

#include "stdlib/re/alphabet.h"
#include "stdlib/re/tree.h"

namespace belljar::re {

// What a program is for.
enum class Purpose : uint8_t {
  Plain,
  EmptyText,  // \B, which CPython never finds in an empty text, fails
  NotEmpty,   // of all matches that Plain would try, in its order, those that are not empty
};

struct Translation {
  std::string text;
  std::vector<uint32_t>
      groups;  // RE2's group i + 1 is Python's groups[i]; of many the last that is set
  bool too_large = false;
  bool never = false;  // NotEmpty: no match is left that Plain would not have preferred
};

Translation translate(const Tree& tree, const Alphabet& alphabet, Purpose purpose);

inline constexpr size_t kMostPatternText = 200'000;

}  // namespace belljar::re
