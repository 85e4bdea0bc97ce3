// Where a traceback's carets go inside an expression: found by parsing its text, as CPython does.
#pragma once

#include <cstdint>
#include <string_view>

namespace belljar {

// An AnchorFinder (interp/traceback.h).
bool find_anchors(std::string_view segment, uint32_t* left, uint32_t* right);

}  // namespace belljar
