// The layout of a str's crumbs: shared by the files that make and that index text, nobody else's.
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/object.h"

namespace belljar {

// More bytes than any str may have: counts are 32 bits, and sums of two must not wrap.
inline constexpr size_t kMaxStrBytes = 0x7fffff00;

// Crumb i is the byte offset of code point (i + 1) * kCrumbStep.
inline size_t crumb_count(size_t length) { return length == 0 ? 0 : (length - 1) / kCrumbStep; }
inline uint32_t* crumbs_behind(char* bytes, size_t capacity) {
  uintptr_t at = reinterpret_cast<uintptr_t>(bytes) + capacity;
  return reinterpret_cast<uint32_t*>((at + 3) & ~uintptr_t{3});
}
inline size_t crumb_bytes(size_t crumbs) { return crumbs == 0 ? 0 : crumbs * 4 + 3; }
inline const uint32_t* crumbs_of(const Str* s) {
  if (s->flags & kStrShared) return crumbs_behind(s->buffer->bytes, s->buffer->capacity);
  return crumbs_behind(const_cast<char*>(s->inline_bytes), s->count);
}

inline bool is_tail_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }
// Length of the sequence that a lead byte begins.
inline uint32_t sequence_length(char lead) {
  unsigned char b = static_cast<unsigned char>(lead);
  return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}
inline uint32_t decode_valid(const char* p) {
  const unsigned char* b = reinterpret_cast<const unsigned char*>(p);
  if (b[0] < 0x80) return b[0];
  if (b[0] < 0xE0) return (b[0] & 0x1Fu) << 6 | (b[1] & 0x3Fu);
  if (b[0] < 0xF0) return (b[0] & 0x0Fu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
  return (b[0] & 0x07u) << 18 | (b[1] & 0x3Fu) << 12 | (b[2] & 0x3Fu) << 6 | (b[3] & 0x3Fu);
}

}  // namespace belljar
