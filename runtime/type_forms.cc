// Aliases and unions of types: making, substituting and writing them.
#include "runtime/type_forms.h"

#include "runtime/class.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/repr.h"
#include "runtime/str.h"

namespace belljar {

const NativeType kGenericAliasType = {"GenericAlias",
                                      [](Object* o, Tracer& t) {
                                        GenericAlias* a = static_cast<GenericAlias*>(o);
                                        t.visit(a->origin);
                                        t.visit(a->args);
                                        t.visit(a->parameters);
                                      },
                                      nullptr};
const NativeType kUnionTypeType = {"UnionType",
                                   [](Object* o, Tracer& t) {
                                     UnionType* u = static_cast<UnionType*>(o);
                                     t.visit(u->args);
                                     t.visit(u->parameters);
                                   },
                                   nullptr};

Value new_generic_alias(Context& context, Value origin, Value item) {
  Value args = item;
  if (!item.is(Kind::Tuple)) args = new_tuple(context, &item, 1);
  if (args.is_abrupt()) return args;
  GenericAlias* alias = context.heap().make<GenericAlias>(Kind::NativeObject);
  alias->cls = context.realm().generic_alias;
  alias->origin = origin;
  alias->args = args.as<Tuple>();
  alias->parameters = nullptr;
  return Value::object(alias);
}

// --- unions --------------------------------------------------------------------------------------

namespace {

bool may_unite(const Context& context, Value v) {
  return v.is_none() || v.is(Kind::Class) || is_generic_alias(context, v) ||
         is_union_type(context, v);
}

// Adds what is not there yet: a union's members one by one.
Value add_member(Context& context, List* members, Value v) {
  if (is_union_type(context, v)) {
    const Tuple* args = v.as<UnionType>()->args;
    for (uint32_t i = 0; i < args->count; ++i) {
      BELLJAR_CHECK(add_member(context, members, args->items[i]));
    }
    return Value::none();
  }
  if (v.is_none()) v = Value::object(context.realm().none_type);
  if (!context.charge(members->size + 1)) return Value::stopped();
  for (uint32_t i = 0; i < members->size; ++i) {
    Value other = members->items[i];
    if (v.is(Kind::Class) || other.is(Kind::Class)) {
      if (other.same(v)) return Value::none();
      continue;
    }
    BELLJAR_TRY(equal, equals(context, other, v));
    if (equal.as_bool()) return Value::none();
  }
  return list_append(context, members, v);
}

}  // namespace

Value union_of(Context& context, Value a, Value b) {
  if (!may_unite(context, a) || !may_unite(context, b)) return Value::not_implemented();
  Roots<3> roots(context);
  roots[0] = a;
  roots[1] = b;
  BELLJAR_TRY(list, new_list(context, nullptr, 0));
  roots[2] = list;
  List* members = list.as<List>();
  BELLJAR_CHECK(add_member(context, members, a));
  BELLJAR_CHECK(add_member(context, members, roots[1]));
  if (members->size == 1) return members->items[0];
  BELLJAR_TRY(args, new_tuple(context, members->items, members->size));
  UnionType* made = context.heap().make<UnionType>(Kind::NativeObject);
  made->cls = context.realm().union_type;
  made->args = args.as<Tuple>();
  made->parameters = nullptr;
  return Value::object(made);
}

// --- type variables ------------------------------------------------------------------------------

namespace {

// A type variable is what says how it is substituted (typing.TypeVar and its kin).
bool is_type_variable(Context& context, Value v) {
  return v.is(Kind::Instance) && !special_method(context, v, Atom::typing_subst).is_undefined();
}

// The parameters of an argument that has its own (list[T] in dict[str, list[T]]); Undefined: none.
Value inner_parameters(Context& context, Value v) {
  if (!v.is(Kind::Instance) && !v.is(Kind::NativeObject)) return Value::undefined();
  Value found = get_attribute_or_undefined(context, v, context.realm().atom(Atom::type_parameters));
  return found.is(Kind::Tuple) || found.is_abrupt() ? found : Value::undefined();
}

Value add_parameter(Context& context, List* found, Value v) {
  for (uint32_t i = 0; i < found->size; ++i) {
    if (found->items[i].same(v)) return Value::none();
  }
  if (!context.charge(found->size + 1)) return Value::stopped();
  return list_append(context, found, v);
}

}  // namespace

Value type_parameters(Context& context, const Tuple* args) {
  Roots<1> roots(context);
  BELLJAR_TRY(list, new_list(context, nullptr, 0));
  roots[0] = list;
  List* found = list.as<List>();
  for (uint32_t i = 0; i < args->count; ++i) {
    Value arg = args->items[i];
    if (is_type_variable(context, arg)) {
      BELLJAR_CHECK(add_parameter(context, found, arg));
      continue;
    }
    BELLJAR_TRY(inner, inner_parameters(context, arg));
    if (inner.is_undefined()) continue;
    const Tuple* theirs = inner.as<Tuple>();
    for (uint32_t j = 0; j < theirs->count; ++j) {
      BELLJAR_CHECK(add_parameter(context, found, theirs->items[j]));
    }
  }
  return new_tuple(context, found->items, found->size);
}

namespace {

// The item that stands in the place of a parameter.
Value substitute_of(const Tuple* parameters, const Tuple* items, Value parameter) {
  for (uint32_t i = 0; i < parameters->count; ++i) {
    if (parameters->items[i].same(parameter)) return items->items[i];
  }
  return parameter;
}

}  // namespace

Value substitute_types(Context& context, Value shown, const Tuple* args, const Tuple* parameters,
                       Value item) {
  Roots<3> roots(context);
  Value row = item;
  if (!item.is(Kind::Tuple)) row = new_tuple(context, &item, 1);
  if (row.is_abrupt()) return row;
  roots[0] = row;
  const Tuple* items = row.as<Tuple>();
  if (parameters->count == 0) {
    BELLJAR_TRY(text, repr(context, shown));
    return context.raise(Exc::TypeError, {text.as<Str>()->view(), " is not a generic class"});
  }
  if (items->count != parameters->count) {
    BELLJAR_TRY(text, repr(context, shown));
    return context.raise(Exc::TypeError, {"Too ", items->count > parameters->count ? "many" : "few",
                                          " arguments for ", text.as<Str>()->view(), "; actual ",
                                          std::to_string(items->count), ", expected ",
                                          std::to_string(parameters->count)});
  }
  BELLJAR_TRY(list, new_list_reserved(context, args->count));
  roots[1] = list;
  for (uint32_t i = 0; i < args->count; ++i) {
    Value arg = args->items[i];
    if (is_type_variable(context, arg)) {
      BELLJAR_TRY(checked, call_special(context, arg, Atom::typing_subst,
                                        {substitute_of(parameters, items, arg)}));
      BELLJAR_CHECK(list_append(context, list.as<List>(), checked));
      continue;
    }
    BELLJAR_TRY(inner, inner_parameters(context, arg));
    if (!inner.is_undefined() && inner.as<Tuple>()->count > 0) {
      const Tuple* theirs = inner.as<Tuple>();
      Tuple* parts = new_tuple_uninitialised(context, theirs->count);
      if (!parts) return context.stop_memory();
      for (uint32_t j = 0; j < theirs->count; ++j) {
        parts->items[j] = substitute_of(parameters, items, theirs->items[j]);
      }
      roots[2] = Value::object(parts);
      BELLJAR_TRY(made, get_item(context, arg, roots[2]));
      arg = made;
    }
    BELLJAR_CHECK(list_append(context, list.as<List>(), arg));
  }
  return new_tuple(context, list.as<List>()->items, list.as<List>()->size);
}

// --- text ----------------------------------------------------------------------------------------

Value append_type(StrBuilder& out, Value type) {
  if (type.is(Kind::Ellipsis)) {
    out.append("...");
    return Value::none();
  }
  if (!type.is(Kind::Class)) return append_repr(out, type);
  const Class* cls = type.as<Class>();
  if (cls == out.context().realm().none_type) {
    out.append("None");
    return Value::none();
  }
  append_class_name(out, cls);
  return Value::none();
}

}  // namespace belljar
