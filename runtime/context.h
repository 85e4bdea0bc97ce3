// Context: what every runtime function is handed. One evaluation's heap, its realm of built-in
// objects, its fuel, and the two abnormal results.
//
// The error protocol. A function that can fail returns a Value; Raised means that an exception is
// pending here, Stopped that a limit was hit. Callers pass both on at once (BELLJAR_TRY). Only the
// dispatch loop turns Raised into a jump to a handler, and nothing ever turns Stopped into anything
// else: that is why a limit cannot be caught.
//
// Fuel. `slice` counts down; bytecode charges at back edges and calls, natives through charge() in
// proportion to their work. Below zero the slow path looks at the step limit, the deadline, the
// cancel flag and the heap. It never collects: only the dispatch loop does.
//
// interp's Isolate derives from it and supplies what needs frames (invoke, resume).
#pragma once

#include <atomic>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "runtime/heap.h"
#include "runtime/realm.h"
#include "runtime/value.h"

namespace belljar {

class Door;

// What an evaluation may use. All finite; 0 is refused by the engine's builder.
struct RuntimeLimits {
  uint64_t steps = 100'000'000;
  uint64_t memory_bytes = 256u << 20;
  uint32_t depth = 1000;              // nested calls of Python functions
  uint64_t time_ns = 10'000'000'000;  // of execution, monotonic
  uint32_t effects = 1000;
  uint64_t output_bytes = 1u << 20;
  uint32_t int_bits = 1u << 25;  // of one integer
};

enum class Limit : uint8_t {
  None,
  Steps,
  Memory,
  Depth,
  Time,
  Size,
  Effects,
  Cancelled,
  EffectRefused
};
// "steps", "memory" …
std::string_view limit_name(Limit limit);

// Values that must survive a call back into the program, held by a native. Scoped, LIFO.
class RootScope {
 public:
  RootScope(Context& context, Value* values, size_t count);
  ~RootScope();
  RootScope(const RootScope&) = delete;
  RootScope& operator=(const RootScope&) = delete;

  Value* values;
  size_t count;
  RootScope* previous;

 private:
  Context& context_;
};
template <size_t N>
struct Roots {
  explicit Roots(Context& context) : scope(context, value, N) {}
  Value& operator[](size_t i) { return value[i]; }
  Value value[N];
  RootScope scope;
};

class Context {
 public:
  Context(ChunkPool& pool, const Realm& realm, const RuntimeLimits& limits, bool frozen_heap);
  virtual ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  const Realm& realm() const { return realm_; }
  Heap& heap() { return heap_; }
  const RuntimeLimits& limits() const { return limits_; }

  // --- fuel ---------------------------------------------------------------------------------
  // Takes `n` steps; false: the evaluation has stopped, return Value::stopped() at once.
  [[nodiscard]] bool charge(uint64_t n) {
    slice -= static_cast<int64_t>(n);
    return __builtin_expect(slice >= 0, 1) || refill();
  }
  // For byte-wise work (copy, compare, search): one step each 16 bytes.
  [[nodiscard]] bool charge_bytes(uint64_t bytes) { return charge(bytes / 16 + 1); }
  uint64_t steps_used() const { return granted_ - static_cast<uint64_t>(slice + stash); }
  // The hot counter; `stash` holds what an alarm has taken from it.
  int64_t slice = 0;
  int64_t stash = 0;

  // --- the two abnormal results -------------------------------------------------------------
  // A new exception of a built-in class; the message is the concatenation of `parts`.
  Value raise(Exc type, std::initializer_list<std::string_view> parts);
  Value raise(Exc type, std::string_view message) { return raise(type, {message}); }
  Value raise(Exc type, const char* message) { return raise(type, {std::string_view(message)}); }
  // With given args (KeyError(key)).
  Value raise_with(Exc type, Value argument);
  Value raise_class(Class* type, std::initializer_list<std::string_view> parts);
  // Makes `exception` (an Exception object) the pending one.
  Value raise_value(Value exception);
  bool has_pending() const { return !pending_.is_undefined(); }
  Value pending() const { return pending_; }
  // Forgets the pending exception and returns it: a native that handles it.
  Value take_pending() {
    Value e = pending_;
    pending_ = Value::undefined();
    return e;
  }
  // True if the pending exception is of the class (then usually take_pending()).
  bool pending_is(Exc type) const;

