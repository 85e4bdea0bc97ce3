// Text to bytes and back: utf-8, ascii and latin-1, with error handlers.
#pragma once

#include <string_view>

#include "runtime/context.h"

namespace belljar {

// Both raise LookupError for unknown encodings and, once they are needed, unknown handlers.
Value encode_text(Context& context, Str* text, std::string_view encoding, std::string_view errors);
Value decode_bytes(Context& context, std::string_view bytes, std::string_view encoding,
                   std::string_view errors);

}  // namespace belljar
