// Coercion and constraints, field by field, with pydantic v1's order and messages.
#include "sdk/model_validate.h"

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "sdk/sym/enums.h"
#include "sdk/sym/uuid.h"
#include "support/utf8.h"

namespace belljar::sym {

namespace {

constexpr std::string_view kTrue[] = {"1", "on", "t", "true", "y", "yes"};
constexpr std::string_view kFalse[] = {"0", "off", "f", "false", "n", "no"};
constexpr std::string_view kUserIdsHint =
    "Use sym.sdk.user.user_ids() to convert List[User] to List[UUID].";

// 1: in the first list, 0: in the second, -1: in none. Case does not count.
int read_bool(std::string_view text) {
  constexpr size_t kLongest = 5;
  if (text.empty() || text.size() > kLongest) return -1;
  std::string low(text);
  for (char& c : low) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (std::string_view s : kTrue) {
    if (s == low) return 1;
  }
  for (std::string_view s : kFalse) {
    if (s == low) return 0;
  }
  return -1;
}

// Forgets the pending exception if it is of one of the kinds that pydantic turns into its own.
bool swallow(Context& context) {
  if (context.pending_is(Exc::TypeError) || context.pending_is(Exc::ValueError) ||
      context.pending_is(Exc::OverflowError)) {
    context.take_pending();
    return true;
  }
  return false;
}

}  // namespace

Value field_default(Context& context, const FieldSpec& spec) {
  std::string_view text = spec.fallback;
  if (text == "True" || text == "False") return Value::boolean(text == "True");
  if (text == "[]") return new_list(context, nullptr, 0);
  if (text == "{}") return new_dict(context);
  return Value::none();
}

Value Validation::keep(Value v) {
  if (!v.is_heap()) return v;
  if (!roots_[0].is(Kind::List)) {
    BELLJAR_TRY(list, new_list(context_, nullptr, 0));
    roots_[0] = list;
  }
  BELLJAR_CHECK(list_append(context_, roots_[0].as<List>(), v));
  return v;
}

void Validation::add(std::string message, std::string type, const char* context_name,
                     Value context_value) {
  bytes_ += message.size() + 128;
  // Problems are kept outside the heap: they count against it all the same.
  if (!context_.heap().fits(bytes_) || !context_.charge(16)) {
    context_.stop_memory();
    return;
  }
  problems_.push_back(
      {location_, std::move(message), std::move(type), context_name, keep(context_value)});
}

Value Validation::coerce_bool(Value v) {
  if (v.is_bool()) return v;
  if (Value p = payload(v); p.is_str() || is_bytes_like(p)) {
    if (!p.is_str()) {
      BELLJAR_TRY(text, text_of_bytes(p));
      if (text.is_undefined()) return text;
      p = text;
    }
    int read = read_bool(text_view(p));
    if (read >= 0) return Value::boolean(read == 1);
  } else if (v.is_int() || v.is_float()) {
    double d = v.is_int() ? static_cast<double>(v.as_int()) : v.as_float();
    if (d == 1 || d == 0) return Value::boolean(d == 1);
  }
  add("value could not be parsed to a boolean", "type_error.bool");
  return Value::undefined();
}

Value Validation::coerce_int(Value v) {
  Value p = payload(v);
  if (is_bytes_like(p)) {  // int(b"12")
    BELLJAR_TRY(text, new_str(context_, find_invalid_utf8(bytes_view(p)) == std::string_view::npos
                                            ? bytes_view(p)
                                            : "?"));
    p = keep(text);
  }
  if (p.is_int() || p.is(Kind::BigInt)) return p;
  if (p.is_bool()) return Value::integer(p.as_int());
  Value result = Value::undefined();
  if (p.is_str()) {
    result = int_from_text(context_, text_view(p), 10);
  } else if (p.is_float()) {
    result = int_from_double(context_, p.as_float());
  }
  if (result.is(Kind::Raised)) {
    if (!swallow(context_)) return result;
    result = Value::undefined();
  }
  if (result.is_undefined()) add("value is not a valid integer", "type_error.integer");
  return result.is_abrupt() ? result : keep(result);
}

// bytes.decode(); Undefined: they are no UTF-8, which has been added.
Value Validation::text_of_bytes(Value bytes) {
  Value made = decode_bytes(context_, bytes_view(bytes), "utf-8", "strict");
  if (!made.is(Kind::Raised) || !context_.pending_is(Exc::UnicodeDecodeError)) {
    return made.is_abrupt() ? made : keep(made);
  }
  Value error = context_.take_pending();
  BELLJAR_TRY(why, exception_text(context_, error.as<Exception>()));
  add(std::string(text_view(why)), "value_error.unicodedecode");
  return Value::undefined();
}

Value Validation::coerce_str(const FieldSpec& spec, Value v) {
  Value p = payload(v);
  Value text;
  if (p.is_str()) {
    text = is_enum_member(context_, v) ? p : v;
  } else if (is_number(p) && !p.is(Kind::Complex)) {
    BELLJAR_TRY(made, to_str(context_, p));
    text = keep(made);
  } else if (is_bytes_like(p)) {
    BELLJAR_TRY(made, text_of_bytes(p));
    if (made.is_undefined()) return made;
    text = made;
  } else {
    add("str type expected", "type_error.str");
    return Value::undefined();
  }
  if (spec.max_length && payload(text).as<Str>()->length > spec.max_length) {
    add("ensure this value has at most " + std::to_string(spec.max_length) + " characters",
        "value_error.any_str.max_length", "limit_value", Value::integer(spec.max_length));
    return Value::undefined();
  }
  return text;
}

Value Validation::coerce_enum(const FieldSpec& spec, Value v) {
  if (is_a(context_, v, spec.type)) return v;
  if (payload(v).is_str()) {
    Value found = enum_member(context_, spec.type, text_view(v));
    if (!found.is_undefined()) return found;
  }
  std::string permitted;
  Tuple* members = enum_members(context_, class_of_type(context_, spec.type));
  for (uint32_t i = 0; i < members->count; ++i) {
    if (i > 0) permitted += ", ";
    permitted += str_repr(text_view(members->items[i]));
  }
  BELLJAR_TRY(list, new_list(context_, members->items, members->count));
  add("value is not a valid enumeration member; permitted: " + permitted, "type_error.enum",
      "enum_values", list);
  return Value::undefined();
}

Value Validation::coerce_uuid(Value v) {
  if (is_a(context_, v, Type::UUID)) return v;
  if (payload(v).is_str()) {
    BELLJAR_TRY(made, new_uuid(context_, text_view(v)));
    if (!made.is_undefined()) return keep(made);
  }
  add("value is not a valid uuid", "type_error.uuid");
  return Value::undefined();
}

Value Validation::coerce_list(const FieldSpec& spec, Value v) {
  Value p = payload(v);
  if (p.is(Kind::Tuple) || p.is(Kind::Set) || p.is(Kind::FrozenSet) || p.is(Kind::Generator)) {
    BELLJAR_TRY(made, list_from(context_, p));
    p = keep(made);
  }
  if (!p.is(Kind::List)) {
    add("value is not a valid list", "type_error.list");
    return Value::undefined();
  }
  const size_t size = p.as<List>()->size;
  if (size < spec.min_items) {
    add("ensure this value has at least " + std::to_string(spec.min_items) + " items",
        "value_error.list.min_items", "limit_value", Value::integer(spec.min_items));
    return Value::undefined();
  }
  if (spec.max_items && size > spec.max_items) {
    add("ensure this value has at most " + std::to_string(spec.max_items) + " items",
        "value_error.list.max_items", "limit_value", Value::integer(spec.max_items));
    return Value::undefined();
  }
  BELLJAR_TRY(out, new_list(context_, nullptr, 0));
  keep(out);
  const size_t problems = problems_.size();
  for (size_t i = 0; i < p.as<List>()->size; ++i) {
    if (!context_.charge(4)) return Value::stopped();
    enter(static_cast<int64_t>(i));
    Value item = p.as<List>()->items[i];
    if (item.is_none() && spec.item != FieldKind::Any) {
      add("none is not an allowed value", "type_error.none.not_allowed");
      item = Value::undefined();
    } else {
      item = coerce(spec, spec.item, item);
    }
    leave();
    if (item.is_abrupt()) return item;
    if (item.is_undefined()) continue;
    BELLJAR_CHECK(list_append(context_, out.as<List>(), item));
  }
  if (context_.stopped_by() != Limit::None) return Value::stopped();
  return problems_.size() == problems ? out : Value::undefined();
}

Value Validation::coerce_dict(const FieldSpec& spec, Value v) {
  Value p = payload(v);
  if (!p.is(Kind::Dict)) {
    BELLJAR_TRY(made, new_dict(context_));
    keep(made);
    Value done = p.is(Kind::List) || p.is(Kind::Tuple) || p.is(Kind::Instance)
                     ? dict_update_from(context_, made.as<Dict>(), v)
                     : Value::undefined();
    if (done.is(Kind::Stopped) || (done.is(Kind::Raised) && !swallow(context_))) return done;
    if (done.is_abrupt() || done.is_undefined()) {
      add("value is not a valid dict", "type_error.dict");
      return Value::undefined();
    }
    p = made;
  }
  BELLJAR_TRY(out, new_dict(context_));
  keep(out);
  const size_t problems = problems_.size();
  FieldSpec key_spec{"__key__", FieldKind::Str};
  uint32_t at = 0;
  while (DictEntry* e = dict_next(p.as<Dict>(), &at)) {
    if (!context_.charge(4)) return Value::stopped();
    Value raw_key = e->key, item = e->value;
    enter("__key__");
    BELLJAR_TRY(key, coerce(key_spec, FieldKind::Str, raw_key));
    leave();
    if (key.is_undefined()) continue;
    enter(text_view(key));
    if (item.is_none() && spec.item != FieldKind::Any) {
      add("none is not an allowed value", "type_error.none.not_allowed");
      item = Value::undefined();
    } else {
      item = coerce(spec, spec.item, item);
    }
    leave();
    if (item.is_abrupt()) return item;
    if (item.is_undefined()) continue;
    BELLJAR_CHECK(dict_set(context_, out.as<Dict>(), key, item));
  }
  if (context_.stopped_by() != Limit::None) return Value::stopped();
  return problems_.size() == problems ? out : Value::undefined();
}

Value Validation::coerce_model(Type type, Value v) {
  const ModelClass& model = *model_of_class(context_, class_of_type(context_, type));
  // pydantic makes a second object that shares the first one's attributes: a change of either is
  // seen in both. Here it is one object.
  if (is_a(context_, v, type)) return v;
  Value values = payload(v);
  if (model_of(context_, v)) {
    BELLJAR_TRY(dict, model_dict(context_, v));
    values = keep(dict);
  }
  if (!values.is(Kind::Dict)) {
    add("value is not a valid dict", "type_error.dict");
    return Value::undefined();
  }
  Value made = keep(Value::object(new_instance(context_, model.cls)));
  BELLJAR_TRY(done, fill(model, made, values.as<Dict>()));
  return done.is_undefined() ? done : made;
}

Value Validation::coerce_destination(Type type, Value v) {
  const ModelClass& model = *model_of_class(context_, class_of_type(context_, type));
  Value made = parse_destination(context_, model, v);
  if (made.is(Kind::Raised) && context_.pending_is(Exc::ValueError)) {
    Value error = context_.take_pending();
    BELLJAR_TRY(text, exception_text(context_, error.as<Exception>()));
    add(std::string(text_view(text)), "value_error");
    return Value::undefined();
  }
  return made.is_abrupt() ? made : keep(made);
}

// RequestPermission's own validator: it sees the value before anything else does.
Value Validation::coerce_level(Value v) {
  BELLJAR_TRY(given, truth(context_, v));
  if (!given.as_bool()) {
    add("Input cannot be empty", "value_error");
    return Value::undefined();
  }
  if (is_a(context_, v, Type::PermissionLevel)) return v;
  Value p = payload(v);
  if (p.is_str()) {
    Value found = enum_member(context_, Type::PermissionLevel, text_view(p));
    if (!found.is_undefined()) return found;
  }
  if (!p.is(Kind::List)) {
    add("Invalid input. Must be a PermissionLevel or List[UUID]. " + std::string(kUserIdsHint),
        "value_error");
    return Value::undefined();
  }
  BELLJAR_TRY(out, new_list(context_, nullptr, 0));
  keep(out);
  for (uint32_t i = 0; i < p.as<List>()->size; ++i) {
    if (!context_.charge(4)) return Value::stopped();
    Value item = p.as<List>()->items[i];
    if (!is_a(context_, item, Type::UUID)) {
      item = payload(item).is_str() ? new_uuid(context_, text_view(item)) : Value::undefined();
      if (item.is_abrupt()) return item;
    }
    if (item.is_undefined()) {
      add("Invalid input. " + std::string(kUserIdsHint), "value_error");
      return Value::undefined();
    }
    BELLJAR_CHECK(list_append(context_, out.as<List>(), item));
  }
  return out;
}

Value Validation::coerce(const FieldSpec& spec, FieldKind kind, Value v) {
  switch (kind) {
    case FieldKind::Any:
      return v;
    case FieldKind::Bool:
      return coerce_bool(v);
    case FieldKind::Int:
      return coerce_int(v);
    case FieldKind::Str:
      return coerce_str(spec, v);
    case FieldKind::Enum:
      return coerce_enum(spec, v);
    case FieldKind::Uuid:
      return coerce_uuid(v);
    case FieldKind::List:
      return coerce_list(spec, v);
    case FieldKind::Dict:
      return coerce_dict(spec, v);
    case FieldKind::Model:
      return coerce_model(spec.type, v);
    case FieldKind::Destination:
      return coerce_destination(spec.type, v);
    case FieldKind::Level:
      return coerce_level(v);
    case FieldKind::DestinationOrUser: {
      // A union: both fail, both are reported.
      if (is_a(context_, v, Type::User)) return v;
      BELLJAR_TRY(made, coerce_destination(spec.type, v));
      if (!made.is_undefined()) return made;
      add("instance of User expected", "type_error.arbitrary_type", "expected_arbitrary_type",
          Value::object(class_of_type(context_, Type::User)->name));
      return made;
    }
    case FieldKind::Instance: {
      if (is_a(context_, v, spec.type)) return v;
      std::string name(class_of_type(context_, spec.type)->name->view());
      add("instance of " + name + " expected", "type_error.arbitrary_type",
          "expected_arbitrary_type", Value::object(class_of_type(context_, spec.type)->name));
      return Value::undefined();
    }
  }
  return v;
}

Value Validation::field(const ModelField& field, Value value) {
  const FieldSpec& spec = *field.spec;
  enter(field.name->view());
  Value out;
  const bool takes_none = spec.kind == FieldKind::Any || spec.kind == FieldKind::Level;
  if (value.is_none() && (spec.flags & kOptional)) {
    out = value;
  } else if (value.is_none() && !takes_none) {
    add("none is not an allowed value", "type_error.none.not_allowed");
  } else {
    out = coerce(spec, spec.kind, value);
  }
  if (!out.is_abrupt() && !out.is_undefined() && spec.check) {
    std::string problem;
    if (!spec.check(context_, &out, &problem)) {
      if (context_.has_pending()) {
        out = Value::raised();
      } else if (context_.stopped_by() != Limit::None) {
        out = Value::stopped();
      } else {
        add(std::move(problem), "value_error");
        out = Value::undefined();
      }
    } else {
      keep(out);
    }
  }
  leave();
  return context_.stopped_by() != Limit::None ? Value::stopped() : out;
}

Value Validation::fill(const ModelClass& model, Value instance, Dict* values) {
  Instance* o = instance.as<Instance>();
  const size_t problems = problems_.size();
  int64_t set = 0;
  for (size_t i = 0; i < model.fields.size(); ++i) {
    const ModelField& f = model.fields[i];
    Value given = dict_get_str(context_, values, f.name);
    if (given.is_undefined()) {
      if (f.spec->flags & kRequired) {
        enter(f.name->view());
        add("field required", "value_error.missing");
        leave();
        continue;
      }
      BELLJAR_TRY(fallback, field_default(context_, *f.spec));
      o->slots[i + 1] = fallback;
      continue;
    }
    set |= int64_t{1} << i;
    BELLJAR_TRY(coerced, field(f, given));
    o->slots[i + 1] = coerced;
  }
  o->slots[0] = Value::integer(set);
  if (context_.stopped_by() != Limit::None) return Value::stopped();
  return problems_.size() == problems ? Value::none() : Value::undefined();
}

// The values that a problem's message mentions, by name; Undefined: none.
Value Validation::values_of(const ValidationProblem& p) {
  if (!p.context_name) return Value::undefined();
  if (*p.context_name == 0) return p.context_value;
  BELLJAR_TRY(out, new_dict(context_));
  keep(out);
  BELLJAR_TRY(name, new_str(context_, p.context_name));
  BELLJAR_CHECK(dict_set_str(context_, out.as<Dict>(), name.as<Str>(), p.context_value));
  return out;
}

Value Validation::raise(const ModelClass& model) {
  BELLJAR_TRY(list, new_list(context_, nullptr, 0));
  keep(list);
  auto set = [&](Dict* d, const char* key, Value v) -> Value {
    BELLJAR_TRY(name, new_str(context_, key));
    return dict_set_str(context_, d, name.as<Str>(), v);
  };
  std::string text = std::to_string(problems_.size()) + " validation error" +
                     (problems_.size() == 1 ? "" : "s") + " for " +
                     std::string(model.cls->name->view());
  for (const ValidationProblem& p : problems_) {
    BELLJAR_TRY(entry, new_dict(context_));
    BELLJAR_TRY(steps, new_list(context_, nullptr, 0));
    text += "\n";
    for (size_t i = 0; i < p.location.size(); ++i) {
      const Location& step = p.location[i];
      if (i > 0) text += " -> ";
      text += step.index >= 0 ? std::to_string(step.index) : step.name;
      Value key = Value::integer(step.index);
      if (step.index < 0) key = new_str(context_, step.name);
      if (key.is_abrupt()) return key;
      BELLJAR_CHECK(list_append(context_, steps.as<List>(), key));
    }
    text += "\n  " + p.message + " (type=" + p.type;
    BELLJAR_TRY(extra, values_of(p));
    uint32_t at = 0;
    while (DictEntry* e = extra.is(Kind::Dict) ? dict_next(extra.as<Dict>(), &at) : nullptr) {
      BELLJAR_TRY(shown, to_str(context_, e->value));
      text += "; " + std::string(text_view(e->key)) + "=" + std::string(text_view(shown));
    }
    text += ")";
    BELLJAR_TRY(location, new_tuple(context_, steps.as<List>()->items, steps.as<List>()->size));
    BELLJAR_TRY(message, new_str(context_, p.message));
    BELLJAR_TRY(type, new_str(context_, p.type));
    BELLJAR_CHECK(set(entry.as<Dict>(), "loc", location));
    BELLJAR_CHECK(set(entry.as<Dict>(), "msg", message));
    BELLJAR_CHECK(set(entry.as<Dict>(), "type", type));
    if (extra.is(Kind::Dict)) BELLJAR_CHECK(set(entry.as<Dict>(), "ctx", extra));
    BELLJAR_CHECK(list_append(context_, list.as<List>(), entry));
  }
  BELLJAR_TRY(message, new_str(context_, text));
  BELLJAR_TRY(made,
              new_exception(context_, class_of_type(context_, Type::ValidationError), &message, 1));
  BELLJAR_TRY(attributes, new_dict(context_));
  made.as<Exception>()->attributes = attributes.as<Dict>();
  BELLJAR_CHECK(
      dict_set_str(context_, attributes.as<Dict>(), text_of(context_, Name::hidden_errors), list));
  BELLJAR_CHECK(dict_set_str(context_, attributes.as<Dict>(), text_of(context_, Name::model),
                             Value::object(model.cls)));
  return context_.raise_value(made);
}

}  // namespace belljar::sym
