// The body of a Response: bytes, text, JSON, pieces and lines.
#include <string>

#include "runtime/bytes.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/iterator.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "sdk/json/json.h"
#include "sdk/requests/prepare.h"
#include "support/utf8.h"

namespace belljar::requests {

namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";
constexpr int64_t kIterSize = 128;  // of __iter__

// What the bytes look like. Not a detector of languages: what is neither ASCII nor UTF-8 is
// Latin-1.
const char* apparent_encoding(std::string_view content) {
  if (content.substr(0, 3) == kUtf8Mark) return "UTF-8-SIG";
  if (content.substr(0, 2) == "\xff\xfe" || content.substr(0, 2) == "\xfe\xff") return "UTF-16";
  if (is_ascii_text(content)) return "ascii";
  return find_invalid_utf8(content) == content.npos ? "utf-8" : "ISO-8859-1";
}

// str(content, encoding, errors="replace"), and UTF-8 for an encoding that nobody knows.
Value text_of_response(Context& context, Value response) {
  std::string_view content = response_content(context, response);
  if (!context.charge_bytes(content.size())) return Value::stopped();
  std::string_view name = text_view(stored(context, response, Name::encoding));
  if (name.empty()) name = apparent_encoding(content);
  const std::string low = lower(name);
  if (low == "utf-8-sig") {
    if (content.substr(0, kUtf8Mark.size()) == kUtf8Mark) content.remove_prefix(kUtf8Mark.size());
    name = "utf-8";
  }
  Value text = low == "utf-16" ? json::decode_document(context, content)
                               : decode_bytes(context, content, name, "replace");
  if (!text.is(Kind::Raised)) return text;
  context.take_pending();
  return decode_bytes(context, content, "utf-8", "replace");
}

Value response_text(Call& c) { return text_of_response(c.context(), c[0]); }
Value response_content_bytes(Call& c) {
  Value v = stored(c.context(), c[0], Name::hidden_content);
  return v.is_undefined() ? Value::none() : v;
}
Value response_apparent_encoding(Call& c) {
  return new_str(c.context(), apparent_encoding(response_content(c.context(), c[0])));
}

Value response_json(Call& c) {
  Context& context = c.context();
  const std::string_view content = response_content(context, c[0]);
  Value text = Value::none();
  // Without a declared encoding the first bytes tell which UTF it is, as RFC 4627 has it.
  if (text_view(stored(context, c[0], Name::encoding)).empty() && content.size() > 3) {
    text = json::decode_document(context, content);
    if (text.is(Kind::Raised)) {
      context.take_pending();
      text = Value::none();
    }
    if (text.is_abrupt()) return text;
  }
  if (text.is_none()) text = text_of_response(context, c[0]);
  if (text.is_abrupt()) return text;
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

// --- pieces --------------------------------------------------------------------------------------

// How many bytes at the end are the beginning of a code point that goes on in the next piece.
size_t unfinished(std::string_view bytes) {
  for (size_t n = 1; n <= 3 && n <= bytes.size(); ++n) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - n]);
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const size_t wanted = byte < 0xc2 || byte > 0xf4 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return wanted > n ? n : 0;
  }
  return 0;
}

bool is_utf8_name(std::string_view name) {
  const std::string low = lower(name);
  return low == "utf-8" || low == "utf8" || low == "utf_8";
}

// The pieces of the body, as a list: bytes, or text of a known encoding.
Value pieces(Context& context, Value response, Value size, bool decode) {
  if (!size.is_none() && !size.is_int()) {
    return context.raise(Exc::TypeError, {"chunk_size must be an int, it is instead a <class '",
                                          type_name(context, size), "'>."});
  }
  const std::string_view content = response_content(context, response);
  const std::string_view encoding = text_view(stored(context, response, Name::encoding));
  decode = decode && !encoding.empty();
  const size_t step =
      size.is_int() && size.as_int() > 0 ? static_cast<size_t>(size.as_int()) : content.size() + 1;
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  size_t kept = 0;  // bytes of the piece before that have not been decoded yet
  for (size_t at = 0; at < content.size();) {
    const size_t n = std::min(content.size() - at, step);
    if (!context.charge(n / 16 + 4)) return Value::stopped();
    std::string_view piece = content.substr(at, n);
    at += n;
    Value made;
    if (decode) {
      piece = content.substr(at - n - kept, n + kept);
      kept = is_utf8_name(encoding) && at < content.size() ? unfinished(piece) : 0;
      made = decode_bytes(context, piece.substr(0, piece.size() - kept), encoding, "replace");
      if (payload(made).is_str() && text_view(made).empty()) continue;
    } else {
      made = new_bytes(context, piece);
    }
    if (made.is_abrupt()) return made;
    BELLJAR_CHECK(list_append(context, out.as<List>(), made));
  }
  return out;
}

