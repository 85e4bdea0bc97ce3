// The datetime module as the SDK sees it.
#include "sdk/sym/dates.h"

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/str.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

namespace {

Value date_class(const Context& context, std::string_view name) {
  Dict* members = realm_of(context).datetime->attributes;
  uint32_t at = 0;
  while (DictEntry* e = dict_next(members, &at)) {
    if (e->key.is_str() && e->key.as<Str>()->view() == name) return e->value;
  }
  return Value::undefined();
}

}  // namespace

Value date_from_iso(Context& context, const char* type, std::string_view text) {
  BELLJAR_TRY(iso, new_str(context, text));
  Value cls = date_class(context, type);
  if (!cls.is(Kind::Class)) return iso;
  BELLJAR_TRY(parse, get_attribute(context, cls, text_of(context, Name::fromisoformat)));
  return context.invoke(parse, {iso});
}

const char* date_type_of(const Context& context, Value v) {
  if (!v.is(Kind::NativeObject) && !v.is(Kind::Instance)) return nullptr;
  for (const char* name : {"datetime", "date", "timedelta"}) {  // a datetime is a date too
    Value cls = date_class(context, name);
    if (cls.is(Kind::Class) && is_subclass(class_of(context, v), cls.as<Class>())) return name;
  }
  return nullptr;
}

Value date_text(Context& context, Value v) {
  BELLJAR_TRY(method, get_attribute(context, v, text_of(context, Name::isoformat)));
  return context.invoke(method, {});
}
Value duration_seconds(Context& context, Value v) {
  BELLJAR_TRY(method, get_attribute(context, v, text_of(context, Name::total_seconds)));
  return context.invoke(method, {});
}

}  // namespace belljar::sym
