// Finding code points in text: by index, by offset, by slice.
#include "runtime/class.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "runtime/text_search.h"

namespace belljar {

uint32_t str_offset(const Str* s, uint32_t index) {
  if (s->ascii()) return index;
  if (index >= s->length) return s->count;
  const uint32_t block = index / kCrumbStep;
  const char* bytes = s->data();
  uint32_t offset = block == 0 ? 0 : crumbs_of(s)[block - 1];
  for (uint32_t left = index % kCrumbStep; left > 0; --left) {
    offset += sequence_length(bytes[offset]);
  }
  return offset;
}

uint32_t str_index_of_offset(const Str* s, uint32_t offset) {
  if (s->ascii()) return offset;
  if (offset >= s->count) return s->length;
  // The last crumb at or before the offset.
  uint32_t low = 0, high = static_cast<uint32_t>(crumb_count(s->length));
  const uint32_t* crumbs = crumbs_of(s);
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (crumbs[middle] <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const char* bytes = s->data();
  uint32_t index = low * kCrumbStep;
  for (uint32_t at = low == 0 ? 0 : crumbs[low - 1]; at < offset; ++index) {
    at += sequence_length(bytes[at]);
  }
  return index;
}

uint32_t str_next_code_point(const Str* s, uint32_t* offset) {
  const char* p = s->data() + *offset;
  *offset += sequence_length(*p);
  return decode_valid(p);
}

Value str_at(Context& context, const Str* s, int64_t index) {
  if (s->ascii()) return new_ascii_str(context, {s->data() + index, 1});
  return str_of_code_point(context,
                           decode_valid(s->data() + str_offset(s, static_cast<uint32_t>(index))));
}

Value str_substring(Context& context, Str* s, size_t first, size_t last) {
  if (first == 0 && last == s->count) return Value::object(Kind::Str, s);
  std::string_view part(s->data() + first, last - first);
  if (part.size() > 1024 && !context.charge_bytes(part.size())) return Value::stopped();
  return s->ascii() ? new_ascii_str(context, part) : new_str(context, part);
}

namespace {

// Every step-th code point, walking. Bytes of the result are at most the bytes of s plus nothing.
Value slice_stepped(Context& context, Str* s, int64_t start, int64_t step, int64_t length) {
  if (!context.charge(static_cast<uint64_t>(length))) return Value::stopped();
  const char* bytes = s->data();
  if (s->ascii()) {
    Str* result = new_str_sized(context, length, length);
    if (!result) return context.stop_memory();
    char* out = str_bytes(result);
    for (int64_t i = 0; i < length; ++i) out[i] = bytes[start + i * step];
    return seal_str(context, result);
  }
  StrBuilder out(context);
  for (int64_t i = 0; i < length; ++i) {
    uint32_t offset = str_offset(s, static_cast<uint32_t>(start + i * step));
    out.append({bytes + offset, sequence_length(bytes[offset])});
  }
  return out.finish();
}

}  // namespace

Value str_slice(Context& context, Str* s, int64_t start, int64_t, int64_t step, int64_t length) {
  if (length <= 0) return new_ascii_str(context, {});
  if (step != 1) return slice_stepped(context, s, start, step, length);
  if (s->ascii()) {
    return str_substring(context, s, static_cast<size_t>(start),
                         static_cast<size_t>(start + length));
  }
  return str_substring(context, s, str_offset(s, static_cast<uint32_t>(start)),
                       str_offset(s, static_cast<uint32_t>(start + length)));
}

Value str_contains(Context& context, Str* s, Value item) {
  if (!item.is_str()) {
    return context.raise(Exc::TypeError, {"'in <string>' requires string as left operand, not ",
                                          type_name(context, item)});
  }
  const Str* needle = item.as<Str>();
  if (needle->count == 0) return Value::boolean(true);
  if (s->count > 1024 && !context.charge_bytes(s->count)) return Value::stopped();
  return Value::boolean(find_bytes(s->view(), needle->view()) != kNotFound);
}

bool clamp_range(int64_t length, int64_t* start, int64_t* end) {
  if (*end > length) {
    *end = length;
  } else if (*end < 0) {
    *end = *end + length < 0 ? 0 : *end + length;
  }
  if (*start < 0) *start = *start + length < 0 ? 0 : *start + length;
  return *start <= *end;
}

}  // namespace belljar
