// dumps, dump and JSONEncoder: who asks for a document, and in which form.
#include <iterator>
#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "sdk/extensions.h"
#include "sdk/json/json.h"

namespace belljar::json {

namespace {

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr int64_t kIndentMax = 1000;
bool is_method(Value v, NativeFn fn) {
  return v.is(Kind::BoundMethod) && v.as<BoundMethod>()->function.is(Kind::Native) &&
         v.as<BoundMethod>()->function.as<Native>()->fn == fn;
}

// separators=(item, key).
Value unpack_separators(Context& context, Value given, Value* item, Value* key) {
  if (given.is_none()) return Value::none();
  Value iterator = iterate(context, given);
  if (iterator.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
    context.take_pending();
    return context.raise(Exc::TypeError,
                         {"cannot unpack non-iterable ", type_name(context, given), " object"});
  }
  if (iterator.is_abrupt()) return iterator;
  BELLJAR_TRY(pair, tuple_from(context, iterator));
  size_t count = pair.as<Tuple>()->count;
  if (count > 2) return context.raise(Exc::ValueError, "too many values to unpack (expected 2)");
  if (count < 2) {
    return context.raise(Exc::ValueError, {"not enough values to unpack (expected 2, got ",
                                           std::to_string(count), ")"});
  }
  *item = pair.as<Tuple>()->items[0];
  *key = pair.as<Tuple>()->items[1];
  return Value::none();
}

// One level of indent as a str; Undefined: none.
Value indent_text(Context& context, Value indent) {
  Value given = payload(indent);
  if (given.is_none()) return Value::undefined();
  if (given.is_str()) return given;
  if (!given.is_int_like()) {
    return context.raise(Exc::TypeError, {"can't multiply sequence by non-int of type '",
                                          type_name(context, indent), "'"});
  }
  if (given.as_int() > kIndentMax) return context.stop_size();
  StrBuilder blanks(context);
  if (given.as_int() > 0) blanks.append_fill(' ', static_cast<size_t>(given.as_int()));
  return blanks.finish();
}

// Everything that decides about the form. Values that a native keeps across calls: in Roots.
struct Form {
  explicit Form(Context& c) : context(c), roots(c) {}
  enum { kHook, kIndent, kItem, kKey, kCount };

  // As c_make_encoder takes them; in Python any value with + will do, which we leave out.
  Value check() {
    for (int i : {kKey, kItem}) {
      if (payload(roots[static_cast<size_t>(i)]).is_str()) continue;
      return context.raise(Exc::TypeError,
                           {"make_encoder() argument ", i == kKey ? "5" : "6", " must be str, not ",
                            type_name(context, roots[static_cast<size_t>(i)])});
    }
    return Value::none();
  }
  DumpOptions finished() {
    options.default_hook = roots[kHook];
    options.indented = !roots[kIndent].is_undefined();
    if (options.indented) options.indent = roots[kIndent].as<Str>()->view();
    options.item_separator = payload(roots[kItem]).as<Str>()->view();
    options.key_separator = payload(roots[kKey]).as<Str>()->view();
    return options;
  }
  ChunkOptions for_chunks() {
    return {options, roots[kIndent], payload(roots[kItem]), payload(roots[kKey])};
  }

