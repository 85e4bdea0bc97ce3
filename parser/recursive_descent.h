// The parser proper: recursive descent over a token array, precedence climbing for operators.
//
// It only *recognises*: on a syntax error it stops with failed() and leaves finding the right words
// to diagnose/, which runs CPython's PEG rules over the same tokens. The exceptions are errors that
// CPython also raises while building nodes (bad escapes, numbers, f-strings) and our own limits;
// those are set here at once.
//
// Recursion is counted by NestingGuard (kMaxParseDepth); chains (a+b+c, a.b.c, f()(), elif) are
// loops.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ast/ast.h"
#include "lexer/lexer.h"
#include "support/arena.h"
#include "support/syntax_error.h"

namespace belljar {

inline constexpr int kMaxParseDepth = 1000;

// What a module's parser shares with the parsers of its f-string expressions.
struct ParseSession {
  explicit ParseSession(Arena& arena_in) : arena(arena_in) {}

  Arena& arena;
  int depth = 0;
  std::optional<SyntaxError> error;
  std::vector<void*> scratch;    // sequences under construction, as a stack
  std::string operator_scratch;  // comparison operators under construction, a byte each
  std::vector<std::unique_ptr<std::vector<Token>>> spare_token_buffers;
};

class Parser {
 public:
  struct Options {
    LexerOptions lexer;
    bool is_fstring = false;  // the text is the parenthesised expression of an f-string
  };

  Parser(ParseSession& session, std::string_view text, const Options& options);
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // The start rules. Null if the text is not in the language (see session.error and failed_at()).
  ast::Module* module();
  ast::Expr* fstring_expression();

  // For diagnose/: the tokens, the lexer behind them, and where to start looking.
  const std::vector<Token>& tokens() const { return *tokens_; }
  const Lexer& lexer() const { return lexer_; }
  std::string_view text() const { return text_; }
  const Options& options() const { return options_; }
  ParseSession& session() { return session_; }
  size_t failed_at() const { return static_cast<size_t>(current_ - tokens_->data()); }
  size_t statement_start() const { return statement_start_; }

  // For diagnose/: evaluates the string literals from tokens()[first] on only for their errors.
  bool check_strings(size_t first);
  // The same for the Number at tokens()[index].
  bool check_number(size_t index);
  bool is_imaginary(const Token& number) const;

  // Errors set at once, unless there is one already. Positions are nodes' (byte columns).
  std::nullptr_t raise(std::string message, const Range& range);
  // At the token that CPython has read last by now: the current one.
  std::nullptr_t raise_here(std::string message);
  std::nullptr_t raise_at_token(const Token& token, SyntaxErrorType type, std::string message);
  // Columns are 1-based here, or one of CPython's special values.
  std::nullptr_t raise_known(SyntaxErrorType type, std::string message, int32_t line,
                             int32_t column, int32_t end_line, int32_t end_column);

 private:
  friend class NestingGuard;
  friend class StringParser;

  // --- tokens
  TokenKind kind() const { return current_->kind; }
  TokenKind peek() const { return current_[1].kind; }
  bool at(TokenKind k) const { return current_->kind == k; }
  const Token& take() { return *current_++; }
  bool accept(TokenKind k) {
    if (!at(k)) return false;
    ++current_;
    return true;
  }
  bool at_soft_keyword(std::string_view word) const {
    return at(TokenKind::kName) && current_->text(text_) == word;
  }
  ast::Identifier identifier(const Token& token);

  // --- nodes
  template <typename T>
  T* node(const Range& start) {
    T* made = session_.arena.make<T>();
    made->range = start;
    return made;
  }
  // Closes a node behind the last token consumed, or where `last` ends, and checks the limits.
  template <typename T>
  T* finish(T* made);
  template <typename T>
  T* finish_at(T* made, const Range& last);
  const Range& last_range() const;
  bool fail_too_complex();

  // --- expressions.cc
  ast::Expr* expression();
  ast::Expr* named_expression();
  ast::Expr* star_expressions();
  ast::Expr* star_expression();
  ast::Expr* star_named_expression();
  ast::Expr* yield_expression();
  ast::Expr* yield_or_star_expressions();
  ast::Expr* lambda();
  ast::Expr* disjunction();
  ast::Expr* conjunction();
  ast::Expr* inversion();
  ast::Expr* comparison();
  ast::Expr* bitwise_or();
  ast::Expr* binary(int min_precedence);
  ast::Expr* factor();
  ast::Expr* power();
  ast::Expr* starred(bool any_expression);

  // --- primaries.cc
  ast::Expr* primary();
  ast::Expr* call(const Range& start, ast::Expr* function);
  bool arguments(ast::Expr* first, ast::Exprs* args, ast::Keywords* keywords);
  ast::Expr* subscript(const Range& start, ast::Expr* value);
  ast::Expr* slice();
  ast::Expr* atom();
  ast::Expr* name();
  ast::Expr* constant(ast::ConstantKind kind);
  ast::Expr* parenthesized();
  ast::Expr* bracketed();
  ast::Expr* braced();
  ast::Expr* dict_rest(const Token& open, ast::Expr* key);
  ast::Expr* set_rest(const Token& open, ast::Expr* first);
  bool comprehensions(ast::Comprehensions* clauses);
  bool at_comprehension() const {
    return at(TokenKind::kFor) || (at(TokenKind::kAsync) && peek() == TokenKind::kFor);
  }

