// bytearray: the methods that change it. Arguments are converted before the array is looked at, as
// the conversion may run the program and the program may change the array.
#include <algorithm>

#include "builtins/bytes_methods.h"
#include "builtins/text_arguments.h"
#include "runtime/bytes.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/text_search.h"

namespace belljar {
namespace {

Value append_method(Call& c) {
  char byte;
  BELLJAR_CHECK(byte_argument(c.context(), c[1], &byte));
  ByteArray* a = c.self<ByteArray>();
  return bytearray_splice(c.context(), a, a->count, a->count, {&byte, 1});
}

// Whether the failure of extend() is that of iter() on its argument.
bool can_iterate(Context& context, Value v) {
  Value iterator = iterate(context, v);
  if (iterator.is(Kind::Raised)) context.take_pending();
  return !iterator.is_abrupt();
}

Value extend_method(Call& c) {
  Context& context = c.context();
  StrBuilder more(context);
  if (payload(c[1]).is_str()) {
    if (payload(c[1]).as<Str>()->count == 0) return Value::none();
    return context.raise(Exc::TypeError, "'str' object cannot be interpreted as an integer");
  }
  Value status = bytes_from_items(context, c[1], more, "bytearray");
  if (status.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
    Roots<1> roots(context);
    roots[0] = context.take_pending();
    if (can_iterate(context, c[1])) return context.raise_value(roots[0]);
    return context.raise(Exc::TypeError,
                         {"can't extend bytearray with ", type_name(context, c[1])});
  }
  BELLJAR_CHECK(status);
  ByteArray* a = c.self<ByteArray>();
  return bytearray_splice(context, a, a->count, a->count, more.view());
}

Value insert_method(Call& c) {
  int64_t index;
  BELLJAR_CHECK(size_argument(c.context(), c[1], &index));
  char byte;
  BELLJAR_CHECK(byte_argument(c.context(), c[2], &byte));
  ByteArray* a = c.self<ByteArray>();
  const int64_t size = a->count;
  if (index < 0) index = index + size < 0 ? 0 : index + size;
  const size_t at = static_cast<size_t>(std::min(index, size));
  return bytearray_splice(c.context(), a, at, at, {&byte, 1});
}

Value pop_method(Call& c) {
  int64_t index;
  BELLJAR_CHECK(size_argument(c.context(), c[1], &index));
  ByteArray* a = c.self<ByteArray>();
  if (a->count == 0) return c.context().raise(Exc::IndexError, "pop from empty bytearray");
  if (index < 0) index += a->count;
  if (index < 0 || index >= a->count) {
    return c.context().raise(Exc::IndexError, "pop index out of range");
  }
  const size_t at = static_cast<size_t>(index);
  Value popped = Value::integer(static_cast<unsigned char>(a->bytes[at]));
  BELLJAR_CHECK(bytearray_splice(c.context(), a, at, at + 1, {}));
  return popped;
}

Value remove_method(Call& c) {
  char byte;
  BELLJAR_CHECK(byte_argument(c.context(), c[1], &byte));
  ByteArray* a = c.self<ByteArray>();
  if (!c.context().charge_bytes(a->count)) return Value::stopped();
  size_t at = a->count == 0 ? kNotFound : find_bytes(a->view(), {&byte, 1});
  if (at == kNotFound) return c.context().raise(Exc::ValueError, "value not found in bytearray");
  return bytearray_splice(c.context(), a, at, at + 1, {});
}

Value clear_method(Call& c) {
  ByteArray* a = c.self<ByteArray>();
  return bytearray_splice(c.context(), a, 0, a->count, {});
}

Value reverse_method(Call& c) {
  ByteArray* a = c.self<ByteArray>();
  if (!c.context().charge_bytes(a->count)) return Value::stopped();
  if (a->count > 0) std::reverse(a->bytes, a->bytes + a->count);
  return Value::none();
}

Value copy_method(Call& c) {
  if (!c.context().charge_bytes(c.self<ByteArray>()->count)) return Value::stopped();
  return new_bytearray(c.context(), c.self<ByteArray>()->view());
}

constexpr NativeDef kMethods[] = {
    {"append", "self, item, /", append_method, kNativeCallsBack},
    {"extend", "self, iterable_of_ints, /", extend_method, kNativeCallsBack},
    {"insert", "self, index, item, /", insert_method, kNativeCallsBack},
    {"pop", "self, index=-1, /", pop_method, kNativeCallsBack},
    {"remove", "self, value, /", remove_method, kNativeCallsBack},
    {"clear", "self, /", clear_method},
    {"reverse", "self, /", reverse_method},
    {"copy", "self, /", copy_method},
};

}  // namespace

std::span<const NativeDef> bytearray_methods() { return kMethods; }

}  // namespace belljar
