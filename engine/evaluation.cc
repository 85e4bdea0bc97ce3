// One evaluation, from an isolate to an Outcome.
#include "belljar/evaluation.h"

#include <exception>
#include <new>

#include "engine/engine_impl.h"
#include "engine/error_report.h"
#include "engine/host_door.h"
#include "interp/traceback.h"
#include "sdk/flow.h"

namespace belljar {
namespace {

RuntimeLimits runtime_limits(const Limits& limits) {
  RuntimeLimits out;
  out.steps = limits.steps;
  out.memory_bytes = limits.memory_bytes;
  out.depth = limits.depth;
  out.time_ns = limits.time_ns;
  out.effects = limits.effects;
  out.output_bytes = limits.output_bytes;
  return out;
}

Outcome invalid_call(std::string message) {
  Outcome out;
  out.status = Status::Error;
  out.error = ErrorReport{};
  out.error->class_name = "InvalidCall";
  out.error->text = "belljar: " + message + "\n";
  out.error->message = std::move(message);
  return out;
}

// Keeps what is printed, and passes it on as it comes.
class CollectedOutput final : public OutputSink {
 public:
  CollectedOutput(Host* host, const Redactor& redactor) : host_(host), redactor_(redactor) {}
  void write(std::string_view text) override {
    std::string clean;
    if (!redactor_.empty()) text = clean = redactor_.redact(text);
    text_ += text;
    if (!host_) return;
    try {
      host_->output(text);
    } catch (...) {
      host_ = nullptr;  // it has had its chance
    }
  }
  std::string take() { return std::move(text_); }

 private:
  Host* host_;
  const Redactor& redactor_;
  std::string text_;
};

// The module's variables, for the SDK.
class ModuleNames final : public FlowNames {
 public:
  explicit ModuleNames(Isolate& isolate) : isolate_(isolate) {}
  Value find(std::string_view name) override { return isolate_.global(name); }
  void each(void (*visit)(void*, std::string_view, Value), void* state) override {
    const ModuleState* module = isolate_.module();
    if (!module) return;
    const std::vector<Str*>& names = module->unit->slot_names;
    for (size_t i = 0; i < names.size(); ++i) {
      if (!module->slots[i].is_undefined()) visit(state, names[i]->view(), module->slots[i]);
    }
  }

 private:
  Isolate& isolate_;
};

class Evaluation {
 public:
  Evaluation(const Program::Impl& program, const Limits& limits, Host* host,
             TranscriptWriter* transcript)
      : program_(program),
        output_(host, redactor_),
        isolate_(program.engine->impl().chunks, program.engine->impl().stacks,
                 program.engine->impl().realm.realm(), program.engine->impl().modules,
                 runtime_limits(limits)),
        time_ns_(limits.time_ns),
        door_(host, isolate_, redactor_, transcript, program.engine->impl().host_functions) {
    isolate_.set_output(&output_);
    isolate_.set_builtins(program.engine->impl().builtins);
    isolate_.door = &door_;
  }

  Outcome run(const Invocation& invocation, const Canceller* canceller) {
    if (canceller) isolate_.watch_cancellation(canceller->flag());
    door_.watch(canceller ? canceller->flag() : nullptr, time_ns_);
    Outcome out;
    out.handler = invocation.handler;
    out.result_json = "null";
    Value status = isolate_.run_module(*program_.unit, "__main__");
    if (!invocation.handler.empty()) {
      ModuleNames names(isolate_);
      out.kind = handler_kind(isolate_, names, invocation.handler);
      std::string problem;
      if (!status.is_abrupt()) status = decide(invocation, names, &out.result_json, &problem);
      if (status.is_undefined()) return invalid_call(problem);
    }
    // Reading an exception may run its own methods, and so hit a limit.
    if (status.is(Kind::Raised)) {
      if (isolate_.pending().as_object()->flags & kDepthExceeded)
        out.limit = limit_name(Limit::Depth);
      out.error = error_report(isolate_, *program_.unit);
    }
    out.status = status.is(Kind::Raised) ? Status::Error : Status::Ok;
    if (isolate_.stopped_by() != Limit::None) describe_stop(out);
    if (out.status != Status::Ok) out.result_json.clear();
    out.output = output_.take();
    out.usage = {isolate_.steps_used(), isolate_.heap().peak(), isolate_.peak_depth(),
                 isolate_.effects_used()};
    if (!redactor_.empty()) redact(out);
    return out;
  }

  const Redactor& redactor() const { return redactor_; }

 private:
  void redact(Outcome& out) const {
    out.effect_reason = redactor_.redact(out.effect_reason);
    if (!out.error) return;
    out.error->message = redactor_.redact(out.error->message);
    out.error->text = redactor_.redact(out.error->text);
    if (out.error->hint) out.error->hint = redactor_.redact(*out.error->hint);
  }

  // Calls the handler and writes its result. Undefined: the call is malformed.
  Value decide(const Invocation& invocation, FlowNames& names, std::string* result,
               std::string* problem) {
    HandlerCall call{invocation.handler, invocation.event_json, invocation.args_json};
    Roots<1> roots(isolate_);
    roots[0] = call_handler(isolate_, names, call, problem);
    // No frame was running: it was the documents that went too deep, not the program.
    if (isolate_.stopped_by() == Limit::Depth && stop_frames(isolate_).empty()) {
      *problem = "a document is nested too deeply";
      return Value::undefined();
    }
    if (roots[0].is_abrupt() || roots[0].is_undefined()) return roots[0];
    return result_to_json(isolate_, invocation.handler, roots[0], result);
  }

  void describe_stop(Outcome& out) {
    out.error.reset();
    out.stopped_at = stop_report(isolate_, *program_.unit);
    if (isolate_.stopped_by() == Limit::EffectRefused) {
      out.status = Status::Effect;
      out.effect = door_.refused_call().empty() ? isolate_.stop_detail() : door_.refused_call();
      out.effect_reason = door_.reason();
    } else {
      out.status = Status::Limit;
      out.limit = limit_name(isolate_.stopped_by());
    }
  }

  const Program::Impl& program_;
  Redactor redactor_;
  CollectedOutput output_;
  Isolate isolate_;
  uint64_t time_ns_;
  HostDoor door_;
};

}  // namespace

Outcome evaluate(const std::shared_ptr<const Program>& program, const Invocation& invocation,
                 const EvaluateOptions& options) {
  if (!program) return invalid_call("there is no program");
  const Limits& limits = options.limits ? *options.limits : program->engine()->limits();
  if (std::string problem = limits.problem(); !problem.empty()) return invalid_call(problem);
  try {
    std::optional<TranscriptWriter> transcript;
    if (options.transcript) transcript.emplace();
    Evaluation evaluation(program->impl(), limits, options.host,
                          transcript ? &*transcript : nullptr);
    Outcome out = evaluation.run(invocation, options.canceller ? &*options.canceller : nullptr);
    if (transcript) {
      out.transcript = transcript->finish(*program, invocation, limits, out, evaluation.redactor());
    }
    return out;
  } catch (const std::bad_alloc&) {
    Outcome out;
    out.status = Status::Limit;
    out.limit = "memory";
    return out;
  } catch (const std::exception& e) {
    return invalid_call(std::string("internal error: ") + e.what());
  }
}

Outcome refused(const CheckReport& report, std::string_view handler) {
  Outcome out;
  out.status = Status::Refused;
  out.handler = handler;
  for (const Finding& finding : report.findings) {
    if (finding.error) out.findings.push_back(finding);
  }
  return out;
}

}  // namespace belljar
