// Arena chunks: doubling from 4 KiB to 256 KiB, so that a small module costs one small allocation
// and a large one few; requests of a quarter chunk or more get a chunk of their own.
#include "support/arena.h"

#include <algorithm>

namespace belljar {

namespace {
constexpr size_t kFirstChunk = 4 * 1024;
constexpr size_t kLargestChunk = 256 * 1024;
}  // namespace

void* Arena::allocate_slow(size_t size) {
  size_t chunk_size = kFirstChunk;
  while (chunk_size < kLargestChunk && chunk_size < reserved_) chunk_size *= 2;
  const bool own_chunk = size >= chunk_size / 4;
  if (own_chunk) chunk_size = std::max<size_t>(size, 1);
  chunks_.emplace_back(new char[chunk_size]);  // operator new[] aligns for any fundamental type
  reserved_ += chunk_size;
  char* start = chunks_.back().get();
  if (!own_chunk) {
    next_ = start + size;
    limit_ = start + chunk_size;
  }
  return start;
}

}  // namespace belljar
