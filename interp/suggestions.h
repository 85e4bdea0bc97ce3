// "Did you mean: 'x'?" at the end of an uncaught exception's report.
#pragma once

#include <string_view>

#include "interp/traceback.h"

namespace belljar {

// What the program probably meant, or nothing. `frame` is the innermost of the traceback, or null.
std::string_view suggestion(Isolate& isolate, const Exception* exception,
                            const TracebackFrame* frame);

}  // namespace belljar
