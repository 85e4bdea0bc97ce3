// The codecs, their error handlers and the two exceptions that they raise.
#include "runtime/codec.h"

#include <cstdio>
#include <cstring>
#include <string>

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "support/utf8.h"

namespace belljar {
namespace {

enum class Encoding : uint8_t { Utf8, Utf8Signature, Ascii, Latin1, Unknown };
enum class Handler : uint8_t {
  Strict,
  Ignore,
  Replace,
  BackslashReplace,
  XmlReplace,
  SurrogatePass,
  SurrogateEscape,
  Unknown
};

constexpr std::string_view kSignature = "\xEF\xBB\xBF";

struct EncodingName {
  std::string_view name;
  Encoding encoding;
};
constexpr EncodingName kEncodings[] = {
    {"utf-8", Encoding::Utf8},        {"utf8", Encoding::Utf8},
    {"u8", Encoding::Utf8},           {"utf", Encoding::Utf8},
    {"cp65001", Encoding::Utf8},      {"utf-8-sig", Encoding::Utf8Signature},
    {"ascii", Encoding::Ascii},       {"us-ascii", Encoding::Ascii},
    {"646", Encoding::Ascii},         {"iso646-us", Encoding::Ascii},
    {"latin-1", Encoding::Latin1},    {"latin1", Encoding::Latin1},
    {"latin", Encoding::Latin1},      {"l1", Encoding::Latin1},
    {"iso-8859-1", Encoding::Latin1}, {"iso8859-1", Encoding::Latin1},
    {"iso8859", Encoding::Latin1},    {"8859", Encoding::Latin1},
    {"cp819", Encoding::Latin1},      {"iso-ir-100", Encoding::Latin1},
};
struct HandlerName {
  std::string_view name;
  Handler handler;
};
constexpr HandlerName kHandlers[] = {
    {"strict", Handler::Strict},
    {"ignore", Handler::Ignore},
    {"replace", Handler::Replace},
    {"backslashreplace", Handler::BackslashReplace},
    {"xmlcharrefreplace", Handler::XmlReplace},
    {"surrogatepass", Handler::SurrogatePass},
    {"surrogateescape", Handler::SurrogateEscape},
};

Encoding find_encoding(std::string_view name) {
  char normal[24];
  if (name.size() > sizeof normal) return Encoding::Unknown;
  for (size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    normal[i] = c == '_' || c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  for (const EncodingName& e : kEncodings) {
    if (e.name == std::string_view(normal, name.size())) return e.encoding;
  }
  return Encoding::Unknown;
}

Value unknown_encoding(Context& context, std::string_view name) {
  return context.raise(Exc::LookupError, {"unknown encoding: ", name});
}

Handler find_handler(std::string_view name) {
  for (const HandlerName& h : kHandlers) {
    if (h.name == name) return h.handler;
  }
  return Handler::Unknown;
}

Value unknown_handler(Context& context, std::string_view name) {
  return context.raise(Exc::LookupError, {"unknown error handler name '", name, "'"});
}

// UnicodeEncodeError or UnicodeDecodeError with its five arguments.
Value raise_codec_error(Context& context, Exc type, std::string_view encoding, Value object,
                        size_t start, size_t end, std::string_view reason) {
  BELLJAR_TRY(name, new_str(context, encoding));
  BELLJAR_TRY(why, new_str(context, reason));
  Value args[5] = {name, object, Value::integer(static_cast<int64_t>(start)),
                   Value::integer(static_cast<int64_t>(end)), why};
  BELLJAR_TRY(made, new_exception(context, context.realm().exception(type), args, 5));
  return context.raise_value(made);
}

// --- encoding ------------------------------------------------------------------------------------

struct Encoder {
  Context& context;
  Str* text;
  std::string_view codec;  // as messages name it
  std::string_view reason;
  Handler handler;
  std::string_view handler_name;
};

void append_escape(StrBuilder& out, uint32_t c) {
  char buffer[12];
  const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
  int n = std::snprintf(buffer, sizeof buffer, format, static_cast<unsigned>(c));
  out.append({buffer, static_cast<size_t>(n)});
}

// What the handler makes of a code point that the codec lacks; strict: an exception about the run
// of `count` of them at `index`.
Value handle_unencodable(Encoder& e, StrBuilder& out, uint32_t c, size_t index, size_t count) {
  switch (e.handler) {
    case Handler::Unknown:
      return unknown_handler(e.context, e.handler_name);
    case Handler::Ignore:
      return Value::none();
    case Handler::Replace:
      out.append('?');
      return Value::none();
    case Handler::BackslashReplace:
      append_escape(out, c);
      return Value::none();
    case Handler::XmlReplace:
      out.append("&#");
      out.append(std::to_string(c));
      out.append(';');
      return Value::none();
    case Handler::SurrogatePass:
      if (!is_surrogate(c) || e.codec != "utf-8") break;
      out.append_code_point(c);
      return Value::none();
    case Handler::SurrogateEscape:
      if (c < 0xDC80 || c > 0xDCFF) break;
      out.append(static_cast<char>(c & 0xFF));
      return Value::none();
    case Handler::Strict:
      break;
  }
  return raise_codec_error(e.context, Exc::UnicodeEncodeError, e.codec,
                           Value::object(Kind::Str, e.text), index, index + count, e.reason);
}

template <typename Encodable, typename Write>
Value encode_each(Encoder& e, Encodable encodable, Write write) {
  if (!e.context.charge(e.text->length)) return Value::stopped();
  StrBuilder out(e.context);
  size_t index = 0;
  for (uint32_t at = 0; at < e.text->count; ++index) {
    uint32_t c = str_next_code_point(e.text, &at);
    if (encodable(c)) {
      write(out, c);
      continue;
    }
    size_t run = 1;
    for (uint32_t next = at; e.handler == Handler::Strict && next < e.text->count; ++run) {
      if (encodable(str_next_code_point(e.text, &next))) break;
    }
    BELLJAR_CHECK(handle_unencodable(e, out, c, index, run));
    if (out.failed()) return e.context.stop_memory();
  }
  return out.finish_bytes();
}

// --- decoding ------------------------------------------------------------------------------------

struct Decoder {
  Context& context;
  std::string_view bytes;
  std::string_view codec;
  Handler handler;
  std::string_view handler_name;
};

Value handle_undecodable(Decoder& d, StrBuilder& out, size_t start, size_t end,
                         std::string_view reason) {
  switch (d.handler) {
    case Handler::Unknown:
      return unknown_handler(d.context, d.handler_name);
    case Handler::Ignore:
      return Value::none();
    case Handler::Replace:
      out.append_code_point(0xFFFD);
      return Value::none();
    case Handler::BackslashReplace:
      for (size_t i = start; i < end; ++i) {
        append_escape(out, static_cast<unsigned char>(d.bytes[i]));
      }
      return Value::none();
    case Handler::SurrogateEscape:
      for (size_t i = start; i < end; ++i) {
        out.append_code_point(0xDC00u + static_cast<unsigned char>(d.bytes[i]));
      }
      return Value::none();
    case Handler::XmlReplace:
      return d.context.raise(Exc::TypeError,
                             "don't know how to handle UnicodeDecodeError in error "
                             "callback");
    case Handler::SurrogatePass:
    case Handler::Strict:
      break;
  }
  BELLJAR_TRY(object, new_bytes(d.context, d.bytes));
  return raise_codec_error(d.context, Exc::UnicodeDecodeError, d.codec, object, start, end, reason);
}

// The malformed sequence at `at`: what is wrong, and how many bytes of it to skip.
std::string_view utf8_fault(std::string_view bytes, size_t at, size_t* length) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
  const unsigned char lead = byte(0);
  *length = 1;
  if (lead < 0xC2 || lead > 0xF4) return "invalid start byte";
  const size_t wanted = sequence_length(bytes[at]);
  const size_t left = bytes.size() - at;
  for (size_t i = 1; i < wanted; ++i) {
    *length = i;
    if (i >= left) {
      *length = left;
      return "unexpected end of data";
    }
    unsigned char low = 0x80, high = 0xBF;
    if (i == 1) {
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    }
    if (byte(i) < low || byte(i) > high) break;
  }
  return "invalid continuation byte";
}

Value decode_utf8_text(Decoder& d) {
  size_t valid = find_invalid_utf8(d.bytes);
  if (valid == std::string_view::npos) return new_str(d.context, d.bytes);
  StrBuilder out(d.context);
  size_t at = 0;
  while (valid != std::string_view::npos) {
    out.append(d.bytes.substr(at, valid));
    at += valid;
    DecodedCodePoint lenient = decode_utf8(d.bytes, at, true);
    if (d.handler == Handler::SurrogatePass && is_surrogate(lenient.code_point)) {
      out.append(d.bytes.substr(at, 3));
      at += 3;
    } else {
      size_t length;
      std::string_view reason = utf8_fault(d.bytes, at, &length);
      BELLJAR_CHECK(handle_undecodable(d, out, at, at + length, reason));
      at += length;
    }
    if (out.failed()) return d.context.stop_memory();
    if (!d.context.charge(1)) return Value::stopped();
    valid = find_invalid_utf8(d.bytes.substr(at));
  }
  out.append(d.bytes.substr(at));
  return out.finish();
}

Value decode_ascii(Decoder& d) {
  if (is_ascii_text(d.bytes)) return new_ascii_str(d.context, d.bytes);
  StrBuilder out(d.context);
  for (size_t i = 0; i < d.bytes.size(); ++i) {
    if (static_cast<unsigned char>(d.bytes[i]) < 128) {
      out.append(d.bytes[i]);
    } else {
      BELLJAR_CHECK(handle_undecodable(d, out, i, i + 1, "ordinal not in range(128)"));
    }
    if (out.failed()) return d.context.stop_memory();
  }
  return out.finish();
}

Value decode_latin1(Decoder& d) {
  if (is_ascii_text(d.bytes)) return new_ascii_str(d.context, d.bytes);
  StrBuilder out(d.context);
  for (char c : d.bytes) out.append_code_point(static_cast<unsigned char>(c));
  return out.finish();
}

}  // namespace

Value encode_text(Context& context, Str* text, std::string_view encoding_name,
                  std::string_view errors) {
  const Encoding encoding = find_encoding(encoding_name);
  if (encoding == Encoding::Unknown) return unknown_encoding(context, encoding_name);
  if (!context.charge_bytes(text->count)) return Value::stopped();
  if (text->ascii() && encoding != Encoding::Utf8Signature) return new_bytes(context, text->view());
  Encoder e{context, text, "utf-8", "surrogates not allowed", find_handler(errors), errors};
  switch (encoding) {
    case Encoding::Utf8:
      if (!(text->flags & kStrSurrogate)) return new_bytes(context, text->view());
      return encode_each(
          e, [](uint32_t c) { return !is_surrogate(c); },
          [](StrBuilder& out, uint32_t c) { out.append_code_point(c); });
    case Encoding::Utf8Signature: {
      BELLJAR_TRY(body, encode_text(context, text, "utf-8", errors));
      BELLJAR_TRY(signature, new_bytes(context, kSignature));
      return bytes_concat(context, signature, body);
    }
    case Encoding::Ascii:
      e.codec = "ascii";
      e.reason = "ordinal not in range(128)";
      return encode_each(
          e, [](uint32_t c) { return c < 128; },
          [](StrBuilder& out, uint32_t c) { out.append(static_cast<char>(c)); });
    default:
      e.codec = "latin-1";
      e.reason = "ordinal not in range(256)";
      return encode_each(
          e, [](uint32_t c) { return c < 256; },
          [](StrBuilder& out, uint32_t c) { out.append(static_cast<char>(c)); });
  }
}

Value decode_bytes(Context& context, std::string_view bytes, std::string_view encoding_name,
                   std::string_view errors) {
  if (bytes.empty()) return new_ascii_str(context, {});  // CPython does not look at the name then
  const Encoding encoding = find_encoding(encoding_name);
  if (encoding == Encoding::Unknown) return unknown_encoding(context, encoding_name);
  if (!context.charge_bytes(bytes.size())) return Value::stopped();
  Decoder d{context, bytes, "utf-8", find_handler(errors), errors};
  switch (encoding) {
    case Encoding::Utf8Signature:
      if (d.bytes.starts_with(kSignature)) d.bytes.remove_prefix(kSignature.size());
      return decode_utf8_text(d);
    case Encoding::Utf8:
      return decode_utf8_text(d);
    case Encoding::Ascii:
      d.codec = "ascii";
      return decode_ascii(d);
    default:
      return decode_latin1(d);
  }
}

}  // namespace belljar
