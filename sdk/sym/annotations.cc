// sym.sdk.annotations. A handler is found by its name; only prefetch reducers are registered, as
// their field is known nowhere else.
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/realm_builder.h"
#include "sdk/sym/realm.h"
#include "sdk/sym/state.h"

namespace belljar::sym {

namespace {

Value as_it_is(Call& c) { return c[0]; }

// The decorator that prefetch(field) gives: bound to the field.
Value register_prefetch(Call& c) {
  Context& context = c.context();
  Value known = state_get(context, State::Prefetch);
  if (!known.is(Kind::Dict)) {
    BELLJAR_TRY(made, new_dict(context));
    BELLJAR_CHECK(state_set(context, State::Prefetch, made));
    known = made;
  }
  BELLJAR_CHECK(dict_set(context, known.as<Dict>(), c[0], c[1]));
  return c[1];
}

Value prefetch(Call& c) {
  return bind_method(c.context(), Value::object(realm_of(c.context()).prefetch_decorator), c[0]);
}

constexpr NativeDef kFunctions[] = {
    {"hook", "fn", as_it_is, kNativePython},
    {"reducer", "fn", as_it_is, kNativePython},
    {"prefetch", "field_name", prefetch, kNativePython},
};

}  // namespace

void install_annotations(Build& b) {
  RealmBuilder& r = b.builder;
  r.functions(r.module("sym.sdk.annotations"), kFunctions);
  b.realm.prefetch_decorator = r.native(
      {"decorator", "field_name, fn", register_prefetch, kNativePython}, nullptr, Kind::Undefined);
}

}  // namespace belljar::sym
