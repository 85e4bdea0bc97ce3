// A scanner just good enough to find one word beside a node that the parser has accepted.
#include "policy/tokens.h"

namespace belljar {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         (c & 0x80) != 0;
}

Range range_of(Position start, Position end) {
  return {start.line, start.column, end.line, end.column};
}

}  // namespace

// The first word at or after the position, over white space, line ends, comments and the characters
// in `skip`. What is not found leaves an empty range at the position.
Range Tokens::word_after(Position position, std::string_view skip) const {
  uint32_t line = position.line;
  size_t column = position.column;
  while (line <= lines_.line_count()) {
    const std::string_view text = lines_.line(line);
    while (column < text.size() &&
           (text[column] == ' ' || text[column] == '\t' || text[column] == '\f' ||
            skip.find(text[column]) != std::string_view::npos)) {
      ++column;
    }
    if (column < text.size() && text[column] != '\\' && text[column] != '#') {
      size_t end = column;
      while (end < text.size() && is_word_byte(text[end])) ++end;
      return {line, static_cast<uint32_t>(column), line, static_cast<uint32_t>(end)};
    }
    ++line;
    column = 0;
  }
  return range_of(position, position);
}

Range Tokens::word_before(Position end) const {
  const std::string_view text = lines_.line(end.line).substr(0, end.column);
  size_t start = text.size();
  while (start > 0 && is_word_byte(text[start - 1])) --start;
  return {end.line, static_cast<uint32_t>(start), end.line, static_cast<uint32_t>(text.size())};
}

Range Tokens::def_name(const ast::Stmt& node) const {
  const bool is_async = ast::is<ast::AsyncFunctionDef>(&node);
  return word_after(keyword(node, is_async ? 2 : 1).end());
}

Range Tokens::parameter(const ast::Arg& node) const { return word_after(node.range.start()); }

Range Tokens::attribute(const ast::Attribute& node) const { return word_before(node.range.end()); }

Range Tokens::handler_name(const ast::ExceptHandler& node) const {
  const Position before = node.type != nullptr ? node.type->range.end() : keyword(node).end();
  return word_after(word_after(before, "),").end());  // `as`, then the name
}

Range Tokens::imported_name(const ast::Alias& node) const {
  if (node.asname.data() == nullptr) return node.range;
  const Range first = word_after(node.range.start());
  return {first.line, first.column, first.line,
          static_cast<uint32_t>(first.column + node.name.size())};
}

Range Tokens::import_alias(const ast::Alias& node) const { return word_before(node.range.end()); }

Range Tokens::from_module(const ast::ImportFrom& node) const {
  const Range from = keyword(node);
  const Range first = word_after(from.end(), ".");
  const std::string_view line = lines_.line(first.line);
  size_t end = first.end_column;
  while (end < line.size() && (is_word_byte(line[end]) || line[end] == '.')) ++end;
  if (node.module.data() == nullptr) return from;  // `from . import x`: no name to point to
  return {first.line, first.column, first.line, static_cast<uint32_t>(end)};
}

Range Tokens::keyword(const ast::Node& node, uint32_t words) const {
  Range last = word_after(node.range.start());
  while (--words > 0) last = word_after(last.end());
  if (lines_.line(last.end_line).substr(last.end_column).starts_with('*')) ++last.end_column;
  return range_of(node.range.start(), last.end());
}

std::string_view Tokens::text(const Range& range) const {
  if (range.line != range.end_line || range.end_column < range.column) return {};
  const std::string_view line = lines_.line(range.line);
  if (range.end_column > line.size()) return {};
  return line.substr(range.column, range.end_column - range.column);
}

}  // namespace belljar
