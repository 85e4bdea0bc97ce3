// The order in which the built-in world is made: object and type first, as everything has a class.
#include "builtins/install.h"
#include "runtime/realm_builder.h"

namespace belljar {

void install_builtins(RealmBuilder& b) {
  b.building().builtins = b.module("builtins");
  install_object(b);
  install_type(b);
  install_exceptions(b);
  install_descriptors(b);
  install_functions(b);
  install_generator(b);
  install_int(b);
  install_float(b);
  install_complex(b);
  install_str(b);
  install_bytes(b);
  install_list(b);
  install_tuple(b);
  install_dict(b);
  install_set(b);
  install_range(b);
  install_iterators(b);
  install_reflection(b);
  install_numeric_functions(b);
  install_text_functions(b);
  install_sequence_functions(b);
  install_type_forms(b);
}

}  // namespace belljar
