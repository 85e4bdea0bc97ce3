// str: split, join, strip, partition, splitlines: taking text apart and putting it together.
#include <algorithm>

#include "builtins/str_methods.h"
#include "builtins/text_arguments.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "runtime/text_search.h"
#include "runtime/unicode.h"

namespace belljar {
namespace {

// --- split ---------------------------------------------------------------------------------------

Value append_part(Context& context, List* list, Str* s, size_t first, size_t last) {
  BELLJAR_TRY(part, str_substring(context, s, first, last));
  return list_append(context, list, part);
}

Value split_text(Context& context, Str* s, std::string_view separator, uint64_t limit) {
  const std::string_view text = s->view();
  // Counting first costs a pass over the bytes and spares the list its growth.
  size_t parts = text.size() < 4096 ? count_bytes(text, separator) + 1 : 16;
  if (parts > limit) parts = static_cast<size_t>(limit) + 1;
  BELLJAR_TRY(result, new_list_reserved(context, parts));
  List* list = result.as<List>();
  size_t at = 0;
  for (uint64_t done = 0; done < limit; ++done) {
    size_t hit = find_bytes(text, separator, at);
    if (hit == kNotFound) break;
    if (done % 64 == 63 && !context.charge(64)) return Value::stopped();
    BELLJAR_CHECK(append_part(context, list, s, at, hit));
    at = hit + separator.size();
  }
  BELLJAR_CHECK(append_part(context, list, s, at, text.size()));
  return result;
}

Value rsplit_text(Context& context, Str* s, std::string_view separator, uint64_t limit) {
  const std::string_view text = s->view();
  BELLJAR_TRY(result, new_list_reserved(context, 4));
  List* list = result.as<List>();
  size_t end = text.size();
  uint64_t work = 0;
  for (uint64_t done = 0; done < limit; ++done) {
    size_t hit = rfind_bytes(text.substr(0, end), separator, &work);
    if (hit == kNotFound) break;
    if (!context.charge(1 + work / 16)) return Value::stopped();
    work = 0;
    BELLJAR_CHECK(append_part(context, list, s, hit + separator.size(), end));
    end = hit;
  }
  if (!context.charge_bytes(work)) return Value::stopped();
  BELLJAR_CHECK(append_part(context, list, s, 0, end));
  std::reverse(list->items, list->items + list->size);
  return result;
}

bool space_at(std::string_view text, size_t at) { return is_space(decode_valid(text.data() + at)); }

size_t skip_space(std::string_view text, size_t at) {
  while (at < text.size() && space_at(text, at)) at += sequence_length(text[at]);
  return at;
}
size_t skip_word(std::string_view text, size_t at) {
  while (at < text.size() && !space_at(text, at)) at += sequence_length(text[at]);
  return at;
}
// The start of the code point that ends at `end`.
size_t step_back(std::string_view text, size_t end) {
  do --end;
  while (is_tail_byte(text[end]));
  return end;
}
size_t skip_space_back(std::string_view text, size_t end) {
  while (end > 0) {
    size_t at = step_back(text, end);
    if (!space_at(text, at)) break;
    end = at;
  }
  return end;
}
size_t skip_word_back(std::string_view text, size_t end) {
  while (end > 0) {
    size_t at = step_back(text, end);
    if (space_at(text, at)) break;
    end = at;
  }
  return end;
}

Value split_space(Context& context, Str* s, uint64_t limit) {
  const std::string_view text = s->view();
  BELLJAR_TRY(result, new_list_reserved(context, 8));
  List* list = result.as<List>();
  size_t at = skip_space(text, 0);
  for (uint64_t done = 0; done < limit && at < text.size(); ++done) {
    if (done % 64 == 63 && !context.charge(64)) return Value::stopped();
    size_t end = skip_word(text, at);
    BELLJAR_CHECK(append_part(context, list, s, at, end));
    at = skip_space(text, end);
  }
  if (at < text.size()) BELLJAR_CHECK(append_part(context, list, s, at, text.size()));
  return result;
}

Value rsplit_space(Context& context, Str* s, uint64_t limit) {
  const std::string_view text = s->view();
  BELLJAR_TRY(result, new_list_reserved(context, 8));
  List* list = result.as<List>();
  size_t end = skip_space_back(text, text.size());
  for (uint64_t done = 0; done < limit && end > 0; ++done) {
    if (done % 64 == 63 && !context.charge(64)) return Value::stopped();
    size_t at = skip_word_back(text, end);
    BELLJAR_CHECK(append_part(context, list, s, at, end));
    end = skip_space_back(text, at);
  }
  if (end > 0) BELLJAR_CHECK(append_part(context, list, s, 0, end));
  std::reverse(list->items, list->items + list->size);
  return result;
}

template <bool kFromRight>
Value split_method(Call& c) {
  Context& context = c.context();
  Str* s = c.self<Str>();
  int64_t most;
  BELLJAR_CHECK(size_argument(context, c[2], &most));
  const uint64_t limit = most < 0 ? UINT64_MAX : static_cast<uint64_t>(most);
  if (!context.charge_bytes(s->count)) return Value::stopped();
  if (c[1].is_none()) {
    return kFromRight ? rsplit_space(context, s, limit) : split_space(context, s, limit);
  }
  Str* separator = str_or_null(c[1]);
  if (!separator) {
    return context.raise(Exc::TypeError, {"must be str or None, not ", type_name(context, c[1])});
  }
  if (separator->count == 0) return context.raise(Exc::ValueError, "empty separator");
  return kFromRight ? rsplit_text(context, s, separator->view(), limit)
                    : split_text(context, s, separator->view(), limit);
}

Value splitlines_method(Call& c) {
  Context& context = c.context();
  Str* s = c.self<Str>();
  const std::string_view text = s->view();
  int64_t keep;
  BELLJAR_CHECK(int_argument(context, c[1], &keep));
  if (!context.charge_bytes(text.size())) return Value::stopped();
  BELLJAR_TRY(result, new_list_reserved(context, 8));
  List* list = result.as<List>();
  size_t first = 0;
  while (first < text.size()) {
    if (list->size % 64 == 63 && !context.charge(64)) return Value::stopped();
    size_t end = first;
    while (end < text.size() && !is_line_break(decode_valid(text.data() + end))) {
      end += sequence_length(text[end]);
    }
    size_t next = end;
    if (next < text.size()) {
      const bool pair = text[next] == '\r' && next + 1 < text.size() && text[next + 1] == '\n';
      next += pair ? 2 : sequence_length(text[next]);
    }
    BELLJAR_CHECK(append_part(context, list, s, first, keep != 0 ? next : end));
    first = next;
  }
  return result;
}

// --- partition -----------------------------------------------------------------------------------

// What is not cut stays the object that it was, of a derived class, too.
template <bool kFromRight>
Value partition_method(Call& c) {
  Context& context = c.context();
  Str* s = payload(c[0]).as<Str>();
  Str* separator = str_or_null(c[1]);
  if (!separator) {
    return context.raise(Exc::TypeError, {"must be str, not ", type_name(context, c[1])});
  }
  if (separator->count == 0) return context.raise(Exc::ValueError, "empty separator");
  if (!context.charge_bytes(s->count)) return Value::stopped();
  uint64_t work = 0;
  const size_t hit = kFromRight ? rfind_bytes(s->view(), separator->view(), &work)
                                : find_bytes(s->view(), separator->view());
  if (!context.charge_bytes(work)) return Value::stopped();
  Value empty = Value::object(Kind::Str, context.realm().empty_str);
  Value parts[3] = {c[0], empty, empty};
  if (hit == kNotFound) {
    if (kFromRight) std::swap(parts[0], parts[2]);
    return new_tuple(context, parts, 3);
  }
  BELLJAR_TRY(head, str_substring(context, s, 0, hit));
  BELLJAR_TRY(tail, str_substring(context, s, hit + separator->count, s->count));
  parts[0] = head;
  parts[1] = c[1];
  parts[2] = tail;
  return new_tuple(context, parts, 3);
}

// --- strip ---------------------------------------------------------------------------------------

// The set of code points to strip: a bit each for ASCII, a search for the others.
struct CharSet {
  explicit CharSet(std::string_view chars) : text(chars) {
    for (char ch : chars) {
      unsigned char b = static_cast<unsigned char>(ch);
      if (b < 128) bits[b >> 6] |= uint64_t{1} << (b & 63);
    }
  }
  bool holds(std::string_view from, size_t at) const {
    unsigned char b = static_cast<unsigned char>(from[at]);
    if (b < 128) return bits[b >> 6] >> (b & 63) & 1;
    return find_bytes(text, from.substr(at, sequence_length(from[at]))) != kNotFound;
  }
  std::string_view text;
  uint64_t bits[2] = {0, 0};
};

// Both ASCII, the common case, byte by byte.
Value strip_ascii(Context& context, Str* s, bool left, bool right, const uint64_t bits[2]) {
  const char* bytes = s->data();
  const auto holds = [&](size_t at) {
    unsigned char b = static_cast<unsigned char>(bytes[at]);
    return bits[b >> 6] >> (b & 63) & 1;
  };
  size_t first = 0, last = s->count;
  while (left && first < last && holds(first)) ++first;
  while (right && last > first && holds(last - 1)) --last;
  return str_substring(context, s, first, last);
}

// A CharSet's bits of ASCII's white space: 9-13 and 28-32.
constexpr uint64_t kSpaceBits[2] = {uint64_t{31} << 28 | uint64_t{31} << 9, 0};

template <typename Holds>
Value strip_where(Context& context, Str* s, bool left, bool right, Holds holds) {
  const std::string_view text = s->view();
  size_t first = 0, last = text.size();
  if (left) {
    while (first < last && holds(text, first)) first += sequence_length(text[first]);
  }
  if (right) {
    while (last > first) {
      size_t at = step_back(text, last);
      if (!holds(text, at)) break;
      last = at;
    }
  }
  return str_substring(context, s, first, last);
}

template <bool kLeft, bool kRight>
Value strip_method(Call& c) {
  constexpr const char* kName = kLeft && kRight ? "strip" : kLeft ? "lstrip" : "rstrip";
  Context& context = c.context();
  Str* s = c.self<Str>();
  if (!context.charge_bytes(s->count)) return Value::stopped();
  if (c[1].is_none()) {
    if (s->ascii()) return strip_ascii(context, s, kLeft, kRight, kSpaceBits);
    return strip_where(context, s, kLeft, kRight, space_at);
  }
  Str* chars = str_or_null(c[1]);
  if (!chars) return context.raise(Exc::TypeError, {kName, " arg must be None or str"});
  if (!s->ascii() && !chars->ascii()) {
    const uint64_t worst = static_cast<uint64_t>(s->length) * (chars->count / 16 + 1);
    if (!context.charge(worst / 4)) return Value::stopped();
  }
  const CharSet set(chars->view());
  if (s->ascii()) return strip_ascii(context, s, kLeft, kRight, set.bits);
  return strip_where(context, s, kLeft, kRight,
                     [&set](std::string_view text, size_t at) { return set.holds(text, at); });
}

// --- join ----------------------------------------------------------------------------------------

Value join_items(Context& context, Str* separator, const Value* items, size_t count) {
  if (count == 0) return Value::object(Kind::Str, context.realm().empty_str);
  if (!context.charge(count / 4 + 1)) return Value::stopped();
  size_t bytes = 0, length = 0;
  for (size_t i = 0; i < count; ++i) {
    const Str* item = str_or_null(items[i]);
    if (!item) {
      return context.raise(Exc::TypeError,
                           {"sequence item ", std::to_string(i), ": expected str instance, ",
                            type_name(context, items[i]), " found"});
    }
    bytes += item->count;
    length += item->length;
  }
  if (count == 1) return payload(items[0]);
  size_t more;
  if (__builtin_mul_overflow(static_cast<size_t>(separator->count), count - 1, &more) ||
      __builtin_add_overflow(bytes, more, &bytes)) {
    return context.stop_memory();
  }
  length += separator->length * (count - 1);
  if (!context.heap().fits(bytes)) return context.stop_memory();
  if (!context.charge_bytes(bytes)) return Value::stopped();
  Str* result = new_str_sized(context, bytes, length);
  if (!result) return context.stop_memory();
  char* out = str_bytes(result);
  const char* between = separator->data();
  const size_t gap = separator->count;
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) {
      if (gap == 1) {
        *out++ = *between;
      } else {
        __builtin_memcpy(out, between, gap);
        out += gap;
      }
    }
    const Str* item = payload(items[i]).as<Str>();
    __builtin_memcpy(out, item->data(), item->count);
    out += item->count;
  }
  return seal_str(context, result);
}

