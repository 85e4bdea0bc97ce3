// Exceptions and stops as public data.
#include "engine/error_report.h"

#include "engine/anchors.h"
#include "interp/traceback.h"
#include "sdk/flow.h"

namespace belljar {
namespace {

constexpr size_t kMostFrames =
    1000;  // of a traceback handed out: the outermost and innermost halves

std::optional<std::string> unless_empty(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

void add_frames(const std::vector<TracebackFrame>& frames, const CodeUnit& unit,
                ErrorReport& report) {
  for (size_t i = 0; i < frames.size(); ++i) {
    const TracebackFrame& frame = frames[i];
    if (frame.unit != &unit) continue;
    report.line = frame.range.line;
    if (i >= kMostFrames / 2 && i + kMostFrames / 2 < frames.size()) continue;
    report.traceback.push_back({frame.range.line, std::string(frame.function)});
  }
}

}  // namespace

ErrorReport error_report(Isolate& isolate, const CodeUnit& unit) {
  Roots<1> roots(isolate);
  roots[0] = isolate.take_pending();
  ErrorReport out;
  add_frames(traceback_frames(roots[0].as<Exception>()), unit, out);
  ErrorDescription description = describe_error(isolate, roots[0]);
  if (isolate.has_pending()) isolate.take_pending();
  out.class_name = std::move(description.class_name);
  out.message = clipped(description.message);
  out.code = unless_empty(clipped(description.code));
  out.hint = unless_empty(clipped(description.hint));
  if (description.hides_line) {
    out.line.reset();
    out.traceback.clear();
  }
  out.text = exception_report(isolate, roots[0], find_anchors);
  if (isolate.has_pending()) isolate.take_pending();
  return out;
}

std::vector<FrameReport> stop_report(const Isolate& isolate, const CodeUnit& unit) {
  ErrorReport report;
  add_frames(stop_frames(isolate), unit, report);
  return std::move(report.traceback);
}

}  // namespace belljar
