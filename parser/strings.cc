// Plain and bytes literals, and the joining of adjacent ones.
#include "parser/strings.h"

#include "parser/escapes.h"
#include "parser/nodes.h"

namespace belljar {

using ast::Expr;

Expr* Parser::strings() {
  const Token* const first = current_;
  while (at(TokenKind::kString)) ++current_;
  if (at(TokenKind::kError)) return raise_here({});  // it comes before any error within the strings
  return StringParser(*this, first, current_ - 1).parse();
}

bool Parser::check_strings(size_t first) {
  const Token* const saved = current_;
  current_ = tokens_->data() + first;
  const bool ok = strings() != nullptr;
  current_ = saved;
  return ok;
}

std::nullptr_t StringParser::raise(std::string message) {
  return parser_.raise_here(std::move(message));
}

StringParser::Literal StringParser::take_apart(const Token& token) const {
  Literal literal;
  literal.token = &token;
  std::string_view text = token.text(parser_.text());
  for (; text[0] != '"' && text[0] != '\''; text.remove_prefix(1)) {
    const char prefix = static_cast<char>(text[0] | 0x20);
    literal.raw |= prefix == 'r';
    literal.is_bytes |= prefix == 'b';
    literal.is_fstring |= prefix == 'f';
  }
  const bool triple = text.size() >= 6 && text[1] == text[0] && text[2] == text[0];
  const size_t quotes = triple ? 3 : 1;
  literal.body = text.substr(quotes, text.size() - 2 * quotes);
  return literal;
}

Expr* StringParser::parse() {
  if (take_apart(*first_).is_bytes) return parse_bytes();
  Pieces pieces(session_);
  bool has_fstring = false;
  for (const Token* token = first_; token <= last_; ++token) {
    const Literal literal = take_apart(*token);
    if (literal.is_bytes) {
      std::string unused;  // its own errors come first
      if (!append_bytes(literal, &unused)) return nullptr;
      return raise("cannot mix bytes and nonbytes literals");
    }
    if (literal.is_fstring) {
      has_fstring = true;
      size_t at = 0;
      if (!parse_fstring(literal, &at, 0, &pieces)) return nullptr;
    } else if (!append_literal(literal, literal.body, &pieces)) {
      return nullptr;
    }
  }
  if (!has_fstring) return make_text(&pieces, *first_, *last_);
  if (!pieces.text.empty()) pieces.values.push(make_text(&pieces, *first_, *last_));
  auto* made = parser_.node<ast::JoinedStr>(first_->range);
  made->values = pieces.values.take();
  return parser_.finish_at(made, last_->range);
}

Expr* StringParser::parse_bytes() {
  std::string bytes;
  for (const Token* token = first_; token <= last_; ++token) {
    const Literal literal = take_apart(*token);
    if (literal.is_bytes) {
      if (!append_bytes(literal, &bytes)) return nullptr;
      continue;
    }
    if (!literal.is_fstring) {
      Pieces unused(session_);
      if (!append_literal(literal, literal.body, &unused)) return nullptr;
    }
    return raise("cannot mix bytes and nonbytes literals");
  }
  auto* made = parser_.node<ast::Constant>(first_->range);
  made->value.kind = ast::ConstantKind::kBytes;
  made->value.text = session_.arena.copy(std::string_view(bytes));
  return parser_.finish_at(made, last_->range);
}

bool StringParser::append_bytes(const Literal& literal, std::string* bytes) {
  for (const char c : literal.body) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      raise("bytes can only contain ASCII literal characters");
      return false;
    }
  }
  if (literal.raw) {
    *bytes += literal.body;
  } else if (std::string error = decode_bytes_escapes(literal.body, bytes); !error.empty()) {
    raise(std::move(error));
    return false;
  }
  return true;
}

bool StringParser::append_literal(const Literal& literal, std::string_view text, Pieces* pieces) {
  if (literal.raw) {
    pieces->text += text;
    return true;
  }
  std::string error = decode_string_escapes(text, &pieces->text, &pieces->has_surrogates);
  if (error.empty()) return true;
  raise(std::move(error));
  return false;
}

ast::Constant* StringParser::make_text(Pieces* pieces, const Token& first, const Token& last) {
  auto* made = parser_.node<ast::Constant>(first.range);
  made->value.kind = ast::ConstantKind::kStr;
  made->value.text = session_.arena.copy(std::string_view(pieces->text));
  made->value.has_surrogates = pieces->has_surrogates;
  if (first.text(parser_.text())[0] == 'u') made->prefix = "u";
  pieces->text.clear();
  pieces->has_surrogates = false;
  return parser_.finish_at(made, last.range);
}

}  // namespace belljar
