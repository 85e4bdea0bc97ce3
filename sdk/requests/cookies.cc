// RequestsCookieJar: the cookies of a session or a response, each for the host that set it.
#include <algorithm>
#include <string>
#include <vector>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/requests/cookie_text.h"
#include "sdk/requests/prepare.h"
#include "sdk/requests/requests.h"

namespace belljar::requests {

namespace {

constexpr uint32_t kMostCookies = 1000;

// --- cookies, in the order in which they were set ------------------------------------------------

List* table(const Context& context, Value jar) {
  Value items = stored(context, jar, Name::hidden_items);
  return items.is(Kind::List) ? items.as<List>() : nullptr;
}
Value part(const Context& context, Value cookie, Name name) {
  Value v = stored(context, cookie, name);
  return v.is_undefined() ? Value::none() : v;
}
std::string_view text_part(const Context& context, Value cookie, Name name) {
  return text_view(part(context, cookie, name));
}
// None matches everything; so does what is absent.
bool fits(const Context& context, Value cookie, Name name, Value wanted) {
  return wanted.is_none() || wanted.is_undefined() ||
         bytes_of(wanted) == text_part(context, cookie, name);
}

void take_away(List* items, uint32_t at) {
  std::copy(items->items + at + 1, items->items + items->size, items->items + at);
  --items->size;
}

Value new_cookie(Context& context, Value name, Value value, std::string_view domain,
                 std::string_view path, bool host_only, bool secure, Value expires) {
  BELLJAR_TRY(domain_text, new_str(context, domain));
  BELLJAR_TRY(path_text, new_str(context, path));
  return sym::new_object(context, Type::Cookie,
                         {{Name::name, name},
                          {Name::value, value},
                          {Name::domain, domain_text},
                          {Name::path, path_text},
                          {Name::secure, Value::boolean(secure)},
                          {Name::expires, expires},
                          {Name::hidden_host_only, Value::boolean(host_only)}});
}

// A cookie takes the place of one with its domain, path and name.
Value put(Context& context, Value jar, Value cookie) {
  List* items = table(context, jar);
  if (!items) return Value::none();
  if (!context.charge(items->size / 8 + 1)) return Value::stopped();
  for (uint32_t i = 0; i < items->size; ++i) {
    bool same = true;
    for (Name n : {Name::name, Name::domain, Name::path}) {
      same = same && text_part(context, items->items[i], n) == text_part(context, cookie, n);
    }
    if (!same) continue;
    items->items[i] = cookie;
    return Value::none();
  }
  return items->size < kMostCookies ? list_append(context, items, cookie) : Value::none();
}

void remove(const Context& context, Value jar, Value name, Value domain, Value path) {
  List* items = table(context, jar);
  for (uint32_t i = items ? items->size : 0; i-- > 0;) {
    const Value cookie = items->items[i];
    if (fits(context, cookie, Name::name, name) && fits(context, cookie, Name::domain, domain) &&
        fits(context, cookie, Name::path, path)) {
      take_away(items, i);
    }
  }
}

Value put_plain(Context& context, Value jar, Value name, Value value) {
  if (value.is_none()) {
    remove(context, jar, name, Value::none(), Value::none());
    return value;
  }
  BELLJAR_TRY(cookie, new_cookie(context, name, value, "", "/", true, false, Value::none()));
  return put(context, jar, cookie);
}

// Undefined: there is none; more than one is a CookieConflictError.
Value find(Context& context, Value jar, Value name, Value domain, Value path) {
  Value found;
  List* items = table(context, jar);
  for (uint32_t i = 0; items && i < items->size; ++i) {
    const Value cookie = items->items[i];
    if (bytes_of(name) != text_part(context, cookie, Name::name)) continue;
    if (!fits(context, cookie, Name::domain, domain) || !fits(context, cookie, Name::path, path)) {
      continue;
    }
    if (!found.is_undefined()) {
      BELLJAR_TRY(shown, repr(context, name));
      return raise_http(context, Type::CookieConflict,
                        "There are multiple cookies with name, " + std::string(text_view(shown)));
    }
    found = part(context, cookie, Name::value);
  }
  // As in requests, an empty value is no value.
  return text_view(found).empty() && payload(found).is_str() ? Value::undefined() : found;
}

Value no_cookie(Context& context, Value name) {
  BELLJAR_TRY(shown, repr(context, name));
  BELLJAR_TRY(
      text, new_str(context, "name=" + std::string(text_view(shown)) + ", domain=None, path=None"));
  return context.raise_with(Exc::KeyError, text);
}

Value plain_dict(Context& context, Value jar, Value domain, Value path) {
  BELLJAR_TRY(out, new_dict(context));
  List* items = table(context, jar);
  for (uint32_t i = 0; items && i < items->size; ++i) {
    const Value cookie = items->items[i];
    if (!fits(context, cookie, Name::domain, domain) || !fits(context, cookie, Name::path, path)) {
      continue;
    }
    BELLJAR_CHECK(dict_set(context, out.as<Dict>(), part(context, cookie, Name::name),
                           part(context, cookie, Name::value)));
  }
  return out;
}

// --- methods -------------------------------------------------------------------------------------

Value jar_init(Call& c) {
  BELLJAR_TRY(items, new_list(c.context(), nullptr, 0));
  return instance_set(c.context(), c.self<Instance>(), text_of(c.context(), Name::hidden_items),
                      items);
}
Value jar_get(Call& c) {
  BELLJAR_TRY(v, find(c.context(), c[0], c[1], c[3], c[4]));
  return v.is_undefined() ? c[2] : v;
}
Value jar_getitem(Call& c) {
  BELLJAR_TRY(v, find(c.context(), c[0], c[1], Value::none(), Value::none()));
  return v.is_undefined() ? no_cookie(c.context(), c[1]) : v;
}
Value jar_setitem(Call& c) {
  BELLJAR_CHECK(put_plain(c.context(), c[0], c[1], c[2]));
  return Value::none();
}
Value jar_delitem(Call& c) {
  remove(c.context(), c[0], c[1], Value::none(), Value::none());
  return Value::none();
}
Value jar_contains(Call& c) {
  List* items = table(c.context(), c[0]);
  for (uint32_t i = 0; items && i < items->size; ++i) {
    if (bytes_of(c[1]) != text_part(c.context(), items->items[i], Name::name)) continue;
    if (!text_part(c.context(), items->items[i], Name::value).empty()) return Value::boolean(true);
  }
  return Value::boolean(false);
}
Value jar_len(Call& c) {
  List* items = table(c.context(), c[0]);
  return Value::integer(items ? items->size : 0);
}
Value jar_iter(Call& c) {
  List* items = table(c.context(), c[0]);
  BELLJAR_TRY(copy, new_list(c.context(), items ? items->items : nullptr, items ? items->size : 0));
  return builtin_iterator(c.context(), copy);
}
// The distinct values of a part, or every pair of name and value.
Value column(Call& c, Name name, bool distinct) {
  Context& context = c.context();
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  List* items = table(context, c[0]);
  for (uint32_t i = 0; items && i < items->size; ++i) {
    const Value v = part(context, items->items[i], name);
    bool known = false;
    for (uint32_t k = 0; distinct && k < out.as<List>()->size; ++k) {
      known = known || text_view(out.as<List>()->items[k]) == text_view(v);
    }
    if (!known) BELLJAR_CHECK(list_append(context, out.as<List>(), v));
  }
  return out;
}
Value jar_keys(Call& c) { return column(c, Name::name, false); }
Value jar_values(Call& c) { return column(c, Name::value, false); }
Value jar_list_domains(Call& c) { return column(c, Name::domain, true); }
Value jar_list_paths(Call& c) { return column(c, Name::path, true); }
Value jar_items(Call& c) {
  BELLJAR_TRY(names, column(c, Name::name, false));
  BELLJAR_TRY(values, column(c, Name::value, false));
  for (uint32_t i = 0; i < names.as<List>()->size; ++i) {
    Value pair[] = {names.as<List>()->items[i], values.as<List>()->items[i]};
    BELLJAR_TRY(both, new_tuple(c.context(), pair, 2));
    names.as<List>()->items[i] = both;
  }
  return names;
}
Value jar_multiple_domains(Call& c) {
  BELLJAR_TRY(all, column(c, Name::domain, false));
  BELLJAR_TRY(distinct, column(c, Name::domain, true));
  return Value::boolean(all.as<List>()->size != distinct.as<List>()->size);
}
Value jar_get_dict(Call& c) { return plain_dict(c.context(), c[0], c[1], c[2]); }
Value jar_clear(Call& c) {
  remove(c.context(), c[0], c[3], c[1], c[2]);
  return Value::none();
}
Value jar_update_method(Call& c) {
  BELLJAR_CHECK(jar_update(c.context(), c[0], c[1]));
  return Value::none();
}
Value jar_set_method(Call& c) {
  Context& context = c.context();
  Dict* keywords = c[3].as<Dict>();
  Value domain = sym::member(context, keywords, Name::domain);
  Value path = sym::member(context, keywords, Name::path);
  if (c[2].is_none()) {
    remove(context, c[0], c[1], domain, path);
    return Value::none();
  }
  Value secure = sym::member(context, keywords, Name::secure);
  Value expires = sym::member(context, keywords, Name::expires);
  const std::string_view host = text_view(domain);
  BELLJAR_TRY(cookie,
              new_cookie(context, c[1], c[2], host, path.is_undefined() ? "/" : text_view(path),
                         host.empty() || host.front() != '.', secure.is_bool() && secure.as_bool(),
                         expires.is_undefined() ? Value::none() : expires));
  BELLJAR_CHECK(put(context, c[0], cookie));
  return cookie;
}
Value jar_set_cookie(Call& c) {
  if (!sym::is_a(c.context(), c[1], Type::Cookie)) {
    return c.context().raise(Exc::TypeError, "set_cookie() takes a Cookie");
  }
  BELLJAR_CHECK(put(c.context(), c[0], c[1]));
  return Value::none();
}
Value jar_copy(Call& c) {
  BELLJAR_TRY(made, new_jar(c.context()));
  BELLJAR_CHECK(jar_update(c.context(), made, c[0]));
  return made;
}
Value jar_eq(Call& c) {
  Context& context = c.context();
  Value other = c[1];
  if (!payload(other).is(Kind::Dict)) {
    if (!table(context, other)) return Value::not_implemented();
    BELLJAR_TRY(theirs, plain_dict(context, other, Value::none(), Value::none()));
    other = theirs;
  }
  Roots<2> roots(context);
  roots[0] = other;
  BELLJAR_TRY(mine, plain_dict(context, c[0], Value::none(), Value::none()));
  roots[1] = mine;
  return equals(context, mine, other);
}

std::string shown(const Context& context, Value cookie) {
  return "<Cookie " + std::string(text_part(context, cookie, Name::name)) + "=" +
         std::string(text_part(context, cookie, Name::value)) + " for " +
         std::string(text_part(context, cookie, Name::domain)) +
         std::string(text_part(context, cookie, Name::path)) + ">";
}
Value cookie_str(Call& c) { return new_str(c.context(), shown(c.context(), c[0])); }
Value jar_str(Call& c) {
  std::string out = "<RequestsCookieJar[";
  List* items = table(c.context(), c[0]);
  for (uint32_t i = 0; items && i < items->size; ++i) {
    if (!c.context().charge(8)) return Value::stopped();
    out += (i > 0 ? ", " : "") + shown(c.context(), items->items[i]);
  }
  return new_str(c.context(), out + "]>");
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"__init__", "self", jar_init, kNativePython},
    {"__getitem__", "self, name", jar_getitem, kFlags},
    {"__setitem__", "self, name, value", jar_setitem, kNativePython},
    {"__delitem__", "self, name", jar_delitem, kNativePython},
    {"__contains__", "self, name", jar_contains, kNativePython},
    {"__len__", "self", jar_len, kNativePython},
    {"__iter__", "self", jar_iter, kNativePython},
    {"__eq__", "self, other", jar_eq, kFlags},
    {"__repr__", "self", jar_str, kNativePython},
    {"get", "self, name, default=None, domain=None, path=None", jar_get, kFlags},
    {"set", "self, name, value, **kwargs", jar_set_method, kNativePython},
    {"set_cookie", "self, cookie", jar_set_cookie, kNativePython},
    {"keys", "self", jar_keys, kNativePython},
    {"values", "self", jar_values, kNativePython},
    {"items", "self", jar_items, kNativePython},
    {"list_domains", "self", jar_list_domains, kNativePython},
    {"list_paths", "self", jar_list_paths, kNativePython},
    {"multiple_domains", "self", jar_multiple_domains, kNativePython},
    {"get_dict", "self, domain=None, path=None", jar_get_dict, kNativePython},
    {"update", "self, other", jar_update_method, kFlags},
    {"clear", "self, domain=None, path=None, name=None", jar_clear, kNativePython},
    {"copy", "self", jar_copy, kNativePython},
};
constexpr NativeDef kCookieMethods[] = {{"__repr__", "self", cookie_str, kNativePython}};

}  // namespace

