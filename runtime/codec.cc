// The codecs of single bytes and UTF-8, the error handlers, and the two exceptions that all codecs
// raise.
#include "runtime/codec.h"

#include <cstdio>
#include <cstring>
#include <string>

#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/codec_parts.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/str_layout.h"
#include "support/utf8.h"

namespace belljar {
namespace {

constexpr std::string_view kSignature = "\xEF\xBB\xBF";

struct EncodingName {
  std::string_view name;
  Encoding encoding;
};
constexpr EncodingName kEncodings[] = {
    {"utf-8", Encoding::Utf8},
    {"utf8", Encoding::Utf8},
    {"u8", Encoding::Utf8},
    {"utf", Encoding::Utf8},
    {"cp65001", Encoding::Utf8},
    {"utf-8-sig", Encoding::Utf8Signature},
    {"ascii", Encoding::Ascii},
    {"us-ascii", Encoding::Ascii},
    {"646", Encoding::Ascii},
    {"iso646-us", Encoding::Ascii},
    {"latin-1", Encoding::Latin1},
    {"latin1", Encoding::Latin1},
    {"latin", Encoding::Latin1},
    {"l1", Encoding::Latin1},
    {"iso-8859-1", Encoding::Latin1},
    {"iso8859-1", Encoding::Latin1},
    {"iso8859", Encoding::Latin1},
    {"8859", Encoding::Latin1},
    {"cp819", Encoding::Latin1},
    {"iso-ir-100", Encoding::Latin1},
    {"utf-16", Encoding::Utf16},
    {"utf16", Encoding::Utf16},
    {"u16", Encoding::Utf16},
    {"utf-16-le", Encoding::Utf16Little},
    {"utf-16le", Encoding::Utf16Little},
    {"unicodelittleunmarked", Encoding::Utf16Little},
    {"utf-16-be", Encoding::Utf16Big},
    {"utf-16be", Encoding::Utf16Big},
    {"unicodebigunmarked", Encoding::Utf16Big},
    {"utf-32", Encoding::Utf32},
    {"utf32", Encoding::Utf32},
    {"u32", Encoding::Utf32},
    {"utf-32-le", Encoding::Utf32Little},
    {"utf-32le", Encoding::Utf32Little},
    {"utf-32-be", Encoding::Utf32Big},
    {"utf-32be", Encoding::Utf32Big},
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

// The name under which CPython finds the codec in its registry; empty for those that it calls
// directly.
std::string_view registered(Encoding encoding, std::string_view name) {
  switch (encoding) {
    case Encoding::Utf8Signature:
    case Encoding::Utf16Little:
    case Encoding::Utf16Big:
    case Encoding::Utf32Little:
    case Encoding::Utf32Big:
      return name;
    default:
      return {};
  }
}

// LookupError. What went wrong in a codec of the registry is told again, with the first telling as
// its cause.
Value unknown_handler(Context& context, std::string_view name, std::string_view registered,
                      const char* doing) {
  if (registered.empty()) {
    return context.raise(Exc::LookupError, {"unknown error handler name '", name, "'"});
  }
  Class* cls = context.realm().exception(Exc::LookupError);
  // The name may be as long as the program's memory allows: no copies beside the heap.
  StrBuilder why(context);
  for (std::string_view part :
       {std::string_view("unknown error handler name '"), name, std::string_view("'")}) {
    why.append(part);
  }
  BELLJAR_TRY(inner_text, why.finish());
  BELLJAR_TRY(inner, new_exception(context, cls, &inner_text, 1));
  StrBuilder whole(context);
  for (std::string_view part : {std::string_view(doing), std::string_view(" with '"), registered,
                                std::string_view("' codec failed (LookupError: "),
                                inner_text.as<Str>()->view(), std::string_view(")")}) {
    whole.append(part);
  }
  BELLJAR_TRY(text, whole.finish());
  BELLJAR_TRY(outer, new_exception(context, cls, &text, 1));
  outer.as<Exception>()->cause = inner;
  outer.as<Exception>()->suppress_context = true;
  return context.raise_value(outer);
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

void append_escape(StrBuilder& out, uint32_t c) {
  char buffer[12];
  const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
  int n = std::snprintf(buffer, sizeof buffer, format, static_cast<unsigned>(c));
  out.append({buffer, static_cast<size_t>(n)});
}

}  // namespace

Value handle_unencodable(Encoder& e, StrBuilder& out, uint32_t c, size_t index, size_t count) {
  switch (e.handler) {
    case Handler::Unknown:
      return unknown_handler(e.context, e.handler_name, e.registered, "encoding");
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

namespace {

// Those that end in an exception for a character that they do not treat.
bool raises(Handler handler) {
  return handler == Handler::Strict || handler == Handler::SurrogatePass ||
         handler == Handler::SurrogateEscape;
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
    for (uint32_t next = at; raises(e.handler) && next < e.text->count; ++run) {
      if (encodable(str_next_code_point(e.text, &next))) break;
    }
    BELLJAR_CHECK(handle_unencodable(e, out, c, index, run));
    if (out.failed()) return e.context.stop_memory();
  }
  return out.finish_bytes();
}

Value encode_utf8(Encoder& e) {
  if (!(e.text->flags & kStrSurrogate)) return new_bytes(e.context, e.text->view());
  return encode_each(
      e, [](uint32_t c) { return !is_surrogate(c); },
      [](StrBuilder& out, uint32_t c) { out.append_code_point(c); });
}

// --- decoding ------------------------------------------------------------------------------------

}  // namespace

Value handle_undecodable(Decoder& d, StrBuilder& out, size_t start, size_t* next,
                         std::string_view reason) {
  const size_t end = *next;
  switch (d.handler) {
    case Handler::Unknown:
      return unknown_handler(d.context, d.handler_name, d.registered, "decoding");
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
    case Handler::SurrogateEscape: {
      size_t i = start;  // only bytes that are no ASCII
      for (; i < end && static_cast<unsigned char>(d.bytes[i]) >= 0x80; ++i) {
        out.append_code_point(0xDC00u + static_cast<unsigned char>(d.bytes[i]));
      }
      if (i == start) break;
      *next = i;
      return Value::none();
    }
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

namespace {

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
      size_t next = at + length;
      BELLJAR_CHECK(handle_undecodable(d, out, at, &next, reason));
      at = next;
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
      size_t next = i + 1;
      BELLJAR_CHECK(handle_undecodable(d, out, i, &next, "ordinal not in range(128)"));
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
  const bool as_it_is = encoding != Encoding::Utf8Signature && !is_wide(encoding);
  if (text->ascii() && as_it_is) return new_bytes(context, text->view());
  Encoder e{context,
            text,
            "utf-8",
            "surrogates not allowed",
            find_handler(errors),
            errors,
            registered(encoding, encoding_name)};
  if (is_wide(encoding)) return encode_wide(e, encoding);
  switch (encoding) {
    case Encoding::Utf8:
      return encode_utf8(e);
    case Encoding::Utf8Signature: {
      BELLJAR_TRY(body, encode_utf8(e));
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
  Decoder d{
      context, bytes, "utf-8", find_handler(errors), errors, registered(encoding, encoding_name)};
  if (is_wide(encoding)) return decode_wide(d, encoding);
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
