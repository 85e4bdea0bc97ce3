// Names of characters by hash: we only ever ask for a name, so the names themselves (a megabyte)
// are not kept. A false hit needs a wrong name whose 43-bit hash is in the table.
#include "parser/unicode_names.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace belljar {

namespace {

constexpr uint64_t kEntries[] = {
#include "parser/unicode_names.inc"
};
constexpr int kCodePointBits = 21;

uint64_t name_hash(std::string_view name) {
  uint64_t value = 0xCBF29CE484222325u;
  for (const char c : name) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    value = (value ^ static_cast<unsigned char>(upper)) * 0x100000001B3u;
  }
  value ^= value >> 32;
  value *= 0x9E3779B97F4A7C15u;
  return value >> kCodePointBits;
}

// Names that follow from the code point.

constexpr std::string_view kIdeographPrefix = "CJK UNIFIED IDEOGRAPH-";
constexpr uint32_t kIdeographRanges[][2] = {
    {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0x20000, 0x2A6DF}, {0x2A700, 0x2B738},
    {0x2B740, 0x2B81D}, {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0x30000, 0x3134A},
};

std::optional<uint32_t> find_ideograph(std::string_view digits) {
  if (digits.size() != 4 && digits.size() != 5) return std::nullopt;
  uint32_t code_point = 0;
  for (const char c : digits) {
    const bool decimal = c >= '0' && c <= '9';
    if (!decimal && !(c >= 'A' && c <= 'F')) return std::nullopt;
    code_point = code_point * 16 + static_cast<uint32_t>(decimal ? c - '0' : c - 'A' + 10);
  }
  for (const auto& range : kIdeographRanges) {
    if (code_point >= range[0] && code_point <= range[1]) return code_point;
  }
  return std::nullopt;
}

constexpr std::string_view kSyllablePrefix = "HANGUL SYLLABLE ";
constexpr uint32_t kFirstSyllable = 0xAC00;
constexpr std::string_view kLeading[] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                         "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
constexpr std::string_view kVowels[] = {"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                        "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                        "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
constexpr std::string_view kTrailing[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                          "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                          "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};

// The longest part that `text` begins with; its index, or -1.
template <size_t size>
int take_longest(const std::string_view (&parts)[size], std::string_view* text) {
  int best = -1;
  for (size_t i = 0; i < size; ++i) {
    const bool fits = text->substr(0, parts[i].size()) == parts[i];
    if (fits && (best < 0 || parts[i].size() > parts[static_cast<size_t>(best)].size())) {
      best = static_cast<int>(i);
    }
  }
  if (best >= 0) text->remove_prefix(parts[static_cast<size_t>(best)].size());
  return best;
}

std::optional<uint32_t> find_syllable(std::string_view text) {
  const int leading = take_longest(kLeading, &text);
  const int vowel = take_longest(kVowels, &text);
  const int trailing = take_longest(kTrailing, &text);
  if (leading < 0 || vowel < 0 || trailing < 0 || !text.empty()) return std::nullopt;
  const auto index =
      (static_cast<uint32_t>(leading) * std::size(kVowels) + static_cast<uint32_t>(vowel)) *
          std::size(kTrailing) +
      static_cast<uint32_t>(trailing);
  return kFirstSyllable + static_cast<uint32_t>(index);
}

}  // namespace

std::optional<uint32_t> find_character_by_name(std::string_view name) {
  if (name.substr(0, kIdeographPrefix.size()) == kIdeographPrefix) {
    return find_ideograph(name.substr(kIdeographPrefix.size()));
  }
  if (name.substr(0, kSyllablePrefix.size()) == kSyllablePrefix) {
    return find_syllable(name.substr(kSyllablePrefix.size()));
  }
  const uint64_t hash = name_hash(name);
  const auto* entry =
      std::lower_bound(std::begin(kEntries), std::end(kEntries), hash << kCodePointBits);
  if (entry == std::end(kEntries) || *entry >> kCodePointBits != hash) return std::nullopt;
  return static_cast<uint32_t>(*entry & ((1u << kCodePointBits) - 1));
}

}  // namespace belljar
