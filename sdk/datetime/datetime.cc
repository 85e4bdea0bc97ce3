// datetime.
#include <cmath>

#include "runtime/number.h"
#include "runtime/protocol.h"
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

const DateTime* self_of(Call& c) { return c.self<DateTime>(); }
bool is_datetime(const Context& c, Value v) { return is_a(c, v, Extension::DateTime); }
Clock clock_of(const DateTime* d) {
  return {d->hour, d->minute, d->second, d->microsecond, d->fold};
}

// From microseconds since the Unix epoch, UTC.
Value from_unix(Context& c, Micros us, Value tz) {
  return datetime_from_micros(c, us + static_cast<Micros>(kEpochOrdinal - 1) * kDay, tz);
}
// In the zone: the local reading of a UTC instant.
Value from_unix_in(Context& c, Micros us, Value tz) {
  return from_unix(c, tz.is_none() ? us : us + tz_offset(tz), tz);
}

// What a class method has made, as one of its class.
Value of_class(Call& c, Value made) { return as_datetime(c.context(), c[0].as<Class>(), made); }

Value datetime_new(Call& c) {
  int64_t f[3];
  for (size_t i = 0; i < 3; ++i) BELLJAR_CHECK(int_argument(c.context(), c[i + 1], &f[i]));
  Clock t;
  int64_t* fields[] = {&t.hour, &t.minute, &t.second, &t.microsecond};
  for (size_t i = 0; i < 4; ++i) BELLJAR_CHECK(int_argument(c.context(), c[i + 4], fields[i]));
  BELLJAR_CHECK(int_argument(c.context(), c[9], &t.fold));
  return adopt(c.context(), c[0], make_datetime(c.context(), f[0], f[1], f[2], t, c[8]));
}

// --- the clock
// --------------------------------------------------------------------------------------

Value datetime_now(Call& c) {
  BELLJAR_CHECK(check_tz(c.context(), c[1]));
  int64_t now;
  BELLJAR_CHECK(clock_now(c.context(), &now));
  return of_class(c, from_unix_in(c.context(), now, c[1]));
}
Value datetime_utcnow(Call& c) {
  int64_t now;
  BELLJAR_CHECK(clock_now(c.context(), &now));
  return of_class(c, from_unix(c.context(), now, Value::none()));
}

Value datetime_fromtimestamp(Call& c) {
  BELLJAR_CHECK(check_tz(c.context(), c[2]));
  Micros us;
  BELLJAR_CHECK(timestamp_argument(c.context(), c[1], &us));
  if (c[2].is_none()) {  // local time: CPython looks a day back for a change of the clock
    BELLJAR_CHECK(check_instant(
        c.context(), static_cast<int64_t>((us - kDay) / kDay) - ((us - kDay) % kDay < 0)));
  }
  return of_class(c, from_unix_in(c.context(), us, c[2]));
}
Value datetime_utcfromtimestamp(Call& c) {
  Micros us;
  BELLJAR_CHECK(timestamp_argument(c.context(), c[1], &us));
  return of_class(c, from_unix(c.context(), us, Value::none()));
}

// --- other constructors
// -------------------------------------------------------------------------------

Value datetime_combine(Call& c) {
  Context& context = c.context();
  Value day = payload(c[1]), clock = payload(c[2]);
  if (!is_a(context, day, Extension::Date)) {
    return wrong_argument(context, "combine", 1, "datetime.date", c[1]);
  }
  if (!is_a(context, clock, Extension::Time)) {
    return wrong_argument(context, "combine", 2, "datetime.time", c[2]);
  }
  const Date* d = day.as<Date>();
  const Time* t = clock.as<Time>();
  return of_class(c, make_datetime(context, d->year, d->month, d->day,
                                   {t->hour, t->minute, t->second, t->microsecond, t->fold},
                                   c.has(3) ? c[3] : t->tz));
}
Value datetime_fromiso(Call& c) { return of_class(c, datetime_from_iso(c.context(), c[1])); }
Value datetime_strptime(Call& c) {
  for (size_t i = 1; i < 3; ++i) {
    if (payload(c[i]).is_str()) continue;
    return wrong_argument(c.context(), "strptime", static_cast<int>(i), "str", c[i]);
  }
  return of_class(c, strptime(c.context(), payload(c[1]).as<Str>(), payload(c[2]).as<Str>()));
}

