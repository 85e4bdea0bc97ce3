// The bytes that a program of RE2 sees for the code points of a text.
//
// RE2 knows UTF-8, but not Python's \b (its own is ASCII), nor `$` before a last newline. So no
// text is given to it as UTF-8. A pattern tells only so many characters apart: those that are in
// all the same of its sets are one symbol. Each symbol gets a byte, a word character one of
// [0-9A-Za-z_], so that RE2's \b means Python's; the text is spelt in these bytes, one a code
// point, so that RE2's offsets are Python's indices; and lone surrogates are characters as any.
//
// Most texts need no spelling: to ASCII text and to bytes the identity applies (`direct`).
#pragma once

#include <bitset>
#include <string>
#include <vector>

#include "stdlib/re/tree.h"

namespace belljar::re {

using ByteSet = std::bitset<256>;

// Which anchors a pattern uses.
struct Anchors {
  bool lines = false;      // ^ or $ of MULTILINE
  bool last_line = false;  // $ otherwise
  bool word = false;       // \b, \B
  bool not_word = false;
  bool ascii_word = false;  // one of them of ASCII words, in a str pattern
  bool unicode_word = false;
};
Anchors anchors_of(const Tree& tree, bool bytes);

class Alphabet {
 public:
  // The identity on code points up to `last` (127 or 255).
  static Alphabet direct(uint32_t last);
  // False: the pattern tells more characters apart than there are bytes for.
  bool build(const Tree& tree, const Anchors& anchors, bool bytes);

  ByteSet bytes_of(const CharSet& set) const;
  uint8_t symbol_of(uint32_t code) const { return code < 128 ? low_[code] : symbol_of_high(code); }
  // The byte of a newline that is not the last character, where `$` makes the difference; else 10.
  uint8_t inner_newline() const { return inner_newline_; }

 private:
  uint8_t symbol_of_high(uint32_t code) const;
  bool direct_ = false;
  uint32_t last_ = 0;
  uint8_t inner_newline_ = '\n';
  uint8_t low_[128];
  std::vector<uint32_t> starts_;  // of intervals of code points with one symbol
  std::vector<uint8_t> symbols_;
};

}  // namespace belljar::re
