// re.error: what is wrong with a pattern, and where.
#include <algorithm>

#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "stdlib/re/objects.h"

namespace belljar::re {

namespace {

// Fills an exception of the class as error(message, pattern, position) does.
Value fill(Context& context, Exception* e, Value message, Value pattern, Value position) {
  Value line = Value::none(), column = Value::none();
  Value text = message;
  Value plain = payload(pattern);
  if (position.is_int_like() && (plain.is_str() || is_bytes_like(plain))) {
    const int64_t at = position.as_int();
    const std::vector<uint32_t> codes = source_of(plain).codes;
    int64_t lines = 1, begin = -1;
    const int64_t size = static_cast<int64_t>(codes.size());
    for (int64_t i = 0; i < std::min(at, size); ++i) {
      if (codes[static_cast<size_t>(i)] != '\n') continue;
      ++lines;
      begin = i;
    }
    line = Value::integer(lines);
    column = Value::integer(at - begin);
    StrBuilder out(context);
    BELLJAR_TRY(words, to_str(context, message));
    out.append(words.as<Str>()->view());
    out.append(" at position " + std::to_string(at));
    if (std::find(codes.begin(), codes.end(), uint32_t{'\n'}) != codes.end()) {
      out.append(" (line " + std::to_string(lines) + ", column " + std::to_string(at - begin) +
                 ")");
    }
    BELLJAR_TRY(made, out.finish());
    text = made;
  }
  BELLJAR_TRY(args, new_tuple(context, &text, 1));
  e->args = args.as<Tuple>();
  BELLJAR_TRY(attributes, new_dict(context));
  const std::pair<const char*, Value> rows[] = {{"msg", message},
                                                {"pattern", pattern},
                                                {"pos", position},
                                                {"lineno", line},
                                                {"colno", column}};
  for (const auto& [name, value] : rows) {
    BELLJAR_TRY(key, new_str(context, name));
    BELLJAR_CHECK(dict_set_str(context, attributes.as<Dict>(), key.as<Str>(), value));
  }
  e->attributes = attributes.as<Dict>();
  return Value::none();
}

Value error_init(Call& c) { return fill(c.context(), c.self<Exception>(), c[1], c[2], c[3]); }

constexpr NativeDef kMethods[] = {
    {"__init__", "self, msg, pattern=None, pos=None", error_init, kNativePython | kNativeCallsBack},
};

}  // namespace

Value raise_error(Context& context, std::string_view message, Value pattern, int64_t position) {
  BELLJAR_TRY(text, new_str(context, message));
  BELLJAR_TRY(made, new_exception(context, class_for(context, ReClass::Error), &text, 1));
  BELLJAR_CHECK(fill(context, made.as<Exception>(), text, pattern,
                     position < 0 ? Value::none() : Value::integer(position)));
  return context.raise_value(made);
}

Value raise_fault(Context& context, const Fault& fault, Value pattern) {
  switch (fault.kind) {
    case Fault::Overflow:
      return context.raise(Exc::OverflowError, fault.message);
    case Fault::Incompatible:
      return context.raise(Exc::ValueError, fault.message);
    case Fault::Depth:
      return context.depth_exceeded();
    default:
      return raise_error(context, fault.message, pattern, fault.position);
  }
}

void install_error(RealmBuilder& b, Module* m) {
  Class* cls = b.new_exception_class("error", b.building().exception(Exc::Exception), "re");
  b.building().extensions[static_cast<int>(ReClass::Error)] = cls;
  b.methods(cls, kMethods);
  b.member(m, "error", Value::object(cls));
}

}  // namespace belljar::re