Value join_method(Call& c) {
  Context& context = c.context();
  Str* separator = c.self<Str>();
  Value items = c[1];
  if (!items.is(Kind::List) && !items.is(Kind::Tuple)) {
    Value iterator = iterate(context, c[1]);
    if (iterator.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
      context.take_pending();
      return context.raise(Exc::TypeError, "can only join an iterable");
    }
    if (iterator.is_abrupt()) return iterator;
    c.at(1) = iterator;
    BELLJAR_TRY(list, list_from(context, iterator));
    items = list;
  }
  if (items.is(Kind::List)) {
    const List* list = items.as<List>();
    return join_items(context, separator, list->items, list->size);
  }
  const Tuple* tuple = items.as<Tuple>();
  return join_items(context, separator, tuple->items, tuple->count);
}

constexpr NativeDef kMethods[] = {
    {"split", "self, sep=None, maxsplit=-1", split_method<false>, kNativeCallsBack},
    {"rsplit", "self, sep=None, maxsplit=-1", split_method<true>, kNativeCallsBack},
    {"splitlines", "self, keepends=False", splitlines_method, kNativeCallsBack},
    {"partition", "self, sep, /", partition_method<false>, kNativeWholeSelf},
    {"rpartition", "self, sep, /", partition_method<true>, kNativeWholeSelf},
    {"strip", "self, chars=None, /", strip_method<true, true>},
    {"lstrip", "self, chars=None, /", strip_method<true, false>},
    {"rstrip", "self, chars=None, /", strip_method<false, true>},
    {"join", "self, iterable, /", join_method, kNativeCallsBack},
};

}  // namespace

std::span<const NativeDef> str_split_methods() { return kMethods; }

}  // namespace belljar
