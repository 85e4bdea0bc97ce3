// Session: evaluation by re-execution. The one thing that is kept between two runs is the
// transcript of what has been answered; a Replay of it brings the next run to the same point.
#include "belljar/session.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <nlohmann/json.hpp>

#include "belljar/engine.h"
#include "engine/engine_impl.h"
#include "engine/json_text.h"

namespace belljar {
namespace {

bool is_pending(const OrderedJson& effect) {
  return effect.is_object() && effect.value("status", std::string()) == "pending";
}

// Gives the recorded answers, then the new one, then what `host` knows at once; after that the
// wish.
class SessionHost final : public Host {
 public:
  SessionHost(Replay* replay, const HostReply* reply, Host* host,
              std::vector<Replay::Secret>& secrets)
      : replay_(replay), reply_(reply), host_(host), secrets_(secrets) {}

  HostReply now() override {
    return ask("clock", "now", "{}", [](Host& host) { return host.now(); });
  }
  HostReply http(std::string_view request_json) override {
    return ask("http", "request", request_json,
               [&](Host& host) { return host.http(request_json); });
  }
  HostReply call(std::string_view name, std::string_view arguments_json) override {
    return ask("sdk", name, arguments_json,
               [&](Host& host) { return host.call(name, arguments_json); });
  }
  HostReply function(std::string_view name, std::string_view arguments_json,
                     const EffectFunction& registered) override {
    return ask("host", name, arguments_json,
               [&](Host& host) { return host.function(name, arguments_json, registered); });
  }
  HostReply secret(std::string_view path) override {
    const std::string arguments = compact_json(OrderedJson{{"path", std::string(path)}});
    HostReply reply =
        ask("secret", "retrieve_value", arguments, [&](Host& host) { return host.secret(path); });
    if (reply.status != HostReply::Status::Answer) return reply;
    // One value a path and session, as runs of the same program must see the same.
    auto known = std::ranges::find(secrets_, path, &Replay::Secret::path);
    if (known != secrets_.end()) return HostReply::answer(compact_json(OrderedJson(known->value)));
    std::string problem;
    std::optional<Json> value = parse_json(reply.json, &problem);
    if (value && value->is_string())
      secrets_.push_back({std::string(path), value->get<std::string>()});
    return reply;
  }

  std::optional<Wish> wish;

 private:
  HostReply ask(std::string_view service, std::string_view call, std::string_view arguments_json,
                const std::function<HostReply(Host&)>& forward) {
    const size_t index = asked_++;
    const size_t recorded = replay_ ? replay_->effects() : 0;
    if (index < recorded) return forward(*replay_);
    if (index == recorded && reply_) return *reply_;
    HostReply reply = host_ ? forward(*host_) : HostReply::pending();
    if (reply.status == HostReply::Status::Pending) {
      wish = Wish{std::string(service), std::string(call), std::string(arguments_json),
                  static_cast<uint32_t>(index)};
    }
    return reply;
  }

  Replay* replay_;
  const HostReply* reply_;
  Host* host_;
  std::vector<Replay::Secret>& secrets_;
  size_t asked_ = 0;
};

}  // namespace

struct Session::Impl {
  std::shared_ptr<const Program> program;
  std::string handler, event, args;
  SessionOptions options;
  std::string answered;  // a transcript without a pending effect; empty: nothing has run yet
  std::vector<Replay::Secret> secrets;
  std::optional<Wish> wish;
  Outcome outcome;

