// Sized structs, and the JSON in them.
#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>

#include "capi/handles.h"

namespace belljar::capi {
namespace {

using Json = nlohmann::ordered_json;

Json parse(std::string_view text, const char* what) {
  Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) throw Invalid{std::string(what) + ": not JSON"};
  return json;
}

template <typename Struct>
Struct read_struct(const Struct* given, const char* what) {
  Struct out{};
  if (!given) return out;
  if (given->size < sizeof(size_t)) throw Invalid{std::string(what) + ": size is not set"};
  std::memcpy(&out, given, std::min(given->size, sizeof out));
  return out;
}

const std::string& text_of(const Json& json, const char* what) {
  if (!json.is_string()) throw Invalid{std::string(what) + " must be a text"};
  return json.get_ref<const std::string&>();
}

void functions_of(const Json& functions, HostModule& module) {
  if (!functions.is_object()) throw Invalid{"host_modules_json: functions must be an object"};
  for (const auto& [name, signature] : functions.items()) {
    // Reached only where no host stands before it: nothing is offered then.
    module.effect(name, text_of(signature, "host_modules_json: a signature"),
                  [](std::string_view) { return HostReply::refused(); });
  }
}

}  // namespace

belljar_engine_options known_part(const belljar_engine_options* options) {
  return read_struct(options, "belljar_engine_options");
}
belljar_call known_part(const belljar_call* call) { return read_struct(call, "belljar_call"); }

Limits read_limits(std::string_view text, Limits start) {
  if (text.empty()) return start;
  const Json json = parse(text, "limits_json");
  if (!json.is_object()) throw Invalid{"limits_json must be an object"};
  for (const auto& [name, value] : json.items()) {
    if (!value.is_number_unsigned())
      throw Invalid{"limits_json: " + name + " must be a positive integer"};
    const uint64_t number = value.get<uint64_t>();
    const auto small = static_cast<uint32_t>(std::min<uint64_t>(number, UINT32_MAX));
    if (name == "steps") {
      start.steps = number;
    } else if (name == "memory_bytes") {
      start.memory_bytes = number;
    } else if (name == "depth") {
      start.depth = small;
    } else if (name == "time_ns") {
      start.time_ns = number;
    } else if (name == "effects") {
      start.effects = small;
    } else if (name == "output_bytes") {
      start.output_bytes = number;
    } else {
      throw Invalid{"limits_json: there is no limit '" + name + "'"};
    }
  }
  if (std::string problem = start.problem(); !problem.empty())
    throw Invalid{"limits_json: " + problem};
  return start;
}

void read_modules(std::string_view text, Engine::Builder& builder) {
  if (text.empty()) return;
  const Json json = parse(text, "modules_json");
  if (!json.is_array()) throw Invalid{"modules_json must be an array"};
  for (const Json& name : json) builder.allow_module(text_of(name, "modules_json: a name"));
}

void read_host_modules(std::string_view text, Engine::Builder& builder) {
  if (text.empty()) return;
  const Json json = parse(text, "host_modules_json");
  if (!json.is_array()) throw Invalid{"host_modules_json must be an array"};
  for (const Json& row : json) {
    if (!row.is_object() || !row.contains("name"))
      throw Invalid{"host_modules_json: a module must be an object with a name"};
    HostModule module(text_of(row["name"], "host_modules_json: name"));
    for (const auto& [key, value] : row.items()) {
      if (key == "functions") {
        functions_of(value, module);
      } else if (key == "constants") {
        if (!value.is_object()) throw Invalid{"host_modules_json: constants must be an object"};
        for (const auto& [name, constant] : value.items()) module.constant(name, constant.dump());
      } else if (key != "name") {
        throw Invalid{"host_modules_json: a module has no member '" + key + "'"};
      }
    }
    builder.add_module(module);
  }
}

std::vector<Replay::Secret> read_secrets(std::string_view text) {
  std::vector<Replay::Secret> out;
  if (text.empty()) return out;
  const Json json = parse(text, "secrets_json");
  if (!json.is_object()) throw Invalid{"secrets_json must be an object"};
  for (const auto& [path, value] : json.items()) {
    out.push_back({path, text_of(value, "secrets_json: a value")});
  }
  return out;
}

}  // namespace belljar::capi
