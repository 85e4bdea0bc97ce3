// The walk along the MRO behind class_lookup.
#include "runtime/class_lookup.h"

#include "runtime/class.h"
#include "runtime/dict.h"

namespace belljar {

namespace {
Value walk_mro(const Context& context, const Class* cls, Str* name) {
  const Tuple* mro = cls->mro;
  for (uint32_t i = 0; i < mro->count; ++i) {
    const Class* c = mro->items[i].as<Class>();
    Value v = dict_get_str(context, c->attributes, name);
    if (!v.is_undefined()) return v;
  }
  return Value::undefined();
}
}  // namespace

const ClassLookup& class_look_up_slow(const Context& context, const Class* cls, Str* name,
                                      ClassLookup& place) {
  place = {cls, name, context.class_epoch, layout_find(cls, name), walk_mro(context, cls, name)};
  return place;
}

Value class_lookup_slow(const Context& context, const Class* cls, Str* name) {
  // A realm that is being built changes its classes all the time, and remembers nothing.
  if (!context.lookups) return walk_mro(context, cls, name);
  return class_look_up(context, cls, name).found;
}

}  // namespace belljar
