// json.dumps: values to text, CPython's spacing, escapes and errors.
#include <charconv>
#include <cmath>
#include <vector>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/sort.h"
#include "sdk/json/json.h"

namespace belljar::json {

namespace {

constexpr char kHex[] = "0123456789abcdef";

// What a byte needs: 0 nothing, 1 an escape.
constexpr auto kEscapes = [] {
  struct Table {
    bool needs[256];
  } t{};
  for (int c = 0; c < 256; ++c) t.needs[c] = c < 0x20 || c == '"' || c == '\\' || c >= 0x7f;
  return t;
}();

class Writer {
 public:
  Writer(Context& context, const DumpOptions& options)
      : context_(context), options_(options), out_(context) {}

  Value document(Value v) {
    BELLJAR_CHECK(value(v, 0));
    return out_.finish();
  }

 private:
  Value value(Value original, int level) {
    Value v = payload(original);
    switch (v.kind()) {
      case Kind::None:
        out_.append("null");
        return Value::none();
      case Kind::Bool:
        out_.append(v.as_bool() ? "true" : "false");
        return Value::none();
      case Kind::Str:
        string(v.as<Str>());
        return check();
      case Kind::Int:
        integer(v.as_int());
        return Value::none();
      case Kind::BigInt: {
        std::string digits;
        BELLJAR_CHECK(int_to_text(context_, v, 10, &digits));
        out_.append(digits);
        return Value::none();
      }
      case Kind::Float:
        return real(v.as_float());
      case Kind::List:
      case Kind::Tuple:
      case Kind::Dict: {
        DepthGuard guard(context_);
        if (!guard) return context_.depth_exceeded();
        if (!context_.charge(1)) return Value::stopped();
        BELLJAR_CHECK(enter(v));
        BELLJAR_CHECK(v.is(Kind::Dict) ? object(v, level) : array(v, level));
        ancestors_.pop_back();
        return Value::none();
      }
      default:
        break;
    }
    if (options_.default_hook.is_undefined()) {
      return context_.raise(Exc::TypeError, {"Object of type ", type_name(context_, original),
                                             " is not JSON serializable"});
    }
    DepthGuard guard(context_);
    if (!guard) return context_.depth_exceeded();
    BELLJAR_CHECK(enter(original));
    Roots<1> roots(context_);
    BELLJAR_TRY(replaced, context_.invoke(options_.default_hook, {original}));
    roots[0] = replaced;
    BELLJAR_CHECK(value(replaced, level));
    ancestors_.pop_back();
    return Value::none();
  }

  Value enter(Value v) {
    if (options_.check_circular) {
      for (const Object* o : ancestors_) {
        if (o == v.as_object())
          return context_.raise(Exc::ValueError, "Circular reference detected");
      }
    }
    ancestors_.push_back(v.is_heap() ? v.as_object() : nullptr);
    return Value::none();
  }

  Value check() { return out_.failed() ? context_.stop_memory() : Value::none(); }

  void newline(int level) {
    out_.append('\n');
    for (int i = 0; i < level; ++i) out_.append(options_.indent);
  }

  // Items are read anew each time: default() may change the list.
  Value array(Value v, int level) {
    Roots<1> roots(context_);
    roots[0] = v;
    auto count = [&] { return v.is(Kind::List) ? v.as<List>()->size : v.as<Tuple>()->count; };
    if (count() == 0) {
      out_.append("[]");
      return Value::none();
    }
    out_.append('[');
    if (options_.indented) newline(level + 1);
    for (size_t i = 0; i < count(); ++i) {
      if (i > 0) {
        out_.append(options_.item_separator);
        if (options_.indented) newline(level + 1);
      }
      Value item = v.is(Kind::List) ? v.as<List>()->items[i] : v.as<Tuple>()->items[i];
      BELLJAR_CHECK(value(item, level + 1));
      if ((i & 63) == 63 && !context_.charge(64)) return Value::stopped();
    }
    if (options_.indented) newline(level);
    out_.append(']');
    return check();
  }

  Value object(Value v, int level) {
    Dict* dict = v.as<Dict>();
    if (dict->live == 0) {
      out_.append("{}");
      return Value::none();
    }
    Roots<2> roots(context_);
    roots[0] = v;
    out_.append('{');
    if (options_.indented) newline(level + 1);
    bool first = true;
    if (options_.sort_keys) {
      BELLJAR_TRY(keys, list_of_keys(dict));
      roots[1] = keys;
      BELLJAR_CHECK(sort_list(context_, keys.as<List>(), Value::none(), false));
      for (uint32_t i = 0; i < keys.as<List>()->size; ++i) {
        Value key = keys.as<List>()->items[i];
        BELLJAR_TRY(item, dict_get(context_, dict, key));
        if (item.is_undefined()) continue;
        BELLJAR_CHECK(member(key, item, level, &first));
      }
    } else {
      uint32_t at = 0;
      uint32_t version = dict->version;
      while (DictEntry* entry = dict_next(dict, &at)) {
        BELLJAR_CHECK(member(entry->key, entry->value, level, &first));
        if (dict->version != version) {
          return context_.raise(Exc::RuntimeError, "dictionary changed size during iteration");
        }
      }
    }
    if (options_.indented) newline(level);
    out_.append('}');
    return check();
  }

