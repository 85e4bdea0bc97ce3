// The model layer: classes with typed fields and pydantic-v1 behaviour, declared as tables.
//
// A model's instance is a Kind::Instance of a frozen final class. Slot 0 holds which fields were
// given (a bit mask), slot i+1 the field i, inherited fields first. Everything that a flow can
// observe (construction, coercion, error texts, equality, text, dict, json, copy, assignment) is
// done here from the table; a class adds only its own validators.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/context.h"
#include "runtime/object.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

enum class FieldKind : uint8_t {
  Any,
  Bool,
  Int,
  Str,
  Enum,  // `type` says which
  Uuid,
  List,         // of `item`
  Model,        // of `type`: an instance, or a dict for one
  Instance,     // of `type`, nothing else (pydantic's arbitrary types)
  Destination,  // RequestDestination: an instance, or a dict whose keys tell the class
  DestinationOrUser,
  Level,  // PermissionLevel or list of UUIDs, with its own messages
  Dict,   // str -> `item`
};

// A validator after coercion. It may replace *value; false: *problem is the message (value_error).
using FieldCheck = bool (*)(Context& context, Value* value, std::string* problem);

inline constexpr uint8_t kRequired = 1;
inline constexpr uint8_t kOptional = 2;  // None passes
inline constexpr uint8_t kReadOnly = 4;  // allow_mutation=False

struct FieldSpec {
  const char* name;
  FieldKind kind;
  uint8_t flags = 0;
  const char* fallback = "None";  // None, True, False, [] or {}
  Type type = Type::None;         // of Enum, Model, Instance, and of such items
  FieldKind item = FieldKind::Any;
  uint16_t min_items = 0;
  uint16_t max_items = 0;   // 0: any number
  uint16_t max_length = 0;  // of a Str; 0: any
  FieldCheck check = nullptr;
};

struct ModelSpec {
  Type type;
  Type base;
  const char* name;
  const char* module;
  std::span<const FieldSpec> fields;
  bool validate_assignment = false;
};

struct ModelField {
  const FieldSpec* spec;
  Str* name;
};
// A model in a realm: its own and its inherited fields.
struct ModelClass {
  const ModelSpec* spec;
  Class* cls;
  std::vector<ModelField> fields;
};

// The model that `v` is an instance of, or null.
const ModelClass* model_of(const Context& context, Value v);
const ModelClass* model_of_class(const Context& context, const Class* cls);

inline Value model_get(Value instance, size_t field) {
  return instance.as<Instance>()->slots[field + 1];
}
// A field by name; Undefined if the model has none of that name.
Value model_field(const Context& context, Value instance, Name name);

// cls(**values). `exact`: without RequestDestination's choice by key.
Value make_model(Context& context, Type type, Dict* values);
// As the validator of RequestDestination or a class derived from it: an instance of `cls`, or of
// the class that a dict's keys tell; ValueError "Failed to parse RequestDestination data: …".
Value parse_destination(Context& context, const ModelClass& cls, Value data);

Value model_dict(Context& context, Value instance);
// Declares a model: class, layout, fields. Its base must have been declared.
Class* declare_model(Build& b, const ModelSpec& spec);
// BaseModel and ValidationError.
void install_base_model(Build& b);

}  // namespace belljar::sym
