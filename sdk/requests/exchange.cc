// One call of requests: preparing the request, the exchange through the door, redirects, and the
// Response that comes of it. By the rules of requests 2.28.
#include <algorithm>
#include <string>

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/door.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "sdk/document.h"
#include "sdk/json/json.h"
#include "sdk/json_out.h"
#include "sdk/requests/requests.h"
#include "sdk/requests/url.h"

namespace belljar::requests {

namespace {

constexpr int64_t kMaxRedirects = 30;
// Headers that the transport writes itself.
constexpr std::string_view kTransportHeaders[] = {"content-length", "connection",
                                                  "transfer-encoding", "accept-encoding"};

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}
bool begins(std::string_view s, std::string_view prefix) {
  return s.substr(0, prefix.size()) == prefix;
}

bool has_text(Value v) { return payload(v).is_str() || v.is(Kind::Bytes); }
std::string_view bytes_of(Value v) {
  return v.is(Kind::Bytes) ? v.as<Bytes>()->view() : text_view(v);
}

// urlencode(…, doseq=True) of requests' _encode_params.
Value encode_params(Context& context, Value params, std::string* out) {
  if (has_text(params)) {
    *out = bytes_of(params);
    return Value::none();
  }
  Roots<3> roots(context);
  BELLJAR_TRY(pairs, pairs_of(context, params));
  roots[0] = pairs;
  auto add = [&](Value key, Value value) -> Value {
    if (value.is_none()) return value;
    if (!context.charge(8)) return Value::stopped();
    BELLJAR_TRY(name, to_str(context, key));
    if (!out->empty()) *out += '&';
    *out += quote_plus(key.is(Kind::Bytes) ? bytes_of(key) : text_view(name));
    *out += '=';
    BELLJAR_TRY(text, to_str(context, value));
    if (!context.charge_bytes(text.as<Str>()->size())) return Value::stopped();
    *out += quote_plus(value.is(Kind::Bytes) ? bytes_of(value) : text_view(text));
    if (!context.heap().fits(out->size())) return context.stop_memory();
    return Value::none();
  };
  for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
    const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
    Value value = pair->items[1];
    Value p = payload(value);
    const bool many = p.is(Kind::List) || p.is(Kind::Tuple) || p.is(Kind::Set) ||
                      p.is(Kind::FrozenSet) || p.is(Kind::Dict) || p.is(Kind::Generator) ||
                      p.is(Kind::Iterator) || p.is(Kind::DictView);
    if (!many) {
      BELLJAR_CHECK(add(pair->items[0], value));
      continue;
    }
    BELLJAR_TRY(list, list_from(context, p));
    roots[1] = list;
    for (uint32_t k = 0; k < list.as<List>()->size; ++k) {
      BELLJAR_CHECK(add(pair->items[0], list.as<List>()->items[k]));
    }
  }
  return Value::none();
}

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

class Exchange {
 public:
  Exchange(Context& context, Value session, const Arguments& a)
      : context_(context), roots_(context) {
    const Value given[] = {session,   a.method, a.url,     a.params, a.data,           a.headers,
                           a.cookies, a.auth,   a.timeout, a.json,   a.allow_redirects};
    for (size_t i = 0; i < sizeof(given) / sizeof(given[0]); ++i) roots_[i] = given[i];
  }

