// dict: constructor and methods. Its views are in dict_views.cc.
#include "runtime/dict.h"
#include "builtins/container_specials.h"
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/for_each.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/protocol.h"

namespace belljar {

void install_dict_views(RealmBuilder& b);

namespace {

// dict(other, **kwargs) and dict.update(other, **kwargs) into `dict`.
Value fill(Call& c, Dict* dict) {
  Context& context = c.context();
  if (c.has(1)) BELLJAR_CHECK(dict_update_from(context, dict, c[1]));
  if (c.has(2)) BELLJAR_CHECK(dict_update(context, dict, c[2].as<Dict>()));
  return Value::none();
}

Value dict_new(Call& c) {
  Roots<1> roots(c.context());
  BELLJAR_TRY(dict, new_dict(c.context()));
  roots[0] = dict;
  if (!filled_by_init(c[0])) BELLJAR_CHECK(fill(c, dict.as<Dict>()));
  return dict;
}

Value dict_method_update(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  return fill(c, c.self<Dict>());
}

Value dict_method_get(Call& c) {
  BELLJAR_TRY(found, dict_get(c.context(), c.self<Dict>(), c[1]));
  return found.is_undefined() ? c[2] : found;
}

Value dict_method_setdefault(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  return dict_set_default(c.context(), c.self<Dict>(), c[1], c[2]);
}

Value dict_method_pop(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  // An empty dict does not ask for the key's hash.
  if (c.self<Dict>()->live == 0) {
    return c.has(2) ? c[2] : raise_key_error(c.context(), c[1]);
  }
  BELLJAR_TRY(removed, dict_remove(c.context(), c.self<Dict>(), c[1]));
  if (!removed.is_undefined()) return removed;
  return c.has(2) ? c[2] : raise_key_error(c.context(), c[1]);
}

Value dict_method_popitem(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  Dict* dict = c.self<Dict>();
  int64_t last = table_last(dict);
  if (last < 0) return c.context().raise(Exc::KeyError, "popitem(): dictionary is empty");
  Value pair[2] = {dict->entries[last].key, dict->entries[last].value};
  table_remove_at(dict, last);
  table_trim(dict);
  return new_tuple(c.context(), pair, 2);
}

Value dict_method_clear(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  dict_clear(c.context(), c.self<Dict>());
  return Value::none();
}

Value dict_method_copy(Call& c) { return dict_copy_of(c.context(), c[0]); }

Value dict_method_keys(Call& c) {
  return new_dict_view(c.context(), c.self<Dict>(), ViewKind::Keys);
}
Value dict_method_values(Call& c) {
  return new_dict_view(c.context(), c.self<Dict>(), ViewKind::Values);
}
Value dict_method_items(Call& c) {
  return new_dict_view(c.context(), c.self<Dict>(), ViewKind::Items);
}

// fromkeys(iterable, value=None) of dict or a class derived from it.
Value dict_fromkeys(Call& c) {
  Context& context = c.context();
  Roots<2> roots(context);
  Class* cls = c[0].as<Class>();
  BELLJAR_TRY(made, cls == context.realm().of_kind(Kind::Dict)
                        ? new_dict(context)
                        : construct(context, cls, nullptr, 0, nullptr));
  roots[0] = made;
  // Keys of a set or dict bring their hashes.
  if (made.is(Kind::Dict) && made.as<Dict>()->live == 0 && dict_takes_keys(c[1])) {
    BELLJAR_CHECK(dict_add_keys(context, made.as<Dict>(), c[1], c[2]));
    return made;
  }
  BELLJAR_CHECK(for_each(context, c[1], [&](Value key) -> Value {
    roots[1] = key;
    return set_item(context, roots[0], key, c[2]);
  }));
  return roots[0];
}

Value join(Call& c, Value left, Value right) {
  if (!payload(c[1]).is(Kind::Dict)) return Value::not_implemented();
  Roots<1> roots(c.context());
  BELLJAR_TRY(copy, dict_copy_of(c.context(), left));
  roots[0] = copy;
  BELLJAR_CHECK(dict_update_from(c.context(), copy.as<Dict>(), right));
  return copy;
}

Value dict_method_or(Call& c) { return join(c, c[0], c[1]); }

Value dict_method_ror(Call& c) { return join(c, c[1], c[0]); }

Value dict_method_ior(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  BELLJAR_CHECK(dict_update_from(c.context(), c.self<Dict>(), c[1]));
  return c[0];
}

constexpr NativeDef kDictMethods[] = {
    {"__init__", "self, other?, /, **kwargs", dict_method_update, kNativeCallsBack},
    {"get", "self, key, default=None, /", dict_method_get, kNativeCallsBack},
    {"setdefault", "self, key, default=None, /", dict_method_setdefault, kNativeCallsBack},
    {"pop", "self, key, default?, /", dict_method_pop, kNativeCallsBack},
    {"popitem", "self, /", dict_method_popitem},
    {"update", "self, other?, /, **kwargs", dict_method_update, kNativeCallsBack},
    {"clear", "self, /", dict_method_clear},
    {"copy", "self, /", dict_method_copy, kNativeCallsBack | kNativeWholeSelf},
    {"keys", "self, /", dict_method_keys},
    {"values", "self, /", dict_method_values},
    {"items", "self, /", dict_method_items},
    {"__or__", "self, value, /", dict_method_or, kNativeCallsBack | kNativeWholeSelf},
    {"__ror__", "self, value, /", dict_method_ror, kNativeCallsBack | kNativeWholeSelf},
    {"__ior__", "self, value, /", dict_method_ior, kNativeCallsBack},
};
constexpr NativeDef kDictClassMethods[] = {
    {"fromkeys", "cls, iterable, value=None, /", dict_fromkeys, kNativeCallsBack},
};

}  // namespace

void install_dict(RealmBuilder& b) {
  Class* dict = b.new_class("dict", nullptr, Kind::Dict);
  b.constructor(dict, {"__new__", "cls, other?, /, **kwargs", dict_new, kNativeCallsBack});
  install_container_specials(b, dict,
                             kSpecialLen | kSpecialIter | kSpecialContains | kSpecialGetItem |
                                 kSpecialSetItem | kSpecialReversed | kSpecialEquality |
                                 kSpecialUnhashable);
  b.methods(dict, kDictMethods);
  b.plain_method(dict, "__getitem__");
  b.plain_method(dict, "__contains__");
  b.methods(dict, kDictClassMethods, MethodKind::ClassMethod);
  b.member(b.building().builtins, "dict", Value::object(dict));
  install_dict_views(b);
}

}  // namespace belljar
