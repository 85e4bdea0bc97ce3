// Reading __slots__, and the descriptors that stand for slots.
#include "runtime/slots.h"

#include <algorithm>
#include <string>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/unicode.h"

namespace belljar {

const NativeType kMemberDescriptorType = {"member_descriptor",
                                          [](Object* o, Tracer& t) {
                                            MemberDescriptor* m = static_cast<MemberDescriptor*>(o);
                                            t.visit(m->name);
                                            t.visit(m->owner);
                                          },
                                          nullptr};

// --- descriptors ---------------------------------------------------------------------------------

namespace {

Value check_receiver(Context& context, const MemberDescriptor* member, Value self) {
  if (self.is(Kind::Instance) && is_subclass(self.as<Instance>()->cls, member->owner)) {
    return Value::none();
  }
  return context.raise(
      Exc::TypeError, {"descriptor '", member->name->view(), "' for '", member->owner->name->view(),
                       "' objects doesn't apply to a '", type_name(context, self), "' object"});
}

}  // namespace

Value member_get(Context& context, const MemberDescriptor* member, Value self) {
  BELLJAR_CHECK(check_receiver(context, member, self));
  return instance_get(context, self.as<Instance>(), member->name);
}

Value member_set(Context& context, const MemberDescriptor* member, Value self, Value value) {
  BELLJAR_CHECK(check_receiver(context, member, self));
  return instance_set(context, self.as<Instance>(), member->name, value);
}

Value member_delete(Context& context, const MemberDescriptor* member, Value self) {
  BELLJAR_CHECK(check_receiver(context, member, self));
  Instance* o = self.as<Instance>();
  if (instance_get(context, o, member->name).is_undefined()) {
    return context.raise(Exc::AttributeError, member->name->view());
  }
  if (layout_find(o->cls, member->name) < 0) {
    return dict_remove(context, o->extra, Value::object(member->name));
  }
  return instance_set(context, o, member->name, Value::undefined());
}

// --- reading __slots__ ---------------------------------------------------------------------------

namespace {

// __x in class _C is _C__x.
Value mangled(Context& context, const Class* cls, Str* name) {
  std::string_view text = name->view();
  std::string_view owner = cls->name->view();
  const bool is_private = text.starts_with("__") && !text.ends_with("__");
  owner.remove_prefix(std::min(owner.find_first_not_of('_'), owner.size()));
  if (!is_private || owner.empty()) return Value::object(name);
  return new_str(context, "_" + std::string(owner) + std::string(text));
}

// The names as a list of strs, checked but for conflicts.
Value slot_names(Context& context, Value declared) {
  if (payload(declared).is_str()) {
    declared = payload(declared);
    return new_list(context, &declared, 1);
  }
  BELLJAR_TRY(list, list_from(context, declared));
  Roots<1> roots(context);
  roots[0] = list;
  for (uint32_t i = 0; i < list.as<List>()->size; ++i) {
    Value& item = list.as<List>()->items[i];
    item = payload(item);
    if (!item.is_str()) {
      return context.raise(Exc::TypeError, {"__slots__ items must be strings, not '",
                                            type_name(context, item), "'"});
    }
    if (!is_identifier(item.as<Str>()->view())) {
      return context.raise(Exc::TypeError, "__slots__ must be identifiers");
    }
  }
  return list;
}

Value add_member(Context& context, Class* cls, Str* name) {
  if (!dict_get_str(context, cls->attributes, name).is_undefined()) {
    return context.raise(Exc::ValueError,
                         {"'", name->view(), "' in __slots__ conflicts with class variable"});
  }
  MemberDescriptor* member = context.heap().make<MemberDescriptor>(Kind::NativeObject);
  member->cls = context.realm().member_descriptor;
  member->name = name;
  member->owner = cls;
  if (layout_find(cls, name) < 0) layout_add(context, cls, name);
  ++context.class_epoch;
  return dict_set_str(context, cls->attributes, name, Value::object(member));
}

// Instances of these have a length of their own, behind which CPython has no room for slots.
bool has_variable_size(Kind kind) {
  return kind == Kind::Int || kind == Kind::Bytes || kind == Kind::Tuple;
}

// Whether instances of some base have attributes beyond slots.
bool inherits_dict(const Context& context, const Class* cls) {
  for (uint32_t i = 0; i < cls->bases->count; ++i) {
    const Class* base = cls->bases->items[i].as<Class>();
    const bool builtin = base->frozen() && base->instance_kind != Kind::Exception &&
                         (base == context.realm().object || base->instance_kind != Kind::Instance);
    if (!builtin && !(base->traits & kNoDict)) return true;
  }
  return false;
}

// The most derived class of the MRO whose instances need room of their own, or null.
const Class* slot_owner(const Class* cls) {
  for (uint32_t i = 0; i < cls->mro->count; ++i) {
    const Class* c = cls->mro->items[i].as<Class>();
    if (c->traits & kAddsSlots) return c;
  }
  return nullptr;
}

}  // namespace

Value apply_slots(Context& context, Class* cls) {
  const Realm& realm = context.realm();
  Value declared = dict_get_str(context, cls->attributes, realm.atom(Atom::slots));
  if (declared.is_undefined() || cls->instance_kind != Kind::Instance) return Value::none();
  Roots<2> roots(context);
  roots[0] = declared;
  BELLJAR_TRY(names, slot_names(context, declared));
  roots[1] = names;
  List* list = names.as<List>();
  if (list->size > 0 && has_variable_size(cls->payload_kind)) {
    for (uint32_t i = 1; i < cls->mro->count; ++i) {
      const Class* base = cls->mro->items[i].as<Class>();
      if (!base->frozen()) continue;
      return context.raise(Exc::TypeError, {"nonempty __slots__ not supported for subtype of '",
                                            cls->bases->items[0].as<Class>()->name->view(), "'"});
    }
  }
  bool dict = inherits_dict(context, cls);
  if (!dict) cls->traits |= kNoDict;
  bool has_weakref = dict;
  for (uint32_t i = 0; i < list->size; ++i) {
    Str* name = list->items[i].as<Str>();
    if (str_equals(name, realm.atom(Atom::instance_dict))) {
      if (dict) {
        return context.raise(Exc::TypeError, "__dict__ slot disallowed: we already got one");
      }
      cls->traits &= ~kNoDict;
      dict = true;
      continue;
    }
    if (str_equals(name, realm.atom(Atom::weakref))) {
      if (has_weakref) {
        return context.raise(Exc::TypeError, "__weakref__ slot disallowed: we already got one");
      }
      has_weakref = true;
      continue;
    }
    if (!context.charge(1)) return Value::stopped();
    BELLJAR_TRY(own, mangled(context, cls, name));
    BELLJAR_CHECK(add_member(context, cls, own.as<Str>()));
    cls->traits |= kAddsSlots;
  }
  return Value::none();
}

Value check_slot_layouts(Context& context, const Tuple* bases) {
  const Class* widest = nullptr;
  for (uint32_t i = 0; i < bases->count; ++i) {
    const Class* owner = slot_owner(bases->items[i].as<Class>());
    if (!owner || (widest && is_subclass(widest, owner))) continue;
    if (widest && !is_subclass(owner, widest)) {
      return context.raise(Exc::TypeError, "multiple bases have instance lay-out conflict");
    }
    widest = owner;
  }
  return Value::none();
}

}  // namespace belljar
