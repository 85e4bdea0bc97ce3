// The replacement fields of str.format, as CPython's unicode_format.h reads them.
#include "runtime/str_format.h"

#include <cstdio>
#include <string>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/format_spec.h"
#include "runtime/protocol.h"
#include "runtime/repr.h"
#include "runtime/str_layout.h"
#include "runtime/unicode.h"

namespace belljar {
namespace {

constexpr int kSpecNesting = 2;  // a spec may hold fields, whose specs may not
constexpr int64_t kNoIndex = -1;

enum class Numbering : uint8_t { Undecided, Automatic, Manual };

struct Formatter {
  Context& context;
  Value args;
  Value mapping;
  Numbering numbering = Numbering::Undecided;
  int64_t next_index = 0;
};

struct Field {
  std::string_view name;
  std::string_view spec;
  bool spec_has_fields = false;
  uint32_t conversion = 0;
};

Value error(Context& context, const char* message) {
  return context.raise(Exc::ValueError, message);
}

// A decimal number, or kNoIndex. Raised when it is too large.
Value parse_index(Context& context, std::string_view text, int64_t* index) {
  *index = kNoIndex;
  if (text.empty()) return Value::none();
  int64_t value = 0;
  for (size_t at = 0; at < text.size(); at += sequence_length(text[at])) {
    int digit = decimal_value(decode_valid(text.data() + at));
    if (digit < 0) return Value::none();
    if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, digit, &value)) {
      return error(context, "Too many decimal digits in format string");
    }
  }
  *index = value;
  return Value::none();
}

// `*rest` stands behind the '{'; afterwards behind the matching '}'.
Value parse_field(Context& context, std::string_view* rest, Field* field) {
  std::string_view s = *rest;
  size_t at = 0;
  char c = 0;
  for (; at < s.size(); ++at) {
    c = s[at];
    if (c == '{') return error(context, "unexpected '{' in field name");
    if (c == '[') {
      while (at + 1 < s.size() && s[at + 1] != ']') ++at;
      continue;
    }
    if (c == '}' || c == ':' || c == '!') break;
  }
  if (at >= s.size()) return error(context, "expected '}' before end of string");
  field->name = s.substr(0, at);
  ++at;
  if (c == '}') {
    *rest = s.substr(at);
    return Value::none();
  }
  if (c == '!') {
    if (at >= s.size()) {
      return error(context, "end of string while looking for conversion specifier");
    }
    field->conversion = decode_valid(s.data() + at);
    at += sequence_length(s[at]);
    if (at < s.size()) {
      c = s[at++];
      if (c == '}') {
        *rest = s.substr(at);
        return Value::none();
      }
      if (c != ':') return error(context, "expected ':' after conversion specifier");
    }
  }
  const size_t first = at;
  for (int depth = 1; at < s.size(); ++at) {
    if (s[at] == '{') {
      field->spec_has_fields = true;
      ++depth;
    } else if (s[at] == '}' && --depth == 0) {
      field->spec = s.substr(first, at - first);
      *rest = s.substr(at + 1);
      return Value::none();
    }
  }
  return error(context, "unmatched '{' in format spec");
}

Value number_field(Formatter& f, bool automatic) {
  if (f.numbering == Numbering::Undecided) {
    f.numbering = automatic ? Numbering::Automatic : Numbering::Manual;
  }
  if (f.numbering == Numbering::Manual && automatic) {
    return error(f.context,
                 "cannot switch from manual field specification to automatic field numbering");
  }
  if (f.numbering == Numbering::Automatic && !automatic) {
    return error(f.context,
                 "cannot switch from automatic field numbering to manual field specification");
  }
  return Value::none();
}

