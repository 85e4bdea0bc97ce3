// Making and checking the module's objects; numbers in and out.
#include <cstdlib>

#include "runtime/door.h"
#include "runtime/protocol.h"
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

template <typename T>
T* make(Context& c, Extension e) {
  T* o = c.heap().make<T>(Kind::NativeObject);
  o->cls = class_for(c, e);
  return o;
}

void two(std::string& out, int64_t n) {
  out += static_cast<char>('0' + n / 10);
  out += static_cast<char>('0' + n % 10);
}

}  // namespace

Value make_delta(Context& c, Micros us) {
  Micros days;
  int64_t rest;
  if (__builtin_expect(us == static_cast<int64_t>(us), 1)) {  // no 128-bit division
    days = static_cast<int64_t>(us) / kDay;
    rest = static_cast<int64_t>(us) % kDay;
  } else {
    days = us / kDay;
    rest = static_cast<int64_t>(us % kDay);
  }
  if (rest < 0) {
    rest += kDay;
    --days;
  }
  if (days > kMaxDeltaDays || days < -kMaxDeltaDays) {
    Micros shown = days;
    if (shown > INT32_MAX || shown < INT32_MIN) {
      return c.raise(Exc::OverflowError, "Python int too large to convert to C int");
    }
    return c.raise(Exc::OverflowError, {"days=", std::to_string(static_cast<int64_t>(days)),
                                        "; must have magnitude <= 999999999"});
  }
  TimeDelta* d = make<TimeDelta>(c, Extension::TimeDelta);
  d->days = static_cast<int32_t>(days);
  d->seconds = static_cast<int32_t>(rest / kSecond);
  d->microseconds = static_cast<int32_t>(rest % kSecond);
  return Value::object(d);
}

Value check_date(Context& c, int64_t year, int64_t month, int64_t day) {
  if (year < kMinYear || year > kMaxYear) {
    return c.raise(Exc::ValueError, {"year ", std::to_string(year), " is out of range"});
  }
  if (month < 1 || month > 12) return c.raise(Exc::ValueError, "month must be in 1..12");
  if (day < 1 || day > days_in_month(year, month)) {
    return c.raise(Exc::ValueError, "day is out of range for month");
  }
  return Value::none();
}

Value check_clock(Context& c, const Clock& t) {
  if (t.hour < 0 || t.hour > 23) return c.raise(Exc::ValueError, "hour must be in 0..23");
  if (t.minute < 0 || t.minute > 59) return c.raise(Exc::ValueError, "minute must be in 0..59");
  if (t.second < 0 || t.second > 59) return c.raise(Exc::ValueError, "second must be in 0..59");
  if (t.microsecond < 0 || t.microsecond > 999999) {
    return c.raise(Exc::ValueError, "microsecond must be in 0..999999");
  }
  if (t.fold != 0 && t.fold != 1) return c.raise(Exc::ValueError, "fold must be either 0 or 1");
  return Value::none();
}

Value check_tz(Context& c, Value tz) {
  if (tz.is_none() || is_a(c, tz, Extension::TimeZone)) return Value::none();
  return c.raise(
      Exc::TypeError,
      {"tzinfo argument must be None or of a tzinfo subclass, not type '", type_name(c, tz), "'"});
}

Value make_date(Context& c, int64_t year, int64_t month, int64_t day) {
  BELLJAR_CHECK(check_date(c, year, month, day));
  Date* d = make<Date>(c, Extension::Date);
  d->year = static_cast<int16_t>(year);
  d->month = static_cast<uint8_t>(month);
  d->day = static_cast<uint8_t>(day);
  return Value::object(d);
}

Value make_datetime(Context& c, int64_t year, int64_t month, int64_t day, const Clock& t,
                    Value tz) {
  BELLJAR_CHECK(check_date(c, year, month, day));
  BELLJAR_CHECK(check_clock(c, t));
  BELLJAR_CHECK(check_tz(c, tz));
  DateTime* d = make<DateTime>(c, Extension::DateTime);
  d->year = static_cast<int16_t>(year);
  d->month = static_cast<uint8_t>(month);
  d->day = static_cast<uint8_t>(day);
  d->hour = static_cast<uint8_t>(t.hour);
  d->minute = static_cast<uint8_t>(t.minute);
  d->second = static_cast<uint8_t>(t.second);
  d->microsecond = static_cast<int32_t>(t.microsecond);
  d->fold = static_cast<uint8_t>(t.fold);
  d->tz = tz;
  return Value::object(d);
}

