// Every way of calling: from C++ (invoke), and the loop's slow paths for classes, bound methods,
// instances, keywords and star-arguments.
//
// Arguments stand in a row on the value stack, at `args`. A Python callee's registers begin there;
// a native finds its bound parameters there. Whoever calls has made sure that the row is on the
// stack (not in a generator's registers) and that kHeadroom values follow it.
#include <algorithm>

#include "interp/isolate.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/signature.h"
#include "runtime/str.h"

namespace belljar {

// --- natives
// --------------------------------------------------------------------------------------

// The common case of bind_receiver: args[0] is of the very kind and class that the method is for.
static bool receives(const Native* native, const Value* args, size_t argc) {
  if (argc == 0 || args[0].kind() != native->receiver) return false;
  if (native->receiver == Kind::NativeObject) {
    return args[0].as<NativeObject>()->cls == native->owner;
  }
  return !has_many_classes(native->receiver);
}

Value Isolate::call_native(const Native* native, Value* args, size_t argc, Tuple* names) {
  if (native->receiver != Kind::Undefined && !receives(native, args, argc)) {
    BELLJAR_CHECK(bind_receiver(*this, native, args, argc));
  }
  const bool constructor = native->native_flags & kNativeConstructor;
  if (constructor &&
      (argc == 0 || !args[0].is(Kind::Class) || args[0].as<Class>() != native->owner)) {
    BELLJAR_CHECK(bind_class(*this, native, args, argc));
  }
  const Signature& signature = *native->signature;
  if (names || argc != signature.count || !signature.simple) {
    BELLJAR_CHECK(bind_native(*this, native, args, argc, names));
  }
  Value* top = args + signature.count;
  Value* saved = top_;
  top_ = std::max(top, frame_->top);
  Call call(*this, native, args);
  Value result = native->fn(call);
  top_ = saved;
  // A built-in type's __new__ makes the native part of an instance of a derived class.
  if (constructor) result = adopt(*this, args[0], result);
  return result;
}

// --- Python functions
// -------------------------------------------------------------------------------

Value Isolate::push_function(Function* function, Value* args, size_t argc, Tuple* names,
                             uint8_t flags, uint8_t destination, Object* companion) {
  const Code* code = function->code;
  uintptr_t offset = reinterpret_cast<uintptr_t>(args) - reinterpret_cast<uintptr_t>(stack_begin_);
  size_t need = std::max<size_t>(code->register_count, argc);
  if (frame_ + 1 >= frames_end_) return depth_exceeded();
  if (offset + need * sizeof(Value) > stack_soft_ && !reserve_stack(args, need)) {
    return stopped_by_ != Limit::None ? Value::stopped() : depth_exceeded();
  }
  bool exact = !names && (code->flags & kCodeSimpleCall) && code->positional == argc;
  if (!exact) {
    // Binding allocates but never collects, so the row needs no roots meanwhile.
    BELLJAR_CHECK(bind_arguments(function, args, argc, names));
  }
  slice -= code->entry_cost;
  if (code->flags & kCodeGenerator) return make_generator(function, args);
  Frame* f = ++frame_;
  *f = Frame{function,  code,  code->words.data(), args, args + code->register_count,
             companion, flags, destination,        0};
  size_t depth = static_cast<size_t>(f - stack_.frames);
  if (depth > peak_frames_) peak_frames_ = depth;
  return Value::undefined();
}

// --- from C++
// ---------------------------------------------------------------------------------------

Value Isolate::invoke(Value callee, const Value* args, size_t count) {
  return invoke_keywords(callee, args, count, nullptr);
}

Value Isolate::invoke_keywords(Value callee, const Value* args, size_t count, Tuple* names) {
  if (stopped_by_ != Limit::None) return Value::stopped();
  DepthGuard guard(*this);
  if (!guard) return depth_exceeded();
  Value* saved_top = top_;
  Value* row = std::max(top_, frame_->top);
  if (!reserve_stack(row, count + 1 + kCallHeadroom)) {
    return stopped_by_ != Limit::None ? Value::stopped() : depth_exceeded();
  }
  // One place before the row, where call_value may put a receiver.
  row[0] = callee;
  for (size_t i = 0; i < count; ++i) row[i + 1] = args[i];
  top_ = row + 1 + count;
  Value result;
  if (callee.is(Kind::Native)) {
    result = call_native(callee.as<Native>(), row + 1, count, names);
  } else if (callee.is(Kind::Function)) {
    result = push_function(callee.as<Function>(), row + 1, count, names, kFrameEntry, 0, nullptr);
    if (result.is_undefined()) result = execute();
  } else {
    Frame* before = frame_;
    result = call_value(callee, row, count, names, 0);
    if (result.is_undefined()) {
      // The frame that was pushed delivers to us instead of to the frame below.
      (before + 1)->flags |= kFrameEntry;
      result = execute();
    }
  }
  top_ = saved_top;
  return result;
}

// --- the loop's slow paths
// ----------------------------------------------------------------------------

// What the `__call__` of an object's class gives, where that is no plain function.
static Value bind_call(Context& context, Value method, Value object) {
  switch (method.kind()) {
    case Kind::StaticMethod:
      return method.as<Wrapper>()->function;
    case Kind::ClassMethod:
      return bind_method(context, method.as<Wrapper>()->function,
                         Value::object(class_of(context, object)));
    case Kind::Property:
      return context.invoke(method.as<Property>()->get, {object});
    case Kind::Instance: {
      const Value get = special_method(context, method, Atom::get);
      if (get.is_undefined()) return method;
      return context.invoke(get, {method, object, Value::object(class_of(context, object))});
    }
    default:
      return method;
  }
}

namespace {
// Methods that CPython hands a tuple of arguments: as bound objects they do not name their type
// when they are given keywords ("find() takes no keyword arguments").
bool takes_a_tuple(const Native* native) {
  const Signature& s = *native->signature;
  if (!(native->native_flags & kNativeTuple) && s.var_args < 0) return false;
  if (!native->owner || native->native_flags & (kNativeConstructor | kNativeSlot)) return false;
  return std::all_of(s.parameters, s.parameters + s.count, [](const Parameter& p) {
    return p.mode == Parameter::PositionalOnly || p.mode == Parameter::VarArgs ||
           p.name->view() == "self";
  });
}
}  // namespace

// A built-in class whose __new__, written in C++, is all that calling it does; else null.
static const Native* sole_constructor(const Context& context, const Class* cls) {
  if (!cls->frozen() || cls->meta || cls->instance_kind == Kind::Instance ||
      cls->instance_kind == Kind::Exception) {
    return nullptr;
  }
  const Realm& realm = context.realm();
  Value maker = class_lookup(context, cls, realm.atom(Atom::new_));
  if (!maker.is(Kind::Native) || maker.as<Native>()->owner != cls) return nullptr;
  // A type's own __init__ in C++ is for derived classes and explicit calls (construct_plain).
  Value init = class_lookup(context, cls, realm.atom(Atom::init));
  if (!init.is_undefined() &&
      (!init.is(Kind::Native) || (init.as<Native>()->native_flags & kNativePython))) {
    return nullptr;
  }
  return maker.as<Native>();
}

// `window[0]` is a free place (the callee's), the arguments stand behind it.
Value Isolate::call_value(Value callee, Value* window, size_t argc, Tuple* names,
                          uint8_t destination) {
  for (int hops = 0; hops < 32; ++hops) {
    switch (callee.kind()) {
      case Kind::Function:
        return push_function(callee.as<Function>(), window + 1, argc, names, 0, destination,
                             nullptr);
      case Kind::Native:
        return call_native(callee.as<Native>(), window + 1, argc, names);
      case Kind::BoundMethod: {
        const BoundMethod* method = callee.as<BoundMethod>();
        callee = method->function;
        // The receiver takes the callee's place, so that the row begins there.
        window[0] = method->self;
        if (callee.is(Kind::Function)) {
          return push_function(callee.as<Function>(), window, argc + 1, names, 0, destination,
                               nullptr);
        }
        if (callee.is(Kind::Native)) {
          const Native* native = callee.as<Native>();
          if (names && names->count > 0 && takes_a_tuple(native)) {
            return raise(Exc::TypeError, {native->name->view(), "() takes no keyword arguments"});
          }
          if (method->self.is(Kind::Instance))
            BELLJAR_CHECK(check_bound(*this, native, method->self, argc, names));
          return call_native(native, window, argc + 1, names);
        }
        // A method that is neither: shift the row to make room for a callee.
        if (!reserve_stack(window, argc + 2 + kCallHeadroom)) return stop_memory();
        std::copy_backward(window, window + argc + 1, window + argc + 2);
        top_ = std::max(top_, window + argc + 2);
        ++argc;
        continue;
      }
      case Kind::Class: {
        Class* cls = callee.as<Class>();
        // The plain case without C++ recursion: an instance, its Python __init__ in a frame.
        if (!cls->meta && cls->instance_kind == Kind::Instance && (cls->traits & kHasInit) &&
            !(cls->traits & kHasNew) && cls->payload_kind == Kind::Instance && !cls->native) {
          Value init = class_lookup(*this, cls, realm_.atom(Atom::init));
          if (init.is(Kind::Function)) {
            Instance* made = new_instance(*this, cls);
            window[0] = Value::object(made);
            return push_function(init.as<Function>(), window, argc + 1, names, kFrameInit,
                                 destination, made);
          }
        }
        if (cls == realm_.type && argc == 1 && !names) {
          return Value::object(class_of(*this, window[1]));
        }
        if (const Native* maker = sole_constructor(*this, cls)) {
          window[0] = callee;
          return call_native(maker, window, argc + 1, names);
        }
        Value* saved = top_;
        top_ = std::max(std::max(top_, frame_->top), window + 1 + argc);
        Value made = construct(*this, cls, window + 1, argc, names);
        top_ = saved;
        return made;
      }
      case Kind::Instance:
      case Kind::NativeObject: {
        Value method = special_method(*this, callee, Atom::call);
        if (method.is_undefined()) break;
        // The object takes the callee's place, so that the row begins there.
        if (method.is(Kind::Function)) {
          window[0] = callee;
          return push_function(method.as<Function>(), window, argc + 1, names, 0, destination,
                               nullptr);
        }
        if (method.is(Kind::Native) && !names) {
          window[0] = callee;
          return call_native(method.as<Native>(), window, argc + 1, names);
        }
        if (!method.is(Kind::Native)) {
          Value* saved = top_;
          top_ = std::max(std::max(top_, frame_->top), window + 1 + argc);
          callee = bind_call(*this, method, callee);
          top_ = saved;
          if (callee.is_abrupt()) return callee;
          continue;
        }
        callee = bind_method(*this, method, callee);
        continue;
      }
      case Kind::StaticMethod:
        callee = callee.as<Wrapper>()->function;
        continue;
      default:
        break;
    }
    return raise(Exc::TypeError, {"'", type_name(*this, callee), "' object is not callable"});
  }
  return depth_exceeded();  // a __call__ that leads to another for ever
}

// "module.f()" as CPython names a callable in messages about its arguments.
std::string Isolate::callable_text(Value callee) const {
  if (callee.is(Kind::BoundMethod)) {
    const BoundMethod* bound = callee.as<BoundMethod>();
    callee = bound->function;
    if (callee.is(Kind::Native)) {  // named after the object's class, wherever it was found
      std::string_view owner = bound->self.is(Kind::Class) ? bound->self.as<Class>()->name->view()
                                                           : type_name(*this, bound->self);
      return std::string(owner) + "." + std::string(callee.as<Native>()->name->view()) + "()";
    }
  }
  if (callee.is(Kind::Function)) {
    const Function* f = callee.as<Function>();
    return std::string(f->module->name->view()) + "." + std::string(f->qualname->view()) + "()";
  }
  if (callee.is(Kind::Native)) {
    const Native* n = callee.as<Native>();
    std::string owner = n->owner ? std::string(n->owner->name->view()) + "." : "";
    return owner + std::string(n->name->view()) + "()";
  }
  if (callee.is(Kind::Class)) {
    const Class* cls = callee.as<Class>();
    const bool builtin = !cls->module || cls->module->view() == "builtins";
    return (builtin ? "" : std::string(cls->module->view()) + ".") +
           std::string(cls->qualname->view()) + "()";
  }
  return std::string(type_name(*this, callee)) + " object";
}

Value Isolate::call_expanded(Value* window, bool keywords, uint8_t destination) {
  Value callee = window[0];
  if (!window[1].is(Kind::Tuple) && !window[1].is(Kind::List)) {
    Value it = iterate(*this, window[1]);
    if (it.is(Kind::Raised) && pending_is(Exc::TypeError) && !offers_iteration(*this, window[1])) {
      take_pending();
      return raise(Exc::TypeError,
                   {callable_text(callee), " argument after * must be an iterable, not ",
                    type_name(*this, window[1])});
    }
    if (it.is_abrupt()) return it;
    Roots<1> roots(*this);
    roots[0] = it;
    BELLJAR_CHECK(ask_length_hint(*this, window[1]));
    BELLJAR_TRY(list, list_from(*this, it));
    window[1] = list;
  }
  Value positional = window[1];
  const Value* items =
      positional.is(Kind::Tuple) ? positional.as<Tuple>()->items : positional.as<List>()->items;
  size_t count =
      positional.is(Kind::Tuple) ? positional.as<Tuple>()->count : positional.as<List>()->size;
  Tuple* names = nullptr;
  Dict* dict = keywords ? window[2].as<Dict>() : nullptr;
  size_t named = dict ? dict->live : 0;
  if (!charge(count + named)) return Value::stopped();
  // The row goes above everything, as it may be longer than the caller's registers.
  Value* row = std::max(top_, frame_->top);
  if (!reserve_stack(row, count + named + 1 + kCallHeadroom)) {
    return stopped_by_ != Limit::None ? Value::stopped() : stop_memory();
  }
  row[0] = callee;
  std::copy_n(items, count, row + 1);
  if (named > 0) {
    names = new_tuple_uninitialised(*this, named);
    if (!names) return stop_memory();
    uint32_t at = 0;
    size_t n = 0;
    while (DictEntry* entry = dict_next(dict, &at)) {
      if (!entry->key.is_str()) return raise(Exc::TypeError, "keywords must be strings");
      names->items[n] = entry->key;
      row[1 + count + n] = entry->value;
      ++n;
    }
  }
  Value* saved = top_;
  top_ = row + 1 + count + named;
  Value result = call_value(callee, row, count + named, names, destination);
  top_ = saved;
  return result;
}

// A method of the class is found again when it is called: looking it up shows nothing to anybody.
// All else (what a property, a hook or the object itself gives) is found now and kept in a cell,
// which no program ever sees as a value.
Value Isolate::check_method(Value object, Str* name) {
  if (object.is(Kind::Module)) {
    if (!get_attribute_or_undefined(*this, object, name).is_undefined()) return object;
  } else if (!object.is(Kind::Class) && !object.is(Kind::Super)) {
    Class* cls = class_of(*this, object);
    const ClassLookup l = class_look_up(*this, cls, name);
    const bool method =
        l.found.is(Kind::Function) || (l.found.is(Kind::Native) && l.found.as<Native>()->owner);
    bool own = object.is(Kind::Exception) || object.is(Kind::Function);
    if (object.is(Kind::Instance)) {
      const Instance* o = object.as<Instance>();
      own = (l.slot >= 0 || o->extra) && !instance_get(*this, o, name).is_undefined();
    }
    if (method && !own && !(cls->traits & kHasGetattribute)) return object;
  }
  BELLJAR_TRY(callee, get_attribute(*this, object, name));
  Cell* cell = heap_.make<Cell>(Kind::Cell);
  cell->value = callee;
  return Value::object(cell);
}

Value Isolate::call_method_slow(Frame* frame, Value* window, size_t argc, uint32_t aux,
                                Tuple* names, uint8_t destination) {
  Value object = window[0];
  if (object.is(Kind::Cell)) {  // found before the arguments: check_method
    window[0] = object.as<Cell>()->value;
    return call_value(window[0], window, argc, names, destination);
  }
  Str* name = frame->code->constants[aux & 0xffff].as<Str>();
  AttributeCache& cache = frame->function->module->caches[frame->code->cache_base + (aux >> 16)];
  if (object.is(Kind::Module) && object.as_object()->frozen()) {
    if (cache.cls != object.as_object() || cache.kind != AttributeCache::Member) {
      Value member = dict_get_str(*this, object.as<Module>()->attributes, name);
      if (member.is_heap()) {
        cache = {object.as_object(), class_epoch, AttributeCache::Member, 0, member.as_object()};
      }
    }
    if (cache.cls == object.as_object() && cache.kind == AttributeCache::Member) {
      return call_value(Value::object(cache.target), window, argc, names, destination);
    }
  }
  Class* cls = class_of(*this, object);
  // A method found in the class, not shadowed: remember it, and call it without a bound method.
  bool plain = !object.is(Kind::Class) && !object.is(Kind::Module) && !object.is(Kind::Super) &&
               !(cls->traits & (kHasGetattribute));
  if (plain) {
    const ClassLookup l = class_look_up(*this, cls, name);
    Value found = l.found;
    // Natives of a class with __getattr__ are bound, as in CPython, and their errors so worded.
    bool method =
        found.is(Kind::Function) ||
        (found.is(Kind::Native) && found.as<Native>()->owner && !(cls->traits & kHasGetattr));
    if (method) {
      bool shadowed = false;
      bool cacheable = true;
      if (object.is(Kind::Instance)) {
        const Instance* o = object.as<Instance>();
        cacheable = l.slot < 0;
        shadowed = (l.slot >= 0 || o->extra) && !instance_get(*this, o, name).is_undefined();
      } else if (object.is(Kind::Exception)) {
        Dict* own = object.as<Exception>()->attributes;
        cacheable = false;
        shadowed = own && !dict_get_str(*this, own, name).is_undefined();
      } else if (object.is(Kind::Function)) {
        cacheable = false;
        shadowed = object.as<Function>()->attributes;
      }
      if (!shadowed) {
        if (cacheable) {
          cache = {cls, class_epoch, AttributeCache::Method, 0, found.as_object()};
        }
        if (found.is(Kind::Function)) {
          return push_function(found.as<Function>(), window, argc + 1, names, 0, destination,
                               nullptr);
        }
        return call_native(found.as<Native>(), window, argc + 1, names);
      }
    }
  }
  // A lookup that fails has the attribute's position, which is that of the auxiliary word.
  ++frame->pc;
  BELLJAR_TRY(callee, get_attribute(*this, object, name));
  --frame->pc;
  window[0] = callee;
  return call_value(callee, window, argc, names, destination);
}

// --- functions and classes
// ----------------------------------------------------------------------------

Value Isolate::make_function(Frame* frame, const uint32_t* captures, const Code* code,
                             uint32_t flags, const Value* defaults) {
  uint32_t n = code->free_count;
  Function* f = heap_.make<Function>(Kind::Function, n > 1 ? (n - 1) * sizeof(Value) : 0);
  f->code = code;
  f->module = frame->function->module;
  f->name = code->name;
  f->qualname = code->qualname;
  f->defaults = flags & 1 ? defaults[0].as<Tuple>() : nullptr;
  f->kwdefaults = flags & 2 ? defaults[1].as<Dict>() : nullptr;
  f->attributes = nullptr;
  f->doc = code->doc ? *code->doc : Value::none();
  f->closure_count = n;
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t index = captures[i] >> 1;
    f->closure[i] = captures[i] & 1 ? frame->function->closure[index] : frame->base[index];
  }
  return Value::object(f);
}