// The argument that a field's name begins with.
Value first_value(Formatter& f, std::string_view name) {
  Context& context = f.context;
  int64_t index;
  BELLJAR_CHECK(parse_index(context, name, &index));
  if (name.empty() || index != kNoIndex) BELLJAR_CHECK(number_field(f, name.empty()));
  if (name.empty()) index = f.next_index++;
  if (index != kNoIndex) {
    if (f.args.is_undefined()) return error(context, "Format string contains positional fields");
    const Tuple* args = f.args.as<Tuple>();
    if (index < static_cast<int64_t>(args->count)) return args->items[index];
    return context.raise(Exc::IndexError, {"Replacement index ", std::to_string(index),
                                           " out of range for positional args tuple"});
  }
  BELLJAR_TRY(key, new_str(context, name));
  if (f.mapping.is_undefined()) return context.raise_with(Exc::KeyError, key);
  if (f.mapping.is(Kind::Dict)) {
    Value found = dict_get_str(context, f.mapping.as<Dict>(), key.as<Str>());
    return found.is_undefined() ? context.raise_with(Exc::KeyError, key) : found;
  }
  return get_item(context, f.mapping, key);
}

Value field_attribute(Context& context, Value object, std::string_view name) {
  BELLJAR_TRY(key, new_str(context, name));
  const bool own =
      name.substr(0, 1) != "_" ||
      ((object.is(Kind::Instance) || object.is(Kind::Exception)) && name.substr(0, 2) != "__");
  if (own) return get_attribute(context, object, key.as<Str>());
  return context.raise(Exc::AttributeError,
                       {"'", type_name(context, object), "' object has no attribute '", name, "'"});
}

Value field_item(Context& context, Value object, std::string_view name) {
  int64_t index;
  BELLJAR_CHECK(parse_index(context, name, &index));
  if (index != kNoIndex) return get_item(context, object, Value::integer(index));
  BELLJAR_TRY(key, new_str(context, name));
  return get_item(context, object, key);
}

// The value of "0.name[key]…".
Value field_value(Formatter& f, std::string_view name) {
  size_t first_end = name.find_first_of(".[");
  if (first_end == name.npos) return first_value(f, name);
  Roots<1> value(f.context);
  value[0] = first_value(f, name.substr(0, first_end));
  std::string_view rest = name.substr(first_end);
  while (!rest.empty() && !value[0].is_abrupt()) {
    size_t end;
    std::string_view part;
    const bool attribute = rest[0] == '.';
    if (attribute) {
      end = rest.find_first_of(".[", 1);
      if (end == rest.npos) end = rest.size();
      part = rest.substr(1, end - 1);
    } else if (rest[0] == '[') {
      end = rest.find(']');
      if (end == rest.npos) return error(f.context, "Missing ']' in format string");
      part = rest.substr(1, end - 1);
      ++end;
    } else {
      return error(f.context, "Only '.' or '[' may follow ']' in format field specifier");
    }
    if (part.empty()) return error(f.context, "Empty attribute in format string");
    value[0] = attribute ? field_attribute(f.context, value[0], part)
                         : field_item(f.context, value[0], part);
    rest = rest.substr(end);
  }
  return value[0];
}

Value convert(Context& context, Value v, uint32_t conversion) {
  switch (conversion) {
    case 0:
      return v;
    case 's':
      return str_object(context, v);
    case 'r':
      return repr_object(context, v);
    case 'a':
      return to_ascii(context, v);
  }
  char text[24] = {static_cast<char>(conversion)};
  if (conversion <= 32 || conversion >= 127) {
    snprintf(text, sizeof text, "\\x%x", static_cast<unsigned>(conversion));
  }
  return context.raise(Exc::ValueError, {"Unknown conversion specifier ", text});
}

Value write_fields(Formatter& f, std::string_view format, int nesting, StrBuilder& out);

Value field_object(Formatter& f, const Field& field) {
  Roots<1> value(f.context);
  value[0] = field_value(f, field.name);
  BELLJAR_CHECK(value[0]);
  return convert(f.context, value[0], field.conversion);
}

// The field's spec, its own fields filled in by `filled`.
Value field_spec(Formatter& f, const Field& field, int nesting, StrBuilder& filled,
                 std::string_view* spec) {
  *spec = field.spec;
  if (!field.spec_has_fields) return Value::none();
  BELLJAR_CHECK(write_fields(f, field.spec, nesting - 1, filled));
  if (filled.failed()) return f.context.stop_memory();
  *spec = filled.view();
  return Value::none();
}

Value write_field(Formatter& f, const Field& field, int nesting, StrBuilder& out) {
  Roots<1> value(f.context);
  value[0] = field_object(f, field);
  BELLJAR_CHECK(value[0]);
  StrBuilder filled(f.context);
  std::string_view spec;
  BELLJAR_CHECK(field_spec(f, field, nesting, filled, &spec));
  return append_format(out, value[0], spec);
}

