// Making classes and instances: C3 linearisation, layouts, traits, and what calling a class does.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/exception_fields.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/signature.h"
#include "runtime/slots.h"

namespace belljar {

namespace {

constexpr size_t kMroMax = 256;
constexpr std::string_view kMetaclassConflict =
    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
    "metaclasses of all its bases";

// C3: merges the bases' orders, keeping each of them and the order of the bases themselves.
Value linearise(Context& context, Class* cls, Tuple* bases) {
  std::vector<std::vector<Class*>> lists;
  size_t total = 1;
  for (uint32_t i = 0; i < bases->count; ++i) {
    const Tuple* mro = bases->items[i].as<Class>()->mro;
    total += mro->count;
    if (total > kMroMax * 16) return context.raise(Exc::TypeError, "too many base classes");
    std::vector<Class*>& list = lists.emplace_back();
    for (uint32_t j = 0; j < mro->count; ++j) list.push_back(mro->items[j].as<Class>());
  }
  std::vector<Class*>& direct = lists.emplace_back();
  for (uint32_t i = 0; i < bases->count; ++i) direct.push_back(bases->items[i].as<Class>());

  std::vector<Value> order{Value::object(cls)};
  std::vector<size_t> at(lists.size(), 0);
  for (;;) {
    Class* next = nullptr;
    bool left = false;
    for (size_t i = 0; i < lists.size() && !next; ++i) {
      if (at[i] == lists[i].size()) continue;
      left = true;
      Class* candidate = lists[i][at[i]];
      bool in_tail = false;
      for (size_t j = 0; j < lists.size() && !in_tail; ++j) {
        for (size_t k = at[j] + 1; k < lists[j].size(); ++k) {
          if (lists[j][k] == candidate) {
            in_tail = true;
            break;
          }
        }
      }
      if (!in_tail) next = candidate;
    }
    if (!left) break;
    if (!context.charge(lists.size() + order.size())) return Value::stopped();
    if (!next) {
      std::string names;
      for (size_t i = 0; i < lists.size(); ++i) {
        if (at[i] == lists[i].size()) continue;
        std::string name(lists[i][at[i]]->name->view());
        if (names.find(name) != std::string::npos) continue;
        names += (names.empty() ? "" : ", ") + name;
      }
      return context.raise(Exc::TypeError, {"Cannot create a consistent method resolution\n"
                                            "order (MRO) for bases ",
                                            names});
    }
    order.push_back(Value::object(next));
    if (order.size() > kMroMax) return context.raise(Exc::TypeError, "too many base classes");
    for (size_t i = 0; i < lists.size(); ++i) {
      if (at[i] < lists[i].size() && lists[i][at[i]] == next) ++at[i];
    }
  }
  return new_tuple(context, order.data(), order.size());
}

struct TraitRow {
  Atom atom;
  uint32_t trait;
};
// A trait holds if the method found for the atom is not object's own.
constexpr TraitRow kTraits[] = {
    {Atom::getattr, kHasGetattr}, {Atom::setattr, kHasSetattr},
    {Atom::delattr, kHasDelattr}, {Atom::getattribute, kHasGetattribute},
    {Atom::eq, kHasEq},           {Atom::hash, kHasHash},
    {Atom::bool_, kHasBool},      {Atom::len, kHasBool},
    {Atom::init, kHasInit},       {Atom::new_, kHasNew},
};

constexpr uint32_t kComputed = kHasGetattr | kHasSetattr | kHasDelattr | kHasGetattribute | kHasEq |
                               kHasHash | kHasBool | kHasInit | kHasNew | kUnhashable;

}  // namespace

void update_traits(Context& context, Class* cls) {
  uint32_t traits = cls->traits & ~kComputed;
  const Realm& realm = context.realm();
  for (const TraitRow& row : kTraits) {
    Value found = class_lookup(context, cls, realm.atom(row.atom));
    if (found.is_undefined()) continue;
    if (row.trait == kHasHash && found.is_none()) {
      traits |= kUnhashable;
      continue;
    }
    // __init__ and __new__: only those written in Python; natives are found by construct().
    bool written = found.is(Kind::Function) || found.is(Kind::StaticMethod);
    if ((row.trait == kHasInit || row.trait == kHasNew) && !written) continue;
    if (found.is(Kind::Native) && found.as<Native>()->owner == realm.object) continue;
    traits |= row.trait;
  }
  cls->traits = traits;
}

namespace {
bool has_set_name(Context& context, Dict* attributes) {
  uint32_t position = 0;
  while (DictEntry* entry = dict_next(attributes, &position)) {
    if (entry->value.is(Kind::Instance) &&
        !special_method(context, entry->value, Atom::set_name).is_undefined()) {
      return true;
    }
  }
  return false;
}
}  // namespace

namespace {
// The pending exception becomes the cause of one that says where it was raised.
Value set_name_failed(Context& context, Value member, Value name, const Class* cls) {
  Roots<1> roots(context);
  roots[0] = context.take_pending();
  BELLJAR_TRY(shown, repr(context, name));
  Value raised = context.raise(
      Exc::RuntimeError, {"Error calling __set_name__ on '", type_name(context, member),
                          "' instance ", shown.as<Str>()->view(), " in '", cls->name->view(), "'"});
  if (!raised.is(Kind::Raised)) return raised;
  Exception* error = context.pending().as<Exception>();
  error->cause = error->context = roots[0];
  error->suppress_context = true;
  return raised;
}
}  // namespace

Value metaclass_of(Context& context, const Tuple* bases, Class* asked) {
  Class* best = asked               ? asked
                : bases->count == 0 ? context.realm().type
                                    : class_of(context, bases->items[0]);
  for (uint32_t i = 0; i < bases->count; ++i) {
    Class* theirs = class_of(context, bases->items[i]);
    if (is_subclass(best, theirs)) continue;
    if (!is_subclass(theirs, best)) return context.raise(Exc::TypeError, kMetaclassConflict);
    best = theirs;
  }
  return Value::object(best);
}

Value make_class(Context& context, Str* name, Tuple* bases, Dict* namespace_, Dict* keywords,
                 Tuple* layout_names, Cell* class_cell, Class* meta) {
  const Realm& realm = context.realm();
  Roots<4> roots(context);
  BELLJAR_TRY(chosen, metaclass_of(context, bases, meta));
  Class* of_bases = chosen.as<Class>();
  if (!is_subclass(of_bases, realm.type)) {
    // `class A(module)`: the first base's class is called as if it were a metaclass.
    return context.invoke(chosen,
                          {Value::object(name), Value::object(bases), Value::object(namespace_)});
  }
  if (bases->count == 0) {
    Value object = Value::object(realm.object);
    BELLJAR_TRY(tuple, new_tuple(context, &object, 1));
    bases = tuple.as<Tuple>();
  }
  roots[0] = Value::object(bases);
  roots[1] = Value::object(namespace_);
  roots[2] = keywords ? Value::object(keywords) : Value::undefined();

  Kind instance_kind = Kind::Instance;
  Kind payload_kind = Kind::Instance;
  const NativeType* native = nullptr;
  uint32_t inherited = 0;
  for (uint32_t i = 0; i < bases->count; ++i) {
    Class* base = bases->items[i].as<Class>();
    for (uint32_t j = 0; j < i; ++j) {
      if (bases->items[j].as_object() == base) {
        return context.raise(Exc::TypeError, {"duplicate base class ", base->name->view()});
      }
    }
    bool metaclass = base->instance_kind == Kind::Class;
    if (metaclass ? !meta : (base->traits & kFinal)) {
      return context.raise(Exc::TypeError,
                           {"type '", base->name->view(), "' is not an acceptable base type"});
    }
    inherited |= base->traits & kIsException;
    Kind theirs = base->instance_kind;
    Kind part = base->payload_kind;
    if (theirs != Kind::Instance && theirs != Kind::Exception && !metaclass) {
      part = theirs;  // a built-in type: instances hold a native part
      theirs = Kind::Instance;
    }
    bool clash = (theirs == Kind::Exception && (payload_kind != Kind::Instance)) ||
                 (part != Kind::Instance && instance_kind == Kind::Exception) ||
                 (part != Kind::Instance && payload_kind != Kind::Instance && part != payload_kind);
    if (clash) {
      return context.raise(Exc::TypeError, "multiple bases have instance lay-out conflict");
    }
    if (theirs == Kind::Exception || metaclass) instance_kind = theirs;
    if (part != Kind::Instance) payload_kind = part;
    if (base->native) native = base->native;
  }

  Class* cls = context.heap().make<Class>(Kind::Class);
  cls->name = name;
  cls->qualname = name;
  cls->module = nullptr;
  cls->bases = bases;
  cls->mro = nullptr;
  cls->attributes = namespace_;
  cls->layout = {nullptr, 0, 0};
  cls->traits = inherited & (kIsException | kAbstract);
  if (instance_kind == Kind::Class) cls->traits |= kFinal;  // but for library modules
  cls->instance_kind = instance_kind;
  cls->meta = of_bases == realm.type ? nullptr : of_bases;
  cls->payload_kind = payload_kind;
  cls->native = native;
  roots[3] = Value::object(cls);
  BELLJAR_TRY(mro, linearise(context, cls, bases));
  cls->mro = mro.as<Tuple>();
  BELLJAR_CHECK(check_slot_layouts(context, bases));

  // Slots: the native part first, then what the bases know, then what this class's methods set.
  if (payload_kind != Kind::Instance) layout_add(context, cls, nullptr);
  for (uint32_t i = 0; i < bases->count; ++i) {
    const Class* base = bases->items[i].as<Class>();
    for (uint32_t j = 0; j < base->layout.count; ++j) {
      Str* attribute = base->layout.names[j];
      if (attribute && layout_find(cls, attribute) < 0) layout_add(context, cls, attribute);
    }
  }
  BELLJAR_CHECK(apply_slots(context, cls));
  if (layout_names && !(cls->traits & kNoDict)) {
    for (uint32_t i = 0; i < layout_names->count; ++i) {
      Str* attribute = layout_names->items[i].as<Str>();
      if (layout_find(cls, attribute) < 0) layout_add(context, cls, attribute);
    }
  }

  // Documentation is not inherited.
  if (dict_get_str(context, namespace_, realm.atom(Atom::doc)).is_undefined()) {
    BELLJAR_CHECK(dict_set_str(context, namespace_, realm.atom(Atom::doc), Value::none()));
  }
  // A class that defines __eq__ and no __hash__ is unhashable.
  Str* hash_name = realm.atom(Atom::hash);
  if (!dict_get_str(context, namespace_, realm.atom(Atom::eq)).is_undefined() &&
      dict_get_str(context, namespace_, hash_name).is_undefined()) {
    BELLJAR_CHECK(dict_set_str(context, namespace_, hash_name, Value::none()));
  }
  // These two are class methods whether declared so or not, __new__ is static.
  for (Atom atom : {Atom::init_subclass, Atom::class_getitem}) {
    Str* key = realm.atom(atom);
    Value f = dict_get_str(context, namespace_, key);
    if (f.is(Kind::Function)) {
      Wrapper* wrapper = context.heap().make<Wrapper>(Kind::ClassMethod);
      wrapper->function = f;
      BELLJAR_CHECK(dict_set_str(context, namespace_, key, Value::object(wrapper)));
    }
  }
  Value made_by = dict_get_str(context, namespace_, realm.atom(Atom::new_));
  if (made_by.is(Kind::Function)) {
    Wrapper* wrapper = context.heap().make<Wrapper>(Kind::StaticMethod);
    wrapper->function = made_by;
    BELLJAR_CHECK(
        dict_set_str(context, namespace_, realm.atom(Atom::new_), Value::object(wrapper)));
  }
  update_traits(context, cls);
  Value given_cell = dict_get_str(context, namespace_, realm.atom(Atom::classcell));
  if (given_cell.is(Kind::Cell)) {
    class_cell = given_cell.as<Cell>();
    BELLJAR_CHECK(dict_remove(context, namespace_, Value::object(realm.atom(Atom::classcell))));
  }
  if (class_cell) class_cell->value = Value::object(cls);

  for (uint32_t at = 0; DictEntry* entry = dict_next(namespace_, &at);) {
    Value member = payload(entry->value);
    if (!member.is(Kind::Property) || member.as_object()->frozen()) continue;
    if (entry->key.is_str()) member.as<Property>()->name = entry->key.as<Str>();
  }
  // __set_name__ of the members, in order; then the bases' __init_subclass__.
  // They may change the class, so the walk is over a copy.
  Roots<1> snapshot(context);
  if (has_set_name(context, namespace_)) {
    BELLJAR_TRY(copy, dict_copy(context, namespace_));
    snapshot[0] = copy;
    uint32_t position = 0;
    while (DictEntry* entry = dict_next(copy.as<Dict>(), &position)) {
      Value member = entry->value;
      if (!member.is(Kind::Instance)) continue;
      Value done = call_special(context, member, Atom::set_name, {Value::object(cls), entry->key});
      if (done.is(Kind::Raised)) return set_name_failed(context, member, entry->key, cls);
      if (done.is_abrupt()) return done;
    }
  }
  Str* hook_name = realm.atom(Atom::init_subclass);
  for (uint32_t i = 1; i < cls->mro->count; ++i) {
    Class* base = cls->mro->items[i].as<Class>();
    Value hook = dict_get_str(context, base->attributes, hook_name);
    if (hook.is_undefined()) continue;
    if (hook.is(Kind::ClassMethod)) hook = hook.as<Wrapper>()->function;
    if (!keywords || keywords->live == 0) {
      BELLJAR_CHECK(context.invoke(hook, {Value::object(cls)}));
    } else {
      BELLJAR_TRY(names, new_list_reserved(context, keywords->live));
      BELLJAR_TRY(args, new_list_reserved(context, keywords->live + 1));
      BELLJAR_CHECK(list_append(context, args.as<List>(), Value::object(cls)));
      uint32_t at = 0;
      while (DictEntry* entry = dict_next(keywords, &at)) {
        BELLJAR_CHECK(list_append(context, names.as<List>(), entry->key));
        BELLJAR_CHECK(list_append(context, args.as<List>(), entry->value));
      }
      BELLJAR_TRY(tuple, new_tuple(context, names.as<List>()->items, names.as<List>()->size));
      BELLJAR_CHECK(context.invoke_keywords(hook, args.as<List>()->items, args.as<List>()->size,
                                            tuple.as<Tuple>()));
    }
    keywords = nullptr;
    break;
  }
  if (keywords && keywords->live > 0) {
    return context.raise(Exc::TypeError,
                         {name->view(), ".__init_subclass__() takes no keyword arguments"});
  }
  return Value::object(cls);
}

namespace {

Value call_with(Context& context, Value callee, Value first, const Value* args, size_t count,
                Tuple* names) {
  BELLJAR_TRY(all, new_list_reserved(context, count + 1));
  List* list = all.as<List>();
  list->items[0] = first;
  for (size_t i = 0; i < count; ++i) list->items[i + 1] = args[i];
  list->size = static_cast<uint32_t>(count + 1);
  return names ? context.invoke_keywords(callee, list->items, list->size, names)
               : context.invoke(callee, list->items, list->size);
}

// Their __new__ leaves keywords to the __init__ of a derived class.
bool ignores_keywords(Kind kind) {
  return kind == Kind::Tuple || kind == Kind::FrozenSet || kind == Kind::Float;
}

// Kinds without a constructor: iterators, views, generators …
bool cannot_be_made(const Class* cls) {
  switch (cls->instance_kind) {
    case Kind::Iterator:
    case Kind::DictView:
    case Kind::Generator:
    case Kind::Native:
      return true;
    default:
      return false;
  }
}

// Those whose __new__ makes an empty one where __init__ will fill it.
bool mutable_builtin(Kind kind) {
  return kind == Kind::List || kind == Kind::Dict || kind == Kind::Set || kind == Kind::ByteArray;
}

}  // namespace

// "Can't instantiate abstract class C with abstract methods f, g".
Value raise_abstract(Context& context, const Class* cls) {
  Value set = class_lookup(context, cls, context.realm().atom(Atom::abstractmethods));
  std::vector<std::string> names;
  if (set.is(Kind::FrozenSet)) {
    uint32_t position = 0;
    while (SetEntry* entry = set_next(set.as<Set>(), &position)) {
      if (entry->key.is_str()) names.emplace_back(entry->key.as<Str>()->view());
    }
  }
  std::sort(names.begin(), names.end());
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return context.raise(
      Exc::TypeError,
      {"Can't instantiate abstract class ", cls->name->view(),
       names.size() == 1 ? " with abstract method " : " with abstract methods ", list});
}

// What __new__ of a built-in type made, wrapped if the class derives from the type.
Value adopt(Context& context, Value cls, Value native_part) {
  if (native_part.is_abrupt() || native_part.is(Kind::Instance) || !cls.is(Kind::Class)) {
    return native_part;
  }
  Class* c = cls.as<Class>();
  if (c->instance_kind != Kind::Instance || c->payload_kind == Kind::Instance) return native_part;
  Instance* o = new_instance(context, c);
  if (o->capacity > 0) o->slots[0] = native_part;
  return Value::object(o);
}

// Undefined in `made`'s place never occurs: a value, Raised or Stopped.
// An __init__ beyond BaseException's: the program's, or AttributeError's with its keywords.
static bool has_exception_init(Context& context, Class* cls) {
  Str* name = context.realm().atom(Atom::init);
  const Value init = class_lookup(context, cls, name);
  const Value plain = class_lookup(context, context.realm().exception(Exc::BaseException), name);
  return init.is_heap() && init.as_object() != plain.as_object();
}

Value construct(Context& context, Class* cls, const Value* args, size_t count, Tuple* names) {
  if (cls->meta) {
    Value call = class_lookup(context, cls->meta, context.realm().atom(Atom::call));
    if (call.is(Kind::Function)) {
      return call_with(context, call, Value::object(cls), args, count, names);
    }
  }
  return construct_plain(context, cls, args, count, names);
}

Value construct_plain(Context& context, Class* cls, const Value* args, size_t count, Tuple* names) {
  const Realm& realm = context.realm();
  size_t keywords = names ? names->count : 0;
  Roots<2> roots(context);
  roots[0] = Value::object(cls);
  Value made;
  Value maker = class_lookup(context, cls, realm.atom(Atom::new_));
  if (maker.is(Kind::StaticMethod)) maker = maker.as<Wrapper>()->function;
  bool python_new = maker.is(Kind::Function);
  bool takes_init = cls->traits & kHasInit;

  if (python_new || maker.is(Kind::BoundMethod)) {
    made = call_with(context, maker, Value::object(cls), args, count, names);
  } else if (maker.is(Kind::Native) && maker.as<Native>()->owner != realm.object) {
    if (cls->instance_kind == Kind::Instance && takes_init && mutable_builtin(cls->payload_kind)) {
      made = call_with(context, maker, Value::object(cls), nullptr, 0, nullptr);
    } else if (takes_init && keywords && ignores_keywords(cls->payload_kind)) {
      made = call_with(context, maker, Value::object(cls), args, count - keywords, nullptr);
    } else {
      made = call_with(context, maker, Value::object(cls), args, count, names);
    }
  } else if (cls->instance_kind == Kind::Exception) {
    takes_init = takes_init || has_exception_init(context, cls);
    if (keywords && !takes_init) {
      return context.raise(Exc::TypeError, {cls->name->view(), "() takes no keyword arguments"});
    }
    made = new_exception(context, cls, args, count - keywords);
    if (takes_init && made.is(Kind::Exception)) {
      BELLJAR_CHECK(reset_exception_fields(context, made.as<Exception>()));
    }
  } else if (const Kind kind = cls->instance_kind;
             kind == Kind::None || kind == Kind::Ellipsis || kind == Kind::NotImplemented) {
    const std::string_view name = kind == Kind::Ellipsis ? "EllipsisType" : cls->name->view();
    if (count > 0) return context.raise(Exc::TypeError, {name, " takes no arguments"});
    return kind == Kind::None       ? Value::none()
           : kind == Kind::Ellipsis ? Value::ellipsis()
                                    : Value::not_implemented();
  } else {
    if (cannot_be_made(cls)) {
      return context.raise(Exc::TypeError, {"cannot create '", cls->name->view(), "' instances"});
    }
    // Plain instances: arguments are only for __init__.
    Value init = class_lookup(context, cls, realm.atom(Atom::init));
    bool own_init = !init.is_undefined() &&
                    !(init.is(Kind::Native) && init.as<Native>()->owner == realm.object);
    if (!own_init && count > 0) {
      if (cls->instance_kind == Kind::Module && count > 2) {
        return context.raise(Exc::TypeError, "module() takes at most 2 arguments (" +
                                                 std::to_string(count) + " given)");
      }
      if (cls->instance_kind == Kind::Function) {
        return context.raise(Exc::TypeError, "function() argument 'code' must be code, not " +
                                                 std::string(type_name(context, args[0])));
      }
      return context.raise(Exc::TypeError, {cls->name->view(), "() takes no arguments"});
    }
    if (cls->traits & kAbstract) return raise_abstract(context, cls);
    made = Value::object(new_instance(context, cls));
  }
  if (made.is_abrupt()) return made;

  Class* made_class = class_of(context, made);
  if (python_new && !is_subclass(made_class, cls)) return made;
  Value init = class_lookup(context, made_class, realm.atom(Atom::init));
  bool run_init =
      is_python_function(init) || init.is(Kind::BoundMethod) || init.is(Kind::Instance) ||
      (made_class->instance_kind == Kind::Exception && has_exception_init(context, made_class)) ||
      (init.is(Kind::Native) && init.as<Native>()->owner != realm.object &&
       made_class->instance_kind == Kind::Instance &&
       (made_class->payload_kind == Kind::Instance ||
        (python_new && mutable_builtin(made_class->payload_kind))));
  if (!run_init) return made;
  roots[1] = made;
  // list's __init__ leaves keywords to the __new__ of a derived class.
  if (python_new && init.is(Kind::Native) && made_class->payload_kind == Kind::List) {
    count -= keywords;
    names = nullptr;
  }
  BELLJAR_TRY(result, call_with(context, init, made, args, count, names));
  if (!result.is_none()) {
    return context.raise(Exc::TypeError,
                         {"__init__() should return None, not '", type_name(context, result), "'"});
  }
  return roots[1];
}

}  // namespace belljar
