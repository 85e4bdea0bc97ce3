// format(number, spec): int, bool, float, complex. Digits are made plain first, then laid out with
// sign, prefix, grouping and padding by one function for all types.
#include <charconv>
#include <cmath>
#include <cstring>

#include "runtime/class.h"
#include "runtime/format_spec.h"
#include "runtime/number.h"
#include "runtime/number_text.h"
#include "runtime/str.h"

namespace belljar {

namespace {

// A number's plain text, taken apart.
struct Plain {
  bool negative = false;
  std::string_view prefix = "";  // 0x …
  std::string_view digits = "";  // before point and exponent; these are grouped
  std::string_view rest = "";    // point, fraction, exponent, % or inf, nan
};

char sign_of(const FormatSpec& spec, bool negative) {
  if (negative) return '-';
  return spec.sign == '+' || spec.sign == ' ' ? spec.sign : '\0';
}

// Digits with separators, as many zeros in front as `least` characters ask for.
void group(std::string_view digits, char separator, int group_size, int64_t least,
           std::string* out) {
  int64_t remaining = static_cast<int64_t>(digits.size());
  std::string reversed;
  int in_group = 0;
  while (remaining > 0 || least > 0 || reversed.empty()) {
    if (in_group == group_size) {
      reversed += separator;
      --least;
      in_group = 0;
      // A separator is never first: at least one digit follows.
    }
    reversed += remaining > 0 ? digits[static_cast<size_t>(remaining - 1)] : '0';
    --remaining;
    --least;
    ++in_group;
  }
  out->assign(reversed.rbegin(), reversed.rend());
}

Value append_number(StrBuilder& out, const FormatSpec& spec, const Plain& plain) {
  Context& context = out.context();
  if (spec.width > 0) {
    const size_t copies = spec.grouping ? 6 : 1;  // grouped digits are made beside the result
    if (!context.heap().fits(copies * static_cast<size_t>(spec.width))) {
      return context.stop_memory();
    }
    if (!context.charge_bytes(static_cast<uint64_t>(spec.width))) return Value::stopped();
  }
  char sign = sign_of(spec, plain.negative);
  size_t fixed = (sign ? 1 : 0) + plain.prefix.size() + plain.rest.size();
  std::string grouped;
  std::string_view digits = plain.digits;
  if (!digits.empty() && spec.grouping) {
    if (!context.charge_bytes(digits.size() * 2)) return Value::stopped();
    int64_t least =
        spec.fill == '0' && spec.align == '=' ? spec.width - static_cast<int64_t>(fixed) : 0;
    bool fours = spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X';
    group(digits, spec.grouping, fours ? 4 : 3, least, &grouped);
    digits = grouped;
  }
  int64_t length = static_cast<int64_t>(fixed + digits.size());
  size_t padding = spec.width > length ? static_cast<size_t>(spec.width - length) : 0;
  size_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  if (left) out.append_fill(spec.fill, left);
  if (sign) out.append(sign);
  out.append(plain.prefix);
  if (padding && spec.align == '=') out.append_fill(spec.fill, padding);
  out.append(digits);
  out.append(plain.rest);
  if (padding && spec.align != '=' && padding > left) out.append_fill(spec.fill, padding - left);
  return Value::none();
}

Value value_error(Context& context, const char* message) {
  return context.raise(Exc::ValueError, message);
}

// --- float ---------------------------------------------------------------------------------------

bool is_float_type(uint32_t type) {
  return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' ||
         type == 'n' || type == '%';
}

// Splits "-12.5e+3" into sign, digits and rest.
Plain take_apart(std::string_view text) {
  Plain plain;
  if (text.front() == '-') {
    plain.negative = true;
    text.remove_prefix(1);
  }
  size_t n = 0;
  while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
  plain.digits = text.substr(0, n);
  plain.rest = text.substr(n);
  return plain;
}

// The style that a spec's type and precision ask for.
Value style_of(Context& context, const FormatSpec& spec, FloatStyle* style) {
  if (spec.precision > INT32_MAX) return value_error(context, "precision too big");
  if (spec.precision > 0 && !context.heap().fits(4 * static_cast<size_t>(spec.precision))) {
    return context.stop_memory();
  }
  if (!context.charge_bytes(spec.precision > 0 ? static_cast<uint64_t>(spec.precision) : 0)) {
    return Value::stopped();
  }
  char type = static_cast<char>(spec.type);
  style->alternate = spec.alternate;
  style->precision = spec.precision >= 0 ? static_cast<int>(spec.precision) : 6;
  style->type = type == 'n' ? 'g' : type == '%' ? 'f' : type;
  if (type == '\0') style->type = spec.precision >= 0 ? 'g' : 'r';
  return Value::none();
}

void append_styled(std::string* text, double d, const FormatSpec& spec, FloatStyle style) {
  append_float(text, d, style);
  // z: what has been rounded to zero loses its sign.
  if (spec.no_negative_zero && text->front() == '-' && std::isfinite(d) &&
      text->find_first_of("123456789") >= std::min(text->find_first_of("eE"), text->size())) {
    text->erase(0, 1);
  }
}

Value format_float(StrBuilder& out, double d, const FormatSpec& spec, std::string_view type_name) {
  Context& context = out.context();
  if (spec.type != 0 && !is_float_type(spec.type)) {
    return unknown_format_code(context, spec.type, type_name);
  }
  FloatStyle style{};
  BELLJAR_CHECK(style_of(context, spec, &style));
  style.dot_zero = spec.type == 0;
  if (spec.type == '%') d *= 100;
  std::string text;
  append_styled(&text, d, spec, style);
  if (spec.type == '%') text += '%';
  return append_number(out, spec, take_apart(text));
}

// --- int -----------------------------------------------------------------------------------------

Value format_character(StrBuilder& out, Value v, const FormatSpec& spec) {
  Context& context = out.context();
  if (spec.sign) return value_error(context, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) {
    return value_error(context, "Alternate form (#) not allowed with integer format specifier 'c'");
  }
  if (v.is(Kind::BigInt)) {
    return context.raise(Exc::OverflowError, "Python int too large to convert to C long");
  }
  int64_t code = v.as_int();
  if (code < 0 || code > 0x10FFFF) {
    return context.raise(Exc::OverflowError, "%c arg not in range(0x110000)");
  }
  BELLJAR_TRY(character, str_of_code_point(context, static_cast<uint32_t>(code)));
  // Not digits: never grouped nor preceded by zeros. One character wide, whatever its bytes.
  Plain plain;
  plain.rest = character.as<Str>()->view();
  FormatSpec adjusted = spec;
  if (adjusted.width >= 0) adjusted.width += static_cast<int64_t>(plain.rest.size()) - 1;
  return append_number(out, adjusted, plain);
}

Value format_int(StrBuilder& out, Value v, const FormatSpec& spec, std::string_view type_name) {
  Context& context = out.context();
  if (is_float_type(spec.type) && spec.type != 'n') {
    double d;
    BELLJAR_CHECK(int_to_double(context, v, &d));
    return format_float(out, d, spec, type_name);
  }
  int base = 10;
  switch (spec.type) {
    case 'd':
    case 'n':
    case 'c':
      break;
    case 'b':
      base = 2;
      break;
    case 'o':
      base = 8;
      break;
    case 'x':
    case 'X':
      base = 16;
      break;
    default:
      return unknown_format_code(context, spec.type, type_name);
  }
  if (spec.precision >= 0) {
    return value_error(context, "Precision not allowed in integer format specifier");
  }
  if (spec.no_negative_zero) {
    return value_error(context,
                       "Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type == 'c') return format_character(out, v, spec);

  char small[72];
  std::string large;
  std::string_view text;
  if (v.is_int_like()) {
    char* end = std::to_chars(small, small + sizeof small, v.as_int(), base).ptr;
    text = {small, static_cast<size_t>(end - small)};
  } else {
    BELLJAR_CHECK(int_to_text(context, v, base, &large));
    text = large;
  }
  Plain plain;
  if (text.front() == '-') {
    plain.negative = true;
    text.remove_prefix(1);
  }
  plain.digits = text;
  if (spec.type == 'X') {
    for (size_t i = 0; i < text.size(); ++i) {
      char& c = const_cast<char&>(text[i]);
      if (c >= 'a') c = static_cast<char>(c - 32);
    }
  }
  if (spec.alternate) {
    plain.prefix = base == 2    ? "0b"
                   : base == 8  ? "0o"
                   : base == 16 ? (spec.type == 'X' ? "0X" : "0x")
                                : "";
  }
  return append_number(out, spec, plain);
}

// --- complex -------------------------------------------------------------------------------------

Value format_complex(StrBuilder& out, double real, double imag, const FormatSpec& spec,
                     std::string_view type) {
  Context& context = out.context();
  if (spec.type != 0 && (!is_float_type(spec.type) || spec.type == '%')) {
    return unknown_format_code(context, spec.type, type);
  }
  FloatStyle style{};
  BELLJAR_CHECK(style_of(context, spec, &style));
  if (spec.fill == '0') {
    return value_error(context, "Zero padding is not allowed in complex format specifier");
  }
  if (spec.align == '=') {
    return value_error(context, "'=' alignment flag is not allowed in complex format specifier");
  }
  bool skip_real = spec.type == 0 && real == 0 && !std::signbit(real);
  bool brackets = spec.type == 0 && !skip_real;
  FormatSpec part = spec;
  part.width = -1;
  part.align = '<';
  StrBuilder inner(context);
  std::string text;
  if (brackets) inner.append('(');
  if (!skip_real) {
    append_styled(&text, real, spec, style);
    BELLJAR_CHECK(append_number(inner, part, take_apart(text)));
    part.sign = '+';
    text.clear();
  }
  append_styled(&text, imag, spec, style);
  BELLJAR_CHECK(append_number(inner, part, take_apart(text)));
  inner.append('j');
  if (brackets) inner.append(')');
  Plain whole;
  whole.rest = inner.view();
  FormatSpec outer = spec;
  outer.sign = 0;
  return append_number(out, outer, whole);
}

}  // namespace

Value append_formatted_number(StrBuilder& out, Value v, std::string_view text) {
  return append_formatted_number_of(out, v, text, type_name(out.context(), v));
}

Value append_formatted_number_of(StrBuilder& out, Value v, std::string_view text,
                                 std::string_view name) {
  Context& context = out.context();
  const bool integer = is_int_value(v);
  FormatSpec spec;
  spec.align = '>';
  spec.type = integer ? 'd' : 0;
  BELLJAR_CHECK(parse_format_spec(context, text, name, &spec));
  if (integer) return format_int(out, v, spec, name);
  if (v.is_float()) return format_float(out, v.as_float(), spec, name);
  return format_complex(out, v.as<Complex>()->real, v.as<Complex>()->imag, spec, name);
}

Value format_number(Context& context, Value v, std::string_view text) {
  if (text.empty()) {
    if (v.is_bool()) return new_str(context, v.as_bool() ? "True" : "False");
    if (is_int_value(v)) return int_to_str(context, v);
    if (v.is_float()) return float_to_str(context, v.as_float());
    return new_str(context, complex_repr(v.as<Complex>()->real, v.as<Complex>()->imag));
  }
  StrBuilder out(context);
  BELLJAR_CHECK(append_formatted_number(out, v, text));
  return out.finish();
}

}  // namespace belljar
