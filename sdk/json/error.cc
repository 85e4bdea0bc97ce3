// JSONDecodeError: the message with line and column, and the attributes that tell them apart.
#include <string>

#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "sdk/extensions.h"
#include "sdk/json/json.h"

namespace belljar::json {

namespace {

Value set(Context& context, Value object, std::string_view name, Value v) {
  BELLJAR_TRY(key, new_str(context, name));
  return set_attribute(context, object, key.as<Str>(), v);
}

Value fill(Context& context, Value error, Value message, Value text, Value position, Value line,
           Value column) {
  Roots<5> roots(context);
  const Value values[] = {message, text, position, line, column};
  constexpr std::string_view kNames[] = {"msg", "doc", "pos", "lineno", "colno"};
  for (int i = 0; i < 5; ++i) roots[static_cast<size_t>(i)] = values[i];
  for (size_t i = 0; i < 5; ++i) BELLJAR_CHECK(set(context, error, kNames[i], roots[i]));
  return Value::none();
}

Value call_method(Context& context, Value object, std::string_view name,
                  std::initializer_list<Value> args) {
  BELLJAR_TRY(key, new_str(context, name));
  BELLJAR_TRY(method, get_attribute(context, object, key.as<Str>()));
  return context.invoke(method, args);
}

// JSONDecodeError(msg, doc, pos), with any doc that can count and find.
Value error_init(Call& c) {
  Context& context = c.context();
  enum { kNewline, kLine, kColumn, kText, kCount };
  Roots<kCount> roots(context);
  BELLJAR_TRY(newline, new_str(context, "\n"));
  roots[kNewline] = newline;
  BELLJAR_TRY(before, call_method(context, c[2], "count", {newline, Value::integer(0), c[3]}));
  BELLJAR_TRY(line, binary(context, BinaryOp::Add, before, Value::integer(1)));
  roots[kLine] = line;
  BELLJAR_TRY(last, call_method(context, c[2], "rfind", {newline, Value::integer(0), c[3]}));
  BELLJAR_TRY(column, binary(context, BinaryOp::Sub, c[3], last));
  roots[kColumn] = column;
  BELLJAR_TRY(format, new_str(context, "%s: line %d column %d (char %d)"));
  Value parts[] = {c[1], roots[kLine], roots[kColumn], c[3]};
  BELLJAR_TRY(row, new_tuple(context, parts, 4));
  BELLJAR_TRY(text, binary(context, BinaryOp::Mod, format, row));
  BELLJAR_TRY(args, new_tuple(context, &text, 1));
  c.self<Exception>()->args = args.as<Tuple>();
  return fill(context, c[0], c[1], c[2], c[3], roots[kLine], roots[kColumn]);
}

constexpr NativeDef kMethods[] = {
    {"__init__", "self, msg, doc, pos", error_init, kNativePython | kNativeCallsBack},
};

}  // namespace

Value raise_decode_error(Context& context, Class* type, std::string_view message, Str* text,
                         size_t position) {
  if (!context.charge_bytes(position)) return Value::stopped();
  size_t at = 0, line = 1, column = 1;
  for (size_t i = 0; i < position; ++i) {
    char c = text->data()[i];
    if ((static_cast<unsigned char>(c) & 0xc0) == 0x80) continue;
    ++at;
    ++column;
    if (c == '\n') {
      ++line;
      column = 1;
    }
  }
  BELLJAR_TRY(
      shown, new_str(context, std::string(message) + ": line " + std::to_string(line) + " column " +
                                  std::to_string(column) + " (char " + std::to_string(at) + ")"));
  BELLJAR_TRY(error, new_exception(context, type, &shown, 1));
  BELLJAR_TRY(bare, new_str(context, message));
  auto number = [](size_t n) { return Value::integer(static_cast<int64_t>(n)); };
  BELLJAR_CHECK(
      fill(context, error, bare, Value::object(text), number(at), number(line), number(column)));
  return context.raise_value(error);
}

void install_decode_error(RealmBuilder& b, const Modules& modules) {
  Class* error = b.new_exception_class("JSONDecodeError", b.building().exception(Exc::ValueError),
                                       "json.decoder");
  b.methods(error, kMethods);
  b.building().extensions[static_cast<int>(Extension::JsonDecodeError)] = error;
  b.member(modules.json, "JSONDecodeError", Value::object(error));
  b.member(modules.decoder, "JSONDecodeError", Value::object(error));
}

}  // namespace belljar::json