  // Finds the words for what stopped an f-string expression's parser.
  void diagnose_fstring(Parser& inner);

  // --- numbers.cc, strings.cc
  ast::Expr* number();
  ast::Expr* strings();

  // --- targets.cc
  ast::Expr* star_targets();
  ast::Expr* star_target();
  bool is_star_target(const ast::Expr* target) const;
  bool is_single_target(const ast::Expr* target) const;
  bool is_delete_target(const ast::Expr* target) const;
  void set_context(ast::Expr* target, ast::ExprContext context);

  // --- parameters.cc
  ast::Arguments* parameters(TokenKind close, bool annotated);
  ast::Arg* parameter(bool annotated, bool star);

  // --- simple_statements.cc
  bool simple_statements();  // pushes onto scratch
  ast::Stmt* simple_statement();
  ast::Stmt* expression_statement();
  ast::Stmt* assignment(const Token& start, ast::Expr* first);
  ast::Stmt* annotated_assignment(const Token& start, ast::Expr* target);
  ast::Stmt* augmented_assignment(const Token& start, ast::Expr* target, ast::Operator op);
  ast::Stmt* return_statement();
  ast::Stmt* raise_statement();
  ast::Stmt* delete_statement();
  ast::Stmt* assert_statement();
  ast::Stmt* import_statement();
  ast::Stmt* import_from_statement();
  template <typename T>
  ast::Stmt* names_statement();
  template <typename T>
  ast::Stmt* bare_statement();
  bool dotted_name(ast::Identifier* name);
  ast::Alias* alias(bool dotted);

  // --- compound_statements.cc
  bool statement();  // pushes onto scratch
  ast::Stmt* compound_statement();
  bool block(ast::Stmts* body);
  ast::Stmt* if_statement();
  ast::Stmt* while_statement();
  template <typename T>
  ast::Stmt* for_statement(const Token& start);
  template <typename T>
  ast::Stmt* with_statement(const Token& start);
  ast::WithItem* with_item();
  bool with_items(ast::WithItems* items);
  ast::Stmt* try_statement();
  ast::ExceptHandler* except_handler(bool star);
  template <typename T>
  ast::Stmt* function_definition(const Token& start, ast::Exprs decorators);
  ast::Stmt* class_definition(ast::Exprs decorators);
  ast::Stmt* decorated();
  ast::Stmt* async_statement(ast::Exprs decorators);
  bool else_block(ast::Stmts* body);
  bool at_match_statement() const;
  ast::Stmt* match_statement();
  ast::MatchCase* match_case();

  // --- patterns.cc
  ast::Pattern* patterns();
  ast::Pattern* pattern();
  ast::Pattern* or_pattern();
  ast::Pattern* closed_pattern();
  ast::Pattern* maybe_star_pattern();
  ast::Pattern* literal_pattern();
  ast::Pattern* sequence_pattern();
  ast::Pattern* mapping_pattern();
  ast::Pattern* class_pattern(ast::Expr* cls);
  ast::Pattern* name_pattern();
  ast::Expr* literal_expression();
  ast::Expr* signed_number();
  ast::Expr* pattern_attribute();
  bool capture_target(ast::Identifier* name);

  ParseSession& session_;
  std::string_view text_;
  Options options_;
  Lexer lexer_;
  std::unique_ptr<std::vector<Token>> tokens_;
  const Token* current_ = nullptr;
  size_t statement_start_ = 0;
};

// Counts a level of recursion for as long as it lives.
class NestingGuard {
 public:
  explicit NestingGuard(Parser& parser) : depth_(parser.session_.depth) {
    ok_ = ++depth_ <= kMaxParseDepth;
    if (!ok_) parser.fail_too_complex();
  }
  ~NestingGuard() { --depth_; }
  NestingGuard(const NestingGuard&) = delete;
  NestingGuard& operator=(const NestingGuard&) = delete;
  bool ok() const { return ok_; }

 private:
  int& depth_;
  bool ok_;
};

// A sequence under construction on the session's scratch stack.
template <typename T>
class Sequence {
 public:
  explicit Sequence(ParseSession& session) : session_(session), mark_(session.scratch.size()) {}
  ~Sequence() { session_.scratch.resize(mark_); }
  Sequence(const Sequence&) = delete;
  Sequence& operator=(const Sequence&) = delete;

  // Returns whether the item is there, so that `if (!items.push(parse())) return nullptr` reads
  // well.
  bool push(T* item) {
    if (item == nullptr) return false;
    session_.scratch.push_back(item);
    return true;
  }
  void clear() { session_.scratch.resize(mark_); }
  void push_null() { session_.scratch.push_back(nullptr); }
  size_t size() const { return session_.scratch.size() - mark_; }
  T* operator[](size_t index) const { return static_cast<T*>(session_.scratch[mark_ + index]); }
  Span<T*> take() const {
    const size_t count = size();
    if (count == 0) return {};
    void* memory = session_.arena.allocate(count * sizeof(T*), alignof(T*));
    T** data = static_cast<T**>(memory);
    for (size_t i = 0; i < count; ++i) data[i] = static_cast<T*>(session_.scratch[mark_ + i]);
    return {data, static_cast<uint32_t>(count)};
  }

 private:
  ParseSession& session_;
  size_t mark_;
};

}  // namespace belljar
