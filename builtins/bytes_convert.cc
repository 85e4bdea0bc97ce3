// bytes: hex, fromhex, decode, translate, maketrans.
#include "builtins/bytes_methods.h"
#include "builtins/text_arguments.h"
#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "runtime/unicode.h"

namespace belljar {
namespace {

Value decode_method(Call& c) {
  Context& context = c.context();
  Str* encoding = str_or_null(c[1]);
  if (!encoding) return not_a_str(context, "decode() argument 'encoding'", c[1]);
  Str* errors = str_or_null(c[2]);
  if (!errors) return not_a_str(context, "decode() argument 'errors'", c[2]);
  return decode_bytes(context, bytes_view(c[0]), encoding->view(), errors->view());
}

// --- hex -----------------------------------------------------------------------------------------

Value hex_separator(Context& context, Value v, char* separator) {
  Value plain = payload(v);
  size_t length;
  if (plain.is_str()) {
    length = plain.as<Str>()->length;
  } else if (plain.is(Kind::Bytes)) {  // not a bytearray
    length = bytes_view(plain).size();
  } else {
    BELLJAR_TRY(n, belljar::length(context, v));
    return n.as_int() == 1 ? context.raise(Exc::TypeError, "sep must be str or bytes.")
                           : context.raise(Exc::ValueError, "sep must be length 1.");
  }
  if (length != 1) return context.raise(Exc::ValueError, "sep must be length 1.");
  const char first = plain.is_str() ? plain.as<Str>()->data()[0] : bytes_view(plain)[0];
  if (static_cast<unsigned char>(first) >= 128) {
    return context.raise(Exc::ValueError, "sep must be ASCII.");
  }
  *separator = first;
  return Value::none();
}

Value hex_method(Call& c) {
  constexpr char kHex[] = "0123456789abcdef";
  Context& context = c.context();
  int64_t group;
  BELLJAR_CHECK(int_argument(context, c[2], &group));
  char separator = 0;
  const bool separated = c.has(1) && group != 0;
  if (c.has(1)) BELLJAR_CHECK(hex_separator(context, c[1], &separator));
  const std::string_view bytes = bytes_view(c[0]);
  if (!context.charge_bytes(bytes.size() * 3)) return Value::stopped();
  StrBuilder out(context);
  // Groups are counted from the right when positive, from the left when negative.
  const uint64_t size = group < 0 ? 0 - static_cast<uint64_t>(group) : static_cast<uint64_t>(group);
  for (size_t i = 0; i < bytes.size(); ++i) {
    const size_t position = group < 0 ? i : bytes.size() - i;
    if (separated && i > 0 && position % size == 0) out.append(separator);
    unsigned char b = static_cast<unsigned char>(bytes[i]);
    char pair[2] = {kHex[b >> 4], kHex[b & 15]};
    out.append({pair, 2});
  }
  return out.finish();
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Value not_hexadecimal(Context& context, size_t position) {
  return context.raise(
      Exc::ValueError,
      {"non-hexadecimal number found in fromhex() arg at position ", std::to_string(position)});
}

Value fromhex_method(Call& c) {
  Context& context = c.context();
  Str* s = str_or_null(c[1]);
  if (!s) return not_a_str(context, "fromhex() argument", c[1]);
  const std::string_view text = s->view();
  if (!context.charge_bytes(text.size())) return Value::stopped();
  StrBuilder out(context);
  size_t at = 0;
  if (!s->ascii()) {  // reported before anything else
    while (static_cast<unsigned char>(text[at]) < 128) ++at;
    return not_hexadecimal(context, at);
  }
  for (;;) {
    while (at < text.size() && ascii_is(static_cast<unsigned char>(text[at]), kAsciiSpace)) {
      ++at;
    }
    if (at >= text.size()) break;
    int high = hex_digit(text[at]);
    if (high >= 0) ++at;
    int low = high >= 0 && at < text.size() ? hex_digit(text[at]) : -1;
    if (low < 0) return not_hexadecimal(context, at);
    ++at;
    out.append(static_cast<char>(high << 4 | low));
  }
  const bool array = c[0].as<Class>() == context.realm().of_kind(Kind::ByteArray) ||
                     c[0].as<Class>()->payload_kind == Kind::ByteArray;
  BELLJAR_TRY(result, array ? new_bytearray(context, out.view()) : out.finish_bytes());
  if (c[0].as<Class>()->instance_kind != Kind::Instance) return result;
  return context.invoke(c[0], {result});
}

// --- translate -----------------------------------------------------------------------------------

Value translate_method(Call& c) {
  Context& context = c.context();
  std::string_view table, deleted;
  const bool mapped = !c[1].is_none();
  if (mapped) {
    BELLJAR_CHECK(bytes_argument(context, c[1], &table));
    if (table.size() != 256) {
      return context.raise(Exc::ValueError, "translation table must be 256 characters long");
    }
  }
  if (c.has(2)) BELLJAR_CHECK(bytes_argument(context, c[2], &deleted));
  bool drops[256] = {};
  for (char b : deleted) drops[static_cast<unsigned char>(b)] = true;
  const std::string_view text = bytes_view(c[0]);
  if (!context.charge(text.size() / 4 + 1)) return Value::stopped();
  StrBuilder out(context);
  for (char ch : text) {
    unsigned char b = static_cast<unsigned char>(ch);
    if (!drops[b]) out.append(mapped ? table[b] : ch);
  }
  if (out.failed()) return context.stop_memory();
  return bytes_result(c, out.view());
}

Value maketrans_method(Call& c) {
  std::string_view from, to;
  BELLJAR_CHECK(bytes_argument(c.context(), c[0], &from));
  BELLJAR_CHECK(bytes_argument(c.context(), c[1], &to));
  if (from.size() != to.size()) {
    return c.context().raise(Exc::ValueError, "maketrans arguments must have same length");
  }
  if (!c.context().charge_bytes(from.size())) return Value::stopped();
  char table[256];
  for (int i = 0; i < 256; ++i) table[i] = static_cast<char>(i);
  for (size_t i = 0; i < from.size(); ++i) table[static_cast<unsigned char>(from[i])] = to[i];
  return new_bytes(c.context(), {table, 256});
}

constexpr NativeDef kMethods[] = {
    {"decode", "self, encoding='utf-8', errors='strict'", decode_method},
    {"hex", "self, sep?, bytes_per_sep=1", hex_method, kNativeCallsBack},
    {"translate", "self, table, /, delete?", translate_method},
};
constexpr NativeDef kClassMethods[] = {
    {"fromhex", "cls, string, /", fromhex_method, kNativeCallsBack}};
constexpr NativeDef kStatics[] = {{"maketrans", "frm, to, /", maketrans_method}};

}  // namespace

std::span<const NativeDef> bytes_convert_methods() { return kMethods; }
std::span<const NativeDef> bytes_class_methods() { return kClassMethods; }
std::span<const NativeDef> bytes_static_methods() { return kStatics; }

}  // namespace belljar
