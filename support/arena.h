// A bump allocator for trees: objects are never freed one by one, the whole arena goes at once.
//
// Only trivially destructible objects may live here, so releasing is flat however deep the tree is.
// The byte cap is *soft*: allocate() always returns memory and over_cap() tells the owner to stop.
// A parser asks once a token, so it can overshoot only by what one token needs; in return no
// builder has to handle a null pointer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

#include "support/span.h"

namespace belljar {

class Arena {
 public:
  static constexpr size_t kNoCap = SIZE_MAX;

  explicit Arena(size_t cap_bytes = kNoCap) : cap_(cap_bytes) {}
  Arena(Arena&&) noexcept = default;
  Arena& operator=(Arena&&) noexcept = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  // Bytes taken from the system so far, and whether that exceeds the cap.
  size_t bytes_reserved() const { return reserved_; }
  bool over_cap() const { return reserved_ > cap_; }

  // `align` must be a power of two, at most alignof(std::max_align_t).
  void* allocate(size_t size, size_t align) {
    uintptr_t start = (reinterpret_cast<uintptr_t>(next_) + align - 1) & ~uintptr_t{align - 1};
    if (size > reinterpret_cast<uintptr_t>(limit_) - start ||
        start > reinterpret_cast<uintptr_t>(limit_)) {
      return allocate_slow(size);
    }
    next_ = reinterpret_cast<char*>(start + size);
    return reinterpret_cast<void*>(start);
  }

  template <typename T>
  T* make() {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (allocate(sizeof(T), alignof(T))) T();
  }

  template <typename T>
  Span<T> copy(const T* items, size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (count == 0) return {};
    T* data = static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
    std::memcpy(static_cast<void*>(data), items, count * sizeof(T));
    return {data, static_cast<uint32_t>(count)};
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return std::string_view("", 0);
    char* data = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(data, text.data(), text.size());
    return {data, text.size()};
  }

 private:
  void* allocate_slow(size_t size);

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  char* limit_ = nullptr;
  size_t reserved_ = 0;
  size_t cap_;
};

}  // namespace belljar
