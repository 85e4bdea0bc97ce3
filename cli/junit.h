// Test results as JUnit's XML, which CI systems show.
#pragma once

#include <string>
#include <vector>

namespace belljar::cli {

struct JunitCase {
  std::string suite;  // cases of one suite stand together
  std::string name;
  enum Verdict { Passed, Failed, Error, Skipped } verdict = Passed;
  std::string detail;  // what failed; lines
  double seconds = 0;
};

std::string junit_xml(const std::vector<JunitCase>& cases);

}  // namespace belljar::cli
