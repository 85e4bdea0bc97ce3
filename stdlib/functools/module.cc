// _functools: the natives of functools.py.
#include "runtime/realm_builder.h"
#include "stdlib/functools/functions.h"
#include "stdlib/install.h"

namespace belljar {

void install_functools(RealmBuilder& b) {
  Module* m = b.module("_functools");
  functools::install_reduce(b, m);
  functools::install_cmp_to_key(b, m);
  functools::install_partial(b, m);
  functools::install_lru_store(b, m);
}

}  // namespace belljar
