// The default of every service is to refuse.
#include "belljar/host.h"

namespace belljar {

Host::~Host() = default;
HostReply Host::now() { return HostReply::refused(); }
HostReply Host::http(std::string_view) { return HostReply::refused(); }
HostReply Host::call(std::string_view, std::string_view) { return HostReply::refused(); }
HostReply Host::secret(std::string_view) { return HostReply::refused(); }
HostReply Host::function(std::string_view, std::string_view arguments_json,
                         const EffectFunction& registered) {
  return registered ? registered(arguments_json) : HostReply::refused();
}
void Host::output(std::string_view) {}

}  // namespace belljar
