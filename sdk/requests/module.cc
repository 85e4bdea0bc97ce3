// The requests module over the door.
#include "runtime/realm_builder.h"
#include "sdk/install.h"

namespace belljar {

void install_requests(RealmBuilder&) {}

}  // namespace belljar