  Context& context;
  DumpOptions options;
  Roots<kCount> roots;
};

// --- JSONEncoder ---------------------------------------------------------------------------------

constexpr const char* kSettings[] = {"skipkeys", "ensure_ascii", "check_circular", "allow_nan",
                                     "sort_keys"};

Value encoder_init(Call& c) {
  Context& context = c.context();
  for (size_t i = 0; i < std::size(kSettings); ++i) {
    BELLJAR_CHECK(set_named(context, c[0], kSettings[i], c[i + 1]));
  }
  BELLJAR_CHECK(set_named(context, c[0], "indent", c[6]));
  Roots<2> roots(context);
  BELLJAR_CHECK(unpack_separators(context, c[7], &roots[0], &roots[1]));
  if (!c[7].is_none()) {
    BELLJAR_CHECK(set_named(context, c[0], "item_separator", roots[0]));
    BELLJAR_CHECK(set_named(context, c[0], "key_separator", roots[1]));
  } else if (!c[6].is_none()) {
    BELLJAR_TRY(comma, new_str(context, ","));
    BELLJAR_CHECK(set_named(context, c[0], "item_separator", comma));
  }
  if (c[8].is_none()) return Value::none();
  return set_named(context, c[0], "default", c[8]);
}

Value encoder_default(Call& c) { return not_serializable(c.context(), c[1]); }

// The form that an encoder's attributes ask for.
Value read_form(Context& context, Value encoder, Form* form) {
  bool* flags[] = {&form->options.skip_keys, &form->options.ensure_ascii,
                   &form->options.check_circular, &form->options.allow_nan,
                   &form->options.sort_keys};
  for (size_t i = 0; i < std::size(kSettings); ++i) {
    BELLJAR_TRY(v, get_named(context, encoder, kSettings[i]));
    BELLJAR_TRY(t, truth(context, v));
    *flags[i] = t.as_bool();
  }
  BELLJAR_TRY(hook, get_named(context, encoder, "default"));
  form->roots[Form::kHook] = hook;
  BELLJAR_TRY(indent, get_named(context, encoder, "indent"));
  BELLJAR_TRY(level, indent_text(context, indent));
  form->roots[Form::kIndent] = level;
  BELLJAR_TRY(key, get_named(context, encoder, "key_separator"));
  form->roots[Form::kKey] = key;
  BELLJAR_TRY(item, get_named(context, encoder, "item_separator"));
  form->roots[Form::kItem] = item;
  return form->check();
}

Value encode_whole(Context& context, Value encoder, Value v) {
  Form form(context);
  BELLJAR_CHECK(read_form(context, encoder, &form));
  // Its own default() would only raise: without it nothing calls back.
  if (is_method(form.roots[Form::kHook], encoder_default)) {
    form.roots[Form::kHook] = Value::undefined();
  }
  return dump(context, v, form.finished());
}

Value encoder_iterencode(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(one_shot, truth(context, c[2]));
  Form form(context);
  BELLJAR_CHECK(read_form(context, c[0], &form));
  form.finished();
  if (one_shot.as_bool() && !form.options.indented) {
    BELLJAR_TRY(text, dump(context, c[1], form.options));
    return new_list(context, &text, 1);
  }
  return new_chunks(context, c[1], form.for_chunks());
}

Value encoder_encode(Call& c) {
  Context& context = c.context();
  if (payload(c[1]).is_str()) {
    BELLJAR_TRY(setting, get_named(context, c[0], "ensure_ascii"));
    BELLJAR_TRY(ascii, truth(context, setting));
    StrBuilder out(context);
    BELLJAR_CHECK(write_scalar(out, payload(c[1]), ascii.as_bool(), true, true));
    return out.finish();
  }
  BELLJAR_TRY(method, get_named(context, c[0], "iterencode"));
  if (is_method(method, encoder_iterencode)) return encode_whole(context, c[0], c[1]);
  // The program's own.
  BELLJAR_TRY(name, new_str(context, "_one_shot"));
  BELLJAR_TRY(names, new_tuple(context, &name, 1));
  Value args[] = {c[1], Value::boolean(true)};
  BELLJAR_TRY(chunks, context.invoke_keywords(method, args, 2, names.as<Tuple>()));
  BELLJAR_TRY(empty, new_str(context, ""));
  BELLJAR_TRY(join, get_named(context, empty, "join"));
  return context.invoke(join, {chunks});
}

// --- functions -----------------------------------------------------------------------------------

// The arguments of dumps() and dump() behind the value (and the file), at `first`.
enum Argument : size_t {
  kSkipKeys,
  kEnsureAscii,
  kCheckCircular,
  kAllowNan,
  kCls,
  kIndentArgument,
  kSeparators,
  kDefault,
  kSortKeys,
  kMore
};

Value new_encoder(Call& c, size_t first) {
  Context& context = c.context();
  BELLJAR_TRY(values, new_list(context, nullptr, 0));
  BELLJAR_TRY(names, new_list(context, nullptr, 0));
  auto add = [&](Value name, Value v) -> Value {
    BELLJAR_CHECK(list_append(context, names.as<List>(), name));
    return list_append(context, values.as<List>(), v);
  };
  struct Row {
    const char* name;
    Argument argument;
  };
  for (Row row : {Row{"skipkeys", kSkipKeys}, Row{"ensure_ascii", kEnsureAscii},
                  Row{"check_circular", kCheckCircular}, Row{"allow_nan", kAllowNan},
                  Row{"indent", kIndentArgument}, Row{"separators", kSeparators},
                  Row{"default", kDefault}, Row{"sort_keys", kSortKeys}}) {
    BELLJAR_TRY(name, new_str(context, row.name));
    BELLJAR_CHECK(add(name, c[first + row.argument]));
  }
  for (uint32_t at = 0; DictEntry* entry = dict_next(c[first + kMore].as<Dict>(), &at);) {
    BELLJAR_CHECK(add(entry->key, entry->value));
  }
  BELLJAR_TRY(keywords, new_tuple(context, names.as<List>()->items, names.as<List>()->size));
  Value cls = c[first + kCls];
  if (cls.is_none()) {
    cls = Value::object(extension_class(context.realm(), Extension::JsonEncoder));
  }
  return context.invoke_keywords(cls, values.as<List>()->items, values.as<List>()->size,
                                 keywords.as<Tuple>());
}

// The form that the arguments ask for, where no program's class has a say.
Value form_of_arguments(Call& c, size_t first, Form* form) {
  Context& context = c.context();
  struct Row {
    bool* flag;
    Argument argument;
  };
  DumpOptions& o = form->options;
  for (Row row : {Row{&o.skip_keys, kSkipKeys}, Row{&o.ensure_ascii, kEnsureAscii},
                  Row{&o.check_circular, kCheckCircular}, Row{&o.allow_nan, kAllowNan},
                  Row{&o.sort_keys, kSortKeys}}) {
    BELLJAR_TRY(t, truth(context, c[first + row.argument]));
    *row.flag = t.as_bool();
  }
  bool indented = !c[first + kIndentArgument].is_none();
  BELLJAR_TRY(comma, new_str(context, indented ? "," : ", "));
  form->roots[Form::kItem] = comma;
  BELLJAR_TRY(colon, new_str(context, ": "));
  form->roots[Form::kKey] = colon;
  BELLJAR_CHECK(unpack_separators(context, c[first + kSeparators], &form->roots[Form::kItem],
                                  &form->roots[Form::kKey]));
  Value hook = c[first + kDefault];
  form->roots[Form::kHook] = hook.is_none() ? Value::undefined() : hook;
  return Value::none();
}

Value json_dumps(Call& c) {
  Context& context = c.context();
  if (!c[1 + kCls].is_none() || c[1 + kMore].as<Dict>()->live > 0) {
    BELLJAR_TRY(encoder, new_encoder(c, 1));
    BELLJAR_TRY(encode, get_named(context, encoder, "encode"));
    return context.invoke(encode, {c[0]});
  }
  Form form(context);
  BELLJAR_CHECK(form_of_arguments(c, 1, &form));
  if (payload(c[0]).is_str()) {  // the rest is not looked at
    StrBuilder out(context);
    BELLJAR_CHECK(write_scalar(out, payload(c[0]), form.options.ensure_ascii, true, true));
    return out.finish();
  }
  BELLJAR_TRY(level, indent_text(context, c[1 + kIndentArgument]));
  form.roots[Form::kIndent] = level;
  BELLJAR_CHECK(form.check());
  return dump(context, c[0], form.finished());
}

Value json_dump(Call& c) {
  Context& context = c.context();
  Roots<2> roots(context);
  BELLJAR_TRY(encoder, new_encoder(c, 2));
  roots[0] = encoder;
  BELLJAR_TRY(iterencode, get_named(context, encoder, "iterencode"));
  BELLJAR_TRY(chunks, context.invoke(iterencode, {c[0]}));
  roots[0] = chunks;
  BELLJAR_TRY(iterator, iterate(context, chunks));
  roots[1] = iterator;
  for (;;) {
    BELLJAR_TRY(chunk, next(context, roots[1]));
    if (chunk.is_undefined()) return Value::none();
    roots[0] = chunk;
    BELLJAR_TRY(write, get_named(context, c[1], "write"));
    BELLJAR_CHECK(context.invoke(write, {roots[0]}));
  }
}

constexpr NativeDef kFunctions[] = {
    {"dumps",
     "obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, "
     "indent=None, separators=None, default=None, sort_keys=False, **kw",
     json_dumps, kFlags},
    {"dump",
     "obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, "
     "cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw",
     json_dump, kFlags},
};
constexpr NativeDef kMethods[] = {
    {"__init__",
     "self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, "
     "sort_keys=False, indent=None, separators=None, default=None",
     encoder_init, kFlags},
    {"default", "self, o", encoder_default, kNativePython},
    {"encode", "self, o", encoder_encode, kFlags},
    {"iterencode", "self, o, _one_shot=False", encoder_iterencode, kFlags},
};

}  // namespace

Value dump_with(Context& context, Value value, Value hook, Dict* keywords) {
  BELLJAR_TRY(names, new_list(context, nullptr, 0));
  BELLJAR_TRY(values, new_list(context, nullptr, 0));
  BELLJAR_TRY(name, new_str(context, "default"));
  BELLJAR_CHECK(list_append(context, names.as<List>(), name));
  BELLJAR_CHECK(list_append(context, values.as<List>(), hook));
  for (uint32_t at = 0; DictEntry* e = dict_next(keywords, &at);) {
    BELLJAR_CHECK(list_append(context, names.as<List>(), e->key));
    BELLJAR_CHECK(list_append(context, values.as<List>(), e->value));
  }
  BELLJAR_TRY(tuple, new_tuple(context, names.as<List>()->items, names.as<List>()->size));
  Roots<2> roots(context);
  roots[0] = value;
  Value cls = Value::object(extension_class(context.realm(), Extension::JsonEncoder));
  BELLJAR_TRY(encoder, context.invoke_keywords(cls, values.as<List>()->items,
                                               values.as<List>()->size, tuple.as<Tuple>()));
  roots[1] = encoder;
  BELLJAR_TRY(encode, get_named(context, encoder, "encode"));
  return context.invoke(encode, {roots[0]});
}

void install_encoder(RealmBuilder& b, const Modules& modules) {
  Class* encoder = b.new_class("JSONEncoder", nullptr, Kind::Instance, 0, "json.encoder");
  b.methods(encoder, kMethods);
  b.attribute(encoder, "item_separator", Value::object(b.str(", ")));
  b.attribute(encoder, "key_separator", Value::object(b.str(": ")));
  b.building().extensions[static_cast<int>(Extension::JsonEncoder)] = encoder;
  b.member(modules.json, "JSONEncoder", Value::object(encoder));
  b.member(modules.encoder, "JSONEncoder", Value::object(encoder));
  b.functions(modules.json, kFunctions);
}

}  // namespace belljar::json
