// Requests of one call, rate limits included.
#include "live/session.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <thread>

namespace belljar::live {

namespace {

constexpr int kDepthMost = 200;

std::string header(const Json& headers, std::string_view name) {
  if (!headers.is_object()) return {};
  for (const auto& [key, value] : headers.items()) {
    if (lower(key) == name && value.is_string()) return value.get<std::string>();
  }
  return {};
}

std::optional<int64_t> whole(const std::string& text) {
  int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || value < 0) {
    return std::nullopt;
  }
  return value;
}

// How long a 429 asks to wait: Slack says it as RFC 9110 does, PagerDuty as seconds until the
// window ends, Okta as the moment when it ends.
std::optional<int64_t> wait_seconds(const Json& headers) {
  if (auto seconds = whole(header(headers, "retry-after"))) return seconds;
  if (auto seconds = whole(header(headers, "ratelimit-reset"))) return seconds;
  if (auto moment = whole(header(headers, "x-rate-limit-reset"))) {
    const int64_t now = std::chrono::duration_cast<std::chrono::seconds>(
                            std::chrono::system_clock::now().time_since_epoch())
                            .count();
    return *moment > now ? *moment - now : 0;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Page> Session::get(const std::string& path, const Query& query,
                                 const Foreseen& foreseen) {
  // An id that a program gave must not climb out of its place in the path.
  for (std::string_view dots : {"/./", "/../"}) {
    if ((path + "/").find(dots) != std::string::npos) {
      return fail("INVALID_ARGUMENT", std::string(vendor_.label) + ": that is no id");
    }
  }
  std::string url = service_.base_url + path;
  char before = '?';
  for (const auto& [name, value] : query) {
    url += before + encoded(name) + "=" + encoded(value);
    before = '&';
  }
  return send("GET", std::move(url), nullptr, foreseen);
}

std::optional<Page> Session::post(const std::string& path, const Json& body,
                                  const Foreseen& foreseen) {
  return send("POST", service_.base_url + path, &body, foreseen);
}

std::optional<std::string> Session::id_at(const Json& from,
                                          std::initializer_list<const char*> path) {
  std::string id = text_at(from, path);
  if (!id.empty()) return id;
  return fail("API_ERROR", std::string(vendor_.label) + ": the answer has no id");
}

bool Session::count_page(uint32_t* pages) {
  if (++*pages <= config_.max_pages) return true;
  fail("TOO_MANY_PAGES", "the list has more than " + std::to_string(config_.max_pages) + " pages");
  return false;
}

std::nullopt_t Session::fail(std::string_view name, std::string message) {
  Json error = {{"class", vendor_.error_class}, {"name", name}, {"message", std::move(message)}};
  if (!error_) error_ = HostReply::error(dumped(error));
  return std::nullopt;
}

std::nullopt_t Session::missing(std::string_view argument, std::string_view method) {
  Json error = {{"class", "MissingArgument"}, {"arg", argument}, {"method", method}};
  if (!error_) error_ = HostReply::error(dumped(error));
  return std::nullopt;
}

std::nullopt_t Session::refuse(std::string reason) {
  if (!error_) error_ = HostReply::refused(std::move(reason));
  return std::nullopt;
}

std::optional<Page> Session::send(const char* method, std::string url, const Json* body,
                                  const Foreseen& foreseen) {
  Json request = {{"method", method},
                  {"url", std::move(url)},
                  {"headers",
                   {{"Authorization", vendor_.authorization + service_.token},
                    {"Accept", vendor_.accept},
                    {"User-Agent", "belljar"}}},
                  {"body", nullptr},
                  {"timeout", nullptr}};
  if (body) {
    request["headers"]["Content-Type"] = "application/json; charset=utf-8";
    request["body"] = dumped(*body);
  }
  const std::string text = dumped(request);
  const std::string label = vendor_.label;
  for (uint32_t attempt = 0;; ++attempt) {
    HostReply reply = client_.request(text, use_);
    Json answer = parsed(reply.json);
    if (reply.status != HostReply::Status::Answer || !answer.is_object()) {
      return fail("UNREACHABLE", label + " cannot be reached: " + text_at(answer, {"message"}));
    }
    const Json& number = member(answer, "status");
    const int status = number.is_number_integer() ? number.get<int>() : 0;
    if (status == 429) {
      if (!wait(member(answer, "headers"), attempt)) return std::nullopt;
      continue;
    }
    Json document = parsed(text_at(answer, {"body"}));
    if (auto problem = vendor_.problem(status, document)) {
      if (!foreseen.code.empty() &&
          (problem->code == foreseen.code || std::to_string(status) == foreseen.code)) {
        return fail(foreseen.name, foreseen.message);
      }
      std::string what = problem->text;
      if (!problem->code.empty()) {
        what += what.empty() ? problem->code : " (" + problem->code + ")";
      }
      if (what.empty()) what = "status " + std::to_string(status);
      const bool barred = status == 401 || status == 403 || problem->code == "invalid_auth" ||
                          problem->code == "not_authed" || problem->code == "token_revoked" ||
                          problem->code == "missing_scope";
      return fail(barred ? "AUTH_FAILED" : "API_ERROR", label + ": " + what);
    }
    if (status < 200 || status > 299 || document.is_null()) {
      return fail("API_ERROR", label + ": the answer is not what its API documents (status " +
                                   std::to_string(status) + ")");
    }
    return Page{std::move(document), header(member(answer, "headers"), "link")};
  }
}

// Waits as long as the answer asks for, within the bounds.
bool Session::wait(const Json& headers, uint32_t attempt) {
  const int64_t seconds = wait_seconds(headers).value_or(int64_t{1} << std::min(attempt, 6u));
  if (attempt >= config_.max_retries || seconds > config_.max_wait_seconds) {
    fail("RATE_LIMITED", std::string(vendor_.label) + " asks to wait " + std::to_string(seconds) +
                             " seconds: too many requests");
    return false;
  }
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::seconds(seconds);
  while (Clock::now() < end) {
    if (use_.must_stop()) {
      fail("RATE_LIMITED", std::string(vendor_.label) + ": no time is left to wait");
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

std::string text_at(const Json& from, std::initializer_list<const char*> path) {
  const Json* at = &from;
  for (const char* name : path) at = &member(*at, name);
  return at->is_string() ? at->get<std::string>() : std::string();
}

const Json& member(const Json& from, const char* name) {
  static const Json null;
  if (!from.is_object()) return null;
  auto found = from.find(name);
  return found == from.end() ? null : *found;
}

std::string encoded(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

std::string dumped(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json parsed(std::string_view text) {
  bool deep = false;
  Json out = Json::parse(
      text,
      [&](int depth, Json::parse_event_t, Json&) {
        if (depth > kDepthMost) deep = true;
        return !deep;
      },
      false);
  return deep || out.is_discarded() ? Json() : out;
}

}  // namespace belljar::live
