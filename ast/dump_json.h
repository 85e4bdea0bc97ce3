// A tree as JSON: what CPython's `ast` would show, for tests and for `disasm --stage ast`.
//
// A node is {"_type": CLASS, fields in CPython's order..., "lineno", "col_offset", "end_lineno",
// "end_col_offset"}; operators and contexts are nodes without fields. A missing child is null.
// Values of constants:
//   None, True, False    null, true, false
//   int                  a number up to 2**63-1, else {"_int": "digits", "base": 2|8|10|16}
//   float                {"_float": "1.5"}, shortest form that reads back exactly; "inf" for
//   overflow imaginary            {"_complex": "1.5"}, the imaginary part str                  a
//   string; with lone surrogates {"_str": [code points]} bytes                {"_bytes": "..."}, a
//   code point per byte
//   ...                  {"_ellipsis": true}
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ast/ast.h"

namespace belljar::ast {

// Calls sink with consecutive pieces of the text. Uses no recursion.
void dump_json(const Node& root, const std::function<void(std::string_view)>& sink);

std::string dump_json(const Node& root);

}  // namespace belljar::ast
