// The SDK's slots of one evaluation.
#include "sdk/sym/state.h"

#include "runtime/list.h"
#include "runtime/object.h"

namespace belljar::sym {

Value state_get(const Context& context, State slot) {
  if (!context.sdk_state.is(Kind::List)) return Value::undefined();
  return context.sdk_state.as<List>()->items[static_cast<int>(slot)];
}

Value state_set(Context& context, State slot, Value value) {
  if (!context.sdk_state.is(Kind::List)) {
    constexpr size_t kSlots = static_cast<size_t>(State::Count);
    BELLJAR_TRY(made, new_list_reserved(context, kSlots));
    List* list = made.as<List>();
    for (size_t i = 0; i < kSlots; ++i) list->items[i] = Value::undefined();
    list->size = kSlots;
    context.sdk_state = made;
  }
  context.sdk_state.as<List>()->items[static_cast<int>(slot)] = value;
  return Value::none();
}

}  // namespace belljar::sym
