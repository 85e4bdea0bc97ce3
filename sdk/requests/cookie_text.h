// Set-Cookie headers and the rules of which cookie goes where, as plain text work: by
// http.cookiejar's Netscape rules, except that a cookie without a domain goes to the very host that
// set it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sdk/requests/url.h"

namespace belljar::requests {

struct SetCookie {
  std::string name, value, domain, path;
  bool host_only = true, secure = false;
  bool gone = false;  // expired: one with its name is taken away
};

// One Set-Cookie header of an answer to a request for `url`. `date`: the answer's Date header, by
// which an expiry is past or not. False: refused, or no cookie.
bool read_set_cookie(std::string_view header, const Url& url, std::string_view date,
                     SetCookie* out);
// Several headers that were joined by commas.
std::vector<std::string_view> split_cookies(std::string_view header);
// Whether a cookie is sent with a request for `url`. An empty domain is the program's own cookie.
bool cookie_goes_to(std::string_view domain, bool host_only, std::string_view path, bool secure,
                    const Url& url);

}  // namespace belljar::requests
