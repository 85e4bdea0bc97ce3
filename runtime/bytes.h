// bytes and bytearray: making, slicing, comparing. No callbacks, except where said.
#pragma once

#include <string>
#include <string_view>

#include "runtime/context.h"

namespace belljar {

class StrBuilder;

inline bool is_bytes_like(Value v) { return v.is(Kind::Bytes) || v.is(Kind::ByteArray); }
// The content of a Bytes or ByteArray. A bytearray's moves when it grows.
inline std::string_view bytes_view(Value v) {
  return v.is(Kind::Bytes) ? v.as<Bytes>()->view() : v.as<ByteArray>()->view();
}

Value new_bytes(Context& context, std::string_view bytes);
Bytes* new_bytes_uninitialised(Context& context, size_t size);  // null: stop_memory()
Value seal_bytes(Context& context, Bytes* bytes);
Value new_bytearray(Context& context, std::string_view bytes);
// A copy of `bytes` in a new object of `kind`.
Value new_bytes_of_kind(Context& context, Kind kind, std::string_view bytes);
// Replaces [first, last) by `with`, which must not be a view of the array itself.
Value bytearray_splice(Context& context, ByteArray* array, size_t first, size_t last,
                       std::string_view with);

// array += other, the array as result.
Value bytearray_extend_in_place(Context& context, Value array, Value other);

// Bytes or ByteArray operands; the result has a's kind.
Value bytes_concat(Context& context, Value a, Value b);
Value bytes_repeat(Context& context, Value a, int64_t times);
Value bytes_slice(Context& context, Value a, int64_t start, int64_t step, int64_t length);
// item in a: an int in range(256) or bytes-like; TypeError or ValueError otherwise.
Value bytes_contains(Context& context, Value a, Value item);
int bytes_compare(std::string_view a, std::string_view b);  // -1, 0, 1
uint64_t bytes_object_hash(const Context& context, const Bytes* bytes);

// b'...' text. A bytearray's escapes ' even between double quotes.
void append_bytes_repr(StrBuilder& out, std::string_view bytes, bool is_array = false);

// The content of bytes(x) for anything but str: an int (that many zeros), bytes-like values,
// iterables of ints. Calls back.
Value bytes_from(Context& context, Value source, StrBuilder& out,
                 std::string_view target = "bytes");
// The same without sizes: bytes-like values and iterables of ints.
Value bytes_from_items(Context& context, Value source, StrBuilder& out, std::string_view target);

}  // namespace belljar
