// Numbers: the part of the lexer that knows their grammar and the errors for each way to get it
// wrong. Values are computed by the parser.
#include "lexer/lexer.h"

#include <cstring>

namespace belljar {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_word_part(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

struct Radix {
  char letter;
  int base;
  const char* name;
};
constexpr Radix kRadixes[] = {{'x', 16, "hexadecimal"}, {'o', 8, "octal"}, {'b', 2, "binary"}};

// Keywords that may follow a number without a space (CPython only warns). Like CPython we look at
// two letters of if, in, is, but at the whole word of the others.
constexpr const char* kWordsAfterNumber[] = {"and", "else", "for", "or", "not"};
constexpr const char* kPrefixesAfterNumber[] = {"if", "in", "is"};

}  // namespace

// Digits with single underscores between them; the first digit is known to be there.
bool Lexer::lex_decimal_tail() {
  for (;;) {
    while (is_digit(*cursor_)) ++cursor_;
    if (*cursor_ != '_') return true;
    ++cursor_;
    if (!is_digit(*cursor_)) {
      fail("invalid decimal literal");
      return false;
    }
  }
}

bool Lexer::check_number_end(const char* kind) {
  for (const char* word : kWordsAfterNumber) {
    const size_t length = std::strlen(word);
    if (std::strncmp(cursor_, word, length) == 0 && !is_word_part(cursor_[length])) return true;
  }
  for (const char* prefix : kPrefixesAfterNumber) {
    if (std::strncmp(cursor_, prefix, 2) == 0) return true;
  }
  if (!is_word_part(*cursor_)) return true;
  fail(std::string("invalid ") + kind + " literal");
  return false;
}

Token Lexer::lex_number() {
  const auto failed = [&] { return make_bare(TokenKind::kError); };
  const auto done = [&](const char* kind) {
    return check_number_end(kind) ? make(TokenKind::kNumber) : failed();
  };

  bool leading_zero = false;  // "007": fine only if it turns out to be a float or imaginary
  const char* zeros_end = nullptr;
  if (*cursor_ == '0') {
    for (const Radix& radix : kRadixes) {
      if ((cursor_[1] | 0x20) != radix.letter) continue;
      const auto is_radix_digit = [&](char c) {
        return radix.base == 16 ? is_hex_digit(c) : c >= '0' && c < '0' + radix.base;
      };
      const auto wrong_digit = [&] {
        const char digit = *cursor_++;
        return fail(std::string("invalid digit '") + digit + "' in " + radix.name + " literal");
      };
      cursor_ += 2;
      do {
        if (*cursor_ == '_') ++cursor_;
        if (!is_radix_digit(*cursor_)) {
          if (is_digit(*cursor_)) return wrong_digit();
          return fail(std::string("invalid ") + radix.name + " literal");
        }
        while (is_radix_digit(*cursor_)) ++cursor_;
      } while (*cursor_ == '_');
      if (is_digit(*cursor_)) return wrong_digit();
      return done(radix.name);
    }
    for (;;) {
      if (*cursor_ == '_') {
        ++cursor_;
        if (!is_digit(*cursor_)) return fail("invalid decimal literal");
      }
      if (*cursor_ != '0') break;
      ++cursor_;
    }
    zeros_end = cursor_;
    if (is_digit(*cursor_)) {
      leading_zero = true;
      if (!lex_decimal_tail()) return failed();
    }
  } else if (*cursor_ != '.') {
    if (!lex_decimal_tail()) return failed();
  }

  bool is_float = false;
  if (*cursor_ == '.') {
    is_float = true;
    ++cursor_;
    if (is_digit(*cursor_) && !lex_decimal_tail()) return failed();
  }
  if ((*cursor_ | 0x20) == 'e') {
    const char* exponent = cursor_ + 1;
    if (*exponent == '+' || *exponent == '-') {
      cursor_ = exponent + 1;
      if (!is_digit(*cursor_)) return fail("invalid decimal literal");
      is_float = true;
      if (!lex_decimal_tail()) return failed();
    } else if (is_digit(*exponent)) {
      cursor_ = exponent;
      is_float = true;
      if (!lex_decimal_tail()) return failed();
    } else if (leading_zero && !is_float) {
      // "007else": CPython ends the number here, without a word about the zeros.
      return done("decimal");
    }
  }
  if ((*cursor_ | 0x20) == 'j') {
    ++cursor_;
    return done("imaginary");
  }
  if (leading_zero && !is_float) {
    const auto column = static_cast<int32_t>(token_start_ + 1 - line_start_);
    return fail_at(
        "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal "
        "integers",
        column, static_cast<int32_t>(zeros_end + 1 - line_start_));
  }
  return done("decimal");
}

}  // namespace belljar
