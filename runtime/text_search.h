// Substring search over bytes, for str and bytes alike: UTF-8 needles are found only at code point
// borders, so text needs nothing more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "runtime/context.h"

namespace belljar {

inline constexpr size_t kNotFound = static_cast<size_t>(-1);

// First and last occurrence. The needle is not empty. find_bytes is linear whatever the bytes;
// rfind_bytes adds to `*work` the bytes it has compared (its worst case is the product).
size_t find_bytes(std::string_view haystack, std::string_view needle, size_t from = 0);
size_t rfind_bytes(std::string_view haystack, std::string_view needle, uint64_t* work);
// Occurrences that do not overlap, at most `limit`.
size_t count_bytes(std::string_view haystack, std::string_view needle, size_t limit = SIZE_MAX);
// All of them, as an int, charged by the occurrence: many short ones take longer than their bytes.
Value count_occurrences(Context& context, std::string_view haystack, std::string_view needle);

}  // namespace belljar
