// URLs as the requests library prepares them: parsing, quoting, joining, query strings. Plain text
// functions; sizes are bounded by kUrlMax before they are called.
#pragma once

#include <string>
#include <string_view>

namespace belljar::requests {

inline constexpr size_t kUrlMax = 8192;

struct Url {
  std::string scheme;  // lower case
  std::string userinfo;
  std::string host;  // lower case; IPv6 with its brackets
  std::string port;  // digits, may be empty
  std::string path;
  std::string query;
  std::string fragment;
  bool has_query = false, has_fragment = false;

  std::string netloc() const;
  // As sent: scheme://netloc/path?query#fragment, quoted where needed.
  std::string text() const;
};

// By urllib3's rules; scheme and host may stay empty. False: it cannot be parsed.
bool parse_url(std::string_view text, Url* out);
// urllib.parse.quote_plus and unquote.
std::string quote_plus(std::string_view text);
std::string percent_decode(std::string_view text);
// requests.utils.requote_uri.
std::string requote(std::string_view uri);
// urllib.parse.urljoin for an http(s) base.
std::string join_url(std::string_view base, std::string_view reference);
// Where a redirect from `base` leads, as requests works it out; `fragment` is the one to keep if
// the location has none, and becomes the one it has. False: brackets that do not match.
bool redirect_url(std::string_view base, std::string_view location, std::string* fragment,
                  std::string* out);

}  // namespace belljar::requests
