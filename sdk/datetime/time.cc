// time: a clock reading without a day.
#include "runtime/protocol.h"
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

Value time_new(Call& c) {
  Clock t;
  int64_t* fields[] = {&t.hour, &t.minute, &t.second, &t.microsecond};
  for (size_t i = 0; i < 4; ++i) BELLJAR_CHECK(int_argument(c.context(), c[i + 1], fields[i]));
  BELLJAR_CHECK(int_argument(c.context(), c[6], &t.fold));
  return adopt(c.context(), c[0], make_time(c.context(), t, c[5]));
}
Value time_fromiso(Call& c) {
  return as_time(c.context(), c[0].as<Class>(), time_from_iso(c.context(), c[1]));
}
Value time_hour(Call& c) { return Value::integer(c.self<Time>()->hour); }
Value time_minute(Call& c) { return Value::integer(c.self<Time>()->minute); }
Value time_second(Call& c) { return Value::integer(c.self<Time>()->second); }
Value time_microsecond(Call& c) { return Value::integer(c.self<Time>()->microsecond); }
Value time_fold(Call& c) { return Value::integer(c.self<Time>()->fold); }
Value time_tzinfo(Call& c) { return c.self<Time>()->tz; }

int64_t micros(const Time* t) {
  return ((t->hour * 60 + t->minute) * 60 + t->second) * kSecond + t->microsecond;
}

Value iso(Context& c, const Time* t, std::string_view timespec) {
  std::string out;
  BELLJAR_CHECK(clock_text(c, t->hour, t->minute, t->second, t->microsecond, timespec, &out));
  if (!t->tz.is_none()) out += offset_text(tz_offset(t->tz));
  return new_str(c, out);
}
Value time_isoformat(Call& c) {
  Value spec = payload(c[1]);
  if (!spec.is_str()) return wrong_argument(c.context(), "isoformat", 1, "str", c[1]);
  return iso(c.context(), c.self<Time>(), spec.as<Str>()->view());
}
Value time_str(Call& c) { return call_method(c.context(), c[0], "isoformat", {}); }
Value time_repr(Call& c) {
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::Time, &cls));
  const Time* t = c.self<Time>();
  std::string out = std::string(cls->name->view()) + "(" + std::to_string(t->hour) + ", " +
                    std::to_string(t->minute);
  if (t->microsecond) {
    out += ", " + std::to_string(t->second) + ", " + std::to_string(t->microsecond);
  } else if (t->second) {
    out += ", " + std::to_string(t->second);
  }
  if (!t->tz.is_none()) {
    BELLJAR_TRY(zone, repr(c.context(), t->tz));
    // A zone's name may be of any length.
    if (!c.context().heap().fits(size_t{4} * zone.as<Str>()->size())) {
      return c.context().stop_memory();
    }
    out += ", tzinfo=" + std::string(zone.as<Str>()->view());
  }
  if (t->fold) out += ", fold=1";
  return new_str(c.context(), out + ")");
}
Value time_replace(Call& c) {
  Class* cls;
  BELLJAR_CHECK(take_self(c, Extension::Time, &cls));
  const Time* o = c.self<Time>();
  Clock t{o->hour, o->minute, o->second, o->microsecond, o->fold};
  int64_t* fields[] = {&t.hour, &t.minute, &t.second, &t.microsecond};
  for (size_t i = 0; i < 4; ++i) {
    if (c.has(i + 1)) BELLJAR_CHECK(int_argument(c.context(), c[i + 1], fields[i]));
  }
  if (c.has(6)) BELLJAR_CHECK(int_argument(c.context(), c[6], &t.fold));
  return as_time(c.context(), cls, make_time(c.context(), t, c.has(5) ? c[5] : o->tz));
}
Value time_utcoffset(Call& c) {
  Value tz = c.self<Time>()->tz;
  return tz.is_none() ? tz : make_delta(c.context(), tz_offset(tz));
}
Value time_dst(Call&) { return Value::none(); }
Value time_tzname(Call& c) {
  Value tz = c.self<Time>()->tz;
  return tz.is_none() ? tz : tz_name_value(c.context(), tz.as<TimeZone>());
}
Value time_strftime(Call& c) {
  Value format = payload(c[1]);
  if (!format.is_str()) {
    return wrong_argument(c.context(), "strftime", 1, "str", c[1]);
  }
  const Time* t = c.self<Time>();
  Fields f;
  f.hour = t->hour;
  f.minute = t->minute;
  f.second = t->second;
  f.microsecond = t->microsecond;
  f.tz = t->tz;
  return strftime(c.context(), f, format.as<Str>());
}
Value time_format(Call& c) {
  Value format = payload(c[1]);
  if (!format.is_str()) return wrong_argument(c.context(), "__format__", 1, "str", c[1]);
  if (format.as<Str>()->size() == 0) return to_str(c.context(), c[0]);
  return call_method(c.context(), c[0], "strftime", {c[1]});
}
Value time_hash(Call& c) {
  const Time* t = c.self<Time>();
  return Value::integer(micros(t) - (t->tz.is_none() ? 0 : tz_offset(t->tz)));
}

