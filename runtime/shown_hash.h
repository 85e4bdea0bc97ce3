// What hash() has shown for texts, so that an object whose __hash__ gives hash(text) meets that
// text in a table.
//
// The table hash of a text is keyed, what hash() shows is not, and neither follows from the other.
// So hash(text), when the program calls it, is noted with the table hash; a number that a __hash__
// of the program returns is looked up here. Nothing is ever forgotten: the same number must always
// lead to the same place.
#pragma once

#include "runtime/context.h"

namespace belljar {

// False: no memory.
[[nodiscard]] bool note_shown_hash(Context& context, int64_t shown, uint64_t table_hash);
// The table hash of the text that showed this number; false: none did.
bool find_shown_hash(const Context& context, int64_t shown, uint64_t* table_hash);

}  // namespace belljar