// --- reading
// ------------------------------------------------------------------------------------------

Value datetime_hour(Call& c) { return Value::integer(self_of(c)->hour); }
Value datetime_minute(Call& c) { return Value::integer(self_of(c)->minute); }
Value datetime_second(Call& c) { return Value::integer(self_of(c)->second); }
Value datetime_microsecond(Call& c) { return Value::integer(self_of(c)->microsecond); }
Value datetime_fold(Call& c) { return Value::integer(self_of(c)->fold); }
Value datetime_tzinfo(Call& c) { return self_of(c)->tz; }
Value datetime_date(Call& c) {
  const DateTime* d = self_of(c);
  return make_date(c.context(), d->year, d->month, d->day);
}
Value datetime_time(Call& c) { return make_time(c.context(), clock_of(self_of(c)), Value::none()); }
Value datetime_timetz(Call& c) {
  return make_time(c.context(), clock_of(self_of(c)), self_of(c)->tz);
}
Value datetime_utcoffset(Call& c) {
  Value tz = self_of(c)->tz;
  return tz.is_none() ? tz : make_delta(c.context(), tz_offset(tz));
}
Value datetime_dst(Call&) { return Value::none(); }
Value datetime_tzname(Call& c) {
  Value tz = self_of(c)->tz;
  return tz.is_none() ? tz : tz_name_value(c.context(), tz.as<TimeZone>());
}
// Naive datetimes are read as local time, which here is UTC.
Micros unix_micros(const DateTime* d) {
  Micros us = datetime_micros(d) - static_cast<Micros>(kEpochOrdinal - 1) * kDay;
  return d->tz.is_none() ? us : us - tz_offset(d->tz);
}
Value datetime_timetuple(Call& c) {
  const DateTime* d = self_of(c);
  return new_time_tuple(c.context(), d, d->hour, d->minute, d->second, -1);
}
Value datetime_utctimetuple(Call& c) {
  const DateTime* d = self_of(c);
  if (!d->tz.is_none()) {
    BELLJAR_TRY(utc, datetime_from_micros(c.context(), datetime_micros(d) - tz_offset(d->tz),
                                          Value::none()));
    d = utc.as<DateTime>();
  }
  return new_time_tuple(c.context(), d, d->hour, d->minute, d->second, 0);
}
Value datetime_timestamp(Call& c) {
  const DateTime* d = self_of(c);
  int64_t us = static_cast<int64_t>(unix_micros(d));
  if (d->tz.is_none()) {
    // As local time: CPython looks a day around for a change of the clock.
    BELLJAR_CHECK(check_instant(c.context(), date_ordinal(d) - kEpochOrdinal + (d->fold ? 1 : -1)));
    int64_t seconds = (us - d->microsecond) / kSecond;
    return Value::real(static_cast<double>(seconds) + d->microsecond / 1e6);
  }
  return int_true_divide(c.context(), Value::integer(us), Value::integer(kSecond));
}
Value datetime_astimezone(Call& c) {
  Context& context = c.context();
  Value self = c[0];
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::DateTime, &cls));
  Value tz = c[1];
  BELLJAR_CHECK(check_tz(context, tz));
  const DateTime* d = self_of(c);
  if (tz.is_none()) {  // the local zone
    BELLJAR_TRY(name, new_str(context, "UTC"));
    tz = make_timezone(context, 0, name.as<Str>());
  } else if (d->tz.same(tz)) {
    return self;
  }
  BELLJAR_TRY(utc, datetime_from_micros(
                       context, datetime_micros(d) - (d->tz.is_none() ? 0 : tz_offset(d->tz)), tz));
  return as_datetime(
      context, cls,
      datetime_from_micros(context, datetime_micros(utc.as<DateTime>()) + tz_offset(tz), tz));
}

