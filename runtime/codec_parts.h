// What the codecs share: the encodings, the error handlers, and the state of one conversion.
// Internal to codec.cc and codec_wide.cc.
#pragma once

#include <string_view>

#include "runtime/context.h"
#include "runtime/str.h"

namespace belljar {

enum class Encoding : uint8_t {
  Utf8,
  Utf8Signature,
  Ascii,
  Latin1,
  Utf16,
  Utf16Little,
  Utf16Big,
  Utf32,
  Utf32Little,
  Utf32Big,
  Unknown
};
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

struct Encoder {
  Context& context;
  Str* text;
  std::string_view codec;  // as messages name it
  std::string_view reason;
  Handler handler;
  std::string_view handler_name;
  std::string_view registered;  // the codec's name, if it comes from the registry
};

struct Decoder {
  Context& context;
  std::string_view bytes;
  std::string_view codec;
  Handler handler;
  std::string_view handler_name;
  std::string_view registered;  // the codec's name, if it comes from the registry
};

// What the handler makes of a code point that the codec lacks, as text; strict: an exception about
// the run of `count` of them at `index`.
Value handle_unencodable(Encoder& e, StrBuilder& out, uint32_t c, size_t index, size_t count);
// The same for the bytes [start, *end) that the codec does not understand; decoding goes on at
// *end, which the handler may move.
Value handle_undecodable(Decoder& d, StrBuilder& out, size_t start, size_t* end,
                         std::string_view reason);

inline bool is_wide(Encoding encoding) { return encoding >= Encoding::Utf16; }
// UTF-16 and UTF-32, with and without a byte order mark. `codec` of the state is set here.
Value encode_wide(Encoder& e, Encoding encoding);
Value decode_wide(Decoder& d, Encoding encoding);

}  // namespace belljar
