// str and bytes: making, indexing, slicing, comparing. No callbacks.
#pragma once

#include <string>
#include <string_view>

#include "runtime/context.h"

namespace belljar {

// From UTF-8 (known valid; lone surrogates as WTF-8 set kStrSurrogate). Single ASCII characters
// and "" are the realm's shared ones. Stopped when it does not fit.
Value new_str(Context& context, std::string_view utf8);
// A str of `bytes` bytes to be filled by the caller at once, then finish_str (counts code points).
Str* new_str_uninitialised(Context& context, size_t bytes);  // null: stop_memory()
Value finish_str(Context& context, Str* s);
Value str_concat(Context& context, Str* a, Str* b);  // amortised O(len b) when a is the last result
Value str_repeat(Context& context, Str* s, int64_t times);
// Code point `index` (in range) as a one-character str.
Value str_at(Context& context, const Str* s, int64_t index);
// Code points [start, stop) with step.
Value str_slice(Context& context, Str* s, int64_t start, int64_t stop, int64_t step,
                int64_t length);
// Byte offset of code point `index` (0..length).
uint32_t str_offset(const Str* s, uint32_t index);
uint32_t str_index_of_offset(const Str* s, uint32_t offset);
bool str_equals(const Str* a, const Str* b);
int str_compare(const Str* a, const Str* b);  // by code point
uint64_t str_hash(const Context& context, const Str* s);
uint64_t bytes_hash(const Realm& realm, std::string_view bytes);
// repr('...') text
std::string str_repr(std::string_view utf8, bool ascii_only = false);

Value new_bytes(Context& context, std::string_view bytes);
// Bytes or ByteArray operands; the result has a's kind.
Value bytes_concat(Context& context, Value a, Value b);
Value bytes_repeat(Context& context, Value a, int64_t times);

// Collects the text of a result; charges and refuses as it grows.
class StrBuilder {
 public:
  explicit StrBuilder(Context& context) : context_(context) {}
  ~StrBuilder();
  StrBuilder(const StrBuilder&) = delete;
  StrBuilder& operator=(const StrBuilder&) = delete;
  void append(std::string_view utf8) {
    if (__builtin_expect(size_ + utf8.size() <= capacity_, 1)) {
      __builtin_memcpy(data_ + size_, utf8.data(), utf8.size());
      size_ += utf8.size();
    } else {
      grow_and_append(utf8);
    }
  }
  void append(char c) { append(std::string_view(&c, 1)); }
  void append_code_point(uint32_t c);
  size_t size() const { return size_; }
  std::string_view view() const { return {data_, size_}; }
  bool failed() const { return failed_; }  // over the memory limit: finish() will be Stopped
  Value finish();                          // a Str

 private:
  void grow_and_append(std::string_view utf8);
  Context& context_;
  char small_[256];
  char* data_ = small_;
  size_t size_ = 0;
  size_t capacity_ = sizeof small_;
  bool failed_ = false;
};

}  // namespace belljar
