// Search by the first byte while that is cheap, by the C library's linear memmem when it is not.
#include "runtime/text_search.h"

#include <cstring>

namespace belljar {

size_t find_bytes(std::string_view haystack, std::string_view needle, size_t from) {
  const size_t m = needle.size();
  if (from > haystack.size() || m > haystack.size() - from) return kNotFound;
  const char* base = haystack.data();
  const char* p = base + from;
  const char* last = base + haystack.size() - m;
  const int first_byte = static_cast<unsigned char>(needle[0]);
  if (m == 1) {
    const void* hit = std::memchr(p, first_byte, static_cast<size_t>(last + 1 - p));
    return hit ? static_cast<size_t>(static_cast<const char*>(hit) - base) : kNotFound;
  }
  // A candidate costs a call of memchr and perhaps one of memcmp; skipped bytes pay for that. Where
  // candidates are rare nothing is faster; when the budget is spent the linear search takes over.
  int64_t budget = 512;
  for (;;) {
    const char* hit =
        static_cast<const char*>(std::memchr(p, first_byte, static_cast<size_t>(last + 1 - p)));
    if (!hit) return kNotFound;
    budget += hit - p - 16;
    if (hit[m - 1] == needle[m - 1]) {
      if (std::memcmp(hit, needle.data(), m) == 0) return static_cast<size_t>(hit - base);
      budget -= static_cast<int64_t>(m);
    }
    p = hit + 1;
    if (p > last) return kNotFound;
    if (budget < 0) break;
  }
  const void* hit = memmem(p, static_cast<size_t>(base + haystack.size() - p), needle.data(), m);
  return hit ? static_cast<size_t>(static_cast<const char*>(hit) - base) : kNotFound;
}

size_t rfind_bytes(std::string_view haystack, std::string_view needle, uint64_t* work) {
  const size_t m = needle.size();
  if (m > haystack.size()) return kNotFound;
  const char* base = haystack.data();
  const int first_byte = static_cast<unsigned char>(needle[0]);
  size_t starts = haystack.size() - m + 1;
  while (starts > 0) {
    const void* hit = memrchr(base, first_byte, starts);
    if (!hit) return kNotFound;
    size_t at = static_cast<size_t>(static_cast<const char*>(hit) - base);
    if (m == 1) return at;
    if (base[at + m - 1] == needle[m - 1]) {
      if (std::memcmp(base + at, needle.data(), m) == 0) return at;
      *work += m;
    }
    *work += 16;
    starts = at;
  }
  return kNotFound;
}

namespace {

// Occurrences of one byte, eight at a time: they may be dense, so a plain pass beats memchr.
size_t count_byte(std::string_view haystack, char byte) {
  constexpr uint64_t kOnes = 0x0101010101010101u, kHigh = kOnes * 0x80;
  const uint64_t pattern = kOnes * static_cast<unsigned char>(byte);
  const char* p = haystack.data();
  size_t n = haystack.size(), count = 0;
  for (; n >= 8; p += 8, n -= 8) {
    uint64_t w;
    std::memcpy(&w, p, 8);
    w ^= pattern;  // bytes that match are zero now
    uint64_t nonzero = ((w & ~kHigh) + ~kHigh) | w;
    count += (((~nonzero & kHigh) >> 7) * kOnes) >> 56;
  }
  for (; n > 0; --n) count += *p++ == byte;
  return count;
}

}  // namespace

size_t count_bytes(std::string_view haystack, std::string_view needle, size_t limit) {
  size_t count = 0;
  if (needle.size() == 1 && limit >= haystack.size()) return count_byte(haystack, needle[0]);
  for (size_t at = 0; count < limit; ++count) {
    at = find_bytes(haystack, needle, at);
    if (at == kNotFound) break;
    at += needle.size();
  }
  return count;
}

Value count_occurrences(Context& context, std::string_view haystack, std::string_view needle) {
  if (needle.size() == 1)
    return Value::integer(static_cast<int64_t>(count_byte(haystack, needle[0])));
  constexpr uint64_t kAtOnce = 4096;
  uint64_t count = 0;
  for (size_t at = find_bytes(haystack, needle); at != kNotFound; ++count) {
    if (count % kAtOnce == 0 && !context.charge(kAtOnce)) return Value::stopped();
    at = find_bytes(haystack, needle, at + needle.size());
  }
  return Value::integer(static_cast<int64_t>(count));
}

}  // namespace belljar
