// str: find, index, count, startswith, replace and their mirror images.
#include "builtins/str_methods.h"
#include "builtins/text_arguments.h"
#include "runtime/str.h"
#include "runtime/str_layout.h"
#include "runtime/text_search.h"

namespace belljar {
namespace {

// Where a search looks: code points [start, end) of the text, as bytes [first, last).
struct SearchRange {
  int64_t start, end;
  size_t first, last;
  bool empty;  // start lies behind end: not even "" is found
};

Value search_range(Call& c, const Str* s, SearchRange* r) {
  r->start = 0;
  r->end = s->length;
  if (__builtin_expect(!c[2].is_none() || !c[3].is_none(), 0)) {
    BELLJAR_CHECK(slice_argument(c.context(), c[2], 0, &r->start));
    BELLJAR_CHECK(slice_argument(c.context(), c[3], INT64_MAX, &r->end));
  }
  r->empty = !clamp_range(s->length, &r->start, &r->end);
  if (r->empty) return Value::none();
  r->first = str_offset(s, static_cast<uint32_t>(r->start));
  r->last = str_offset(s, static_cast<uint32_t>(r->end));
  return Value::none();
}

constexpr int64_t kAbsent = -1;

// Code point index of the first (or last) occurrence of c[1] in the range, or kAbsent.
template <bool kLast>
Value search(Call& c, int64_t* index) {
  Context& context = c.context();
  Str* s = c.self<Str>();
  Str* needle = str_or_null(c[1]);
  SearchRange r;
  BELLJAR_CHECK(search_range(c, s, &r));
  if (!needle)
    return context.raise(Exc::TypeError, {"must be str, not ", type_name(context, c[1])});
  *index = kAbsent;
  if (r.empty) return Value::none();
  if (needle->count == 0) {
    *index = kLast ? r.end : r.start;
    return Value::none();
  }
  std::string_view text(s->data() + r.first, r.last - r.first);
  if (!context.charge_bytes(text.size())) return Value::stopped();
  size_t at;
  if constexpr (kLast) {
    uint64_t work = 0;
    at = rfind_bytes(text, needle->view(), &work);
    if (!context.charge_bytes(work)) return Value::stopped();
  } else {
    at = find_bytes(text, needle->view());
  }
  if (at != kNotFound) *index = str_index_of_offset(s, static_cast<uint32_t>(r.first + at));
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
  if (index == kAbsent) return c.context().raise(Exc::ValueError, "substring not found");
  return Value::integer(index);
}

Value count_method(Call& c) {
  Context& context = c.context();
  Str* s = c.self<Str>();
  Str* needle = str_or_null(c[1]);
  SearchRange r;
  BELLJAR_CHECK(search_range(c, s, &r));
  if (!needle)
    return context.raise(Exc::TypeError, {"must be str, not ", type_name(context, c[1])});
  if (r.empty) return Value::integer(0);
  if (needle->count == 0) return Value::integer(r.end - r.start + 1);
  if (!context.charge_bytes(r.last - r.first)) return Value::stopped();
  std::string_view text(s->data() + r.first, r.last - r.first);
  return count_occurrences(context, text, needle->view());
}

// --- startswith, endswith ------------------------------------------------------------------------

template <bool kTail>
bool matches(const Str* s, const SearchRange& r, const Str* part) {
  if (r.empty || part->count > r.last - r.first) return false;
  const char* at = s->data() + (kTail ? r.last - part->count : r.first);
  return __builtin_memcmp(at, part->data(), part->count) == 0;
}

template <bool kTail>
Value affix_method(Call& c) {
  constexpr const char* kName = kTail ? "endswith" : "startswith";
  Context& context = c.context();
  Str* s = c.self<Str>();
  SearchRange r;
  BELLJAR_CHECK(search_range(c, s, &r));
  if (c[1].is_str()) return Value::boolean(matches<kTail>(s, r, c[1].as<Str>()));
  Value parts = payload(c[1]);
  if (parts.is(Kind::Tuple)) {
    const Tuple* tuple = parts.as<Tuple>();
    if (!context.charge(tuple->count)) return Value::stopped();
    for (uint32_t i = 0; i < tuple->count; ++i) {
      Str* part = str_or_null(tuple->items[i]);
      if (!part) {
        return context.raise(Exc::TypeError, {"tuple for ", kName, " must only contain str, not ",
                                              type_name(context, tuple->items[i])});
      }
      if (matches<kTail>(s, r, part)) return Value::boolean(true);
    }
    return Value::boolean(false);
  }
  if (!parts.is_str()) {
    return context.raise(Exc::TypeError, {kName, " first arg must be str or a tuple of str, not ",
                                          type_name(context, c[1])});
  }
  return Value::boolean(matches<kTail>(s, r, parts.as<Str>()));
}

Value removeprefix_method(Call& c) {
  Str* s = c.self<Str>();
  Str* part = str_or_null(c[1]);
  if (!part) return not_a_str(c.context(), "removeprefix() argument", c[1]);
  if (!s->view().starts_with(part->view())) return c[0];
  return str_substring(c.context(), s, part->count, s->count);
}

Value removesuffix_method(Call& c) {
  Str* s = c.self<Str>();
  Str* part = str_or_null(c[1]);
  if (!part) return not_a_str(c.context(), "removesuffix() argument", c[1]);
  if (part->count == 0 || !s->view().ends_with(part->view())) return c[0];
  return str_substring(c.context(), s, 0, s->count - part->count);
}

// --- replace -------------------------------------------------------------------------------------

// "" is found before each code point and at the end.
Value replace_empty(Context& context, Str* s, const Str* fresh, uint64_t limit) {
  StrBuilder out(context);
  const std::string_view text = s->view();
  size_t at = 0;
  for (uint64_t done = 0; done < limit; ++done) {
    out.append(fresh->view());
    if (at == text.size()) return out.finish();
    size_t n = sequence_length(text[at]);
    out.append(text.substr(at, n));
    at += n;
    if (out.failed()) return context.stop_memory();
  }
  out.append(text.substr(at));
  return out.finish();
}

// One ASCII character by another: the shape does not change.
Value replace_byte(Context& context, Str* s, char old, char fresh, uint64_t limit) {
  const size_t first = find_bytes(s->view(), {&old, 1});
  if (first == kNotFound) return Value::object(Kind::Str, s);
  Str* result = new_str_sized(context, s->count, s->length);
  if (!result) return context.stop_memory();
  char* bytes = str_bytes(result);
  __builtin_memcpy(bytes, s->data(), s->count);
  if (limit >= s->count) {
    for (size_t i = first; i < s->count; ++i) bytes[i] = bytes[i] == old ? fresh : bytes[i];
  } else {
    for (size_t i = first; limit > 0 && i < s->count; ++i) {
      if (bytes[i] != old) continue;
      bytes[i] = fresh;
      --limit;
    }
  }
  return seal_str(context, result);
}

// True if the result would be larger than what is left of the memory. Only growth beyond what any
// heap has is worth the count.
bool too_large(Context& context, const Str* s, const Str* old, const Str* fresh, uint64_t limit) {
  if (fresh->count <= old->count) return false;
  const uint64_t growth = fresh->count - old->count;
  const uint64_t most = old->count == 0 ? s->length + uint64_t{1} : s->count / old->count;
  uint64_t times = most < limit ? most : limit;
  if (times * growth < kInfallibleBytes) return false;
  if (old->count > 0) times = count_bytes(s->view(), old->view(), times);
  return !context.heap().fits(s->count + times * growth);
}

Value replace_method(Call& c) {
  Context& context = c.context();
  Str* s = c.self<Str>();
  Str* old = str_or_null(c[1]);
  if (!old) return not_a_str(context, "replace() argument 1", c[1]);
  Str* fresh = str_or_null(c[2]);
  if (!fresh) return not_a_str(context, "replace() argument 2", c[2]);
  int64_t count;
  BELLJAR_CHECK(size_argument(context, c[3], &count));
  const uint64_t limit = count < 0 ? UINT64_MAX : static_cast<uint64_t>(count);
  if (limit == 0) return c[0];
  if (!context.charge_bytes(s->count)) return Value::stopped();
  if (too_large(context, s, old, fresh, limit)) return context.stop_memory();
  if (old->count == 0) {
    if (fresh->count == 0) return c[0];
    return replace_empty(context, s, fresh, limit);
  }
  if (old->count == 1 && fresh->count == 1) {
    return replace_byte(context, s, old->data()[0], fresh->data()[0], limit);
  }
  const std::string_view text = s->view(), wanted = old->view(), replacement = fresh->view();
  size_t hit = find_bytes(text, wanted);
  if (hit == kNotFound) return c[0];
  StrBuilder out(context);
  size_t at = 0;
  for (uint64_t done = 0; hit != kNotFound && done < limit; ++done) {
    out.append(text.substr(at, hit - at));
    out.append(replacement);
    if (out.failed()) return context.stop_memory();
    at = hit + wanted.size();
    hit = find_bytes(text, wanted, at);
  }
  out.append(text.substr(at));
  return out.finish();
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

std::span<const NativeDef> str_search_methods() { return kMethods; }

}  // namespace belljar
