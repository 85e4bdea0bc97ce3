// Replay: the host that answers from a transcript.
#include "belljar/replay.h"

#include <nlohmann/json.hpp>

#include "belljar/json.h"
#include "engine/json_text.h"
#include "engine/redactor.h"
#include "engine/transcript.h"

namespace belljar {
namespace {

constexpr size_t kDifferencesMax = 50;

Json sorted(const OrderedJson& document) { return Json::parse(compact_json(document)); }

std::string text_of(const OrderedJson& document, const char* name) {
  auto found = document.find(name);
  return found != document.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// The document's text; empty for null or absent.
std::string dump_of(const OrderedJson& document, const char* name) {
  auto found = document.find(name);
  return found == document.end() || found->is_null() ? std::string() : compact_json(*found);
}

// As it was given: byte for byte, if the transcript says so.
std::string document_text(const OrderedJson& transcript, const std::string& name) {
  std::string text = text_of(transcript, (name + "_text").c_str());
  return text.empty() ? dump_of(transcript, name.c_str()) : text;
}

std::string shown_call(const OrderedJson& effect) {
  return text_of(effect, "service") + "." + text_of(effect, "call");
}

template <typename T>
void read_number(const OrderedJson& limits, const char* name, T* out) {
  auto found = limits.find(name);
  if (found != limits.end() && found->is_number_unsigned()) *out = found->get<T>();
}

}  // namespace

struct Replay::Impl {
  std::string profile, name, source, version, handler, event, args;
  std::vector<std::string> modules;
  Limits limits;
  OrderedJson effects;
  OrderedJson outcome;
  std::vector<Secret> secrets;
  Redactor redactor;
  size_t next = 0;
  std::vector<Departure> departed;  // at most one

