// The exit codes, the same for every command (docs/cli.md).
#pragma once

namespace belljar::cli {

enum ExitCode : int {
  kGood = 0,       // done, and the answer is the good one
  kBad = 1,        // an uncaught exception, a failed test case
  kRefused = 2,    // the source is refused
  kLimit = 3,      // a limit was hit
  kEffect = 4,     // an effect was refused
  kUsage = 64,     // usage error, unreadable or malformed input
  kInternal = 70,  // a bug in belljar itself
};

}  // namespace belljar::cli
