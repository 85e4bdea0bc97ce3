// What the SDK remembers of one evaluation: the document that the handler was called with. One
// list, a root of the collector (Context::sdk_state).
#pragma once

#include "runtime/context.h"

namespace belljar::sym {

enum class State : uint8_t {
  Event,
  Users,        // dict: id -> User
  StepOutputs,  // dict
  CurrentStep,  // str
  Environment,  // of the event's flow
  Forward,      // RequestForwardContext, of the two forward hooks
  Prefetch,     // dict: field -> function
  IsPrefetch,   // True: the handler called is a prefetch reducer
  Count
};

// Undefined while unset.
Value state_get(const Context& context, State slot);
Value state_set(Context& context, State slot, Value value);

}  // namespace belljar::sym
