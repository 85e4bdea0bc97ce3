// What the writers share: the texts of scalars and keys, the pairs of a dict.
#include <charconv>
#include <cmath>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
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

void unicode_escape(StrBuilder& out, uint32_t unit) {
  char text[6] = {
      '\\',           'u', kHex[unit >> 12 & 15], kHex[unit >> 8 & 15], kHex[unit >> 4 & 15],
      kHex[unit & 15]};
  out.append({text, 6});
}

void write_escape(StrBuilder& out, unsigned char c) {
  switch (c) {
    case '"':
      return out.append("\\\"");
    case '\\':
      return out.append("\\\\");
    case '\n':
      return out.append("\\n");
    case '\r':
      return out.append("\\r");
    case '\t':
      return out.append("\\t");
    case '\b':
      return out.append("\\b");
    case '\f':
      return out.append("\\f");
    default:
      return unicode_escape(out, c);
  }
}

void write_string(StrBuilder& out, const Str* s, bool ensure_ascii) {
  const char* p = s->data();
  const char* end = p + s->size();
  out.append('"');
  while (p < end) {
    const char* run = p;
    while (p < end && !kEscapes.needs[static_cast<unsigned char>(*p)]) ++p;
    out.append({run, static_cast<size_t>(p - run)});
    if (p == end) break;
    unsigned char c = static_cast<unsigned char>(*p);
    if (c < 0x7f) {
      write_escape(out, c);
      ++p;
      continue;
    }
    uint32_t before = static_cast<uint32_t>(p - s->data());
    uint32_t offset = before;
    uint32_t code = str_next_code_point(s, &offset);
    p = s->data() + offset;
    if (!ensure_ascii) {
      out.append({s->data() + before, offset - before});
    } else if (code < 0x10000) {
      unicode_escape(out, code);
    } else {
      code -= 0x10000;
      unicode_escape(out, 0xd800 + (code >> 10));
      unicode_escape(out, 0xdc00 + (code & 0x3ff));
    }
  }
  out.append('"');
}

Value write_real(StrBuilder& out, double d, bool allow_nan, bool in_python) {
  if (std::isfinite(d)) {
    char text[kFloatReprMax];
    out.append({text, float_repr_to(d, text)});
    return Value::none();
  }
  if (!allow_nan) {
    return out.context().raise(
        Exc::ValueError, {"Out of range float values are not JSON compliant", in_python ? ": " : "",
                          in_python ? float_repr(d) : ""});
  }
  out.append(std::isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
  return Value::none();
}

}  // namespace

bool is_scalar(Value v) {
  switch (v.kind()) {
    case Kind::None:
    case Kind::Bool:
    case Kind::Str:
    case Kind::Int:
    case Kind::BigInt:
    case Kind::Float:
      return true;
    default:
      return false;
  }
}

Value write_scalar(StrBuilder& out, Value v, bool ensure_ascii, bool allow_nan, bool in_python) {
  switch (v.kind()) {
    case Kind::None:
      out.append("null");
      return Value::none();
    case Kind::Bool:
      out.append(v.as_bool() ? "true" : "false");
      return Value::none();
    case Kind::Str:
      write_string(out, v.as<Str>(), ensure_ascii);
      return out.failed() ? out.context().stop_memory() : Value::none();
    case Kind::Int: {
      char digits[24];
      char* end = std::to_chars(digits, digits + sizeof digits, v.as_int()).ptr;
      out.append({digits, static_cast<size_t>(end - digits)});
      return Value::none();
    }
    case Kind::BigInt: {
      std::string digits;
      BELLJAR_CHECK(int_to_text(out.context(), v, 10, &digits));
      out.append(digits);
      return Value::none();
    }
    default:
      return write_real(out, v.as_float(), allow_nan, in_python);
  }
}

Value write_key(StrBuilder& out, Value key, const DumpOptions& options, bool in_python) {
  Value k = payload(key);
  if (!is_scalar(k)) {
    if (options.skip_keys) return Value::undefined();
    return out.context().raise(Exc::TypeError, {"keys must be str, int, float, bool or None, not ",
                                                type_name(out.context(), key)});
  }
  if (k.is_str()) return write_scalar(out, k, options.ensure_ascii, true, in_python);
  out.append('"');
  BELLJAR_CHECK(write_scalar(out, k, true, options.allow_nan, in_python));
  out.append('"');
  return Value::none();
}

namespace {

Value own_items(Context& context, Dict* dict) {
  BELLJAR_TRY(items, new_list_reserved(context, dict->live));
  for (uint32_t at = 0; DictEntry* entry = dict_next(dict, &at);) {
    Value row[] = {entry->key, entry->value};
    BELLJAR_TRY(pair, new_tuple(context, row, 2));
    BELLJAR_CHECK(list_append(context, items.as<List>(), pair));
  }
  return items;
}

}  // namespace

Value items_of(Context& context, Value dict, bool sorted, bool in_python) {
  Roots<1> roots(context);
  BELLJAR_TRY(name, new_str(context, "items"));
  Value method = class_lookup(context, class_of(context, dict), name.as<Str>());
  if (method.is(Kind::Native)) {
    roots[0] = own_items(context, payload(dict).as<Dict>());
  } else {
    BELLJAR_TRY(bound, get_attribute(context, dict, name.as<Str>()));
    BELLJAR_TRY(items, context.invoke(bound, nullptr, 0));
    roots[0] = items;
    Value iterator = iterate(context, items);
    if (!in_python && iterator.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
      context.take_pending();
      return context.raise(Exc::TypeError,
                           {type_name(context, dict), ".items() returned a non-iterable (type ",
                            type_name(context, roots[0]), ")"});
    }
    if (iterator.is_abrupt()) return iterator;
    roots[0] = iterator;
    roots[0] = list_from(context, iterator);
  }
  if (roots[0].is_abrupt()) return roots[0];
  if (sorted) BELLJAR_CHECK(sort_list(context, roots[0].as<List>(), Value::none(), false));
  return roots[0];
}

Value unpack_item(Context& context, Value pair, Value* key, Value* value, bool in_python) {
  if (!pair.is(Kind::Tuple) || pair.as<Tuple>()->count != 2) {
    if (!in_python) return context.raise(Exc::ValueError, "items must return 2-tuples");
    Value made = tuple_from(context, pair);
    if (made.is(Kind::Raised) && context.pending_is(Exc::TypeError) &&
        !offers_iteration(context, pair)) {
      context.take_pending();
      return context.raise(Exc::TypeError,
                           {"cannot unpack non-iterable ", type_name(context, pair), " object"});
    }
    if (made.is_abrupt()) return made;
    pair = made;
    size_t count = pair.as<Tuple>()->count;
    if (count > 2) {
      return context.raise(Exc::ValueError, "too many values to unpack (expected 2)");
    }
    if (count < 2) {
      return context.raise(Exc::ValueError, {"not enough values to unpack (expected 2, got ",
                                             std::to_string(count), ")"});
    }
  }
  *key = pair.as<Tuple>()->items[0];
  *value = pair.as<Tuple>()->items[1];
  return Value::none();
}

Value not_serializable(Context& context, Value object) {
  return context.raise(
      Exc::TypeError, {"Object of type ", type_name(context, object), " is not JSON serializable"});
}

}  // namespace belljar::json