namespace {
// What a class body's frame carries, in a list: see begin_class and finish_class.
constexpr size_t kBasesInList = 255;
constexpr size_t kKeywordsMax = 16;  // of a class statement with a library metaclass
enum ClassParts : uint32_t {
  kName,
  kBases,
  kKeywords,
  kNamespace,
  kLayoutNames,
  kClassCell,
  kMetaclass,
  kStoreHook,
  kPartCount
};
}  // namespace

// Metaclasses are the library modules' own: no profile has them. Theirs may have `__prepare__(meta,
// name, bases)`, which gives the namespace to begin with, and a static `__store__`, which sees what
// the body stores in it.
Value Isolate::choose_metaclass(Frame* frame, List* parts) {
  Value keywords = parts->items[kKeywords];
  Class* asked = nullptr;
  if (keywords.is(Kind::Dict) && frame->function->module->unit->library) {
    Str* key = realm_.atom(Atom::metaclass);
    Value given = dict_get_str(*this, keywords.as<Dict>(), key);
    if (given.is(Kind::Class)) asked = given.as<Class>();
    BELLJAR_CHECK(dict_remove(*this, keywords.as<Dict>(), Value::object(key)));
  }
  BELLJAR_TRY(chosen, metaclass_of(*this, parts->items[kBases].as<Tuple>(), asked));
  Class* meta = chosen.as<Class>();
  // A library module's class may derive from type: make_class sees that by the metaclass.
  if (meta != realm_.type || frame->function->module->unit->library) {
    parts->items[kMetaclass] = chosen;
  }
  if (meta == realm_.type) return Value::none();
  Value store = class_lookup(*this, meta, realm_.atom(Atom::store));
  if (store.is(Kind::StaticMethod)) parts->items[kStoreHook] = store.as<Wrapper>()->function;
  Value prepare = class_lookup(*this, meta, realm_.atom(Atom::prepare));
  if (prepare.is(Kind::Function)) {
    BELLJAR_TRY(space, invoke(prepare, {chosen, parts->items[kName], parts->items[kBases]}));
    parts->items[kNamespace] = space;
  }
  return Value::none();
}