  HostReply request(std::string_view service, std::string_view call, std::string_view arguments);
  HostReply answer(const OrderedJson& effect, const std::string& path);
  void depart(std::string path, std::string expected, std::string got) {
    departed.push_back({std::move(path), std::move(expected), std::move(got)});
  }
};

// What the recorded effect came to. The value of a secret is given by the caller, or made up.
HostReply Replay::Impl::answer(const OrderedJson& effect, const std::string& path) {
  const std::string status = text_of(effect, "status");
  if (auto secret = effect.find("secret"); secret != effect.end()) {
    std::string value;
    bool given = false;
    for (const Secret& known : secrets) {
      if (known.path != path) continue;
      value = known.value;
      given = true;
    }
    if (!given) {
      value = secret_stand_in(path, secret->value("bytes", size_t{0}),
                              secret->value("code_points", size_t{0}));
    }
    redactor.add(path, value);
    return HostReply::answer(compact_json(OrderedJson(value)));
  }
  std::string text = text_of(effect, "reply_text");
  if (!text.empty()) {
    text = redactor.restore(text);
  } else if (auto reply = effect.find("reply"); reply != effect.end()) {
    OrderedJson restored = *reply;
    redactor.restore(restored);
    text = status == "refused" && restored.is_string() ? restored.get<std::string>()
                                                       : compact_json(restored);
  }
  if (status == "answer") return HostReply::answer(text);
  if (status == "error") return HostReply::error(text);
  return HostReply::refused(text);
}

HostReply Replay::Impl::request(std::string_view service, std::string_view call,
                                std::string_view arguments) {
  const std::string place = "effects[" + std::to_string(next) + "]";
  if (!departed.empty()) return HostReply::refused("the replay has departed before");
  std::string name = std::string(service) + "." + std::string(call);
  if (next >= effects.size()) {
    depart(place, "", name);
    return HostReply::refused("the replay departs: one effect more than was recorded");
  }
  const OrderedJson& effect = effects[next];
  if (name != shown_call(effect)) {
    depart(place + ".call", shown_call(effect), name);
    return HostReply::refused("the replay departs at " + place + ": " + shown_call(effect) +
                              " was recorded");
  }
  OrderedJson got = arguments.empty() ? OrderedJson() : transcript_document(arguments);
  redactor.redact(got);
  auto expected = effect.find("arguments");
  std::vector<JsonDifference> differences;
  json_differences_into(expected == effect.end() ? Json() : sorted(*expected), sorted(got),
                        place + ".arguments", 1, differences);
  if (!differences.empty()) {
    JsonDifference& first = differences[0];
    depart(first.path, first.expected, first.got);
    return HostReply::refused("the replay departs at " + departed[0].path);
  }
  ++next;
  const std::string path = expected != effect.end() ? text_of(*expected, "path") : std::string();
  return answer(effect, path);
}

Replay::Loaded Replay::load(std::string_view transcript, const std::vector<Secret>& secrets) {
  Loaded out;
  std::optional<OrderedJson> parsed = parse_ordered_json(transcript, &out.problem);
  if (!parsed) return out;
  if (!parsed->is_object() || text_of(*parsed, "schema") != "belljar/transcript/1") {
    out.problem = "no transcript: its schema is not \"belljar/transcript/1\"";
    return out;
  }
  auto made = std::make_unique<Impl>();
  auto source = parsed->find("source");
  auto effects = parsed->find("effects");
  auto outcome = parsed->find("outcome");
  auto limits = parsed->find("limits");
  const auto absent = parsed->end();
  if (source == absent || !source->is_object() || effects == absent || !effects->is_array() ||
      outcome == absent || !outcome->is_object() || limits == absent || !limits->is_object()) {
    out.problem = "an incomplete transcript: it needs source, limits, effects and outcome";
    return out;
  }
  for (const OrderedJson& effect : *effects) {
    if (effect.is_object()) continue;
    out.problem = "a malformed transcript: an effect is not an object";
    return out;
  }
  made->profile = text_of(*parsed, "profile");
  made->version = text_of(*parsed, "belljar");
  made->name = text_of(*source, "name");
  made->source = text_of(*source, "text");
  made->handler = text_of(*parsed, "handler");
  made->event = document_text(*parsed, "event");
  made->args = document_text(*parsed, "args");
  if (auto modules = parsed->find("modules"); modules != absent && modules->is_array()) {
    for (const OrderedJson& module : *modules) {
      if (module.is_string()) made->modules.push_back(module.get<std::string>());
    }
  }
  read_number(*limits, "steps", &made->limits.steps);
  read_number(*limits, "memory_bytes", &made->limits.memory_bytes);
  read_number(*limits, "depth", &made->limits.depth);
  read_number(*limits, "time_ns", &made->limits.time_ns);
  read_number(*limits, "effects", &made->limits.effects);
  read_number(*limits, "output_bytes", &made->limits.output_bytes);
  if (std::string problem = made->limits.problem(); !problem.empty()) {
    out.problem = "unusable limits: " + problem;
    return out;
  }
  made->effects = *effects;
  made->outcome = *outcome;
  made->secrets = secrets;
  out.problem.clear();
  out.replay = std::unique_ptr<Replay>(new Replay(std::move(made)));
  return out;
}

Replay::Replay(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Replay::~Replay() = default;

std::string_view Replay::profile() const noexcept { return impl_->profile; }
const std::vector<std::string>& Replay::modules() const noexcept { return impl_->modules; }
std::string_view Replay::name() const noexcept { return impl_->name; }
std::string_view Replay::source() const noexcept { return impl_->source; }
std::string_view Replay::version() const noexcept { return impl_->version; }
const Limits& Replay::limits() const noexcept { return impl_->limits; }
bool Replay::departed() const noexcept { return !impl_->departed.empty(); }
size_t Replay::effects() const noexcept { return impl_->effects.size(); }
Invocation Replay::invocation() const noexcept {
  return {impl_->handler, impl_->event, impl_->args};
}

HostReply Replay::now() { return impl_->request("clock", "now", "{}"); }
HostReply Replay::http(std::string_view request_json) {
  return impl_->request("http", "request", request_json);
}
HostReply Replay::call(std::string_view name, std::string_view arguments_json) {
  return impl_->request("sdk", name, arguments_json);
}
HostReply Replay::secret(std::string_view path) {
  return impl_->request("secret", "retrieve_value",
                        compact_json(OrderedJson{{"path", std::string(path)}}));
}

HostReply Replay::function(std::string_view name, std::string_view arguments_json,
                           const EffectFunction&) {
  return impl_->request("host", name, arguments_json);
}

std::vector<Departure> Replay::departures(const Outcome& outcome) const {
  if (!impl_->departed.empty()) return impl_->departed;
  std::vector<Departure> out;
  if (impl_->next < impl_->effects.size()) {
    out.push_back({"effects[" + std::to_string(impl_->next) + "]",
                   shown_call(impl_->effects[impl_->next]), ""});
    return out;
  }
  OrderedJson got = transcript_outcome(outcome);
  impl_->redactor.redact(got);
  OrderedJson expected = impl_->outcome;
  // Where objects lie is the implementation's own business, and may differ between its versions.
  for (OrderedJson* document : {&got, &expected}) {
    if (auto usage = document->find("usage"); usage != document->end() && usage->is_object()) {
      usage->erase("memory_bytes");
    }
  }
  std::vector<JsonDifference> differences;
  json_differences_into(sorted(expected), sorted(got), "outcome", kDifferencesMax, differences);
  for (JsonDifference& difference : differences) {
    out.push_back(
        {std::move(difference.path), std::move(difference.expected), std::move(difference.got)});
  }
  return out;
}

}  // namespace belljar
