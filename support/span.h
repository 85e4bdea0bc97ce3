// A pointer and a count: the sequence type of arena-allocated trees.
//
// Separate from std::span because a Span is a plain aggregate with a 32-bit count (12 payload
// bytes), is never resized and hands out mutable elements through a const Span, as pointers do.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>

namespace belljar {

template <typename T>
struct Span {
  T* data = nullptr;
  uint32_t count = 0;

  size_t size() const { return count; }
  bool empty() const { return count == 0; }
  T* begin() const { return data; }
  T* end() const { return data + count; }
  T& operator[](size_t index) const {
    assert(index < count);
    return data[index];
  }
  T& front() const { return (*this)[0]; }
  T& back() const { return (*this)[count - 1]; }
};

}  // namespace belljar