static Value datetime_at(Context& c, int year, int month, int day, int64_t clock, Value tz,
                         int fold) {
  DateTime* d = make<DateTime>(c, Extension::DateTime);
  d->year = static_cast<int16_t>(year);
  d->month = static_cast<uint8_t>(month);
  d->day = static_cast<uint8_t>(day);
  uint32_t seconds = static_cast<uint32_t>(clock / kSecond);
  d->microsecond = static_cast<int32_t>(clock % kSecond);
  d->hour = static_cast<uint8_t>(seconds / 3600);
  d->minute = static_cast<uint8_t>(seconds / 60 % 60);
  d->second = static_cast<uint8_t>(seconds % 60);
  d->fold = static_cast<uint8_t>(fold);
  d->tz = tz;
  return Value::object(d);
}

Value datetime_from_micros(Context& c, Micros us, Value tz, int fold) {
  if (us < 0 || us >= static_cast<Micros>(kMaxOrdinal) * kDay) {
    return c.raise(Exc::OverflowError, "date value out of range");
  }
  const int64_t instant = static_cast<int64_t>(us);
  YearMonthDay ymd = from_ordinal(instant / kDay + 1);
  return datetime_at(c, ymd.year, ymd.month, ymd.day, instant % kDay, tz, fold);
}

Value datetime_on_date(Context& c, const Date* date, int64_t clock, Value tz) {
  return datetime_at(c, date->year, date->month, date->day, clock, tz, 0);
}

Value make_time(Context& c, const Clock& t, Value tz) {
  BELLJAR_CHECK(check_clock(c, t));
  BELLJAR_CHECK(check_tz(c, tz));
  Time* o = make<Time>(c, Extension::Time);
  o->hour = static_cast<uint8_t>(t.hour);
  o->minute = static_cast<uint8_t>(t.minute);
  o->second = static_cast<uint8_t>(t.second);
  o->microsecond = static_cast<int32_t>(t.microsecond);
  o->fold = static_cast<uint8_t>(t.fold);
  o->tz = tz;
  return Value::object(o);
}

Value make_timezone(Context& c, int64_t offset, Str* name) {
  TimeZone* z = make<TimeZone>(c, Extension::TimeZone);
  z->offset = offset;
  z->name = name;
  return Value::object(z);
}

Value int_argument(Context& c, Value v, int64_t* out) {
  BELLJAR_TRY(i, as_index(c, v));
  if (!i.is_int_like()) {
    return c.raise(Exc::OverflowError, "Python int too large to convert to C long");
  }
  *out = i.as_int();
  if (*out > INT32_MAX) {
    return c.raise(Exc::OverflowError, "signed integer is greater than maximum");
  }
  if (*out < INT32_MIN) {
    return c.raise(Exc::OverflowError, "signed integer is less than minimum");
  }
  return Value::none();
}

Value wrong_argument(Context& c, std::string_view function, int number, std::string_view wanted,
                     Value given) {
  return c.raise(Exc::TypeError,
                 {function, "() argument ", std::to_string(number), " must be ", wanted, ", not ",
                  given.is_none() ? "None" : type_name(c, given)});
}

Value take_self(Call& c, Extension e, Class** cls) {
  Context& context = c.context();
  *cls = class_of(context, c[0]);
  Value part = payload(c[0]);
  if (!is_a(context, part, e)) {
    const Class* owner = c.native()->owner;
    return context.raise(Exc::TypeError,
                         {"descriptor '", c.native()->name->view(), "' for '", owner->name->view(),
                          "' objects doesn't apply to a '", type_name(context, c[0]), "' object"});
  }
  c.at(0) = part;
  return Value::none();
}

Value as_date(Context& c, Class* cls, Value v) {
  if (v.is_abrupt() || cls == class_for(c, Extension::Date)) return v;
  if (cls == class_for(c, Extension::DateTime)) {
    const Date* d = v.as<Date>();
    return make_datetime(c, d->year, d->month, d->day, {}, Value::none());
  }
  const Date* d = v.as<Date>();
  const Value args[] = {Value::integer(d->year), Value::integer(d->month), Value::integer(d->day)};
  return construct(c, cls, args, 3, nullptr);
}

Value as_datetime(Context& c, Class* cls, Value v) {
  if (v.is_abrupt() || cls == class_for(c, Extension::DateTime)) return v;
  const DateTime* d = v.as<DateTime>();
  bool fold = d->fold;
  const Value args[] = {Value::integer(d->year),        Value::integer(d->month),
                        Value::integer(d->day),         Value::integer(d->hour),
                        Value::integer(d->minute),      Value::integer(d->second),
                        Value::integer(d->microsecond), d->tz};
  BELLJAR_TRY(made, construct(c, cls, args, 8, nullptr));
  if (fold && is_a(c, payload(made), Extension::DateTime)) payload(made).as<DateTime>()->fold = 1;
  return made;
}

