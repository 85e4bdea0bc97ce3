// operator.itemgetter, attrgetter, methodcaller: functions made of what they get. As `key=` of a
// sort they are called once an item, so a call makes nothing but its result.
#include <algorithm>
#include <vector>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/repr.h"
#include "runtime/str.h"
#include "stdlib/operator/functions.h"

namespace belljar {

Value invoke_with(Context& context, Value callee, const Tuple* args, Dict* keywords) {
  if (keywords->live == 0) return context.invoke(callee, args->items, args->count);
  BELLJAR_TRY(row, new_list_reserved(context, size_t{args->count} + keywords->live));
  List* list = row.as<List>();
  for (uint32_t i = 0; i < args->count; ++i) list->items[list->size++] = args->items[i];
  Tuple* names = new_tuple_uninitialised(context, keywords->live);
  if (!names) return context.stop_memory();
  uint32_t n = 0;
  for (uint32_t at = 0; DictEntry* entry = dict_next(keywords, &at);) {
    names->items[n++] = entry->key;
    list->items[list->size++] = entry->value;
  }
  Roots<1> roots(context);
  roots[0] = row;
  return context.invoke_keywords(callee, list->items, list->size, names);
}

namespace {

struct Getter : NativeObject {
  Tuple* given;    // what the repr shows: keys, names, or the arguments of the method
  Tuple* paths;    // attrgetter: a tuple of names each
  Value name;      // methodcaller's
  Dict* keywords;  // methodcaller's
};

void trace_getter(Object* o, Tracer& t) {
  Getter* g = static_cast<Getter*>(o);
  t.visit(g->given);
  t.visit(g->paths);
  t.visit(g->name);
  t.visit(g->keywords);
}
constexpr NativeType kGetterType = {"getter", trace_getter, nullptr};

Getter* new_getter(Context& context, Value cls, Value given) {
  Getter* g = context.heap().make<Getter>(Kind::NativeObject);
  g->cls = cls.as<Class>();
  g->given = given.as<Tuple>();
  g->paths = nullptr;
  g->name = Value::undefined();
  g->keywords = nullptr;
  return g;
}

// cls, *items. At least one, though CPython's message says one.
Value given_items(Call& c) {
  if (c[1].as<Tuple>()->count > 0) return c[1];
  return c.context().raise(Exc::TypeError,
                           {c.native()->owner->name->view(), " expected 1 argument, got 0"});
}

// One result alone, several as a tuple. `get(i)` may call back.
template <typename F>
Value gather(Context& context, uint32_t count, F&& get) {
  if (count == 1) return get(0);
  Tuple* results = new_tuple_uninitialised(context, count);
  if (!results) return context.stop_memory();
  for (uint32_t i = 0; i < count; ++i) results->items[i] = Value::undefined();
  Roots<1> roots(context);
  roots[0] = Value::object(results);
  for (uint32_t i = 0; i < count; ++i) {
    if (!context.charge(1)) return Value::stopped();
    BELLJAR_TRY(v, get(i));
    results->items[i] = v;
  }
  return roots[0];
}

// --- itemgetter
// ------------------------------------------------------------------------------------

Value itemgetter_new(Call& c) {
  BELLJAR_TRY(all, given_items(c));
  return Value::object(new_getter(c.context(), c[0], all));
}

Value itemgetter_call(Call& c) {
  const Getter* g = c.self<Getter>();
  return gather(c.context(), g->given->count,
                [&](uint32_t i) { return get_item(c.context(), c[1], g->given->items[i]); });
}

// --- attrgetter
// ------------------------------------------------------------------------------------

// "a.b.c" as a tuple of names.
Value path_of(Context& context, Str* dotted) {
  std::vector<Value> names;
  std::string_view text = dotted->view();
  if (!context.charge_bytes(text.size())) return Value::stopped();
  const auto dots = static_cast<size_t>(std::count(text.begin(), text.end(), '.'));
  if (!context.heap().fits(4 * sizeof(Value) * dots)) return context.stop_memory();
  for (size_t from = 0;;) {
    size_t dot = text.find('.', from);
    if (from == 0 && dot == std::string_view::npos) {
      names.push_back(Value::object(dotted));
      break;
    }
    if (!context.charge(1)) return Value::stopped();
    BELLJAR_TRY(name, new_str(context, text.substr(from, dot - from)));
    names.push_back(name);
    if (dot == std::string_view::npos) break;
    from = dot + 1;
  }
  return new_tuple(context, names.data(), names.size());
}

Value attrgetter_new(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(all, given_items(c));
  Tuple* given = all.as<Tuple>();
  Tuple* paths = new_tuple_uninitialised(context, given->count);
  if (!paths) return context.stop_memory();
  for (uint32_t i = 0; i < given->count; ++i) {
    Value name = payload(given->items[i]);
    if (!name.is_str()) {
      return context.raise(Exc::TypeError, "attribute name must be a string");
    }
    BELLJAR_TRY(path, path_of(context, name.as<Str>()));
    paths->items[i] = path;
  }
  Getter* g = new_getter(context, c[0], all);
  g->paths = paths;
  return Value::object(g);
}

Value attrgetter_call(Call& c) {
  Context& context = c.context();
  const Getter* g = c.self<Getter>();
  Roots<1> roots(context);
  return gather(context, g->paths->count, [&](uint32_t i) -> Value {
    const Tuple* path = g->paths->items[i].as<Tuple>();
    roots[0] = c[1];
    for (uint32_t k = 0; k < path->count; ++k) {
      BELLJAR_TRY(v, get_attribute(context, roots[0], path->items[k].as<Str>()));
      roots[0] = v;
    }
    return roots[0];
  });
}

// --- methodcaller
// ----------------------------------------------------------------------------------

Value methodcaller_new(Call& c) {
  Context& context = c.context();
  const Tuple* given = c[1].as<Tuple>();
  if (given->count == 0) {
    return context.raise(Exc::TypeError,
                         "methodcaller needs at least one argument, the method name");
  }
  Value name = payload(given->items[0]);
  if (!name.is_str()) return context.raise(Exc::TypeError, "method name must be a string");
  BELLJAR_TRY(args, new_tuple(context, given->items + 1, given->count - 1));
  Getter* g = new_getter(context, c[0], args);
  g->name = name;
  g->keywords = c[2].as<Dict>();
  return Value::object(g);
}

Value methodcaller_call(Call& c) {
  Context& context = c.context();
  const Getter* g = c.self<Getter>();
  Roots<1> roots(context);
  BELLJAR_TRY(method, get_attribute(context, c[1], g->name.as<Str>()));
  roots[0] = method;
  return invoke_with(context, method, g->given, g->keywords);
}

// --- repr
// ------------------------------------------------------------------------------------------

Value getter_repr(Call& c) {
  Context& context = c.context();
  const Getter* g = c.self<Getter>();
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  StrBuilder out(context);
  out.append("operator.");
  out.append(type_name(context, c[0]));
  out.append('(');
  bool first = true;
  auto comma = [&] {
    if (!first) out.append(", ");
    first = false;
  };
  if (g->name.is_str()) {
    comma();
    BELLJAR_CHECK(append_repr(out, g->name));
  }
  for (uint32_t i = 0; i < g->given->count; ++i) {
    comma();
    BELLJAR_CHECK(append_repr(out, g->given->items[i]));
  }
  if (g->keywords) {
    for (uint32_t at = 0; DictEntry* entry = dict_next(g->keywords, &at);) {
      comma();
      out.append(entry->key.as<Str>()->view());
      out.append('=');
      BELLJAR_CHECK(append_repr(out, entry->value));
    }
  }
  out.append(')');
  return out.finish();
}

constexpr NativeDef kRepr[] = {{"__repr__", "self, /", getter_repr, kNativeCallsBack}};

struct GetterClass {
  const char* name;
  NativeDef constructor;
  NativeFn call;
};
constexpr GetterClass kClasses[] = {
    {"itemgetter", {"__new__", "cls, /, *items", itemgetter_new}, itemgetter_call},
    {"attrgetter", {"__new__", "cls, /, *attrs", attrgetter_new}, attrgetter_call},
    {"methodcaller", {"__new__", "cls, *args, **kwargs", methodcaller_new}, methodcaller_call},
};

}  // namespace

void install_operator_getters(RealmBuilder& b, Module* m) {
  for (const GetterClass& row : kClasses) {
    Class* cls = b.new_class(row.name, nullptr, Kind::NativeObject, kFinal, "operator");
    cls->native = &kGetterType;
    b.constructor(cls, row.constructor);
    b.methods(cls, kRepr);
    // Errors of the call name the class, as CPython's do.
    Native* call =
        b.native({row.name, "self, obj, /", row.call, kNativeCallsBack}, cls, Kind::NativeObject);
    b.attribute(cls, "__call__", Value::object(call));
    b.member(m, row.name, Value::object(cls));
  }
}

}  // namespace belljar
