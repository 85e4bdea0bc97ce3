// What `belljar record` leaves behind: the transcript, and a case that needs no more than mattered.
#pragma once

#include <memory>
#include <string>

#include "belljar/program.h"
#include "cli/options.h"

namespace belljar::cli {

// Writes the files that `options` names. Empty, or why one could not be written.
std::string write_records(const Options& options, const std::shared_ptr<const Program>& program,
                          const std::string& transcript);

// A cases.json with one case: the event without every member that does not change the decision,
// the effects that were made as answers, and the decision as what is expected. `flow`: the source's
// path as the file shall name it.
std::string minimal_case(const std::shared_ptr<const Program>& program,
                         const std::string& transcript, const std::string& flow);

}  // namespace belljar::cli