Value iso(Context& c, const DateTime* d, std::string_view separator, std::string_view timespec) {
  std::string out = date_text(d);
  out += separator;
  BELLJAR_CHECK(clock_text(c, d->hour, d->minute, d->second, d->microsecond, timespec, &out));
  if (!d->tz.is_none()) out += offset_text(tz_offset(d->tz));
  return new_str(c, out);
}
Value datetime_isoformat(Call& c) {
  Value separator = payload(c[1]), spec = payload(c[2]);
  if (!separator.is_str() || separator.as<Str>()->length != 1) {
    return wrong_argument(c.context(), "isoformat", 1, "a unicode character", c[1]);
  }
  if (!spec.is_str()) return wrong_argument(c.context(), "isoformat", 2, "str", c[2]);
  return iso(c.context(), self_of(c), separator.as<Str>()->view(), spec.as<Str>()->view());
}
Value datetime_str(Call& c) {
  BELLJAR_TRY(blank, new_str(c.context(), " "));
  return call_method(c.context(), c[0], "isoformat", {blank});
}
Value datetime_repr(Call& c) {
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::DateTime, &cls));
  const DateTime* d = self_of(c);
  std::string out = std::string(cls->name->view()) + "(" + std::to_string(d->year) + ", " +
                    std::to_string(d->month) + ", " + std::to_string(d->day) + ", " +
                    std::to_string(d->hour) + ", " + std::to_string(d->minute);
  if (d->microsecond) {
    out += ", " + std::to_string(d->second) + ", " + std::to_string(d->microsecond);
  } else if (d->second) {
    out += ", " + std::to_string(d->second);
  }
  if (d->fold) out += ", fold=1";
  if (!d->tz.is_none()) {
    BELLJAR_TRY(zone, repr(c.context(), d->tz));
    // A zone's name may be of any length.
    if (!c.context().heap().fits(size_t{4} * zone.as<Str>()->size())) {
      return c.context().stop_memory();
    }
    out += ", tzinfo=" + std::string(zone.as<Str>()->view());
  }
  return new_str(c.context(), out + ")");
}
Value datetime_ctime(Call& c) {
  const DateTime* d = self_of(c);
  std::string day = std::to_string(d->day);
  std::string year = std::to_string(d->year);
  std::string clock;
  BELLJAR_CHECK(clock_text(c.context(), d->hour, d->minute, d->second, 0, "seconds", &clock));
  return new_str(c.context(), std::string(kDayNames[weekday_of(date_ordinal(d))], 3) + " " +
                                  std::string(kMonthNames[d->month - 1], 3) + " " +
                                  (day.size() == 1 ? " " : "") + day + " " + clock + " " +
                                  std::string(4 - year.size(), '0') + year);
}
Value datetime_strftime(Call& c) {
  Value format = payload(c[1]);
  if (!format.is_str()) {
    return wrong_argument(c.context(), "strftime", 1, "str", c[1]);
  }
  const DateTime* d = self_of(c);
  Fields f{d->year, d->month, d->day, d->hour, d->minute, d->second, d->microsecond, d->tz};
  return strftime(c.context(), f, format.as<Str>());
}
Value datetime_replace(Call& c) {
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::DateTime, &cls));
  const DateTime* d = self_of(c);
  int64_t f[3] = {d->year, d->month, d->day};
  for (size_t i = 0; i < 3; ++i) {
    if (c.has(i + 1)) BELLJAR_CHECK(int_argument(c.context(), c[i + 1], &f[i]));
  }
  Clock t = clock_of(d);
  int64_t* fields[] = {&t.hour, &t.minute, &t.second, &t.microsecond};
  for (size_t i = 0; i < 4; ++i) {
    if (c.has(i + 4)) BELLJAR_CHECK(int_argument(c.context(), c[i + 4], fields[i]));
  }
  if (c.has(9)) BELLJAR_CHECK(int_argument(c.context(), c[9], &t.fold));
  return as_datetime(c.context(), cls,
                     make_datetime(c.context(), f[0], f[1], f[2], t, c.has(8) ? c[8] : d->tz));
}

