// Text to tokens, on demand: call next() until it says kEndMarker or kError.
//
// Follows CPython 3.11's tokenizer rule by rule, because syntax errors depend on where it stops and
// on what it has read by then. Never throws, allocates nothing but its fixed stacks, and reads each
// byte a bounded number of times.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lexer/token.h"
#include "support/syntax_error.h"

namespace belljar {

inline constexpr int kMaxIndents = 100;
inline constexpr int kMaxBrackets = 200;

struct LexerOptions {
  uint32_t first_line = 1;
  // Added to the columns of the first line: an f-string's expression starts in the middle of a
  // line.
  uint32_t first_column = 0;
  // CPython counts columns of errors in bytes when it has made up the text itself (in f-strings).
  bool byte_columns = false;
};

struct Bracket {
  char open = 0;
  uint32_t line = 0;
  uint32_t column = 0;
  uint32_t line_start = 0;  // offset
};

class Lexer {
 public:
  // `text` is UTF-8 without NUL and "\r", ends with "\n" unless empty, and has a NUL byte after its
  // end.
  explicit Lexer(std::string_view text, LexerOptions options = {});

  Token next();

  // After kError. An *eager* error is one that CPython's parser also looks for beyond the place
  // where it gave up; the others count only when they are reached.
  const SyntaxError& error() const { return error_; }
  bool error_is_eager() const { return error_is_eager_; }
  // The innermost open bracket, and the error for never closing it.
  const Bracket* open_bracket() const { return level_ > 0 ? &brackets_[level_ - 1] : nullptr; }
  SyntaxError never_closed_error() const;

  // Where the lexer stands: CPython takes some positions of errors from there.
  uint32_t line() const { return line_; }
  uint32_t offset() const { return static_cast<uint32_t>(cursor_ - begin_); }
  uint32_t line_start() const { return static_cast<uint32_t>(line_start_ - begin_); }

 private:
  bool read_indentation(Token* token);
  Token lex_word();
  Token lex_number();
  Token lex_string(const char* quote);
  Token lex_operator();
  void skip_newline();
  bool skip_continuation(Token* token);
  bool lex_decimal_tail();
  bool check_number_end(const char* kind);
  bool check_identifier();

  Token make(TokenKind kind);
  Token make_bare(TokenKind kind);
  Token fail(std::string message);  // at the cursor
  Token fail_at(std::string message, int32_t column, int32_t end_column);
  Token fail_lazily(SyntaxErrorType type, std::string message, int32_t column, int32_t end_column);
  Token fail_at_end_of_file();
  std::string line_text(const char* line_start) const;

  const char* begin_;
  const char* end_;
  const char* cursor_;
  const char* line_start_;
  const char* token_start_ = nullptr;
  uint32_t line_;
  LexerOptions options_;

  bool at_line_start_ = true;
  bool blank_line_ = false;
  bool failed_ = false;
  bool error_is_eager_ = false;
  int pending_ = 0;  // indents (> 0) or dedents (< 0) still to be delivered
  int indent_ = 0;
  int level_ = 0;
  uint32_t indents_[kMaxIndents] = {};      // widths with tabs to multiples of 8
  uint32_t alt_indents_[kMaxIndents] = {};  // widths with tabs as 1
  Bracket brackets_[kMaxBrackets];
  SyntaxError error_;
};

}  // namespace belljar
