// The json module: dumps, loads, JSONDecodeError.
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "sdk/install.h"
#include "sdk/json/json.h"

namespace belljar {

namespace {

Value hook_of(Value v) { return v.is_none() ? Value::undefined() : v; }

Value json_dumps(Call& c) {
  Context& context = c.context();
  json::DumpOptions options;
  Value flags[4];
  for (int i = 0; i < 4; ++i) {
    BELLJAR_TRY(t, truth(context, c[1 + i]));
    flags[i] = t;
  }
  BELLJAR_TRY(sorted, truth(context, c[9]));
  options.skip_keys = flags[0].as_bool();
  options.ensure_ascii = flags[1].as_bool();
  options.check_circular = flags[2].as_bool();
  options.allow_nan = flags[3].as_bool();
  options.sort_keys = sorted.as_bool();
  if (!c[5].is_none()) {
    return context.raise(Exc::TypeError, "json.dumps(cls=…) is not supported: use default=");
  }
  std::string spaces;
  Value indent = payload(c[6]);
  if (indent.is_str()) {
    options.indented = true;
    options.indent = indent.as<Str>()->view();
  } else if (!indent.is_none()) {
    BELLJAR_TRY(width, as_index(context, indent));
    constexpr int64_t kWidthMax = 1000;
    if (!width.is_int() || width.as_int() > kWidthMax) return context.stop_size();
    options.indented = true;
    spaces.assign(width.as_int() > 0 ? static_cast<size_t>(width.as_int()) : 0, ' ');
    options.indent = spaces;
  }
  if (options.indented) options.item_separator = ",";
  Roots<1> roots(context);
  if (!c[7].is_none()) {
    BELLJAR_TRY(pair, tuple_from(context, c[7]));
    roots[0] = pair;
    const Tuple* t = pair.as<Tuple>();
    if (t->count != 2) {
      return context.raise(Exc::ValueError, t->count < 2
                                                ? "not enough values to unpack (expected 2, got 1)"
                                                : "too many values to unpack (expected 2)");
    }
    for (int i = 0; i < 2; ++i) {
      if (!t->items[i].is_str()) {
        return context.raise(Exc::TypeError,
                             {"make_encoder() argument ", i == 0 ? "6" : "5", " must be str, not ",
                              type_name(context, t->items[i])});
      }
    }
    options.item_separator = t->items[0].as<Str>()->view();
    options.key_separator = t->items[1].as<Str>()->view();
  }
  options.default_hook = hook_of(c[8]);
  return json::dump(context, c[0], options);
}

Value json_loads(Call& c) {
  Context& context = c.context();
  json::LoadOptions options;
  Value text = payload(c[0]);
  if (text.is(Kind::Bytes) || text.is(Kind::ByteArray)) {
    BELLJAR_TRY(name, new_str(context, "decode"));
    BELLJAR_TRY(decode, get_attribute(context, text, name.as<Str>()));
    text = context.invoke(decode, nullptr, 0);
    if (text.is_abrupt()) return text;
  }
  if (!text.is_str()) {
    return context.raise(Exc::TypeError, {"the JSON object must be str, bytes or bytearray, not ",
                                          type_name(context, c[0])});
  }
  if (!c[1].is_none()) {
    return context.raise(Exc::TypeError, "json.loads(cls=…) is not supported: use object_hook=");
  }
  c.at(0) = text;
  options.object_hook = hook_of(c[2]);
  options.parse_float = hook_of(c[3]);
  options.parse_int = hook_of(c[4]);
  options.parse_constant = hook_of(c[5]);
  options.object_pairs_hook = hook_of(c[6]);
  BELLJAR_TRY(strict, truth(context, c[7]));
  options.strict = strict.as_bool();
  options.decode_error = c.native()->owner;
  const Str* s = text.as<Str>();
  if (s->size() >= 3 && s->view().substr(0, 3) == "\xef\xbb\xbf") {
    BELLJAR_TRY(e,
                new_str(context,
                        "Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)"));
    return context.raise_class(options.decode_error, {e.as<Str>()->view()});
  }
  return json::load(context, text.as<Str>(), options);
}

constexpr NativeDef kFunctions[] = {
    {"dumps",
     "obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, "
     "indent=None, separators=None, default=None, sort_keys=False",
     json_dumps, kNativeCallsBack},
};
constexpr NativeDef kLoads = {
    "loads",
    "s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, "
    "object_pairs_hook=None, strict=True",
    json_loads, kNativeCallsBack};

}  // namespace

void install_json(RealmBuilder& b) {
  Module* json = b.module("json");
  Class* error = b.new_exception_class("JSONDecodeError", b.building().exception(Exc::ValueError),
                                       "json.decoder");
  b.member(json, "JSONDecodeError", Value::object(error));
  b.functions(json, kFunctions);
  // loads finds the error class through its owner: a native has no other place for it.
  Native* loads = b.native(kLoads, error, Kind::Undefined);
  b.member(json, "loads", Value::object(loads));
}

}  // namespace belljar
