// Evaluations and their outcomes.
#include "capi/handles.h"

using belljar::capi::free_handle;
using belljar::capi::guarded;
using belljar::capi::held;
using belljar::capi::HeldOutcome;
using belljar::capi::new_handle;
using belljar::capi::require;
using belljar::capi::text_or_empty;

HeldOutcome::HeldOutcome(belljar::Outcome from)
    : outcome(std::move(from)),
      json(outcome.json()),
      error_text(outcome.error ? outcome.error->text : std::string()) {}

belljar_canceller* belljar_canceller_new(void) {
  try {
    return new_handle<belljar_canceller>({});
  } catch (...) {
    return nullptr;
  }
}
void belljar_cancel(belljar_canceller* canceller) {
  if (canceller) held(canceller).cancel();
}
void belljar_canceller_free(belljar_canceller* canceller) { free_handle(canceller); }

belljar_status belljar_evaluate(const belljar_program* program, const belljar_call* given,
                                belljar_outcome** outcome, belljar_text** problem) {
  if (outcome) *outcome = nullptr;
  return guarded(problem, [&] {
    require(program, "program");
    require(outcome, "outcome");
    const belljar_call call = belljar::capi::known_part(given);
    const std::unique_ptr<belljar::Host> host = belljar::capi::make_host(call);
    belljar::EvaluateOptions options;
    options.limits = belljar::capi::read_limits(text_or_empty(call.limits_json),
                                                held(program)->engine()->limits());
    options.host = host.get();
    if (call.canceller) options.canceller = held(call.canceller);
    options.transcript = call.transcript != 0;
    *outcome = new_handle<belljar_outcome>(
        HeldOutcome(belljar::evaluate(held(program),
                                      {text_or_empty(call.handler), text_or_empty(call.event_json),
                                       text_or_empty(call.args_json)},
                                      options)));
    return BELLJAR_OK;
  });
}

const char* belljar_outcome_json(const belljar_outcome* o) { return o ? held(o).json.c_str() : ""; }
const char* belljar_outcome_status(const belljar_outcome* o) {
  return o ? belljar::status_name(held(o).outcome.status) : "";
}
const char* belljar_outcome_result(const belljar_outcome* o) {
  return o ? held(o).outcome.result_json.c_str() : "";
}
const char* belljar_outcome_error_text(const belljar_outcome* o) {
  return o ? held(o).error_text.c_str() : "";
}
const char* belljar_outcome_output(const belljar_outcome* o) {
  return o ? held(o).outcome.output.c_str() : "";
}
const char* belljar_outcome_transcript(const belljar_outcome* o) {
  return o ? held(o).outcome.transcript.c_str() : "";
}
void belljar_outcome_free(belljar_outcome* outcome) { free_handle(outcome); }
