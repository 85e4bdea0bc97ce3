// Making strs: from bytes, by concatenation, by repetition. Every size is checked here.
#include "runtime/str.h"

#include <cstring>

#include "runtime/class.h"
#include "runtime/str_layout.h"
#include "support/utf8.h"

namespace belljar {
namespace {

// Results at least this long are given room to grow, so that a loop of `s += t` is linear.
// Below, a copy costs no more than the bookkeeping.
constexpr size_t kGrowFrom = 400;

Str* allocate(Context& context, size_t bytes, size_t crumbs) {
  if (bytes > kMaxStrBytes) return nullptr;
  size_t extra = (bytes > 8 ? bytes - 8 : 0) + crumb_bytes(crumbs);
  Str* s = context.heap().make<Str>(Kind::Str, extra);
  if (__builtin_expect(!s, 0)) return nullptr;
  s->count = static_cast<uint32_t>(bytes);
  s->hash = 0;
  s->crumbs = static_cast<uint32_t>(crumbs);
  return s;
}

// Writes the crumbs that code points from number `length` on (at bytes[from]) give.
void write_crumbs(const char* bytes, size_t from, size_t end, size_t length, uint32_t* crumbs) {
  for (size_t at = from; at < end; ++length) {
    if (length % kCrumbStep == 0 && length != 0) {
      crumbs[length / kCrumbStep - 1] = static_cast<uint32_t>(at);
    }
    at += sequence_length(bytes[at]);
  }
}

Value finished(Context& context, Str* s) {
  if (s->flags & kFrozen) str_hash_slow(context.realm(), s);
  return Value::object(Kind::Str, s);
}

uint8_t joined_flags(const Str* a, const Str* b) {
  return static_cast<uint8_t>((a->flags & b->flags & kStrAscii) |
                              ((a->flags | b->flags) & kStrSurrogate));
}

// The str that is the first `bytes` bytes of a buffer.
Value share(Context& context, StrBuffer* buffer, size_t bytes, size_t length, uint8_t flags) {
  Str* s = context.heap().make<Str>(Kind::Str, 0, static_cast<uint8_t>(flags | kStrShared));
  s->count = static_cast<uint32_t>(bytes);
  s->hash = 0;
  s->length = static_cast<uint32_t>(length);
  s->crumbs = 0;
  s->buffer = buffer;
  return finished(context, s);
}

void append_to_buffer(StrBuffer* buffer, const Str* a, const Str* b) {
  std::memcpy(buffer->bytes + a->count, b->data(), b->count);
  buffer->used = a->count + b->count;
  if (!(buffer->flags & kStrAscii)) {
    write_crumbs(buffer->bytes, a->count, buffer->used, a->length,
                 crumbs_behind(buffer->bytes, buffer->capacity));
  }
}

StrBuffer* new_buffer(Context& context, size_t capacity, bool ascii) {
  if (capacity > kMaxStrBytes) return nullptr;
  size_t crumbs = ascii ? 0 : crumb_count(capacity) + 1;
  StrBuffer* buffer = context.heap().make<StrBuffer>(
      Kind::StrBuffer, capacity + crumb_bytes(crumbs), ascii ? kStrAscii : uint8_t{0});
  if (!buffer) return nullptr;
  buffer->count = static_cast<uint32_t>(crumbs);
  buffer->capacity = static_cast<uint32_t>(capacity);
  return buffer;
}

[[gnu::noinline]] Value concat_long(Context& context, Str* a, Str* b, size_t total) {
  if (total > kMaxStrBytes) return context.stop_memory();
  const uint8_t flags = joined_flags(a, b);
  const bool ascii = flags & kStrAscii;
  const size_t length = static_cast<size_t>(a->length) + b->length;
  const bool shared = a->flags & kStrShared;
  const bool at_end = shared && a->buffer->used == a->count && !a->buffer->frozen();
  if (at_end && total <= a->buffer->capacity && (ascii || !(a->buffer->flags & kStrAscii))) {
    if (!context.charge_bytes(b->count)) return Value::stopped();
    append_to_buffer(a->buffer, a, b);
    return share(context, a->buffer, total, length, flags);
  }
  if (!context.charge_bytes(total)) return Value::stopped();
  // Growing text doubles; the first time it gets a quarter more, for it may be the last.
  if (at_end || (!shared && b->count < a->count)) {
    size_t capacity = total + (at_end ? total : total / 4);
    if (StrBuffer* buffer = new_buffer(context, capacity, ascii)) {
      std::memcpy(buffer->bytes, a->data(), a->count);
      if (!ascii) {
        write_crumbs(buffer->bytes, 0, a->count, 0, crumbs_behind(buffer->bytes, capacity));
      }
      append_to_buffer(buffer, a, b);
      return share(context, buffer, total, length, flags);
    }
  }
  Str* s = new_str_sized(context, total, length);
  if (!s) return context.stop_memory();
  std::memcpy(s->inline_bytes, a->data(), a->count);
  std::memcpy(s->inline_bytes + a->count, b->data(), b->count);
  return seal_str(context, s);
}

}  // namespace

// --- making --------------------------------------------------------------------------------------

bool is_ascii_text(std::string_view text) {
  const char* p = text.data();
  size_t n = text.size();
  uint64_t bits = 0;
  while (n >= 32) {
    uint64_t w[4];
    std::memcpy(w, p, 32);
    if ((w[0] | w[1] | w[2] | w[3]) & 0x8080808080808080u) return false;
    p += 32;
    n -= 32;
  }
  while (n >= 8) {
    uint64_t w;
    std::memcpy(&w, p, 8);
    bits |= w;
    p += 8;
    n -= 8;
  }
  if (n > 0 && text.size() >= 8) {  // the last eight, some of them again
    uint64_t w;
    std::memcpy(&w, p + n - 8, 8);
    return !((bits | w) & 0x8080808080808080u);
  }
  for (; n > 0; --n) bits |= static_cast<unsigned char>(*p++);
  return !(bits & 0x8080808080808080u);
}

TextShape measure_text(std::string_view text) {
  if (is_ascii_text(text)) return {text.size(), true, false};
  size_t length = 0;
  bool surrogate = false;
  for (size_t i = 0; i < text.size(); ++i) {
    length += !is_tail_byte(text[i]);
    if (text[i] == '\xED' && i + 1 < text.size() &&
        static_cast<unsigned char>(text[i + 1]) >= 0xA0) {
      surrogate = true;
    }
  }
  return {length, false, surrogate};
}

Value new_ascii_str(Context& context, std::string_view ascii) {
  if (ascii.size() <= 1) {
    const Realm& realm = context.realm();
    Str* shared =
        ascii.empty() ? realm.empty_str : realm.ascii[static_cast<unsigned char>(ascii[0])];
    if (__builtin_expect(shared != nullptr, 1)) return Value::object(Kind::Str, shared);
  }
  Str* s = allocate(context, ascii.size(), 0);
  if (__builtin_expect(!s, 0)) return context.stop_memory();
  s->flags |= kStrAscii;
  s->length = s->count;
  std::memcpy(s->inline_bytes, ascii.data(), ascii.size());
  if (__builtin_expect(s->flags & kFrozen, 0)) return finished(context, s);
  return Value::object(Kind::Str, s);
}

Value new_str(Context& context, std::string_view utf8) {
  if (is_ascii_text(utf8)) return new_ascii_str(context, utf8);
  TextShape shape = measure_text(utf8);
  Str* s = new_str_sized(context, utf8.size(), shape.length);
  if (!s) return context.stop_memory();
  std::memcpy(s->inline_bytes, utf8.data(), utf8.size());
  return seal_str(context, s);
}

Str* new_str_uninitialised(Context& context, size_t bytes) {
  return allocate(context, bytes, crumb_count(bytes));
}

Value finish_str(Context& context, Str* s) {
  TextShape shape = measure_text({s->inline_bytes, s->count});
  s->length = static_cast<uint32_t>(shape.length);
  s->flags |= shape.ascii ? kStrAscii : uint8_t{0};
  return seal_str(context, s);
}

Str* new_str_sized(Context& context, size_t bytes, size_t length) {
  const bool ascii = bytes == length;
  Str* s = allocate(context, bytes, ascii ? 0 : crumb_count(length));
  if (!s) return nullptr;
  s->length = static_cast<uint32_t>(length);
  if (ascii) s->flags |= kStrAscii;
  return s;
}

Value seal_str(Context& context, Str* s) {
  if (s->flags & kStrAscii) {
    if (s->count <= 1) return new_ascii_str(context, {s->inline_bytes, s->count});
  } else {
    write_crumbs(s->inline_bytes, 0, s->count, 0, crumbs_behind(s->inline_bytes, s->count));
    if (measure_text({s->inline_bytes, s->count}).surrogate) s->flags |= kStrSurrogate;
  }
  return finished(context, s);
}

Value str_of_code_point(Context& context, uint32_t code_point) {
  char bytes[4];
  size_t n = encode_utf8(code_point, bytes);
  if (n == 1) return new_ascii_str(context, {bytes, 1});
  Str* s = new_str_sized(context, n, 1);
  std::memcpy(s->inline_bytes, bytes, n);
  if (is_surrogate(code_point)) s->flags |= kStrSurrogate;
  return finished(context, s);
}

// --- operators -----------------------------------------------------------------------------------

Value str_concat(Context& context, Str* a, Str* b) {
  if (b->count == 0) return Value::object(Kind::Str, a);
  if (a->count == 0) return Value::object(Kind::Str, b);
  const size_t total = static_cast<size_t>(a->count) + b->count;
  if (total >= kGrowFrom) return concat_long(context, a, b, total);
  if (__builtin_expect(!(a->flags & b->flags & kStrAscii), 0)) {
    Str* s = new_str_sized(context, total, static_cast<size_t>(a->length) + b->length);
    std::memcpy(s->inline_bytes, a->data(), a->count);
    std::memcpy(s->inline_bytes + a->count, b->data(), b->count);
    return seal_str(context, s);
  }
  Str* s = allocate(context, total, 0);
  s->flags |= kStrAscii;
  s->length = s->count;
  std::memcpy(s->inline_bytes, a->data(), a->count);
  std::memcpy(s->inline_bytes + a->count, b->data(), b->count);
  return finished(context, s);
}

Value str_concat_all(Context& context, const Value* pieces, size_t count) {
  size_t bytes = 0, length = 0;
  for (size_t i = 0; i < count; ++i) {
    const Str* piece = pieces[i].as<Str>();
    bytes += piece->count;
    length += piece->length;
  }
  if (!context.heap().fits(bytes)) return context.stop_memory();
  if (!context.charge_bytes(bytes)) return Value::stopped();
  Str* s = new_str_sized(context, bytes, length);
  if (!s) return context.stop_memory();
  char* out = s->inline_bytes;
  for (size_t i = 0; i < count; ++i) {
    const Str* piece = pieces[i].as<Str>();
    std::memcpy(out, piece->data(), piece->count);
    out += piece->count;
  }
  return seal_str(context, s);
}

Value str_repeat(Context& context, Str* s, int64_t times) {
  if (times == 1) return Value::object(Kind::Str, s);
  if (times <= 0 || s->count == 0) return new_ascii_str(context, {});
  size_t total;
  if (__builtin_mul_overflow(static_cast<size_t>(s->count), static_cast<size_t>(times), &total) ||
      total > kMaxStrBytes || !context.heap().fits(total)) {
    return context.stop_memory();
  }
  if (!context.charge_bytes(total)) return Value::stopped();
  Str* result = new_str_sized(context, total, static_cast<size_t>(s->length) * times);
  if (!result) return context.stop_memory();
  char* out = result->inline_bytes;
  if (s->count == 1) {
    std::memset(out, s->data()[0], total);
  } else {
    std::memcpy(out, s->data(), s->count);
    for (size_t done = s->count; done < total;) {
      size_t n = done < total - done ? done : total - done;
      std::memcpy(out + done, out, n);
      done += n;
    }
  }
  return seal_str(context, result);
}

}  // namespace belljar
