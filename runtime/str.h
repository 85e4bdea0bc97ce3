// str: making, indexing, slicing, comparing, hashing. No callbacks, except where said.
//
// Text is UTF-8; a lone surrogate is kept in the three-byte form (kStrSurrogate tells). Byte order
// is code point order, a substring of bytes is a substring of code points, and for ASCII text
// (flag kStrAscii: nearly all of it) bytes and code points are the same. Longer non-ASCII text has
// byte offsets ("crumbs") each kCrumbStep code points, so that indexing scans at most that many.
#pragma once

#include <string>
#include <string_view>

#include "runtime/context.h"

namespace belljar {

// --- making -------------------------------------------------------------------------------------
// From UTF-8 (known valid; lone surrogates allowed). Single ASCII characters and "" are the realm's
// shared ones. Stopped when it does not fit.
Value new_str(Context& context, std::string_view utf8);
Value new_ascii_str(Context& context, std::string_view ascii);
// A str of `bytes` bytes to be filled by the caller at once, then finish_str (counts code points).
Str* new_str_uninitialised(Context& context, size_t bytes);  // null: stop_memory()
Value finish_str(Context& context, Str* s);
// The same when the number of code points is known: fill, then seal_str.
Str* new_str_sized(Context& context, size_t bytes, size_t length);  // null: stop_memory()
Value seal_str(Context& context, Str* s);
// The bytes of a str that is being filled.
inline char* str_bytes(Str* s) { return s->inline_bytes; }
Value str_of_code_point(Context& context, uint32_t code_point);

// What one pass over a text finds out.
struct TextShape {
  size_t length;  // code points
  bool ascii;
  bool surrogate;
};
TextShape measure_text(std::string_view utf8);
bool is_ascii_text(std::string_view text);

// --- operators ----------------------------------------------------------------------------------
Value str_concat(Context& context, Str* a, Str* b);  // amortised O(len b) when a is the last result
// The concatenation of `count` strs (f-strings).
Value str_concat_all(Context& context, const Value* pieces, size_t count);
Value str_repeat(Context& context, Str* s, int64_t times);
// item in s; TypeError if item is no str.
Value str_contains(Context& context, Str* s, Value item);
// Code point `index` (in range) as a one-character str.
Value str_at(Context& context, const Str* s, int64_t index);
// The code points start, start + step, … (`length` of them), as resolve_slice found them.
Value str_slice(Context& context, Str* s, int64_t start, int64_t stop, int64_t step,
                int64_t length);
// Bytes [first, last) of s, both at code point borders.
Value str_substring(Context& context, Str* s, size_t first, size_t last);
// Byte offset of code point `index` (0..length), and back.
uint32_t str_offset(const Str* s, uint32_t index);
uint32_t str_index_of_offset(const Str* s, uint32_t offset);
// The code point at a byte offset; advances the offset.
uint32_t str_next_code_point(const Str* s, uint32_t* offset);

// --- comparing, hashing -------------------------------------------------------------------------
// What may be compared without being charged for.
inline constexpr uint32_t kQuickBytes = 4096;
inline bool str_equals(const Str* a, const Str* b) {
  if (a == b) return true;
  return a->count == b->count && __builtin_memcmp(a->data(), b->data(), a->count) == 0;
}
int str_compare(const Str* a, const Str* b);  // by code point: -1, 0, 1
uint64_t str_hash_slow(const Realm& realm, const Str* s);
inline uint64_t str_hash(const Context& context, const Str* s) {
  return __builtin_expect(s->hash != 0, 1) ? s->hash : str_hash_slow(context.realm(), s);
}
uint64_t bytes_hash(const Realm& realm, std::string_view bytes);  // never 0

// Fits start and end to a length as str.find and its kin do; false: nothing is inside.
bool clamp_range(int64_t length, int64_t* start, int64_t* end);

// Collects the text of a result; charges and refuses as it grows.
class StrBuilder {
 public:
  explicit StrBuilder(Context& context) : context_(context) {}
  ~StrBuilder();
  StrBuilder(const StrBuilder&) = delete;
  StrBuilder& operator=(const StrBuilder&) = delete;
  Context& context() const { return context_; }
  void append(std::string_view utf8) {
    if (utf8.empty()) return;  // its address may be null
    if (__builtin_expect(utf8.size() <= capacity_ - size_, 1)) {
      __builtin_memcpy(data_ + size_, utf8.data(), utf8.size());
      size_ += utf8.size();
    } else {
      grow_and_append(utf8);
    }
  }
  void append(char c) {
    if (__builtin_expect(size_ < capacity_, 1)) {
      data_[size_++] = c;
    } else {
      grow_and_append({&c, 1});
    }
  }
  void append_code_point(uint32_t c);
  // `count` copies of a code point (padding).
  void append_fill(uint32_t c, size_t count);
  // Room for `count` more bytes at a pointer, to be filled at once; null: failed.
  char* extend(size_t count);
  void truncate(size_t size) { size_ = size; }
  size_t size() const { return size_; }
  std::string_view view() const { return {data_, size_}; }
  bool failed() const { return failed_; }  // over the memory limit: finish() will be Stopped
  Value finish();                          // a Str
  Value finish_bytes();                    // a Bytes

 private:
  void grow_and_append(std::string_view utf8);
  bool grow(size_t more);
  Value stopped();
  Context& context_;
  char* data_ = small_;
  size_t size_ = 0;
  size_t capacity_ = sizeof small_;
  bool failed_ = false;
  char small_[256];
};

// --- repr ---------------------------------------------------------------------------------------
std::string str_repr(std::string_view utf8, bool ascii_only = false);
void append_str_repr(StrBuilder& out, std::string_view utf8, bool ascii_only = false);
// Text with everything beyond ASCII as \x, \u, \U escapes and nothing else changed.
void append_ascii_escaped(StrBuilder& out, std::string_view utf8);

}  // namespace belljar
