// Requests and responses as JSON.
#include "sdk/requests/door_form.h"

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "sdk/document.h"
#include "sdk/json_out.h"
#include "sdk/requests/cookie_text.h"
#include "sdk/requests/prepare.h"
#include "sdk/requests/url.h"
#include "support/base64.h"
#include "support/utf8.h"

namespace belljar::requests {

namespace {

// Headers that the transport writes itself.
constexpr std::string_view kTransportHeaders[] = {"content-length", "connection",
                                                  "transfer-encoding", "accept-encoding"};

struct ErrorKind {
  std::string_view name;
  Type type;
};
constexpr ErrorKind kErrorKinds[] = {{"timeout", Type::HttpReadTimeout},
                                     {"connect_timeout", Type::HttpConnectTimeout},
                                     {"connection", Type::HttpConnectionError},
                                     {"tls", Type::HttpSslError},
                                     {"too_many_redirects", Type::HttpTooManyRedirects},
                                     {"chunked", Type::HttpChunked},
                                     {"decoding", Type::HttpDecoding},
                                     {"invalid_url", Type::HttpInvalidUrl},
                                     {"invalid_header", Type::HttpInvalidHeader}};

// What leaves has its credentials in a header alone.
std::string without_credentials(std::string_view url) {
  const size_t slashes = url.find("://");
  if (slashes == url.npos) return std::string(url);
  const size_t authority = slashes + 3;
  const size_t end = std::min(url.find_first_of("/?#", authority), url.size());
  const size_t at = url.substr(0, end).rfind('@');
  if (at == url.npos || at < authority) return std::string(url);
  return std::string(url.substr(0, authority)) + std::string(url.substr(at + 1));
}

// urllib3's _validate_timeout.
Value check_timeout(Context& context, Value v, std::string_view name) {
  if (v.is_none()) return v;
  if (v.is_bool()) {
    return context.raise(Exc::ValueError,
                         "Timeout cannot be a boolean value. It must be an int, "
                         "float or None.");
  }
  BELLJAR_TRY(shown, to_str(context, v));
  if (!v.is_int() && !v.is_float()) {
    return context.raise(Exc::ValueError, {"Timeout value ", name, " was ", text_view(shown),
                                           ", but it must be an int, float or None."});
  }
  if (v.is_int() ? v.as_int() <= 0 : v.as_float() <= 0) {
    return context.raise(Exc::ValueError,
                         {"Attempted to set ", name, " timeout to ", text_view(shown),
                          ", but the timeout cannot be set to a value less than or equal to 0."});
  }
  return Value::none();
}

Value timeout_json(Context& context, Value t, std::string* out) {
  if (t.is(Kind::Tuple)) {
    const Tuple* pair = t.as<Tuple>();
    if (pair->count != 2) {
      BELLJAR_TRY(shown, to_str(context, t));
      return context.raise(Exc::ValueError,
                           {"Invalid timeout ", text_view(shown),
                            ". Pass a (connect, read) timeout tuple, or a single float to set both "
                            "timeouts to the same value."});
    }
    BELLJAR_CHECK(check_timeout(context, pair->items[0], "connect"));
    BELLJAR_CHECK(check_timeout(context, pair->items[1], "read"));
  } else {
    BELLJAR_CHECK(check_timeout(context, t, "connect"));
  }
  std::string what;
  Value done = sym::append_json(context, t, sym::JsonForm::Plain, out, &what);
  if (done.is_undefined()) {
    return context.raise(Exc::ValueError, "Attempted to set connect timeout to inf or nan");
  }
  return done;
}

// requests.utils.get_encoding_from_headers; "": None.
std::string encoding_of(std::string_view content_type) {
  std::string low = lower(content_type);
  size_t at = low.find("charset");
  if (size_t semicolon = low.find(';'); at != std::string::npos && semicolon < at) {
    size_t equals = content_type.find('=', at);
    if (equals != content_type.npos) {
      std::string_view name = content_type.substr(equals + 1);
      name = name.substr(0, name.find(';'));
      while (!name.empty() && std::string_view("'\" ").find(name.front()) != name.npos) {
        name.remove_prefix(1);
      }
      while (!name.empty() && std::string_view("'\" ").find(name.back()) != name.npos) {
        name.remove_suffix(1);
      }
      return std::string(name);
    }
  }
  std::string_view type = std::string_view(low).substr(0, low.find(';'));
  if (type.find("text") != type.npos) return "ISO-8859-1";
  if (type.find("application/json") != type.npos) return "utf-8";
  return "";
}

Value body_of(Context& context, Dict* reply) {
  Value text = sym::member(context, reply, Name::body);
  if (payload(text).is_str()) return new_bytes(context, text_view(text));
  BELLJAR_TRY(key, new_str(context, "body_base64"));
  std::string bytes;
  std::string_view encoded = text_view(dict_get_str(context, reply, key.as<Str>()));
  if (!context.charge_bytes(encoded.size()) || !from_base64(encoded, &bytes)) {
    return context.stopped_by() != Limit::None
               ? Value::stopped()
               : context.stop(Limit::EffectRefused, "http.request: malformed reply");
  }
  return new_bytes(context, bytes);
}

// Headers are Latin-1 where they are sent; in JSON they are text.
std::string header_text(Value v) {
  if (!v.is(Kind::Bytes)) return std::string(text_view(v));
  std::string out;
  for (char c : v.as<Bytes>()->view()) append_utf8(out, static_cast<unsigned char>(c));
  return out;
}

Value named(Context& context, Dict* reply, const char* name) {
  Value key = new_str(context, name);
  return key.is_str() ? dict_get_str(context, reply, key.as<Str>()) : Value::undefined();
}

// The Set-Cookie headers: one by one if the host says them, else as they are joined.
Value read_cookies(Context& context, Dict* reply, Value jar, Value headers, const Url& url) {
  const std::string_view date = text_view(headers_get(context, headers, "date"));
  Value each = named(context, reply, "set_cookie");
  if (each.is(Kind::List)) {
    for (uint32_t i = 0; i < each.as<List>()->size; ++i) {
      BELLJAR_CHECK(jar_receive(context, jar, text_view(each.as<List>()->items[i]), url, date));
    }
    return Value::none();
  }
  for (std::string_view one :
       split_cookies(text_view(headers_get(context, headers, "set-cookie")))) {
    BELLJAR_CHECK(jar_receive(context, jar, one, url, date));
  }
  return Value::none();
}

}  // namespace

Value write_request(Context& context, Value request, Value timeout, Value from, uint32_t hop,
                    std::string* out) {
  auto text = [&](std::string_view s) { sym::append_json_text(out, s); };
  *out = "{\"method\": ";
  text(text_view(stored(context, request, Name::method)));
  *out += ", \"url\": ";
  std::string_view url = text_view(stored(context, request, Name::url));
  text(without_credentials(url.substr(0, url.find('#'))));
  *out += ", \"headers\": {";
  BELLJAR_TRY(pairs, pairs_of(context, stored(context, request, Name::headers)));
  bool first = true;
  for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
    const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
    std::string low = lower(bytes_of(pair->items[0]));
    bool own = false;
    for (std::string_view h : kTransportHeaders) own = own || h == low;
    if (own) continue;
    if (!first) *out += ", ";
    first = false;
    text(header_text(pair->items[0]));
    *out += ": ";
    text(header_text(pair->items[1]));
  }
  *out += "}, ";
  Value body = stored(context, request, Name::body);
  const std::string_view bytes = bytes_of(body);
  if (!context.charge_bytes(bytes.size())) return Value::stopped();
  if (!context.heap().fits(bytes.size() * kCopies)) return context.stop_memory();
  if (find_invalid_utf8(bytes) != bytes.npos) {
    *out += "\"body_base64\": ";
    text(base64(bytes));
  } else {
    *out += "\"body\": ";
    if (has_text(body)) {
      text(bytes);
    } else {
      *out += "null";
    }
  }
  *out += ", \"timeout\": ";
  BELLJAR_CHECK(timeout_json(context, timeout, out));
  if (hop > 0) {
    std::string_view before = text_view(stored(context, from, Name::url));
    *out += ", \"redirect\": {\"from\": ";
    text(without_credentials(before.substr(0, before.find('#'))));
    *out += ", \"hop\": " + std::to_string(hop) + "}";
  }
  *out += "}";
  if (!context.charge_bytes(out->size())) return Value::stopped();
  return context.heap().fits(out->size()) ? Value::none() : context.stop_memory();
}

