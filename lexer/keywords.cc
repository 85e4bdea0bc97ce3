// Keyword lookup: by length, then by comparing with the few words of that length.
#include "lexer/keywords.h"

#include <array>
#include <cstdint>

namespace belljar {

namespace {

struct Keyword {
  std::string_view text;
  TokenKind kind;
};

constexpr Keyword kKeywords[] = {
#define STRUCTURE(Name, text)
#define OPERATOR(Name, text)
#define KEYWORD(Name, text) {text, TokenKind::k##Name},
#include "lexer/token_kinds.def"
};
constexpr size_t kCount = sizeof(kKeywords) / sizeof(kKeywords[0]);
constexpr size_t kLongest = 8;  // "continue", "nonlocal"

// A perfect hash found by hand would have to be found again with each new keyword; this table of
// first letter and length leaves at most two candidates and builds itself.
constexpr size_t bucket_of(char first, size_t length) {
  return (static_cast<unsigned char>(first) & 31u) * (kLongest + 1) + length;
}

struct Buckets {
  std::array<std::array<uint8_t, 3>, 32 * (kLongest + 1)> indices{};  // 1-based, 0: none
};

constexpr Buckets make_buckets() {
  Buckets buckets;
  for (size_t i = 0; i < kCount; ++i) {
    auto& slots = buckets.indices[bucket_of(kKeywords[i].text[0], kKeywords[i].text.size())];
    size_t slot = 0;
    while (slots[slot] != 0) ++slot;  // an overflow fails to compile
    slots[slot] = static_cast<uint8_t>(i + 1);
  }
  return buckets;
}

constexpr Buckets kBuckets = make_buckets();

}  // namespace

TokenKind keyword_kind(std::string_view word) {
  if (word.size() < 2 || word.size() > kLongest) return TokenKind::kName;
  for (const uint8_t index : kBuckets.indices[bucket_of(word[0], word.size())]) {
    if (index == 0) break;
    if (kKeywords[index - 1].text == word) return kKeywords[index - 1].kind;
  }
  return TokenKind::kName;
}

}  // namespace belljar