// --- operators
// ------------------------------------------------------------------------------------------

Value datetime_hash(Call& c) {
  return Value::integer(static_cast<int64_t>(unix_micros(self_of(c)) % 2305843009213693951LL));
}

template <typename Test>
Value compare_datetimes(Call& c, Comparison op, Test test) {
  Context& context = c.context();
  Value other = payload(c[1]);
  if (!is_datetime(context, other)) {
    if (is_a(context, other, Extension::Date) && op != Comparison::Eq && op != Comparison::Ne) {
      return context.raise(Exc::TypeError, "can't compare datetime.datetime to datetime.date");
    }
    return Value::not_implemented();
  }
  const DateTime* a = self_of(c);
  const DateTime* b = other.as<DateTime>();
  if (a->tz.same(b->tz)) return Value::boolean(test(wall_key(a), wall_key(b)));
  if (a->tz.is_none() || b->tz.is_none()) {
    if (op == Comparison::Eq) return Value::boolean(false);
    if (op == Comparison::Ne) return Value::boolean(true);
    return context.raise(Exc::TypeError, "can't compare offset-naive and offset-aware datetimes");
  }
  return Value::boolean(test(unix_micros(a), unix_micros(b)));
}
Value datetime_eq(Call& c) {
  return compare_datetimes(c, Comparison::Eq, [](auto a, auto b) { return a == b; });
}
Value datetime_ne(Call& c) {
  return compare_datetimes(c, Comparison::Ne, [](auto a, auto b) { return a != b; });
}
Value datetime_lt(Call& c) {
  return compare_datetimes(c, Comparison::Lt, [](auto a, auto b) { return a < b; });
}
Value datetime_le(Call& c) {
  return compare_datetimes(c, Comparison::Le, [](auto a, auto b) { return a <= b; });
}
Value datetime_gt(Call& c) {
  return compare_datetimes(c, Comparison::Gt, [](auto a, auto b) { return a > b; });
}
Value datetime_ge(Call& c) {
  return compare_datetimes(c, Comparison::Ge, [](auto a, auto b) { return a >= b; });
}

Value shift(Call& c, Class* cls, Micros by) {
  const DateTime* d = self_of(c);
  // Within the day the date stays: most steps are short, and the calendar is the dear part.
  const Micros clock = clock_micros(d) + by;
  if (clock >= 0 && clock < kDay) {
    return as_datetime(c.context(), cls,
                       datetime_on_date(c.context(), d, static_cast<int64_t>(clock), d->tz));
  }
  return as_datetime(c.context(), cls,
                     datetime_from_micros(c.context(), datetime_micros(d) + by, d->tz));
}
Value datetime_add(Call& c) {
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::DateTime, &cls));
  Value other = payload(c[1]);
  if (!is_a(c.context(), other, Extension::TimeDelta)) return Value::not_implemented();
  return shift(c, cls, delta_micros(other.as<TimeDelta>()));
}
Value datetime_sub(Call& c) {
  Context& context = c.context();
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::DateTime, &cls));
  Value other = payload(c[1]);
  if (is_a(context, other, Extension::TimeDelta)) {
    return shift(c, cls, -delta_micros(other.as<TimeDelta>()));
  }
  if (!is_datetime(context, other)) return Value::not_implemented();
  const DateTime* d = self_of(c);
  const DateTime* o = other.as<DateTime>();
  if (d->tz.is_none() != o->tz.is_none()) {
    return context.raise(Exc::TypeError, "can't subtract offset-naive and offset-aware datetimes");
  }
  return make_delta(context, unix_micros(d) - unix_micros(o));
}

