// int and bool: construction, methods, special methods.
#include <cstring>

#include "builtins/install.h"
#include "builtins/number_methods.h"
#include "builtins/text_arguments.h"
#include "runtime/bigint.h"
#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"

namespace belljar {

namespace {

// --- construction --------------------------------------------------------------------------------

// An int from what a special method returned; Undefined if it is none.
Value int_part(Value v) {
  v = payload(v);
  return is_int_value(v) ? v : Value::undefined();
}
Value plain_int(Value v) { return v.is_bool() ? Value::integer(v.as_int()) : v; }

// A str, bytes or bytearray as a number. A message shows an object of a class
// derived from str by its own repr.
Value int_from_written(Context& context, Value v, int base) {
  Value part = payload(v);
  Value made = part.is_str() ? int_from_text(context, part.as<Str>()->view(), base)
                             : int_from_text(context, bytes_view(part), base, true);
  if (part.same(v) || !part.is_str() || !made.is(Kind::Raised) ||
      !context.pending_is(Exc::ValueError))
    return made;
  Roots<2> roots(context);
  roots[0] = context.take_pending();
  BELLJAR_TRY(message, exception_text(context, roots[0].as<Exception>()));
  roots[1] = message;
  std::string_view text = message.as<Str>()->view();
  constexpr std::string_view kStart = "invalid literal for int() with base ";
  if (!text.starts_with(kStart)) return context.raise_value(roots[0]);
  BELLJAR_TRY(shown, repr(context, v));
  const Str* s = shown.as<Str>();
  const uint32_t size = s->length > 200 ? str_offset(s, 200) : s->count;
  return context.raise(Exc::ValueError,
                       {text.substr(0, text.find(':') + 2), s->view().substr(0, size)});
}

Value int_from_object(Context& context, Value x) {
  if (x.is(Kind::Instance) || x.is(Kind::NativeObject)) {
    Roots<1> roots(context);
    roots[0] = x;
    struct Conversion {
      Atom atom;
      const char* name;
    };
    for (Conversion way : {Conversion{Atom::int_, "__int__"}, Conversion{Atom::index, "__index__"},
                           Conversion{Atom::trunc, "__trunc__"}}) {
      BELLJAR_TRY(result, call_special(context, roots[0], way.atom, {}));
      if (result.is_undefined()) continue;
      Value number = int_part(result);
      if (!number.is_undefined()) return plain_int(number);
      if (way.atom == Atom::trunc) {
        return context.raise(Exc::TypeError, {"__trunc__ returned non-Integral (type ",
                                              type_name(context, result), ")"});
      }
      return context.raise(Exc::TypeError,
                           {way.name, " returned non-int (type ", type_name(context, result), ")"});
    }
    x = roots[0];
  }
  Value part = payload(x);
  if (is_int_value(part)) return plain_int(part);
  if (part.is_float()) return int_from_double(context, part.as_float());
  if (part.is_str() || is_bytes_like(part)) return int_from_written(context, x, 10);
  return context.raise(Exc::TypeError,
                       {"int() argument must be a string, a bytes-like object or a real number, "
                        "not '",
                        type_name(context, x), "'"});
}

Value int_new(Call& c) {
  Context& context = c.context();
  if (!c.has(2)) {
    if (!c.has(1)) return Value::integer(0);
    if (c[1].is_int()) return c[1];
    return int_from_object(context, c[1]);
  }
  if (!c.has(1)) return context.raise(Exc::TypeError, "int() missing string argument");
  BELLJAR_TRY(base, as_index(context, c[2]));
  if (!base.is_int() || base.as_int() > 36 || base.as_int() < 0 || base.as_int() == 1) {
    return context.raise(Exc::ValueError, "int() base must be >= 2 and <= 36, or 0");
  }
  Value text = payload(c[1]);
  int radix = static_cast<int>(base.as_int());
  if (text.is_str() || is_bytes_like(text)) return int_from_written(context, c[1], radix);
  return context.raise(Exc::TypeError, "int() can't convert non-string with explicit base");
}

Value bool_new(Call& c) { return truth(c.context(), c[1]); }

// --- methods -------------------------------------------------------------------------------------

Value int_bit_length_method(Call& c) {
  return Value::integer(static_cast<int64_t>(int_bit_length(c[0])));
}

Value int_bit_count(Call& c) {
  IntView v(c[0]);
  if (!c.context().charge(v.count / 16 + 1)) return Value::stopped();
  int64_t count = 0;
  for (uint32_t i = 0; i < v.count; ++i) count += __builtin_popcountll(v.limbs[i]);
  return Value::integer(count);
}

Value byteorder_argument(Context& context, const char* function, Value v, bool* big) {
  Value text = payload(v);
  if (!text.is_str()) {
    return not_a_str(context, std::string(function) + "() argument 'byteorder'", v);
  }
  std::string_view name = text.as<Str>()->view();
  if (name != "big" && name != "little") {
    return context.raise(Exc::ValueError, "byteorder must be either 'little' or 'big'");
  }
  *big = name == "big";
  return Value::none();
}

// c: self, length, byteorder, signed.
Value int_to_bytes(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(length_value, as_index(context, c[1]));
  bool big;
  BELLJAR_CHECK(byteorder_argument(context, "to_bytes", c[2], &big));
  BELLJAR_TRY(is_signed, truth(context, c[3]));
  if (!length_value.is_int()) {
    return context.raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
  }
  int64_t length = length_value.as_int();
  if (length < 0) return context.raise(Exc::ValueError, "length argument must be non-negative");
  IntView v(c[0]);
  if (v.negative && !is_signed.as_bool()) {
    return context.raise(Exc::OverflowError, "can't convert negative int to unsigned");
  }
  // The bits that two's complement needs, its sign bit included.
  uint64_t bits = v.bits();
  if (is_signed.as_bool()) {
    bool power_of_two = v.count > 0 && (v.limbs[v.count - 1] & (v.limbs[v.count - 1] - 1)) == 0;
    for (uint32_t i = 0; power_of_two && i + 1 < v.count; ++i) power_of_two = v.limbs[i] == 0;
    if (!(v.negative && power_of_two) && v.count > 0) ++bits;
  }
  uint64_t room;
  if (__builtin_mul_overflow(static_cast<uint64_t>(length), uint64_t{8}, &room)) {
    return context.stop_memory();
  }
  bool nothing = length == 0 && v.negative && v.count == 1 && v.limbs[0] == 1;  // -1 in no bytes
  if (bits > room && !nothing) return context.raise(Exc::OverflowError, "int too big to convert");
  if (!context.heap().fits(static_cast<size_t>(length))) return context.stop_memory();
  if (!context.charge_bytes(static_cast<uint64_t>(length))) return Value::stopped();
  if (length == 0) return new_bytes(context, "");
  Bytes* out = new_bytes_uninitialised(context, static_cast<size_t>(length));
  if (!out) return context.stop_memory();
  uint64_t borrow = 1;  // two's complement: invert and add one, a limb at a time
  for (size_t i = 0; i < static_cast<size_t>(length); i += 8) {
    uint64_t limb = i / 8 < v.count ? v.limbs[i / 8] : 0;
    if (v.negative) {
      limb = ~limb;
      borrow = __builtin_add_overflow(limb, borrow, &limb);
    }
    for (size_t k = 0; k < 8 && i + k < static_cast<size_t>(length); ++k) {
      size_t at = big ? static_cast<size_t>(length) - 1 - i - k : i + k;
      out->bytes[at] = static_cast<char>(limb >> (8 * k));
    }
  }
  return seal_bytes(context, out);
}

Value int_from_byte_string(Context& context, std::string_view bytes, bool big, bool is_signed) {
  if (!context.charge_bytes(bytes.size())) return Value::stopped();
  if (bytes.size() > context.limits().int_bits / 8) return context.stop_size();
  size_t count = bytes.size() / 8 + 1;
  Limbs limbs(context, count);
  if (!limbs) return context.stop_memory();
  std::memset(limbs.data(), 0, count * sizeof(uint64_t));
  auto byte_at = [&](size_t i) {  // least significant first
    return static_cast<unsigned char>(bytes[big ? bytes.size() - 1 - i : i]);
  };
  for (size_t i = 0; i < bytes.size(); ++i) limbs[i / 8] |= uint64_t{byte_at(i)} << (i % 8 * 8);
  bool negative = is_signed && !bytes.empty() && (byte_at(bytes.size() - 1) & 0x80);
  if (negative) {
    for (size_t i = bytes.size(); i < count * 8; ++i) limbs[i / 8] |= uint64_t{0xFF} << (i % 8 * 8);
    uint64_t carry = 1;
    for (size_t i = 0; i < count; ++i) {
      carry = __builtin_add_overflow(~limbs[i], carry, &limbs[i]);
    }
  }
  return int_from_limbs(context, limbs.data(), count, negative);
}

// c: cls, bytes, byteorder, signed.
Value int_from_bytes(Call& c) {
  Context& context = c.context();
  bool big;
  BELLJAR_CHECK(byteorder_argument(context, "from_bytes", c[2], &big));
  BELLJAR_TRY(is_signed, truth(context, c[3]));
  Value source = payload(c[1]);
  Value number;
  if (is_bytes_like(source)) {
    number = int_from_byte_string(context, bytes_view(source), big, is_signed.as_bool());
  } else if (source.is_str() || is_number(source)) {
    return context.raise(Exc::TypeError,
                         {"cannot convert '", type_name(context, c[1]), "' object to bytes"});
  } else {
    StrBuilder content(context);
    BELLJAR_CHECK(bytes_from_items(context, c[1], content, "bytes"));
    if (content.failed()) return context.stop_memory();
    number = int_from_byte_string(context, content.view(), big, is_signed.as_bool());
  }
  BELLJAR_CHECK(number);
  if (c[0].is(Kind::Class) && c[0].as<Class>() != context.realm().of_kind(Kind::Int)) {
    return context.invoke(c[0], {number});
  }
  return number;
}

Value int_self(Call& c) { return plain_int(c[0]); }
Value int_zero(Call&) { return Value::integer(0); }
Value int_one(Call&) { return Value::integer(1); }

Value int_as_integer_ratio(Call& c) {
  Value pair[2] = {plain_int(c[0]), Value::integer(1)};
  return new_tuple(c.context(), pair, 2);
}

Value int_float(Call& c) {
  double d;
  BELLJAR_CHECK(int_to_double(c.context(), c[0], &d));
  return Value::real(d);
}

Value int_abs(Call& c) {
  return int_sign(c[0]) < 0 ? int_negate(c.context(), c[0]) : plain_int(c[0]);
}

Value int_round_method(Call& c) {
  if (!c.has(1)) return plain_int(c[0]);
  BELLJAR_TRY(ndigits, as_index(c.context(), c[1]));
  return int_round(c.context(), c[0], ndigits);
}

constexpr NativeDef kMethods[] = {
    {"bit_length", "self, /", int_bit_length_method},
    {"bit_count", "self, /", int_bit_count},
    {"to_bytes", "self, length=1, byteorder='big', *, signed=False", int_to_bytes,
     kNativeCallsBack},
    {"as_integer_ratio", "self, /", int_as_integer_ratio},
    {"conjugate", "self, /", int_self},
    {"__int__", "self, /", int_self},
    {"__index__", "self, /", int_self},
    {"__trunc__", "self, /", int_self},
    {"__floor__", "self, /", int_self},
    {"__ceil__", "self, /", int_self},
    {"__float__", "self, /", int_float},
    {"__abs__", "self, /", int_abs},
    {"__round__", "self, ndigits=?, /", int_round_method, kNativeCallsBack},
    {"__neg__", "self, /", unary_method<UnaryOp::Neg>},
    {"__pos__", "self, /", unary_method<UnaryOp::Pos>},
    {"__invert__", "self, /", unary_method<UnaryOp::Invert>},
    direct<BinaryOp::Add, is_int_value>("__add__"),
    reflected<BinaryOp::Add, is_int_value>("__radd__"),
    direct<BinaryOp::Sub, is_int_value>("__sub__"),
    reflected<BinaryOp::Sub, is_int_value>("__rsub__"),
    direct<BinaryOp::Mul, is_int_value>("__mul__"),
    reflected<BinaryOp::Mul, is_int_value>("__rmul__"),
    direct<BinaryOp::TrueDiv, is_int_value>("__truediv__"),
    reflected<BinaryOp::TrueDiv, is_int_value>("__rtruediv__"),
    direct<BinaryOp::FloorDiv, is_int_value>("__floordiv__"),
    reflected<BinaryOp::FloorDiv, is_int_value>("__rfloordiv__"),
    direct<BinaryOp::Mod, is_int_value>("__mod__"),
    reflected<BinaryOp::Mod, is_int_value>("__rmod__"),
    direct<BinaryOp::LShift, is_int_value>("__lshift__"),
    reflected<BinaryOp::LShift, is_int_value>("__rlshift__"),
    direct<BinaryOp::RShift, is_int_value>("__rshift__"),
    reflected<BinaryOp::RShift, is_int_value>("__rrshift__"),
    direct<BinaryOp::And, is_int_value>("__and__"),
    reflected<BinaryOp::And, is_int_value>("__rand__"),
    direct<BinaryOp::Or, is_int_value>("__or__"),
    reflected<BinaryOp::Or, is_int_value>("__ror__"),
    direct<BinaryOp::Xor, is_int_value>("__xor__"),
    reflected<BinaryOp::Xor, is_int_value>("__rxor__"),
    {"__pow__", "self, value, mod=None, /", power_method<false, is_int_value>},
    {"__rpow__", "self, value, mod=None, /", power_method<true, is_int_value>},
    {"__divmod__", "self, value, /", divmod_method<false, is_int_value>},
    {"__rdivmod__", "self, value, /", divmod_method<true, is_int_value>},
    comparison<Comparison::Eq, is_int_value>("__eq__"),
    comparison<Comparison::Ne, is_int_value>("__ne__"),
    comparison<Comparison::Lt, is_int_value>("__lt__"),
    comparison<Comparison::Le, is_int_value>("__le__"),
    comparison<Comparison::Gt, is_int_value>("__gt__"),
    comparison<Comparison::Ge, is_int_value>("__ge__"),
    {"__hash__", "self, /", number_hash_method},
    {"__bool__", "self, /", truth_method},
};
constexpr NativeDef kClassMethods[] = {
    {"from_bytes", "cls, bytes, byteorder='big', *, signed=False", int_from_bytes,
     kNativeCallsBack},
};

}  // namespace

void install_int(RealmBuilder& b) {
  Realm& realm = b.building();
  Class* cls = b.new_class("int", nullptr, Kind::Int);
  realm.classes[static_cast<int>(Kind::BigInt)] = cls;
  b.constructor(cls, {"__new__", "cls, x=?, /, base=?", int_new, kNativeCallsBack});
  b.methods(cls, kMethods);
  b.methods(cls, kNumberTextMethods);
  b.methods(cls, kClassMethods, MethodKind::ClassMethod);
  b.property(cls, "real", int_self);
  b.property(cls, "imag", int_zero);
  b.property(cls, "numerator", int_self);
  b.property(cls, "denominator", int_one);
  b.member(realm.builtins, "int", Value::object(cls));

  Class* boolean = b.new_class("bool", cls, Kind::Bool, kFinal);
  b.constructor(boolean, {"__new__", "cls, x=False, /", bool_new, kNativeCallsBack});
  b.member(realm.builtins, "bool", Value::object(boolean));
}

}  // namespace belljar
