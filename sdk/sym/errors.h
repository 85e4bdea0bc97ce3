// Raising the SDK's own exceptions from C++: those of sym.sdk.errors and sym.sdk.exceptions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/context.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

struct SrnProblem {
  Type type;
  std::string component;
  std::string detail;  // the value, or InvalidSRNError's hint
};
// One problem: its own error; several: MultipleErrors.
Value raise_srn_problems(Context& context, std::string_view srn,
                         const std::vector<SrnProblem>& problems);

// Makes the exception that a reply's {"class", "name", "message", …} names. Not raised yet; an
// unknown class gives RuntimeError.
Value exception_from_reply(Context& context, Dict* reply);

// SymRuntime:INVALID_RESULT and its kin.
Value raise_invalid_result(Context& context, std::string_view code, std::string_view message);

// Sets an attribute of an exception.
Value set_error_member(Context& context, Exception* e, Name name, Value value);

}  // namespace belljar::sym
