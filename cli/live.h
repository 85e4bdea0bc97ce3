// The live world of `run`: what --allow-host and --live CONFIG.toml open. Separate from the
// command, as the file's form is a contract (docs/http.md).
#pragma once

#include <string>
#include <vector>

#include "belljar/http.h"

namespace belljar::cli {

// Fills the policy from a TOML text; `name` is the file's, for messages. Empty: good.
std::string read_live(const std::string& text, const std::string& name, HttpPolicy* out);

}  // namespace belljar::cli
