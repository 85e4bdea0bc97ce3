// The version, from the build.
#include "belljar/version.h"

namespace belljar {

const char* version() noexcept { return BELLJAR_VERSION; }

}  // namespace belljar
