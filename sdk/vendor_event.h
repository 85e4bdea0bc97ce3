// The vendor's own event JSON (the one that functions and reports are sent) as an event document.
#pragma once

#include <string>
#include <string_view>

#include "runtime/context.h"

namespace belljar::sym {

// Whether a document is of that form, by its members.
bool is_vendor_event(Context& context, const Dict* document);
// Its event document. False: `*problem` says what is missing or wrong, and where.
bool vendor_event_document(std::string_view json, std::string* document, std::string* problem);

}  // namespace belljar::sym
