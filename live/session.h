// One call of the SDK: the requests that it takes, the pages, the waits, and the first failure.
// What differs between the vendors' HTTP conventions is a Vendor.
#pragma once

#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "belljar/services.h"

namespace belljar::live {

using Json = nlohmann::ordered_json;
using Query = std::vector<std::pair<std::string, std::string>>;

// An error answer in the vendor's words.
struct Problem {
  std::string code;  // the vendor's; empty: none
  std::string text;
};

struct Vendor {
  const char* service;        // "okta"; the first half of its calls
  const char* label;          // "Okta"
  const char* error_class;    // "OktaError"
  const char* default_url;    // "" : there is none
  const char* authorization;  // what stands before the token
  const char* accept;
  // The problem that an answer states; nothing if it is a success.
  std::optional<Problem> (*problem)(int status, const Json& body);
};

// A failure that a call foresees: if the vendor answers with `code` (or with that status), the
// program sees this error.
struct Foreseen {
  std::string_view code;
  std::string_view name;
  std::string message;
};

struct Page {
  Json body;
  std::string link;  // the Link header
};

class Session {
 public:
  Session(const Vendor& vendor, const ServiceConfig& service, const ServicesConfig& config,
          const HttpClient& client, const Json& event, HttpUse& use, std::optional<int64_t> now)
      : vendor_(vendor),
        service_(service),
        config_(config),
        client_(client),
        event_(event),
        use_(use),
        now_(now) {}

  // The moment that the evaluation takes for now.
  std::chrono::sys_time<std::chrono::microseconds> now() const {
    using namespace std::chrono;
    return now_ ? sys_time<microseconds>(microseconds(*now_))
                : time_point_cast<microseconds>(system_clock::now());
  }

  // Nothing: failed, and error() is set. `path` begins with a slash and is encoded already.
  std::optional<Page> get(const std::string& path, const Query& query,
                          const Foreseen& foreseen = {});
  std::optional<Page> post(const std::string& path, const Json& body,
                           const Foreseen& foreseen = {});
  // The text at a path of an answer that documents it: an answer without it is an error.
  std::optional<std::string> id_at(const Json& from, std::initializer_list<const char*> path);
  // Counts a page of a list: false, and failed, when there are too many.
  bool count_page(uint32_t* pages);

  // Each sets the error; std::nullopt for `return session.fail(…)`.
  std::nullopt_t fail(std::string_view name, std::string message);
  std::nullopt_t missing(std::string_view argument, std::string_view method);
  std::nullopt_t refuse(std::string reason);

  const Json& event() const { return event_; }
  const std::optional<HostReply>& error() const { return error_; }

 private:
  std::optional<Page> send(const char* method, std::string url, const Json* body,
                           const Foreseen& foreseen);
  bool wait(const Json& headers, uint32_t attempt);

  const Vendor& vendor_;
  const ServiceConfig& service_;
  const ServicesConfig& config_;
  const HttpClient& client_;
  const Json& event_;
  HttpUse& use_;
  std::optional<int64_t> now_;
  std::optional<HostReply> error_;
};

// --- reading JSON that others wrote: nothing here fails ---

// The text at a path of member names; empty if there is none.
std::string text_at(const Json& from, std::initializer_list<const char*> path);
// The member, or null.
const Json& member(const Json& from, const char* name);
// Every byte but letters, digits, -._~ as %XX.
std::string encoded(std::string_view text);
std::string lower(std::string_view text);
std::string dumped(const Json& value);
// Null if it is none, or nested too deeply.
Json parsed(std::string_view text);

}  // namespace belljar::live
