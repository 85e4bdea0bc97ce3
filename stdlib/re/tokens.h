// The characters of a pattern or of a template, one at a time, an escape being one token of two;
// and where they stand, for errors. Positions are those that CPython reports.
#pragma once

#include <string>
#include <string_view>

#include "stdlib/re/tree.h"

namespace belljar::re {

// A character, an escape (first is the backslash) or the end.
struct Token {
  uint32_t first = 0, second = 0;
  uint8_t size = 0;  // 0: the end
  bool is(char c) const { return size == 1 && first == static_cast<unsigned char>(c); }
  bool is_escape() const { return size == 2; }
  bool at_end() const { return size == 0; }
};

inline bool is_digit_code(uint32_t c) { return c >= '0' && c <= '9'; }
inline bool is_octal_code(uint32_t c) { return c >= '0' && c <= '7'; }
inline bool is_letter_code(uint32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
inline bool is_hex_code(uint32_t c) {
  return is_digit_code(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

class Tokens {
 public:
  Tokens(const Source& source, Fault& fault) : source_(source), fault_(fault) { advance(); }
  Tokens(const Tokens&) = delete;
  Tokens& operator=(const Tokens&) = delete;

  const Token& next() const { return next_; }
  bool next_is(char c) const { return next_.is(c); }
  bool next_digit() const { return next_.size == 1 && is_digit_code(next_.first); }
  bool next_octal() const { return next_.size == 1 && is_octal_code(next_.first); }
  Token get() {
    Token t = next_;
    advance();
    return t;
  }
  bool match(char c) {
    if (!next_.is(c)) return false;
    advance();
    return true;
  }
  int64_t tell() const { return static_cast<int64_t>(index_) - next_.size; }
  void seek(int64_t index) {
    index_ = static_cast<size_t>(index);
    advance();
  }
  bool bytes() const { return source_.bytes; }
  // Appends up to `n` characters that `test` takes to an escape's text.
  template <typename Test>
  void get_while(int n, Test test, std::string& text) {
    for (; n > 0 && next_.size == 1 && test(next_.first); --n) {
      text += static_cast<char>(next_.first);
      advance();
    }
  }
  // The text before `terminator`, which is taken too; false: an error is set.
  bool get_until(char terminator, std::string_view what, std::vector<uint32_t>& name);

  // Sets the fault, unless there is one already; `back` code points before the next token.
  bool error(std::string message, int64_t back = 0);
  bool failed() const { return fault_.kind != Fault::None; }
  Fault& fault() { return fault_; }

 private:
  void advance();
  const Source& source_;
  Fault& fault_;
  size_t index_ = 0;
  Token next_;
};

std::string token_text(const Token& token);
std::string utf8_of(const std::vector<uint32_t>& codes);
bool is_identifier(const std::vector<uint32_t>& codes);
// int(text) where it is not negative; -1: it is none. Huge numbers are cut.
int64_t group_number(const std::vector<uint32_t>& codes);
inline constexpr int64_t kMaxGroups = 1073741823;
// \a \b \f \n \r \t \v \\ : the character, or -1.
int simple_escape(uint32_t c);

}  // namespace belljar::re
