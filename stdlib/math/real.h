// What the files of the math module share: a real number from an argument, and the two errors of a
// C function.
#pragma once

#include "runtime/call.h"
#include "runtime/context.h"

namespace belljar {

class RealmBuilder;
struct Module;

namespace math {

// float(v) as math takes it: floats, ints, __float__, __index__. TypeError "must be real number".
Value to_real(Context& context, Value v, double* out);
Value domain_error(Context& context);
Value range_error(Context& context);

// gamma.cc. `error`: 'd' domain, 'r' range, 0 none.
double gamma(double x, char* error);
double log_gamma(double x, char* error);

void install_integers(RealmBuilder& b, Module* module);
void install_sums(RealmBuilder& b, Module* module);

}  // namespace math
}  // namespace belljar
