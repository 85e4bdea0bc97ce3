// The world of a case: answers in order, each as often as foreseen, arguments equal as JSON.
#include "belljar/world.h"

#include <nlohmann/json.hpp>

#include "belljar/json.h"
#include "engine/http_match.h"
#include "engine/json_text.h"
#include "engine/sdk_defaults.h"

namespace belljar {
namespace {

constexpr uint64_t kAnyNumber = UINT64_MAX;

// How often an entry may be used, and has been. "*": any number of times, also none.
struct Uses {
  uint64_t most = 1;
  uint64_t done = 0;

  bool left() const { return done < most; }
  bool unused() const { return most != kAnyNumber && done < most; }
  std::string text() const {
    return "used " + std::to_string(done) + " of " + std::to_string(most) + " times";
  }
};

struct SdkEntry {
  std::string call;
  bool any_arguments = true;
  Json arguments;  // defaults filled in
  bool raises = false;
  std::string reply;  // JSON text of `returns` or `raises`; empty: neither given
  Uses uses;
};

struct HttpEntry {
  Json request;
  OrderedJson reply;
  Uses uses;
};

struct Secret {
  std::string path;
  std::string value;  // JSON text
  bool used = false;
};

std::string read_times(const OrderedJson& entry, Uses& uses) {
  auto times = entry.find("times");
  if (times == entry.end()) return {};
  if (*times == "*") {
    uses.most = kAnyNumber;
    return {};
  }
  if (!times->is_number_integer() || *times < 1)
    return "times is neither a positive number nor \"*\"";
  uses.most = times->get<uint64_t>();
  return {};
}

void fill_defaults(std::string_view call, Json& arguments) {
  std::string problem;
  std::optional<Json> defaults = parse_json(sdk_default_arguments(call), &problem);
  for (const auto& [name, value] : defaults->items()) {
    if (!arguments.contains(name)) arguments[name] = value;
  }
}

std::string read_sdk_entry(const OrderedJson& entry, SdkEntry& out) {
  if (!entry.is_object()) return "not an object";
  for (const auto& [name, value] : entry.items()) {
    if (name == "call") {
      if (!value.is_string()) return "call is not a text";
      out.call = value.get<std::string>();
    } else if (name == "args") {
      if (!value.is_object()) return "args is not an object";
    } else if (name == "raises") {
      if (!value.is_object() || !value.contains("class")) return "raises has no class";
      out.raises = true;
      out.reply = compact_json(value);
    } else if (name == "returns") {
      out.reply = compact_json(value);
    } else if (name != "times" && name != "note") {
      return name + " is unknown";
    }
  }
  if (out.call.empty()) return "call is missing";
  if (entry.contains("returns") && entry.contains("raises")) return "both returns and raises";
  if (entry.contains("args")) {
    out.any_arguments = false;
    out.arguments = Json(entry["args"]);
    fill_defaults(out.call, out.arguments);
  }
  return read_times(entry, out.uses);
}

std::string read_http_entry(const OrderedJson& entry, HttpEntry& out) {
  if (!entry.is_object()) return "not an object";
  for (const auto& [name, value] : entry.items()) {
    if (name != "request" && name != "reply" && name != "times" && name != "note")
      return name + " is unknown";
  }
  if (!entry.contains("request")) return "request is missing";
  out.request = Json(entry["request"]);
  out.reply = entry.contains("reply") ? entry["reply"] : OrderedJson::object();
  std::string problem = http_entry_problem(entry["request"], out.reply);
  return problem.empty() ? read_times(entry, out.uses) : problem;
}

// "is X, not Y" about the place where an answer disagrees.
std::string disagreement(const std::string& where, const std::string& path,
                         const std::string& expected, const std::string& got) {
  return where + ", where " + path + " is " + expected + ", not " + got;
}

}  // namespace

struct World::Impl {
  std::optional<int64_t> now;
  std::vector<SdkEntry> sdk;
  std::vector<HttpEntry> http;
  std::vector<Secret> secrets;

