// bytes: split, join, strip, partition, splitlines.
#include <algorithm>
#include <string>

#include "builtins/bytes_methods.h"
#include "builtins/text_arguments.h"
#include "runtime/bytes.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/text_search.h"

namespace belljar {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= 9 && c <= 13); }

Value append_part(Call& c, List* list, size_t first, size_t last) {
  BELLJAR_TRY(part, bytes_part(c, first, last));
  return list_append(c.context(), list, part);
}

Value split_at(Call& c, List* list, std::string_view separator, uint64_t limit) {
  const std::string_view text = bytes_view(c[0]);
  size_t at = 0;
  for (uint64_t done = 0; done < limit; ++done) {
    size_t hit = find_bytes(text, separator, at);
    if (hit == kNotFound) break;
    BELLJAR_CHECK(append_part(c, list, at, hit));
    at = hit + separator.size();
  }
  return append_part(c, list, at, text.size());
}

Value rsplit_at(Call& c, List* list, std::string_view separator, uint64_t limit) {
  const std::string_view text = bytes_view(c[0]);
  size_t end = text.size();
  for (uint64_t done = 0; done < limit; ++done) {
    uint64_t work = 0;
    size_t hit = rfind_bytes(text.substr(0, end), separator, &work);
    if (!c.context().charge_bytes(work)) return Value::stopped();
    if (hit == kNotFound) break;
    BELLJAR_CHECK(append_part(c, list, hit + separator.size(), end));
    end = hit;
  }
  return append_part(c, list, 0, end);
}

Value split_blank(Call& c, List* list, uint64_t limit) {
  const std::string_view text = bytes_view(c[0]);
  size_t at = 0;
  for (uint64_t done = 0;; ++done) {
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at == text.size()) return Value::none();
    size_t end = at;
    if (done < limit) {
      while (end < text.size() && !is_blank(text[end])) ++end;
    } else {
      end = text.size();
    }
    BELLJAR_CHECK(append_part(c, list, at, end));
    at = end;
  }
}

Value rsplit_blank(Call& c, List* list, uint64_t limit) {
  const std::string_view text = bytes_view(c[0]);
  size_t end = text.size();
  for (uint64_t done = 0;; ++done) {
    while (end > 0 && is_blank(text[end - 1])) --end;
    if (end == 0) return Value::none();
    size_t at = end;
    if (done < limit) {
      while (at > 0 && !is_blank(text[at - 1])) --at;
    } else {
      at = 0;
    }
    BELLJAR_CHECK(append_part(c, list, at, end));
    end = at;
  }
}

template <bool kFromRight>
Value split_method(Call& c) {
  Context& context = c.context();
  int64_t most;
  BELLJAR_CHECK(size_argument(context, c[2], &most));
  const uint64_t limit = most < 0 ? UINT64_MAX : static_cast<uint64_t>(most);
  if (!context.charge_bytes(bytes_view(c[0]).size())) return Value::stopped();
  BELLJAR_TRY(result, new_list_reserved(context, 8));
  List* list = result.as<List>();
  if (c[1].is_none()) {
    BELLJAR_CHECK(kFromRight ? rsplit_blank(c, list, limit) : split_blank(c, list, limit));
  } else {
    std::string_view separator;
    BELLJAR_CHECK(bytes_argument(context, c[1], &separator));
    if (separator.empty()) return context.raise(Exc::ValueError, "empty separator");
    BELLJAR_CHECK(kFromRight ? rsplit_at(c, list, separator, limit)
                             : split_at(c, list, separator, limit));
  }
  if (kFromRight) std::reverse(list->items, list->items + list->size);
  return result;
}

Value splitlines_method(Call& c) {
  Context& context = c.context();
  int64_t keep;
  BELLJAR_CHECK(int_argument(context, c[1], &keep));
  const std::string_view text = bytes_view(c[0]);
  if (!context.charge_bytes(text.size())) return Value::stopped();
  BELLJAR_TRY(result, new_list_reserved(context, 8));
  for (size_t first = 0; first < text.size();) {
    size_t end = text.find_first_of("\n\r", first);
    if (end == text.npos) end = text.size();
    size_t next = end;
    if (next < text.size()) {
      next += text[next] == '\r' && next + 1 < text.size() && text[next + 1] == '\n' ? 2 : 1;
    }
    BELLJAR_CHECK(append_part(c, result.as<List>(), first, keep != 0 ? next : end));
    first = next;
  }
  return result;
}

