// Writing one value under a printf-style directive: numbers, text, bytes, characters.
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string>

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/number.h"
#include "runtime/number_text.h"
#include "runtime/percent_directive.h"
#include "runtime/protocol.h"
#include "runtime/repr.h"
#include "runtime/str_layout.h"
#include "support/utf8.h"

namespace belljar {
namespace {

Value type_error(Percent& p, const char* message) {
  return p.context.raise(Exc::TypeError, message);
}

// --- writing -------------------------------------------------------------------------------------

// A number's text `digits` with its sign apart, and `prefix` (0x); fills between or around.
void write_number(Percent& p, const Directive& d, bool negative, std::string_view prefix,
                  std::string_view digits) {
  const char sign = negative ? '-' : d.plus ? '+' : d.blank ? ' ' : 0;
  const int64_t length = static_cast<int64_t>(digits.size() + prefix.size()) + (sign != 0 ? 1 : 0);
  const size_t padding = d.width > length ? static_cast<size_t>(d.width - length) : 0;
  if (padding > 0 && !d.left && !d.zero) p.out.append_fill(' ', padding);
  if (sign) p.out.append(sign);
  if (!prefix.empty()) p.out.append(prefix);
  if (padding > 0 && !d.left && d.zero) p.out.append_fill('0', padding);
  p.out.append(digits);
  if (padding > 0 && d.left) p.out.append_fill(' ', padding);
}

Value write_text(Percent& p, const Directive& d, std::string_view text, size_t length) {
  if (d.precision >= 0 && d.precision < static_cast<int64_t>(length)) {
    length = static_cast<size_t>(d.precision);
    size_t end = p.bytes ? length : 0;
    for (size_t i = 0; i < length && !p.bytes; ++i) end += sequence_length(text[end]);
    text = text.substr(0, end);
  }
  const size_t padding =
      d.width > static_cast<int64_t>(length) ? static_cast<size_t>(d.width) - length : 0;
  if (padding > 0 && !d.left) p.out.append_fill(' ', padding);
  p.out.append(text);
  if (padding > 0 && d.left) p.out.append_fill(' ', padding);
  return Value::none();
}

Value write_value(Percent& p, const Directive& d, Value v) {
  if (p.bytes) {
    BELLJAR_TRY(text, to_ascii(p.context, v));
    return write_text(p, d, text.as<Str>()->view(), text.as<Str>()->length);
  }
  const bool plain = d.width < 0 && d.precision < 0;
  if (d.type == 's' && v.is_str()) {
    return write_text(p, d, v.as<Str>()->view(), v.as<Str>()->length);
  }
  if (plain && d.type != 'a') return d.type == 's' ? append_str(p.out, v) : append_repr(p.out, v);
  BELLJAR_TRY(text, d.type == 's'   ? to_str(p.context, v)
                    : d.type == 'r' ? repr(p.context, v)
                                    : to_ascii(p.context, v));
  return write_text(p, d, text.as<Str>()->view(), text.as<Str>()->length);
}

// %b and %s of a bytes format: bytes-like values, and what has __bytes__.
Value write_bytes(Percent& p, const Directive& d, Value v) {
  Value plain = payload(v);
  if (!is_bytes_like(plain) && (v.is(Kind::Instance) || v.is(Kind::NativeObject))) {
    BELLJAR_TRY(made, call_special(p.context, v, Atom::bytes, {}));
    plain = payload(made);
    if (!made.is_undefined() && !plain.is(Kind::Bytes)) {
      return p.context.raise(
          Exc::TypeError, {"__bytes__ returned non-bytes (type ", type_name(p.context, made), ")"});
    }
  }
  if (!is_bytes_like(plain)) {
    return p.context.raise(Exc::TypeError,
                           {"%b requires a bytes-like object, or an object that implements "
                            "__bytes__, not '",
                            type_name(p.context, v), "'"});
  }
  const std::string_view bytes = bytes_view(plain);
  return write_text(p, d, bytes, bytes.size());
}

// An int for %d and its kin; `v` may be a float (truncated) or have __int__ or __index__.
Value integer_of(Percent& p, const Directive& d, Value v) {
  Value plain = payload(v);
  if (is_int_value(plain)) return plain;
  const char type = static_cast<char>(d.type);
  const bool exact = type == 'o' || type == 'x' || type == 'X';
  Value result = Value::undefined();
  const bool own =
      v.is(Kind::Instance) && special_method(p.context, v, Atom::int_).is(Kind::Function);
  if (!exact && !own && plain.is_float()) return int_from_double(p.context, plain.as_float());
  if (v.is(Kind::Instance) || v.is(Kind::NativeObject)) {
    if (!exact) result = call_special(p.context, v, Atom::int_, {});
    if (result.is_undefined()) result = call_special(p.context, v, Atom::index, {});
    if (result.is(Kind::Raised) && p.context.pending_is(Exc::TypeError)) {
      p.context.take_pending();
      result = Value::undefined();
    }
    if (result.is_abrupt() || is_int_value(result)) return result;
  }
  const char shown = p.bytes && type == 'i' ? 'd' : type;
  return p.context.raise(Exc::TypeError, {"%", std::string_view(&shown, 1),
                                          exact ? " format: an integer is required, not "
                                                : " format: a real number is required, not ",
                                          type_name(p.context, v)});
}

Value write_integer(Percent& p, const Directive& d, Value v) {
  BELLJAR_TRY(number, integer_of(p, d, v));
  const int base = d.type == 'o' ? 8 : d.type == 'x' || d.type == 'X' ? 16 : 10;
  char small[72];
  std::string large;
  std::string_view digits;
  if (number.is_int_like()) {
    auto end = std::to_chars(small, small + sizeof small, number.as_int(), base).ptr;
    digits = {small, static_cast<size_t>(end - small)};
  } else {
    BELLJAR_CHECK(int_to_text(p.context, number, base, &large));
    digits = large;
  }
  const bool negative = digits[0] == '-';
  if (negative) digits.remove_prefix(1);
  if (base != 10 && digits.size() > 2 && digits[0] == '0' && digits[1] == (base == 8 ? 'o' : 'x')) {
    digits.remove_prefix(2);
  }
  std::string_view prefix;
  if (d.alternate && base != 10) prefix = base == 8 ? "0o" : "0x";
  std::string changed;
  if (d.precision > static_cast<int64_t>(digits.size())) {
    if (d.precision > INT32_MAX - 3) {
      return p.context.raise(Exc::ValueError, "precision too large");
    }
    if (!p.context.heap().fits(4 * static_cast<size_t>(d.precision)) ||
        !p.context.charge_bytes(static_cast<size_t>(d.precision))) {
      return p.context.stop_memory();
    }
    changed.assign(static_cast<size_t>(d.precision) - digits.size(), '0');
    changed += digits;
    digits = changed;
  }
  if (d.type == 'X') {
    std::string upper(digits);
    for (char& c : upper) {
      if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 32);
    }
    write_number(p, d, negative, prefix.empty() ? "" : "0X", upper);
    return Value::none();
  }
  write_number(p, d, negative, prefix, digits);
  return Value::none();
}

Value real_of(Percent& p, Value v, double* real) {
  Value plain = payload(v);
  if (plain.is_float()) {
    *real = plain.as_float();
    return Value::none();
  }
  if (is_int_value(plain)) return int_to_double(p.context, plain, real);
  if (v.is(Kind::Instance) || v.is(Kind::NativeObject)) {
    BELLJAR_TRY(converted, call_special(p.context, v, Atom::float_, {}));
    if (converted.is_float()) {
      *real = converted.as_float();
      return Value::none();
    }
    if (!converted.is_undefined()) {
      return p.context.raise(Exc::TypeError,
                             {type_name(p.context, v), ".__float__ returned non-float (type ",
                              type_name(p.context, converted), ")"});
    }
    BELLJAR_TRY(index, call_special(p.context, v, Atom::index, {}));
    if (is_int_value(index)) return int_to_double(p.context, index, real);
  }
  return p.context.raise(Exc::TypeError, {"must be real number, not ", type_name(p.context, v)});
}

Value write_real(Percent& p, const Directive& d, Value v) {
  double x;
  Value status = real_of(p, v, &x);
  if (p.bytes && status.is(Kind::Raised)) {
    p.context.take_pending();
    return p.context.raise(Exc::TypeError,
                           {"float argument required, not ", type_name(p.context, v)});
  }
  BELLJAR_CHECK(status);
  const int precision = d.precision < 0 ? 6 : static_cast<int>(d.precision);
  const bool negative = std::signbit(x) && !std::isnan(x);
  if (precision > 100 && (!p.context.heap().fits(4 * static_cast<size_t>(precision)) ||
                          !p.context.charge_bytes(static_cast<size_t>(precision)))) {
    return p.context.stop_memory();
  }
  std::string text;
  append_float(&text, std::fabs(x), {static_cast<char>(d.type), precision, d.alternate});
  write_number(p, d, negative, "", text);
  return Value::none();
}

Value write_character(Percent& p, const Directive& d, Value v) {
  Directive unlimited = d;
  unlimited.precision = -1;
  Value plain = payload(v);
  if (plain.is_str()) {
    if (plain.as<Str>()->length != 1) return type_error(p, "%c requires int or char");
    return write_text(p, unlimited, plain.as<Str>()->view(), 1);
  }
  Value index = is_int_value(plain) ? plain : as_index(p.context, v);
  if (index.is(Kind::Raised) && p.context.pending_is(Exc::TypeError)) {
    p.context.take_pending();
    return type_error(p, "%c requires int or char");
  }
  if (index.is_abrupt()) return index;
  if (!index.is_int_like() || index.as_int() < 0 || index.as_int() > kMaxCodePoint) {
    return p.context.raise(Exc::OverflowError, "%c arg not in range(0x110000)");
  }
  char bytes[4];
  size_t n = encode_utf8(static_cast<uint32_t>(index.as_int()), bytes);
  return write_text(p, unlimited, {bytes, n}, 1);
}

Value write_byte(Percent& p, const Directive& d, Value v) {
  Directive unlimited = d;
  unlimited.precision = -1;
  Value plain = payload(v);
  if (is_bytes_like(plain) && bytes_view(plain).size() == 1) {
    return write_text(p, unlimited, bytes_view(plain), 1);
  }
  Value index = is_bytes_like(plain) ? Value::raised() : as_index(p.context, v);
  if (index.is(Kind::Raised)) {
    if (p.context.has_pending()) p.context.take_pending();
    return type_error(p, "%c requires an integer in range(256) or a single byte");
  }
  if (index.is_abrupt()) return index;
  if (!index.is_int_like() || index.as_int() < 0 || index.as_int() > 255) {
    return p.context.raise(Exc::OverflowError, "%c arg not in range(256)");
  }
  const char byte = static_cast<char>(index.as_int());
  return write_text(p, unlimited, {&byte, 1}, 1);
}

Value raise_unsupported(Percent& p, const Directive& d) {
  // CPython cannot show such a byte and says nothing.
  if (p.bytes && d.type >= 128) return p.context.raise(Exc::ValueError, "");
  const bool as_it_is = p.bytes || (d.type >= 31 && d.type <= 126);
  const char shown = as_it_is ? static_cast<char>(d.type) : '?';
  char code[16];
  std::snprintf(code, sizeof code, "%x", static_cast<unsigned>(d.type));
  const std::string_view before = p.format.substr(0, d.type_at);
  const size_t index = p.bytes ? before.size() : code_point_count(before);
  return p.context.raise(Exc::ValueError,
                         {"unsupported format character '", std::string_view(&shown, 1), "' (0x",
                          code, ") at index ", std::to_string(index)});
}

}  // namespace