  Value stop(Limit limit, std::string_view detail = {});
  Limit stopped_by() const { return stopped_by_; }
  const std::string& stop_detail() const { return stop_detail_; }
  Value stop_memory() { return stop(Limit::Memory); }
  // A value larger than any single value may be.
  Value stop_size() { return stop(Limit::Memory); }

  // --- calls into the program ----------------------------------------------------------------
  // Calls any callable. The arguments are copied to the stack first; afterwards every raw pointer
  // that was not held in Roots may dangle.
  virtual Value invoke(Value callee, const Value* args, size_t count) = 0;
  // The last names->count of `args` are keyword arguments.
  virtual Value invoke_keywords(Value callee, const Value* args, size_t count, Tuple* names) = 0;
  // next()/send(value): the value yielded, Undefined when it has returned (its value: result).
  virtual Value resume(Generator* generator, Value sent, Value* result) = 0;
  virtual Value throw_into(Generator* generator, Value exception, Value* result) = 0;
  Value invoke(Value callee, std::initializer_list<Value> args) {
    return invoke(callee, args.begin(), args.size());
  }

  // --- recursion ------------------------------------------------------------------------------
  // For every native recursion over data (repr, ==, hash, json): see DepthGuard.
  [[nodiscard]] bool enter_native();
  void leave_native() { --native_depth_; }
  // Raises RecursionError, as CPython does, on an exception that is marked (kDepthExceeded): the
  // host can tell the limit from a program's own RecursionError.
  Value depth_exceeded();

  // --- identity, output, door ------------------------------------------------------------------
  // Running numbers, never addresses.
  int64_t identity_of(Value v);
  // A NaN that is no other one: `is` and containers tell floats by their bits.
  double fresh_nan();
  virtual Value write_output(std::string_view text) = 0;  // None, or Stopped(size)
  Door* door = nullptr;
  // Counts one effect against the limit; false: stopped. The host's door calls it for each request.
  [[nodiscard]] virtual bool charge_effect() { return true; }
  // What sdk/ remembers of the evaluation (sdk/sym/state.h); a root.
  Value sdk_state;
  // What the modules of stdlib/ remember of it (the patterns that re has compiled); a root.
  Value stdlib_state;
  // The texts whose hash the program has seen: shown_hash.cc.
  struct ShownHashes* shown_hashes = nullptr;

  // True only while a realm is being built: frozen objects may still be completed.
  virtual bool realm_is_open() const { return false; }
  RootScope* roots = nullptr;
  struct ReprLink* reprs = nullptr;  // the containers whose repr is being written: repr.cc
  // Changes when an attribute of a class changes: what attribute caches remember is then void.
  uint32_t class_epoch = 1;
  struct ClassLookup* lookups = nullptr;  // what class_lookup found lately: class_lookup.h; or null

 protected:
  friend class RootScope;
  // Out of fuel, or an alarm. False: stopped. Overridden part: deadline and cancellation.
  bool refill();
  virtual bool poll() { return true; }

  const Realm& realm_;
  RuntimeLimits limits_;
  Heap heap_;
  Value pending_;
  Limit stopped_by_ = Limit::None;
  std::string stop_detail_;
  uint64_t granted_ = 0;
  uint32_t native_depth_ = 0;
  uint32_t nans_ = 0;
  uint32_t native_depth_max_ = 400;
  const char* stack_floor_ = nullptr;  // C++ stack: lowest address that recursion may reach
  Value identities_;                   // dict from object to number, made on first use
};

// Counts one level of native recursion. `if (!guard) return context.depth_exceeded();`
class DepthGuard {
 public:
  explicit DepthGuard(Context& context) : context_(context), entered_(context.enter_native()) {}
  ~DepthGuard() {
    if (entered_) context_.leave_native();
  }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;
  explicit operator bool() const { return entered_; }

 private:
  Context& context_;
  bool entered_;
};

// The scope outlives the pointer: its destructor takes it away, which GCC 12 does not see.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdangling-pointer"
#endif
inline RootScope::RootScope(Context& context, Value* v, size_t n)
    : values(v), count(n), previous(context.roots), context_(context) {
  context.roots = this;
}
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif
inline RootScope::~RootScope() { context_.roots = previous; }

}  // namespace belljar
