// The tokenizer's main loop: layout (lines, indentation, brackets), words, strings and operators.
// Numbers are in numbers.cc.
#include "lexer/lexer.h"

#include <cstring>

#include "lexer/identifier.h"
#include "lexer/keywords.h"
#include "support/utf8.h"

namespace belljar {

namespace {

constexpr uint32_t kTabSize = 8;

bool is_word_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_part(char c) { return is_word_start(c) || is_digit(c); }

char closing_of(char open) { return open == '(' ? ')' : open == '[' ? ']' : '}'; }

std::string hex4(uint32_t code_point) {
  std::string digits;
  for (uint32_t rest = code_point; rest != 0 || digits.size() < 4; rest >>= 4) {
    digits.insert(digits.begin(), "0123456789ABCDEF"[rest & 15]);
  }
  return digits;
}

}  // namespace

Lexer::Lexer(std::string_view text, LexerOptions options)
    : begin_(text.data()),
      end_(text.data() + text.size()),
      cursor_(begin_),
      line_start_(begin_),
      line_(options.first_line),
      options_(options) {}

Token Lexer::make(TokenKind kind) {
  Token token;
  token.kind = kind;
  token.level = static_cast<uint8_t>(level_);
  token.start = static_cast<uint32_t>(token_start_ - begin_);
  token.end = static_cast<uint32_t>(cursor_ - begin_);
  const uint32_t shift = line_ == options_.first_line ? options_.first_column : 0;
  token.range.line = token.range.end_line = line_;
  token.range.column = static_cast<uint32_t>(token_start_ - line_start_) + shift;
  token.range.end_column = static_cast<uint32_t>(cursor_ - line_start_) + shift;
  return token;
}

Token Lexer::make_bare(TokenKind kind) {
  token_start_ = cursor_;
  return make(kind);
}

std::string Lexer::line_text(const char* line_start) const {
  const void* newline = std::memchr(line_start, '\n', static_cast<size_t>(end_ - line_start));
  const char* line_end = newline != nullptr ? static_cast<const char*>(newline) : end_;
  return std::string(line_start, line_end);
}

Token Lexer::fail(std::string message) {
  const std::string_view before(line_start_, static_cast<size_t>(cursor_ - line_start_));
  const auto column = static_cast<int32_t>(code_point_count(before));
  return fail_at(std::move(message), column, column);
}

Token Lexer::fail_at(std::string message, int32_t column, int32_t end_column) {
  Token token = fail_lazily(SyntaxErrorType::kSyntaxError, std::move(message), column, end_column);
  error_is_eager_ = true;
  return token;
}

Token Lexer::fail_lazily(SyntaxErrorType type, std::string message, int32_t column,
                         int32_t end_column) {
  failed_ = true;
  error_.type = type;
  error_.message = std::move(message);
  error_.line = error_.end_line = static_cast<int32_t>(line_);
  error_.column = column;
  error_.end_column = end_column;
  error_.text = line_text(line_start_);
  return make_bare(TokenKind::kError);
}

Token Lexer::fail_at_end_of_file() {
  if (level_ == 0) {
    const auto column = static_cast<int32_t>(cursor_ - line_start_);
    return fail_lazily(SyntaxErrorType::kSyntaxError, "unexpected EOF while parsing", column, -1);
  }
  const Token token = fail_lazily(SyntaxErrorType::kSyntaxError, {}, 0, 0);
  error_ = never_closed_error();
  return token;
}

SyntaxError Lexer::never_closed_error() const {
  const Bracket& bracket = brackets_[level_ - 1];
  const char* const start = begin_ + bracket.line_start;
  SyntaxError error;
  error.message = std::string("'") + bracket.open + "' was never closed";
  error.line = error.end_line = static_cast<int32_t>(bracket.line);
  const size_t column = options_.byte_columns
                            ? bracket.column
                            : code_point_count(std::string_view(start, bracket.column));
  error.column = static_cast<int32_t>(column) + 1;
  error.text = line_text(start);
  return error;
}

void Lexer::skip_newline() {
  ++cursor_;
  // At the end of the text CPython stays on the last line.
  if (cursor_ < end_) {
    ++line_;
    line_start_ = cursor_;
  }
}

// At a backslash: steps over it and the newline behind it.
bool Lexer::skip_continuation(Token* token) {
  ++cursor_;
  if (*cursor_ != '\n') {
    if (cursor_ < end_) ++cursor_;
    const std::string_view before(line_start_, static_cast<size_t>(cursor_ - line_start_));
    const auto column = static_cast<int32_t>(code_point_count(before));
    *token = fail_lazily(SyntaxErrorType::kSyntaxError,
                         "unexpected character after line continuation character", column, 0);
    return false;
  }
  skip_newline();
  if (cursor_ == end_) {
    *token = fail_at_end_of_file();
    return false;
  }
  return true;
}

// Measures the indentation of a new line. Returns true if it has set *token to an error.
bool Lexer::read_indentation(Token* token) {
  uint32_t width = 0;
  uint32_t alt_width = 0;
  uint32_t continued_width = 0;  // of the first line, if the indentation is split by backslashes
  at_line_start_ = false;
  for (;; ++cursor_) {
    if (*cursor_ == ' ') {
      ++width;
      ++alt_width;
    } else if (*cursor_ == '\t') {
      width = (width / kTabSize + 1) * kTabSize;
      ++alt_width;
    } else if (*cursor_ == '\f') {
      width = alt_width = 0;
    } else if (*cursor_ == '\\') {
      if (continued_width == 0) continued_width = width;
      if (!skip_continuation(token)) return true;
      --cursor_;
    } else {
      break;
    }
  }
  if (*cursor_ == '#' || *cursor_ == '\n') {
    blank_line_ = true;
    return false;
  }
  if (level_ > 0) return false;
  if (continued_width != 0) width = alt_width = continued_width;

  const auto fail_line = [&](SyntaxErrorType type, const char* message) {
    *token = fail_lazily(type, message, 1, 0);
    return true;
  };
  constexpr const char* kMixed = "inconsistent use of tabs and spaces in indentation";
  if (width > indents_[indent_]) {
    if (indent_ + 1 >= kMaxIndents) {
      return fail_line(SyntaxErrorType::kIndentationError, "too many levels of indentation");
    }
    if (alt_width <= alt_indents_[indent_]) return fail_line(SyntaxErrorType::kTabError, kMixed);
    ++pending_;
    ++indent_;
    indents_[indent_] = width;
    alt_indents_[indent_] = alt_width;
    return false;
  }
  while (indent_ > 0 && width < indents_[indent_]) {
    --pending_;
    --indent_;
  }
  if (width != indents_[indent_]) {
    const std::string line = line_text(line_start_);
    const auto column = static_cast<int32_t>(code_point_count(line)) + 1;
    *token = fail_lazily(SyntaxErrorType::kIndentationError,
                         "unindent does not match any outer indentation level", column, -1);
    return true;
  }
  if (alt_width != alt_indents_[indent_]) return fail_line(SyntaxErrorType::kTabError, kMixed);
  return false;
}

Token Lexer::next() {
  if (failed_) return make_bare(TokenKind::kError);
  Token token;
  for (;;) {
    blank_line_ = false;
    if (at_line_start_ && read_indentation(&token)) return token;
    if (pending_ != 0) {
      const bool dedent = pending_ < 0;
      pending_ += dedent ? 1 : -1;
      return make_bare(dedent ? TokenKind::kDedent : TokenKind::kIndent);
    }
    // Within the line: spaces, a comment, continuations.
    for (;;) {
      while (*cursor_ == ' ' || *cursor_ == '\t' || *cursor_ == '\f') ++cursor_;
      if (*cursor_ != '\\') break;
      token_start_ = cursor_;
      if (!skip_continuation(&token)) return token;
    }
    token_start_ = cursor_;  // a newline's token begins with the comment before it
    if (*cursor_ == '#') {
      const void* newline = std::memchr(cursor_, '\n', static_cast<size_t>(end_ - cursor_));
      cursor_ = newline != nullptr ? static_cast<const char*>(newline) : end_;
    }
    if (*cursor_ != '\n') break;
    if (blank_line_ || level_ > 0) {
      at_line_start_ = true;
      skip_newline();
      continue;
    }
    at_line_start_ = true;
    token = make(TokenKind::kNewline);
    skip_newline();
    return token;
  }

  token_start_ = cursor_;
  const char c = *cursor_;
  if (is_word_start(c)) return lex_word();
  if (is_digit(c) || (c == '.' && is_digit(cursor_[1]))) return lex_number();
  if (c == '"' || c == '\'') return lex_string(cursor_);
  if (cursor_ == end_) {
    if (level_ > 0) return fail_at_end_of_file();
    return make_bare(TokenKind::kEndMarker);
  }
  return lex_operator();
}

Token Lexer::lex_word() {
  // A string prefix: each of b, u, f at most once and alone, r beside b or f.
  bool saw_b = false, saw_u = false, saw_r = false, saw_f = false;
  for (;;) {
    const char c = static_cast<char>(*cursor_ | 0x20);
    if (c == 'b' && !(saw_b || saw_u || saw_f)) {
      saw_b = true;
    } else if (c == 'u' && !(saw_b || saw_u || saw_r || saw_f)) {
      saw_u = true;
    } else if (c == 'r' && !(saw_r || saw_u)) {
      saw_r = true;
    } else if (c == 'f' && !(saw_f || saw_b || saw_u)) {
      saw_f = true;
    } else {
      break;
    }
    ++cursor_;
    if (*cursor_ == '"' || *cursor_ == '\'') return lex_string(cursor_);
  }
  bool ascii = true;
  while (is_word_part(*cursor_)) {
    ascii &= static_cast<unsigned char>(*cursor_) < 0x80;
    ++cursor_;
  }
  const std::string_view word(token_start_, static_cast<size_t>(cursor_ - token_start_));
  if (!ascii) {
    if (const auto invalid = find_invalid_identifier_character(word)) {
      cursor_ = token_start_ + invalid->end;
      const std::string code = "U+" + hex4(invalid->code_point);
      if (!is_printable(invalid->code_point)) {
        return fail("invalid non-printable character " + code);
      }
      std::string character;
      append_utf8(character, invalid->code_point);
      return fail("invalid character '" + character + "' (" + code + ")");
    }
    Token token = make(TokenKind::kName);
    token.ascii = false;
    return token;
  }
  return make(keyword_kind(word));
}

Token Lexer::lex_string(const char* quote_start) {
  const char quote = *quote_start;
  const char* const first_line_start = line_start_;
  const uint32_t first_line = line_;
  cursor_ = quote_start + 1;
  const bool triple = cursor_[0] == quote && cursor_[1] == quote;
  if (triple) cursor_ += 2;
  for (;;) {
    const char c = *cursor_;
    if (c == quote) {
      ++cursor_;
      if (!triple) break;
      if (cursor_[0] == quote && cursor_[1] == quote) {
        cursor_ += 2;
        break;
      }
    } else if (cursor_ == end_ || (c == '\n' && !triple)) {
      const std::string detected = std::to_string(line_);
      cursor_ = token_start_ + 1;
      line_start_ = first_line_start;
      line_ = first_line;
      return fail((triple ? "unterminated triple-quoted string literal (detected at line "
                          : "unterminated string literal (detected at line ") +
                  detected + ")");
    } else if (c == '\n') {
      skip_newline();
    } else if (c == '\\') {
      ++cursor_;
      if (*cursor_ == '\n') {
        skip_newline();
      } else if (cursor_ < end_) {
        ++cursor_;
      }
    } else {
      ++cursor_;
    }
  }
  Token token = make(TokenKind::kString);
  if (line_ != first_line) {
    // CPython decides about the shift by the line on which the string ends.
    const uint32_t shift = line_ == options_.first_line ? options_.first_column : 0;
    token.range.line = first_line;
    token.range.column = static_cast<uint32_t>(token_start_ - first_line_start) + shift;
  }
  return token;
}

Token Lexer::lex_operator() {
  const char c = cursor_[0];
  const char d = cursor_[1];
  const char e = d != '\0' ? cursor_[2] : '\0';
  const auto take = [&](int length, TokenKind kind) {
    cursor_ += length;
    return make(kind);
  };
  using K = TokenKind;
  // The operators made by doubling a character and by a final "=".
  const auto family = [&](K one, K one_equal, K two, K two_equal) {
    if (d == c) return e == '=' ? take(3, two_equal) : take(2, two);
    return d == '=' ? take(2, one_equal) : take(1, one);
  };
  switch (c) {
    case '(':
    case '[':
    case '{':
      if (level_ >= kMaxBrackets) {
        ++cursor_;
        return fail("too many nested parentheses");
      }
      brackets_[level_++] = {c, line_, static_cast<uint32_t>(cursor_ - line_start_), line_start()};
      return take(1, c == '(' ? K::kLeftParen : c == '[' ? K::kLeftBracket : K::kLeftBrace);
    case ')':
    case ']':
    case '}': {
      if (level_ == 0) {
        ++cursor_;
        return fail(std::string("unmatched '") + c + "'");
      }
      const Bracket& open = brackets_[--level_];
      if (closing_of(open.open) != c) {
        ++cursor_;
        std::string message = std::string("closing parenthesis '") + c +
                              "' does not match opening parenthesis '" + open.open + "'";
        if (open.line != line_) message += " on line " + std::to_string(open.line);
        return fail(std::move(message));
      }
      return take(1, c == ')' ? K::kRightParen : c == ']' ? K::kRightBracket : K::kRightBrace);
    }
    case ',':
      return take(1, K::kComma);
    case ':':
      return d == '=' ? take(2, K::kColonEqual) : take(1, K::kColon);
    case ';':
      return take(1, K::kSemicolon);
    case '.':
      return d == '.' && e == '.' ? take(3, K::kEllipsis) : take(1, K::kDot);
    case '=':
      return d == '=' ? take(2, K::kEqualEqual) : take(1, K::kEqual);
    case '!':
      return d == '=' ? take(2, K::kNotEqual) : take(1, K::kUnknown);
    case '+':
      return d == '=' ? take(2, K::kPlusEqual) : take(1, K::kPlus);
    case '-':
      if (d == '>') return take(2, K::kArrow);
      return d == '=' ? take(2, K::kMinusEqual) : take(1, K::kMinus);
    case '*':
      return family(K::kStar, K::kStarEqual, K::kDoubleStar, K::kDoubleStarEqual);
    case '/':
      return family(K::kSlash, K::kSlashEqual, K::kDoubleSlash, K::kDoubleSlashEqual);
    case '<':
      if (d == '>') return take(2, K::kLessGreater);
      return family(K::kLess, K::kLessEqual, K::kLeftShift, K::kLeftShiftEqual);
    case '>':
      return family(K::kGreater, K::kGreaterEqual, K::kRightShift, K::kRightShiftEqual);
    case '%':
      return d == '=' ? take(2, K::kPercentEqual) : take(1, K::kPercent);
    case '@':
      return d == '=' ? take(2, K::kAtEqual) : take(1, K::kAt);
    case '&':
      return d == '=' ? take(2, K::kAmpersandEqual) : take(1, K::kAmpersand);
    case '|':
      return d == '=' ? take(2, K::kBarEqual) : take(1, K::kBar);
    case '^':
      return d == '=' ? take(2, K::kCaretEqual) : take(1, K::kCaret);
    case '~':
      return take(1, K::kTilde);
    default:
      ++cursor_;
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
        return fail("invalid non-printable character U+" + hex4(static_cast<unsigned char>(c)));
      }
      return make(K::kUnknown);
  }
}

}  // namespace belljar
