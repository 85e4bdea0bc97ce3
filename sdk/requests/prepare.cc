// Preparing a request: method, URL, headers, cookies, body, authorization, in this order, by the
// rules of requests 2.28.
#include "sdk/requests/prepare.h"

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "sdk/requests/url.h"

namespace belljar::requests {

namespace {

class Preparation {
 public:
  // `session` Undefined: nothing is merged in.
  Preparation(Context& context, Value session, const Arguments& a)
      : context_(context), roots_(context) {
    const Value given[] = {session,   a.method,  a.url,  a.params, a.data,
                           a.headers, a.cookies, a.auth, a.json,   a.files};
    for (size_t i = 0; i < sizeof(given) / sizeof(given[0]); ++i) {
      roots_[i] = i > 0 && given[i].is_undefined() ? Value::none() : given[i];
    }
  }

  Value run(Value request) {
    roots_[kRequest] = request;
    BELLJAR_CHECK(prepare_method());
    BELLJAR_CHECK(prepare_url());
    BELLJAR_CHECK(prepare_headers());
    BELLJAR_CHECK(prepare_cookies());
    BELLJAR_CHECK(prepare_body());
    BELLJAR_CHECK(prepare_auth());
    return roots_[kRequest];
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
    kJson,
    kFiles,
    kRequest,
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

  Value of_session(Name name) {
    return roots_[kSession].is_undefined() ? Value::undefined()
                                           : stored(context_, roots_[kSession], name);
  }

  Value prepare_method() {
    if (roots_[kMethod].is_none()) return set_request(Name::method, Value::none());
    BELLJAR_TRY(text, to_str(context_, roots_[kMethod]));
    std::string method(text_view(text));
    for (char& c : method) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      if (c < 'A' || c > 'Z') {
        return context_.raise(Exc::ValueError, {"method can't contain control characters. ",
                                                str_repr(text_view(text)), " (found at least ",
                                                str_repr(std::string_view(&c, 1)), ")"});
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
      return raise(Type::HttpInvalidUrl, "Failed to parse: " + std::string(text));
    }
    if (url.scheme.empty()) {
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
      BELLJAR_CHECK(encode_params(context_, params, kUrlMax, &encoded));
      if (encoded.size() > kUrlMax) return raise(Type::HttpInvalidUrl, "Invalid URL: too long");
      if (!encoded.empty()) url.query += url.query.empty() ? encoded : "&" + encoded;
    }
    std::string ready = url.text();
    if (ready.size() > kUrlMax) return raise(Type::HttpInvalidUrl, "Invalid URL: too long");
    BELLJAR_TRY(made, new_str(context_, ready));
    return set_request(Name::url, made);
  }

  // The request's setting over the session's: mappings are merged, None takes a key away.
  Value merged(Name name, Value own) {
    Value base = of_session(name);
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
    for (Value from : {of_session(Name::headers), roots_[kHeaders]}) {
      if (from.is_none() || from.is_undefined()) continue;
      BELLJAR_TRY(any, truth(context_, from));
      if (!any.as_bool()) continue;
      if (!is_mapping(context_, from)) {
        return context_.raise(Exc::AttributeError, {"'", type_name(context_, from),
                                                    "' object has no attribute 'items'"});
      }
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
        if (name.is(Kind::Bytes)) name = new_str(context_, bytes_of(name));
        if (name.is_abrupt()) return name;
        BELLJAR_CHECK(headers_set(context_, made, name, value));
      }
    }
    return Value::none();
  }

  Value check_header(Value name, Value value) {
    for (Value part : {name, value}) {
      if (part.is_str() || part.is(Kind::Bytes)) continue;
      BELLJAR_TRY(shown, repr(context_, part));
      BELLJAR_TRY(name_text, repr(context_, name));
      BELLJAR_TRY(value_text, repr(context_, value));
      return raise(Type::HttpInvalidHeader, "Header part (" + std::string(text_view(shown)) +
                                                ") from {" + std::string(text_view(name_text)) +
                                                ": " + std::string(text_view(value_text)) +
                                                "} must be of type str or bytes, not <class '" +
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
                   std::string("Invalid leading whitespace, reserved character(s), or return"
                               "character(s) in header ") +
                       (is_name ? "name: " : "value: ") + std::string(text_view(shown)));
    }
    return Value::none();
  }

