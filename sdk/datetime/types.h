// The objects of the datetime module, and how the files of this folder make and read them.
//
// All are immutable NativeObjects. datetime begins as date does, because it derives from it.
// Instants are handled as microseconds in __int128 where sums could leave 64 bits.
#pragma once

#include <span>
#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/context.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/datetime/calendar.h"
#include "sdk/extensions.h"

namespace belljar::datetime {

struct TimeDelta : NativeObject {
  int32_t days;  // the sign is here: 0 <= seconds < 86400, 0 <= microseconds < 10**6
  int32_t seconds;
  int32_t microseconds;
};
struct Date : NativeObject {
  int16_t year;
  uint8_t month, day;
};
struct DateTime : Date {
  uint8_t hour, minute, second, fold;
  int32_t microsecond;
  Value tz;  // None or a TimeZone
};
struct Time : NativeObject {
  uint8_t hour, minute, second, fold;
  int32_t microsecond;
  Value tz;
};
struct TimeZone : NativeObject {
  int64_t offset;  // microseconds east of UTC
  Str* name;       // or null: "UTC+hh:mm"
};

using Micros = __int128;
inline constexpr int64_t kMaxDeltaDays = 999'999'999;

inline Class* class_for(const Context& c, Extension e) { return extension_class(c.realm(), e); }
inline bool is_a(const Context& c, Value v, Extension e) {
  return v.is(Kind::NativeObject) && is_subclass(v.as<NativeObject>()->cls, class_for(c, e));
}

// --- making (all check ranges and raise as CPython does)
// ------------------------------------------
Value make_delta(Context& c, Micros microseconds);  // OverflowError out of range
Value make_date(Context& c, int64_t year, int64_t month, int64_t day);
struct Clock {
  int64_t hour = 0, minute = 0, second = 0, microsecond = 0, fold = 0;
};
Value make_datetime(Context& c, int64_t year, int64_t month, int64_t day, const Clock& clock,
                    Value tz);
Value make_time(Context& c, const Clock& clock, Value tz);
Value make_timezone(Context& c, int64_t offset, Str* name);
// timezone(timedelta(microseconds=offset), name), refused out of range; utc for 0 without a name.
Value timezone_of(Context& c, Micros offset, Str* name);
Value check_date(Context& c, int64_t year, int64_t month, int64_t day);
Value check_clock(Context& c, const Clock& clock);
Value check_tz(Context& c, Value tz);
// A naive datetime from microseconds since 0001-01-01T00:00 (ordinal 1). OverflowError.
Value datetime_from_micros(Context& c, Micros micros, Value tz, int fold = 0);
// On the same date, so many microseconds after midnight (less than a day).
Value datetime_on_date(Context& c, const Date* date, int64_t clock, Value tz);

// --- reading
// ----------------------------------------------------------------------------------------
inline Micros delta_micros(const TimeDelta* d) {
  return (static_cast<Micros>(d->days) * 86400 + d->seconds) * kSecond + d->microseconds;
}
inline int64_t date_ordinal(const Date* d) { return to_ordinal(d->year, d->month, d->day); }
inline int64_t clock_micros(const DateTime* d) {
  return ((d->hour * 60 + d->minute) * 60 + d->second) * kSecond + d->microsecond;
}
inline Micros datetime_micros(const DateTime* d) {
  return static_cast<Micros>(date_ordinal(d) - 1) * kDay + clock_micros(d);
}
// Orders as the wall clock does, whatever the zone: of two in one zone, the instants' order.
inline int64_t wall_key(const DateTime* d) {
  const int64_t day = (int64_t{d->year} << 4 | d->month) << 5 | d->day;
  return ((day << 5 | d->hour) << 6 | d->minute) << 26 | (d->second << 20 | d->microsecond);
}
inline int64_t tz_offset(Value tz) { return tz.as<TimeZone>()->offset; }
std::string tz_name(const TimeZone* tz);
Value tz_name_value(Context& c, const TimeZone* tz);  // a Str, without a copy
// "+05:30", "+05:30:15.000001"; `colon` between hours and minutes.
std::string offset_text(int64_t offset, std::string_view colon = ":");

// --- arguments
// --------------------------------------------------------------------------------------
Value int_argument(Context& c, Value v, int64_t* out);  // __index__; OverflowError beyond C's int
// A timestamp in whole seconds, rounded down, or in microseconds, rounded half to even.
Value seconds_argument(Context& c, Value v, int64_t* seconds);
Value timestamp_argument(Context& c, Value v, Micros* us);
// ValueError or OSError unless the day, counted from the Unix epoch, is one of date's.
Value check_instant(Context& c, int64_t days);
// TypeError: "{function}() argument {number} must be {wanted}, not …".
Value wrong_argument(Context& c, std::string_view function, int number, std::string_view wanted,
                     Value given);
// Of a method that must know the program's class of its self: checks self and puts its native part
// in its place.
Value take_self(Call& c, Extension e, Class** cls);
// The same value as one of the class: itself, unless a program has derived the class.
Value as_date(Context& c, Class* cls, Value date);
Value as_datetime(Context& c, Class* cls, Value datetime);
Value as_time(Context& c, Class* cls, Value time);
// Methods that take_self.
void deriving_methods(RealmBuilder& b, Class* cls, std::span<const NativeDef> table);
// self.{name}(arguments…), whoever defines it.
Value call_method(Context& c, Value self, std::string_view name, std::initializer_list<Value> args);
// A class whose name in messages is datetime.{name}, as its type is called in C.
Class* new_type(RealmBuilder& b, const char* name, Class* base, Extension number,
                const NativeType* native, uint32_t traits = 0);

// --- text
// -------------------------------------------------------------------------------------------
std::string date_text(const Date* d);
// timespec "auto" … "microseconds"; ValueError for others.
Value clock_text(Context& c, int hour, int minute, int second, int microsecond,
                 std::string_view timespec, std::string* out);
// Fields of any of the objects, for strftime.
struct Fields {
  int year = 1900, month = 1, day = 1;
  int hour = 0, minute = 0, second = 0, microsecond = 0;
  Value tz = Value::none();
};
Value strftime(Context& c, const Fields& fields, Str* format);
Value strptime(Context& c, Str* text, Str* format);  // a datetime
// fromisoformat of each class; ValueError "Invalid isoformat string: '…'".
Value date_from_iso(Context& c, Value text);
Value time_from_iso(Context& c, Value text);
Value datetime_from_iso(Context& c, Value text);

// The host's clock: microseconds since 1970-01-01T00:00Z, through the door.
Value clock_now(Context& c, int64_t* micros);

// date.timetuple() and date.isocalendar().
Value new_time_tuple(Context& c, const Date* d, int hour, int minute, int second, int dst);
Value new_iso_calendar(Context& c, const IsoWeek& week);

void install_records(RealmBuilder&);
void install_timedelta(RealmBuilder&, Module*);
void install_date(RealmBuilder&, Module*);
void install_timezone(RealmBuilder&, Module*);
void install_time(RealmBuilder&, Module*);
void install_datetime_class(RealmBuilder&, Module*);

}  // namespace belljar::datetime
