// The commands. Each takes the parsed command line and returns the exit code.
#pragma once

#include "belljar/engine.h"
#include "belljar/evaluation.h"
#include "cli/files.h"
#include "cli/options.h"

namespace belljar::cli {

int check_command(const Options& options, Output& out);
int run_command(const Options& options, Output& out);  // `record`, too
int replay_command(const Options& options, Output& out);
int test_command(const Options& options, Output& out);
int subset_command(const Options& options, Output& out);
int disasm_command(const Options& options, Output& out);

// Cancelled by SIGINT and SIGTERM.
Canceller interruption();

// For a bad input file: the message to stderr, the exit code.
int input_error(std::string_view problem);

// The engine of a profile; null after a message (a bug: the profile and limits were checked).
std::shared_ptr<const Engine> make_engine(const std::string& profile, const Options& options);

}  // namespace belljar::cli
