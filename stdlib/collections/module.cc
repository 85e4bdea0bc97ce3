// _collections: the natives of collections.py.
#include "runtime/realm_builder.h"
#include "stdlib/collections/deque.h"
#include "stdlib/collections/tables.h"
#include "stdlib/install.h"

namespace belljar {

void install_collections(RealmBuilder& b) {
  Module* m = b.module("_collections");
  collections::install_deque_iterators(b, m);
  collections::install_deque(b, m);
  collections::install_tables(b, m);
}

}  // namespace belljar
