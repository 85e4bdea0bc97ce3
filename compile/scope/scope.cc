// Storage of scopes and symbols: one arena, one hash table keyed by scope and name.
#include "compile/scope/scope.h"

namespace belljar::scope {
namespace {

size_t slot_of(uint32_t scope, NameId name, size_t mask) {
  uint64_t key = (static_cast<uint64_t>(scope) << 32 | name) * 0x9e3779b97f4a7c15u;
  return static_cast<size_t>(key >> 32) & mask;
}

}  // namespace

ScopeTree::ScopeTree(NameTable& names)
    : class_name_cell(names.intern("__class__")),
      super_name(names.intern("super")),
      names_(names),
      table_(256, nullptr) {
  module_ = new_scope(ScopeKind::Module, nullptr, nullptr);
}

Scope* ScopeTree::new_scope(ScopeKind kind, Scope* parent, const ast::Node* node) {
  Scope* scope = arena_.make<Scope>();
  scope->kind = kind;
  scope->parent = parent;
  scope->node = node;
  scope->id = static_cast<uint32_t>(scopes_.size());
  scope->unit = kind == ScopeKind::Comprehension ? parent->unit : scope;
  scopes_.push_back(scope);
  if (parent != nullptr) {
    scope->class_name = parent->class_name;
    (parent->last_child ? parent->last_child->next_sibling : parent->first_child) = scope;
    parent->last_child = scope;
  }
  return scope;
}

// The emitter meets children nearly in the order of collection, so the search starts where the last
// one ended; only what it emits twice (finally) makes it go around.
Scope* ScopeTree::child(Scope* parent, const ast::Node* node) {
  Scope* start = parent->cursor ? parent->cursor : parent->first_child;
  for (Scope* s = start; s != nullptr; s = s->next_sibling) {
    if (s->node == node) return parent->cursor = s;
  }
  for (Scope* s = parent->first_child; s != start; s = s->next_sibling) {
    if (s->node == node) return parent->cursor = s;
  }
  std::abort();  // collect() has seen every node that the emitter sees
}

Symbol* ScopeTree::find(const Scope* scope, NameId name) const {
  const size_t mask = table_.size() - 1;
  for (size_t i = slot_of(scope->id, name, mask); table_[i] != nullptr; i = (i + 1) & mask) {
    if (table_[i]->scope == scope && table_[i]->name == name) return table_[i];
  }
  return nullptr;
}

Symbol* ScopeTree::mention(Scope* scope, NameId name) {
  const size_t mask = table_.size() - 1;
  size_t i = slot_of(scope->id, name, mask);
  for (; table_[i] != nullptr; i = (i + 1) & mask) {
    if (table_[i]->scope == scope && table_[i]->name == name) return table_[i];
  }
  Symbol* symbol = arena_.make<Symbol>();
  symbol->name = name;
  symbol->scope = scope;
  (scope->last_symbol ? scope->last_symbol->next : scope->first_symbol) = symbol;
  scope->last_symbol = symbol;
  table_[i] = symbol;
  if (++symbol_count_ * 2 > table_.size()) grow();
  return symbol;
}

void ScopeTree::grow() {
  std::vector<Symbol*> old = std::move(table_);
  table_.assign(old.size() * 2, nullptr);
  const size_t mask = table_.size() - 1;
  for (Symbol* symbol : old) {
    if (symbol == nullptr) continue;
    size_t i = slot_of(symbol->scope->id, symbol->name, mask);
    while (table_[i] != nullptr) i = (i + 1) & mask;
    table_[i] = symbol;
  }
}

}  // namespace belljar::scope
