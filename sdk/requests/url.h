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

// False: not even the outline of a URL with a scheme fits (host may still be empty).
bool parse_url(std::string_view text, Url* out);
// urllib.parse.quote_plus and unquote.
std::string quote_plus(std::string_view text);
std::string percent_decode(std::string_view text);
// requests.utils.requote_uri.
std::string requote(std::string_view uri);
// urllib.parse.urljoin for an http(s) base.
std::string join_url(const Url& base, std::string_view reference);
std::string base64(std::string_view bytes);
// False if it is no base64.
bool from_base64(std::string_view text, std::string* out);

}  // namespace belljar::requests