Value raise_door_error(Context& context, Value request, Value timeout, Dict* reply) {
  std::string_view kind = text_view(sym::member(context, reply, Name::error));
  std::string message(text_view(sym::member(context, reply, Name::message)));
  Type type = Type::HttpConnectionError;
  for (const ErrorKind& row : kErrorKinds) {
    if (row.name == kind) type = row.type;
  }
  if (!message.empty()) return raise_http(context, type, message, request);
  Url url;
  parse_url(text_view(stored(context, request, Name::url)), &url);
  const bool tls = url.scheme == "https";
  std::string port = !url.port.empty() ? url.port : tls ? "443" : "80";
  std::string pool = std::string(tls ? "HTTPSConnectionPool" : "HTTPConnectionPool") + "(host='" +
                     url.host + "', port=" + port + "): ";
  if (type == Type::HttpReadTimeout) {
    Value t = timeout;
    if (t.is(Kind::Tuple)) t = t.as<Tuple>()->items[1];
    BELLJAR_TRY(shown, to_str(context, t));
    return raise_http(context, type,
                      pool + "Read timed out. (read timeout=" + std::string(text_view(shown)) + ")",
                      request);
  }
  const char* cause = type == Type::HttpConnectTimeout ? "ConnectTimeoutError"
                      : type == Type::HttpSslError     ? "SSLError"
                                                       : "NewConnectionError";
  std::string path = url.path.empty() ? "/" : url.path;
  return raise_http(context, type,
                    pool + "Max retries exceeded with url: " + path + " (Caused by " + cause + ")",
                    request);
}

