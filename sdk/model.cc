// What every model can do: construction, text, equality, assignment. Its dict(), json() and copy()
// are in model_export.cc, schema() in model_schema.cc.
#include "sdk/model.h"

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/extensions.h"
#include "sdk/json/json.h"
#include "sdk/model_parts.h"
#include "sdk/model_validate.h"
#include "sdk/sym/resources.h"
#include "sdk/sym/srn.h"
#include "sdk/sym/uuid.h"

namespace belljar::sym {

namespace {

bool is_destination(const Context& context, const ModelClass& model) {
  return is_subclass(model.cls, class_of_type(context, Type::RequestDestination));
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

// type(v).__name__, as pydantic's texts have it.
std::string class_name(const Context& context, Value v) {
  if (v.is(Kind::Class) && model_of_class(context, v.as<Class>())) return "ModelMetaclass";
  std::string_view name = type_name(context, v);
  return std::string(name.substr(name.rfind('.') + 1));
}

// dict(data) in c[1], if it can be made: None; else Undefined.
Value to_dict(Call& c, Value data) {
  Context& context = c.context();
  if (payload(data).is(Kind::Dict)) {
    c.at(1) = payload(data);
  } else {
    BELLJAR_TRY(made, new_dict(context));
    Roots<1> roots(context);
    roots[0] = made;
    Value done = dict_update_from(context, made.as<Dict>(), data);
    if (done.is(Kind::Raised) &&
        (context.pending_is(Exc::TypeError) || context.pending_is(Exc::ValueError))) {
      context.take_pending();
      return Value::undefined();
    }
    if (done.is_abrupt()) return done;
    c.at(1) = made;
  }
  return check_keywords(context, c[1].as<Dict>());
}

Value parse_object(Call& c, Value data) {
  Context& context = c.context();
  const ModelClass& model = called_class(c);
  if (is_destination(context, model)) return parse_destination(context, model, data);
  BELLJAR_TRY(done, to_dict(c, data));
  if (done.is_undefined()) {
    return root_problem(
        context, model,
        std::string(model.cls->name->view()) + " expected dict not " + class_name(context, data),
        "type_error");
  }
  return make_model(context, model.spec->type, c[1].as<Dict>());
}
Value model_parse_obj(Call& c) { return parse_object(c, c[1]); }

// Model.validate(value): an instance, or what one can be made of.
Value model_validate(Call& c) {
  Context& context = c.context();
  const ModelClass& model = called_class(c);
  if (is_a(context, c[1], model.spec->type)) return c[1];
  BELLJAR_TRY(done, to_dict(c, c[1]));
  if (done.is_undefined()) return context.raise(Exc::TypeError, {"value is not a valid dict"});
  return make_model(context, model.spec->type, c[1].as<Dict>());
}

// The error of a text that is no JSON: what the decoder said, and where.
Value json_problem(Context& context, const ModelClass& model, Value text) {
  Value error = context.take_pending();
  Roots<1> roots(context);
  roots[0] = error;
  Validation validation(context);
  validation.enter("__root__");
  BELLJAR_TRY(message, exception_text(context, error.as<Exception>()));
  BELLJAR_TRY(extra, new_dict(context));
  for (const char* name : {"msg", "doc", "pos", "lineno", "colno"}) {
    BELLJAR_TRY(key, new_str(context, name));
    Value v = name == std::string_view("doc")
                  ? text
                  : get_attribute_or_undefined(context, error, key.as<Str>());
    if (v.is_abrupt()) return v;
    if (!v.is_undefined()) BELLJAR_CHECK(dict_set_str(context, extra.as<Dict>(), key.as<Str>(), v));
  }
  validation.add_with(std::string(text_view(message)), "value_error.jsondecode", extra);
  return validation.raise(model);
}

Value model_parse_raw(Call& c) {
  Context& context = c.context();
  Value text = payload(c[1]);
  if (is_bytes_like(text)) {
    Value decoded = decode_bytes(context, bytes_view(text), "utf-8", "strict");
    if (decoded.is(Kind::Raised) && context.pending_is(Exc::UnicodeDecodeError)) {
      Value error = context.take_pending();
      BELLJAR_TRY(why, exception_text(context, error.as<Exception>()));
      return root_problem(context, called_class(c), std::string(text_view(why)),
                          "value_error.unicodedecode");
    }
    if (decoded.is_abrupt()) return decoded;
    c.at(1) = decoded;
    text = decoded;
  }
  if (!text.is_str()) {
    return root_problem(
        context, called_class(c),
        "the JSON object must be str, bytes or bytearray, not " + class_name(context, c[1]),
        "type_error");
  }
  json::LoadOptions options;
  options.decode_error = extension_class(context.realm(), Extension::JsonDecodeError);
  Value data = json::load(context, text.as<Str>(), options);
  if (data.is(Kind::Raised) && context.pending_is(Exc::ValueError)) {
    return json_problem(context, called_class(c), c[1]);
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
    bool counts = !given.is_undefined();
    if (given.is_undefined() && !(model.fields[i].spec->flags & kRequired)) {
      given = field_default(context, *model.fields[i].spec);
      if (given.is_abrupt()) return given;
    }
    if (!c[1].is_none()) {
      BELLJAR_TRY(in, contains(context, c[1], Value::object(model.fields[i].name)));
      counts = in.as_bool();
    }
    if (counts) set |= int64_t{1} << i;
    o->slots[i + 1] = given;
  }
  o->slots[0] = Value::integer(set);
  uint32_t at = 0;
  while (DictEntry* e = dict_next(c[2].as<Dict>(), &at)) {
    size_t index = 0;
    if (find_field(model, e->key.as<Str>()->view(), &index)) continue;
    BELLJAR_CHECK(instance_set(context, o, e->key.as<Str>(), e->value));
  }
  return Value::object(o);
}

Value model_update_forward_refs(Call&) { return Value::none(); }

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
  uint32_t at = 0;
  while (DictEntry* e = next_extra(self, &at)) {
    out.append(separator);
    out.append(text_view(e->key));
    out.append('=');
    BELLJAR_TRY(text, repr(context, e->value));
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
  uint32_t at = 0;
  while (DictEntry* e = next_extra(c[0], &at)) {
    Value pair[] = {e->key, e->value};
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

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"__init__", "self, **data", model_init, kFlags},
    {"__repr__", "self", model_repr, kFlags},
    {"__str__", "self", model_str, kFlags},
    {"__eq__", "self, other", model_eq, kFlags},
    {"__iter__", "self", model_iter, kNativePython},
    {"__setattr__", "self, name, value", model_setattr, kFlags},
};
constexpr NativeDef kClassMethods[] = {
    {"parse_obj", "cls, obj", model_parse_obj, kFlags},
    {"validate", "cls, value", model_validate, kFlags},
    {"update_forward_refs", "cls, **localns", model_update_forward_refs, kNativePython},
    {"parse_raw", "cls, b, *, content_type=None, encoding='utf8', proto=None, allow_pickle=False",
     model_parse_raw, kFlags},
    {"construct", "cls, _fields_set=None, **values", model_construct, kFlags},
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

const ModelField* find_field(const ModelClass& model, std::string_view name, size_t* index) {
  for (size_t i = 0; i < model.fields.size(); ++i) {
    if (model.fields[i].name->view() == name) {
      *index = i;
      return &model.fields[i];
    }
  }
  return nullptr;
}

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
  install_model_export(b, base);
  install_model_schema(b, base);
  r.attribute(base, "__hash__", Value::none());
  Class* error = r.new_exception_class("ValidationError", r.realm().exception(Exc::ValueError),
                                       "pydantic.error_wrappers");
  error->sub = static_cast<uint16_t>(Type::ValidationError);
  b.realm.classes[static_cast<int>(Type::ValidationError)] = error;
  r.methods(error, kErrorMethods);
}

}  // namespace belljar::sym
