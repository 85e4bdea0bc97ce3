// bytes(x) for anything but text: an int gives zeros, bytes-like values are copied, iterables give
// their ints. Apart from bytes.cc because it calls back.
#include "runtime/bytes.h"
#include "runtime/class.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"

namespace belljar {

namespace {

Value append_zeros(Context& context, Value count, StrBuilder& out) {
  BELLJAR_TRY(size, as_index(context, count));
  if (!size.is_int_like()) {
    return context.raise(Exc::OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  if (size.as_int() < 0) return context.raise(Exc::ValueError, "negative count");
  const size_t n = static_cast<size_t>(size.as_int());
  if (n > kMaxStrBytes || !context.heap().fits(n)) return context.stop_memory();
  out.append_fill(0, n);
  return Value::none();
}

Value append_ints(Context& context, Value source, Value iterator, StrBuilder& out,
                  std::string_view target) {
  Roots<1> roots(context);
  roots[0] = iterator;
  // bytes() asks for a length, bytearray() does not.
  if (target == "bytes") BELLJAR_CHECK(ask_length_hint(context, source));
  for (size_t i = 0;; ++i) {
    if (i % 64 == 0 && !context.charge(64)) return Value::stopped();
    BELLJAR_TRY(item, next(context, roots[0]));
    if (item.is_undefined()) return Value::none();
    BELLJAR_TRY(byte, as_index(context, item));
    if (!byte.is_int_like() || byte.as_int() < 0 || byte.as_int() > 255) {
      return context.raise(Exc::ValueError,
                           {target == "bytes" ? "bytes" : "byte", " must be in range(0, 256)"});
    }
    out.append(static_cast<char>(byte.as_int()));
    if (out.failed()) return context.stop_memory();
  }
}

}  // namespace

Value bytes_from_items(Context& context, Value source, StrBuilder& out, std::string_view target) {
  Value plain = payload(source);
  if (is_bytes_like(plain)) {
    out.append(bytes_view(plain));
    return Value::none();
  }
  Value iterator = plain.is_str() ? Value::raised() : iterate(context, source);
  if (plain.is_str() || (iterator.is(Kind::Raised) && context.pending_is(Exc::TypeError))) {
    if (context.has_pending()) context.take_pending();
    return context.raise(Exc::TypeError,
                         {"cannot convert '", type_name(context, source), "' object to ", target});
  }
  if (iterator.is_abrupt()) return iterator;
  return append_ints(context, source, iterator, out, target);
}

Value bytes_from(Context& context, Value source, StrBuilder& out, std::string_view target) {
  const bool object = source.is(Kind::Instance) || source.is(Kind::NativeObject);
  if (is_int_value(payload(source)) ||
      (object && !is_bytes_like(payload(source)) &&
       !special_method(context, source, Atom::index).is_undefined())) {
    Value done = append_zeros(context, source, out);
    // What is no number after all may still be iterable.
    if (!done.is(Kind::Raised) || !context.pending_is(Exc::TypeError)) return done;
    context.take_pending();
  }
  return bytes_from_items(context, source, out, target);
}

}  // namespace belljar
