// str: format, format_map, translate, maketrans, encode.
#include "builtins/str_methods.h"
#include "builtins/text_arguments.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_format.h"
#include "runtime/str_layout.h"
#include "support/utf8.h"

namespace belljar {
namespace {

Value format_method(Call& c) { return str_format(c.context(), c.self<Str>(), c[1], c[2]); }

Value format_map_method(Call& c) {
  return str_format(c.context(), c.self<Str>(), Value::undefined(), c[1]);
}

Value encode_method(Call& c) {
  Context& context = c.context();
  Str* encoding = str_or_null(c[1]);
  if (!encoding) return not_a_str(context, "encode() argument 'encoding'", c[1]);
  Str* errors = str_or_null(c[2]);
  if (!errors) return not_a_str(context, "encode() argument 'errors'", c[2]);
  return encode_text(context, c.self<Str>(), encoding->view(), errors->view());
}

// --- translate -----------------------------------------------------------------------------------

// Appends what the table makes of a code point; `*kept` if it has no entry.
Value append_translation(Context& context, StrBuilder& out, Value table, uint32_t c) {
  Value key = Value::integer(c);
  Value to;
  if (table.is(Kind::Dict)) {
    to = dict_get(context, table.as<Dict>(), key);
    if (to.is_undefined()) {
      out.append_code_point(c);
      return Value::none();
    }
  } else {
    to = get_item(context, table, key);
    if (to.is(Kind::Raised) && context.pending_is(Exc::LookupError)) {
      context.take_pending();
      out.append_code_point(c);
      return Value::none();
    }
  }
  if (to.is_abrupt()) return to;
  Value plain = payload(to);
  if (plain.is_none()) return plain;
  if (plain.is_str()) {
    out.append(plain.as<Str>()->view());
    return Value::none();
  }
  if (is_int_value(plain)) {
    if (!plain.is_int_like() || plain.as_int() < 0 || plain.as_int() > kMaxCodePoint) {
      return context.raise(Exc::ValueError, "character mapping must be in range(0x110000)");
    }
    out.append_code_point(static_cast<uint32_t>(plain.as_int()));
    return Value::none();
  }
  return context.raise(Exc::TypeError, "character mapping must return integer, None or str");
}

Value translate_method(Call& c) {
  Context& context = c.context();
  Str* s = c.self<Str>();
  // What ASCII characters become is looked up once each, as CPython does.
  constexpr uint8_t kUnknown = 0, kDeleted = 0xff;
  uint8_t known[128] = {};
  StrBuilder out(context);
  uint32_t offset = 0;
  while (offset < s->count) {
    if (!context.charge(1)) return Value::stopped();
    uint32_t code = str_next_code_point(s, &offset);
    if (code < 128 && known[code] != kUnknown) {
      if (known[code] != kDeleted) out.append(static_cast<char>(known[code]));
      continue;
    }
    const size_t before = out.size();
    BELLJAR_CHECK(append_translation(context, out, c[1], code));
    if (out.failed()) return context.stop_memory();
    if (code >= 128 || !s->ascii()) continue;
    if (out.size() == before) {
      known[code] = kDeleted;
    } else if (out.size() == before + 1 && out.view().back() != 0) {
      known[code] = static_cast<uint8_t>(out.view().back());
    }
  }
  return out.finish();
}

Value maketrans_from_dict(Context& context, Value from) {
  Value plain = payload(from);
  if (!plain.is(Kind::Dict)) {
    return context.raise(Exc::TypeError,
                         "if you give only one argument to maketrans it must be a dict");
  }
  Dict* dict = plain.as<Dict>();
  BELLJAR_TRY(result, new_dict(context));
  Roots<1> roots(context);
  roots[0] = result;
  uint32_t position = 0;
  while (DictEntry* entry = dict_next(dict, &position)) {
    if (!context.charge(1)) return Value::stopped();
    Value key = entry->key;
    Str* text = str_or_null(key);
    if (text) {
      if (text->length != 1) {
        return context.raise(Exc::ValueError, "string keys in translate table must be of length 1");
      }
      key = Value::integer(decode_valid(text->data()));
    } else if (!is_int_value(payload(key))) {
      return context.raise(Exc::TypeError, "keys in translate table must be strings or integers");
    }
    BELLJAR_CHECK(dict_set(context, result.as<Dict>(), key, entry->value));
  }
  return result;
}

Value maketrans_method(Call& c) {
  Context& context = c.context();
  if (c[1].is_undefined()) return maketrans_from_dict(context, c[0]);
  Str* from = str_or_null(c[0]);
  if (!str_or_null(c[1])) return not_a_str(context, "maketrans() argument 2", c[1]);
  if (c.has(2) && !str_or_null(c[2])) return not_a_str(context, "maketrans() argument 3", c[2]);
  if (!from) {
    return context.raise(Exc::TypeError,
                         "first maketrans argument must be a string if there is a second argument");
  }
  Str* to = str_or_null(c[1]);
  Str* deleted = c.has(2) ? str_or_null(c[2]) : context.realm().empty_str;
  if (from->length != to->length) {
    return context.raise(Exc::ValueError,
                         "the first two maketrans arguments must have equal length");
  }
  if (!context.charge(static_cast<uint64_t>(from->length) + deleted->length + 1)) {
    return Value::stopped();
  }
  BELLJAR_TRY(result, new_dict(context));
  Dict* dict = result.as<Dict>();
  for (uint32_t a = 0, b = 0; a < from->count;) {
    Value key = Value::integer(str_next_code_point(from, &a));
    BELLJAR_CHECK(dict_set(context, dict, key, Value::integer(str_next_code_point(to, &b))));
  }
  for (uint32_t at = 0; at < deleted->count;) {
    Value key = Value::integer(str_next_code_point(deleted, &at));
    BELLJAR_CHECK(dict_set(context, dict, key, Value::none()));
  }
  return result;
}

constexpr NativeDef kMethods[] = {
    {"format", "self, /, *args, **kwargs", format_method, kNativeCallsBack},
    {"format_map", "self, mapping, /", format_map_method, kNativeCallsBack},
    {"encode", "self, encoding='utf-8', errors='strict'", encode_method},
    {"translate", "self, table, /", translate_method, kNativeCallsBack},
};
constexpr NativeDef kStatics[] = {
    {"maketrans", "x, y?, z?, /", maketrans_method},
};

}  // namespace

std::span<const NativeDef> str_convert_methods() { return kMethods; }
std::span<const NativeDef> str_static_methods() { return kStatics; }

}  // namespace belljar