  Value run() {
    BELLJAR_CHECK(check_session());
    roots_[kRequest] =
        Value::object(new_instance(context_, sym::class_of_type(context_, Type::PreparedRequest)));
    BELLJAR_CHECK(prepare_method());
    BELLJAR_CHECK(prepare_url());
    BELLJAR_CHECK(prepare_headers());
    BELLJAR_CHECK(prepare_cookies());
    BELLJAR_CHECK(prepare_body());
    BELLJAR_CHECK(prepare_auth());
    BELLJAR_TRY(history, new_list(context_, nullptr, 0));
    roots_[kHistory] = history;
    BELLJAR_TRY(follow, truth(context_, roots_[kRedirects]));
    for (;;) {
      BELLJAR_TRY(response, send());
      roots_[kResponse] = response;
      BELLJAR_CHECK(set(response, Name::history, Value::none()));
      BELLJAR_TRY(past, new_list(context_, history.as<List>()->items, history.as<List>()->size));
      BELLJAR_CHECK(set(response, Name::history, past));
      if (!follow.as_bool() || !is_redirect(context_, response)) return response;
      BELLJAR_CHECK(list_append(context_, history.as<List>(), response));
      Value most = stored(context_, roots_[kSession], Name::max_redirects);
      int64_t limit =
          most.is_int() && most.as_int() < kMaxRedirects ? most.as_int() : kMaxRedirects;
      if (history.as<List>()->size > limit) {
        return raise_http(context_, Type::HttpTooManyRedirects,
                          "Exceeded " + std::to_string(limit) + " redirects.", roots_[kRequest],
                          response);
      }
      BELLJAR_CHECK(redirect());
    }
  }

 private:
  enum {
    kSession,
    kMethod,
    kUrl,
    kParams,
    kData,
    kHeaders,
    kCookies,
    kAuth,
    kTimeout,
    kJson,
    kRedirects,
    kRequest,
    kHistory,
    kResponse,
    kTemporary,
    kRootCount
  };

  Value set(Value object, Name name, Value v) {
    return instance_set(context_, object.as<Instance>(), text_of(context_, name), v);
  }
  Value set_request(Name name, Value v) { return set(roots_[kRequest], name, v); }
  Value request(Name name) { return stored(context_, roots_[kRequest], name); }
  Value headers() { return request(Name::headers); }
  Value set_header(std::string_view name, std::string_view value) {
    BELLJAR_TRY(key, new_str(context_, name));
    BELLJAR_TRY(text, new_str(context_, value));
    return headers_set(context_, headers(), key, text);
  }
  bool has_header(std::string_view name) {
    return !headers_get(context_, headers(), name).is_undefined();
  }
  Value raise(Type type, std::string_view message) {
    return raise_http(context_, type, message, roots_[kRequest]);
  }

  // What a program may have set on the session.
  Value check_session() {
    Value verify = stored(context_, roots_[kSession], Name::verify);
    Value cert = stored(context_, roots_[kSession], Name::cert);
    if (!(verify.is_bool() && verify.as_bool()) || !(cert.is_none() || cert.is_undefined())) {
      return context_.raise(Exc::ValueError,
                            "requests: verify= and cert= are refused: certificates are always "
                            "checked, by the host's list");
    }
    return Value::none();
  }

