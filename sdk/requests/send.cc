// Sending a prepared request: the exchange through the door, hop by hop as the answers redirect, by
// the rules of requests 2.28.
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
#include "sdk/requests/door_form.h"
#include "sdk/requests/prepare.h"
#include "sdk/requests/url.h"
#include "support/utf8.h"

namespace belljar::requests {

namespace {

constexpr int64_t kMaxRedirects = 30;

bool begins(std::string_view s, std::string_view prefix) {
  return s.substr(0, prefix.size()) == prefix;
}

// Headers are read as Latin-1; a Location is UTF-8 all the same, if it can be.
std::string location_text(std::string_view header) {
  std::string bytes;
  for (size_t at = 0; at < header.size();) {
    const DecodedCodePoint one = decode_utf8(header, at, true);
    if (one.length == 0 || one.code_point > 0xff) return std::string(header);
    bytes += static_cast<char>(one.code_point);
    at += one.length;
  }
  return find_invalid_utf8(bytes) == std::string::npos ? bytes : std::string(header);
}

class Sending {
 public:
  Sending(Context& context, Value session, Value request, Value timeout)
      : context_(context), roots_(context) {
    roots_[kSession] = session;
    roots_[kRequest] = request;
    roots_[kTimeout] = timeout;
    Url url;
    parse_url(text_view(stored(context, request, Name::url)), &url);
    fragment_ = url.fragment;
  }

  Value run(bool follow) {
    BELLJAR_CHECK(check_session());
    BELLJAR_TRY(history, new_list(context_, nullptr, 0));
    roots_[kHistory] = history;
    for (;;) {
      BELLJAR_TRY(response, send());
      roots_[kResponse] = response;
      BELLJAR_TRY(past, new_list(context_, history.as<List>()->items, history.as<List>()->size));
      BELLJAR_CHECK(set(response, Name::history, past));
      if (!is_redirect(context_, response) || location().empty()) return response;
      if (!follow) {
        BELLJAR_CHECK(redirect());
        BELLJAR_CHECK(set(response, Name::hidden_next, roots_[kRequest]));
        return response;
      }
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
  enum { kSession, kRequest, kTimeout, kHistory, kResponse, kTemporary, kRootCount };

  Value set(Value object, Name name, Value v) {
    return instance_set(context_, object.as<Instance>(), text_of(context_, name), v);
  }
  Value set_request(Name name, Value v) { return set(roots_[kRequest], name, v); }
  Value request(Name name) { return stored(context_, roots_[kRequest], name); }

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

  Value send() {
    std::string_view url_text = text_view(request(Name::url));
    std::string low = lower(url_text.substr(0, 8));
    if (!begins(low, "http://") && !begins(low, "https://")) {
      return raise_http(context_, Type::HttpInvalidSchema,
                        "No connection adapters were found for " + str_repr(url_text));
    }
    std::string json;
    const List* past = roots_[kHistory].as<List>();
    Value from = past->size > 0 ? past->items[past->size - 1] : Value::undefined();
    BELLJAR_CHECK(
        write_request(context_, roots_[kRequest], roots_[kTimeout], from, past->size, &json));
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
    if (reply.status == DoorReply::Status::Error) {
      return raise_door_error(context_, roots_[kRequest], roots_[kTimeout], data.as<Dict>());
    }
    BELLJAR_TRY(response, read_response(context_, roots_[kRequest], data.as<Dict>(),
                                        stored(context_, roots_[kSession], Name::cookies)));
    return response;
  }

  // --- redirects ---------------------------------------------------------------------------------

  // The Location, as text; "": none.
  std::string location() {
    Value headers = stored(context_, roots_[kResponse], Name::headers);
    return location_text(text_view(headers_get(context_, headers, "location")));
  }

  // The next request: in a new object, as the old one belongs to a response.
  Value redirect() {
    Url from, to;
    const std::string base(text_view(request(Name::url)));
    parse_url(base, &from);
    std::string text;
    if (!redirect_url(base, location(), &fragment_, &text)) {
      return context_.raise(Exc::ValueError, "Invalid IPv6 URL");
    }
    if (text.size() > kUrlMax) {
      return raise_http(context_, Type::HttpInvalidUrl, "Invalid URL: too long");
    }
    parse_url(text, &to);

    Value old = roots_[kRequest];
    roots_[kTemporary] = old;
    BELLJAR_TRY(made, new_prepared(context_));
    roots_[kRequest] = made;
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
    // The cookies of the request, of the answer, and of the session by now.
    BELLJAR_TRY(jar, new_jar(context_));
    BELLJAR_CHECK(set_request(Name::hidden_cookies, jar));
    for (Value more : {stored(context_, old, Name::hidden_cookies),
                       stored(context_, roots_[kResponse], Name::cookies),
                       stored(context_, roots_[kSession], Name::cookies)}) {
      BELLJAR_CHECK(jar_update(context_, jar, more));
    }
    return set_cookie_header(context_, roots_[kRequest], jar);
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
  std::string fragment_;  // goes along from hop to hop
};

}  // namespace

Value send_request(Context& context, Value session, Value request, Value timeout, bool follow) {
  return Sending(context, session, request, timeout).run(follow);
}

}  // namespace belljar::requests
