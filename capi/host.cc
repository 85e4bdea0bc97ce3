// The effect callback of a C host as a Host.
#include <nlohmann/json.hpp>

#include "capi/handles.h"

namespace belljar::capi {
namespace {

class CallbackHost final : public Host {
 public:
  CallbackHost(belljar_effect_function effect, void* user) : effect_(effect), user_(user) {}
  HostReply now() override { return ask("clock", "now", "{}"); }
  HostReply http(std::string_view request) override { return ask("http", "request", request); }
  HostReply call(std::string_view name, std::string_view arguments) override {
    return ask("sdk", name, arguments);
  }
  HostReply function(std::string_view name, std::string_view arguments,
                     const EffectFunction&) override {
    return ask("host", name, arguments);
  }
  HostReply secret(std::string_view path) override {
    const nlohmann::json arguments = {{"path", std::string(path)}};
    return ask("secret", "retrieve_value", arguments.dump());
  }

 private:
  HostReply ask(const char* service, std::string_view call, std::string_view arguments) {
    HostReply reply;
    effect_(user_, service, std::string(call).c_str(), std::string(arguments).c_str(),
            reinterpret_cast<belljar_reply*>(&reply));
    return reply;
  }

  belljar_effect_function effect_;
  void* user_;
};

}  // namespace

std::unique_ptr<Host> make_host(const belljar_call& call) {
  if (call.world_json && call.effect) throw Invalid{"world_json and effect exclude each other"};
  if (call.effect) return std::make_unique<CallbackHost>(call.effect, call.user);
  if (!call.world_json) return nullptr;
  World::Loaded loaded = World::load(call.world_json);
  if (!loaded.world) throw Invalid{"world_json: " + loaded.problem};
  return std::move(loaded.world);
}

}  // namespace belljar::capi

namespace {

void put(belljar_reply* reply, belljar::HostReply (*make)(std::string), const char* text) {
  if (!reply) return;
  try {
    belljar::capi::held(reply) = make(text ? text : "");
  } catch (...) {
    belljar::capi::held(reply).status = belljar::HostReply::Status::Refused;
  }
}

}  // namespace

void belljar_reply_answer(belljar_reply* reply, const char* json) {
  put(reply, belljar::HostReply::answer, json);
}
void belljar_reply_error(belljar_reply* reply, const char* json) {
  put(reply, belljar::HostReply::error, json);
}
void belljar_reply_refuse(belljar_reply* reply, const char* reason) {
  put(reply, belljar::HostReply::refused, reason);
}
void belljar_reply_later(belljar_reply* reply) {
  if (reply) belljar::capi::held(reply).status = belljar::HostReply::Status::Pending;
}