  Value prepare_method() {
    BELLJAR_TRY(text, to_str(context_, roots_[kMethod]));
    std::string method(text_view(text));
    for (char& c : method) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      if (c < 'A' || c > 'Z') {
        return context_.raise(Exc::ValueError,
                              {"method can't contain control characters. ",
                               str_repr(text_view(text)), " (found at least one)"});
      }
    }
    BELLJAR_TRY(upper, new_str(context_, method));
    return set_request(Name::method, upper);
  }

  Value prepare_url() {
    Value given = roots_[kUrl];
    if (!has_text(given)) {
      given = to_str(context_, given);
      if (given.is_abrupt()) return given;
      roots_[kUrl] = given;
    }
    std::string_view text = bytes_of(given);
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    if (text.size() > kUrlMax) return raise(Type::HttpInvalidUrl, "Invalid URL: too long");
    std::string low = lower(text.substr(0, 4));
    if (text.find(':') != text.npos && low != "http") {
      // Not for http at all: no adapter will take it.
      BELLJAR_TRY(as_is, new_str(context_, text));
      return set_request(Name::url, as_is);
    }
    std::string shown = str_repr(text);
    Url url;
    if (!parse_url(text, &url)) {
      if (text.find("://") != text.npos) {
        return raise(Type::HttpInvalidUrl, "Failed to parse: " + std::string(text));
      }
      return raise(Type::HttpMissingSchema, "Invalid URL " + shown +
                                                ": No scheme supplied. Perhaps you meant http://" +
                                                std::string(text) + "?");
    }
    if (url.host.empty()) {
      return raise(Type::HttpInvalidUrl, "Invalid URL " + shown + ": No host supplied");
    }
    if (url.host.front() == '*' || url.host.front() == '.') {
      return raise(Type::HttpInvalidUrl, "URL has an invalid label.");
    }
    for (char c : url.host) {
      if (static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0x7f ||
          c == '%') {
        return raise(Type::HttpInvalidUrl, "URL has an invalid label.");
      }
    }
    BELLJAR_TRY(params, merged(Name::params, roots_[kParams]));
    roots_[kTemporary] = params;
    BELLJAR_TRY(any, truth(context_, params));
    if (any.as_bool()) {
      std::string encoded;
      BELLJAR_CHECK(encode_params(context_, params, &encoded));
      if (!encoded.empty()) url.query += url.query.empty() ? encoded : "&" + encoded;
    }
    std::string ready = url.text();
    if (ready.size() > kUrlMax) return raise(Type::HttpInvalidUrl, "Invalid URL: too long");
    BELLJAR_TRY(made, new_str(context_, ready));
    return set_request(Name::url, made);
  }

  // The request's setting over the session's: mappings are merged, None takes a key away.
  Value merged(Name name, Value own) {
    Value base = stored(context_, roots_[kSession], name);
    if (base.is_undefined() || base.is_none()) return own;
    if (own.is_none()) return base;
    if (!is_mapping(context_, base) || !is_mapping(context_, own)) return own;
    Roots<2> roots(context_);
    BELLJAR_TRY(out, new_dict(context_));
    roots[0] = out;
    for (Value from : {base, own}) {
      BELLJAR_TRY(pairs, pairs_of(context_, from));
      roots[1] = pairs;
      for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
        const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
        if (pair->items[1].is_none()) {
          BELLJAR_CHECK(dict_remove(context_, out.as<Dict>(), pair->items[0]));
        } else {
          BELLJAR_CHECK(dict_set(context_, out.as<Dict>(), pair->items[0], pair->items[1]));
        }
      }
    }
    return out;
  }

  Value prepare_headers() {
    BELLJAR_TRY(made, new_headers(context_));
    BELLJAR_CHECK(set_request(Name::headers, made));
    for (Value from : {stored(context_, roots_[kSession], Name::headers), roots_[kHeaders]}) {
      if (from.is_none() || from.is_undefined()) continue;
      BELLJAR_TRY(pairs, pairs_of(context_, from));
      roots_[kTemporary] = pairs;
      for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
        const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
        Value name = pair->items[0], value = pair->items[1];
        if (value.is_none()) {
          BELLJAR_CHECK(headers_remove(context_, made, text_view(name)));
          continue;
        }
        BELLJAR_CHECK(check_header(name, value));
        BELLJAR_CHECK(headers_set(context_, made, name, value));
      }
    }
    return Value::none();
  }

  Value check_header(Value name, Value value) {
    for (Value part : {name, value}) {
      if (has_text(part)) continue;
      BELLJAR_TRY(shown, repr(context_, part));
      BELLJAR_TRY(name_text, repr(context_, name));
      BELLJAR_TRY(value_text, repr(context_, value));
      return raise(Type::HttpInvalidHeader, "Header part (" + std::string(text_view(shown)) +
                                                ") from (" + std::string(text_view(name_text)) +
                                                ", " + std::string(text_view(value_text)) +
                                                ") must be of type str or bytes, not <class '" +
                                                std::string(type_name(context_, part)) + "'>");
    }
    auto bad = [&](std::string_view s, bool is_name) {
      if (!is_name && s.empty()) return false;
      if (s.empty() || static_cast<unsigned char>(s.front()) <= ' ') return true;
      for (char c : s) {
        if (c == '\r' || c == '\n' || c == '\0' || (is_name && c == ':')) return true;
      }
      return false;
    };
    for (bool is_name : {true, false}) {
      Value part = is_name ? name : value;
      if (!bad(bytes_of(part), is_name)) continue;
      BELLJAR_TRY(shown, repr(context_, part));
      return raise(Type::HttpInvalidHeader,
                   std::string("Invalid leading whitespace, reserved character(s), or return "
                               "character(s) in header ") +
                       (is_name ? "name: " : "value: ") + std::string(text_view(shown)));
    }
    return Value::none();
  }

  Value prepare_cookies() {
    if (has_header("cookie")) return Value::none();
    BELLJAR_TRY(jar, new_jar(context_));
    BELLJAR_CHECK(jar_update(context_, jar, stored(context_, roots_[kSession], Name::cookies)));
    BELLJAR_CHECK(jar_update(context_, jar, roots_[kCookies]));
    Url url;
    parse_url(text_view(request(Name::url)), &url);
    std::string header = jar_header(context_, jar, url.host);
    return header.empty() ? Value::none() : set_header("Cookie", header);
  }

  Value prepare_body() {
    BELLJAR_TRY(has_data, truth(context_, roots_[kData]));
    std::string body;
    std::string_view type;
    bool some = false;
    if (!has_data.as_bool() && !roots_[kJson].is_none()) {
      json::DumpOptions options;
      options.allow_nan = false;
      Value text = json::dump(context_, roots_[kJson], options);
      if (text.is(Kind::Raised) && context_.pending_is(Exc::ValueError)) {
        Value error = context_.take_pending();
        BELLJAR_TRY(message, exception_text(context_, error.as<Exception>()));
        return raise(Type::HttpInvalidJson, text_view(message));
      }
      if (text.is_abrupt()) return text;
      body = text_view(text);
      type = "application/json";
      some = true;
    } else if (has_data.as_bool()) {
      if (!has_text(roots_[kData]) && !is_mapping(context_, roots_[kData]) &&
          !payload(roots_[kData]).is(Kind::List) && !payload(roots_[kData]).is(Kind::Tuple)) {
        return context_.raise(Exc::ValueError,
                              "requests: data= takes text, bytes, a dict or a list of pairs; "
                              "streaming is refused");
      }
      BELLJAR_CHECK(encode_params(context_, roots_[kData], &body));
      if (!has_text(roots_[kData])) type = "application/x-www-form-urlencoded";
      some = true;
    }
    Value made = Value::none();
    if (some) {
      made = roots_[kData].is(Kind::Bytes) ? roots_[kData] : new_str(context_, body);
      if (made.is_abrupt()) return made;
    }
    BELLJAR_CHECK(set_request(Name::body, made));
    std::string_view method = text_view(request(Name::method));
    if (!body.empty()) {
      BELLJAR_CHECK(set_header("Content-Length", std::to_string(body.size())));
    } else if (method != "GET" && method != "HEAD" && !has_header("content-length")) {
      BELLJAR_CHECK(set_header("Content-Length", "0"));
    }
    if (!type.empty() && !has_header("content-type")) {
      BELLJAR_CHECK(set_header("Content-Type", type));
    }
    return Value::none();
  }

  Value prepare_auth() {
    Value auth = roots_[kAuth];
    if (auth.is_none()) {
      auth = stored(context_, roots_[kSession], Name::auth);
      if (auth.is_undefined()) auth = Value::none();
    }
    Url url;
    parse_url(text_view(request(Name::url)), &url);
    if (auth.is_none() && url.userinfo.find(':') != std::string::npos) {
      size_t colon = url.userinfo.find(':');
      BELLJAR_TRY(name, new_str(context_, percent_decode(url.userinfo.substr(0, colon))));
      BELLJAR_TRY(password, new_str(context_, percent_decode(url.userinfo.substr(colon + 1))));
      Value pair[] = {name, password};
      auth = new_tuple(context_, pair, 2);
      if (auth.is_abrupt()) return auth;
    }
    if (auth.is_none()) return auth;
    roots_[kTemporary] = auth;
    if (payload(auth).is(Kind::Tuple) && payload(auth).as<Tuple>()->count == 2) {
      const Tuple* pair = payload(auth).as<Tuple>();
      auth = construct(context_, sym::class_of_type(context_, Type::HTTPBasicAuth), pair->items, 2,
                       nullptr);
      if (auth.is_abrupt()) return auth;
      roots_[kTemporary] = auth;
    }
    BELLJAR_TRY(changed, context_.invoke(auth, {roots_[kRequest]}));
    if (sym::is_a(context_, changed, Type::PreparedRequest)) roots_[kRequest] = changed;
    return Value::none();
  }

  // --- sending
  // --------------------------------------------------------------------------------------

  Value timeout_json(std::string* out) {
    Value t = roots_[kTimeout];
    const bool pair = t.is(Kind::Tuple) && t.as<Tuple>()->count == 2;
    auto number = [](Value v) {
      return v.is_none() || v.is_float() || (v.is_int() && !v.is_bool());
    };
    const bool fits =
        pair ? number(t.as<Tuple>()->items[0]) && number(t.as<Tuple>()->items[1]) : number(t);
    if (!fits) {
      BELLJAR_TRY(shown, to_str(context_, t));
      return context_.raise(
          Exc::ValueError, {"Invalid timeout ", text_view(shown),
                            ". Pass a (connect, read) timeout tuple, or a single float to set both "
                            "timeouts to the same value."});
    }
    std::string what;
    Value done = sym::append_json(context_, t, sym::JsonForm::Plain, out, &what);
    if (done.is_undefined()) {
      return context_.raise(Exc::ValueError, "Attempted to set connect timeout to inf or nan");
    }
    return done;
  }

  Value request_json(std::string* out) {
    auto text = [&](std::string_view s) { sym::append_json_text(out, s); };
    *out = "{\"method\": ";
    text(text_view(request(Name::method)));
    *out += ", \"url\": ";
    std::string_view url = text_view(request(Name::url));
    text(without_credentials(url.substr(0, url.find('#'))));
    *out += ", \"headers\": {";
    BELLJAR_TRY(pairs, pairs_of(context_, headers()));
    bool first = true;
    for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
      const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
      std::string low = lower(bytes_of(pair->items[0]));
      bool own = false;
      for (std::string_view h : kTransportHeaders) own = own || h == low;
      if (own) continue;
      if (!first) *out += ", ";
      first = false;
      text(bytes_of(pair->items[0]));
      *out += ": ";
      text(bytes_of(pair->items[1]));
    }
    *out += "}, ";
    Value body = request(Name::body);
    if (body.is(Kind::Bytes)) {
      *out += "\"body_base64\": ";
      text(base64(bytes_of(body)));
    } else {
      *out += "\"body\": ";
      if (payload(body).is_str()) {
        text(text_view(body));
      } else {
        *out += "null";
      }
    }
    *out += ", \"timeout\": ";
    BELLJAR_CHECK(timeout_json(out));
    const uint32_t hop = roots_[kHistory].as<List>()->size;
    if (hop > 0) {
      std::string_view from =
          text_view(stored(context_, roots_[kHistory].as<List>()->items[hop - 1], Name::url));
      *out += ", \"redirect\": {\"from\": ";
      text(without_credentials(from.substr(0, from.find('#'))));
      *out += ", \"hop\": " + std::to_string(hop) + "}";
    }
    *out += "}";
    if (!context_.charge_bytes(out->size())) return Value::stopped();
    return context_.heap().fits(out->size()) ? Value::none() : context_.stop_memory();
  }

  Value send() {
    std::string_view url_text = text_view(request(Name::url));
    std::string low = lower(url_text.substr(0, 8));
    if (!begins(low, "http://") && !begins(low, "https://")) {
      return raise(Type::HttpInvalidSchema,
                   "No connection adapters were found for " + str_repr(url_text));
    }
    std::string json;
    BELLJAR_CHECK(request_json(&json));
    if (!context_.door) return context_.stop(Limit::EffectRefused, "http.request");
    DoorReply reply = context_.door->request("http", "request", json);
    if (context_.stopped_by() != Limit::None) return Value::stopped();
    if (reply.status == DoorReply::Status::Refused) {
      return context_.stop(Limit::EffectRefused, reply.json.empty() ? "http.request" : reply.json);
    }
    Value data = sym::parse_json(context_, reply.json);
    if (data.is(Kind::Stopped)) return data;
    if (!data.is(Kind::Dict)) {
      if (context_.has_pending()) context_.take_pending();
      return context_.stop(Limit::EffectRefused, "http.request: malformed reply");
    }
    roots_[kTemporary] = data;
    if (reply.status == DoorReply::Status::Error) return transport_error(data.as<Dict>());
    return make_response(data.as<Dict>());
  }

  Value transport_error(Dict* reply) {
    std::string_view kind = text_view(sym::member(context_, reply, Name::error));
    std::string message(text_view(sym::member(context_, reply, Name::message)));
    Type type = Type::HttpConnectionError;
    for (const ErrorKind& row : kErrorKinds) {
      if (row.name == kind) type = row.type;
    }
    if (!message.empty()) return raise(type, message);
    Url url;
    parse_url(text_view(request(Name::url)), &url);
    const bool tls = url.scheme == "https";
    std::string port = !url.port.empty() ? url.port : tls ? "443" : "80";
    std::string pool = std::string(tls ? "HTTPSConnectionPool" : "HTTPConnectionPool") + "(host='" +
                       url.host + "', port=" + port + "): ";
    if (type == Type::HttpReadTimeout) {
      Value t = roots_[kTimeout];
      if (t.is(Kind::Tuple)) t = t.as<Tuple>()->items[1];
      BELLJAR_TRY(shown, to_str(context_, t));
      return raise(type,
                   pool + "Read timed out. (read timeout=" + std::string(text_view(shown)) + ")");
    }
    const char* cause = type == Type::HttpConnectTimeout ? "ConnectTimeoutError"
                        : type == Type::HttpSslError     ? "SSLError"
                                                         : "NewConnectionError";
    std::string path = url.path.empty() ? "/" : url.path;
    if (!url.query.empty()) path += "?" + url.query;
    return raise(type,
                 pool + "Max retries exceeded with url: " + path + " (Caused by " + cause + ")");
  }

  // requests.utils.get_encoding_from_headers; "": None.
  static std::string encoding_of(std::string_view content_type) {
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

  Value make_response(Dict* reply) {
    Value response =
        Value::object(new_instance(context_, sym::class_of_type(context_, Type::Response)));
    roots_[kResponse] = response;
    Value status = sym::member(context_, reply, Name::status);
    BELLJAR_CHECK(set(response, Name::status_code, status.is_int() ? status : Value::integer(200)));
    Value reason = sym::member(context_, reply, Name::reason);
    BELLJAR_CHECK(set(response, Name::reason, reason.is_undefined() ? Value::none() : reason));
    BELLJAR_CHECK(set(response, Name::url, request(Name::url)));
    BELLJAR_CHECK(set(response, Name::request, roots_[kRequest]));
    BELLJAR_TRY(received, new_headers(context_));
    BELLJAR_CHECK(set(response, Name::headers, received));
    BELLJAR_TRY(cookies, new_jar(context_));
    BELLJAR_CHECK(set(response, Name::cookies, cookies));
    Url url;
    parse_url(text_view(request(Name::url)), &url);
    Value given = sym::member(context_, reply, Name::headers);
    uint32_t at = 0;
    while (DictEntry* e = given.is(Kind::Dict) ? dict_next(given.as<Dict>(), &at) : nullptr) {
      if (!payload(e->key).is_str() || !payload(e->value).is_str()) continue;
      BELLJAR_CHECK(headers_set(context_, received, e->key, e->value));
      if (lower(text_view(e->key)) != "set-cookie") continue;
      Value session_jar = stored(context_, roots_[kSession], Name::cookies);
      BELLJAR_CHECK(jar_receive(context_, cookies, text_view(e->value), url.host));
      BELLJAR_CHECK(jar_receive(context_, session_jar, text_view(e->value), url.host));
    }
    std::string encoding = encoding_of(text_view(headers_get(context_, received, "content-type")));
    Value encoding_text = Value::none();
    if (!encoding.empty()) encoding_text = new_str(context_, encoding);
    if (encoding_text.is_abrupt()) return encoding_text;
    BELLJAR_CHECK(set(response, Name::encoding, encoding_text));
    BELLJAR_TRY(body, body_of(reply));
    BELLJAR_CHECK(set(response, Name::hidden_content, body));
    return response;
  }

  Value body_of(Dict* reply) {
    Value text = sym::member(context_, reply, Name::body);
    if (payload(text).is_str()) return new_bytes(context_, text_view(text));
    BELLJAR_TRY(key, new_str(context_, "body_base64"));
    std::string bytes;
    std::string_view encoded = text_view(dict_get_str(context_, reply, key.as<Str>()));
    if (!context_.charge_bytes(encoded.size()) || !from_base64(encoded, &bytes)) {
      return context_.stopped_by() != Limit::None
                 ? Value::stopped()
                 : context_.stop(Limit::EffectRefused, "http.request: malformed reply");
    }
    return new_bytes(context_, bytes);
  }

  // --- redirects
  // --------------------------------------------------------------------------------------

  // The next request: in a new object, as the old one belongs to a response.
  Value redirect() {
    Url from;
    parse_url(text_view(request(Name::url)), &from);
    std::string target = join_url(
        from, requote(text_view(headers_get(
                  context_, stored(context_, roots_[kResponse], Name::headers), "location"))));
    Url to;
    const bool parsed = parse_url(target, &to);
    if (parsed && to.fragment.empty()) to.fragment = from.fragment;
    if (target.size() > kUrlMax) return raise(Type::HttpInvalidUrl, "Invalid URL: too long");
    std::string text = parsed && !to.host.empty() ? to.text() : target;

    Value old = roots_[kRequest];
    roots_[kTemporary] = old;
    roots_[kRequest] =
        Value::object(new_instance(context_, sym::class_of_type(context_, Type::PreparedRequest)));
    BELLJAR_TRY(url, new_str(context_, text));
    BELLJAR_CHECK(set_request(Name::url, url));
    BELLJAR_TRY(copied, new_headers(context_));
    BELLJAR_TRY(pairs, pairs_of(context_, stored(context_, old, Name::headers)));
    for (uint32_t i = 0; i < pairs.as<List>()->size; ++i) {
      const Tuple* pair = pairs.as<List>()->items[i].as<Tuple>();
      BELLJAR_CHECK(headers_set(context_, copied, pair->items[0], pair->items[1]));
    }
    BELLJAR_CHECK(set_request(Name::headers, copied));
    BELLJAR_CHECK(set_request(Name::body, stored(context_, old, Name::body)));

    const int64_t status = stored(context_, roots_[kResponse], Name::status_code).as_int();
    std::string method(text_view(stored(context_, old, Name::method)));
    const bool to_get = (status == 303 && method != "HEAD") ||
                        (status == 302 && method != "HEAD") || (status == 301 && method == "POST");
    BELLJAR_TRY(method_text, new_str(context_, to_get ? "GET" : method));
    BELLJAR_CHECK(set_request(Name::method, method_text));
    if (status != 307 && status != 308) {
      for (const char* name : {"content-length", "content-type", "transfer-encoding"}) {
        BELLJAR_CHECK(headers_remove(context_, copied, name));
      }
      BELLJAR_CHECK(set_request(Name::body, Value::none()));
    }
    if (leaves_origin(from, to)) BELLJAR_CHECK(headers_remove(context_, copied, "authorization"));
    BELLJAR_CHECK(headers_remove(context_, copied, "cookie"));
    return prepare_cookies();
  }

  // requests' should_strip_auth.
  static bool leaves_origin(const Url& from, const Url& to) {
    if (from.host != to.host) return true;
    auto standard = [](const Url& u) {
      return u.port.empty() || u.port == (u.scheme == "https" ? "443" : "80");
    };
    if (from.scheme == "http" && to.scheme == "https" && standard(from) && standard(to)) {
      return false;
    }
    if (from.scheme != to.scheme) return true;
    return from.port != to.port && !(standard(from) && standard(to));
  }

  Context& context_;
  Roots<kRootCount> roots_;
};

}  // namespace

Value perform(Context& context, Value session, const Arguments& arguments) {
  return Exchange(context, session, arguments).run();
}

}  // namespace belljar::requests
