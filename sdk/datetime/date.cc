// date.
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

bool is_datetime(const Context& c, Value v) { return is_a(c, v, Extension::DateTime); }

Value date_new(Call& c) {
  int64_t f[3];
  for (size_t i = 0; i < 3; ++i) BELLJAR_CHECK(int_argument(c.context(), c[i + 1], &f[i]));
  return adopt(c.context(), c[0], make_date(c.context(), f[0], f[1], f[2]));
}

Value from_ordinal_value(Context& c, int64_t ordinal) {
  YearMonthDay d = from_ordinal(ordinal);
  return make_date(c, d.year, d.month, d.day);
}
Value of_class(Call& c, Value date) { return as_date(c.context(), c[0].as<Class>(), date); }

Value date_today(Call& c) {
  int64_t now;
  BELLJAR_CHECK(clock_now(c.context(), &now));
  int64_t days = now >= 0 ? now / kDay : -((-now + kDay - 1) / kDay);
  return of_class(c, from_ordinal_value(c.context(), kEpochOrdinal + days));
}
Value date_fromordinal(Call& c) {
  int64_t n;
  BELLJAR_CHECK(int_argument(c.context(), c[1], &n));
  if (n < 1) return c.context().raise(Exc::ValueError, "ordinal must be >= 1");
  if (n > kMaxOrdinal) {
    return c.context().raise(Exc::ValueError,
                             {"year ", std::to_string(year_of_ordinal(n)), " is out of range"});
  }
  return of_class(c, from_ordinal_value(c.context(), n));
}
Value date_fromtimestamp(Call& c) {
  int64_t seconds;
  BELLJAR_CHECK(seconds_argument(c.context(), c[1], &seconds));
  int64_t days = seconds >= 0 ? seconds / 86400 : -((-(seconds + 1)) / 86400) - 1;
  BELLJAR_CHECK(check_instant(c.context(), days));
  return of_class(c, from_ordinal_value(c.context(), kEpochOrdinal + days));
}
Value date_fromiso(Call& c) { return of_class(c, date_from_iso(c.context(), c[1])); }
Value date_fromisocalendar(Call& c) {
  Context& context = c.context();
  int64_t f[3];
  for (size_t i = 0; i < 3; ++i) {
    Value read = int_argument(context, c[i + 1], &f[i]);
    if (read.is(Kind::Raised) && context.pending_is(Exc::OverflowError)) {
      context.take_pending();
      return context.raise(Exc::ValueError, "ISO calendar component out of range");
    }
    if (read.is_abrupt()) return read;
  }
  int64_t year, month, day;
  switch (iso_to_date(f[0], f[1], f[2], &year, &month, &day)) {
    case IsoProblem::Year:
      return context.raise(Exc::ValueError, {"Year is out of range: ", std::to_string(f[0])});
    case IsoProblem::Week:
      return context.raise(Exc::ValueError, {"Invalid week: ", std::to_string(f[1])});
    case IsoProblem::Weekday:
      return context.raise(Exc::ValueError,
                           {"Invalid day: ", std::to_string(f[2]), " (range is [1, 7])"});
    case IsoProblem::None:
      break;
  }
  return of_class(c, make_date(context, year, month, day));
}

