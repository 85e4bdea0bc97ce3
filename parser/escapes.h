// Escape sequences of string and bytes literals.
#pragma once

#include <string>
#include <string_view>

namespace belljar {

// Appends the decoded text to *out and returns an empty string, or returns CPython's message, as in
// "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX
// escape". Sets *has_surrogates if a lone surrogate was written.
[[nodiscard]] std::string decode_string_escapes(std::string_view text, std::string* out,
                                                bool* has_surrogates);
[[nodiscard]] std::string decode_bytes_escapes(std::string_view text, std::string* out);

}  // namespace belljar