Value new_jar(Context& context) {
  BELLJAR_TRY(items, new_list(context, nullptr, 0));
  return sym::new_object(context, Type::CookieJar, {{Name::hidden_items, items}});
}

Value jar_update(Context& context, Value jar, Value cookies) {
  if (List* from = table(context, cookies)) {
    for (uint32_t i = 0; i < from->size; ++i) {
      BELLJAR_CHECK(put(context, jar, from->items[i]));
    }
    return Value::none();
  }
  if (cookies.is_none() || cookies.is_undefined()) return Value::none();
  Roots<2> roots(context);
  roots[1] = jar;
  BELLJAR_TRY(pairs, pairs_of(context, cookies));
  roots[0] = pairs;
  for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
    const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
    BELLJAR_CHECK(put_plain(context, jar, pair->items[0], pair->items[1]));
  }
  return Value::none();
}

std::string jar_header(Context& context, Value jar, const Url& url) {
  List* items = table(context, jar);
  std::vector<Value> sent;
  std::vector<std::string_view> domains;  // in the order in which they came
  for (uint32_t i = 0; items && i < items->size; ++i) {
    const Value cookie = items->items[i];
    const std::string_view domain = text_part(context, cookie, Name::domain);
    const Value host_only = part(context, cookie, Name::hidden_host_only);
    const Value secure = part(context, cookie, Name::secure);
    if (!cookie_goes_to(domain, host_only.is_bool() && host_only.as_bool(),
                        text_part(context, cookie, Name::path),
                        secure.is_bool() && secure.as_bool(), url)) {
      continue;
    }
    sent.push_back(cookie);
    if (std::find(domains.begin(), domains.end(), domain) == domains.end()) {
      domains.push_back(domain);
    }
  }
  auto rank = [&](Value cookie) {
    return std::find(domains.begin(), domains.end(), text_part(context, cookie, Name::domain)) -
           domains.begin();
  };
  std::stable_sort(sent.begin(), sent.end(), [&](Value a, Value b) { return rank(a) < rank(b); });
  // The most specific path first.
  std::stable_sort(sent.begin(), sent.end(), [&](Value a, Value b) {
    return text_part(context, a, Name::path).size() > text_part(context, b, Name::path).size();
  });
  std::string out;
  for (Value cookie : sent) {
    if (!out.empty()) out += "; ";
    out += text_part(context, cookie, Name::name);
    out += '=';
    out += text_part(context, cookie, Name::value);
  }
  return out;
}

