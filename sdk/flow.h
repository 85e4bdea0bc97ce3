// What the engine needs of the SDK: events in, handler called, results and errors out.
//
// All JSON forms are those of the SDK specification's section on the host interface: event
// documents, `args`, results with "$type". Conversions are bounded in depth and size and charged.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/context.h"

namespace belljar {

// Finds a module-level name of the flow: a function, a class … Undefined if there is none.
class FlowNames {
 public:
  virtual ~FlowNames() = default;
  virtual Value find(std::string_view name) = 0;
  // Every module-level value in order (for prefetch reducers, strategies).
  virtual void each(void (*visit)(void* state, std::string_view name, Value value),
                    void* state) = 0;
};

struct HandlerCall {
  std::string_view handler;     // "on_request", "Class.method", "prefetch:FIELD" …
  std::string_view event_json;  // empty: none
  std::string_view args_json;   // a JSON array; empty: none
};

// Calls the handler as its name asks for. Undefined: no such handler (`problem` says what is
// missing, for the host). Malformed JSON: Undefined as well.
Value call_handler(Context& context, FlowNames& names, const HandlerCall& call,
                   std::string* problem);

// Checks what the handler returned against what it may return and writes it as JSON. None, or
// Raised with the InvalidResult error pending, or Stopped.
Value result_to_json(Context& context, std::string_view handler, Value result, std::string* json);

// An exception as the envelope's "error" member has it.
struct ErrorDescription {
  std::string class_name;
  std::string code;  // empty: null
  std::string message;
  std::string hint;         // empty: null
  bool hides_line = false;  // raised outside the flow (result check): "line" is null
};
ErrorDescription describe_error(Context& context, Value exception);

// "hook", "reducer", "prefetch", "other": the envelope's "kind".
std::string_view handler_kind(Context& context, FlowNames& names, std::string_view handler);

}  // namespace belljar
