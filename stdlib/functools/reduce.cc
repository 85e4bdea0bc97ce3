// functools.reduce.
#include "runtime/call.h"
#include "runtime/for_each.h"
#include "runtime/realm_builder.h"
#include "stdlib/functools/functions.h"

namespace belljar::functools {

namespace {

Value reduce(Call& c) {
  Context& context = c.context();
  Roots<2> roots(context);
  Value iterator = iterate(context, c[1]);
  if (iterator.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
    context.take_pending();
    return context.raise(Exc::TypeError, "reduce() arg 2 must support iteration");
  }
  if (iterator.is_abrupt()) return iterator;
  roots[0] = iterator;
  roots[1] = c[2];
  BELLJAR_CHECK(for_each(context, iterator, [&](Value v) -> Value {
    if (roots[1].is_undefined()) {
      roots[1] = v;
      return Value::none();
    }
    BELLJAR_TRY(result, context.invoke(c[0], {roots[1], v}));
    roots[1] = result;
    return Value::none();
  }));
  if (!roots[1].is_undefined()) return roots[1];
  return context.raise(Exc::TypeError, "reduce() of empty iterable with no initial value");
}

constexpr NativeDef kFunctions[] = {
    {"reduce", "function, iterable, initial?, /", reduce, kNativeCallsBack},
};

}  // namespace

void install_reduce(RealmBuilder& b, Module* m) { b.functions(m, kFunctions); }

}  // namespace belljar::functools
