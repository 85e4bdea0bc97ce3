// The directives of str % arguments, as CPython's unicode_format reads them:
// %[(key)][flags][width][.precision][length modifier]type.
#include "runtime/percent.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <string>

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/number.h"
#include "runtime/number_text.h"
#include "runtime/protocol.h"
#include "runtime/repr.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "support/utf8.h"

namespace belljar {
namespace {

struct Directive {
  bool left = false, plus = false, blank = false, alternate = false, zero = false;
  int64_t width = -1;
  int64_t precision = -1;
  uint32_t type = 0;
  size_t type_at = 0;  // offset in the format
};

// Where the values come from: the items of a tuple, one value, or what a key has looked up.
struct Source {
  Value arguments;
  Value mapping;  // Undefined if the arguments are no mapping
  Value keyed;    // the value of the last (key), until it is used
  bool is_keyed = false;
  bool keyed_used = false;
  size_t next = 0;
};

struct Percent {
  Context& context;
  StrBuilder& out;
  std::string_view format;
  size_t at = 0;
  Source source;
  Roots<2> roots;  // the keyed value, the one being written
};

Value type_error(Percent& p, const char* message) {
  return p.context.raise(Exc::TypeError, message);
}
Value value_error(Percent& p, const char* message) {
  return p.context.raise(Exc::ValueError, message);
}

bool has_items(Context& context, Value v) {
  switch (v.kind()) {
    case Kind::Dict:
    case Kind::List:
    case Kind::Bytes:
    case Kind::ByteArray:
    case Kind::Range:
      return true;
    case Kind::Instance:
    case Kind::NativeObject:
      return !payload(v).is_str() && !payload(v).is(Kind::Tuple) &&
             (!special_method(context, v, Atom::getitem).is_undefined() ||
              (v.is(Kind::Instance) && !payload(v).is(Kind::Instance) &&
               has_items(context, payload(v))));
    default:
      return false;
  }
}

Value next_value(Percent& p) {
  Source& s = p.source;
  if (s.is_keyed) {
    if (s.keyed_used) return type_error(p, "not enough arguments for format string");
    s.keyed_used = true;
    return p.roots[0];
  }
  Value arguments = payload(s.arguments);
  if (arguments.is(Kind::Tuple)) {
    const Tuple* tuple = arguments.as<Tuple>();
    if (s.next < tuple->count) return tuple->items[s.next++];
  } else if (s.next == 0) {
    ++s.next;
    return s.arguments;
  }
  return type_error(p, "not enough arguments for format string");
}

// --- reading a directive -------------------------------------------------------------------------

// Behind "%(": the value of the key, with parentheses inside it balanced.
Value read_key(Percent& p) {
  if (p.source.mapping.is_undefined()) return type_error(p, "format requires a mapping");
  const size_t first = ++p.at;
  int depth = 1;
  for (; p.at < p.format.size(); ++p.at) {
    char c = p.format[p.at];
    if (c == ')' && --depth == 0) break;
    if (c == '(') ++depth;
  }
  if (p.at >= p.format.size()) return value_error(p, "incomplete format key");
  BELLJAR_TRY(key, new_str(p.context, p.format.substr(first, p.at - first)));
  ++p.at;
  p.roots[0] = get_item(p.context, p.source.mapping, key);
  BELLJAR_CHECK(p.roots[0]);
  p.source.is_keyed = true;
  p.source.keyed_used = false;
  return Value::none();
}

// Digits or '*'; at most `most`. `*number` stays -1 when there are none.
Value read_number(Percent& p, int64_t most, const char* too_big, int64_t* number) {
  if (p.at < p.format.size() && p.format[p.at] == '*') {
    ++p.at;
    BELLJAR_TRY(v, next_value(p));
    Value plain = payload(v);
    if (!is_int_value(plain)) return type_error(p, "* wants int");
    if (!plain.is_int_like() || plain.as_int() > most || plain.as_int() < -most) {
      return p.context.raise(Exc::OverflowError,
                             most == INT32_MAX ? "Python int too large to convert to C int"
                                               : "Python int too large to convert to C ssize_t");
    }
    *number = plain.as_int();
    return Value::none();
  }
  for (; p.at < p.format.size() && p.format[p.at] >= '0' && p.format[p.at] <= '9'; ++p.at) {
    const int64_t digit = p.format[p.at] - '0';
    if (*number < 0) *number = 0;
    if (*number > (most - digit) / 10) return value_error(p, too_big);
    *number = *number * 10 + digit;
  }
  return Value::none();
}

Value read_directive(Percent& p, Directive* d) {
  const std::string_view format = p.format;
  if (p.at < format.size() && format[p.at] == '(') BELLJAR_CHECK(read_key(p));
  for (; p.at < format.size(); ++p.at) {
    char c = format[p.at];
    if (c == '-') {
      d->left = true;
    } else if (c == '+') {
      d->plus = true;
    } else if (c == ' ') {
      d->blank = true;
    } else if (c == '#') {
      d->alternate = true;
    } else if (c == '0') {
      d->zero = true;
    } else {
      break;
    }
  }
  int64_t width = -1;
  const bool star = p.at < format.size() && format[p.at] == '*';
  BELLJAR_CHECK(read_number(p, INT64_MAX, "width too big", &width));
  if (star && width < 0) {
    d->left = true;
    width = -width;
  }
  d->width = width;
  if (p.at < format.size() && format[p.at] == '.') {
    ++p.at;
    int64_t precision = -1;
    BELLJAR_CHECK(read_number(p, INT32_MAX, "precision too big", &precision));
    d->precision = precision < 0 ? 0 : precision;
  }
  if (p.at < format.size() && (format[p.at] == 'h' || format[p.at] == 'l' || format[p.at] == 'L')) {
    ++p.at;
  }
  if (p.at >= format.size()) return value_error(p, "incomplete format");
  d->type_at = p.at;
  d->type = decode_valid(format.data() + p.at);
  p.at += sequence_length(format[p.at]);
  return Value::none();
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
    size_t end = 0;
    for (size_t i = 0; i < length; ++i) end += sequence_length(text[end]);
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

// An int for %d and its kin; `v` may be a float (truncated) or have __int__ or __index__.
Value integer_of(Percent& p, const Directive& d, Value v) {
  Value plain = payload(v);
  if (is_int_value(plain)) return plain;
  const char type = static_cast<char>(d.type);
  const bool exact = type == 'o' || type == 'x' || type == 'X';
  Value result = Value::undefined();
  if (!exact && plain.is_float()) return int_from_double(p.context, plain.as_float());
  if (v.is(Kind::Instance) || v.is(Kind::NativeObject)) {
    if (!exact) result = call_special(p.context, v, Atom::int_, {});
    if (result.is_undefined()) result = call_special(p.context, v, Atom::index, {});
    if (result.is(Kind::Raised) && p.context.pending_is(Exc::TypeError)) {
      p.context.take_pending();
      result = Value::undefined();
    }
    if (result.is_abrupt() || is_int_value(result)) return result;
  }
  return p.context.raise(Exc::TypeError, {"%", std::string_view(&type, 1),
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
    if (d.precision > INT32_MAX - 3) return value_error(p, "precision too large");
    if (!p.context.heap().fits(static_cast<size_t>(d.precision)) ||
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
  BELLJAR_CHECK(real_of(p, v, &x));
  const int precision = d.precision < 0 ? 6 : static_cast<int>(d.precision);
  const bool negative = std::signbit(x) && !std::isnan(x);
  if (precision > 100 && (!p.context.heap().fits(static_cast<size_t>(precision)) ||
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

Value write_directive(Percent& p, const Directive& d) {
  p.roots[1] = next_value(p);
  BELLJAR_CHECK(p.roots[1]);
  switch (d.type) {
    case 's':
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
      BELLJAR_CHECK(write_character(p, d, p.roots[1]));
      break;
    default: {
      const char shown = d.type >= 31 && d.type <= 126 ? static_cast<char>(d.type) : '?';
      char code[16];
      std::snprintf(code, sizeof code, "%x", static_cast<unsigned>(d.type));
      return p.context.raise(
          Exc::ValueError,
          {"unsupported format character '", std::string_view(&shown, 1), "' (0x", code,
           ") at index ", std::to_string(code_point_count(p.format.substr(0, d.type_at)))});
    }
  }
  if (p.source.is_keyed && !p.source.keyed_used) {
    return type_error(p, "not all arguments converted during string formatting");
  }
  return p.out.failed() ? p.context.stop_memory() : Value::none();
}

Value write_all(Percent& p) {
  while (p.at < p.format.size()) {
    size_t percent = p.format.find('%', p.at);
    if (percent == p.format.npos) percent = p.format.size();
    p.out.append(p.format.substr(p.at, percent - p.at));
    if (percent == p.format.size()) break;
    p.at = percent + 1;
    if (p.at < p.format.size() && p.format[p.at] == '%') {
      p.out.append('%');
      ++p.at;
      continue;
    }
    if (!p.context.charge(2)) return Value::stopped();
    Directive d;
    BELLJAR_CHECK(read_directive(p, &d));
    BELLJAR_CHECK(write_directive(p, d));
  }
  const Source& s = p.source;
  if (!s.mapping.is_undefined() || s.is_keyed) return Value::none();
  Value arguments = payload(s.arguments);
  const size_t given = arguments.is(Kind::Tuple) ? arguments.as<Tuple>()->count : 1;
  if (s.next < given) {
    return type_error(p, "not all arguments converted during string formatting");
  }
  return Value::none();
}

}  // namespace

Value str_percent(Context& context, Str* format, Value arguments) {
  if (!context.charge_bytes(format->count)) return Value::stopped();
  Roots<2> held(context);
  held[0] = Value::object(Kind::Str, format);
  held[1] = arguments;
  StrBuilder out(context);
  Percent p{context, out, format->view(), 0, {}, Roots<2>(context)};
  p.source.arguments = arguments;
  if (has_items(context, arguments)) p.source.mapping = arguments;
  BELLJAR_CHECK(write_all(p));
  return out.finish();
}

}  // namespace belljar
