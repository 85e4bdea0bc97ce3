// __slots__: the attributes that a class names in advance, and the descriptors that stand for them.
//
// A slot is a name in the class's layout, like any instance attribute. What __slots__ adds is the
// descriptor in the class (`C.x` is `<member 'x' of 'C' objects>`) and, where no class of the MRO
// gives its instances a dict (kNoDict), that no other name can be set.
#pragma once

#include "runtime/context.h"

namespace belljar {

struct MemberDescriptor : NativeObject {
  Str* name;
  Class* owner;
};
extern const NativeType kMemberDescriptorType;

inline bool is_member(const Context& context, Value v) {
  return v.is(Kind::NativeObject) && v.as<NativeObject>()->cls == context.realm().member_descriptor;
}
// The attribute of `self` that the descriptor stands for; Undefined while it is not set. TypeError
// if `self` is of another class.
Value member_get(Context& context, const MemberDescriptor* member, Value self);
Value member_set(Context& context, const MemberDescriptor* member, Value self, Value value);
Value member_delete(Context& context, const MemberDescriptor* member, Value self);

// Reads __slots__ of a class that is being made: puts the names into its layout and descriptors
// into its attributes, and settles kAddsSlots and kNoDict.
Value apply_slots(Context& context, Class* cls);
// The TypeError of bases that cannot be joined because each adds slots of its own; None: they can.
Value check_slot_layouts(Context& context, const Tuple* bases);

}  // namespace belljar
