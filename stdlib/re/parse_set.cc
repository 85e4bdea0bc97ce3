// Character sets, and the escapes of sets and of expressions.
#include <cstdlib>

#include "parser/unicode_names.h"
#include "runtime/str.h"
#include "stdlib/re/parser.h"

namespace belljar::re {

bool Parser::bad_escape(const std::string& text, int64_t length) {
  return tokens_.error("bad escape " + text, length);
}

bool Parser::character_escape(Token t, Escaped& out, bool* known) {
  *known = true;
  std::string text = token_text(t);
  const uint32_t c = t.second;
  int digits = 0;
  if (c == 'x') digits = 2;
  if (c == 'u' && !tokens_.bytes()) digits = 4;
  if (c == 'U' && !tokens_.bytes()) digits = 8;
  if (digits > 0) {
    tokens_.get_while(digits, is_hex_code, text);
    const int64_t length = static_cast<int64_t>(text.size());
    if (tokens_.failed()) return false;
    if (length != digits + 2) return tokens_.error("incomplete escape " + text, length);
    out.code = static_cast<uint32_t>(std::strtoul(text.c_str() + 2, nullptr, 16));
    return out.code <= kLastCode || bad_escape(text, length);
  }
  if (c == 'N' && !tokens_.bytes()) {
    if (!tokens_.match('{')) return tokens_.error("missing {");
    std::vector<uint32_t> name;
    if (!tokens_.get_until('}', "character name", name)) return false;
    std::optional<uint32_t> found = find_character_by_name(utf8_of(name));
    if (!found) {
      return tokens_.error("undefined character name " + str_repr(utf8_of(name)),
                           static_cast<int64_t>(name.size()) + 4);
    }
    out.code = *found;
    return true;
  }
  *known = false;
  return true;
}

namespace {

bool category_escape(uint32_t c, bool ascii, uint32_t last, CharSet& set) {
  Category category;
  switch (c | 0x20) {
    case 'd':
      category = Category::Digit;
      break;
    case 's':
      category = Category::Space;
      break;
    case 'w':
      category = Category::Word;
      break;
    default:
      return false;
  }
  if (c > 'z') return false;
  set = category_set(category, ascii);
  if (c < 'a') set = set.complement(last);
  return true;
}

}  // namespace

bool Parser::set_member(Token t, uint32_t scope, Escaped& out) {
  if (!t.is_escape()) {
    out.code = t.first;
    return true;
  }
  const uint32_t c = t.second;
  if (int simple = simple_escape(c); simple >= 0) {
    out.code = static_cast<uint32_t>(simple);
    return true;
  }
  if (is_letter_code(c) && category_escape(c, ascii(scope), last_code(), out.set)) {
    out.is_set = true;
    return true;
  }
  bool known;
  if (!character_escape(t, out, &known)) return false;
  if (known) return true;
  std::string text = token_text(t);
  if (is_octal_code(c)) {
    tokens_.get_while(2, is_octal_code, text);
    if (tokens_.failed()) return false;
    out.code = static_cast<uint32_t>(std::strtoul(text.c_str() + 1, nullptr, 8));
    if (out.code <= 0377) return true;
    return tokens_.error("octal escape value " + text + " outside of range 0-0o377",
                         static_cast<int64_t>(text.size()));
  }
  if (is_digit_code(c) || is_letter_code(c)) return bad_escape(text, 2);
  out.code = c;
  return true;
}

bool Parser::set(uint32_t scope, Item& item) {
  const int64_t here = tokens_.tell() - 1;
  const bool negate = tokens_.match('^');
  CharSet literals, categories;  // case concerns the first only
  bool any = false;
  auto unterminated = [&] {
    return tokens_.error("unterminated character set", tokens_.tell() - here);
  };
  for (;;) {
    Token t = tokens_.get();
    if (tokens_.failed()) return false;
    if (t.at_end()) return unterminated();
    if (t.is(']') && any) break;
    Escaped low;
    if (!set_member(t, scope, low)) return false;
    any = true;
    if (!tokens_.match('-')) {
      if (tokens_.failed()) return false;
      low.is_set ? categories.add(low.set) : literals.add(low.code, low.code);
      continue;
    }
    Token that = tokens_.get();
    if (tokens_.failed()) return false;
    if (that.at_end()) return unterminated();
    if (that.is(']')) {
      low.is_set ? categories.add(low.set) : literals.add(low.code, low.code);
      literals.add('-', '-');
      break;
    }
    Escaped high;
    if (!set_member(that, scope, high)) return false;
    if (low.is_set || high.is_set || high.code < low.code) {
      return tokens_.error("bad character range " + token_text(t) + "-" + token_text(that),
                           t.size + 1 + that.size);
    }
    literals.add(low.code, high.code);
  }
  if (scope & kIgnoreCase) add_case_variants(literals, ascii(scope));
  literals.add(categories);
  literals.normalize();
  item.node = leaf(negate ? literals.complement(last_code()) : std::move(literals));
  return !tokens_.failed();
}

bool Parser::expression_escape(Token t, uint32_t scope, Item& item) {
  const uint32_t c = t.second;
  switch (c) {
    case 'A':
      item = {anchor(Anchor::Begin, scope), Item::Anchor};
      return true;
    case 'Z':
      item = {anchor(Anchor::EndText, scope), Item::Anchor};
      return true;
    case 'b':
      item = {anchor(Anchor::Word, scope), Item::Anchor};
      return true;
    case 'B':
      item = {anchor(Anchor::NotWord, scope), Item::Anchor};
      return true;
    default:
      break;
  }
  CharSet category;
  if (is_letter_code(c) && category_escape(c, ascii(scope), last_code(), category)) {
    item.node = leaf(std::move(category));
    return true;
  }
  if (int simple = simple_escape(c); simple >= 0) {
    item.node = literal(static_cast<uint32_t>(simple), scope);
    return true;
  }
  Escaped out;
  bool known;
  if (!character_escape(t, out, &known)) return false;
  if (known) {
    item.node = literal(out.code, scope);
    return true;
  }
  if (is_digit_code(c)) return numeric_escape(t, scope, item);
  if (is_letter_code(c)) return bad_escape(token_text(t), 2);
  item.node = literal(c, scope);
  return true;
}

// An octal escape or a reference to a group.
bool Parser::numeric_escape(Token t, uint32_t scope, Item& item) {
  std::string text = token_text(t);
  bool octal = t.second == '0';
  if (octal) {
    tokens_.get_while(2, is_octal_code, text);
  } else if (tokens_.next_digit()) {
    tokens_.get_while(1, is_digit_code, text);
    if (is_octal_code(static_cast<uint32_t>(text[1])) &&
        is_octal_code(static_cast<uint32_t>(text[2])) && tokens_.next_octal()) {
      octal = true;
      tokens_.get_while(1, is_octal_code, text);
    }
  }
  if (tokens_.failed()) return false;
  const int64_t length = static_cast<int64_t>(text.size());
  const long value = std::strtol(text.c_str() + 1, nullptr, octal ? 8 : 10);
  if (octal) {
    if (value > 0377) {
      return tokens_.error("octal escape value " + text + " outside of range 0-0o377", length);
    }
    item.node = literal(static_cast<uint32_t>(value), scope);
    return true;
  }
  if (value > tree_.groups) {
    return tokens_.error("invalid group reference " + std::to_string(value), length - 1);
  }
  if (!check_open(value, length)) return false;
  item.node = refuse("backreferences are not supported: RE2 matches in linear time",
                     tokens_.tell() - length);
  return true;
}

}  // namespace belljar::re
