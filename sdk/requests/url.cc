// URL text, by the rules of requests 2.28 and urllib3.
#include "sdk/requests/url.h"

#include <algorithm>
#include <vector>

namespace belljar::requests {

namespace {

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_unreserved(char c) { return is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~'; }
bool among(char c, std::string_view set) { return set.find(c) != set.npos; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}
void append_percent(std::string* out, unsigned char c) {
  constexpr char kHex[] = "0123456789ABCDEF";
  *out += '%';
  *out += kHex[c >> 4];
  *out += kHex[c & 15];
}
bool is_escape(std::string_view s, size_t i) {
  return s[i] == '%' && i + 2 < s.size() && hex_value(s[i + 1]) >= 0 && hex_value(s[i + 2]) >= 0;
}

constexpr std::string_view kSubDelims = "!$&'()*+,;=";

// urllib3's _encode_invalid_chars: escapes stay (upper case) if every percent sign begins one, the
// rest is quoted unless allowed.
std::string quote_invalid(std::string_view s, std::string_view extra) {
  std::string upper(s);
  bool all_escapes = true;
  for (size_t i = 0; i < s.size(); ++i) {
    if (s[i] != '%') continue;
    if (!is_escape(s, i)) {
      all_escapes = false;
      continue;
    }
    for (size_t k = 1; k <= 2; ++k) {
      char& h = upper[i + k];
      if (h >= 'a' && h <= 'f') h = static_cast<char>(h - 'a' + 'A');
    }
    i += 2;
  }
  std::string out;
  for (char c : upper) {
    const bool kept =
        c == '%' ? all_escapes : is_unreserved(c) || among(c, kSubDelims) || among(c, extra);
    if (kept) {
      out += c;
    } else {
      append_percent(&out, static_cast<unsigned char>(c));
    }
  }
  return out;
}

// RFC 3986, 5.2.4.
std::string remove_dot_segments(std::string_view path) {
  if (path.empty()) return "";
  std::vector<std::string_view> out;
  for (size_t begin = 0;;) {
    const size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    if (segment == "..") {
      if (!out.empty()) out.pop_back();
    } else if (segment != ".") {
      out.push_back(segment);
    }
    if (end == path.size()) break;
    begin = end + 1;
  }
  if (path.front() == '/' && (out.empty() || !out.front().empty())) out.insert(out.begin(), "");
  auto ends = [&](std::string_view tail) {
    return path.size() >= tail.size() && path.substr(path.size() - tail.size()) == tail;
  };
  if (ends("/.") || ends("/..")) out.push_back("");
  std::string text;
  for (size_t i = 0; i < out.size(); ++i) {
    if (i > 0) text += '/';
    text += out[i];
  }
  return text;
}

bool is_ipv4(std::string_view text) {
  size_t dots = 0, digits = 0;
  for (char c : text) {
    if (c == '.') {
      if (digits == 0) return false;
      ++dots;
      digits = 0;
    } else if (c < '0' || c > '9' || ++digits > 3) {
      return false;
    }
  }
  return dots == 3 && digits > 0;
}

}  // namespace

std::string Url::netloc() const {
  std::string out = userinfo.empty() ? host : userinfo + "@" + host;
  return port.empty() ? out : out + ":" + port;
}

std::string Url::text() const {
  std::string out = scheme + "://" + netloc() + (path.substr(0, 1) == "/" ? "" : "/") + path;
  if (!query.empty()) out += "?" + query;
  if (!fragment.empty()) out += "#" + fragment;
  return requote(out);
}

namespace {

// Whether the text between brackets can be an IPv6 address, with or without a zone.
bool is_ipv6(std::string_view text) {
  const size_t zone = text.find('%');
  if (zone != text.npos) {
    std::string_view name = text.substr(zone + 1);
    if (name.empty()) return false;
    for (char c : name) {
      if (!is_unreserved(c) && c != '%') return false;
    }
    text = text.substr(0, zone);
  }
  const size_t last = text.rfind(':');
  if (last == text.npos) return false;
  size_t groups = 0;
  // The end may be an IPv4 address.
  if (std::string_view tail = text.substr(last + 1); tail.find('.') != tail.npos) {
    if (!is_ipv4(tail)) return false;
    groups = 2;
    text = text.substr(0, last + (last > 0 && text[last - 1] == ':' ? 1 : 0));
  }
  const size_t gap = text.find("::");
  if (gap != text.npos && text.find("::", gap + 1) != text.npos) return false;
  size_t length = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != ':') {
      if (hex_value(text[i]) < 0 || ++length > 4) return false;
      continue;
    }
    if (length > 0) {
      ++groups;
    } else if (gap == text.npos || (i != gap && i != gap + 1 && i != gap + 2)) {
      return false;
    }
    length = 0;
  }
  return gap == text.npos ? groups == 8 : groups <= 7;
}

// host[:port] as urllib3 accepts it. A port of 0 is none.
bool read_host(std::string_view text, Url* out) {
  std::string_view host = text;
  size_t colon = text.npos;
  if (!text.empty() && text.front() == '[') {
    const size_t bracket = text.find(']');
    if (bracket == text.npos || !is_ipv6(text.substr(1, bracket - 1))) return false;
    host = text.substr(0, bracket + 1);
    if (bracket + 1 < text.size()) colon = bracket + 1;
  } else {
    colon = text.find(':');
    host = text.substr(0, colon);
    for (size_t i = 0; i < host.size(); ++i) {
      if (among(host[i], "[]") || (host[i] == '%' && !is_escape(host, i))) return false;
    }
  }
  if (colon != text.npos) {
    if (text[colon] != ':') return false;
    std::string_view digits = text.substr(colon + 1);
    while (!digits.empty() && digits.front() == '0') digits.remove_prefix(1);
    uint32_t port = 0;
    for (char c : digits) {
      if (c < '0' || c > '9') return false;
      port = port * 10 + static_cast<uint32_t>(c - '0');
      if (port > 65535) return false;
    }
    if (port != 0) out->port = std::to_string(port);
  }
  out->host = host;
  return true;
}

}  // namespace

