// fromisoformat as CPython 3.11 reads it: dates as YYYY-MM-DD, YYYYMMDD, YYYY-Www-D, YYYYWwwD;
// times with or without colons, fractions after '.' or ','; offsets, Z. What it takes beside the
// standard's forms ("12:+05", a lone separator at the end), we take, too.
#include "runtime/messages.h"
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The character at a place, 0 beyond the end.
char at(std::string_view s, size_t i) { return i < s.size() ? s[i] : '\0'; }

bool digits(std::string_view s, size_t* place, size_t n, int64_t* out) {
  int64_t value = 0;
  for (size_t i = 0; i < n; ++i) {
    char c = at(s, *place + i);
    if (!is_digit(c)) return false;
    value = value * 10 + (c - '0');
  }
  *place += n;
  *out = value;
  return true;
}

Value invalid(Context& c, std::string_view text) {
  return raise_quoting(c, Exc::ValueError, "Invalid isoformat string: ", text);
}

// The numbers of a date at the beginning of `s`; `length`: where the date ends.
bool read_date(std::string_view s, size_t length, int64_t* year, int64_t* month, int64_t* day) {
  size_t p = 0;
  if (!digits(s, &p, 4, year)) return false;
  bool dashed = at(s, p) == '-';
  if (dashed) ++p;
  if (at(s, p) == 'W') {
    ++p;
    int64_t week, weekday = 1;
    if (!digits(s, &p, 2, &week)) return false;
    if (p < length) {
      if (dashed && at(s, p++) != '-') return false;
      if (!digits(s, &p, 1, &weekday)) return false;
    }
    return iso_to_date(*year, week, weekday, year, month, day) == IsoProblem::None;
  }
  if (!digits(s, &p, 2, month)) return false;
  if (dashed && at(s, p++) != '-') return false;
  return digits(s, &p, 2, day);
}

enum class Reading { Bad, All, More };  // More: something follows

// hh[:mm[:ss[.fraction]]] in [p, end) of `s`.
Reading read_clock(std::string_view s, size_t p, size_t end, Clock* t) {
  int64_t* fields[] = {&t->hour, &t->minute, &t->second};
  bool colons = true;
  for (int i = 0; i < 3; ++i) {
    if (!digits(s, &p, 2, fields[i])) return Reading::Bad;
    char c = at(s, p++);
    if (i == 0) colons = c == ':';
    if (p >= end) return c == '\0' ? Reading::All : Reading::More;
    if (colons && c == ':') continue;
    if (c == '.' || c == ',') break;
    if (colons) return Reading::Bad;
    --p;
  }
  size_t shown = end - p < 6 ? end - p : 6;
  if (!digits(s, &p, shown, &t->microsecond)) return Reading::Bad;
  for (size_t i = shown; i < 6; ++i) t->microsecond *= 10;
  while (is_digit(at(s, p))) ++p;
  return at(s, p) == '\0' ? Reading::All : Reading::More;
}

struct Zone {
  bool given = false;
  int64_t seconds = 0, microseconds = 0;
};

// A clock with an optional offset. False: malformed.
bool read_time(std::string_view s, Clock* t, Zone* zone) {
  size_t sign = s.empty() ? 0 : s.find_first_of("+-Z");
  if (sign == std::string_view::npos) sign = s.size();
  Reading clock = read_clock(s, 0, sign, t);
  if (clock == Reading::Bad) return false;
  if (sign == s.size()) return clock == Reading::All;
  zone->given = true;
  if (s[sign] == 'Z') return sign + 1 == s.size();
  Clock offset;
  if (read_clock(s, sign + 1, s.size(), &offset) != Reading::All) return false;
  int direction = s[sign] == '-' ? -1 : 1;
  zone->seconds = direction * ((offset.hour * 60 + offset.minute) * 60 + offset.second);
  zone->microseconds = direction * offset.microsecond;
  return true;
}

// None, utc or a zone. An offset of less than a second is none: so CPython has it.
Value zone_of(Context& c, const Zone& zone) {
  if (!zone.given) return Value::none();
  if (zone.seconds == 0) return timezone_of(c, 0, nullptr);
  return timezone_of(c, static_cast<Micros>(zone.seconds) * kSecond + zone.microseconds, nullptr);
}

Value text_of(Context& c, Value v, Str** text) {
  Value t = payload(v);
  if (!t.is_str()) return c.raise(Exc::TypeError, "fromisoformat: argument must be str");
  *text = t.as<Str>();
  // A fraction of a second may have any number of digits.
  return c.charge((*text)->size() / 4 + 1) ? Value::none() : Value::stopped();
}

// Where the date of a text of at least 7 bytes ends; npos: nowhere.
size_t separator_place(std::string_view s) {
  if (s.size() == 7) return 7;
  if (s[4] == '-') {
    if (s[5] != 'W') return 10;
    if (at(s, 8) != '-') return 8;
    // YYYY-Www-D or YYYY-Www and '-' before an hour.
    if (s.size() == 9) return std::string_view::npos;
    return is_digit(at(s, 10)) ? 8 : 10;
  }
  if (s[4] != 'W') return 8;
  size_t n = 7;
  while (n < s.size() && is_digit(s[n])) ++n;
  if (n < 9) return n;
  return n % 2 == 0 ? 7 : 8;
}

size_t character_length(char lead) {
  unsigned char c = static_cast<unsigned char>(lead);
  return c < 0x80 ? 1 : c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
}

}  // namespace

Value date_from_iso(Context& c, Value v) {
  Str* text;
  BELLJAR_CHECK(text_of(c, v, &text));
  int64_t year, month = 1, day = 1;
  std::string_view s = text->view();
  bool length_fits = s.size() == 7 || s.size() == 8 || s.size() == 10;
  if (!length_fits || !read_date(s, s.size(), &year, &month, &day)) return invalid(c, s);
  return make_date(c, year, month, day);
}

Value time_from_iso(Context& c, Value v) {
  Str* text;
  BELLJAR_CHECK(text_of(c, v, &text));
  std::string_view s = text->view();
  if (!s.empty() && s[0] == 'T') s.remove_prefix(1);
  Clock t;
  Zone zone;
  if (!read_time(s, &t, &zone)) return invalid(c, text->view());
  BELLJAR_TRY(tz, zone_of(c, zone));
  return make_time(c, t, tz);
}

Value datetime_from_iso(Context& c, Value v) {
  Str* text;
  BELLJAR_CHECK(text_of(c, v, &text));
  std::string_view s = text->view();
  if (s.size() < 7) return invalid(c, s);
  size_t end = separator_place(s);
  int64_t year, month = 1, day = 1;
  if (end == std::string_view::npos || !read_date(s, end, &year, &month, &day)) {
    return invalid(c, s);
  }
  Clock t;
  Zone zone;
  if (s.size() > end) {
    size_t start = end + character_length(s[end]);
    if (start > s.size() || !read_time(s.substr(start), &t, &zone)) return invalid(c, s);
  }
  BELLJAR_TRY(tz, zone_of(c, zone));
  return make_datetime(c, year, month, day, t, tz);
}

}  // namespace belljar::datetime