Value write_directive(Percent& p, const Directive& d) {
  p.roots[1] = next_percent_value(p);
  BELLJAR_CHECK(p.roots[1]);
  switch (d.type) {
    case 'b':
      if (!p.bytes) return raise_unsupported(p, d);
      BELLJAR_CHECK(write_bytes(p, d, p.roots[1]));
      break;
    case 's':
      BELLJAR_CHECK(p.bytes ? write_bytes(p, d, p.roots[1]) : write_value(p, d, p.roots[1]));
      break;
    case 'r':
    case 'a':
      BELLJAR_CHECK(write_value(p, d, p.roots[1]));
      break;
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      BELLJAR_CHECK(write_integer(p, d, p.roots[1]));
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      BELLJAR_CHECK(write_real(p, d, p.roots[1]));
      break;
    case 'c':
      BELLJAR_CHECK(p.bytes ? write_byte(p, d, p.roots[1]) : write_character(p, d, p.roots[1]));
      break;
    default:
      return raise_unsupported(p, d);
  }
  if (p.source.is_keyed && !p.source.keyed_used) {
    return type_error(p, p.bytes ? "not all arguments converted during bytes formatting"
                                 : "not all arguments converted during string formatting");
  }
  return p.out.failed() ? p.context.stop_memory() : Value::none();
}

}  // namespace belljar
