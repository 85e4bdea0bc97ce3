// str: the is… methods.
#include "builtins/str_methods.h"
#include "runtime/call.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "runtime/unicode.h"

namespace belljar {
namespace {

// Not empty, and `holds` for each code point.
template <typename Holds>
Value all_of(Call& c, bool when_empty, Holds holds) {
  const Str* s = c.self<Str>();
  if (!c.context().charge(s->length / 4 + 1)) return Value::stopped();
  if (s->count == 0) return Value::boolean(when_empty);
  const std::string_view text = s->view();
  for (size_t at = 0; at < text.size(); at += sequence_length(text[at])) {
    if (!holds(decode_valid(text.data() + at))) return Value::boolean(false);
  }
  return Value::boolean(true);
}

Value isalnum_method(Call& c) { return all_of(c, false, is_alnum); }
Value isalpha_method(Call& c) { return all_of(c, false, is_alpha); }
Value isdecimal_method(Call& c) { return all_of(c, false, is_decimal); }
Value isdigit_method(Call& c) { return all_of(c, false, is_digit); }
Value isnumeric_method(Call& c) { return all_of(c, false, is_numeric); }
Value isspace_method(Call& c) { return all_of(c, false, is_space); }
Value isprintable_method(Call& c) { return all_of(c, true, is_printable); }
Value isascii_method(Call& c) { return Value::boolean(c.self<Str>()->ascii()); }

Value isidentifier_method(Call& c) {
  const std::string_view text = c.self<Str>()->view();
  if (!c.context().charge_bytes(text.size())) return Value::stopped();
  return Value::boolean(is_identifier(text));
}

// No letter of the other case (nor a title-case one), and at least one of this.
template <bool kUpper>
Value is_case(Call& c) {
  bool any = false;
  Value none_other = all_of(c, false, [&](uint32_t code) {
    const bool upper = is_upper(code), lower = is_lower(code);
    any = any || (kUpper ? upper : lower);
    return !(kUpper ? lower : upper) && !is_title(code);
  });
  return none_other.is_bool() ? Value::boolean(none_other.as_bool() && any) : none_other;
}

Value istitle_method(Call& c) {
  bool any = false, behind_cased = false;
  Value fine = all_of(c, false, [&](uint32_t code) {
    if (is_upper(code) || is_title(code)) {
      if (behind_cased) return false;
      behind_cased = any = true;
    } else if (is_lower(code)) {
      if (!behind_cased) return false;
      any = true;
    } else {
      behind_cased = false;
    }
    return true;
  });
  return fine.is_bool() ? Value::boolean(fine.as_bool() && any) : fine;
}

constexpr NativeDef kMethods[] = {
    {"isalnum", "self, /", isalnum_method},
    {"isalpha", "self, /", isalpha_method},
    {"isascii", "self, /", isascii_method},
    {"isdecimal", "self, /", isdecimal_method},
    {"isdigit", "self, /", isdigit_method},
    {"isidentifier", "self, /", isidentifier_method},
    {"islower", "self, /", is_case<false>},
    {"isnumeric", "self, /", isnumeric_method},
    {"isprintable", "self, /", isprintable_method},
    {"isspace", "self, /", isspace_method},
    {"istitle", "self, /", istitle_method},
    {"isupper", "self, /", is_case<true>},
};

}  // namespace

std::span<const NativeDef> str_classify_methods() { return kMethods; }

}  // namespace belljar
