// base64 (RFC 4648, section 4), with padding.
#pragma once

#include <string>
#include <string_view>

namespace belljar {

std::string base64(std::string_view bytes);
// Appends the bytes that `text` stands for, up to its padding. False if it is no base64.
bool from_base64(std::string_view text, std::string* out);

}  // namespace belljar