// A format that is one field gives what the field gives; Undefined for any other.
Value sole_field(Formatter& f, std::string_view rest) {
  if (rest.size() < 2 || rest[0] != '{' || rest[1] == '{' || rest.back() != '}') {
    return Value::undefined();
  }
  rest.remove_prefix(1);
  Field field;
  BELLJAR_CHECK(parse_field(f.context, &rest, &field));
  if (!rest.empty()) return Value::undefined();
  if (!f.context.charge(2)) return Value::stopped();
  Roots<1> value(f.context);
  value[0] = field_object(f, field);
  BELLJAR_CHECK(value[0]);
  StrBuilder filled(f.context);
  std::string_view spec;
  BELLJAR_CHECK(field_spec(f, field, kSpecNesting, filled, &spec));
  BELLJAR_TRY(spec_text, new_str(f.context, spec));
  BELLJAR_TRY(text, format_object(f.context, value[0], spec_text));
  return payload(text).as<Str>()->count == 0 ? payload(text) : text;
}

Value write_fields(Formatter& f, std::string_view rest, int nesting, StrBuilder& out) {
  if (nesting <= 0) return error(f.context, "Max string recursion exceeded");
  while (!rest.empty()) {
    size_t at = 0;
    while (at < rest.size() && rest[at] != '{' && rest[at] != '}') ++at;
    if (at == rest.size()) {
      out.append(rest);
      break;
    }
    const char brace = rest[at];
    const bool doubled = at + 1 < rest.size() && rest[at + 1] == brace;
    if (!doubled && brace == '}') {
      return error(f.context, "Single '}' encountered in format string");
    }
    if (at + 1 == rest.size()) {
      return error(f.context, "Single '{' encountered in format string");
    }
    out.append(rest.substr(0, doubled ? at + 1 : at));
    rest = rest.substr(at + (doubled ? 2 : 1));
    if (doubled) continue;
    if (!f.context.charge(2)) return Value::stopped();
    Field field;
    BELLJAR_CHECK(parse_field(f.context, &rest, &field));
    BELLJAR_CHECK(write_field(f, field, nesting, out));
    if (out.failed()) return f.context.stop_memory();
  }
  return Value::none();
}

}  // namespace

Value str_format(Context& context, Str* format, Value args, Value mapping) {
  if (!context.charge_bytes(format->count)) return Value::stopped();
  Formatter f{context, args, mapping};
  BELLJAR_TRY(sole, sole_field(f, format->view()));
  if (!sole.is_undefined()) return sole;
  StrBuilder out(context);
  BELLJAR_CHECK(write_fields(f, format->view(), kSpecNesting, out));
  return out.finish();
}

Value append_formatted_str(StrBuilder& out, const Str* s, std::string_view text) {
  return append_formatted_str_of(out, s, text, "str");
}

Value append_formatted_str_of(StrBuilder& out, const Str* s, std::string_view text,
                              std::string_view type) {
  Context& context = out.context();
  FormatSpec spec;
  spec.align = '<';
  spec.type = 's';
  BELLJAR_CHECK(parse_format_spec(context, text, type, &spec));
  if (spec.type != 's') return unknown_format_code(context, spec.type, type);
  if (spec.sign == ' ') return error(context, "Space not allowed in string format specifier");
  if (spec.sign) return error(context, "Sign not allowed in string format specifier");
  if (spec.no_negative_zero) {
    return error(context, "Negative zero coercion (z) not allowed in string format specifier");
  }
  if (spec.alternate) {
    return error(context, "Alternate form (#) not allowed in string format specifier");
  }
  if (spec.align == '=') {
    return error(context, "'=' alignment not allowed in string format specifier");
  }
  std::string_view content = s->view();
  size_t length = s->length;
  if (spec.precision >= 0 && spec.precision < static_cast<int64_t>(length)) {
    length = static_cast<size_t>(spec.precision);
    content = content.substr(0, str_offset(s, static_cast<uint32_t>(length)));
  }
  append_padded(out, content, length, spec);
  return out.failed() ? context.stop_memory() : Value::none();
}

}  // namespace belljar
