// The two forms in which an event may be given.
//
//   auto read = belljar::event_document(text);
//   if (!read.problem.empty()) …            // what is wrong with it, and where
//
// Evaluations take either form by themselves; this is for hosts that want to look inside one.
#pragma once

#include <string>
#include <string_view>

namespace belljar {

struct EventDocument {
  std::string json;     // the event document, docs/events.md
  std::string problem;  // empty: none
};

// An event of the vendor's own form (the one sent to functions and to reports) as an event
// document; any other text comes back as it is.
EventDocument event_document(std::string_view json);

}  // namespace belljar
