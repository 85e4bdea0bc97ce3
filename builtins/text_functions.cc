// chr, ord, ascii, format: functions between text and other values.
#include <string>

#include "builtins/install.h"
#include "builtins/text_arguments.h"
#include "runtime/bytes.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/repr.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "support/utf8.h"

namespace belljar {
namespace {

Value chr_function(Call& c) {
  Context& context = c.context();
  int64_t code;
  BELLJAR_CHECK(int_argument(context, c[0], &code));
  if (code < 0 || code > kMaxCodePoint) {
    return context.raise(Exc::ValueError, "chr() arg not in range(0x110000)");
  }
  return str_of_code_point(context, static_cast<uint32_t>(code));
}

Value ord_function(Call& c) {
  Context& context = c.context();
  Value v = payload(c[0]);
  size_t length;
  if (v.is_str()) {
    const Str* s = v.as<Str>();
    length = s->length;
    if (length == 1) return Value::integer(decode_valid(s->data()));
  } else if (is_bytes_like(v)) {
    length = bytes_view(v).size();
    if (length == 1) return Value::integer(static_cast<unsigned char>(bytes_view(v)[0]));
  } else {
    return context.raise(Exc::TypeError, {"ord() expected string of length 1, but ",
                                          type_name(context, c[0]), " found"});
  }
  return context.raise(Exc::TypeError, {"ord() expected a character, but string of length ",
                                        std::to_string(length), " found"});
}

Value ascii_function(Call& c) { return to_ascii(c.context(), c[0]); }
Value format_function(Call& c) { return format_object(c.context(), c[0], c[1]); }

constexpr NativeDef kFunctions[] = {
    {"chr", "i, /", chr_function, kNativeCallsBack},
    {"ord", "c, /", ord_function},
    {"ascii", "obj, /", ascii_function, kNativeCallsBack},
    {"format", "value, format_spec='', /", format_function, kNativeCallsBack},
};

}  // namespace

void install_text_functions(RealmBuilder& b) { b.functions(b.building().builtins, kFunctions); }

}  // namespace belljar
