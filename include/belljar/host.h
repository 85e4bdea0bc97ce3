// The services that a host offers to an evaluation. Everything that leaves a program passes through
// here, as JSON text in both directions. The default of every service is to refuse, which ends the
// evaluation with Status::Effect: derive from Host and override what the program may do.
//
// Threads: an evaluation calls its Host from the thread that runs it, one call at a time. A Host
// that several evaluations share at once must be thread-safe. A Host must outlive the evaluation.
// Exceptions thrown by a Host do not pass: they count as a refusal whose reason is what().
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace belljar {

struct HostReply {
  enum class Status : uint8_t {
    Answer,   // `json` is the value
    Error,    // `json` describes the exception that the call raises in the program
    Refused,  // not offered: the evaluation ends; `json` is the reason, plain text, may be empty
    Pending,  // answered later (session.h); outside a Session: refused
  };
  Status status = Status::Refused;
  std::string json;

  static HostReply answer(std::string json) { return {Status::Answer, std::move(json)}; }
  static HostReply error(std::string json) { return {Status::Error, std::move(json)}; }
  static HostReply refused(std::string reason = {}) { return {Status::Refused, std::move(reason)}; }
  static HostReply pending() { return {Status::Pending, {}}; }
};

// See host_module.h.
using EffectFunction = std::function<HostReply(std::string_view arguments_json)>;

class Host {
 public:
  Host() = default;
  virtual ~Host();
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;

  // The wall clock. Answer: microseconds since 1970-01-01T00:00Z, an integer.
  virtual HostReply now();

  // One HTTP exchange. `request_json`: {"method", "url" (query included; no credentials, no
  // fragment), "headers": {name: value}, "body": text or null, "timeout": null, seconds, or
  // [connect, read]}; a body that is not UTF-8 comes as "body_base64" instead. Redirects are the
  // program's business: each hop is a request, with "redirect": {"from": URL, "hop": 1, 2 …}, so
  // that a host can refuse it, or keep headers from another origin.
  // Answer: {"status": 200, "reason": "OK", "headers": {name: value}, "body": text} (or
  // "body_base64"), the body decoded; and, if the host knows them, "set_cookie": [texts], the
  // headers of that name one by one, and "elapsed_us", the microseconds until the answer came.
  // Error: {"error": KIND, "message": text}; an empty message stands for requests' own. KIND, and
  // what it raises of requests.exceptions: "timeout" ReadTimeout, "connect_timeout" ConnectTimeout,
  // "connection" ConnectionError, "tls" SSLError, "too_many_redirects" TooManyRedirects, "chunked"
  // ChunkedEncodingError, "decoding" ContentDecodingError, "invalid_url" InvalidURL,
  // "invalid_header" InvalidHeader.
  virtual HostReply http(std::string_view request_json);

  // A call of the SDK: "okta.is_user_in_group", "slack.user" … with all arguments by parameter
  // name, defaults filled in. Error: {"class": "OktaError", "name": …, "message": …}.
  virtual HostReply call(std::string_view name, std::string_view arguments_json);

  // The value of a secret. Answer: a JSON string. Error: as for call().
  virtual HostReply secret(std::string_view path);

  // A call of a host module's effect, "bank.balance", with its arguments by parameter name. Unlike
  // the others it is not refused by default but answered by the function that the engine was given
  // (`registered`), since giving it was the grant: override to decide or to answer otherwise.
  virtual HostReply function(std::string_view name, std::string_view arguments_json,
                             const EffectFunction& registered);

  // What the program prints, in pieces, as it is printed. The outcome has all of it in any case;
  // the default does nothing. Not counted as an effect.
  virtual void output(std::string_view text);
};

}  // namespace belljar