  // False: the run did not come to where the answers belong.
  bool run(const HostReply* reply);
};

bool Session::Impl::run(const HostReply* reply) {
  wish.reset();
  std::unique_ptr<Replay> replay;
  if (!answered.empty()) replay = std::move(Replay::load(answered, secrets).replay);
  SessionHost host(replay.get(), reply, options.host, secrets);
  EvaluateOptions evaluation;
  evaluation.limits = options.limits;
  evaluation.host = &host;
  evaluation.canceller = options.canceller;
  evaluation.transcript = true;
  outcome = evaluate(program, {handler, event, args}, evaluation);
  if (replay && replay->departed()) return false;
  wish = std::move(host.wish);
  std::string problem;
  std::optional<OrderedJson> transcript = parse_ordered_json(outcome.transcript, &problem);
  if (!transcript) {
    wish.reset();  // ended before it began: the outcome says why
    return true;
  }
  OrderedJson& effects = (*transcript)["effects"];
  if (!effects.empty() && is_pending(effects.back())) effects.erase(effects.size() - 1);
  answered = transcript->dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
  return true;
}

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::~Session() = default;

Session::Started Session::start(const std::shared_ptr<const Program>& program,
                                const Invocation& invocation, const SessionOptions& options) {
  auto impl = std::make_unique<Impl>();
  impl->program = program;
  impl->handler = invocation.handler;
  impl->event = invocation.event_json;
  impl->args = invocation.args_json;
  impl->options = options;
  impl->run(nullptr);
  return {std::unique_ptr<Session>(new Session(std::move(impl))), {}};
}

Session::Started Session::resume(const std::shared_ptr<const Program>& program,
                                 std::string_view snapshot,
                                 const std::vector<Replay::Secret>& secrets,
                                 const SessionOptions& options) {
  if (!program) return {nullptr, "there is no program"};
  std::string problem;
  std::optional<OrderedJson> parsed = parse_ordered_json(snapshot, &problem);
  if (!parsed) return {nullptr, problem};
  Replay::Loaded loaded = Replay::load(snapshot, secrets);
  if (!loaded.replay) return {nullptr, loaded.problem};
  if (loaded.replay->profile() != program->engine()->profile() ||
      loaded.replay->source() != program->source() || loaded.replay->name() != program->name())
    return {nullptr, "the snapshot is of another program or profile"};
  OrderedJson& effects = (*parsed)["effects"];
  for (const OrderedJson& effect : effects) {
    if (!effect.contains("secret")) continue;
    auto arguments = effect.find("arguments");
    const std::string path = arguments != effect.end() && arguments->is_object() &&
                                     arguments->contains("path") && (*arguments)["path"].is_string()
                                 ? (*arguments)["path"].get<std::string>()
                                 : std::string();
    if (std::ranges::find(secrets, path, &Replay::Secret::path) == secrets.end())
      return {nullptr, "the value of the secret '" + path + "' is missing"};
  }
  if (!effects.empty() && is_pending(effects.back())) effects.erase(effects.size() - 1);
  auto impl = std::make_unique<Impl>();
  const Invocation invocation = loaded.replay->invocation();
  impl->program = program;
  impl->handler = invocation.handler;
  impl->event = invocation.event_json;
  impl->args = invocation.args_json;
  impl->options = options;
  if (!impl->options.limits) impl->options.limits = loaded.replay->limits();
  impl->answered = parsed->dump(2, ' ', false, OrderedJson::error_handler_t::replace);
  impl->secrets = secrets;
  if (!impl->run(nullptr)) return {nullptr, "the program departs: " + impl->outcome.effect_reason};
  return {std::unique_ptr<Session>(new Session(std::move(impl))), {}};
}

const Wish* Session::wish() const noexcept { return impl_->wish ? &*impl_->wish : nullptr; }

bool Session::answer(const HostReply& reply) {
  if (!impl_->wish || reply.status == HostReply::Status::Pending) return false;
  const HostReply kept = reply;  // the wish's own texts may be in it
  if (impl_->run(&kept)) return true;
  // Only a host function that is called pure and is not can bring this about.
  impl_->wish.reset();
  impl_->outcome.status = Status::Error;
  impl_->outcome.error = ErrorReport{};
  impl_->outcome.error->class_name = "InvalidCall";
  impl_->outcome.error->message =
      "the program is not deterministic: " + impl_->outcome.effect_reason;
  impl_->outcome.error->text = "belljar: " + impl_->outcome.error->message + "\n";
  return true;
}

const Outcome& Session::outcome() const noexcept { return impl_->outcome; }
std::string Session::snapshot() const { return impl_->outcome.transcript; }

}  // namespace belljar
