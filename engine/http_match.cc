// HTTP answers of a world: agreement of requests, form of replies.
#include "engine/http_match.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace belljar {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// `keep_slash`: %2F stays, as it means another path than a slash does.
std::string percent_decode(std::string_view text, bool plus_is_space, bool keep_slash) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
      char c = static_cast<char>(high * 16 + low);
      if (high >= 0 && low >= 0 && !(keep_slash && c == '/')) {
        out += c;
        i += 2;
        continue;
      }
    }
    out += text[i] == '+' && plus_is_space ? ' ' : text[i];
  }
  return out;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// A member of "params" or "form" as the text that a client sends for it; null sends nothing.
void add_pairs(const std::string& name, const Json& value, Pairs& out) {
  if (value.is_array()) {
    for (const Json& item : value) add_pairs(name, item, out);
  } else if (value.is_string()) {
    out.emplace_back(name, value.get<std::string>());
  } else if (value.is_boolean()) {
    out.emplace_back(name, value.get<bool>() ? "True" : "False");
  } else if (!value.is_null()) {
    out.emplace_back(name, python_json(OrderedJson(value)));
  }
}

Pairs pairs_of(const Json& object) {
  Pairs out;
  for (const auto& [name, value] : object.items()) add_pairs(name, value, out);
  return out;
}

Json as_json(const Pairs& pairs) {
  Json out = Json::array();
  for (const auto& [name, value] : pairs) out.push_back(Json::array({name, value}));
  return out;
}

