// The json module's two halves, usable from C++ as well: text to values and back.
#pragma once

#include <string_view>

#include "runtime/context.h"
#include "runtime/str.h"

namespace belljar::json {

// loads()'s hooks; Undefined: none. With hooks the scanner calls back into the program.
struct LoadOptions {
  bool strict = true;
  Value object_hook;
  Value object_pairs_hook;
  Value parse_float;
  Value parse_int;
  Value parse_constant;
  Class* decode_error = nullptr;  // JSONDecodeError
};
Value load(Context& context, Str* text, const LoadOptions& options);

struct DumpOptions {
  bool skip_keys = false;
  bool ensure_ascii = true;
  bool check_circular = true;
  bool allow_nan = true;
  bool sort_keys = false;
  Value default_hook;  // Undefined: none
  bool indented = false;
  std::string_view indent;  // one level
  std::string_view item_separator = ", ";
  std::string_view key_separator = ": ";
};
Value dump(Context& context, Value value, const DumpOptions& options);

}  // namespace belljar::json
