// Finishing nodes: end position, height (see ast.h about DEPTH), limits.
//
// Separate from recursive_descent.h because only the files that build nodes need the field visitor.
#pragma once

#include <algorithm>

#include "ast/visit.h"
#include "parser/recursive_descent.h"

namespace belljar {

namespace detail {

struct HeightVisitor {
  uint32_t height = 1;
  void add(const ast::Node* child) {
    if (child != nullptr) height = std::max<uint32_t>(height, child->height + 1u);
  }
  template <typename T>
  void field(const char*, const T& value) {
    if constexpr (std::is_pointer_v<T>) add(value);
  }
  template <typename T>
  void field(const char*, const Span<T*>& values) {
    for (const T* value : values) add(value);
  }
  void absent(const char*, const char*) {}
};

// The child along which a chain grows, or null.
inline const ast::Node* spine(const ast::Node&) { return nullptr; }
inline const ast::Node* spine(const ast::BinOp& node) { return node.left; }
inline const ast::Node* spine(const ast::Attribute& node) { return node.value; }
inline const ast::Node* spine(const ast::Call& node) { return node.func; }
inline const ast::Node* spine(const ast::Subscript& node) { return node.value; }

template <typename T>
uint32_t height_of(const T& node) {
  HeightVisitor visitor;
  if constexpr (std::is_same_v<T, ast::BinOp>) {
    visitor.add(node.right);
  } else if constexpr (std::is_same_v<T, ast::Attribute>) {
  } else if constexpr (std::is_same_v<T, ast::Call>) {
    visitor.field("", node.args);
    visitor.field("", node.keywords);
  } else if constexpr (std::is_same_v<T, ast::Subscript>) {
    visitor.add(node.slice);
  } else if constexpr (std::is_same_v<T, ast::If>) {
    visitor.add(node.test);
    visitor.field("", node.body);
    const bool elif = node.orelse.size() == 1 && ast::is<ast::If>(node.orelse[0]);
    if (elif) {
      visitor.height = std::max<uint32_t>(visitor.height, node.orelse[0]->height);
    } else {
      visitor.field("", node.orelse);
    }
  } else {
    ast::for_each_field(node, visitor);
  }
  if (const ast::Node* child = spine(node)) {
    visitor.height = std::max<uint32_t>(visitor.height, child->height);
  }
  return visitor.height;
}

}  // namespace detail

template <typename T>
T* Parser::finish_at(T* made, const Range& last) {
  made->range.end_line = last.end_line;
  made->range.end_column = last.end_column;
  const uint32_t height = detail::height_of(*made);
  if (height > ast::kMaxTreeHeight || session_.arena.over_cap()) {
    fail_too_complex();
    return nullptr;
  }
  made->height = static_cast<uint16_t>(height);
  return made;
}

template <typename T>
T* Parser::finish(T* made) {
  return finish_at(made, last_range());
}

}  // namespace belljar
