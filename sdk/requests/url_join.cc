// References and where they lead: urllib.parse's urlsplit, urlunsplit and urljoin, in so far as an
// http URL is their base. Their parts are cut otherwise than urllib3 cuts them (url.cc), so that a
// redirect's text comes out as requests shows it.
#include <algorithm>
#include <vector>

#include "sdk/requests/url.h"

namespace belljar::requests {

namespace {

struct Parts {
  std::string scheme, netloc, path, query, fragment;

  std::string text() const;
};

bool is_scheme_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("+-.").find(c) != std::string_view::npos;
}

// The schemes of urllib.parse's uses_netloc that are written with "//" even without a host.
bool has_netloc(std::string_view scheme) {
  static constexpr std::string_view kSchemes[] = {
      "",        "ftp",   "http",  "gopher", "nntp",     "telnet", "imap",  "wais",  "file",
      "mms",     "https", "shttp", "snews",  "prospero", "rtsp",   "rtspu", "rsync", "svn",
      "svn+ssh", "sftp",  "nfs",   "git",    "git+ssh",  "ws",     "wss"};
  return std::find(std::begin(kSchemes), std::end(kSchemes), scheme) != std::end(kSchemes);
}

// False: one bracket without the other.
bool split(std::string_view given, Parts* out) {
  std::string text(given);
  text.erase(0,
             std::min(text.find_first_not_of(std::string_view(
                          "\0\1\2\3\4\5\6\7\b\t\n\v\f\r\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18"
                          "\x19\x1a\x1b\x1c\x1d\x1e\x1f ",
                          33)),
                      text.size()));
  std::erase_if(text, [](char c) { return c == '\t' || c == '\r' || c == '\n'; });
  std::string_view rest = text;
  const size_t colon = rest.find(':');
  const bool letter = !rest.empty() && ((rest[0] | 32) >= 'a' && (rest[0] | 32) <= 'z');
  if (colon != rest.npos && letter &&
      std::all_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(colon),
                  is_scheme_char)) {
    for (char c : rest.substr(0, colon)) {
      out->scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    rest.remove_prefix(colon + 1);
  }
  if (rest.substr(0, 2) == "//") {
    const size_t end = std::min(rest.find_first_of("/?#", 2), rest.size());
    out->netloc = rest.substr(2, end - 2);
    rest.remove_prefix(end);
    const bool open = out->netloc.find('[') != std::string::npos;
    if (open != (out->netloc.find(']') != std::string::npos)) return false;
  }
  if (const size_t hash = rest.find('#'); hash != rest.npos) {
    out->fragment = rest.substr(hash + 1);
    rest = rest.substr(0, hash);
  }
  if (const size_t mark = rest.find('?'); mark != rest.npos) {
    out->query = rest.substr(mark + 1);
    rest = rest.substr(0, mark);
  }
  out->path = rest;
  return true;
}

std::string Parts::text() const {
  std::string out = path;
  if (!netloc.empty() || (!scheme.empty() && has_netloc(scheme) && path.substr(0, 2) != "//")) {
    if (!out.empty() && out.front() != '/') out.insert(0, "/");
    out = "//" + netloc + out;
  }
  if (!scheme.empty()) out = scheme + ":" + out;
  if (!query.empty()) out += "?" + query;
  if (!fragment.empty()) out += "#" + fragment;
  return out;
}

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> out;
  for (;;) {
    const size_t slash = path.find('/');
    out.emplace_back(path.substr(0, slash));
    if (slash == path.npos) return out;
    path.remove_prefix(slash + 1);
  }
}

std::string join_paths(std::string_view base, std::string_view path) {
  std::vector<std::string> segments;
  if (path.substr(0, 1) == "/") {
    segments = segments_of(path);
  } else {
    std::vector<std::string> all = segments_of(base);
    if (!all.back().empty()) all.pop_back();
    for (std::string& s : segments_of(path)) all.push_back(std::move(s));
    // Empty ones between the first and the last would be written as doubled slashes.
    for (size_t i = 0; i < all.size(); ++i) {
      if (i == 0 || i + 1 == all.size() || !all[i].empty()) segments.push_back(all[i]);
    }
  }
  std::vector<std::string> resolved;
  for (const std::string& s : segments) {
    if (s == "..") {
      if (!resolved.empty()) resolved.pop_back();
    } else if (s != ".") {
      resolved.push_back(s);
    }
  }
  if (segments.back() == "." || segments.back() == "..") resolved.emplace_back();
  std::string out;
  for (size_t i = 0; i < resolved.size(); ++i) out += (i > 0 ? "/" : "") + resolved[i];
  return out.empty() ? "/" : out;
}

}  // namespace

std::string join_url(std::string_view base, std::string_view reference) {
  Parts from, to;
  if (reference.empty() || !split(base, &from) || !split(reference, &to)) {
    return std::string(reference.empty() ? base : reference);
  }
  if (to.scheme.empty()) to.scheme = from.scheme;
  if (to.scheme != from.scheme) return std::string(reference);
  if (!to.netloc.empty()) return to.text();
  to.netloc = from.netloc;
  if (to.path.empty()) {
    to.path = from.path;
    if (to.query.empty()) to.query = from.query;
  } else {
    to.path = join_paths(from.path, to.path);
  }
  return to.text();
}

bool redirect_url(std::string_view base, std::string_view location, std::string* fragment,
                  std::string* out) {
  std::string given(location);
  if (given.substr(0, 2) == "//") given = std::string(base.substr(0, base.find(':') + 1)) + given;
  Parts parts;
  if (!split(given, &parts)) return false;
  if (parts.fragment.empty()) {
    parts.fragment = *fragment;
  } else {
    *fragment = parts.fragment;
  }
  const std::string quoted = requote(parts.text());
  *out = parts.netloc.empty() ? join_url(base, quoted) : quoted;
  return true;
}

}  // namespace belljar::requests
