// strftime with our own directives: the C locale, UTC, no host function. glibc's flags (`%-d`),
// widths and modifiers are known, as programs on Linux use them; a width is bounded.
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

constexpr size_t kWidthMax = 1000;

// What a directive stands for, before flags and width.
struct Piece {
  std::string text;
  size_t digits = 0;  // of a number: how many it is padded to; 0 with `number` for years
  bool number = false;
  char fill = '0';
  bool known = true;
};

int day_of_year(const Fields& f) { return days_before_month(f.year, f.month) + f.day; }

Piece number(int64_t n, size_t digits, char fill = '0') {
  Piece piece;
  piece.text = std::to_string(n);
  piece.digits = digits;
  piece.number = true;
  piece.fill = fill;
  return piece;
}
Piece text(std::string_view s) {
  Piece piece;
  piece.text = s;
  return piece;
}

void pad(std::string& s, size_t width, char fill) {
  if (s.size() < width) s.insert(0, width - s.size(), fill);
}

std::string expand(const Fields& f, std::string_view format);

Piece piece_of(const Fields& f, char directive) {
  int64_t ordinal = to_ordinal(f.year, f.month, f.day);
  int weekday = weekday_of(ordinal);
  int hour12 = f.hour % 12 == 0 ? 12 : f.hour % 12;
  switch (directive) {
    case 'a':
      return text(std::string_view(kDayNames[weekday], 3));
    case 'A':
      return text(kDayNames[weekday]);
    case 'b':
    case 'h':
      return text(std::string_view(kMonthNames[f.month - 1], 3));
    case 'B':
      return text(kMonthNames[f.month - 1]);
    case 'c':
      return text(expand(f, "%a %b %e %H:%M:%S %Y"));
    case 'C':
      return number(f.year / 100, 1);
    case 'd':
      return number(f.day, 2);
    case 'D':
    case 'x':
      return text(expand(f, "%m/%d/%y"));
    case 'e':
      return number(f.day, 2, ' ');
    case 'f':
      return number(f.microsecond, 6);
    case 'F':
      return text(expand(f, "%Y-%m-%d"));
    case 'g':
      return number(iso_week(ordinal).year % 100, 2);
    case 'G':
      return number(iso_week(ordinal).year, 1);
    case 'H':
      return number(f.hour, 2);
    case 'I':
      return number(hour12, 2);
    case 'j':
      return number(day_of_year(f), 3);
    case 'k':
      return number(f.hour, 2, ' ');
    case 'l':
      return number(hour12, 2, ' ');
    case 'm':
      return number(f.month, 2);
    case 'M':
      return number(f.minute, 2);
    case 'n':
      return text("\n");
    case 'p':
      return text(f.hour < 12 ? "AM" : "PM");
    case 'P':
      return text(f.hour < 12 ? "am" : "pm");
    case 'r':
      return text(expand(f, "%I:%M:%S %p"));
    case 'R':
      return text(expand(f, "%H:%M"));
    case 's':
      return number((ordinal - kEpochOrdinal) * 86400 + f.hour * 3600 + f.minute * 60 + f.second,
                    1);
    case 'S':
      return number(f.second, 2);
    case 't':
      return text("\t");
    case 'T':
    case 'X':
      return text(expand(f, "%H:%M:%S"));
    case 'u':
      return number(weekday + 1, 1);
    case 'U':
      return number((day_of_year(f) + 6 - (weekday + 1) % 7) / 7, 2);
    case 'V':
      return number(iso_week(ordinal).week, 2);
    case 'w':
      return number((weekday + 1) % 7, 1);
    case 'W':
      return number((day_of_year(f) + 6 - weekday) / 7, 2);
    case 'y':
      return number(f.year % 100, 2);
    case 'Y':
      return number(f.year, 1);
    case 'z':
      return text(f.tz.is_none() ? "" : offset_text(tz_offset(f.tz), ""));
    case 'Z':
      return text(f.tz.is_none() ? "" : tz_name(f.tz.as<TimeZone>()));
    case '%':
      return text("%");
    default:
      Piece unknown;
      unknown.known = false;
      return unknown;
  }
}

