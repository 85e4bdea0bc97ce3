// The report of an uncaught exception: its chain of causes, the tree of an exception group, the
// place of a SyntaxError, notes. The layout is that of CPython 3.11's pythonrun.c, restated.
//
// Every line stands behind a margin, which grows with each group that is open.
#include <algorithm>
#include <unordered_set>

#include "interp/suggestions.h"
#include "interp/traceback.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/exception_fields.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

namespace belljar {

namespace {

constexpr size_t kChainMax = 1000;
constexpr uint32_t kGroupWidth = 15;  // members of a group that are shown
constexpr int kGroupDepth = 10;

std::string text_of(Isolate& isolate, Value v, const char* failed = "<exception str() failed>") {
  Value text = to_str(isolate, v);
  if (text.is_str()) return clipped(text.as<Str>()->view());
  if (text.is(Kind::Raised)) isolate.take_pending();
  return failed;
}

std::string class_text(const Class* cls) {
  std::string out;
  const Str* module = cls->module;
  if (module && module->view() != "builtins" && module->view() != "__main__") {
    out.append(clipped(module->view())).append(".");
  }
  return out.append(clipped(cls->qualname->view()));
}

class Report {
 public:
  Report(Isolate& isolate, AnchorFinder anchors) : isolate_(isolate), anchors_(anchors) {}

