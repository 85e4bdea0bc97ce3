// bytes: find, index, count, startswith, replace and their mirror images.
#include "builtins/bytes_methods.h"
#include "builtins/text_arguments.h"
#include "runtime/bytes.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "runtime/text_search.h"

namespace belljar {

Value bytes_argument(Context& context, Value v, std::string_view* bytes) {
  Value plain = payload(v);
  if (!is_bytes_like(plain)) {
    return context.raise(Exc::TypeError,
                         {"a bytes-like object is required, not '", type_name(context, v), "'"});
  }
  *bytes = bytes_view(plain);
  return Value::none();
}

Value byte_argument(Context& context, Value v, char* byte) {
  BELLJAR_TRY(index, as_index(context, v));
  if (!index.is_int_like() || index.as_int() < 0 || index.as_int() > 255) {
    return context.raise(Exc::ValueError, "byte must be in range(0, 256)");
  }
  *byte = static_cast<char>(index.as_int());
  return Value::none();
}

Value bytes_result(Call& c, std::string_view bytes) {
  return new_bytes_of_kind(c.context(), c[0].kind(), bytes);
}

Value bytes_part(Call& c, size_t first, size_t last) {
  std::string_view all = bytes_view(c[0]);
  if (first == 0 && last == all.size() && c[0].is(Kind::Bytes)) return c[0];
  if (!c.context().charge_bytes(last - first)) return Value::stopped();
  return bytes_result(c, all.substr(first, last - first));
}

namespace {

constexpr int64_t kAbsent = -1;

// What is searched: bytes, or one byte given as an int.
struct Needle {
  std::string_view view;
  char byte;
};

// To be called when nothing more calls back: the view is of the value itself.
Value needle_argument(Context& context, Value v, Needle* needle) {
  Value plain = payload(v);
  if (is_bytes_like(plain)) {
    needle->view = bytes_view(plain);
    return Value::none();
  }
  const bool index =
      is_int_value(plain) ||
      (v.is(Kind::Instance) && !special_method(context, v, Atom::index).is_undefined());
  if (!index) {
    return context.raise(Exc::TypeError, {"argument should be integer or bytes-like object, not '",
                                          type_name(context, v), "'"});
  }
  BELLJAR_CHECK(byte_argument(context, v, &needle->byte));
  needle->view = {&needle->byte, 1};
  return Value::none();
}

struct SearchRange {
  int64_t start, end;
  bool empty;
};
Value search_range(Call& c, SearchRange* r) {
  BELLJAR_CHECK(slice_argument(c.context(), c[2], 0, &r->start));
  BELLJAR_CHECK(slice_argument(c.context(), c[3], INT64_MAX, &r->end));
  return Value::none();
}
std::string_view cut(Call& c, SearchRange* r) {
  std::string_view all = bytes_view(c[0]);
  r->empty = !clamp_range(static_cast<int64_t>(all.size()), &r->start, &r->end);
  if (r->empty) return {};
  return all.substr(static_cast<size_t>(r->start), static_cast<size_t>(r->end - r->start));
}

template <bool kLast>
Value search(Call& c, int64_t* index) {
  Context& context = c.context();
  SearchRange r;
  BELLJAR_CHECK(search_range(c, &r));
  Needle needle;
  BELLJAR_CHECK(needle_argument(context, c[1], &needle));
  std::string_view text = cut(c, &r);
  *index = kAbsent;
  if (r.empty) return Value::none();
  if (needle.view.empty()) {
    *index = kLast ? r.end : r.start;
    return Value::none();
  }
  uint64_t work = text.size();
  size_t at = kLast ? rfind_bytes(text, needle.view, &work) : find_bytes(text, needle.view);
  if (!context.charge_bytes(work)) return Value::stopped();
  if (at != kNotFound) *index = r.start + static_cast<int64_t>(at);
  return Value::none();
}

template <bool kLast>
Value find_method(Call& c) {
  int64_t index;
  BELLJAR_CHECK(search<kLast>(c, &index));
  return Value::integer(index);
}

template <bool kLast>
Value index_method(Call& c) {
  int64_t index;
  BELLJAR_CHECK(search<kLast>(c, &index));
  if (index == kAbsent) return c.context().raise(Exc::ValueError, "subsection not found");
  return Value::integer(index);
}

Value count_method(Call& c) {
  SearchRange r;
  BELLJAR_CHECK(search_range(c, &r));
  Needle needle;
  BELLJAR_CHECK(needle_argument(c.context(), c[1], &needle));
  std::string_view text = cut(c, &r);
  if (r.empty) return Value::integer(0);
  if (needle.view.empty()) return Value::integer(r.end - r.start + 1);
  if (!c.context().charge_bytes(text.size())) return Value::stopped();
  return count_occurrences(c.context(), text, needle.view);
}

template <bool kTail>
Value affix_method(Call& c) {
  constexpr const char* kName = kTail ? "endswith" : "startswith";
  Context& context = c.context();
  SearchRange r;
  BELLJAR_CHECK(search_range(c, &r));
  std::string_view text = cut(c, &r);
  const auto matches = [&](std::string_view part) {
    return !r.empty && (kTail ? text.ends_with(part) : text.starts_with(part));
  };
  Value parts = payload(c[1]);
  std::string_view part;
  if (parts.is(Kind::Tuple)) {
    const Tuple* tuple = parts.as<Tuple>();
    if (!context.charge(tuple->count)) return Value::stopped();
    for (uint32_t i = 0; i < tuple->count; ++i) {
      BELLJAR_CHECK(bytes_argument(context, tuple->items[i], &part));
      if (matches(part)) return Value::boolean(true);
    }
    return Value::boolean(false);
  }
  if (!is_bytes_like(parts)) {
    return context.raise(
        Exc::TypeError,
        {kName, " first arg must be bytes or a tuple of bytes, not ", type_name(context, c[1])});
  }
  return Value::boolean(matches(bytes_view(parts)));
}

Value removeprefix_method(Call& c) {
  std::string_view part, all = bytes_view(c[0]);
  BELLJAR_CHECK(bytes_argument(c.context(), c[1], &part));
  return bytes_part(c, all.starts_with(part) ? part.size() : 0, all.size());
}

Value removesuffix_method(Call& c) {
  std::string_view part, all = bytes_view(c[0]);
  BELLJAR_CHECK(bytes_argument(c.context(), c[1], &part));
  return bytes_part(c, 0, all.ends_with(part) ? all.size() - part.size() : all.size());
}

Value replace_method(Call& c) {
  Context& context = c.context();
  int64_t count;
  std::string_view old, fresh;
  BELLJAR_CHECK(bytes_argument(context, c[1], &old));
  BELLJAR_CHECK(bytes_argument(context, c[2], &fresh));
  BELLJAR_CHECK(size_argument(context, c[3], &count));
  // The count's __index__ may have changed bytearrays.
  BELLJAR_CHECK(bytes_argument(context, c[1], &old));
  BELLJAR_CHECK(bytes_argument(context, c[2], &fresh));
  const std::string_view text = bytes_view(c[0]);
  const uint64_t limit = count < 0 ? UINT64_MAX : static_cast<uint64_t>(count);
  if (!context.charge_bytes(text.size())) return Value::stopped();
  StrBuilder out(context);
  size_t at = 0;
  for (uint64_t done = 0; done < limit && !out.failed(); ++done) {
    if (old.empty()) {
      out.append(fresh);
      if (at == text.size()) break;
      out.append(text[at++]);
      continue;
    }
    size_t hit = find_bytes(text, old, at);
    if (hit == kNotFound) break;
    out.append(text.substr(at, hit - at));
    out.append(fresh);
    at = hit + old.size();
  }
  out.append(text.substr(at));
  if (out.failed()) return context.stop_memory();
  return bytes_result(c, out.view());
}

constexpr NativeDef kMethods[] = {
    {"find", "self, sub, start=None, end=None, /", find_method<false>,
     kNativeCallsBack | kNativeTuple},
    {"rfind", "self, sub, start=None, end=None, /", find_method<true>,
     kNativeCallsBack | kNativeTuple},
    {"index", "self, sub, start=None, end=None, /", index_method<false>,
     kNativeCallsBack | kNativeTuple},
    {"rindex", "self, sub, start=None, end=None, /", index_method<true>,
     kNativeCallsBack | kNativeTuple},
    {"count", "self, sub, start=None, end=None, /", count_method, kNativeCallsBack | kNativeTuple},
    {"startswith", "self, prefix, start=None, end=None, /", affix_method<false>,
     kNativeCallsBack | kNativeTuple},
    {"endswith", "self, suffix, start=None, end=None, /", affix_method<true>,
     kNativeCallsBack | kNativeTuple},
    {"removeprefix", "self, prefix, /", removeprefix_method},
    {"removesuffix", "self, suffix, /", removesuffix_method},
    {"replace", "self, old, new, count=-1, /", replace_method, kNativeCallsBack},
};

}  // namespace

std::span<const NativeDef> bytes_search_methods() { return kMethods; }

}  // namespace belljar
