// str(e): of its arguments, or of what its class keeps beside them.
#include <cstdio>
#include <string>

#include "runtime/class.h"
#include "runtime/exception.h"
#include "runtime/exception_fields.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"

namespace belljar {

namespace {

Value or_none(Value v) { return v.is_undefined() ? Value::none() : v; }

Value append_text(StrBuilder& out, Value v) {
  BELLJAR_TRY(text, to_str(out.context(), or_none(v)));
  out.append(text.as<Str>()->view());
  return Value::none();
}
Value append_quoted(StrBuilder& out, Value v) {
  BELLJAR_TRY(text, repr(out.context(), or_none(v)));
  out.append(text.as<Str>()->view());
  return Value::none();
}

// "[Errno 2] No such file: 'a' -> 'b'".
Value os_text(Context& context, const Value* fields) {
  const bool has_file = !fields[kFilename].is_undefined();
  if (!has_file && (fields[kErrno].is_undefined() || fields[kStrerror].is_undefined())) {
    return Value::undefined();
  }
  StrBuilder out(context);
  out.append("[Errno ");
  BELLJAR_CHECK(append_text(out, fields[kErrno]));
  out.append("] ");
  BELLJAR_CHECK(append_text(out, fields[kStrerror]));
  if (has_file) {
    out.append(": ");
    BELLJAR_CHECK(append_quoted(out, fields[kFilename]));
    if (!fields[kFilename2].is_undefined()) {
      out.append(" -> ");
      BELLJAR_CHECK(append_quoted(out, fields[kFilename2]));
    }
  }
  return out.finish();
}

// "msg (file.py, line 3)".
Value syntax_text(Context& context, const Value* fields) {
  const Value filename = fields[kSyntaxFilename];
  const Value line = fields[kSyntaxLineno];
  const bool has_line = line.is_int() || line.is(Kind::BigInt);
  if (!filename.is_str() && !has_line) return to_str(context, or_none(fields[kSyntaxMsg]));
  StrBuilder out(context);
  BELLJAR_CHECK(append_text(out, fields[kSyntaxMsg]));
  out.append(" (");
  if (filename.is_str()) {
    std::string_view path = filename.as<Str>()->view();
    out.append(path.substr(path.rfind('/') + 1));  // npos + 1 is 0
    if (has_line) out.append(", ");
  }
  // What does not fit is -1 there, too.
  if (has_line) out.append("line " + std::to_string(line.is_int() ? line.as_int() : -1));
  out.append(")");
  return out.finish();
}

void append_code_point_escape(StrBuilder& out, uint32_t c) {
  char buffer[12];
  const char* format = c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x";
  out.append({buffer, static_cast<size_t>(
                          std::snprintf(buffer, sizeof buffer, format, static_cast<unsigned>(c)))});
}

// "'ascii' codec can't encode character '\xe4' in position 3: ordinal not in range(128)".
Value unicode_text(Context& context, const Exception* e, const Value* fields) {
  const Realm& realm = context.realm();
  const Value object = fields[kObject];
  if (object.is_undefined()) return Value::object(realm.empty_str);  // __init__ was never called
  const bool decode = is_subclass(e->cls, realm.exception(Exc::UnicodeDecodeError));
  const bool encode = is_subclass(e->cls, realm.exception(Exc::UnicodeEncodeError));
  StrBuilder out(context);
  if (encode || decode) {
    out.append("'");
    BELLJAR_CHECK(append_text(out, fields[kEncoding]));
    out.append("' codec ");
  }
  out.append(decode   ? "can't decode byte"
             : encode ? "can't encode character"
                      : "can't translate character");
  const int64_t start = fields[kStart].is_int() ? fields[kStart].as_int() : 0;
  const int64_t end = fields[kEnd].is_int() ? fields[kEnd].as_int() : 0;
  const bool one = start >= 0 && end == start + 1;
  if (one && !decode && object.is_str() && start < static_cast<int64_t>(object.as<Str>()->length)) {
    const Str* text = object.as<Str>();
    out.append(" '");
    append_code_point_escape(
        out, decode_valid(text->data() + str_offset(text, static_cast<uint32_t>(start))));
    out.append("' in position " + std::to_string(start));
  } else if (one && decode && object.is(Kind::Bytes) &&
             start < static_cast<int64_t>(object.as<Bytes>()->count)) {
    char hex[8];
    std::snprintf(
        hex, sizeof hex, " 0x%02x",
        static_cast<unsigned>(static_cast<unsigned char>(object.as<Bytes>()->bytes[start])));
    out.append(hex);
    out.append(" in position " + std::to_string(start));
  } else {
    out.append("s in position " + std::to_string(start) + "-" + std::to_string(end - 1));
  }
  out.append(": ");
  BELLJAR_CHECK(append_text(out, fields[kReason]));
  return out.finish();
}

Value group_text(Context& context, const Value* fields) {
  StrBuilder out(context);
  BELLJAR_CHECK(append_text(out, fields[kGroupMessage]));
  const Value members = fields[kGroupExceptions];
  const uint32_t count = members.is(Kind::Tuple) ? members.as<Tuple>()->count : 0;
  out.append(" (" + std::to_string(count) + " sub-exception" + (count == 1 ? ")" : "s)"));
  return out.finish();
}

}  // namespace

Value exception_fields_text(Context& context, Exception* e) {
  const ExceptionLayout layout = exception_layout(context, e->cls);
  if (layout < ExceptionLayout::Import) return Value::undefined();
  BELLJAR_CHECK(exception_field(context, e, 0));  // there is a tuple from now on
  if (!e->fields.is(Kind::Tuple)) return Value::undefined();
  Roots<1> roots(context);
  roots[0] = e->fields;
  const Value* fields = roots[0].as<Tuple>()->items;
  switch (layout) {
    case ExceptionLayout::Import:
      return fields[0].is_str() ? fields[0] : Value::undefined();
    case ExceptionLayout::OS:
      return os_text(context, fields);
    case ExceptionLayout::Syntax:
      return syntax_text(context, fields);
    case ExceptionLayout::Unicode:
      return unicode_text(context, e, fields);
    case ExceptionLayout::Group:
      return group_text(context, fields);
    default:
      return Value::undefined();
  }
}

Value exception_text(Context& context, Exception* e) {
  DepthGuard guard(context);  // an argument may be an exception again
  if (!guard) return context.depth_exceeded();
  Value text = exception_fields_text(context, e);
  if (!text.is_undefined()) return text;
  if (e->args->count == 0) return Value::object(context.realm().empty_str);
  if (e->args->count > 1) return repr(context, Value::object(e->args));
  // KeyError shows its key's repr: a missing '' would be invisible otherwise.
  if (is_subclass(e->cls, context.realm().exception(Exc::KeyError))) {
    return repr(context, e->args->items[0]);
  }
  return to_str(context, e->args->items[0]);
}

}  // namespace belljar
