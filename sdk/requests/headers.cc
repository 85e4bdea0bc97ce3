// CaseInsensitiveDict: headers keep the case in which they were set, and are found in any.
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/requests/requests.h"

namespace belljar::requests {

namespace {

// lower-case name -> (name, value)
Dict* table(const Context& context, Value headers) {
  Value items = stored(context, headers, Name::hidden_items);
  return items.is(Kind::Dict) ? items.as<Dict>() : nullptr;
}

Value lower_key(Context& context, Value name) {
  if (!payload(name).is_str()) {
    return context.raise(Exc::AttributeError,
                         {"'", type_name(context, name), "' object has no attribute 'lower'"});
  }
  std::string low(text_view(name));
  for (char& c : low) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return new_str(context, low);
}

Value find(Context& context, Value headers, Value name) {
  Dict* d = table(context, headers);
  if (!d) return Value::undefined();
  BELLJAR_TRY(key, lower_key(context, name));
  Value pair = dict_get_str(context, d, key.as<Str>());
  return pair.is(Kind::Tuple) ? pair.as<Tuple>()->items[1] : Value::undefined();
}

// Element `index` of each pair; -1: the pairs.
Value column(Context& context, Value headers, int index) {
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  Dict* d = table(context, headers);
  uint32_t at = 0;
  while (DictEntry* e = d ? dict_next(d, &at) : nullptr) {
    if (!context.charge(1)) return Value::stopped();
    Value v = index < 0 ? e->value : e->value.as<Tuple>()->items[index];
    BELLJAR_CHECK(list_append(context, out.as<List>(), v));
  }
  return out;
}

// The names and values as a plain dict.
Value as_dict(Context& context, Value headers) {
  BELLJAR_TRY(out, new_dict(context));
  Dict* d = table(context, headers);
  uint32_t at = 0;
  while (DictEntry* e = d ? dict_next(d, &at) : nullptr) {
    const Tuple* pair = e->value.as<Tuple>();
    BELLJAR_CHECK(dict_set(context, out.as<Dict>(), pair->items[0], pair->items[1]));
  }
  return out;
}

Value update(Context& context, Value headers, Value mapping) {
  if (mapping.is_none() || mapping.is_undefined()) return Value::none();
  Roots<1> roots(context);
  BELLJAR_TRY(pairs, pairs_of(context, mapping));
  roots[0] = pairs;
  const List* list = pairs.as<List>();
  for (uint32_t i = 0; i < list->size; ++i) {
    const Tuple* pair = list->items[i].as<Tuple>();
    BELLJAR_CHECK(headers_set(context, headers, pair->items[0], pair->items[1]));
  }
  return Value::none();
}

Value headers_init(Call& c) {
  BELLJAR_TRY(items, new_dict(c.context()));
  BELLJAR_CHECK(instance_set(c.context(), c.self<Instance>(),
                             text_of(c.context(), Name::hidden_items), items));
  BELLJAR_CHECK(update(c.context(), c[0], c[1]));
  return update(c.context(), c[0], c[2]);
}
Value headers_getitem(Call& c) {
  BELLJAR_TRY(v, find(c.context(), c[0], c[1]));
  if (!v.is_undefined()) return v;
  BELLJAR_TRY(key, lower_key(c.context(), c[1]));
  return c.context().raise_with(Exc::KeyError, key);
}
Value headers_setitem(Call& c) { return headers_set(c.context(), c[0], c[1], c[2]); }
Value headers_delitem(Call& c) {
  BELLJAR_TRY(key, lower_key(c.context(), c[1]));
  Dict* d = table(c.context(), c[0]);
  Value removed = d ? dict_remove(c.context(), d, key) : Value::undefined();
  return removed.is_undefined() ? c.context().raise_with(Exc::KeyError, key) : Value::none();
}
Value headers_contains(Call& c) {
  if (!payload(c[1]).is_str()) return Value::boolean(false);
  BELLJAR_TRY(v, find(c.context(), c[0], c[1]));
  return Value::boolean(!v.is_undefined());
}
Value headers_len(Call& c) {
  Dict* d = table(c.context(), c[0]);
  return Value::integer(d ? d->live : 0);
}
Value headers_iter(Call& c) {
  BELLJAR_TRY(names, column(c.context(), c[0], 0));
  return builtin_iterator(c.context(), names);
}
Value headers_keys(Call& c) { return column(c.context(), c[0], 0); }
Value headers_values(Call& c) { return column(c.context(), c[0], 1); }
Value headers_items(Call& c) { return column(c.context(), c[0], -1); }
Value headers_get_method(Call& c) {
  BELLJAR_TRY(v, find(c.context(), c[0], c[1]));
  return v.is_undefined() ? c[2] : v;
}
Value headers_setdefault(Call& c) {
  BELLJAR_TRY(v, find(c.context(), c[0], c[1]));
  if (!v.is_undefined()) return v;
  BELLJAR_CHECK(headers_set(c.context(), c[0], c[1], c[2]));
  return c[2];
}
Value headers_pop(Call& c) {
  BELLJAR_TRY(key, lower_key(c.context(), c[1]));
  Dict* d = table(c.context(), c[0]);
  Value removed = d ? dict_remove(c.context(), d, key) : Value::undefined();
  if (removed.is(Kind::Tuple)) return removed.as<Tuple>()->items[1];
  if (removed.is_abrupt()) return removed;
  return c.has(2) ? c[2] : c.context().raise_with(Exc::KeyError, c[1]);
}
Value headers_update_method(Call& c) {
  BELLJAR_CHECK(update(c.context(), c[0], c[1]));
  return update(c.context(), c[0], c[2]);
}
Value headers_clear(Call& c) {
  if (Dict* d = table(c.context(), c[0])) dict_clear(c.context(), d);
  return Value::none();
}
Value headers_copy(Call& c) {
  BELLJAR_TRY(made, new_headers(c.context()));
  Roots<1> roots(c.context());
  roots[0] = made;
  BELLJAR_CHECK(update(c.context(), made, c[0]));
  return made;
}
Value headers_eq(Call& c) {
  Context& context = c.context();
  if (!is_mapping(context, c[1])) return Value::not_implemented();
  BELLJAR_TRY(other, new_headers(context));
  Roots<1> roots(context);
  roots[0] = other;
  BELLJAR_CHECK(update(context, other, c[1]));
  Dict* mine = table(context, c[0]);
  Dict* theirs = table(context, other);
  if (!mine || mine->live != theirs->live) return Value::boolean(false);
  uint32_t at = 0;
  while (DictEntry* e = dict_next(mine, &at)) {
    Value pair = dict_get_str(context, theirs, e->key.as<Str>());
    if (!pair.is(Kind::Tuple)) return Value::boolean(false);
    BELLJAR_TRY(same, equals(context, e->value.as<Tuple>()->items[1], pair.as<Tuple>()->items[1]));
    if (!same.as_bool()) return same;
  }
  return Value::boolean(true);
}
Value headers_repr(Call& c) {
  Roots<1> roots(c.context());
  BELLJAR_TRY(dict, as_dict(c.context(), c[0]));
  roots[0] = dict;
  return repr(c.context(), dict);
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"__init__", "self, data=None, **kwargs", headers_init, kFlags},
    {"__getitem__", "self, key", headers_getitem, kNativePython},
    {"__setitem__", "self, key, value", headers_setitem, kNativePython},
    {"__delitem__", "self, key", headers_delitem, kNativePython},
    {"__contains__", "self, key", headers_contains, kNativePython},
    {"__len__", "self", headers_len, kNativePython},
    {"__iter__", "self", headers_iter, kNativePython},
    {"__eq__", "self, other", headers_eq, kFlags},
    {"__repr__", "self", headers_repr, kFlags},
    {"keys", "self", headers_keys, kNativePython},
    {"values", "self", headers_values, kNativePython},
    {"items", "self", headers_items, kNativePython},
    {"get", "self, key, default=None", headers_get_method, kNativePython},
    {"setdefault", "self, key, default=None", headers_setdefault, kNativePython},
    {"pop", "self, key, default?", headers_pop, kNativePython},
    {"update", "self, other=None, /, **kwds", headers_update_method, kFlags},
    {"clear", "self", headers_clear, kNativePython},
    {"copy", "self", headers_copy, kFlags},
    {"lower_items", "self", headers_items, kNativePython},
};

}  // namespace

