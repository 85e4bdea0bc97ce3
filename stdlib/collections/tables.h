// What collections.py does to dicts from within.
#pragma once

namespace belljar {

class RealmBuilder;
struct Module;

namespace collections {

void install_tables(RealmBuilder& b, Module* m);

}  // namespace collections
}  // namespace belljar
