// Default arguments of the SDK's host calls, as JSON. A world's entry may leave an argument out;
// the call then has to have been made with its default.
#pragma once

#include <string_view>

namespace belljar {

// A JSON object of the parameters that have defaults; "{}" for any other call.
std::string_view sdk_default_arguments(std::string_view call);

}  // namespace belljar
