// Builtins about objects as such: attributes by name, classes, identity, text, print.
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/repr.h"
#include "runtime/str.h"

namespace belljar {

namespace {

// Names are taken from the native str: a subclass's overrides are not asked (threats chapter 3).
// A long one takes time at each comparison with another.
Value attribute_name(Call& c) {
  Value text = payload(c[1]);
  if (!text.is_str()) {
    return c.context().raise(Exc::TypeError, {"attribute name must be string, not '",
                                              type_name(c.context(), c[1]), "'"});
  }
  if (!c.context().charge_bytes(text.as<Str>()->count)) return Value::stopped();
  return text;
}
Value builtin_getattr(Call& c) {
  BELLJAR_TRY(text, attribute_name(c));
  Str* name = text.as<Str>();
  if (!c.has(2)) return get_attribute(c.context(), c[0], name);
  Value v = get_attribute_or_undefined(c.context(), c[0], name);
  if (v.is_undefined()) return c[2];
  if (v.is(Kind::Raised) && c.context().pending_is(Exc::AttributeError)) {
    c.context().take_pending();
    return c[2];
  }
  return v;
}
Value builtin_hasattr(Call& c) {
  BELLJAR_TRY(text, attribute_name(c));
  Value v = get_attribute_or_undefined(c.context(), c[0], text.as<Str>());
  if (v.is(Kind::Raised) && c.context().pending_is(Exc::AttributeError)) {
    c.context().take_pending();
    return Value::boolean(false);
  }
  if (v.is_abrupt()) return v;
  return Value::boolean(!v.is_undefined());
}
Value builtin_setattr(Call& c) {
  BELLJAR_TRY(text, attribute_name(c));
  BELLJAR_CHECK(set_attribute(c.context(), c[0], text.as<Str>(), c[2]));
  return Value::none();
}
Value builtin_delattr(Call& c) {
  BELLJAR_TRY(text, attribute_name(c));
  BELLJAR_CHECK(delete_attribute(c.context(), c[0], text.as<Str>()));
  return Value::none();
}

Value builtin_callable(Call& c) { return Value::boolean(is_callable(c.context(), c[0])); }
Value builtin_isinstance(Call& c) { return is_instance(c.context(), c[0], c[1]); }
Value builtin_issubclass(Call& c) { return is_subclass_of(c.context(), c[0], c[1]); }
Value builtin_id(Call& c) { return Value::integer(c.context().identity_of(c[0])); }
Value builtin_hash(Call& c) { return visible_hash(c.context(), c[0]); }
Value builtin_repr(Call& c) { return repr_object(c.context(), c[0]); }

// --- print
// ----------------------------------------------------------------------------------------

Value separator(Context& context, Value v, const char* which, Value fallback) {
  if (v.is_none()) return fallback;
  if (!v.is_str()) {
    return context.raise(Exc::TypeError,
                         {which, " must be None or a string, not ", type_name(context, v)});
  }
  return v;
}

Value builtin_print(Call& c) {
  Context& context = c.context();
  const Tuple* items = c[0].as<Tuple>();
  const Realm& realm = context.realm();
  BELLJAR_TRY(sep, separator(context, c[1], "sep", Value::object(realm.ascii[' '])));
  BELLJAR_TRY(end, separator(context, c[2], "end", Value::object(realm.ascii['\n'])));
  if (!c[3].is_none()) {
    return context.raise(Exc::TypeError,
                         "print() argument 'file' is not supported: output goes to the host");
  }
  StrBuilder line(context);
  for (uint32_t i = 0; i < items->count; ++i) {
    if (i > 0) line.append(sep.as<Str>()->view());
    BELLJAR_TRY(text, to_str(context, items->items[i]));
    const Str* s = text.as<Str>();
    if (s->flags & kStrSurrogate) {
      return context.raise(Exc::UnicodeEncodeError,
                           "'utf-8' codec can't encode character: surrogates not allowed");
    }
    line.append(s->view());
    if (line.failed()) return context.stop_memory();
  }
  line.append(end.as<Str>()->view());
  if (line.failed()) return context.stop_memory();
  return context.write_output(line.view());
}

constexpr NativeDef kFunctions[] = {
    {"getattr", "object, name, default?, /", builtin_getattr, kNativeCallsBack},
    {"hasattr", "obj, name, /", builtin_hasattr, kNativeCallsBack},
    {"setattr", "obj, name, value, /", builtin_setattr, kNativeCallsBack},
    {"delattr", "obj, name, /", builtin_delattr, kNativeCallsBack},
    {"callable", "obj, /", builtin_callable},
    {"isinstance", "obj, class_or_tuple, /", builtin_isinstance, kNativeCallsBack},
    {"issubclass", "cls, class_or_tuple, /", builtin_issubclass, kNativeCallsBack},
    {"id", "obj, /", builtin_id},
    {"hash", "obj, /", builtin_hash, kNativeCallsBack},
    {"repr", "obj, /", builtin_repr, kNativeCallsBack},
    {"print", "*args, sep=None, end=None, file=None, flush=False", builtin_print, kNativeCallsBack},
};

}  // namespace

void install_reflection(RealmBuilder& b) { b.functions(b.building().builtins, kFunctions); }

}  // namespace belljar
