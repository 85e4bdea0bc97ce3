// str: upper, lower, title, capitalize, swapcase, casefold.
//
// ASCII text goes eight bytes at a time, and text that is already as wanted is returned as it is.
// The rest uses Unicode's full mappings, with the one mapping that depends on context, the final
// sigma.
#include <cstring>

#include "builtins/str_methods.h"
#include "runtime/call.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "runtime/unicode.h"

namespace belljar {
namespace {

// --- ASCII ---------------------------------------------------------------------------------------

constexpr uint64_t kOnes = 0x0101010101010101u;

// For eight ASCII bytes: 0x20 in each byte that lies in [first, last].
uint64_t case_bits(uint64_t w, char first, char last) {
  uint64_t at_least = w + kOnes * static_cast<uint64_t>(0x80 - first);
  uint64_t above = w + kOnes * static_cast<uint64_t>(0x7f - last);
  return ((at_least ^ above) & (kOnes * 0x80)) >> 2;
}
char flip_if(char c, char first, char last) { return c >= first && c <= last ? c ^ 0x20 : c; }

// The first byte in [first, last], or `size`.
size_t find_case(const char* p, size_t size, char first, char last) {
  size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    uint64_t w;
    std::memcpy(&w, p + at, 8);
    if (case_bits(w, first, last)) break;
  }
  while (at < size && !(p[at] >= first && p[at] <= last)) ++at;
  return at;
}

// Flips the case of the letters in [first, last].
Value flip_ascii(Context& context, Str* s, char first, char last) {
  const char* from = s->data();
  const size_t size = s->count;
  if (find_case(from, size, first, last) == size) return Value::object(Kind::Str, s);
  Str* result = new_str_sized(context, size, size);
  if (!result) return context.stop_memory();
  char* to = str_bytes(result);
  size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    uint64_t w;
    std::memcpy(&w, from + at, 8);
    w ^= case_bits(w, first, last);
    std::memcpy(to + at, &w, 8);
  }
  for (; at < size; ++at) to[at] = flip_if(from[at], first, last);
  return seal_str(context, result);
}

// Each byte by `map(byte, previous byte was a letter)`.
template <typename Map>
Value map_ascii(Context& context, Str* s, Map map) {
  Str* result = new_str_sized(context, s->count, s->count);
  if (!result) return context.stop_memory();
  const char* from = s->data();
  char* to = str_bytes(result);
  bool behind_letter = false;
  for (uint32_t i = 0; i < s->count; ++i) {
    to[i] = map(from[i], behind_letter);
    behind_letter = ascii_is(static_cast<unsigned char>(from[i]), kAsciiLower | kAsciiUpper);
  }
  return seal_str(context, result);
}

char ascii_lower(char c) { return flip_if(c, 'A', 'Z'); }
char ascii_upper(char c) { return flip_if(c, 'a', 'z'); }

// --- Unicode -------------------------------------------------------------------------------------

// A sigma at `at` is final: behind a cased letter and before none, case-ignorable ones aside.
bool is_final_sigma(std::string_view text, size_t at) {
  size_t before = at;
  bool cased = false;
  while (before > 0) {
    do --before;
    while (is_tail_byte(text[before]));
    uint32_t c = decode_valid(text.data() + before);
    if (is_case_ignorable(c)) continue;
    cased = is_cased(c);
    break;
  }
  if (!cased) return false;
  for (size_t after = at + 2; after < text.size(); after += sequence_length(text[after])) {
    uint32_t c = decode_valid(text.data() + after);
    if (!is_case_ignorable(c)) return !is_cased(c);
  }
  return true;
}

void append_all(StrBuilder& out, const uint32_t* codes, int count) {
  for (int i = 0; i < count; ++i) out.append_code_point(codes[i]);
}

void append_lower(StrBuilder& out, std::string_view text, size_t at, uint32_t c) {
  constexpr uint32_t kSigma = 0x3a3, kFinalSigma = 0x3c2, kSmallSigma = 0x3c3;
  if (c == kSigma) {
    return out.append_code_point(is_final_sigma(text, at) ? kFinalSigma : kSmallSigma);
  }
  uint32_t to[3];
  append_all(out, to, lower_of(c, to));
}

