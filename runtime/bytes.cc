// Making and cutting bytes. Every size is checked here.
#include "runtime/bytes.h"

#include <cstring>

#include "runtime/class.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "runtime/text_search.h"

namespace belljar {

namespace {
// An empty bytearray has no buffer, and memcpy takes no null pointer even for nothing.
void copy_bytes(char* to, std::string_view from) {
  if (!from.empty()) std::memcpy(to, from.data(), from.size());
}
}  // namespace

Bytes* new_bytes_uninitialised(Context& context, size_t size) {
  if (size > kMaxStrBytes) return nullptr;
  Bytes* b = context.heap().make<Bytes>(Kind::Bytes, size > 8 ? size - 8 : 0);
  if (!b) return nullptr;
  b->count = static_cast<uint32_t>(size);
  b->hash = 0;
  return b;
}

Value seal_bytes(Context& context, Bytes* b) {
  if (b->flags & kFrozen) bytes_object_hash(context, b);
  return Value::object(Kind::Bytes, b);
}

Value new_bytes(Context& context, std::string_view bytes) {
  if (bytes.empty() && context.realm().empty_bytes) {
    return Value::object(Kind::Bytes, context.realm().empty_bytes);
  }
  Bytes* b = new_bytes_uninitialised(context, bytes.size());
  if (!b) return context.stop_memory();
  copy_bytes(b->bytes, bytes);
  return seal_bytes(context, b);
}

Value new_bytearray(Context& context, std::string_view bytes) {
  if (bytes.size() > kMaxStrBytes) return context.stop_memory();
  char* buffer = nullptr;
  if (!bytes.empty()) {
    buffer = static_cast<char*>(context.heap().buffer(bytes.size()));
    if (!buffer) return context.stop_memory();
    copy_bytes(buffer, bytes);
  }
  ByteArray* a = context.heap().make<ByteArray>(Kind::ByteArray);
  a->count = static_cast<uint32_t>(bytes.size());
  a->capacity = a->count;
  a->bytes = buffer;
  return Value::object(Kind::ByteArray, a);
}

Value new_bytes_of_kind(Context& context, Kind kind, std::string_view bytes) {
  return kind == Kind::ByteArray ? new_bytearray(context, bytes) : new_bytes(context, bytes);
}

Value bytearray_splice(Context& context, ByteArray* array, size_t first, size_t last,
                       std::string_view with) {
  const size_t tail = array->count - last;
  const size_t size = first + with.size() + tail;
  if (size > kMaxStrBytes) return context.stop_memory();
  if (!context.charge_bytes(with.size() + (with.size() == last - first ? 0 : tail))) {
    return Value::stopped();
  }
  if (size > array->capacity) {
    size_t capacity = size + size / 8 + 16;
    void* p = context.heap().resize(array->bytes, array->capacity, capacity, array->count);
    if (!p) return context.stop_memory();
    array->bytes = static_cast<char*>(p);
    array->capacity = static_cast<uint32_t>(capacity);
  }
  if (size == 0) {
    array->count = 0;
    return Value::none();
  }
  if (tail > 0) std::memmove(array->bytes + first + with.size(), array->bytes + last, tail);
  if (!with.empty()) copy_bytes(array->bytes + first, with);
  array->count = static_cast<uint32_t>(size);
  return Value::none();
}

Value bytearray_extend_in_place(Context& context, Value target, Value other) {
  Value more = payload(other);
  if (!is_bytes_like(more)) {
    return context.raise(Exc::TypeError, {"can't concat ", type_name(context, other), " to ",
                                          type_name(context, target)});
  }
  ByteArray* array = target.as<ByteArray>();
  if (more.same(target) && array->count > 0) {
    return context.raise(Exc::BufferError, "Existing exports of data: object cannot be re-sized");
  }
  BELLJAR_CHECK(bytearray_splice(context, array, array->count, array->count, bytes_view(more)));
  return target;
}

Value bytes_concat(Context& context, Value a, Value b) {
  std::string_view x = bytes_view(a), y = bytes_view(b);
  if (a.is(Kind::Bytes) && b.is(Kind::Bytes)) {
    if (y.empty()) return a;
    if (x.empty()) return b;
  }
  StrBuilder out(context);
  char* p = out.extend(x.size() + y.size());
  if (!p) return context.stop_memory();
  copy_bytes(p, x);
  copy_bytes(p + x.size(), y);
  return new_bytes_of_kind(context, a.kind(), out.view());
}

Value bytes_repeat(Context& context, Value a, int64_t times) {
  std::string_view x = bytes_view(a);
  if (times == 1 && a.is(Kind::Bytes)) return a;
  if (times <= 0 || x.empty()) return new_bytes_of_kind(context, a.kind(), {});
  size_t total;
  if (__builtin_mul_overflow(x.size(), static_cast<size_t>(times), &total) ||
      total > kMaxStrBytes || !context.heap().fits(total)) {
    return context.stop_memory();
  }
  if (!context.charge_bytes(total)) return Value::stopped();
  char* out;
  Value result;
  if (a.is(Kind::Bytes)) {
    Bytes* b = new_bytes_uninitialised(context, total);
    if (!b) return context.stop_memory();
    out = b->bytes;
    result = Value::object(Kind::Bytes, b);
  } else {
    out = static_cast<char*>(context.heap().buffer(total));
    if (!out) return context.stop_memory();
    ByteArray* array = context.heap().make<ByteArray>(Kind::ByteArray);
    array->count = array->capacity = static_cast<uint32_t>(total);
    array->bytes = out;
    result = Value::object(Kind::ByteArray, array);
  }
  copy_bytes(out, x);
  for (size_t done = x.size(); done < total;) {
    size_t n = done < total - done ? done : total - done;
    std::memcpy(out + done, out, n);
    done += n;
  }
  return result;
}

Value bytes_slice(Context& context, Value a, int64_t start, int64_t step, int64_t length) {
  std::string_view x = bytes_view(a);
  if (length <= 0) return new_bytes_of_kind(context, a.kind(), {});
  if (!context.charge_bytes(static_cast<uint64_t>(length))) return Value::stopped();
  if (step == 1) {
    if (a.is(Kind::Bytes) && static_cast<size_t>(length) == x.size()) return a;
    return new_bytes_of_kind(context, a.kind(),
                             x.substr(static_cast<size_t>(start), static_cast<size_t>(length)));
  }
  StrBuilder out(context);
  char* p = out.extend(static_cast<size_t>(length));
  if (!p) return context.stop_memory();
  for (int64_t i = 0; i < length; ++i) p[i] = x[static_cast<size_t>(start + i * step)];
  return new_bytes_of_kind(context, a.kind(), out.view());
}

Value bytes_contains(Context& context, Value a, Value item) {
  Value needle = payload(item);
  if (is_bytes_like(needle)) {
    std::string_view x = bytes_view(a), y = bytes_view(needle);
    if (!context.charge_bytes(x.size())) return Value::stopped();
    return Value::boolean(y.empty() || find_bytes(x, y) != kNotFound);
  }
  Value index = as_index(context, item);
  if (index.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
    context.take_pending();
    return context.raise(Exc::TypeError,
                         {"a bytes-like object is required, not '", type_name(context, item), "'"});
  }
  if (index.is_abrupt()) return index;
  if (!index.is_int_like() || index.as_int() < 0 || index.as_int() > 255) {
    return context.raise(Exc::ValueError, "byte must be in range(0, 256)");
  }
  std::string_view x = bytes_view(a);
  if (!context.charge_bytes(x.size())) return Value::stopped();
  return Value::boolean(!x.empty() &&
                        std::memchr(x.data(), static_cast<int>(index.as_int()), x.size()));
}

uint64_t bytes_object_hash(const Context& context, const Bytes* b) {
  if (b->hash == 0) b->hash = bytes_hash(context.realm(), b->view());
  return b->hash;
}

void append_bytes_repr(StrBuilder& out, std::string_view bytes, bool is_array) {
  constexpr char kHex[] = "0123456789abcdef";
  const bool single = bytes.find('\'') != bytes.npos && bytes.find('"') == bytes.npos;
  const char quote = single ? '"' : '\'';
  out.append('b');
  out.append(quote);
  for (char c : bytes) {
    unsigned char b = static_cast<unsigned char>(c);
    if (c == quote || c == '\\' || (is_array && c == '\'')) {
      char pair[2] = {'\\', c};
      out.append({pair, 2});
    } else if (c == '\t') {
      out.append("\\t");
    } else if (c == '\n') {
      out.append("\\n");
    } else if (c == '\r') {
      out.append("\\r");
    } else if (b < 32 || b >= 127) {
      char escape[4] = {'\\', 'x', kHex[b >> 4], kHex[b & 15]};
      out.append({escape, 4});
    } else {
      out.append(c);
    }
  }
  out.append(quote);
}

}  // namespace belljar
