// Isolate: one evaluation. A heap, a value stack, frames, and the dispatch loop that runs a
// Program's code against them. One thread at a time; cancel() may come from any.
//
//   isolate.cc   life, limits, collection, modules      dispatch.cc  the loop (with ops_*.inc)
//   call.cc      every way of calling something         unwind.cc    raised: handlers, tracebacks
//   modules.cc   bodies, import
//   arguments.cc fitting arguments to Python functions  generator.cc resume, throw, close
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "interp/frame.h"
#include "runtime/context.h"
#include "runtime/module_state.h"
#include "runtime/protocol.h"

namespace belljar {

// Values that must be free behind a row of arguments: a native's defaults are filled in there.
inline constexpr size_t kCallHeadroom = 32;

// What a class attribute __abc_tpflags__ says, with CPython's numbers.
enum class PatternKind : uint8_t { Sequence = 32, Mapping = 64 };
// Where begin_class's list keeps the __class__ cell of the methods.
inline constexpr uint32_t kClassCellPart = 5;
// And the function of its metaclass that sees each name stored, or None.
inline constexpr uint32_t kStoreHookPart = 7;

// The value stack and the frames of one isolate: one reserved mapping, touched page by page as it
// is used, recycled warm.
struct StackMemory {
  void* mapping = nullptr;
  size_t bytes = 0;
  Frame* frames = nullptr;
  size_t frame_count = 0;
  Value* values = nullptr;
  size_t value_count = 0;
};
class StackPool {
 public:
  ~StackPool();
  StackMemory take(uint32_t depth);
  void give(const StackMemory& stack);

 private:
  std::mutex mutex_;
  std::vector<StackMemory> free_;
};

// Finds modules for `import`; implemented by the engine over its frozen modules.
class ModuleFinder {
 public:
  virtual ~ModuleFinder() = default;
  // Null if there is no such module in this engine's profile. `from_library`: the import stands in
  // a library module, which may import them all.
  virtual Module* find(std::string_view dotted_name, bool from_library) const = 0;
  // The code of a library module that is written in Python, else null.
  virtual const CodeUnit* library_code(std::string_view, bool /*from_library*/) const {
    return nullptr;
  }
  // Compiles text that a library module has generated, in which `names` mean their values; its
  // constants are made in `context`'s heap. Null: see `error`.
  virtual std::unique_ptr<CodeUnit> compile_generated(Context& /*context*/,
                                                      std::string_view /*source*/, Dict* /*names*/,
                                                      std::string* /*error*/) const {
    return nullptr;
  }
};

// Where print goes.
class OutputSink {
 public:
  virtual ~OutputSink() = default;
  virtual void write(std::string_view text) = 0;
};

class Isolate final : public Context {
 public:
  Isolate(ChunkPool& chunks, StackPool& stacks, const Realm& realm, const ModuleFinder& modules,
          const RuntimeLimits& limits);
  ~Isolate() override;

  // Runs a module body. None, Raised or Stopped. The unit must outlive the isolate.
  Value run_module(const CodeUnit& unit, std::string_view module_name);
  // Compiles `source` and runs it, where `names` mean their values; its variables, as a dict. Only
  // for library modules: dataclasses and namedtuple write functions.
  Value execute_source(std::string_view source, Dict* names, Str* module_name);
  // A module-level variable after run_module; Undefined if there is none.
  Value global(std::string_view name) const;
  // All of them, in slot order: (name, value).
  const ModuleState* module() const { return module_; }

  void cancel() { cancelled_.store(true, std::memory_order_relaxed); }
  // A flag of the host's that cancels too: one flag may be watched by many isolates, and may be set
  // from a signal handler. Must outlive the isolate.
  void watch_cancellation(const std::atomic<bool>* flag) { cancellation_ = flag; }
  void set_output(OutputSink* sink) { output_ = sink; }
  // The profile's builtins by name (frozen), for module variables that are not set yet.
  void set_builtins(Dict* builtins) { builtins_ = builtins; }
  Dict* builtins() const { return builtins_; }
  uint64_t output_bytes() const { return output_written_; }
  uint32_t peak_depth() const { return static_cast<uint32_t>(peak_frames_); }
  // Counts an effect against the limit; false: stopped.
  [[nodiscard]] bool charge_effect() override;
  uint32_t effects_used() const { return effects_; }
  // The door's answer to a request that nobody offers: ends the evaluation (exit 4).
  Value refuse_effect(std::string_view call) { return stop(Limit::EffectRefused, call); }

  // The frames at the time of a stop, innermost first, for the report: (code, pc).
  const std::vector<std::pair<const Code*, uint32_t>>& stop_trace() const { return stop_trace_; }

  using Context::invoke;
  // --- Context ---------------------------------------------------------------------------------
  Value invoke(Value callee, const Value* args, size_t count) override;
  Value invoke_keywords(Value callee, const Value* args, size_t count, Tuple* names) override;
  Value resume(Generator* generator, Value sent, Value* result) override;
  Value throw_into(Generator* generator, Value exception, Value* result) override;
  Value write_output(std::string_view text) override;

  // Collects now. Only for the loop's safepoints and for tests between runs.
  void collect();

 private:
  bool poll() override;
  // Slow path of the fuel check in the loop: collects if wanted, refills. False: stopped.
  bool safepoint();
  // Room for `count` more values at `top`? Extends the charged part of the stack.
  bool reserve_stack(Value* top, size_t count);

