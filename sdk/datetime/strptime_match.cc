// The half of strptime that reads: a format as a row of elements, each with its possible texts in
// the order in which CPython's regular expression tries them, and a search that goes back where it
// must.
#include "sdk/datetime/strptime.h"

#include <string>

#include "runtime/unicode.h"
#include "sdk/datetime/types.h"
#include "support/utf8.h"

namespace belljar::datetime {

namespace {

// The possible texts of a directive, first come first tried. d: a digit of any script, 0-9 and
// [a-b] themselves, letters without case.
struct Row {
  char name;
  const char* choices;
};
constexpr Row kRows[] = {
    {'d', "3[0-1]|[1-2]d|0[1-9]|[1-9]| [1-9]"},
    {'f', "######|#####|####|###|##|#"},
    {'H', "2[0-3]|[0-1]d|d"},
    {'I', "1[0-2]|0[1-9]|[1-9]"},
    {'G', "dddd"},
    {'j', "36[0-6]|3[0-5]d|[1-2]dd|0[1-9]d|00[1-9]|[1-9]d|0[1-9]|[1-9]"},
    {'m', "1[0-2]|0[1-9]|[1-9]"},
    {'M', "[0-5]d|d"},
    {'S', "6[0-1]|[0-5]d|d"},
    {'U', "5[0-3]|[0-4]d|d"},
    {'W', "5[0-3]|[0-4]d|d"},
    {'w', "[0-6]"},
    {'u', "[1-7]"},
    {'V', "5[0-3]|0[1-9]|[1-4]d|d"},
    {'y', "dd"},
    {'Y', "dddd"},
    {'p', "AM|PM"},
    {'Z', "UTC|GMT"},
    {'%', "%"},
};

bool is_ascii_digit(uint32_t c) { return c >= '0' && c <= '9'; }

uint32_t folded(uint32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  uint32_t out[3];
  return lower_of(c, out) == 1 ? out[0] : c;
}

bool is_blank(uint32_t c) { return is_space(c); }

// What stands for several directives.
std::string_view expansion(char name) {
  switch (name) {
    case 'c':
      return "%a %b %d %H:%M:%S %Y";
    case 'x':
      return "%m/%d/%y";
    case 'X':
      return "%H:%M:%S";
    default:
      return {};
  }
}

bool is_special(uint32_t c) {
  return c < 128 &&
         std::string_view("\\.^$*+?(){}[]|").find(static_cast<char>(c)) != std::string_view::npos;
}

}  // namespace

StrptimeMatcher::StrptimeMatcher(Context& context, std::string_view format, std::string_view text)
    : context_(context) {
  decode(format, &format_);
  decode(text, &text_);
}

void StrptimeMatcher::decode(std::string_view bytes, std::u32string* out) {
  for (size_t at = 0; at < bytes.size();) {
    DecodedCodePoint c = decode_utf8(bytes, at, true);
    out->push_back(c.code_point);
    at += c.length ? c.length : 1;
  }
}

StrptimeFormatError StrptimeMatcher::compile(char32_t* bad) { return compile(format_, bad); }

StrptimeFormatError StrptimeMatcher::compile(const std::u32string& format, char32_t* bad) {
  for (size_t i = 0; i < format.size(); ++i) {
    char32_t c = format[i];
    if (c != '%') {
      bool blank = is_blank(c);
      if (blank) {
        while (i + 1 < format.size() && is_blank(format[i + 1])) ++i;
      }
      elements_.push_back({blank ? Element::Blanks : Element::Literal, c});
      continue;
    }
    if (i + 1 == format.size()) return StrptimeFormatError::Stray;
    char32_t name = format[++i];
    // CPython has put a backslash before these by then.
    if (is_special(name) || is_blank(name)) {
      *bad = '%';
      return StrptimeFormatError::Bad;
    }
    std::string_view more = name < 128 ? expansion(static_cast<char>(name)) : std::string_view();
    if (!more.empty()) {
      StrptimeFormatError error = compile(std::u32string(more.begin(), more.end()), bad);
      if (error != StrptimeFormatError::None) return error;
      continue;
    }
    bool known = name < 128 &&
                 std::string_view("aAbBz").find(static_cast<char>(name)) != std::string_view::npos;
    for (const Row& row : kRows) known = known || static_cast<char32_t>(row.name) == name;
    if (!known) {
      *bad = name;
      return StrptimeFormatError::Bad;
    }
    if (order_.find(static_cast<char>(name)) != std::string::npos) {
      *bad = name;
      return StrptimeFormatError::Twice;
    }
    if (name != '%') order_.push_back(static_cast<char>(name));
    elements_.push_back({Element::Directive, name});
  }
  return StrptimeFormatError::None;
}

// Whether a choice stands at `at`; `end`: where it ends.
bool StrptimeMatcher::choice(std::string_view pattern, size_t at, size_t* end) const {
  for (size_t i = 0; i < pattern.size(); ++i, ++at) {
    if (at >= text_.size()) return false;
    char32_t c = text_[at];
    char p = pattern[i];
    if (p == '[') {
      if (c < static_cast<char32_t>(pattern[i + 1]) || c > static_cast<char32_t>(pattern[i + 3])) {
        return false;
      }
      i += 4;
    } else if (p == '#'   ? !is_ascii_digit(c)
               : p == 'd' ? !is_decimal(c)
                          : folded(c) != folded(static_cast<char32_t>(p))) {
      return false;
    }
  }
  *end = at;
  return true;
}

bool StrptimeMatcher::word(std::string_view name, size_t at, size_t* end) const {
  for (char letter : name) {
    if (at >= text_.size() || folded(text_[at]) != folded(static_cast<char32_t>(letter)))
      return false;
    ++at;
  }
  *end = at;
  return true;
}

// The element at `index` with its choices at `at`, and all behind it.
Value StrptimeMatcher::match(size_t index, size_t at) {
  if (!context_.charge(1)) return Value::stopped();
  if (index == elements_.size()) {
    end_ = at;
    return Value::boolean(true);
  }
  DepthGuard guard(context_);
  if (!guard) return context_.depth_exceeded();
  const Element& element = elements_[index];
  if (element.kind == Element::Literal) {
    if (at >= text_.size() || folded(text_[at]) != folded(element.character)) {
      return Value::boolean(false);
    }
    return match(index + 1, at + 1);
  }
  if (element.kind == Element::Blanks) {
    size_t most = at;
    while (most < text_.size() && is_blank(text_[most])) ++most;
    for (; most > at; --most) {
      BELLJAR_TRY(done, match(index + 1, most));
      if (done.as_bool()) return done;
    }
    return Value::boolean(false);
  }
  return directive(static_cast<char>(element.character), index, at);
}

Value StrptimeMatcher::directive(char name, size_t index, size_t at) {
  bool found = false;
  auto take = [&](size_t end) -> Value {
    size_t slot = static_cast<size_t>(name);
    std::pair<size_t, size_t> before = groups_[slot];
    groups_[slot] = {at, end};
    BELLJAR_TRY(done, match(index + 1, end));
    found = done.as_bool();
    if (!found) groups_[slot] = before;
    return done;
  };
  size_t end = at;
  if (name == 'z') return zone(index, at);
  if (name == 'a' || name == 'A' || name == 'b' || name == 'B') {
    bool day = name == 'a' || name == 'A';
    for (int i = 0; i < (day ? 7 : 12) && !found; ++i) {
      std::string_view full = day ? kDayNames[i] : kMonthNames[i];
      if (name == 'a' || name == 'b') full = full.substr(0, 3);
      if (word(full, at, &end)) BELLJAR_CHECK(take(end));
    }
    return Value::boolean(found);
  }
  std::string_view choices;
  for (const Row& row : kRows) {
    if (row.name == name) choices = row.choices;
  }
  while (!choices.empty() && !found) {
    size_t bar = choices.find('|');
    std::string_view one = choices.substr(0, bar);
    choices.remove_prefix(bar == choices.npos ? choices.size() : bar + 1);
    bool is_word = name == 'p' || name == 'Z';
    if (is_word ? word(one, at, &end) : choice(one, at, &end)) BELLJAR_CHECK(take(end));
  }
  return Value::boolean(found);
}

// [+-]dd:?[0-5]d(:?[0-5]d(.#{1,6})?)? or Z, longest first.
Value StrptimeMatcher::zone(size_t index, size_t at) {
  auto take = [&](size_t end) -> Value {
    groups_['z'] = {at, end};
    return match(index + 1, end);
  };
  if (at < text_.size() && text_[at] == 'Z') return take(at + 1);
  if (at >= text_.size() || (text_[at] != '+' && text_[at] != '-')) return Value::boolean(false);
  size_t p = at + 1;
  if (!choice("dd", p, &p)) return Value::boolean(false);
  for (int colon = p < text_.size() && text_[p] == ':' ? 1 : 0; colon >= 0; --colon) {
    size_t minutes;
    if (!choice("[0-5]d", p + static_cast<size_t>(colon), &minutes)) continue;
    for (int second = minutes < text_.size() && text_[minutes] == ':' ? 1 : 0; second >= 0;
         --second) {
      size_t seconds;
      if (!choice("[0-5]d", minutes + static_cast<size_t>(second), &seconds)) continue;
      if (seconds < text_.size() && text_[seconds] == '.') {
        size_t last = seconds + 1;
        while (last < text_.size() && last - seconds <= 6 && is_ascii_digit(text_[last])) ++last;
        for (; last > seconds + 1; --last) {
          BELLJAR_TRY(done, take(last));
          if (done.as_bool()) return done;
        }
      }
      BELLJAR_TRY(done, take(seconds));
      if (done.as_bool()) return done;
    }
    BELLJAR_TRY(done, take(minutes));
    if (done.as_bool()) return done;
  }
  return Value::boolean(false);
}

int64_t StrptimeMatcher::number(char name) const {
  int64_t n = 0;
  for (size_t i = group(name).first; i < group(name).second; ++i) {
    int digit = decimal_value(text_[i]);
    if (digit >= 0) n = n * 10 + digit;  // else the blank of %d
  }
  return n;
}

std::string StrptimeMatcher::text(char name) const {
  return part(group(name).first, group(name).second);
}

std::string StrptimeMatcher::part(size_t first, size_t last) const {
  std::string out;
  for (size_t i = first; i < last; ++i) append_utf8(out, text_[i]);
  return out;
}

}  // namespace belljar::datetime
