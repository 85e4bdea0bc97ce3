// Messages of errors that quote what the program gave: built on the heap, charged and refused like
// any other text, since what is quoted may be as long as memory allows.
#pragma once

#include "runtime/context.h"
#include "runtime/str.h"

namespace belljar {

// Raises `type` with what has been collected as its message.
Value raise_message(Context& context, Exc type, StrBuilder& message);

// `before` + repr(text) + `after`.
Value raise_quoting(Context& context, Exc type, std::string_view before, std::string_view text,
                    std::string_view after = {});
// The same for the bytes of a bytes object.
Value raise_quoting_bytes(Context& context, Exc type, std::string_view before,
                          std::string_view bytes);

}  // namespace belljar
