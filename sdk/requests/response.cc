// Response: what came back, decoded on demand.
#include <string>
#include <vector>

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/json/json.h"
#include "sdk/requests/requests.h"
#include "sdk/requests/url.h"

namespace belljar::requests {

namespace {

int64_t status_of(const Context& context, Value response) {
  Value v = stored(context, response, Name::status_code);
  return v.is_int() ? v.as_int() : 0;
}

// --- text
// -----------------------------------------------------------------------------------------

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_utf8(std::string_view s, size_t* bad) {
  for (size_t i = 0; i < s.size();) {
    unsigned char c = static_cast<unsigned char>(s[i]);
    size_t n = c < 0x80                ? 1
               : c >= 0xc2 && c < 0xe0 ? 2
               : c >= 0xe0 && c < 0xf0 ? 3
               : c >= 0xf0 && c < 0xf5 ? 4
                                       : 0;
    bool ok = n > 0 && i + n <= s.size();
    for (size_t k = 1; ok && k < n; ++k) ok = (static_cast<unsigned char>(s[i + k]) & 0xc0) == 0x80;
    if (ok && n == 3) {
      unsigned char d = static_cast<unsigned char>(s[i + 1]);
      ok = !(c == 0xe0 && d < 0xa0) && !(c == 0xed && d >= 0xa0);
    }
    if (ok && n == 4) {
      unsigned char d = static_cast<unsigned char>(s[i + 1]);
      ok = !(c == 0xf0 && d < 0x90) && !(c == 0xf4 && d >= 0x90);
    }
    if (!ok) {
      *bad = i;
      return false;
    }
    i += n;
  }
  return true;
}

// str(bytes, encoding, errors="replace").
Value decode(Context& context, std::string_view bytes, std::string_view encoding) {
  if (!context.charge_bytes(bytes.size())) return Value::stopped();
  std::string name = lower(encoding);
  if (name == "iso-8859-1" || name == "latin-1" || name == "latin1") {
    StrBuilder out(context);
    for (char c : bytes) out.append_code_point(static_cast<unsigned char>(c));
    return out.finish();
  }
  size_t bad = 0;
  if (is_utf8(bytes, &bad)) return new_str(context, bytes);
  StrBuilder out(context);
  while (!is_utf8(bytes, &bad)) {
    out.append(bytes.substr(0, bad));
    out.append_code_point(0xfffd);
    bytes.remove_prefix(bad + 1);
    while (!bytes.empty() && (static_cast<unsigned char>(bytes.front()) & 0xc0) == 0x80) {
      bytes.remove_prefix(1);
    }
  }
  out.append(bytes);
  return out.finish();
}

Value text_of_response(Context& context, Value response) {
  Value encoding = stored(context, response, Name::encoding);
  std::string_view name = text_view(encoding);
  return decode(context, response_content(context, response), name.empty() ? "utf-8" : name);
}

Value response_text(Call& c) { return text_of_response(c.context(), c[0]); }
Value response_content_bytes(Call& c) {
  Value v = stored(c.context(), c[0], Name::hidden_content);
  return v.is_undefined() ? Value::none() : v;
}
Value response_apparent_encoding(Call& c) {
  size_t bad = 0;
  std::string_view content = response_content(c.context(), c[0]);
  bool ascii = is_ascii_text(content);
  return new_str(c.context(), ascii ? "ascii" : is_utf8(content, &bad) ? "utf-8" : "ISO-8859-1");
}

Value response_json(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(text, text_of_response(context, c[0]));
  c.at(0) = text;
  json::LoadOptions options;
  options.decode_error = sym::class_of_type(context, Type::HttpJsonDecode);
  Dict* keywords = c[1].as<Dict>();
  auto keyword = [&](const char* name) {
    Value key = new_str(context, name);
    Value v = key.is_str() ? dict_get_str(context, keywords, key.as<Str>()) : key;
    return v.is_none() ? Value::undefined() : v;
  };
  options.object_hook = keyword("object_hook");
  options.object_pairs_hook = keyword("object_pairs_hook");
  options.parse_float = keyword("parse_float");
  options.parse_int = keyword("parse_int");
  options.parse_constant = keyword("parse_constant");
  return json::load(context, text.as<Str>(), options);
}

// --- status
// ---------------------------------------------------------------------------------------

Value response_ok(Call& c) { return Value::boolean(status_of(c.context(), c[0]) < 400); }

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

// The time is the door's, not the program's: no time passes.
Value response_elapsed(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(name, new_str(context, "timedelta"));
  Value cls = dict_get_str(context, sym::realm_of(context).datetime->attributes, name.as<Str>());
  return cls.is_undefined() ? Value::none() : context.invoke(cls, {});
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

// --- iteration
// ----------------------------------------------------------------------------------------

Value response_iter_content(Call& c) {
  Context& context = c.context();
  std::string_view content = response_content(context, c[0]);
  Value size = c[1];
  if (!size.is_none() && !size.is_int()) {
    return context.raise(Exc::TypeError, {"chunk_size must be an int, it is instead a <class '",
                                          type_name(context, size), "'>."});
  }
  size_t step =
      size.is_int() && size.as_int() > 0 ? static_cast<size_t>(size.as_int()) : content.size() + 1;
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  for (size_t at = 0; at < content.size();) {
    size_t n = content.size() - at < step ? content.size() - at : step;
    if (!context.charge(n / 16 + 4)) return Value::stopped();
    BELLJAR_TRY(piece, new_bytes(context, content.substr(at, n)));
    BELLJAR_CHECK(list_append(context, out.as<List>(), piece));
    at += n;
  }
  return builtin_iterator(context, out);
}
Value response_iter_lines(Call& c) {
  Context& context = c.context();
  std::string_view content = response_content(context, c[0]);
  BELLJAR_TRY(truthy, truth(context, c[2]));
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  while (!content.empty()) {
    size_t end = content.find_first_of("\r\n");
    std::string_view line = content.substr(0, end);
    size_t skip = end == content.npos                ? content.size()
                  : content.substr(end, 2) == "\r\n" ? end + 2
                                                     : end + 1;
    content.remove_prefix(skip);
    if (!context.charge(line.size() / 16 + 4)) return Value::stopped();
    Value piece = truthy.as_bool()
                      ? decode(context, line, text_view(stored(context, c[0], Name::encoding)))
                      : new_bytes(context, line);
    if (piece.is_abrupt()) return piece;
    BELLJAR_CHECK(list_append(context, out.as<List>(), piece));
  }
  return builtin_iterator(context, out);
}
Value response_iter(Call& c) {
  BELLJAR_TRY(all, new_list(c.context(), nullptr, 0));
  Value content = stored(c.context(), c[0], Name::hidden_content);
  if (content.is(Kind::Bytes)) BELLJAR_CHECK(list_append(c.context(), all.as<List>(), content));
  return builtin_iterator(c.context(), all);
}

Value itself(Call& c) { return c[0]; }
Value nothing(Call&) { return Value::none(); }

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"json", "self, **kwargs", response_json, kFlags},
    {"raise_for_status", "self", response_raise_for_status, kFlags},
    {"iter_content", "self, chunk_size=1, decode_unicode=False", response_iter_content,
     kNativePython},
    {"iter_lines", "self, chunk_size=512, decode_unicode=False, delimiter=None",
     response_iter_lines, kFlags},
    {"close", "self", nothing, kNativePython},
    {"__iter__", "self", response_iter, kNativePython},
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
    {"text", response_text},
    {"content", response_content_bytes},
    {"apparent_encoding", response_apparent_encoding},
    {"ok", response_ok},
    {"is_redirect", response_is_redirect},
    {"is_permanent_redirect", response_is_permanent},
    {"elapsed", response_elapsed},
    {"links", response_links},
};

}  // namespace

std::string_view response_content(const Context& context, Value response) {
  Value v = stored(context, response, Name::hidden_content);
  return v.is(Kind::Bytes) ? v.as<Bytes>()->view() : std::string_view();
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
                      Name::request, Name::encoding, Name::cookies, Name::hidden_content});
  b.builder.methods(cls, kMethods);
  for (const PropertyRow& row : kProperties) {
    b.builder.property(cls, row.name, row.fn, nullptr, kFlags);
  }
}

}  // namespace belljar::requests
