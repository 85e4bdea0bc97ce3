// Blocks and their symbols as data, and the errors that show only when all blocks are known: what
// `global` and `nonlocal` may refer to.
#include <algorithm>
#include <utility>

#include "compile/symtable_blocks.h"

namespace belljar::symtable {
namespace {

// The mangled text in at most three pieces: "_", class, name.
struct Pieces {
  std::string_view piece[3];
};

Pieces pieces_of(const MangledName& name) {
  if (name.class_name.empty()) return {{name.name, {}, {}}};
  return {{"_", name.class_name, name.name}};
}

// Compares without building the texts, as a hostile file can hold very many of them.
bool is_less(Pieces a, Pieces b) {
  size_t i = 0, j = 0;
  while (true) {
    while (i < 3 && a.piece[i].empty()) ++i;
    while (j < 3 && b.piece[j].empty()) ++j;
    if (i == 3 || j == 3) return i == 3 && j != 3;
    const size_t count = std::min(a.piece[i].size(), b.piece[j].size());
    const int order = a.piece[i].substr(0, count).compare(b.piece[j].substr(0, count));
    if (order != 0) return order < 0;
    a.piece[i].remove_prefix(count);
    b.piece[j].remove_prefix(count);
  }
}

// Which names a function around the block binds, while blocks are entered and left from the outside
// in. An entry of false hides what lies further out (`global`).
class Visible {
 public:
  bool contains(const MangledName& name) const {
    const auto found = names_.find(name);
    return found != names_.end() && !found->second.empty() && found->second.back();
  }
  void enter(const Block& block) { change(block, true); }
  void leave(const Block& block) { change(block, false); }

 private:
  void change(const Block& block, bool entering) {
    if (block.type == BlockType::kClass) return set({{}, "__class__"}, true, entering);
    for (const Symbol& symbol : block.symbols) {
      const bool global = (symbol.flags & kDefGlobal) != 0;
      const bool bound = block.type == BlockType::kFunction && (symbol.flags & kDefBound) != 0 &&
                         (symbol.flags & kDefNonlocal) == 0;
      if (global || bound) set(symbol.name, !global, entering);
    }
  }
  void set(const MangledName& name, bool visible, bool entering) {
    std::vector<bool>& entries = names_[name];
    if (entering) {
      entries.push_back(visible);
    } else {
      entries.pop_back();
    }
  }

  std::map<MangledName, std::vector<bool>> names_;
};

std::optional<SymtableError> find_conflict(const Block& block, const Visible& visible) {
  for (const Symbol& symbol : block.symbols) {
    if ((symbol.flags & kDefNonlocal) == 0) continue;
    if ((symbol.flags & kDefGlobal) != 0) {
      return SymtableError{"name '" + symbol.name.text() + "' is nonlocal and global",
                           symbol.directive, true};
    }
    if (block.type == BlockType::kModule) {
      return SymtableError{"nonlocal declaration not allowed at module level", symbol.directive,
                           true};
    }
    if (!visible.contains(symbol.name)) {
      return SymtableError{"no binding for nonlocal '" + symbol.name.text() + "' found",
                           symbol.directive, true};
    }
  }
  return std::nullopt;
}

}  // namespace

std::string MangledName::text() const {
  const Pieces pieces = pieces_of(*this);
  std::string out;
  for (std::string_view piece : pieces.piece) out += piece;
  return out;
}

bool operator<(const MangledName& a, const MangledName& b) {
  if (a.class_name.empty() && b.class_name.empty()) return a.name < b.name;
  return is_less(pieces_of(a), pieces_of(b));
}

MangledName mangle(std::string_view private_class, std::string_view name) {
  const bool is_private =
      name.starts_with("__") && !name.ends_with("__") && name.find('.') == std::string_view::npos;
  if (!is_private) return {{}, name};
  const size_t start = private_class.find_first_not_of('_');
  if (start == std::string_view::npos) return {{}, name};
  // Nobody has a longer class name, and comparing them must stay cheap.
  constexpr size_t kLongest = 255;
  if (private_class.size() > kLongest) return {{}, name};
  return {private_class.substr(start), name};
}

uint16_t Block::flags(const MangledName& name) const {
  const auto found = index.find(name);
  return found == index.end() ? 0 : symbols[found->second].flags;
}

Symbol& Block::symbol(const MangledName& name) {
  const auto [found, inserted] = index.emplace(name, symbols.size());
  if (inserted) symbols.push_back({name, 0, false, {}});
  return symbols[found->second];
}

std::optional<SymtableError> find_scope_error(const Blocks& blocks) {
  struct Entered {
    const Block* block;
    size_t next_child = 0;
  };
  Visible visible;
  std::vector<Entered> path;
  const auto enter = [&](const Block& block) {
    std::optional<SymtableError> error = find_conflict(block, visible);
    if (block.type != BlockType::kModule) visible.enter(block);
    path.push_back({&block});
    return error;
  };
  if (auto error = enter(blocks.all.front())) return error;
  while (!path.empty()) {
    Entered& top = path.back();
    if (top.next_child < top.block->children.size()) {
      if (auto error = enter(*top.block->children[top.next_child++])) return error;
      continue;
    }
    if (top.block->type != BlockType::kModule) visible.leave(*top.block);
    path.pop_back();
  }
  return std::nullopt;
}

}  // namespace belljar::symtable