  // The exception with all that led to it, the first cause first.
  void chain(Value exception) {
    enum class Link { None, Cause, Context };
    std::vector<std::pair<Value, Link>> links;
    Value at = exception;
    while (links.size() < kChainMax) {
      const Exception* e = at.as<Exception>();
      seen_.insert(e);
      links.emplace_back(at, Link::None);
      if (e->cause.is(Kind::Exception)) {
        if (seen_.count(e->cause.as_object())) break;
        links.back().second = Link::Cause;
        at = e->cause;
      } else if (e->context.is(Kind::Exception) && !e->suppress_context) {
        if (seen_.count(e->context.as_object())) break;
        links.back().second = Link::Context;
        at = e->context;
      } else {
        break;
      }
    }
    links.back().second = Link::None;
    const bool close = close_;
    for (size_t i = links.size(); i-- > 0;) {
      if (full() && (i > 0 || depth_ > 0)) continue;
      if (links[i].second != Link::None) {
        line("");
        line(links[i].second == Link::Cause
                 ? "The above exception was the direct cause of the following exception:"
                 : "During handling of the above exception, another exception occurred:");
        line("");
        close_ = close;
      }
      one(links[i].first);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  // Long enough: only what ended the program is still added.
  bool full() const { return out_.size() > kReportMost; }
  std::string margin() const {
    return depth_ == 0 ? std::string() : std::string(static_cast<size_t>(2 * depth_), ' ') + "| ";
  }
  void line(std::string_view text) { out_.append(margin()).append(text).append("\n"); }
  // A line of the tree itself stands before the margin's bar.
  void branch(std::string_view text) {
    out_.append(static_cast<size_t>(2 * depth_), ' ').append(text).append("\n");
  }

  void one(Value exception) {
    if (is_exception_group(isolate_, exception)) {
      group(exception);
    } else {
      plain(exception, false);
    }
  }

  void plain(Value exception, bool is_group) {
    const Exception* e = exception.as<Exception>();
    std::vector<TracebackFrame> frames = traceback_frames(e);
    if (!frames.empty()) {
      if (is_group && depth_ == 1) {
        branch("+ Exception Group Traceback (most recent call last):");
      } else {
        line(is_group ? "Exception Group Traceback (most recent call last):"
                      : "Traceback (most recent call last):");
      }
      append_frames(out_, frames, anchors_, margin());
    }
    Value message = exception;
    syntax_error_place(exception, &message);
    out_ += margin() + class_text(e->cls);
    if (!message.is_none()) {
      const std::string text = text_of(isolate_, message);
      if (!text.empty()) out_ += ": " + text;
    }
    std::string_view meant = suggestion(isolate_, e, frames.empty() ? nullptr : &frames.back());
    if (!meant.empty()) out_.append(". Did you mean: '").append(meant).append("'?");
    out_ += '\n';
    // A SyntaxError with a place has given way to its message, which has no notes.
    if (message.same(exception)) notes(e);
  }

  void group(Value exception) {
    if (depth_ > kGroupDepth) {
      return line("... (max_group_depth is " + std::to_string(kGroupDepth) + ")");
    }
    const bool outermost = depth_ == 0;
    if (outermost) depth_ = 1;
    plain(exception, true);
    const Value field = exception_field(isolate_, exception.as<Exception>(), kGroupExceptions);
    const Tuple* members = field.is(Kind::Tuple) ? field.as<Tuple>() : nullptr;
    const uint32_t count = members ? members->count : 0;
    const uint32_t shown = std::min(count, kGroupWidth + 1);
    close_ = false;
    for (uint32_t i = 0; i < shown && !full(); ++i) {
      const bool last = i + 1 == shown;
      const bool cut = i == kGroupWidth;
      if (last) close_ = true;
      branch(std::string(i == 0 ? "+-" : "  ") + "+---------------- " +
             (cut ? "..." : std::to_string(i + 1)) + " ----------------");
      ++depth_;
      if (cut) {
        const uint32_t left = count - kGroupWidth;
        line("and " + std::to_string(left) + " more exception" + (left > 1 ? "s" : ""));
      } else {
        chain(members->items[i]);
      }
      if (last && close_) {
        branch("+------------------------------------");
        close_ = false;
      }
      --depth_;
    }
    if (outermost) depth_ = 0;
  }

  // Where the text that it complains about has its fault; `message` is then its msg alone.
  void syntax_error_place(Value exception, Value* message) {
    Exception* e = exception.as<Exception>();
    const Realm& realm = isolate_.realm();
    if (exception_layout(isolate_, e->cls) != ExceptionLayout::Syntax) return;
    const auto field = [&](SyntaxField index) {
      Value v = exception_field(isolate_, e, index);
      return v.is_undefined() ? Value::none() : v;
    };
    const Value number = field(kSyntaxLineno);
    const Value start = field(kSyntaxOffset);
    const Value end_line = field(kSyntaxEndLineno);
    const Value end = field(kSyntaxEndOffset);
    const bool own = e->cls == realm.exception(Exc::SyntaxError);
    const auto number_or_none = [](Value v) { return v.is_none() || v.is_int_like(); };
    if (!number.is_int_like() || !number_or_none(start)) return;
    if (own && (!number_or_none(end_line) || !number_or_none(end))) return;
    const Value text = field(kSyntaxText);
    if (!text.is_none() && !text.is_str()) return;
    *message = field(kSyntaxMsg);
    const Value file = field(kSyntaxFilename);
    line("  File \"" + (file.is_none() ? std::string("<string>") : text_of(isolate_, file)) +
         "\", line " + std::to_string(number.as_int()));
    if (!text.is_str()) return;
    const std::string source = clipped(text.as<Str>()->view());
    int64_t to = own && !end.is_none() ? end.as_int() : -1;
    if (own && !end_line.is_none() && end_line.as_int() > number.as_int()) {
      to = static_cast<int64_t>(source.size());  // only the first of several lines is shown
    }
    marked_text(source, start.is_none() ? -1 : start.as_int(), to);
  }

  // The line of source, without its indentation, and carets under [from, to), counted from 1. These
  // two lines have no margin: so CPython.
  void marked_text(std::string_view text, int64_t from, int64_t to) {
    const int64_t carets = to > 0 && to > from ? to - from : 1;
    int64_t at = from - 1;
    while (!text.empty() && (text[0] == ' ' || text[0] == '\t' || text[0] == '\f')) {
      text.remove_prefix(1);
      --at;
    }
    const bool ends = !text.empty() && text.back() == '\n';
    at = std::min(at, static_cast<int64_t>(text.size() - (ends ? 1 : 0)));
    for (;;) {  // lines before the place
      const size_t newline = text.find('\n');
      if (newline == std::string_view::npos || static_cast<int64_t>(newline) >= at) break;
      text.remove_prefix(newline + 1);
      at -= static_cast<int64_t>(newline) + 1;
    }
    out_.append("    ").append(text);
    if (text.empty() || text.back() != '\n') out_ += '\n';
    if (at < 0) return;
    constexpr int64_t kMost = 1 << 16;  // of carets: a program may say any number
    out_.append(4 + static_cast<size_t>(at), ' ');
    out_.append(static_cast<size_t>(std::min(carets, kMost)), '^').append("\n");
  }

  void notes(const Exception* e) {
    if (!e->attributes) return;
    Value name = new_str(isolate_, "__notes__");
    if (!name.is_str()) return;
    const Value given = dict_get_str(isolate_, e->attributes, name.as<Str>());
    if (given.is_undefined()) return;
    Roots<1> roots(isolate_);
    // Like CPython: a sequence of notes, else the repr of whatever else was put there.
    const bool sequence = given.is(Kind::List) || given.is(Kind::Tuple) || given.is_str();
    const Value list = sequence ? tuple_from(isolate_, given) : repr(isolate_, given);
    roots[0] = list;
    if (list.is_str()) {
      out_.append(margin()).append(clipped(list.as<Str>()->view()));  // and no newline
    } else if (list.is(Kind::Tuple)) {
      for (uint32_t i = 0; i < list.as<Tuple>()->count && !full(); ++i) {
        note(text_of(isolate_, list.as<Tuple>()->items[i], "<note str() failed>"));
      }
    } else if (list.is(Kind::Raised)) {
      isolate_.take_pending();
      out_.append(margin()).append("<__notes__ repr() failed>");
    }
  }
  void note(std::string_view text) {
    while (!text.empty()) {
      const size_t newline = text.find('\n');
      out_.append(margin()).append(text.substr(0, newline));
      if (newline == std::string_view::npos) break;
      out_ += '\n';
      text.remove_prefix(newline + 1);
    }
    out_ += '\n';
  }

  Isolate& isolate_;
  AnchorFinder anchors_;
  std::unordered_set<const Object*> seen_;
  std::string out_;
  int depth_ = 0;
  bool close_ = false;  // the last member still wants its closing line
};

}  // namespace

std::string exception_summary(Isolate& isolate, Value exception) {
  std::string text = text_of(isolate, exception);
  std::string out = class_text(exception.as<Exception>()->cls);
  return text.empty() ? out : out + ": " + text;
}

std::string exception_report(Isolate& isolate, Value exception, AnchorFinder anchors) {
  Roots<1> roots(isolate);
  roots[0] = exception;
  Report report(isolate, anchors);
  report.chain(exception);
  return report.take();
}

}  // namespace belljar