Value new_headers(Context& context) {
  BELLJAR_TRY(items, new_dict(context));
  return sym::new_object(context, Type::CaseInsensitiveDict, {{Name::hidden_items, items}});
}

Value headers_set(Context& context, Value headers, Value name, Value value) {
  BELLJAR_TRY(key, lower_key(context, name));
  Value pair[] = {name, value};
  BELLJAR_TRY(both, new_tuple(context, pair, 2));
  Dict* d = table(context, headers);
  return d ? dict_set_str(context, d, key.as<Str>(), both) : Value::none();
}

Value headers_get(Context& context, Value headers, std::string_view name) {
  BELLJAR_TRY(key, new_str(context, name));
  return find(context, headers, key);
}

Value headers_remove(Context& context, Value headers, std::string_view name) {
  BELLJAR_TRY(text, new_str(context, name));
  BELLJAR_TRY(key, lower_key(context, text));
  Dict* d = table(context, headers);
  if (d) BELLJAR_CHECK(dict_remove(context, d, key));
  return Value::none();
}

bool is_mapping(Context& context, Value v) {
  return payload(v).is(Kind::Dict) || sym::is_a(context, v, Type::CaseInsensitiveDict) ||
         sym::is_a(context, v, Type::CookieJar);
}

Value pairs_of(Context& context, Value mapping) {
  if (sym::is_a(context, mapping, Type::CaseInsensitiveDict)) return column(context, mapping, -1);
  Roots<3> roots(context);
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  roots[0] = out;
  Value p = payload(mapping);
  if (p.is(Kind::Dict)) {
    uint32_t at = 0;
    while (DictEntry* e = dict_next(p.as<Dict>(), &at)) {
      if (!context.charge(1)) return Value::stopped();
      Value pair[] = {e->key, e->value};
      BELLJAR_TRY(both, new_tuple(context, pair, 2));
      BELLJAR_CHECK(list_append(context, out.as<List>(), both));
    }
    return out;
  }
  if (p.is_str() || p.is(Kind::Bytes) || p.is_bool() || p.is_int()) {
    return context.raise(Exc::ValueError, "cannot encode objects that are not 2-tuples");
  }
  BELLJAR_TRY(it, iterate(context, mapping));
  roots[1] = it;
  for (;;) {
    BELLJAR_TRY(item, next(context, it));
    if (item.is_undefined()) return out;
    if (!context.charge(2)) return Value::stopped();
    BELLJAR_TRY(pair, tuple_from(context, item));
    if (pair.as<Tuple>()->count != 2) {
      return context.raise(Exc::ValueError, "cannot encode objects that are not 2-tuples");
    }
    BELLJAR_CHECK(list_append(context, out.as<List>(), pair));
  }
}

void install_headers(Build& b) {
  Class* cls = b.add_class(Type::CaseInsensitiveDict, "CaseInsensitiveDict", nullptr,
                           Kind::Instance, "requests.structures");
  sym::stored_layout(b, cls, {Name::hidden_items});
  b.builder.methods(cls, kMethods);
  b.builder.attribute(cls, "__hash__", Value::none());
}

}  // namespace belljar::requests
