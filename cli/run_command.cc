// `belljar run`: a program (script mode), or one decision of a flow (flow mode).
#include <unistd.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "belljar/event.h"
#include "belljar/http.h"
#include "belljar/services.h"
#include "belljar/world.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/live.h"
#include "cli/record.h"

namespace belljar::cli {
namespace {

using Json = nlohmann::ordered_json;

// What of the real world a run may reach.
struct Reach {
  std::shared_ptr<const HttpClient> client;      // null: no host
  std::shared_ptr<const LiveServices> services;  // null: none
};

// The world that `run` offers: the file's, or the real clock and the hosts that were named.
class RunHost final : public Host {
 public:
  RunHost(const Options& options, Output& out, World* world, Reach reach, std::string_view event)
      : world_(world),
        reach_(std::move(reach)),
        event_(event),
        out_(out),
        interruption_(interruption()),
        use_(options.limits.time_ns, interruption_),
        services_use_(options.limits.time_ns, interruption_) {
    if (!options.now.empty()) now_ = parse_instant(options.now);
    where_ = options.json              ? Where::Nowhere
             : options.handler.empty() ? Where::Stdout
                                       : Where::Stderr;
    each_line_ = isatty(STDOUT_FILENO) == 1;
  }

  HostReply now() override {
    if (now_) return HostReply::answer(std::to_string(*now_));
    if (world_) return world_->now();
    auto since = std::chrono::system_clock::now().time_since_epoch();
    return HostReply::answer(
        std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(since).count()));
  }
  HostReply http(std::string_view request) override {
    if (world_) return world_->http(request);
    if (reach_.client) return reach_.client->request(request, use_);
    // Before any name is resolved.
    return HostReply::error(
        R"({"error": "connection", "message": "no host may be reached from this program"})");
  }
  HostReply call(std::string_view name, std::string_view arguments) override {
    if (world_) return world_->call(name, arguments);
    if (reach_.services) return reach_.services->call(name, arguments, event_, services_use_, now_);
    return HostReply::refused("nothing offers it; see --world and --live");
  }
  HostReply secret(std::string_view path) override {
    return world_ ? world_->secret(path) : HostReply::refused("nothing offers it; see --world");
  }

  void output(std::string_view text) override {
    if (where_ == Where::Stderr) {
      complain(text);
    } else if (where_ == Where::Stdout) {
      out_.write(text);
      if (each_line_) out_.flush();
      // Nobody reads any more: there is no reason to go on.
      if (out_.broken()) interruption_.cancel();
    }
  }

 private:
  enum class Where { Nowhere, Stdout, Stderr };
  World* world_;
  Reach reach_;
  std::string_view event_;
  Output& out_;
  Canceller interruption_;
  HttpUse use_;
  HttpUse services_use_;
  std::optional<int64_t> now_;
  Where where_;
  bool each_line_;
};

int exit_code(const Outcome& outcome) {
  switch (outcome.status) {
    case Status::Ok:
      return kGood;
    case Status::Error:
      if (!outcome.limit.empty()) return kLimit;
      return outcome.error && outcome.error->class_name == "InvalidCall" ? kUsage : kBad;
    case Status::Refused:
      return kRefused;
    case Status::Limit:
      return kLimit;
    case Status::Effect:
      return kEffect;
  }
  return kInternal;
}

// The innermost line that was running at a stop.
std::string place(const Outcome& outcome) {
  if (outcome.stopped_at.empty()) return {};
  const FrameReport& frame = outcome.stopped_at.back();
  return "belljar: stopped at line " + std::to_string(frame.line) + ", in " + frame.function + "\n";
}

// Control characters as escapes: what a program puts into a message must not steer a terminal.
std::string escaped(std::string_view text, bool keep_newlines) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    auto c = static_cast<unsigned char>(text[i]);
    bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (c1) c = static_cast<unsigned char>(text[++i]);
    bool plain = !c1 && ((c >= 0x20 && c != 0x7F) || c == '\t' || (c == '\n' && keep_newlines));
    if (plain) {
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else {
      out += {'\\', 'x', kHex[c >> 4], kHex[c & 15]};
    }
  }
  return out;
}

// The traceback, byte for byte as CPython prints it unless it holds control characters: then they
// are escaped, and the message is one line, so that it cannot pass for a line of ours.
std::string safe_text(const ErrorReport& error) {
  std::string safe = escaped(error.text, true);
  if (safe == error.text) return safe;
  std::string tail = error.message + "\n";
  size_t head = error.text.size() - std::min(tail.size(), error.text.size());
  if (error.text.compare(head, std::string::npos, tail) != 0) return safe;
  return escaped(std::string_view(error.text).substr(0, head), true) +
         escaped(error.message, false) + "\n";
}

// What people are told on stderr; tools read the first words of the lines.
void tell(const Outcome& outcome, const Options& options, const CheckReport& report) {
  switch (outcome.status) {
    case Status::Ok:
      break;
    case Status::Error:
      complain(safe_text(*outcome.error));
      if (!outcome.limit.empty()) complain("limit: " + outcome.limit + "\n");
      break;
    case Status::Refused:
      complain(options.color_err ? report.colored_text : report.text);
      break;
    case Status::Limit:
      complain(place(outcome) + "limit: " + outcome.limit + "\n");
      break;
    case Status::Effect:
      complain(place(outcome));
      if (!outcome.effect_reason.empty()) complain("belljar: " + outcome.effect_reason + "\n");
      complain("effect refused: " + outcome.effect + "\n");
      break;
  }
}

