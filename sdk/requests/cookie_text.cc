// Cookies as text.
#include "sdk/requests/cookie_text.h"

#include <charconv>

#include "sdk/requests/prepare.h"

namespace belljar::requests {

namespace {

std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t')) s.remove_suffix(1);
  return s;
}

bool ends_with(std::string_view s, std::string_view end) {
  return s.size() >= end.size() && s.substr(s.size() - end.size()) == end;
}

// "Wed, 21-Oct-2015 07:28:00 GMT" as a number that orders; 0: not readable.
uint64_t date_order(std::string_view text) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  uint64_t day = 0, month = 0, year = 0, clock = 0;
  const std::string low = lower(text);
  for (size_t i = 0; i < low.size();) {
    const size_t end = std::min(low.find_first_of(" ,-", i), low.size());
    const std::string_view word = std::string_view(low).substr(i, end - i);
    i = end + 1;
    if (word.empty()) continue;
    if (word.find(':') != word.npos) {
      for (char c : word) {
        if (c >= '0' && c <= '9') clock = clock * 10 + static_cast<uint64_t>(c - '0');
      }
    } else if (word.front() >= '0' && word.front() <= '9') {
      uint64_t number = 0;
      std::from_chars(word.data(), word.data() + word.size(), number);
      if (day == 0) {
        day = number;
      } else if (year == 0) {
        year = number < 70 ? number + 2000 : number < 100 ? number + 1900 : number;
      }
    } else if (word.size() == 3 && kMonths.find(word) % 3 == 0) {
      month = kMonths.find(word) / 3 + 1;
    }
  }
  if (day == 0 || month == 0 || year == 0 || clock > 240000) return 0;
  return ((year * 100 + month) * 100 + day) * 1000000 + clock;
}

// Without the server's clock only dates that every clock has passed are past.
bool is_past(std::string_view expires, std::string_view date) {
  const uint64_t when = date_order(expires), now = date_order(date);
  return when != 0 && when <= (now != 0 ? now : date_order("01 Jan 2001 00:00:00"));
}

}  // namespace

bool read_set_cookie(std::string_view header, const Url& url, std::string_view date,
                     SetCookie* out) {
  *out = {};
  size_t semicolon = std::min(header.find(';'), header.size());
  const std::string_view first = trim(header.substr(0, semicolon));
  const size_t equals = first.find('=');
  if (equals == first.npos || equals == 0) return false;
  out->name = trim(first.substr(0, equals));
  out->value = trim(first.substr(equals + 1));
  std::string_view expires, max_age;
  while (semicolon < header.size()) {
    header.remove_prefix(semicolon + 1);
    semicolon = std::min(header.find(';'), header.size());
    const std::string_view one = trim(header.substr(0, semicolon));
    const size_t sign = std::min(one.find('='), one.size());
    const std::string key = lower(trim(one.substr(0, sign)));
    const std::string_view value =
        sign < one.size() ? trim(one.substr(sign + 1)) : std::string_view();
    if (key == "domain") {
      out->domain = lower(value);
    } else if (key == "path") {
      out->path = value;
    } else if (key == "secure") {
      out->secure = true;
    } else if (key == "expires") {
      expires = value;
    } else if (key == "max-age") {
      max_age = value;
    }
  }
  int64_t seconds = 1;
  std::from_chars(max_age.data(), max_age.data() + max_age.size(), seconds);
  out->gone = seconds <= 0 || (max_age.empty() && is_past(expires, date));
  if (out->path.empty() || out->path.front() != '/') {
    out->path = url.path.substr(0, std::min(url.path.rfind('/'), url.path.size()));
    if (out->path.empty()) out->path = "/";
  }
  if (out->domain.empty()) {
    out->domain = url.host;
    return true;
  }
  out->host_only = false;
  if (out->domain.front() != '.') out->domain.insert(0, ".");
  // A whole top-level domain is nobody's; another host's cookies are not to be set.
  const bool embedded_dot = out->domain.find('.', 1) != std::string::npos;
  return embedded_dot && ends_with("." + url.host, out->domain);
}

std::vector<std::string_view> split_cookies(std::string_view header) {
  // A comma begins a new cookie if a name and '=' follow before ';'.
  std::vector<std::string_view> out;
  size_t begin = 0;
  for (size_t i = 0; i < header.size(); ++i) {
    if (header[i] != ',') continue;
    size_t end = header.find_first_of("=;,", i + 1);
    if (end == header.npos || header[end] != '=') continue;
    std::string_view name = trim(header.substr(i + 1, end - i - 1));
    if (name.empty() || name.find(' ') != name.npos) continue;
    out.push_back(header.substr(begin, i - begin));
    begin = i + 1;
  }
  out.push_back(header.substr(begin));
  return out;
}

bool cookie_goes_to(std::string_view domain, bool host_only, std::string_view path, bool secure,
                    const Url& url) {
  if (secure && url.scheme != "https") return false;
  if (!domain.empty()) {
    if (host_only ? domain != url.host : !ends_with("." + url.host, domain)) return false;
  }
  const std::string_view asked = url.path.empty() ? std::string_view("/") : url.path;
  if (asked == path) return true;
  return asked.substr(0, path.size()) == path &&
         ((!path.empty() && path.back() == '/') || asked.substr(path.size(), 1) == "/");
}

}  // namespace belljar::requests