// The classes that the bases stand for: what is no class (Generic[T], NamedTuple) says by its
// __mro_entries__. The same tuple if all are classes.
Value Isolate::resolve_bases(Value bases) {
  const Tuple* given = bases.as<Tuple>();
  const bool all = std::all_of(given->items, given->items + given->count,
                               [](Value base) { return base.is(Kind::Class); });
  if (all) return bases;
  Roots<3> roots(*this);
  roots[0] = bases;
  BELLJAR_TRY(name, new_str(*this, "__mro_entries__"));
  roots[1] = name;
  BELLJAR_TRY(list, new_list_reserved(*this, given->count));
  roots[2] = list;
  for (uint32_t i = 0; i < given->count; ++i) {
    Value base = given->items[i];
    Value entries = base.is(Kind::Class) ? Value::undefined()
                                         : get_attribute_or_undefined(*this, base, name.as<Str>());
    if (entries.is(Kind::Raised) && pending_is(Exc::AttributeError)) {
      take_pending();
      entries = Value::undefined();
    }
    if (entries.is_abrupt()) return entries;
    if (entries.is_undefined()) {
      BELLJAR_CHECK(list_append(*this, list.as<List>(), base));
      continue;
    }
    BELLJAR_TRY(classes, invoke(entries, {bases}));
    if (!classes.is(Kind::Tuple)) {
      return raise(Exc::TypeError, "__mro_entries__ must return a tuple");
    }
    const Tuple* found = classes.as<Tuple>();
    for (uint32_t j = 0; j < found->count; ++j) {
      BELLJAR_CHECK(list_append(*this, list.as<List>(), found->items[j]));
    }
  }
  return new_tuple(*this, list.as<List>()->items, list.as<List>()->size);
}

