// dict(), json() and copy() of every model.
#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/json/json.h"
#include "sdk/model.h"
#include "sdk/model_items.h"
#include "sdk/model_parts.h"
#include "sdk/model_validate.h"
#include "sdk/sym/dates.h"
#include "sdk/sym/resources.h"

namespace belljar::sym {

namespace {

// A function that no program can spell.
constexpr const char* kEncoderName = ".encode";

struct Flags {
  bool unset = false, defaults = false, none = false;
};

Value plain(Context& context, Value v, Value include, Value exclude, const Flags& flags);

// What is to be done with one item: skip it, or write it with the choices for its insides.
struct Part {
  bool skip = false;
  Value include = Value::none(), exclude = Value::none();
};
Value choose(Context& context, Value include, Value exclude, Value key, Part* part) {
  if (include.is(Kind::Dict)) {
    BELLJAR_TRY(found, dict_get(context, include.as<Dict>(), key));
    part->skip = found.is_undefined();
    if (!part->skip && !is_whole(found)) part->include = found;
  }
  BELLJAR_TRY(out, choice_of_item(context, exclude, key));
  if (is_whole(out)) {
    part->skip = true;
  } else {
    part->exclude = out;
  }
  return Value::none();
}

// The fields as a dict. `include`, `exclude`: choices (sdk/model_items.h).
Value fields_dict(Context& context, Value self, Value include, Value exclude, const Flags& flags) {
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  const ModelClass& model = *model_of(context, self);
  Roots<3> roots(context);
  BELLJAR_TRY(out, new_dict(context));
  roots[0] = out;
  BELLJAR_TRY(in, choice_of(context, include));
  roots[1] = in;
  BELLJAR_TRY(without, choice_of(context, exclude));
  roots[2] = without;
  const int64_t set = self.as<Instance>()->slots[0].as_int();
  for (size_t i = 0; i < model.fields.size(); ++i) {
    const ModelField& f = model.fields[i];
    Value v = model_get(self, i);
    if (v.is_undefined()) continue;
    Part part;
    BELLJAR_CHECK(choose(context, roots[1], roots[2], Value::object(f.name), &part));
    if (part.skip || (flags.unset && !(set >> i & 1)) || (flags.none && v.is_none())) continue;
    if (flags.defaults && !(f.spec->flags & kRequired)) {
      BELLJAR_TRY(fallback, field_default(context, *f.spec));
      BELLJAR_TRY(same, equals(context, v, fallback));
      if (same.as_bool()) continue;
    }
    BELLJAR_TRY(value, plain(context, v, part.include, part.exclude, flags));
    BELLJAR_CHECK(dict_set_str(context, out.as<Dict>(), f.name, value));
  }
  uint32_t at = 0;
  while (DictEntry* e = next_extra(self, &at)) {
    Part part;
    Value key = e->key;
    BELLJAR_CHECK(choose(context, roots[1], roots[2], key, &part));
    if (part.skip || (flags.none && e->value.is_none())) continue;
    BELLJAR_TRY(value, plain(context, e->value, part.include, part.exclude, flags));
    BELLJAR_CHECK(dict_set(context, out.as<Dict>(), key, value));
  }
  return roots[0];
}

// Models become dicts, also inside lists, tuples and dicts.
Value plain(Context& context, Value v, Value include, Value exclude, const Flags& flags) {
  if (model_of(context, v)) return fields_dict(context, v, include, exclude, flags);
  if (!v.is(Kind::List) && !v.is(Kind::Dict) && !v.is(Kind::Tuple)) return v;
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  Roots<4> roots(context);
  roots[3] = v;
  const size_t size = v.is(Kind::List)    ? v.as<List>()->size
                      : v.is(Kind::Tuple) ? v.as<Tuple>()->count
                                          : 0;
  BELLJAR_TRY(in, choice_of(context, include));
  BELLJAR_TRY(without, choice_of(context, exclude));
  if (v.is(Kind::Dict)) {
    roots[1] = in;
    roots[2] = without;
    BELLJAR_TRY(out, new_dict(context));
    roots[0] = out;
    uint32_t at = 0;
    while (DictEntry* e = dict_next(v.as<Dict>(), &at)) {
      if (!context.charge(2)) return Value::stopped();
      Value key = e->key, value = e->value;
      Part part;
      BELLJAR_CHECK(choose(context, roots[1], roots[2], key, &part));
      if (part.skip) continue;
      BELLJAR_TRY(item, plain(context, value, part.include, part.exclude, flags));
      BELLJAR_CHECK(dict_set(context, roots[0].as<Dict>(), key, item));
    }
    return roots[0];
  }
  BELLJAR_TRY(in_items, choice_for_sequence(context, in, size));
  roots[1] = in_items;
  BELLJAR_TRY(without_items, choice_for_sequence(context, without, size));
  roots[2] = without_items;
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  roots[0] = out;
  for (size_t i = 0; i < size; ++i) {
    if (!context.charge(2)) return Value::stopped();
    Value item = v.is(Kind::List) ? v.as<List>()->items[i] : v.as<Tuple>()->items[i];
    Part part;
    BELLJAR_CHECK(
        choose(context, roots[1], roots[2], Value::integer(static_cast<int64_t>(i)), &part));
    if (part.skip) continue;
    BELLJAR_TRY(made, plain(context, item, part.include, part.exclude, flags));
    BELLJAR_CHECK(list_append(context, roots[0].as<List>(), made));
    if (v.is(Kind::List) && v.as<List>()->size < size) break;
  }
  List* made = roots[0].as<List>();
  return v.is(Kind::List) ? roots[0] : new_tuple(context, made->items, made->size);
}

// Arguments 1…: include, exclude, by_alias, skip_defaults, exclude_unset, exclude_defaults,
// exclude_none.
Value chosen_dict(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(skip, truth(context, c[4]));
  BELLJAR_TRY(unset, truth(context, c[5]));
  BELLJAR_TRY(defaults, truth(context, c[6]));
  BELLJAR_TRY(none, truth(context, c[7]));
  const Flags flags{skip.as_bool() || unset.as_bool(), defaults.as_bool(), none.as_bool()};
  return fields_dict(context, c[0], c[1], c[2], flags);
}

Value model_to_dict(Call& c) { return chosen_dict(c); }

// What a value that JSON does not know is written as.
Value encode_value(Call& c) {
  Context& context = c.context();
  Value v = c[0];
  if (is_a(context, v, Type::UUID) || is_a(context, v, Type::SRN)) {
    return stored(context, v, Name::hidden_text);
  }
  if (is_a(context, v, Type::User)) {
    BELLJAR_TRY(out, new_dict(context));
    BELLJAR_CHECK(dict_set_str(context, out.as<Dict>(), text_of(context, Name::id),
                               stored(context, stored(context, v, Name::id), Name::hidden_text)));
    BELLJAR_CHECK(dict_set_str(context, out.as<Dict>(), text_of(context, Name::username),
                               stored(context, v, Name::username)));
    return out;
  }
  if (is_a(context, v, Type::SymBaseResource)) return resource_dict(context, v);
  if (model_of(context, v)) return model_dict(context, v);
  Value p = payload(v);
  if (is_bytes_like(p)) return decode_bytes(context, bytes_view(p), "utf-8", "strict");
  if (p.is(Kind::Set) || p.is(Kind::FrozenSet) || p.is(Kind::Generator)) {
    return list_from(context, p);
  }
  if (const char* date = date_type_of(context, v)) {
    return date == std::string_view("timedelta") ? duration_seconds(context, v)
                                                 : date_text(context, v);
  }
  return context.raise(Exc::TypeError,
                       {"Object of type '", type_name(context, v), "' is not JSON serializable"});
}

Value model_json(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(dict, chosen_dict(c));
  Value hook = c[8];
  c.at(1) = dict;
  if (hook.is_none()) {
    BELLJAR_TRY(name, new_str(context, kEncoderName));
    hook = class_lookup(context, class_of_type(context, Type::BaseModel), name.as<Str>());
  }
  return json::dump_with(context, c[1], hook, c[10].as<Dict>());
}

Value deep_copy(Context& context, Value v) {
  if (!v.is(Kind::List) && !v.is(Kind::Dict) && !model_of(context, v)) return v;
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  if (const ModelClass* model = model_of(context, v)) {
    Instance* copy = new_instance(context, model->cls);
    copy->slots[0] = v.as<Instance>()->slots[0];
    for (size_t i = 1; i <= model->fields.size(); ++i) {
      BELLJAR_TRY(item, deep_copy(context, v.as<Instance>()->slots[i]));
      copy->slots[i] = item;
    }
    uint32_t at = 0;
    while (DictEntry* e = next_extra(v, &at)) {
      BELLJAR_TRY(item, deep_copy(context, e->value));
      BELLJAR_CHECK(instance_set(context, copy, e->key.as<Str>(), item));
    }
    return Value::object(copy);
  }
  if (v.is(Kind::List)) {
    BELLJAR_TRY(out, new_list(context, nullptr, 0));
    for (uint32_t i = 0; i < v.as<List>()->size; ++i) {
      if (!context.charge(2)) return Value::stopped();
      BELLJAR_TRY(item, deep_copy(context, v.as<List>()->items[i]));
      BELLJAR_CHECK(list_append(context, out.as<List>(), item));
    }
    return out;
  }
  BELLJAR_TRY(out, dict_copy(context, v.as<Dict>()));
  uint32_t at = 0;
  while (DictEntry* e = dict_next(out.as<Dict>(), &at)) {
    if (!context.charge(2)) return Value::stopped();
    BELLJAR_TRY(item, deep_copy(context, e->value));
    e->value = item;
  }
  return out;
}

// copy(*, include=None, exclude=None, update=None, deep=False); update is not validated.
Value model_copy(Call& c) {
  Context& context = c.context();
  const ModelClass& model = *model_of(context, c[0]);
  Instance* copy = new_instance(context, model.cls);
  Roots<3> roots(context);
  roots[0] = Value::object(copy);
  BELLJAR_TRY(include, choice_of(context, c[1]));
  roots[1] = include;
  BELLJAR_TRY(exclude, choice_of(context, c[2]));
  roots[2] = exclude;
  copy->slots[0] = c.self<Instance>()->slots[0];
  for (size_t i = 0; i < model.fields.size(); ++i) {
    Part part;
    BELLJAR_CHECK(choose(context, roots[1], roots[2], Value::object(model.fields[i].name), &part));
    if (!part.skip) copy->slots[i + 1] = model_get(c[0], i);
  }
  uint32_t at = 0;
  while (DictEntry* e = next_extra(c[0], &at)) {
    Part part;
    BELLJAR_CHECK(choose(context, roots[1], roots[2], e->key, &part));
    if (!part.skip) BELLJAR_CHECK(instance_set(context, copy, e->key.as<Str>(), e->value));
  }
  if (payload(c[3]).is(Kind::Dict)) {
    at = 0;
    while (DictEntry* e = dict_next(payload(c[3]).as<Dict>(), &at)) {
      size_t index = 0;
      if (!e->key.is_str()) continue;
      if (find_field(model, e->key.as<Str>()->view(), &index)) {
        copy->slots[index + 1] = e->value;
        copy->slots[0] = Value::integer(copy->slots[0].as_int() | int64_t{1} << index);
      } else {
        BELLJAR_CHECK(instance_set(context, copy, e->key.as<Str>(), e->value));
      }
    }
  }
  BELLJAR_TRY(deep, truth(context, c[4]));
  return deep.as_bool() ? deep_copy(context, roots[0]) : roots[0];
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"dict",
     "self, *, include=None, exclude=None, by_alias=False, skip_defaults=None, "
     "exclude_unset=False, exclude_defaults=False, exclude_none=False",
     model_to_dict, kFlags},
    {"json",
     "self, *, include=None, exclude=None, by_alias=False, skip_defaults=None, "
     "exclude_unset=False, exclude_defaults=False, exclude_none=False, encoder=None, "
     "models_as_dict=True, **dumps_kwargs",
     model_json, kFlags},
    {"copy", "self, *, include=None, exclude=None, update=None, deep=False", model_copy, kFlags},
};

}  // namespace

Value model_dict(Context& context, Value instance) {
  return fields_dict(context, instance, Value::none(), Value::none(), Flags{});
}

void install_model_export(Build& b, Class* base) {
  RealmBuilder& r = b.builder;
  r.methods(base, kMethods);
  r.attribute(base, kEncoderName,
              Value::object(r.native({"pydantic_encoder", "obj", encode_value, kFlags}, base,
                                     Kind::Undefined)));
}

}  // namespace belljar::sym
