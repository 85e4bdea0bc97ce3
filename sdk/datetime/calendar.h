// The proleptic Gregorian calendar: pure arithmetic on numbers, no objects.
#pragma once

#include <cstdint>

namespace belljar::datetime {

inline constexpr int kMinYear = 1;
inline constexpr int kMaxYear = 9999;
inline constexpr int64_t kMaxOrdinal = 3652059;   // 9999-12-31
inline constexpr int64_t kEpochOrdinal = 719163;  // 1970-01-01
inline constexpr int64_t kSecond = 1'000'000;     // in microseconds
inline constexpr int64_t kDay = 86400 * kSecond;

constexpr bool is_leap(int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
int days_in_month(int64_t year, int64_t month);
// Days before January 1st of year, counted from 0001-01-01.
constexpr int64_t days_before_year(int64_t year) {
  int64_t y = year - 1;
  return y * 365 + y / 4 - y / 100 + y / 400;
}
int days_before_month(int64_t year, int64_t month);
int64_t to_ordinal(int64_t year, int64_t month, int64_t day);  // 0001-01-01 is 1
struct YearMonthDay {
  int year, month, day;
};
YearMonthDay from_ordinal(int64_t ordinal);
// Monday 0.
constexpr int weekday_of(int64_t ordinal) { return static_cast<int>((ordinal + 6) % 7); }
struct IsoWeek {
  int year, week, weekday;  // Monday 1
};
IsoWeek iso_week(int64_t ordinal);
// The ordinal of Monday of week 1.
int64_t iso_week1_monday(int64_t year);

// The day of an ISO year, week and weekday; what is wrong with them.
enum class IsoProblem { None, Year, Week, Weekday };
IsoProblem iso_to_date(int64_t iso_year, int64_t week, int64_t weekday, int64_t* year,
                       int64_t* month, int64_t* day);

// The year of a day, which need not be one of date's.
int64_t year_of_ordinal(int64_t ordinal);

extern const char* const kDayNames[7];  // Monday first
extern const char* const kMonthNames[12];

}  // namespace belljar::datetime
