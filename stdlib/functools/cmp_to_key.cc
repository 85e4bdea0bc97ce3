// functools.cmp_to_key: an object that, called with x, gives a key that compares as the function
// says. Both are of the class KeyWrapper, as in CPython; the first has no `obj`.
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "stdlib/extensions.h"
#include "stdlib/functools/functions.h"

namespace belljar::functools {

namespace {

struct KeyWrapper : NativeObject {
  Value compare;
  Value object;
};

Value make_key(Context& context, Value function, Value object) {
  KeyWrapper* key = context.heap().make<KeyWrapper>(Kind::NativeObject);
  key->cls = library_class(context.realm(), LibraryClass::KeyWrapper);
  key->compare = function;
  key->object = object;
  return Value::object(key);
}

Value cmp_to_key(Call& c) { return make_key(c.context(), c[0], Value::undefined()); }
Value key_call(Call& c) { return make_key(c.context(), c.self<KeyWrapper>()->compare, c[1]); }

template <Comparison op>
Value key_compare(Call& c) {
  Context& context = c.context();
  if (class_of(context, c[1]) != c.self<KeyWrapper>()->cls) {
    return context.raise(Exc::TypeError, "other argument must be K instance");
  }
  const KeyWrapper *a = c.self<KeyWrapper>(), *b = c[1].as<KeyWrapper>();
  if (a->object.is_undefined() || b->object.is_undefined()) {
    return context.raise(Exc::AttributeError, "object");
  }
  BELLJAR_TRY(order, context.invoke(a->compare, {a->object, b->object}));
  return compare(context, order, Value::integer(0), op);
}

Value key_object(Call& c) {
  Value object = c.self<KeyWrapper>()->object;
  return object.is_undefined() ? Value::none() : object;
}

constexpr NativeDef kFunctions[] = {{"cmp_to_key", "mycmp", cmp_to_key}};
constexpr NativeDef kMethods[] = {
    {"__lt__", "self, other, /", key_compare<Comparison::Lt>, kNativeCallsBack},
    {"__le__", "self, other, /", key_compare<Comparison::Le>, kNativeCallsBack},
    {"__eq__", "self, other, /", key_compare<Comparison::Eq>, kNativeCallsBack},
    {"__ne__", "self, other, /", key_compare<Comparison::Ne>, kNativeCallsBack},
    {"__gt__", "self, other, /", key_compare<Comparison::Gt>, kNativeCallsBack},
    {"__ge__", "self, other, /", key_compare<Comparison::Ge>, kNativeCallsBack},
};

void trace(Object* o, Tracer& t) {
  t.visit(static_cast<KeyWrapper*>(o)->compare);
  t.visit(static_cast<KeyWrapper*>(o)->object);
}
constexpr NativeType kType = {"KeyWrapper", trace, nullptr};

}  // namespace

void install_cmp_to_key(RealmBuilder& b, Module* m) {
  Class* cls = b.new_class("KeyWrapper", nullptr, Kind::NativeObject, kFinal, "functools");
  cls->name = b.str("functools.KeyWrapper");
  cls->native = &kType;
  b.building().extensions[static_cast<int>(LibraryClass::KeyWrapper)] = cls;
  b.methods(cls, kMethods);
  // Messages about its argument speak of K().
  b.attribute(cls, "__call__",
              Value::object(b.native({"K", "self, obj", key_call}, cls, Kind::NativeObject)));
  b.property(cls, "obj", key_object);
  b.attribute(cls, "__hash__", Value::none());
  b.functions(m, kFunctions);
}

}  // namespace belljar::functools
