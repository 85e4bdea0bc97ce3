// The SDK's enumerations, from one table. A member is an instance whose native part is its value,
// so that it equals, hashes and encodes as that text.
#include "sdk/sym/enums.h"

#include <string>
#include <vector>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "runtime/str_format.h"

namespace belljar::sym {

namespace {

struct Row {
  Type type;
  const char* name;
  const char* module;
  const char* members;  // in order; the value is the name in lower case unless given as NAME=value
};
constexpr Row kRows[] = {
    {Type::PermissionLevel, "PermissionLevel", "sym.sdk.request_permission",
     "ADMIN MEMBER ALL_USERS"},
    {Type::UserRole, "UserRole", "sym.sdk.user", "ADMIN MEMBER GUEST"},
    {Type::TemplateStep, "TemplateStep", "sym.sdk.templates.step", "IGNORE"},
    {Type::ApprovalTemplateStep, "ApprovalTemplateStep", "sym.sdk.templates.step",
     "PROMPT REQUEST REQUEST_FORWARD REQUEST_EXPIRE APPROVE DENY ESCALATE DEESCALATE"},
    {Type::FieldType, "FieldType", "sym.sdk.forms",
     "STRING INT BOOL DURATION SLACK_USER SLACK_USER_LIST STR_LIST INT_LIST"},
    {Type::PagerDutyStatus, "PagerDutyStatus", "sym.sdk.integrations.pagerduty",
     "TRIGGERED ACKNOWLEDGED RESOLVED"},
    {Type::PagerDutyUrgency, "PagerDutyUrgency", "sym.sdk.integrations.pagerduty", "LOW HIGH"},
};

Value find_member(const Context& context, const Class* cls, std::string_view value) {
  Tuple* members = enum_members(context, cls);
  for (uint32_t i = 0; members && i < members->count; ++i) {
    if (text_view(members->items[i]) == value) return members->items[i];
  }
  return Value::undefined();
}

std::string_view member_name(const Context& context, Value member) {
  return text_view(stored(context, member, Name::name));
}

std::string shown(const Context& context, Value member) {
  return std::string(type_name(context, member)) + "." + std::string(member_name(context, member));
}

Value enum_call(Call& c) {
  Context& context = c.context();
  Class* cls = c[0].as<Class>();
  if (payload(c[1]).is_str()) {
    Value found = find_member(context, cls, text_view(c[1]));
    if (!found.is_undefined()) return found;
  }
  BELLJAR_TRY(text, repr(context, c[1]));
  return context.raise(Exc::ValueError, {text_view(text), " is not a valid ", cls->name->view()});
}

// --- what EnumType gives the classes themselves
// ---------------------------------------------------

Value class_members(Call& c) {
  Tuple* members = enum_members(c.context(), c[0].as<Class>());
  return members ? Value::object(members) : new_tuple(c.context(), nullptr, 0);
}
Value meta_iter(Call& c) {
  BELLJAR_TRY(members, class_members(c));
  return builtin_iterator(c.context(), members);
}
Value meta_reversed(Call& c) {
  BELLJAR_TRY(members, class_members(c));
  BELLJAR_TRY(list, new_list(c.context(), nullptr, 0));
  for (uint32_t i = members.as<Tuple>()->count; i > 0; --i) {
    BELLJAR_CHECK(list_append(c.context(), list.as<List>(), members.as<Tuple>()->items[i - 1]));
  }
  return builtin_iterator(c.context(), list);
}
Value meta_len(Call& c) {
  BELLJAR_TRY(members, class_members(c));
  return Value::integer(members.as<Tuple>()->count);
}
// Until 3.12 only a member can be asked for.
Value meta_contains(Call& c) {
  Context& context = c.context();
  if (!is_enum_member(context, c[1])) {
    return context.raise(Exc::TypeError, {"unsupported operand type(s) for 'in': '",
                                          type_name(context, c[1]), "' and 'EnumType'"});
  }
  return Value::boolean(class_of(context, c[1]) == c[0].as<Class>());
}
Value meta_repr(Call& c) {
  return new_str(c.context(), "<enum '" + std::string(c[0].as<Class>()->name->view()) + "'>");
}
// What an enumeration lacks is told by its name alone.
Value meta_getattr(Call& c) { return c.context().raise(Exc::AttributeError, {text_view(c[1])}); }

Value enum_getitem(Call& c) {
  Tuple* members = enum_members(c.context(), c[0].as<Class>());
  for (uint32_t i = 0; members && i < members->count; ++i) {
    if (payload(c[1]).is_str() && member_name(c.context(), members->items[i]) == text_view(c[1])) {
      return members->items[i];
    }
  }
  return c.context().raise_with(Exc::KeyError, c[1]);
}

Value enum_str(Call& c) { return new_str(c.context(), shown(c.context(), c[0])); }
Value enum_repr(Call& c) {
  StrBuilder out(c.context());
  out.append('<');
  out.append(shown(c.context(), c[0]));
  out.append(": ");
  append_str_repr(out, text_view(c[0]));
  out.append('>');
  return out.finish();
}
// Since 3.11 a member formats as its str().
Value enum_format(Call& c) {
  if (!payload(c[1]).is_str()) {
    return c.context().raise(Exc::TypeError, "format() argument 2 must be str");
  }
  BELLJAR_TRY(text, new_str(c.context(), shown(c.context(), c[0])));
  StrBuilder out(c.context());
  BELLJAR_CHECK(append_formatted_str(out, text.as<Str>(), text_view(c[1])));
  return out.finish();
}

// UserRole.permission_levels(): what each role may see.
Value permission_levels(Call& c) {
  Context& context = c.context();
  std::string_view role = text_view(c[0]);
  BELLJAR_TRY(set, new_set(context, Kind::Set));
  for (std::string_view level : {"admin", "member", "all_users"}) {
    if (level == "admin" && role != "admin") continue;
    if (level == "member" && role == "guest") continue;
    BELLJAR_CHECK(
        set_add(context, set.as<Set>(), enum_member(context, Type::PermissionLevel, level)));
  }
  return set;
}

constexpr NativeDef kMethods[] = {
    {"__str__", "self", enum_str, kNativePython},
    {"__repr__", "self", enum_repr, kNativePython},
    {"__format__", "self, format_spec", enum_format, kNativePython},
};
constexpr NativeDef kMetaMethods[] = {
    {"__iter__", "cls", meta_iter, kNativePython},
    {"__reversed__", "cls", meta_reversed, kNativePython},
    {"__len__", "cls", meta_len, kNativePython},
    {"__contains__", "cls, member", meta_contains, kNativePython},
    {"__getitem__", "cls, name", enum_getitem, kNativePython},
    {"__repr__", "cls", meta_repr, kNativePython},
    {"__getattr__", "cls, name", meta_getattr, kNativePython},
};
constexpr NativeDef kRoleMethods[] = {
    {"permission_levels", "self", permission_levels, kNativePython}};

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& ch : out) {
    if (ch >= 'A' && ch <= 'Z') ch = static_cast<char>(ch - 'A' + 'a');
  }
  return out;
}

