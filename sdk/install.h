// Installers of the modules that a program can import; the engine calls those of its profile.
#pragma once

namespace belljar {

class RealmBuilder;

void install_sym_sdk(RealmBuilder&);  // sym and sym.sdk.*
void install_json(RealmBuilder&);
void install_datetime(RealmBuilder&);
void install_requests(RealmBuilder&);

}  // namespace belljar
