// RequestsCookieJar: the cookies of a session or a response, each for the host that set it.
#include <string>
#include <vector>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/requests/requests.h"

namespace belljar::requests {

namespace {

constexpr size_t kMostCookies = 1000;

// name -> (value, host); the host is empty for a cookie that the program has set.
Dict* table(const Context& context, Value jar) {
  Value items = stored(context, jar, Name::hidden_items);
  return items.is(Kind::Dict) ? items.as<Dict>() : nullptr;
}

Value put(Context& context, Value jar, Value name, Value value, std::string_view host) {
  Dict* d = table(context, jar);
  if (!d || d->live >= kMostCookies) return Value::none();
  if (value.is_none()) return dict_remove(context, d, name);
  BELLJAR_TRY(host_text, new_str(context, host));
  Value pair[] = {value, host_text};
  BELLJAR_TRY(both, new_tuple(context, pair, 2));
  return dict_set(context, d, name, both);
}

Value find(Context& context, Value jar, Value name) {
  Dict* d = table(context, jar);
  if (!d) return Value::undefined();
  BELLJAR_TRY(pair, dict_get(context, d, name));
  return pair.is(Kind::Tuple) ? pair.as<Tuple>()->items[0] : Value::undefined();
}

Value plain_dict(Context& context, Value jar) {
  BELLJAR_TRY(out, new_dict(context));
  Dict* d = table(context, jar);
  uint32_t at = 0;
  while (DictEntry* e = d ? dict_next(d, &at) : nullptr) {
    Value name = e->key;
    BELLJAR_CHECK(dict_set(context, out.as<Dict>(), name, e->value.as<Tuple>()->items[0]));
  }
  return out;
}

Value jar_init(Call& c) {
  BELLJAR_TRY(items, new_dict(c.context()));
  return instance_set(c.context(), c.self<Instance>(), text_of(c.context(), Name::hidden_items),
                      items);
}
Value jar_get(Call& c) {
  BELLJAR_TRY(v, find(c.context(), c[0], c[1]));
  return v.is_undefined() ? c[2] : v;
}
Value jar_getitem(Call& c) {
  BELLJAR_TRY(v, find(c.context(), c[0], c[1]));
  if (!v.is_undefined()) return v;
  BELLJAR_TRY(name, repr(c.context(), c[1]));
  BELLJAR_TRY(text, new_str(c.context(),
                            "name=" + std::string(text_view(name)) + ", domain=None, path=None"));
  return c.context().raise_with(Exc::KeyError, text);
}
Value jar_setitem(Call& c) {
  BELLJAR_CHECK(put(c.context(), c[0], c[1], c[2], ""));
  return Value::none();
}
Value jar_delitem(Call& c) {
  Dict* d = table(c.context(), c[0]);
  if (d) BELLJAR_CHECK(dict_remove(c.context(), d, c[1]));
  return Value::none();
}
Value jar_contains(Call& c) {
  BELLJAR_TRY(v, find(c.context(), c[0], c[1]));
  return Value::boolean(!v.is_undefined());
}
Value jar_len(Call& c) {
  Dict* d = table(c.context(), c[0]);
  return Value::integer(d ? d->live : 0);
}
Value view(Call& c, const char* method) {
  BELLJAR_TRY(dict, plain_dict(c.context(), c[0]));
  Roots<1> roots(c.context());
  roots[0] = dict;
  BELLJAR_TRY(name, new_str(c.context(), method));
  BELLJAR_TRY(bound, get_attribute(c.context(), dict, name.as<Str>()));
  BELLJAR_TRY(made, c.context().invoke(bound, {}));
  return list_from(c.context(), made);
}
Value jar_keys(Call& c) { return view(c, "keys"); }
Value jar_values(Call& c) { return view(c, "values"); }
Value jar_items(Call& c) { return view(c, "items"); }
Value jar_get_dict(Call& c) { return plain_dict(c.context(), c[0]); }
Value jar_clear(Call& c) {
  if (Dict* d = table(c.context(), c[0])) dict_clear(c.context(), d);
  return Value::none();
}
Value jar_update_method(Call& c) {
  BELLJAR_CHECK(jar_update(c.context(), c[0], c[1]));
  return Value::none();
}
Value jar_set_method(Call& c) {
  std::string_view host;
  BELLJAR_TRY(key, new_str(c.context(), "domain"));
  host = text_view(dict_get_str(c.context(), c[3].as<Dict>(), key.as<Str>()));
  BELLJAR_CHECK(put(c.context(), c[0], c[1], c[2], host));
  return Value::none();
}
Value jar_copy(Call& c) {
  BELLJAR_TRY(made, new_jar(c.context()));
  BELLJAR_CHECK(jar_update(c.context(), made, c[0]));
  return made;
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"__init__", "self", jar_init, kNativePython},
    {"__getitem__", "self, name", jar_getitem, kNativePython},
    {"__setitem__", "self, name, value", jar_setitem, kNativePython},
    {"__delitem__", "self, name", jar_delitem, kNativePython},
    {"__contains__", "self, name", jar_contains, kNativePython},
    {"__len__", "self", jar_len, kNativePython},
    {"get", "self, name, default=None, domain=None, path=None", jar_get, kNativePython},
    {"set", "self, name, value, **kwargs", jar_set_method, kNativePython},
    {"keys", "self", jar_keys, kFlags},
    {"values", "self", jar_values, kFlags},
    {"items", "self", jar_items, kFlags},
    {"get_dict", "self, domain=None, path=None", jar_get_dict, kNativePython},
    {"update", "self, other", jar_update_method, kFlags},
    {"clear", "self", jar_clear, kNativePython},
    {"copy", "self", jar_copy, kNativePython},
};

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
  return s;
}

