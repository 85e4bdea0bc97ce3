// What every model can do: construction, text, equality, dict(), json(), copy(), assignment.
#include "sdk/model.h"

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/json/json.h"
#include "sdk/model_validate.h"
#include "sdk/sym/resources.h"
#include "sdk/sym/srn.h"
#include "sdk/sym/uuid.h"

namespace belljar::sym {

namespace {

const ModelField* find_field(const ModelClass& model, std::string_view name, size_t* index) {
  for (size_t i = 0; i < model.fields.size(); ++i) {
    if (model.fields[i].name->view() == name) {
      *index = i;
      return &model.fields[i];
    }
  }
  return nullptr;
}

// --- construction
// ---------------------------------------------------------------------------------

Value model_init(Call& c) {
  Context& context = c.context();
  const ModelClass& model = *model_of(context, c[0]);
  Validation validation(context);
  BELLJAR_TRY(done, validation.fill(model, c[0], c[1].as<Dict>()));
  return done.is_undefined() ? validation.raise(model) : Value::none();
}

Value root_problem(Context& context, const ModelClass& model, std::string message,
                   std::string type) {
  Validation validation(context);
  validation.enter("__root__");
  validation.add(std::move(message), std::move(type));
  return validation.raise(model);
}

const ModelClass& called_class(Call& c) { return *model_of_class(c.context(), c[0].as<Class>()); }
bool chooses_class(const ModelClass& model) {
  return model.spec->type == Type::RequestDestination ||
         model.spec->type == Type::SlackRequestDestination;
}

Value parse_object(Call& c, Value data) {
  Context& context = c.context();
  const ModelClass& model = called_class(c);
  if (chooses_class(model)) return parse_destination(context, data);
  Value values = payload(data);
  if (model_of(context, data)) {
    BELLJAR_TRY(dict, model_dict(context, data));
    values = dict;
  }
  if (!values.is(Kind::Dict)) {
    return root_problem(context, model,
                        std::string(model.cls->name->view()) + " expected dict not " +
                            std::string(type_name(context, data)),
                        "type_error");
  }
  c.at(1) = values;
  return make_model(context, model.spec->type, values.as<Dict>());
}
Value model_parse_obj(Call& c) { return parse_object(c, c[1]); }

Value model_parse_raw(Call& c) {
  Context& context = c.context();
  Value text = payload(c[1]);
  if (!text.is_str()) {
    return root_problem(context, called_class(c), "the JSON object must be str", "type_error");
  }
  json::LoadOptions options;
  options.decode_error = context.realm().exception(Exc::ValueError);
  Value data = json::load(context, text.as<Str>(), options);
  if (data.is(Kind::Raised)) {
    Value error = context.take_pending();
    BELLJAR_TRY(message, exception_text(context, error.as<Exception>()));
    return root_problem(context, called_class(c), std::string(text_view(message)),
                        "value_error.jsondecode");
  }
  if (data.is_abrupt()) return data;
  c.at(1) = data;
  return parse_object(c, data);
}

// construct(_fields_set=None, **values): no validation.
Value model_construct(Call& c) {
  Context& context = c.context();
  const ModelClass& model = called_class(c);
  Instance* o = new_instance(context, model.cls);
  int64_t set = 0;
  for (size_t i = 0; i < model.fields.size(); ++i) {
    Value given = dict_get_str(context, c[2].as<Dict>(), model.fields[i].name);
    if (!given.is_undefined()) {
      set |= int64_t{1} << i;
    } else if (!(model.fields[i].spec->flags & kRequired)) {
      given = field_default(context, *model.fields[i].spec);
      if (given.is_abrupt()) return given;
    }
    o->slots[i + 1] = given;
  }
  o->slots[0] = Value::integer(set);
  return Value::object(o);
}

// --- text
// -----------------------------------------------------------------------------------------

Value append_fields(StrBuilder& out, Value self, std::string_view separator) {
  Context& context = out.context();
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  const ModelClass& model = *model_of(context, self);
  bool first = true;
  for (size_t i = 0; i < model.fields.size(); ++i) {
    Value v = model_get(self, i);
    if (v.is_undefined()) continue;
    if (!first) out.append(separator);
    first = false;
    out.append(model.fields[i].name->view());
    out.append('=');
    BELLJAR_TRY(text, repr(context, v));
    out.append(text_view(text));
  }
  return Value::none();
}
Value model_repr(Call& c) {
  StrBuilder out(c.context());
  out.append(type_name(c.context(), c[0]));
  out.append('(');
  BELLJAR_CHECK(append_fields(out, c[0], ", "));
  out.append(')');
  return out.finish();
}
Value model_str(Call& c) {
  StrBuilder out(c.context());
  BELLJAR_CHECK(append_fields(out, c[0], " "));
  return out.finish();
}

Value model_eq(Call& c) {
  Context& context = c.context();
  Roots<2> roots(context);
  BELLJAR_TRY(mine, model_dict(context, c[0]));
  roots[0] = mine;
  Value other = c[1];
  if (model_of(context, other)) {
    BELLJAR_TRY(theirs, model_dict(context, other));
    other = theirs;
  }
  roots[1] = other;
  return compare(context, mine, other, Comparison::Eq);
}

// Iterating a model gives its (name, value) pairs.
Value model_iter(Call& c) {
  Context& context = c.context();
  const ModelClass& model = *model_of(context, c[0]);
  BELLJAR_TRY(list, new_list(context, nullptr, 0));
  for (size_t i = 0; i < model.fields.size(); ++i) {
    Value pair[] = {Value::object(model.fields[i].name), model_get(c[0], i)};
    if (pair[1].is_undefined()) continue;
    BELLJAR_TRY(item, new_tuple(context, pair, 2));
    BELLJAR_CHECK(list_append(context, list.as<List>(), item));
  }
  return builtin_iterator(context, list);
}

// --- assignment
// -----------------------------------------------------------------------------------

Value model_setattr(Call& c) {
  Context& context = c.context();
  const ModelClass& model = *model_of(context, c[0]);
  size_t index = 0;
  const ModelField* field = find_field(model, text_view(c[1]), &index);
  if (!field) {
    return context.raise(Exc::ValueError, {"\"", model.cls->name->view(),
                                           "\" object has no field \"", text_view(c[1]), "\""});
  }
  Value v = c[2];
  if (model.spec->validate_assignment) {
    if (field->spec->flags & kReadOnly) {
      return context.raise(
          Exc::TypeError,
          {"\"", text_view(c[1]), "\" has allow_mutation set to False and cannot be assigned"});
    }
    Validation validation(context);
    v = validation.field(*field, v);
    if (v.is_abrupt()) return v;
    if (v.is_undefined()) return validation.raise(model);
  }
  Instance* o = c.self<Instance>();
  o->slots[index + 1] = v;
  o->slots[0] = Value::integer(o->slots[0].as_int() | int64_t{1} << index);
  return Value::none();
}

// --- dict, json, copy
// -------------------------------------------------------------------------------

struct Choice {
  Value include;  // None: all
  Value exclude;
  bool unset = false, defaults = false, none = false;
};

Value chosen(Context& context, Value set, Str* name, bool fallback) {
  if (set.is_none() || set.is_undefined()) return Value::boolean(fallback);
  return contains(context, set, Value::object(name));
}

Value plain(Context& context, Value v, const Choice& choice);

Value fields_dict(Context& context, Value self, const Choice& choice, bool nested) {
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  const ModelClass& model = *model_of(context, self);
  Roots<1> roots(context);
  BELLJAR_TRY(out, new_dict(context));
  roots[0] = out;
  const int64_t set = model_get(self, static_cast<size_t>(-1)).as_int();
  for (size_t i = 0; i < model.fields.size(); ++i) {
    const ModelField& f = model.fields[i];
    Value v = model_get(self, i);
    if (v.is_undefined()) continue;
    if (!nested) {
      BELLJAR_TRY(in, chosen(context, choice.include, f.name, true));
      BELLJAR_TRY(outside, chosen(context, choice.exclude, f.name, false));
      if (!in.as_bool() || outside.as_bool()) continue;
    }
    if (choice.unset && !(set >> i & 1)) continue;
    if (choice.none && v.is_none()) continue;
    if (choice.defaults && !(f.spec->flags & kRequired)) {
      BELLJAR_TRY(fallback, field_default(context, *f.spec));
      BELLJAR_TRY(same, equals(context, v, fallback));
      if (same.as_bool()) continue;
    }
    BELLJAR_TRY(value, plain(context, v, choice));
    BELLJAR_CHECK(dict_set_str(context, out.as<Dict>(), f.name, value));
  }
  return out;
}

// Models become dicts, also inside lists and dicts.
Value plain(Context& context, Value v, const Choice& choice) {
  if (model_of(context, v)) return fields_dict(context, v, choice, true);
  if (!v.is(Kind::List) && !v.is(Kind::Dict) && !v.is(Kind::Tuple)) return v;
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  if (v.is(Kind::Dict)) {
    BELLJAR_TRY(out, new_dict(context));
    uint32_t at = 0;
    while (DictEntry* e = dict_next(v.as<Dict>(), &at)) {
      if (!context.charge(2)) return Value::stopped();
      Value key = e->key;
      BELLJAR_TRY(item, plain(context, e->value, choice));
      BELLJAR_CHECK(dict_set(context, out.as<Dict>(), key, item));
    }
    return out;
  }
  const bool list = v.is(Kind::List);
  const size_t size = list ? v.as<List>()->size : v.as<Tuple>()->count;
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  for (size_t i = 0; i < size; ++i) {
    if (!context.charge(2)) return Value::stopped();
    Value item = list ? v.as<List>()->items[i] : v.as<Tuple>()->items[i];
    BELLJAR_TRY(made, plain(context, item, choice));
    BELLJAR_CHECK(list_append(context, out.as<List>(), made));
  }
  return list ? out : new_tuple(context, out.as<List>()->items, out.as<List>()->size);
}

// Arguments 1…: include, exclude, by_alias, skip_defaults, exclude_unset, exclude_defaults,
// exclude_none.
Value read_choice(Call& c, Choice* choice) {
  Context& context = c.context();
  choice->include = c[1];
  choice->exclude = c[2];
  BELLJAR_TRY(unset, truth(context, c[5]));
  BELLJAR_TRY(skip, truth(context, c[4]));
  BELLJAR_TRY(defaults, truth(context, c[6]));
  BELLJAR_TRY(none, truth(context, c[7]));
  choice->unset = unset.as_bool() || skip.as_bool();
  choice->defaults = defaults.as_bool();
  choice->none = none.as_bool();
  return Value::none();
}
Value model_to_dict(Call& c) {
  Choice choice;
  BELLJAR_CHECK(read_choice(c, &choice));
  return fields_dict(c.context(), c[0], choice, false);
}

Value model_json(Call& c) {
  Context& context = c.context();
  Choice choice;
  BELLJAR_CHECK(read_choice(c, &choice));
  Roots<1> roots(context);
  BELLJAR_TRY(dict, fields_dict(context, c[0], choice, false));
  roots[0] = dict;
  BELLJAR_TRY(ready, model_jsonable(context, dict));
  roots[0] = ready;
  json::DumpOptions options;
  auto keyword = [&](const char* name) {
    Value key = new_str(context, name);
    return key.is_str() ? dict_get_str(context, c[10].as<Dict>(), key.as<Str>()) : key;
  };
  Value indent = keyword("indent"), sorted = keyword("sort_keys"), ascii = keyword("ensure_ascii");
  constexpr int64_t kWidthMax = 1000;
  std::string spaces;
  if (indent.is_int() && indent.as_int() >= 0 && indent.as_int() <= kWidthMax) {
    spaces.assign(static_cast<size_t>(indent.as_int()), ' ');
    options.indented = true;
    options.indent = spaces;
    options.item_separator = ",";
  }
  options.sort_keys = sorted.is_bool() && sorted.as_bool();
  if (ascii.is_bool()) options.ensure_ascii = ascii.as_bool();
  return json::dump(context, ready, options);
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
  Roots<1> roots(context);
  roots[0] = Value::object(copy);
  copy->slots[0] = c.self<Instance>()->slots[0];
  for (size_t i = 0; i < model.fields.size(); ++i) {
    BELLJAR_TRY(in, chosen(context, c[1], model.fields[i].name, true));
    BELLJAR_TRY(outside, chosen(context, c[2], model.fields[i].name, false));
    if (in.as_bool() && !outside.as_bool()) copy->slots[i + 1] = model_get(c[0], i);
  }
  if (payload(c[3]).is(Kind::Dict)) {
    uint32_t at = 0;
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
constexpr const char* kDictSignature =
    "self, *, include=None, exclude=None, by_alias=False, skip_defaults=None, "
    "exclude_unset=False, exclude_defaults=False, exclude_none=False";
constexpr NativeDef kMethods[] = {
    {"__init__", "self, **data", model_init, kFlags},
    {"__repr__", "self", model_repr, kFlags},
    {"__str__", "self", model_str, kFlags},
    {"__eq__", "self, other", model_eq, kFlags},
    {"__iter__", "self", model_iter, kNativePython},
    {"__setattr__", "self, name, value", model_setattr, kFlags},
    {"dict", kDictSignature, model_to_dict, kFlags},
    {"json",
     "self, *, include=None, exclude=None, by_alias=False, skip_defaults=None, "
     "exclude_unset=False, exclude_defaults=False, exclude_none=False, encoder=None, "
     "models_as_dict=True, **dumps_kwargs",
     model_json, kFlags},
    {"copy", "self, *, include=None, exclude=None, update=None, deep=False", model_copy, kFlags},
};
constexpr NativeDef kClassMethods[] = {
    {"parse_obj", "cls, obj", model_parse_obj, kFlags},
    {"parse_raw", "cls, b, *, content_type=None, encoding='utf8', proto=None, allow_pickle=False",
     model_parse_raw, kFlags},
    {"construct", "cls, _fields_set=None, **values", model_construct, kNativePython},
};

// --- ValidationError
// --------------------------------------------------------------------------------

Value error_list(Context& context, Value self) {
  Value errors = stored(context, self, Name::hidden_errors);
  return errors.is_undefined() ? new_list(context, nullptr, 0) : errors;
}
Value error_errors(Call& c) { return error_list(c.context(), c[0]); }
Value error_json(Call& c) {
  Context& context = c.context();
  Roots<1> roots(context);
  BELLJAR_TRY(errors, error_list(context, c[0]));
  roots[0] = errors;
  json::DumpOptions options;
  std::string spaces = "  ";
  options.indented = true;
  options.indent = spaces;
  options.item_separator = ",";
  return json::dump(context, errors, options);
}
Value error_repr(Call& c) {
  Context& context = c.context();
  StrBuilder out(context);
  out.append("ValidationError(model='");
  Value model = stored(context, c[0], Name::model);
  if (model.is(Kind::Class)) out.append(model.as<Class>()->name->view());
  out.append("', errors=");
  BELLJAR_TRY(errors, error_list(context, c[0]));
  BELLJAR_TRY(text, repr(context, errors));
  out.append(text_view(text));
  out.append(')');
  return out.finish();
}
constexpr NativeDef kErrorMethods[] = {
    {"errors", "self", error_errors, kNativePython},
    {"json", "self, *, indent=2", error_json, kNativePython},
    {"__repr__", "self", error_repr, kNativePython},
};

}  // namespace

// --- for C++
// ----------------------------------------------------------------------------------------

const ModelClass* model_of_class(const Context& context, const Class* cls) {
  const SymRealm& realm = realm_of(context);
  const int first = static_cast<int>(Type::BaseModel);
  const int index = static_cast<int>(cls->sub) - first;
  if (!cls->frozen() || index < 0 || index >= static_cast<int>(realm.models.size())) return nullptr;
  const ModelClass* model = realm.models[static_cast<size_t>(index)].get();
  return model && model->cls == cls ? model : nullptr;
}

const ModelClass* model_of(const Context& context, Value v) {
  return v.is(Kind::Instance) ? model_of_class(context, v.as<Instance>()->cls) : nullptr;
}

Value model_field(const Context& context, Value instance, Name name) {
  return stored(context, instance, name);
}

Value make_model(Context& context, Type type, Dict* values) {
  const ModelClass& model = *model_of_class(context, class_of_type(context, type));
  Roots<1> roots(context);
  roots[0] = Value::object(new_instance(context, model.cls));
  Validation validation(context);
  BELLJAR_TRY(done, validation.fill(model, roots[0], values));
  return done.is_undefined() ? validation.raise(model) : roots[0];
}

const ModelClass* destination_class(const Context& context, Dict* values) {
  struct Row {
    Name key;
    Type type;
  };
  constexpr Row kRows[] = {{Name::channel_name, Type::SlackChannelName},
                           {Name::channel_id, Type::SlackChannelID},
                           {Name::user_id, Type::SlackUser},
                           {Name::users, Type::SlackUserGroup}};
  for (const Row& row : kRows) {
    if (!member(context, values, row.key).is_undefined()) {
      return model_of_class(context, class_of_type(context, row.type));
    }
  }
  // The form of old releases.
  Value lookup = Value::undefined();
  uint32_t at = 0;
  while (DictEntry* e = dict_next(values, &at)) {
    if (e->key.is_str() && e->key.as<Str>()->view() == "lookup_type") lookup = e->value;
  }
  if (!lookup.is_undefined() && !member(context, values, Name::allow_self).is_undefined()) {
    return model_of_class(context, class_of_type(context, Type::RequestDestination));
  }
  return nullptr;
}

Value parse_destination(Context& context, Value data) {
  if (is_a(context, data, Type::RequestDestination)) return data;
  constexpr const char* kFailed = "Failed to parse RequestDestination data: ";
  Value values = payload(data);
  if (!values.is(Kind::Dict)) {
    return context.raise(Exc::ValueError, {kFailed, "'", type_name(context, data),
                                           "' object has no attribute 'keys'"});
  }
  const ModelClass* model = destination_class(context, values.as<Dict>());
  if (!model) {
    return context.raise(Exc::ValueError, {kFailed, "Unknown type of RequestDestination."});
  }
  Value made = make_model(context, model->spec->type, values.as<Dict>());
  if (!made.is(Kind::Raised) || !context.pending_is(Exc::ValueError)) return made;
  Value error = context.take_pending();
  BELLJAR_TRY(text, exception_text(context, error.as<Exception>()));
  return context.raise(Exc::ValueError, {kFailed, text_view(text)});
}

Value model_dict(Context& context, Value instance) {
  return fields_dict(context, instance, Choice{Value::none(), Value::none()}, true);
}

Value model_jsonable(Context& context, Value v) {
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  if (v.is(Kind::Dict)) {
    BELLJAR_TRY(out, new_dict(context));
    uint32_t at = 0;
    while (DictEntry* e = dict_next(v.as<Dict>(), &at)) {
      if (!context.charge(2)) return Value::stopped();
      Value key = e->key;
      BELLJAR_TRY(item, model_jsonable(context, e->value));
      BELLJAR_CHECK(dict_set(context, out.as<Dict>(), key, item));
    }
    return out;
  }
  if (v.is(Kind::List) || v.is(Kind::Tuple)) {
    BELLJAR_TRY(out, new_list(context, nullptr, 0));
    const bool list = v.is(Kind::List);
    const size_t size = list ? v.as<List>()->size : v.as<Tuple>()->count;
    for (size_t i = 0; i < size; ++i) {
      if (!context.charge(2)) return Value::stopped();
      BELLJAR_TRY(item,
                  model_jsonable(context, list ? v.as<List>()->items[i] : v.as<Tuple>()->items[i]));
      BELLJAR_CHECK(list_append(context, out.as<List>(), item));
    }
    return out;
  }
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
  return v;
}

// --- declaring
// --------------------------------------------------------------------------------------

Class* declare_model(Build& b, const ModelSpec& spec) {
  Class* base = b.realm.of(spec.base);
  Class* cls = b.add_class(spec.type, spec.name, base, Kind::Instance, spec.module);
  auto model = std::make_unique<ModelClass>();
  model->spec = &spec;
  model->cls = cls;
  if (const ModelClass* inherited = model_of_class(b.builder, base))
    model->fields = inherited->fields;
  for (const FieldSpec& f : spec.fields) {
    Str* name = b.builder.str(f.name);
    model->fields.push_back({&f, name});
    layout_add(b.builder, cls, name);
  }
  b.realm.models[static_cast<size_t>(spec.type) - static_cast<size_t>(Type::BaseModel)] =
      std::move(model);
  // No class of a flow derives from a model: slots have fixed places.
  cls->traits |= kFinal;
  return cls;
}

void install_base_model(Build& b) {
  RealmBuilder& r = b.builder;
  b.realm.models.resize(static_cast<size_t>(Type::Count) - static_cast<size_t>(Type::BaseModel));
  Class* base = r.new_class("BaseModel", nullptr, Kind::Instance, kFinal, "pydantic.main");
  base->sub = static_cast<uint16_t>(Type::BaseModel);
  b.realm.classes[static_cast<int>(Type::BaseModel)] = base;
  layout_add(r, base, b.realm.of(Name::hidden_set));
  r.methods(base, kMethods);
  r.methods(base, kClassMethods, MethodKind::ClassMethod);
  r.attribute(base, "__hash__", Value::none());
  Class* error = r.new_exception_class("ValidationError", r.realm().exception(Exc::ValueError),
                                       "pydantic.error_wrappers");
  error->sub = static_cast<uint16_t>(Type::ValidationError);
  b.realm.classes[static_cast<int>(Type::ValidationError)] = error;
  r.methods(error, kErrorMethods);
}

}  // namespace belljar::sym