  Value list_of_keys(Dict* dict) {
    BELLJAR_TRY(keys, new_list_reserved(context_, dict->live));
    uint32_t at = 0;
    while (DictEntry* entry = dict_next(dict, &at)) {
      BELLJAR_CHECK(list_append(context_, keys.as<List>(), entry->key));
    }
    return keys;
  }

  Value member(Value key, Value item, int level, bool* first) {
    Value k = payload(key);
    bool simple = k.is_str() || k.is_int() || k.is_bool() || k.is_none() || k.is_float() ||
                  k.is(Kind::BigInt);
    if (!simple) {
      if (options_.skip_keys) return Value::none();
      return context_.raise(Exc::TypeError, {"keys must be str, int, float, bool or None, not ",
                                             type_name(context_, key)});
    }
    if (!*first) {
      out_.append(options_.item_separator);
      if (options_.indented) newline(level + 1);
    }
    *first = false;
    if (k.is_str()) {
      string(k.as<Str>());
    } else {
      out_.append('"');
      if (k.is_bool()) {
        out_.append(k.as_bool() ? "true" : "false");
      } else {
        BELLJAR_CHECK(value(k, level));
      }
      out_.append('"');
    }
    out_.append(options_.key_separator);
    return value(item, level + 1);
  }

  void integer(int64_t i) {
    char digits[24];
    auto [end, status] = std::to_chars(digits, digits + sizeof digits, i);
    (void)status;
    out_.append({digits, static_cast<size_t>(end - digits)});
  }

  Value real(double d) {
    if (std::isfinite(d)) {
      char text[kFloatReprMax];
      out_.append({text, float_repr_to(d, text)});
      return Value::none();
    }
    if (!options_.allow_nan) {
      return context_.raise(Exc::ValueError, {"Out of range float values are not JSON compliant"});
    }
    out_.append(std::isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
    return Value::none();
  }

  void unicode_escape(uint32_t unit) {
    char text[6] = {
        '\\',           'u', kHex[unit >> 12 & 15], kHex[unit >> 8 & 15], kHex[unit >> 4 & 15],
        kHex[unit & 15]};
    out_.append({text, 6});
  }

  void string(const Str* s) {
    const char* p = s->data();
    const char* end = p + s->size();
    out_.append('"');
    uint32_t offset = 0;
    while (p < end) {
      const char* run = p;
      while (p < end && !kEscapes.needs[static_cast<unsigned char>(*p)]) ++p;
      out_.append({run, static_cast<size_t>(p - run)});
      if (p == end) break;
      unsigned char c = static_cast<unsigned char>(*p);
      if (c >= 0x80) {
        offset = static_cast<uint32_t>(p - s->data());
        uint32_t before = offset;
        uint32_t code = str_next_code_point(s, &offset);
        p = s->data() + offset;
        if (!options_.ensure_ascii) {
          out_.append({s->data() + before, offset - before});
        } else if (code < 0x10000) {
          unicode_escape(code);
        } else {
          code -= 0x10000;
          unicode_escape(0xd800 + (code >> 10));
          unicode_escape(0xdc00 + (code & 0x3ff));
        }
        continue;
      }
      ++p;
      if (c == 0x7f && !options_.ensure_ascii) {
        out_.append(static_cast<char>(c));
        continue;
      }
      switch (c) {
        case '"':
          out_.append("\\\"");
          break;
        case '\\':
          out_.append("\\\\");
          break;
        case '\n':
          out_.append("\\n");
          break;
        case '\r':
          out_.append("\\r");
          break;
        case '\t':
          out_.append("\\t");
          break;
        case '\b':
          out_.append("\\b");
          break;
        case '\f':
          out_.append("\\f");
          break;
        default:
          unicode_escape(c);
      }
    }
    out_.append('"');
  }

  Context& context_;
  const DumpOptions& options_;
  StrBuilder out_;
  std::vector<const Object*> ancestors_;
};

}  // namespace

Value dump(Context& context, Value v, const DumpOptions& options) {
  Writer writer(context, options);
  return writer.document(v);
}

}  // namespace belljar::json
