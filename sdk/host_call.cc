// Host calls.
#include "sdk/host_call.h"

#include <string>
#include <vector>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/door.h"
#include "runtime/signature.h"
#include "runtime/str.h"
#include "sdk/document.h"
#include "sdk/json_out.h"
#include "sdk/sym/errors.h"
#include "sdk/sym/realm.h"

namespace belljar::sym {

namespace {

// A host that answers with what is no JSON, or not in the agreed form, is broken: the program
// cannot do anything about it.
Value broken_reply(Context& context, std::string_view call) {
  if (context.has_pending()) context.take_pending();
  return context.stop(Limit::EffectRefused, std::string(call) + ": malformed reply");
}

}  // namespace

Value ask_door(Context& context, std::string_view service, std::string_view call,
               std::string_view arguments, ErrorOfReply error_of) {
  std::string name = service == "sdk" || service == "host"
                         ? std::string(call)
                         : std::string(service) + "." + std::string(call);
  if (!context.door) return context.stop(Limit::EffectRefused, name);
  DoorReply reply = context.door->request(service, call, arguments);
  if (context.stopped_by() != Limit::None) return Value::stopped();
  if (reply.status == DoorReply::Status::Refused) {
    return context.stop(Limit::EffectRefused, reply.json.empty() ? name : reply.json);
  }
  Value data = parse_json(context, reply.json);
  if (data.is(Kind::Raised)) return broken_reply(context, name);
  if (data.is_abrupt()) return data;
  if (reply.status == DoorReply::Status::Answer) {
    Value converted = from_document(context, data);
    return converted.is(Kind::Raised) ? broken_reply(context, name) : converted;
  }
  if (!data.is(Kind::Dict)) return broken_reply(context, name);
  BELLJAR_TRY(error, error_of(context, data.as<Dict>()));
  return context.raise_value(error);
}

Value call_host(Context& context, std::string_view call, std::span<const HostArgument> arguments) {
  std::string json = "{";
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (i > 0) json += ", ";
    append_json_text(&json, arguments[i].name);
    json += ": ";
    std::string what;
    Value done = append_json(context, arguments[i].value, JsonForm::Argument, &json, &what);
    if (done.is_undefined()) {
      return context.raise(Exc::TypeError, {call, ": ", what, " cannot be passed to the host"});
    }
    BELLJAR_CHECK(done);
  }
  json += "}";
  return ask_door(context, "sdk", call, json, exception_from_reply);
}

Value call_host(Call& c, std::string_view call, std::string_view self_name) {
  const Signature& s = *c.native()->signature;
  std::vector<HostArgument> arguments;
  for (size_t i = 0; i < s.count; ++i) {
    std::string_view name = s.parameters[i].name->view();
    if (i == 0 && !self_name.empty()) name = self_name;
    arguments.push_back({name, c.has(i) ? c[i] : Value::none()});
  }
  return call_host(c.context(), call, arguments);
}

Value ask_secret(Context& context, Value path) {
  std::string json = "{\"path\": ";
  append_json_text(&json, text_view(path));
  json += "}";
  return ask_door(context, "secret", "retrieve_value", json, exception_from_reply);
}

}  // namespace belljar::sym
