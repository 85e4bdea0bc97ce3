// The `include` and `exclude` of dict(), json() and copy(): which fields of a model, which items of
// a list, which members of a dict, at any depth.
//
// A choice is None (nothing is said), True or ... (the whole), or a dict of name or index ->
// choice. Sets of names are dicts whose values are `...`.
#pragma once

#include "runtime/context.h"

namespace belljar::sym {

// As given -> a choice. TypeError: neither a set nor a mapping.
Value choice_of(Context& context, Value given);
// The choice for the items of a sequence: negative indexes and "__all__" resolved.
Value choice_for_sequence(Context& context, Value choice, size_t length);

inline bool is_whole(Value choice) {
  return (choice.is_bool() && choice.as_bool()) || choice.is(Kind::Ellipsis);
}
// What `choice` says of one item: the whole, a choice, or None for nothing.
Value choice_of_item(Context& context, Value choice, Value key);

}  // namespace belljar::sym
