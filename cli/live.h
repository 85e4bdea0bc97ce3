// The live world of `run`: what --allow-host and --live CONFIG.toml open. Separate from the
// command, as the file's form is a contract (docs/http.md).
#pragma once

#include <string>
#include <vector>

#include "belljar/http.h"
#include "belljar/services.h"

namespace belljar::cli {

struct LiveWorld {
  HttpPolicy http;
  ServicesConfig services;
  bool has_services = false;
};

// Reads a TOML text and the tokens that it names; `name` is the file's, for messages and for paths
// that begin beside it. Empty: good.
std::string read_live(const std::string& text, const std::string& name, LiveWorld* out);

}  // namespace belljar::cli
