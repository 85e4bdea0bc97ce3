// What the SDK adds to a Realm: its classes by number, its names, and the helpers with which its
// files make and read objects. Built once by install_sym_sdk, then shared and only read.
#pragma once

#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/context.h"
#include "runtime/object.h"

namespace belljar {

class RealmBuilder;

namespace sym {

enum class Type : uint16_t {
  None,
#define TYPE(identifier) identifier,
#include "sdk/sym/types.def"
#undef TYPE
  Count
};

enum class Name : uint16_t {
#define NAME(identifier, text) identifier,
#include "sdk/sym/names.def"
#undef NAME
  Count
};

struct ModelClass;  // sdk/model.h

struct SymRealm {
  SymRealm();
  ~SymRealm();
  Class* classes[static_cast<int>(Type::Count)] = {};
  Str* names[static_cast<int>(Name::Count)] = {};
  // The classes of sym.sdk.exceptions and what a reply may raise, by bare name.
  std::unordered_map<std::string_view, Class*> exceptions;
  Module* datetime = nullptr;  // may be empty: looked into when a date is needed
  Native* prefetch_decorator = nullptr;
  std::vector<std::unique_ptr<ModelClass>> models;  // by Type, from BaseModel on

  Class* of(Type t) const { return classes[static_cast<int>(t)]; }
  Str* of(Name n) const { return names[static_cast<int>(n)]; }
};

inline const SymRealm& realm_of(const Context& context) {
  return *static_cast<const SymRealm*>(context.realm().sdk);
}
inline Str* text_of(const Context& context, Name n) { return realm_of(context).of(n); }
inline Class* class_of_type(const Context& context, Type t) { return realm_of(context).of(t); }

// The SDK class that `v` is an instance of: exactly that class, or the nearest base of it.
Type type_of(const Context& context, Value v);
// isinstance(v, class of t).
bool is_a(const Context& context, Value v, Type t);
// The name for messages: functions of the SDK are called 'function'.
std::string_view shown_type(const Context& context, Value v);

// --- objects
// --------------------------------------------------------------------------------------
struct Member {
  Name name;
  Value value;
};
Value new_object(Context& context, Type t, std::initializer_list<Member> members);
// A stored attribute; Undefined if the object has none of that name.
Value stored(const Context& context, Value object, Name name);
// A member of a dict; Undefined if absent.
Value member(const Context& context, const Dict* dict, Name name);
// The text of a str (or of an enumeration member); "" for anything else.
std::string_view text_view(Value v);

// --- building
// ------------------------------------------------------------------------------------- Each adds
// its classes and functions to their home modules; install.cc adds the re-exports.
struct Build {
  RealmBuilder& builder;
  SymRealm& realm;

  Class* add_class(Type t, std::string_view name, Class* base, Kind kind, std::string_view module);
  void stored_property(Class* cls, std::string_view name);
};
// Slots that have no property: plain attributes, or hidden ones.
void stored_layout(Build& b, Class* cls, std::initializer_list<Name> names);
// The SymRealm of a realm that is being built; made when first asked for.
SymRealm& realm_being_built(RealmBuilder& builder);
void install_errors(Build& b);      // sym.sdk.errors, SRN errors
void install_exceptions(Build& b);  // sym.sdk.exceptions
void install_enums(Build& b);
void install_resources(Build& b);  // resource, event, flow, target, secret, integration
void install_users(Build& b);
void install_models(Build& b);  // every model class
void install_templates(Build& b);
void install_annotations(Build& b);
void install_strategies(Build& b);
void install_integrations(Build& b);
void install_slack(Build& b);

}  // namespace sym
}  // namespace belljar
