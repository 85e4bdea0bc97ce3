// Life of an isolate: stack memory, limits, safepoints and collection, modules, output.
#include "interp/isolate.h"

#include <sys/mman.h>
#include <time.h>

#include <algorithm>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/str.h"

namespace belljar {

// --- stack memory
// ---------------------------------------------------------------------------------

namespace {

// Registers kept for a frame on average, and the bounds of the whole stack, in values.
constexpr size_t kValuesPerFrame = 64;
constexpr size_t kValuesMin = 64 * 1024;
constexpr size_t kValuesMax = 8u << 20;
constexpr uint32_t kFramesMax = 200'000;
// Beyond a frame's registers: where a native's defaults are filled in.
constexpr size_t kHeadroom = 2 * kCallHeadroom;
// The stack is charged to the evaluation, and cleared of what an earlier one left, as it is first
// used: this much at first, then doubling.
constexpr uintptr_t kSoftFirst = 4096;
constexpr size_t kStacksKept = 8;

uint64_t now_ns() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return static_cast<uint64_t>(t.tv_sec) * 1'000'000'000u + static_cast<uint64_t>(t.tv_nsec);
}

}  // namespace

StackPool::~StackPool() {
  for (const StackMemory& s : free_) munmap(s.mapping, s.bytes);
}

StackMemory StackPool::take(uint32_t depth) {
  size_t frames = std::min(depth, kFramesMax) + 2u;
  size_t values = std::clamp(frames * kValuesPerFrame, kValuesMin, kValuesMax);
  size_t frame_bytes = (frames * sizeof(Frame) + 4095) & ~size_t{4095};
  size_t bytes = frame_bytes + (values + kHeadroom) * sizeof(Value);
  {
    std::lock_guard<std::mutex> lock(mutex_);
    for (size_t i = 0; i < free_.size(); ++i) {
      if (free_[i].bytes == bytes) {
        StackMemory s = free_[i];
        free_[i] = free_.back();
        free_.pop_back();
        return s;
      }
    }
  }
  StackMemory s;
  s.bytes = bytes;
  s.mapping = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (s.mapping == MAP_FAILED) std::abort();
  s.frames = static_cast<Frame*>(s.mapping);
  s.frame_count = frames;
  s.values = reinterpret_cast<Value*>(static_cast<char*>(s.mapping) + frame_bytes);
  s.value_count = values;
  return s;
}

void StackPool::give(const StackMemory& stack) {
  {
    std::lock_guard<std::mutex> lock(mutex_);
    if (free_.size() < kStacksKept) {
      free_.push_back(stack);
      return;
    }
  }
  munmap(stack.mapping, stack.bytes);
}

// --- life
// -----------------------------------------------------------------------------------------

Isolate::Isolate(ChunkPool& chunks, StackPool& stacks, const Realm& realm,
                 const ModuleFinder& modules, const RuntimeLimits& limits)
    : Context(chunks, realm, limits, false),
      stacks_(stacks),
      modules_(modules),
      stack_(stacks.take(limits.depth)) {
  frames_end_ = stack_.frames + stack_.frame_count;
  stack_begin_ = stack_.values;
  // A bottom frame, so that every real one has a caller.
  frame_ = stack_.frames;
  *frame_ =
      Frame{nullptr, nullptr, nullptr, stack_begin_, stack_begin_, nullptr, kFrameEntry, 0, 0};
  top_ = stack_begin_;
  stack_soft_ = kSoftFirst;
  std::fill_n(stack_begin_, stack_soft_ / sizeof(Value), Value::undefined());
  lookups = static_cast<ClassLookup*>(heap_.buffer(kClassLookups * sizeof(ClassLookup)));
  std::fill_n(lookups, kClassLookups, ClassLookup{nullptr, nullptr, 0, -1, Value()});
  // The C++ stack: natives that recurse stop when this much of it is used.
  char here;
#if defined(__SANITIZE_ADDRESS__)
  constexpr size_t kNativeStack = 2048 * 1024;  // its frames are many times as large
#else
  constexpr size_t kNativeStack = 160 * 1024;
#endif
  stack_floor_ = reinterpret_cast<const char*>(reinterpret_cast<uintptr_t>(&here) - kNativeStack);
  deadline_ns_ = now_ns() + limits.time_ns;
}

Isolate::~Isolate() { stacks_.give(stack_); }

bool Isolate::reserve_stack(Value* top, size_t count) {
  uintptr_t need =
      reinterpret_cast<uintptr_t>(top + count) - reinterpret_cast<uintptr_t>(stack_begin_);
  uintptr_t whole = stack_.value_count * sizeof(Value);
  if (need > whole) return false;
  while (stack_soft_ < need) {
    uintptr_t step = std::min(stack_soft_, whole - stack_soft_);
    if (!heap_.charge_foreign(step)) {
      stop_memory();
      return false;
    }
    // Stale values of an earlier evaluation would be scanned as roots.
    char* fresh = reinterpret_cast<char*>(stack_begin_) + stack_soft_;
    std::fill_n(reinterpret_cast<Value*>(fresh), step / sizeof(Value), Value::undefined());
    stack_soft_ += step;
  }
  return true;
}

// --- limits
// ---------------------------------------------------------------------------------------

bool Isolate::poll() {
  if (cancelled_.load(std::memory_order_relaxed) ||
      (cancellation_ && cancellation_->load(std::memory_order_relaxed))) {
    stop(Limit::Cancelled);
    return false;
  }
  if (now_ns() > deadline_ns_) {
    stop(Limit::Time);
    return false;
  }
  return true;
}

bool Isolate::safepoint() {
  if (heap_.wants_collection() || heap_.stress()) collect();
  return refill();
}

bool Isolate::charge_effect() {
  if (++effects_ > limits_.effects) {
    stop(Limit::Effects);
    return false;
  }
  return true;
}

Value Isolate::write_output(std::string_view text) {
  output_written_ += text.size();
  if (output_written_ > limits_.output_bytes) return stop(Limit::Size, "output");
  if (!charge_bytes(text.size())) return Value::stopped();
  if (output_) output_->write(text);
  return Value::none();
}

// --- collection
// -----------------------------------------------------------------------------------

void Isolate::collect() {
  Value* top = std::max(frame_->top, top_);
  heap_.collect([&](Tracer& tracer) {
    tracer.visit_range(stack_begin_, static_cast<size_t>(top - stack_begin_));
    for (Frame* f = stack_.frames + 1; f <= frame_; ++f) {
      tracer.visit(f->function);
      tracer.visit(f->companion);
    }
    for (RootScope* r = roots; r; r = r->previous) tracer.visit_range(r->values, r->count);
    tracer.visit(pending_);
    tracer.visit(handled_);
    tracer.visit(identities_);
    tracer.visit(sdk_state);
    mark_modules(tracer);
    tracer.visit(stdlib_state);
  });
  // Registers above the top may name objects that are gone now, and a later frame would present
  // them as roots.
  char* soft_end = reinterpret_cast<char*>(stack_begin_) + stack_soft_;
  std::fill(top, reinterpret_cast<Value*>(soft_end), Value::undefined());
  ++class_epoch;  // caches point at classes that may be gone
}

}  // namespace belljar
