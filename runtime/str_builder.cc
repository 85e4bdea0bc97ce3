// StrBuilder: text of unknown length, first in the builder itself, then in a buffer of the heap.
#include <cstring>

#include "runtime/bytes.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "support/utf8.h"

namespace belljar {

StrBuilder::~StrBuilder() {
  if (data_ != small_) context_.heap().release(data_, capacity_);
}

bool StrBuilder::grow(size_t more) {
  if (failed_) return false;
  size_t needed;
  if (__builtin_add_overflow(size_, more, &needed) || needed > kMaxStrBytes) {
    failed_ = true;
    return false;
  }
  size_t capacity = capacity_ * 2 > needed ? capacity_ * 2 : needed + needed / 4;
  if (!context_.heap().fits(capacity)) capacity = needed;
  // A size that cannot be is a matter of memory, whatever steps are left.
  if (!context_.heap().fits(capacity)) {
    failed_ = true;
    return false;
  }
  if (!context_.charge_bytes(capacity)) {
    failed_ = true;
    return false;
  }
  Heap& heap = context_.heap();
  void* p =
      data_ == small_ ? heap.buffer(capacity) : heap.resize(data_, capacity_, capacity, size_);
  if (!p) {
    failed_ = true;
    return false;
  }
  if (data_ == small_) std::memcpy(p, small_, size_);
  data_ = static_cast<char*>(p);
  capacity_ = capacity;
  return true;
}

void StrBuilder::grow_and_append(std::string_view utf8) {
  if (!grow(utf8.size())) return;
  std::memcpy(data_ + size_, utf8.data(), utf8.size());
  size_ += utf8.size();
}

char* StrBuilder::extend(size_t count) {
  if (count > capacity_ - size_ && !grow(count)) return nullptr;
  char* at = data_ + size_;
  size_ += count;
  return at;
}

void StrBuilder::append_code_point(uint32_t c) {
  if (c < 128) return append(static_cast<char>(c));
  char bytes[4];
  size_t n = encode_utf8(c, bytes);
  append({bytes, n});
}

void StrBuilder::append_fill(uint32_t c, size_t count) {
  if (c < 128) {
    if (char* out = extend(count)) std::memset(out, static_cast<int>(c), count);
    return;
  }
  char bytes[4];
  size_t n = encode_utf8(c, bytes);
  size_t total;
  if (__builtin_mul_overflow(n, count, &total)) {
    failed_ = true;
    return;
  }
  char* out = extend(total);
  if (!out) return;
  for (size_t i = 0; i < count; ++i, out += n) std::memcpy(out, bytes, n);
}

Value StrBuilder::stopped() { return context_.stop_memory(); }

Value StrBuilder::finish() {
  if (failed_) return stopped();
  return new_str(context_, view());
}

Value StrBuilder::finish_bytes() {
  if (failed_) return stopped();
  return new_bytes(context_, view());
}

}  // namespace belljar
