// What is wrong with a text that the parser refused.
#pragma once

#include "parser/recursive_descent.h"

namespace belljar::diagnose {

// Sets the session's error, or replaces the one that is there by one that CPython reports first.
void diagnose(Parser& parser);

}  // namespace belljar::diagnose
