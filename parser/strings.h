// Adjacent string literals to one node: a Constant or, with an f-string among them, a JoinedStr.
//
// The work of a handful of functions that share much state, hence a class of its own beside Parser.
// Follows CPython 3.11, whose f-strings are taken apart by hand after tokenization: positions
// inside them come from a second parser that runs over the expression's text in parentheses.
#pragma once

#include <string>
#include <string_view>

#include "parser/recursive_descent.h"

namespace belljar {

class StringParser {
 public:
  // For the String tokens [first, last].
  StringParser(Parser& parser, const Token* first, const Token* last)
      : parser_(parser), session_(parser.session()), first_(first), last_(last) {}

  ast::Expr* parse();

 private:
  // A piece of text under construction and the nodes before it.
  struct Pieces {
    explicit Pieces(ParseSession& session) : values(session) {}
    std::string text;
    bool has_surrogates = false;
    Sequence<ast::Expr> values;
  };
  // One token taken apart.
  struct Literal {
    const Token* token = nullptr;
    std::string_view body;
    bool raw = false;
    bool is_bytes = false;
    bool is_fstring = false;
  };

  Literal take_apart(const Token& token) const;
  ast::Expr* parse_bytes();
  bool append_bytes(const Literal& literal, std::string* bytes);
  bool append_literal(const Literal& literal, std::string_view text, Pieces* pieces);
  ast::Constant* make_text(Pieces* pieces, const Token& first, const Token& last);

  // fstrings.cc; `at` walks over literal.body.
  bool parse_fstring(const Literal& literal, size_t* at, int nesting, Pieces* pieces);
  bool parse_fstring_text(const Literal& literal, size_t* at, int nesting, Pieces* pieces);
  ast::Expr* parse_replacement(const Literal& literal, size_t* at, int nesting, Pieces* pieces);
  bool find_expression_end(std::string_view body, size_t* at);
  ast::Expr* parse_expression(const Literal& literal, size_t start, size_t end);
  ast::Expr* parse_format_spec(const Literal& literal, size_t* at, int nesting);

  // The lines before a place of a token's text and where the last of them ended; fields come in
  // order, so that each is counted from the one before.
  struct LineCount {
    const char* text = nullptr;
    size_t to = 0;
    uint32_t lines = 0;
    size_t last_newline = std::string_view::npos;
  };
  const LineCount& lines_before(std::string_view token_text, size_t place);

  std::nullptr_t raise(std::string message);

  Parser& parser_;
  ParseSession& session_;
  const Token* first_;
  const Token* last_;
  LineCount counted_;
};

}  // namespace belljar
