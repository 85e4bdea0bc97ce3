// What an uncaught exception prints: CPython 3.11's text, carets, chained causes and the folding of
// recursion included.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "interp/isolate.h"
#include "support/source.h"

namespace belljar {

// A report is made after the limits have had their say, and a program can make it grow without
// bound (notes, messages, groups of groups, one line of source for a thousand frames). So a text in
// it is cut, and once it is long nothing is added to it but what ended the program.
inline constexpr size_t kReportTextMost = 256u << 10;
inline constexpr size_t kReportMost = 1u << 20;
// The text, or its beginning and "...".
std::string clipped(std::string_view text);

// One line of a traceback. Comprehensions, which are compiled into their function, are frames here
// as in CPython.
struct TracebackFrame {
  const CodeUnit* unit;
  std::string_view function;  // bare name, "<module>", "<listcomp>" …
  Range range;
  const Tuple* locals;  // names, or null
};

// Of an exception, outermost first.
std::vector<TracebackFrame> traceback_frames(const Exception* exception);
// Of a stop: where the evaluation was, outermost first.
std::vector<TracebackFrame> stop_frames(const Isolate& isolate);

// Where to put the carets inside `segment`, the text of the failing expression: [left, right) are
// byte offsets of a binary operator or of a subscript's brackets. False: underline it all. Supplied
// by the engine, as it takes a parser.
using AnchorFinder = bool (*)(std::string_view segment, uint32_t* left, uint32_t* right);

// The text of the frames, each line behind `margin`.
void append_frames(std::string& out, const std::vector<TracebackFrame>& frames,
                   AnchorFinder anchors, std::string_view margin);
// The whole report (exception_report.cc), ending with a newline. Runs the exception's __str__,
// under the isolate's limits.
std::string exception_report(Isolate& isolate, Value exception, AnchorFinder anchors);
// Its last line without the newline: "Type: message".
std::string exception_summary(Isolate& isolate, Value exception);

}  // namespace belljar
