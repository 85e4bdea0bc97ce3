// cases.json: how a flow's handlers are called, what the host answers, what must come back.
#pragma once

#include <string>
#include <vector>

namespace belljar::cli {

struct TestCase {
  std::string name;
  std::string handler;
  std::string event;       // JSON text; empty: none
  std::string args;        // JSON array; empty: none
  std::string world;       // JSON of now, sdk, http, secrets
  std::string expect;      // JSON object; empty: it only has to run
  bool contested = false;  // what is expected is the interpreter's own choice
  std::string problem;     // why this case cannot be run; empty: it can
};

struct CaseFile {
  std::string path;
  std::string flow;     // path of the source
  std::string profile;  // empty: not given
  std::vector<TestCase> cases;
  std::string problem;  // why none of it can be run
};

CaseFile read_cases(const std::string& path);

// The case files under the paths, in order: a file as given, a folder's `cases.json` files at any
// depth, sorted. On failure `problem` says which path has none.
struct FoundCases {
  std::vector<std::string> files;
  std::string problem;
};
FoundCases find_cases(const std::vector<std::string>& paths);

}  // namespace belljar::cli