Value date_year(Call& c) { return Value::integer(c.self<Date>()->year); }
Value date_month(Call& c) { return Value::integer(c.self<Date>()->month); }
Value date_day(Call& c) { return Value::integer(c.self<Date>()->day); }
Value date_toordinal(Call& c) { return Value::integer(date_ordinal(c.self<Date>())); }
Value date_weekday(Call& c) { return Value::integer(weekday_of(date_ordinal(c.self<Date>()))); }
Value date_isoweekday(Call& c) {
  return Value::integer(weekday_of(date_ordinal(c.self<Date>())) + 1);
}
Value date_isocalendar(Call& c) {
  return new_iso_calendar(c.context(), iso_week(date_ordinal(c.self<Date>())));
}
Value date_timetuple(Call& c) { return new_time_tuple(c.context(), c.self<Date>(), 0, 0, 0, -1); }
Value date_isoformat(Call& c) { return new_str(c.context(), date_text(c.self<Date>())); }
Value date_str(Call& c) { return call_method(c.context(), c[0], "isoformat", {}); }
Value date_repr(Call& c) {
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::Date, &cls));
  const Date* d = c.self<Date>();
  return new_str(c.context(), std::string(cls->name->view()) + "(" + std::to_string(d->year) +
                                  ", " + std::to_string(d->month) + ", " + std::to_string(d->day) +
                                  ")");
}
Value date_ctime(Call& c) {
  const Date* d = c.self<Date>();
  std::string day = std::to_string(d->day);
  std::string year = std::to_string(d->year);
  return new_str(c.context(), std::string(kDayNames[weekday_of(date_ordinal(d))], 3) + " " +
                                  std::string(kMonthNames[d->month - 1], 3) + " " +
                                  (day.size() == 1 ? " " : "") + day + " 00:00:00 " +
                                  std::string(4 - year.size(), '0') + year);
}
Value date_replace(Call& c) {
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::Date, &cls));
  const Date* d = c.self<Date>();
  int64_t f[3] = {d->year, d->month, d->day};
  for (size_t i = 0; i < 3; ++i) {
    if (c.has(i + 1)) BELLJAR_CHECK(int_argument(c.context(), c[i + 1], &f[i]));
  }
  return as_date(c.context(), cls, make_date(c.context(), f[0], f[1], f[2]));
}
Value date_strftime(Call& c) {
  Value format = payload(c[1]);
  if (!format.is_str()) {
    return wrong_argument(c.context(), "strftime", 1, "str", c[1]);
  }
  const Date* d = c.self<Date>();
  Fields f;
  f.year = d->year;
  f.month = d->month;
  f.day = d->day;
  return strftime(c.context(), f, format.as<Str>());
}
Value date_format(Call& c) {
  Value format = payload(c[1]);
  if (!format.is_str()) {
    return wrong_argument(c.context(), "__format__", 1, "str", c[1]);
  }
  if (format.as<Str>()->size() == 0) return to_str(c.context(), c[0]);
  BELLJAR_TRY(name, new_str(c.context(), "strftime"));
  BELLJAR_TRY(method, get_attribute(c.context(), c[0], name.as<Str>()));
  return c.context().invoke(method, {format});
}
Value date_hash(Call& c) { return Value::integer(date_ordinal(c.self<Date>())); }

template <typename Test>
Value compare_dates(Call& c, Comparison op, Test test) {
  Value other = payload(c[1]);
  if (!is_a(c.context(), other, Extension::Date)) return Value::not_implemented();
  if (is_datetime(c.context(), other) || is_datetime(c.context(), c[0])) {
    if (op == Comparison::Eq || op == Comparison::Ne) return Value::not_implemented();
    return c.context().raise(
        Exc::TypeError,
        {"can't compare ", is_datetime(c.context(), c[0]) ? "datetime.datetime" : "datetime.date",
         " to ", is_datetime(c.context(), other) ? "datetime.datetime" : "datetime.date"});
  }
  return Value::boolean(test(date_ordinal(c.self<Date>()), date_ordinal(other.as<Date>())));
}
using Ordinal = int64_t;
Value date_eq(Call& c) {
  return compare_dates(c, Comparison::Eq, [](Ordinal a, Ordinal b) { return a == b; });
}
Value date_ne(Call& c) {
  return compare_dates(c, Comparison::Ne, [](Ordinal a, Ordinal b) { return a != b; });
}
Value date_lt(Call& c) {
  return compare_dates(c, Comparison::Lt, [](Ordinal a, Ordinal b) { return a < b; });
}
Value date_le(Call& c) {
  return compare_dates(c, Comparison::Le, [](Ordinal a, Ordinal b) { return a <= b; });
}
Value date_gt(Call& c) {
  return compare_dates(c, Comparison::Gt, [](Ordinal a, Ordinal b) { return a > b; });
}
Value date_ge(Call& c) {
  return compare_dates(c, Comparison::Ge, [](Ordinal a, Ordinal b) { return a >= b; });
}

