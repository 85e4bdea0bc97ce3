// The heap of one isolate, and (sealed) of an Engine or a Program.
//
// Cells of up to 512 bytes come from 16 KiB pages of one size class each: a free list first, then a
// bump pointer. Larger ones are blocks of their own. Buffers (list items, dict tables) come from
// the same heap, belong to exactly one object and are freed when it grows or dies. Nothing moves.
//
// Accounting is exact: `bytes()` is the sum of the real cell and block sizes, and every byte is
// counted before it is handed out. Two kinds of allocation follow from what a limit needs:
//  - up to kInfallibleBytes an allocation always succeeds. Going over the limit only trips the
//    alarm, which stops the evaluation at the next charge (Context::charge), so the overshoot is
//    what a native may allocate between two charges: kilobytes.
//  - above it, an allocation that would not fit returns null, before any memory is touched.
//
// Tracing, non-moving mark and sweep. *A collection happens only while bytecode runs*, at a
// safepoint of the dispatch loop: allocation never collects. So a native that does not call back
// into the program needs no rooting at all; one that does holds its values in `Roots` (context.h).
// Objects of a frozen heap are neither marked nor swept, and its cells stand one behind the other
// in blocks that grow with it: a program's constants take what they need. Teardown gives whole
// chunks back and frees the large blocks: flat, whatever the shape of the data, and no guest code
// runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

#include "runtime/object.h"

namespace belljar {

inline constexpr size_t kChunkBytes = 64 * 1024;
inline constexpr size_t kPageBytes = 16 * 1024;
inline constexpr size_t kCellMax = 512;
inline constexpr size_t kCellStep = 16;
inline constexpr size_t kInfallibleBytes = 32 * 1024;

// Recycles 64 KiB chunks between isolates: a fresh mmap costs a thousand times a recycled chunk.
// Shared by threads.
class ChunkPool {
 public:
  explicit ChunkPool(size_t keep = 64) : keep_(keep) {}
  ~ChunkPool();
  ChunkPool(const ChunkPool&) = delete;
  ChunkPool& operator=(const ChunkPool&) = delete;
  void* take();
  void give(void* chunk);

 private:
  std::mutex mutex_;
  std::vector<void*> free_;
  size_t keep_;
};

// What is left of a frozen heap in which nothing is made any more: its memory, freed as a whole.
class SealedHeap {
 public:
  SealedHeap() = default;
  ~SealedHeap();
  SealedHeap(SealedHeap&& other) noexcept { blocks_.swap(other.blocks_); }
  SealedHeap& operator=(SealedHeap&& other) noexcept {
    blocks_.swap(other.blocks_);
    return *this;
  }

 private:
  friend class Heap;
  std::vector<void*> blocks_;
};

class Heap;

// Handed to trace functions: marks what it visits.
class Tracer {
 public:
  void visit(Value v) {
    if (v.is_heap()) visit(v.as_object());
  }
  void visit(Object* o) {
    if (o && !(o->flags & (kMarked | kFrozen))) push(o);
  }
  void visit_range(const Value* first, size_t n) {
    for (size_t i = 0; i < n; ++i) visit(first[i]);
  }
  void drain();

 private:
  friend class Heap;
  void push(Object* o) {
    o->flags |= kMarked;
    work_.push_back(o);
  }
  std::vector<Object*> work_;
};

class Heap {
 public:
  // `pool` may be shared; `frozen`: every object is born with kFrozen (a heap being built, then
  // only read).
  Heap(ChunkPool& pool, size_t limit, bool frozen);
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  // An object of T and `extra` bytes behind it, header filled in, the rest uninitialised.
  // Infallible up to kInfallibleBytes; null above that when it does not fit.
  template <typename T>
  T* make(Kind kind, size_t extra = 0, uint8_t flags = 0) {
    void* p = allocate_cell(sizeof(T) + extra);
    if (__builtin_expect(!p, 0)) return nullptr;
    T* o = static_cast<T*>(p);
    o->kind = kind;
    o->flags |= static_cast<uint8_t>(flags | born_flags_);
    o->sub = 0;
    o->count = 0;
    return o;
  }

  // Buffers. The size given back must be the size asked for.
  void* buffer(size_t bytes);
  void release(void* p, size_t bytes);
  // Moves the first `keep` bytes into a buffer of `bytes`; on null the old one stays.
  void* resize(void* p, size_t old_bytes, size_t bytes, size_t keep);

