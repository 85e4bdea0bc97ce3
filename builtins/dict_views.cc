// The classes of dict.keys(), values() and items().
#include "builtins/container_specials.h"
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/for_each.h"
#include "runtime/protocol.h"

namespace belljar {

void install_dict_views(RealmBuilder& b);

namespace {

Value view_isdisjoint(Call& c) {
  Context& context = c.context();
  Roots<1> roots(context);
  bool disjoint = true;
  BELLJAR_CHECK(for_each(context, c[1], [&](Value v) -> Value {
    roots[0] = v;
    BELLJAR_TRY(there, contains(context, c[0], v));
    disjoint = !there.as_bool();
    return disjoint ? Value::none() : Value::undefined();
  }));
  return Value::boolean(disjoint);
}

constexpr NativeDef kSetLikeMethods[] = {
    {"isdisjoint", "self, other, /", view_isdisjoint, kNativeCallsBack},
};

void install_view(RealmBuilder& b, const char* name, ViewKind kind) {
  Class* cls = b.new_class(name, nullptr, Kind::DictView, kFinal);
  b.building().view_classes[static_cast<int>(kind)] = cls;
  uint32_t specials = kSpecialLen | kSpecialIter | kSpecialReversed;
  if (kind != ViewKind::Values) {
    specials |= kSpecialContains | kSpecialEquality | kSpecialOrder | kSpecialUnhashable |
                kSpecialSetOperators;
    b.methods(cls, kSetLikeMethods);
  }
  install_container_specials(b, cls, specials);
}

}  // namespace

void install_dict_views(RealmBuilder& b) {
  install_view(b, "dict_keys", ViewKind::Keys);
  install_view(b, "dict_values", ViewKind::Values);
  install_view(b, "dict_items", ViewKind::Items);
}

}  // namespace belljar
