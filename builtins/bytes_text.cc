// bytes: the methods that read bytes as ASCII text: case, classes, columns.
#include "builtins/bytes_methods.h"
#include "builtins/text_arguments.h"
#include "runtime/bytes.h"
#include "runtime/str.h"
#include "runtime/unicode.h"

namespace belljar {
namespace {

constexpr uint8_t kLetter = kAsciiLower | kAsciiUpper;

bool is(char c, uint8_t bits) {
  unsigned char b = static_cast<unsigned char>(c);
  return b < 128 && ascii_is(b, bits);
}
bool is_blank(char c) { return c == ' ' || (c >= 9 && c <= 13); }
char lower(char c) { return is(c, kAsciiUpper) ? c ^ 0x20 : c; }
char upper(char c) { return is(c, kAsciiLower) ? c ^ 0x20 : c; }

// --- case ----------------------------------------------------------------------------------------

// Each byte by `map(byte, index, previous byte was a letter)`.
template <typename Map>
Value map_bytes(Call& c, Map map) {
  const std::string_view text = bytes_view(c[0]);
  if (!c.context().charge(text.size() / 4 + 1)) return Value::stopped();
  StrBuilder out(c.context());
  char* to = out.extend(text.size());
  if (!to) return c.context().stop_memory();
  for (size_t i = 0; i < text.size(); ++i)
    to[i] = map(text[i], i, i > 0 && is(text[i - 1], kLetter));
  return bytes_result(c, out.view());
}

Value upper_method(Call& c) {
  return map_bytes(c, [](char b, size_t, bool) { return upper(b); });
}
Value lower_method(Call& c) {
  return map_bytes(c, [](char b, size_t, bool) { return lower(b); });
}
Value swapcase_method(Call& c) {
  return map_bytes(
      c, [](char b, size_t, bool) { return is(b, kLetter) ? static_cast<char>(b ^ 0x20) : b; });
}
Value title_method(Call& c) {
  return map_bytes(c, [](char b, size_t, bool behind) { return behind ? lower(b) : upper(b); });
}
Value capitalize_method(Call& c) {
  return map_bytes(c, [](char b, size_t i, bool) { return i == 0 ? upper(b) : lower(b); });
}

// --- classes -------------------------------------------------------------------------------------

template <typename Holds>
Value all_of(Call& c, Holds holds) {
  const std::string_view text = bytes_view(c[0]);
  if (!c.context().charge(text.size() / 4 + 1)) return Value::stopped();
  for (char b : text) {
    if (!holds(b)) return Value::boolean(false);
  }
  return Value::boolean(!text.empty());
}

template <uint8_t kBits>
Value all_in_class(Call& c) {
  return all_of(c, [](char b) { return is(b, kBits); });
}
Value isspace_method(Call& c) { return all_of(c, is_blank); }
Value isascii_method(Call& c) {
  const std::string_view text = bytes_view(c[0]);
  if (!c.context().charge_bytes(text.size())) return Value::stopped();
  return Value::boolean(is_ascii_text(text));
}

template <bool kUpper>
Value is_case(Call& c) {
  bool any = false;
  Value fine = all_of(c, [&](char b) {
    any = any || is(b, kUpper ? kAsciiUpper : kAsciiLower);
    return !is(b, kUpper ? kAsciiLower : kAsciiUpper);
  });
  return fine.is_bool() ? Value::boolean(fine.as_bool() && any) : fine;
}

Value istitle_method(Call& c) {
  bool any = false, behind = false;
  Value fine = all_of(c, [&](char b) {
    const bool letter = is(b, kLetter);
    if (letter && is(b, kAsciiUpper) == behind) return false;
    any = any || letter;
    behind = letter;
    return true;
  });
  return fine.is_bool() ? Value::boolean(fine.as_bool() && any) : fine;
}

// --- columns -------------------------------------------------------------------------------------

Value pad(Call& c, int64_t left, int64_t right, char fill) {
  StrBuilder out(c.context());
  out.append_fill(0, static_cast<size_t>(left));
  const size_t middle = out.size();
  out.append(bytes_view(c[0]));
  const size_t after = out.size();
  out.append_fill(0, static_cast<size_t>(right));
  if (out.failed()) return c.context().stop_memory();
  char* bytes = const_cast<char*>(out.view().data());
  __builtin_memset(bytes, fill, middle);
  __builtin_memset(bytes + after, fill, out.size() - after);
  return bytes_result(c, out.view());
}

enum class Side : uint8_t { Left, Right, Both };

template <Side kText>
Value justify_method(Call& c) {
  constexpr const char* kName = kText == Side::Left    ? "ljust"
                                : kText == Side::Right ? "rjust"
                                                       : "center";
  Context& context = c.context();
  int64_t width;
  BELLJAR_CHECK(size_argument(context, c[1], &width));
  char fill = ' ';
  if (c.has(2)) {
    Value v = payload(c[2]);
    if (!is_bytes_like(v) || bytes_view(v).size() != 1) {
      return context.raise(Exc::TypeError,
                           {kName, "() argument 2 must be a byte string of length 1, not ",
                            c[2].is_none() ? "None" : type_name(context, c[2])});
    }
    fill = bytes_view(v)[0];
  }
  const int64_t size = static_cast<int64_t>(bytes_view(c[0]).size());
  const int64_t padding = width > size ? width - size : 0;
  int64_t left = 0;
  if (kText == Side::Right) left = padding;
  if (kText == Side::Both) left = padding / 2 + (padding & width & 1);
  return pad(c, left, padding - left, fill);
}

Value zfill_method(Call& c) {
  Context& context = c.context();
  int64_t width;
  BELLJAR_CHECK(size_argument(context, c[1], &width));
  const std::string_view text = bytes_view(c[0]);
  const size_t sign = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  StrBuilder out(context);
  out.append(text.substr(0, sign));
  if (width > static_cast<int64_t>(text.size())) {
    out.append_fill('0', static_cast<size_t>(width) - text.size());
  }
  out.append(text.substr(sign));
  if (out.failed()) return context.stop_memory();
  return bytes_result(c, out.view());
}

Value expandtabs_method(Call& c) {
  Context& context = c.context();
  int64_t size;
  BELLJAR_CHECK(int_argument(context, c[1], &size));
  const std::string_view text = bytes_view(c[0]);
  if (!context.charge(text.size() / 4 + 1)) return Value::stopped();
  StrBuilder out(context);
  int64_t column = 0;
  for (char ch : text) {
    if (ch == '\t') {
      if (size <= 0) continue;
      int64_t spaces = size - column % size;
      column += spaces;
      out.append_fill(' ', static_cast<size_t>(spaces));
      if (out.failed()) return context.stop_memory();
      continue;
    }
    out.append(ch);
    column = ch == '\n' || ch == '\r' ? 0 : column + 1;
  }
  if (out.failed()) return context.stop_memory();
  return bytes_result(c, out.view());
}

constexpr NativeDef kMethods[] = {
    {"upper", "self, /", upper_method},
    {"lower", "self, /", lower_method},
    {"swapcase", "self, /", swapcase_method},
    {"title", "self, /", title_method},
    {"capitalize", "self, /", capitalize_method},
    {"isalnum", "self, /", all_in_class<kLetter | kAsciiDigit>},
    {"isalpha", "self, /", all_in_class<kLetter>},
    {"isdigit", "self, /", all_in_class<kAsciiDigit>},
    {"isspace", "self, /", isspace_method},
    {"isascii", "self, /", isascii_method},
    {"islower", "self, /", is_case<false>},
    {"isupper", "self, /", is_case<true>},
    {"istitle", "self, /", istitle_method},
    {"center", "self, width, fillchar?, /", justify_method<Side::Both>, kNativeCallsBack},
    {"ljust", "self, width, fillchar?, /", justify_method<Side::Left>, kNativeCallsBack},
    {"rjust", "self, width, fillchar?, /", justify_method<Side::Right>, kNativeCallsBack},
    {"zfill", "self, width, /", zfill_method, kNativeCallsBack},
    {"expandtabs", "self, tabsize=8", expandtabs_method, kNativeCallsBack},
};

}  // namespace

std::span<const NativeDef> bytes_text_methods() { return kMethods; }

}  // namespace belljar
