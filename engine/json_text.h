// JSON as the engine needs it around nlohmann's document type: parsing with a depth bound (so that
// no later walk over a document can exhaust the stack), equality by value, Python's own spacing.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace belljar {

struct JsonDifference;

// Sorted members: what a program sends is read in n log n. Ordered: files whose order a program
// sees.
using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

inline constexpr int kJsonDepthMax = 256;

// Nothing if `text` is malformed or too deep; `problem` then says what and where.
std::optional<Json> parse_json(std::string_view text, std::string* problem);
std::optional<OrderedJson> parse_ordered_json(std::string_view text, std::string* problem,
                                              int depth_max = kJsonDepthMax);

// Equal as JSON: 1 and 1.0 are, true and 1 are not; members in any order.
bool json_equal(const Json& a, const Json& b);

// Appends up to `most` differences in all.
void json_differences_into(const Json& expected, const Json& got, const std::string& path,
                           size_t most, std::vector<JsonDifference>& out);

// As Python's json.dumps(value, ensure_ascii=False).
std::string python_json(const OrderedJson& value);
// One line, no spaces; invalid UTF-8 replaced.
std::string compact_json(const Json& value);
std::string compact_json(const OrderedJson& value);
// The same cut for a message.
std::string shown_json(const Json& value);
std::string shown_text(const std::string& json);  // empty: "absent"

// "a.b[0]" one step down; a name that is not plain is quoted.
std::string json_member(const std::string& path, std::string_view name);
std::string json_item(const std::string& path, size_t index);

}  // namespace belljar