Value read_response(Context& context, Value request, Dict* reply, Value session_jar) {
  BELLJAR_TRY(response, new_response(context));
  auto set = [&](Value object, Name name, Value v) {
    return instance_set(context, object.as<Instance>(), text_of(context, name), v);
  };
  Value status = sym::member(context, reply, Name::status);
  BELLJAR_CHECK(set(response, Name::status_code, status.is_int() ? status : Value::integer(200)));
  Value reason = sym::member(context, reply, Name::reason);
  BELLJAR_CHECK(set(response, Name::reason, reason.is_undefined() ? Value::none() : reason));
  BELLJAR_CHECK(set(response, Name::url, stored(context, request, Name::url)));
  BELLJAR_CHECK(set(response, Name::request, request));
  BELLJAR_TRY(received, new_headers(context));
  BELLJAR_CHECK(set(response, Name::headers, received));
  BELLJAR_TRY(cookies, new_jar(context));
  BELLJAR_CHECK(set(response, Name::cookies, cookies));
  Url url;
  parse_url(text_view(stored(context, request, Name::url)), &url);
  Value given = sym::member(context, reply, Name::headers);
  uint32_t at = 0;
  while (DictEntry* e = given.is(Kind::Dict) ? dict_next(given.as<Dict>(), &at) : nullptr) {
    if (!payload(e->key).is_str() || !payload(e->value).is_str()) continue;
    BELLJAR_CHECK(headers_set(context, received, e->key, e->value));
  }
  BELLJAR_CHECK(read_cookies(context, reply, cookies, received, url));
  BELLJAR_CHECK(read_cookies(context, reply, session_jar, received, url));
  Value elapsed = named(context, reply, "elapsed_us");
  if (elapsed.is_int()) BELLJAR_CHECK(set(response, Name::hidden_elapsed, elapsed));
  std::string encoding = encoding_of(text_view(headers_get(context, received, "content-type")));
  Value encoding_text = Value::none();
  if (!encoding.empty()) encoding_text = new_str(context, encoding);
  if (encoding_text.is_abrupt()) return encoding_text;
  BELLJAR_CHECK(set(response, Name::encoding, encoding_text));
  BELLJAR_TRY(body, body_of(context, reply));
  BELLJAR_CHECK(set(response, Name::hidden_content, body));
  return response;
}

}  // namespace belljar::requests
