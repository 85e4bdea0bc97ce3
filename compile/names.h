// Names as small numbers. Every identifier of a file is hashed once a mention; scopes and the
// emitter then compare and look up numbers. Also the one place where private names of classes are
// mangled.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace belljar {

using NameId = uint32_t;
inline constexpr NameId kNoName = UINT32_MAX;

class NameTable {
 public:
  NameTable();

  // `text` must outlive the table (identifiers live in the tree's arena).
  NameId intern(std::string_view text);
  // As written inside a class of that name ("" outside of classes): __x becomes _Class__x.
  NameId intern_in(std::string_view text, std::string_view class_name) {
    if (class_name.empty() || text.size() < 3 || text[0] != '_' || text[1] != '_') {
      return intern(text);
    }
    return intern_private(text, class_name);
  }
  std::string_view text(NameId id) const { return texts_[id]; }
  size_t size() const { return texts_.size(); }

 private:
  NameId intern_private(std::string_view text, std::string_view class_name);
  void grow();

  std::vector<std::string_view> texts_;
  std::vector<uint32_t> hashes_;
  std::vector<uint32_t> table_;  // NameId + 1, 0: free
  std::deque<std::string> mangled_;
};

}  // namespace belljar
