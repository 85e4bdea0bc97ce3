// loads, load and JSONDecoder: what reads a document, and with which hooks.
#include <iterator>
#include <limits>

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "sdk/extensions.h"
#include "sdk/json/json.h"

namespace belljar::json {

namespace {

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;

// The hooks of a decoder as they were when it was made, in the order of kHooks.
struct Scanner : NativeObject {
  bool strict;
  Value hooks[5];
};
constexpr const char* kHooks[] = {"object_hook", "parse_float", "parse_int", "parse_constant",
                                  "object_pairs_hook"};
constexpr int kHookCount = static_cast<int>(std::size(kHooks));

Class* class_for(Context& context, Extension e) { return extension_class(context.realm(), e); }

LoadOptions options_of(Context& context, const Scanner* scanner) {
  LoadOptions options;
  options.strict = scanner->strict;
  options.decode_error = class_for(context, Extension::JsonDecodeError);
  Value* places[] = {&options.object_hook, &options.parse_float, &options.parse_int,
                     &options.parse_constant, &options.object_pairs_hook};
  for (int i = 0; i < kHookCount; ++i) *places[i] = scanner->hooks[i];
  return options;
}

// --- JSONDecoder ---------------------------------------------------------------------------------

// The number of a constant, for decoders without parse_constant.
Value constants(Context& context) {
  BELLJAR_TRY(all, new_dict(context));
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  struct Row {
    const char* name;
    double value;
  };
  for (Row row : {Row{"-Infinity", -kInfinity}, Row{"Infinity", kInfinity},
                  Row{"NaN", std::numeric_limits<double>::quiet_NaN()}}) {
    BELLJAR_TRY(key, new_str(context, row.name));
    BELLJAR_CHECK(dict_set_str(context, all.as<Dict>(), key.as<Str>(), Value::real(row.value)));
  }
  return get_attribute(context, all, context.realm().atom(Atom::getitem));
}

Value decoder_init(Call& c) {
  Context& context = c.context();
  enum { kScanner = kHookCount, kCount };
  Roots<kCount> roots(context);
  Scanner* scanner = context.heap().make<Scanner>(Kind::NativeObject);
  scanner->cls = class_for(context, Extension::JsonScanner);
  for (Value& hook : scanner->hooks) hook = Value::undefined();
  roots[kScanner] = Value::object(scanner);
  for (size_t i = 0; i < kHookCount; ++i) {
    // Parsers may be anything false, hooks only None, to mean the usual one.
    bool parser = i >= 1 && i <= 3;
    Value given = c[i + 1];
    bool usual = given.is_none();
    if (parser && !usual) {
      BELLJAR_TRY(is_true, truth(context, given));
      usual = !is_true.as_bool();
    }
    if (usual && parser) {
      Kind kind = i == 1 ? Kind::Float : Kind::Int;
      BELLJAR_TRY(own, i == 3 ? constants(context) : Value::object(context.realm().of_kind(kind)));
      given = own;
    }
    roots[i] = given;
    bool own_type = (i == 1 && given.same(Value::object(context.realm().of_kind(Kind::Float)))) ||
                    (i == 2 && given.same(Value::object(context.realm().of_kind(Kind::Int))));
    if (!usual && !own_type) scanner->hooks[i] = given;
    BELLJAR_CHECK(set_named(context, c[0], kHooks[i], roots[i]));
  }
  BELLJAR_CHECK(set_named(context, c[0], "strict", c[6]));
  BELLJAR_TRY(strict, truth(context, c[6]));
  scanner->strict = strict.as_bool();
  return set_named(context, c[0], "scan_once", roots[kScanner]);
}

// Takes the StopIteration of a scan_once that found nothing: its value is the position.
Value scan_at(Call& c, Value scan_once, Str* text, int64_t index, Value* end) {
  Context& context = c.context();
  Value args[] = {Value::object(text), Value::integer(index)};
  Value pair = context.invoke(scan_once, args, 2);
  if (pair.is(Kind::Raised) && context.pending_is(Exc::StopIteration)) {
    Roots<1> roots(context);
    roots[0] = context.take_pending();
    const Tuple* given = roots[0].as<Exception>()->args;
    BELLJAR_TRY(message, new_str(context, "Expecting value"));
    Value parts[] = {message, Value::object(text), given->count ? given->items[0] : Value::none()};
    BELLJAR_TRY(error, construct(context, class_for(context, Extension::JsonDecodeError), parts, 3,
                                 nullptr));
    error.as<Exception>()->suppress_context = true;
    return context.raise_value(error);
  }
  if (pair.is_abrupt()) return pair;
  BELLJAR_TRY(both, tuple_from(context, pair));
  if (both.as<Tuple>()->count != 2) {
    return context.raise(Exc::ValueError, both.as<Tuple>()->count > 2
                                              ? "too many values to unpack (expected 2)"
                                              : "not enough values to unpack (expected 2, got 1)");
  }
  *end = both.as<Tuple>()->items[1];
  return both.as<Tuple>()->items[0];
}

// decoder.raw_decode(s, idx): the value, and where it ended.
Value raw_decode(Call& c, Value text, int64_t index, Value* end) {
  Context& context = c.context();
  BELLJAR_TRY(scan_once, get_named(context, c[0], "scan_once"));
  bool ours = scan_once.is(Kind::NativeObject) &&
              scan_once.as<NativeObject>()->cls == class_for(context, Extension::JsonScanner);
  if (ours && !text.is_str()) {
    return context.raise(Exc::TypeError,
                         {"first argument must be a string, not ", type_name(context, text)});
  }
  if (ours && index < 0) return context.raise(Exc::ValueError, "idx cannot be negative");
  Str* s = text.as<Str>();
  if (!ours) return scan_at(c, scan_once, s, index, end);
  if (index > s->length) {
    // Past the end: the position is told as it was given.
    BELLJAR_TRY(message, new_str(context, "Expecting value"));
    Value parts[] = {message, text, Value::integer(index)};
    BELLJAR_TRY(error, construct(context, class_for(context, Extension::JsonDecodeError), parts, 3,
                                 nullptr));
    return context.raise_value(error);
  }
  Roots<2> roots(context);
  roots[0] = text;
  roots[1] = scan_once;
  size_t stop = 0;
  LoadOptions options = options_of(context, scan_once.as<Scanner>());
  BELLJAR_TRY(v, scan(context, s, str_offset(s, static_cast<uint32_t>(index)), options, &stop));
  *end = Value::integer(str_index_of_offset(s, static_cast<uint32_t>(stop)));
  return v;
}

Value pair_of(Context& context, Value a, Value b) {
  Value both[] = {a, b};
  return new_tuple(context, both, 2);
}

Value decoder_raw_decode(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(index, as_index(context, c[2]));
  if (!index.is_int_like()) {
    return context.raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
  }
  Value end;
  BELLJAR_TRY(v, raw_decode(c, payload(c[1]), index.as_int(), &end));
  return pair_of(context, v, end);
}

Value decoder_decode(Call& c) {
  Context& context = c.context();
  Value text = payload(c[1]);
  if (!text.is_str()) {
    bool bytes = text.is(Kind::Bytes) || text.is(Kind::ByteArray);
    return bytes
               ? context.raise(Exc::TypeError, "cannot use a string pattern on a bytes-like object")
               : context.raise(Exc::TypeError, {"expected string or bytes-like object, got '",
                                                type_name(context, c[1]), "'"});
  }
  Str* s = text.as<Str>();
  if (!context.charge_bytes(s->size())) return Value::stopped();  // blanks, before and after
  uint32_t start = 0;
  while (start < s->size() && is_blank(s->data()[start])) ++start;
  Roots<1> roots(context);
  Value end;
  BELLJAR_TRY(method, get_named(context, c[0], "raw_decode"));
  bool ours = method.is(Kind::BoundMethod) && method.as<BoundMethod>()->function.is(Kind::Native) &&
              method.as<BoundMethod>()->function.as<Native>()->fn == decoder_raw_decode;
  if (ours) {
    BELLJAR_TRY(v, raw_decode(c, text, start, &end));
    roots[0] = v;
  } else {
    BELLJAR_TRY(name, new_str(context, "idx"));
    BELLJAR_TRY(names, new_tuple(context, &name, 1));
    Value args[] = {c[1], Value::integer(start)};
    BELLJAR_TRY(made, context.invoke_keywords(method, args, 2, names.as<Tuple>()));
    BELLJAR_TRY(both, tuple_from(context, made));
    if (both.as<Tuple>()->count != 2) {
      return context.raise(Exc::ValueError,
                           both.as<Tuple>()->count > 2
                               ? "too many values to unpack (expected 2)"
                               : "not enough values to unpack (expected 2, got 1)");
    }
    roots[0] = both.as<Tuple>()->items[0];
    end = both.as<Tuple>()->items[1];
  }
  BELLJAR_TRY(index, as_index(context, end));
  if (!index.is_int_like() || index.as_int() < 0 || index.as_int() > s->length) return roots[0];
  uint32_t at = str_offset(s, static_cast<uint32_t>(index.as_int()));
  while (at < s->size() && is_blank(s->data()[at])) ++at;
  if (at < s->size()) {
    return raise_decode_error(context, class_for(context, Extension::JsonDecodeError), "Extra data",
                              s, at);
  }
  return roots[0];
}

// --- scan_once -----------------------------------------------------------------------------------

Value scanner_call(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(index, as_index(context, c[2]));
  Value text = payload(c[1]);
  if (!text.is_str()) {
    return context.raise(Exc::TypeError,
                         {"first argument must be a string, not ", type_name(context, c[1])});
  }
  int64_t from = index.is_int_like() ? index.as_int() : -1;
  if (from < 0) return context.raise(Exc::ValueError, "idx cannot be negative");
  Str* s = text.as<Str>();
  if (from >= s->length) {
    BELLJAR_TRY(stop,
                new_exception(context, context.realm().exception(Exc::StopIteration), &index, 1));
    return context.raise_value(stop);
  }
  size_t end = 0;
  LoadOptions options = options_of(context, c.self<Scanner>());
  BELLJAR_TRY(v, scan(context, s, str_offset(s, static_cast<uint32_t>(from)), options, &end));
  return pair_of(context, v, Value::integer(str_index_of_offset(s, static_cast<uint32_t>(end))));
}
Value scanner_strict(Call& c) { return Value::boolean(c.self<Scanner>()->strict); }

void trace_scanner(Object* o, Tracer& t) {
  for (Value& hook : static_cast<Scanner*>(o)->hooks) t.visit(hook);
}

// --- functions -----------------------------------------------------------------------------------

// The text of a document, or the error of loads().
Value document_text(Context& context, Value given) {
  Value text = payload(given);
  if (text.is_str()) {
    Str* s = text.as<Str>();
    if (s->view().substr(0, 3) != "\xef\xbb\xbf") return text;
    return raise_decode_error(context, class_for(context, Extension::JsonDecodeError),
                              "Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0);
  }
  if (text.is(Kind::Bytes)) return decode_document(context, text.as<Bytes>()->view());
  if (text.is(Kind::ByteArray)) return decode_document(context, text.as<ByteArray>()->view());
  return context.raise(Exc::TypeError, {"the JSON object must be str, bytes or bytearray, not ",
                                        type_name(context, given)});
}

// Through a decoder object, whose class may be the program's.
Value load_with_class(Call& c, Value cls, Value text) {
  Context& context = c.context();
  Roots<2> roots(context);
  roots[0] = text;
  BELLJAR_TRY(values, new_list(context, nullptr, 0));
  BELLJAR_TRY(names, new_list(context, nullptr, 0));
  auto add = [&](Value name, Value v) -> Value {
    BELLJAR_CHECK(list_append(context, names.as<List>(), name));
    return list_append(context, values.as<List>(), v);
  };
  for (uint32_t at = 0; DictEntry* entry = dict_next(c[7].as<Dict>(), &at);) {
    BELLJAR_CHECK(add(entry->key, entry->value));
  }
  for (size_t i = 0; i < kHookCount; ++i) {
    if (c[i + 2].is_none()) continue;
    BELLJAR_TRY(name, new_str(context, kHooks[i]));
    BELLJAR_CHECK(add(name, c[i + 2]));
  }
  List* list = values.as<List>();
  BELLJAR_TRY(keywords, new_tuple(context, names.as<List>()->items, names.as<List>()->size));
  BELLJAR_TRY(decoder, list->size ? context.invoke_keywords(cls, list->items, list->size,
                                                            keywords.as<Tuple>())
                                  : context.invoke(cls, nullptr, 0));
  BELLJAR_TRY(decode, get_named(context, decoder, "decode"));
  return context.invoke(decode, {roots[0]});
}

Value loads_text(Call& c, Value given) {
  Context& context = c.context();
  BELLJAR_TRY(text, document_text(context, given));
  if (!c[1].is_none()) return load_with_class(c, c[1], text);
  bool plain = c[7].as<Dict>()->live == 0;
  for (size_t i = 2; i < 7 && plain; ++i) plain = c[i].is_none();
  if (!plain) {
    return load_with_class(c, Value::object(class_for(context, Extension::JsonDecoder)), text);
  }
  c.at(0) = text;
  LoadOptions options;
  options.decode_error = class_for(context, Extension::JsonDecodeError);
  return load(context, text.as<Str>(), options);
}

Value json_loads(Call& c) { return loads_text(c, c[0]); }

Value json_load(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(read, get_named(context, c[0], "read"));
  BELLJAR_TRY(text, context.invoke(read, nullptr, 0));
  c.at(0) = text;
  return loads_text(c, text);
}

constexpr NativeDef kFunctions[] = {
    {"loads",
     "s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, "
     "object_pairs_hook=None, **kw",
     json_loads, kFlags},
    {"load",
     "fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, "
     "object_pairs_hook=None, **kw",
     json_load, kFlags},
};
constexpr NativeDef kMethods[] = {
    {"__init__",
     "self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, "
     "object_pairs_hook=None, strict=True",
     decoder_init, kFlags},
    {"decode", "self, s", decoder_decode, kFlags},
    {"raw_decode", "self, s, idx=0", decoder_raw_decode, kFlags},
};
constexpr NativeDef kScannerMethods[] = {
    {"__call__", "self, string, idx", scanner_call, kNativeCallsBack},
};
constexpr NativeType kScannerType = {"Scanner", trace_scanner, nullptr};

}  // namespace

void install_decoder(RealmBuilder& b, const Modules& modules) {
  Class* scanner = b.new_class("Scanner", nullptr, Kind::NativeObject, kFinal, "_json");
  scanner->native = &kScannerType;
  b.methods(scanner, kScannerMethods);
  b.property(scanner, "strict", scanner_strict);
  b.building().extensions[static_cast<int>(Extension::JsonScanner)] = scanner;

  Class* decoder = b.new_class("JSONDecoder", nullptr, Kind::Instance, 0, "json.decoder");
  b.methods(decoder, kMethods);
  b.building().extensions[static_cast<int>(Extension::JsonDecoder)] = decoder;
  b.member(modules.json, "JSONDecoder", Value::object(decoder));
  b.member(modules.decoder, "JSONDecoder", Value::object(decoder));
  b.functions(modules.json, kFunctions);
}

}  // namespace belljar::json