// Folded Set-Cookie headers: a comma begins a new cookie if a name and '=' follow before ';'.
std::vector<std::string_view> split_cookies(std::string_view header) {
  std::vector<std::string_view> out;
  size_t begin = 0;
  for (size_t i = 0; i < header.size(); ++i) {
    if (header[i] != ',') continue;
    size_t end = header.find_first_of("=;,", i + 1);
    if (end == header.npos || header[end] != '=') continue;
    std::string_view name = trim(header.substr(i + 1, end - i - 1));
    if (name.empty() || name.find(' ') != name.npos) continue;
    out.push_back(header.substr(begin, i - begin));
    begin = i + 1;
  }
  out.push_back(header.substr(begin));
  return out;
}

}  // namespace

Value new_jar(Context& context) {
  BELLJAR_TRY(items, new_dict(context));
  return sym::new_object(context, Type::CookieJar, {{Name::hidden_items, items}});
}

Value jar_set(Context& context, Value jar, std::string_view name, std::string_view value,
              std::string_view host) {
  BELLJAR_TRY(name_text, new_str(context, name));
  BELLJAR_TRY(value_text, new_str(context, value));
  return put(context, jar, name_text, value_text, host);
}

Value jar_update(Context& context, Value jar, Value cookies) {
  if (Dict* from = table(context, cookies)) {
    uint32_t at = 0;
    while (DictEntry* e = dict_next(from, &at)) {
      const Tuple* pair = e->value.as<Tuple>();
      BELLJAR_CHECK(put(context, jar, e->key, pair->items[0], text_view(pair->items[1])));
    }
    return Value::none();
  }
  if (cookies.is_none() || cookies.is_undefined()) return Value::none();
  Roots<1> roots(context);
  BELLJAR_TRY(pairs, pairs_of(context, cookies));
  roots[0] = pairs;
  for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
    const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
    BELLJAR_CHECK(put(context, jar, pair->items[0], pair->items[1], ""));
  }
  return Value::none();
}

std::string jar_header(Context& context, Value jar, std::string_view host) {
  std::string out;
  Dict* d = table(context, jar);
  uint32_t at = 0;
  while (DictEntry* e = d ? dict_next(d, &at) : nullptr) {
    const Tuple* pair = e->value.as<Tuple>();
    std::string_view own = text_view(pair->items[1]);
    if (!own.empty() && own != host) continue;
    if (!out.empty()) out += "; ";
    out += text_view(e->key);
    out += '=';
    out += text_view(pair->items[0]);
  }
  return out;
}

Value jar_receive(Context& context, Value jar, std::string_view header, std::string_view host) {
  for (std::string_view cookie : split_cookies(header)) {
    std::string_view first = trim(cookie.substr(0, cookie.find(';')));
    size_t equals = first.find('=');
    if (equals == first.npos || equals == 0) continue;
    // An expired cookie is one taken away.
    bool gone = cookie.find("Max-Age=0") != cookie.npos || cookie.find("max-age=0") != cookie.npos;
    if (gone) {
      BELLJAR_TRY(name, new_str(context, first.substr(0, equals)));
      BELLJAR_CHECK(put(context, jar, name, Value::none(), host));
      continue;
    }
    std::string_view value = trim(first.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
      value = value.substr(1, value.size() - 2);
    }
    BELLJAR_CHECK(jar_set(context, jar, trim(first.substr(0, equals)), value, host));
  }
  return Value::none();
}

void install_cookies(Build& b) {
  Class* cls = b.add_class(Type::CookieJar, "RequestsCookieJar", nullptr, Kind::Instance,
                           "requests.cookies");
  sym::stored_layout(b, cls, {Name::hidden_items});
  b.builder.methods(cls, kMethods);
}

}  // namespace belljar::requests
