// What the methods of a Pattern do; the functions of the module do the same after compiling.
#pragma once

#include "stdlib/re/objects.h"

namespace belljar::re {

// search, match, fullmatch: a Match or None.
Value match_once(Context& context, Pattern* pattern, Value string, Value pos, Value endpos,
                 Where where);
Value find_all(Context& context, Pattern* pattern, Value string, Value pos, Value endpos);
Value find_iter(Context& context, Pattern* pattern, Value string, Value pos, Value endpos);
Value split(Context& context, Pattern* pattern, Value string, Value maxsplit);
// sub, and with `counted` subn. Calls back; the caller holds pattern, repl and string.
Value substitute(Context& context, Pattern* pattern, Value repl, Value string, Value count,
                 bool counted);
// The next match of an iteration, or None.
Value scan(Context& context, Scanner* scanner, Where where);

}  // namespace belljar::re
