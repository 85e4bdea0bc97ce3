// list.sort and sorted().
//
// What is sorted is never the values but small records that point at them: a number of 64 bits that
// orders as the key does, and the value's position. For ints and floats that number is the whole
// key; for strs it is the first eight bytes, for tuples that of the first item, and only ties look
// at the objects. Keys that are not all of one simple kind are compared by the program's rules,
// positions only. Meanwhile keys and values lie still in two rooted buffers, and the list is empty.
#include "runtime/sort.h"

#include <cstring>

#include "runtime/list.h"
#include "runtime/merge_sort.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

namespace belljar {

namespace {

struct Record {
  uint64_t order;
  uint32_t position;
};

// --- keys as ordered numbers
// ------------------------------------------------------------------------

uint64_t order_of_int(int64_t i) { return static_cast<uint64_t>(i) ^ (uint64_t{1} << 63); }

uint64_t order_of_float(double d) {
  if (d == 0) d = 0;  // -0.0 is equal to 0.0
  uint64_t bits;
  std::memcpy(&bits, &d, sizeof bits);
  return bits >> 63 ? ~bits : bits | (uint64_t{1} << 63);
}

uint64_t order_of_str(const Str* s) {
  unsigned char bytes[8] = {};
  std::memcpy(bytes, s->data(), s->count < 8 ? s->count : 8);
  uint64_t order;
  std::memcpy(&order, bytes, sizeof order);
  return __builtin_bswap64(order);  // the first byte decides first
}

enum class KeyKind : uint8_t { Other, Int, Float, Number, Str, Tuple };
constexpr uint32_t kColumnsMax = 8;
constexpr int64_t kExactInDouble = int64_t{1} << 53;

KeyKind simple_kind(Value v) {
  switch (v.kind()) {
    case Kind::Bool:
    case Kind::Int:
      return KeyKind::Int;
    case Kind::Float:
      return v.as_float() == v.as_float() ? KeyKind::Float : KeyKind::Other;
    case Kind::Str:
      return KeyKind::Str;
    default:
      return KeyKind::Other;
  }
}

// The kind that a column of keys has so far, joined with one more key. Ints among floats are
// compared as floats as long as they are exact there.
KeyKind join(KeyKind so_far, Value v, bool* wide) {
  KeyKind kind = simple_kind(v);
  if (kind == KeyKind::Int && (v.as_int() > kExactInDouble || v.as_int() < -kExactInDouble)) {
    *wide = true;
  }
  if (kind == so_far || kind == KeyKind::Other) return kind;
  bool numbers = (kind == KeyKind::Int || kind == KeyKind::Float) &&
                 (so_far == KeyKind::Int || so_far == KeyKind::Float || so_far == KeyKind::Number);
  return numbers ? KeyKind::Number : KeyKind::Other;
}

struct KeyShape {
  KeyKind kind = KeyKind::Other;
  uint32_t columns = 0;  // of tuples
  KeyKind column[kColumnsMax];
};

KeyKind column_kind(const Value* keys, size_t n, uint32_t column, bool in_tuples) {
  auto key = [&](size_t i) { return in_tuples ? keys[i].as<Tuple>()->items[column] : keys[i]; };
  bool wide = false;
  KeyKind kind = simple_kind(key(0));
  for (size_t i = 0; i < n && kind != KeyKind::Other; ++i) kind = join(kind, key(i), &wide);
  return kind == KeyKind::Number && wide ? KeyKind::Other : kind;
}

KeyShape shape_of(const Value* keys, size_t n) {
  KeyShape shape;
  if (!keys[0].is(Kind::Tuple)) {
    shape.kind = column_kind(keys, n, 0, false);
    return shape;
  }
  uint32_t columns = keys[0].as<Tuple>()->count;
  if (columns == 0 || columns > kColumnsMax) return shape;
  for (size_t i = 1; i < n; ++i) {
    if (!keys[i].is(Kind::Tuple) || keys[i].as<Tuple>()->count != columns) return shape;
  }
  for (uint32_t c = 0; c < columns; ++c) {
    shape.column[c] = column_kind(keys, n, c, true);
    if (shape.column[c] == KeyKind::Other) return shape;
  }
  shape.columns = columns;
  shape.kind = KeyKind::Tuple;
  return shape;
}

uint64_t order_of(KeyKind kind, Value key) {
  switch (kind) {
    case KeyKind::Int:
      return order_of_int(key.as_int());
    case KeyKind::Float:
      return order_of_float(key.as_float());
    case KeyKind::Number:
      return order_of_float(key.is_float() ? key.as_float() : static_cast<double>(key.as_int()));
    default:
      return order_of_str(key.as<Str>());
  }
}

// --- comparisons
// ------------------------------------------------------------------------------------

struct ExactLess {
  bool operator()(const Record& a, const Record& b) const { return a.order < b.order; }
  bool failed() const { return false; }
};

// Comparisons that look at objects pay for the bytes they read.
class Meter {
 public:
  explicit Meter(Context& context) : context_(context) {}
  void pay(uint64_t bytes) {
    work_ += bytes / 16 + 1;
    if (__builtin_expect(work_ > 1024, 0)) {
      if (!context_.charge(work_)) failed_ = true;
      work_ = 0;
    }
  }
  bool failed() const { return failed_; }

