// schema() and schema_json(): a model's fields as JSON Schema, in pydantic v1's words.
#include <nlohmann/json.hpp>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/document.h"
#include "sdk/json/json.h"
#include "sdk/model.h"
#include "sdk/model_parts.h"
#include "sdk/sym/enums.h"

namespace belljar::sym {

namespace {

using Json = nlohmann::ordered_json;

class SchemaWriter {
 public:
  explicit SchemaWriter(const Context& context) : context_(context) {}

  // Nothing: a field whose type has no schema (problem() says so).
  Json whole(const ModelClass& model) {
    Json out = of_model(model);
    if (!definitions_.empty()) out["definitions"] = std::move(definitions_);
    return out;
  }
  const std::string& problem() const { return problem_; }

 private:
  Json of_model(const ModelClass& model) {
    Json properties = Json::object(), required = Json::array();
    for (const ModelField& field : model.fields) {
      const std::string name(field.name->view());
      properties[name] = of_field(name, *field.spec);
      if (field.spec->flags & kRequired) required.push_back(name);
    }
    Json out = {{"title", std::string(model.cls->name->view())},
                {"type", "object"},
                {"properties", std::move(properties)}};
    if (!required.empty()) out["required"] = std::move(required);
    return out;
  }

  // "allow_self" -> "Allow Self".
  static std::string title(const std::string& name) {
    std::string out;
    bool first = true;
    for (char c : name) {
      const bool letter = c >= 'a' && c <= 'z';
      out += c == '_' ? ' ' : first && letter ? static_cast<char>(c - 'a' + 'A') : c;
      first = c == '_';
    }
    return out;
  }

  Json of_field(const std::string& name, const FieldSpec& spec) {
    Json type = of_type(spec, spec.kind);
    if (type.contains("$ref")) return type;  // a reference stands alone
    Json out = {{"title", title(name)}};
    const std::string_view fallback = spec.fallback;
    if (!(spec.flags & kRequired) && fallback != "None") {
      out["default"] = fallback == "True"    ? Json(true)
                       : fallback == "False" ? Json(false)
                       : fallback == "[]"    ? Json::array()
                                             : Json::object();
    }
    if (spec.min_items) out["minItems"] = spec.min_items;
    if (spec.max_items) out["maxItems"] = spec.max_items;
    if (spec.max_length) out["maxLength"] = spec.max_length;
    for (auto& [key, value] : type.items()) out[key] = std::move(value);
    return out;
  }

  Json of_type(const FieldSpec& spec, FieldKind kind) {
    switch (kind) {
      case FieldKind::Any:
        return Json::object();
      case FieldKind::Bool:
        return {{"type", "boolean"}};
      case FieldKind::Int:
        return {{"type", "integer"}};
      case FieldKind::Str:
        return {{"type", "string"}};
      case FieldKind::Uuid:
        return {{"type", "string"}, {"format", "uuid"}};
      case FieldKind::Enum:
        return enumeration(spec.type);
      case FieldKind::Model:
        return reference(spec.type);
      case FieldKind::Destination:
        return reference(spec.type);
      case FieldKind::List:
        return {{"type", "array"}, {"items", of_type(spec, spec.item)}};
      case FieldKind::Dict:
        return {{"type", "object"}, {"additionalProperties", of_type(spec, spec.item)}};
      case FieldKind::Level:
        return {{"anyOf",
                 {enumeration(Type::PermissionLevel),
                  {{"type", "array"}, {"items", {{"type", "string"}, {"format", "uuid"}}}}}}};
      case FieldKind::DestinationOrUser:
        return no_schema(Type::User);
      case FieldKind::Instance:
        return no_schema(spec.type);
    }
    return Json::object();
  }

  Json no_schema(Type type) {
    if (problem_.empty()) {
      problem_ = "Value not declarable with JSON Schema, field of type " + name_of(type);
    }
    return Json::object();
  }
  std::string name_of(Type type) const {
    return std::string(class_of_type(context_, type)->name->view());
  }
  static Json reference_to(const std::string& name) { return {{"$ref", "#/definitions/" + name}}; }
  Json reference(Type type) {
    const std::string name = name_of(type);
    if (!definitions_.contains(name)) {
      definitions_[name] = Json();  // its place
      definitions_[name] = of_model(*model_of_class(context_, class_of_type(context_, type)));
    }
    return reference_to(name);
  }
  Json enumeration(Type type) {
    const std::string name = name_of(type);
    Json values = Json::array();
    Tuple* members = enum_members(context_, class_of_type(context_, type));
    for (uint32_t i = 0; i < members->count; ++i) {
      values.push_back(std::string(text_view(members->items[i])));
    }
    definitions_[name] = {{"title", name},
                          {"description", "An enumeration."},
                          {"enum", std::move(values)},
                          {"type", "string"}};
    return reference_to(name);
  }

  const Context& context_;
  Json definitions_ = Json::object();
  std::string problem_;
};

Value schema_of(Call& c) {
  Context& context = c.context();
  SchemaWriter writer(context);
  const Json schema = writer.whole(*model_of_class(context, c[0].as<Class>()));
  if (!writer.problem().empty()) return context.raise(Exc::ValueError, {writer.problem()});
  return parse_json(context, schema.dump());
}

Value model_schema(Call& c) { return schema_of(c); }
Value model_schema_json(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(schema, schema_of(c));
  c.at(1) = schema;
  return json::dump_with(context, c[1], Value::none(), c[3].as<Dict>());
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"schema", "cls, by_alias=True, ref_template='#/definitions/{model}'", model_schema, kFlags},
    {"schema_json", "cls, *, by_alias=True, ref_template='#/definitions/{model}', **dumps_kwargs",
     model_schema_json, kFlags},
};

}  // namespace

void install_model_schema(Build& b, Class* base) {
  b.builder.methods(base, kMethods, MethodKind::ClassMethod);
}

}  // namespace belljar::sym
