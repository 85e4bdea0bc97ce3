// The pending exception, or the place of a stop, as an ErrorReport.
#pragma once

#include <vector>

#include "belljar/outcome.h"
#include "interp/isolate.h"

namespace belljar {

// Takes the pending exception. May run the program's own methods (__str__, properties) within what
// is left of its limits.
ErrorReport error_report(Isolate& isolate, const CodeUnit& unit);

// Where the evaluation stood when it was stopped, outermost first.
std::vector<FrameReport> stop_report(const Isolate& isolate, const CodeUnit& unit);

}  // namespace belljar
