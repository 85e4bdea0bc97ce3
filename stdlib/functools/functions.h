// The parts of functools that are natives.
#pragma once

namespace belljar {

class RealmBuilder;
struct Module;

namespace functools {

void install_cmp_to_key(RealmBuilder& b, Module* m);
void install_lru_store(RealmBuilder& b, Module* m);
void install_partial(RealmBuilder& b, Module* m);
void install_reduce(RealmBuilder& b, Module* m);

}  // namespace functools
}  // namespace belljar
