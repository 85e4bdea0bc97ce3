// Dates in documents and results. They are the datetime module's, reached through its classes, so
// that the SDK does not depend on how that module keeps them.
#pragma once

#include <string_view>

#include "runtime/context.h"

namespace belljar::sym {

// "datetime" or "date" from ISO 8601; ValueError if the text is none.
Value date_from_iso(Context& context, const char* type, std::string_view text);
// "datetime", "date", "timedelta" or null.
const char* date_type_of(const Context& context, Value v);
Value date_text(Context& context, Value v);         // v.isoformat()
Value duration_seconds(Context& context, Value v);  // v.total_seconds()

}  // namespace belljar::sym