Value response_iter_content(Call& c) {
  BELLJAR_TRY(decode, truth(c.context(), c[2]));
  BELLJAR_TRY(out, pieces(c.context(), c[0], c[1], decode.as_bool()));
  return builtin_iterator(c.context(), out);
}
Value response_iter(Call& c) {
  BELLJAR_TRY(out, pieces(c.context(), c[0], Value::integer(kIterSize), false));
  return builtin_iterator(c.context(), out);
}

// --- lines ---------------------------------------------------------------------------------------

Value joined(Context& context, Value a, Value b) {
  const std::string text = std::string(bytes_of(a)) + std::string(bytes_of(b));
  return a.is(Kind::Bytes) ? new_bytes(context, text) : new_str(context, text);
}

// The last byte, or code point, of both is the same.
bool same_end(Value a, Value b) {
  auto end = [](Value v) {
    std::string_view s = bytes_of(v);
    size_t at = s.size() - 1;
    while (!v.is(Kind::Bytes) && at > 0 && (static_cast<unsigned char>(s[at]) & 0xc0) == 0x80) --at;
    return s.substr(at);
  };
  return end(a) == end(b);
}

// As in requests, line by line of each piece: a \r\n that two pieces share gives an empty line.
Value response_iter_lines(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(decode, truth(context, c[2]));
  BELLJAR_TRY(delimited, truth(context, c[3]));
  Roots<4> roots(context);
  BELLJAR_TRY(chunks, pieces(context, c[0], c[1], decode.as_bool()));
  roots[0] = chunks;
  BELLJAR_TRY(out, new_list(context, nullptr, 0));
  roots[1] = out;
  BELLJAR_TRY(method, new_str(context, delimited.as_bool() ? "split" : "splitlines"));
  roots[2] = method;
  Value pending = Value::none();
  for (uint32_t i = 0; i < chunks.as<List>()->size; ++i) {
    Value chunk = chunks.as<List>()->items[i];
    if (!pending.is_none()) {
      chunk = joined(context, pending, chunk);
      if (chunk.is_abrupt()) return chunk;
    }
    if (!context.charge_bytes(bytes_of(chunk).size())) return Value::stopped();
    BELLJAR_TRY(split, get_attribute(context, chunk, method.as<Str>()));
    roots[3] = chunk;
    Value lines = delimited.as_bool() ? context.invoke(split, {c[3]}) : context.invoke(split, {});
    if (lines.is_abrupt()) return lines;
    List* list = lines.as<List>();
    pending = Value::none();
    if (list->size > 0) {
      const Value last = list->items[list->size - 1];
      if (!bytes_of(last).empty() && !bytes_of(chunk).empty() && same_end(last, chunk)) {
        pending = last;
        --list->size;
      }
    }
    for (uint32_t k = 0; k < list->size; ++k) {
      BELLJAR_CHECK(list_append(context, out.as<List>(), list->items[k]));
    }
  }
  if (!pending.is_none()) BELLJAR_CHECK(list_append(context, out.as<List>(), pending));
  return builtin_iterator(context, out);
}

constexpr uint8_t kFlags = kNativePython | kNativeCallsBack;
constexpr NativeDef kMethods[] = {
    {"json", "self, **kwargs", response_json, kFlags},
    {"iter_content", "self, chunk_size=1, decode_unicode=False", response_iter_content, kFlags},
    {"iter_lines", "self, chunk_size=512, decode_unicode=False, delimiter=None",
     response_iter_lines, kFlags},
    {"__iter__", "self", response_iter, kNativePython},
};

}  // namespace

std::string_view response_content(const Context& context, Value response) {
  Value v = stored(context, response, Name::hidden_content);
  return v.is(Kind::Bytes) ? v.as<Bytes>()->view() : std::string_view();
}

void install_response_text(Build& b, Class* response) {
  b.builder.methods(response, kMethods);
  b.builder.property(response, "text", response_text, nullptr, kFlags);
  b.builder.property(response, "content", response_content_bytes, nullptr, kFlags);
  b.builder.property(response, "apparent_encoding", response_apparent_encoding, nullptr, kFlags);
}

}  // namespace belljar::requests
