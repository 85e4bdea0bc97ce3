// ISO 8601 instants, for the clock that a world or `--now` fixes.
#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>

#include "belljar/world.h"

namespace belljar {
namespace {

// Days since 1970-01-01 of a proleptic Gregorian date (Howard Hinnant's algorithm).
int64_t days_from_civil(int64_t year, unsigned month, unsigned day) {
  year -= month <= 2;
  int64_t era = (year >= 0 ? year : year - 399) / 400;
  unsigned year_of_era = static_cast<unsigned>(year - era * 400);
  unsigned day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + static_cast<int64_t>(day_of_era) - 719468;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}
  bool digits(size_t count, int* value) {
    if (rest_.size() < count) return false;
    *value = 0;
    for (size_t i = 0; i < count; ++i) {
      if (rest_[i] < '0' || rest_[i] > '9') return false;
      *value = *value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return true;
  }
  bool take(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  char peek() const { return rest_.empty() ? '\0' : rest_[0]; }
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

}  // namespace

std::optional<int64_t> parse_instant(std::string_view text) {
  constexpr int kMonthDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  Reader in(text);
  int year, month, day, hour = 0, minute = 0, second = 0, micros = 0;
  if (!in.digits(4, &year) || !in.take('-') || !in.digits(2, &month) || !in.take('-') ||
      !in.digits(2, &day)) {
    return std::nullopt;
  }
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (year < 1 || month < 1 || month > 12 || day < 1 ||
      day > kMonthDays[month - 1] + (leap && month == 2)) {
    return std::nullopt;
  }
  int64_t offset_seconds = 0;
  if (!in.done()) {
    if (!in.take('T') && !in.take('t') && !in.take(' ')) return std::nullopt;
    if (!in.digits(2, &hour) || !in.take(':') || !in.digits(2, &minute)) return std::nullopt;
    if (in.take(':')) {
      if (!in.digits(2, &second)) return std::nullopt;
      if (in.take('.')) {
        int scale = 100'000, digit, count = 0;
        while (in.peek() >= '0' && in.peek() <= '9') {
          in.digits(1, &digit);
          micros += digit * scale;
          scale /= 10;
          ++count;
        }
        if (count == 0) return std::nullopt;
      }
    }
    if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
    if (!in.take('Z') && !in.take('z') && !in.done()) {
      int sign = in.take('+') ? 1 : in.take('-') ? -1 : 0, hours, minutes = 0;
      if (sign == 0 || !in.digits(2, &hours)) return std::nullopt;
      in.take(':');
      if (!in.done() && !in.digits(2, &minutes)) return std::nullopt;
      if (hours > 23 || minutes > 59) return std::nullopt;
      offset_seconds = sign * (hours * 3600 + minutes * 60);
    }
  }
  if (!in.done()) return std::nullopt;
  int64_t days = days_from_civil(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  int64_t seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset_seconds;
  return seconds * 1'000'000 + micros;
}

std::string instant_text(int64_t microseconds) {
  using namespace std::chrono;
  const sys_time<std::chrono::microseconds> instant{std::chrono::microseconds(microseconds)};
  const sys_days day = floor<days>(instant);
  const year_month_day date(day);
  const hh_mm_ss time(instant - day);
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%06dZ",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return text;
}

}  // namespace belljar