const Json* member(const Json& object, const char* name) {
  auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

std::string text_member(const Json& object, const char* name) {
  const Json* value = member(object, name);
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

const Json* header(const Json& headers, const std::string& name) {
  if (!headers.is_object()) return nullptr;
  for (const auto& [key, value] : headers.items()) {
    if (lower(key) == lower(name)) return &value;
  }
  return nullptr;
}

// Counts what agrees, keeps the first disagreement.
class Comparison {
 public:
  void check(bool agrees, std::string path, const Json& expected, const Json& got) {
    if (!agrees) {
      if (result.path.empty()) {
        result.path = std::move(path);
        result.expected = shown_json(expected);
        result.got = shown_json(got);
      }
    } else {
      ++result.agreed;
    }
  }
  HttpMismatch result;
};

struct Phrase {
  int status;
  const char* text;
};
constexpr Phrase kPhrases[] = {
    {100, "Continue"},
    {101, "Switching Protocols"},
    {102, "Processing"},
    {103, "Early Hints"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {203, "Non-Authoritative Information"},
    {204, "No Content"},
    {205, "Reset Content"},
    {206, "Partial Content"},
    {207, "Multi-Status"},
    {208, "Already Reported"},
    {226, "IM Used"},
    {300, "Multiple Choices"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {305, "Use Proxy"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {407, "Proxy Authentication Required"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Request Entity Too Large"},
    {414, "Request-URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Requested Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {418, "I'm a Teapot"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Entity"},
    {423, "Locked"},
    {424, "Failed Dependency"},
    {425, "Too Early"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {451, "Unavailable For Legal Reasons"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {506, "Variant Also Negotiates"},
    {507, "Insufficient Storage"},
    {508, "Loop Detected"},
    {510, "Not Extended"},
    {511, "Network Authentication Required"},
};

struct ErrorKind {
  std::string_view name;
  std::string_view cause;  // empty: a read that timed out, or what needs a message
};
constexpr ErrorKind kErrorKinds[] = {{"timeout", ""},
                                     {"connect_timeout", "ConnectTimeoutError"},
                                     {"connection", "NewConnectionError"},
                                     {"tls", "SSLError"},
                                     {"too_many_redirects", {}},
                                     {"chunked", {}},
                                     {"decoding", {}}};

std::string default_error_message(std::string_view cause, const Json& actual) {
  UrlParts url = split_url(text_member(actual, "url"));
  std::string pool = url.scheme == "http" ? "HTTPConnectionPool" : "HTTPSConnectionPool";
  pool += "(host='" + url.host_alone + "', port=" + std::to_string(url.port) + ")";
  if (!cause.empty()) {
    return pool + ": Max retries exceeded with url: " + url.raw_path + " (Caused by " +
           std::string(cause) + ")";
  }
  const Json* timeout = member(actual, "timeout");
  if (timeout && timeout->is_array() && timeout->size() == 2) timeout = &(*timeout)[1];
  std::string text = !timeout || timeout->is_null() ? "None" : python_json(OrderedJson(*timeout));
  return pool + ": Read timed out. (read timeout=" + text + ")";
}

}  // namespace

Pairs decode_form(std::string_view text) {
  Pairs out;
  while (!text.empty()) {
    size_t end = std::min(text.find('&'), text.size());
    std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    size_t equals = std::min(pair.find('='), pair.size());
    std::string_view value = equals < pair.size() ? pair.substr(equals + 1) : std::string_view();
    out.emplace_back(percent_decode(pair.substr(0, equals), true, false),
                     percent_decode(value, true, false));
  }
  std::sort(out.begin(), out.end());
  return out;
}

UrlParts split_url(std::string_view url) {
  UrlParts parts;
  url = url.substr(0, url.find('#'));
  size_t colon = url.find("://");
  if (colon != std::string_view::npos) {
    parts.scheme = lower(url.substr(0, colon));
    url.remove_prefix(colon + 3);
  }
  size_t end = std::min(url.find_first_of("/?"), url.size());
  std::string_view authority = url.substr(0, end);
  std::string_view rest = url.substr(end);
  if (size_t at = authority.rfind('@'); at != std::string_view::npos)
    authority.remove_prefix(at + 1);
  int scheme_port = parts.scheme == "http" ? 80 : 443;
  parts.port = scheme_port;
  std::string_view host = authority;
  size_t port_at = authority.rfind(':');
  if (port_at != std::string_view::npos && authority.find(']', port_at) == std::string_view::npos) {
    std::string_view digits = authority.substr(port_at + 1);
    int port = 0;
    auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error == std::errc() && stop == digits.data() + digits.size()) parts.port = port;
    host = authority.substr(0, port_at);
  }
  parts.host_alone = lower(host);
  parts.host = parts.host_alone;
  if (parts.port != scheme_port) parts.host += ":" + std::to_string(parts.port);
  size_t question = std::min(rest.find('?'), rest.size());
  parts.raw_path = question == 0 ? "/" : std::string(rest.substr(0, question));
  parts.path = percent_decode(parts.raw_path, false, true);
  if (question < rest.size()) parts.query = decode_form(rest.substr(question + 1));
  return parts;
}

HttpMismatch http_mismatch(const Json& foreseen, const Json& actual) {
  Comparison compare;
  const Json* method = member(foreseen, "method");
  if (method) {
    std::string got = text_member(actual, "method");
    compare.check(lower(method->get<std::string>()) == lower(got), "method", *method, got);
  }
  UrlParts want = split_url(text_member(foreseen, "url"));
  UrlParts got = split_url(text_member(actual, "url"));
  bool same_place = want.scheme == got.scheme && want.host == got.host;
  compare.check(same_place, "url", want.scheme + "://" + want.host, got.scheme + "://" + got.host);
  compare.check(same_place && want.path == got.path, "url", want.path, got.path);
  if (const Json* params = member(foreseen, "params")) {
    Pairs more = pairs_of(*params);
    want.query.insert(want.query.end(), more.begin(), more.end());
    std::sort(want.query.begin(), want.query.end());
  }
  compare.check(want.query == got.query, "params", as_json(want.query), as_json(got.query));
  if (const Json* headers = member(foreseen, "headers")) {
    const Json* sent = member(actual, "headers");
    for (const auto& [name, value] : headers->items()) {
      const Json* other = sent ? header(*sent, name) : nullptr;
      Json shown = other ? *other : Json();
      compare.check(other ? json_equal(value, *other) : value.is_null(),
                    json_member("headers", name), value, shown);
    }
  }
  const Json* raw = member(actual, "body");
  std::string body = text_member(actual, "body");
  bool binary = member(actual, "body_base64") != nullptr;
  if (const Json* json = member(foreseen, "json")) {
    std::string problem;
    std::optional<Json> parsed = parse_json(body, &problem);
    compare.check(parsed && json_equal(*json, *parsed), "json", *json,
                  parsed ? *parsed : Json(body));
  } else if (const Json* form = member(foreseen, "form")) {
    Pairs pairs = pairs_of(*form);
    std::sort(pairs.begin(), pairs.end());
    Pairs sent = decode_form(body);
    compare.check(!binary && pairs == sent, "form", as_json(pairs), as_json(sent));
  } else if (const Json* text = member(foreseen, "body")) {
    compare.check(!binary && *text == Json(body), "body", *text, raw ? *raw : Json());
  } else {
    compare.check(!binary && body.empty(), "body", Json(), binary ? Json("(binary)") : Json(body));
  }
  if (const Json* timeout = member(foreseen, "timeout")) {
    const Json* used = member(actual, "timeout");
    compare.check(json_equal(*timeout, used ? *used : Json()), "timeout", *timeout,
                  used ? *used : Json());
  }
  return compare.result;
}

std::string http_entry_problem(const OrderedJson& request, const OrderedJson& reply) {
  if (!request.is_object()) return "request is not an object";
  if (!reply.is_object()) return "reply is not an object";
  for (const auto& [name, value] : request.items()) {
    bool text = name == "method" || name == "url" || name == "body";
    bool object = name == "params" || name == "headers" || name == "form";
    if (!text && !object && name != "json" && name != "timeout")
      return "request." + name + " is unknown";
    if (text && !value.is_string()) return "request." + name + " is not a text";
    if (object && !value.is_object()) return "request." + name + " is not an object";
  }
  if (!request.contains("url")) return "request.url is missing";
  int bodies = request.contains("json") + request.contains("form") + request.contains("body");
  if (bodies > 1) return "request has more than one of json, form and body";
  for (const auto& [name, value] : reply.items()) {
    if (name == "status") {
      if (!value.is_number_integer() || value < 100 || value > 999)
        return "reply.status is not a status";
    } else if (name == "reason" || name == "text" || name == "message" || name == "error") {
      if (!value.is_string()) return "reply." + name + " is not a text";
    } else if (name == "headers") {
      if (!value.is_object()) return "reply.headers is not an object";
      for (const auto& [header_name, text] : value.items()) {
        if (!text.is_string()) return "reply.headers." + header_name + " is not a text";
      }
    } else if (name != "json") {
      return "reply." + name + " is unknown";
    }
  }
  if (reply.contains("json") && reply.contains("text")) return "reply has both json and text";
  if (reply.contains("error")) {
    std::string kind = reply["error"].get<std::string>();
    for (const ErrorKind& known : kErrorKinds) {
      if (known.name == kind) return {};
    }
    return "reply.error is none of timeout, connect_timeout, connection, tls, too_many_redirects, "
           "chunked, decoding";
  }
  return {};
}

std::string http_reply_text(const OrderedJson& reply, const Json& actual, bool* is_error) {
  Json out;
  *is_error = reply.contains("error");
  if (*is_error) {
    std::string kind = reply["error"].get<std::string>();
    std::string_view cause;
    for (const ErrorKind& known : kErrorKinds) {
      if (known.name == kind) cause = known.cause;
    }
    out["error"] = kind;
    out["message"] = reply.contains("message") ? reply["message"].get<std::string>()
                                               : default_error_message(cause, actual);
    return compact_json(out);
  }
  int status = reply.value("status", 200);
  std::string reason;
  for (const Phrase& phrase : kPhrases) {
    if (phrase.status == status) reason = phrase.text;
  }
  std::string body, content_type;
  if (reply.contains("json")) {
    body = python_json(reply["json"]);
    content_type = "application/json";
  } else if (reply.contains("text")) {
    body = reply["text"].get<std::string>();
    if (!body.empty()) content_type = "text/plain; charset=utf-8";
  }
  OrderedJson answer;
  answer["status"] = status;
  answer["reason"] = reply.value("reason", reason);
  OrderedJson headers = OrderedJson::object();
  bool typed = false;
  if (reply.contains("headers")) {
    for (const auto& [name, value] : reply["headers"].items()) {
      headers[name] = value;
      typed = typed || lower(name) == "content-type";
    }
  }
  if (!typed && !content_type.empty()) headers["Content-Type"] = content_type;
  answer["headers"] = headers;
  answer["body"] = body;
  return compact_json(answer);
}

}  // namespace belljar
