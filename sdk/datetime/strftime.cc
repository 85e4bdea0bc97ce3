// strftime with our own directives: the C locale, UTC, no host function, nothing of unbounded
// width.
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

void padded(StrBuilder& out, int64_t n, size_t width, char fill = '0') {
  std::string text = std::to_string(n);
  for (size_t i = text.size(); i < width; ++i) out.append(fill);
  out.append(text);
}

int day_of_year(const Fields& f) { return days_before_month(f.year, f.month) + f.day; }

}  // namespace

Value strftime(Context& c, const Fields& f, Str* format) {
  std::string_view s = format->view();
  if (!c.charge_bytes(s.size() * 4)) return Value::stopped();
  StrBuilder out(c);
  int64_t ordinal = to_ordinal(f.year, f.month, f.day);
  int weekday = weekday_of(ordinal);
  int hour12 = f.hour % 12 == 0 ? 12 : f.hour % 12;
  for (size_t i = 0; i < s.size(); ++i) {
    if (s[i] != '%' || i + 1 == s.size()) {
      out.append(s[i]);
      continue;
    }
    char directive = s[++i];
    switch (directive) {
      case 'a':
        out.append(std::string_view(kDayNames[weekday], 3));
        break;
      case 'A':
        out.append(kDayNames[weekday]);
        break;
      case 'b':
      case 'h':
        out.append(std::string_view(kMonthNames[f.month - 1], 3));
        break;
      case 'B':
        out.append(kMonthNames[f.month - 1]);
        break;
      case 'c':
        out.append(std::string_view(kDayNames[weekday], 3));
        out.append(' ');
        out.append(std::string_view(kMonthNames[f.month - 1], 3));
        out.append(' ');
        padded(out, f.day, 2, ' ');
        out.append(' ');
        padded(out, f.hour, 2), out.append(':'), padded(out, f.minute, 2), out.append(':');
        padded(out, f.second, 2), out.append(' '), padded(out, f.year, 4);
        break;
      case 'C':
        padded(out, f.year / 100, 2);
        break;
      case 'd':
        padded(out, f.day, 2);
        break;
      case 'D':
      case 'x':
        padded(out, f.month, 2), out.append('/'), padded(out, f.day, 2), out.append('/');
        padded(out, f.year % 100, 2);
        break;
      case 'e':
        padded(out, f.day, 2, ' ');
        break;
      case 'f':
        padded(out, f.microsecond, 6);
        break;
      case 'F':
        padded(out, f.year, 4), out.append('-'), padded(out, f.month, 2), out.append('-');
        padded(out, f.day, 2);
        break;
      case 'g':
        padded(out, iso_week(ordinal).year % 100, 2);
        break;
      case 'G':
        padded(out, iso_week(ordinal).year, 4);
        break;
      case 'H':
        padded(out, f.hour, 2);
        break;
      case 'I':
        padded(out, hour12, 2);
        break;
      case 'j':
        padded(out, day_of_year(f), 3);
        break;
      case 'k':
        padded(out, f.hour, 2, ' ');
        break;
      case 'l':
        padded(out, hour12, 2, ' ');
        break;
      case 'm':
        padded(out, f.month, 2);
        break;
      case 'M':
        padded(out, f.minute, 2);
        break;
      case 'n':
        out.append('\n');
        break;
      case 'p':
        out.append(f.hour < 12 ? "AM" : "PM");
        break;
      case 'r':
        padded(out, hour12, 2), out.append(':'), padded(out, f.minute, 2), out.append(':');
        padded(out, f.second, 2), out.append(f.hour < 12 ? " AM" : " PM");
        break;
      case 'R':
        padded(out, f.hour, 2), out.append(':'), padded(out, f.minute, 2);
        break;
      case 's': {
        int64_t seconds =
            (ordinal - kEpochOrdinal) * 86400 + f.hour * 3600 + f.minute * 60 + f.second;
        padded(out, seconds, 1);
        break;
      }
      case 'S':
        padded(out, f.second, 2);
        break;
      case 't':
        out.append('\t');
        break;
      case 'T':
      case 'X':
        padded(out, f.hour, 2), out.append(':'), padded(out, f.minute, 2), out.append(':');
        padded(out, f.second, 2);
        break;
      case 'u':
        padded(out, weekday + 1, 1);
        break;
      case 'U':
        padded(out, (day_of_year(f) + 6 - (weekday + 1) % 7) / 7, 2);
        break;
      case 'V':
        padded(out, iso_week(ordinal).week, 2);
        break;
      case 'w':
        padded(out, (weekday + 1) % 7, 1);
        break;
      case 'W':
        padded(out, (day_of_year(f) + 6 - weekday) / 7, 2);
        break;
      case 'y':
        padded(out, f.year % 100, 2);
        break;
      case 'Y':
        padded(out, f.year, 1);
        break;
      case 'z':
        if (!f.tz.is_none()) out.append(offset_text(tz_offset(f.tz), ""));
        break;
      case 'Z':
        if (!f.tz.is_none()) out.append(tz_name(f.tz.as<TimeZone>()));
        break;
      case '%':
        out.append('%');
        break;
      default:  // as glibc: an unknown directive stands for itself
        out.append('%');
        out.append(directive);
    }
  }
  return out.finish();
}

}  // namespace belljar::datetime
