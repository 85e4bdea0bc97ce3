// Is an outcome what a case expects?
#pragma once

#include <string>
#include <vector>

#include "belljar/json.h"
#include "belljar/outcome.h"

namespace belljar::cli {

// The places where `outcome` is not what `expect` (a JSON object; empty: a run without error) says.
// `problem` is set if `expect` itself is malformed.
std::vector<JsonDifference> expectation_differences(const std::string& expect,
                                                    const Outcome& outcome, std::string* problem);

}  // namespace belljar::cli