Value Isolate::begin_class(Frame* frame, const Value* window, size_t base_count, Str* name,
                           uint8_t destination) {
  Function* body = window[0].as<Function>();
  Value bases;
  if (base_count == kBasesInList) {
    const List* list = window[1].as<List>();
    bases = new_tuple(*this, list->items, list->size);
    base_count = 1;
  } else {
    bases = new_tuple(*this, window + 1, base_count);
  }
  if (bases.is_abrupt()) return bases;
  Roots<2> keep(*this);
  keep[0] = bases;
  BELLJAR_TRY(resolved, resolve_bases(bases));
  const Value written = bases;
  bases = resolved;
  BELLJAR_TRY(space, new_dict(*this));
  BELLJAR_TRY(parts_value, new_list_reserved(*this, kPartCount));
  List* parts = parts_value.as<List>();
  parts->size = kPartCount;
  parts->items[kName] = Value::object(name);
  parts->items[kBases] = bases;
  parts->items[kKeywords] = window[1 + base_count];
  parts->items[kNamespace] = space;
  Tuple* layout = body->code->layout_names;
  parts->items[kLayoutNames] = layout ? Value::object(layout) : Value::none();
  parts->items[kClassCell] = Value::none();
  parts->items[kMetaclass] = Value::none();
  parts->items[kStoreHook] = Value::none();
  if (!parts->items[kKeywords].is_none() && !parts->items[kKeywords].is(Kind::Dict)) {
    parts->items[kKeywords] = Value::none();
  }
  keep[1] = parts_value;
  BELLJAR_CHECK(choose_metaclass(frame, parts));
  space = parts->items[kNamespace];
  Dict* ns = space.as<Dict>();
  Str* module_name = frame->function->module->name;
  BELLJAR_CHECK(dict_set_str(*this, ns, realm_.atom(Atom::module), Value::object(module_name)));
  BELLJAR_CHECK(
      dict_set_str(*this, ns, realm_.atom(Atom::qualname), Value::object(body->code->qualname)));
  if (!written.same(bases)) {
    BELLJAR_TRY(key, new_str(*this, "__orig_bases__"));
    BELLJAR_CHECK(dict_set_str(*this, ns, key.as<Str>(), written));
  }
  Value* row = std::max(top_, frame->top);
  if (!reserve_stack(row, 1 + kCallHeadroom)) return stop_memory();
  row[0] = space;
  return push_function(body, row, 1, nullptr, kFrameClassBody, destination, parts);
}