template <typename Test>
Value compare_times(Call& c, Comparison op, Test test) {
  Value other = payload(c[1]);
  if (!is_a(c.context(), other, Extension::Time)) return Value::not_implemented();
  const Time* a = c.self<Time>();
  const Time* b = other.as<Time>();
  if (a->tz.is_none() != b->tz.is_none()) {
    if (op == Comparison::Eq) return Value::boolean(false);
    if (op == Comparison::Ne) return Value::boolean(true);
    return c.context().raise(Exc::TypeError, "can't compare offset-naive and offset-aware times");
  }
  int64_t x = micros(a), y = micros(b);
  if (!a->tz.is_none()) {
    x -= tz_offset(a->tz);
    y -= tz_offset(b->tz);
  }
  return Value::boolean(test(x, y));
}
Value time_eq(Call& c) {
  return compare_times(c, Comparison::Eq, [](int64_t a, int64_t b) { return a == b; });
}
Value time_ne(Call& c) {
  return compare_times(c, Comparison::Ne, [](int64_t a, int64_t b) { return a != b; });
}
Value time_lt(Call& c) {
  return compare_times(c, Comparison::Lt, [](int64_t a, int64_t b) { return a < b; });
}
Value time_le(Call& c) {
  return compare_times(c, Comparison::Le, [](int64_t a, int64_t b) { return a <= b; });
}
Value time_gt(Call& c) {
  return compare_times(c, Comparison::Gt, [](int64_t a, int64_t b) { return a > b; });
}
Value time_ge(Call& c) {
  return compare_times(c, Comparison::Ge, [](int64_t a, int64_t b) { return a >= b; });
}

constexpr NativeDef kMethods[] = {
    {"isoformat", "self, timespec='auto'", time_isoformat},
    {"utcoffset", "self", time_utcoffset},
    {"dst", "self", time_dst},
    {"tzname", "self", time_tzname},
    {"strftime", "self, format", time_strftime},
    {"__hash__", "self", time_hash},
    {"__eq__", "self, other, /", time_eq},
    {"__ne__", "self, other, /", time_ne},
    {"__lt__", "self, other, /", time_lt},
    {"__le__", "self, other, /", time_le},
    {"__gt__", "self, other, /", time_gt},
    {"__ge__", "self, other, /", time_ge},
};
constexpr NativeDef kDeriving[] = {
    {"replace", "self, hour?, minute?, second?, microsecond?, tzinfo?, *, fold?", time_replace,
     kNativeCallsBack},
    {"__format__", "self, format, /", time_format, kNativeCallsBack},
    {"__str__", "self", time_str, kNativeCallsBack},
    {"__repr__", "self", time_repr},
};
constexpr NativeDef kClassMethods[] = {
    {"fromisoformat", "cls, time_string, /", time_fromiso, kNativeCallsBack}};

void trace_time(Object* o, Tracer& t) { t.visit(static_cast<Time*>(o)->tz); }

}  // namespace

void install_time(RealmBuilder& b, Module* m) {
  static constexpr NativeType kType = {"time", trace_time, nullptr};
  Class* cls = new_type(b, "time", nullptr, Extension::Time, &kType);
  b.constructor(
      cls,
      {"time", "cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0", time_new});
  b.methods(cls, kMethods);
  deriving_methods(b, cls, kDeriving);
  b.methods(cls, kClassMethods, MethodKind::ClassMethod);
  b.property(cls, "hour", time_hour);
  b.property(cls, "minute", time_minute);
  b.property(cls, "second", time_second);
  b.property(cls, "microsecond", time_microsecond);
  b.property(cls, "tzinfo", time_tzinfo);
  b.property(cls, "fold", time_fold);
  b.attribute(cls, "min", make_time(b, {}, Value::none()));
  b.attribute(cls, "max", make_time(b, {23, 59, 59, 999999, 0}, Value::none()));
  b.attribute(cls, "resolution", make_delta(b, 1));
  b.member(m, "time", Value::object(cls));
}

}  // namespace belljar::datetime
