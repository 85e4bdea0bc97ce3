// URL text, by the rules of requests 2.28 and urllib3.
#include "sdk/requests/url.h"

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

// urllib3's _encode_invalid_chars: escapes stay (upper case), the rest is quoted unless allowed.
std::string quote_invalid(std::string_view s, std::string_view extra) {
  std::string out;
  bool all_escapes = true;
  for (size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '%' && !is_escape(s, i)) all_escapes = false;
  }
  for (size_t i = 0; i < s.size(); ++i) {
    const char c = s[i];
    if (c == '%' && all_escapes) {
      out += '%';
      for (size_t k = 1; k <= 2; ++k) {
        char h = s[i + k];
        out += h >= 'a' && h <= 'f' ? static_cast<char>(h - 'a' + 'A') : h;
      }
      i += 2;
    } else if (is_unreserved(c) || among(c, kSubDelims) || among(c, extra)) {
      out += c;
    } else {
      append_percent(&out, static_cast<unsigned char>(c));
    }
  }
  return out;
}

// RFC 3986, 5.2.4.
std::string remove_dot_segments(std::string_view path) {
  std::vector<std::string_view> out;
  size_t begin = 0;
  std::string_view last;
  for (;;) {
    size_t end = path.find('/', begin);
    std::string_view segment =
        path.substr(begin, end == path.npos ? std::string_view::npos : end - begin);
    last = segment;
    if (segment == "..") {
      if (!out.empty()) out.pop_back();
    } else if (segment != ".") {
      out.push_back(segment);
    }
    if (end == path.npos) break;
    begin = end + 1;
  }
  std::string text;
  if (!path.empty() && path.front() == '/' && (out.empty() || !out.front().empty())) text = "/";
  for (size_t i = 0; i < out.size(); ++i) {
    if (i > 0) text += '/';
    text += out[i];
  }
  if ((last == "." || last == "..") && (text.empty() || text.back() != '/')) text += '/';
  return text;
}

}  // namespace

std::string Url::netloc() const {
  std::string out = userinfo.empty() ? host : userinfo + "@" + host;
  return port.empty() ? out : out + ":" + port;
}

std::string Url::text() const {
  std::string out = scheme + "://" + netloc() + (path.empty() ? "/" : path);
  if (!query.empty()) out += "?" + query;
  if (!fragment.empty()) out += "#" + fragment;
  return requote(out);
}

bool parse_url(std::string_view text, Url* out) {
  size_t colon = text.find("://");
  if (colon == text.npos || colon == 0) return false;
  for (char c : text.substr(0, colon)) {
    if (!is_alnum(c) && c != '+' && c != '-' && c != '.') return false;
    out->scheme += lower(c);
  }
  text.remove_prefix(colon + 3);
  if (size_t hash = text.find('#'); hash != text.npos) {
    out->fragment = quote_invalid(text.substr(hash + 1), ":@/?");
    out->has_fragment = true;
    text = text.substr(0, hash);
  }
  if (size_t mark = text.find('?'); mark != text.npos) {
    out->query = quote_invalid(text.substr(mark + 1), ":@/?");
    out->has_query = true;
    text = text.substr(0, mark);
  }
  size_t slash = text.find('/');
  std::string_view authority = text.substr(0, slash);
  std::string_view path = slash == text.npos ? std::string_view() : text.substr(slash);
  if (size_t at = authority.rfind('@'); at != authority.npos) {
    out->userinfo = quote_invalid(authority.substr(0, at), ":");
    authority.remove_prefix(at + 1);
  }
  // The port is behind the last colon that is not inside brackets.
  size_t bracket = authority.rfind(']');
  size_t port = authority.rfind(':');
  if (port != authority.npos && (bracket == authority.npos || port > bracket)) {
    out->port = authority.substr(port + 1);
    for (char c : out->port) {
      if (c < '0' || c > '9') return false;
    }
    if (out->port.size() > 5) return false;
    authority = authority.substr(0, port);
  }
  for (char c : authority) out->host += lower(c);
  out->path = remove_dot_segments(quote_invalid(path, ":@/"));
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
  // Unquotes what need not be quoted, then quotes what must be.
  bool valid = true;
  for (size_t i = 0; i < uri.size(); ++i) {
    if (uri[i] == '%' && !is_escape(uri, i)) valid = false;
  }
  constexpr std::string_view kSafe = "!#$&'()*+,/:;=?@[]~";
  std::string out;
  for (size_t i = 0; i < uri.size(); ++i) {
    const char c = uri[i];
    if (c == '%' && valid) {
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

std::string join_url(const Url& base, std::string_view reference) {
  std::string root = base.scheme + "://" + base.netloc();
  if (reference.empty()) return base.text();
  if (reference.find("://") != reference.npos && reference.find("://") < reference.find('/')) {
    return std::string(reference);
  }
  if (reference.substr(0, 2) == "//") return base.scheme + ":" + std::string(reference);
  if (reference.front() == '?') {
    return root + (base.path.empty() ? "/" : base.path) + std::string(reference);
  }
  if (reference.front() == '#') {
    std::string query = base.query.empty() ? "" : "?" + base.query;
    return root + (base.path.empty() ? "/" : base.path) + query + std::string(reference);
  }
  if (reference.front() == '/') return root + std::string(reference);
  std::string folder = base.path.substr(0, base.path.rfind('/') + 1);
  return root + (folder.empty() ? "/" : folder) + std::string(reference);
}

std::string base64(std::string_view bytes) {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t group = 0;
    for (size_t k = 0; k < 3; ++k) {
      group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0);
    }
    for (size_t k = 0; k < 4; ++k) {
      out += i + k > bytes.size() ? '=' : kDigits[group >> (18 - 6 * k) & 63];
    }
  }
  return out;
}

bool from_base64(std::string_view text, std::string* out) {
  uint32_t group = 0;
  int bits = 0;
  for (char c : text) {
    int v = c >= 'A' && c <= 'Z'   ? c - 'A'
            : c >= 'a' && c <= 'z' ? c - 'a' + 26
            : c >= '0' && c <= '9' ? c - '0' + 52
            : c == '+'             ? 62
            : c == '/'             ? 63
                                   : -1;
    if (c == '=') continue;
    if (v < 0) return false;
    group = group << 6 | static_cast<uint32_t>(v);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      *out += static_cast<char>(group >> bits & 0xff);
    }
  }
  return true;
}

}  // namespace belljar::requests
