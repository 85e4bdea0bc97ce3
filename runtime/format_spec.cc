// Reads a format specification in the order of its grammar, as CPython's formatter_unicode.c does.
#include "runtime/format_spec.h"

#include <cstdio>

#include "runtime/str_layout.h"
#include "runtime/unicode.h"

namespace belljar {
namespace {

bool is_alignment(char c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// Reads digits at `*at`; -1: there are none.
Value parse_number(Context& context, std::string_view text, size_t* at, int64_t* number) {
  *number = -1;
  int64_t value = 0;
  while (*at < text.size()) {
    const char c = text[*at];
    int digit = c >= '0' && c <= '9' ? c - '0'
                : static_cast<unsigned char>(c) < 128
                    ? -1
                    : decimal_value(decode_valid(text.data() + *at));
    if (digit < 0) break;
    if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, digit, &value)) {
      return context.raise(Exc::ValueError, "Too many decimal digits in format string");
    }
    *at += sequence_length(text[*at]);
    *number = value;
  }
  return Value::none();
}

// The quoted form of a code in messages: itself if it is visible ASCII.
std::string_view code_text(uint32_t code, char (&buffer)[16]) {
  if (code > 32 && code < 128) {
    buffer[0] = static_cast<char>(code);
    return {buffer, 1};
  }
  int n = std::snprintf(buffer, sizeof buffer, "\\x%x", static_cast<unsigned>(code));
  return {buffer, static_cast<size_t>(n)};
}

Value both_groupings(Context& context) {
  return context.raise(Exc::ValueError, "Cannot specify both ',' and '_'.");
}

}  // namespace

Value unknown_format_code(Context& context, uint32_t code, std::string_view type_name) {
  char buffer[16];
  return context.raise(Exc::ValueError, {"Unknown format code '", code_text(code, buffer),
                                         "' for object of type '", type_name, "'"});
}

Value parse_format_spec(Context& context, std::string_view text, std::string_view type_name,
                        FormatSpec* spec) {
  size_t at = 0;
  const auto next_is = [&](char c) { return at < text.size() && text[at] == c; };
  const bool right_by_default = spec->align == '>';
  bool fill_given = false, align_given = false;
  if (!text.empty()) {
    size_t first = sequence_length(text[0]);
    if (first < text.size() && is_alignment(text[first])) {
      spec->fill = decode_valid(text.data());
      spec->align = text[first];
      fill_given = align_given = true;
      at = first + 1;
    } else if (is_alignment(text[0])) {
      spec->align = text[0];
      align_given = true;
      at = 1;
    }
  }
  if (next_is('+') || next_is('-') || next_is(' ')) spec->sign = text[at++];
  if (next_is('z')) {
    spec->no_negative_zero = true;
    ++at;
  }
  if (next_is('#')) {
    spec->alternate = true;
    ++at;
  }
  if (!fill_given && next_is('0')) {
    spec->fill = '0';
    if (!align_given && right_by_default) spec->align = '=';
    ++at;
  }
  BELLJAR_CHECK(parse_number(context, text, &at, &spec->width));
  if (next_is(',')) spec->grouping = text[at++];
  if (next_is('_')) {
    if (spec->grouping) return both_groupings(context);
    spec->grouping = text[at++];
  }
  if (next_is(',') && spec->grouping == '_') return both_groupings(context);
  if (next_is('.')) {
    ++at;
    BELLJAR_CHECK(parse_number(context, text, &at, &spec->precision));
    if (spec->precision < 0) {
      return context.raise(Exc::ValueError, "Format specifier missing precision");
    }
  }
  if (at < text.size()) {
    size_t n = sequence_length(text[at]);
    if (at + n < text.size()) {
      return context.raise(Exc::ValueError, {"Invalid format specifier '", text,
                                             "' for object of type '", type_name, "'"});
    }
    spec->type = decode_valid(text.data() + at);
  }
  if (spec->grouping) {
    constexpr std::string_view kGrouped = "defgEG%F", kUnderscored = "boxX";
    const char type = spec->type < 128 ? static_cast<char>(spec->type) : '?';
    const bool fine = spec->type == 0 || kGrouped.find(type) != kGrouped.npos ||
                      (spec->grouping == '_' && kUnderscored.find(type) != kUnderscored.npos);
    if (!fine) {
      char buffer[16];
      return context.raise(Exc::ValueError,
                           {"Cannot specify '", std::string_view(&spec->grouping, 1), "' with '",
                            code_text(spec->type, buffer), "'."});
    }
  }
  return Value::none();
}

void append_padded(StrBuilder& out, std::string_view text, size_t length, const FormatSpec& spec,
                   size_t prefix) {
  if (spec.width <= static_cast<int64_t>(length)) return out.append(text);
  const size_t padding = static_cast<size_t>(spec.width) - length;
  size_t left = 0;
  switch (spec.align) {
    case '>':
      left = padding;
      break;
    case '^':
      left = padding / 2;
      break;
    case '=':
      out.append(text.substr(0, prefix));
      out.append_fill(spec.fill, padding);
      return out.append(text.substr(prefix));
  }
  if (left > 0) out.append_fill(spec.fill, left);
  out.append(text);
  if (padding > left) out.append_fill(spec.fill, padding - left);
}

}  // namespace belljar
