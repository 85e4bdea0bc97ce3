// The two halves of the operator module.
#pragma once

namespace belljar {

class Context;
struct Dict;
struct Module;
class RealmBuilder;
struct Tuple;
class Value;

// Calls with the arguments of a tuple and a dict, both of which the caller keeps alive.
Value invoke_with(Context& context, Value callee, const Tuple* args, Dict* keywords);

void install_operator_functions(RealmBuilder& b, Module* m);
void install_operator_getters(RealmBuilder& b, Module* m);  // itemgetter attrgetter methodcaller

}  // namespace belljar
