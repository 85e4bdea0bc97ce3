// The inside of f-strings: literal text, replacement fields, format specs.
#include <algorithm>

#include "parser/nodes.h"
#include "parser/strings.h"

namespace belljar {

using ast::Expr;

namespace {

constexpr int kMaxFormatNesting = 2;

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The end of a "\N{name}" whose backslash is at `at`, so that its braces are not taken for a field.
size_t skip_named_escape(std::string_view body, size_t at) {
  at += 2;
  if (at < body.size() && body[at++] == '{') {
    while (at < body.size() && body[at++] != '}') {
    }
  }
  return at;
}

}  // namespace

// At nesting 0 up to the end of the body; in a format spec up to its closing brace.
bool StringParser::parse_fstring(const Literal& literal, size_t* at, int nesting, Pieces* pieces) {
  const std::string_view body = literal.body;
  for (;;) {
    if (!parse_fstring_text(literal, at, nesting, pieces)) return false;
    if (*at >= body.size() || body[*at] == '}') break;
    Expr* field = parse_replacement(literal, at, nesting, pieces);
    if (field == nullptr) return false;
    if (!pieces->text.empty()) pieces->values.push(make_text(pieces, *first_, *last_));
    pieces->values.push(field);
  }
  if (nesting > 0 && (*at >= body.size() || body[*at] != '}')) {
    raise("f-string: expecting '}'");
    return false;
  }
  return true;
}

// Text up to a field, a closing brace (in a format spec) or the end.
bool StringParser::parse_fstring_text(const Literal& literal, size_t* at, int nesting,
                                      Pieces* pieces) {
  const std::string_view body = literal.body;
  size_t start = *at;
  size_t s = start;
  while (s < body.size()) {
    if (!literal.raw && body[s] == '\\' && s + 1 < body.size()) {
      if (body[s + 1] == 'N') {
        s = skip_named_escape(body, s);
        continue;
      }
      ++s;
      if (body[s] != '{' && body[s] != '}') {
        ++s;
        continue;
      }
    }
    const char c = body[s];
    if (c != '{' && c != '}') {
      ++s;
      continue;
    }
    if (nesting == 0) {
      if (s + 1 < body.size() && body[s + 1] == c) {  // doubled: one of them is text
        if (!append_literal(literal, body.substr(start, s + 1 - start), pieces)) return false;
        s += 2;
        start = s;
        continue;
      }
      if (c == '}') {
        raise("f-string: single '}' is not allowed");
        return false;
      }
    }
    break;
  }
  *at = s;
  return append_literal(literal, body.substr(start, s - start), pieces);
}

// Finds where the expression that starts at *at ends, without understanding it.
bool StringParser::find_expression_end(std::string_view body, size_t* at) {
  const auto fail = [&](std::string message) {
    raise(std::move(message));
    return false;
  };
  char quote = '\0';
  bool triple = false;
  std::string open;  // brackets
  size_t& s = *at;
  for (; s < body.size(); ++s) {
    const char c = body[s];
    const bool three = s + 2 < body.size() && body[s + 1] == c && body[s + 2] == c;
    if (c == '\\') return fail("f-string expression part cannot include a backslash");
    if (quote != '\0') {
      if (c != quote || (triple && !three)) continue;
      if (triple) s += 2;
      quote = '\0';
    } else if (c == '\'' || c == '"') {
      quote = c;
      triple = three;
      if (triple) s += 2;
    } else if (c == '[' || c == '{' || c == '(') {
      if (open.size() >= static_cast<size_t>(kMaxBrackets)) {
        return fail("f-string: too many nested parenthesis");
      }
      open += c;
    } else if (c == '#') {
      return fail("f-string expression part cannot include '#'");
    } else if (open.empty() &&
               (c == '!' || c == ':' || c == '}' || c == '=' || c == '>' || c == '<')) {
      const bool comparison = s + 1 < body.size() && body[s + 1] == '=' && c != ':' && c != '}';
      if (comparison) {
        ++s;
      } else if (c != '<' && c != '>') {
        break;
      }
    } else if (c == ']' || c == '}' || c == ')') {
      if (open.empty()) return fail(std::string("f-string: unmatched '") + c + "'");
      const char opening = open.back();
      open.pop_back();
      const char expected = opening == '(' ? ')' : opening == '[' ? ']' : '}';
      if (c != expected) {
        return fail(std::string("f-string: closing parenthesis '") + c +
                    "' does not match opening parenthesis '" + opening + "'");
      }
    }
  }
  if (quote != '\0') return fail("f-string: unterminated string");
  if (!open.empty()) return fail(std::string("f-string: unmatched '") + open.back() + "'");
  if (s >= body.size()) return fail("f-string: expecting '}'");
  return true;
}

// '{' expression ['='] ['!' conversion] [':' format_spec] '}'
Expr* StringParser::parse_replacement(const Literal& literal, size_t* at, int nesting,
                                      Pieces* pieces) {
  const std::string_view body = literal.body;
  const auto at_end = [&] { return *at >= body.size(); };
  const auto fail_at_end = [&] { return raise("f-string: expecting '}'"); };
  if (nesting >= kMaxFormatNesting) return raise("f-string: expressions nested too deeply");
  const size_t start = ++*at;
  if (!find_expression_end(body, at)) return nullptr;
  Expr* value = parse_expression(literal, start, *at);
  if (value == nullptr) return nullptr;

  auto* made = parser_.node<ast::FormattedValue>(first_->range);
  made->value = value;
  made->conversion = -1;
  bool self_documenting = false;
  if (body[*at] == '=') {
    self_documenting = true;
    ++*at;
    while (!at_end() && is_space(body[*at])) ++*at;
    if (at_end()) return fail_at_end();
    pieces->text += body.substr(start, *at - start);
  }
  if (body[*at] == '!') {
    ++*at;
    if (at_end()) return fail_at_end();
    const char conversion = body[(*at)++];
    if (conversion != 's' && conversion != 'r' && conversion != 'a') {
      return raise("f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
    made->conversion = conversion;
  }
  if (at_end()) return fail_at_end();
  if (body[*at] == ':') {
    ++*at;
    if (at_end()) return fail_at_end();
    made->format_spec = parse_format_spec(literal, at, nesting + 1);
    if (made->format_spec == nullptr) return nullptr;
  }
  if (at_end() || body[*at] != '}') return fail_at_end();
  ++*at;
  if (self_documenting && made->format_spec == nullptr && made->conversion == -1) {
    made->conversion = 'r';
  }
  return parser_.finish_at(made, last_->range);
}

Expr* StringParser::parse_format_spec(const Literal& literal, size_t* at, int nesting) {
  Pieces pieces(session_);
  if (!parse_fstring(literal, at, nesting, &pieces)) return nullptr;
  if (!pieces.text.empty()) {
    pieces.values.push(make_text(&pieces, *literal.token, *literal.token));
  }
  auto* made = parser_.node<ast::JoinedStr>(literal.token->range);
  made->values = pieces.values.take();
  return parser_.finish_at(made, literal.token->range);
}

const StringParser::LineCount& StringParser::lines_before(std::string_view token_text,
                                                          size_t place) {
  if (counted_.text != token_text.data() || counted_.to > place) {
    counted_ = LineCount{token_text.data(), 0, 0, std::string_view::npos};
  }
  for (; counted_.to < place; ++counted_.to) {
    if (token_text[counted_.to] != '\n') continue;
    ++counted_.lines;
    counted_.last_newline = counted_.to;
  }
  return counted_;
}

// Runs a parser over "(expression)", placed where CPython 3.11 places it.
Expr* StringParser::parse_expression(const Literal& literal, size_t start, size_t end) {
  const std::string_view body = literal.body;
  const std::string_view expression = body.substr(start, end - start);
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f'; };
  if (std::all_of(expression.begin(), expression.end(), is_blank)) {
    const char next = body[end];
    if (next == '!' || next == ':' || next == '=') {
      return raise(std::string("f-string: expression required before '") + next + "'");
    }
    return raise("f-string: empty expression not allowed");
  }

  // Everything before the brace, prefix and quotes included.
  const std::string_view token_text = literal.token->text(parser_.text());
  const auto brace = static_cast<size_t>(body.data() + start - 1 - token_text.data());
  const LineCount counted = lines_before(token_text, brace);
  const uint32_t lines = counted.lines;
  // CPython leaves the columns alone if a newline follows the brace (but for blanks).
  const size_t first_word = token_text.find_first_not_of(" \t\f", brace + 1);
  uint32_t column = 0;
  if (token_text[first_word] != '\n' && token_text[first_word] != '}') {
    const size_t newline = counted.last_newline;
    column = static_cast<uint32_t>(newline == std::string_view::npos ? brace : brace - newline - 1);
  }

  char* copy = static_cast<char*>(session_.arena.allocate(expression.size() + 4, 1));
  copy[0] = '(';
  std::copy(expression.begin(), expression.end(), copy + 1);
  copy[expression.size() + 1] = ')';
  copy[expression.size() + 2] = '\n';
  copy[expression.size() + 3] = '\0';

  Parser::Options options;
  options.is_fstring = true;
  options.lexer.byte_columns = true;
  options.lexer.first_line = literal.token->range.line + lines;
  options.lexer.first_column = lines != 0 ? column : literal.token->range.column + column;
  NestingGuard depth(parser_);
  if (!depth.ok()) return nullptr;
  Parser inner(session_, {copy, expression.size() + 3}, options);
  Expr* value = inner.fstring_expression();
  if (value == nullptr) parser_.diagnose_fstring(inner);
  return value;
}

}  // namespace belljar
