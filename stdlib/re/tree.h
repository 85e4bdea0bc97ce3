// What the parser makes of a pattern: a small tree whose leaves are sets of code points, with all
// flags already applied, so that the translator knows none but those of the anchors.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stdlib/re/char_set.h"

namespace belljar::re {

enum Flag : uint32_t {
  kTemplate = 1,
  kIgnoreCase = 2,
  kLocale = 4,
  kMultiline = 8,
  kDotAll = 16,
  kUnicode = 32,
  kVerbose = 64,
  kDebug = 128,
  kAscii = 256,
};

enum class Op : uint8_t { Empty, Set, Concat, Alternate, Repeat, Group, At, Refused };
enum class Anchor : uint8_t { Begin, BeginLine, End, EndLine, EndText, Word, NotWord };

inline constexpr uint32_t kUnbounded = 0xFFFFFFFF;

struct Node {
  Op op;
  Anchor anchor = Anchor::Begin;  // At
  bool ascii = false;             // At: \b of ASCII words
  bool lazy = false;              // Repeat
  uint32_t group = 0;             // Group: its number; 0: it does not capture
  uint32_t min = 0, max = 0;      // Repeat
  const CharSet* set = nullptr;   // Set
  std::vector<Node*> parts;       // Concat, Alternate; one of Repeat and Group
};

struct Tree {
  std::deque<Node> nodes;
  std::deque<CharSet> sets;
  Node* root = nullptr;
  uint32_t flags = 0;
  uint32_t groups = 0;
  std::vector<uint32_t> parents{0};                     // the group around each group; 0: none
  std::vector<std::pair<std::string, uint32_t>> names;  // in order of opening
};

// Why a pattern is not taken. Malformed and Refused are re.error; Refused is what RE2 cannot do.
struct Fault {
  enum Kind : uint8_t { None, Malformed, Refused, Overflow, Incompatible, Depth } kind = None;
  std::string message;    // UTF-8
  int64_t position = -1;  // in code points; -1: none
};

struct Source {
  std::vector<uint32_t> codes;
  bool bytes;
};

// Fills `tree`, or `fault`.
void parse(const Source& source, uint32_t flags, Tree& tree, Fault& fault);

std::string utf8_of(uint32_t code);

}  // namespace belljar::re
