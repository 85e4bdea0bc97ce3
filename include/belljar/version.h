// Version of the library, and of what it writes.
#pragma once

namespace belljar {

// "0.1.0". Static storage. Any thread.
const char* version() noexcept;

}  // namespace belljar