void add_members(Build& b, Class* cls, std::string_view names) {
  RealmBuilder& r = b.builder;
  std::vector<Value> members;
  while (!names.empty()) {
    size_t end = names.find(' ');
    std::string_view name = names.substr(0, end);
    names.remove_prefix(end == names.npos ? names.size() : end + 1);
    Instance* o = new_instance(r, cls);
    o->slots[0] = Value::object(r.str(lower(name)));
    instance_set(r, o, b.realm.of(Name::name), Value::object(r.str(name)));
    instance_set(r, o, b.realm.of(Name::value), o->slots[0]);
    members.push_back(Value::object(o));
    r.attribute(cls, name, members.back());
  }
  r.attribute(cls, r.realm().atom(Atom::members)->view(),
              new_tuple(r, members.data(), members.size()));
}

}  // namespace

Value enum_member(const Context& context, Type t, std::string_view value) {
  return find_member(context, class_of_type(context, t), value);
}

bool is_enum_member(const Context& context, Value v) { return is_a(context, v, Type::Enum); }

void install_enums(Build& b) {
  RealmBuilder& r = b.builder;
  // The base of all: never a module's member, as flows cannot import enum.
  Class* base = r.new_class("Enum", r.realm().of_kind(Kind::Str), Kind::Instance, kFinal, "enum");
  base->payload_kind = Kind::Str;
  b.realm.classes[static_cast<int>(Type::Enum)] = base;
  base->sub = static_cast<uint16_t>(Type::Enum);
  layout_add(r, base, nullptr);  // slot 0 holds the native part
  b.stored_property(base, "name");
  b.stored_property(base, "value");
  r.methods(base, kMethods);
  // Errors about the arguments of PermissionLevel() name EnumType.__call__.
  Class* meta = r.new_class("EnumType", r.realm().type, Kind::Class, kFinal, "enum");
  r.methods(meta, kMetaMethods);
  r.attribute(base, "__new__",
              Value::object(r.native({"__call__", "cls, value", enum_call, kNativePython}, meta,
                                     Kind::Undefined)));
  for (const Row& row : kRows) {
    Class* cls = b.add_class(row.type, row.name, base, Kind::Instance, row.module);
    cls->traits |= kFinal;
    cls->meta = meta;
    add_members(b, cls, row.members);
  }
  r.methods(b.realm.of(Type::UserRole), kRoleMethods);
}

}  // namespace belljar::sym
