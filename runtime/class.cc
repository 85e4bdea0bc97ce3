// Attribute lookup: the one function behind syntax, getattr, format fields and patterns.
//
// Order, as CPython's object.__getattribute__: a data descriptor of the class (property, an
// instance with __set__), then the object's own attribute, then any other attribute of the class
// (bound if it is a function), then __getattr__.
#include "runtime/class.h"

#include "runtime/call.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/signature.h"
#include "runtime/slots.h"
#include "runtime/str.h"

namespace belljar {

// --- types
// ----------------------------------------------------------------------------------------

Class* class_of(const Context& context, Value v) {
  const Realm& realm = context.realm();
  switch (v.kind()) {
    case Kind::Instance:
      return v.as<Instance>()->cls;
    case Kind::Exception:
      return v.as<Exception>()->cls;
    case Kind::NativeObject:
      return v.as<NativeObject>()->cls;
    case Kind::Iterator: {
      Class* cls = realm.iterator_classes[v.as_object()->sub];
      return cls ? cls : realm.object;
    }
    case Kind::DictView:
      return realm.view_classes[v.as_object()->sub];
    case Kind::Class: {
      Class* meta = v.as<Class>()->meta;
      return meta ? meta : realm.type;
    }
    case Kind::Native: {
      const Native* native = v.as<Native>();
      constexpr uint8_t kFunctions = kNativeConstructor | kNativePython;
      if (!native->owner || native->native_flags & kFunctions) break;
      return native->native_flags & kNativeSlot ? realm.wrapper_descriptor
                                                : realm.method_descriptor;
    }
    case Kind::BoundMethod: {
      Value function = v.as<BoundMethod>()->function;
      if (!function.is(Kind::Native) || is_python_function(function)) break;
      return function.as<Native>()->native_flags & kNativeSlot ? realm.method_wrapper
                                                               : realm.of_kind(Kind::Native);
    }
    case Kind::Property: {
      Value get = v.as<Property>()->get;
      if (!v.as_object()->frozen() || !get.is(Kind::Native)) break;
      return is_python_function(get) ? realm.of_kind(Kind::Property) : realm.getset_descriptor;
    }
    default:
      break;
  }
  Class* cls = realm.of_kind(v.kind());
  return cls ? cls : realm.object;
}

std::string_view type_name(const Context& context, Value v) {
  return class_of(context, v)->name->view();
}

bool is_subclass(const Class* cls, const Class* base) {
  if (cls == base) return true;
  const Tuple* mro = cls->mro;
  for (uint32_t i = 1; i < mro->count; ++i) {
    if (mro->items[i].as_object() == base) return true;
  }
  return false;
}

// --- instance attributes
// ----------------------------------------------------------------------------

int layout_find(const Class* cls, Str* name) {
  const Layout& layout = cls->layout;
  for (uint32_t i = 0; i < layout.count; ++i) {
    if (layout.names[i] == name) return static_cast<int>(i);
  }
  for (uint32_t i = 0; i < layout.count; ++i) {
    if (layout.names[i] && str_equals(layout.names[i], name)) return static_cast<int>(i);
  }
  return -1;
}

int layout_add(Context& context, Class* cls, Str* name) {
  Layout& layout = cls->layout;
  if (layout.count >= kLayoutMax || (cls->frozen() && !context.realm_is_open())) return -1;
  if (layout.count == layout.capacity) {
    uint32_t capacity = layout.capacity ? layout.capacity * 2 : 4;
    layout.names = static_cast<Str**>(
        context.heap().resize(layout.names, layout.capacity * sizeof(Str*), capacity * sizeof(Str*),
                              layout.count * sizeof(Str*)));
    layout.capacity = capacity;
  }
  layout.names[layout.count] = name;
  // That instances had no such slot may be remembered, and an attribute of the class that they
  // shadow.
  if (name && cls->mro) ++context.class_epoch;
  return static_cast<int>(layout.count++);
}

Instance* new_instance(Context& context, Class* cls) {
  uint32_t n = cls->layout.count;
  size_t bytes = sizeof(Instance) - sizeof(Value) + n * sizeof(Value);
  size_t extra = bytes > sizeof(Instance) ? bytes - sizeof(Instance) : 0;
  Instance* o = context.heap().make<Instance>(Kind::Instance, extra);
  o->cls = cls;
  o->slots = o->inline_slots;
  o->extra = nullptr;
  o->capacity = n;
  o->inline_capacity = n;
  for (uint32_t i = 0; i < n; ++i) o->inline_slots[i] = Value::undefined();
  return o;
}

Value instance_get(const Context& context, const Instance* o, Str* name) {
  int slot = layout_find(o->cls, name);
  if (slot >= 0) {
    return static_cast<uint32_t>(slot) < o->capacity ? o->slots[slot] : Value::undefined();
  }
  return o->extra ? dict_get_str(context, o->extra, name) : Value::undefined();
}

Value instance_set(Context& context, Instance* o, Str* name, Value value) {
  int slot = layout_find(o->cls, name);
  if (slot < 0) slot = layout_add(context, o->cls, name);
  if (slot < 0) {
    if (!o->extra) {
      BELLJAR_TRY(dict, new_dict(context));
      o->extra = dict.as<Dict>();
    }
    return dict_set_str(context, o->extra, name, value);
  }
  uint32_t at = static_cast<uint32_t>(slot);
  if (at >= o->capacity) {
    uint32_t capacity = o->capacity * 2 > at ? o->capacity * 2 : at + 1;
    if (capacity > kLayoutMax) capacity = kLayoutMax;
    Value* slots = static_cast<Value*>(context.heap().buffer(capacity * sizeof(Value)));
    for (uint32_t i = 0; i < capacity; ++i) {
      slots[i] = i < o->capacity ? o->slots[i] : Value::undefined();
    }
    if (o->slots != o->inline_slots) context.heap().release(o->slots, o->capacity * sizeof(Value));
    o->slots = slots;
    o->capacity = capacity;
  }
  o->slots[at] = value;
  return Value::none();
}

// --- descriptors
// ------------------------------------------------------------------------------------

Value bind_method(Context& context, Value function, Value self) {
  BoundMethod* m = context.heap().make<BoundMethod>(Kind::BoundMethod);
  m->function = function;
  m->self = self;
  return Value::object(m);
}

namespace {

bool has_special(Context& context, Value v, Atom atom) {
  return v.is(Kind::Instance) && !special_method(context, v, atom).is_undefined();
}

bool is_data_descriptor(Context& context, Value v) {
  if (v.is(Kind::Property)) return true;
  return v.is(Kind::Instance) &&
         (has_special(context, v, Atom::set) || has_special(context, v, Atom::delete_));
}

// What an attribute found in a class is when it is read through `self` (Undefined: through the
// class `cls` itself).
Value bind_descriptor(Context& context, Value found, Value self, Class* cls) {
  switch (found.kind()) {
    case Kind::Function:
      return self.is_undefined() ? found : bind_method(context, found, self);
    case Kind::Native:
      // Natives of a class are methods; plain native functions stored in a class are not.
      if (self.is_undefined() || !found.as<Native>()->owner) return found;
      return bind_method(context, found, self);
    case Kind::StaticMethod:
      return found.as<Wrapper>()->function;
    case Kind::ClassMethod: {
      Value function = found.as<Wrapper>()->function;
      // What binds itself is asked with the class for its object, as CPython does.
      if (function.is(Kind::Property) || function.is(Kind::Instance)) {
        Value result = bind_descriptor(context, function, Value::object(cls), cls);
        if (!result.same(function)) return result;
      }
      return bind_method(context, function, Value::object(cls));
    }
    case Kind::Property: {
      if (self.is_undefined()) return found;
      const Property* p = found.as<Property>();
      if (p->get.is_none()) return raise_no_accessor(context, p, self, "getter");
      return context.invoke(p->get, {self});
    }
    case Kind::Instance: {
      Value get = special_method(context, found, Atom::get);
      if (get.is_undefined()) return found;
      return context.invoke(
          get, {found, self.is_undefined() ? Value::none() : self, Value::object(cls)});
    }
    case Kind::Super: {
      if (self.is_undefined() || found.as<Super>()->self_class) return found;
      const Value get = special_method(context, found, Atom::get);
      return context.invoke(get, {found, self, Value::object(cls)});
    }
    case Kind::NativeObject:
      if (self.is_undefined() || !is_member(context, found)) return found;
      return member_get(context, static_cast<MemberDescriptor*>(found.as_object()), self);
    default:
      return found;
  }
}

// The object's own attribute, without the class's.
Value own_attribute(const Context& context, Value object, Str* name) {
  switch (object.kind()) {
    case Kind::Instance:
      return instance_get(context, object.as<Instance>(), name);
    case Kind::Exception: {
      Dict* d = object.as<Exception>()->attributes;
      return d ? dict_get_str(context, d, name) : Value::undefined();
    }
    case Kind::Function: {
      Dict* d = object.as<Function>()->attributes;
      return d ? dict_get_str(context, d, name) : Value::undefined();
    }
    case Kind::BoundMethod:  // what its function has
      return own_attribute(context, object.as<BoundMethod>()->function, name);
    case Kind::Module:
      return dict_get_str(context, object.as<Module>()->attributes, name);
    default:
      return Value::undefined();
  }
}

Value super_attribute(Context& context, Super* super, Str* name) {
  Class* cls = super->self_class;
  if (!cls) return Value::undefined();  // unbound
  const Tuple* mro = cls->mro;
  bool behind = false;
  for (uint32_t i = 0; i < mro->count; ++i) {
    Class* c = mro->items[i].as<Class>();
    if (behind) {
      Value v = dict_get_str(context, c->attributes, name);
      if (!v.is_undefined()) {
        // super(C, C) in a class method: self is the class.
        bool on_class = super->self.is(Kind::Class) && super->self.as<Class>() == cls;
        return bind_descriptor(context, v, on_class ? Value::undefined() : super->self, cls);
      }
    }
    behind = behind || c == super->start;
  }
  return Value::undefined();
}

Value class_attribute(Context& context, Class* cls, Str* name) {
  Class* type = class_of(context, Value::object(cls));
  Value meta = class_lookup(context, type, name);
  if (meta.is(Kind::Property)) return bind_descriptor(context, meta, Value::object(cls), cls);
  Value found = class_lookup(context, cls, name);
  if (!found.is_undefined()) return bind_descriptor(context, found, Value::undefined(), cls);
  if (meta.is_undefined()) return meta;
  return bind_descriptor(context, meta, Value::object(cls), type);
}

// Undefined: no such attribute.
Value lookup(Context& context, Value object, Str* name) {
  if (object.is(Kind::Class)) return class_attribute(context, object.as<Class>(), name);
  if (object.is(Kind::Super)) {
    Value v = super_attribute(context, object.as<Super>(), name);
    if (!v.is_undefined()) return v;
  }
  Class* cls = class_of(context, object);
  Value found = class_lookup(context, cls, name);
  if (found.is_heap() && is_data_descriptor(context, found)) {
    return bind_descriptor(context, found, object, cls);
  }
  Value own = own_attribute(context, object, name);
  if (!own.is_undefined()) return own;
  if (!found.is_undefined()) return bind_descriptor(context, found, object, cls);
  return Value::undefined();
}

Value no_attribute(Context& context, Value object, Str* name) {
  if (object.is(Kind::Class)) {
    return context.raise(Exc::AttributeError, {"type object '", object.as<Class>()->name->view(),
                                               "' has no attribute '", name->view(), "'"});
  }
  if (object.is(Kind::Module)) {
    return context.raise(Exc::AttributeError, {"module '", object.as<Module>()->name->view(),
                                               "' has no attribute '", name->view(), "'"});
  }
  // A method passes on what it lacks to its function, whose type the message then names.
  std::string_view type = type_name(context, object);
  if (object.is(Kind::BoundMethod)) {
    Value function = object.as<BoundMethod>()->function;
    type = is_python_function(function) ? "function" : "builtin_function_or_method";
  } else if (is_python_function(object)) {
    type = "function";
  }
  return context.raise(Exc::AttributeError,
                       {"'", type, "' object has no attribute '", name->view(), "'"});
}

}  // namespace

Value raise_no_accessor(Context& context, const Property* property, Value self,
                        std::string_view what) {
  const Class* cls = class_of(context, self);
  const std::string_view type =
      cls->frozen() || !cls->qualname ? cls->name->view() : cls->qualname->view();
  if (!property->name) {
    return context.raise(Exc::AttributeError, {"property of '", type, "' object has no ", what});
  }
  return context.raise(Exc::AttributeError, {"property '", property->name->view(), "' of '", type,
                                             "' object has no ", what});
}

Value get_attribute_default(Context& context, Value object, Str* name) {
  return lookup(context, object, name);
}

Value get_attribute_or_undefined(Context& context, Value object, Str* name) {
  Class* cls = class_of(context, object);
  if (cls->traits & (kHasGetattribute | kHasGetattr)) {
    Roots<2> roots(context);
    roots[0] = object;
    roots[1] = Value::object(name);
    Value v;
    if (cls->traits & kHasGetattribute) {
      Value hook = class_lookup(context, cls, context.realm().atom(Atom::getattribute));
      v = context.invoke(hook, {object, Value::object(name)});
    } else {
      v = lookup(context, object, name);
    }
    bool missing =
        v.is_undefined() || (v.is(Kind::Raised) && context.pending_is(Exc::AttributeError));
    if (!missing || !(cls->traits & kHasGetattr)) return v;
    if (v.is(Kind::Raised)) context.take_pending();
    Value hook = class_lookup(context, cls, context.realm().atom(Atom::getattr));
    return context.invoke(hook, {roots[0], roots[1]});
  }
  return lookup(context, object, name);
}

Value get_attribute(Context& context, Value object, Str* name) {
  Roots<2> roots(context);
  roots[0] = object;
  roots[1] = Value::object(name);
  Value v = get_attribute_or_undefined(context, object, name);
  if (__builtin_expect(v.is_undefined(), 0)) v = no_attribute(context, object, name);
  if (__builtin_expect(v.is(Kind::Raised), 0) && context.pending_is(Exc::AttributeError)) {
    BELLJAR_CHECK(exception_subject(context, context.pending().as<Exception>(), roots[1], object));
  }
  return v;
}

// --- writing
// ----------------------------------------------------------------------------------------

namespace {

Value immutable_class(Context& context, Class* cls, Str* name) {
  return context.raise(Exc::TypeError, {"cannot set '", name->view(),
                                        "' attribute of immutable type '", cls->name->view(), "'"});
}

Value set_plain(Context& context, Value object, Str* name, Value value);

// Calls the setter of a data descriptor; Undefined if `found` is none.
Value set_through_descriptor(Context& context, Value found, Value object, Str* name, Value value) {
  if (found.is(Kind::Property)) {
    Value set = found.as<Property>()->set;
    if (set.is_none()) {
      Value get = found.as<Property>()->get;
      if (get.is(Kind::Native) && !(get.as<Native>()->native_flags & kNativePython)) {
        return context.raise(Exc::AttributeError,
                             {"attribute '", name->view(), "' of '", type_name(context, object),
                              "' objects is not writable"});
      }
      return raise_no_accessor(context, found.as<Property>(), object, "setter");
    }
    BELLJAR_CHECK(context.invoke(set, {object, value}));
    return Value::none();
  }
  if (found.is(Kind::Instance)) {
    Value set = special_method(context, found, Atom::set);
    if (!set.is_undefined()) {
      BELLJAR_CHECK(context.invoke(set, {found, object, value}));
      return Value::none();
    }
  }
  if (is_member(context, found)) {
    return member_set(context, static_cast<MemberDescriptor*>(found.as_object()), object, value);
  }
  return Value::undefined();
}

// What a function of CPython is made of. It has no such parts here, and none may be given to it: a
// program that sets one with setattr() would believe that it had changed the function.
bool is_hidden_part(std::string_view name) {
  for (std::string_view part : {"__code__", "__globals__", "__closure__", "__builtins__",
                                "__defaults__", "__kwdefaults__", "__dict__"}) {
    if (name == part) return true;
  }
  return false;
}

// Instances of a class with __slots__ alone take no other names.
Value no_room(Context& context, const Instance* o, Str* name) {
  if (class_lookup(context, o->cls, name).is_undefined()) {
    return no_attribute(context, Value::object(o), name);
  }
  return context.raise(Exc::AttributeError, {"'", o->cls->name->view(), "' object attribute '",
                                             name->view(), "' is read-only"});
}

Value set_plain(Context& context, Value object, Str* name, Value value) {
  switch (object.kind()) {
    case Kind::Instance: {
      Instance* o = object.as<Instance>();
      if (o->frozen()) return immutable_class(context, o->cls, name);
      if ((o->cls->traits & kNoDict) || o->cls == context.realm().object) {
        return no_room(context, o, name);
      }
      return instance_set(context, o, name, value);
    }
    case Kind::Class: {
      Class* cls = object.as<Class>();
      if (cls->frozen()) return immutable_class(context, cls, name);
      BELLJAR_CHECK(dict_set_str(context, cls->attributes, name, value));
      ++context.class_epoch;
      update_traits(context, cls);
      return Value::none();
    }
    case Kind::Function: {
      Function* f = object.as<Function>();
      if (f->frozen()) break;
      if (is_hidden_part(name->view())) {
        return context.raise(Exc::AttributeError, {"attribute '", name->view(),
                                                   "' of 'function' objects is not writable"});
      }
      if (!f->attributes) {
        BELLJAR_TRY(dict, new_dict(context));
        f->attributes = dict.as<Dict>();
      }
      return dict_set_str(context, f->attributes, name, value);
    }
    case Kind::Exception: {
      Exception* e = object.as<Exception>();
      if (!e->attributes) {
        BELLJAR_TRY(dict, new_dict(context));
        e->attributes = dict.as<Dict>();
      }
      return dict_set_str(context, e->attributes, name, value);
    }
    default:
      break;
  }
  Class* cls = class_of(context, object);
  if (!object.is(Kind::Module) && !class_lookup(context, cls, name).is_undefined()) {
    return context.raise(Exc::AttributeError, {"'", cls->name->view(), "' object attribute '",
                                               name->view(), "' is read-only"});
  }
  if (object.is(Kind::BoundMethod)) {
    return context.raise(Exc::AttributeError, {"'", cls->name->view(),
                                               "' object has no attribute '", name->view(), "'"});
  }
  return no_attribute(context, object, name);
}

}  // namespace

Value set_attribute(Context& context, Value object, Str* name, Value value) {
  Class* cls = class_of(context, object);
  if (cls->traits & kHasSetattr) {
    Value hook = class_lookup(context, cls, context.realm().atom(Atom::setattr));
    BELLJAR_CHECK(context.invoke(hook, {object, Value::object(name), value}));
    return Value::none();
  }
  return set_attribute_default(context, object, name, value);
}

Value set_attribute_default(Context& context, Value object, Str* name, Value value) {
  Class* cls = class_of(context, object);
  Value found = class_lookup(context, cls, name);
  if (found.is_heap()) {
    Value done = set_through_descriptor(context, found, object, name, value);
    if (!done.is_undefined()) return done;
  }
  return set_plain(context, object, name, value);
}

Value delete_attribute(Context& context, Value object, Str* name) {
  Class* cls = class_of(context, object);
  if (cls->traits & kHasDelattr) {
    Value hook = class_lookup(context, cls, context.realm().atom(Atom::delattr));
    BELLJAR_CHECK(context.invoke(hook, {object, Value::object(name)}));
    return Value::none();
  }
  return delete_attribute_default(context, object, name);
}

Value delete_attribute_default(Context& context, Value object, Str* name) {
  Class* cls = class_of(context, object);
  Value found = class_lookup(context, cls, name);
  if (found.is(Kind::Property)) {
    Value del = found.as<Property>()->del;
    if (del.is_none()) {
      return raise_no_accessor(context, found.as<Property>(), object, "deleter");
    }
    BELLJAR_CHECK(context.invoke(del, {object}));
    return Value::none();
  }
  if (found.is(Kind::Instance)) {
    Value del = special_method(context, found, Atom::delete_);
    if (!del.is_undefined()) {
      BELLJAR_CHECK(context.invoke(del, {found, object}));
      return Value::none();
    }
  }
  if (is_member(context, found)) {
    return member_delete(context, static_cast<MemberDescriptor*>(found.as_object()), object);
  }
  Dict* dict = nullptr;
  switch (object.kind()) {
    case Kind::Instance: {
      Instance* o = object.as<Instance>();
      int slot = layout_find(o->cls, name);
      if (!o->frozen() && slot >= 0 && static_cast<uint32_t>(slot) < o->capacity &&
          !o->slots[slot].is_undefined()) {
        o->slots[slot] = Value::undefined();
        return Value::none();
      }
      dict = o->extra;
      break;
    }
    case Kind::Class: {
      Class* c = object.as<Class>();
      if (c->frozen()) return immutable_class(context, c, name);
      BELLJAR_TRY(removed, dict_remove(context, c->attributes, Value::object(name)));
      if (removed.is_undefined()) return context.raise(Exc::AttributeError, name->view());
      ++context.class_epoch;
      update_traits(context, c);
      return Value::none();
    }
    case Kind::Function:
      dict = object.as<Function>()->attributes;
      break;
    case Kind::Exception:
      dict = object.as<Exception>()->attributes;
      break;
    default:
      break;
  }
  if (dict && !dict->frozen()) {
    BELLJAR_TRY(removed, dict_remove(context, dict, Value::object(name)));
    if (!removed.is_undefined()) return Value::none();
  }
  return no_attribute(context, object, name);
}

// --- special methods
// --------------------------------------------------------------------------------

Value special_method(Context& context, Value object, Atom atom) {
  return class_lookup(context, class_of(context, object), context.realm().atom(atom));
}

const Native* direct_native(Value method, Value object, size_t argc) {
  if (!method.is(Kind::Native) || !object.is(Kind::NativeObject)) return nullptr;
  const Native* native = method.as<Native>();
  const bool direct = native->owner == object.as<NativeObject>()->cls &&
                      native->signature->simple && native->signature->count == argc;
  return direct ? native : nullptr;
}

Value call_directly(Context& context, const Native* native, Value object,
                    std::initializer_list<Value> arguments) {
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  Roots<4> row(context);
  size_t n = 0;
  row[n++] = object;
  for (Value v : arguments) row[n++] = v;
  Call call(context, native, row.value);
  return native->fn(call);
}

Value call_special(Context& context, Value object, Atom atom,
                   std::initializer_list<Value> arguments) {
  Value method = special_method(context, object, atom);
  if (method.is_undefined()) return method;
  Value args[4];
  size_t n = 0;
  if (const Native* native = direct_native(method, object, arguments.size() + 1)) {
    return call_directly(context, native, object, arguments);
  }
  if (method.is(Kind::Function) || method.is(Kind::Native)) {
    args[n++] = object;
  } else {
    if (method.is_none()) return Value::undefined();
    method = bind_descriptor(context, method, object, class_of(context, object));
    if (method.is_abrupt()) return method;
  }
  for (Value v : arguments) args[n++] = v;
  return context.invoke(method, args, n);
}

Tuple* enum_members(const Context& context, const Class* cls) {
  Value members = class_lookup(context, cls, context.realm().atom(Atom::members));
  return members.is(Kind::Tuple) ? members.as<Tuple>() : nullptr;
}

bool is_callable(Context& context, Value v) {
  switch (v.kind()) {
    case Kind::Function:
    case Kind::Native:
    case Kind::BoundMethod:
    case Kind::Class:
      return true;
    case Kind::Instance:
    case Kind::NativeObject:
      return !special_method(context, v, Atom::call).is_undefined();
    default:
      return false;
  }
}

}  // namespace belljar
