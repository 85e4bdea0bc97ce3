// fromisoformat as CPython 3.11 reads it: dates as YYYY-MM-DD, YYYYMMDD, YYYY-Www-D, YYYYWwwD;
// times with or without colons, fractions after '.' or ','; offsets, Z.
#include "runtime/list.h"
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

bool digits(std::string_view s, size_t at, size_t n, int64_t* out) {
  if (at + n > s.size()) return false;
  int64_t value = 0;
  for (size_t i = at; i < at + n; ++i) {
    if (s[i] < '0' || s[i] > '9') return false;
    value = value * 10 + (s[i] - '0');
  }
  *out = value;
  return true;
}

Value invalid(Context& c, std::string_view text) {
  return c.raise(Exc::ValueError, {"Invalid isoformat string: ", str_repr(text)});
}

// The numbers of a date; -1: malformed, 0: out of range of ISO weeks, 1: read.
int read_date(std::string_view s, int64_t* year, int64_t* month, int64_t* day) {
  if (!digits(s, 0, 4, year)) return -1;
  size_t at = 4;
  bool dashed = at < s.size() && s[at] == '-';
  if (dashed) ++at;
  if (at < s.size() && s[at] == 'W') {
    int64_t week, weekday = 1;
    if (!digits(s, at + 1, 2, &week)) return -1;
    at += 3;
    if (at < s.size()) {
      if (dashed) {
        if (s[at] != '-') return -1;
        ++at;
      }
      if (!digits(s, at, 1, &weekday) || at + 1 != s.size()) return -1;
    }
    if (*year < kMinYear || week < 1 || week > 53 || weekday < 1 || weekday > 7) return 0;
    if (week == 53 &&
        (*year == kMaxYear || iso_week1_monday(*year + 1) - iso_week1_monday(*year) != 53 * 7)) {
      return 0;
    }
    int64_t ordinal = iso_week1_monday(*year) + (week - 1) * 7 + weekday - 1;
    if (ordinal < 1 || ordinal > kMaxOrdinal) return 0;
    YearMonthDay d = from_ordinal(ordinal);
    *year = d.year;
    *month = d.month;
    *day = d.day;
    return 1;
  }
  if (!digits(s, at, 2, month)) return -1;
  at += 2;
  if (dashed) {
    if (at >= s.size() || s[at] != '-') return -1;
    ++at;
  }
  if (!digits(s, at, 2, day) || at + 2 != s.size()) return -1;
  return 1;
}

// hh[:mm[:ss[.fraction]]], all of `s`.
bool read_clock(std::string_view s, Clock* t) {
  int64_t* fields[] = {&t->hour, &t->minute, &t->second};
  size_t at = 0;
  bool colons = s.size() > 2 && s[2] == ':';
  for (int i = 0; i < 3; ++i) {
    if (!digits(s, at, 2, fields[i])) return false;
    at += 2;
    if (at == s.size()) return true;
    if (i == 2 && (s[at] == '.' || s[at] == ',')) break;
    if (i == 2) return false;
    if (colons) {
      if (s[at] != ':') return false;
      ++at;
    } else if (s[at] == ':') {
      return false;
    }
  }
  ++at;
  size_t n = s.size() - at;
  if (n == 0) return false;
  size_t shown = n > 6 ? 6 : n;
  int64_t fraction;
  if (!digits(s, at, shown, &fraction)) return false;
  for (size_t i = at + shown; i < s.size(); ++i) {
    if (s[i] < '0' || s[i] > '9') return false;
  }
  for (size_t i = shown; i < 6; ++i) fraction *= 10;
  t->microsecond = fraction;
  return true;
}

// A clock with an optional offset. False: malformed.
bool read_time(Context& c, std::string_view s, Clock* t, Value* tz, Value* problem) {
  *tz = Value::none();
  size_t sign = s.find_first_of("+-Z");
  std::string_view clock = s.substr(0, sign);
  if (!read_clock(clock, t)) return false;
  if (sign == std::string_view::npos) return true;
  std::string_view zone = s.substr(sign);
  if (zone[0] == 'Z') {
    if (zone.size() != 1) return false;
    *tz = make_timezone(c, 0, nullptr);
    return true;
  }
  Clock offset;
  if (!read_clock(zone.substr(1), &offset)) return false;
  int64_t us =
      ((offset.hour * 60 + offset.minute) * 60 + offset.second) * kSecond + offset.microsecond;
  if (us >= kDay) {
    *problem = c.raise(Exc::ValueError,
                       "offset must be a timedelta strictly between -timedelta(hours=24) and "
                       "timedelta(hours=24).");
    return true;
  }
  *tz = make_timezone(c, zone[0] == '-' ? -us : us, nullptr);
  return true;
}

Value text_of(Context& c, Value v, Str** text) {
  Value t = payload(v);
  if (!t.is_str()) return c.raise(Exc::TypeError, "fromisoformat: argument must be str");
  *text = t.as<Str>();
  return Value::none();
}

}  // namespace

Value date_from_iso(Context& c, Value v) {
  Str* text;
  BELLJAR_CHECK(text_of(c, v, &text));
  int64_t year, month = 1, day = 1;
  std::string_view s = text->view();
  if (s.size() < 7 || s.size() > 10 || read_date(s, &year, &month, &day) != 1) return invalid(c, s);
  return make_date(c, year, month, day);
}

Value time_from_iso(Context& c, Value v) {
  Str* text;
  BELLJAR_CHECK(text_of(c, v, &text));
  std::string_view s = text->view();
  if (!s.empty() && s[0] == 'T') s.remove_prefix(1);
  Clock t;
  Value tz, problem;
  if (!read_time(c, s, &t, &tz, &problem)) return invalid(c, text->view());
  if (problem.is_abrupt()) return problem;
  return make_time(c, t, tz);
}

Value datetime_from_iso(Context& c, Value v) {
  Str* text;
  BELLJAR_CHECK(text_of(c, v, &text));
  std::string_view s = text->view();
  if (s.size() < 7) return invalid(c, s);
  // Where the date ends: CPython looks at the shape before it reads.
  size_t end;
  if (s[4] == '-') {
    if (s.size() > 5 && s[5] == 'W') {
      end = s.size() > 8 && s[8] == '-' ? 10 : 8;
    } else {
      end = 10;
    }
  } else if (s[4] == 'W') {
    size_t n = 7;
    while (n < s.size() && s[n] >= '0' && s[n] <= '9') ++n;
    end = n < 9 ? n : (n % 2 == 0 ? 7 : 8);
  } else {
    end = 8;
  }
  if (end > s.size()) end = s.size();
  int64_t year, month = 1, day = 1;
  if (read_date(s.substr(0, end), &year, &month, &day) != 1) return invalid(c, s);
  Clock t;
  Value tz = Value::none(), problem;
  if (end < s.size()) {
    // One separator, any character.
    size_t separator = 1;
    unsigned char lead = static_cast<unsigned char>(s[end]);
    if (lead >= 0xf0) {
      separator = 4;
    } else if (lead >= 0xe0) {
      separator = 3;
    } else if (lead >= 0xc0) {
      separator = 2;
    }
    if (end + separator >= s.size() ||
        !read_time(c, s.substr(end + separator), &t, &tz, &problem)) {
      return invalid(c, s);
    }
    if (problem.is_abrupt()) return problem;
  }
  return make_datetime(c, year, month, day, t, tz);
}

}  // namespace belljar::datetime