// One directive of a format, from behind its %.
struct Directive {
  char fill = 0;  // '_': spaces, '0', '-': none
  bool upper = false, swap = false;
  size_t width = 0;
  char modifier = 0, name = 0;
};

size_t read_directive(std::string_view s, size_t i, Directive* d) {
  for (; i < s.size(); ++i) {
    if (s[i] == '_' || s[i] == '-' || s[i] == '0') {
      d->fill = s[i];
    } else if (s[i] == '^') {
      d->upper = true;
    } else if (s[i] == '#') {
      d->swap = true;
    } else {
      break;
    }
  }
  for (; i < s.size() && s[i] >= '0' && s[i] <= '9'; ++i) {
    if (d->width <= kWidthMax) d->width = d->width * 10 + static_cast<size_t>(s[i] - '0');
  }
  if (i < s.size() && (s[i] == 'E' || s[i] == 'O')) d->modifier = s[i++];
  if (i < s.size()) d->name = s[i++];
  return i;
}

bool modifier_fits(const Directive& d) {
  std::string_view names = d.modifier == 'E' ? "cCxXyY" : "deHkIlmMSuUVwWy";
  return !d.modifier || names.find(d.name) != names.npos;
}

std::string shaped(Piece piece, const Directive& d) {
  std::string out = std::move(piece.text);
  if (piece.number) {
    char fill = d.fill == '_' ? ' ' : d.fill == '0' ? '0' : piece.fill;
    if (d.fill != '-') pad(out, piece.digits, fill);
    pad(out, d.width, d.fill == '-' ? ' ' : fill);
    return out;
  }
  bool lower = d.swap && (d.name == 'p' || d.name == 'Z');
  bool upper = d.upper || (d.swap && !lower);
  for (char& c : out) {
    if (lower && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (upper && !lower && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  pad(out, d.width, d.fill == '0' ? '0' : ' ');
  return out;
}

// Hands the text of each part of a format to `append`, until that says false.
template <typename Append>
void each_part(const Fields& f, std::string_view s, Append append) {
  for (size_t i = 0; i < s.size();) {
    if (s[i] != '%' || i + 1 == s.size()) {
      const size_t percent = s.find('%', i + 1);
      const size_t end = percent == s.npos ? s.size() : percent;
      if (!append(s.substr(i, end - i))) return;
      i = end;
      continue;
    }
    Directive d;
    size_t end = read_directive(s, i + 1, &d);
    Piece piece = piece_of(f, d.name);
    if (!piece.known || d.width > kWidthMax || !modifier_fits(d)) {
      if (!append(s.substr(i, end - i))) return;  // as glibc: it stands for itself
    } else {
      if (!append(shaped(std::move(piece), d))) return;
    }
    i = end;
  }
}

// What a directive stands for: short.
std::string expand(const Fields& f, std::string_view format) {
  std::string out;
  each_part(f, format, [&](std::string_view part) {
    out += part;
    return true;
  });
  return out;
}

}  // namespace

Value strftime(Context& c, const Fields& f, Str* format) {
  std::string_view s = format->view();
  if (!c.charge_bytes(s.size() * 4)) return Value::stopped();
  // Three characters can ask for kWidthMax: the size of the result is checked before it is made.
  size_t percents = 0;
  for (char ch : s) percents += ch == '%';
  bool wide = s.size() > 64 && percents > 16;
  if (wide && !c.charge_bytes(percents * kWidthMax / 4)) return Value::stopped();
  // The name of a zone may be of any length; a piece is a copy of it.
  const Str* name = f.tz.is_none() ? nullptr : f.tz.as<TimeZone>()->name;
  if (name && !c.heap().fits(size_t{4} * name->size())) return c.stop_memory();
  StrBuilder out(c);
  each_part(f, s, [&](std::string_view part) {
    out.append(part);
    return !out.failed();
  });
  return out.finish();
}

}  // namespace belljar::datetime
