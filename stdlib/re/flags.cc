// RegexFlag: ints that show as the names of their bits, as CPython's enum of that name does.
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/str_format.h"
#include "stdlib/re/objects.h"

namespace belljar::re {

namespace {

struct Member {
  uint32_t value;
  const char* name;
  const char* alias;  // or null
};
// In CPython's order of definition, in which they are shown.
constexpr Member kMembers[] = {
    {kAscii, "ASCII", "A"},     {kIgnoreCase, "IGNORECASE", "I"}, {kLocale, "LOCALE", "L"},
    {kUnicode, "UNICODE", "U"}, {kMultiline, "MULTILINE", "M"},   {kDotAll, "DOTALL", "S"},
    {kVerbose, "VERBOSE", "X"}, {kTemplate, "TEMPLATE", "T"},     {kDebug, "DEBUG", nullptr},
};
constexpr int64_t kAll = 511;

int64_t value_of(Value v) { return payload(v).as_int(); }

// "A|B|0x400" with `prefix` before each name; empty: it has no name.
std::string names_of(int64_t value, const char* prefix) {
  if (value == 0) return std::string(prefix) + "NOFLAG";
  std::string out;
  for (const Member& member : kMembers) {
    if (!(value & member.value)) continue;
    if (!out.empty()) out += '|';
    out += prefix;
    out += member.name;
    value &= ~static_cast<int64_t>(member.value);
  }
  if (value != 0 && !out.empty()) {
    char hex[24];
    std::snprintf(hex, sizeof hex, "|0x%llx", static_cast<unsigned long long>(value));
    out += hex;
  }
  return out;
}

// Negative numbers count from the highest bit, as KEEP has it.
int64_t wrapped(int64_t value) {
  if (value >= 0) return value;
  int64_t size = kAll + 1;
  while (size < -value) size *= 2;
  return size + value;
}

bool is_flags(const Context& context, Value v) {
  return v.is(Kind::Instance) && v.as<Instance>()->cls == class_for(context, ReClass::Flags);
}

Value flags_new(Call& c) {
  if (is_flags(c.context(), c[1])) return c[1];
  Value plain = payload(c[1]);
  if (plain.is_int_like()) return new_flags(c.context(), plain.as_int());
  BELLJAR_TRY(shown, repr(c.context(), c[1]));
  return c.context().raise(Exc::ValueError, {shown.as<Str>()->view(), " is not a valid RegexFlag"});
}

Value flags_show(Call& c) { return new_str(c.context(), flags_repr(value_of(c[0]))); }
Value flags_format(Call& c) {
  BELLJAR_TRY(text, new_str(c.context(), flags_repr(value_of(c[0]))));
  Value spec = payload(c[1]);
  if (!spec.is_str()) {
    return c.context().raise(
        Exc::TypeError, {"__format__() argument must be str, not ", type_name(c.context(), c[1])});
  }
  StrBuilder out(c.context());
  BELLJAR_CHECK(append_formatted_str(out, text.as<Str>(), spec.as<Str>()->view()));
  return out.finish();
}

template <typename F>
Value combine(Call& c, F f) {
  Value other = payload(c[1]);
  if (!other.is_int_like()) return Value::not_implemented();
  return new_flags(c.context(), f(value_of(c[0]), other.as_int()));
}
Value flags_or(Call& c) {
  return combine(c, [](int64_t a, int64_t b) { return a | b; });
}
Value flags_and(Call& c) {
  return combine(c, [](int64_t a, int64_t b) { return a & b; });
}
Value flags_xor(Call& c) {
  return combine(c, [](int64_t a, int64_t b) { return a ^ b; });
}
Value flags_invert(Call& c) { return new_flags(c.context(), ~value_of(c[0])); }

Value flags_contains(Call& c) {
  if (!is_flags(c.context(), c[1])) {
    return c.context().raise(Exc::TypeError, {"unsupported operand type(s) for 'in': '",
                                              type_name(c.context(), c[1]), "' and 'RegexFlag'"});
  }
  const int64_t other = value_of(c[1]);
  return Value::boolean((value_of(c[0]) & other) == other);
}
Value flags_list(Call& c) {
  BELLJAR_TRY(out, new_list(c.context(), nullptr, 0));
  for (const Member& member : kMembers) {
    if (!(value_of(c[0]) & member.value)) continue;
    BELLJAR_TRY(flag, new_flags(c.context(), member.value));
    BELLJAR_CHECK(list_append(c.context(), out.as<List>(), flag));
  }
  return out;
}
Value flags_iter(Call& c) {
  BELLJAR_TRY(list, flags_list(c));
  return iterate(c.context(), list);
}
Value flags_len(Call& c) {
  return Value::integer(__builtin_popcountll(static_cast<uint64_t>(value_of(c[0]))));
}

Value flags_bool(Call& c) { return Value::boolean(value_of(c[0]) != 0); }

Value flags_name(Call& c) {
  const std::string name = names_of(value_of(c[0]), "");
  return name.empty() ? Value::none() : new_str(c.context(), name);
}
Value flags_value(Call& c) { return Value::integer(value_of(c[0])); }

constexpr NativeDef kMethods[] = {
    {"__repr__", "self", flags_show, kNativePython},
    {"__str__", "self", flags_show, kNativePython},
    {"__format__", "self, format_spec", flags_format, kNativePython},
    {"__or__", "self, other", flags_or, kNativePython},
    {"__ror__", "self, other", flags_or, kNativePython},
    {"__and__", "self, other", flags_and, kNativePython},
    {"__rand__", "self, other", flags_and, kNativePython},
    {"__xor__", "self, other", flags_xor, kNativePython},
    {"__rxor__", "self, other", flags_xor, kNativePython},
    {"__invert__", "self", flags_invert, kNativePython},
    {"__contains__", "self, other", flags_contains, kNativePython},
    {"__iter__", "self", flags_iter, kNativePython},
    {"__len__", "self", flags_len, kNativePython},
    {"__bool__", "self", flags_bool, kNativePython},
};
constexpr NativeDef kProperties[] = {{"name", "self", flags_name}, {"value", "self", flags_value}};

Value make_flags(Context& context, Class* cls, int64_t value) {
  Instance* made = new_instance(context, cls);
  made->slots[0] = Value::integer(value);
  return Value::object(made);
}

}  // namespace

std::string flags_repr(int64_t value) {
  const std::string names = names_of(value, "re.");
  return names.empty() ? "re.RegexFlag(" + std::to_string(value) + ")" : names;
}

// A single flag is the member itself.
Value new_flags(Context& context, int64_t value) {
  Class* cls = class_for(context, ReClass::Flags);
  value = wrapped(value);
  for (const Member& member : kMembers) {
    if (value != member.value) continue;
    BELLJAR_TRY(name, new_str(context, member.name));
    return class_lookup(context, cls, name.as<Str>());
  }
  return make_flags(context, cls, value);
}

void install_flags(RealmBuilder& b, Module* m) {
  Class* cls =
      b.new_class("RegexFlag", b.building().of_kind(Kind::Int), Kind::Instance, kFinal, "re");
  cls->payload_kind = Kind::Int;
  layout_add(b, cls, nullptr);
  b.building().extensions[static_cast<int>(ReClass::Flags)] = cls;
  b.constructor(cls, {"RegexFlag", "cls, value", flags_new, kNativePython});
  b.methods(cls, kMethods);
  b.methods(cls, kProperties, MethodKind::Property);
  b.member(m, "RegexFlag", Value::object(cls));
  auto add = [&](const char* name, Value flag) {
    b.attribute(cls, name, flag);
    b.member(m, name, flag);
  };
  add("NOFLAG", make_flags(b, cls, 0));
  for (const Member& member : kMembers) {
    Value flag = make_flags(b, cls, member.value);
    add(member.name, flag);
    if (member.alias) add(member.alias, flag);
  }
}

}  // namespace belljar::re
