// What a profile's programs may not touch although the built-in types have it.
#pragma once

namespace belljar {

struct Profile;
class RealmBuilder;

// Before the realm is finished.
void install_profile_guards(RealmBuilder& realm, const Profile& profile);

}  // namespace belljar
