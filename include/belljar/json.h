// Compares JSON documents as cases.json does: numbers by value, object members in any order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace belljar {

struct JsonDifference {
  std::string path;      // "result.destinations[0].channel_id"
  std::string expected;  // JSON text; empty where there is nothing
  std::string got;
};

// Where `got` differs from `expected`, in document order, at most `most` places. `path` is what the
// two documents themselves are called. A text that is not JSON differs from everything. Never
// throws; any thread.
std::vector<JsonDifference> json_differences(std::string_view expected, std::string_view got,
                                             std::string_view path, size_t most = 50);

}  // namespace belljar
