// Sorting: a stable merge sort over natural runs that stays in bounds whatever the comparison says,
// with comparisons of ints, floats and strs that never leave C++.
#pragma once

#include "runtime/context.h"

namespace belljar {

// list.sort(key, reverse). The list is empty while key and __lt__ run; ValueError if the program
// changed it meanwhile. `key` None: the items themselves.
Value sort_list(Context& context, List* list, Value key, bool reverse);
// sorted(iterable, …): a new List.
Value sorted_list(Context& context, Value iterable, Value key, bool reverse);

}  // namespace belljar
