// The directives of text % arguments and bytes % arguments, as CPython reads them:
// %[(key)][flags][width][.precision][length modifier]type.
#include "runtime/percent.h"

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/number.h"
#include "runtime/percent_directive.h"
#include "runtime/protocol.h"
#include "runtime/str_layout.h"
#include "support/utf8.h"

namespace belljar {
namespace {

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

}  // namespace

Value next_percent_value(Percent& p) {
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

namespace {

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
  const std::string_view name = p.format.substr(first, p.at - first);
  BELLJAR_TRY(key, p.bytes ? new_bytes(p.context, name) : new_str(p.context, name));
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
    BELLJAR_TRY(v, next_percent_value(p));
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
    BELLJAR_CHECK(
        read_number(p, INT32_MAX, p.bytes ? "prec too big" : "precision too big", &precision));
    d->precision = precision < 0 ? 0 : precision;
  }
  // A C length modifier says nothing here.
  const std::string_view modifiers = p.bytes ? "hlLz" : "hlL";
  if (p.at < format.size() && modifiers.find(format[p.at]) != modifiers.npos) ++p.at;
  if (p.at >= format.size()) return value_error(p, "incomplete format");
  d->type_at = p.at;
  if (p.bytes) {
    d->type = static_cast<unsigned char>(format[p.at++]);
    return Value::none();
  }
  d->type = decode_valid(format.data() + p.at);
  p.at += sequence_length(format[p.at]);
  return Value::none();
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
    return type_error(p, p.bytes ? "not all arguments converted during bytes formatting"
                                 : "not all arguments converted during string formatting");
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
  Percent p{context, out, format->view(), false, 0, {}, Roots<2>(context)};
  p.source.arguments = arguments;
  if (has_items(context, arguments)) p.source.mapping = arguments;
  BELLJAR_CHECK(write_all(p));
  return out.finish();
}

Value bytes_percent(Context& context, Value format, Value arguments) {
  if (!context.charge_bytes(bytes_view(format).size())) return Value::stopped();
  Roots<2> held(context);
  held[1] = arguments;
  // A bytearray may change while the arguments are asked for their text.
  held[0] = format.is(Kind::Bytes) ? format : new_bytes(context, bytes_view(format));
  BELLJAR_CHECK(held[0]);
  StrBuilder out(context);
  Percent p{context, out, bytes_view(held[0]), true, 0, {}, Roots<2>(context)};
  p.source.arguments = arguments;
  if (has_items(context, arguments) && !is_bytes_like(payload(arguments))) {
    p.source.mapping = arguments;
  }
  BELLJAR_CHECK(write_all(p));
  if (out.failed()) return context.stop_memory();
  return new_bytes_of_kind(context, format.kind(), out.view());
}

}  // namespace belljar
