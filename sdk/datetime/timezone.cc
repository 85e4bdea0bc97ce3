// tzinfo (a name to test against) and timezone (fixed offsets).
#include "runtime/protocol.h"
#include "sdk/datetime/types.h"

namespace belljar::datetime {

namespace {

Value tzinfo_new(Call& c) {
  return c.context().raise(Exc::TypeError, "tzinfo cannot be instantiated: use timezone");
}

Value tzinfo_derive(Call& c) {
  return c.context().raise(Exc::TypeError,
                           "type 'datetime.tzinfo' is not an acceptable base type: zones of one's "
                           "own are not supported, use timezone(offset, name)");
}
constexpr NativeDef kHooks[] = {{"__init_subclass__", "cls, **kwargs", tzinfo_derive}};

Value zone_new(Call& c) {
  Context& context = c.context();
  Value offset = payload(c[1]);
  if (!is_a(context, offset, Extension::TimeDelta)) {
    return wrong_argument(context, "timezone", 1, "datetime.timedelta", c[1]);
  }
  Str* name = nullptr;
  if (c.has(2)) {
    Value text = payload(c[2]);
    if (!text.is_str()) return wrong_argument(context, "timezone", 2, "str", c[2]);
    name = text.as<Str>();
  }
  return timezone_of(context, delta_micros(offset.as<TimeDelta>()), name);
}

Value zone_argument(Call& c, const char* method) {
  if (c[1].is_none() || is_a(c.context(), payload(c[1]), Extension::DateTime)) return Value::none();
  return c.context().raise(Exc::TypeError,
                           {method, "(dt) argument must be a datetime instance or None, not ",
                            type_name(c.context(), c[1])});
}
Value zone_utcoffset(Call& c) {
  BELLJAR_CHECK(zone_argument(c, "utcoffset"));
  return make_delta(c.context(), c.self<TimeZone>()->offset);
}
Value zone_dst(Call& c) {
  BELLJAR_CHECK(zone_argument(c, "dst"));
  return Value::none();
}
Value zone_tzname(Call& c) {
  BELLJAR_CHECK(zone_argument(c, "tzname"));
  return tz_name_value(c.context(), c.self<TimeZone>());
}
Value zone_fromutc(Call& c) {
  Context& context = c.context();
  Value utc = payload(c[1]);
  if (!is_a(context, utc, Extension::DateTime)) {
    return context.raise(Exc::TypeError, "fromutc: argument must be a datetime instance");
  }
  const DateTime* d = utc.as<DateTime>();
  if (!d->tz.same(c[0])) return context.raise(Exc::ValueError, "fromutc: dt.tzinfo is not self");
  Class* cls = class_of(context, c[1]);
  return as_datetime(
      context, cls,
      datetime_from_micros(context, datetime_micros(d) + c.self<TimeZone>()->offset, c[0]));
}
Value zone_str(Call& c) { return tz_name_value(c.context(), c.self<TimeZone>()); }
Value zone_repr(Call& c) {
  const TimeZone* z = c.self<TimeZone>();
  if (!z->name && z->offset == 0) return new_str(c.context(), "datetime.timezone.utc");
  BELLJAR_TRY(delta, make_delta(c.context(), z->offset));
  BELLJAR_TRY(text, repr(c.context(), delta));
  StrBuilder out(c.context());
  out.append("datetime.timezone(");
  out.append(text.as<Str>()->view());
  if (z->name) {
    if (!c.context().charge_bytes(z->name->size())) return Value::stopped();
    out.append(", ");
    append_str_repr(out, z->name->view());
  }
  out.append(")");
  return out.finish();
}
Value zone_eq(Call& c) {
  if (!is_a(c.context(), c[1], Extension::TimeZone)) return Value::not_implemented();
  return Value::boolean(c.self<TimeZone>()->offset == c[1].as<TimeZone>()->offset);
}
Value zone_hash(Call& c) { return Value::integer(c.self<TimeZone>()->offset); }

constexpr NativeDef kMethods[] = {
    {"utcoffset", "self, dt, /", zone_utcoffset},
    {"dst", "self, dt, /", zone_dst},
    {"tzname", "self, dt, /", zone_tzname},
    {"fromutc", "self, dt, /", zone_fromutc},
    {"__str__", "self", zone_str},
    {"__repr__", "self", zone_repr},
    {"__eq__", "self, other, /", zone_eq},
    {"__hash__", "self", zone_hash},
};

void trace_zone(Object* o, Tracer& t) { t.visit(static_cast<TimeZone*>(o)->name); }

}  // namespace

Value timezone_of(Context& context, Micros offset, Str* name) {
  if (offset <= -kDay || offset >= kDay) {
    BELLJAR_TRY(delta, make_delta(context, offset));
    BELLJAR_TRY(shown, repr(context, delta));
    return context.raise(Exc::ValueError,
                         {"offset must be a timedelta strictly between -timedelta(hours=24) and "
                          "timedelta(hours=24), not ",
                          shown.as<Str>()->view(), "."});
  }
  if (offset == 0 && !name) {
    BELLJAR_TRY(utc, new_str(context, "utc"));
    return class_lookup(context, class_for(context, Extension::TimeZone), utc.as<Str>());
  }
  return make_timezone(context, static_cast<int64_t>(offset), name);
}

void install_timezone(RealmBuilder& b, Module* m) {
  static constexpr NativeType kType = {"timezone", trace_zone, nullptr};
  Class* tzinfo = new_type(b, "tzinfo", nullptr, Extension::TzInfo, &kType);  // its hook refuses
  b.methods(tzinfo, kHooks, MethodKind::ClassMethod);
  b.constructor(tzinfo, {"tzinfo", "cls, *args, **kwargs", tzinfo_new});
  b.member(m, "tzinfo", Value::object(tzinfo));

  Class* cls = new_type(b, "timezone", tzinfo, Extension::TimeZone, &kType, kFinal);
  b.constructor(cls, {"timezone", "cls, offset, name?", zone_new});
  b.methods(cls, kMethods);
  Value utc = make_timezone(b, 0, nullptr);
  b.attribute(cls, "utc", utc);
  b.attribute(cls, "min", make_timezone(b, -(kDay - 60 * kSecond), nullptr));
  b.attribute(cls, "max", make_timezone(b, kDay - 60 * kSecond, nullptr));
  b.member(m, "timezone", Value::object(cls));
  b.member(m, "UTC", utc);
}

}  // namespace belljar::datetime