Value jar_receive(Context& context, Value jar, std::string_view header, const Url& url,
                  std::string_view date) {
  if (!context.charge_bytes(header.size())) return Value::stopped();
  SetCookie one;
  if (!read_set_cookie(header, url, date, &one)) return Value::none();
  BELLJAR_TRY(name, new_str(context, one.name));
  BELLJAR_TRY(value, new_str(context, one.value));
  BELLJAR_TRY(cookie, new_cookie(context, name, value, one.domain, one.path, one.host_only,
                                 one.secure, Value::none()));
  if (!one.gone) return put(context, jar, cookie);
  remove(context, jar, name, part(context, cookie, Name::domain),
         part(context, cookie, Name::path));
  return Value::none();
}

void install_cookies(Build& b) {
  Class* cls = b.add_class(Type::CookieJar, "RequestsCookieJar", nullptr, Kind::Instance,
                           "requests.cookies");
  sym::stored_layout(b, cls, {Name::hidden_items});
  b.builder.methods(cls, kMethods);
  b.builder.attribute(cls, "__hash__", Value::none());
  Class* cookie = b.builder.new_class("Cookie", nullptr, Kind::Instance, 0, "http.cookiejar");
  cookie->sub = static_cast<uint16_t>(Type::Cookie);
  b.realm.classes[static_cast<int>(Type::Cookie)] = cookie;
  sym::stored_layout(b, cookie,
                     {Name::name, Name::value, Name::domain, Name::path, Name::secure,
                      Name::expires, Name::hidden_host_only});
  b.builder.methods(cookie, kCookieMethods);
  Value runtime_error = dict_get_str(b.builder, b.builder.realm().builtins->attributes,
                                     b.builder.str("RuntimeError"));
  Class* conflict = b.builder.new_exception_class("CookieConflictError", runtime_error.as<Class>(),
                                                  "requests.cookies");
  conflict->sub = static_cast<uint16_t>(Type::CookieConflict);
  b.realm.classes[static_cast<int>(Type::CookieConflict)] = conflict;
  b.builder.member(b.builder.module("requests.cookies"), "CookieConflictError",
                   Value::object(conflict));
}

}  // namespace belljar::requests
