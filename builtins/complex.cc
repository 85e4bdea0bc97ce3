// complex: construction and methods.
#include <cmath>

#include "builtins/install.h"
#include "builtins/number_methods.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"

namespace belljar {

namespace {

bool is_any_number(Value v) { return is_number(v); }

// One argument of complex(): real and imaginary part. Undefined: it is no number.
Value parts_of(Context& context, Value v, bool use_complex_method, double* real, double* imag) {
  *imag = 0;
  Value part = payload(v);
  if (v.is(Kind::Instance) || v.is(Kind::NativeObject)) {
    Roots<1> roots(context);
    roots[0] = v;
    if (use_complex_method) {
      BELLJAR_TRY(result, call_special(context, v, Atom::complex_, {}));
      if (!result.is_undefined()) {
        part = payload(result);
        if (!part.is(Kind::Complex)) {
          return context.raise(Exc::TypeError, {"__complex__ returned non-complex (type ",
                                                type_name(context, result), ")"});
        }
      }
    }
    if (!part.is(Kind::Complex)) {
      BELLJAR_TRY(result, call_special(context, roots[0], Atom::float_, {}));
      if (!result.is_undefined()) {
        part = payload(result);
        if (!part.is_float()) {
          return context.raise(
              Exc::TypeError, {type_name(context, roots[0]), ".__float__ returned non-float (type ",
                               type_name(context, result), ")"});
        }
      } else if (!special_method(context, roots[0], Atom::index).is_undefined()) {
        BELLJAR_TRY(index, as_index(context, roots[0]));
        part = index;
      }
    }
  }
  if (part.is(Kind::Complex)) {
    *real = part.as<Complex>()->real;
    *imag = part.as<Complex>()->imag;
    return Value::none();
  }
  if (part.is_float()) {
    *real = part.as_float();
    return Value::none();
  }
  if (!is_int_value(part)) return Value::undefined();
  return int_to_double(context, part, real);
}

// c: cls, real, imag.
Value complex_new(Call& c) {
  Context& context = c.context();
  if (c.has(1) && payload(c[1]).is_str()) {
    if (c.has(2)) {
      return context.raise(Exc::TypeError, "complex() can't take second arg if first is a string");
    }
    return complex_from_text(context, payload(c[1]).as<Str>()->view());
  }
  if (c.has(2) && payload(c[2]).is_str()) {
    return context.raise(Exc::TypeError, "complex() second arg can't be a string");
  }
  if (c.has(1) && !c.has(2) && c[1].is(Kind::Complex)) return c[1];
  double real = 0, imag = 0, second_real = 0, second_imag = 0;
  if (c.has(1)) {
    BELLJAR_TRY(status, parts_of(context, c[1], true, &real, &imag));
    if (status.is_undefined()) {
      return context.raise(Exc::TypeError,
                           {"complex() first argument must be a string or a number, not '",
                            type_name(context, c[1]), "'"});
    }
  }
  if (!c.has(2)) return new_complex(context, real, imag);
  BELLJAR_TRY(status, parts_of(context, c[2], false, &second_real, &second_imag));
  if (status.is_undefined()) {
    return context.raise(Exc::TypeError, {"complex() second argument must be a number, not '",
                                          type_name(context, c[2]), "'"});
  }
  // real + second * 1j; parts that were not given do not disturb signed zeros.
  if (payload(c[2]).is(Kind::Complex)) real -= second_imag;
  bool first_complex = c.has(1) && (imag != 0 || payload(c[1]).is(Kind::Complex));
  return new_complex(context, real, first_complex ? imag + second_real : second_real);
}

Value complex_real(Call& c) { return Value::real(c.self<Complex>()->real); }
Value complex_imag(Call& c) { return Value::real(c.self<Complex>()->imag); }
Value complex_self(Call& c) { return c[0]; }
Value complex_conjugate(Call& c) {
  return new_complex(c.context(), c.self<Complex>()->real, -c.self<Complex>()->imag);
}
Value complex_abs(Call& c) {
  const Complex* z = c.self<Complex>();
  double length = std::hypot(z->real, z->imag);
  if (std::isinf(length) && std::isfinite(z->real) && std::isfinite(z->imag)) {
    return c.context().raise(Exc::OverflowError, "absolute value too large");
  }
  return Value::real(length);
}

constexpr NativeDef kMethods[] = {
    {"conjugate", "self, /", complex_conjugate},
    {"__complex__", "self, /", complex_self},
    {"__abs__", "self, /", complex_abs},
    {"__neg__", "self, /", unary_method<UnaryOp::Neg>},
    {"__pos__", "self, /", unary_method<UnaryOp::Pos>},
    direct<BinaryOp::Add, is_any_number>("__add__"),
    reflected<BinaryOp::Add, is_any_number>("__radd__"),
    direct<BinaryOp::Sub, is_any_number>("__sub__"),
    reflected<BinaryOp::Sub, is_any_number>("__rsub__"),
    direct<BinaryOp::Mul, is_any_number>("__mul__"),
    reflected<BinaryOp::Mul, is_any_number>("__rmul__"),
    direct<BinaryOp::TrueDiv, is_any_number>("__truediv__"),
    reflected<BinaryOp::TrueDiv, is_any_number>("__rtruediv__"),
    {"__pow__", "self, value, mod=None, /", power_method<false, is_any_number>},
    {"__rpow__", "self, value, mod=None, /", power_method<true, is_any_number>},
    comparison<Comparison::Eq, is_any_number>("__eq__"),
    comparison<Comparison::Ne, is_any_number>("__ne__"),
    {"__hash__", "self, /", number_hash_method},
    {"__bool__", "self, /", truth_method},
};

}  // namespace

void install_complex(RealmBuilder& b) {
  Realm& realm = b.building();
  Class* cls = b.new_class("complex", nullptr, Kind::Complex);
  b.constructor(cls, {"__new__", "cls, real=?, imag=?", complex_new, kNativeCallsBack});
  b.methods(cls, kMethods);
  b.methods(cls, kNumberTextMethods);
  b.property(cls, "real", complex_real);
  b.property(cls, "imag", complex_imag);
  b.member(realm.builtins, "complex", Value::object(cls));
}

}  // namespace belljar
