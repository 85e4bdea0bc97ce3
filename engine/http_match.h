// Does an HTTP request agree with one that a world foresees? And what does the foreseen reply look
// like to the program? Rules: spec of cases.json, "HTTP answers".
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/json_text.h"

namespace belljar {

// A URL taken apart, texts decoded.
struct UrlParts {
  std::string scheme;
  std::string host;  // with the port unless it is the scheme's own
  std::string host_alone;
  int port = 0;
  std::string path;
  std::vector<std::pair<std::string, std::string>> query;  // sorted
  std::string raw_path;
};
UrlParts split_url(std::string_view url);

// Pairs of "a=1&b=2", decoded and sorted.
std::vector<std::pair<std::string, std::string>> decode_form(std::string_view text);

struct HttpMismatch {
  std::string path;  // in the foreseen request: "method", "headers.Authorization"; empty: agrees
  std::string expected, got;
  int agreed = 0;  // how many checks passed before it
};
// `foreseen`: the "request" of an entry; `actual`: what Host::http is given.
HttpMismatch http_mismatch(const Json& foreseen, const Json& actual);

// Empty if the entry's request and reply are well formed, else what is wrong.
std::string http_entry_problem(const OrderedJson& request, const OrderedJson& reply);

// The reply's JSON for HostReply::answer, or for HostReply::error when *is_error.
std::string http_reply_text(const OrderedJson& reply, const Json& actual, bool* is_error);

}  // namespace belljar