  // Foreign memory (a RE2 program, a response body) counts too.
  bool charge_foreign(size_t bytes);
  void release_foreign(size_t bytes) { bytes_ -= bytes; }

  size_t bytes() const { return bytes_; }
  size_t peak() const { return peak_ > bytes_ ? peak_ : bytes_; }
  size_t limit() const { return limit_; }
  bool over_limit() const { return bytes_ > limit_; }
  bool wants_collection() const { return bytes_ > collect_at_; }
  // True if `bytes` more would fit now: for results whose size is known beforehand.
  bool fits(size_t bytes) const { return bytes <= limit_ && bytes_ <= limit_ - bytes; }

  // The word that an alarm (limit or soft threshold passed) sets negative; see Context::slice.
  void set_alarm(int64_t* slice, int64_t* stash) {
    alarm_slice_ = slice;
    alarm_stash_ = stash;
  }

  // Collects: `mark_roots(tracer)` visits every root.
  template <typename F>
  void collect(F&& mark_roots) {
    Tracer tracer;
    mark_roots(tracer);
    tracer.drain();
    sweep();
  }
  // Of a frozen heap: hands its memory over. The heap is empty then; its objects live on.
  SealedHeap seal();
  uint64_t collections() const { return collections_; }
  // Debugging aid: collect at every safepoint, overwrite freed cells.
  void set_stress(bool on) { stress_ = on; }
  bool stress() const { return stress_; }

 private:
  struct Page {
    Page* next;
    uint32_t cell_size;
    uint32_t bump;  // bytes handed out so far, header included (of pages that are not current)
    bool objects;
  };
  struct Bin {
    void* free = nullptr;
    char* bump = nullptr;
    char* end = nullptr;
    Page* pages = nullptr;
  };
  struct Large {
    Large* prev;
    Large* next;
    size_t bytes;  // header included
    bool object;
    uint64_t pad;
  };
  static constexpr int kBins = static_cast<int>(kCellMax / kCellStep) + 1;

  void* allocate_cell(size_t bytes) {
    if (__builtin_expect(bytes > kCellMax, 0)) return allocate_large(bytes, true);
    size_t bin_index = (bytes + kCellStep - 1) / kCellStep;
    return from_bin(object_bins_[bin_index], bin_index, true);
  }
  void* from_bin(Bin& bin, size_t bin_index, bool objects) {
    size_t size = bin_index * kCellStep;
    bytes_ += size;
    if (__builtin_expect(bytes_ > alarm_at_, 0)) trip();
    if (void* p = bin.free) {
      std::memcpy(&bin.free, static_cast<char*>(p) + 8, sizeof(void*));
      *static_cast<uint64_t*>(p) = 0;
      return p;
    }
    if (__builtin_expect(bin.bump < bin.end, 1)) {
      void* p = bin.bump;
      bin.bump += size;
      *static_cast<uint64_t*>(p) = 0;
      return p;
    }
    return refill(bin, bin_index, objects);
  }
  void* refill(Bin& bin, size_t bin_index, bool objects);
  void* allocate_large(size_t bytes, bool object);
  void* resize_large(void* p, size_t bytes);
  void free_large(void* p);
  void trip();
  void sweep();
  void release_parts(Object* o);
  Page* new_page();
  void* frozen_cell(size_t bytes);
  void reset_alarm();

  ChunkPool& pool_;
  size_t limit_;
  size_t bytes_ = 0;
  size_t peak_ = 0;
  size_t collect_at_;
  size_t alarm_at_;
  uint8_t born_flags_;
  bool stress_ = false;
  uint64_t collections_ = 0;
  int64_t* alarm_slice_ = nullptr;
  int64_t* alarm_stash_ = nullptr;
  Bin object_bins_[kBins];
  Bin buffer_bins_[kBins];
  std::vector<void*> chunks_;  // of the pool; of a frozen heap: its blocks
  char* block_at_ = nullptr;   // of the frozen heap's newest block: what is free
  char* block_end_ = nullptr;
  Page* spare_pages_ = nullptr;
  Large* large_ = nullptr;
  std::vector<NativeObject*> releasables_;

  friend class Context;

 public:
  // NativeObjects whose type has `release` are registered when made.
  void register_release(NativeObject* o) { releasables_.push_back(o); }
};

}  // namespace belljar
