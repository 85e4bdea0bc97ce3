// Days, months, years and ISO weeks as arithmetic; see calendar.h.
#include "sdk/datetime/calendar.h"

namespace belljar::datetime {

const char* const kDayNames[7] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                  "Friday", "Saturday", "Sunday"};
const char* const kMonthNames[12] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

namespace {
constexpr int kDaysBefore[13] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
constexpr int kDaysIn[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
}  // namespace

int days_in_month(int64_t year, int64_t month) {
  return month == 2 && is_leap(year) ? 29 : kDaysIn[month];
}

int days_before_month(int64_t year, int64_t month) {
  return kDaysBefore[month] + (month > 2 && is_leap(year) ? 1 : 0);
}

int64_t to_ordinal(int64_t year, int64_t month, int64_t day) {
  return days_before_year(year) + days_before_month(year, month) + day;
}

// Civil-from-days over 400-year eras that begin in March, so that the leap day comes last.
YearMonthDay from_ordinal(int64_t ordinal) {
  int64_t z = ordinal + 305;  // days since 0000-03-01
  int64_t era = z / 146097;
  int64_t doe = z - era * 146097;
  int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int64_t mp = (5 * doy + 2) / 153;
  int day = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
  int month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  int year = static_cast<int>(yoe + era * 400 + (month <= 2 ? 1 : 0));
  return {year, month, day};
}

IsoProblem iso_to_date(int64_t iso_year, int64_t week, int64_t weekday, int64_t* year,
                       int64_t* month, int64_t* day) {
  if (iso_year < kMinYear || iso_year > kMaxYear) return IsoProblem::Year;
  if (week <= 0 || week >= 53) {
    int first = weekday_of(to_ordinal(iso_year, 1, 1));
    bool long_year = first == 3 || (first == 2 && is_leap(iso_year));
    if (week != 53 || !long_year) return IsoProblem::Week;
  }
  if (weekday < 1 || weekday > 7) return IsoProblem::Weekday;
  YearMonthDay d = from_ordinal(iso_week1_monday(iso_year) + (week - 1) * 7 + weekday - 1);
  *year = d.year;
  *month = d.month;
  *day = d.day;
  return IsoProblem::None;
}

int64_t year_of_ordinal(int64_t ordinal) {
  constexpr int64_t kDaysOf400Years = 146097;
  int64_t cycles = (ordinal - 1) / kDaysOf400Years;
  if ((ordinal - 1) % kDaysOf400Years < 0) --cycles;
  return from_ordinal(ordinal - cycles * kDaysOf400Years).year + cycles * 400;
}

int64_t iso_week1_monday(int64_t year) {
  int64_t first = to_ordinal(year, 1, 1);
  int weekday = weekday_of(first);
  int64_t monday = first - weekday;
  return weekday > 3 ? monday + 7 : monday;
}

IsoWeek iso_week(int64_t ordinal) {
  int year = from_ordinal(ordinal).year;
  int64_t monday = iso_week1_monday(year);
  int64_t week = (ordinal - monday) >= 0 ? (ordinal - monday) / 7 : -1;
  if (week < 0) {
    --year;
    monday = iso_week1_monday(year);
    week = (ordinal - monday) / 7;
  } else if (week >= 52 && ordinal >= iso_week1_monday(year + 1)) {
    ++year;
    week = 0;
  }
  return {year, static_cast<int>(week) + 1, weekday_of(ordinal) + 1};
}

}  // namespace belljar::datetime
