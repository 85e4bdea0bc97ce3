// complex: arithmetic as CPython's complexobject.c defines it, and its text.
#include <cmath>

#include "runtime/messages.h"
#include "runtime/number.h"
#include "runtime/number_text.h"
#include "runtime/str.h"

namespace belljar {

Value new_complex(Context& context, double real, double imag) {
  Complex* c = context.heap().make<Complex>(Kind::Complex);
  c->real = real;
  c->imag = imag;
  return Value::object(Kind::Complex, c);
}

namespace {

struct Pair {
  double real, imag;
};

Value to_pair(Context& context, Value v, Pair* out) {
  if (v.is(Kind::Complex)) {
    *out = {v.as<Complex>()->real, v.as<Complex>()->imag};
    return Value::none();
  }
  out->imag = 0;
  if (v.is_float()) {
    out->real = v.as_float();
    return Value::none();
  }
  return int_to_double(context, v, &out->real);
}

Pair multiply(Pair a, Pair b) {
  return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

// Smith's method; false: b is zero.
bool divide(Pair a, Pair b, Pair* out) {
  double abs_real = std::fabs(b.real), abs_imag = std::fabs(b.imag);
  if (abs_real >= abs_imag) {
    if (abs_real == 0) return false;
    double ratio = b.imag / b.real, denominator = b.real + b.imag * ratio;
    *out = {(a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator};
  } else if (abs_imag >= abs_real) {
    double ratio = b.real / b.imag, denominator = b.real * ratio + b.imag;
    *out = {(a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator};
  } else {
    *out = {NAN, NAN};
  }
  return true;
}

// False: division by zero.
bool small_integer_power(Pair base, int64_t exponent, Pair* out) {
  int64_t n = exponent < 0 ? -exponent : exponent;
  Pair result{1, 0}, power = base;
  for (int64_t mask = 1; mask > 0 && n >= mask; mask <<= 1) {
    if (n & mask) result = multiply(result, power);
    power = multiply(power, power);
  }
  *out = result;
  return exponent >= 0 || divide({1, 0}, result, out);
}

// False: an infinite angle, which the C library calls a domain error.
bool general_power(Pair a, Pair b, Pair* out) {
  double length = std::pow(std::hypot(a.real, a.imag), b.real);
  double angle = std::atan2(a.imag, a.real);
  double phase = angle * b.real;
  if (b.imag != 0) {
    length /= std::exp(angle * b.imag);
    phase += b.imag * std::log(std::hypot(a.real, a.imag));
  }
  *out = {length * std::cos(phase), length * std::sin(phase)};
  return !std::isinf(phase);
}

Value power(Context& context, Pair a, Pair b) {
  if (b.real == 0 && b.imag == 0) return new_complex(context, 1, 0);
  Pair result{0, 0};
  bool defined = true;
  if (b.imag == 0 && b.real == std::floor(b.real) && std::fabs(b.real) <= 100) {
    defined = small_integer_power(a, static_cast<int64_t>(b.real), &result);
  } else if (a.real == 0 && a.imag == 0) {
    defined = b.imag == 0 && b.real >= 0;
  } else {
    defined = general_power(a, b, &result);
  }
  if (!defined) {
    return context.raise(Exc::ZeroDivisionError, "0.0 to a negative or complex power");
  }
  if (std::isinf(result.real) || std::isinf(result.imag)) {
    return context.raise(Exc::OverflowError, "complex exponentiation");
  }
  return new_complex(context, result.real, result.imag);
}

}  // namespace

Value complex_binary(Context& context, BinaryOp op, Value a, Value b) {
  if (op == BinaryOp::FloorDiv || op == BinaryOp::Mod || op >= BinaryOp::LShift) {
    return Value::not_implemented();
  }
  Pair x, y, quotient;
  BELLJAR_CHECK(to_pair(context, a, &x));
  BELLJAR_CHECK(to_pair(context, b, &y));
  switch (op) {
    case BinaryOp::Add:
      return new_complex(context, x.real + y.real, x.imag + y.imag);
    case BinaryOp::Sub:
      return new_complex(context, x.real - y.real, x.imag - y.imag);
    case BinaryOp::Mul: {
      Pair product = multiply(x, y);
      return new_complex(context, product.real, product.imag);
    }
    case BinaryOp::TrueDiv:
      if (!divide(x, y, &quotient)) {
        return context.raise(Exc::ZeroDivisionError, "complex division by zero");
      }
      return new_complex(context, quotient.real, quotient.imag);
    case BinaryOp::Pow:
      return power(context, x, y);
    default:
      return Value::not_implemented();
  }
}

namespace {

// float_repr without ".0": the parts of a complex are written with format 'r' alone.
std::string part_text(double d) {
  std::string text = float_repr(d);
  if (text.size() > 2 && text.compare(text.size() - 2, 2, ".0") == 0) text.resize(text.size() - 2);
  return text;
}

}  // namespace

std::string complex_repr(double real, double imag) {
  if (real == 0 && !std::signbit(real)) return part_text(imag) + "j";
  std::string text = "(" + part_text(real);
  std::string second = part_text(imag);
  if (second[0] != '-') text += '+';
  return text + second + "j)";
}

Value complex_from_text(Context& context, std::string_view text) {
  auto malformed = [&] {
    return context.raise(Exc::ValueError, "complex() arg is a malformed string");
  };
  if (!context.charge_bytes(text.size())) return Value::stopped();
  if (!context.heap().fits(2 * text.size())) return context.stop_memory();  // the copies
  std::string storage;
  std::string_view s = strip_ascii_space(ascii_number_text(text, &storage));
  std::string without;
  if (s.find('_') != std::string_view::npos) {
    if (!remove_underscores(s, &without)) {
      return raise_quoting(context, Exc::ValueError, "could not convert string to complex: ", text);
    }
    s = without;
  }
  bool bracketed = !s.empty() && s.front() == '(';
  if (bracketed) {
    if (s.back() != ')') return malformed();
    s = strip_ascii_space(s.substr(1, s.size() - 2));
  }
  auto is_j = [](std::string_view rest) { return rest == "j" || rest == "J"; };
  double first, second;
  if (s.empty()) return malformed();
  if (scan_float(&s, &first)) {
    if (s.empty()) return new_complex(context, first, 0);
    if (is_j(s)) return new_complex(context, 0, first);
    if (s.front() != '+' && s.front() != '-') return malformed();
    bool negative = s.front() == '-';
    if (!scan_float(&s, &second)) {
      second = negative ? -1 : 1;  // "1+j"
      s.remove_prefix(1);
    }
    if (!is_j(s)) return malformed();
    return new_complex(context, first, second);
  }
  bool negative = s.front() == '-';
  if (s.front() == '+' || negative) s.remove_prefix(1);
  if (!is_j(s)) return malformed();
  return new_complex(context, 0, negative ? -1 : 1);
}

}  // namespace belljar
