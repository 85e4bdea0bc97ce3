// The format specification mini-language:
// [[fill]align][sign][z][#][0][width][grouping][.precision][type].
//
// Only its grammar; what each type makes of a spec is in its own file.
#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/context.h"
#include "runtime/str.h"

namespace belljar {

struct FormatSpec {
  uint32_t fill = ' ';
  char align = 0;                 // < > = ^
  char sign = 0;                  // + - space, or 0
  bool no_negative_zero = false;  // z
  bool alternate = false;         // #
  char grouping = 0;              // , or _ or 0
  uint32_t type = 0;
  int64_t width = -1;  // -1: absent
  int64_t precision = -1;
};

// `spec->align` and `spec->type` hold the type's defaults beforehand ('<' and 's' for str, '>' and
// 'd' for int, '>' and 0 for float). `type_name` is for the messages.
Value parse_format_spec(Context& context, std::string_view text, std::string_view type_name,
                        FormatSpec* spec);
// ValueError "Unknown format code 'd' for object of type 'str'".
Value unknown_format_code(Context& context, uint32_t code, std::string_view type_name);

// The two of number.h and str_format.h for an instance of a derived class, which messages name.
Value append_formatted_number_of(StrBuilder& out, Value v, std::string_view spec,
                                 std::string_view type_name);
Value append_formatted_str_of(StrBuilder& out, const Str* s, std::string_view spec,
                              std::string_view type_name);

// Appends `text` (of `length` code points), padded to the spec's width by its fill and alignment;
// `=` puts the padding behind the first `prefix` bytes (sign, 0x).
void append_padded(StrBuilder& out, std::string_view text, size_t length, const FormatSpec& spec,
                   size_t prefix = 0);

}  // namespace belljar
