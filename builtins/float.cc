// float: construction, methods, special methods, hexadecimal text.
#include <charconv>
#include <cmath>
#include <string>

#include "builtins/install.h"
#include "builtins/number_methods.h"
#include "runtime/bigint.h"
#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/number_text.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"

namespace belljar {

namespace {

bool is_real(Value v) { return is_int_value(v) || v.is_float(); }

Value real_from_int(Context& context, Value v) {
  double d;
  BELLJAR_CHECK(int_to_double(context, v, &d));
  return Value::real(d);
}

Value float_new(Call& c) {
  Context& context = c.context();
  if (!c.has(1)) return Value::real(0);
  Value x = c[1];
  if (x.is_float()) return x;
  if (x.is(Kind::Instance) || x.is(Kind::NativeObject)) {
    BELLJAR_TRY(result, call_special(context, x, Atom::float_, {}));
    if (!result.is_undefined()) {
      Value number = payload(result);
      if (number.is_float()) return number;
      return context.raise(Exc::TypeError,
                           {type_name(context, c[1]), ".__float__ returned non-float (type ",
                            type_name(context, result), ")"});
    }
    if (!special_method(context, c[1], Atom::index).is_undefined()) {
      BELLJAR_TRY(index, as_index(context, c[1]));
      return real_from_int(context, index);
    }
  }
  Value part = payload(c[1]);
  if (part.is_float()) return part;
  if (is_int_value(part)) return real_from_int(context, part);
  if (part.is_str() || is_bytes_like(part)) {
    Value v = part.is_str() ? float_from_text(context, part.as<Str>()->view())
                            : float_from_text(context, bytes_view(part), true);
    // The message shows the argument itself, which may have a repr of its own.
    if ((part.same(c[1]) && !part.is(Kind::ByteArray)) || !v.is(Kind::Raised)) return v;
    context.take_pending();
    BELLJAR_TRY(text, repr(context, c[1]));
    return context.raise(Exc::ValueError,
                         {"could not convert string to float: ", text.as<Str>()->view()});
  }
  return context.raise(Exc::TypeError, {"float() argument must be a string or a real number, not '",
                                        type_name(context, c[1]), "'"});
}

Value float_is_integer(Call& c) {
  double d = c[0].as_float();
  return Value::boolean(std::isfinite(d) && d == std::floor(d));
}

Value float_self(Call& c) { return c[0]; }
Value float_zero(Call&) { return Value::real(0); }
Value float_abs(Call& c) { return Value::real(std::fabs(c[0].as_float())); }
Value float_trunc(Call& c) { return int_from_double(c.context(), c[0].as_float()); }
Value float_floor(Call& c) { return int_from_double(c.context(), std::floor(c[0].as_float())); }
Value float_ceil(Call& c) { return int_from_double(c.context(), std::ceil(c[0].as_float())); }

Value float_round_method(Call& c) {
  double d = c[0].as_float();
  if (c[1].is_none()) return int_from_double(c.context(), std::nearbyint(d));
  BELLJAR_TRY(ndigits, as_index(c.context(), c[1]));
  int64_t n = ndigits.is_int() ? ndigits.as_int() : int_sign(ndigits) < 0 ? -1000 : 1000;
  return float_round(c.context(), d, n);
}

Value float_as_integer_ratio(Call& c) {
  Context& context = c.context();
  double d = c[0].as_float();
  if (std::isinf(d)) {
    return context.raise(Exc::OverflowError, "cannot convert Infinity to integer ratio");
  }
  if (std::isnan(d)) return context.raise(Exc::ValueError, "cannot convert NaN to integer ratio");
  int exponent;
  double fraction = std::frexp(d, &exponent);
  while (fraction != std::floor(fraction)) {  // at most 53 times
    fraction *= 2;
    --exponent;
  }
  Value one = Value::integer(1);
  BELLJAR_TRY(numerator, int_from_double(context, fraction));
  Value power = Value::integer(exponent < 0 ? -exponent : exponent);
  BELLJAR_TRY(scale, int_binary(context, BinaryOp::LShift, one, power));
  Value pair[2] = {numerator, one};
  if (exponent > 0) {
    BELLJAR_TRY(scaled, int_binary(context, BinaryOp::Mul, numerator, scale));
    pair[0] = scaled;
  } else {
    pair[1] = scale;
  }
  return new_tuple(context, pair, 2);
}

// --- hexadecimal ---------------------------------------------------------------------------------

Value float_hex(Call& c) {
  Context& context = c.context();
  double d = c[0].as_float();
  if (!std::isfinite(d)) return float_to_str(context, d);
  std::string text = std::signbit(d) ? "-0x" : "0x";
  if (d == 0) return new_str(context, text + "0.0p+0");
  int exponent;
  double m = std::frexp(std::fabs(d), &exponent);
  int shift = 1 - std::max(-1021 - exponent, 0);  // 1.xxx, or 0.xxx for subnormals
  m = std::ldexp(m, shift);
  exponent -= shift;
  for (int i = 0; i < 14; ++i) {
    int digit = static_cast<int>(m);
    text += "0123456789abcdef"[digit];
    if (i == 0) text += '.';
    m = (m - digit) * 16;
  }
  text += 'p';
  text += exponent < 0 ? '-' : '+';
  text += std::to_string(exponent < 0 ? -exponent : exponent);
  return new_str(context, text);
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char lower = static_cast<char>(c | 32);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// [sign] ["0x"] hex [. hex] ["p" exponent], rounded once, half to even.
enum class HexResult { Ok, Malformed, Overflow };
HexResult parse_hex(std::string_view s, double* out) {
  s = strip_ascii_space(s);
  bool negative = !s.empty() && s.front() == '-';
  if (negative || (!s.empty() && s.front() == '+')) s.remove_prefix(1);
  std::string_view word = s;
  if (!word.empty() && hex_value(word.front()) < 0 && word.front() != '.') {
    const bool signed_twice = word.front() == '+' || word.front() == '-';
    // inf, nan
    if (signed_twice || !scan_float(&word, out) || !word.empty()) return HexResult::Malformed;
    if (negative) *out = -*out;
    return HexResult::Ok;
  }
  if (s.size() >= 2 && s[0] == '0' && (s[1] | 32) == 'x') s.remove_prefix(2);
  // 64 significant bits and a sticky bit are kept; `exponent` counts what was dropped.
  uint64_t mantissa = 0;
  bool sticky = false, point = false, digits = false;
  int64_t exponent = 0;
  size_t i = 0;
  for (; i < s.size(); ++i) {
    if (s[i] == '.' && !point) {
      point = true;
      continue;
    }
    int digit = hex_value(s[i]);
    if (digit < 0) break;
    digits = true;
    if (mantissa >> 60) {
      sticky |= digit != 0;
      if (!point) exponent += 4;
    } else {
      mantissa = mantissa << 4 | static_cast<uint64_t>(digit);
      if (point) exponent -= 4;
    }
  }
  if (!digits) return HexResult::Malformed;
  if (i < s.size() && (s[i] | 32) == 'p') {
    ++i;
    bool minus = i < s.size() && s[i] == '-';
    if (i < s.size() && (minus || s[i] == '+')) ++i;
    if (i >= s.size()) return HexResult::Malformed;
    int64_t written = 0;
    for (; i < s.size() && s[i] >= '0' && s[i] <= '9'; ++i) {
      if (written < (int64_t{1} << 50)) written = written * 10 + (s[i] - '0');
    }
    exponent += minus ? -written : written;
  }
  if (i < s.size()) return HexResult::Malformed;
  if (mantissa == 0) {
    *out = negative ? -0.0 : 0.0;
    return HexResult::Ok;
  }
  if (exponent > 5000) return HexResult::Overflow;
  if (exponent < -5000) exponent = -5000;
  uint64_t limbs[1] = {mantissa};
  double value = limbs_to_double(limbs, 1, sticky, exponent);
  if (std::isinf(value)) return HexResult::Overflow;
  *out = negative ? -value : value;
  return HexResult::Ok;
}

Value float_fromhex(Call& c) {
  Context& context = c.context();
  Value text = payload(c[1]);
  if (!text.is_str()) {
    return context.raise(Exc::TypeError, "bad argument type for built-in operation");
  }
  std::string_view view = text.as<Str>()->view();
  if (!context.charge_bytes(view.size())) return Value::stopped();
  double d = 0;
  switch (parse_hex(view, &d)) {
    case HexResult::Malformed:
      return context.raise(Exc::ValueError, "invalid hexadecimal floating-point string");
    case HexResult::Overflow:
      return context.raise(Exc::OverflowError,
                           "hexadecimal value too large to represent as a float");
    case HexResult::Ok:
      break;
  }
  if (c[0].is(Kind::Class) && c[0].as<Class>() != context.realm().of_kind(Kind::Float)) {
    return context.invoke(c[0], {Value::real(d)});
  }
  return Value::real(d);
}

constexpr NativeDef kMethods[] = {
    {"is_integer", "self, /", float_is_integer},
    {"hex", "self, /", float_hex},
    {"as_integer_ratio", "self, /", float_as_integer_ratio},
    {"conjugate", "self, /", float_self},
    {"__float__", "self, /", float_self},
    {"__int__", "self, /", float_trunc},
    {"__trunc__", "self, /", float_trunc},
    {"__floor__", "self, /", float_floor},
    {"__ceil__", "self, /", float_ceil},
    {"__abs__", "self, /", float_abs},
    {"__round__", "self, ndigits=None, /", float_round_method, kNativeCallsBack},
    {"__neg__", "self, /", unary_method<UnaryOp::Neg>},
    {"__pos__", "self, /", unary_method<UnaryOp::Pos>},
    direct<BinaryOp::Add, is_real>("__add__"),
    reflected<BinaryOp::Add, is_real>("__radd__"),
    direct<BinaryOp::Sub, is_real>("__sub__"),
    reflected<BinaryOp::Sub, is_real>("__rsub__"),
    direct<BinaryOp::Mul, is_real>("__mul__"),
    reflected<BinaryOp::Mul, is_real>("__rmul__"),
    direct<BinaryOp::TrueDiv, is_real>("__truediv__"),
    reflected<BinaryOp::TrueDiv, is_real>("__rtruediv__"),
    direct<BinaryOp::FloorDiv, is_real>("__floordiv__"),
    reflected<BinaryOp::FloorDiv, is_real>("__rfloordiv__"),
    direct<BinaryOp::Mod, is_real>("__mod__"),
    reflected<BinaryOp::Mod, is_real>("__rmod__"),
    {"__pow__", "self, value, mod=None, /", power_method<false, is_real>},
    {"__rpow__", "self, value, mod=None, /", power_method<true, is_real>},
    {"__divmod__", "self, value, /", divmod_method<false, is_real>},
    {"__rdivmod__", "self, value, /", divmod_method<true, is_real>},
    comparison<Comparison::Eq, is_real>("__eq__"),
    comparison<Comparison::Ne, is_real>("__ne__"),
    comparison<Comparison::Lt, is_real>("__lt__"),
    comparison<Comparison::Le, is_real>("__le__"),
    comparison<Comparison::Gt, is_real>("__gt__"),
    comparison<Comparison::Ge, is_real>("__ge__"),
    {"__hash__", "self, /", number_hash_method},
    {"__bool__", "self, /", truth_method},
};
constexpr NativeDef kClassMethods[] = {
    {"fromhex", "cls, string, /", float_fromhex, kNativeCallsBack},
};

}  // namespace

void install_float(RealmBuilder& b) {
  Realm& realm = b.building();
  Class* cls = b.new_class("float", nullptr, Kind::Float);
  b.constructor(cls, {"__new__", "cls, x=?, /", float_new, kNativeCallsBack});
  b.methods(cls, kMethods);
  b.methods(cls, kNumberTextMethods);
  b.methods(cls, kClassMethods, MethodKind::ClassMethod);
  b.property(cls, "real", float_self);
  b.property(cls, "imag", float_zero);
  b.member(realm.builtins, "float", Value::object(cls));
}

}  // namespace belljar
