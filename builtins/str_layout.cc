// str: center, ljust, rjust, zfill, expandtabs: text in columns.
#include "runtime/str_layout.h"
#include "builtins/str_methods.h"
#include "builtins/text_arguments.h"
#include "runtime/str.h"

namespace belljar {
namespace {

enum class Side : uint8_t { Left, Right, Both };

// `fill` is one code point; total size is checked by the builder before anything is written.
Value padded(Context& context, Str* s, int64_t left, int64_t right, std::string_view fill) {
  uint32_t code = decode_valid(fill.data());
  StrBuilder out(context);
  if (left > 0) out.append_fill(code, static_cast<size_t>(left));
  out.append(s->view());
  if (right > 0) out.append_fill(code, static_cast<size_t>(right));
  return out.finish();
}

template <Side kText>
Value justify_method(Call& c) {
  Context& context = c.context();
  Str* s = c.self<Str>();
  int64_t width;
  BELLJAR_CHECK(size_argument(context, c[1], &width));
  Str* fill = str_or_null(c[2]);
  if (!fill) {
    return context.raise(Exc::TypeError, {"The fill character must be a unicode character, not ",
                                          type_name(context, c[2])});
  }
  if (fill->length != 1) {
    return context.raise(Exc::TypeError, "The fill character must be exactly one character long");
  }
  if (width <= static_cast<int64_t>(s->length)) return c[0];
  const int64_t padding = width - static_cast<int64_t>(s->length);
  int64_t left = 0;
  if (kText == Side::Right) left = padding;
  if (kText == Side::Both) left = padding / 2 + (padding & width & 1);
  return padded(context, s, left, padding - left, fill->view());
}

Value zfill_method(Call& c) {
  Context& context = c.context();
  Str* s = c.self<Str>();
  int64_t width;
  BELLJAR_CHECK(size_argument(context, c[1], &width));
  if (width <= static_cast<int64_t>(s->length)) return c[0];
  const std::string_view text = s->view();
  const size_t sign = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  StrBuilder out(context);
  out.append(text.substr(0, sign));
  out.append_fill('0', static_cast<size_t>(width) - s->length);
  out.append(text.substr(sign));
  return out.finish();
}

Value expandtabs_method(Call& c) {
  Context& context = c.context();
  Str* s = c.self<Str>();
  int64_t size;
  BELLJAR_CHECK(int_argument(context, c[1], &size));
  const std::string_view text = s->view();
  if (!context.charge(text.size() / 4 + 1)) return Value::stopped();
  if (text.find('\t') == text.npos) return c[0];
  StrBuilder out(context);
  int64_t column = 0;
  for (char ch : text) {
    if (ch == '\t') {
      if (size > 0) {
        int64_t spaces = size - column % size;
        column += spaces;
        out.append_fill(' ', static_cast<size_t>(spaces));
        if (out.failed()) return context.stop_memory();
      }
      continue;
    }
    out.append(ch);
    if (!is_tail_byte(ch)) ++column;
    if (ch == '\n' || ch == '\r') column = 0;
  }
  return out.finish();
}

constexpr NativeDef kMethods[] = {
    {"center", "self, width, fillchar=' ', /", justify_method<Side::Both>, kNativeCallsBack},
    {"ljust", "self, width, fillchar=' ', /", justify_method<Side::Left>, kNativeCallsBack},
    {"rjust", "self, width, fillchar=' ', /", justify_method<Side::Right>, kNativeCallsBack},
    {"zfill", "self, width, /", zfill_method, kNativeCallsBack},
    {"expandtabs", "self, tabsize=8", expandtabs_method, kNativeCallsBack},
};

}  // namespace

std::span<const NativeDef> str_layout_methods() { return kMethods; }

}  // namespace belljar
