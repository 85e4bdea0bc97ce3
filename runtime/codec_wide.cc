// UTF-16 and UTF-32: units of two or four bytes in either order, and the mark that tells it.
#include "runtime/bytes.h"
#include "runtime/codec_parts.h"
#include "support/utf8.h"

namespace belljar {

namespace {

struct Units {   // how code points are laid out
  size_t width;  // bytes of a unit
  bool big;
  bool marked;  // begins with U+FEFF, which tells the order
};

Units units_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf16:
      return {2, false, true};
    case Encoding::Utf16Little:
      return {2, false, false};
    case Encoding::Utf16Big:
      return {2, true, false};
    case Encoding::Utf32:
      return {4, false, true};
    case Encoding::Utf32Little:
      return {4, false, false};
    default:
      return {4, true, false};
  }
}

std::string_view order_name(const Units& units) {
  if (units.width == 2) return units.big ? "utf-16-be" : "utf-16-le";
  return units.big ? "utf-32-be" : "utf-32-le";
}

void write_unit(StrBuilder& out, const Units& units, uint32_t unit) {
  char bytes[4];
  for (size_t i = 0; i < units.width; ++i) {
    const size_t shift = 8 * (units.big ? units.width - 1 - i : i);
    bytes[i] = static_cast<char>(unit >> shift & 0xFF);
  }
  out.append({bytes, units.width});
}

void write_code_point(StrBuilder& out, const Units& units, uint32_t c) {
  if (units.width == 2 && c >= 0x10000) {
    write_unit(out, units, 0xD800 + ((c - 0x10000) >> 10));
    write_unit(out, units, 0xDC00 + ((c - 0x10000) & 0x3FF));
  } else {
    write_unit(out, units, c);
  }
}

uint32_t read_unit(std::string_view bytes, size_t at, const Units& units) {
  uint32_t unit = 0;
  for (size_t i = 0; i < units.width; ++i) {
    const size_t from = units.big ? i : units.width - 1 - i;
    unit = unit << 8 | static_cast<unsigned char>(bytes[at + from]);
  }
  return unit;
}

bool is_low(uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// The code point at `at` and where it ends, or what is wrong there and where that ends.
struct Read {
  uint32_t code_point;
  size_t end;
  std::string_view fault;
};

Read read_utf16(std::string_view bytes, size_t at, const Units& units) {
  const uint32_t unit = read_unit(bytes, at, units);
  if (!is_surrogate(unit)) return {unit, at + 2, {}};
  if (is_low(unit)) return {0, at + 2, "illegal encoding"};
  if (at + 4 > bytes.size()) return {0, bytes.size(), "unexpected end of data"};
  const uint32_t next = read_unit(bytes, at + 2, units);
  if (!is_low(next)) return {0, at + 2, "illegal UTF-16 surrogate"};
  return {0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00), at + 4, {}};
}

Read read_utf32(std::string_view bytes, size_t at, const Units& units) {
  const uint32_t unit = read_unit(bytes, at, units);
  if (is_surrogate(unit))
    return {0, at + 4, "code point in surrogate code point range(0xd800, 0xe000)"};
  if (unit > kMaxCodePoint) return {0, at + 4, "code point not in range(0x110000)"};
  return {unit, at + 4, {}};
}

}  // namespace

Value encode_wide(Encoder& e, Encoding encoding) {
  const Units units = units_of(encoding);
  e.codec = units.marked ? (units.width == 2 ? "utf-16" : "utf-32") : order_name(units);
  if (!e.context.charge(e.text->length)) return Value::stopped();
  StrBuilder out(e.context);
  if (units.marked) write_unit(out, units, 0xFEFF);
  size_t index = 0;
  for (uint32_t at = 0; at < e.text->count; ++index) {
    const uint32_t c = str_next_code_point(e.text, &at);
    if (!is_surrogate(c) || e.handler == Handler::SurrogatePass) {
      write_code_point(out, units, c);
    } else {
      // A handler's single byte fills no unit.
      if (e.handler == Handler::SurrogateEscape) e.handler = Handler::Strict;
      StrBuilder instead(e.context);
      BELLJAR_CHECK(handle_unencodable(e, instead, c, index, 1));
      for (char ascii : instead.view()) write_unit(out, units, static_cast<unsigned char>(ascii));
    }
    if (out.failed()) return e.context.stop_memory();
  }
  return out.finish_bytes();
}

Value decode_wide(Decoder& d, Encoding encoding) {
  Units units = units_of(encoding);
  size_t at = 0;
  if (units.marked && d.bytes.size() >= units.width) {
    const uint32_t swapped = units.width == 2 ? 0xFFFE : 0xFFFE0000;
    const uint32_t mark = read_unit(d.bytes, 0, units);
    units.big = mark == swapped;
    if (mark == 0xFEFF || mark == swapped) at = units.width;
  }
  d.codec = order_name(units);
  StrBuilder out(d.context);
  while (at < d.bytes.size()) {
    Read read{0, d.bytes.size(), "truncated data"};
    if (at + units.width <= d.bytes.size()) {
      read = units.width == 2 ? read_utf16(d.bytes, at, units) : read_utf32(d.bytes, at, units);
    }
    const bool whole = at + units.width <= d.bytes.size();
    if (read.fault.empty()) {
      out.append_code_point(read.code_point);
    } else if (whole && d.handler == Handler::SurrogatePass &&
               is_surrogate(read_unit(d.bytes, at, units))) {
      out.append_code_point(read_unit(d.bytes, at, units));
      read.end = at + units.width;
    } else {
      BELLJAR_CHECK(handle_undecodable(d, out, at, &read.end, read.fault));
    }
    at = read.end;
    if (out.failed()) return d.context.stop_memory();
  }
  return out.finish();
}

}  // namespace belljar
