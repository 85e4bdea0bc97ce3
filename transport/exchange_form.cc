// JSON of requests and replies.
#include "transport/exchange_form.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "support/base64.h"
#include "support/utf8.h"
#include "transport/received_head.h"

namespace belljar::transport {

namespace {

using Json = nlohmann::ordered_json;

// Headers are Latin-1, as every Python client reads them.
std::string from_latin1(std::string_view bytes) {
  std::string out;
  for (char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xc0 | byte >> 6);
      out += static_cast<char>(0x80 | (byte & 0x3f));
    }
  }
  return out;
}

std::optional<double> seconds(const Json& value) {
  return value.is_number() ? std::optional<double>(value.get<double>()) : std::nullopt;
}

bool read_timeout(const Json& timeout, RequestForm* out) {
  if (timeout.is_array()) {
    if (timeout.size() != 2) return false;
    out->connect_timeout = seconds(timeout[0]);
    out->read_timeout = seconds(timeout[1]);
    return true;
  }
  out->connect_timeout = out->read_timeout = seconds(timeout);
  return timeout.is_null() || timeout.is_number();
}

std::string shown(std::optional<double> value) {
  if (!value) return "None";
  char text[32];
  auto [end, error] = std::to_chars(text, text + sizeof text, *value);
  return error == std::errc() ? std::string(text, end) : "None";
}

}  // namespace

bool read_request(std::string_view json, RequestForm* out) {
  const Json form = Json::parse(json, nullptr, false);
  if (!form.is_object()) return false;
  auto text = [&](const char* name, std::string* to) {
    auto found = form.find(name);
    if (found == form.end() || !found->is_string()) return false;
    *to = found->get<std::string>();
    return true;
  };
  if (!text("method", &out->method) || !text("url", &out->url)) return false;
  if (auto headers = form.find("headers"); headers != form.end()) {
    if (!headers->is_object()) return false;
    for (const auto& [name, value] : headers->items()) {
      if (!value.is_string()) return false;
      out->headers.emplace_back(name, value.get<std::string>());
    }
  }
  std::string body;
  if (text("body", &body)) {
    out->body = std::move(body);
  } else if (text("body_base64", &body)) {
    out->body.emplace();
    if (!from_base64(body, &*out->body)) return false;
  }
  if (auto timeout = form.find("timeout"); timeout != form.end()) {
    if (!read_timeout(*timeout, out)) return false;
  }
  if (auto redirect = form.find("redirect"); redirect != form.end() && redirect->is_object()) {
    auto from = redirect->find("from"), hop = redirect->find("hop");
    if (from == redirect->end() || !from->is_string() || hop == redirect->end() ||
        !hop->is_number_unsigned()) {
      return false;
    }
    out->redirected_from = from->get<std::string>();
    out->hop = hop->get<uint32_t>();
  }
  return true;
}

HostReply write_reply(const Received& received) {
  Json out;
  out["status"] = received.status;
  out["reason"] = from_latin1(received.reason);
  Json headers = Json::object();
  Json cookies = Json::array();
  // Names that differ in case alone are one header; its values are joined, as urllib3 joins them.
  std::vector<std::pair<std::string, std::string>> names;  // lower case, as first seen
  for (const auto& [name, value] : received.headers) {
    const std::string low = lower(name), text = from_latin1(value);
    if (low == "set-cookie") cookies.push_back(text);
    std::string key;
    for (const auto& [known, spelled] : names) {
      if (known == low) key = spelled;
    }
    if (key.empty()) {
      key = from_latin1(name);
      names.emplace_back(low, key);
      headers[key] = text;
    } else {
      headers[key] = headers[key].get<std::string>() + ", " + text;
    }
  }
  out["headers"] = std::move(headers);
  if (!cookies.empty()) out["set_cookie"] = std::move(cookies);
  if (find_invalid_utf8(received.body) == std::string_view::npos) {
    out["body"] = received.body;
  } else {
    out["body_base64"] = base64(received.body);
  }
  out["elapsed_us"] = received.elapsed_us;
  return HostReply::answer(out.dump());
}

HostReply error_reply(std::string_view kind, std::string_view message) {
  Json out;
  out["error"] = kind;
  out["message"] = message;
  return HostReply::error(out.dump(-1, ' ', false, Json::error_handler_t::replace));
}

HostReply failure_reply(const Received& received, const Target& target,
                        const RequestForm& request) {
  const std::string pool =
      (target.scheme == "https" ? "HTTPSConnectionPool(host='" : "HTTPConnectionPool(host='") +
      target.host + "', port=" + std::to_string(target.port) + ")";
  // Without the query, which may hold secrets.
  auto retries = [&](const std::string& cause) {
    return pool + ": Max retries exceeded with url: " + target.path + " (Caused by " + cause + ")";
  };
  switch (received.failure) {
    case Failure::ConnectTimeout:
      return error_reply("connect_timeout", retries("ConnectTimeoutError('Connection to " +
                                                    target.host + " timed out. (connect timeout=" +
                                                    shown(request.connect_timeout) + ")')"));
    case Failure::ReadTimeout:
      return error_reply(
          "timeout", pool + ": Read timed out. (read timeout=" + shown(request.read_timeout) + ")");
    case Failure::Stopped:
      return error_reply("timeout", pool + ": the evaluation was stopped");
    case Failure::Tls:
      return error_reply("tls", retries("SSLError('" + received.problem + "')"));
    case Failure::Connect:
      return error_reply("connection", retries("NewConnectionError('" + received.problem + "')"));
    case Failure::Cut:
      return error_reply("chunked", received.problem);
    case Failure::Encoding:
      return error_reply("decoding", received.problem);
    case Failure::None:
    case Failure::Denied:
    case Failure::Protocol:
      break;
  }
  return error_reply("connection", received.problem);
}

}  // namespace belljar::transport