// Calls `append(out, text, offset, code point)` for each code point.
template <typename Append>
Value map_text(Context& context, Str* s, Append append) {
  if (!context.charge(s->length)) return Value::stopped();
  StrBuilder out(context);
  const std::string_view text = s->view();
  for (size_t at = 0; at < text.size();) {
    uint32_t c = decode_valid(text.data() + at);
    append(out, text, at, c);
    at += sequence_length(text[at]);
  }
  return out.finish();
}

// --- methods -------------------------------------------------------------------------------------

Value upper_method(Call& c) {
  Str* s = c.self<Str>();
  if (!c.context().charge_bytes(s->count)) return Value::stopped();
  if (s->ascii()) return flip_ascii(c.context(), s, 'a', 'z');
  return map_text(c.context(), s, [](StrBuilder& out, std::string_view, size_t, uint32_t c) {
    uint32_t to[3];
    append_all(out, to, upper_of(c, to));
  });
}

Value lower_method(Call& c) {
  Str* s = c.self<Str>();
  if (!c.context().charge_bytes(s->count)) return Value::stopped();
  if (s->ascii()) return flip_ascii(c.context(), s, 'A', 'Z');
  return map_text(c.context(), s, append_lower);
}

Value casefold_method(Call& c) {
  Str* s = c.self<Str>();
  if (!c.context().charge_bytes(s->count)) return Value::stopped();
  if (s->ascii()) return flip_ascii(c.context(), s, 'A', 'Z');
  return map_text(c.context(), s, [](StrBuilder& out, std::string_view, size_t, uint32_t c) {
    uint32_t to[3];
    append_all(out, to, fold_of(c, to));
  });
}

Value swapcase_method(Call& c) {
  Str* s = c.self<Str>();
  if (!c.context().charge(s->length / 4 + 1)) return Value::stopped();
  if (s->ascii()) {
    return map_ascii(c.context(), s, [](char ch, bool) {
      return ascii_is(static_cast<unsigned char>(ch), kAsciiLower | kAsciiUpper)
                 ? static_cast<char>(ch ^ 0x20)
                 : ch;
    });
  }
  return map_text(c.context(), s,
                  [](StrBuilder& out, std::string_view text, size_t at, uint32_t c) {
                    if (is_upper(c)) return append_lower(out, text, at, c);
                    if (!is_lower(c)) return out.append_code_point(c);
                    uint32_t to[3];
                    append_all(out, to, upper_of(c, to));
                  });
}

Value title_method(Call& c) {
  Str* s = c.self<Str>();
  if (!c.context().charge(s->length / 4 + 1)) return Value::stopped();
  if (s->ascii()) {
    return map_ascii(c.context(), s, [](char ch, bool behind_letter) {
      return behind_letter ? ascii_lower(ch) : ascii_upper(ch);
    });
  }
  bool behind_cased = false;
  return map_text(c.context(), s,
                  [&](StrBuilder& out, std::string_view text, size_t at, uint32_t c) {
                    if (behind_cased) {
                      append_lower(out, text, at, c);
                    } else {
                      uint32_t to[3];
                      append_all(out, to, title_of(c, to));
                    }
                    behind_cased = is_cased(c);
                  });
}

Value capitalize_method(Call& c) {
  Str* s = c.self<Str>();
  if (!c.context().charge(s->length / 4 + 1)) return Value::stopped();
  if (s->ascii()) {
    bool first = true;
    return map_ascii(c.context(), s, [&](char ch, bool) {
      const bool was_first = first;
      first = false;
      return was_first ? ascii_upper(ch) : ascii_lower(ch);
    });
  }
  return map_text(c.context(), s,
                  [](StrBuilder& out, std::string_view text, size_t at, uint32_t c) {
                    if (at > 0) return append_lower(out, text, at, c);
                    uint32_t to[3];
                    append_all(out, to, title_of(c, to));
                  });
}

constexpr NativeDef kMethods[] = {
    {"upper", "self, /", upper_method},       {"lower", "self, /", lower_method},
    {"casefold", "self, /", casefold_method}, {"swapcase", "self, /", swapcase_method},
    {"title", "self, /", title_method},       {"capitalize", "self, /", capitalize_method},
};

}  // namespace

std::span<const NativeDef> str_case_methods() { return kMethods; }

}  // namespace belljar