  // The dispatch loop: runs the frame on top until it returns.
  Value execute();

  // Pushes a frame for `function`, whose `argc` arguments stand at `args` on the stack. Raised or
  // Stopped if that fails.
  Value push_function(Function* function, Value* args, size_t argc, Tuple* names, uint8_t flags,
                      uint8_t destination, Object* companion);
  Value bind_arguments(Function* function, Value* args, size_t argc, Tuple* names);
  Value make_generator(Function* function, Value* args);
  Value call_native(const Native* native, Value* args, size_t argc, Tuple* names);
  // Calls what is neither a plain function nor a native, or with keywords: the general form. The
  // result, or Undefined when a frame was pushed that will deliver it.
  Value call_value(Value callee, Value* args, size_t argc, Tuple* names, uint8_t destination);
  // object.name before its arguments: `object` if a method of the class, else a cell that holds it.
  Value check_method(Value object, Str* name);
  Value call_method_slow(Frame* frame, Value* window, size_t argc, uint32_t aux, Tuple* names,
                         uint8_t destination);
  std::string callable_text(Value callee) const;
  Value call_expanded(Value* window, bool keywords, uint8_t destination);
  Value resolve_bases(Value bases);
  Value begin_class(Frame* frame, const Value* window, size_t base_count, Str* name,
                    uint8_t destination);
  Value choose_metaclass(Frame* frame, List* parts);
  Value finish_class(Object* companion);
  Value make_class_through(Value meta, Value maker, List* parts);
  Value store_in_namespace(Frame* frame, Str* name, Value value);
  Value make_function(Frame* frame, const uint32_t* captures, const Code* code, uint32_t flags,
                      const Value* defaults);
  Value call_getter(Native* getter, Value self);
  Value get_attribute_cached(Frame* frame, Value object, uint32_t aux);
  Value set_attribute_cached(Frame* frame, Value object, uint32_t aux, Value value);
  Value load_global_slow(Frame* frame, uint32_t slot);
  Value unpack(Value source, Value* out, size_t count);
  Value unpack_star(Value source, Value* out, size_t before, size_t after);
  ModuleState* new_module_state(const CodeUnit& unit, Str* name);
  Value run_body(ModuleState* state);
  Value module_variables(const ModuleState* state);
  Value import_library(const CodeUnit& unit, Str* name);
  Value find_module(std::string_view dotted);
  void mark_modules(Tracer& tracer);
  Value import_name(Str* name, bool whole);
  Value import_failed(Value name);
  Value import_from(Value module, Str* name);
  Value raise_statement(const Value* what, const Value* from, uint32_t form);
  Value raise_plain(Exc type);
  Value raise_name_error(Str* name);
  Value raise_unbound(Str* name, bool free_variable);
  void pending_frame_is_caller();
  Value load_special(Value object, Atom atom);
  Value send_to(Value iterator, Value sent, Value* returned);
  // Copies a row of arguments from a generator's registers to the stack.
  Value* copy_row(const Value* window, size_t count);
  Value prepare_range(Value* window, size_t argc);
  Value compare_truth(Value a, Value b, Comparison op);
  Value get_slice(Value object, Value start, Value stop);
  Value build_set(const Value* items, size_t count);
  Value build_dict(const Value* pairs, size_t count);
  Value extend_display(List* list, Value iterable);
  Value merge_display(Dict* dict, Value mapping, Value callee);
  Value format_value(Value v, uint32_t conversion, Value spec);
  Value concat_strings(Value* parts, size_t count);
  bool matches_as(Value v, PatternKind kind);
  Value match_get(Value mapping, Value key, Value absent);
  Value match_keys(Value subject, const Tuple* keys);
  Value match_class(Value subject, Value cls, const Tuple* shape);
  Value dict_without(Value mapping, const Tuple* keys);
  Value set_annotation(Frame* frame, Str* name, Value annotation, bool class_body);
  void set_context(Value exception);

  // Unwinds after `status`; true: a handler in a frame above the entry takes over (frame_ and its
  // pc are set); false: leave execute() with `status`.
  bool unwind(Value* status, bool reraised);
  void note_stop();
  // Inline, in generator.h.
  Value enter_generator(Generator* generator, Value sent, uint8_t flags, uint8_t destination);
  void leave_generator(Generator* generator);
  Value cannot_enter(const Generator* generator);

  StackPool& stacks_;
  const ModuleFinder& modules_;
  StackMemory stack_;
  Frame* frame_ = nullptr;  // the running frame, null before the first
  Frame* frames_end_ = nullptr;
  Value* stack_begin_ = nullptr;
  uintptr_t stack_soft_ = 0;  // bytes charged and usable without the slow path
  Value* top_ = nullptr;      // first free value while a native runs
  Value handled_;
  ModuleState* module_ = nullptr;
  std::vector<std::unique_ptr<ModuleState>> module_states_;
  std::vector<std::unique_ptr<CodeUnit>> generated_;
  Dict* imported_ = nullptr;  // library modules by name, made on first use
  std::atomic<bool> cancelled_{false};
  const std::atomic<bool>* cancellation_ = nullptr;
  uint64_t deadline_ns_ = 0;
  OutputSink* output_ = nullptr;
  Dict* builtins_ = nullptr;
  uint64_t output_written_ = 0;
  uint32_t effects_ = 0;
  size_t peak_frames_ = 0;
  std::vector<std::pair<const Code*, uint32_t>> stop_trace_;
};

}  // namespace belljar
