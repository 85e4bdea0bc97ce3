// types.GenericAlias (list[int]) and types.UnionType (int | str) as programs see them.
#include "runtime/type_forms.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "builtins/install.h"
#include "builtins/type_forms.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/list.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/repr.h"
#include "runtime/str.h"

namespace belljar {

namespace {

// --- GenericAlias --------------------------------------------------------------------------------

GenericAlias* alias_of(Value v) { return v.as<GenericAlias>(); }

Value alias_new(Call& c) { return new_generic_alias(c.context(), c[1], c[2]); }
Value alias_origin(Call& c) { return alias_of(c[0])->origin; }
Value alias_args(Call& c) { return Value::object(alias_of(c[0])->args); }
Value alias_parameters(Call& c) {
  GenericAlias* alias = alias_of(c[0]);
  if (!alias->parameters) {
    BELLJAR_TRY(found, type_parameters(c.context(), alias->args));
    alias->parameters = found.as<Tuple>();
  }
  return Value::object(alias->parameters);
}

Value append_argument(StrBuilder& out, Value arg) {
  if (!arg.is(Kind::List)) return append_type(out, arg);
  // Callable[[int, str], None]: the list of parameters.
  out.append('[');
  for (uint32_t i = 0; i < arg.as<List>()->size; ++i) {
    if (i > 0) out.append(", ");
    BELLJAR_CHECK(append_type(out, arg.as<List>()->items[i]));
  }
  out.append(']');
  return Value::none();
}

// collections.abc.Callable keeps its parameters and its result in one row, and shows them as given.
bool lists_parameters(const GenericAlias* alias) {
  if (!alias->origin.is(Kind::Class)) return false;
  const Class* cls = alias->origin.as<Class>();
  return cls->name->view() == "Callable" && cls->module &&
         cls->module->view() == "collections.abc" && alias->args->count > 0 &&
         !(alias->args->count == 2 && alias->args->items[0].is(Kind::Ellipsis));
}

Value alias_repr(Call& c) {
  const GenericAlias* alias = alias_of(c[0]);
  StrBuilder out(c.context());
  BELLJAR_CHECK(append_type(out, alias->origin));
  out.append('[');
  const bool listed = lists_parameters(alias);
  if (listed) out.append('[');
  for (uint32_t i = 0; i < alias->args->count; ++i) {
    const bool result = listed && i + 1 == alias->args->count;
    if (result) out.append(']');
    if (i > 0 || result) out.append(", ");
    BELLJAR_CHECK(append_argument(out, alias->args->items[i]));
  }
  if (alias->args->count == 0) out.append("()");
  out.append(']');
  return out.finish();
}

Value alias_eq(Call& c) {
  if (!is_generic_alias(c.context(), c[1])) return Value::not_implemented();
  BELLJAR_TRY(same, equals(c.context(), alias_of(c[0])->origin, alias_of(c[1])->origin));
  if (!same.as_bool()) return same;
  return equals(c.context(), Value::object(alias_of(c[0])->args),
                Value::object(alias_of(c[1])->args));
}
Value alias_hash(Call& c) {
  BELLJAR_TRY(origin, visible_hash(c.context(), alias_of(c[0])->origin));
  BELLJAR_TRY(args, visible_hash(c.context(), Value::object(alias_of(c[0])->args)));
  return Value::integer(origin.as_int() ^ args.as_int());
}
Value alias_call(Call& c) {
  return invoke_expanded(c.context(), alias_of(c[0])->origin, Value::undefined(), c[1].as<Tuple>(),
                         c[2].as<Dict>());
}
Value alias_getitem(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(parameters, alias_parameters(c));
  BELLJAR_TRY(args,
              substitute_types(context, c[0], alias_of(c[0])->args, parameters.as<Tuple>(), c[1]));
  return new_generic_alias(context, alias_of(c[0])->origin, args);
}
Value alias_mro_entries(Call& c) {
  Value origin = alias_of(c[0])->origin;
  return new_tuple(c.context(), &origin, 1);
}

// Everything else is the class's own, but what an alias must not pretend to be.
constexpr std::string_view kNotForwarded[] = {"__class__", "__copy__", "__deepcopy__",
                                              "__typing_unpacked_tuple_args__", "__unpacked__"};
static_assert(std::ranges::is_sorted(kNotForwarded));

Value alias_getattr(Call& c) {
  if (!c[1].is_str()) return c.context().raise(Exc::TypeError, "attribute name must be string");
  Str* name = c[1].as<Str>();
  if (std::ranges::binary_search(kNotForwarded, name->view())) {
    return c.context().raise(Exc::AttributeError,
                             {"'types.GenericAlias' object has no attribute '", name->view(), "'"});
  }
  return get_attribute(c.context(), alias_of(c[0])->origin, name);
}

Value alias_instancecheck(Call& c) {
  return c.context().raise(Exc::TypeError,
                           "isinstance() argument 2 cannot be a parameterized generic");
}
Value alias_subclasscheck(Call& c) {
  return c.context().raise(Exc::TypeError,
                           "issubclass() argument 2 cannot be a parameterized generic");
}

// --- both ----------------------------------------------------------------------------------------

Value form_or(Call& c) { return union_of(c.context(), c[0], c[1]); }
Value form_ror(Call& c) { return union_of(c.context(), c[1], c[0]); }

constexpr NativeDef kAliasMethods[] = {
    {"__repr__", "self", alias_repr, kNativeCallsBack},
    {"__eq__", "self, value, /", alias_eq, kNativeCallsBack},
    {"__hash__", "self", alias_hash, kNativeCallsBack},
    {"__call__", "self, *args, **kwargs", alias_call, kNativeCallsBack},
    {"__getitem__", "self, key, /", alias_getitem, kNativeCallsBack},
    {"__getattr__", "self, name, /", alias_getattr, kNativeCallsBack},
    {"__mro_entries__", "self, bases, /", alias_mro_entries},
    {"__instancecheck__", "self, instance, /", alias_instancecheck},
    {"__subclasscheck__", "self, cls, /", alias_subclasscheck},
    {"__or__", "self, value, /", form_or, kNativeCallsBack},
    {"__ror__", "self, value, /", form_ror, kNativeCallsBack},
};

// --- UnionType -----------------------------------------------------------------------------------

UnionType* union_self(Value v) { return v.as<UnionType>(); }

Value union_args(Call& c) { return Value::object(union_self(c[0])->args); }
Value union_parameters(Call& c) {
  UnionType* self = union_self(c[0]);
  if (!self->parameters) {
    BELLJAR_TRY(found, type_parameters(c.context(), self->args));
    self->parameters = found.as<Tuple>();
  }
  return Value::object(self->parameters);
}

Value union_repr(Call& c) {
  const Tuple* args = union_self(c[0])->args;
  StrBuilder out(c.context());
  for (uint32_t i = 0; i < args->count; ++i) {
    if (i > 0) out.append(" | ");
    BELLJAR_CHECK(append_type(out, args->items[i]));
  }
  return out.finish();
}

Value union_eq(Call& c) {
  if (!is_union_type(c.context(), c[1])) return Value::not_implemented();
  const Tuple* mine = union_self(c[0])->args;
  const Tuple* theirs = union_self(c[1])->args;
  if (mine->count != theirs->count) return Value::boolean(false);
  for (uint32_t i = 0; i < mine->count; ++i) {
    BELLJAR_TRY(found, contains(c.context(), Value::object(theirs), mine->items[i]));
    if (!found.as_bool()) return found;
  }
  return Value::boolean(true);
}
Value union_hash(Call& c) {
  int64_t hash = 0;  // members in any order
  const Tuple* args = union_self(c[0])->args;
  for (uint32_t i = 0; i < args->count; ++i) {
    BELLJAR_TRY(one, visible_hash(c.context(), args->items[i]));
    hash ^= one.as_int();
  }
  return Value::integer(hash);
}
Value union_getitem(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(parameters, union_parameters(c));
  BELLJAR_TRY(
      args, substitute_types(context, c[0], union_self(c[0])->args, parameters.as<Tuple>(), c[1]));
  Roots<2> roots(context);
  roots[0] = args;
  Value made = args.as<Tuple>()->items[0];
  for (uint32_t i = 1; i < args.as<Tuple>()->count; ++i) {
    roots[1] = made;
    BELLJAR_TRY(wider, binary(context, BinaryOp::Or, made, args.as<Tuple>()->items[i]));
    made = wider;
  }
  return made;
}

// The answer of any member, all of which must be classes.
Value ask_members(Call& c, const char* function, Value (*ask)(Context&, Value, Value)) {
  const Tuple* args = union_self(c[0])->args;
  for (uint32_t i = 0; i < args->count; ++i) {
    if (!is_generic_alias(c.context(), args->items[i])) continue;
    return c.context().raise(Exc::TypeError,
                             {function, "() argument 2 cannot be a parameterized generic"});
  }
  for (uint32_t i = 0; i < args->count; ++i) {
    BELLJAR_TRY(answer, ask(c.context(), c[1], args->items[i]));
    if (answer.as_bool()) return answer;
  }
  return Value::boolean(false);
}
Value union_instancecheck(Call& c) { return ask_members(c, "isinstance", is_instance); }
Value union_subclasscheck(Call& c) { return ask_members(c, "issubclass", is_subclass_of); }

constexpr NativeDef kUnionMethods[] = {
    {"__repr__", "self", union_repr, kNativeCallsBack},
    {"__eq__", "self, value, /", union_eq, kNativeCallsBack},
    {"__hash__", "self", union_hash, kNativeCallsBack},
    {"__getitem__", "self, key, /", union_getitem, kNativeCallsBack},
    {"__instancecheck__", "self, instance, /", union_instancecheck, kNativeCallsBack},
    {"__subclasscheck__", "self, cls, /", union_subclasscheck, kNativeCallsBack},
    {"__or__", "self, value, /", form_or, kNativeCallsBack},
    {"__ror__", "self, value, /", form_ror, kNativeCallsBack},
};

Value class_getitem(Call& c) { return new_generic_alias(c.context(), c[0], c[1]); }
constexpr NativeDef kClassGetitem[] = {{"__class_getitem__", "cls, object, /", class_getitem}};

}  // namespace

void make_subscriptable(RealmBuilder& b, Class* cls) {
  b.methods(cls, kClassGetitem, MethodKind::ClassMethod);
}

void install_type_forms(RealmBuilder& b) {
  Realm& r = b.building();
  Class* alias = b.new_class("types.GenericAlias", nullptr, Kind::NativeObject, kFinal, "types");
  alias->qualname = b.str("GenericAlias");
  r.generic_alias = alias;
  alias->native = &kGenericAliasType;
  b.constructor(alias, {"GenericAlias", "cls, origin, args, /", alias_new});
  b.methods(alias, kAliasMethods);
  b.property(alias, "__origin__", alias_origin);
  b.property(alias, "__args__", alias_args);
  b.property(alias, "__parameters__", alias_parameters, nullptr, kNativeCallsBack);

  Class* made = b.new_class("types.UnionType", nullptr, Kind::NativeObject, kFinal, "types");
  made->qualname = b.str("UnionType");
  r.union_type = made;
  made->native = &kUnionTypeType;
  b.methods(made, kUnionMethods);
  b.property(made, "__args__", union_args);
  b.property(made, "__parameters__", union_parameters, nullptr, kNativeCallsBack);

  for (Kind kind : {Kind::List, Kind::Dict, Kind::Tuple, Kind::Set, Kind::FrozenSet}) {
    make_subscriptable(b, r.of_kind(kind));
  }
  make_subscriptable(b, r.iterator_classes[static_cast<int>(IterKind::Enumerate)]);
}

}  // namespace belljar
