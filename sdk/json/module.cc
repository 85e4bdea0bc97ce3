// The json module, and json.decoder and json.encoder, where programs name its classes.
#include "runtime/class.h"
#include "runtime/realm_builder.h"
#include "sdk/install.h"
#include "sdk/json/json.h"

namespace belljar {

namespace json {

Value get_named(Context& context, Value object, std::string_view name) {
  BELLJAR_TRY(key, new_str(context, name));
  return get_attribute(context, object, key.as<Str>());
}
Value set_named(Context& context, Value object, std::string_view name, Value v) {
  BELLJAR_TRY(key, new_str(context, name));
  return set_attribute(context, object, key.as<Str>(), v);
}

}  // namespace json

void install_json(RealmBuilder& b) {
  json::Modules modules = {b.module("json"), b.module("json.decoder"), b.module("json.encoder")};
  json::install_decode_error(b, modules);
  json::install_decoder(b, modules);
  json::install_chunks(b);
  json::install_encoder(b, modules);
}

}  // namespace belljar