template <bool kFromRight>
Value partition_method(Call& c) {
  Context& context = c.context();
  std::string_view separator, text = bytes_view(c[0]);
  BELLJAR_CHECK(bytes_argument(context, c[1], &separator));
  if (separator.empty()) return context.raise(Exc::ValueError, "empty separator");
  uint64_t work = text.size();
  size_t hit = kFromRight ? rfind_bytes(text, separator, &work) : find_bytes(text, separator);
  if (!context.charge_bytes(work)) return Value::stopped();
  const bool found = hit != kNotFound;
  const size_t head_end = found ? hit : kFromRight ? 0 : text.size();
  const size_t tail_start = found ? hit + separator.size() : kFromRight ? 0 : text.size();
  BELLJAR_TRY(head, bytes_part(c, 0, head_end));
  // bytes give the separator that they were given.
  BELLJAR_TRY(middle, found && c[0].is(Kind::Bytes)
                          ? c[1]
                          : bytes_result(c, found ? separator : std::string_view()));
  BELLJAR_TRY(tail, bytes_part(c, tail_start, text.size()));
  Value parts[3] = {head, middle, tail};
  return new_tuple(context, parts, 3);
}

template <bool kLeft, bool kRight>
Value strip_method(Call& c) {
  std::string_view chars = " \t\n\r\v\f";
  if (!c[1].is_none()) BELLJAR_CHECK(bytes_argument(c.context(), c[1], &chars));
  const std::string_view text = bytes_view(c[0]);
  if (!c.context().charge_bytes(text.size() + chars.size())) return Value::stopped();
  bool strips[256] = {};
  for (char ch : chars) strips[static_cast<unsigned char>(ch)] = true;
  size_t first = 0, last = text.size();
  while (kLeft && first < last && strips[static_cast<unsigned char>(text[first])]) ++first;
  while (kRight && last > first && strips[static_cast<unsigned char>(text[last - 1])]) --last;
  return bytes_part(c, first, last);
}

Value join_method(Call& c) {
  Context& context = c.context();
  Value iterator = iterate(context, c[1]);
  if (iterator.is(Kind::Raised) && context.pending_is(Exc::TypeError)) {
    context.take_pending();
    return context.raise(Exc::TypeError, "can only join an iterable");
  }
  if (iterator.is_abrupt()) return iterator;
  c.at(1) = iterator;
  BELLJAR_TRY(list_value, list_from(context, iterator));
  const List* list = list_value.as<List>();
  if (!context.charge(list->size)) return Value::stopped();
  const std::string_view separator = bytes_view(c[0]);
  StrBuilder out(context);
  for (uint32_t i = 0; i < list->size; ++i) {
    Value item = payload(list->items[i]);
    if (!is_bytes_like(item)) {
      return context.raise(Exc::TypeError,
                           {"sequence item ", std::to_string(i), ": expected a bytes-like object, ",
                            type_name(context, list->items[i]), " found"});
    }
    if (i > 0) out.append(separator);
    out.append(bytes_view(item));
    if (out.failed()) return context.stop_memory();
  }
  return bytes_result(c, out.view());
}

constexpr NativeDef kMethods[] = {
    {"split", "self, sep=None, maxsplit=-1", split_method<false>, kNativeCallsBack},
    {"rsplit", "self, sep=None, maxsplit=-1", split_method<true>, kNativeCallsBack},
    {"splitlines", "self, keepends=False", splitlines_method, kNativeCallsBack},
    {"partition", "self, sep, /", partition_method<false>},
    {"rpartition", "self, sep, /", partition_method<true>},
    {"strip", "self, bytes=None, /", strip_method<true, true>},
    {"lstrip", "self, bytes=None, /", strip_method<true, false>},
    {"rstrip", "self, bytes=None, /", strip_method<false, true>},
    {"join", "self, iterable_of_bytes, /", join_method, kNativeCallsBack},
};

}  // namespace

std::span<const NativeDef> bytes_split_methods() { return kMethods; }

}  // namespace belljar