// A store in the body of a class whose metaclass wants to see them (enum's duplicates and auto()):
// `__store__(namespace, name, value)` gives the value to store.
Value Isolate::store_in_namespace(Frame* frame, Str* name, Value value) {
  Value hook = static_cast<List*>(frame->companion)->items[kStoreHook];
  BELLJAR_TRY(stored, invoke(hook, {frame->base[0], Value::object(name), value}));
  return dict_set_str(*this, frame->base[0].as<Dict>(), name, stored);
}

// The metaclass's own __new__(meta, name, bases, namespace, **keywords). The methods' cell goes
// with the namespace, as in CPython.
Value Isolate::make_class_through(Value meta, Value maker, List* parts) {
  Roots<1> keep(*this);
  keep[0] = Value::object(parts);
  if (parts->items[kClassCell].is(Kind::Cell)) {
    BELLJAR_CHECK(dict_set_str(*this, parts->items[kNamespace].as<Dict>(),
                               realm_.atom(Atom::classcell), parts->items[kClassCell]));
  }
  Value args[4 + kKeywordsMax] = {meta, parts->items[kName], parts->items[kBases],
                                  parts->items[kNamespace]};
  size_t count = 4;
  Value keywords = parts->items[kKeywords];
  if (!keywords.is(Kind::Dict) || keywords.as<Dict>()->live == 0) {
    return invoke(maker, args, count);
  }
  Value names[kKeywordsMax];
  uint32_t position = 0;
  while (DictEntry* entry = dict_next(keywords.as<Dict>(), &position)) {
    if (count == 4 + kKeywordsMax) return raise(Exc::TypeError, "too many class keywords");
    names[count - 4] = entry->key;
    args[count++] = entry->value;
  }
  BELLJAR_TRY(tuple, new_tuple(*this, names, count - 4));
  return invoke_keywords(maker, args, count, tuple.as<Tuple>());
}

