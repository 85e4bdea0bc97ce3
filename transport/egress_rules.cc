// Decisions of the policy.
#include "transport/egress_rules.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <type_traits>

#include "transport/received_head.h"

namespace belljar::transport {

namespace {

constexpr std::string_view kMethods[] = {"GET",   "HEAD",   "POST",   "PUT",
                                         "PATCH", "DELETE", "OPTIONS"};
constexpr size_t kHeaderValueMost = 8192;

// Headers that steer the connection or the length of the message: the transport's own.
constexpr std::string_view kRefusedHeaders[] = {
    "host",    "content-length", "transfer-encoding", "connection",     "upgrade",        "te",
    "trailer", "expect",         "keep-alive",        "http2-settings", "accept-encoding"};
// What may be told to another origin than the one that the program wrote the header for.
constexpr std::string_view kCrossing[] = {"accept", "user-agent", "content-type"};

template <typename List>
bool among(const std::decay_t<decltype(*std::begin(std::declval<List&>()))>& one,
           const List& list) {
  return std::find(std::begin(list), std::end(list), one) != std::end(list);
}
bool among(std::string_view text, const std::vector<std::string>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool is_token(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

bool is_name(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.front() == '.' || host.back() == '.') return false;
  bool letter = false;
  for (char c : host) {
    const bool alpha = (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    if (!alpha && !(c >= '0' && c <= '9') && c != '.') return false;
    letter = letter || alpha;
  }
  // Digits and dots alone would be an address in some spelling.
  return letter && host.find("..") == host.npos;
}

bool is_loopback(const Range& range) {
  Range loop4, loop6;
  parse_range("127.0.0.0/8", &loop4);
  parse_range("::1", &loop6);
  return range.base.v6 ? range.base == loop6.base && range.bits == 128
                       : range.bits >= 8 && loop4.contains(range.base);
}

std::string read_rule(const HttpRule& given, Rule* out) {
  std::string host = lower(given.host);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  }
  if (!host.empty() && host.back() == '.') host.pop_back();
  out->plain_http = given.plain_http;
  if (parse_range(host, &out->range)) {
    out->is_range = true;
    // A range that is as large as a family is not a range but an open door.
    if (out->range.bits == 0) return "the range of all addresses cannot be allowed";
    out->plain_http = out->plain_http || is_loopback(out->range);
  } else if (host.substr(0, 2) == "*.") {
    if (!is_name(host.substr(2))) return "is not a host, an address or a range";
    out->suffix = host.substr(1);
  } else if (is_name(host)) {
    out->name = host;
  } else {
    return "is not a host, an address or a range";
  }
  // The name is reserved for this machine (RFC 6761): naming it names the loopback addresses.
  if (out->name == "localhost") {
    out->plain_http = true;
    for (const char* loop : {"127.0.0.0/8", "::1"}) {
      parse_range(loop, &out->opened.emplace_back());
    }
  }
  for (const std::string& text : given.private_ranges) {
    Range range;
    if (!parse_range(text, &range)) return "'" + text + "' is not a range of addresses";
    out->opened.push_back(range);
  }
  out->ports = given.ports;
  if (out->ports.empty()) {
    out->ports = {443};
    if (out->plain_http) out->ports.push_back(80);
  }
  if (among(uint16_t{0}, out->ports)) return "port 0 cannot be allowed";
  for (const std::string& method : given.methods) {
    if (!among(method, kMethods)) return "'" + method + "' is not a method that can be allowed";
  }
  out->methods = given.methods;
  return {};
}

bool matches(const Rule& rule, const Target& target) {
  if (target.literal) return rule.is_range && rule.range.contains(*target.literal);
  if (!rule.name.empty()) return rule.name == target.host;
  return !rule.suffix.empty() && target.host.size() > rule.suffix.size() &&
         target.host.compare(target.host.size() - rule.suffix.size(), std::string::npos,
                             rule.suffix) == 0;
}

}  // namespace

std::string EgressRules::read(const std::vector<HttpRule>& rules) {
  for (const HttpRule& given : rules) {
    Rule rule;
    std::string problem = read_rule(given, &rule);
    if (!problem.empty()) return "'" + given.host + "' " + problem;
    rules_.push_back(std::move(rule));
  }
  return {};
}

const Rule* EgressRules::find(const Target& target, std::string_view method,
                              std::string* problem) const {
  if (!among(method, kMethods)) {
    *problem = "egress denied (method)";
    return nullptr;
  }
  if (rules_.empty()) {
    *problem = "no host may be reached from this program";
    return nullptr;
  }
  // The nearest miss explains most.
  const char* nearest = "host";
  for (const Rule& rule : rules_) {
    if (!matches(rule, target)) continue;
    if (!among(target.port, rule.ports)) {
      if (std::string_view(nearest) == "host") nearest = "port";
    } else if (target.scheme != "https" && !rule.plain_http) {
      nearest = "scheme";
    } else if (!rule.methods.empty() && !among(method, rule.methods)) {
      nearest = "method";
    } else {
      return &rule;
    }
  }
  *problem = std::string("egress denied (") + nearest + "): no rule allows " + std::string(method) +
             " " + target.scheme + "://" + target.host + ":" + std::to_string(target.port);
  return nullptr;
}

bool EgressRules::allows(const Rule& rule, const std::vector<Address>& addresses) const {
  auto opened = [&](const Address& address) {
    for (const Range& range : rule.opened) {
      if (range.contains(address)) return true;
    }
    for (const Rule& other : rules_) {
      const unsigned most = other.range.base.v6 ? 128 : 32;
      const bool named = other.is_range && (&other == &rule || other.range.bits < most);
      if (named && other.range.contains(address)) return true;
    }
    return false;
  };
  if (addresses.empty()) return false;
  for (const Address& address : addresses) {
    if (!is_public(address) && !opened(address)) return false;
  }
  return true;
}

std::string url_problem(std::string_view url) {
  if (url.size() > kUrlMost) return "the URL is too long";
  for (char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte >= 0x7f) return "a blank, control or non-ASCII character in the URL";
    if (c == '\\') return "a backslash in the URL";
  }
  const size_t slashes = url.find("://");
  if (slashes == url.npos) return "a URL without a scheme";
  const std::string_view rest = url.substr(slashes + 3);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  if (authority.find('%') != authority.npos) return "a percent sign in the host";
  return {};
}

std::string header_problem(std::string_view name, std::string_view value) {
  if (name.empty() || !std::all_of(name.begin(), name.end(), is_token))
    return "Invalid header name";
  const std::string low = lower(name);
  if (among(std::string_view(low), kRefusedHeaders) || low.substr(0, 6) == "proxy-") {
    return "The header " + low + " is the transport's own";
  }
  if (value.size() > kHeaderValueMost) return "The header " + low + " is too long";
  for (char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < ' ' && c != '\t') || byte == 0x7f) {
      return "A control character in the header " + low;
    }
  }
  return {};
}