Value shift(Call& c, Class* cls, int64_t days) {
  int64_t ordinal = date_ordinal(c.self<Date>()) + days;
  if (ordinal < 1 || ordinal > kMaxOrdinal)
    return c.context().raise(Exc::OverflowError, "date value out of range");
  return as_date(c.context(), cls, from_ordinal_value(c.context(), ordinal));
}
Value date_add(Call& c) {
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::Date, &cls));
  Value other = payload(c[1]);
  if (!is_a(c.context(), other, Extension::TimeDelta)) return Value::not_implemented();
  return shift(c, cls, other.as<TimeDelta>()->days);
}
Value date_sub(Call& c) {
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::Date, &cls));
  Value other = payload(c[1]);
  if (is_a(c.context(), other, Extension::TimeDelta)) {
    return shift(c, cls, -static_cast<int64_t>(other.as<TimeDelta>()->days));
  }
  if (!is_a(c.context(), other, Extension::Date) || is_datetime(c.context(), other)) {
    return Value::not_implemented();
  }
  return make_delta(
      c.context(),
      static_cast<Micros>(date_ordinal(c.self<Date>()) - date_ordinal(other.as<Date>())) * kDay);
}

constexpr NativeDef kMethods[] = {
    {"toordinal", "self", date_toordinal},   {"weekday", "self", date_weekday},
    {"isoweekday", "self", date_isoweekday}, {"isocalendar", "self", date_isocalendar},
    {"isoformat", "self", date_isoformat},   {"ctime", "self", date_ctime},
    {"timetuple", "self", date_timetuple},   {"strftime", "self, format", date_strftime},
    {"__hash__", "self", date_hash},         {"__eq__", "self, other, /", date_eq},
    {"__ne__", "self, other, /", date_ne},   {"__lt__", "self, other, /", date_lt},
    {"__le__", "self, other, /", date_le},   {"__gt__", "self, other, /", date_gt},
    {"__ge__", "self, other, /", date_ge},
};
constexpr NativeDef kDeriving[] = {
    {"replace", "self, year?, month?, day?", date_replace, kNativeCallsBack},
    {"__format__", "self, format, /", date_format, kNativeCallsBack},
    {"__str__", "self", date_str, kNativeCallsBack},
    {"__repr__", "self", date_repr, kNativeCallsBack},
    {"__add__", "self, other, /", date_add, kNativeCallsBack},
    {"__radd__", "self, other, /", date_add, kNativeCallsBack},
    {"__sub__", "self, other, /", date_sub, kNativeCallsBack},
};
constexpr NativeDef kClassMethods[] = {
    {"today", "cls", date_today, kNativeCallsBack},
    {"fromordinal", "cls, ordinal, /", date_fromordinal, kNativeCallsBack},
    {"fromtimestamp", "cls, timestamp, /", date_fromtimestamp, kNativeCallsBack},
    {"fromisoformat", "cls, date_string, /", date_fromiso, kNativeCallsBack},
    {"fromisocalendar", "cls, year, week, day", date_fromisocalendar, kNativeCallsBack},
};

}  // namespace

void install_date(RealmBuilder& b, Module* m) {
  static constexpr NativeType kType = {"date", nullptr, nullptr};
  Class* cls = new_type(b, "date", nullptr, Extension::Date, &kType);
  b.constructor(cls, {"date", "cls, year, month, day", date_new});
  b.methods(cls, kMethods);
  deriving_methods(b, cls, kDeriving);
  b.methods(cls, kClassMethods, MethodKind::ClassMethod);
  b.property(cls, "year", date_year);
  b.property(cls, "month", date_month);
  b.property(cls, "day", date_day);
  b.attribute(cls, "min", make_date(b, 1, 1, 1));
  b.attribute(cls, "max", make_date(b, 9999, 12, 31));
  b.attribute(cls, "resolution", make_delta(b, kDay));
  b.member(m, "date", Value::object(cls));
}

}  // namespace belljar::datetime
