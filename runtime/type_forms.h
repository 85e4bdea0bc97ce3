// The objects that type annotations are made of: `list[int]` (types.GenericAlias) and `int | str`
// (types.UnionType). Both are inert: they are shown, compared, substituted and, a union, asked by
// isinstance.
#pragma once

#include "runtime/context.h"

namespace belljar {

struct GenericAlias : NativeObject {
  Value origin;
  Tuple* args;
  Tuple* parameters;  // the type variables in args; null until asked for
};
extern const NativeType kGenericAliasType;

struct UnionType : NativeObject {
  Tuple* args;  // flat, each once
  Tuple* parameters;
};
extern const NativeType kUnionTypeType;

inline bool is_generic_alias(const Context& context, Value v) {
  return v.is(Kind::NativeObject) && v.as<NativeObject>()->cls == context.realm().generic_alias;
}
inline bool is_union_type(const Context& context, Value v) {
  return v.is(Kind::NativeObject) && v.as<NativeObject>()->cls == context.realm().union_type;
}

// origin[item]; an item that is no tuple is the only argument.
Value new_generic_alias(Context& context, Value origin, Value item);
// a | b. NotImplemented unless both are classes, None, aliases or unions.
Value union_of(Context& context, Value a, Value b);
// The type variables in the arguments, each once, in order.
Value type_parameters(Context& context, const Tuple* args);
// `args` with `item` (one, or a tuple) in the places of `parameters`; `shown`: the object that is
// subscripted, for messages.
Value substitute_types(Context& context, Value shown, const Tuple* args, const Tuple* parameters,
                       Value item);
// How an argument is written: a class by its name, `...` as dots, else its repr.
Value append_type(class StrBuilder& out, Value type);

}  // namespace belljar
