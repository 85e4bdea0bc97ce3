// list: constructor and methods.
#include "runtime/list.h"
#include "builtins/container_specials.h"
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/hash.h"
#include "runtime/protocol.h"
#include "runtime/sort.h"
#include "runtime/str.h"

namespace belljar {

namespace {

Value list_new(Call& c) {
  if (!c.has(1) || filled_by_init(c[0])) return new_list_reserved(c.context(), 0);
  return list_from(c.context(), c[1]);
}

Value list_init(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  Roots<1> roots(c.context());
  if (c.has(1)) {
    BELLJAR_TRY(fresh, list_from(c.context(), c[1]));
    roots[0] = fresh;
  }
  list_clear(c.context(), c.self<List>());
  if (c.has(1)) BELLJAR_CHECK(list_extend(c.context(), c.self<List>(), roots[0]));
  return Value::none();
}

Value list_method_append(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  return list_append(c.context(), c.self<List>(), c[1]);
}

Value list_method_extend(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  return list_extend(c.context(), c.self<List>(), c[1]);
}

// An argument that C code takes as Py_ssize_t.
Value size_argument(Context& context, Value v, int64_t* out) {
  BELLJAR_TRY(number, as_index(context, v));
  if (!number.is_int()) {
    return context.raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
  }
  *out = number.as_int();
  return Value::none();
}

Value list_method_insert(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  int64_t at;
  BELLJAR_CHECK(size_argument(c.context(), c[1], &at));
  if (at < INT64_MIN / 2) at = INT64_MIN / 2;
  return list_insert(c.context(), c.self<List>(), at, c[2]);
}

Value list_method_pop(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  List* list = c.self<List>();
  int64_t index = -1;
  if (c.has(1)) {
    BELLJAR_CHECK(size_argument(c.context(), c[1], &index));
  }
  int64_t size = list->size;
  if (size == 0) return c.context().raise(Exc::IndexError, "pop from empty list");
  if (index < 0) index += size;
  if (index < 0 || index >= size) {
    return c.context().raise(Exc::IndexError, "pop index out of range");
  }
  Value v = list->items[index];
  if (index == size - 1 && (size >= list->capacity / 2 || list->capacity < 64)) {
    list->size--;
    return v;
  }
  if (!c.context().charge_bytes(static_cast<uint64_t>(size - index))) return Value::stopped();
  list_remove_range(c.context(), list, static_cast<size_t>(index), 1);
  return v;
}

// The position of the first item at or after `from` (before `end`) that equals c[1], or -1.
Value find(Call& c, int64_t from, int64_t end) {
  Context& context = c.context();
  Roots<1> roots(context);
  for (int64_t i = from;; ++i) {
    if ((i & 63) == 0 && !context.charge(8)) return Value::stopped();
    List* list = c.self<List>();
    if (i >= end || i >= list->size) return Value::integer(-1);
    Value v = list->items[i];
    int same = equal_without_callback(v, c[1]);
    if (same == 0) continue;
    if (same > 0) return Value::integer(i);
    roots[0] = v;
    BELLJAR_TRY(equal, equals(context, v, c[1]));
    if (equal.as_bool()) return Value::integer(i);
  }
}

Value list_method_remove(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  BELLJAR_TRY(at, find(c, 0, INT64_MAX));
  List* list = c.self<List>();
  // An __eq__ may have shortened the list since.
  if (at.as_int() >= 0) {
    if (!c.context().charge_bytes(list->size)) return Value::stopped();
    list_remove_range(c.context(), list, static_cast<size_t>(at.as_int()), 1);
    return Value::none();
  }
  return c.context().raise(Exc::ValueError, "list.remove(x): x not in list");
}

Value list_method_index(Call& c) {
  Context& context = c.context();
  int64_t start = 0, end = INT64_MAX;
  BELLJAR_CHECK(index_bound(context, c[2], &start));
  BELLJAR_CHECK(index_bound(context, c[3], &end));
  int64_t size = c.self<List>()->size;
  if (start < 0) start = start + size < 0 ? 0 : start + size;
  if (end < 0) end = end + size < 0 ? 0 : end + size;
  BELLJAR_TRY(at, find(c, start, end));
  if (at.as_int() >= 0) return at;
  BELLJAR_TRY(text, repr(context, c[1]));
  return context.raise(Exc::ValueError, {text.as<Str>()->view(), " is not in list"});
}

Value list_method_count(Call& c) {
  int64_t count = 0;
  for (int64_t i = 0;; ++i) {
    BELLJAR_TRY(at, find(c, i, INT64_MAX));
    i = at.as_int();
    if (i < 0) return Value::integer(count);
    ++count;
  }
}

Value list_method_reverse(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  List* list = c.self<List>();
  if (!c.context().charge_bytes(list->size)) return Value::stopped();
  reverse_values(list->items, list->size);
  return Value::none();
}

Value list_method_sort(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  bool reverse;
  BELLJAR_CHECK(flag_argument(c.context(), c[2], &reverse));
  return sort_list(c.context(), c.self<List>(), c[1], reverse);
}

Value list_method_clear(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  list_clear(c.context(), c.self<List>());
  return Value::none();
}

Value list_method_copy(Call& c) {
  List* list = c.self<List>();
  return list_slice(c.context(), list, 0, 1, list->size);
}

Value list_method_add(Call& c) {
  Value other = payload(c[1]);
  if (!other.is(Kind::List)) {
    return c.context().raise(Exc::TypeError, {"can only concatenate list (not \"",
                                              type_name(c.context(), c[1]), "\") to list"});
  }
  return list_concat(c.context(), c.self<List>(), other.as<List>());
}

Value repeat_count(Call& c, int64_t* times) {
  BELLJAR_TRY(number, as_index(c.context(), c[1]));
  if (!number.is_int()) {
    return c.context().raise(Exc::OverflowError, {"cannot fit '", type_name(c.context(), c[1]),
                                                  "' into an index-sized integer"});
  }
  *times = number.as_int();
  return Value::none();
}

Value list_method_mul(Call& c) {
  int64_t times;
  BELLJAR_CHECK(repeat_count(c, &times));
  return list_repeat(c.context(), c.self<List>(), times);
}

Value list_method_iadd(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  BELLJAR_CHECK(list_extend(c.context(), c.self<List>(), c[1]));
  return c[0];
}

Value list_method_imul(Call& c) {
  BELLJAR_CHECK(check_mutable(c));
  int64_t times;
  BELLJAR_CHECK(repeat_count(c, &times));
  BELLJAR_TRY(repeated, list_repeat(c.context(), c.self<List>(), times));
  list_clear(c.context(), c.self<List>());
  BELLJAR_CHECK(list_extend(c.context(), c.self<List>(), repeated));
  return c[0];
}

constexpr NativeDef kListMethods[] = {
    {"__init__", "self, iterable?, /", list_init, kNativeCallsBack},
    {"append", "self, object, /", list_method_append},
    {"extend", "self, iterable, /", list_method_extend, kNativeCallsBack},
    {"insert", "self, index, object, /", list_method_insert, kNativeCallsBack},
    {"pop", "self, index?, /", list_method_pop, kNativeCallsBack},
    {"remove", "self, value, /", list_method_remove, kNativeCallsBack},
    {"index", "self, value, start?, stop?, /", list_method_index, kNativeCallsBack},
    {"count", "self, value, /", list_method_count, kNativeCallsBack},
    {"reverse", "self, /", list_method_reverse},
    {"sort", "self, /, *, key=None, reverse=False", list_method_sort, kNativeCallsBack},
    {"clear", "self, /", list_method_clear},
    {"copy", "self, /", list_method_copy},
    {"__add__", "self, value, /", list_method_add},
    {"__mul__", "self, value, /", list_method_mul, kNativeCallsBack},
    {"__rmul__", "self, value, /", list_method_mul, kNativeCallsBack},
    {"__iadd__", "self, value, /", list_method_iadd, kNativeCallsBack},
    {"__imul__", "self, value, /", list_method_imul, kNativeCallsBack},
};

}  // namespace

void install_list(RealmBuilder& b) {
  Class* list = b.new_class("list", nullptr, Kind::List);
  b.constructor(list, {"__new__", "cls, iterable?, /", list_new, kNativeCallsBack});
  install_container_specials(b, list,
                             kSpecialLen | kSpecialIter | kSpecialContains | kSpecialGetItem |
                                 kSpecialSetItem | kSpecialReversed | kSpecialEquality |
                                 kSpecialOrder | kSpecialUnhashable);
  b.methods(list, kListMethods);
  b.plain_method(list, "__getitem__");
  b.member(b.building().builtins, "list", Value::object(list));
}

}  // namespace belljar
