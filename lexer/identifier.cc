// Range lookups by binary search; NFKC by utf8proc.
#include "lexer/identifier.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "support/utf8.h"

namespace belljar {

namespace {

struct CodePointRange {
  uint32_t first;
  uint32_t last;
};

#include "lexer/identifier_table.inc"

template <size_t size>
bool contains(const CodePointRange (&ranges)[size], uint32_t code_point) {
  const auto* range =
      std::lower_bound(std::begin(ranges), std::end(ranges), code_point,
                       [](const CodePointRange& r, uint32_t cp) { return r.last < cp; });
  return range != std::end(ranges) && range->first <= code_point;
}

bool is_ascii_letter_or_underscore(uint32_t cp) {
  return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || cp == '_';
}

}  // namespace

bool can_start_identifier(uint32_t cp) {
  return cp < 0x80 ? is_ascii_letter_or_underscore(cp) : contains(kStartRanges, cp);
}

bool can_continue_identifier(uint32_t cp) {
  if (cp < 0x80) return is_ascii_letter_or_underscore(cp) || (cp >= '0' && cp <= '9');
  return contains(kContinueRanges, cp);
}

bool is_printable(uint32_t cp) {
  return cp < 0x80 ? cp >= 0x20 && cp != 0x7F : !contains(kNonPrintableRanges, cp);
}

std::optional<InvalidCharacter> find_invalid_identifier_character(std::string_view text) {
  size_t offset = 0;
  while (offset < text.size()) {
    const DecodedCodePoint decoded = decode_utf8(text, offset);
    const bool valid = offset == 0 ? can_start_identifier(decoded.code_point)
                                   : can_continue_identifier(decoded.code_point);
    offset += std::max<size_t>(decoded.length, 1);
    if (!valid) return InvalidCharacter{offset, decoded.code_point};
  }
  return std::nullopt;
}

std::string normalize_nfkc(std::string_view text) {
  utf8proc_uint8_t* normalized = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  const utf8proc_ssize_t length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &normalized, options);
  if (length < 0) return std::string(text);
  std::string result(reinterpret_cast<char*>(normalized), static_cast<size_t>(length));
  std::free(normalized);
  return result;
}

}  // namespace belljar