Value Isolate::finish_class(Object* companion) {
  List* parts = static_cast<List*>(companion);
  Roots<2> keep(*this);
  keep[0] = Value::object(parts);
  Dict* ns = parts->items[kNamespace].as<Dict>();
  Value qualname = dict_get_str(*this, ns, realm_.atom(Atom::qualname));
  BELLJAR_CHECK(dict_remove(*this, ns, Value::object(realm_.atom(Atom::qualname))));
  Value keywords = parts->items[kKeywords];
  Value layout = parts->items[kLayoutNames];
  Value cell = parts->items[kClassCell];
  Value meta = parts->items[kMetaclass];
  Value maker = meta.is(Kind::Class)
                    ? class_lookup(*this, meta.as<Class>(), realm_.atom(Atom::new_))
                    : Value::undefined();
  Value made;
  if (maker.is(Kind::StaticMethod)) {
    made = make_class_through(meta, maker.as<Wrapper>()->function, parts);
  } else {
    // The cell is filled before __init_subclass__ and __set_name__ run methods that use super().
    made = make_class(*this, parts->items[kName].as<Str>(), parts->items[kBases].as<Tuple>(), ns,
                      keywords.is(Kind::Dict) ? keywords.as<Dict>() : nullptr,
                      layout.is(Kind::Tuple) ? layout.as<Tuple>() : nullptr,
                      cell.is(Kind::Cell) ? cell.as<Cell>() : nullptr,
                      meta.is(Kind::Class) ? meta.as<Class>() : nullptr);
  }
  if (!made.is(Kind::Class) || made.as<Class>()->frozen()) return made;
  keep[1] = made;
  Class* cls = made.as<Class>();
  if (qualname.is_str()) cls->qualname = qualname.as<Str>();
  Value module_name = dict_get_str(*this, ns, realm_.atom(Atom::module));
  cls->module = module_name.is_str() ? module_name.as<Str>() : nullptr;
  return made;
}

