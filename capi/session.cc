// Sessions.
#include "belljar/session.h"

#include "capi/handles.h"

using belljar::HostReply;
using belljar::capi::free_handle;
using belljar::capi::guarded;
using belljar::capi::held;
using belljar::capi::HeldOutcome;
using belljar::capi::HeldSession;
using belljar::capi::Invalid;
using belljar::capi::new_handle;
using belljar::capi::require;
using belljar::capi::text_or_empty;

namespace {

belljar::SessionOptions options_of(const belljar_call& call, const belljar_program& program,
                                   belljar::Host* host) {
  belljar::SessionOptions options;
  if (call.limits_json) {
    options.limits =
        belljar::capi::read_limits(call.limits_json, held(&program)->engine()->limits());
  }
  options.host = host;
  if (call.canceller) options.canceller = held(call.canceller);
  return options;
}

belljar_status answer(belljar_session* session, HostReply (*make)(std::string), const char* text) {
  return guarded(nullptr, [&] {
    require(session, "session");
    return held(session).session->answer(make(std::string(text_or_empty(text)))) ? BELLJAR_OK
                                                                                 : BELLJAR_ENDED;
  });
}

}  // namespace

belljar_status belljar_session_start(const belljar_program* program, const belljar_call* given,
                                     belljar_session** session, belljar_text** problem) {
  if (session) *session = nullptr;
  return guarded(problem, [&] {
    require(program, "program");
    require(session, "session");
    const belljar_call call = belljar::capi::known_part(given);
    HeldSession made;
    made.host = belljar::capi::make_host(call);
    auto started =
        belljar::Session::start(held(program),
                                {text_or_empty(call.handler), text_or_empty(call.event_json),
                                 text_or_empty(call.args_json)},
                                options_of(call, *program, made.host.get()));
    made.session = std::move(started.session);
    *session = new_handle<belljar_session>(std::move(made));
    return BELLJAR_OK;
  });
}

belljar_status belljar_session_resume(const belljar_program* program, const char* snapshot,
                                      const char* secrets_json, const belljar_call* given,
                                      belljar_session** session, belljar_text** problem) {
  if (session) *session = nullptr;
  return guarded(problem, [&] {
    require(program, "program");
    require(snapshot, "snapshot");
    require(session, "session");
    const belljar_call call = belljar::capi::known_part(given);
    HeldSession made;
    made.host = belljar::capi::make_host(call);
    auto started = belljar::Session::resume(
        held(program), snapshot, belljar::capi::read_secrets(text_or_empty(secrets_json)),
        options_of(call, *program, made.host.get()));
    if (!started.session) throw Invalid{started.problem};
    made.session = std::move(started.session);
    *session = new_handle<belljar_session>(std::move(made));
    return BELLJAR_OK;
  });
}

belljar_status belljar_session_wish(const belljar_session* session, const char** service,
                                    const char** call, const char** arguments_json) {
  if (service) *service = nullptr;
  if (call) *call = nullptr;
  if (arguments_json) *arguments_json = nullptr;
  if (!session) return BELLJAR_INVALID;
  const belljar::Wish* wish = held(session).session->wish();
  if (!wish) return BELLJAR_ENDED;
  if (service) *service = wish->service.c_str();
  if (call) *call = wish->call.c_str();
  if (arguments_json) *arguments_json = wish->arguments_json.c_str();
  return BELLJAR_OK;
}

belljar_status belljar_session_answer(belljar_session* session, const char* json) {
  return answer(session, HostReply::answer, json);
}
belljar_status belljar_session_error(belljar_session* session, const char* json) {
  return answer(session, HostReply::error, json);
}
belljar_status belljar_session_refuse(belljar_session* session, const char* reason) {
  return answer(session, HostReply::refused, reason);
}

belljar_status belljar_session_outcome(const belljar_session* session, belljar_outcome** outcome) {
  if (outcome) *outcome = nullptr;
  return guarded(nullptr, [&] {
    require(session, "session");
    require(outcome, "outcome");
    *outcome = new_handle<belljar_outcome>(HeldOutcome(held(session).session->outcome()));
    return BELLJAR_OK;
  });
}

belljar_status belljar_session_snapshot(const belljar_session* session, belljar_text** snapshot) {
  if (snapshot) *snapshot = nullptr;
  return guarded(nullptr, [&] {
    require(session, "session");
    require(snapshot, "snapshot");
    belljar::capi::set_text(snapshot, held(session).session->snapshot());
    return BELLJAR_OK;
  });
}

void belljar_session_free(belljar_session* session) { free_handle(session); }
