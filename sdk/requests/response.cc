// Response: what came back. Its text is in response_text.cc.
#include <string>

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/requests/requests.h"
#include "sdk/requests/url.h"

namespace belljar::requests {

namespace {

int64_t status_of(const Context& context, Value response) {
  Value v = stored(context, response, Name::status_code);
  return v.is_int() ? v.as_int() : 0;
}

// --- status
// ---------------------------------------------------------------------------------------

Value response_ok(Call& c) {
  const int64_t status = status_of(c.context(), c[0]);
  return Value::boolean(status < 400 || status >= 600);
}

Value response_raise_for_status(Call& c) {
  Context& context = c.context();
  int64_t status = status_of(context, c[0]);
  if (status < 400 || status >= 600) return Value::none();
  BELLJAR_TRY(reason, to_str(context, stored(context, c[0], Name::reason)));
  std::string reason_text(text_view(reason));
  BELLJAR_TRY(url, to_str(context, stored(context, c[0], Name::url)));
  std::string message = std::to_string(status) +
                        (status < 500 ? " Client Error: " : " Server Error: ") + reason_text +
                        " for url: " + std::string(text_view(url));
  Value request = stored(context, c[0], Name::request);
  return raise_http(context, Type::HttpError, message,
                    request.is_undefined() ? Value::none() : request, c[0]);
}

Value response_is_redirect(Call& c) { return Value::boolean(is_redirect(c.context(), c[0])); }
Value response_is_permanent(Call& c) {
  int64_t status = status_of(c.context(), c[0]);
  return Value::boolean(is_redirect(c.context(), c[0]) && (status == 301 || status == 308));
}

Value response_repr(Call& c) {
  StrBuilder out(c.context());
  out.append("<Response [");
  BELLJAR_TRY(status, to_str(c.context(), stored(c.context(), c[0], Name::status_code)));
  out.append(text_view(status));
  out.append("]>");
  return out.finish();
}

// As the host has said it: the program has no clock of its own.
Value response_elapsed(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(name, new_str(context, "timedelta"));
  Value cls = dict_get_str(context, sym::realm_of(context).datetime->attributes, name.as<Str>());
  if (cls.is_undefined()) return Value::none();
  Value elapsed = stored(context, c[0], Name::hidden_elapsed);
  return context.invoke(
      cls, {Value::integer(0), Value::integer(0), elapsed.is_int() ? elapsed : Value::integer(0)});
}

// The request that a redirect which was not followed asks for.
Value response_next(Call& c) {
  Value v = stored(c.context(), c[0], Name::hidden_next);
  return v.is_undefined() ? Value::none() : v;
}

Value response_init(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(made, new_response(context));
  Instance* self = c.self<Instance>();
  for (Name n : {Name::status_code, Name::reason, Name::headers, Name::url, Name::history,
                 Name::request, Name::encoding, Name::cookies}) {
    BELLJAR_CHECK(instance_set(context, self, text_of(context, n), stored(context, made, n)));
  }
  return Value::none();
}

// --- links
// ------------------------------------------------------------------------------------------

std::string_view strip(std::string_view s, std::string_view set) {
  while (!s.empty() && set.find(s.front()) != set.npos) s.remove_prefix(1);
  while (!s.empty() && set.find(s.back()) != set.npos) s.remove_suffix(1);
  return s;
}

// requests.utils.parse_header_links, by rel (or url).
Value response_links(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(out, new_dict(context));
  Value header = headers_get(context, stored(context, c[0], Name::headers), "link");
  std::string_view text = strip(text_view(header), " '\"");
  while (!text.empty()) {
    if (!context.charge(8)) return Value::stopped();
    // The next link begins after a comma that '<' follows.
    size_t end = text.find(',');
    while (end != text.npos && strip(text.substr(end + 1), " ").substr(0, 1) != "<") {
      end = text.find(',', end + 1);
    }
    std::string_view one = text.substr(0, end);
    text = end == text.npos ? std::string_view() : strip(text.substr(end + 1), " ");
    BELLJAR_TRY(link, new_dict(context));
    size_t semicolon = one.find(';');
    BELLJAR_TRY(url, new_str(context, strip(one.substr(0, semicolon), "<> '\"")));
    BELLJAR_CHECK(dict_set_str(context, link.as<Dict>(), text_of(context, Name::url), url));
    Value key = url;
    std::string_view params = semicolon == one.npos ? "" : one.substr(semicolon + 1);
    while (!params.empty()) {
      size_t next = params.find(';');
      std::string_view param = params.substr(0, next);
      params = next == params.npos ? std::string_view() : params.substr(next + 1);
      size_t equals = param.find('=');
      if (equals == param.npos) break;
      BELLJAR_TRY(name, new_str(context, strip(param.substr(0, equals), " '\"")));
      BELLJAR_TRY(value, new_str(context, strip(param.substr(equals + 1), " '\"")));
      BELLJAR_CHECK(dict_set_str(context, link.as<Dict>(), name.as<Str>(), value));
      if (text_view(name) == "rel") key = value;
    }
    BELLJAR_CHECK(dict_set_str(context, out.as<Dict>(), key.as<Str>(), link));
  }
  return out;
}

Value itself(Call& c) { return c[0]; }
Value nothing(Call&) { return Value::none(); }

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"__init__", "self", response_init, kNativePython},
    {"raise_for_status", "self", response_raise_for_status, kFlags},
    {"close", "self", nothing, kNativePython},
    {"__bool__", "self", response_ok, kNativePython},
    {"__repr__", "self", response_repr, kFlags},
    {"__enter__", "self", itself, kNativePython},
    {"__exit__", "self, *args", nothing, kNativePython},
};
struct PropertyRow {
  const char* name;
  NativeFn fn;
};
constexpr PropertyRow kProperties[] = {
    {"ok", response_ok},
    {"is_redirect", response_is_redirect},
    {"is_permanent_redirect", response_is_permanent},
    {"elapsed", response_elapsed},
    {"next", response_next},
    {"links", response_links},
};

}  // namespace

Value new_response(Context& context) {
  BELLJAR_TRY(headers, new_headers(context));
  BELLJAR_TRY(history, new_list(context, nullptr, 0));
  BELLJAR_TRY(cookies, new_jar(context));
  return sym::new_object(context, Type::Response,
                         {{Name::status_code, Value::none()},
                          {Name::reason, Value::none()},
                          {Name::headers, headers},
                          {Name::url, Value::none()},
                          {Name::history, history},
                          {Name::request, Value::none()},
                          {Name::encoding, Value::none()},
                          {Name::cookies, cookies}});
}

bool is_redirect(const Context& context, Value response) {
  int64_t status = status_of(context, response);
  bool code = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  if (!code) return false;
  Value found = headers_get(const_cast<Context&>(context), stored(context, response, Name::headers),
                            "location");
  return !found.is_undefined() && !found.is_abrupt();
}

void install_response(Build& b) {
  Class* cls = b.add_class(Type::Response, "Response", nullptr, Kind::Instance, "requests.models");
  sym::stored_layout(b, cls,
                     {Name::status_code, Name::reason, Name::headers, Name::url, Name::history,
                      Name::request, Name::encoding, Name::cookies, Name::hidden_content,
                      Name::hidden_elapsed, Name::hidden_next});
  b.builder.methods(cls, kMethods);
  install_response_text(b, cls);
  for (const PropertyRow& row : kProperties) {
    b.builder.property(cls, row.name, row.fn, nullptr, kFlags);
  }
}

}  // namespace belljar::requests
