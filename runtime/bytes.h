// bytes and bytearray: making, slicing, comparing. No callbacks.
//
// A bytearray is a List-like object: its content may change and grow, so it owns a heap buffer.
#pragma once

#include <string>
#include <string_view>

#include "runtime/context.h"

namespace belljar {

Value new_bytes(Context& context, std::string_view bytes);
Bytes* new_bytes_uninitialised(Context& context, size_t size);  // null: stop_memory()
// Bytes or ByteArray operands; the result has a's kind.
Value bytes_concat(Context& context, Value a, Value b);
Value bytes_repeat(Context& context, Value a, int64_t times);
Value bytes_slice(Context& context, Bytes* bytes, int64_t start, int64_t step, int64_t length);
int bytes_compare(std::string_view a, std::string_view b);  // -1, 0, 1
uint64_t bytes_object_hash(const Context& context, const Bytes* bytes);
// b'...' text
std::string bytes_repr(std::string_view bytes);

}  // namespace belljar
