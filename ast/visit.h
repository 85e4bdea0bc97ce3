// Generic access to the tree: dispatch on the class of a node, and its fields one by one.
//
// Separate from ast.h because only dumpers, checkers and the parser's height count need it, and it
// costs compile time. Everything here follows from nodes.def.
#pragma once

#include "ast/ast.h"

namespace belljar::ast {

// Calls visitor(T&) with the node as its own class.
template <typename Visitor>
decltype(auto) dispatch(Node& node, Visitor&& visitor) {
  switch (node.kind) {
#define F(type, name)
#define NODE(Name, python_name, Base, fields) \
  case NodeKind::k##Name:                     \
    return visitor(static_cast<Name&>(node));
#include "ast/nodes.def"
  }
  std::abort();
}
template <typename Visitor>
decltype(auto) dispatch(const Node& node, Visitor&& visitor) {
  switch (node.kind) {
#define F(type, name)
#define NODE(Name, python_name, Base, fields) \
  case NodeKind::k##Name:                     \
    return visitor(static_cast<const Name&>(node));
#include "ast/nodes.def"
  }
  std::abort();
}

// Calls visitor.field("name", value) for each field in CPython's order, and
// visitor.absent("name", "json") for those that CPython has and we never fill.
#define F(type, name) visitor.field(#name, node.name);
#define R(type, name, python_name) visitor.field(#python_name, node.name);
#define N(name, json) visitor.absent(#name, json);
#define NODE(Name, python_name, Base, fields)                                                  \
  template <typename Visitor>                                                                  \
  void for_each_field([[maybe_unused]] const Name& node, [[maybe_unused]] Visitor&& visitor) { \
    fields                                                                                     \
  }
#include "ast/nodes.def"

namespace detail {
template <typename Function>
struct ChildVisitor {
  Function& function;
  template <typename T>
  void field(const char*, const T& value) {
    if constexpr (std::is_pointer_v<T>) {
      if (value != nullptr) function(*static_cast<Node*>(value));
    }
  }
  template <typename T>
  void field(const char*, const Span<T*>& values) {
    for (T* value : values) {
      if (value != nullptr) function(*static_cast<Node*>(value));
    }
  }
  void absent(const char*, const char*) {}
};
}  // namespace detail

// Calls function(Node&) for each direct child, in CPython's field order. See ast.h about DEPTH
// before you recurse.
template <typename Function>
void for_each_child(const Node& node, Function&& function) {
  dispatch(node, [&](const auto& typed) {
    for_each_field(typed, detail::ChildVisitor<std::remove_reference_t<Function>>{function});
  });
}

}  // namespace belljar::ast
