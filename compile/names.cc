// The hash table of names.h, and CPython's rule of mangling.
#include "compile/names.h"

namespace belljar {
namespace {

uint32_t hash_of(std::string_view text) {
  uint32_t h = 2166136261u;
  for (char c : text) h = (h ^ static_cast<uint8_t>(c)) * 16777619u;
  return h ^ h >> 15;
}

}  // namespace

NameTable::NameTable() : table_(256, 0) {
  texts_.reserve(128);
  hashes_.reserve(128);
}

NameId NameTable::intern(std::string_view text) {
  const uint32_t hash = hash_of(text);
  const uint32_t mask = static_cast<uint32_t>(table_.size()) - 1;
  for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
    if (table_[i] == 0) {
      texts_.push_back(text);
      hashes_.push_back(hash);
      NameId id = static_cast<NameId>(texts_.size() - 1);
      table_[i] = id + 1;
      if (texts_.size() * 2 > table_.size()) grow();
      return id;
    }
    NameId id = table_[i] - 1;
    if (hashes_[id] == hash && texts_[id] == text) return id;
  }
}

void NameTable::grow() {
  table_.assign(table_.size() * 2, 0);
  const uint32_t mask = static_cast<uint32_t>(table_.size()) - 1;
  for (NameId id = 0; id < texts_.size(); ++id) {
    uint32_t i = hashes_[id] & mask;
    while (table_[i] != 0) i = (i + 1) & mask;
    table_[i] = id + 1;
  }
}

NameId NameTable::intern_private(std::string_view text, std::string_view class_name) {
  size_t first = class_name.find_first_not_of('_');
  if (text.substr(text.size() - 2) == "__" || text.find('.') != text.npos || first == text.npos) {
    return intern(text);
  }
  std::string mangled = "_";
  mangled += class_name.substr(first);
  mangled += text;
  NameId before = static_cast<NameId>(texts_.size());
  mangled_.push_back(std::move(mangled));
  NameId id = intern(mangled_.back());
  if (id < before) mangled_.pop_back();
  return id;
}

}  // namespace belljar
