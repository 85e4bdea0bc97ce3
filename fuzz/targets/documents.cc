// What a host hands in as text: event documents, transcripts, requests of the door.
#include <string>

#include "belljar/http.h"
#include "belljar/replay.h"
#include "fuzz/targets/programs.h"
#include "fuzz/targets/targets.h"
#include "sdk/requests/url.h"
#include "support/utf8.h"
#include "transport/egress_rules.h"
#include "transport/exchange_form.h"

namespace belljar::fuzz {

namespace {

EvaluateOptions small_limits() {
  EvaluateOptions options;
  options.limits = Limits();
  options.limits->steps = 2'000'000;
  options.limits->memory_bytes = 16u << 20;
  options.limits->time_ns = 20'000'000'000;
  return options;
}

constexpr const char* kFlow = R"(from sym.sdk.annotations import hook, prefetch, reducer
from sym.sdk.integrations import slack
from sym.sdk.templates import ApprovalTemplate


@reducer
def get_approvers(event):
    print(event.payload.fields, event.flow.vars, event.user.email, event.get_actors())
    return slack.channel("#sym-requests", allow_self=event.payload.fields.get("self", False))


@hook
def on_request(event):
    return ApprovalTemplate.ignore(message=str(event.payload))
)";

}  // namespace

// Any bytes as an event: an outcome, and where the event is at fault one that says so.
void fuzz_event(std::string_view input) {
  static const std::shared_ptr<const Program> kProgram =
      Engine::Builder().profile("sym").build().engine->compile(kFlow, "impl.py").program;
  BELLJAR_MUST(kProgram, kFlow);
  for (const char* handler : {"get_approvers", "on_request"}) {
    const Outcome outcome =
        evaluate(kProgram, {.handler = handler, .event_json = input}, small_limits());
    BELLJAR_MUST(outcome.limit != "time", input);
    BELLJAR_MUST(!outcome.json().empty(), input);
    BELLJAR_MUST(find_invalid_utf8(outcome.json(), true) == std::string::npos, outcome.json());
  }
}

void fuzz_transcript(std::string_view input) {
  Replay::Loaded loaded = Replay::load(input);
  BELLJAR_MUST(loaded.replay || !loaded.problem.empty(), input);
  if (!loaded.replay) return;
  Engine::Builder builder;
  builder.profile(loaded.replay->profile());
  for (const std::string& module : loaded.replay->modules()) builder.allow_module(module);
  Engine::Built built = builder.build();
  if (!built.engine) return;
  const Compiled compiled = built.engine->compile(loaded.replay->source(), loaded.replay->name());
  if (!compiled.program) return;
  EvaluateOptions options = small_limits();
  if (loaded.replay->limits().steps < options.limits->steps &&
      loaded.replay->limits().memory_bytes < options.limits->memory_bytes) {
    options.limits = loaded.replay->limits();
  }
  options.host = loaded.replay.get();
  const Outcome outcome = evaluate(compiled.program, loaded.replay->invocation(), options);
  (void)loaded.replay->departures(outcome);
}

// A URL, then a header's name, its value and a location, one a line.
void fuzz_url(std::string_view input) {
  std::string_view lines[4];
  for (std::string_view& line : lines) {
    const size_t end = input.find('\n');
    line = input.substr(0, end);
    input = end == std::string_view::npos ? std::string_view() : input.substr(end + 1);
  }
  const auto [url, name, value, location] = lines;
  if (url.size() <= requests::kUrlMax && location.size() <= requests::kUrlMax) {
    requests::Url parsed;
    if (requests::parse_url(url, &parsed)) {
      requests::Url again;
      const std::string text = parsed.text();
      BELLJAR_MUST(requests::parse_url(text, &again) || text.size() > requests::kUrlMax, text);
    }
    std::string fragment, out;
    (void)requests::redirect_url(url, location, &fragment, &out);
    (void)requests::join_url(url, location);
    (void)requests::requote(url);
    BELLJAR_MUST(requests::percent_decode(requests::quote_plus(value)).size() <= value.size() * 3,
                 value);
  }
  if (transport::url_problem(url).empty()) {
    for (char c : url) {
      BELLJAR_MUST(static_cast<unsigned char>(c) > 0x20 && c != 0x7f && c != '\\', url);
    }
  }
  if (transport::header_problem(name, value).empty()) {
    BELLJAR_MUST(!name.empty() && name.find_first_of(": \t") == std::string_view::npos, name);
    for (char c : value) {
      BELLJAR_MUST((static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) || c == '\t', value);
    }
  }
  if (std::optional<HttpRule> rule = HttpRule::parse(url)) {
    transport::EgressRules rules;
    if (rules.read({*rule}).empty()) {
      transport::Target target{"https", "localhost", 443, "/", {}};
      std::string problem;
      const transport::Rule* found = rules.find(target, "GET", &problem);
      BELLJAR_MUST(found || !problem.empty(), url);
    }
  }
  transport::RequestForm form;
  (void)transport::read_request(url, &form);
}

}  // namespace belljar::fuzz
