// The methods that bytes and bytearray have in common, by family. Each works on either kind and
// gives results of its receiver's.
#pragma once

#include <span>
#include <string_view>

#include "runtime/call.h"
#include "runtime/realm_builder.h"

namespace belljar {

std::span<const NativeDef> bytes_search_methods();   // find count replace startswith …
std::span<const NativeDef> bytes_split_methods();    // split join strip partition …
std::span<const NativeDef> bytes_text_methods();     // upper isalpha center zfill expandtabs …
std::span<const NativeDef> bytes_convert_methods();  // hex decode translate
std::span<const NativeDef> bytes_class_methods();    // fromhex
std::span<const NativeDef> bytes_static_methods();   // maketrans
std::span<const NativeDef> bytes_special_methods();
std::span<const NativeDef> bytearray_methods();  // append pop extend …

// The content of a bytes-like value; TypeError "a bytes-like object is required, not 'str'". Valid
// until the program runs again.
Value bytes_argument(Context& context, Value v, std::string_view* bytes);
// An int in range(256) or __index__ of one. May call back.
Value byte_argument(Context& context, Value v, char* byte);
// A result with the receiver's kind.
Value bytes_result(Call& c, std::string_view bytes);
// The receiver's bytes [first, last): the receiver itself if that is all of a bytes.
Value bytes_part(Call& c, size_t first, size_t last);

}  // namespace belljar