 private:
  Context& context_;
  uint64_t work_ = 0;
  bool failed_ = false;
};

struct StrLess {
  const Value* keys;
  Meter meter;
  bool operator()(const Record& a, const Record& b) {
    if (a.order != b.order) return a.order < b.order;
    const Str *x = keys[a.position].as<Str>(), *y = keys[b.position].as<Str>();
    if (x == y) return false;
    if (x->count <= 8 && y->count <= 8) return x->count < y->count;
    meter.pay(x->count < y->count ? x->count : y->count);
    return str_compare(x, y) < 0;
  }
  bool failed() const { return meter.failed(); }
};

struct TupleLess {
  const Value* keys;
  const KeyShape& shape;
  Meter meter;
  bool operator()(const Record& a, const Record& b) {
    if (a.order != b.order) return a.order < b.order;
    const Tuple *x = keys[a.position].as<Tuple>(), *y = keys[b.position].as<Tuple>();
    uint32_t column = shape.column[0] == KeyKind::Str ? 0 : 1;
    for (; column < shape.columns; ++column) {
      Value p = x->items[column], q = y->items[column];
      if (p.same(q)) continue;
      if (shape.column[column] == KeyKind::Str) {
        const Str *s = p.as<Str>(), *t = q.as<Str>();
        meter.pay(s->count < t->count ? s->count : t->count);
        int order = str_compare(s, t);
        if (order != 0) return order < 0;
      } else {
        uint64_t i = order_of(shape.column[column], p), j = order_of(shape.column[column], q);
        if (i != j) return i < j;
      }
    }
    return false;
  }
  bool failed() const { return meter.failed(); }
};

// a < b by the program's rules. The first failure ends it: from then on nothing is less.
class ProgramLess {
 public:
  ProgramLess(Context& context, const Value* keys) : context_(context), keys_(keys) {}
  bool operator()(uint32_t a, uint32_t b) {
    if (status_.is_abrupt()) return false;
    Value x = keys_[a], y = keys_[b];
    if (!context_.charge(1)) {
      status_ = Value::stopped();
      return false;
    }
    Value answer = compare(context_, x, y, Comparison::Lt);
    if (!answer.is_bool() && !answer.is_abrupt()) {
      Roots<1> roots(context_);
      roots[0] = answer;
      answer = truth(context_, answer);
    }
    if (answer.is_abrupt()) {
      status_ = answer;
      return false;
    }
    return answer.as_bool();
  }
  bool failed() const { return status_.is_abrupt(); }
  Value status() const { return status_; }