// CPython's SyntaxWarnings in its own form, with the source line.
void warn(const CheckReport& report, std::string_view source) {
  size_t at = 0;
  uint32_t line = 1;
  for (const Finding& finding : report.findings) {  // by line
    if (finding.rule != "syntax.warning") continue;
    for (; line < finding.line && at < source.size(); ++line) {
      at = std::min(source.find('\n', at), source.size() - 1) + 1;
    }
    constexpr std::string_view kBlank = " \t\r\f";
    std::string_view text = source.substr(at, source.find('\n', at) - at);
    text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
    text = text.substr(0, text.find_last_not_of(kBlank) + 1);
    complain(escaped(report.name, false) + ":" + std::to_string(finding.line) +
             ": SyntaxWarning: " + escaped(finding.message, false) + "\n");
    if (!text.empty()) complain("  " + escaped(text, false) + "\n");
  }
}

std::string pretty(const std::string& json) {
  Json document = Json::parse(json, nullptr, false);
  if (document.is_discarded()) return json + "\n";
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

// What a world file says beside the answers: the profile and the handler's further arguments.
struct WorldFile {
  std::string problem;
  std::string text;
  std::string profile;
  std::string args;
  std::unique_ptr<World> world;
};

WorldFile read_world(const std::string& path) {
  WorldFile out;
  FileText file = read_file(path);
  if (!file.ok) {
    out.problem = file.problem;
    return out;
  }
  World::Loaded loaded = World::load(file.text);
  if (!loaded.world) {
    out.problem = "malformed world '" + path + "': " + loaded.problem;
    return out;
  }
  out.world = std::move(loaded.world);
  Json document = Json::parse(file.text, nullptr, false);
  if (auto profile = document.find("profile"); profile != document.end()) {
    if (!profile->is_string()) {
      out.problem = "malformed world '" + path + "': profile is not a text";
      return out;
    }
    out.profile = profile->get<std::string>();
  }
  if (auto args = document.find("args"); args != document.end() && !args->is_null()) {
    if (!args->is_array()) {
      out.problem = "malformed world '" + path + "': args is not an array";
      return out;
    }
    out.args = args->dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return out;
}

// The hosts and services that were named.
Reach make_reach(const Options& options, std::string* problem) {
  Reach out;
  if (options.allow_hosts.empty() && options.live.empty()) return out;
  LiveWorld live;
  if (!options.live.empty()) {
    FileText file = read_file(options.live);
    *problem = file.ok ? read_live(file.text, options.live, &live) : file.problem;
    if (!problem->empty()) return out;
  }
  for (const std::string& host : options.allow_hosts) {
    live.http.allow.push_back(*HttpRule::parse(host));
  }
  HttpClient::Made made = HttpClient::make(live.http);
  *problem = made.problem;
  out.client = std::move(made.client);
  if (problem->empty() && live.has_services) {
    LiveServices::Made services = LiveServices::make(live.services);
    if (!services.services) *problem = "services: " + services.problem;
    out.services = std::move(services.services);
  }
  return out;
}

}  // namespace

int run_command(const Options& options, Output& out) {
  WorldFile world;
  std::string profile = options.profile;
  if (!options.world.empty()) {
    world = read_world(options.world);
    if (!world.problem.empty()) return input_error(world.problem);
    if (!options.profile_given && !world.profile.empty()) profile = world.profile;
  }
  FileText event;
  if (!options.event.empty()) {
    event = read_file(options.event);
    if (!event.ok) return input_error(event.problem);
    if (event.text.find_first_not_of(" \t\r\n") == std::string::npos) {
      return input_error("'" + options.event + "' is empty");
    }
  }
  std::string problem;
  Reach reach = make_reach(options, &problem);
  if (!problem.empty()) return input_error(problem);
  const std::string& path = options.paths[0];
  FileText source = read_file(path);
  if (!source.ok) return input_error(source.problem);

  std::shared_ptr<const Engine> engine = make_engine(profile, options);
  if (!engine) return kUsage;
  Compiled compiled = engine->compile(source.text, path == "-" ? "<stdin>" : path);
  Outcome outcome;
  if (!compiled.program) {
    outcome = refused(compiled.report, options.handler);
  } else {
    warn(compiled.report, source.text);
    // Services look users up in the document.
    const EventDocument document = event_document(event.text);
    RunHost host(options, out, world.world.get(), std::move(reach), document.json);
    Invocation invocation{options.handler, event.text, world.args};
    EvaluateOptions how;
    how.host = &host;
    how.canceller = interruption();
    how.transcript = !options.transcript.empty();
    outcome = evaluate(compiled.program, invocation, how);
  }
  int code = exit_code(outcome);
  if (code == kUsage) return input_error(outcome.error->message);
  if (!outcome.transcript.empty()) {
    problem = write_records(options, compiled.program, outcome.transcript);
    if (!problem.empty()) return input_error(problem);
  }
  if (options.json) {
    out.write(outcome.json() + "\n");
  } else if (outcome.status == Status::Ok && !options.handler.empty()) {
    out.write(pretty(outcome.result_json));
  }
  // What was printed comes before what is said about it.
  out.flush();
  if (outcome.limit != "cancelled" || !out.broken()) tell(outcome, options, compiled.report);
  if (world.world && !options.quiet) {
    for (const World::Unused& unused : world.world->unused()) {
      complain("unused answer: " + unused.path + " (" + unused.what + ")\n");
    }
  }
  return code;
}

}  // namespace belljar::cli