Value as_time(Context& c, Class* cls, Value v) {
  if (v.is_abrupt() || cls == class_for(c, Extension::Time)) return v;
  const Time* t = v.as<Time>();
  bool fold = t->fold;
  const Value args[] = {Value::integer(t->hour), Value::integer(t->minute),
                        Value::integer(t->second), Value::integer(t->microsecond), t->tz};
  BELLJAR_TRY(made, construct(c, cls, args, 5, nullptr));
  if (fold && is_a(c, payload(made), Extension::Time)) payload(made).as<Time>()->fold = 1;
  return made;
}

void deriving_methods(RealmBuilder& b, Class* cls, std::span<const NativeDef> table) {
  for (const NativeDef& def : table) {
    b.attribute(cls, def.name, Value::object(b.native(def, cls, Kind::Undefined)));
  }
}

Value call_method(Context& c, Value self, std::string_view name,
                  std::initializer_list<Value> args) {
  BELLJAR_TRY(key, new_str(c, name));
  BELLJAR_TRY(method, get_attribute(c, self, key.as<Str>()));
  return c.invoke(method, args);
}

Class* new_type(RealmBuilder& b, const char* name, Class* base, Extension number,
                const NativeType* native, uint32_t traits) {
  Class* cls = b.new_class(name, base, Kind::NativeObject, traits, "datetime");
  cls->name = b.str(std::string("datetime.") + name);
  cls->native = native;
  b.building().extensions[static_cast<int>(number)] = cls;
  return cls;
}

std::string offset_text(int64_t offset, std::string_view colon) {
  std::string out(1, offset < 0 ? '-' : '+');
  if (offset < 0) offset = -offset;
  int64_t seconds = offset / kSecond;
  two(out, seconds / 3600);
  out += colon;
  two(out, seconds / 60 % 60);
  if (seconds % 60 != 0 || offset % kSecond != 0) {
    out += colon;
    two(out, seconds % 60);
    if (offset % kSecond != 0) {
      std::string us = std::to_string(offset % kSecond);
      out += '.' + std::string(6 - us.size(), '0') + us;
    }
  }
  return out;
}

std::string tz_name(const TimeZone* tz) {
  if (tz->name) return std::string(tz->name->view());
  if (tz->offset == 0) return "UTC";
  return "UTC" + offset_text(tz->offset);
}
Value tz_name_value(Context& c, const TimeZone* tz) {
  return tz->name ? Value::object(tz->name) : new_str(c, tz_name(tz));
}

std::string date_text(const Date* d) {
  char text[11];
  int y = d->year;
  text[0] = static_cast<char>('0' + y / 1000);
  text[1] = static_cast<char>('0' + y / 100 % 10);
  text[2] = static_cast<char>('0' + y / 10 % 10);
  text[3] = static_cast<char>('0' + y % 10);
  text[4] = text[7] = '-';
  text[5] = static_cast<char>('0' + d->month / 10);
  text[6] = static_cast<char>('0' + d->month % 10);
  text[8] = static_cast<char>('0' + d->day / 10);
  text[9] = static_cast<char>('0' + d->day % 10);
  return std::string(text, 10);
}

Value clock_text(Context& c, int hour, int minute, int second, int microsecond,
                 std::string_view timespec, std::string* out) {
  static constexpr std::string_view kSpecs[] = {"auto",    "hours",        "minutes",
                                                "seconds", "milliseconds", "microseconds"};
  size_t spec = 0;
  while (spec < 6 && kSpecs[spec] != timespec) ++spec;
  if (spec == 6) return c.raise(Exc::ValueError, "Unknown timespec value");
  if (spec == 0) spec = microsecond ? 5 : 3;
  two(*out, hour);
  if (spec >= 2) {
    *out += ':';
    two(*out, minute);
  }
  if (spec >= 3) {
    *out += ':';
    two(*out, second);
  }
  if (spec >= 4) {
    std::string us = std::to_string(microsecond);
    us = std::string(6 - us.size(), '0') + us;
    *out += '.' + us.substr(0, spec == 4 ? 3 : 6);
  }
  return Value::none();
}

Value clock_now(Context& c, int64_t* micros) {
  if (!c.door) return c.stop(Limit::EffectRefused, "clock");
  DoorReply reply = c.door->request("clock", "now", "{}");
  if (reply.status != DoorReply::Status::Answer) return c.stop(Limit::EffectRefused, "clock");
  *micros = std::strtoll(reply.json.c_str(), nullptr, 10);
  return Value::none();
}

}  // namespace belljar::datetime
