// What the iterators of itertools share: one shape of object, and the way they end.
#pragma once

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/exception.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"

namespace belljar::itertools {

// Each tool says in its own file what it keeps in the fields.
struct Tool : NativeObject {
  Value v[4];
  int64_t n[3];
};

inline Tool* new_tool(Call& c) {
  Tool* tool = c.context().heap().make<Tool>(Kind::NativeObject);
  tool->cls = c[0].as<Class>();
  for (Value& v : tool->v) v = Value::undefined();
  for (int64_t& n : tool->n) n = 0;
  return tool;
}
inline Tool* self_of(Call& c) { return c.self<Tool>(); }

// What `__next__` does: StopIteration at the end.
template <NativeFn next>
Value raise_at_end(Call& c) {
  Value v = next(c);
  if (!v.is_undefined()) return v;
  Context& context = c.context();
  Value end = new_exception(context, context.realm().exception(Exc::StopIteration), nullptr, 0);
  return end.is_abrupt() ? end : context.raise_value(end);
}

inline Value itself(Call& c) { return c[0]; }

void trace_tool(Object*, Tracer&);
template <NativeFn next>
inline constexpr NativeType kToolType = {"itertools", trace_tool, nullptr, next};

Class* install_tool(RealmBuilder& b, Module* module, const char* name, const char* signature,
                    NativeFn make, NativeFn step, const NativeType& type);
// `next`: Undefined at the end.
template <NativeFn next>
Class* install_tool(RealmBuilder& b, Module* module, const char* name, const char* signature,
                    NativeFn make) {
  return install_tool(b, module, name, signature, make, raise_at_end<next>, kToolType<next>);
}

void install_endless(RealmBuilder& b, Module* module);        // count cycle repeat
void install_filters(RealmBuilder& b, Module* module);        // compress dropwhile … pairwise
void install_joined(RealmBuilder& b, Module* module);         // chain zip_longest tee groupby
void install_combinatorics(RealmBuilder& b, Module* module);  // product permutations …

}  // namespace belljar::itertools
