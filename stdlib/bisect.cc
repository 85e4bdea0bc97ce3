// bisect: binary search in a sequence, and insertion where it ends.
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "runtime/str.h"
#include "stdlib/install.h"

namespace belljar {

namespace {

// Parameters: a, x, lo, hi, key.
constexpr const char* kSignature = "a, x, lo=0, hi=None, *, key=None";

Value size_argument(Context& context, Value v, int64_t* out) {
  BELLJAR_TRY(number, as_index(context, v));
  if (!number.is_int()) {
    return context.raise(Exc::OverflowError, "Python int too large to convert to C ssize_t");
  }
  *out = number.as_int();
  return Value::none();
}

Value less(Context& context, Value a, Value b) {
  if (a.is_int() && b.is_int()) return Value::boolean(a.as_int() < b.as_int());
  BELLJAR_TRY(answer, compare(context, a, b, Comparison::Lt));
  return answer.is_bool() ? answer : truth(context, answer);
}

// A dict's length and items are none of a sequence.
Value refuse_mapping(Context& context, Value v) {
  if (!v.is(Kind::Dict)) return Value::none();
  return context.raise(Exc::TypeError, "dict is not a sequence");
}

Value sequence_item(Context& context, Value v, int64_t at) {
  if (!v.is(Kind::List) && !v.is(Kind::Tuple)) {
    BELLJAR_CHECK(refuse_mapping(context, v));
    if (special_method(context, v, Atom::getitem).is_undefined()) {
      return context.raise(Exc::TypeError,
                           {"'", type_name(context, v), "' object does not support indexing"});
    }
  }
  return get_item(context, v, Value::integer(at));
}

// Where x belongs: behind items equal to it (`right`), or before them.
Value position(Call& c, Value x, bool right) {
  Context& context = c.context();
  int64_t low = 0;
  int64_t high = -1;
  BELLJAR_CHECK(size_argument(context, c[2], &low));
  if (!c[3].is_none()) {
    bool indexable =
        is_int_value(payload(c[3])) || !special_method(context, c[3], Atom::index).is_undefined();
    if (!indexable) {
      return context.raise(Exc::TypeError, {"argument should be integer or None, not '",
                                            type_name(context, c[3]), "'"});
    }
    BELLJAR_CHECK(size_argument(context, c[3], &high));
  }
  if (low < 0) return context.raise(Exc::ValueError, "lo must be non-negative");
  if (high == -1) {
    BELLJAR_CHECK(refuse_mapping(context, c[0]));
    BELLJAR_TRY(size, length(context, c[0]));
    high = size.as_int();
  }
  Roots<2> roots(context);
  roots[0] = x;
  while (low < high) {
    if (!context.charge(1)) return Value::stopped();
    int64_t middle = low + (high - low) / 2;
    BELLJAR_TRY(item, sequence_item(context, c[0], middle));
    roots[1] = item;
    if (!c[4].is_none()) {
      BELLJAR_TRY(key, context.invoke(c[4], {item}));
      roots[1] = key;
    }
    BELLJAR_TRY(before, right ? less(context, x, roots[1]) : less(context, roots[1], x));
    if (before.as_bool() == right) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return Value::integer(low);
}

template <bool right>
Value bisect(Call& c) {
  return position(c, c[1], right);
}

template <bool right>
Value insort(Call& c) {
  Context& context = c.context();
  Roots<1> roots(context);
  roots[0] = c[1];
  if (!c[4].is_none()) {
    BELLJAR_TRY(key, context.invoke(c[4], {c[1]}));
    roots[0] = key;
  }
  BELLJAR_TRY(at, position(c, roots[0], right));
  if (c[0].is(Kind::List)) {
    BELLJAR_CHECK(list_insert(context, c[0].as<List>(), at.as_int(), c[1]));
    return Value::none();
  }
  BELLJAR_TRY(name, new_str(context, "insert"));
  BELLJAR_TRY(insert, get_attribute(context, c[0], name.as<Str>()));
  roots[0] = insert;
  BELLJAR_CHECK(context.invoke(insert, {at, c[1]}));
  return Value::none();
}

constexpr NativeDef kFunctions[] = {
    {"bisect_right", kSignature, bisect<true>, kNativeCallsBack},
    {"bisect_left", kSignature, bisect<false>, kNativeCallsBack},
    {"insort_right", kSignature, insort<true>, kNativeCallsBack},
    {"insort_left", kSignature, insort<false>, kNativeCallsBack},
};

}  // namespace

void install_bisect(RealmBuilder& b) {
  Module* m = b.module("bisect");
  b.functions(m, kFunctions);
  // The same functions by their short names.
  for (const char* name : {"bisect", "insort"}) {
    Str* full = b.str(std::string(name) + "_right");
    b.member(m, name, dict_get_str(b, m->attributes, full));
  }
}

}  // namespace belljar