bool crosses_origins(std::string_view name) { return among(lower(name), kCrossing); }

bool to_latin1(std::string_view text, std::string* out) {
  for (size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      *out += text[i];
    } else if ((c == 0xc2 || c == 0xc3) && i + 1 < text.size()) {
      *out += static_cast<char>((c & 3) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3f));
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace belljar::transport

namespace belljar {

std::optional<HttpRule> HttpRule::parse(std::string_view text) {
  HttpRule rule;
  if (text.substr(0, 7) == "http://") {
    rule.plain_http = true;
    text.remove_prefix(7);
  } else if (text.substr(0, 8) == "https://") {
    text.remove_prefix(8);
  }
  // The port is behind the last colon, unless that is one of an IPv6 address.
  const size_t bracket = text.rfind(']'), colon = text.rfind(':');
  const bool has_port =
      colon != text.npos && (bracket == text.npos ? text.find(':') == colon : colon > bracket);
  if (has_port) {
    const std::string_view digits = text.substr(colon + 1);
    uint16_t port = 0;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error != std::errc() || end != digits.data() + digits.size() || port == 0) return {};
    rule.ports.push_back(port);
    text = text.substr(0, colon);
  }
  rule.host = text;
  transport::Rule read;
  if (!transport::read_rule(rule, &read).empty()) return {};
  return rule;
}

std::string HttpPolicy::problem() const {
  struct Row {
    const char* name;
    uint64_t value, most;
  };
  constexpr uint64_t kDay = 24u * 3600 * 1000;
  const Row rows[] = {{"max_requests", max_requests, 1'000'000},
                      {"max_total_bytes", max_total_bytes, 1ull << 40},
                      {"max_body_bytes", max_body_bytes, 1ull << 32},
                      {"max_upload_bytes", max_upload_bytes, 1ull << 32},
                      {"max_header_bytes", max_header_bytes, 1u << 24},
                      {"max_header_lines", max_header_lines, 1u << 16},
                      {"max_redirects", max_redirects, 30},
                      {"connect_timeout_ms", connect_timeout_ms, kDay},
                      {"read_timeout_ms", read_timeout_ms, kDay},
                      {"total_timeout_ms", total_timeout_ms, kDay}};
  for (const Row& row : rows) {
    if (row.value == 0) return std::string(row.name) + " may not be 0: there is no \"unlimited\"";
    if (row.value > row.most) {
      return std::string(row.name) + " may be at most " + std::to_string(row.most);
    }
  }
  if (ca_file.empty()) return "ca_file is missing";
  transport::EgressRules rules;
  return rules.read(allow);
}

}  // namespace belljar
