// functools.partial. Its instances are Instances, so that programs can derive from it; the
// function and what is bound to it are a native part in slot 0.
#include <algorithm>

#include "builtins/type_forms.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/realm_builder.h"
#include "runtime/repr.h"
#include "runtime/str.h"
#include "stdlib/extensions.h"
#include "stdlib/functools/functions.h"

namespace belljar::functools {

namespace {

struct Binding : NativeObject {
  Value function;
  Tuple* args;
  Dict* keywords;
  bool in_repr;
};

Binding* binding_of(Value self) {
  const Instance* instance = self.as<Instance>();
  return instance->slots[0].is_undefined() ? nullptr : instance->slots[0].as<Binding>();
}

// partial(partial(f, a), b) is partial(f, a, b) unless the inner one has attributes of its own.
Binding* flattened(const Context& context, Value function) {
  if (!function.is(Kind::Instance)) return nullptr;
  const Instance* inner = function.as<Instance>();
  if (!is_subclass(inner->cls, library_class(context.realm(), LibraryClass::Partial))) {
    return nullptr;
  }
  if (inner->extra && inner->extra->live > 0) return nullptr;
  for (uint32_t i = 1; i < inner->capacity; ++i) {
    if (!inner->slots[i].is_undefined()) return nullptr;
  }
  return binding_of(function);
}

Value partial_new(Call& c) {
  Context& context = c.context();
  Tuple* given = c[1].as<Tuple>();
  if (given->count == 0) {
    return context.raise(Exc::TypeError, "type 'partial' takes at least one argument");
  }
  Value function = given->items[0];
  if (!is_callable(context, function)) {
    return context.raise(Exc::TypeError, "the first argument must be callable");
  }
  BELLJAR_TRY(rest, new_tuple(context, given->items + 1, given->count - 1));
  Value keywords = c[2];
  if (const Binding* inner = flattened(context, function)) {
    function = inner->function;
    BELLJAR_TRY(args, tuple_concat(context, inner->args, rest.as<Tuple>()));
    BELLJAR_TRY(merged, dict_copy(context, inner->keywords));
    BELLJAR_CHECK(dict_update(context, merged.as<Dict>(), keywords.as<Dict>()));
    rest = args;
    keywords = merged;
  }
  Binding* binding = context.heap().make<Binding>(Kind::NativeObject);
  binding->cls = library_class(context.realm(), LibraryClass::PartialBinding);
  binding->function = function;
  binding->args = rest.as<Tuple>();
  binding->keywords = keywords.as<Dict>();
  binding->in_repr = false;
  Instance* made = new_instance(context, c[0].as<Class>());
  made->slots[0] = Value::object(binding);
  return Value::object(made);
}

constexpr size_t kFewArguments = 8;

Value partial_call(Call& c) {
  Context& context = c.context();
  const Binding* binding = binding_of(c[0]);
  if (!binding) return context.raise(Exc::TypeError, "partial object is not initialised");
  Tuple* more = c[1].as<Tuple>();
  Dict* keywords = c[2].as<Dict>();
  const size_t count = size_t{binding->args->count} + more->count;
  if (keywords->live == 0 && binding->keywords->live == 0 && count <= kFewArguments) {
    Value row[kFewArguments];
    std::copy_n(binding->args->items, binding->args->count, row);
    std::copy_n(more->items, more->count, row + binding->args->count);
    return context.invoke(binding->function, row, count);
  }
  Roots<2> roots(context);
  if (binding->keywords->live > 0) {
    BELLJAR_TRY(merged, dict_copy(context, binding->keywords));
    BELLJAR_CHECK(dict_update(context, merged.as<Dict>(), keywords));
    keywords = merged.as<Dict>();
  }
  BELLJAR_TRY(all, tuple_concat(context, binding->args, more));
  roots[0] = all;
  return invoke_expanded(context, binding->function, Value::undefined(), all.as<Tuple>(), keywords);
}

Value append_parts(StrBuilder& out, Binding* binding) {
  Context& context = out.context();
  Roots<1> roots(context);
  BELLJAR_CHECK(append_repr(out, binding->function));
  for (uint32_t i = 0; i < binding->args->count; ++i) {
    out.append(", ");
    BELLJAR_CHECK(append_repr(out, binding->args->items[i]));
  }
  BELLJAR_TRY(copy, dict_copy(context, binding->keywords));
  roots[0] = copy;
  for (uint32_t at = 0; DictEntry* entry = dict_next(copy.as<Dict>(), &at);) {
    out.append(", ");
    BELLJAR_CHECK(append_str(out, entry->key));
    out.append('=');
    BELLJAR_CHECK(append_repr(out, entry->value));
  }
  return Value::none();
}

Value partial_repr(Call& c) {
  Context& context = c.context();
  Binding* binding = binding_of(c[0]);
  if (!binding || binding->in_repr) return new_str(context, "...");
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  StrBuilder out(context);
  out.append(type_name(context, c[0]));
  out.append('(');
  binding->in_repr = true;
  Value done = append_parts(out, binding);
  binding->in_repr = false;
  BELLJAR_CHECK(done);
  out.append(')');
  return out.finish();
}

Value partial_function(Call& c) {
  const Binding* binding = binding_of(c[0]);
  return binding ? binding->function : Value::none();
}
Value partial_args(Call& c) {
  const Binding* binding = binding_of(c[0]);
  return binding ? Value::object(binding->args) : Value::none();
}
Value partial_keywords(Call& c) {
  const Binding* binding = binding_of(c[0]);
  return binding ? Value::object(binding->keywords) : Value::none();
}

constexpr NativeDef kMethods[] = {
    {"__call__", "self, /, *args, **kwargs", partial_call, kNativeCallsBack},
    {"__repr__", "self, /", partial_repr, kNativeCallsBack},
};

void trace(Object* o, Tracer& t) {
  Binding* binding = static_cast<Binding*>(o);
  t.visit(binding->function);
  t.visit(binding->args);
  t.visit(binding->keywords);
}
constexpr NativeType kBinding = {"partial", trace, nullptr};

}  // namespace

void install_partial(RealmBuilder& b, Module* m) {
  Class* binding = b.new_class("partial", nullptr, Kind::NativeObject, kFinal, "functools");
  binding->native = &kBinding;
  b.building().extensions[static_cast<int>(LibraryClass::PartialBinding)] = binding;

  Class* cls = b.new_class("partial", nullptr, Kind::Instance, 0, "functools");
  cls->name = b.str("functools.partial");
  cls->payload_kind = Kind::NativeObject;
  layout_add(b, cls, nullptr);
  b.building().extensions[static_cast<int>(LibraryClass::Partial)] = cls;
  b.constructor(cls, {"__new__", "cls, *args, **kwargs", partial_new});
  b.methods(cls, kMethods);
  make_subscriptable(b, cls);
  b.property(cls, "func", partial_function);
  b.property(cls, "args", partial_args);
  b.property(cls, "keywords", partial_keywords);
  b.member(m, "partial", Value::object(cls));
}

}  // namespace belljar::functools
