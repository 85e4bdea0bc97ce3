// Classes and attributes: MRO, lookup, instances, special methods. The one place that looks up an
// attribute: syntax, getattr(), format fields and match patterns all come here (threats R10).
#pragma once

#include <string_view>

#include "runtime/class_lookup.h"
#include "runtime/context.h"
#include "runtime/object.h"

namespace belljar {

// The class of any value (type(x)).
Class* class_of(const Context& context, Value v);
std::string_view type_name(const Context& context, Value v);  // bare name, for messages
bool is_subclass(const Class* cls, const Class* base);
inline bool is_exception_class(Value v) {
  return v.is(Kind::Class) && (v.as<Class>()->traits & kIsException);
}

// obj.name, with descriptors, __getattr__, modules, classes. AttributeError in CPython's words.
Value get_attribute(Context& context, Value object, Str* name);
// object.__getattribute__: without the class's own hooks. Undefined if absent.
Value get_attribute_default(Context& context, Value object, Str* name);
// As get_attribute, but Undefined instead of AttributeError.
Value get_attribute_or_undefined(Context& context, Value object, Str* name);
Value set_attribute(Context& context, Value object, Str* name, Value value);
Value delete_attribute(Context& context, Value object, Str* name);
// object.__setattr__ and object.__delattr__: without the class's own hooks.
Value set_attribute_default(Context& context, Value object, Str* name, Value value);
Value delete_attribute_default(Context& context, Value object, Str* name);
// Recomputes Class::traits from the MRO.
void update_traits(Context& context, Class* cls);

// The special method `atom` of type(object), bound to nothing; Undefined if the class has none.
Value special_method(Context& context, Value object, Atom atom);
// Calls type(object).<atom>(object, arguments…); Undefined if there is no such method.
Value call_special(Context& context, Value object, Atom atom,
                   std::initializer_list<Value> arguments);

// A method written in C++ for the very class of `object`, with a parameter for each of `argc`
// arguments: nothing is left to be bound, and the interpreter need not be entered. Null: call it
// like any other.
const Native* direct_native(Value method, Value object, size_t argc);
Value call_directly(Context& context, const Native* native, Value object,
                    std::initializer_list<Value> arguments);

// A class statement's result. `namespace_` is its body's dict; keywords go to __init_subclass__;
// `class_cell` (or null), the methods' __class__, is filled. `meta`: the metaclass, null but for
// library modules: then that of the bases.
Value make_class(Context& context, Str* name, Tuple* bases, Dict* namespace_, Dict* keywords,
                 Tuple* layout_names, Cell* class_cell, Class* meta = nullptr);
// The most derived of `asked` (or type) and the classes of the bases; TypeError if there is none.
Value metaclass_of(Context& context, const Tuple* bases, Class* asked);
// An instance with no attributes, sized for its class's layout. Never fails.
Instance* new_instance(Context& context, Class* cls);
// What __new__ of a built-in type made for `cls`: wrapped if that derives from the type.
Value adopt(Context& context, Value cls, Value native_part);
// Calling a class object: cls(arguments…).
Value construct(Context& context, Class* cls, const Value* args, size_t count, Tuple* names);

// The same without the metaclass's __call__: what type.__call__ does.
Value construct_plain(Context& context, Class* cls, const Value* args, size_t count, Tuple* names);
// TypeError: the class has abstract methods.
Value raise_abstract(Context& context, const Class* cls);

// Instance attributes without descriptors. `get`: Undefined if absent.
Value instance_get(const Context& context, const Instance* instance, Str* name);
Value instance_set(Context& context, Instance* instance, Str* name, Value value);
// Slot of `name` in the layout, or -1.
int layout_find(const Class* cls, Str* name);
int layout_add(Context& context, Class* cls, Str* name);  // -1 when full

// The native part of an instance of a class that derives from a built-in type, else `v` itself:
// natives that accept str accept subclasses of str through this.
inline Value payload(Value v) {
  if (v.is(Kind::Instance)) {
    const Instance* i = v.as<Instance>();
    if (i->cls->payload_kind != Kind::Instance && i->capacity > 0) return i->slots[0];
  }
  return v;
}

// The method that calls `function` with `self` first.
Value bind_method(Context& context, Value function, Value self);
// "property 'x' of 'C' object has no getter"; `what`: getter, setter, deleter.
Value raise_no_accessor(Context& context, const Property* property, Value self,
                        std::string_view what);

bool is_callable(Context& context, Value v);
// The members of an enumeration class, in order; null for any other class.
Tuple* enum_members(const Context& context, const Class* cls);
// A function of the program, or a native that stands for one.
inline bool is_python_function(Value v) {
  return v.is(Kind::Function) ||
         (v.is(Kind::Native) && (v.as<Native>()->native_flags & kNativePython));
}

}  // namespace belljar
