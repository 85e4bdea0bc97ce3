// strptime: reads a text by a format in one pass, without a regular expression engine. Directives
// take as many digits as they may, as CPython's greedy patterns do.
#include <cctype>

#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

struct Parsed {
  int64_t year = 1900, month = 1, day = 1;
  Clock clock;
  int64_t hour12 = -1;
  int pm = -1;
  int64_t day_of_year = -1, weekday = -1;
  int64_t iso_year = -1, iso_week = -1, week_of_year = -1;
  bool week_starts_sunday = false;
  bool has_year = false, has_date = false;
  bool has_zone = false;
  int64_t offset = 0;
  std::string zone_name;
};

bool same_letter(char a, char b) {
  return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool number(size_t most, int64_t low, int64_t high, int64_t* out, size_t least = 1) {
    size_t n = 0;
    int64_t value = 0;
    size_t best = 0;
    int64_t best_value = 0;
    while (n < most && at_ + n < text_.size() &&
           std::isdigit(static_cast<unsigned char>(text_[at_ + n]))) {
      value = value * 10 + (text_[at_ + n] - '0');
      ++n;
      if (n >= least && value >= low && value <= high) {
        best = n;
        best_value = value;
      }
    }
    if (best == 0) return false;
    at_ += best;
    *out = best_value;
    return true;
  }
  bool literal(char c) {
    if (at_ < text_.size() && same_letter(text_[at_], c)) {
      ++at_;
      return true;
    }
    return false;
  }
  bool blanks() {
    size_t start = at_;
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
    return at_ > start;
  }
  bool word(std::string_view w) {
    if (at_ + w.size() > text_.size()) return false;
    for (size_t i = 0; i < w.size(); ++i) {
      if (!same_letter(text_[at_ + i], w[i])) return false;
    }
    at_ += w.size();
    return true;
  }
  bool name(const char* const* names, int count, size_t length, int64_t* out) {
    for (int i = 0; i < count; ++i) {
      std::string_view full(names[i]);
      if (word(length ? full.substr(0, length) : full)) {
        *out = i;
        return true;
      }
    }
    return false;
  }
  // Fraction of up to six digits, as microseconds.
  bool fraction(int64_t* out) {
    size_t start = at_;
    int64_t value;
    if (!number(6, 0, 999999, &value)) return false;
    for (size_t n = at_ - start; n < 6; ++n) value *= 10;
    *out = value;
    return true;
  }
  // +hh[:]mm[[:]ss[.ffffff]] or Z
  bool offset(int64_t* out) {
    if (literal('Z')) {
      *out = 0;
      return true;
    }
    if (at_ >= text_.size() || (text_[at_] != '+' && text_[at_] != '-')) return false;
    bool negative = text_[at_++] == '-';
    int64_t h, m, s = 0, us = 0;
    if (!number(2, 0, 23, &h, 2)) return false;
    bool colon = literal(':');
    if (!number(2, 0, 59, &m, 2)) return false;
    size_t mark = at_;
    if ((!colon || literal(':')) && number(2, 0, 59, &s, 2)) {
      if (at_ < text_.size() && text_[at_] == '.') {
        ++at_;
        if (!fraction(&us)) return false;
      }
    } else {
      at_ = mark;
    }
    *out = ((h * 60 + m) * 60 + s) * kSecond + us;
    if (negative) *out = -*out;
    return true;
  }
  size_t at() const { return at_; }
  bool done() const { return at_ == text_.size(); }

 private:
  std::string_view text_;
  size_t at_ = 0;
};

// 1: read, 0: the text does not match, -1: a bad directive.
int read_directive(Reader& in, char directive, Parsed& p) {
  auto ok = [](bool b) { return b ? 1 : 0; };
  int64_t n;
  switch (directive) {
    case 'a':
      if (!in.name(kDayNames, 7, 3, &n)) return 0;
      p.weekday = n;
      return 1;
    case 'A':
      if (!in.name(kDayNames, 7, 0, &n)) return 0;
      p.weekday = n;
      return 1;
    case 'b':
    case 'B':
      if (!in.name(kMonthNames, 12, directive == 'b' ? 3 : 0, &n)) return 0;
      p.month = n + 1;
      p.has_date = true;
      return 1;
    case 'd':
      p.has_date = true;
      return ok(in.number(2, 1, 31, &p.day));
    case 'f':
      return ok(in.fraction(&p.clock.microsecond));
    case 'G':
      return ok(in.number(4, 0, 9999, &p.iso_year, 4));
    case 'H':
      return ok(in.number(2, 0, 23, &p.clock.hour));
    case 'I':
      return ok(in.number(2, 1, 12, &p.hour12));
    case 'j':
      return ok(in.number(3, 1, 366, &p.day_of_year));
    case 'm':
      p.has_date = true;
      return ok(in.number(2, 1, 12, &p.month));
    case 'M':
      return ok(in.number(2, 0, 59, &p.clock.minute));
    case 'p':
      if (in.word("AM"))
        p.pm = 0;
      else if (in.word("PM"))
        p.pm = 1;
      else
        return 0;
      return 1;
    case 'S':
      return ok(in.number(2, 0, 61, &p.clock.second));
    case 'u':
      if (!in.number(1, 1, 7, &n)) return 0;
      p.weekday = n - 1;
      return 1;
    case 'U':
    case 'W':
      p.week_starts_sunday = directive == 'U';
      return ok(in.number(2, 0, 53, &p.week_of_year));
    case 'V':
      return ok(in.number(2, 1, 53, &p.iso_week));
    case 'w':
      if (!in.number(1, 0, 6, &n)) return 0;
      p.weekday = (n + 6) % 7;
      return 1;
    case 'y':
      if (!in.number(2, 0, 99, &n, 2)) return 0;
      p.year = n + (n <= 68 ? 2000 : 1900);
      p.has_year = true;
      return 1;
    case 'Y':
      p.has_year = true;
      return ok(in.number(4, 0, 9999, &p.year, 4));
    case 'z':
      p.has_zone = in.offset(&p.offset);
      return ok(p.has_zone);
    case 'Z':
      for (const char* name : {"UTC", "GMT"}) {
        if (in.word(name)) {
          p.zone_name = name;
          return 1;
        }
      }
      return 0;
    case '%':
      return ok(in.literal('%'));
    default:
      return -1;
  }
}

