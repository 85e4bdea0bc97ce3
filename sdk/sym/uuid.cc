// The UUID class, as far as a flow can reach it: users' ids are UUIDs.
#include "sdk/sym/uuid.h"

#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

namespace {

void remove_all(std::string& s, std::string_view what) {
  for (size_t at = s.find(what); at != std::string::npos; at = s.find(what, at)) {
    s.erase(at, what.size());
  }
}

// The 32 digits; "" if the text is no UUID.
std::string digits_of(std::string_view text) {
  constexpr size_t kLongest = 128;  // urn:uuid:{8-4-4-4-12} is 47
  if (text.size() > kLongest) return {};
  std::string s(text);
  remove_all(s, "urn:");
  remove_all(s, "uuid:");
  while (!s.empty() && (s.front() == '{' || s.front() == '}')) s.erase(0, 1);
  while (!s.empty() && (s.back() == '{' || s.back() == '}')) s.pop_back();
  remove_all(s, "-");
  if (s.size() != 32) return {};
  for (char& ch : s) {
    if (ch >= 'A' && ch <= 'F') ch = static_cast<char>(ch - 'A' + 'a');
    if (!((ch >= '0' && ch <= '9') || (ch >= 'a' && ch <= 'f'))) return {};
  }
  return s;
}

std::string hex_of(Call& c) {
  std::string s(uuid_text(c.context(), c[0]));
  remove_all(s, "-");
  return s;
}

Value uuid_new(Call& c) {
  std::string_view text = text_view(c[1]);
  if (!c[1].is_str()) {
    return c.context().raise(
        Exc::TypeError, "one of the hex, bytes, bytes_le, fields, or int arguments must be given");
  }
  BELLJAR_TRY(made, new_uuid(c.context(), text));
  if (made.is_undefined()) {
    return c.context().raise(Exc::ValueError, "badly formed hexadecimal UUID string");
  }
  return made;
}
Value uuid_str(Call& c) { return stored(c.context(), c[0], Name::hidden_text); }
Value uuid_repr(Call& c) {
  StrBuilder out(c.context());
  out.append("UUID('");
  out.append(uuid_text(c.context(), c[0]));
  out.append("')");
  return out.finish();
}
Value uuid_hash(Call& c) { return uuid_str(c); }
Value uuid_eq(Call& c) {
  if (!is_a(c.context(), c[1], Type::UUID)) return Value::not_implemented();
  return Value::boolean(uuid_text(c.context(), c[0]) == uuid_text(c.context(), c[1]));
}
Value order(Call& c, Comparison op) {
  if (!is_a(c.context(), c[1], Type::UUID)) return Value::not_implemented();
  return compare(c.context(), stored(c.context(), c[0], Name::hidden_text),
                 stored(c.context(), c[1], Name::hidden_text), op);
}
Value uuid_lt(Call& c) { return order(c, Comparison::Lt); }
Value uuid_le(Call& c) { return order(c, Comparison::Le); }
Value uuid_gt(Call& c) { return order(c, Comparison::Gt); }
Value uuid_ge(Call& c) { return order(c, Comparison::Ge); }
Value uuid_setattr(Call& c) {
  return c.context().raise(Exc::TypeError, "UUID objects are immutable");
}
Value uuid_hex(Call& c) { return new_str(c.context(), hex_of(c)); }
Value uuid_int(Call& c) { return int_from_digits(c.context(), hex_of(c), 16); }
Value uuid_urn(Call& c) {
  return new_str(c.context(), "urn:uuid:" + std::string(uuid_text(c.context(), c[0])));
}
Value uuid_version(Call& c) {
  std::string digits = hex_of(c);
  // Only of RFC 4122 UUIDs.
  if (digits[16] < '8' || digits[16] > 'b') return Value::none();
  char v = digits[12];
  return Value::integer(v <= '9' ? v - '0' : v - 'a' + 10);
}

constexpr NativeDef kMethods[] = {
    {"__str__", "self", uuid_str, kNativePython},
    {"__repr__", "self", uuid_repr, kNativePython},
    {"__hash__", "self", uuid_hash, kNativePython},
    {"__eq__", "self, other", uuid_eq, kNativePython},
    {"__lt__", "self, other", uuid_lt, kNativePython},
    {"__le__", "self, other", uuid_le, kNativePython},
    {"__gt__", "self, other", uuid_gt, kNativePython},
    {"__ge__", "self, other", uuid_ge, kNativePython},
    {"__int__", "self", uuid_int, kNativePython},
    {"__setattr__", "self, name, value", uuid_setattr, kNativePython},
};

}  // namespace

Value new_uuid(Context& context, std::string_view text) {
  std::string digits = digits_of(text);
  if (digits.empty()) return Value::undefined();
  for (size_t at : {8, 13, 18, 23}) digits.insert(at, "-");
  BELLJAR_TRY(s, new_ascii_str(context, digits));
  return new_object(context, Type::UUID, {{Name::hidden_text, s}});
}

std::string_view uuid_text(const Context& context, Value v) {
  if (!is_a(context, v, Type::UUID)) return {};
  return text_view(stored(context, v, Name::hidden_text));
}

void install_uuid(Build& b) {
  // Not importable: the module exists for the class's name only.
  Class* cls = b.builder.new_class("UUID", nullptr, Kind::Instance, kFinal, "uuid");
  cls->sub = static_cast<uint16_t>(Type::UUID);
  b.realm.classes[static_cast<int>(Type::UUID)] = cls;
  layout_add(b.builder, cls, b.realm.of(Name::hidden_text));
  b.builder.constructor(cls, {"__new__", "cls, hex=None", uuid_new, kNativePython});
  b.builder.methods(cls, kMethods);
  b.builder.property(cls, "hex", uuid_hex, nullptr, kNativePython);
  b.builder.property(cls, "int", uuid_int, nullptr, kNativePython);
  b.builder.property(cls, "urn", uuid_urn, nullptr, kNativePython);
  b.builder.property(cls, "version", uuid_version, nullptr, kNativePython);
}

}  // namespace belljar::sym
