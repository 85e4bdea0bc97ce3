// strptime: what the parts of a text that a format has found mean together.
#include "sdk/datetime/strptime.h"

#include <cctype>

#include "runtime/messages.h"
#include "sdk/datetime/types.h"
#include "support/utf8.h"

namespace belljar::datetime {

namespace {

constexpr const char* kIsoYearAlone =
    "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
    "('%A', '%a', '%w', or '%u').";
constexpr const char* kIsoYearAndDay =
    "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' "
    "instead.";
constexpr const char* kIsoWeekAlone =
    "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive "
    "('%A', '%a', '%w', or '%u').";
constexpr const char* kIsoWeekAndYear =
    "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' "
    "instead.";

constexpr int64_t kNone = -1;

struct Parsed {
  int64_t year = kNone, month = 1, day = 1;
  Clock clock;
  int64_t day_of_year = kNone, weekday = kNone;
  int64_t iso_year = kNone, iso_week = kNone, week = kNone;
  bool weeks_from_sunday = false;
  bool has_day_of_year = false;
  bool has_offset = false;
  Micros offset = 0;
};

int64_t name_index(const std::string& name, const char* const* names, int count) {
  for (int i = 0; i < count; ++i) {
    bool same = true;
    for (size_t k = 0; k < 3 && same; ++k) {
      same = std::tolower(static_cast<unsigned char>(name[k])) ==
             std::tolower(static_cast<unsigned char>(names[i][k]));
    }
    if (same) return i;
  }
  return kNone;
}

int64_t digits_value(std::string_view s, size_t at, size_t n) {
  int64_t value = 0;
  for (size_t i = at; i < at + n && i < s.size(); ++i) value = value * 10 + (s[i] - '0');
  return value;
}

// The offset of a %z: colons everywhere or nowhere.
Value read_offset(Context& c, const std::string& found, Micros* offset) {
  if (found == "Z") return Value::none();
  std::string z = found;
  if (z[3] == ':') {
    z.erase(3, 1);
    if (z.size() > 5) {
      if (z[5] != ':') {
        return c.raise(Exc::ValueError, {"Inconsistent use of : in ", found});
      }
      z.erase(5, 1);
    }
  }
  int64_t seconds = digits_value(z, 1, 2) * 3600 + digits_value(z, 3, 2) * 60;
  if (z.size() > 5) seconds += digits_value(z, 5, 2);
  int64_t fraction = 0;
  if (z.size() > 8) {
    fraction = digits_value(z, 8, 6);
    for (size_t n = z.size() - 8; n < 6; ++n) fraction *= 10;
  }
  *offset = static_cast<Micros>(seconds) * kSecond + fraction;
  if (z[0] == '-') *offset = -*offset;
  return Value::none();
}

Value take(Context& c, const StrptimeMatcher& found, char name, Parsed* p) {
  switch (name) {
    case 'y': {
      int64_t n = found.number('y');
      p->year = n + (n <= 68 ? 2000 : 1900);
      break;
    }
    case 'Y':
      p->year = found.number('Y');
      break;
    case 'G':
      p->iso_year = found.number('G');
      break;
    case 'm':
      p->month = found.number('m');
      break;
    case 'b':
    case 'B':
      p->month = name_index(found.text(name), kMonthNames, 12) + 1;
      break;
    case 'd':
      p->day = found.number('d');
      break;
    case 'H':
      p->clock.hour = found.number('H');
      break;
    case 'I': {
      bool pm =
          found.has('p') && std::tolower(static_cast<unsigned char>(found.text('p')[0])) == 'p';
      p->clock.hour = found.number('I') % 12 + (pm ? 12 : 0);
      break;
    }
    case 'M':
      p->clock.minute = found.number('M');
      break;
    case 'S':
      p->clock.second = found.number('S');
      break;
    case 'f': {
      p->clock.microsecond = found.number('f');
      for (size_t n = found.text('f').size(); n < 6; ++n) p->clock.microsecond *= 10;
      break;
    }
    case 'a':
    case 'A':
      p->weekday = name_index(found.text(name), kDayNames, 7);
      break;
    case 'w':
      p->weekday = (found.number('w') + 6) % 7;
      break;
    case 'u':
      p->weekday = found.number('u') - 1;
      break;
    case 'j':
      p->day_of_year = found.number('j');
      p->has_day_of_year = true;
      break;
    case 'U':
    case 'W':
      p->week = found.number(name);
      p->weeks_from_sunday = name == 'U';
      break;
    case 'V':
      p->iso_week = found.number('V');
      break;
    case 'z':
      p->has_offset = true;
      return read_offset(c, found.text('z'), &p->offset);
    default:
      break;
  }
  return Value::none();
}

Value check_combination(Context& c, const Parsed& p) {
  const char* problem = nullptr;
  if (p.year == kNone && p.iso_year != kNone) {
    if (p.iso_week == kNone || p.weekday == kNone) {
      problem = kIsoYearAlone;
    } else if (p.has_day_of_year) {
      problem = kIsoYearAndDay;
    }
  } else if (p.week == kNone && p.iso_week != kNone) {
    problem = p.weekday == kNone ? kIsoWeekAlone : kIsoWeekAndYear;
  }
  return problem ? c.raise(Exc::ValueError, problem) : Value::none();
}

// The day of the year (from 1, may be below) of a weekday in a week.
int64_t day_of_week(const Parsed& p) {
  int64_t first = weekday_of(to_ordinal(p.year, 1, 1)), weekday = p.weekday;
  if (p.weeks_from_sunday) {
    first = (first + 1) % 7;
    weekday = (weekday + 1) % 7;
  }
  if (p.week == 0) return 1 + weekday - first;
  return 1 + (7 - first) % 7 + 7 * (p.week - 1) + weekday;
}

// Year, month and day from what tells them.
Value resolve_day(Context& c, Parsed* p) {
  bool leap_day = false;
  if (p->year == kNone) {
    leap_day = p->month == 2 && p->day == 29;
    p->year = leap_day ? 1904 : 1900;
  }
  if (p->day_of_year == kNone && p->weekday != kNone) {
    if (p->week != kNone) {
      BELLJAR_CHECK(check_date(c, p->year, 1, 1));
      p->day_of_year = day_of_week(*p);
      if (p->day_of_year <= 0) {
        --p->year;
        p->day_of_year += is_leap(p->year) ? 366 : 365;
      }
    } else if (p->iso_year != kNone && p->iso_week != kNone) {
      BELLJAR_CHECK(check_date(c, p->iso_year, 1, 1));
      p->year = p->iso_year;
      int64_t fourth = weekday_of(to_ordinal(p->year, 1, 4)) + 1;
      p->day_of_year = p->iso_week * 7 + p->weekday + 1 - (fourth + 3);
      if (p->day_of_year < 1) {
        BELLJAR_CHECK(check_date(c, p->year - 1, 1, 1));
        --p->year;
        p->day_of_year += is_leap(p->year) ? 366 : 365;
      }
    }
  }
  if (p->day_of_year == kNone) {
    BELLJAR_CHECK(check_date(c, p->year, p->month, p->day));
  } else {
    BELLJAR_CHECK(check_date(c, p->year, 1, 1));
    int64_t ordinal = to_ordinal(p->year, 1, 1) + p->day_of_year - 1;
    if (ordinal > kMaxOrdinal) {
      return c.raise(Exc::ValueError,
                     {"year ", std::to_string(year_of_ordinal(ordinal)), " is out of range"});
    }
    YearMonthDay d = from_ordinal(ordinal);
    p->year = d.year;
    p->month = d.month;
    p->day = d.day;
  }
  if (leap_day) p->year = 1900;
  return Value::none();
}

}  // namespace

Value strptime(Context& c, Str* text, Str* format) {
  if (!c.charge_bytes(text->size() + format->size() * 4)) return Value::stopped();
  // Its characters and elements, in vectors that grow.
  const size_t characters = size_t{text->length} * 12 + size_t{format->length} * 40;
  if (!c.heap().fits(characters)) return c.stop_memory();
  StrptimeMatcher found(c, format->view(), text->view());
  char32_t bad = 0;
  switch (found.compile(&bad)) {
    case StrptimeFormatError::Stray:
      return c.raise(Exc::ValueError, {"stray % in format '", format->view(), "'"});
    case StrptimeFormatError::Bad: {
      std::string name;
      append_utf8(name, bad);
      return c.raise(Exc::ValueError,
                     {"'", name, "' is a bad directive in format '", format->view(), "'"});
    }
    case StrptimeFormatError::Twice:
      return c.raise(Exc::ValueError, {"directive '%", std::string(1, static_cast<char>(bad)),
                                       "' stands more than once in format '", format->view(), "'"});
    case StrptimeFormatError::None:
      break;
  }
  BELLJAR_TRY(matched, found.match());
  if (!matched.as_bool()) {
    StrBuilder message(c);
    message.append("time data ");
    append_str_repr(message, text->view());
    message.append(" does not match format ");
    append_str_repr(message, format->view());
    return raise_message(c, Exc::ValueError, message);
  }
  std::string rest = found.rest();
  if (!rest.empty()) return c.raise(Exc::ValueError, {"unconverted data remains: ", rest});
  Parsed p;
  for (char name : found.order()) BELLJAR_CHECK(take(c, found, name, &p));
  BELLJAR_CHECK(check_combination(c, p));
  BELLJAR_CHECK(resolve_day(c, &p));
  Value tz = Value::none();
  if (p.has_offset) {
    Str* name = nullptr;
    if (found.has('Z')) {
      BELLJAR_TRY(made, new_str(c, found.text('Z')));
      name = made.as<Str>();
    }
    BELLJAR_TRY(zone, timezone_of(c, p.offset, name));
    tz = zone;
  }
  return make_datetime(c, p.year, p.month, p.day, p.clock, tz);
}

}  // namespace belljar::datetime
