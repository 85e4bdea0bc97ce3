// The tuples with names that dates give: time.struct_time and IsoCalendarDate.
#include <iterator>

#include "runtime/list.h"
#include "runtime/protocol.h"
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

constexpr const char* kClockNames[] = {"tm_year", "tm_mon",  "tm_mday", "tm_hour", "tm_min",
                                       "tm_sec",  "tm_wday", "tm_yday", "tm_isdst"};
constexpr const char* kWeekNames[] = {"year", "week", "weekday"};

template <size_t N>
Value show(Call& c, const char* type, const char* const (&names)[N]) {
  std::string out = std::string(type) + "(";
  for (size_t i = 0; i < N; ++i) {
    BELLJAR_TRY(text, repr(c.context(), payload(c[0]).as<Tuple>()->items[i]));
    out += std::string(i ? ", " : "") + names[i] + "=" + std::string(text.as<Str>()->view());
  }
  return new_str(c.context(), out + ")");
}
Value clock_repr(Call& c) { return show(c, "time.struct_time", kClockNames); }
Value week_repr(Call& c) { return show(c, "datetime.IsoCalendarDate", kWeekNames); }

template <size_t I>
Value field(Call& c) {
  return payload(c[0]).as<Tuple>()->items[I];
}
constexpr NativeFn kFields[] = {field<0>, field<1>, field<2>, field<3>, field<4>,
                                field<5>, field<6>, field<7>, field<8>};
Value no_zone(Call&) { return Value::none(); }

constexpr NativeDef kClockMethods[] = {{"__repr__", "self", clock_repr}};
constexpr NativeDef kWeekMethods[] = {{"__repr__", "self", week_repr}};

template <size_t N>
Class* new_record_class(RealmBuilder& b, const char* name, const char* module, Extension number,
                        const char* const (&names)[N], const NativeDef (&methods)[1]) {
  Class* cls = b.new_class(name, b.building().of_kind(Kind::Tuple), Kind::Instance, kFinal, module);
  cls->payload_kind = Kind::Tuple;
  layout_add(b, cls, nullptr);
  b.building().extensions[static_cast<int>(number)] = cls;
  b.methods(cls, methods);
  for (size_t i = 0; i < N; ++i) b.property(cls, names[i], kFields[i]);
  return cls;
}

Value new_record(Context& c, Extension number, const int* values, size_t count) {
  Tuple* items = new_tuple_uninitialised(c, count);
  if (!items) return c.stop_memory();
  for (size_t i = 0; i < count; ++i) items->items[i] = Value::integer(values[i]);
  Instance* made = new_instance(c, class_for(c, number));
  made->slots[0] = Value::object(items);
  return Value::object(made);
}

}  // namespace

Value new_time_tuple(Context& c, const Date* d, int hour, int minute, int second, int dst) {
  const int values[] = {d->year,
                        d->month,
                        d->day,
                        hour,
                        minute,
                        second,
                        weekday_of(date_ordinal(d)),
                        days_before_month(d->year, d->month) + d->day,
                        dst};
  return new_record(c, Extension::TimeTuple, values, std::size(values));
}

Value new_iso_calendar(Context& c, const IsoWeek& week) {
  const int values[] = {week.year, week.week, week.weekday};
  return new_record(c, Extension::IsoCalendar, values, std::size(values));
}

void install_records(RealmBuilder& b) {
  Class* clock =
      new_record_class(b, "struct_time", "time", Extension::TimeTuple, kClockNames, kClockMethods);
  b.property(clock, "tm_zone", no_zone);
  b.property(clock, "tm_gmtoff", no_zone);
  new_record_class(b, "IsoCalendarDate", "datetime", Extension::IsoCalendar, kWeekNames,
                   kWeekMethods);
}

}  // namespace belljar::datetime
