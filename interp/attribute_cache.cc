// Filling the attribute caches: a site remembers the slot of an instance attribute.
#include "interp/isolate.h"
#include "runtime/call.h"
#include "runtime/class.h"

namespace belljar {

namespace {
// May `slot` of instances be read without looking at the class? Not if the class has a descriptor
// (property) of that name, or a hook.
bool plain_slot(const Class* cls, Value found) {
  if (cls->traits & kHasGetattribute) return false;
  // With __slots__ alone, a class variable of a slot's name is read-only in instances.
  if ((cls->traits & kNoDict) && !found.is(Kind::NativeObject)) return false;
  return !found.is(Kind::Property) && !found.is(Kind::Instance);
}
}  // namespace

// Out of the loop: the address of `self` would keep it in memory there.
Value Isolate::call_getter(Native* getter, Value self) {
  Call call(*this, getter, &self);
  return getter->fn(call);
}

Value Isolate::get_attribute_cached(Frame* frame, Value object, uint32_t aux) {
  Str* name = frame->code->constants[aux & 0xffff].as<Str>();
  if (object.is(Kind::Instance)) {
    const Instance* o = object.as<Instance>();
    const ClassLookup& l = class_look_up(*this, o->cls, name);
    int slot = l.slot;
    if (slot >= 0 && static_cast<uint32_t>(slot) < o->capacity && !o->slots[slot].is_undefined() &&
        plain_slot(o->cls, l.found)) {
      frame->function->module->caches[frame->code->cache_base + (aux >> 16)] = {
          o->cls, class_epoch, AttributeCache::Slot, static_cast<uint16_t>(slot), nullptr};
      return o->slots[slot];
    }
  }
  if (object.is(Kind::NativeObject)) {
    // Read-only properties written in C++, which do not call back.
    Class* cls = object.as<NativeObject>()->cls;
    Value found = class_lookup(*this, cls, name);
    if (found.is(Kind::Property) && found.as<Property>()->get.is(Kind::Native)) {
      Native* getter = found.as<Property>()->get.as<Native>();
      frame->function->module->caches[frame->code->cache_base + (aux >> 16)] = {
          cls, class_epoch, AttributeCache::Getter, 0, getter};
    }
  }
  return get_attribute(*this, object, name);
}

Value Isolate::set_attribute_cached(Frame* frame, Value object, uint32_t aux, Value value) {
  Str* name = frame->code->constants[aux & 0xffff].as<Str>();
  if (object.is(Kind::Instance) && !object.as_object()->frozen()) {
    Instance* o = object.as<Instance>();
    const ClassLookup& l = class_look_up(*this, o->cls, name);
    if (l.slot >= 0 && !(o->cls->traits & kHasSetattr) && plain_slot(o->cls, l.found)) {
      frame->function->module->caches[frame->code->cache_base + (aux >> 16)] = {
          o->cls, class_epoch, AttributeCache::Slot, static_cast<uint16_t>(l.slot), nullptr};
      if (static_cast<uint32_t>(l.slot) < o->capacity) {
        o->slots[l.slot] = value;
        return Value::none();
      }
    }
  }
  return set_attribute(*this, object, name, value);
}

}  // namespace belljar
