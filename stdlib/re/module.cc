// The functions of the module, and the cache of what they have compiled: one an evaluation, of
// kCacheSize patterns, the oldest of which goes first.
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "stdlib/install.h"
#include "stdlib/re/pattern_calls.h"

namespace belljar::re {

namespace {

constexpr uint32_t kCacheSize = 64;

// The dict of cached patterns under "re" in what the library remembers; null: failed.
Value cache_of(Context& context) {
  if (!context.stdlib_state.is(Kind::Dict)) {
    BELLJAR_TRY(made, new_dict(context));
    context.stdlib_state = made;
  }
  Dict* all = context.stdlib_state.as<Dict>();
  BELLJAR_TRY(name, new_str(context, "re"));
  Value cache = dict_get_str(context, all, name.as<Str>());
  if (cache.is(Kind::Dict)) return cache;
  BELLJAR_TRY(made, new_dict(context));
  BELLJAR_CHECK(dict_set_str(context, all, name.as<Str>(), made));
  return made;
}

Value flags_error(Context& context, Value flags) {
  return context.raise(Exc::TypeError, {"unsupported operand type(s) for &: '",
                                        type_name(context, flags), "' and 'RegexFlag'"});
}

}  // namespace

Value compile(Context& context, Value pattern, Value flags) {
  if (is_pattern(context, pattern)) {
    BELLJAR_TRY(any, truth(context, flags));
    if (any.as_bool()) {
      return context.raise(Exc::ValueError,
                           "cannot process flags argument with a compiled pattern");
    }
    return pattern;
  }
  Value plain = payload(pattern);
  if (!plain.is_str() && !plain.is(Kind::Bytes)) {
    // CPython looks into its cache first.
    BELLJAR_CHECK(hash_of(context, pattern));
    return context.raise(Exc::TypeError, "first argument must be string or compiled pattern");
  }
  Value number = payload(flags);
  if (!number.is_int_like()) return flags_error(context, flags);
  const int64_t bits = number.as_int();
  Value parts[] = {plain, Value::integer(bits)};
  BELLJAR_TRY(key, new_tuple(context, parts, 2));
  BELLJAR_TRY(cache, cache_of(context));
  Dict* dict = cache.as<Dict>();
  BELLJAR_TRY(known, dict_get(context, dict, key));
  if (!known.is_undefined()) return known;
  BELLJAR_TRY(made, new_pattern(context, plain, static_cast<uint32_t>(bits)));
  if (dict->live >= kCacheSize) {
    uint32_t at = 0;
    if (DictEntry* oldest = dict_next(dict, &at)) {
      BELLJAR_CHECK(dict_remove(context, dict, oldest->key));
    }
  }
  BELLJAR_CHECK(dict_set(context, dict, key, made));
  return made;
}

namespace {

Value re_compile(Call& c) { return compile(c.context(), c[0], c[1]); }

template <Where where>
Value re_once(Call& c) {
  BELLJAR_TRY(pattern, compile(c.context(), c[0], c[2]));
  return match_once(c.context(), pattern.as<Pattern>(), c[1], Value::undefined(),
                    Value::undefined(), where);
}
Value re_findall(Call& c) {
  BELLJAR_TRY(pattern, compile(c.context(), c[0], c[2]));
  return find_all(c.context(), pattern.as<Pattern>(), c[1], Value::undefined(), Value::undefined());
}
Value re_finditer(Call& c) {
  BELLJAR_TRY(pattern, compile(c.context(), c[0], c[2]));
  return find_iter(c.context(), pattern.as<Pattern>(), c[1], Value::undefined(),
                   Value::undefined());
}
Value re_split(Call& c) {
  Roots<1> roots(c.context());
  BELLJAR_TRY(pattern, compile(c.context(), c[0], c[3]));
  roots[0] = pattern;
  return split(c.context(), pattern.as<Pattern>(), c[1], c[2]);
}
template <bool counted>
Value re_sub(Call& c) {
  Roots<1> roots(c.context());
  BELLJAR_TRY(pattern, compile(c.context(), c[0], c[4]));
  roots[0] = pattern;
  return substitute(c.context(), pattern.as<Pattern>(), c[1], c[2], c[3], counted);
}

Value re_purge(Call& c) {
  BELLJAR_TRY(cache, cache_of(c.context()));
  dict_clear(c.context(), cache.as<Dict>());
  return Value::none();
}

Value re_escape(Call& c) {
  Context& context = c.context();
  Value plain = payload(c[0]);
  if (!plain.is_str() && !is_bytes_like(plain)) {
    return context.raise(Exc::TypeError, {"decoding to str: need a bytes-like object, ",
                                          type_name(context, c[0]), " found"});
  }
  const std::string_view text = plain.is_str() ? plain.as<Str>()->view() : bytes_view(plain);
  if (!context.charge_bytes(text.size())) return Value::stopped();
  StrBuilder out(context);
  for (char ch : text) {
    if (std::string_view("()[]{}?*+-|^$\\.&~# \t\n\r\v\f").find(ch) != std::string_view::npos) {
      out.append('\\');
    }
    out.append(ch);
  }
  return plain.is_str() ? out.finish() : out.finish_bytes();
}

constexpr uint8_t kPython = kNativePython | kNativeCallsBack;
constexpr NativeDef kFunctions[] = {
    {"compile", "pattern, flags=0", re_compile, kPython},
    {"search", "pattern, string, flags=0", re_once<Where::Anywhere>, kPython},
    {"match", "pattern, string, flags=0", re_once<Where::AtStart>, kPython},
    {"fullmatch", "pattern, string, flags=0", re_once<Where::Whole>, kPython},
    {"findall", "pattern, string, flags=0", re_findall, kPython},
    {"finditer", "pattern, string, flags=0", re_finditer, kPython},
    {"split", "pattern, string, maxsplit=0, flags=0", re_split, kPython},
    {"sub", "pattern, repl, string, count=0, flags=0", re_sub<false>, kPython},
    {"subn", "pattern, repl, string, count=0, flags=0", re_sub<true>, kPython},
    {"purge", "", re_purge, kPython},
    {"escape", "pattern", re_escape, kPython},
};

}  // namespace

}  // namespace belljar::re

namespace belljar {

void install_re(RealmBuilder& b) {
  Module* m = b.module("re");
  re::install_error(b, m);
  re::install_flags(b, m);
  re::install_match(b, m);
  re::install_pattern(b, m);
  b.functions(m, re::kFunctions);
}

}  // namespace belljar