  std::string read(const OrderedJson& document);
  // An entry for the call; null: none, and `why` says what comes nearest.
  SdkEntry* find(std::string_view call, std::string_view arguments_json, std::string* why);
};

World::World(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
World::~World() = default;

std::string World::Impl::read(const OrderedJson& document) {
  if (!document.is_object()) return "not an object";
  auto array = [&](const char* name) -> const OrderedJson* {
    auto found = document.find(name);
    return found == document.end() || found->is_null() ? nullptr : &*found;
  };
  if (const OrderedJson* text = array("now")) {
    if (text->is_string()) now = parse_instant(text->get<std::string>());
    if (!now) return "now is not an instant: " + shown_json(Json(*text));
  }
  if (const OrderedJson* list = array("sdk")) {
    if (!list->is_array()) return "sdk is not an array";
    for (const OrderedJson& entry : *list) {
      std::string problem = read_sdk_entry(entry, sdk.emplace_back());
      if (!problem.empty()) return "sdk[" + std::to_string(sdk.size() - 1) + "]: " + problem;
    }
  }
  if (const OrderedJson* list = array("http")) {
    if (!list->is_array()) return "http is not an array";
    for (const OrderedJson& entry : *list) {
      std::string problem = read_http_entry(entry, http.emplace_back());
      if (!problem.empty()) return "http[" + std::to_string(http.size() - 1) + "]: " + problem;
    }
  }
  if (const OrderedJson* object = array("secrets")) {
    if (!object->is_object()) return "secrets is not an object";
    for (const auto& [path, value] : object->items())
      secrets.push_back({path, compact_json(value)});
  }
  return {};
}

World::Loaded World::load(std::string_view json) {
  std::string problem;
  std::optional<OrderedJson> document = parse_ordered_json(json, &problem);
  if (!document) return {nullptr, problem};
  auto impl = std::make_unique<Impl>();
  problem = impl->read(*document);
  if (!problem.empty()) return {nullptr, problem};
  return {std::unique_ptr<World>(new World(std::move(impl))), {}};
}

SdkEntry* World::Impl::find(std::string_view call, std::string_view arguments_json,
                            std::string* why) {
  std::string problem;
  std::optional<Json> arguments = parse_json(arguments_json, &problem);
  if (!arguments) {
    *why = "its arguments are " + problem;
    return nullptr;
  }
  size_t fewest = SIZE_MAX;
  *why = "no entry of that name; its arguments: " + shown_json(*arguments);
  for (size_t i = 0; i < sdk.size(); ++i) {
    SdkEntry& entry = sdk[i];
    if (entry.call != call) continue;
    std::string where = "nearest is sdk[" + std::to_string(i) + "]";
    bool agrees = entry.any_arguments || json_equal(entry.arguments, *arguments);
    if (agrees && entry.uses.left()) {
      ++entry.uses.done;
      return &entry;
    }
    if (agrees) {
      if (fewest != 0) *why = where + ", which agrees but is used up (" + entry.uses.text() + ")";
      fewest = 0;
      continue;
    }
    std::vector<JsonDifference> found;
    json_differences_into(entry.arguments, *arguments, "args", 50, found);
    if (found.size() < fewest) {
      fewest = found.size();
      const JsonDifference& first = found.front();
      *why = disagreement(where, first.path, shown_text(first.expected), shown_text(first.got));
    }
  }
  return nullptr;
}

HostReply World::now() {
  if (!impl_->now) return HostReply::refused("the world has no \"now\"");
  return HostReply::answer(std::to_string(*impl_->now));
}

HostReply World::call(std::string_view name, std::string_view arguments_json) {
  std::string why;
  SdkEntry* entry = impl_->find(name, arguments_json, &why);
  if (!entry) return HostReply::refused(why);
  if (entry->raises) return HostReply::error(entry->reply);
  if (!entry->reply.empty()) return HostReply::answer(entry->reply);
  if (name != "persist_user_identity") return HostReply::answer("null");
  // Its documented default answer: the identity that its arguments make.
  std::string problem;
  Json identity = parse_json(arguments_json, &problem).value_or(Json::object());
  identity.erase("email");
  identity["$type"] = "UserIdentity";
  return HostReply::answer(compact_json(identity));
}

HostReply World::secret(std::string_view path) {
  for (Secret& secret : impl_->secrets) {
    if (secret.path != path) continue;
    secret.used = true;
    return HostReply::answer(secret.value);
  }
  HostReply reply = call("secret.retrieve_value", compact_json(Json{{"path", std::string(path)}}));
  if (reply.status == HostReply::Status::Refused) {
    reply.json = "no secret " + shown_json(Json(std::string(path)));
  }
  return reply;
}

HostReply World::http(std::string_view request_json) {
  std::string problem;
  std::optional<Json> request = parse_json(request_json, &problem);
  if (!request || !request->is_object()) return HostReply::refused("its request is " + problem);
  std::string called =
      request->value("method", std::string()) + " " + request->value("url", std::string());
  std::string why = called + ": the world has no HTTP answers";
  int best = -1;
  for (size_t i = 0; i < impl_->http.size(); ++i) {
    HttpEntry& entry = impl_->http[i];
    HttpMismatch mismatch = http_mismatch(entry.request, *request);
    std::string where = called + ": nearest is http[" + std::to_string(i) + "]";
    if (mismatch.path.empty() && entry.uses.left()) {
      ++entry.uses.done;
      bool is_error = false;
      std::string text = http_reply_text(entry.reply, *request, &is_error);
      return is_error ? HostReply::error(text) : HostReply::answer(text);
    }
    if (mismatch.path.empty()) {
      why = where + ", which agrees but is used up (" + entry.uses.text() + ")";
      best = INT32_MAX;
    } else if (mismatch.agreed > best) {
      best = mismatch.agreed;
      why = disagreement(where, "request." + mismatch.path, mismatch.expected, mismatch.got);
    }
  }
  return HostReply::refused(why);
}

std::vector<World::Unused> World::unused() const {
  std::vector<Unused> out;
  for (size_t i = 0; i < impl_->sdk.size(); ++i) {
    const SdkEntry& entry = impl_->sdk[i];
    if (entry.uses.unused())
      out.push_back({json_item("sdk", i), entry.call + ": " + entry.uses.text()});
  }
  for (size_t i = 0; i < impl_->http.size(); ++i) {
    const HttpEntry& entry = impl_->http[i];
    if (!entry.uses.unused()) continue;
    std::string url = entry.request.value("url", std::string());
    out.push_back({json_item("http", i), url + ": " + entry.uses.text()});
  }
  for (const Secret& secret : impl_->secrets) {
    if (!secret.used) out.push_back({json_member("secrets", secret.path), "never retrieved"});
  }
  return out;
}

}  // namespace belljar