bool parse_url(std::string_view text, Url* out) {
  // A scheme, or a text that is taken for what stands behind "//".
  size_t end = 0;
  while (end < text.size() && (is_alnum(text[end]) || among(text[end], "+-"))) ++end;
  const bool letter = !text.empty() && is_alnum(text[0]) && (text[0] < '0' || text[0] > '9');
  bool authority = false;
  if (letter && end < text.size() && text[end] == ':') {
    for (char c : text.substr(0, end)) out->scheme += lower(c);
    text.remove_prefix(end + 1);
  } else if (text.empty() || text.front() != '/') {
    authority = true;
  }
  if (text.substr(0, 2) == "//") {
    authority = true;
    text.remove_prefix(2);
  }
  const bool normal = out->scheme.empty() || out->scheme == "http" || out->scheme == "https";
  if (authority) {
    const size_t stop = std::min(text.find_first_of("\\/?#"), text.size());
    std::string_view place = text.substr(0, stop);
    text.remove_prefix(stop);
    if (const size_t at = place.rfind('@'); at != place.npos) {
      out->userinfo = normal ? quote_invalid(place.substr(0, at), ":") : place.substr(0, at);
      place.remove_prefix(at + 1);
    }
    if (!read_host(place, out)) return false;
    if (normal) {
      for (char& c : out->host) c = lower(c);
    }
  }
  if (size_t hash = text.find('#'); hash != text.npos) {
    out->fragment = text.substr(hash + 1);
    out->has_fragment = true;
    text = text.substr(0, hash);
  }
  if (size_t mark = text.find('?'); mark != text.npos) {
    out->query = text.substr(mark + 1);
    out->has_query = true;
    text = text.substr(0, mark);
  }
  out->path = text;
  if (normal) {
    out->path = quote_invalid(remove_dot_segments(text), ":@/");
    out->query = quote_invalid(out->query, ":@/?");
    out->fragment = quote_invalid(out->fragment, ":@/?");
  }
  return true;
}

std::string quote_plus(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (is_unreserved(c)) {
      out += c;
    } else if (c == ' ') {
      out += '+';
    } else {
      append_percent(&out, static_cast<unsigned char>(c));
    }
  }
  return out;
}

std::string percent_decode(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_escape(text, i)) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string requote(std::string_view uri) {
  // Unquotes what need not be quoted, then quotes what must be. Two letters that are no hexadecimal
  // number make every percent sign one to be quoted; anything else behind one is let be.
  bool valid = true;
  for (size_t i = 0; i + 2 < uri.size(); ++i) {
    const bool two = is_alnum(uri[i + 1]) && is_alnum(uri[i + 2]);
    if (uri[i] == '%' && two && !is_escape(uri, i)) valid = false;
  }
  constexpr std::string_view kSafe = "!#$&'()*+,/:;=?@[]~";
  std::string out;
  for (size_t i = 0; i < uri.size(); ++i) {
    const char c = uri[i];
    if (c == '%' && valid && !is_escape(uri, i)) {
      out += c;
    } else if (c == '%' && valid) {
      char decoded = static_cast<char>(hex_value(uri[i + 1]) * 16 + hex_value(uri[i + 2]));
      if (is_unreserved(decoded)) {
        out += decoded;
      } else {
        out += uri.substr(i, 3);
      }
      i += 2;
    } else if (is_unreserved(c) || among(c, kSafe)) {
      out += c;
    } else {
      append_percent(&out, static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace belljar::requests