  Value prepare_cookies() {
    BELLJAR_TRY(jar, new_jar(context_));
    BELLJAR_CHECK(set_request(Name::hidden_cookies, jar));
    if (!roots_[kSession].is_undefined()) {
      BELLJAR_CHECK(jar_update(context_, jar, stored(context_, roots_[kSession], Name::cookies)));
    }
    BELLJAR_CHECK(jar_update(context_, jar, roots_[kCookies]));
    return set_cookie_header(context_, roots_[kRequest], jar);
  }

  Value prepare_body() {
    Arguments a;
    a.data = roots_[kData];
    a.json = roots_[kJson];
    a.files = roots_[kFiles];
    std::string type;
    Value body;
    BELLJAR_CHECK(make_body(context_, roots_[kRequest], a, &body, &type));
    BELLJAR_CHECK(set_request(Name::body, body));
    BELLJAR_CHECK(set_content_length(context_, roots_[kRequest]));
    if (!type.empty() && !has_header("content-type")) return set_header("Content-Type", type);
    return Value::none();
  }

  Value prepare_auth() {
    Value auth = roots_[kAuth];
    if (auth.is_none()) {
      auth = of_session(Name::auth);
      if (auth.is_undefined()) auth = Value::none();
    }
    Url url;
    parse_url(text_view(request(Name::url)), &url);
    if (auth.is_none() && !url.scheme.empty() && url.userinfo.size() > 1 &&
        url.userinfo.find(':') != std::string::npos) {
      size_t colon = url.userinfo.find(':');
      BELLJAR_TRY(name, new_str(context_, percent_decode(url.userinfo.substr(0, colon))));
      BELLJAR_TRY(password, new_str(context_, percent_decode(url.userinfo.substr(colon + 1))));
      Value pair[] = {name, password};
      auth = new_tuple(context_, pair, 2);
      if (auth.is_abrupt()) return auth;
    }
    roots_[kTemporary] = auth;
    BELLJAR_TRY(any, truth(context_, auth));
    if (!any.as_bool()) return Value::none();
    if (payload(auth).is(Kind::Tuple) && payload(auth).as<Tuple>()->count == 2) {
      const Tuple* pair = payload(auth).as<Tuple>();
      auth = construct(context_, sym::class_of_type(context_, Type::HTTPBasicAuth), pair->items, 2,
                       nullptr);
      if (auth.is_abrupt()) return auth;
      roots_[kTemporary] = auth;
    }
    BELLJAR_TRY(changed, context_.invoke(auth, {roots_[kRequest]}));
    if (sym::is_a(context_, changed, Type::PreparedRequest)) roots_[kRequest] = changed;
    return set_content_length(context_, roots_[kRequest]);
  }

  Context& context_;
  Roots<kRootCount> roots_;
};

}  // namespace

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Value set_cookie_header(Context& context, Value request, Value jar) {
  Value headers = stored(context, request, Name::headers);
  if (!headers_get(context, headers, "cookie").is_undefined()) return Value::none();
  Url url;
  parse_url(text_view(stored(context, request, Name::url)), &url);
  std::string header = jar_header(context, jar, url);
  if (header.empty()) return Value::none();
  BELLJAR_TRY(key, new_str(context, "Cookie"));
  BELLJAR_TRY(text, new_str(context, header));
  return headers_set(context, headers, key, text);
}

Value set_content_length(Context& context, Value request) {
  Value headers = stored(context, request, Name::headers);
  Value body = stored(context, request, Name::body);
  const size_t size = bytes_of(body).size();
  std::string_view method = text_view(stored(context, request, Name::method));
  std::string length;
  if (has_text(body)) {
    if (size > 0) length = std::to_string(size);
  } else if (method != "GET" && method != "HEAD" &&
             headers_get(context, headers, "content-length").is_undefined()) {
    length = "0";
  }
  if (length.empty()) return Value::none();
  BELLJAR_TRY(key, new_str(context, "Content-Length"));
  BELLJAR_TRY(text, new_str(context, length));
  return headers_set(context, headers, key, text);
}

Value new_prepared(Context& context) {
  return sym::new_object(context, Type::PreparedRequest,
                         {{Name::method, Value::none()},
                          {Name::url, Value::none()},
                          {Name::headers, Value::none()},
                          {Name::body, Value::none()}});
}

Value prepare(Context& context, Value session, const Arguments& arguments, Value request) {
  return Preparation(context, session, arguments).run(request);
}

}  // namespace belljar::requests