// --- unpacking
// ----------------------------------------------------------------------------------------

Value Isolate::unpack(Value source, Value* out, size_t count) {
  auto few = [&](size_t got) {
    return raise(Exc::ValueError, {"not enough values to unpack (expected ", std::to_string(count),
                                   ", got ", std::to_string(got), ")"});
  };
  auto many = [&] {
    return raise(Exc::ValueError,
                 {"too many values to unpack (expected ", std::to_string(count), ")"});
  };
  if (source.is(Kind::Tuple) || source.is(Kind::List)) {
    bool tuple = source.is(Kind::Tuple);
    size_t n = tuple ? source.as<Tuple>()->count : source.as<List>()->size;
    const Value* items = tuple ? source.as<Tuple>()->items : source.as<List>()->items;
    if (n < count) return few(n);
    if (n > count) return many();
    std::copy_n(items, count, out);
    return Value::none();
  }
  Roots<2> roots(*this);
  Value it = iterate(*this, source);
  if (it.is(Kind::Raised) && pending_is(Exc::TypeError) && !offers_iteration(*this, source)) {
    take_pending();
    return raise(Exc::TypeError,
                 {"cannot unpack non-iterable ", type_name(*this, source), " object"});
  }
  if (it.is_abrupt()) return it;
  roots[0] = it;
  BELLJAR_TRY(got, new_list_reserved(*this, count));
  roots[1] = got;
  List* list = got.as<List>();
  for (size_t i = 0; i <= count; ++i) {
    BELLJAR_TRY(item, next(*this, it));
    if (item.is_undefined()) {
      if (i < count) return few(i);
      break;
    }
    if (i == count) return many();
    BELLJAR_CHECK(list_append(*this, list, item));
  }
  std::copy_n(list->items, count, out);
  return Value::none();
}

Value Isolate::unpack_star(Value source, Value* out, size_t before, size_t after) {
  Value it = iterate(*this, source);
  if (it.is(Kind::Raised) && pending_is(Exc::TypeError) && !offers_iteration(*this, source)) {
    take_pending();
    return raise(Exc::TypeError,
                 {"cannot unpack non-iterable ", type_name(*this, source), " object"});
  }
  if (it.is_abrupt()) return it;
  Roots<1> roots(*this);
  roots[0] = it;
  BELLJAR_TRY(all, list_from(*this, it));
  List* list = all.as<List>();
  if (list->size < before + after) {
    return raise(Exc::ValueError,
                 {"not enough values to unpack (expected at least ", std::to_string(before + after),
                  ", got ", std::to_string(list->size), ")"});
  }
  size_t middle = list->size - before - after;
  BELLJAR_TRY(rest, new_list(*this, list->items + before, middle));
  std::copy_n(list->items, before, out);
  out[before] = rest;
  std::copy_n(list->items + before + middle, after, out + before + 1);
  return Value::none();
}

// --- imports
// --------------------------------------------------------------------------------------------

}  // namespace belljar
