// count, cycle, repeat.
#include "runtime/number.h"
#include "runtime/operators.h"
#include "runtime/repr.h"
#include "runtime/str.h"
#include "stdlib/itertools/tool.h"

namespace belljar::itertools {
namespace {

// count: v[0] the next value, v[1] the step.
Value count_new(Call& c) {
  Context& context = c.context();
  for (size_t i = 1; i <= 2; ++i) {
    Value v = payload(c[i]);
    bool number = is_number(v) ||
                  (v.is(Kind::Instance) && !special_method(context, v, Atom::add).is_undefined());
    if (!number && !v.is(Kind::NativeObject)) {
      return context.raise(Exc::TypeError, "a number is required");
    }
  }
  Tool* tool = new_tool(c);
  tool->v[0] = c[1];
  tool->v[1] = c[2];
  return Value::object(tool);
}
Value count_next(Call& c) {
  if (!c.context().charge(1)) return Value::stopped();
  Value value = self_of(c)->v[0];
  Roots<1> roots(c.context());
  roots[0] = value;
  BELLJAR_TRY(next, binary(c.context(), BinaryOp::Add, value, self_of(c)->v[1]));
  self_of(c)->v[0] = next;
  return roots[0];
}
Value count_repr(Call& c) {
  StrBuilder out(c.context());
  out.append("count(");
  BELLJAR_CHECK(append_repr(out, self_of(c)->v[0]));
  Value step = self_of(c)->v[1];
  if (!(step.is_int() && step.as_int() == 1)) {
    out.append(", ");
    BELLJAR_CHECK(append_repr(out, step));
  }
  out.append(")");
  return out.finish();
}

// cycle: v[0] the iterator (Undefined once it has ended), v[1] the items seen, n[0] the next of
// them.
Value cycle_new(Call& c) {
  BELLJAR_TRY(iterator, iterate(c.context(), c[1]));
  c.at(1) = iterator;
  BELLJAR_TRY(seen, new_list(c.context(), nullptr, 0));
  Tool* tool = new_tool(c);
  tool->v[0] = iterator;
  tool->v[1] = seen;
  return Value::object(tool);
}
Value cycle_next(Call& c) {
  Context& context = c.context();
  if (!context.charge(1)) return Value::stopped();
  Tool* tool = self_of(c);
  if (!tool->v[0].is_undefined()) {
    BELLJAR_TRY(v, next(context, tool->v[0]));
    if (!v.is_undefined()) {
      BELLJAR_CHECK(list_append(context, self_of(c)->v[1].as<List>(), v));
      return v;
    }
    self_of(c)->v[0] = Value::undefined();
  }
  const List* seen = self_of(c)->v[1].as<List>();
  if (seen->size == 0) return Value::undefined();
  int64_t& at = self_of(c)->n[0];
  if (at >= seen->size) at = 0;
  return seen->items[at++];
}

// repeat: v[0] the object, n[0] how often still; -1 without end.
Value repeat_new(Call& c) {
  int64_t left = -1;
  if (c.has(2)) {
    BELLJAR_TRY(times, as_index(c.context(), c[2]));
    if (!times.is_int()) {
      return c.context().raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
    }
    left = times.as_int() < 0 ? 0 : times.as_int();
  }
  Tool* tool = new_tool(c);
  tool->v[0] = c[1];
  tool->n[0] = left;
  return Value::object(tool);
}
Value repeat_next(Call& c) {
  if (!c.context().charge(1)) return Value::stopped();
  Tool* tool = self_of(c);
  if (tool->n[0] == 0) return Value::undefined();
  if (tool->n[0] > 0) --tool->n[0];
  return tool->v[0];
}
Value repeat_repr(Call& c) {
  StrBuilder out(c.context());
  out.append("repeat(");
  BELLJAR_CHECK(append_repr(out, self_of(c)->v[0]));
  if (self_of(c)->n[0] >= 0) out.append(", " + std::to_string(self_of(c)->n[0]));
  out.append(")");
  return out.finish();
}
Value repeat_hint(Call& c) {
  if (self_of(c)->n[0] < 0) {
    return c.context().raise(Exc::TypeError, "len() of unsized object");
  }
  return Value::integer(self_of(c)->n[0]);
}

constexpr NativeDef kCountRepr[] = {{"__repr__", "self", count_repr, kNativeCallsBack}};
constexpr NativeDef kRepeatMore[] = {{"__repr__", "self", repeat_repr, kNativeCallsBack},
                                     {"__length_hint__", "self", repeat_hint}};

}  // namespace

void install_endless(RealmBuilder& b, Module* m) {
  b.methods(install_tool<count_next>(b, m, "count", "cls, start=0, step=1", count_new), kCountRepr);
  install_tool<cycle_next>(b, m, "cycle", "cls, iterable, /", cycle_new);
  b.methods(install_tool<repeat_next>(b, m, "repeat", "cls, object, times=?", repeat_new),
            kRepeatMore);
}

}  // namespace belljar::itertools
