// repr of text: CPython's choice of quotes, escapes by printability.
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "runtime/unicode.h"
#include "support/utf8.h"

namespace belljar {
namespace {

constexpr char kHex[] = "0123456789abcdef";

// Writes `text` escaped, through `append(std::string_view)`. Runs of plain characters go at once.
template <typename Append>
void write_escaped(std::string_view text, char quote, bool ascii_only, Append append) {
  size_t plain = 0;
  size_t at = 0;
  while (at < text.size()) {
    const char lead = text[at];
    uint32_t c;
    uint32_t n = 1;
    if (static_cast<unsigned char>(lead) < 128) {
      c = static_cast<unsigned char>(lead);
      if (ascii_is(c, kAsciiPrintable) && lead != quote && lead != '\\') {
        ++at;
        continue;
      }
    } else {
      c = decode_valid(text.data() + at);
      n = sequence_length(lead);
      if (!ascii_only && unicode_is_printable(c)) {
        at += n;
        continue;
      }
    }
    if (at > plain) append(text.substr(plain, at - plain));
    at += n;
    plain = at;
    char escape[10] = {'\\'};
    size_t size = 2;
    if (c == '\\' || c == static_cast<unsigned char>(quote)) {
      escape[1] = static_cast<char>(c);
    } else if (c == '\n') {
      escape[1] = 'n';
    } else if (c == '\r') {
      escape[1] = 'r';
    } else if (c == '\t') {
      escape[1] = 't';
    } else {
      const int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
      escape[1] = c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U';
      for (int i = 0; i < digits; ++i) {
        escape[2 + i] = kHex[c >> (4 * (digits - 1 - i)) & 15];
      }
      size = 2 + static_cast<size_t>(digits);
    }
    append(std::string_view(escape, size));
  }
  if (at > plain) append(text.substr(plain, at - plain));
}

char quote_for(std::string_view text) {
  const bool single = text.find('\'') != text.npos && text.find('"') == text.npos;
  return single ? '"' : '\'';
}

}  // namespace

std::string str_repr(std::string_view utf8, bool ascii_only) {
  const char quote = quote_for(utf8);
  std::string out(1, quote);
  write_escaped(utf8, quote, ascii_only, [&](std::string_view part) { out += part; });
  out += quote;
  return out;
}

void append_str_repr(StrBuilder& out, std::string_view utf8, bool ascii_only) {
  const char quote = quote_for(utf8);
  out.append(quote);
  write_escaped(utf8, quote, ascii_only, [&](std::string_view part) { out.append(part); });
  out.append(quote);
}

void append_ascii_escaped(StrBuilder& out, std::string_view text) {
  // ascii(x): what is ASCII stays as it is, backslashes and quotes included.
  size_t at = 0;
  while (at < text.size()) {
    const char lead = text[at];
    if (static_cast<unsigned char>(lead) < 128) {
      out.append(lead);
      ++at;
      continue;
    }
    uint32_t c = decode_valid(text.data() + at);
    at += sequence_length(lead);
    const int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    char escape[10] = {'\\', c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U'};
    for (int i = 0; i < digits; ++i) escape[2 + i] = kHex[c >> (4 * (digits - 1 - i)) & 15];
    out.append({escape, static_cast<size_t>(2 + digits)});
  }
}

}  // namespace belljar
