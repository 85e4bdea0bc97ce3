// The builtin functions of numbers: abs divmod pow round hex oct bin. Numbers are answered here,
// everything else through its special method.
#include <cmath>

#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/number.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"

namespace belljar {

namespace {

Value builtin_abs(Call& c) { return absolute(c.context(), c[0]); }

Value builtin_divmod(Call& c) { return divide_modulo(c.context(), c[0], c[1]); }

Value builtin_pow(Call& c) { return power_mod(c.context(), c[0], c[1], c[2]); }

Value builtin_round(Call& c) {
  Context& context = c.context();
  Value v = c[0];
  if (c[1].is_none()) {
    if (v.is_float()) return int_from_double(context, std::nearbyint(v.as_float()));
    if (v.is_int()) return v;
  } else if (v.is_float() && c[1].is_int()) {
    return float_round(context, v.as_float(), c[1].as_int());
  }
  Value result = c[1].is_none() ? call_special(context, v, Atom::round, {})
                                : call_special(context, v, Atom::round, {c[1]});
  if (!result.is_undefined()) return result;
  return context.raise(Exc::TypeError,
                       {"type ", type_name(context, c[0]), " doesn't define __round__ method"});
}

// "-0x1f": the prefix stands behind the sign.
Value in_base(Context& context, Value v, int base, const char* prefix) {
  BELLJAR_TRY(number, as_index(context, v));
  std::string digits;
  BELLJAR_CHECK(int_to_text(context, number, base, &digits));
  digits.insert(digits[0] == '-' ? 1 : 0, prefix);
  return new_ascii_str(context, digits);
}

Value builtin_hex(Call& c) { return in_base(c.context(), c[0], 16, "0x"); }
Value builtin_oct(Call& c) { return in_base(c.context(), c[0], 8, "0o"); }
Value builtin_bin(Call& c) { return in_base(c.context(), c[0], 2, "0b"); }

constexpr NativeDef kFunctions[] = {
    {"abs", "x, /", builtin_abs, kNativeCallsBack},
    {"divmod", "x, y, /", builtin_divmod, kNativeCallsBack},
    {"pow", "base, exp, mod=None", builtin_pow, kNativeCallsBack},
    {"round", "number, ndigits=None", builtin_round, kNativeCallsBack},
    {"hex", "number, /", builtin_hex, kNativeCallsBack},
    {"oct", "number, /", builtin_oct, kNativeCallsBack},
    {"bin", "number, /", builtin_bin, kNativeCallsBack},
};

}  // namespace

void install_numeric_functions(RealmBuilder& b) { b.functions(b.building().builtins, kFunctions); }

}  // namespace belljar
