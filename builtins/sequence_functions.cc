// Functions over any iterable: len, sorted, min, max, sum, any, all.
#include "builtins/container_specials.h"
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/for_each.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/operators.h"
#include "runtime/protocol.h"
#include "runtime/sort.h"

namespace belljar {

namespace {

Value builtin_len(Call& c) { return length(c.context(), c[0]); }

Value builtin_sorted(Call& c) {
  bool reverse;
  BELLJAR_CHECK(flag_argument(c.context(), c[2], &reverse));
  return sorted_list(c.context(), c[0], c[1], reverse);
}

// --- min, max
// ---------------------------------------------------------------------------------------

// Whether `key` beats the best one so far.
Value beats(Context& context, Value key, Value best, Comparison op) {
  bool less = op == Comparison::Lt;
  if (key.is_int() && best.is_int()) {
    return Value::boolean(less ? key.as_int() < best.as_int() : key.as_int() > best.as_int());
  }
  if (key.is_float() && best.is_float()) {
    return Value::boolean(less ? key.as_float() < best.as_float()
                               : key.as_float() > best.as_float());
  }
  BELLJAR_TRY(answer, compare(context, key, best, op));
  return answer.is_bool() ? answer : truth(context, answer);
}

class Best {
 public:
  Best(Context& context, Value key, Comparison op) : context_(context), roots_(context), op_(op) {
    roots_[2] = key;
  }
  Value offer(Value item) {
    Value key = item;
    if (!roots_[2].is_none()) {
      roots_[3] = item;
      BELLJAR_TRY(computed, context_.invoke(roots_[2], &item, 1));
      key = computed;
    }
    if (!roots_[0].is_undefined()) {
      roots_[4] = key;
      roots_[3] = item;
      BELLJAR_TRY(better, beats(context_, key, roots_[1], op_));
      if (!better.as_bool()) return Value::none();
    }
    roots_[0] = item;
    roots_[1] = key;
    return Value::none();
  }
  Value item() { return roots_[0]; }

 private:
  Context& context_;
  Roots<5> roots_;  // best item, its key, key function, item and key in hand
  Comparison op_;
};

// c: items (tuple), key, default.
Value extreme(Call& c, Comparison op, const char* name) {
  Context& context = c.context();
  const Tuple* items = c[0].as<Tuple>();
  if (items->count == 0) {
    return context.raise(Exc::TypeError, {name, " expected at least 1 argument, got 0"});
  }
  Best best(context, c[1], op);
  if (items->count > 1) {
    if (c.has(2)) {
      return context.raise(Exc::TypeError, {"Cannot specify a default for ", name,
                                            "() with multiple positional arguments"});
    }
    for (uint32_t i = 0; i < items->count; ++i) BELLJAR_CHECK(best.offer(items->items[i]));
    return best.item();
  }
  BELLJAR_CHECK(for_each(context, items->items[0], [&](Value v) { return best.offer(v); }));
  if (!best.item().is_undefined()) return best.item();
  if (c.has(2)) return c[2];
  return context.raise(Exc::ValueError, {name, "() arg is an empty sequence"});
}

Value builtin_min(Call& c) { return extreme(c, Comparison::Lt, "min"); }
Value builtin_max(Call& c) { return extreme(c, Comparison::Gt, "max"); }

// --- sum
// --------------------------------------------------------------------------------------------

// The running total: an int64 while it fits, then a double once a float comes, else any value.
class Sum {
 public:
  Sum(Context& context, Value start) : context_(context), roots_(context) { set(start); }

  Value add(Value v) {
    if (mode_ == Mode::Int && v.is_int_like()) {
      if (!__builtin_add_overflow(int_, v.as_int(), &int_)) return Value::none();
      // The sum has wrapped: undo.
      int_ = static_cast<int64_t>(static_cast<uint64_t>(int_) - static_cast<uint64_t>(v.as_int()));
    } else if (mode_ == Mode::Float) {
      if (v.is_float()) {
        float_ += v.as_float();
        return Value::none();
      }
      if (v.is_int_like()) {
        float_ += static_cast<double>(v.as_int());
        return Value::none();
      }
    }
    roots_[0] = v;
    roots_[1] = total();
    BELLJAR_TRY(result, binary(context_, BinaryOp::Add, roots_[1], v));
    set(result);
    return Value::none();
  }
  Value total() const {
    switch (mode_) {
      case Mode::Int:
        return Value::integer(int_);
      case Mode::Float:
        return Value::real(float_);
      case Mode::Other:
        break;
    }
    return other();
  }

 private:
  enum class Mode { Int, Float, Other };
  Value other() const { return roots_.value[2]; }
  void set(Value v) {
    roots_[2] = v;
    mode_ = v.is_int() ? Mode::Int : v.is_float() ? Mode::Float : Mode::Other;
    if (mode_ == Mode::Int) int_ = v.as_int();
    if (mode_ == Mode::Float) float_ = v.as_float();
  }

  Context& context_;
  Roots<3> roots_;  // item in hand, total in hand, total of other kinds
  Mode mode_ = Mode::Other;
  int64_t int_ = 0;
  double float_ = 0;
};

Value builtin_sum(Call& c) {
  Context& context = c.context();
  Value start = payload(c[1]);
  if (start.is_str() || start.is(Kind::Bytes) || start.is(Kind::ByteArray))
    BELLJAR_CHECK(iterate(context, c[0]));
  if (start.is_str()) {
    return context.raise(Exc::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (start.is(Kind::Bytes)) {
    return context.raise(Exc::TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  }
  if (start.is(Kind::ByteArray)) {
    return context.raise(Exc::TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
  }
  Sum sum(context, c[1]);
  BELLJAR_CHECK(for_each(context, c[0], [&](Value v) { return sum.add(v); }));
  return sum.total();
}

// --- any, all
// ---------------------------------------------------------------------------------------

// True as soon as an item's truth is `wanted`.
Value occurs(Call& c, bool wanted) {
  Context& context = c.context();
  Roots<1> roots(context);
  bool found = false;
  BELLJAR_CHECK(for_each(context, c[0], [&](Value v) -> Value {
    Value answer = v;
    if (!v.is_bool()) {
      roots[0] = v;
      answer = truth(context, v);
      if (answer.is_abrupt()) return answer;
    }
    found = answer.as_bool() == wanted;
    return found ? Value::undefined() : Value::none();
  }));
  return Value::boolean(found);
}

Value builtin_any(Call& c) { return occurs(c, true); }
Value builtin_all(Call& c) {
  BELLJAR_TRY(found, occurs(c, false));
  return Value::boolean(!found.as_bool());
}

constexpr NativeDef kFunctions[] = {
    {"len", "obj, /", builtin_len, kNativeCallsBack},
    {"sorted", "iterable, /, *, key=None, reverse=False", builtin_sorted, kNativeCallsBack},
    {"min", "*args, key=None, default?", builtin_min, kNativeCallsBack},
    {"max", "*args, key=None, default?", builtin_max, kNativeCallsBack},
    {"sum", "iterable, /, start=0", builtin_sum, kNativeCallsBack},
    {"any", "iterable, /", builtin_any, kNativeCallsBack},
    {"all", "iterable, /", builtin_all, kNativeCallsBack},
};

}  // namespace

void install_sequence_functions(RealmBuilder& b) { b.functions(b.building().builtins, kFunctions); }

}  // namespace belljar
