// The command line as data. Only options.cc knows the library that parses it.
#pragma once

#include <string>
#include <vector>

#include "belljar/inspect.h"
#include "belljar/limits.h"

namespace belljar::cli {

enum class Command { Check, Run, Test, Record, Replay, Subset, Disasm, Version, Help };

struct Options {
  Command command = Command::Help;
  std::vector<std::string> paths;  // files, or for help the topic
  std::string profile = "sym";
  bool profile_given = false;
  std::vector<std::string> modules;  // granted beyond the profile's
  bool json = false;
  bool quiet = false;
  bool color_out = false;  // on standard output
  bool color_err = false;
  bool fail_on_warning = false;
  Limits limits;
  // run
  std::string handler;
  std::string event;  // path; empty: none
  std::string world;
  std::string now;
  std::vector<std::string> allow_hosts;
  std::string live;  // path; empty: none
  // record (as run, and)
  std::string transcript;  // path to write to
  std::string case_file;   // path; empty: none
  // replay
  std::string source;   // path of another source than the recorded one; empty: that
  std::string secrets;  // path; empty: none
  // test
  unsigned jobs = 0;  // 0: one a processor
  std::string junit;  // path to write to; empty: none
  // disasm
  Stage stage = Stage::Bytecode;
};

struct ParsedOptions {
  bool ok = false;
  Options options;
  int exit_code = 0;    // when not ok
  std::string message;  // for stdout if exit_code is 0, else for stderr
};
ParsedOptions parse_options(int argc, char** argv);

// The help of one command, or an overview; empty for an unknown topic.
std::string help_text(const std::string& topic);

}  // namespace belljar::cli
