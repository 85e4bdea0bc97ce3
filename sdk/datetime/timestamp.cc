// Timestamps of the Unix epoch as arguments.
#include <cmath>

#include "runtime/exception.h"
#include "runtime/protocol.h"
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

Value out_of_range(Context& c) {
  return c.raise(Exc::OverflowError, "timestamp out of range for platform time_t");
}

Value whole_seconds(Context& c, Value v, int64_t* seconds) {
  BELLJAR_TRY(i, as_index(c, v));
  if (!i.is_int_like()) return out_of_range(c);
  *seconds = i.as_int();
  return Value::none();
}

// Seconds that a float's whole part may be.
bool fits(double whole) { return whole >= -0x1p63 && whole < 0x1p63; }

Value not_a_number(Context& c) {
  return c.raise(Exc::ValueError, "Invalid value NaN (not a number)");
}

}  // namespace

Value check_instant(Context& c, int64_t days) {
  int64_t year = year_of_ordinal(days + kEpochOrdinal);
  if (year >= kMinYear && year <= kMaxYear) return Value::none();
  constexpr int64_t kFirstYear = 1900;  // struct tm counts from it, in a C int
  if (year - kFirstYear > INT32_MAX || year - kFirstYear < INT32_MIN) {
    BELLJAR_TRY(text, new_str(c, "Value too large for defined data type"));
    Value args[] = {Value::integer(75), text};  // EOVERFLOW
    BELLJAR_TRY(error, new_exception(c, c.realm().exception(Exc::OSError), args, 2));
    return c.raise_value(error);
  }
  return c.raise(Exc::ValueError, {"year ", std::to_string(year), " is out of range"});
}

Value seconds_argument(Context& c, Value v, int64_t* seconds) {
  v = payload(v);
  if (!v.is_float()) return whole_seconds(c, v, seconds);
  if (std::isnan(v.as_float())) return not_a_number(c);
  double whole = std::floor(v.as_float());
  if (!fits(whole)) return out_of_range(c);
  *seconds = static_cast<int64_t>(whole);
  return Value::none();
}

Value timestamp_argument(Context& c, Value v, Micros* us) {
  v = payload(v);
  int64_t seconds;
  double rest = 0;
  if (!v.is_float()) {
    BELLJAR_CHECK(whole_seconds(c, v, &seconds));
  } else {
    if (std::isnan(v.as_float())) return not_a_number(c);
    double whole;
    rest = std::nearbyint(std::modf(v.as_float(), &whole) * 1e6);
    if (rest >= 1e6) {
      rest -= 1e6;
      whole += 1;
    } else if (rest < 0) {
      rest += 1e6;
      whole -= 1;
    }
    if (!fits(whole)) return out_of_range(c);
    seconds = static_cast<int64_t>(whole);
  }
  int64_t days = seconds >= 0 ? seconds / 86400 : -((-(seconds + 1)) / 86400) - 1;
  BELLJAR_CHECK(check_instant(c, days));
  *us = static_cast<Micros>(seconds) * kSecond + static_cast<int64_t>(rest);
  return Value::none();
}

}  // namespace belljar::datetime