constexpr NativeDef kMethods[] = {
    {"date", "self", datetime_date},
    {"time", "self", datetime_time},
    {"timetz", "self", datetime_timetz},
    {"utcoffset", "self", datetime_utcoffset},
    {"dst", "self", datetime_dst},
    {"tzname", "self", datetime_tzname},
    {"timetuple", "self", datetime_timetuple},
    {"utctimetuple", "self", datetime_utctimetuple},
    {"timestamp", "self", datetime_timestamp},
    {"isoformat", "self, sep='T', timespec='auto'", datetime_isoformat},
    {"ctime", "self", datetime_ctime},
    {"strftime", "self, format", datetime_strftime},
    {"__hash__", "self", datetime_hash},
    {"__eq__", "self, other, /", datetime_eq},
    {"__ne__", "self, other, /", datetime_ne},
    {"__lt__", "self, other, /", datetime_lt},
    {"__le__", "self, other, /", datetime_le},
    {"__gt__", "self, other, /", datetime_gt},
    {"__ge__", "self, other, /", datetime_ge},
};
constexpr NativeDef kDeriving[] = {
    {"astimezone", "self, tz=None", datetime_astimezone, kNativeCallsBack},
    {"replace",
     "self, year?, month?, day?, hour?, minute?, second?, microsecond?, tzinfo?, *, fold?",
     datetime_replace, kNativeCallsBack},
    {"__str__", "self", datetime_str, kNativeCallsBack},
    {"__repr__", "self", datetime_repr, kNativeCallsBack},
    {"__add__", "self, other, /", datetime_add, kNativeCallsBack},
    {"__radd__", "self, other, /", datetime_add, kNativeCallsBack},
    {"__sub__", "self, other, /", datetime_sub, kNativeCallsBack},
};
constexpr NativeDef kClassMethods[] = {
    {"now", "cls, tz=None", datetime_now, kNativeCallsBack},
    {"today", "cls", datetime_utcnow, kNativeCallsBack},
    {"utcnow", "cls", datetime_utcnow, kNativeCallsBack},
    {"fromtimestamp", "cls, timestamp, tz=None", datetime_fromtimestamp, kNativeCallsBack},
    {"utcfromtimestamp", "cls, timestamp, /", datetime_utcfromtimestamp, kNativeCallsBack},
    {"combine", "cls, date, time, tzinfo?", datetime_combine, kNativeCallsBack},
    {"fromisoformat", "cls, date_string, /", datetime_fromiso, kNativeCallsBack},
    {"strptime", "cls, date_string, format, /", datetime_strptime, kNativeCallsBack},
};

void trace_datetime(Object* o, Tracer& t) { t.visit(static_cast<DateTime*>(o)->tz); }

}  // namespace

void install_datetime_class(RealmBuilder& b, Module* m) {
  static constexpr NativeType kType = {"datetime", trace_datetime, nullptr};
  Class* date = extension_class(b.building(), Extension::Date);
  Class* cls = new_type(b, "datetime", date, Extension::DateTime, &kType);
  b.constructor(cls, {"datetime",
                      "cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, "
                      "tzinfo=None, *, fold=0",
                      datetime_new});
  b.methods(cls, kMethods);
  deriving_methods(b, cls, kDeriving);
  b.methods(cls, kClassMethods, MethodKind::ClassMethod);
  b.property(cls, "hour", datetime_hour);
  b.property(cls, "minute", datetime_minute);
  b.property(cls, "second", datetime_second);
  b.property(cls, "microsecond", datetime_microsecond);
  b.property(cls, "tzinfo", datetime_tzinfo);
  b.property(cls, "fold", datetime_fold);
  b.attribute(cls, "min", make_datetime(b, 1, 1, 1, {}, Value::none()));
  b.attribute(cls, "max", make_datetime(b, 9999, 12, 31, {23, 59, 59, 999999, 0}, Value::none()));
  b.attribute(cls, "resolution", make_delta(b, 1));
  b.member(m, "datetime", Value::object(cls));
}

}  // namespace belljar::datetime
