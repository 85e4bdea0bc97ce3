// Validation of values against fields: coercion, constraints, and the errors collected on the way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sdk/model.h"

namespace belljar::sym {

// One step of an error's location: a name, or an index.
struct Location {
  std::string name;
  int64_t index = -1;
};
struct ValidationProblem {
  std::vector<Location> location;
  std::string message;
  std::string type;                    // "value_error.missing"
  const char* context_name = nullptr;  // "limit_value"
  Value context_value;
};

class Validation {
 public:
  explicit Validation(Context& context) : context_(context), roots_(context) {}

  // Fills the fields of `instance` from `values`. None, or Undefined when problems were found.
  Value fill(const ModelClass& model, Value instance, Dict* values);
  // One field. The coerced value, or Undefined when problems were found.
  Value field(const ModelField& field, Value value);
  bool failed() const { return !problems_.empty(); }
  // ValidationError with what was collected. Raised.
  Value raise(const ModelClass& model);
  void add(std::string message, std::string type, const char* context_name = nullptr,
           Value context_value = Value());
  // The same with several values: a dict of name -> value.
  void add_with(std::string message, std::string type, Value values) {
    add(std::move(message), std::move(type), "", values);
  }
  void enter(std::string_view name) { location_.push_back({std::string(name), -1}); }
  void enter(int64_t index) { location_.push_back({{}, index}); }
  void leave() { location_.pop_back(); }

 private:
  Value coerce(const FieldSpec& spec, FieldKind kind, Value v);
  Value coerce_bool(Value v);
  Value coerce_int(Value v);
  Value text_of_bytes(Value bytes);
  Value coerce_str(const FieldSpec& spec, Value v);
  Value coerce_enum(const FieldSpec& spec, Value v);
  Value coerce_uuid(Value v);
  Value coerce_list(const FieldSpec& spec, Value v);
  Value coerce_dict(const FieldSpec& spec, Value v);
  Value coerce_model(Type type, Value v);
  Value coerce_destination(Type type, Value v);
  Value coerce_level(Value v);
  Value values_of(const ValidationProblem& problem);
  // Holds a new value until the validation is over.
  Value keep(Value v);

  Context& context_;
  Roots<1> roots_;
  std::vector<Location> location_;
  std::vector<ValidationProblem> problems_;
  size_t bytes_ = 0;
};

// A fresh default: lists and dicts are copied for each instance.
Value field_default(Context& context, const FieldSpec& spec);

}  // namespace belljar::sym
