// One evaluation of a Program: its own heap, its own limits, its own host.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string_view>

#include "belljar/host.h"
#include "belljar/limits.h"
#include "belljar/outcome.h"
#include "belljar/program.h"

namespace belljar {

// Ends evaluations from outside. Copies share one flag; once cancelled it stays so. cancel() may be
// called from any thread and from a signal handler; the evaluation ends with Status::Limit,
// limit "cancelled", within about a tenth of a millisecond of bytecode or native work.
class Canceller {
 public:
  Canceller() : flag_(std::make_shared<std::atomic<bool>>(false)) {}
  void cancel() noexcept { flag_->store(true, std::memory_order_relaxed); }
  bool cancelled() const noexcept { return flag_->load(std::memory_order_relaxed); }
  const std::atomic<bool>* flag() const noexcept { return flag_.get(); }

 private:
  std::shared_ptr<std::atomic<bool>> flag_;
};

// What to evaluate. Without a handler the module body runs and that is all (script mode). With one,
// the module body runs, then the handler (flow mode): a function's name, "Class.method", or
// "prefetch:FIELD". Texts need not outlive the call of evaluate().
struct Invocation {
  std::string_view handler = {};
  std::string_view event_json = {};  // the event document; empty: none
  std::string_view args_json = {};   // a JSON array of further arguments; empty: none
};

struct EvaluateOptions {
  std::optional<Limits> limits = {};  // absent: the engine's
  Host* host = nullptr;               // null: every service is refused
  std::optional<Canceller> canceller = {};
  bool transcript = false;  // write Outcome::transcript
};

// Runs to the end. Never throws. Any thread; any number of evaluations of one Program at once.
// Unusable limits, a malformed document, a handler that does not exist: an Outcome with
// Status::Error whose class_name says so ("InvalidCall"), never undefined behaviour.
Outcome evaluate(const std::shared_ptr<const Program>& program, const Invocation& invocation,
                 const EvaluateOptions& options = {});

// The outcome of what Engine::compile refused, so that every evaluation has one.
Outcome refused(const CheckReport& report, std::string_view handler);

}  // namespace belljar