// Directives that stand for several.
std::string_view expansion(char directive) {
  switch (directive) {
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

// As read_directive, for a whole format.
int read(Reader& in, std::string_view format, Parsed& p, char* bad, int level = 0) {
  for (size_t i = 0; i < format.size(); ++i) {
    char ch = format[i];
    if (std::isspace(static_cast<unsigned char>(ch))) {
      while (i + 1 < format.size() && std::isspace(static_cast<unsigned char>(format[i + 1]))) ++i;
      if (!in.blanks()) return 0;
      continue;
    }
    if (ch != '%') {
      if (!in.literal(ch)) return 0;
      continue;
    }
    if (i + 1 == format.size()) return -2;
    char directive = format[++i];
    std::string_view more = expansion(directive);
    int status =
        !more.empty() && level == 0 ? read(in, more, p, bad, 1) : read_directive(in, directive, p);
    if (status == -1) *bad = directive;
    if (status != 1) return status;
  }
  return 1;
}

}  // namespace

Value strptime(Context& c, Str* text, Str* format) {
  if (!c.charge_bytes(text->size() + format->size() * 4)) return Value::stopped();
  Reader in(text->view());
  Parsed p;
  char bad = 0;
  // A wrong directive is an error whatever the text is.
  std::string_view f = format->view();
  for (size_t i = 0; i + 1 < f.size(); ++i) {
    if (f[i] != '%') continue;
    char directive = f[++i];
    if (std::string_view("aAbBcdfGHIjmMpSuUVwWxXyYzZ%").find(directive) == std::string_view::npos) {
      bad = directive;
      break;
    }
  }
  if (bad) {
    return c.raise(Exc::ValueError,
                   {"'", std::string(1, bad), "' is a bad directive in format ", str_repr(f)});
  }
  int status = read(in, f, p, &bad);
  if (status == -2) return c.raise(Exc::ValueError, {"stray % in format ", str_repr(f)});
  if (status != 1) {
    return c.raise(Exc::ValueError,
                   {"time data ", str_repr(text->view()), " does not match format ", str_repr(f)});
  }
  if (!in.done()) {
    return c.raise(Exc::ValueError, {"unconverted data remains: ", text->view().substr(in.at())});
  }
  if (p.hour12 >= 0) {
    p.clock.hour = p.hour12 % 12 + (p.pm == 1 ? 12 : 0);
  }
  if (p.clock.second > 59) p.clock.second = 59;
  if (p.iso_week >= 0 && p.iso_year >= 0 && p.weekday >= 0) {
    int64_t ordinal = iso_week1_monday(p.iso_year) + (p.iso_week - 1) * 7 + p.weekday;
    if (ordinal < 1 || ordinal > kMaxOrdinal)
      return c.raise(Exc::ValueError, "year is out of range");
    YearMonthDay d = from_ordinal(ordinal);
    p.year = d.year, p.month = d.month, p.day = d.day;
  } else if (p.iso_week >= 0 || p.iso_year >= 0) {
    return c.raise(Exc::ValueError,
                   p.iso_year >= 0
                       ? "ISO year directive '%G' must be used with the ISO week directive '%V' "
                         "and a weekday directive ('%A', '%a', '%w', or '%u')."
                       : "ISO week directive '%V' must be used with the ISO year directive '%G' "
                         "and a weekday directive ('%A', '%a', '%w', or '%u').");
  } else if (p.week_of_year >= 0 && p.weekday >= 0 && p.has_year) {
    int64_t first = to_ordinal(p.year, 1, 1);
    int64_t first_weekday = p.week_starts_sunday ? (weekday_of(first) + 1) % 7 : weekday_of(first);
    int64_t weekday = p.week_starts_sunday ? (p.weekday + 1) % 7 : p.weekday;
    int64_t ordinal = first - first_weekday + p.week_of_year * 7 + weekday;
    if (first_weekday == 0) ordinal -= 7;
    YearMonthDay d = from_ordinal(ordinal < 1 ? 1 : ordinal);
    p.year = d.year, p.month = d.month, p.day = d.day;
  } else if (p.day_of_year >= 0) {
    YearMonthDay d = from_ordinal(to_ordinal(p.year < 1 ? 1 : p.year, 1, 1) + p.day_of_year - 1);
    p.year = d.year, p.month = d.month, p.day = d.day;
  }
  Value tz = Value::none();
  if (p.has_zone) {
    Str* name = nullptr;
    if (!p.zone_name.empty()) {
      BELLJAR_TRY(made, new_str(c, p.zone_name));
      name = made.as<Str>();
    }
    tz = make_timezone(c, p.offset, name);
  }
  return make_datetime(c, p.year, p.month, p.day, p.clock, tz);
}

}  // namespace belljar::datetime
