// Running a small Python program in a fuzz target, under small limits.
#pragma once

#include <string>
#include <string_view>

#include "belljar/engine.h"
#include "belljar/evaluation.h"

namespace belljar::fuzz {

// A Python bytes literal of any bytes.
std::string bytes_literal(std::string_view input);

// Runs `source`, after the line "data = b'...'" . An AssertionError in it is a finding; any other
// exception, and any limit but time, is not.
void run_with_data(std::string_view source, std::string_view input);

}  // namespace belljar::fuzz
