// Documents given as bytes: which of the UTF encodings they are in (RFC 8259 lets any begin with
// two ASCII characters), and their text. Lone surrogates pass.
#include <string>

#include "runtime/bytes.h"
#include "runtime/codec.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "sdk/json/json.h"
#include "support/utf8.h"

namespace belljar::json {

namespace {

struct Form {
  const char* name;  // as CPython's codec calls itself in errors
  int width;         // bytes a unit
  bool big;
  int mark;  // bytes of a byte order mark to leave out
};

bool starts(std::string_view bytes, std::string_view mark) {
  return bytes.substr(0, mark.size()) == mark;
}

Form detect(std::string_view b) {
  using namespace std::string_view_literals;
  if (starts(b, "\0\0\xfe\xff"sv)) return {"utf-32-be", 4, true, 4};
  if (starts(b, "\xff\xfe\0\0"sv)) return {"utf-32-le", 4, false, 4};
  if (starts(b, "\xfe\xff"sv)) return {"utf-16-be", 2, true, 2};
  if (starts(b, "\xff\xfe"sv)) return {"utf-16-le", 2, false, 2};
  if (starts(b, "\xef\xbb\xbf"sv)) return {"utf-8", 1, false, 3};
  if (b.size() >= 4) {
    if (!b[0]) return b[1] ? Form{"utf-16-be", 2, true, 0} : Form{"utf-32-be", 4, true, 0};
    if (!b[1]) {
      return b[2] || b[3] ? Form{"utf-16-le", 2, false, 0} : Form{"utf-32-le", 4, false, 0};
    }
  } else if (b.size() == 2) {
    if (!b[0]) return {"utf-16-be", 2, true, 0};
    if (!b[1]) return {"utf-16-le", 2, false, 0};
  }
  return {"utf-8", 1, false, 0};
}

Value undecodable(Context& context, const Form& form, std::string_view bytes, size_t start,
                  size_t end, std::string_view reason) {
  BELLJAR_TRY(name, new_str(context, form.name));
  BELLJAR_TRY(object, new_bytes(context, bytes));
  BELLJAR_TRY(why, new_str(context, reason));
  Value args[5] = {name, object, Value::integer(static_cast<int64_t>(start)),
                   Value::integer(static_cast<int64_t>(end)), why};
  BELLJAR_TRY(error,
              new_exception(context, context.realm().exception(Exc::UnicodeDecodeError), args, 5));
  BELLJAR_TRY(attributes, new_dict(context));
  constexpr std::string_view kNames[5] = {"encoding", "object", "start", "end", "reason"};
  for (int i = 0; i < 5; ++i) {
    BELLJAR_TRY(key, new_str(context, kNames[i]));
    BELLJAR_CHECK(dict_set_str(context, attributes.as<Dict>(), key.as<Str>(), args[i]));
  }
  error.as<Exception>()->attributes = attributes.as<Dict>();
  return context.raise_value(error);
}

uint32_t unit_at(std::string_view bytes, size_t at, const Form& form) {
  uint32_t unit = 0;
  for (int i = 0; i < form.width; ++i) {
    size_t place = at + static_cast<size_t>(form.big ? i : form.width - 1 - i);
    unit = unit << 8 | static_cast<unsigned char>(bytes[place]);
  }
  return unit;
}

}  // namespace

Value decode_document(Context& context, std::string_view bytes) {
  Form form = detect(bytes);
  if (form.width == 1) {
    return decode_bytes(context, bytes, form.mark ? "utf-8-sig" : "utf-8", "surrogatepass");
  }
  if (!context.charge_bytes(bytes.size())) return Value::stopped();
  StrBuilder out(context);
  size_t width = static_cast<size_t>(form.width);
  for (size_t at = static_cast<size_t>(form.mark); at < bytes.size();) {
    if (bytes.size() - at < width) {
      return undecodable(context, form, bytes, at, bytes.size(), "truncated data");
    }
    uint32_t unit = unit_at(bytes, at, form);
    if (width == 4 && unit > kMaxCodePoint) {
      return undecodable(context, form, bytes, at, at + 4, "code point not in range(0x110000)");
    }
    size_t used = width;
    if (width == 2 && unit >= 0xd800 && unit < 0xdc00 && bytes.size() - at >= 4) {
      uint32_t low = unit_at(bytes, at + 2, form);
      if (low >= 0xdc00 && low < 0xe000) {
        unit = 0x10000 + ((unit - 0xd800) << 10 | (low - 0xdc00));
        used = 4;
      }
    }
    out.append_code_point(unit);
    at += used;
  }
  return out.finish();
}

}  // namespace belljar::json