 private:
  Context& context_;
  const Value* keys_;
  Value status_ = Value::none();
};

// --- memory
// -----------------------------------------------------------------------------------------

// A buffer of the heap that is given back at the end of the scope.
template <typename T>
class Scratch {
 public:
  Scratch(Context& context, size_t n) : context_(context), bytes_(n * sizeof(T)) {
    data_ = static_cast<T*>(context.heap().buffer(bytes_));
  }
  ~Scratch() { context_.heap().release(data_, bytes_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  T* data() const { return data_; }
  explicit operator bool() const { return data_; }

 private:
  Context& context_;
  size_t bytes_;
  T* data_;
};

uint64_t sort_cost(size_t n) {
  uint64_t bits = 64 - static_cast<uint64_t>(__builtin_clzll(n | 1));
  return n * bits / 4 + 1;
}

uint32_t nth(size_t i, size_t n, bool reverse) {
  return static_cast<uint32_t>(reverse ? n - 1 - i : i);
}

template <typename Less>
Value sort_records(Context& context, const Value* keys, size_t n, bool reverse, KeyKind kind,
                   bool in_tuples, Less less, Value* values) {
  Scratch<Record> records(context, n), scratch(context, (n + 1) / 2);
  Scratch<Value> copy(context, n);
  if (!records || !scratch || !copy) return context.stop_memory();
  Record* r = records.data();
  for (size_t i = 0; i < n; ++i) {
    uint32_t at = nth(i, n, reverse);
    Value key = in_tuples ? keys[at].as<Tuple>()->items[0] : keys[at];
    r[i] = {order_of(kind, key), at};
  }
  MergeSort<Record, Less>(r, n, scratch.data(), less).sort();
  if (less.failed()) return Value::stopped();
  std::memcpy(static_cast<void*>(copy.data()), values, n * sizeof(Value));
  for (size_t i = 0; i < n; ++i) values[i] = copy.data()[r[nth(i, n, reverse)].position];
  return Value::none();
}

Value sort_by_program(Context& context, const Value* keys, size_t n, bool reverse, Value* values) {
  Scratch<uint32_t> positions(context, n), scratch(context, (n + 1) / 2);
  Scratch<Value> copy(context, n);
  if (!positions || !scratch || !copy) return context.stop_memory();
  uint32_t* p = positions.data();
  for (size_t i = 0; i < n; ++i) p[i] = nth(i, n, reverse);
  ProgramLess less(context, keys);
  MergeSort<uint32_t, ProgramLess>(p, n, scratch.data(), less).sort();
  // A comparison that raised leaves the values as far as they were sorted.
  std::memcpy(static_cast<void*>(copy.data()), values, n * sizeof(Value));
  for (size_t i = 0; i < n; ++i) values[i] = copy.data()[p[nth(i, n, reverse)]];
  return less.status();
}

// Sorts `values` by `keys` (which may be the values themselves). Both are rooted by the caller.
Value sort_values(Context& context, const Value* keys, Value* values, size_t n, bool reverse) {
  if (n < 2) return Value::none();
  if (!context.charge(sort_cost(n))) return Value::stopped();
  KeyShape shape = shape_of(keys, n);
  switch (shape.kind) {
    case KeyKind::Other:
      return sort_by_program(context, keys, n, reverse, values);
    case KeyKind::Str:
      return sort_records(context, keys, n, reverse, shape.kind, false,
                          StrLess{keys, Meter(context)}, values);
    case KeyKind::Tuple:
      return sort_records(context, keys, n, reverse, shape.column[0], true,
                          TupleLess{keys, shape, Meter(context)}, values);
    default:
      return sort_records(context, keys, n, reverse, shape.kind, false, ExactLess{}, values);
  }
}

Value sort_with_key(Context& context, Value function, Value* values, size_t n, bool reverse) {
  Scratch<Value> keys(context, n);
  if (!keys) return context.stop_memory();
  for (size_t i = 0; i < n; ++i) keys.data()[i] = Value::undefined();
  RootScope roots(context, keys.data(), n);
  for (size_t i = 0; i < n; ++i) {
    Value argument = values[i];
    BELLJAR_TRY(key, context.invoke(function, &argument, 1));
    keys.data()[i] = key;
  }
  return sort_values(context, keys.data(), values, n, reverse);
}

}  // namespace

Value sort_list(Context& context, List* list, Value key, bool reverse) {
  Roots<2> roots(context);
  roots[0] = Value::object(Kind::List, list);
  roots[1] = key;
  Value* values = list->items;
  uint32_t n = list->size;
  uint32_t capacity = list->capacity;
  if (n == 0) return Value::none();
  list->items = nullptr;
  list->size = list->capacity = 0;
  Value done;
  {
    RootScope scope(context, values, n);
    done = key.is_none() ? sort_values(context, values, values, n, reverse)
                         : sort_with_key(context, key, values, n, reverse);
  }
  bool touched = list->items != nullptr;
  context.heap().release(list->items, list->capacity * sizeof(Value));
  list->items = values;
  list->size = n;
  list->capacity = capacity;
  if (touched && !done.is_abrupt()) {
    return context.raise(Exc::ValueError, "list modified during sort");
  }
  return done;
}

Value sorted_list(Context& context, Value iterable, Value key, bool reverse) {
  Roots<1> roots(context);
  BELLJAR_TRY(list, list_from(context, iterable));
  roots[0] = list;
  BELLJAR_CHECK(sort_list(context, list.as<List>(), key, reverse));
  return list;
}

}  // namespace belljar
