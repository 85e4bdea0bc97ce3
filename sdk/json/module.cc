// The json module, and json.decoder and json.encoder, where programs name its classes.
#include "runtime/realm_builder.h"
#include "sdk/install.h"
#include "sdk/json/json.h"

namespace belljar {

void install_json(RealmBuilder& b) {
  json::Modules modules = {b.module("json"), b.module("json.decoder"), b.module("json.encoder")};
  json::install_decode_error(b, modules);
  json::install_decoder(b, modules);
  json::install_chunks(b);
  json::install_encoder(b, modules);
}

}  // namespace belljar
