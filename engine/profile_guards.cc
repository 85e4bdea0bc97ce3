// RestrictedPython's run-time guards that are no rules about the source: str.format and format_map
// reach attributes by text, so reading them is refused (f-strings and % stay).
#include "engine/profile_guards.h"

#include "policy/profile.h"
#include "runtime/call.h"
#include "runtime/realm_builder.h"

namespace belljar {
namespace {

Value refuse_format(Call& c) {
  return c.context().raise(Exc::NotImplementedError,
                           "Using the format*() methods of `str` is not safe");
}

}  // namespace

void install_profile_guards(RealmBuilder& realm, const Profile& profile) {
  if (profile.id == ProfileId::kPython) return;
  Class* str = realm.building().of_kind(Kind::Str);
  realm.property(str, "format", refuse_format);
  realm.property(str, "format_map", refuse_format);
}

}  // namespace belljar
