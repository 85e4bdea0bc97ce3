// The special methods that are slots of a type in CPython, and what it says of wrong calls of them.
// Apart from signature.cc because a slot has no signature of its own: how its arguments are counted
// follows from the slot.
#include <string>

#include "runtime/class.h"
#include "runtime/context.h"
#include "runtime/signature.h"

namespace belljar {

namespace {

// How many arguments follow the receiver. Tuple: counted as an argument tuple without a name is,
// whose message begins with a space.
struct SlotRow {
  std::string_view name;
  uint8_t least, most;
  bool tuple;
};
constexpr uint8_t kAnyCount = 255;  // the function itself counts
constexpr SlotRow kSlots[] = {
    {"__repr__", 0, 0, false},         {"__hash__", 0, 0, false},
    {"__str__", 0, 0, false},          {"__iter__", 0, 0, false},
    {"__next__", 0, 0, false},         {"__len__", 0, 0, false},
    {"__neg__", 0, 0, false},          {"__pos__", 0, 0, false},
    {"__abs__", 0, 0, false},          {"__bool__", 0, 0, false},
    {"__invert__", 0, 0, false},       {"__int__", 0, 0, false},
    {"__float__", 0, 0, false},        {"__index__", 0, 0, false},
    {"__eq__", 1, 1, false},           {"__ne__", 1, 1, false},
    {"__lt__", 1, 1, false},           {"__le__", 1, 1, false},
    {"__gt__", 1, 1, false},           {"__ge__", 1, 1, false},
    {"__add__", 1, 1, false},          {"__sub__", 1, 1, false},
    {"__mul__", 1, 1, false},          {"__matmul__", 1, 1, false},
    {"__truediv__", 1, 1, false},      {"__floordiv__", 1, 1, false},
    {"__mod__", 1, 1, false},          {"__divmod__", 1, 1, false},
    {"__lshift__", 1, 1, false},       {"__rshift__", 1, 1, false},
    {"__and__", 1, 1, false},          {"__or__", 1, 1, false},
    {"__xor__", 1, 1, false},          {"__radd__", 1, 1, false},
    {"__rsub__", 1, 1, false},         {"__rmul__", 1, 1, false},
    {"__rmatmul__", 1, 1, false},      {"__rtruediv__", 1, 1, false},
    {"__rfloordiv__", 1, 1, false},    {"__rmod__", 1, 1, false},
    {"__rdivmod__", 1, 1, false},      {"__rlshift__", 1, 1, false},
    {"__rrshift__", 1, 1, false},      {"__rand__", 1, 1, false},
    {"__ror__", 1, 1, false},          {"__rxor__", 1, 1, false},
    {"__iadd__", 1, 1, false},         {"__isub__", 1, 1, false},
    {"__imul__", 1, 1, false},         {"__iand__", 1, 1, false},
    {"__ior__", 1, 1, false},          {"__ixor__", 1, 1, false},
    {"__contains__", 1, 1, false},     {"__getitem__", 1, 1, false},
    {"__delitem__", 1, 1, false},      {"__delattr__", 1, 1, false},
    {"__getattribute__", 1, 1, false}, {"__pow__", 1, 2, true},
    {"__rpow__", 1, 2, true},          {"__setitem__", 2, 2, true},
    {"__setattr__", 2, 2, true},       {"__get__", 1, 2, true},
    {"__set__", 2, 2, true},           {"__delete__", 1, 1, false},
    {"__call__", 0, kAnyCount, false}, {"__init__", 0, kAnyCount, false},
};

const SlotRow* slot_of(std::string_view name) {
  for (const SlotRow& row : kSlots) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

// A sequence's repetition is counted otherwise than a number's product.
bool is_repetition(const Native* native) {
  const std::string_view name = native->name->view();
  if (name != "__mul__" && name != "__rmul__" && name != "__imul__") return false;
  const Kind kind = native->owner->instance_kind;
  return kind != Kind::Int && kind != Kind::Float && kind != Kind::Complex && kind != Kind::Bool;
}

}  // namespace

bool is_slot_name(std::string_view name) { return slot_of(name) != nullptr; }

Value raise_slot_arguments(Context& context, const Native* native, size_t given, bool keywords) {
  const std::string_view name = native->name->view();
  const SlotRow& row = *slot_of(name);
  if (given == 0) {
    return context.raise(Exc::TypeError,
                         {"descriptor '", name, "' of '", native->owner->name->view(),
                          "' object needs an argument"});
  }
  if (keywords && row.most != kAnyCount) {
    return context.raise(Exc::TypeError, {"wrapper ", name, "() takes no keyword arguments"});
  }
  --given;  // the receiver
  if (row.most == kAnyCount) return Value::undefined();
  const bool few = given < row.least;
  const size_t limit = few ? row.least : row.most;
  const char* bound = row.least == row.most ? "" : few ? "at least " : "at most ";
  return context.raise(Exc::TypeError, {row.tuple || is_repetition(native) ? " " : "", "expected ",
                                        bound, std::to_string(limit), " argument",
                                        limit == 1 ? "" : "s", ", got ", std::to_string(given)});
}

}  // namespace belljar
