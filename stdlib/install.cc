// The list of native modules.
#include "stdlib/install.h"

#include "runtime/realm_builder.h"

namespace belljar {

void install_stdlib(RealmBuilder& b) {
  install_bisect(b);
  install_collections(b);
  install_functools(b);
  install_heapq(b);
  install_hidden(b);
  install_itertools(b);
  install_math(b);
  install_objects(b);
  install_operator(b);
  install_re(b);
}

}  // namespace belljar
