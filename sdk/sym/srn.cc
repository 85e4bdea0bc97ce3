// The SRN class: parsing, validation with all of its errors, comparison, copy.
#include "sdk/sym/srn.h"

#include <array>
#include <string>
#include <vector>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/sym/errors.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

namespace {

// The components in their order; absent ones are None.
enum Part { kOrg, kModel, kType, kSlug, kVersion, kIdentifier, kParts };
constexpr const char* kPartNames[kParts] = {"org",  "model",   "type",
                                            "slug", "version", "identifier"};
constexpr Name kSlots[kParts] = {Name::organization, Name::model,   Name::type,
                                 Name::slug,         Name::version, Name::identifier};
constexpr std::string_view kTypedModels[] = {"access_strategy", "access_target", "user",
                                             "secret",          "secrets",       "integration",
                                             "log_destination"};
constexpr std::string_view kTypedHint =
    "This SRN must have at least 5 components: org, model, type, slug, version";

bool requires_type(std::string_view model) {
  for (std::string_view m : kTypedModels) {
    if (m == model) return true;
  }
  return false;
}

// Python's `$` also matches before a final newline.
std::string_view without_final_newline(std::string_view s) {
  if (!s.empty() && s.back() == '\n') s.remove_suffix(1);
  return s;
}

bool is_slug(std::string_view s) {
  s = without_final_newline(s);
  if (s.empty()) return false;
  for (char c : s) {
    bool ok = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
              c == '-' || c == '_';
    if (!ok) return false;
  }
  return true;
}

bool is_version(std::string_view s) {
  s = without_final_newline(s);
  if (s == "latest") return true;
  int groups = 0;
  while (true) {
    size_t digits = 0;
    while (digits < s.size() && s[digits] >= '0' && s[digits] <= '9') ++digits;
    if (digits < 1 || digits > 3) return false;
    ++groups;
    s.remove_prefix(digits);
    if (s.empty()) return groups == 3;
    if (s.front() != '.' || groups == 3) return false;
    s.remove_prefix(1);
  }
}

using Components = std::array<Value, kParts>;

std::string joined(const Components& parts) {
  std::string out;
  out.reserve(96);
  bool first = true;
  for (Value v : parts) {
    if (v.is_none()) continue;
    if (!first) out += ':';
    first = false;
    out += text_view(v);
  }
  return out;
}

// Validates and makes the object. `text`: that of the parts, if it is at hand.
Value make(Context& context, const Components& parts, Value text = Value::undefined()) {
  std::vector<SrnProblem> problems;
  for (int i = 0; i < kParts; ++i) {
    if (parts[i].is_none()) continue;
    std::string_view text = text_view(parts[i]);
    if (i == kVersion) {
      if (!is_version(text)) {
        problems.push_back({Type::InvalidVersionError, kPartNames[i], std::string(text)});
      }
    } else if (!is_slug(text)) {
      problems.push_back({Type::InvalidSlugError, kPartNames[i], std::string(text)});
    }
  }
  std::string_view model = text_view(parts[kModel]);
  if (requires_type(model) && parts[kType].is_none()) {
    problems.push_back({Type::MissingComponentError, "type", {}});
  } else if (!requires_type(model) && !parts[kType].is_none() && !text_view(parts[kType]).empty()) {
    problems.push_back(
        {Type::InvalidSRNError, "",
         "Resource type " + std::string(model) +
             " cannot have a type component. Got: " + std::string(text_view(parts[kType]))});
  }
  if (!problems.empty()) return raise_srn_problems(context, joined(parts), problems);
  if (text.is_undefined()) {
    text = new_str(context, joined(parts));
    if (text.is_abrupt()) return text;
  }
  return new_object(context, Type::SRN,
                    {{Name::hidden_text, text},
                     {kSlots[0], parts[0]},
                     {kSlots[1], parts[1]},
                     {kSlots[2], parts[2]},
                     {kSlots[3], parts[3]},
                     {kSlots[4], parts[4]},
                     {kSlots[5], parts[5]}});
}

// str.lower of any text, by the str method, so that it is Unicode's.
Value lowered(Context& context, Value v) {
  if (!payload(v).is_str()) {
    return context.raise(Exc::AttributeError,
                         {"'", type_name(context, v), "' object has no attribute 'lower'"});
  }
  v = payload(v);
  bool plain = v.as<Str>()->ascii();
  for (char c : v.as<Str>()->view()) plain = plain && !(c >= 'A' && c <= 'Z');
  if (plain) return v;
  BELLJAR_TRY(name, new_str(context, "lower"));
  BELLJAR_TRY(method, get_attribute(context, v, name.as<Str>()));
  return context.invoke(method, {});
}

Value parse_lowered(Context& context, Value whole) {
  const std::string_view raw = text_view(whole);
  if (!raw.empty() && raw.back() == ':') {
    return raise_srn_problems(context, raw, {{Type::TrailingSeparatorError, "", {}}});
  }
  std::array<std::string_view, kParts + 1> pieces;
  size_t count = 0, begin = 0;
  // Parts beyond the identifier are ignored.
  while (count < pieces.size()) {
    size_t end = raw.find(':', begin);
    pieces[count++] = raw.substr(begin, end == raw.npos ? raw.npos : end - begin);
    if (end == raw.npos) break;
    begin = end + 1;
  }
  if (count < 4) {
    return raise_srn_problems(context, raw, {{Type::InvalidSRNError, "", {}}});
  }
  const bool typed = requires_type(pieces[1]);
  if (typed && count < 5) {
    return raise_srn_problems(context, raw, {{Type::InvalidSRNError, "", std::string(kTypedHint)}});
  }
  Components parts;
  parts.fill(Value::none());
  size_t next = 0;
  for (int i = 0; i < kParts && next < count; ++i) {
    if (i == kType && !typed) continue;
    BELLJAR_TRY(text, new_str(context, pieces[next++]));
    parts[i] = text;
  }
  const bool all_used = next == count && begin + pieces[count - 1].size() == raw.size();
  return make(context, parts, all_used ? payload(whole) : Value::undefined());
}

// --- methods
// ----------------------------------------------------------------------------------------

// What a pattern's match() says of a version that is no text.
Value check_version(Context& context, Value v) {
  if (payload(v).is_str()) return Value::none();
  return context.raise(Exc::TypeError, "expected string or bytes-like object, got '" +
                                           std::string(type_name(context, v)) + "'");
}

Value srn_new(Call& c) {
  Components parts;
  parts.fill(Value::none());
  for (int i = 0; i < kParts; ++i) {
    Value v = c[static_cast<size_t>(i) + 1];
    if (v.is_none() && (i == kType || i == kIdentifier)) continue;
    if (i != kVersion) {
      v = lowered(c.context(), v);
      if (v.is_abrupt()) return v;
    } else {
      if (v.is_none()) continue;
      BELLJAR_CHECK(check_version(c.context(), v));
    }
    c.at(static_cast<size_t>(i) + 1) = v;
    parts[static_cast<size_t>(i)] = payload(v);
  }
  return make(c.context(), parts);
}

Value srn_parse(Call& c) {
  BELLJAR_TRY(text, to_str(c.context(), c[1]));
  c.at(1) = text;
  BELLJAR_TRY(low, lowered(c.context(), text));
  c.at(1) = low;
  return parse_lowered(c.context(), low);
}

Value srn_requires_type(Call& c) {
  if (payload(c[1]).is_str()) return Value::boolean(requires_type(text_view(payload(c[1]))));
  BELLJAR_CHECK(visible_hash(c.context(), c[1]));  // `model in {…}` of a set of texts
  return Value::boolean(false);
}

Value srn_copy(Call& c) {
  Components parts;
  for (int i = 0; i < kParts; ++i) {
    Value given = c[static_cast<size_t>(i) + 1];
    BELLJAR_TRY(chosen, truth(c.context(), given));
    if (!chosen.as_bool()) {
      parts[static_cast<size_t>(i)] = stored(c.context(), c[0], kSlots[i]);
      continue;
    }
    if (i != kVersion) {
      given = lowered(c.context(), given);
      if (given.is_abrupt()) return given;
      c.at(static_cast<size_t>(i) + 1) = given;
    } else {
      BELLJAR_CHECK(check_version(c.context(), given));
    }
    parts[static_cast<size_t>(i)] = payload(given);
  }
  return make(c.context(), parts);
}

Value srn_str(Call& c) { return stored(c.context(), c[0], Name::hidden_text); }
Value srn_repr(Call& c) {
  StrBuilder out(c.context());
  out.append("SRN(");
  bool first = true;
  for (int i = 0; i < kParts; ++i) {
    Value v = stored(c.context(), c[0], kSlots[i]);
    if (!payload(v).is_str()) continue;
    if (!first) out.append(", ");
    first = false;
    out.append(kPartNames[i]);
    out.append('=');
    out.append(text_view(v));
  }
  out.append(')');
  return out.finish();
}
Value srn_hash(Call& c) { return srn_str(c); }
Value srn_eq(Call& c) {
  Value other = c[1];
  if (payload(other).is_str()) {
    BELLJAR_TRY(low, lowered(c.context(), other));
    Value parsed = parse_lowered(c.context(), low);
    if (parsed.is(Kind::Raised)) {
      // Text that is no SRN is just unequal.
      c.context().take_pending();
      return Value::boolean(false);
    }
    if (parsed.is_abrupt()) return parsed;
    other = parsed;
  }
  if (!is_a(c.context(), other, Type::SRN)) return Value::boolean(false);
  return Value::boolean(srn_text(c.context(), c[0]) == srn_text(c.context(), other));
}

constexpr NativeDef kMethods[] = {
    {"copy",
     "self, organization=None, model=None, type=None, slug=None, version=None, identifier=None",
     srn_copy, kNativePython | kNativeCallsBack},
    {"__str__", "self", srn_str, kNativePython},
    {"__repr__", "self", srn_repr, kNativePython},
    {"__hash__", "self", srn_hash, kNativePython},
    {"__eq__", "self, other", srn_eq, kNativePython},
};
constexpr NativeDef kClassMethods[] = {
    {"parse", "cls, raw", srn_parse, kNativePython | kNativeCallsBack},
    {"requires_type", "cls, model", srn_requires_type, kNativePython},
};

}  // namespace

Value parse_srn(Context& context, std::string_view text) {
  BELLJAR_TRY(raw, new_str(context, text));
  BELLJAR_TRY(low, lowered(context, raw));
  return parse_lowered(context, low);
}

std::string_view srn_text(const Context& context, Value v) {
  if (!is_a(context, v, Type::SRN)) return {};
  return text_view(stored(context, v, Name::hidden_text));
}

void install_srn(Build& b) {
  Class* cls = b.add_class(Type::SRN, "SRN", nullptr, Kind::Instance, "sym.sdk.resource");
  cls->traits |= kFinal;
  layout_add(b.builder, cls, b.realm.of(Name::hidden_text));
  for (Name n : kSlots) b.stored_property(cls, b.realm.of(n)->view());
  b.builder.constructor(cls, {"__init__", "cls, org, model, type, slug, version, identifier=None",
                              srn_new, kNativePython | kNativeCallsBack});
  b.builder.methods(cls, kMethods);
  b.builder.methods(cls, kClassMethods, MethodKind::ClassMethod);
  b.builder.attribute(cls, "SEPARATOR", Value::object(b.builder.str(":")));
}

}  // namespace belljar::sym
