// The itertools module: iterators that are natives, a family a file. Each holds its state in a Tool
// and charges for every item that it looks at, so that an endless one stops by the limits.
#include "stdlib/install.h"
#include "stdlib/itertools/tool.h"

namespace belljar {
namespace itertools {

void trace_tool(Object* o, Tracer& tracer) { tracer.visit_range(static_cast<Tool*>(o)->v, 4); }

namespace {
constexpr NativeDef kIter[] = {{"__iter__", "self", itself}};
}  // namespace

Class* install_tool(RealmBuilder& b, Module* module, const char* name, const char* signature,
                    NativeFn make, NativeFn step, const NativeType& type) {
  Class* cls = b.new_class(name, nullptr, Kind::NativeObject, kFinal, "itertools");
  cls->native = &type;
  b.constructor(cls, {name, signature, make, kNativeCallsBack});
  b.methods(cls, kIter);
  const NativeDef steps[] = {{"__next__", "self", step, kNativeCallsBack}};
  b.methods(cls, steps);
  if (module) b.member(module, name, Value::object(cls));
  return cls;
}

}  // namespace itertools

void install_itertools(RealmBuilder& b) {
  Module* module = b.module("itertools");
  itertools::install_endless(b, module);
  itertools::install_filters(b, module);
  itertools::install_joined(b, module);
  itertools::install_combinatorics(b, module);
}

}  // namespace belljar
